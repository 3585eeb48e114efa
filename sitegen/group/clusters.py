"""Gathers articles by average likeness. Knows nothing of how likeness is found or what a story is.

Average link: two groups are as alike as their articles are on average, all pairs counted. That average is the inner
product of the sums of their vectors, so it is exact for groups of any size and costs one product. Groups become one,
the most alike first, while three things hold:

- they are alike enough, and more where the average rests on few texts (copies of one text are one);
- they stand out: one of the two is `background` times as alike with the other as it is, on average, with the others
  that come next. Where an affair has many reports, all of them are alike, and that proves nothing;
- they have a core in common, a share of the words that most of one's articles have. Two events of one topic share its
  name and not much else.

From `PLAINLY` on nobody asks for the last two: the reports of a large event are alike among each other, too.

Tried and given up: single link (a bridge joins what it links; precision .45 to .75 on the labelled set); demanding that
a group be half as alike with another as in itself (F1 .87: a large story has a dense kernel and a thin rim); a higher
average for large groups (.97: the two halves of a story of forty are as little alike as two events of one topic).
For the background: dividing each likeness by that of the nearest neighbours, as cross-domain local scaling does
(average precision on graded pairs .83 to .74, for it counts where there is no background); the root of it (.97 to .89
on the labelled set); the likeness that the fall of the neighbours' likeness lets expect of the nearest one (area under
the curve .73 to .70 on news); the more alike of the two backgrounds instead of the less (.97 to .95).
"""

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import lru_cache
from heapq import heapify, heappop, heappush, nlargest
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from sitegen.frozen import dataclass
from sitegen.group.likeness import Numbers, Vectors, Weights, common_places
from sitegen.group.words import Indexes

Alike = tuple[Indexes, Indexes, NDArray[np.float64]]
"""Pairs of articles by their indexes, each once, with their likeness."""
Factor = Callable[["Group", "Group"], float]
"""What the likeness of two groups counts: 0 where they must not become one."""
_ONE_PAIR = 1.5
"""What a likeness that rests on one pair of texts must have more, as a multiple of the least."""
_SEVERAL = 2
"""Articles of a group from which it has a core."""
PLAINLY = 0.2
"""Average likeness from which nobody asks for a core or a background."""
BESIDE = 8
"""Groups most alike to one, besides the other, that are its background; 6 to 10 give the same."""
_LARGEST = 2_000
"""Articles of a group up to which its vectors are summed one by one; the sum of more is that of these, scaled."""


@dataclass(frozen=True, slots=True)
class Group:
    """Articles that belong together so far."""

    members: tuple[int, ...]
    """Their indexes, ascending."""
    columns: Numbers
    """Numbers of the words that they have, ascending."""
    sums: Weights
    """The sum of their vectors."""
    having: Indexes
    """How many of them have each word."""
    texts: int = 1
    """How many texts they are; copies of one are one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Demands:
    """What two groups must have to become one."""

    least: float
    """Average likeness."""
    core: float
    """Share of the one's core that the other has."""
    background: float
    """Times the likeness with others that come next."""
    most: float = 1.0
    """What a factor is at the most."""


def gathered(
    groups: Sequence[tuple[int, ...]],
    texts: Sequence[int],
    vectors: Vectors,
    alike: Alike,
    demands: Demands,
    factor: Factor,
) -> tuple[tuple[int, ...], ...]:
    """Groups of articles, those given joined where they are alike on average; sorted.

    `groups` hold each article once, and `texts` says of how many texts each of them is. `alike` are pairs of articles
    worth a look: groups none of whose articles are such a pair are never compared.
    """
    return _Gathering(groups, texts, vectors, alike, demands, factor).run()


