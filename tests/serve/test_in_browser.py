"""The preview and the search index in a real browser, under the policy that published pages have."""

from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright

from sitegen.diagnostics import Location, error
from sitegen.model import File
from sitegen.publish import index_pages
from tests.browser.conftest import need_chromium

POLICY = (
    "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; style-src 'self'; worker-src 'self'"
)
PAGE = (
    '<!doctype html><html lang="%s"><head><meta http-equiv="Content-Security-Policy" content="' + POLICY + '">'
    "<title>%s</title></head><body><main data-pagefind-body><h1>%s</h1>"
    '<i data-pagefind-filter="source">Ä</i><i data-pagefind-filter="source">%s</i><p>%s</p></main></body></html>'
)

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=need_chromium(), args=["--no-sandbox"])
        yield running
        running.close()


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    opened = browser.new_page()
    yield opened
    opened.close()


def test_page_reloads_and_shows_problems(start: Any, page: Page) -> None:
    """A change appears by itself; a mistake lies over the page as text, and goes when it is mended."""
    preview = start()
    preview.files["stories/a/index.html"] = (PAGE % ("en", "A", "before", "x", "")).encode()
    (preview.content / "a.txt").write_text("new")
    messages: list[str] = []
    page.on("console", lambda message: messages.append(message.text))
    page.goto(f"http://{preview.host}/stories/a/")
    expect(page.locator("h1")).to_have_text("before")

    preview.problems = (error("odd", "<img src=x onerror=alert(1)>", Location(path="a.md")),)
    (preview.content / "a.txt").write_text("broken")
    expect(page.locator("#sitegen-problems")).to_contain_text("a.md:1:1: error: <img src=x onerror=alert(1)> [odd]")
    expect(page.locator("img")).to_have_count(0)
    expect(page.locator("h1")).to_have_text("before")

    preview.problems = ()
    preview.files["stories/a/index.html"] = (PAGE % ("en", "A", "after", "x", "")).encode()
    (preview.content / "a.txt").write_text("mended")
    expect(page.locator("h1")).to_have_text("after")
    expect(page.locator("#sitegen-problems")).to_have_count(0)
    assert not [text for text in messages if "Content Security Policy" in text]


def test_published_index_is_searched(start: Any, page: Page) -> None:
    """Pagefind's script reads the sorted index: it finds words, stems, filters and counts."""
    preview = start()
    texts = {"a": ("North", "the council voted on water bills"), "b": ("South", "storms moved the bridges")}
    pages = [
        File(f"{name}/index.html", (PAGE % ("en", name, name, source, text)).encode())
        for name, (source, text) in texts.items()
    ]
    preview.files.update({one.path: one.content for one in (*pages, *index_pages(pages))})
    (preview.content / "a.txt").write_text("new")
    expect(page.locator("body")).to_be_attached()
    while len(preview.said) < 3:
        page.wait_for_timeout(20)
    page.goto(f"http://{preview.host}/a/")
    found = page.evaluate(
        """async () => {
          const pagefind = await import("/pagefind/pagefind.js");
          const urls = async (...asked) =>
            Promise.all((await pagefind.search(...asked)).results.map(async (one) => (await one.data()).url));
          return {
            filters: await pagefind.filters(),
            bill: await urls("bill"),
            moving: await urls("moving"),
            south: await urls(null, {filters: {source: "South"}}),
            none: await urls("bill", {filters: {source: "South"}}),
          };
        }"""
    )
    assert found == {
        "filters": {"source": {"North": 1, "South": 1, "Ä": 2}},
        "bill": ["/a/"],
        "moving": ["/b/"],
        "south": ["/b/"],
        "none": [],
    }
