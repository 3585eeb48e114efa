"""The kind of each edit, through the whole engine."""

from collections.abc import Iterator

import pytest

from sitegen.compare import compare_pair, edits
from sitegen.compare.lists import WordLists
from sitegen.config import Comparing
from sitegen.model import ChangeKind
from tests.compare.kinds_cases import CASES, FRAMES
from tests.conftest import make_article

NEED_NO_LIST = {"typography", "case", "punctuation", "quotation", "cut", "addition", "wording"}


def kinds_between(left: str, right: str, language: str, other: str = "") -> set[ChangeKind]:
    """The kinds of the changes between two sentences, each inside the same longer one."""
    frame = FRAMES[language]
    comparison = compare_pair(
        make_article("a", left.join(frame), language=language),
        make_article("b", right.join(frame), language=other or language),
        Comparing(),
    )
    return {change.kind for change in comparison.changes}


def cases() -> Iterator[tuple[str, str, str, frozenset[str]]]:
    """Language, left, right, the kinds that are right."""
    for language, lines in CASES.items():
        for line in filter(None, map(str.strip, lines.splitlines())):
            kind, _, edit = line.partition(": ")
            edit, _, second = edit.partition(" ;; ")
            left, _, right = edit.partition(" => ")
            yield language, left, right, frozenset(filter(None, (kind, second.strip())))


@pytest.mark.parametrize(
    ("language", "left", "right", "expected"),
    [pytest.param(*case, id=f"{case[0]}-{at}") for at, case in enumerate(cases())],
)
def test_an_edit_has_its_kind(language: str, left: str, right: str, expected: frozenset[str]) -> None:
    """Each edit is one kind of change and no other."""
    found = kinds_between(left, right, language)
    assert found
    assert found <= expected, f"{left} => {right}: {sorted(found)}"
