"""The pages of outlets: who takes from whom, how soon, what is not in the copies, and the words that they exchange."""

from pathlib import Path

import pytest
from lxml import html

from sitegen.pipeline.build import BuildOptions, build_site
from sitegen.text.languages import duration
from sitegen.views.outlets.listing import SOURCES_A_PAGE

PARAGRAPHS = (
    "The lighthouse at Holm was lit on Friday for the first time in nine years, the harbour office {verb}.",
    "The lamp turned for an hour and was seen from {seen} villages on both sides of the sound, the office added.",
    "“We had forgotten how far it reaches on a clear night in spring,” said Ina Dahl, who sweeps the stairs.",
    "The {company} denied that it had ever asked for the lamp to be put out before the new channel was dug.",
    "The keeper of the lamp retired in {year} and has been paid in herring and in lamp oil ever since that day.",
)
EVENTS = (
    ("lamp", "lighthouse at Holm", "14", "2022"),
    ("quay", "long quay of Marrowby", "31", "2019"),
    ("mill", "water mill above Torsund", "57", "2016"),
)


def text_of(event: tuple[str, str, str, str], *, leaves_out: frozenset[int] = frozenset(), **words: str) -> str:
    """The report of an event, with some of its paragraphs left out and some words exchanged."""
    _, place, seen, year = event
    values = {"verb": "confirmed", "company": "shipping company", "seen": seen, "year": year, **words}
    kept = [paragraph for number, paragraph in enumerate(PARAGRAPHS) if number not in leaves_out]
    return "\n\n".join(kept).replace("lighthouse at Holm", place).format_map(values)


def archive_of(folder: Path, *, rights: str = "full") -> Path:
    """Three stories: a wire's report, and a copy in the Post that cuts and exchanges; the Echo has one copy."""
    files: dict[str, str] = {
        f"sources/{source}.md": f"---\nname: The {source.title()}\nkind: newspaper\nlanguage: en\n---\n"
        for source in ("wire", "post", "echo", "herald", "star", "globe")
    }
    for day, event in enumerate(EVENTS, start=1):
        head = "---\ntitle: {title}\nsource: {source}\nlanguage: en\npublished: 2031-03-0{day}T{clock}Z\n{more}---\n\n"
        name = event[0]
        files[f"stories/{name}/story.md"] = f"---\ntitle: The {name}\nbase: wire\n---\n"
        files[f"stories/{name}/wire.md"] = head.format(
            title=f"{name} lit", source="wire", day=day, clock="06:00", more=""
        ) + text_of(event)
        files[f"stories/{name}/post.md"] = head.format(
            title=f"{name} lit again",
            source="post",
            day=day,
            clock="08:10",
            more=f"credit: The Wire\nrights: {rights}\n",
        ) + text_of(event, leaves_out=frozenset({3, 4}), verb="claimed")
    files["stories/lamp/echo.md"] = (
        "---\ntitle: Lamp seen\nsource: echo\nlanguage: en\npublished: 2031-03-02\ncredit: The Wire\n---\n\n"
        + text_of(EVENTS[0])
    )
    for name, content in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(content, encoding="utf-8")
    return folder


def pages_of(content: Path, output: Path) -> dict[str, html.HtmlElement]:
    """The pages below sources/, by the rest of their address."""
    result = build_site(content, output, BuildOptions(workers=1, search=False, cache=False))
    assert result.report, result.diagnostics
    root = output / "sources"
    return {
        path.parent.relative_to(root).as_posix(): html.document_fromstring(path.read_text("utf-8"))
        for path in root.rglob("index.html")
    }


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, html.HtmlElement]:
    """The pages of the archive above."""
    folder = tmp_path_factory.mktemp("outlets")
    return pages_of(archive_of(folder / "content"), folder / "site")


def rows_of(page: html.HtmlElement, labelled: str) -> list[list[str]]:
    """The cells of a table."""
    rows = page.cssselect(f"table[aria-labelledby={labelled}] tbody tr")
    return [[" ".join(cell.text_content().split()) for cell in row] for row in rows]


def test_whom_an_outlet_takes_from(pages: dict[str, html.HtmlElement]) -> None:
    """The Post took three articles from the Wire, two hours and ten minutes later, and credits all of them."""
    (row,) = rows_of(pages["post"], "givers-title")
    assert row[:2] == ["The Wire", "3"]
    assert row[3:5] == ["2 hr 10 min", "3 of 3"]
    assert "appeared within 2 hours 10 minutes" in pages["post"].text_content()
    assert not rows_of(pages["post"], "takers-title")