class _Gathering:
    """Groups while they grow, and how alike each is with those worth a look."""

    def __init__(
        self,
        groups: Sequence[tuple[int, ...]],
        texts: Sequence[int],
        vectors: Vectors,
        alike: Alike,
        demands: Demands,
        factor: Factor,
    ) -> None:
        self._vectors, self._demands, self._factor = vectors, demands, factor
        self._placed = _Placed(len(vectors.words))
        self._members, self._texts = list(groups), list(texts)
        """Those of each group that there was."""
        self._groups: dict[int, Group] = {}
        """Those that were asked for: most articles are alike enough to no other."""
        self._left, self._right, self._alike = self._apart(alike)
        """Pairs of groups worth a look, the lower number left, and how alike they are on average."""
        self._likeness = _beside(self._left, self._right, self._alike, len(groups))
        """The same of each group, of those that are left."""

    def _apart(self, alike: Alike) -> Alike:
        """How alike the groups are, whatever their days, whose articles are pairs; each pair of groups once."""
        left, right, likeness = alike
        number_of = np.zeros(len(self._vectors), dtype=np.int64)
        sizes = np.array([len(members) for members in self._members], dtype=np.int64)
        if len(sizes):
            number_of[np.concatenate(self._members)] = np.repeat(np.arange(len(sizes)), sizes)
        first, second = number_of[left], number_of[right]
        keys = np.minimum(first, second) * len(sizes) + np.maximum(first, second)
        keys[first == second] = -1
        places = np.sort(np.unique(keys, return_index=True)[1])
        places = places[keys[places] >= 0]
        first, second, likeness = first[places], second[places], likeness[places]
        # Of two articles alone the likeness is that of their pair.
        for place in np.flatnonzero((sizes[first] > 1) | (sizes[second] > 1)).tolist():
            likeness[place] = self._average(self._group(int(first[place])), self._group(int(second[place])))
        return np.minimum(first, second), np.maximum(first, second), likeness

    def run(self) -> tuple[tuple[int, ...], ...]:
        """Joins what may be joined, the most alike first; each step looks at the neighbours of the new group."""
        # Most are not even alike enough for groups of any size on one day.
        worth = np.flatnonzero(self._alike * self._demands.most >= self._demands.least)
        pairs = zip(self._left[worth].tolist(), self._right[worth].tolist(), strict=True)
        waiting = [(-counted, *pair) for pair in pairs if (counted := self._counted(*pair))]
        heapify(waiting)
        while waiting:
            _, first, second = heappop(waiting)
            # What lies beside them may have changed since they were put there.
            if first not in self._likeness or second not in self._likeness or not self._counted(first, second):
                continue
            number = len(self._members)
            for neighbour in self._join(first, second, number):
                if counted := self._counted(neighbour, number):
                    heappush(waiting, (-counted, neighbour, number))
        return tuple(sorted(tuple(sorted(self._members[number])) for number in self._likeness))

    def _group(self, number: int) -> Group:
        group = self._groups.get(number)
        if group is None:
            group = self._groups[number] = group_of(self._vectors, self._members[number], self._texts[number])
        return group

    def _counted(self, first: int, second: int) -> float:
        """The likeness of two groups as their days make it count; 0 when it is not enough to join them."""
        likeness = self._likeness[first][second]
        least = needed(self._texts[first], self._texts[second], self._demands.least)
        if likeness * self._demands.most < least:
            return 0.0
        left, right = self._group(first), self._group(second)
        factor = self._factor(left, right)
        if likeness * factor < least:
            return 0.0
        if likeness * factor < PLAINLY:
            background = min(self._background(first, second), self._background(second, first))
            if likeness * factor < self._demands.background * background:
                return 0.0
        return likeness * factor if has_core(left, right, likeness, self._demands.core, self._vectors) else 0.0

    def _background(self, group: int, without: int) -> float:
        """How alike a group is on average with those most alike to it, one of them left out."""
        beside = self._likeness[group]
        nearest = nlargest(BESIDE + 1, beside.values())
        total = sum(nearest) - beside[without] if beside[without] >= nearest[-1] else sum(nearest[:BESIDE])
        return total / BESIDE

    def _join(self, first: int, second: int, number: int) -> list[int]:
        """Makes two groups one, with that number; its neighbours, ascending."""
        group = joined(self._group(first), self._group(second))
        del self._groups[first], self._groups[second]
        self._members.append(group.members)
        self._texts.append(group.texts)
        self._groups[number] = group
        self._placed.put(group)
        near = sorted((self._likeness.pop(first).keys() | self._likeness.pop(second).keys()) - {first, second})
        self._likeness[number] = {}
        for neighbour in near:
            beside = self._likeness[neighbour]
            beside.pop(first, None)
            beside.pop(second, None)
            beside[number] = self._likeness[number][neighbour] = self._average(self._group(neighbour), group)
        return near

    def _average(self, left: Group, right: Group) -> float:
        # Rounded, so that the order of additions cannot show.
        return round(self._placed.average(left, right), 6)


