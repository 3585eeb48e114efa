"""The page of one article: what was repaired in it, and what the file has."""

import json
from pathlib import Path
from typing import Any

import html5lib  # type: ignore[import-untyped]
import pytest

from sitegen.pipeline.build import BuildOptions, build_site

BROKEN = "Bà Đặng nói: đă t́m thấy nghìn con cừu ở xă bên, và bà đă về nhà hôm qua."
MENDED = "Bà Đặng nói: đã tìm thấy nghìn con cừu ở xã bên, và bà đã về nhà hôm qua."


def built(tmp_path: Path, front: str = "---\nstory: one\nformat: text\n---\n") -> tuple[str, dict[str, object]]:
    """The page of an article in broken Vietnamese, and its entry in the data."""
    content = tmp_path / "content"
    content.mkdir()
    (content / "one.txt").write_text(f"{front}{BROKEN}\n", encoding="utf-8")
    result = build_site(content, tmp_path / "site", BuildOptions(workers=1))
    assert result.report
    page = (tmp_path / "site/articles/one/index.html").read_text(encoding="utf-8")
    data = json.loads((tmp_path / "site/data/stories/one.json").read_text(encoding="utf-8"))
    return page, data["articles"][0]


def test_both_readings_stand_on_the_page(tmp_path: Path) -> None:
    """The repaired text, a list of repairs, equal ones together, and the file's own text behind a switch."""
    page, data = built(tmp_path)
    assert f'<p id="b1">{MENDED} <a class="here" href="#b1"' in page
    assert f'<p class="original" data-search-ignore>{BROKEN}</p>' in page
    assert "4 places repaired" in page
    parser = html5lib.HTMLParser()
    parser.parse(page)
    assert parser.errors == []
    places = f"line 5, column 14; line 5, column {BROKEN.rindex('đă') + 1}"
    assert f"Latin-1 read as Windows-1258 ({places})" in page
    assert data["repairs"][0] == {  # type: ignore[index]
        "kind": "latin-1 as windows-1258",
        "line": 5,
        "column": 14,
        "was": "đă",
        "became": "đã",
    }


def test_repairs_of_a_withheld_text_are_withheld(tmp_path: Path) -> None:
    """They quote its words."""
    page, data = built(tmp_path, "---\nrights: figures\nstory: one\ntitle: One\n---\n")
    assert data["repairs"] == []
    assert "t́m" not in page
    assert "tìm" not in page


TURNS = """---
title: The pier
rights: full
---
The harbour board voted on Monday to tear down the old pier at Lorne, after a debate of five hours.

## Long history

Q: When did you first see the *water*?

A: About half past five.

| District | Share |
|---|---|
| Lorne | 41.2 |

This article was amended on 12 May 2024.

Getty Images

The man was asleep in the kitchen, police said, when the crane...
"""


def page_of(tmp_path: Path, text: str) -> str:
    content = tmp_path / "content"
    content.mkdir()
    (content / "one.md").write_text(text, encoding="utf-8")
    assert build_site(content, tmp_path / "site", BuildOptions(workers=1, search=False)).report
    return (tmp_path / "site/articles/one/index.html").read_text(encoding="utf-8")


def test_roles_are_seen_on_the_page(tmp_path: Path) -> None:
    """A table is a table, a crosshead a heading, a label stands out, a notice and a credit are set apart."""
    page = page_of(tmp_path, TURNS)
    assert '<h2 id="b2">Long history</h2>' in page or "<h2>Long history</h2>" in page
    assert '<p id="b4" class="block-turn"><span class="label">A: </span>About half past five. <a' in page
    assert '<tr><td id="b7">Lorne</td><td id="b8">41.2</td></tr>' in page
    assert '<p id="b9" class="block-notice">This article' in page
    assert '<p id="b10" class="block-credit">Getty Images</p>' in page
    parser = html5lib.HTMLParser()
    parser.parse(page)
    assert parser.errors == []


def test_a_text_that_breaks_off_is_said_to_be_partial(tmp_path: Path) -> None:
    """Among the facts, as inferred, with the words that show it; not where these may not be printed."""
    page = page_of(tmp_path, TURNS)
    assert "partial: it breaks off at “… was asleep in the kitchen, police said, when the crane...”" in page
    withheld = tmp_path / "withheld"
    withheld.mkdir()
    page = page_of(withheld, TURNS.replace("rights: full", "rights: figures"))
    assert "partial" in page
    assert "the crane" not in page


LISTS = """# A list

- one
- two
  1. inner
  2. inner too

  goes on

> quoted
>
> > twice
"""
PAGE_OF_LISTS = """<h1>A list</h1><ul><li>one<li>two<ol><li>inner<li>inner too</ol><p>goes on</ul>
<blockquote><p>quoted<blockquote><p>twice</blockquote></blockquote>"""


