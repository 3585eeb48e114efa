"""Finds pairs of articles worth a closer look: those that share rare runs of words. Knows nothing of what a link is.

Runs of words are hashed and sorted once (`postings.py`), so that the articles that share a run stand beside each other.
After an edit only the runs of what has changed are looked up.

Runs of two to `document_frequency` articles make their articles candidates. Runs that stand in more, or in several of
one source, are boilerplate. Runs of more articles than the cap still tie each article to the next, to the first and to
the largest, so that a text which ten thousand carry is found in as many steps as it has copies.

Tried and given up: Jaccard and MinHash thresholds (the real pair 001/003 has Jaccard 0.028 and belongs together); a
Python loop over the postings (it was linear in pairs and slow in each; 100,000 articles are some 25 million runs).
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from sitegen.config import Grouping
from sitegen.frozen import dataclass
from sitegen.group.candidates.postings import TEXT_BITS, Postings, ranges, starts_of
from sitegen.group.words import Hashes, Indexes, run_hashes

_SHIFT = np.uint64(TEXT_BITS)
_LONGER_ABOVE = 20_000
"""Articles up to which runs of `shingle` words are kept; above, longer ones, of which strangers share fewer."""
_LONGER = 6
_PAIRS_AT_ONCE = 1_000_000
"""Pairs that wait to be counted. Twenty times as many cost the same and 40 MiB, of 3,000 articles."""
Counts = NDArray[np.int32]
"""Of runs that two articles share: an archive has millions of pairs, and no article so many runs."""
_ENTRIES_AT_ONCE = 1 << 18
"""Runs of texts that are counted at a time: a part of the space of hashes is exact by itself."""
_RELEASED_AFTER = 16
"""Such parts after which they are given back: 32 MiB, where those of 40,000 articles are 300."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Runs:
    """Which runs of words stand for an article."""

    length: int
    """In words."""

    def of(self, words: Hashes, owners: NDArray[np.int64]) -> tuple[Hashes, NDArray[np.int64]]:
        """The runs of texts that stand one after another, by the hashes of their words, and which text each is of."""
        hashes = run_hashes(words, self.length)
        kept = owners[: len(hashes)] == owners[self.length - 1 : self.length - 1 + len(hashes)]
        return hashes[kept], owners[: len(hashes)][kept]

    def in_passage(self, words: int) -> int:
        """How many runs a passage of so many words has; one at the least."""
        return max(1, words + 1 - self.length)


def runs_for(articles: int, settings: Grouping) -> Runs:
    """Runs by which the texts of an archive of so many articles are found.

    Tried and given up: of a large archive one run in two. One shared run had to be enough to align two texts then, and
    of 10,000 real articles 64,000 pairs were aligned in the place of 2,500.
    """
    if articles <= _LONGER_ABOVE:
        return Runs(length=settings.shingle)
    return Runs(length=max(settings.shingle, _LONGER))


@dataclass(frozen=True, slots=True, kw_only=True)
class Roster:
    """The articles of an archive as candidates are found among them, sorted by id."""

    slots: Indexes
    """Where the fingerprint of each is, see `Postings`."""
    sources: Sequence[str]
    """The ids of their outlets; empty where nobody is known to have printed them."""
    stories: Sequence[str] = ()
    """The stories they declare; empty where nobody declares one."""

    def __len__(self) -> int:
        return len(self.slots)


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidates:
    """What an archive's fingerprints say of it. The arrays of pairs have one length; pairs are in order."""

    left: Indexes
    right: Indexes
    """Indexes of articles, the lower one in `left`."""
    telling: Counts
    """How many runs both have that are no boilerplate."""
    shared: Counts
    """How many runs both have, whatever they are."""
    crowded: Counts
    """How many runs beyond the cap both have, of those where one of the two is the first or the largest that has
    the run, or the two are next to each other among the articles that have it."""
    sizes: Indexes
    """How many runs each article has."""
    common: Indexes
    """How many of them more articles have than the cap allows."""
    silent: Hashes
    """The boilerplate of each article, runs that say nothing about any two articles; one article after another, each
    in order: leading bits."""
    silent_from: Indexes
    """Where that of each begins, and at the end how many there are."""

    def silent_in(self, article: int) -> bytes:
        """Which runs of an article are boilerplate: with its text, all that decides which of its words count."""
        silent = self.silent[int(self.silent_from[article]) : int(self.silent_from[article + 1])]
        return silent.astype("<u8").tobytes()

    def only(self, places: Indexes) -> "Candidates":
        """The same with no pairs but these, by their places."""
        pairs = {name: getattr(self, name)[places] for name in ("left", "right", "telling", "shared", "crowded")}
        return replace(self, **pairs)


