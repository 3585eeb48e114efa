"""Finds candidates and likenesses from those of the last time, where somebody remembers them.

What is recalled of candidates is believed where it is of the same settings and every article of then has its
fingerprint still; what has changed since is told by the digests of the articles. The likeness of two articles is
recalled where neither vector has changed. Decides nothing else.
"""

import json
from collections.abc import Sequence
from dataclasses import astuple

import numpy as np
from numpy.typing import NDArray

from sitegen.config import Grouping
from sitegen.group.candidates.fingerprints import Candidates, Counts, Former, Roster, Runs, find_candidates
from sitegen.group.likeness import Vectors, likenesses
from sitegen.group.prints import Columns, Fingerprints, Printer
from sitegen.group.words import Indexes
from sitegen.model import Article

_TABLE, _LIKENESSES = "candidates", "likenesses"
_ARRAYS = ("left", "right", "common", "silent_from")
_COUNTS = ("telling", "shared", "crowded")
_MILLION = 1_000_000
"""Likenesses count to six places."""
_MOST_CHANGED = 0.25
"""Share of the articles from which on all are counted anew: that takes no longer."""


def known_candidates(
    articles: Sequence[Article], fingerprints: Fingerprints, runs: Runs, settings: Grouping, printer: Printer
) -> Candidates:
    """The candidates of an archive, as `find_candidates` finds them; recorded where they are others than before."""
    roster = Roster(
        slots=fingerprints.slots,
        # The versions of one text are no form that an outlet fills in again and again.
        sources=["" if article.version_of else article.source for article in articles],
        stories=[article.story for article in articles],
    )
    caps = settings.document_frequency, settings.source_frequency
    decided = [fingerprints.origin, *astuple(runs), *caps]
    ids = [article.id for article in articles]
    former = _recalled(printer, fingerprints, ids, decided)
    if (
        former
        and np.array_equal(former.roster.slots, roster.slots)
        and np.array_equal(former.places_now, former.places)
    ):
        return former.candidates
    candidates = find_candidates(fingerprints.postings, roster, *caps, former, printer.release)
    if fingerprints.digests:
        text = json.dumps([decided, ids, list(fingerprints.digests), roster.sources, roster.stories])
        printer.record(_TABLE, {"text": np.frombuffer(text.encode("ascii"), dtype=np.uint8), **_columns(candidates)})
    return candidates


def _recalled(
    printer: Printer, fingerprints: Fingerprints, ids: Sequence[str], decided: Sequence[object]
) -> Former | None:
    """What was found the last time; None where that is not known, or too little of it holds."""
    columns = printer.recall(_TABLE)
    if columns is None:
        return None
    decided_then, ids_then, digests, sources, stories = json.loads(columns["text"].tobytes())
    slots = [fingerprints.slot_of.get(digest, -1) for digest in digests]
    if decided_then != decided or -1 in slots:
        return None
    present = set(fingerprints.slots.tolist())
    lost = sum(slot not in present for slot in slots)
    if lost + len(present) - (len(slots) - lost) > _MOST_CHANGED * len(present):
        return None
    places, places_now = among_both(ids_then, ids)
    return Former(
        roster=Roster(slots=np.array(slots, dtype=np.int64), sources=sources, stories=stories),
        candidates=_candidates(columns, fingerprints.postings.sizes[slots]),
        places=places,
        places_now=places_now,
    )


def among_both(ids_then: Sequence[str], ids: Sequence[str]) -> tuple[Indexes, Indexes]:
    """Of each id of then, and of now, its place among all of them, sorted."""
    if ids_then == ids:
        same = np.arange(len(ids))
        return same, same
    place = {article: number for number, article in enumerate(sorted({*ids_then, *ids}))}
    then = np.array([place[article] for article in ids_then], dtype=np.int64)
    return then, np.array([place[article] for article in ids], dtype=np.int64)


def _columns(candidates: Candidates) -> Columns:
    columns: dict[str, NDArray[np.generic]] = {
        name: narrowed(getattr(candidates, name)) for name in (*_ARRAYS, *_COUNTS)
    }
    return {**columns, "silent": candidates.silent}


def narrowed(numbers: Indexes | Counts) -> NDArray[np.generic]:
    """Whole numbers from 0 on in the fewest bytes that hold all of them."""
    largest = int(numbers.max(initial=0))
    return numbers.astype(np.uint8 if largest < 1 << 8 else np.uint16 if largest < 1 << 16 else np.uint32)


def _candidates(columns: Columns, sizes: Indexes) -> Candidates:
    arrays: dict[str, Indexes] = {name: columns[name].astype(np.int64) for name in _ARRAYS}
    telling, shared, crowded = (columns[name].astype(np.int32) for name in _COUNTS)
    return Candidates(sizes=sizes, silent=columns["silent"], telling=telling, shared=shared, crowded=crowded, **arrays)


def known_likenesses(vectors: Vectors, left: Indexes, right: Indexes, printer: Printer) -> NDArray[np.float64]:
    """The cosine of each pair, to six places; pairs are in order. Those are looked up of which neither has changed."""
    digests = vectors.digests()
    pairs = left * len(vectors) + right
    counted = np.full(len(pairs), -1, dtype=np.int64)
    columns = printer.recall(_LIKENESSES)
    if columns is not None and len(columns["digests"]):
        ordered = np.argsort(columns["digests"], kind="stable")
        places = np.minimum(columns["digests"].searchsorted(digests, sorter=ordered), len(ordered) - 1)
        then = ordered[places]
        then[columns["digests"][then] != digests] = -1
        known_then = np.flatnonzero((then[left] >= 0) & (then[right] >= 0))
        counted[known_then] = _counted_then(columns, then[left[known_then]], then[right[known_then]])
    unknown = np.flatnonzero(counted < 0)
    if len(unknown):
        cosines = likenesses(vectors, left[unknown], right[unknown])
        counted[unknown] = np.rint(cosines * _MILLION).astype(np.int64)
        printer.record(
            _LIKENESSES, {"digests": digests, "pairs": pairs.astype(np.uint64), "counted": counted.astype(np.uint32)}
        )
    return counted / _MILLION


def _counted_then(columns: Columns, left: Indexes, right: Indexes) -> Indexes:
    """The millionths of some pairs, by the indexes of then; -1 for those that were not asked then."""
    pairs = (np.minimum(left, right) * len(columns["digests"]) + np.maximum(left, right)).astype(np.uint64)
    if not len(columns["pairs"]):
        return np.full(len(pairs), -1, dtype=np.int64)
    places = np.minimum(columns["pairs"].searchsorted(pairs), len(columns["pairs"]) - 1)
    return np.where(columns["pairs"][places] == pairs, columns["counted"][places].astype(np.int64), -1)
