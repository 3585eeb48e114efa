"""The reading cases as a careful archivist reads them: texts, facts, how many articles; what differs is listed."""

import tomllib
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

import pytest

from benchmarks.corpus import DATA
from sitegen.config import Limits
from sitegen.formats.draft import Draft
from sitegen.formats.format import ReadingContext
from sitegen.formats.registry import findings, recognised
from sitegen.importing.incoming import file_start
from sitegen.read.refusal import Refused

FOLDER = DATA / "cases/reading"
needs_cases = pytest.mark.skipif(not FOLDER.is_dir(), reason="the real texts (shared/data/) are not here")
MISSED: Mapping[str, tuple[str, ...]] = {
    "19-paywall-hidden.html": ("furniture",),
    "22-arabic.html": ("furniture",),
    "31-related-inline.html": ("furniture",),
    "34-twoarticles.html": ("1 of 2 articles",),
    "62-book.epub": ("0 of 1 articles, refused: unknown-kind",),
    "76-cp1252.txt": ("title",),
    "77-sjis.txt": ("title",),
    "win-w7-json.warc.gz": ("0 of 1 articles",),
}
"""What is known to differ, by case. Exact: what is mended must be taken out. Chrome that stands among the lines of a
text is set aside when it is built, as is the headline of a text of which only its first line says so; refusals are the
lesser right answer, and the second article of a page is told."""
FIELDS = ("title", "author", "published", "updated", "url", "captured", "language", "page")


@cache
def expected() -> dict[str, dict[str, Any]]:
    """What is right, by file."""
    return tomllib.loads((FOLDER / "expected.toml").read_text("utf-8"))


def differences(name: str, right: Mapping[str, Any]) -> Iterator[str]:
    """What of a file comes out otherwise than it should."""
    drafts: list[Draft] = []
    refused: list[str] = []
    with (FOLDER / name).open("rb") as file:
        entry = recognised(name, file_start(file))
        assert entry, name
        try:
            for finding in findings(entry, file, ReadingContext(limits=Limits())):
                if isinstance(finding, Draft):
                    drafts.append(finding)
                elif isinstance(finding, Refused):
                    refused.append(finding.code)
        except Refused as refusal:
            refused.append(refusal.code)
    if len(drafts) != right["articles"]:
        yield f"{len(drafts)} of {right['articles']} articles" + (f", refused: {refused[0]}" if refused else "")
    for draft, article in zip(drafts, right.get("article", [right]), strict=False):
        yield from _facts(draft, article)
        yield from _text(draft, article, right.get("contains", ()))


def _facts(draft: Draft, article: Mapping[str, Any]) -> Iterator[str]:
    for field in FIELDS:
        stated, never = draft.value(field), article.get("never", {}).get(field, ())
        right = {article.get(field, ""), article.get("may", {}).get(field, "")}
        right |= set(article.get("title_any", ())) if field == "title" else set()
        # A language that no page declares is told by the text when it is built.
        right |= {""} if field == "language" else set()
        right -= {""} if article.get(field) and field != "language" else set()
        if stated not in right or stated in never:
            yield field
    if draft.outlet != article.get("outlet", ""):
        yield "outlet"


def _text(draft: Draft, article: Mapping[str, Any], contains: Any) -> Iterator[str]:
    if not draft.text:
        return
    joined = " ".join(draft.text)
    checks = {
        "first": any(line.startswith(article.get("first", "")[:30]) for line in draft.text),
        "last": any(line.endswith(article.get("last", "")[-20:]) for line in draft.text),
        "furniture": not any(
            line in draft.text for line in (*article.get("furniture", ()), *article.get("field_lines", ()))
        ),
        "contains": all(part in joined for part in contains),
        "whole": not (draft.completeness == "partial" and article.get("whole", False)),
        "partial": not (draft.completeness == "whole" and article.get("whole") is False),
    }
    yield from (name for name, is_right in checks.items() if not is_right)


@needs_cases
def test_files_come_out_as_expected() -> None:
    """Every file but front matter, which tests/real/test_front_matter_cases.py has."""
    files = [name for name in sorted(expected()) if not name.startswith("f-") and (FOLDER / name).exists()]
    assert len(files) == 50
    wrong = {name: missed for name in files if (missed := tuple(differences(name, expected()[name])))}
    assert wrong == dict(MISSED)