def _beside(left: Indexes, right: Indexes, alike: NDArray[np.float64], count: int) -> dict[int, dict[int, float]]:
    """Pairs by each of so many numbers: those that it is in a pair with, and how alike they are."""
    numbers, others = np.concatenate([left, right]), np.concatenate([right, left])
    order = np.argsort(numbers, kind="stable")
    bounds = numbers[order].searchsorted(np.arange(count + 1)).tolist()
    names, likeness = others[order].tolist(), np.concatenate([alike, alike])[order].tolist()
    return {
        number: dict(zip(names[start:end], likeness[start:end], strict=True))
        for number, (start, end) in enumerate(pairwise(bounds))
    }


def needed(left_texts: int, right_texts: int, least: float) -> float:
    """The average likeness that groups of so many texts need: that of few texts is mostly chance."""
    return least * float(1 + _ONE_PAIR / (left_texts * right_texts) ** 1.5)


def average(left: Group, right: Group) -> float:
    """How alike the articles of two groups are on average."""
    left_places, right_places = common_places(left.columns, right.columns)
    product = np.dot(left.sums[left_places].astype(np.float64), right.sums[right_places].astype(np.float64))
    return float(product) / (len(left.members) * len(right.members))


def core_share(left: Group, right: Group, vectors: Vectors) -> float:
    """Of the words that half of one group's articles have, weighed by rarity, how much the other's articles have.

    The larger of both directions.
    """
    left_places, right_places = common_places(left.columns, right.columns)
    shares = []
    for group, mine, theirs, against in (
        (left, left_places, right_places, right),
        (right, right_places, left_places, left),
    ):
        within = 2 * group.having >= len(group.members)
        core = float(vectors.rarity[group.columns[within]].sum())
        kept = within[mine]
        kept_rarity = vectors.rarity[group.columns[mine[kept]]] * against.having[theirs[kept]] / len(against.members)
        shares.append(float(kept_rarity.sum()) / max(core, 1e-9))
    return max(shares)


def has_core(left: Group, right: Group, likeness: float, core: float, vectors: Vectors) -> bool:
    """Whether two groups have enough in common besides the name of a topic."""
    if likeness >= PLAINLY or min(len(left.members), len(right.members)) < _SEVERAL:
        return True
    return core_share(left, right, vectors) >= core


def group_of(vectors: Vectors, members: Sequence[int], texts: int) -> Group:
    """A group of its articles, which are so many texts. Of very many, the first are taken for all: they are copies."""
    ordered = tuple(sorted(members))
    parts = [_alone(vectors, member) for member in ordered[:_LARGEST]]
    while len(parts) > 1:
        pairs = [joined(parts[place], parts[place + 1]) for place in range(0, len(parts) - 1, 2)]
        parts = pairs + parts[2 * len(pairs) :]
    group = parts[0]
    if len(ordered) == len(group.members):
        return replace(group, texts=texts)
    scale = len(ordered) / len(group.members)
    having = np.ceil(group.having * scale).astype(np.int64)
    return Group(ordered, group.columns, (group.sums * scale).astype(np.float32), having, texts)


def _alone(vectors: Vectors, member: int) -> Group:
    columns, weights = vectors.row(member)
    return Group((member,), columns, weights, _counts_of_one(len(columns)))


@lru_cache(maxsize=1_000)
def _counts_of_one(count: int) -> Indexes:
    """One array for all articles of so many words."""
    return np.ones(count, dtype=np.int64)


def joined(left: Group, right: Group) -> Group:
    """Both groups as one."""
    # Two runs in order: to merge them costs a tenth of what `np.union1d` takes.
    columns = np.concatenate([left.columns, right.columns])
    columns.sort(kind="stable")
    columns = columns[np.append(columns[1:] != columns[:-1], True)] if len(columns) else columns
    left_places, right_places = np.searchsorted(columns, left.columns), np.searchsorted(columns, right.columns)
    sums = np.zeros(len(columns), dtype=np.float32)
    having = np.zeros(len(columns), dtype=np.int64)
    sums[left_places] += left.sums
    sums[right_places] += right.sums
    having[left_places] += left.having
    having[right_places] += right.having
    members = tuple(sorted((*left.members, *right.members)))
    return Group(members, columns, sums, having, left.texts + right.texts)


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

    def average(self, left: Group, right: Group) -> float:
        """As `average`; quick where one of them is placed."""
        if self._group is right:
            left, right = right, left
        elif self._group is not left:
            self.put(left)
        product = np.dot(self._sums[right.columns], right.sums)
        return float(product) / (len(left.members) * len(right.members))
