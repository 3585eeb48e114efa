"""The page of a story with very many copies, as it is laid out on a phone."""

from collections.abc import Callable
from pathlib import Path

from tests.browser.conftest import Tab, served_files, serving
from tests.views.test_story_budget import story


def test_two_hundred_copies_are_few_screens_on_a_phone(tmp_path: Path, open_tab: Callable[..., Tab]) -> None:
    """At 390 pixels the page is at most 8,000 high and no wider than its window; unfolded, it is higher: control."""
    story(tmp_path, 200)
    with serving(served_files(tmp_path / "site")) as origin:
        page = open_tab(origin, width=390).go("/stories/works/")
        size = "[document.documentElement.scrollHeight, document.documentElement.scrollWidth]"
        height, width = page.evaluate(size)
        page.evaluate("document.querySelectorAll('details').forEach(part => { part.open = true; })")
        unfolded, _ = page.evaluate(size)
    assert height <= 8_000
    assert width <= 390
    assert unfolded > 8_000


def test_each_sentence_of_a_story_has_a_link(tmp_path: Path, open_tab: Callable[..., Tab]) -> None:
    """Behind the sentence under the pointer, in one element for all; it leads to the sentence."""
    story(tmp_path, 3)
    with serving(served_files(tmp_path / "site")) as origin:
        page = open_tab(origin).go("/stories/works/")
        sentences = page.locator(".spine .words[id^='s-'], .spine .words [id^='s-']")
        assert page.locator(".spine .here").count() == 0
        for place in (1, 4):
            sentences.nth(place).hover()
            link = page.locator(".spine .here")
            assert link.count() == 1
            assert link.get_attribute("aria-label") == "Link to this sentence"
            link.click()
            assert page.evaluate("location.hash") == f"#{sentences.nth(place).get_attribute('id')}"
