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
