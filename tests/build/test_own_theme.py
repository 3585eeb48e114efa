"""Files of the archive that take the place of the theme's: what they change, and what is said where they fail."""

from pathlib import Path

import pytest

from sitegen.config import Config
from sitegen.diagnostics import Diagnostic, SitegenError
from sitegen.pipeline.build import BuildOptions, BuildResult, build_site, theme_of
from sitegen.read import read_archive, read_theme, theme_folder
from sitegen.read.contrast import contrast
from tests.build.small import without_history
from tests.build.test_build import tree

ARTICLE = "---\ntitle: The lamp is lit\npublished: 2031-04-01\n---\nThe lamp at Holm was lit on Friday, at last.\n"
FOOT = '{% extends "theme/base.html" %}\n{% block colophon %}\n{{ super() }}\n<p>Kept by SOCIETY.</p>\n{% endblock %}\n'


def content(folder: Path, settings: str = "theme = true\n", **files: str | bytes) -> Path:
    """An archive of one article with further files; `__` in a name is a slash."""
    all_files: dict[str, str | bytes] = {"lamp.md": ARTICLE, "site.toml": f'title = "Holm"\n{settings}'}
    all_files |= {name.replace("__", "/"): text for name, text in files.items()}
    for name, text in all_files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return folder


def build(folder: Path, output: Path, cache: Path | None = None, workers: int = 1) -> BuildResult:
    """Built without search."""
    return build_site(folder, output, BuildOptions(workers=workers, search=False, cache=cache))


def mistakes(folder: Path) -> tuple[Diagnostic, ...]:
    """What is wrong with the theme of an archive, told before any page is made."""
    archive, problems = read_archive(folder)
    assert problems == ()
    return theme_of(folder, archive.config)[1]


def test_a_template_is_replaced(tmp_path: Path) -> None:
    """One block of one template changes on every page, and the rest of the theme stays."""
    folder = content(tmp_path / "content", **{"templates__base.html": FOOT})
    assert build(folder, tmp_path / "site").diagnostics == ()
    for path in ("index.html", "articles/lamp/index.html", "404.html"):
        page = (tmp_path / "site" / path).read_text(encoding="utf-8")
        assert "Kept by SOCIETY." in page
        assert "Made with sitegen" in page
    plain = build(content(tmp_path / "plain", settings=""), tmp_path / "other")
    assert plain.report
    own = (tmp_path / "site" / "index.html").read_text(encoding="utf-8")
    assert own.replace("<p>Kept by SOCIETY.</p>\n", "").split() == (
        (tmp_path / "other" / "index.html").read_text(encoding="utf-8").split()
    )


def test_without_the_setting_the_folders_hold_articles(tmp_path: Path) -> None:
    """An archive that has folders of those names loses nothing."""
    folder = content(tmp_path / "content", settings="", **{"assets__one.md": ARTICLE, "templates__two.txt": ARTICLE})
    build(folder, tmp_path / "site")
    assert {path.parent.name for path in (tmp_path / "site" / "articles").rglob("index.html")} == {
        "lamp",
        "assets-one",
        "templates-two",
    }


def test_a_changed_template_is_in_every_key(tmp_path: Path) -> None:
    """With a cache, an edited, added or removed file of the theme leaves the site that a build without one makes."""
    folder, site, cache = content(tmp_path / "content"), tmp_path / "site", tmp_path / "cache"
    build(folder, site, cache)
    steps: list[tuple[str, str]] = [
        ("templates/base.html", FOOT),
        ("templates/base.html", FOOT.replace("SOCIETY", "FRIENDS")),
        ("assets/css/90-own.css", "@layer frame { .brand { color: red } }\n"),
        ("site.toml", 'title = "Holm"\ntheme = true\n\n[look]\nlink = "#7a1f3d #f0a9bf"\n'),
        ("templates/base.html", ""),
    ]
    for number, (path, text) in enumerate(steps):
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8")
        if not text:
            target.unlink()
        build(folder, site, cache)
        build(folder, tmp_path / f"clean-{number}")
        assert without_history(tree(site)) == without_history(tree(tmp_path / f"clean-{number}")), path


