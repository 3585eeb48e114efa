"""The style guide of the preview in a browser: it fits, can be read by all, and obeys the policy of other pages."""

from pathlib import Path

import pytest

from benchmarks.site.accessibility import axe_script
from sitegen.cli.starters import starter_files
from sitegen.pipeline.styleguide import build_styleguide
from tests.browser.conftest import Files, OpenTab, serving

pytestmark = pytest.mark.browser

HOME = "http://localhost/styleguide/"


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> Files:
    """What the preview serves below `/styleguide/`, of an Arabic archive with a look of its own."""
    folder = tmp_path_factory.mktemp("guide")
    archive = tmp_path_factory.mktemp("archive")
    (archive / "site.toml").write_text('language = "ar"\n[look]\nlink = "#7a1f3d #f0a9bf"\n', encoding="utf-8")
    assert build_styleguide(archive, folder, HOME, {name: starter_files(name) for name in ("en", "ar")}) == ()
    return {f"styleguide/{name}": (folder / name).read_bytes() for name in served(folder)}


def served(folder: Path) -> list[str]:
    names = (path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())
    return [name for name in names if not name.startswith("texts/")]


@pytest.mark.parametrize(("width", "scheme"), [(390, "dark"), (1280, "light")])
def test_it_fits_and_is_accessible(open_tab: OpenTab, files: Files, width: int, scheme: str) -> None:
    """On a telephone and on a desk, by night and by day: nothing runs over the side, and axe finds no fault."""
    with serving(files, "") as origin:
        tab = open_tab(origin, width=width, height=844, color_scheme=scheme, bypass_csp=True)
        page = tab.go("styleguide/")
        assert page.locator(".guide-part").count() > 80
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        assert (tab.errors, tab.violations, tab.ran) == ([], [], [])
        rules = "(parts) => parts.map((part) => getComputedStyle(part).borderBlockEndWidth)"
        assert set(page.locator(".guide-part").evaluate_all(rules)) == {"0px", "1px"}
        assert set(page.locator(".guide-part:last-child").evaluate_all(rules)) == {"0px"}, "two rules above a heading"
        page.add_script_tag(content=axe_script())
        found = page.evaluate(
            "axe.run().then(({ violations }) => violations.map(({ id, nodes }) => [id, nodes[0].html]))"
        )
        assert found == []


def test_it_obeys_the_policy_and_what_it_shows_is_seen(open_tab: OpenTab, files: Files) -> None:
    """Nothing is refused; examples have their style, stay inside their boxes and lead to the specimen."""
    with serving(files, "") as origin:
        tab = open_tab(origin, width=1280, height=844)
        page = tab.go("styleguide/")
        assert (tab.errors, tab.violations) == ([], [])
        assert page.evaluate("document.styleSheets.length") == 2
        empty = page.evaluate(
            """() => [...document.querySelectorAll(".guide-part")].filter((part) =>
                 ![...part.querySelectorAll(".guide-example *")].some((element) => {
                   const { width, height } = element.getBoundingClientRect();
                   return width > 4 && height > 4;
                 })).map((part) => part.id)"""
        )
        assert set(empty) <= {"class-unseen", "class-skip"}
        swatch = page.locator(".guide-colours tr", has_text="--link").locator("rect").first
        assert swatch.evaluate("(rect) => getComputedStyle(rect).fill") == "rgb(122, 31, 61)"
        page.click("#pages a >> nth=0")
        assert "/styleguide/specimen/" in page.url
        assert page.locator("main").count() == 1
