"""How probable each edge is, over all ways in which the texts of a family are a row of versions with copies beside it.

Such a tree is a caterpillar: a spine, on which each text is made from the one before, and leaves, each taken from one
text of the spine and carried on by nobody. The texts are put one after another: the next of the spine, or a leaf of the
last. What a step weighs may depend on all texts that were put before it and on the last of the spine, so that sums
over all trees are sums over these beginnings (Held and Karp 1962 find the best row so). Of n texts they are n * 2^n; of
each length those that weigh most are followed, which of up to seven texts are nearly all. O(n) steps for each of them.

The exponents come from outside, for all beginnings of a length at once. Arithmetic is that of doubles, one by one and
in one order, so that every machine gets the same bits.
"""

from collections.abc import Callable, Sequence

import numpy as np
from numpy.typing import NDArray

from sitegen.frozen import dataclass

_STATES, _STEPS = 1_000, 80_000
"""Beginnings of one length that are followed, and the same times the square of the texts, whichever are fewer: what a
length costs. A hundred lost .03 of the previous versions of versions-dev in families of up to
eleven texts, 400 lose .006 of what 2,000 find."""
_FEWEST_STATES = 100
_BITS = 5
"""Bits of a text's number, and of a leaf's, in the key of a beginning: a family has no 31 copies here."""
_MASK = (1 << _BITS) - 1
_NO_LEAF, _NO_STEP = 0, -1
_HALVINGS, _TERMS = 10, 12
_LARGEST = 300.0
"""Exponents beyond which a step is as good as certain, or impossible."""

Integers = NDArray[np.int64]
Floats = NDArray[np.float64]
Exponents = Callable[[Integers, Integers], tuple[Floats, Floats]]
"""Of some beginnings, each its texts as bits and the last of its spine: the exponents of the next version and of a
leaf, beginning x next text. Those of texts that were put already are not read."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Steps:
    """What may come after the beginnings of one length."""

    texts: Integers
    """Of each beginning, the texts that were put, as bits."""
    last: Integers
    """Of each, the last text of its spine."""
    spine: Floats
    """How probable it is that a tree begins so and goes on with a text as the next version: beginning x text."""
    leaves: Floats
    """The same of a leaf of the last text."""


def steps_of(highest: Sequence[float], exponents: Exponents) -> tuple[list[Steps], Floats]:
    """The steps of each length, and how probable it is of each text that it is the first.

    `highest` is about the most that an edge to each text weighs: a first text, which has no edge, goes without it.
    """
    walk = _Walk(highest, exponents)
    walk.forwards()
    return walk.backwards()


def edges_of(steps: Sequence[Steps], count: int) -> tuple[Floats, Floats]:
    """How probable each edge of the spine is, and each to a leaf: parent x child."""
    spine, leaves = np.zeros((count, count)), np.zeros((count, count))
    for length in steps:
        for text in range(count):
            # Summed in their order, one by one.
            is_last = length.last == text
            if is_last.any():
                spine[text] += np.add.accumulate(length.spine[is_last], axis=0)[-1]
                leaves[text] += np.add.accumulate(length.leaves[is_last], axis=0)[-1]
    return spine, leaves


@dataclass(frozen=True, slots=True, kw_only=True)
class _Length:
    """The beginnings of one length and what their steps weigh, beginning x next text."""

    texts: Integers
    last: Integers
    keys: Integers
    weights: Floats
    """Of each beginning, as a share of the largest."""
    largest: float
    """What was divided by: products of many steps are beyond what a double holds."""
    factors: Floats
    """Of the next version and of a leaf: 2 x beginning x text, 0 where there is no such step."""
    following: Integers
    """Of the same, the keys of the beginnings that are made; `_NO_STEP` where there is none."""


class _Walk:
    """The sums over all beginnings and, from the other end, over all that may follow them."""

    def __init__(self, highest: Sequence[float], exponents: Exponents) -> None:
        self._highest, self._exponents = np.array(highest), exponents
        self._texts = np.arange(len(highest), dtype=np.int64)
        self._most = max(_FEWEST_STATES, min(_STATES, _STEPS // len(highest) ** 2))
        self._lengths: list[_Length] = []

    def forwards(self) -> None:
        """Weighs the beginnings of each length."""
        keys = _keys(1 << self._texts, self._texts, _NO_LEAF)
        weights = exponentials(self._highest.min() - self._highest)
        for _ in self._texts[1:]:
            if len(keys) > self._most:
                chosen = np.sort(np.lexsort((keys, -weights))[: self._most])
                keys, weights = keys[chosen], weights[chosen]
            largest = float(weights.max())
            length = self._length(keys, weights / largest, largest)
            self._lengths.append(length)
            keys, places = np.unique(length.following.ravel(), return_inverse=True)
            flows = (length.factors * length.weights[:, None]).ravel()
            weights = np.bincount(places.ravel(), flows, len(keys)).astype(np.float64)
            if keys[0] == _NO_STEP:
                keys, weights = keys[1:], weights[1:]
        self._keys, self._total = keys, float(np.add.accumulate(weights)[-1])

    def _length(self, keys: Integers, weights: Floats, largest: float) -> _Length:
        texts, last, leaf = keys >> (2 * _BITS), (keys >> _BITS) & _MASK, keys & _MASK
        is_free = (texts[:, None] >> self._texts) & 1 == 0
        # Leaves of one text in the order of their numbers: each tree is counted once.
        allowed = np.stack((is_free, is_free & (self._texts >= leaf[:, None])))
        factors = exponentials(np.stack(self._exponents(texts, last)) - self._highest)
        with_next = texts[:, None] | 1 << self._texts
        following = np.stack(
            (_keys(with_next, self._texts, _NO_LEAF), _keys(with_next, last[:, None], self._texts + 1))
        )
        return _Length(
            texts=texts,
            last=last,
            keys=keys,
            weights=weights,
            largest=largest,
            factors=np.where(allowed, factors, 0.0),
            following=np.where(allowed, following, _NO_STEP),
        )

    def backwards(self) -> tuple[list[Steps], Floats]:
        """As `steps_of`."""
        keys, rests = self._keys, np.full(len(self._keys), 1.0 / self._total)
        steps: list[Steps] = []
        for length in reversed(self._lengths):
            places = np.minimum(np.searchsorted(keys, length.following), len(keys) - 1)
            behind = length.factors * np.where(keys[places] == length.following, rests[places], 0.0)
            spine, leaves = behind * length.weights[:, None]
            steps.append(Steps(texts=length.texts, last=length.last, spine=spine, leaves=leaves))
            rest = np.add.accumulate(np.concatenate(tuple(behind), axis=1), axis=1)[:, -1]
            firsts, rests = rest * length.weights, rest / length.largest
            keys = length.keys
        return steps[::-1], firsts if self._lengths else np.full(1, 1.0)


def _keys(texts: Integers, last: Integers, leaf: Integers | int) -> Integers:
    """Of each beginning a number: its texts, the last of the spine, and one more than the last leaf of that."""
    return (texts << (2 * _BITS)) | (last << _BITS) | leaf


def exponentials(exponents: Floats) -> Floats:
    """e to the power of each, as `exponential`."""
    halved = np.clip(exponents, -_LARGEST, _LARGEST) / (1 << _HALVINGS)
    values = np.ones_like(halved)
    for order in range(_TERMS, 0, -1):
        values = 1.0 + halved * values / order
    for _ in range(_HALVINGS):
        values = values * values
    return values