@pytest.mark.parametrize(
    ("template", "line", "said"),
    [
        ("<p>{{ site.titel }}</p>\n", 1, "`site` has no field `titel`"),
        ("\n\n<p>{{ page.head.titel }}</p>\n", 3, "`page.head` has no field `titel`"),
        ("<p>\n{% if %}</p>\n", 2, "Expected an expression"),
        ("<p>{{ site.title | shout }}</p>\n", 1, "No filter named 'shout'"),
        ('{% extends "basis.html" %}\n', 1, "there is no template `basis.html`"),
        ("<p>\n<style>p { color: red }</style>\n", 2, "its pages allow no style or script inside them"),
        ('<p onclick="go()">\n', 1, "its pages allow no style or script inside them"),
    ],
)
def test_a_mistake_is_told_before_the_build(tmp_path: Path, template: str, line: int, said: str) -> None:
    """A template that cannot be right is told with its file and line and a hint, and nothing is published."""
    folder = content(tmp_path / "content", **{"templates__404.html": template})
    (problem, *_) = mistakes(folder)
    assert problem.location.path == f"{folder}/templates/404.html"
    assert (problem.location.line, problem.severity) == (line, "error")
    assert said in problem.message
    assert problem.source_line == template.splitlines()[line - 1]
    assert problem.hint
    assert build(folder, tmp_path / "site").report is None
    assert not (tmp_path / "site").exists()


def test_the_theme_of_the_package_has_no_mistake(tmp_path: Path) -> None:
    """Control: every template of the package may stand in an archive as it is."""
    own = {f"templates__{name}": data for name, data in read_theme(theme_folder()).items() if name.endswith(".html")}
    own = {name: data for name, data in own.items() if name != "templates__alone.html"}
    assert mistakes(content(tmp_path / "content", **own)) == ()


def test_the_theme_of_the_package_renders_the_same_in_an_archive(tmp_path: Path) -> None:
    """In the sandbox every kind of page is what it is outside of it."""
    files = read_theme(theme_folder())
    own = {
        f"templates__{name}": data for name, data in files.items() if name.endswith(".html") and name != "alone.html"
    }
    copies: dict[str, str | bytes] = {
        "stories__lamp__one.md": ARTICLE,
        "stories__lamp__two.md": ARTICLE.replace("Friday", "Monday").replace("04-01", "04-02"),
    }
    build(content(tmp_path / "own", **own, **copies), tmp_path / "own-site")
    build(content(tmp_path / "plain", settings="", **copies), tmp_path / "site")
    pages = {path: data for path, data in tree(tmp_path / "site").items() if path.endswith(".html")}
    assert any("--" in path for path in pages)
    assert {path: data for path, data in tree(tmp_path / "own-site").items() if path.endswith(".html")} == pages


@pytest.mark.parametrize("workers", [1, 2])
def test_a_mistake_that_a_page_shows_is_told_with_its_line(tmp_path: Path, workers: int) -> None:
    """What only a page shows stops the build in whatever process, with file, line and a hint; nothing is published."""
    template = (
        '{% extends "theme/article.html" %}\n{% block content %}\n'
        "{% for fact in page.facts %}\n{{ fact.labl }}\n{% endfor %}\n{% endblock %}\n"
    )
    folder = content(tmp_path / "content", **{"templates__article.html": template})
    with pytest.raises(SitegenError) as raised:
        build(folder, tmp_path / "site", workers=workers)
    (problem,) = raised.value.diagnostics
    assert problem.location.path == f"{folder}/templates/article.html"
    assert problem.location.line == 4
    assert "`FactLine` has no field `labl`" in problem.message
    assert "`label`" in problem.hint
    assert not (tmp_path / "site").exists()


def test_templates_are_in_a_sandbox(tmp_path: Path) -> None:
    """A template reaches no class behind a value, and changes none."""
    attacks = ("''.__class__.__mro__", "site.__class__.__init__.__globals__", "page.head.nav.append(1)")
    for attack in attacks:
        folder = content(tmp_path / "content", **{"templates__404.html": f"<p>{{{{ {attack} }}}}</p>\n"})
        stopped = False
        try:
            stopped = build(folder, tmp_path / "site").report is None
        except SitegenError:
            stopped = True
        assert stopped, attack


