"""What leads a story: said as far as it was checked, of a copy that took the text and of one that did not."""

import re
from pathlib import Path

import pytest
from lxml import html

from sitegen.pipeline.build import BuildOptions, build_site

OPENING = "The lamp at Holm was lit on Friday for the first time in nine years, the harbour office confirmed."
VILLAGES = "It turned for an hour and was seen from 14 villages on both sides of the sound that night."
DENIAL = "The Nordlys company denied that it had ever asked for the lamp to be put out before the dredging began."
QUOTE = "“It was frightening to see how far it reaches on a clear night in spring,” said Ina Dahl, who sweeps."
CURTAINS = "Its keeper, Ina Dahl, had polished the glass for three weeks and had bought new curtains for the tower."
DUSK = "The council will vote in June on whether the lamp is to burn each night from dusk until the last ferry."
TEXT = [OPENING, VILLAGES, DENIAL, QUOTE, CURTAINS, DUSK]


def story_page(
    folder: Path, wire: list[str], post: list[str], fields: str = "", headline: str = "The lamp"
) -> html.HtmlElement:
    """The page of a story of two articles, the first of which is the base; `headline` is that of the other."""
    texts = {
        "wire": ("published: 2031-03-01", wire),
        "post": (f"published: 2031-03-0{2 if fields else 1}{fields}", post),
    }
    for name, (head, sentences) in texts.items():
        path = folder / f"content/stories/lamp/{name}.md"
        path.parent.mkdir(parents=True, exist_ok=True)
        body = "\n\n".join(sentences)
        path.write_text(f"---\ntitle: The lamp\nsource: {name}\nlanguage: en\n{head}\n---\n\n{body}\n", "utf-8")
        if name == "post":
            path.write_text(path.read_text("utf-8").replace("title: The lamp", f"title: {headline}"), "utf-8")
        (folder / "content/sources").mkdir(exist_ok=True)
        (folder / f"content/sources/{name}.md").write_text(f"---\nname: The {name.title()}\n---\n", "utf-8")
    (folder / "content/stories/lamp/story.md").write_text("---\ntitle: The lamp\nbase: wire\n---\n", "utf-8")
    build_site(folder / "content", folder / "site", BuildOptions(workers=1, search=False, cache=False))
    page = (folder / "site/stories/lamp/index.html").read_bytes()
    return html.document_fromstring(page, parser=html.HTMLParser(encoding="utf-8"))


def leads_of(page: html.HtmlElement) -> str:
    return re.sub(r"[\u2066-\u2069]", "", " ".join(page.cssselect(".leads")[0].text_content().split()))


def test_what_either_has_is_not_called_a_change_where_nobody_knows_who_was_first(tmp_path: Path) -> None:
    """Of a copy that was taken from the base it is said what became what; of another, what each has."""
    other = [sentence.replace("frightening", "terrifying") for sentence in TEXT]
    taken = leads_of(story_page(tmp_path / "taken", TEXT, other, "\ncredit: The Wire"))
    assert "“frightening” became “terrifying”" in taken
    beside = leads_of(story_page(tmp_path / "beside", TEXT, other))
    assert "Inside quotation marks The Wire has “frightening”, and The Post has “terrifying”." in beside
    assert "became" not in beside


def test_another_headline_stands_beside_that_of_the_text(tmp_path: Path) -> None:
    """The page may be named by either: which of them the text was printed under is said."""
    told = leads_of(story_page(tmp_path, TEXT, TEXT, headline="Holm has its light again"))
    assert "The headline of The Wire is “The lamp”, that of The Post “Holm has its light again”." in told


@pytest.mark.parametrize("line", ["HOLM (NW)", "HOLM, 1 March (NW)", "Story at noon"])
def test_a_story_opens_with_a_sentence(tmp_path: Path, line: str) -> None:
    """A dateline on a line of its own is not what happened."""
    page = story_page(tmp_path, [line, *TEXT], [line, *TEXT[1:]])
    assert page.cssselect(".what q")[0].text_content() == OPENING
