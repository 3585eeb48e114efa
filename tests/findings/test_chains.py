"""Texts that follow each other are put into their order, and what no later one carries on beside it."""

from sitegen.findings.descent.chains import chain_of

PLACES = (30, 0, 10, 20, 40)
"""Where five texts stand on one line: what parts two of them is how much they differ."""


def apart(places: tuple[int, ...], off: tuple[int, ...] = ()) -> list[list[int]]:
    """Distances on a line; a text of `off` is that much further from every other one."""
    beside = dict(enumerate(off))
    return [
        [
            abs(left - right) + beside.get(row, 0) + beside.get(column, 0) if row != column else 0
            for column, right in enumerate(places)
        ]
        for row, left in enumerate(places)
    ]


def surely(count: int, *pairs: tuple[int, int]) -> list[list[bool]]:
    """Which of the texts surely came before which."""
    return [[(left, right) in pairs for right in range(count)] for left in range(count)]


def test_two_days_tell_the_order_of_five_texts() -> None:
    """Where each is put next to what it differs least from, the first and the last day say which way the chain runs."""
    chain = chain_of(apart(PLACES), surely(5, (1, 4)))
    assert chain.previous == {2: 1, 3: 2, 0: 3, 4: 0}
    assert chain.straightness == 1.0
    backwards = chain_of(apart(PLACES), surely(5, (4, 1)))
    assert backwards.previous == {0: 4, 3: 0, 2: 3, 1: 2}, "control: the days the other way round"


def test_without_a_day_nothing_is_said() -> None:
    """A chain reads from both ends."""
    assert chain_of(apart(PLACES), surely(5)).previous == {}


def test_what_no_later_text_carries_on_stands_beside() -> None:
    """A copy of the second text is followed by nothing: the third follows the second."""
    pairs = tuple((left, right) for left in range(4) for right in range(left + 1, 4))
    chain = chain_of(apart((0, 10, 10, 20), (0, 0, 30, 0)), surely(4, *pairs))
    assert chain.previous == {1: 0, 2: 1, 3: 1}
    kept = chain_of(apart((0, 10, 20, 30)), surely(4, *pairs))
    assert kept.previous == {1: 0, 2: 1, 3: 2}, "control: the third carries it on"
