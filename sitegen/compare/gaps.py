"""The heaviest edit of a small stretch: of all matches that can be read in one order those that say most.

The longest common subsequence, of which only the places where keys are equal are looked at (Hunt and Szymanski 1977),
weighed: a rare word more than a stop-word, so that `long, wet, grey` keeps `grey` of `long, grey, narrow` and not the
comma, and a match that continues the one before, or stands as far behind it on both sides, more than one that does not.
Where the stretch begins, and where it ends, both sides are on one level.
"""

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from sitegen.compare.cleanup import Match

_ONE = 3_000
"""What a match weighs beside the rarity of its key, in thousandths like it."""
_NEXT, _LEVEL = 2_000, 1_000
"""What it weighs more next to the one before, and on one level with it: words between them were put for words."""
_EQUAL_AT_MOST = 1_000
"""Pairs of equal keys up to which this is cheap; a stretch with more repeats itself."""


class _Reached(NamedTuple):
    """The best chain that ends with a match."""

    weight: int
    left: int
    right: int
    before: "_Reached | None"


def heaviest_edit(left: Sequence[str], right: Sequence[str], shares: Mapping[str, int]) -> list[Match] | None:
    """The matches of that edit, in order; None where the stretch repeats itself too much.

    `shares` are logarithms of the share of each key, in thousandths; see rarity.py.
    """
    where: dict[str, list[int]] = {}
    for position_right in range(len(right) - 1, -1, -1):
        where.setdefault(right[position_right], []).append(position_right)
    rows = [(position, key, where[key]) for position, key in enumerate(left) if key in where]
    if sum([len(places) for _, _, places in rows]) > _EQUAL_AT_MOST:
        return None
    begin = _Reached(0, -1, -1, None)
    ends, weights, chains = [-1], [0], [begin]
    """Chains worth going on from: where in the right each ends, and what it weighs. Both rise."""
    level = {0: begin}
    """By diagonal the last match on it."""
    for position, key, places in rows:
        weight = _ONE - shares.get(key, 0)
        for position_right in places:  # from the last to the first, so that none of them goes on from another
            index = bisect_left(ends, position_right)
            total, last = weights[index - 1], chains[index - 1]
            beside = level.get(position_right - position)
            if beside:
                besides = beside.weight + (_NEXT if beside.left == position - 1 else _LEVEL)
                if besides > total:
                    total, last = besides, beside
            total += weight
            level[position_right - position] = reached = _Reached(total, position, position_right, last)
            until = index
            while until < len(ends) and weights[until] <= total:
                until += 1
            if until > index or index == len(ends) or ends[index] > position_right:
                ends[index:until], weights[index:until], chains[index:until] = [position_right], [total], [reached]
    last = level.get(len(right) - len(left), begin)
    return _runs(last if last.weight + _LEVEL > weights[-1] else chains[-1])


def _runs(reached: _Reached) -> list[Match]:
    """The chain that ends with this match, neighbours as one."""
    matches: list[Match] = []
    while reached.before:
        position, position_right, reached = reached.left, reached.right, reached.before
        if matches and matches[-1][0] == position + 1 and matches[-1][1] == position_right + 1:
            matches[-1] = (position, position_right, matches[-1][2] + 1)
        else:
            matches.append((position, position_right, 1))
    return matches[::-1]
