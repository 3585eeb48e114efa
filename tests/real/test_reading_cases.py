"""The pages of the reading cases, taken out as a careful archivist reads them; what is not yet, is listed."""

import tomllib
from collections.abc import Mapping
from functools import cache
from typing import Any

import pytest

from benchmarks.corpus import DATA
from sitegen.formats.pages import read_page
from sitegen.read.refusal import Refused

FOLDER = DATA / "cases/reading"
needs_cases = pytest.mark.skipif(not FOLDER.is_dir(), reason="the real texts (shared/data/) are not here")
MISSED: Mapping[str, tuple[str, ...]] = {
    "08-cp1251-undeclared.html": ("refused unsure-encoding",),
    "19-paywall-hidden.html": ("furniture",),
    "22-arabic.html": ("furniture",),
    "31-related-inline.html": ("furniture",),
    "32-hydration.html": ("refused no-article-text",),
    "34-twoarticles.html": ("1 of 2 articles",),
}
"""What is known to differ, by case. Exact: what is mended must be taken out. Chrome that stands among the lines of a
text is set aside when it is built, and refusals of the two pages are the lesser right answer."""


@cache
def expected() -> dict[str, dict[str, Any]]:
    """What is right, by file."""
    return tomllib.loads((FOLDER / "expected.toml").read_text("utf-8"))


def differences(name: str, right: Mapping[str, Any]) -> tuple[str, ...]:
    """What of a page comes out otherwise than it should."""
    try:
        draft = read_page((FOLDER / name).read_bytes())
    except Refused as refused:
        return (f"refused {refused.code}",) if right["articles"] else ()
    article = right["article"][0] if "article" in right else right
    first, last = article.get("first", "")[:30], article.get("last", "")[-20:]
    found = {
        "an article": right["articles"] == 0,
        f"1 of {right['articles']} articles": right["articles"] > 1,
        "first": not any(line.startswith(first) for line in draft.text),
        "last": not any(line.endswith(last) for line in draft.text),
        "furniture": any(line in draft.text for line in right.get("furniture", ())),
        "partial": draft.completeness == "partial" and article.get("whole", False),
        "paragraphs": sum(part in " ".join(draft.text) for part in right.get("contains", ()))
        < len(right.get("contains", ())),
    }
    return tuple(what for what, differs in found.items() if differs)


@needs_cases
def test_pages_come_out_as_expected() -> None:
    """Beginning, end and paragraphs of each page; no article where there is none; none partial that is whole."""
    pages = [name for name in sorted(expected()) if name.endswith(".html")]
    assert len(pages) == 31
    wrong = {name: missed for name in pages if (missed := differences(name, expected()[name]))}
    assert wrong == dict(MISSED)
