"""The small pairs of the real inputs, with what a careful editor finds in them: told, and nothing false beside it."""

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import cache
from typing import Any

import pytest

from benchmarks.corpus import DATA
from benchmarks.truth_cases import Judged, judged, read_cases
from sitegen.model import Comparison
from tests.real.never_said import NEVER, findings_of, planted

FOLDER = DATA / "cases"
needs_cases = pytest.mark.skipif(not FOLDER.is_dir(), reason="the real texts (shared/data/) are not here")


@cache
def expected() -> dict[str, dict[str, Any]]:
    """What is right about the pairs, by name."""
    tables = tomllib.loads((FOLDER / "expected.toml").read_text("utf-8"))
    return {**tables["pairs"], **tables["long"]}


@cache
def results() -> Mapping[str, Judged]:
    """All cases, judged once."""
    return {case.id: judged(case) for case in read_cases(FOLDER)}


def failures(result: Judged) -> Iterator[str]:
    """What is wrong with a comparison, a line each."""
    for must in result.missed:
        yield f"missed {must['kind']}/{must['verdict']} {must['left']} > {must['right']}".strip()
    for change in result.forbidden:
        yield f"ruled out {change.kind}"
    if not result.kept:
        yield "not all is kept"
    for index, never in enumerate(NEVER[result.case.id]):
        if never(result.comparison):
            yield f"false {index}"


@needs_cases
def test_the_cases_hold() -> None:
    """Each pair is told as an editor would, and nothing of it is missed."""
    failing = {name: tuple(failures(result)) for name, result in results().items()}
    assert {name: lines for name, lines in failing.items() if lines} == {}


@needs_cases
def test_what_is_found_is_said() -> None:
    """Findings of consequence are sure enough to be said as what they are, but for one: a day that went with half of
    the sentence around it."""
    unsure = {name: [must["left"] or must["right"] for must in result.unsure] for name, result in results().items()}
    assert {name: words for name, words in unsure.items() if words} == {"M10": ["on Friday"]}


@needs_cases
def test_each_false_sentence_has_its_predicate() -> None:
    """The table has one entry for each `must_not` of the cases, and no others."""
    sentences = {name: len(table.get("must_not", ())) for name, table in expected().items()}
    assert {name: count for name, count in sentences.items() if count} == {
        name: len(entries) for name, entries in NEVER.items()
    }


@needs_cases
@pytest.mark.parametrize("name", NEVER)
def test_a_false_sentence_is_noticed(name: str) -> None:
    """Each predicate holds of a comparison into which what it forbids was planted."""
    comparison = results()[name].comparison
    for index, never in enumerate(NEVER[name]):
        assert never(never.plant(comparison)), index


@needs_cases
@pytest.mark.parametrize("name", NEVER)
def test_what_is_right_is_not_called_false(name: str) -> None:
    """No predicate holds of a comparison that says just what the case asks for."""
    right = right_answer(results()[name].comparison, expected()[name])
    assert [index for index, never in enumerate(NEVER[name]) if never(right)] == []


def right_answer(comparison: Comparison, table: Mapping[str, Any]) -> Comparison:
    """A comparison that says what a case asks for, word for word."""
    changes = tuple(
        planted(must["kind"], must["left"], must["right"], must["verdict"]) for must in table.get("must", ())
    )
    measures = replace(comparison.measures, left_in_right=1.0, right_in_left=1.0)
    return replace(comparison, changes=changes, headline=None, measures=measures, unit="words", note="")


def test_a_finding_that_is_not_sure_claims_nothing() -> None:
    """Below .9 a finding of consequence is shown as a difference; it is not said to be what it is."""
    sure = planted("negation")
    comparison = Comparison.__new__(Comparison)
    object.__setattr__(comparison, "changes", (sure, replace(sure, confidence=0.89)))
    object.__setattr__(comparison, "headline", None)
    assert list(findings_of(comparison)) == [sure]