@dataclass(frozen=True, slots=True, kw_only=True)
class Former:
    """What was found of the archive as it was before, and which of its articles are the same."""

    roster: Roster
    """Its slots are those of the postings of now."""
    candidates: Candidates
    places: Indexes
    """Of each of its articles the place among those of before and of now together, which are sorted by id too."""
    places_now: Indexes
    """Of each article of now."""

    def is_same(self, roster: Roster) -> bool:
        """Whether nothing has changed."""
        slots, places = (self.roster.slots, roster.slots), (self.places, self.places_now)
        return np.array_equal(*slots) and np.array_equal(*places)


def is_among(hashes: Hashes, runs: Hashes) -> NDArray[np.bool_]:
    """Which runs are among those that are known by their leading bits."""
    return np.isin(hashes >> _SHIFT, runs)


def find_candidates(
    postings: Postings,
    roster: Roster,
    document_frequency: int,
    source_frequency: int,
    former: Former | None = None,
    release: Callable[[], None] = lambda: None,
) -> Candidates:
    """Pairs worth a closer look. With `former` only the runs of articles that have changed are looked up.

    `release` is called when some part of the postings has been read that is not looked at again.

    What a run says is a matter of the articles that have it, so what was counted changes by what its runs say now less
    what they said before; both are counted in the same way, from nothing where there is no `former`.

    Articles that declare two stories never belong together, so each story has a first article of its own among those
    that have a run. A run is boilerplate when more than `document_frequency` articles have it, or `source_frequency` of
    one source: a footer, a sign-up form, a caption. What an outlet prints under everything once joined 32 of its
    articles into one story.
    """
    caps = document_frequency, source_frequency
    if former is None:
        places = np.full(len(postings), -1, dtype=np.int64)
        places[roster.slots] = np.arange(len(roster))
        archive = _Archive(roster, np.arange(len(roster)), len(roster), postings.sizes)

        def tallies() -> Iterator[_Tally]:
            for number, part in enumerate(postings.parts(places, _ENTRIES_AT_ONCE), 1):
                yield _tally(*part, archive, caps)
                if number % _RELEASED_AFTER == 0:
                    release()

        return _total(tallies(), len(roster)).candidates(postings.sizes[roster.slots])
    return _changed(postings, roster, caps, former)


def _changed(postings: Postings, roster: Roster, caps: tuple[int, int], former: Former) -> Candidates:
    """The candidates of now, from those of before."""
    count = int(max(former.places.max(initial=-1), former.places_now.max(initial=-1))) + 1
    before = _Archive(former.roster, former.places, count, postings.sizes)
    after = _Archive(roster, former.places_now, count, postings.sizes)
    runs = postings.runs_of(np.union1d(before.slots_not_in(after), after.slots_not_in(before)))
    lost = _tally(*postings.holders(runs, before.place_of(postings)), before, caps)
    new = _tally(*postings.holders(runs, after.place_of(postings)), after, caps)
    tally = _Tally.of(former.candidates, former.places, count)
    # Boilerplate of these runs is said anew, and that of all others stays.
    kept = ~np.isin(tally.silent, runs, assume_unique=False)
    tally = replace(tally, silent=tally.silent[kept], holders=tally.holders[kept])
    tally = tally.plus(replace(lost, silent=lost.silent[:0], holders=lost.holders[:0]), sign=-1).plus(new)
    place = np.full(count, -1, dtype=np.int64)
    place[former.places_now] = np.arange(len(roster))
    return tally.placed(place, len(roster)).candidates(postings.sizes[roster.slots])


