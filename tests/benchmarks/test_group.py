"""The grouping benchmark: a wrong answer scores less than a right one, and made copies are what they are said to be."""

import pytest

from benchmarks.corpus import all_here
from benchmarks.group_scores import average_precision, pairwise
from benchmarks.group_sets import grams, made
from benchmarks.runs import run

needs_data = pytest.mark.skipif(not all_here(), reason="the real texts (shared/data/) are not here")
TRUTH = {"a": 1, "b": 1, "c": 2, "d": 2}


def test_pairs_are_scored() -> None:
    """All right, all in one, all alone; an article without a label does not count."""
    right = pairwise({**TRUTH, "x": 1}, TRUTH)
    assert (right.precision, right.recall, right.f1) == (1, 1, 1)
    one = pairwise(dict.fromkeys(TRUTH, 0), TRUTH)
    assert (one.precision, one.recall) == (2 / 6, 1)
    alone = pairwise({name: name for name in TRUTH}, TRUTH)
    assert (alone.recall, alone.f1) == (0, 0)


def test_average_precision_falls_with_every_wrong_one_above() -> None:
    """1 where the right ones come first; ties count as wrong."""
    assert average_precision([(0.9, True), (0.8, True), (0.1, False)]) == 1
    assert average_precision([(0.9, False), (0.8, True)]) == 0.5
    assert average_precision([(0.5, True), (0.5, False)]) == 0.5
    assert average_precision([]) == 0


@needs_data
def test_made_copies_are_copies_of_what_they_say() -> None:
    """A cut is the beginning of its original, a quotation stands in it; the same seed gives the same texts."""
    texts = list(made(60))
    assert texts == list(made(60))
    kinds = {one.kind for one in texts}
    assert kinds == {"", "cut", "edited", "quotes"}
    for one in texts:
        original = texts[one.of].text
        if one.kind == "cut":
            assert original.startswith(one.text)
        if one.kind == "quotes":
            assert 3 <= len(grams(original, 10) & grams(one.text, 10)) < len(grams(one.text, 10)) / 2


@needs_data
def test_our_own_engine_runs() -> None:
    """On few texts, in a process of its own."""
    said = run("group_copies", "sitegen", "60").said
    assert said["recall"]["cut"] == 1
    assert said["impure"] == 0
