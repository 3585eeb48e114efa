"""Front matter as others write it, where the cases are at hand: read as meant, or refused with the right hint."""

import tomllib
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from sitegen.diagnostics import Diagnostic
from sitegen.model import Article
from sitegen.read import read_archive

CASES = Path(__file__).resolve().parents[2].parent / "shared" / "data" / "cases" / "reading"
EXPECTED: dict[str, Any] = (
    tomllib.loads((CASES / "expected.toml").read_text("utf-8")) if (CASES / "expected.toml").is_file() else {}
)
NAMES = sorted(name for name in EXPECTED if name.startswith("f-"))
pytestmark = pytest.mark.skipif(not NAMES, reason="the shared data folder is not beside this checkout")
AFTERWARDS = date(2032, 1, 1)
"""The dates of the cases are not to come."""
NEEDED = {
    ("f-f04-toml.md", "+++"): ("between `---` lines", "title: Pier closes"),
    ("f-f06-noT.md", "published"): ("2031-06-02T11:30",),
    ("f-f10-outletname.md", "source"): ("sources/ostrand-post.md", "name: Ostrand Post", "source: ostrand-post"),
    ("f-f11-outlet.md", "outlet"): ("source",),
    ("f-f11-outlet.md", "section"): ("there is no field for it", "`tags`", "`page`", "leave it out"),
    ("f-f11-outlet.md", "subtitle"): ("there is no field for it", "first line of the text", "`notes`", "leave it out"),
    ("f-f14-layout.md", "layout"): ("another program", "leave it out"),
    ("f-f14-layout.md", "draft"): ("there are no drafts", "leave it out", "out of the folder until it is ready"),
    ("f-f14-layout.md", "slug"): ("leave it out", "the id comes from the file's name"),
    ("f-f18-dots.md", "..."): ("line 3", "`---`"),
    ("f-f19-json.md", "{"): ("between `---` lines", "title: Pier"),
    ("f-f21-lang.md", "url"): ("https://post.example/pier",),
}
"""What a hint must hold, where the cases say it in a sentence instead of in the very words to be written."""


def read(name: str, folder: Path) -> tuple[Article | None, tuple[Diagnostic, ...]]:
    """The article of a case alone in an archive, and what is said of it."""
    (folder / name).write_bytes((CASES / name).read_bytes())
    archive, problems = read_archive(folder, today=AFTERWARDS)
    return (archive.articles[0] if archive.articles else None), problems


def field_of(problem: Diagnostic) -> str:
    """The field, or the mark, that stands where a message points."""
    return problem.source_line.strip().partition(":")[0]


def wrong(
    name: str, expected: dict[str, Any], article: Article | None, problems: tuple[Diagnostic, ...]
) -> Iterator[str]:
    """What is not as it should be: a complaint of what is no mistake, silence, a wrong hint, a wrong value."""
    mistakes = {one["field"]: one for one in expected["mistakes"]}
    # A mistake of the whole front matter is told at the line it begins with.
    told = {field if (field := field_of(one)) in mistakes else _whole(name, field): one for one in problems}
    for field, problem in told.items():
        if field not in mistakes:
            yield f"{field}: {problem.message}, and that is no mistake"
    for field, mistake in mistakes.items():
        problem = told.get(field)
        if problem is None:
            if mistake["told"] == "must":
                yield f"{field}: nothing was said"
            continue
        shown = f"{problem.message} {problem.hint}"
        yield from (
            f"{field}: {problem.hint!r} lacks {part!r}"
            for part in NEEDED.get((name, field), (mistake["hint"],))
            if part not in shown
        )
        if f"`{mistake.get('never', '-')}`" in problem.hint:
            yield f"{field}: the hint says {mistake['never']!r}"
    refused = any(one.severity == "error" for one in problems)
    for field, value in expected["fields"].items():
        if article is None or (refused and not getattr(article, field)):
            continue
        if field not in {mistake for mistake, one in told.items() if one.severity == "error"} and shown_as(
            getattr(article, field)
        ) != shown_as(value):
            yield f"{field}: {getattr(article, field)!r} and not {value!r}"
    if article is None and not refused:
        yield "the article is gone without a word"
    if article:
        text = " ".join(block.text for block in article.blocks)
        if not text.startswith(expected["first"]) or not text.endswith(expected["last"]):
            yield f"the text is {text[:40]!r} ... {text[-40:]!r}"
        for field, values in expected.get("never", {}).items():
            # An empty value is none; where the article is refused, no page shows what was read so far.
            value = "" if field in article.inferred or refused else shown_as(getattr(article, field))
            if value and value in map(shown_as, values):
                yield f"{field}: {value!r}"


def _whole(name: str, field: str) -> str:
    return {"f-f18-dots.md": "..."}.get(name, field)


def shown_as(value: Any) -> str:
    """A value for comparison; a time that states no zone is read as UTC."""
    if value is None:
        return ""
    if isinstance(value, list | tuple):
        return ", ".join(value)
    return str(getattr(value, "iso", value)).removesuffix(":00Z")


@pytest.mark.parametrize("name", NAMES)
def test_front_matter_is_read_as_meant_or_refused_with_the_right_hint(name: str, tmp_path: Path) -> None:
    """Nothing is complained of that is no mistake, no hint leads astray, and no line of front matter becomes text."""
    article, problems = read(name, tmp_path)
    assert [*wrong(name, EXPECTED[name], article, problems)] == []


def test_a_source_is_found_by_its_name(tmp_path: Path) -> None:
    """Where the archive has a source of the name that stands in `source` or `outlet`, it is meant."""
    (tmp_path / "sources").mkdir()
    (tmp_path / "sources" / "post.md").write_text("---\nname: Ostrand Post\n---\n", encoding="utf-8")
    article, problems = read("f-f10-outletname.md", tmp_path)
    assert article
    assert (article.source, problems) == ("post", ())


def test_a_hint_that_leads_astray_is_seen(tmp_path: Path) -> None:
    """Control: a field that is silently dropped, a hint by spelling and a made-up complaint are all reported."""
    article, problems = read("f-f01-date.md", tmp_path)
    expected = EXPECTED["f-f01-date.md"]
    astray = tuple(
        Diagnostic(
            severity="error",
            code=one.code,
            message="`date` is not a field of an article",
            location=one.location,
            source_line=one.source_line,
            hint="did you mean `updated`?",
        )
        for one in problems
    )
    assert len([*wrong("f-f01-date.md", expected, article, astray)]) == 2
    assert [*wrong("f-f01-date.md", {**expected, "mistakes": []}, article, problems)]
    assert [*wrong("f-f01-date.md", {**expected, "fields": {"title": "Pier"}}, article, ())]
