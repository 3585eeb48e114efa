"""Finds pairs of articles worth a closer look: those that share rare runs of words. Knows nothing of what a link is.

Every run of n words is hashed from its bytes; runs that stand in two to `document_frequency` articles make their
articles candidates. Runs that stand in more, or in several of one source, are boilerplate. Sorted arrays instead of a
table in memory: 100,000 articles are some 60 million hashes.

Tried and given up: Jaccard and MinHash thresholds (the real pair 001/003 has Jaccard 0.028 and belongs together).
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations

import numpy as np
from numpy.typing import NDArray

Hashes = NDArray[np.uint64]
_BASE = np.uint64(0x9E3779B97F4A7C15)
_MIX = np.uint64(0xBF58476D1CE4E5B9)


def run_hashes(words: Sequence[str], shingle: int) -> Hashes:
    """Hashes of the runs of `shingle` words of a text, in its order: shape (runs,), 64 bits.

    `words` are keys. From bytes, so that they are the same in every process and on every machine.
    """
    if len(words) < shingle:
        return np.empty(0, dtype=np.uint64)
    each = np.array([_word_hash(word) for word in words], dtype=np.uint64)
    runs = np.zeros(len(words) - shingle + 1, dtype=np.uint64)
    for step in range(shingle):
        runs = runs * _BASE + each[step : len(each) - shingle + 1 + step]
        runs ^= runs >> np.uint64(29)
    return runs * _MIX


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidates:
    """What an archive's fingerprints say of it."""

    pairs: Counter[tuple[int, int]]
    """Pairs of indexes that share telling runs, lower first, with how many."""
    boilerplate: Hashes
    """Runs that say nothing about any two articles, sorted."""


def find_candidates(
    fingerprints: Sequence[Hashes], sources: Sequence[str], document_frequency: int, source_frequency: int
) -> Candidates:
    """Pairs worth a closer look. `fingerprints` are hashes of runs, each once an article; `sources` their ids.

    A run is boilerplate when more than `document_frequency` articles have it, or `source_frequency` of one source:
    a footer, a sign-up form, a caption. What an outlet prints under everything once joined 32 of its articles into
    one story.
    """
    if not fingerprints:
        return Candidates(pairs=Counter(), boilerplate=np.empty(0, dtype=np.uint64))
    hashes = np.concatenate(fingerprints)
    owners = np.repeat(np.arange(len(fingerprints), dtype=np.int64), [len(one) for one in fingerprints])
    order = np.argsort(hashes, kind="stable")
    hashes, owners = hashes[order], owners[order]
    starts = np.flatnonzero(np.concatenate(([True], hashes[1:] != hashes[:-1]))) if len(hashes) else np.empty(0, int)
    sizes = np.diff(np.append(starts, len(hashes)))
    common = hashes[starts[sizes > document_frequency]]
    wanted = (sizes > 1) & (sizes <= document_frequency)
    pairs: Counter[tuple[int, int]] = Counter()
    own: list[np.uint64] = []
    for start, size in zip(starts[wanted].tolist(), sizes[wanted].tolist(), strict=True):
        members = owners[start : start + size].tolist()
        if size >= source_frequency and _of_one_source(members, sources, source_frequency):
            own.append(hashes[start])
            continue
        pairs.update(combinations(members, 2))
    return Candidates(pairs=pairs, boilerplate=np.sort(np.concatenate((common, np.array(own, dtype=np.uint64)))))


def _of_one_source(members: Sequence[int], sources: Sequence[str], most: int) -> bool:
    counts = Counter(sources[member] for member in members if sources[member])
    return any(count >= most for count in counts.values())


_WORD_HASHES: dict[str, int] = {}
_REMEMBER_AT_MOST = 1_000_000


def _word_hash(word: str) -> int:
    """FNV-1a of the word's UTF-8 bytes, remembered: prose uses few words often."""
    known = _WORD_HASHES.get(word)
    if known is not None:
        return known
    value = 0xCBF29CE484222325
    for byte in word.encode("utf-8", "replace"):
        value = ((value ^ byte) * 0x100000001B3) & 0xFFFFFFFFFFFFFFFF
    if len(_WORD_HASHES) < _REMEMBER_AT_MOST:
        _WORD_HASHES[word] = value
    return value