@dataclass(frozen=True)
class _Archive:
    """Articles by their places, some of which may be empty."""

    roster: Roster
    places: Indexes
    count: int
    run_counts: Indexes
    """Of each slot."""

    @cached_property
    def slots(self) -> Indexes:
        """Of each place; -1 where there is no article."""
        return self._spread(self.roster.slots, -1)

    @cached_property
    def sizes(self) -> Indexes:
        """How many runs the article at each place has."""
        return self._spread(self.run_counts[self.roster.slots], 0)

    @cached_property
    def sources(self) -> Indexes:
        """A number for the source at each place; articles without one have one each."""
        return self._spread(_numbered(self.roster.sources), -1)

    @cached_property
    def stories(self) -> Indexes | None:
        """A number for the declared story at each place."""
        stories = self.roster.stories
        return self._spread(_numbered(stories, apart=False), 0) if any(stories) else None

    def slots_not_in(self, archive: "_Archive") -> Indexes:
        """The slots of articles that the other has not, or otherwise."""
        slots: Indexes = self.slots[(self.slots != archive.slots) & (self.slots >= 0)]
        return slots

    def place_of(self, postings: Postings) -> Indexes:
        """Of each slot the place of its article; -1 where it has none."""
        places = np.full(len(postings), -1, dtype=np.int64)
        places[self.roster.slots] = self.places
        return places

    def _spread(self, values: Indexes, empty: int) -> Indexes:
        spread = np.full(self.count, empty, dtype=np.int64)
        spread[self.places] = values
        return spread


@dataclass(frozen=True, slots=True, kw_only=True)
class _Tally:
    """What runs say, counted: it can be added and taken away."""

    count: int
    """How many places there are."""
    pairs: Indexes
    """Pairs of places as `left * count + right`, in order."""
    telling: Counts
    shared: Counts
    crowded: Counts
    common: Indexes
    """Of each place."""
    silent: Hashes
    """Boilerplate, each run as often as it has holders."""
    holders: Indexes
    """The place of each."""

    @classmethod
    def nothing(cls, count: int) -> "_Tally":
        """Of no run at all."""
        empty, no_counts = np.empty(0, dtype=np.int64), np.empty(0, dtype=np.int32)
        return cls(
            count=count,
            pairs=empty,
            telling=no_counts,
            shared=no_counts,
            crowded=no_counts,
            common=np.zeros(count, dtype=np.int64),
            silent=np.empty(0, dtype=np.uint64),
            holders=empty,
        )

    @classmethod
    def of(cls, candidates: Candidates, places: Indexes, count: int) -> "_Tally":
        """What was counted of articles that are now at such places."""
        common = np.zeros(count, dtype=np.int64)
        common[places] = candidates.common
        return cls(
            count=count,
            pairs=places[candidates.left] * count + places[candidates.right],
            telling=candidates.telling.astype(np.int32),
            shared=candidates.shared.astype(np.int32),
            crowded=candidates.crowded.astype(np.int32),
            common=common,
            silent=candidates.silent,
            holders=np.repeat(places, np.diff(candidates.silent_from)),
        )

    def plus(self, tally: "_Tally", sign: int = 1) -> "_Tally":
        """Both together, or the one less the other; pairs that share nothing any more are gone."""
        few, many = (tally, self) if len(tally.pairs) <= len(self.pairs) else (self, tally)
        places = np.minimum(many.pairs.searchsorted(few.pairs), max(0, len(many.pairs) - 1))
        present = many.pairs[places] == few.pairs if len(many.pairs) else np.zeros(len(few.pairs), dtype=bool)
        between = many.pairs.searchsorted(few.pairs[~present])
        signs = (sign if few is tally else 1), (sign if many is tally else 1)
        columns = {}
        for name in ("telling", "shared", "crowded"):
            added, values = signs[0] * getattr(few, name), signs[1] * getattr(many, name)
            # Each pair is once among the few.
            values[places[present]] += added[present]
            columns[name] = np.insert(values, between, added[~present])
        pairs = np.insert(many.pairs, between, few.pairs[~present])
        left = columns["shared"] != 0
        return replace(
            self,
            pairs=pairs[left],
            telling=columns["telling"][left],
            shared=columns["shared"][left],
            crowded=columns["crowded"][left],
            common=self.common + sign * tally.common,
            silent=np.concatenate([self.silent, tally.silent]),
            holders=np.concatenate([self.holders, tally.holders]),
        )

    def placed(self, place: Indexes, count: int) -> "_Tally":
        """The same with other places, in the same order."""
        common = np.zeros(count, dtype=np.int64)
        common[place[place >= 0]] = self.common[place >= 0]
        left, right = np.divmod(self.pairs, max(1, self.count))
        return replace(
            self,
            count=count,
            pairs=place[left] * count + place[right],
            common=common,
            holders=place[self.holders],
        )

    def candidates(self, sizes: Indexes) -> Candidates:
        """As the rest of grouping asks for it."""
        order = np.lexsort((self.silent, self.holders))
        left, right = np.divmod(self.pairs, max(1, self.count))
        return Candidates(
            left=left,
            right=right,
            telling=self.telling,
            shared=self.shared,
            crowded=self.crowded,
            sizes=sizes,
            common=self.common,
            silent=self.silent[order],
            silent_from=starts_of(np.bincount(self.holders, minlength=self.count)),
        )


