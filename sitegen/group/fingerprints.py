"""Finds pairs of articles worth a closer look: those that share rare runs of words. Knows nothing of what a link is.

Runs of words are hashed; hash and owner are packed into one number and sorted once, so that the articles that share a
run stand beside each other. Runs of two to `document_frequency` articles make their articles candidates. Runs that
stand in more, or in several of one source, are boilerplate. Runs of more articles than the cap still tie each article
to the next, to the first and to the largest, so that a text which ten thousand carry is found in as many steps as it
has copies.

Tried and given up: Jaccard and MinHash thresholds (the real pair 001/003 has Jaccard 0.028 and belongs together); a
Python loop over the postings (it was linear in pairs and slow in each; 100,000 articles are some 25 million runs).
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from sitegen.config import Grouping
from sitegen.group.words import Hashes, run_hashes

Indexes = NDArray[np.int64]
_SAMPLED_ABOVE = 20_000
"""Articles up to which every run of `shingle` words is kept; above, of longer runs one in two."""
_LONGER, _ONE_IN = 6, 2
_PAIRS_AT_ONCE = 20_000_000
_AT_ONCE = 1 << 20
"""Runs that are worked on at a time, where all at once would need as much memory again."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Runs:
    """Which runs of words stand for an article."""

    length: int
    one_in: int
    """One run in so many is kept, by its hash."""

    def of(self, words: Hashes, owners: NDArray[np.int64]) -> tuple[Hashes, NDArray[np.int64]]:
        """The runs of texts that stand one after another, by the hashes of their words, and which text each is of."""
        hashes = run_hashes(words, self.length)
        kept = owners[: len(hashes)] == owners[self.length - 1 : self.length - 1 + len(hashes)]
        if self.one_in > 1:
            kept &= self.keeps(hashes)
        return hashes[kept], owners[: len(hashes)][kept]

    def keeps(self, hashes: Hashes) -> NDArray[np.bool_]:
        """Which of the runs are kept."""
        kept: NDArray[np.bool_] = (hashes & np.uint64(self.one_in - 1)) == 0
        return kept


def runs_for(articles: int, settings: Grouping) -> Runs:
    """Small archives can afford every run; the figures of both are in docs/architecture.md."""
    if articles <= _SAMPLED_ABOVE:
        return Runs(length=settings.shingle, one_in=1)
    return Runs(length=max(settings.shingle, _LONGER), one_in=_ONE_IN)


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidates:
    """What an archive's fingerprints say of it. The arrays of pairs have one length; pairs are in order."""

    left: Indexes
    right: Indexes
    """Indexes of articles, the lower one in `left`."""
    telling: Indexes
    """How many runs both have that are no boilerplate."""
    shared: Indexes
    """How many runs both have, whatever they are."""
    crowded: Indexes
    """How many runs beyond the cap both have, of those where one of the two is the first or the largest that has
    the run, or the two are next to each other among the articles that have it."""
    sizes: Indexes
    """How many runs each article has."""
    common: Indexes
    """How many of them more articles have than the cap allows."""
    boilerplate: Hashes
    """Runs that say nothing about any two articles, sorted; only their leading bits."""
    bits: int
    """How many bits of a hash `boilerplate` keeps."""
    silent: Hashes
    """The boilerplate of each article, one article after another, each in order: leading bits."""
    silent_from: Indexes
    """Where that of each begins, and at the end how many there are."""

    def silent_in(self, article: int) -> bytes:
        """Which runs of an article are boilerplate: with its text, all that decides which of its words count."""
        own = self.silent[int(self.silent_from[article]) : int(self.silent_from[article + 1])]
        return self.bits.to_bytes(1, "big") + own.astype("<u8").tobytes()

    def is_boilerplate(self, hashes: Hashes) -> NDArray[np.bool_]:
        """Which of the runs are boilerplate."""
        if not len(self.boilerplate):
            return np.zeros(len(hashes), dtype=bool)
        leading = hashes >> np.uint64(64 - self.bits)
        at = np.minimum(np.searchsorted(self.boilerplate, leading), len(self.boilerplate) - 1)
        known: NDArray[np.bool_] = self.boilerplate[at] == leading
        return known