@pytest.mark.parametrize(("name", "text"), [("one.md", LISTS), ("one.html", PAGE_OF_LISTS)])
def test_lists_and_quotations_are_nested_on_the_page(name: str, text: str, tmp_path: Path) -> None:
    """One list with its inner list inside the item, one quotation with the inner one inside; the page is valid."""
    content = tmp_path / "content"
    content.mkdir()
    (content / name).write_text(text, encoding="utf-8")
    assert build_site(content, tmp_path / "site", BuildOptions(workers=1, search=False)).report
    page = (tmp_path / "site/articles/one/index.html").read_text(encoding="utf-8")
    parser = html5lib.HTMLParser(namespaceHTMLElements=False)
    tree = parser.parse(page)
    assert parser.errors == []
    (shown,) = [one for one in tree.iter("div") if "as-published" in one.get("class", "")]
    parents = {child: parent for parent in shown.iter() for child in parent}

    def path(element: Any) -> str:
        """The lists and quotations around an element, the outermost first."""
        names: list[str] = []
        while element in parents:
            element = parents[element]
            if element.tag in ("ul", "ol", "li", "blockquote"):
                names.insert(0, element.tag + element.get("value", ""))
        return " ".join(names)

    texts = {"".join(one.itertext()).strip(): path(one) for one in shown.iter() if one.get("id")}
    assert {text: around for text, around in texts.items() if "A list" not in text} == {
        "one": "ul li",
        "two": "ul li",
        "inner": "ul li ol li1",
        "inner too": "ul li ol li2",
        "goes on": "ul li",
        "quoted": "blockquote",
        "twice": "blockquote blockquote",
    }
    assert [one.tag for one in shown.iter() if one.tag in ("ul", "ol", "blockquote")] == [
        "ul",
        "ol",
        "blockquote",
        "blockquote",
    ]


ITEMS_WITH_TABLE = """# A list

- (a) first clause
- (b) second clause

  | District | Share |
  |---|---|
  | Lorne | *41.2* |

> quoted
>
> | Holm | 7 |
> |---|---|
> | Skerry | 3 |

| Day | Boats |
|---|---|
| Mon | 14 |
"""
PAGE_OF_ITEMS_WITH_TABLE = """<h1>A list</h1><ul><li>(a) first clause<li>(b) second clause
<table><tr><th>District<th>Share<tr><td>Lorne<td><em>41.2</em></table></ul>
<blockquote>quoted</blockquote><ul><li>
<table><tr><td>Holm<td>7<tr><td>Skerry<td>3</table></ul>
<table><tr><td>Day<td>Boats<tr><td>Mon<td>14</table>"""


@pytest.mark.parametrize(
    ("name", "text", "around"),
    [
        ("one.md", ITEMS_WITH_TABLE, ["li", "blockquote", "div"]),
        ("one.html", PAGE_OF_ITEMS_WITH_TABLE, ["li", "li", "div"]),
    ],
)
def test_a_table_is_one_in_a_list_too(name: str, text: str, around: list[str], tmp_path: Path) -> None:
    """A table stands inside its item or quotation, two rows each; an item has its label; the page is valid."""
    content = tmp_path / "content"
    content.mkdir()
    (content / name).write_text(text, encoding="utf-8")
    assert build_site(content, tmp_path / "site", BuildOptions(workers=1, search=False)).report
    page = (tmp_path / "site/articles/one/index.html").read_text(encoding="utf-8")
    parser = html5lib.HTMLParser(namespaceHTMLElements=False)
    tree = parser.parse(page)
    assert parser.errors == []
    parents = {child: parent for parent in tree.iter() for child in parent}
    tables = [*tree.iter("table")]
    assert [parents[parents[table]].tag for table in tables] == around
    assert [parents[table].get("class") for table in tables] == ["scroll"] * 3, "a wide one scrolls, the page does not"
    assert [len([*table.iter("tr")]) for table in tables] == [2, 2, 2]
    assert '<span class="label">(a) </span>first clause' in page
    assert "<em>41.2</em>" in page


def test_links_out_of_front_matter_are_links_of_strangers(tmp_path: Path) -> None:
    """`url`, `archived` and `home` carry the same `rel` as a link in a body, on whatever page; own links carry none."""
    content = tmp_path / "content"
    (content / "sources").mkdir(parents=True)
    (content / "sources/wire.md").write_text("---\nname: Wire\nhome: https://home.example\n---\nA note.\n", "utf-8")
    (content / "one.md").write_text(
        "---\nsource: wire\nurl: https://url.example/a\narchived: https://archived.example/a\n---\n"
        "A lamp was [lit](https://body.example/a) on Friday at the end of the long pier.\n",
        encoding="utf-8",
    )
    assert build_site(content, tmp_path / "site", BuildOptions(workers=1, search=False)).report
    rels: dict[str, set[str]] = {}
    for path in (tmp_path / "site").rglob("*.html"):
        for link in html5lib.parse(path.read_text("utf-8"), namespaceHTMLElements=False).iter("a"):
            rels.setdefault(link.get("href").partition("example/")[0], set()).add(link.get("rel", ""))
    outside = {href: rel for href, rel in rels.items() if href.startswith("http")}
    assert {href.split("//")[1].partition(".")[0] for href in outside} == {"home", "url", "archived", "body"}
    assert set(map(frozenset, outside.values())) == {frozenset({"nofollow noopener"})}
    assert not any("nofollow" in rel for href, rels_of in rels.items() if href not in outside for rel in rels_of)
