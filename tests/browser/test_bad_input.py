"""An archive of bad input: nothing overflows, nothing overlaps its neighbours and nothing runs on a telephone.

What the archive holds is in benchmarks/site/bad_input.py.
"""

from collections.abc import Iterator

import pytest

from benchmarks.site.bad_input import archive
from benchmarks.site.weights import elements_of, gzipped
from tests.browser.conftest import Files, OpenTab, build, serving, write

pytestmark = pytest.mark.browser

MOST_ELEMENTS, MOST_BYTES = 1_400, 25_000


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Files:
    folder = tmp_path_factory.mktemp("bad-input")
    return build(write(folder / "content", archive()), folder / "site")


@pytest.fixture(scope="module")
def at(site: Files) -> Iterator[str]:
    with serving(site) as origin:
        yield origin


PAGES = "paths of all pages"
OVERFLOWS = """() => {
  const wide = document.documentElement.clientWidth;
  const found = [];
  if (document.documentElement.scrollWidth > wide) found.push(`page: ${document.documentElement.scrollWidth}`);
  // What stands in a part that scrolls, or is cut at its own border, may be wider than the page.
  const bounded = (element) => {
    for (let up = element.parentElement; up && up !== document.body; up = up.parentElement) {
      const style = getComputedStyle(up);
      if (style.overflowX !== "visible" || style.clipPath !== "none") return true;
    }
    return false;
  };
  for (const element of document.body.querySelectorAll("*")) {
    const box = element.getBoundingClientRect();
    if (!box.width || !box.height || !element.checkVisibility()) continue;
    if (getComputedStyle(element).position === "fixed") continue;
    if ((box.right > wide + 1 || box.left < -1) && !bounded(element) && !element.closest(".unseen, .skip, svg")) {
      found.push(`${element.localName}.${element.className}: ${Math.round(box.left)} to ${Math.round(box.right)}`);
    }
  }
  return found.slice(0, 5);
}"""
"""What is wider than the window."""
OVERLAPS = """() => {
  const found = [];
  const lines = [...document.querySelectorAll("main p, main li, main dt, main dd, main h1, main h2, main h3")];
  const boxes = lines.filter((one) => !one.querySelector("p, li, dl, h3, div, ol, ul, details, svg"))
    .map((one) => [one, one.getBoundingClientRect()])
    .filter(([one, box]) => box.width && box.height && one.checkVisibility());
  for (let at = 1; at < boxes.length; at += 1) {
    const [before, above] = boxes[at - 1], [after, below] = boxes[at];
    const across = Math.min(above.right, below.right) - Math.max(above.left, below.left);
    const down = Math.min(above.bottom, below.bottom) - Math.max(above.top, below.top);
    if (across > 2 && down > 2 && !before.contains(after)) {
      found.push(`${before.textContent.trim().slice(0, 30)} | ${after.textContent.trim().slice(0, 30)}`);
    }
  }
  return found.slice(0, 5);
}"""
"""Neighbours that stand on each other."""


@pytest.mark.parametrize("width", [390, 1280])
def test_nothing_overflows_overlaps_or_runs(open_tab: OpenTab, site: Files, at: str, width: int) -> None:
    """Every page fits its window, whatever it holds, and no script of an outlet runs."""
    tab = open_tab(at, width=width, height=844, bypass_csp=True)
    wrong = {}
    for path in sorted(path for path in site if path.endswith(".html")):
        page = tab.go(path.removesuffix("index.html"))
        problems = [*page.evaluate(OVERFLOWS), *page.evaluate(OVERLAPS)]
        if problems:
            wrong[path] = problems
    assert wrong == {}, "\n".join(f"{path}: {problem}" for path, problem in wrong.items())
    assert (tab.ran, tab.foreign) == ([], [])


def test_what_overflows_is_seen(open_tab: OpenTab, at: str) -> None:
    """Control: a word that may not be broken is seen, and so is a line on another."""
    page = open_tab(at, width=390, height=844, bypass_csp=True).go("articles/hard-c3/")
    page.add_style_tag(
        content="* { overflow-wrap: normal !important; word-break: normal !important; white-space: nowrap }"
    )
    assert page.evaluate(OVERFLOWS)
    page.add_style_tag(content="main p { margin-block-end: -2rem !important }")
    assert page.evaluate(OVERLAPS)


def test_every_page_is_light(site: Files) -> None:
    """None has more elements or bytes than a telephone bears."""
    heavy = {
        path: (count, size)
        for path, data in site.items()
        if path.endswith(".html")
        and ((count := elements_of(data.decode())) > MOST_ELEMENTS or (size := gzipped(data)) > MOST_BYTES)
    }
    assert heavy == {}


def test_heaped_marks_stay_in_their_line(open_tab: OpenTab, at: str) -> None:
    """Marks that are heaped on a letter are cut at the line, and cover no other."""
    page = open_tab(at, width=390, height=844, bypass_csp=True).go("articles/hard-c1/")
    assert page.locator("main").evaluate("(main) => main.scrollHeight - main.clientHeight") <= 1


def test_a_page_named_like_a_story_has_its_own_address(site: Files) -> None:
    """It takes the place of no other page."""
    assert b"No one is counted here" in site["pages/privacy/index.html"]
    assert "stories/hard/index.html" in site
    assert "pages/hard/index.html" in site
