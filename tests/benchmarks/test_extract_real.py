"""The benchmark of real pages: each damage takes away what it says it does, and scores follow from what was lost."""

import pytest

from benchmarks.damage import KINDS, damaged
from benchmarks.extract_real import Asked, Result, asked, constant, folded, measured, precision_and_recall, result
from sitegen.formats.webpages import completeness
from tests.formats.samples import page
from tests.formats.test_completeness import ALL

LONG = (*ALL, *(f"On day {number} the bridge was painted once more by the same two men." for number in range(5)))
TRUTH = "\n".join(LONG)
PAGE = page(paragraphs=LONG)


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("seed", range(0, 60, 4))
def test_a_damaged_page_is_another_page_with_the_same_beginning(kind: str, seed: int) -> None:
    """The first paragraph stays where it was, and something has changed."""
    made = damaged(PAGE, TRUTH, kind, seed)
    assert made
    assert made != PAGE
    assert LONG[0] in made


@pytest.mark.parametrize("kind", ["teaser", "cut"])
def test_what_is_cut_off_is_gone(kind: str) -> None:
    """No seed leaves the last paragraph in the file."""
    assert all(LONG[-1] not in damaged(PAGE, TRUTH, kind, seed) for seed in range(24))


def test_a_page_of_few_paragraphs_is_not_damaged() -> None:
    """There would be nothing left, or nothing lost."""
    short = page(paragraphs=LONG[:3])
    assert not any(damaged(short, "\n".join(LONG[:3]), kind, 0) for kind in KINDS)


def test_results_follow_from_what_was_lost() -> None:
    """A whole page scores 1 and is not flagged; a teaser loses, and is."""
    pages = list(asked("a", PAGE, TRUTH))
    assert [one.damage for one in pages] == ["", *KINDS]
    results = {one.damage: result(one) for one in pages}
    assert (results[""].recall, results[""].partial) == (1.0, False)
    assert results["teaser"].recall < 0.8
    assert results["teaser"].partial


def test_precision_and_recall_are_of_runs() -> None:
    """Half of the words is half of the recall, twice as many half of the precision, nothing nothing."""
    words = [f"w{number}" for number in range(100)]
    truth = " ".join(words)
    assert precision_and_recall(truth, truth) == (1.0, 1.0)
    assert precision_and_recall(" ".join(words[:50]), truth)[1] == pytest.approx(47 / 97)
    assert precision_and_recall("", truth) == (0.0, 0.0)


def test_flags_are_counted_of_losses_and_of_whole_pages() -> None:
    """Control: a flag on a whole page is false, a loss without one is missed."""
    results = [
        Result(damage="", precision=1, recall=1, partial=False),
        Result(damage="", precision=1, recall=1, partial=True),
        Result(damage="cut", precision=1, recall=0.5, partial=True),
        Result(damage="cut", precision=1, recall=0.5, partial=False),
        Result(damage="cut", precision=1, recall=0.9, partial=False),
    ]
    score = measured(results)
    assert (score.losses, score.flagged, score.whole, score.false) == (2, 1, 2, 1)


def test_constants_are_chosen_outside_the_fold(monkeypatch: pytest.MonkeyPatch) -> None:
    """And a constant is what it was when it has been tried."""
    shipped = completeness.MOST_MISSING
    with constant(completeness, "MOST_MISSING", 0.5):
        assert completeness.MOST_MISSING == 0.5
    assert shipped == completeness.MOST_MISSING
    monkeypatch.setattr("benchmarks.extract_real.FOLDS", 2)
    pages: list[Asked] = [page for name in "ab" for page in asked(name, PAGE, TRUTH)]
    scores, chosen = folded(pages)
    assert len(scores) == len(chosen) == 2
    assert "MOST_MISSING" in chosen[0]