def _total(tallies: Iterable[_Tally], count: int) -> _Tally:
    """All of them together, of so many places. O(n log n) in their pairs.

    They are added when there are as many new pairs as old ones: one after another they took time with the square of
    the archive.
    """
    total, waiting = _Tally.nothing(count), []
    size = 0
    for tally in tallies:
        waiting.append(tally)
        size += len(tally.pairs)
        if size > max(_PAIRS_AT_ONCE, len(total.pairs)):
            total, size = _added_up([total, *waiting]), 0
            waiting.clear()
    return _added_up([total, *waiting])


def _added_up(tallies: Sequence[_Tally]) -> _Tally:
    """Their sum; what each counts is more than nothing."""
    pairs = np.concatenate([tally.pairs for tally in tallies])
    # Parts that are in order already: such a sort merges them.
    order = pairs.argsort(kind="stable")
    pairs = pairs[order]
    firsts = np.flatnonzero(np.append(True, pairs[1:] != pairs[:-1])[: len(pairs)])

    def added(name: str) -> Counts:
        counts: Counts = np.concatenate([getattr(tally, name) for tally in tallies])[order]
        return np.add.reduceat(counts, firsts, dtype=np.int32) if len(firsts) else counts

    return replace(
        tallies[0],
        pairs=pairs[firsts],
        telling=added("telling"),
        shared=added("shared"),
        crowded=added("crowded"),
        common=np.sum([tally.common for tally in tallies], axis=0),
        silent=np.concatenate([tally.silent for tally in tallies]),
        holders=np.concatenate([tally.holders for tally in tallies]),
    )


def _tally(runs: Hashes, owners: Indexes, archive: _Archive, caps: tuple[int, int]) -> _Tally:
    """What runs say of the articles that have them; sorted by run and by place."""
    firsts = np.flatnonzero(np.append(True, runs[1:] != runs[:-1])) if len(runs) else np.empty(0, dtype=np.int64)
    lengths = np.diff(np.append(firsts, len(runs)))
    # Most stand in one article alone, and pair nobody.
    several = lengths > 1
    firsts, lengths = firsts[several], lengths[several]
    common = lengths > caps[0]
    of_one_source = _of_one_source(owners, firsts, lengths, archive.sources, caps[1]) & ~common
    silent = common | of_one_source
    pairs = _counted(owners, archive.sizes, firsts, lengths, common, of_one_source, archive.stories)
    return _Tally(
        count=archive.count,
        pairs=pairs[0],
        telling=pairs[1],
        shared=pairs[2],
        crowded=pairs[3],
        common=np.bincount(owners[ranges(firsts[common], lengths[common])], minlength=archive.count),
        silent=np.repeat(runs[firsts[silent]], lengths[silent]),
        holders=owners[ranges(firsts[silent], lengths[silent])],
    )


