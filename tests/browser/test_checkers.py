"""What other people's checkers say of the pages: the Nu HTML checker, axe in six languages."""

import os
import shutil
from pathlib import Path

import pytest

from benchmarks.site import markup
from benchmarks.site.accessibility import barriers
from benchmarks.site.markup import KEPT, mistakes_of, unneeded, without_kept
from benchmarks.site.pages import KINDS, file_of
from sitegen.read import theme_folder
from sitegen.render.shrinking import shrunk_css
from tests.browser.conftest import OpenTab, Sample, served_files, serving
from tests.greek import SiteInGreek
from tests.text.test_catalogues import LANGUAGES

pytestmark = pytest.mark.browser
PHONE = {"width": 390, "height": 844}


def need_checker() -> None:
    """Without Java or the checker, tests fail where CI runs them and are skipped elsewhere."""
    missing = markup.missing_checker()
    if missing and os.environ.get("CI") == "true":
        pytest.fail(missing, pytrace=False)
    if missing:
        pytest.skip(missing)


def test_without_java_tests_fail_in_ci(monkeypatch: pytest.MonkeyPatch) -> None:
    """No one believes that pages were checked when they were not."""
    monkeypatch.setattr(shutil, "which", lambda _name: None)
    monkeypatch.setenv("CI", "true")
    with pytest.raises(pytest.fail.Exception, match="no Java"):
        need_checker()
    monkeypatch.setenv("CI", "")
    with pytest.raises(pytest.skip.Exception, match="no Java"):
        need_checker()


def test_nu_finds_nothing(site: Sample, site_in: SiteInGreek) -> None:
    """No error and no warning in any page or style sheet, nor in one page of each kind in five other languages."""
    need_checker()
    files = [path for path in sorted(site.folder.rglob("*")) if path.suffix in (".html", ".css")]
    files += [site_in(language) / file_of(path) for language in LANGUAGES for path in KINDS.values()]
    mistakes = mistakes_of(files, site.folder)
    # The checker guesses a page's language by its letters, and takes the archive in Greek letters for Greek.
    real = [mistake for mistake in mistakes if "appears to be written in Greek" not in mistake.message]
    assert [str(mistake) for mistake in without_kept(real)] == []
    assert unneeded(mistakes) == (), "a line of KEPT that no page needs"


def test_nu_finds_what_is_wrong(tmp_path: Path) -> None:
    """Control: a wrong attribute, a needless role, a property that is none; what is kept is counted apart."""
    need_checker()
    page = """<!doctype html><html lang="en"><head><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'self'">
<title>T</title><link rel="stylesheet" href="/assets/a.css"></head>
<body><h1 colour="red">T</h1>
<ul role="list"><li>x</li></ul></body></html>
"""
    (tmp_path / "page.html").write_text(page)
    (tmp_path / "a.css").write_text("@layer a { @media print { p { colour: red; } } }")
    mistakes = mistakes_of([tmp_path / "page.html", tmp_path / "a.css"], tmp_path)
    assert [(mistake.path, mistake.kind) for mistake in without_kept(mistakes)] == [
        ("a.css", "error"),
        ("page.html", "error"),
        ("page.html", "warning"),
    ]
    assert len(mistakes) == 4
    assert unneeded(mistakes) == KEPT[1:]


@pytest.mark.parametrize("language", LANGUAGES)
def test_axe_finds_nothing_in_any_language(open_tab: OpenTab, site_in: SiteInGreek, language: str) -> None:
    """Every kind of page in every language of the interface, light on a wide screen and dark on a telephone: words of
    one language are short links where those of another are long, and lines break elsewhere."""
    found: dict[str, list[str]] = {}
    with serving(served_files(site_in(language))) as origin:
        tab = open_tab(origin, bypass_csp=True)
        for kind, path in KINDS.items():
            page = tab.go(path)
            assert page.evaluate("document.documentElement.lang") == language
            for scheme, size in (("light", {"width": 1280, "height": 900}), ("dark", PHONE)):
                page.emulate_media(color_scheme=scheme)
                page.set_viewport_size(size)
                if problems := barriers(page):
                    found[f"{kind}, {scheme}"] = problems
    assert found == {}


def test_tables_and_lists_are_said_to_be_some(open_tab: OpenTab) -> None:
    """Where a table is laid out as cards a listener still hears a table; and a list where it has no bullets."""
    page = open_tab(width=390, height=844).go("sources/")
    table = page.get_by_role("table").first
    assert table.evaluate("(table) => getComputedStyle(table).display") == "block"
    assert table.get_by_role("row").count() > 5
    assert table.get_by_role("rowheader").count() > 5
    assert table.get_by_role("cell").count() > 20
    page = open_tab(width=390, height=844).go(KINDS["comparison"])
    lists = page.locator("ol, ul")
    assert lists.count() > 3
    # WebKit takes `none` for a sign that a list is none.
    assert "none" not in lists.evaluate_all("(all) => all.map((one) => getComputedStyle(one).listStyleType)")


_RULES = """(texts) => texts.map((text) => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(text);
  // Of a property of one's own the browser keeps the spaces too.
  return [...sheet.cssRules].map((rule) => rule.cssText.replace(/\\s+/g, " ").replaceAll(", ", ","));
})"""


def test_the_style_sheet_means_what_its_authors_wrote(open_tab: OpenTab) -> None:
    """A browser reads the same rules out of what is published as out of the theme; a lost space is seen."""
    written = "\n".join(path.read_text("utf-8") for path in sorted(theme_folder().glob("assets/css/*.css")))
    page = open_tab().go("")
    plain, shrunk, wrong = page.evaluate(_RULES, [written, shrunk_css(written), shrunk_css(written).replace(" :", ":")])
    assert len(plain) > 10
    assert shrunk == plain
    assert wrong != plain
