"""Whose words an article has: its sentences by origin, what it lacks, what is not known, and what rights withhold."""

from pathlib import Path

import pytest
from lxml import html

from sitegen.pipeline.build import BuildOptions, build_site

WIRE = """The lighthouse at Holm was lit on Friday for the first time in nine years, the harbour office said.

The lamp turned for an hour and was seen from 14 villages on both sides of the sound, the office added.

“We had forgotten how far it reaches on a clear night in spring,” said Ina Dahl, who sweeps the stairs.

The shipping company denied that it had ever asked for the lamp to be put out before the new channel was dug.
"""
COURIER = """The lighthouse at Holm was lit on Friday for the first time in nine years, the harbour office said.

The lamp turned for an hour and was seen from 40 villages on both sides of the sound, the office added.

“We had forgotten how far it reaches on a clear night in spring,” said Ina Dahl, who sweeps the stairs.

Two readers of the Courier wrote that their bedroom curtains turned out to be thinner than they remembered.
"""


def page_of(tmp_path: Path, *, wire: str = "full", courier: str = "full") -> html.HtmlElement:
    """The page of the Courier's copy, which names the wire as its source."""
    for name, rights, text in (("wire", wire, WIRE), ("courier", courier, COURIER)):
        path = tmp_path / "content" / "stories" / "lamp" / f"{name}.md"
        path.parent.mkdir(parents=True, exist_ok=True)
        day = 1 + (name == "courier")
        fields = f"title: Lamp of {name}\nsource: {name}\nlanguage: en\nrights: {rights}"
        path.write_text(f"---\n{fields}\npublished: 2031-03-0{day}\n---\n\n{text}", encoding="utf-8")
        source = tmp_path / "content" / "sources" / f"{name}.md"
        source.parent.mkdir(exist_ok=True)
        source.write_text(f"---\nname: The {name.title()}\nkind: newspaper\n---\n", encoding="utf-8")
    note = tmp_path / "content" / "stories" / "lamp" / "story.md"
    note.write_text("---\ntitle: The lamp\nbase: wire\n---\n", encoding="utf-8")
    result = build_site(tmp_path / "content", tmp_path / "site", BuildOptions(workers=1, search=False, cache=False))
    assert result.report, result.diagnostics
    page = (tmp_path / "site" / "articles" / "lamp-courier" / "index.html").read_bytes()
    return html.document_fromstring(page, parser=html.HTMLParser(encoding="utf-8"))


def words_of(page: html.HtmlElement, kind: str) -> list[str]:
    """Each stretch of the text that is marked with an origin."""
    return [
        " ".join(element.text_content().split())
        for element in page.cssselect(f".as-published p > .origin-{kind}, .as-published p > .{kind}")
    ]


def test_each_sentence_is_marked_with_its_origin(tmp_path: Path) -> None:
    """Kept, quoted, reworded and own sentences are told apart; what is gone is where it would be; all are counted."""
    page = page_of(tmp_path)
    assert [text[:18] for text in words_of(page, "verbatim")] == ["The lighthouse at "]
    assert [text[:8] for text in words_of(page, "quotation")] == ["“We had "]
    assert [text[:16] for text in words_of(page, "reworded")] == ["The lamp turned "]
    assert [text[:11] for text in words_of(page, "own")] == ["Two readers"]
    assert [text[:24] for text in words_of(page, "lost")] == ["The shipping company den"]
    assert page.cssselect("ins")[0].text.strip() == "40"
    assert page.cssselect(".origin-reworded del")[0].text.strip() == "14"
    summary = " ".join(page.cssselect(".origins .about-part")[0].text_content().split())
    assert "Not in it: 1 of the 4 sentences of The Wire." in summary
    assert "1 sentence in words of its own" in summary


def test_each_sentence_of_the_strip_leads_to_its_paragraph(tmp_path: Path) -> None:
    """The strip has the sentences in their order, drawn by origin, each a link; without marked text there is none."""
    page = page_of(tmp_path)
    cells = page.cssselect(".origin-strip a")
    kinds = [cell.cssselect("path")[0].get("class").removeprefix("cell-") for cell in cells]
    assert kinds == ["verbatim", "reworded", "quotation", "own"]
    for cell, kind in zip(cells, kinds, strict=True):
        (paragraph,) = page.cssselect(f".as-published {cell.get('href')}")
        assert paragraph.cssselect(f".origin-{kind}")
    assert not page_of(tmp_path / "withheld", wire="figures").cssselect(".origin-strip")


def test_a_note_leads_to_the_change_it_names(tmp_path: Path) -> None:
    """The note of a reworded sentence says what changed, and its link exists on the page of the comparison."""
    page = page_of(tmp_path)
    link = page.cssselect(".note-reworded a")[0]
    assert link.text == "The figure changed from “14” to “40”."
    address, _, anchor = link.get("href").partition("#")
    comparison = (tmp_path / "site" / address.strip("/") / "index.html").read_text("utf-8")
    assert f'id="{anchor}"' in comparison


def test_the_words_without_their_marks_are_the_article(tmp_path: Path) -> None:
    """What is marked as gone apart, the text reads as it was published, letter for letter."""
    page = page_of(tmp_path)
    for element in [*page.cssselect(".as-published del"), *page.cssselect(".as-published .lost")]:
        element.drop_tree()
    paragraphs = [paragraph.text_content().strip() for paragraph in page.cssselect(".as-published p")]
    assert paragraphs == [text.strip() for text in COURIER.strip().split("\n\n")]


@pytest.mark.parametrize(("wire", "courier"), [("figures", "full"), ("full", "figures"), ("full", "excerpt")])
def test_rights_leave_numbers_alone(tmp_path: Path, wire: str, courier: str) -> None:
    """Where words of either are withheld, no sentence is marked and none that is gone is printed."""
    page = page_of(tmp_path, wire=wire, courier=courier)
    assert not page.cssselect(".as-published .origin, .as-published .lost, .origin-notes")
    assert "denied" not in page.text_content() or wire == "full" == courier
    assert page.cssselect(".origins .about-part")


def test_the_switch_has_three_positions_and_needs_no_script(tmp_path: Path) -> None:
    """Plain, origin and changes are radio buttons; the style sheet does the rest."""
    page = page_of(tmp_path)
    assert [button.get("id") for button in page.cssselect(".origin-switch input[type=radio]")] == [
        "words-plain", "words-origin", "words-changes",
    ]  # fmt: skip
    styles = "".join(path.read_text("utf-8") for path in (tmp_path / "site").rglob("*.css"))
    assert "#words-plain:checked" in styles
    assert "#words-changes:checked" in styles


def test_a_copy_that_breaks_off_says_so(tmp_path: Path) -> None:
    """Of sentences behind the place where the capture ends nothing is said to be lost."""
    page_of(tmp_path)
    path = tmp_path / "content" / "stories" / "lamp" / "courier.md"
    text = path.read_text("utf-8").replace("rights: full", "rights: full\ncompleteness: partial")
    path.write_text(text.split("“We had")[0], encoding="utf-8")
    build_site(tmp_path / "content", tmp_path / "site", BuildOptions(workers=1, search=False, cache=False))
    page = html.document_fromstring((tmp_path / "site" / "articles" / "lamp-courier" / "index.html").read_text("utf-8"))
    summary = " ".join(page.cssselect(".origins .about-part")[0].text_content().split())
    assert "nothing is said of what comes after" in summary
    assert "Not in it" not in summary
    assert "Of 2 sentences of The Wire it is not known whether they are in it." in summary