def test_pictures_and_faces_are_published(tmp_path: Path) -> None:
    """They have a digest in their names, and style sheets and templates lead to them."""
    own = {
        "assets__faces__mine.woff2": b"face",
        "assets__mark.png": b"picture",
        "assets__css__90-own.css": '@font-face { font-family: Mine; src: url("faces/mine.woff2") }\n',
        "templates__404.html": '<img src="{{ site.root }}{{ asset("mark.png") }}" alt="">\n',
    }
    site = tmp_path / "site"
    assert build(content(tmp_path / "content", **own), site).diagnostics == ()
    names = {path.read_bytes(): path.name for path in (site / "assets").iterdir()}
    css = next(path.read_text(encoding="utf-8") for path in (site / "assets").glob("site.*.css"))
    assert f"src:url({names[b'face']})" in css
    assert (site / "404.html").read_text(encoding="utf-8") == f'<img src="/assets/{names[b"picture"]}" alt="">\n'


def test_settings_set_colours_faces_and_a_logo(tmp_path: Path) -> None:
    """They need no file of a theme."""
    settings = '[look]\nlogo = "mark.svg"\nlink = "#7a1f3d #f0a9bf"\nserif = "Harbour Face, serif"\n'
    site = tmp_path / "site"
    assert build(content(tmp_path / "content", settings, **{"mark.svg": b"<svg/>"}), site).diagnostics == ()
    css = next(path.read_text(encoding="utf-8") for path in (site / "assets").glob("site.*.css"))
    assert "--link:light-dark(#7a1f3d,#f0a9bf)" in css
    # Of the page, and of texts in Latin letters on a page in Arabic ones.
    assert css.count('--serif:"Harbour Face",serif') == 2
    page = (site / "articles" / "lamp" / "index.html").read_text(encoding="utf-8")
    assert '<img class="logo" src="/assets/site.' in page


@pytest.mark.parametrize(
    ("settings", "code"),
    [
        ('[look]\nlogo = "../mark.svg"\n', "bad-logo"),
        ('[look]\nlogo = "mark.svg"\n', "bad-logo"),
        ('[look]\nlogo = "lamp.md"\n', "bad-logo"),
        ('[look]\nlink = "#fcfbf8"\n', "hard-to-read"),
        ('[look]\npaper = "#1d4a80"\n', "hard-to-read"),
    ],
)
def test_a_look_that_cannot_be_is_told(tmp_path: Path, settings: str, code: str) -> None:
    """A logo that is not there is refused; colours that cannot be read are warned of, with the line that sets them."""
    (problem, *_) = mistakes(content(tmp_path / "content", settings))
    assert problem.code == code
    assert problem.location.line == 3
    assert problem.hint


def test_only_files_of_a_theme_may_stand_there(tmp_path: Path) -> None:
    """A file of another kind is told, and so is one that is not UTF-8."""
    own: dict[str, str | bytes] = {
        "templates__notes.txt": "x",
        "assets__css__logo.png": b"x",
        "templates__base.html": b"\xff\xfe",
    }
    codes = [problem.code for problem in mistakes(content(tmp_path / "content", **own))]
    assert sorted(codes) == ["not-of-a-theme", "not-of-a-theme", "theme-not-utf-8"]


def test_contrast_is_that_of_the_standard() -> None:
    """Black on white is 21 to 1, a colour on itself 1 to 1."""
    assert round(contrast("#000000", "#ffffff"), 1) == 21.0
    assert contrast("#777777", "#777777") == 1
    assert round(contrast("#777777", "#ffffff"), 2) == 4.48


def test_a_plain_theme_is_not_in_a_sandbox(tmp_path: Path) -> None:
    """Without files of its own an archive has the theme that every archive has."""
    theme, problems = theme_of(content(tmp_path / "content"), Config())
    assert (dict(theme.from_archive), problems) == ({}, ())