def test_who_takes_from_an_outlet(pages: dict[str, html.HtmlElement]) -> None:
    """On the Wire's page both are named, the one that takes most first; of the Echo's copy no hour is known."""
    rows = rows_of(pages["wire"], "takers-title")
    assert [row[:2] for row in rows] == [["The Post", "3"], ["The Echo", "1"]]
    assert rows[1][3] == "–"
    assert len(pages["wire"].cssselect(".flow-drawing path:not(.flow-mark)")) == 2


def test_what_is_not_in_the_copies_is_counted_with_its_denominator(pages: dict[str, html.HtmlElement]) -> None:
    """The Post lacks each denial and each last paragraph, and no quotation; each line leads to a copy."""
    rows = {row[0]: row[1] for row in rows_of(pages["post"], "losses-title")}
    assert rows["Last paragraphs"] == "3 of 3"
    assert rows["Denials"] == "3 of 3"
    assert rows["Sentences with a quotation"] == "0 of 3"
    assert rows["All sentences"] == "6 of 15"
    links = pages["post"].cssselect("table[aria-labelledby=losses-title] a")
    assert {link.get("href").partition("#")[2] for link in links} == {"origins-title"}


def test_words_that_recur_are_listed(pages: dict[str, html.HtmlElement]) -> None:
    """The Post has `claimed` where the Wire has `confirmed`, in three stories."""
    (line,) = pages["post"].cssselect(".exchanges li")
    assert " ".join(line.text_content().split()).startswith("confirmed → claimed 3 times, in 3 articles")
    assert not pages["echo"].cssselect(".exchanges")


def test_words_are_withheld_with_their_text(tmp_path: Path) -> None:
    """Of copies whose rights allow no words, none is listed; they are counted all the same."""
    page = pages_of(archive_of(tmp_path / "content", rights="figures"), tmp_path / "site")["post"]
    assert not page.cssselect(".exchanges")
    assert "claimed" not in page.text_content()
    assert dict(row[:2] for row in rows_of(page, "losses-title"))["Denials"] == "3 of 3"


def test_the_list_is_sorted_without_a_script(pages: dict[str, html.HtmlElement]) -> None:
    """Each heading leads to the same list in its order; whom nothing is known of comes last."""
    names = {order: [row[0] for row in rows_of(pages[order], "sources-title")] for order in pages if "sorted" in order}
    by_name = [row[0] for row in rows_of(pages["."], "sources-title")]
    assert by_name == sorted(by_name)
    assert names["sorted/taken"][:2] == ["The Post", "The Echo"]
    assert names["sorted/given"][0] == "The Wire"
    assert names["sorted/delay"][0] == "The Post"
    assert all(sorted(order) == by_name for order in names.values())
    links = [link.get("href") for link in pages["."].cssselect("table[aria-labelledby=sources-title] thead a")]
    assert {link.strip("/").removeprefix("sources/") for link in links} == set(names)
    assert pages["sorted/taken"].cssselect("link[rel=canonical]")[0].get("href").endswith("/sources/")


def test_many_sources_stand_on_several_pages(tmp_path: Path) -> None:
    """Each on one page of each order; none of the pages is heavier than a telephone bears, the flows with them."""
    content = archive_of(tmp_path / "content")
    for number in range(2 * SOURCES_A_PAGE):
        (content / f"sources/more{number}.md").write_text(f"---\nname: More {number:03}\n---\n", encoding="utf-8")
    pages = pages_of(content, tmp_path / "site")
    for first, further in ((".", "page/{}"), ("sorted/given", "sorted/given/{}")):
        chain = [pages[first], *(pages[further.format(number)] for number in (2, 3))]
        names = [row[0] for page in chain for row in rows_of(page, "sources-title")]
        assert len(set(names)) == len(names) == 2 * SOURCES_A_PAGE + 6
        assert [len(page.cssselect(".steps a")) for page in chain] == [1, 2, 1]
    assert [len(pages[name].cssselect(".flow-drawing")) for name in (".", "page/2")] == [1, 0]
    assert "Sources, page 2" in pages["page/2"].cssselect("h1")[0].text_content()


def test_a_duration_in_words() -> None:
    """Hours whatever their number; in every language of the interface."""
    assert duration(35) == "35 minutes"
    assert duration(130) == "2 hours 10 minutes"
    assert duration(2790) == "46 hours"
    assert duration(130, "de", short=True) == "2 Std. 10 Min."
    assert all("duration-" not in duration(130, language) for language in ("en", "es", "fr", "de", "ar", "vi"))
