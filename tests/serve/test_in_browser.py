"""The preview in a real browser, under the policy that published pages have."""

from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright

from sitegen.diagnostics import Location, error
from tests.browser.conftest import need_chromium

POLICY = "default-src 'none'; script-src 'self'; connect-src 'self'; style-src 'self'"
PAGE = (
    '<!doctype html><html lang="%s"><head><meta http-equiv="Content-Security-Policy" content="' + POLICY + '">'
    "<title>%s</title></head><body><main><h1>%s</h1>"
    "<i>%s</i><p>%s</p></main></body></html>"
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
