"""The order in which the texts of a family follow each other with the least change, as the versions of one page do.

Texts whose days order them stay in that order; each other one is put where it changes least, and pieces of the chain
are turned around while that makes it shorter. What no later text carries on (a copy, a version that was taken back)
stands beside the chain. Knows distances and no words.

Tried and given up: a tree of the nearest texts. Of two versions of one day it does not know the first, and a version
that was taken back looks like the parent of nobody. The best chain of all is found by trying every subset (Held and
Karp 1962), which is too dear for more than twelve texts, and is right no more often than this one.
"""

from collections.abc import Mapping, Sequence
from dataclasses import field
from itertools import pairwise

from sitegen.frozen import dataclass

_ROUNDS = 6
"""Passes over the chain, at most: nearly all chains rest after two."""
_BESIDE = 5
"""Words by which a text must be further from the next than the text before it is, to stand beside the chain. From 0 to
20 as many previous versions are found, to .01."""

Distances = Sequence[Sequence[int]]
Before = Sequence[Sequence[bool]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Chain:
    """Texts in the order of least change."""

    previous: Mapping[int, int] = field(default_factory=dict)
    """Of each text but the first the one that it follows, or stands beside; empty where no days say where it begins."""
    straightness: float = 0.0
    """The least distances of all texts as a share of those in the chain, 0 to 1: 1 where each follows its nearest."""


def chain_of(distances: Distances, before: Before) -> Chain:
    """The chain of some texts. `distances[a][b]` is how much two differ, `before[a][b]` whether a surely came first."""
    count = len(distances)
    if not any(map(any, before)):
        return Chain()
    order = _improved(_placed(distances, before), distances, before)
    spine, beside = _spine(order, distances)
    previous = {following: leading for leading, following in pairwise(spine)} | beside
    length = sum(distances[leading][following] for following, leading in previous.items())
    nearest = sum(min(distances[beside][text] for beside in range(count) if beside != text) for text in previous)
    return Chain(previous=previous, straightness=min(1.0, nearest / length) if length else 1.0)


def _placed(distances: Distances, before: Before) -> list[int]:
    """All texts: those that days order, then each other one where it fits best, the one that fits best of all first."""
    count = len(distances)
    ordered = [text for text in range(count) if any(before[text]) or any(row[text] for row in before)]
    order = sorted(ordered, key=lambda text: (sum(row[text] for row in before), text))
    rest = [text for text in range(count) if text not in ordered]
    while rest:
        (_, place), text = min((_best_place(text, order, distances, before), text) for text in rest)
        order.insert(place, text)
        rest.remove(text)
    return order


def _best_place(text: int, order: Sequence[int], distances: Distances, before: Before) -> tuple[int, int]:
    """How much a chain grows by a text, and where it grows least, of the places that its days allow."""
    first = max((place + 1 for place, placed in enumerate(order) if before[placed][text]), default=0)
    last = min((place for place, placed in enumerate(order) if before[text][placed]), default=len(order))
    return min(
        ((_growth(text, order, place, distances), place) for place in range(first, max(first, last) + 1)),
    )


def _growth(text: int, order: Sequence[int], place: int, distances: Distances) -> int:
    left, right = order[place - 1 : place], order[place : place + 1]
    joined = sum(distances[neighbour][text] for neighbour in (*left, *right))
    return joined - (distances[left[0]][right[0]] if left and right else 0)


def _improved(order: list[int], distances: Distances, before: Before) -> list[int]:
    """The chain with its texts put elsewhere and its pieces turned around, while that makes it shorter."""
    for _ in range(_ROUNDS):
        was = _length(order, distances)
        for text in tuple(order):
            without = [placed for placed in order if placed != text]
            _, place = _best_place(text, without, distances, before)
            moved = [*without[:place], text, *without[place:]]
            if _length(moved, distances) < _length(order, distances):
                order = moved
        for start in range(len(order)):
            for end in range(start + 2, len(order) + 1):
                turned = [*order[:start], *order[start:end][::-1], *order[end:]]
                if _length(turned, distances) < _length(order, distances) and _is_allowed(turned, before):
                    order = turned
        if _length(order, distances) == was:
            break
    return order


def _length(order: Sequence[int], distances: Distances) -> int:
    return sum(distances[left][right] for left, right in pairwise(order))


def _is_allowed(order: Sequence[int], before: Before) -> bool:
    return not any(before[late][early] for place, early in enumerate(order) for late in order[place + 1 :])


def _spine(order: Sequence[int], distances: Distances) -> tuple[list[int], dict[int, int]]:
    """The chain without what stands beside it, and each of those with the text before it."""
    spine, beside = list(order), {}
    while len(spine) > 2:
        gains = [
            (distances[text][after] - distances[leading][after] - _BESIDE, -place)
            for place, (leading, text, after) in enumerate(zip(spine, spine[1:], spine[2:], strict=False), 1)
        ]
        gain, place = max(gains)
        if gain <= 0:
            break
        beside[spine[-place]] = spine[-place - 1]
        del spine[-place]
    return spine, beside
