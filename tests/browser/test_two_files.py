"""The page of `sitegen compare --html`, opened from disk: whole by itself, silent, kept by its policy."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from benchmarks.site.accessibility import axe_script
from sitegen.cli import main
from tests.browser.conftest import OpenTab
from tests.browser.test_comparison import told

pytestmark = pytest.mark.browser

LEFT = (
    "The ferry turned back to Lorne on Monday after its steering failed, with 61 people on board.",
    "The captain has run the route for twelve years and said that nobody was in danger.",
    "Nobody spoke \u202eof the other matter <script>alert(1)</script>.",
    "Fishermen in the harbour had warned of the swell since the early hours of the morning.",
)
RIGHT = (
    "The ferry turned back to Lorne on Monday after its steer\u200bing failed, with 62 people on board.",
    "Fishermen in the harbour had warned of the swell since the small hours of the morning.",
    "The captain has run the route for twelve years and claimed that nobody was in danger.",
    "Nobody spoke \u202eof the other matter <script>alert(1)</script>.",
)


@pytest.fixture(scope="module")
def page_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("two")
    for name, text in (("left.txt", LEFT), ("right.txt", RIGHT)):
        (folder / name).write_text("\n\n".join(text) + "\n", encoding="utf-8")
    target = folder / "page.html"
    arguments = ["compare", str(folder / "left.txt"), str(folder / "right.txt"), "--html", str(target)]
    assert CliRunner().invoke(main, arguments).exit_code == 1
    return target


def test_it_opens_from_disk_and_asks_for_nothing(open_tab: OpenTab, page_file: Path) -> None:
    """One request, that of the page itself; its own style and script run, and nothing is refused or goes wrong."""
    tab = open_tab(at="file://", width=1280)
    asked: list[str] = []
    tab.page.on("request", lambda sent: asked.append(sent.url))
    page = tab.go(str(page_file))
    assert asked == [page_file.as_uri()]
    assert (tab.errors, tab.violations, tab.ran) == ([], [], [])
    total = page.locator("[data-stop]").count()
    assert told(page) == f"{total} changes"
    page.keyboard.press("j")
    assert told(page) == f"1 of {total}"
    assert "#c-" in page.url
    assert page.locator(".line").first.evaluate("(line) => getComputedStyle(line).display") == "grid"


def test_its_policy_allows_nothing_else(open_tab: OpenTab, page_file: Path) -> None:
    """A script, a style or an image that gets into the page does nothing. Control: without the policy they do."""
    attack = "<style>body { color: red }</style><script>alert(2)</script><img src=https://evil.example/x.png>"
    html = page_file.read_text("utf-8").replace("</main>", f"{attack}</main>")
    for name, policed in (("kept.html", True), ("open.html", False)):
        target = page_file.with_name(name)
        target.write_text(html if policed else html.replace("Content-Security-Policy", "x-nothing"), encoding="utf-8")
        tab = open_tab(at="file://")
        page = tab.go(str(target))
        assert bool(tab.ran) != policed
        assert bool(tab.violations) == policed
        assert (page.locator("body").evaluate("(body) => getComputedStyle(body).color") == "rgb(255, 0, 0)") != policed


def test_it_is_whole_without_a_script(open_tab: OpenTab, page_file: Path) -> None:
    """Texts, marks and remarks stand there; what needs a script is not offered."""
    page = open_tab(at="file://", java_script_enabled=False).go(str(page_file))
    assert page.locator("ins", has_text="62").first.is_visible()
    assert page.get_by_text("The attribution changed from “said” to “claimed”.").first.is_visible()
    assert page.locator("[data-step]").is_hidden()
    page.check("#hide-typography")
    assert page.locator(".whisper .sign").first.is_hidden()


@pytest.mark.parametrize("width", [1280, 390])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_it_fits_and_is_accessible(open_tab: OpenTab, page_file: Path, width: int, scheme: str) -> None:
    """On a desk and on a telephone, by day and by night, it is no wider than the screen and axe finds no fault."""
    tab = open_tab(at="file://", width=width, height=844, color_scheme=scheme, bypass_csp=True)
    page = tab.go(str(page_file))
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    page.add_script_tag(content=axe_script())
    found = page.evaluate("axe.run().then(({ violations }) => violations.map(({ id, nodes }) => [id, nodes[0].html]))")
    assert found == []


def test_an_override_turns_nothing(open_tab: OpenTab, page_file: Path) -> None:
    """The words after an override stand from left to right, and a sign that is named stands at its place.

    Control: in the same page without its isolation they run the other way.
    """
    places = """() => {
      const all = [...document.querySelectorAll(".line.same .left .text p")];
      const text = all.find((one) => one.textContent.includes("spoke"));
      const walk = document.createTreeWalker(text, NodeFilter.SHOW_TEXT);
      const at = (word) => {
        for (walk.currentNode = text; walk.nextNode(); ) {
          const start = walk.currentNode.data.indexOf(word);
          if (start < 0) continue;
          const range = document.createRange();
          range.setStart(walk.currentNode, start);
          range.setEnd(walk.currentNode, start + word.length);
          return range.getBoundingClientRect().left;
        }
      };
      return [at("Nobody"), at("the"), at("other"), at("matter")];
    }"""
    page = open_tab(at="file://").go(str(page_file))
    found = page.evaluate(places)
    assert found == sorted(found)
    sign = page.locator(".line.same .left .sign").first
    assert sign.get_attribute("aria-label") == "right-to-left override (U+202E)"
    assert sign.evaluate("(sign) => getComputedStyle(sign, '::before').content") == '"RLO"'
    bare = page_file.with_name("bare.html")
    bare.write_text(page_file.read_text("utf-8").replace("<bdi>\u202e</bdi>", "\u202e"), encoding="utf-8")
    turned = open_tab(at="file://").go(str(bare)).evaluate(places)
    assert turned != sorted(turned)


def test_print_leaves_out_what_cannot_be_pressed(open_tab: OpenTab, page_file: Path) -> None:
    """On paper stand both columns and no switches, and folds are open."""
    page = open_tab(at="file://").go(str(page_file))
    page.emulate_media(media="print")
    assert page.locator(".bar").is_hidden()
    left, right = (page.locator(f"li.line > {side}").first.bounding_box() for side in (".left", ".right"))
    assert left is not None
    assert right is not None
    assert left["x"] < right["x"]
