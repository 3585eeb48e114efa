"""What the pages of the sample's stories say leads in one step to the words that it speaks of."""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from lxml import html

from benchmarks.links import broken_links

STORIES = ("bakery", "bell", "bridge", "drones", "ferry", "mask", "pell-star-fire", "snail", "water")
FINDINGS = (".leads > li", ".fact-list > li", ".quotation-list > li", ".translation-list > li", ".lineage-list li")
"""Lists of which each entry says something that was found."""


@cache
def page_of(path: Path) -> html.HtmlElement:
    return html.document_fromstring(path.read_bytes(), parser=html.HTMLParser(encoding="utf-8"))


def plain(text: str) -> str:
    """A text as words are looked for in it: without isolates, its spaces and marks one way."""
    bare = re.sub(r"[\u2066-\u2069\u202f\u00a0]", lambda match: " " if match[0] in "\u202f\u00a0" else "", text)
    return " ".join(re.sub(r"[“”„«»‘’'\"]", "", bare).split())


def words_of(element: html.HtmlElement) -> str:
    return plain(element.text_content())


def quoted_in(element: html.HtmlElement) -> list[str]:
    """What a sentence quotes in full."""
    return [plain(words) for words in re.findall(r"“([^“”]+)”", element.text_content()) if "…" not in words]


def led_to(site: Path, page: Path, link: html.HtmlElement) -> tuple[html.HtmlElement, html.HtmlElement]:
    """The page that a link leads to, and the place on it."""
    address, _, fragment = link.get("href").partition("#")
    document = page_of(site / address.lstrip("/") / "index.html" if address else page)
    return document, document.get_element_by_id(fragment) if fragment else document.body


def story_pages(site: Path) -> Iterator[tuple[Path, html.HtmlElement]]:
    for story in STORIES:
        path = site / "stories" / story / "index.html"
        yield path, page_of(path)


def test_no_link_of_the_archive_leads_nowhere(sample_site: Path) -> None:
    """Addresses and places on pages."""
    assert broken_links(sample_site, "/") == []


@pytest.mark.parametrize("findings", FINDINGS)
def test_each_finding_has_a_link(sample_site: Path, findings: str) -> None:
    """Nothing that was found stands alone."""
    entries = [entry for _, document in story_pages(sample_site) for entry in document.cssselect(findings)]
    assert len(entries) >= 4
    assert [words_of(entry) for entry in entries if not entry.cssselect("a[href]")] == []


def test_what_leads_is_where_it_leads(sample_site: Path) -> None:
    """A lost sentence, and who lacks it; what was changed, in both wordings."""
    losses = changes = 0
    for path, document in story_pages(sample_site):
        for lead in document.cssselect(".leads > li"):
            (link,) = lead.cssselect("a")
            _, place = led_to(sample_site, path, link)
            claim, detail = words_of(link), words_of(lead).removeprefix(words_of(link)).strip()
            if link.get("href").startswith("#s-"):
                losses += 1
                assert words_of(place)[:60] in detail, claim
                row = words_of(place.xpath("ancestor-or-self::div[contains(@class, 'row')]")[0])
                assert "Not in" in row if " lack" in claim else all(words in row for words in quoted_in(link)), claim
                if " lack" in claim and " of " not in claim:
                    names = re.split(r", | and ", claim[: claim.index(" lack")])
                    assert all(name in row for name in names), claim
            elif "#c-" in link.get("href"):
                changes += 1
                assert quoted_in(link), claim
                around = words_of(place.getparent())
                assert all(words in around for words in quoted_in(link)), claim
    assert losses >= 5
    assert changes >= 3


def test_each_value_is_on_the_page_that_its_name_leads_to(sample_site: Path) -> None:
    """Facts that differ: the first outlet's page has the value as it is printed, those of others the same figure."""
    looked = 0
    for path, document in story_pages(sample_site):
        for stated in document.cssselect(".fact-list .stated"):
            value = [words_of(quoted) for quoted in stated.cssselect("q")]
            for place, link in enumerate(stated.cssselect("a")):
                looked += 1
                page, _ = led_to(sample_site, path, link)
                sought = value if place == 0 else [figure for text in value for figure in re.findall(r"\d+", text)[:1]]
                assert all(words in words_of(page) for words in sought), words_of(stated)
    assert looked >= 10


def test_each_reading_is_on_the_page_that_its_name_leads_to(sample_site: Path) -> None:
    """Words that a copy has in the place of others, and sentences that stand between."""
    looked = 0
    for path, document in story_pages(sample_site):
        for reading in document.cssselect(".reading.wording"):
            page, _ = led_to(sample_site, path, reading.cssselect("a")[0])
            for inserted in reading.cssselect("ins"):
                looked += 1
                assert words_of(inserted) in words_of(page), words_of(reading)
        for inset in document.cssselect(".inset"):
            page, _ = led_to(sample_site, path, inset.cssselect("a")[0])
            sentence = words_of(inset).partition(": ")[2].partition(" (and ")[0].rstrip(" …")
            looked += 1
            assert sentence[:60] in words_of(page), words_of(inset)
    assert looked >= 60


def test_each_cell_of_a_matrix_that_was_compared_leads_to_the_comparison(sample_site: Path) -> None:
    """The evidence: shares that a comparison measured lead to it, of both its texts."""
    looked = 0
    for story in STORIES:
        path = sample_site / "stories" / story / "evidence" / "index.html"
        for link in page_of(path).cssselect(".matrix a") if path.exists() else ():
            looked += 1
            page, _ = led_to(sample_site, path, link)
            assert page.cssselect("h1")
    assert looked >= 20
