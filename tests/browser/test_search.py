"""Search in the reader's browser, under the policy of published pages, and what there is without it."""

import json
import re
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import OpenTab, Sample, build, serving, write

pytestmark = pytest.mark.browser

ENGLISH = "/articles/ferry-northern-wire/"
ARABIC = "/articles/ferry-marfa-alyawm/"
VIETNAMESE = "/articles/ferry-tin-eo-bien/"
CHINESE = "/articles/mask-beijia-chenbao/"
ATTRIBUTES = "(element) => element.getAttributeNames()"
DONE = re.compile(r"pages? ha(s|ve) these words|No page has")


def search(page: Page, words: str, links_shown: str = "li > a") -> list[str]:
    """Types words into the box and gives the addresses of what is then listed, best first: the best of each story."""
    links, status = page.locator(f"[data-find-results] {links_shown}"), page.locator("[data-find-status]")
    page.fill("#q", "")
    until(page, lambda: status.inner_text() == "")
    page.locator("#q").press_sequentially(words)
    until(page, lambda: bool(DONE.search(status.inner_text())))
    until(page, lambda: "aria-busy" not in page.locator("[data-find-results]").evaluate(ATTRIBUTES))
    return links.evaluate_all("(all) => all.map((link) => link.getAttribute('href'))")


def until(page: Page, holds: Callable[[], bool]) -> None:
    """Waits for something; asks more often than Playwright's own waiting, which makes a search last a second."""
    for _ in range(500):
        if holds():
            return
        page.wait_for_timeout(20)
    assert holds()


def test_words_in_any_script_are_found(open_tab: OpenTab) -> None:
    """Typing finds articles in English, in Arabic, in Vietnamese with and without its marks, in Chinese."""
    tab = open_tab(fresh=True)
    page = tab.go("search/")
    for words, article in (
        ("hydraulic pump", ENGLISH),
        ("pumps", ENGLISH),
        ("عبّارة", ARABIC),
        ("عبارة", ARABIC),
        ("tuần duyên", VIETNAMESE),
        ("tuan duyen", VIETNAMESE),
        ("博物馆", CHINESE),
    ):
        assert article in search(page, words, "a"), words
    assert search(page, "zzqqxx") == []
    assert page.inner_text("[data-find-status]") == "No page has \u2068zzqqxx\u2069"
    assert (tab.errors, tab.violations, tab.foreign) == ([], [], [])


def test_comparisons_are_not_searched(open_tab: OpenTab, site: Sample) -> None:
    """The index answers with articles, stories and pages of the editor: a comparison repeats them."""
    files = [json.loads(content) for path, content in site.files.items() if path.startswith("search/index/")]
    rows = [row for rows in files if isinstance(rows, list) for row in rows]
    found = [row[0] for row in rows]
    articles = [path.removesuffix("index.html") for path in site.files if path.startswith("articles/")]
    assert set(articles) <= set(found)
    assert [url for url in found if not url.startswith(("articles/", "stories/", "pages/")) or "--" in url] == []
    page = open_tab().go("search/")
    results = search(page, "the")
    assert len(results) == 10
    page.click("[data-find-more]")
    expect(page.locator("[data-find-results] li > a >> nth=10")).to_be_focused()


def test_results_are_walked_with_arrows_and_kept_in_the_address(open_tab: OpenTab) -> None:
    """Down goes from the box to the first result and up back; what was asked is in the address, and asked again."""
    tab = open_tab()
    page = tab.go("search/")
    first = search(page, "oysters")[0]
    assert page.url.endswith("search/?q=oysters")
    page.keyboard.press("ArrowDown")
    assert page.evaluate("document.activeElement.getAttribute('href')") == first
    page.keyboard.press("ArrowUp")
    assert page.evaluate("document.activeElement.id") == "q"
    page.goto(f"{tab.origin}search/?q=oysters")
    expect(page.locator("[data-find-results] a").first).to_have_attribute("href", first)


def test_every_article_is_reached_without_a_script(open_tab: OpenTab, site: Sample) -> None:
    """Without JavaScript there is the index by source and year, and it leads to every article."""
    tab = open_tab(java_script_enabled=False)
    page = tab.go("search/")
    assert page.locator(".find").is_hidden()
    assert "needs JavaScript" in page.inner_text(".caution")
    years = page.locator(".by-source ul a").evaluate_all("(all) => all.map((link) => link.getAttribute('href'))")
    assert page.locator(".by-source ul a").first.is_visible()
    reached: set[str] = set()
    for year in years:
        path, _, fragment = year[1:].partition("#")
        (part,) = (e for e in site.trees[f"{path}index.html"].iter() if e.get("id") == fragment)
        reached |= {link.get("href") for link in part.iter() if "/articles/" in link.get("href", "")}
    all_articles = {f"/{path.removesuffix('index.html')}" for path in site.trees if path.startswith("articles/")}
    assert reached == all_articles


