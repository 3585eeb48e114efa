"""The reading cases as a careful archivist reads them, added and read again: texts, facts, how many articles."""

import tomllib
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest

from benchmarks.corpus import DATA
from sitegen.importing import add_files
from sitegen.model import Article
from sitegen.read import read_archive
from sitegen.read.fields import ARTICLE

FOLDER = DATA / "cases/reading"
needs_cases = pytest.mark.skipif(not FOLDER.is_dir(), reason="the real texts (shared/data/) are not here")
MISSED: Mapping[str, tuple[str, ...]] = {}
"""What is known to differ, by case. Exact: what is mended must be taken out."""
TEXTS = ("title", "url", "page")
MOMENTS = ("published", "updated", "captured")


@cache
def expected() -> dict[str, dict[str, Any]]:
    """What is right, by file."""
    return tomllib.loads((FOLDER / "expected.toml").read_text("utf-8"))


def differences(name: str, right: Mapping[str, Any], folder: Path) -> Iterator[str]:
    """What of a file comes out otherwise than it should, where it is added to an empty archive and that is read."""
    folder.mkdir()
    (folder / "site.toml").write_text('title = "Cases"\n', encoding="utf-8")
    adding, problems = add_files(folder, [FOLDER / name], write_sources=True)
    refused = [problem.code for problem in problems if problem.severity == "error"]
    archive, _ = read_archive(folder)
    read = {article.path: article for article in archive.articles}
    names = {source.id: source.name for source in archive.sources}
    paths = [article.path for article in adding.articles]
    if len(paths) != right["articles"] or set(paths) - set(read):
        yield f"{len(paths)} of {right['articles']} articles" + (f", refused: {refused[0]}" if refused else "")
    for path, stated in zip(paths, right.get("article", [right]), strict=False):
        article, file = read[path], (folder / path).read_text("utf-8").partition("\n---\n")[2].splitlines()
        yield from facts_that_differ(article, names.get(article.source, ""), stated)
        yield from texts_that_differ(article, {**right, **stated})
        if set(file) & set(right.get("furniture", ())):
            yield "furniture in its file"


def facts_that_differ(article: Article, outlet: str, right: Mapping[str, Any]) -> Iterator[str]:
    """The fields of an article that hold something else than what is right, or may be."""
    may, never = right.get("may", {}), right.get("never", {})
    for field in TEXTS:
        accepted = {right.get(field, ""), may.get(field, "")} - ({""} if right.get(field) else set())
        accepted |= set(right.get("title_any", ())) if field == "title" else set()
        value = getattr(article, field)
        # A text without a headline is called by its first words.
        is_stated = field != "title" or bool(article.headline)
        if (value if is_stated else "") not in accepted or value in never.get(field, ()):
            yield field
    for field in MOMENTS:
        moments = {ARTICLE[field](text) for text in (right.get(field), may.get(field)) if text}
        moments |= set() if right.get(field) else {None}
        if getattr(article, field) not in moments:
            yield field
    if article.author.casefold() != right.get("author", "").casefold():
        yield "author"
    if article.language != right["language"]:
        yield "language"
    # What states no outlet is called by its host.
    is_named = outlet != urlsplit(article.url).hostname
    if (outlet if is_named else "") != right.get("outlet", ""):
        yield "outlet"


def texts_that_differ(article: Article, right: Mapping[str, Any]) -> Iterator[str]:
    """What of the text is not as it should be, when all that a build sets aside is."""
    lines = [block.text for block in article.body]
    joined = " ".join(lines)
    first, last = right.get("first", ""), right.get("last", "")
    checks = {
        "first": bool(lines) and lines[0].startswith(first),
        "last": bool(lines) and lines[-1].endswith(last),
        "furniture": not set(lines) & {*right.get("furniture", ()), *right.get("field_lines", ())},
        "contains": all(part in joined for part in right.get("contains", ())),
        "whole": not (article.completeness == "partial" and right.get("whole", False)),
        "partial": not (article.completeness == "whole" and right.get("whole") is False),
    }
    yield from (name for name, is_right in checks.items() if not is_right)


@needs_cases
def test_files_come_out_as_expected(tmp_path: Path) -> None:
    """Every file but front matter, which tests/real/test_front_matter_cases.py has."""
    files = [name for name in sorted(expected()) if not name.startswith("f-") and (FOLDER / name).exists()]
    assert len(files) == 50
    wrong = {name: missed for name in files if (missed := tuple(differences(name, expected()[name], tmp_path / name)))}
    assert wrong == dict(MISSED)
