"""Which texts have which runs of words: the fingerprints of an archive, sorted by their hashes, in segments.

A text is known by its slot, a number that it keeps as long as its fingerprint is kept, whatever becomes of other texts.
So one text is looked up among those of 10,000 without sorting theirs again. Knows nothing of pairs.
"""

from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray

from sitegen.frozen import dataclass
from sitegen.group.likeness import Terms
from sitegen.group.words import Hashes, Indexes

TEXT_BITS = 20
"""Last bits of a packed run, which hold the number of its text: a segment has a million texts at the most."""
_TEXT = np.uint64((1 << TEXT_BITS) - 1)
_SHIFT = np.uint64(TEXT_BITS)
_LEADING = np.uint64(32)
"""Bits of a run that are kept by text, to find it again among all runs."""
_MANY = 4
"""One text in so many of a segment, from which on all of it is read, in the place of looking up each run."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fingerprint:
    """One text, as the whole archive is searched by it."""

    runs: Hashes
    """Its runs of words, in their order."""
    terms: Terms
    notice: bool
    """Whether it is nothing but a notice of the site to its readers; then it talks about nothing."""


@dataclass(frozen=True)
class Segment:
    """The fingerprints of some texts."""

    packed: Hashes
    """Each run once for each text that has it: the leading bits of its hash, and the number of the text; sorted."""
    leading: NDArray[np.uint32]
    """The leading 32 bits of the runs of each text, one text after another."""
    run_counts: NDArray[np.uint32]
    words: NDArray[np.uint32]
    """The terms of each text, one text after another; see `Terms`."""
    often: NDArray[np.float16]
    term_counts: NDArray[np.uint32]
    notices: NDArray[np.uint8]
    languages: tuple[str, ...]
    """Of each text, the primary subtag."""

    @cached_property
    def run_starts(self) -> Indexes:
        """Where the runs of each text begin, and at the end how many there are."""
        return starts_of(self.run_counts)

    @cached_property
    def term_starts(self) -> Indexes:
        """Where the terms of each text begin, and at the end how many there are."""
        return starts_of(self.term_counts)

    def __len__(self) -> int:
        return len(self.run_counts)

    def terms(self, text: int) -> Terms:
        """What one text talks about."""
        span = slice(int(self.term_starts[text]), int(self.term_starts[text + 1]))
        return Terms(self.languages[text], self.words[span], self.often[span])


def starts_of(counts: NDArray[Any]) -> Indexes:
    """Where parts of such lengths begin that lie one after another, and at the end how long they are together."""
    return np.concatenate([[0], np.cumsum(counts, dtype=np.int64)]).astype(np.int64)


def segment_of(fingerprints: Iterable[Fingerprint]) -> Segment:
    """The fingerprints of texts, their numbers in the order given."""
    packed, leading, words, often = [], [], [], []
    notices, languages = [], []
    for number, text in enumerate(fingerprints):
        runs = _each_once(text.runs >> _SHIFT)
        packed.append(runs << _SHIFT | np.uint64(number))
        leading.append((runs >> np.uint64(64 - TEXT_BITS) - _LEADING).astype(np.uint32))
        words.append(text.terms.words)
        often.append(text.terms.often)
        notices.append(text.notice)
        languages.append(text.terms.language)
    all_runs = _joined(packed, np.uint64)
    all_runs.sort()
    return Segment(
        packed=all_runs,
        leading=_joined(leading, np.uint32),
        run_counts=np.array([len(runs) for runs in leading], dtype=np.uint32),
        words=_joined(words, np.uint32),
        often=_joined(often, np.float16),
        term_counts=np.array([len(article_words) for article_words in words], dtype=np.uint32),
        notices=np.array(notices, dtype=np.uint8),
        languages=tuple(languages),
    )


def _each_once(hashes: Hashes) -> Hashes:
    """Each hash once, in order. `np.unique` puts them into a table first, which costs four times as much for a text."""
    hashes.sort()
    first = np.ones(len(hashes), dtype=np.bool_)
    np.not_equal(hashes[1:], hashes[:-1], out=first[1:])
    return hashes[first]


def merged(parts: Sequence[tuple[Segment, Indexes]]) -> Segment:
    """Some texts of several segments as one segment, in this order; the numbers of each ascend."""
    packed, leading, words, often = [], [], [], []
    base = 0
    for segment, texts in parts:
        number = np.full(len(segment), -1, dtype=np.int64)
        number[texts] = np.arange(base, base + len(texts))
        owners = number[(segment.packed & _TEXT).astype(np.int64)]
        kept = owners >= 0
        packed.append(segment.packed[kept] & ~_TEXT | owners[kept].astype(np.uint64))
        leading.append(segment.leading[ranges(segment.run_starts[texts], segment.run_counts[texts].astype(np.int64))])
        places = ranges(segment.term_starts[texts], segment.term_counts[texts].astype(np.int64))
        words.append(segment.words[places])
        often.append(segment.often[places])
        base += len(texts)
    runs = _joined(packed, np.uint64)
    packed.clear()
    # Parts that are in order already: such a sort merges them.
    runs.sort(kind="stable")
    return Segment(
        packed=runs,
        leading=_joined(leading, np.uint32),
        run_counts=_joined([segment.run_counts[texts] for segment, texts in parts], np.uint32),
        words=_joined(words, np.uint32),
        often=_joined(often, np.float16),
        term_counts=_joined([segment.term_counts[texts] for segment, texts in parts], np.uint32),
        notices=_joined([segment.notices[texts] for segment, texts in parts], np.uint8),
        languages=tuple(segment.languages[text] for segment, texts in parts for text in texts.tolist()),
    )


def _joined(arrays: Sequence["NDArray[Any]"], kind: type[np.generic]) -> "NDArray[Any]":
    return np.concatenate(arrays) if arrays else np.empty(0, dtype=kind)


def ranges(firsts: Indexes, lengths: Indexes) -> Indexes:
    """The numbers of all ranges, one after another."""
    ends = np.cumsum(lengths)
    numbers: Indexes = np.arange(ends[-1] if len(ends) else 0) + np.repeat(firsts - (ends - lengths), lengths)
    return numbers


class Postings:
    """The segments of an archive. The slots of a segment begin where those of the one before end."""

    def __init__(self, segments: Iterable[Segment]) -> None:
        self.segments = tuple(segments)
        self.bases = starts_of(np.array([len(segment) for segment in self.segments], dtype=np.int64))
        self.sizes: Indexes = _joined([segment.run_counts for segment in self.segments], np.uint32).astype(np.int64)
        """How many runs the text of each slot has."""

    def __len__(self) -> int:
        return int(self.bases[-1])

    def terms(self, slots: Indexes) -> Iterator[Terms]:
        """What the texts of some slots talk about."""
        owners = np.searchsorted(self.bases, slots, side="right") - 1
        for slot, owner in zip((slots - self.bases[owners]).tolist(), owners.tolist(), strict=True):
            yield self.segments[owner].terms(slot)

    def notices(self, slots: Indexes) -> NDArray[np.bool_]:
        """Which of the texts are nothing but a notice."""
        return _joined([segment.notices for segment in self.segments], np.uint8)[slots] > 0

    def runs_of(self, slots: Indexes) -> Hashes:
        """The runs that any of these texts has, each once, sorted."""
        owners = np.searchsorted(self.bases, slots, side="right") - 1
        parts = [
            _runs_of(segment, slots[owners == number] - self.bases[number])
            for number, segment in enumerate(self.segments)
            if (owners == number).any()
        ]
        return np.unique(_joined(parts, np.uint64))

    def holders(self, runs: Hashes, places: Indexes) -> tuple[Hashes, Indexes]:
        """Some runs, sorted, with the places of the texts that have them: one entry a run and text, in this order.

        `places` says of each slot where its text stands; -1 for a text that is not asked about.
        """
        holders = []
        for segment, base in zip(self.segments, self.bases.tolist(), strict=False):
            first = segment.packed.searchsorted(runs << _SHIFT)
            last = segment.packed.searchsorted(runs << _SHIFT | _TEXT, side="right")
            holders.append(self._placed(segment.packed[ranges(first, last - first)], base, places))
        return _in_order(holders)

    def parts(self, places: Indexes, most: int) -> Iterator[tuple[Hashes, Indexes]]:
        """All runs as `holders` has them, a part of their hashes at a time with about `most` entries."""
        entries = sum(len(segment.packed) for segment in self.segments)
        count = max(1, -(-entries // most))
        # A run stands in one part, whatever texts have it.
        borders = [(part << 64 - TEXT_BITS) // count << TEXT_BITS for part in range(1, count)]
        cuts = [
            [0, *segment.packed.searchsorted(np.array(borders, dtype=np.uint64)).tolist(), len(segment.packed)]
            for segment in self.segments
        ]
        for part in range(count):
            parts = [
                self._placed(segment.packed[cut[part] : cut[part + 1]], base, places)
                for segment, base, cut in zip(self.segments, self.bases.tolist(), cuts, strict=False)
            ]
            yield _in_order(parts)

    def _placed(self, packed: Hashes, base: int, places: Indexes) -> tuple[Hashes, Indexes]:
        owners = places[(packed & _TEXT).astype(np.int64) + base]
        placed = owners >= 0
        return packed[placed] >> _SHIFT, owners[placed]


def _runs_of(segment: Segment, texts: Indexes) -> Hashes:
    """The runs that texts of one segment have, in no order."""
    if len(texts) * _MANY >= len(segment):
        chosen = np.zeros(len(segment), dtype=bool)
        chosen[texts] = True
        return segment.packed[chosen[(segment.packed & _TEXT).astype(np.int64)]] >> _SHIFT
    counts = segment.run_counts[texts].astype(np.int64)
    leading = segment.leading[ranges(segment.run_starts[texts], counts)].astype(np.uint64) << _LEADING
    first = segment.packed.searchsorted(leading)
    last = segment.packed.searchsorted(leading | np.uint64((1 << 32) - 1), side="right")
    owned = segment.packed[ranges(first, last - first)]
    owners = np.repeat(np.repeat(texts, counts), last - first)
    runs: Hashes = owned[(owned & _TEXT).astype(np.int64) == owners] >> _SHIFT
    return runs


def _in_order(parts: Sequence[tuple[Hashes, Indexes]]) -> tuple[Hashes, Indexes]:
    runs = _joined([part_runs for part_runs, _ in parts], np.uint64)
    places = _joined([part_runs for _, part_runs in parts], np.int64).astype(np.int64)
    if len(places) and int(places.max()) >> TEXT_BITS:
        order = np.lexsort((places, runs))
        return runs[order], places[order]
    # As one number they are sorted ten times as fast.
    packed = runs << _SHIFT | places.astype(np.uint64)
    packed.sort()
    return packed >> _SHIFT, (packed & _TEXT).astype(np.int64)