def test_page_says_that_there_is_no_index(open_tab: OpenTab, tmp_path: Path) -> None:
    """An archive built without search shows no box, and still leads to every article."""
    archive = {
        "sources/a.md": "---\nname: A\n---\n",
        "a.md": "---\nsource: a\n---\n\nThe lighthouse was lit on Friday.\n",
    }
    files = build(write(tmp_path / "content", archive), tmp_path / "site")
    assert not [path for path in files if path.startswith(("search/index/", "search/segments"))]
    with serving(files) as at:
        tab = open_tab(at)
        page = tab.go("search/")
        assert "No search index was made" in page.inner_text(".caution")
        assert page.locator("#q").count() == 0
        assert page.locator(".by-source a").count() > 0
        assert (tab.errors, tab.violations) == ([], [])


def test_page_says_that_the_index_cannot_be_loaded(open_tab: OpenTab) -> None:
    """When the index is lost on the way, the page says it and points at the list; a second try succeeds."""
    tab = open_tab()
    tab.page.route("**/segments.json", lambda route: route.abort())
    page = tab.go("search/")
    page.fill("#q", "ferry")
    expect(page.locator("[data-find-status]")).to_contain_text("could not be loaded")
    assert page.locator(".by-source ul a").first.is_visible()
    page.unroute("**/segments.json")
    assert ENGLISH in search(page, "hydraulic", "a")


HOSTILE = {
    "too large": "The zebra &#99999999; went home.",
    "surrogate": "The zebra &#xD800; &#55357; went home.",
    "half tags": "The zebra <b </mark> <mark a <!-- <script>alert(1)</script> went home.",
    "written out": "The zebra &amp; the &quot;gnu&nbsp;and; &copy &#0; went home.",
    "plain": "The zebra went home.",
}
"""Texts as articles print them; none is markup."""


def apart(folder: Path, texts: Mapping[str, str]) -> Path:
    """Raw texts, each a story of its own."""
    head = "---\nstory: {}\nformat: text\n---\nA walk\n\n{}\n"
    return write(folder, {f"{name}.md": head.format(name, text) for name, text in texts.items()})


def test_what_looks_like_markup_is_shown_as_the_article_prints_it(open_tab: OpenTab, tmp_path: Path) -> None:
    """Character references, surrogates and half tags in a text stay what they are, and every result is listed."""
    texts = {name.replace(" ", "-"): text for name, text in HOSTILE.items()}
    files = build(apart(tmp_path / "content", texts), tmp_path / "site", search=True)
    with serving(files) as origin:
        tab = open_tab(at=origin)
        page = tab.go("search/")
        found = search(page, "zebra")
        assert sorted(found) == sorted(f"/articles/{name}/" for name in texts)
        excerpts = page.locator("[data-find-results] li > p:not(.meta)").all_inner_texts()
        for text in texts.values():
            assert any(text in excerpt for excerpt in excerpts), (text, excerpts)
        assert set(page.locator("[data-find-results] mark").all_inner_texts()) == {"zebra"}
        assert (tab.errors, tab.violations, tab.foreign, tab.ran) == ([], [], [], [])


@pytest.mark.parametrize("failure", ["lost on the way", "cannot be shown"])
def test_a_result_that_fails_is_left_out_alone(open_tab: OpenTab, tmp_path: Path, failure: str) -> None:
    """The others are listed, and the line above says that one is missing."""
    texts = {name: f"The zebra went {name}." for name in ("home", "north", "south")}
    files = dict(build(apart(tmp_path / "content", texts), tmp_path / "site", search=True))
    if failure == "cannot be shown":
        files["articles/north/index.html"] = b"<!doctype html><p>Another page."
    with serving(files) as origin:
        tab = open_tab(at=origin)
        if failure == "lost on the way":
            tab.page.route("**/articles/north/", lambda route: route.abort())
        page = tab.go("search/")
        page.fill("#q", "zebra")
        expect(page.locator("[data-find-status]")).to_have_text("3 pages have these words; 1 of them cannot be shown")
        links = page.locator("[data-find-results] li > a").evaluate_all("(all) => all.map((link) => link.pathname)")
        assert sorted(links) == ["/articles/home/", "/articles/south/"]


def test_an_index_in_segments_is_searched_whole(
    open_tab: OpenTab, sample: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A large archive has its index in segments; the box finds what any of them holds, each page once."""
    monkeypatch.setattr("sitegen.search.index.PAGES_A_SEGMENT", 10)
    files = build(sample, tmp_path / "site", search=True)
    assert len(json.loads(files["search/segments.json"])["segments"]) == 8
    with serving(files) as origin:
        tab = open_tab(at=origin)
        page = tab.go("search/")
        assert ENGLISH in search(page, "hydraulic pump", "a")
        found = search(page, "the")
        assert len(found) == len(set(found)) > 5
        assert (tab.errors, tab.violations, tab.foreign) == ([], [], [])
