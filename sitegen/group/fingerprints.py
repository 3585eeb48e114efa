"""Finds pairs of articles worth a closer look: those that share rare runs of words. Knows nothing of what a link is.

Every run of n words is hashed from its bytes; runs that stand in two to `document_frequency` articles make their
articles candidates. Runs that stand in more are boilerplate. Sorted arrays instead of a table in memory: 100,000
articles are some 60 million hashes.

Tried and given up: Jaccard and MinHash thresholds (the real pair 001/003 has Jaccard 0.028 and belongs together).
"""

from collections import Counter
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

Hashes = NDArray[np.uint64]
_BASE = np.uint64(0x9E3779B97F4A7C15)
_MIX = np.uint64(0xBF58476D1CE4E5B9)


def fingerprint(words: Sequence[str], shingle: int) -> Hashes:
    """Hashes of the runs of `shingle` words of a text, sorted, each once: shape (runs,), 64 bits.

    `words` are keys. From bytes, so that they are the same in every process and on every machine.
    """
    if len(words) < shingle:
        return np.empty(0, dtype=np.uint64)
    each = np.array([_word_hash(word) for word in words], dtype=np.uint64)
    runs = np.zeros(len(words) - shingle + 1, dtype=np.uint64)
    for step in range(shingle):
        runs = runs * _BASE + each[step : len(each) - shingle + 1 + step]
        runs ^= runs >> np.uint64(29)
    return np.unique(runs * _MIX)


def candidate_pairs(fingerprints: Sequence[Hashes], document_frequency: int) -> Counter[tuple[int, int]]:
    """Pairs of indexes that share runs, lower first, with how many; runs common to more articles are passed over."""
    pairs: Counter[tuple[int, int]] = Counter()
    if not fingerprints:
        return pairs
    hashes = np.concatenate(fingerprints)
    owners = np.repeat(np.arange(len(fingerprints), dtype=np.int64), [len(one) for one in fingerprints])
    order = np.argsort(hashes, kind="stable")
    hashes, owners = hashes[order], owners[order]
    starts = np.flatnonzero(np.concatenate(([True], hashes[1:] != hashes[:-1]))) if len(hashes) else np.empty(0, int)
    sizes = np.diff(np.append(starts, len(hashes)))
    wanted = (sizes > 1) & (sizes <= document_frequency)
    for start, size in zip(starts[wanted].tolist(), sizes[wanted].tolist(), strict=True):
        members = owners[start : start + size].tolist()
        for at, left in enumerate(members):
            for right in members[at + 1 :]:
                pairs[(left, right)] += 1
    return pairs


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
