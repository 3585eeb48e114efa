"""Fingerprints on the shelf: segments that only grow, and are merged so that they stay few and hold little garbage.

The segments are those of a log-structured tree: a text that is new or has changed goes into a segment of its own, small
ones are merged while one is not twice as large as the next, and one of whose texts half are gone is written anew.
"""

import json
from collections.abc import Callable, Iterable, Mapping, Sequence

import numpy as np

from sitegen.frozen import dataclass
from sitegen.group import (
    Columns,
    Fingerprint,
    Fingerprints,
    Postings,
    Runs,
    Segment,
    make_fingerprints,
    merged,
    segment_of,
)
from sitegen.memo import ColumnShelf
from sitegen.model import Article

_AT_ONCE = 1 << 9
"""Texts that are read for one segment: until it is on the shelf their fingerprints are held twice."""
_MOST_TEXTS = 1 << 10
"""Texts of a segment that others were merged to, at the most: while that is made it is held twice, some 12 MiB each."""
Part = tuple[Segment, list[str]]
"""A segment with the digests of its articles."""
MakeFingerprints = Callable[[Sequence[Article], Runs], Iterable[Fingerprint]]
_NUMBERS = ("packed", "leading", "run_counts", "words", "often", "term_counts", "notices")


class KeptFingerprints:
    """The fingerprints of the texts of an archive, by the digests of their articles."""

    def __init__(self, shelf: ColumnShelf, table: str, make: MakeFingerprints = make_fingerprints) -> None:
        """`table` names what decides a fingerprint besides the article; `make` makes those that are not there."""
        self._shelf, self._table, self._make = shelf, table, make
        self._parts: list[Part] = []
        for columns in shelf.segments(table):
            self._parts.append(_read(columns))
        self._kept = len(self._parts)
        self._current: frozenset[str] = frozenset()
        self.texts_read = 0
        """How many texts were read."""

    def fingerprints(self, articles: Sequence[Article], digests: Sequence[str], runs: Runs) -> Fingerprints:
        """Those of the articles; a text that has no fingerprint yet is read."""
        on_shelf = {digest for _, digests_of_part in self._parts for digest in digests_of_part}
        missing = [index for index, digest in enumerate(digests) if digest not in on_shelf]
        for first in range(0, len(missing), _AT_ONCE):
            part = missing[first : first + _AT_ONCE]
            segment = segment_of(self._make([articles[index] for index in part], runs))
            self._shelf.append(self._table, _columns(segment, [digests[index] for index in part]))
            self._parts.append(_read(self._shelf.segments(self._table)[-1]))
            # Of what was written it counts as held that it was read back.
            self._shelf.release()
        self._kept = len(self._parts)
        self.texts_read += len(missing)
        self._current = frozenset(digests)
        slot_of = self._slots()
        return Fingerprints(
            postings=Postings(segment for segment, _ in self._parts),
            slots=np.array([slot_of[digest] for digest in digests], dtype=np.int64),
            origin=self._table,
            digests=digests,
            slot_of=slot_of,
        )

    def keep(self) -> None:
        """Writes the segments that were merged, one after another: none is held when it is written. Slots are others
        then.
        """
        planned = self._planned()
        kept = 0
        while kept < min(len(planned), self._kept) and planned[kept].is_as_before(self._parts[kept]):
            kept += 1
        if kept < max(len(planned), self._kept):
            self._shelf.replace(self._table, (self._columns(plan) for plan in planned[kept:]), kept)
            self._parts = [*self._parts[:kept], *map(_read, self._shelf.segments(self._table)[kept:])]
            self._kept = len(self._parts)

    def _slots(self) -> Mapping[str, int]:
        return {digest: slot for slot, digest in enumerate(digest for _, digests in self._parts for digest in digests)}

    def _planned(self) -> list["_Plan"]:
        """The segments as they are to be kept: few, and none of them mostly garbage."""
        planned: list[_Plan] = []
        for part in self._parts:
            live = sum(digest in self._current for digest in part[1])
            if live:
                is_whole = 2 * live >= len(part[1])
                planned.append(_Plan((part,), live, len(part[1]) if is_whole else live, is_merged=not is_whole))
            while len(planned) > 1 and _are_too_alike(*planned[-2:]):
                planned[-2:] = [planned[-2].with_next(planned[-1])]
        return planned

    def _columns(self, plan: "_Plan") -> Columns:
        # Of the one that was made before.
        self._shelf.release()
        return _columns(*(self._merged(plan.parts) if plan.is_merged else plan.parts[0]))

    def _merged(self, parts: Sequence[Part]) -> Part:
        """The texts of the parts that the archive still has, as one segment."""
        live = [[index for index, digest in enumerate(digests) if digest in self._current] for _, digests in parts]
        segments = [(segment, np.array(texts, dtype=np.int64)) for (segment, _), texts in zip(parts, live, strict=True)]
        names = [digests[index] for (_, digests), texts in zip(parts, live, strict=True) for index in texts]
        return merged(segments), names


@dataclass(frozen=True, slots=True)
class _Plan:
    """A segment as it is to be kept, before it is made."""

    parts: tuple[Part, ...]
    live: int
    """Texts of it that the archive still has."""
    length: int
    """Texts that it will hold."""
    is_merged: bool
    """Whether it is made anew, without garbage."""

    def is_as_before(self, part: Part) -> bool:
        """Whether it is that part, as it lies on the shelf."""
        return not self.is_merged and self.parts[0][0] is part[0]

    def with_next(self, plan: "_Plan") -> "_Plan":
        """Both as one segment."""
        live = self.live + plan.live
        return _Plan((*self.parts, *plan.parts), live, live, is_merged=True)


def _are_too_alike(larger: _Plan, smaller: _Plan) -> bool:
    return larger.length < 2 * smaller.length and larger.length + smaller.length <= _MOST_TEXTS


def _columns(segment: Segment, digests: Sequence[str]) -> Columns:
    text = json.dumps([digests, segment.languages]).encode("ascii")
    return {"text": np.frombuffer(text, dtype=np.uint8), **{name: getattr(segment, name) for name in _NUMBERS}}


def _read(columns: Columns) -> Part:
    digests, languages = json.loads(columns["text"].tobytes())
    return Segment(**{name: columns[name] for name in _NUMBERS}, languages=tuple(languages)), digests
