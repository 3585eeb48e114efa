"""The judged pairs of the grouping benchmark."""

import pytest

from benchmarks.group_judged import interval, labels


def test_an_interval_is_wilsons() -> None:
    """Of few pairs it is wide, and it never claims all."""
    assert interval(26, 26) == pytest.approx((0.871, 1.0), abs=0.001)
    assert interval(5, 30) == pytest.approx((0.073, 0.336), abs=0.001)
    assert interval(0, 0) == (0.0, 1.0)


def test_labels_are_ids_and_words_alone() -> None:
    """No sentence of an article is in them; at least sixty pairs were read, each once."""
    judged = labels()
    assert len(judged) >= 60
    assert set(judged.values()) == {"reuse", "own", "public", "names", "chrome"}
    assert all(len(name) <= 20 and " " not in name for pair in judged for name in pair)
