"""Gathers articles by average likeness. Knows nothing of how likeness is found or what a story is.

Average link: two groups are as alike as their articles are on average, all pairs counted. That average is the inner
product of the sums of their vectors, so it is exact for groups of any size and costs one product. Groups become one,
the most alike first, while they are alike enough; two groups of several articles must also have a core in common:
a share of the words that most of one's articles have. Two events of one topic share its name and not much else.

Tried and given up: single link (a bridge joins what it links; precision .45 to .75 on the labelled set); demanding that
a group be half as alike with another as in itself (F1 .87: a large story has a dense kernel and a thin rim); a higher
average for large groups (.97: the two halves of a story of forty are as little alike as two events of one topic).
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from heapq import heapify, heappop, heappush

import numpy as np

from sitegen.group.fingerprints import Indexes
from sitegen.group.likeness import Vectors, Weights, common_places

Factor = Callable[["Group", "Group"], float]
"""What the likeness of two groups is multiplied with: 0 where they must not become one."""
_ONE_PAIR = 1.5
"""What a likeness that rests on one pair of articles must have more, as a multiple of the least."""
_SEVERAL = 2
"""Articles of a group from which it has a core."""
_PLAINLY = 0.2
"""Average likeness from which nobody asks for a core."""
_LARGEST = 2_000
"""Articles of a group up to which its vectors are summed one by one; the sum of more is that of these, scaled."""


@dataclass(frozen=True, slots=True)
class Group:
    """Articles that belong together so far."""

    members: tuple[int, ...]
    """Their indexes, ascending."""
    columns: Indexes
    """Numbers of the words that they have, ascending."""
    sums: Weights
    """The sum of their vectors."""
    having: Indexes
    """How many of them have each word."""


def gathered(
    groups: Sequence[tuple[int, ...]],
    vectors: Vectors,
    alike: Iterable[tuple[int, int, float]],
    least: float,
    core: float,
    factor: Factor,
) -> tuple[tuple[int, ...], ...]:
    """Groups of articles, those given joined where they are alike on average; sorted.

    `alike` are pairs of articles worth a look, with their likeness, `factor` counted: groups none of whose articles are
    such a pair are never compared.
    """
    alive = {number: group_of(vectors, members) for number, members in enumerate(groups)}
    number_of = {member: number for number, one in alive.items() for member in one.members}
    beside: dict[int, set[int]] = {number: set() for number in alive}
    placed = _Placed(len(vectors.words))
    alone = least * (1 + _ONE_PAIR)
    # Of two articles alone the likeness is known; it is that of their pair.
    known: dict[tuple[int, int], float] = {}
    for left, right, likeness in alike:
        one, other = number_of[left], number_of[right]
        if one == other:
            continue
        beside[one].add(other)
        beside[other].add(one)
        if len(alive[one].members) == len(alive[other].members) == 1:
            known[min(one, other), max(one, other)] = likeness

    def asked(one: int, other: int) -> tuple[float, int, int] | None:
        """The pair with its likeness, negative so that the most alike come first; None when it is not enough."""
        left, right = alive[one], alive[other]
        allowed = factor(left, right)
        if allowed <= 0:
            return None
        # Rounded, so that the order of additions cannot show.
        likeness = round(placed.average(left, right) * allowed, 6)
        # Most are not even alike enough for groups of any size.
        if likeness < least or likeness < needed(left, right, least):
            return None
        return (-likeness, one, other) if has_core(left, right, likeness, core, vectors) else None

    def first(one: int, other: int) -> tuple[float, int, int] | None:
        """As `asked`."""
        likeness = known.get((one, other))
        if likeness is None:
            return asked(one, other)
        return (-likeness, one, other) if likeness >= alone and factor(alive[one], alive[other]) > 0 else None

    pairs = ((one, other) for one in beside for other in beside[one] if one < other)
    waiting = [found for pair in pairs if (found := first(*pair))]
    heapify(waiting)
    number = len(groups)
    while waiting:
        _, one, other = heappop(waiting)
        if one not in alive or other not in alive:
            continue
        alive[number] = joined(alive.pop(one), alive.pop(other))
        placed.put(alive[number])
        near = (beside.pop(one) | beside.pop(other)) - {one, other}
        beside[number] = near
        for neighbour in sorted(near):
            beside[neighbour] -= {one, other}
            beside[neighbour].add(number)
            if found := asked(neighbour, number):
                heappush(waiting, found)
        number += 1
    return tuple(sorted(group.members for group in alive.values()))


def needed(one: Group, other: Group, least: float) -> float:
    """The average likeness that two groups need: more where it rests on few pairs, whose average is mostly chance."""
    return least * float(1 + _ONE_PAIR / (len(one.members) * len(other.members)) ** 1.5)


def average(one: Group, other: Group) -> float:
    """How alike the articles of two groups are on average."""
    at, at_other = common_places(one.columns, other.columns)
    product = np.dot(one.sums[at].astype(np.float64), other.sums[at_other].astype(np.float64))
    return float(product) / (len(one.members) * len(other.members))


def core_share(one: Group, other: Group, vectors: Vectors) -> float:
    """Of the words that half of one group's articles have, weighed by rarity, how much the other's articles have.

    The larger of both directions.
    """
    at, at_other = common_places(one.columns, other.columns)
    shares = []
    for group, mine, theirs, against in ((one, at, at_other, other), (other, at_other, at, one)):
        within = 2 * group.having >= len(group.members)
        whole = float(vectors.rarity[group.columns[within]].sum())
        kept = within[mine]
        found = vectors.rarity[group.columns[mine[kept]]] * against.having[theirs[kept]] / len(against.members)
        shares.append(float(found.sum()) / max(whole, 1e-9))
    return max(shares)


def has_core(one: Group, other: Group, likeness: float, core: float, vectors: Vectors) -> bool:
    """Whether two groups have enough in common besides the name of a topic."""
    if likeness >= _PLAINLY or min(len(one.members), len(other.members)) < _SEVERAL:
        return True
    return core_share(one, other, vectors) >= core


def group_of(vectors: Vectors, members: Sequence[int]) -> Group:
    """A group of its articles. Of very many, the first stand for all: they are copies of one text."""
    ordered = tuple(sorted(members))
    parts = [_alone(vectors, member) for member in ordered[:_LARGEST]]
    while len(parts) > 1:
        pairs = [joined(parts[at], parts[at + 1]) for at in range(0, len(parts) - 1, 2)]
        parts = pairs + parts[2 * len(pairs) :]
    whole = parts[0]
    if len(ordered) == len(whole.members):
        return whole
    scale = len(ordered) / len(whole.members)
    having = np.ceil(whole.having * scale).astype(np.int64)
    return Group(ordered, whole.columns, (whole.sums * scale).astype(np.float32), having)


def _alone(vectors: Vectors, member: int) -> Group:
    columns, weights = vectors.row(member)
    return Group((member,), columns, weights, _ones(len(columns)))


@lru_cache(maxsize=1_000)
def _ones(count: int) -> Indexes:
    """One array for all articles of so many words."""
    return np.ones(count, dtype=np.int64)


def joined(one: Group, other: Group) -> Group:
    """Both groups as one."""
    # Two runs in order: to merge them costs a tenth of what `np.union1d` takes.
    columns = np.concatenate([one.columns, other.columns])
    columns.sort(kind="stable")
    columns = columns[np.append(columns[1:] != columns[:-1], True)] if len(columns) else columns
    at, at_other = np.searchsorted(columns, one.columns), np.searchsorted(columns, other.columns)
    sums = np.zeros(len(columns), dtype=np.float32)
    having = np.zeros(len(columns), dtype=np.int64)
    sums[at] += one.sums
    sums[at_other] += other.sums
    having[at] += one.having
    having[at_other] += other.having
    return Group(tuple(sorted((*one.members, *other.members))), columns, sums, having)


class _Placed:
    """One group's words by their numbers: how alike many others are to it is found without a search."""

    def __init__(self, words: int) -> None:
        self._sums = np.zeros(words)
        self._group: Group | None = None

    def put(self, group: Group) -> None:
        """Places another group."""
        if self._group is not None:
            self._sums[self._group.columns] = 0
        self._sums[group.columns] = group.sums
        self._group = group

    def average(self, one: Group, other: Group) -> float:
        """As `average`; quick where one of them is placed."""
        if self._group is other:
            one, other = other, one
        elif self._group is not one:
            self.put(one)
        product = np.dot(self._sums[other.columns], other.sums)
        return float(product) / (len(one.members) * len(other.members))
