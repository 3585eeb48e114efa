"""Of things that stand in two texts, which can be read in the same order in both?"""

from bisect import bisect_left
from collections.abc import Sequence
from itertools import pairwise

Placed = tuple[int, int, int]
"""Where it begins in the left, where in the right, and what it weighs."""


def heaviest_chain(placed: Sequence[Placed]) -> tuple[int, ...]:
    """Indexes of the heaviest choice that rises in both texts, ascending. O(n log n).

    Items of one left or right position exclude each other. Of several choices of the same weight, one is taken always:
    the one whose last item comes first.
    """
    if all(weight > 0 for _, _, weight in placed) and all(
        left < left_after and right < right_after for (left, right, _), (left_after, right_after, _) in pairwise(placed)
    ):
        # Most rows of a text that was hardly edited.
        return tuple(range(len(placed)))
    order = sorted(range(len(placed)), key=lambda index: (placed[index][0], -placed[index][1]))
    rights = sorted({placed[index][1] for index in order})
    best: list[tuple[int, int]] = [(0, -1)] * (len(rights) + 1)
    """A Fenwick tree of (weight, index of the last item) over the positions in the right."""
    before = [-1] * len(placed)
    for index in order:
        _, right, weight = placed[index]
        rank = bisect_left(rights, right)
        reached, last = _highest(best, rank)
        before[index] = last
        _raise(best, rank + 1, (reached + weight, index))
    _, last = _highest(best, len(rights))
    chain: list[int] = []
    while last >= 0:
        chain.append(last)
        last = before[last]
    return tuple(reversed(chain))


def _highest(tree: list[tuple[int, int]], rank: int) -> tuple[int, int]:
    """The heaviest chain that ends before `rank`."""
    heaviest = (0, -1)
    while rank > 0:
        if tree[rank][0] > heaviest[0]:
            heaviest = tree[rank]
        rank -= rank & -rank
    return heaviest


def _raise(tree: list[tuple[int, int]], rank: int, entry: tuple[int, int]) -> None:
    while rank < len(tree):
        if entry[0] > tree[rank][0]:
            tree[rank] = entry
        rank += rank & -rank