def find_candidates(
    fingerprints: Iterable[tuple[Hashes, NDArray[np.int64]]],
    sources: Sequence[str],
    document_frequency: int,
    source_frequency: int,
    stories: Sequence[str] = (),
) -> Candidates:
    """Pairs worth a closer look. `fingerprints` are runs with the articles they are of; `sources` their outlets' ids.

    `stories` are the stories they declare; those of two stories never belong together, so each story has a first
    article of its own among those that have a run.

    A run is boilerplate when more than `document_frequency` articles have it, or `source_frequency` of one source:
    a footer, a sign-up form, a caption. What an outlet prints under everything once joined 32 of its articles into
    one story.
    """
    count = len(sources)
    width = max(20, count.bit_length())
    sizes, packed = _packed(fingerprints, count, width)
    packed = packed[_of_several(packed, width)]
    runs = packed >> np.uint64(width)
    owners = (packed & np.uint64((1 << width) - 1)).astype(np.int32)
    del packed
    firsts = np.flatnonzero(np.concatenate(([True], runs[1:] != runs[:-1]))) if len(runs) else np.empty(0, np.int64)
    lengths = np.diff(np.append(firsts, len(runs)))
    common = lengths > document_frequency
    own = _of_one_source(owners, firsts, lengths, _numbered(sources), source_frequency) & ~common
    boilerplate = runs[firsts[common | own]]
    del runs
    silent, silent_from = _by_article(owners, count, boilerplate, firsts[common | own], lengths[common | own])
    pairs = _counted(owners, sizes, firsts, lengths, common, own, _numbered(stories, apart=False) if stories else None)
    return Candidates(
        left=pairs[0],
        right=pairs[1],
        telling=pairs[2],
        shared=pairs[3],
        crowded=pairs[4],
        sizes=sizes,
        common=np.bincount(owners[_ranges(firsts[common], lengths[common])], minlength=count),
        boilerplate=boilerplate,
        bits=64 - width,
        silent=silent,
        silent_from=silent_from,
    )


