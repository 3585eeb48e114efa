"""Lines that run from right to left are drawn in their order: what is read first stands further to the right."""

from itertools import pairwise
from pathlib import Path

import pytest
from playwright.sync_api import Page

from sitegen.pipeline.build import BuildOptions, build_site
from tests.browser.conftest import OpenTab, serving
from tests.conftest import REPOSITORY

pytestmark = pytest.mark.browser

COMPARISON = "stories/ferry/ferry-northern-wire--ferry-harbour-courier/"
# Where each number of the first lines of the page is drawn, those of one line in the order in which they are read.
NUMBERS = """(selector) => [...document.querySelectorAll(selector)].flatMap((element) => {
  const places = [];
  const walk = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  for (let node = walk.nextNode(); node; node = walk.nextNode()) {
    for (const found of node.data.matchAll(/[0-9]+(?:[:.,][0-9]+)*(?: UTC)?/g)) {
      const range = document.createRange();
      range.setStart(node, found.index);
      range.setEnd(node, found.index + found[0].length);
      const box = range.getBoundingClientRect();
      if (box.width) places.push([found[0], Math.round(box.top), box.left]);
    }
  }
  return [places];
})"""


def out_of_order(page: Page, selector: str) -> list[str]:
    """Numbers that stand further right than the one that is read before them on the same line."""
    wrong = []
    for places in page.evaluate(NUMBERS, selector):
        for (first, top, left), (second, below, beside) in pairwise(places):
            if top == below and beside > left:
                wrong.append(f"{second} is drawn before {first}")
    return wrong


@pytest.fixture(scope="module")
def arabic(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """The sample archive with an Arabic interface."""
    folder = tmp_path_factory.mktemp("arabic")
    for path in sorted((REPOSITORY / "content").rglob("*")):
        if path.is_file():
            target = folder / "content" / path.relative_to(REPOSITORY / "content")
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(path.read_bytes())
    settings = folder / "content" / "site.toml"
    lines = [line for line in settings.read_text("utf-8").split("\n") if not line.startswith("language ")]
    settings.write_text("\n".join(['language = "ar"', *lines]), "utf-8")
    output: Path = folder / "site"
    assert build_site(folder / "content", output, BuildOptions(workers=1, search=False)).report
    return {path.relative_to(output).as_posix(): path.read_bytes() for path in output.rglob("*") if path.is_file()}


def test_numbers_stand_in_the_order_of_the_sentence(open_tab: OpenTab, arabic: dict[str, bytes]) -> None:
    """“3 of 11”, shares and counts of an Arabic page are read from the right; laid out from the left they are not."""
    with serving(arabic) as origin:
        page = open_tab(at=f"{origin}/", width=1280, bypass_csp=True).go(COMPARISON)
        lines = ".lede, .kicker, .titles .meta, .figures dt, .in-figures dd, output"
        assert page.evaluate("document.documentElement.dir") == "rtl"
        page.locator("[data-step-on]").click()
        assert sum(len(places) for places in page.evaluate(NUMBERS, lines)) > 6
        assert out_of_order(page, lines) == []
        page.evaluate("document.documentElement.dir = 'ltr'")
        page.add_style_tag(content="* { direction: ltr !important; unicode-bidi: bidi-override !important; }")
        assert out_of_order(page, lines)