def _numbered(names: Sequence[str], *, apart: bool = True) -> Indexes:
    """A number for each name. Articles without one have one each where they are `apart`, else one together."""
    numbers: dict[str, int] = {}
    return np.array(
        [numbers.setdefault(name or (f"\0{place}" if apart else ""), len(numbers)) for place, name in enumerate(names)],
        dtype=np.int64,
    )


def _of_one_source(
    owners: Indexes, firsts: Indexes, lengths: Indexes, sources: Indexes, most: int
) -> NDArray[np.bool_]:
    """Which of the runs stand in so many articles of one source."""
    is_of_one_source = np.zeros(len(firsts), dtype=bool)
    many = np.flatnonzero(lengths >= most)
    if not len(many):
        return is_of_one_source
    run = np.repeat(many, lengths[many])
    members = sources[owners[ranges(firsts[many], lengths[many])]]
    keys, counts = np.unique(run * np.int64(len(sources)) + members, return_counts=True)
    is_of_one_source[keys[counts >= most] // len(sources)] = True
    return is_of_one_source


def _counted(
    owners: Indexes,
    sizes: Indexes,
    firsts: Indexes,
    lengths: Indexes,
    common: NDArray[np.bool_],
    of_one_source: NDArray[np.bool_],
    stories: Indexes | None,
) -> tuple[Indexes, Counts, Counts, Counts]:
    """Pairs, how many telling runs they share, how many in all, and how many beyond the cap.

    Of runs beyond the cap only neighbours pair, and each with the first and with the largest.
    """
    count = len(sizes)
    telling = _pairs(owners, count, firsts[~common & ~of_one_source], lengths[~common & ~of_one_source])
    silent = _pairs(owners, count, firsts[of_one_source], lengths[of_one_source])
    neighbours = _pairs(owners, count, firsts[common], lengths[common], reach=1)
    hubs = _with_hubs(owners, sizes, firsts[common], lengths[common], stories)
    parts = (telling, silent, neighbours, hubs)
    pairs, inverse = np.unique(np.concatenate([part[0] for part in parts]), return_inverse=True)
    weights = np.concatenate([part[1] for part in parts])
    shared = np.bincount(inverse, weights, minlength=len(pairs)).astype(np.int32)
    telling_counts = np.bincount(inverse[: len(telling[0])], telling[1], minlength=len(pairs)).astype(np.int32)
    beyond = len(telling[0]) + len(silent[0])
    crowded = np.bincount(inverse[beyond:], weights[beyond:], minlength=len(pairs)).astype(np.int32)
    return pairs, telling_counts, shared, crowded


def _with_hubs(
    owners: Indexes,
    sizes: Indexes,
    firsts: Indexes,
    lengths: Indexes,
    stories: Indexes | None,
) -> tuple[Indexes, Indexes]:
    """The first and the largest owner of each run with every other, as `_pairs`, but for neighbours and those two.

    The first alone may be a copy that was cut, of which none of the others holds most.
    """
    nothing = np.empty(0, dtype=np.int64)
    members = owners[ranges(firsts, lengths)]
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


def _pairs(owners: Indexes, count: int, firsts: Indexes, lengths: Indexes, reach: int = 0) -> tuple[Indexes, Indexes]:
    """The pairs among the owners of each run, as `left * count + right`, and how many runs they share."""
    pairs, counts = np.empty(0, dtype=np.int64), np.empty(0, dtype=np.int64)
    waiting: list[Indexes] = []
    size = 0
    for step in range(1, reach + 1 if reach else int(lengths.max(initial=1))):
        enough = lengths > step
        places = ranges(firsts[enough], lengths[enough] - step)
        waiting.append(owners[places].astype(np.int64) * count + owners[places + step])
        size += len(places)
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
    united, inverse = np.unique(np.concatenate([pairs, more]), return_inverse=True)
    return united, np.bincount(inverse, np.concatenate([counts, times]), minlength=len(united)).astype(np.int64)


def among_nearest(
    left: Indexes, right: Indexes, strength: Counts | NDArray[np.float64], most: int
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