def _packed(fingerprints: Iterable[tuple[Hashes, NDArray[np.int64]]], count: int, width: int) -> tuple[Indexes, Hashes]:
    """How many runs each article has, and all runs with their owner in the last bits, each once, sorted."""
    packed, filled = np.empty(_AT_ONCE, dtype=np.uint64), 0
    for runs, owners in fingerprints:
        end = filled + len(runs)
        if end > len(packed):
            # In place where the system can; copied together in the end, all of them would be held twice.
            packed.resize(max(end, len(packed) * 3 // 2), refcheck=False)
        packed[filled:end] = runs >> np.uint64(width) << np.uint64(width) | owners.astype(np.uint64)
        filled = end
    packed.resize(filled, refcheck=False)
    packed.sort()
    sizes, kept = np.zeros(count, dtype=np.int64), 0
    for first in range(0, filled, _AT_ONCE):
        part = packed[first : first + _AT_ONCE]
        new = np.append(part[1:] != part[:-1], True)
        if first + len(part) < filled:
            new[-1] = part[-1] != packed[first + len(part)]
        part = part[new]
        packed[kept : kept + len(part)] = part
        kept += len(part)
        sizes += np.bincount((part & np.uint64((1 << width) - 1)).astype(np.int64), minlength=count)
    packed.resize(kept, refcheck=False)
    return sizes, packed


def _of_several(packed: Hashes, width: int) -> NDArray[np.bool_]:
    """Which of the runs another article has too: most stand in one article alone, and pair nobody."""
    found = np.zeros(len(packed), dtype=bool)
    for first in range(0, len(packed) - 1, _AT_ONCE):
        part = packed[first : first + _AT_ONCE + 1]
        same = (part[1:] ^ part[:-1]) >> np.uint64(width) == 0
        found[first : first + len(same)] |= same
        found[first + 1 : first + 1 + len(same)] |= same
    return found


def _by_article(
    owners: NDArray[np.int32], count: int, runs: Hashes, firsts: Indexes, lengths: Indexes
) -> tuple[Hashes, Indexes]:
    """Runs with the articles that have them, turned to the articles with the runs that they have."""
    members = owners[_ranges(firsts, lengths)]
    order = np.argsort(members, kind="stable")
    starts = np.concatenate([[0], np.cumsum(np.bincount(members, minlength=count))]).astype(np.int64)
    return np.repeat(runs, lengths)[order], starts


def _numbered(names: Sequence[str], *, apart: bool = True) -> Indexes:
    """A number for each name. Articles without one have one each where they are `apart`, else one together."""
    numbers: dict[str, int] = {}
    return np.array(
        [numbers.setdefault(name or (f"\0{at}" if apart else ""), len(numbers)) for at, name in enumerate(names)],
        dtype=np.int64,
    )


def _of_one_source(
    owners: NDArray[np.int32], firsts: Indexes, lengths: Indexes, sources: Indexes, most: int
) -> NDArray[np.bool_]:
    """Which of the runs stand in so many articles of one source."""
    found = np.zeros(len(firsts), dtype=bool)
    many = np.flatnonzero(lengths >= most)
    if not len(many):
        return found
    run = np.repeat(many, lengths[many])
    members = sources[owners[_ranges(firsts[many], lengths[many])]]
    keys, counts = np.unique(run * np.int64(len(sources)) + members, return_counts=True)
    found[keys[counts >= most] // len(sources)] = True
    return found


def _ranges(firsts: Indexes, lengths: Indexes) -> Indexes:
    """The numbers of all ranges, one after another."""
    ends = np.cumsum(lengths)
    numbers: Indexes = np.arange(ends[-1] if len(ends) else 0) + np.repeat(firsts - (ends - lengths), lengths)
    return numbers


def _counted(
    owners: NDArray[np.int32],
    sizes: Indexes,
    firsts: Indexes,
    lengths: Indexes,
    common: NDArray[np.bool_],
    own: NDArray[np.bool_],
    stories: Indexes | None,
) -> tuple[Indexes, Indexes, Indexes, Indexes, Indexes]:
    """Pairs, how many telling runs they share, how many in all, and how many beyond the cap.

    Of runs beyond the cap only neighbours pair, and each with the first and with the largest.
    """
    count = len(sizes)
    telling = _pairs(owners, count, firsts[~common & ~own], lengths[~common & ~own])
    silent = _pairs(owners, count, firsts[own], lengths[own])
    neighbours = _pairs(owners, count, firsts[common], lengths[common], reach=1)
    hubs = _with_hubs(owners, sizes, firsts[common], lengths[common], stories)
    parts = (telling, silent, neighbours, hubs)
    pairs, inverse = np.unique(np.concatenate([part[0] for part in parts]), return_inverse=True)
    weights = np.concatenate([part[1] for part in parts])
    shared = np.bincount(inverse, weights, minlength=len(pairs)).astype(np.int64)
    told = np.bincount(inverse[: len(telling[0])], telling[1], minlength=len(pairs)).astype(np.int64)
    beyond = len(telling[0]) + len(silent[0])
    crowded = np.bincount(inverse[beyond:], weights[beyond:], minlength=len(pairs)).astype(np.int64)
    return pairs // max(1, count), pairs % max(1, count), told, shared, crowded


def _with_hubs(
    owners: NDArray[np.int32],
    sizes: Indexes,
    firsts: Indexes,
    lengths: Indexes,
    stories: Indexes | None,
) -> tuple[Indexes, Indexes]:
    """The first and the largest owner of each run with every other, as `_pairs`, but for neighbours and those two.

    The first alone may be a copy that was cut, of which none of the others holds most.
    """
    nothing = np.empty(0, dtype=np.int64)
    members = owners[_ranges(firsts, lengths)]
    if not len(members):
        return nothing, nothing
    places = np.arange(len(members))
    begins = np.zeros(len(members), dtype=bool)
    begins[np.cumsum(lengths) - lengths] = True
    if stories is not None and len(np.unique(stories)) > 1:
        keys = np.cumsum(begins) * (int(stories.max()) + 1) + stories[members]
        places = np.argsort(keys, kind="stable")
        members, keys = members[places], keys[places]
        begins = np.append(True, keys[1:] != keys[:-1])
    starts = np.flatnonzero(begins)
    largest = np.maximum.reduceat(sizes[members] * len(members) - np.arange(len(members)), starts)
    hubs = [starts, -largest % len(members)]
    waiting = []
    for hub, taken in ((hubs[0], None), (hubs[1], hubs[0])):
        whose = np.repeat(hub, np.diff(np.append(starts, len(members))))
        counted = np.abs(places - places[whose]) > 1
        if taken is not None:
            # Where the largest is the first, its pairs are counted; so is that of the two.
            counted &= (whose != np.repeat(taken, np.diff(np.append(starts, len(members))))) & ~begins
        pair = members[whose[counted]].astype(np.int64), members[counted].astype(np.int64)
        waiting.append(np.minimum(*pair) * len(sizes) + np.maximum(*pair))
    return _added(nothing, nothing, waiting)


def _pairs(
    owners: NDArray[np.int32], count: int, firsts: Indexes, lengths: Indexes, reach: int = 0
) -> tuple[Indexes, Indexes]:
    """The pairs among the owners of each run, as `left * count + right`, and how many runs they share."""
    pairs, counts = np.empty(0, dtype=np.int64), np.empty(0, dtype=np.int64)
    waiting: list[Indexes] = []
    size = 0
    for step in range(1, reach + 1 if reach else int(lengths.max(initial=1))):
        enough = lengths > step
        at = _ranges(firsts[enough], lengths[enough] - step)
        waiting.append(owners[at].astype(np.int64) * count + owners[at + step])
        size += len(at)
        if size > _PAIRS_AT_ONCE:
            pairs, counts = _added(pairs, counts, waiting)
            size = 0
    return _added(pairs, counts, waiting)


def _added(pairs: Indexes, counts: Indexes, waiting: list[Indexes]) -> tuple[Indexes, Indexes]:
    """The pairs counted so far with those that wait; empties `waiting`."""
    if not waiting:
        return pairs, counts
    more, times = np.unique(np.concatenate(waiting), return_counts=True)
    waiting.clear()
    both, inverse = np.unique(np.concatenate([pairs, more]), return_inverse=True)
    return both, np.bincount(inverse, np.concatenate([counts, times]), minlength=len(both)).astype(np.int64)


def among_nearest(
    left: Indexes, right: Indexes, strength: Indexes | NDArray[np.float64], most: int
) -> NDArray[np.bool_]:
    """Which pairs are among the `most` strongest of their left or of their right article."""
    chosen = np.zeros(len(left), dtype=bool)
    numbers = np.arange(len(left))
    for side in (left, right):
        order = np.lexsort((numbers, -strength, side))
        owners = side[order]
        firsts = np.flatnonzero(np.concatenate(([True], owners[1:] != owners[:-1]))) if len(owners) else order
        rank = numbers - np.repeat(firsts, np.diff(np.append(firsts, len(order))))
        chosen[order[rank < most]] = True
    return chosen
