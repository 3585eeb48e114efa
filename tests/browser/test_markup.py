"""What is written in the pages, checked by a parser that is not the browser's."""

from collections import Counter
from copy import deepcopy
from typing import Any

import html5lib
import pytest

from benchmarks.links import broken_links
from tests.browser.conftest import HTML, Sample, has_class, parsed, words_of


def mistakes(html: bytes) -> list[str]:
    """What the HTML standard calls a parse error."""
    parser = html5lib.HTMLParser()
    parser.parse(html, transport_encoding="utf-8")
    return [f"{place}: {code}" for place, code, _ in parser.errors]


def twice(tree: Any) -> list[str]:
    """Ids that stand more than once."""
    return [one for one, times in Counter(e.get("id") for e in tree.iter() if e.get("id")).items() if times > 1]


def column(tree: Any, side: str) -> str:
    """One text of a comparison, read down its column."""
    lines = [e for e in tree.iter(f"{HTML}li") if has_class(e, "line")]
    cells = [cell for line in lines for cell in line if has_class(cell, side)]
    return " ".join(words_of(text) for cell in cells for text in cell if has_class(text, "text"))


def published(tree: Any) -> str:
    """The text of an article's page without its furniture, and without what is said of whose words it has."""
    (text,) = (deepcopy(e) for e in tree.iter() if has_class(e, "as-published"))
    for parent in [*text.iter()]:
        for child in [*parent]:
            if child.tag == f"{HTML}del" or has_class(child, "lost"):
                # What stands behind an element is its tail, and stays.
                place = [*parent].index(child)
                if place:
                    parent[place - 1].tail = (parent[place - 1].tail or "") + (child.tail or "")
                else:
                    parent.text = (parent.text or "") + (child.tail or "")
                parent.remove(child)
    blocks = [block for block in text if not has_class(block, "furniture") and not has_class(block, "origin-notes")]
    return " ".join(words_of(block) for block in blocks)


def test_every_page_is_valid_markup(site: Sample) -> None:
    """A strict parser finds no error in any page; it does in a page with a tag left open."""
    assert {path: found for path in site.trees if (found := mistakes(site.files[path]))} == {}
    assert mistakes(b"<!doctype html><title>x</title><p><b>open</p>")


def test_every_page_says_its_language_and_direction(site: Sample) -> None:
    """`<html lang dir>` stands on each page, and one h1."""
    assert {(tree.get("lang"), tree.get("dir")) for tree in site.trees.values()} == {("en", "ltr")}
    assert [path for path, tree in site.trees.items() if len(list(tree.iter(f"{HTML}h1"))) != 1] == []


def test_no_id_stands_twice(site: Sample) -> None:
    """A fragment leads to one place. The check finds an id that is doubled."""
    assert {path: found for path, tree in site.trees.items() if (found := twice(tree))} == {}
    assert twice(parsed(b'<p id="a"><p id="a"><p id="b">')) == ["a"]


def test_every_link_leads_somewhere(site: Sample, tmp_path: Any) -> None:
    """Addresses and fragments inside the site exist; a broken one of either kind is found."""
    assert broken_links(site.folder, "/") == []
    assert broken_links(site.folder, "https://example.org/") == []
    (tmp_path / "index.html").write_text('<a href="#no">x</a><a href="/none/">y</a>')
    assert len(broken_links(tmp_path, "/")) == 2


def test_nothing_is_styled_or_run_inline(site: Sample) -> None:
    """No style, no handler and no script but the one file: the policy would refuse them. Data in a page is none."""
    for path, tree in site.trees.items():
        data = "application/ld+json"
        scripts = [(e.get("src", "")[:8], e.text) for e in tree.iter(f"{HTML}script") if e.get("type") != data]
        assert scripts == [("/assets/", None)], path
        assert not list(tree.iter(f"{HTML}style")), path
        assert not [name for e in tree.iter() for name in e.attrib if name == "style" or name.startswith("on")], path


def test_comparisons_hold_both_texts_whole(site: Sample) -> None:
    """Read down, each column is its article, word for word and in its order, unless rights keep a text back."""
    kept_back = {path for path, tree in site.trees.items() if any(has_class(e, "caution") for e in tree.iter())}
    translations = {path for path, tree in site.trees.items() if not any(has_class(e, "line") for e in tree.iter())}
    whole = [path for path in site.trees if "--" in path and path not in kept_back | translations]
    assert len(whole) > 40
    for path in whole:
        left, right = path.split("/")[2].split("--")
        for side, article in (("left", left), ("right", right)):
            assert column(site.trees[path], side) == published(site.trees[f"articles/{article}/index.html"]), path


@pytest.mark.parametrize("marks", ["", 'class="unseen"'])
def test_columns_are_read_without_what_is_only_spoken(marks: str) -> None:
    """The check above sees a word that is missing from a column: here it is hidden, and so missed."""
    html = f'<ol><li class="line"><div class="left"><div class="text"><p>one <i {marks}>two</i></p></div></div></ol>'
    assert column(parsed(html.encode()), "left") == ("one" if marks else "one two")
