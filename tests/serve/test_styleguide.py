"""The style guide of the preview: no part of the theme is forgotten, and the theme is that of the archive."""

import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest

from sitegen.cli.starters import STARTERS, starter_files
from sitegen.pipeline.styleguide import build_styleguide
from sitegen.read import theme_folder
from sitegen.render.examples import Makers, fewest_examples, find_examples
from sitegen.render.selectors import root_tokens, styled_classes
from sitegen.serve import Styleguide

HOME = "http://localhost/styleguide/"
STARTER = {language: starter_files(language) for language in STARTERS}
BEYOND = {
    "nothing": "the front page of an archive without articles",
    "quote": "the button that a script puts beside selected words",
    "two-files": "the page of `sitegen compare --html`",
}
"""Classes that no page of an archive with articles has, each with what has it."""
SWATCH = re.compile(r"<code>--link</code></th><td>.*?<code>(#\w+)</code>.*?<code>(#\w+)</code>", re.DOTALL)
VOID = {"area", "br", "col", "hr", "img", "input", "link", "meta", "wbr"}


class Elements(HTMLParser):
    """Reads a page, and whether every element in it is closed."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.ids: list[str] = []
        self.mistakes: list[str] = []
        self.feed(html)
        self.mistakes += self.open

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.ids += [value or "" for name, value in attrs if name == "id"]
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if not self.open or self.open.pop() != tag:
            self.mistakes.append(f"</{tag}>")


@pytest.fixture(scope="module")
def content(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An archive with a look, a template and a style sheet of its own."""
    folder = tmp_path_factory.mktemp("archive")
    files = {
        "site.toml": 'title = "Our rivers"\ntheme = true\n[look]\nlink = "#7a1f3d #f0a9bf"\n',
        "assets/css/90-own.css": "@layer parts { .of-ours { color: var(--soft); } .never-used { color: red; } }\n",
        "templates/article.html": '{% extends "theme/article.html" %}\n{% block content %}\n{{ super() }}\n'
        '<p class="of-ours">Kept by us.</p>\n{% endblock %}\n',
        "one.md": "---\ntitle: One\n---\nA text of this archive, which the guide does not need.\n",
    }
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def guide(content: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of its style guide."""
    folder = tmp_path_factory.mktemp("guide")
    assert build_styleguide(content, folder, HOME, STARTER) == ()
    return folder


@pytest.fixture(scope="module")
def page(guide: Path) -> str:
    return (guide / "index.html").read_text(encoding="utf-8")


def without_example(page: str) -> set[str]:
    """The classes that the page lists as without one."""
    return set(re.findall(r"<code>\.([\w-]+)", page.partition('id="without-example"')[2]))


def examples(page: str) -> Iterator[tuple[list[str], str]]:
    """The classes of each figure, and its example."""
    for figure in page.split("<figure")[1:]:
        caption, _, example = figure.partition("</figcaption>")
        yield re.findall(r"<code>\.([\w-]+)", caption), example.partition("</figure>")[0]


def test_every_class_that_the_theme_styles_has_an_example(page: str) -> None:
    """Nobody forgets a part: a class that style sheets style by itself is in the specimen, or said to be beyond it."""
    sheets = sorted((theme_folder() / "assets" / "css").glob("*.css"))
    classes = {name for sheet in sheets for name in styled_classes(sheet.read_text(encoding="utf-8"))}
    assert len(classes) > 150
    # `never-used` is the control: a class of the archive that is in no page.
    assert without_example(page) == {*BEYOND, "never-used"}
    shown = {name for names, _ in examples(page) for name in names}
    pages = set(
        re.findall(r'<li><a href="[^"]*"><bdi>([\w-]+)</bdi></a> <bdi>[\w/]+\.html', page.partition('id="pages"')[2])
    )
    steps = {re.sub(r"#$", "1", name) for name in classes}
    assert steps - set(BEYOND) == (shown | pages) - {"of-ours"}
    assert {"home", "story", "comparison", "article"} <= pages


def test_examples_show_the_classes_that_they_are_said_to_show(page: str) -> None:
    """Each is whole, with ids of its own and no script, and what it shows is in it."""
    read = Elements(page)
    assert read.mistakes == []
    assert len(read.ids) == len(set(read.ids))
    assert Elements("<p><b></p>").mistakes, "control"
    for names, example in examples(page):
        classes = set(re.findall(r"[\w-]+", " ".join(re.findall(r'class="([^"]*)"', example))))
        scales = {re.sub(r"\d+$", "1", name) for name in classes}
        assert set(names) <= classes | scales, names
        assert "<script" not in example
        assert not re.search(r"\s(?:style|on[a-z]+)=", example)


def test_the_theme_is_that_of_the_archive(page: str, guide: Path) -> None:
    """Its colours, its sheets and what its templates write; the texts are not its own."""
    assert SWATCH.findall(page) == [("#7a1f3d", "#f0a9bf")]
    assert "<h2><bdi>90-own.css</bdi></h2>" in page
    assert any(names == ["of-ours"] and "Kept by us." in example for names, example in examples(page))
    assert "<code>.of-ours</code> <bdi>article.html" in page
    assert "Our rivers" in page
    assert "A text of this archive" not in page
    assert 'http-equiv="Content-Security-Policy" content="default-src &#39;none&#39;; script-src' in page
    assert 'href="/styleguide/styleguide.css"' in page
    assert (guide / "styleguide.css").is_file()


def test_the_words_of_the_examples_are_in_the_language_of_the_archive(tmp_path: Path) -> None:
    """An Arabic archive sees its theme from right to left, with a story in its own script."""
    (tmp_path / "archive").mkdir()
    (tmp_path / "archive" / "site.toml").write_text('language = "ar"\n', encoding="utf-8")
    assert build_styleguide(tmp_path / "archive", tmp_path / "guide", HOME, STARTER) == ()
    page = (tmp_path / "guide" / "index.html").read_text(encoding="utf-8")
    assert '<html lang="ar" dir="rtl">' in page
    assert "Style guide" not in page
    assert "هولم تستعيد نورها" in page


def test_a_template_that_breaks_says_so_with_its_file(tmp_path: Path) -> None:
    """Where a template fails on the specimen alone, the message names the file of the archive."""
    broken = tmp_path / "archive"
    (broken / "templates").mkdir(parents=True)
    (broken / "site.toml").write_text("theme = true\n", encoding="utf-8")
    (broken / "templates" / "source.html").write_text("{{ page.heading.nothing }}\n", encoding="utf-8")
    problems = build_styleguide(broken, tmp_path / "guide", HOME, STARTER)
    assert [problem.code for problem in problems] == ["template-failed"]
    assert problems[0].location.path == str(broken / "templates" / "source.html")


def test_classes_are_read_at_the_root_of_selectors() -> None:
    """Not what stands inside another, is asked for by `:has` or `:not`, or only moves a layer; scales are one name."""
    sheet = """@layer a, b; /* .gone { } */ @layer a { .one > .inner, :is(.two, .three a) b:has(.asked) { color: red; }
      .four:not(.five) .inner { } @media (min-width: 1.5rem) { p.six ~ .inner { } } .k1 { } .k20 { } }"""
    assert styled_classes(sheet) == ("one", "two", "three", "four", "six", "k#")
    tokens = ":root { --ink: #fff; --edge: clamp(1rem, 2vw, 3rem) } @media print { :root { --ink: #000; } p { } }"
    assert list(root_tokens(tokens)) == [("ink", "#fff"), ("edge", "clamp(1rem, 2vw, 3rem)")]


def test_an_example_is_cut_whole() -> None:
    """With what it cannot stand without, ids made its own, links that lead where they led, and nothing folded."""
    html = (
        '<html><body><main class="kind"><h2 id="t">T</h2><dl class="facts"><div><dt>Day</dt><dd class="day">1 &lt; 2'
        '</dd></div></dl><form><label for="a">A</label><input id="a" name="m" class="box" data-step></form>'
        '<details><summary>More</summary><p class="deep"><a href="#t" hidden>up</a></p></details></main></body></html>'
    )
    found = find_examples({"/x/": html}, ["kind", "day", "box", "deep", "absent"])
    assert "absent" not in found
    assert (found["kind"].html, found["kind"].page) == ("", "/x/")
    assert found["day"].html == (
        '<div class="kind"><dl class="facts"><div><dt>Day</dt><dd class="day">1 &lt; 2</dd></div></dl></div>'
    )
    assert 'id="e1-a" name="e1-m" class="box"' in found["box"].html
    assert 'for="e1-a"' in found["box"].html
    assert found["deep"].html == (
        '<div class="kind"><details open><summary>More</summary><p class="deep"><a href="/x/#t">up</a></p></details>'
        "</div>"
    )
    assert [names for names, _ in fewest_examples(["day", "box", "kind"], found)] == [("day",), ("box",)]


def test_templates_and_macros_that_write_a_class_are_found() -> None:
    """Also where a value decides a part of its name."""
    makers = Makers(
        {
            "a.html": '{% macro card(c) %}\n<p class="card{{ " lead" if c.lead }} is-{{ c.kind }}">\n{% endmacro %}\n'
            '{% block main_class %}story{% endblock %}<b class="card">'
        }
    )
    assert makers.of("card") == ("a.html: card", "a.html")
    assert makers.of("lead") == ("a.html: card",)
    assert makers.of("is-new") == ("a.html: card",)
    assert makers.of("story") == ("a.html",)
    assert makers.of("kind") == ()


def test_the_guide_is_built_when_it_is_asked_for(start: Any, tmp_path: Path) -> None:
    """Once after each build, and not before anybody wants it; the site knows nothing of it."""
    folder, builds = tmp_path / "guide", []

    def build() -> tuple[()]:
        builds.append(1)
        (folder / "specimen").mkdir(parents=True, exist_ok=True)
        (folder / "index.html").write_text(f"<body>guide {len(builds)}</body>")
        (folder / "specimen" / "index.html").write_text("<body>specimen</body>")
        (folder / "specimen" / "manifest.json").write_text('{"files": [{"path": "index.html"}]}')
        return ()

    preview = start(styleguide=Styleguide(build, folder))
    assert any(line.endswith("/styleguide/") for line in preview.said)
    assert b"hello" in preview.get("/")[2]
    assert builds == []
    assert b"guide 1" in preview.get("/styleguide/")[2]
    assert b"/.sitegen/reload.js" in preview.get("/styleguide/")[2]
    assert b"specimen" in preview.get("/styleguide/specimen/")[2]
    assert preview.get("/styleguide")[0] == 301
    assert preview.get("/styleguide/texts/site.toml")[0] == 404
    assert len(builds) == 1
    assert b"styleguide" not in preview.get("/manifest.json")[2]


def test_a_guide_that_fails_shows_why(start: Any, tmp_path: Path) -> None:
    """In the place of the guide alone; the site is served as before."""
    from sitegen.diagnostics import Location, error

    problem = error("template-failed", "there is no `<x>` here", Location(path="templates/a.html", line=3))
    preview = start(styleguide=Styleguide(lambda: (problem,), tmp_path))
    status, _, body = preview.get("/styleguide/")
    assert status == 503
    assert b"templates/a.html:3:1: error: there is no `&lt;x&gt;` here [template-failed]" in body
    assert preview.get("/")[0] == 200


def test_a_page_of_the_archive_at_that_address_goes_before(start: Any, tmp_path: Path) -> None:
    """An archive may have a style guide of its own."""
    preview = start(styleguide=Styleguide(lambda: (), tmp_path), more={"styleguide/index.html": b"<body>ours</body>"})
    assert b"ours" in preview.get("/styleguide/")[2]


def test_there_is_none_where_nobody_gave_one(preview: Any) -> None:
    """Only the command knows the theme."""
    assert preview.get("/styleguide/")[0] == 404
