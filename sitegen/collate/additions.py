"""Sentences that copies added to the base: which of them are one sentence, and where it stands.

A sentence that several copies have with the same words, or nearly, is one addition with several readings. They are
held against each other by the runs of words that they share, in an index, so that the work grows with the text and not
with the square of the copies. Nothing depends on the order in which copies are given.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from heapq import heappop, heappush
from itertools import combinations, pairwise

from sitegen.collate.sentences import Sentence
from sitegen.frozen import dataclass
from sitegen.model import Span

_RUN = 3
"""Words of a shared run: the shortest that comparison counts as shared."""
_ALIKE = 0.4
"""Share of the shorter sentence's runs that two sentences must share to be one. One word changed of ten takes three of
eight runs; two sentences about one matter share fewer than a quarter."""
_HOLDERS = 24
"""Different sentences with one run up to which all pairs of them are looked at; their number grows with the square."""

_Keys = tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Addition:
    """A sentence of a copy that the base lacks."""

    copy: str
    rank: int
    """The copy's place in the order of publication."""
    after: int
    """Index of the base's sentence after which it stands; -1 for one before the first."""
    sentence: Sentence


def grouped(additions: Sequence[Addition]) -> tuple[tuple[Addition, ...], ...]:
    """The additions that are one sentence, together: the commonest reading first, of equals the earliest copy's.

    Groups come in the order in which they stand. Of a copy that has a sentence twice, its first is taken.
    """
    by_words: dict[_Keys, list[Addition]] = {}
    for addition in sorted(additions, key=_place):
        by_words.setdefault(addition.sentence.keys, []).append(addition)
    roots = _joined(sorted(by_words))
    members: dict[_Keys, list[_Keys]] = {}
    for keys, root in roots.items():
        members.setdefault(root, []).append(keys)
    groups = [_group([by_words[keys] for keys in group]) for group in members.values()]
    places: dict[int, list[tuple[Addition, ...]]] = {}
    for group in sorted(groups, key=lambda group: _place(group[0])):
        places.setdefault(group[0].after, []).append(group)
    return tuple(group for after in sorted(places) for group in _in_reading_order(places[after]))


def _in_reading_order(groups: Sequence[tuple[Addition, ...]]) -> Iterator[tuple[Addition, ...]]:
    """The groups of one place as each copy has them, one after another.

    Of copies that contradict each other the earliest is followed. By the earliest holder alone, which failed, a
    sentence that an early copy worded anew came after one that follows it in every copy.
    """
    following: dict[int, list[int]] = {}
    waits: Counter[int] = Counter()
    of_copy: dict[str, list[tuple[Span, int]]] = {}
    for index, group in enumerate(groups):
        for member in group:
            of_copy.setdefault(member.copy, []).append((member.sentence.span, index))
    for positions in of_copy.values():
        for (_, first), (_, second) in pairwise(sorted(positions)):
            following.setdefault(first, []).append(second)
            waits[second] += 1
    free = [index for index in range(len(groups)) if not waits[index]]
    placed: set[int] = set()
    pending = iter(range(len(groups)))
    while len(placed) < len(groups):
        # Where all wait for each other the first of those left is taken.
        index = heappop(free) if free else next(index for index in pending if index not in placed)
        if index in placed:
            continue
        placed.add(index)
        yield groups[index]
        for later in following.get(index, ()):
            waits[later] -= 1
            if not waits[later] and later not in placed:
                heappush(free, later)


def _place(addition: Addition) -> tuple[int, str, int]:
    return (addition.rank, addition.copy, addition.sentence.span[0])


def _group(readings: Iterable[list[Addition]]) -> tuple[Addition, ...]:
    ordered = sorted(readings, key=lambda group: (-len({member.copy for member in group}), _place(group[0])))
    first: dict[str, Addition] = {}
    for group in ordered:
        for member in group:
            first.setdefault(member.copy, member)
    return tuple(first.values())


def _joined(sentences: Sequence[_Keys]) -> Mapping[_Keys, _Keys]:
    """Of each sentence, the first of those that it is one with."""
    runs = {keys: frozenset(zip(*(keys[offset:] for offset in range(_RUN)), strict=False)) for keys in sentences}
    holders: dict[_Keys, list[_Keys]] = {}
    for keys in sentences:
        for run in runs[keys]:
            holders.setdefault(run, []).append(keys)
    shared: dict[tuple[_Keys, _Keys], int] = {}
    for owners in holders.values():
        for pair in _pairs(owners):
            shared[pair] = shared.get(pair, 0) + 1
    roots = {keys: keys for keys in sentences}
    for (left, right), count in sorted(shared.items()):
        if count >= _ALIKE * min(len(runs[left]), len(runs[right])):
            first, last = sorted((_root(roots, left), _root(roots, right)))
            roots[last] = first
    return {keys: _root(roots, keys) for keys in sentences}


def _pairs(owners: Sequence[_Keys]) -> Iterable[tuple[_Keys, _Keys]]:
    """All pairs of the sentences with a run; of very many, each with the first and with the next."""
    if len(owners) <= _HOLDERS:
        return combinations(owners, 2)
    return {*pairwise(owners), *((owners[0], owner) for owner in owners[1:])}


def _root(roots: dict[_Keys, _Keys], keys: _Keys) -> _Keys:
    while roots[keys] != keys:
        roots[keys] = roots[roots[keys]]
        keys = roots[keys]
    return keys
