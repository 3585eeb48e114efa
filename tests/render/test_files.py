"""The files beside the pages: headers, assets, data."""

import json
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from sitegen.config import Config
from sitegen.model import ArticleSummary, Moment, StorySummary
from sitegen.render import host_files, make_theme
from sitegen.render.assets import asset_files
from sitegen.render.data import to_json
from sitegen.views.common import CSP, make_frame
from tests.conftest import REPOSITORY

FRAME = make_frame(
    Config(title="A & <B>", base_url="https://example.org/sub/"), css="a.css", js="a.js", icon="a.svg", version="1"
)


def summary(name: str, day: int, **values: object) -> StorySummary:
    moment = Moment(day=date(2031, 3, day), time=datetime(2031, 3, day, 8, tzinfo=UTC))
    one = ArticleSummary(
        id=name,
        path=f"{name}.txt",
        title=name,
        url=f"articles/{name}/",
        source="",
        language="en",
        published=moment,
        relation="base",
        parent="",
        family=name,
        kept=None,
        taken=None,
        credits_parent=False,
        comparison="",
    )
    made = StorySummary(
        id=name,
        title=name,
        url=f"stories/{name}/",
        finding="Found & told.",
        base=name,
        published=moment,
        families=1,
        articles=(one, one),
        changes=0,
    )
    return replace(made, **values)  # type: ignore[arg-type]


def test_the_policy_is_the_same_everywhere() -> None:
    """In `_headers`, in netlify.toml and in the meta element; nothing inline is allowed."""
    headers = next(file for file in host_files(FRAME) if file.path == "_headers").content.decode()
    assert f"Content-Security-Policy: {CSP}; frame-ancestors 'none'" in headers
    assert f"{CSP}; frame-ancestors 'none'" in (REPOSITORY / "netlify.toml").read_text(encoding="utf-8")
    assert FRAME.csp == CSP
    assert "unsafe-inline" not in CSP


def test_assets_are_named_by_their_content() -> None:
    """Another style sheet is another name; the order of the parts is the order of their names."""
    one = make_theme({"assets/css/20-b.css": b"b{}", "assets/css/10-a.css": b"a{}", "base.html": b""})
    other = make_theme({"assets/css/10-a.css": b"a{}", "assets/css/20-b.css": b"c{}", "base.html": b""})
    assert one.css.content.startswith(b"a{}\nb{}\n"), "and what is spoken of marks in each language"
    assert one.css.path != other.css.path
    assert one.digest != other.digest


def test_the_search_has_a_script_of_its_own() -> None:
    """Right in the folder: on every page. Below it: on the page of the search, on the others, and an archive's own."""
    files = {
        f"assets/js/{name}.js": name.encode() for name in ("pages/20-step", "search/20-find", "05-words", "own/90")
    }
    theme = make_theme(files)
    assert theme.js.content == b"05-words\npages/20-step\nown/90\n"
    assert theme.search_js.content == b"05-words\nsearch/20-find\nown/90\n"
    assert {theme.js, theme.search_js} <= set(asset_files(theme))


JSON_VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=4), inner, max_size=3),
    max_leaves=12,
)


@given(JSON_VALUES)
@example({"a": [], "b": {}, "c": [[1], {"x": (2, None)}], "d": -0.0, "e": '\u2028\x00"\\é'})
def test_data_is_written_as_the_library_writes_it(value: object) -> None:
    """The shorter way to JSON gives the bytes that the library gives."""
    expected = json.dumps(value, ensure_ascii=False, indent=1) + "\n"
    assert to_json(value) == expected.encode("utf-8", "replace")


def test_other_json_is_seen(monkeypatch: pytest.MonkeyPatch) -> None:
    """Control: strings that are not quoted as the library quotes them are noticed."""
    monkeypatch.setattr("sitegen.render.data._quoted", lambda text: f'"{text}"')
    with pytest.raises(AssertionError):
        test_data_is_written_as_the_library_writes_it.hypothesis.inner_test('a"b')  # type: ignore[attr-defined]


def test_github_pages_is_told_not_to_build() -> None:
    """An empty `.nojekyll` stands at the root: without it whatever begins with an underscore is left out."""
    assert {file.path: file.content for file in host_files(FRAME)}[".nojekyll"] == b""


def test_marks_are_named_in_the_languages_of_the_site_alone() -> None:
    """English is always there; a language that no page is in costs its readers nothing."""
    alone, arabic = (make_theme({}, languages=languages).css.content.decode() for languages in ((), ("en-GB", "ar")))
    assert alone.count("--said-deleted") == 1
    assert '"deleted: "' in alone
    assert arabic.count("--said-deleted") == 2
    assert ':root:lang(ar){--said-deleted:"محذوف: "' in arabic
