"""An archive of bad input: nothing overflows, nothing overlaps its neighbours and nothing runs on a telephone.

One archive holds what outlets really print and what nobody should: titles of one and of 400 characters, directions
inside each other, an outlet of 110 characters, one called `<script>`, a word of 300 letters, marks heaped on letters,
sixty tags, no dates, a page named like a story.
"""

import gzip
import json
from collections.abc import Iterator

import pytest

from tests.browser.conftest import Files, OpenTab, build, serving, write
from tests.views.test_story_budget import Elements

pytestmark = pytest.mark.browser

LONG_TITLE = "A very long headline about the harbour " * 10 + "ends here."
LONG_OUTLET = (
    "The Very Old and Very Honourable Gazette of the Harbours, Islands and Lighthouses of the Whole Northern Coast X"
)
LONG_WORD = "Hafenbehördenvorsitzendenstellvertreter" * 8
HEAPED = "H" + "\u0300\u0301\u0302\u0303\u0334\u0335" * 12 + "o" + "\u0316\u0317\u0318\u0319" * 20 + "lm"
ARABIC = "عاد المصباح في المرفأ إلى العمل يوم الجمعة"
MIXED = f"Holm (הולם) and {ARABIC} in one headline, 61 of them"
FIRST = (
    "The lighthouse at Holm was lit on Friday for the first time in nine years, the harbour office told reporters.",
    "A crate of oysters, two bicycles and a wedding cake did not survive the berthing of the ferry at the pier.",
    "“We had forgotten how far it reaches,” said Ada Brandt, 58, who keeps the slipway below it and its 4,000 ropes.",
)
MOST_ELEMENTS, MOST_BYTES = 1_400, 25_000


def text(number: int) -> str:
    """A copy with something of its own that is hard to set."""
    own = (
        f"The office of the {LONG_WORD} gave no reason.",
        f"The town is now called {HEAPED}, a sign said.",
        f"A visitor said: {ARABIC}, and left at 14:30.",
        f"{'x' * 300} stood on the wall.",
        "<script>alert(1)</script> was painted on the door, <img src=x onerror=alert(2)> on the roof.",
        "https://example.org/" + "a-very-long-address-of-a-page/" * 10,
    )[number % 6]
    changed = FIRST[0].replace("nine", str(number + 3)).replace("Friday", ("Friday", "Monday")[number % 2])
    return "\n\n".join((changed, own, *FIRST[1:]))


def front(**fields: object) -> str:
    return "\n".join(
        ["---", *(f"{name}: {json.dumps(value, ensure_ascii=False)}" for name, value in fields.items()), "---", ""]
    )


def archive() -> dict[str, str]:
    """The content folder."""
    titles = ("X", LONG_TITLE, MIXED, ARABIC, f"{LONG_WORD} {HEAPED}", "<script>alert(3)</script>")
    outlets = ("<script>", LONG_OUTLET, "صحيفة المرفأ الشمالي", LONG_WORD[:100], HEAPED, "Y")
    files = {
        "site.toml": f'title = {json.dumps(LONG_OUTLET)}\nbase_url = "https://example.org/"\npages = true\n',
        "pages/hard.md": front(title=LONG_TITLE, menu=True)
        + f"{LONG_WORD}\n\n{HEAPED}\n\n| a | b |\n|---|---|\n| {'x' * 300} | {ARABIC} |\n",
        "pages/privacy.md": front(title="P") + "No one is counted here.\n",
        "lone.txt": "x" * 300 + "\n",
        "no-title.txt": f"{FIRST[1]}\n\nIt was {LONG_WORD} who saw it, and no one else did, on a day without a date.\n",
        "stories/hard/story.md": front(title=LONG_TITLE, summary=f"{LONG_WORD} {ARABIC}") + f"{HEAPED} {LONG_WORD}\n",
    }
    tags = [f"tag number {number} of many" for number in range(60)]
    for number, (title, outlet) in enumerate(zip(titles, outlets, strict=True)):
        files[f"sources/o{number}.md"] = front(name=outlet, kind="newspaper") + f"{LONG_WORD} {ARABIC}\n"
        dates = {} if number % 3 == 2 else {"published": f"2031-03-0{number + 1}"}
        more = {"author": LONG_OUTLET, "tags": tags, "credit": LONG_WORD} if number == 1 else {}
        head = front(title=title, source=f"o{number}", language="en", **dates, **more)
        files[f"stories/hard/c{number}.txt"] = head + text(number) + "\n"
    return files


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
        and (
            (count := Elements(data.decode()).count) > MOST_ELEMENTS or (size := len(gzip.compress(data))) > MOST_BYTES
        )
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
