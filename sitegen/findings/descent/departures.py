"""Where the copies of a family depart from each other, counted by runs of words. Knows nothing of credits.

A departure is a stretch of runs of `_RUN` words that the other copy has not: an added sentence or a replaced word, and
the joint where something was cut or a paragraph now stands beside another. So each edit counts once, however long it
is, and what a copy inherits it has in common with its parent, cuts and moves included.
Each pair costs one pass over both texts in arrays.
"""

from collections.abc import Iterable, Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from sitegen.findings.descent.dating import order_of
from sitegen.frozen import dataclass
from sitegen.model import Article
from sitegen.text.tokenized import Tokenized

_RUN = 3
"""Words of a run: a replaced word costs the three runs over it, and shorter ones meet by chance."""
_BITS = 21
"""Bits of a word's number: three fill one integer, and no family has two million distinct words."""
_SCATTER = 0x2545F4914F6CDD1D
"""An odd number without pattern."""
_NO_WORD = (1 << _BITS) - 1
"""Stands after the end of a text that is shorter than a run."""

Numbers = NDArray[np.int64]
Flags = NDArray[np.bool_]


@dataclass(frozen=True, slots=True, kw_only=True)
class Departure:
    """What one copy has that another has not."""

    stretches: int
    """How many stretches of runs; those with the same words are one."""
    words: int
    """Words that stand in no shared run; none at a joint."""
    attested: int
    """Stretches of which a third text, not surely a later one, has most runs: they were not first written here."""
    at_end: int
    """Words of the stretch that the copy ends with; 0 where its last words are shared."""
    total: int
    """Words of the copy."""
    shared: bytes = b""
    """Which of the copy's runs the other has, a bit a run; empty where it has all."""

    @property
    def share(self) -> float:
        """Share of the copy's words that the other has not, 0 to 1."""
        return self.words / self.total if self.total else 0.0

    @property
    def only_at_end(self) -> bool:
        """Whether all that it has more stands at its end."""
        return self.stretches == 1 and self.at_end == self.words


NO_DEPARTURE = Departure(stretches=0, words=0, attested=0, at_end=0, total=1)
"""Of a copy with the text of another."""


class Departures:
    """The departures of the copies of one family, for any two of them."""

    def __init__(self, copies: Sequence[str], articles: Mapping[str, Article], texts: Mapping[str, Tokenized]) -> None:
        words = [body_words(articles[copy], texts[copy]) for copy in copies]
        self._numbers = {copy: place for place, copy in enumerate(copies)}
        self.same_text = _first_of_each(copies, words)
        """Each copy with the first that has the very same words."""
        numbers: dict[str, int] = {}
        numbered = [np.array([numbers.setdefault(key, len(numbers)) for key in keys], dtype=np.int64) for keys in words]
        self._marks = [_scattered(copy) for copy in numbered]
        runs = _numbered_runs(numbered)
        self._counts = [len(copy) for copy in words]
        self._runs = runs
        size = 1 + max((int(copy.max()) for copy in runs if len(copy)), default=0)
        self._before = _texts_before(articles, self.same_text)
        self._all = self._holders_among(frozenset(self.same_text.values()), size)
        self._holders: dict[str, Numbers] = {}
        self._held: Flags = np.zeros(size, dtype=bool)
        self._held_by = -1

    def of(self, copy: str, beside: str) -> Departure:
        """What `copy` has and `beside` has not. Asked for with one `beside` after another, it is a pass over `copy`."""
        place, column = self._numbers[copy], self._numbers[beside]
        if self._held_by != column:
            if self._held_by >= 0:
                self._held[self._runs[self._held_by]] = False
            self._held[self._runs[column]] = True
            self._held_by = column
        runs, count = self._runs[place], self._counts[place]
        held = self._held[runs]
        if held.all():
            return Departure(stretches=0, words=0, attested=0, at_end=0, total=count)
        bare = ~_covered(held, count)
        edges = np.flatnonzero(np.diff(np.concatenate(([False], ~held, [False])).astype(np.int8)))
        starts, ends = edges[::2], edges[1::2]
        elsewhere = np.concatenate(([0], np.cumsum(~held & (self._holders_for(copy)[runs] > 1))))
        attested = 2 * (elsewhere[ends] - elsewhere[starts]) > ends - starts
        # The words of a stretch by their sum, so that one rule of a house's style is one departure however often it
        # was followed; a joint has none, and every joint counts.
        sums = np.concatenate(([0], np.cumsum(np.where(bare, self._marks[place], 0))))
        kinds = sums[np.minimum(ends + _RUN - 1, count)] - sums[starts]
        shared = np.flatnonzero(~bare)
        at_end = count - 1 - int(shared[-1]) if len(shared) else count
        words = int(np.count_nonzero(bare))
        return Departure(
            stretches=_distinct(kinds),
            words=words,
            attested=_distinct(kinds[attested]),
            at_end=at_end,
            total=count,
            shared=np.packbits(held).tobytes(),
        )

    def runs_by_holders(self, copies: Sequence[str]) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
        """Of the runs that the same copies have, which those are (copy x kind of run, 1 or 0), and how many runs."""
        holders: Numbers = np.zeros(len(self._all), dtype=np.int64)
        for place, copy in enumerate(copies):
            holders[np.unique(self._runs[self._numbers[copy]])] |= 1 << place
        kinds, counts = np.unique(holders[holders > 0], return_counts=True)
        held = (kinds >> np.arange(len(copies))[:, None]) & 1
        return held.astype(np.float64), counts.astype(np.float64)

    def _holders_for(self, copy: str) -> Numbers:
        """By run, how many texts have it that are not surely later than the copy, its own included."""
        if copy not in self._holders:
            later = frozenset(self.same_text.values()) - self._before[copy]
            missing = self._holders_among(later, len(self._all)) if later else 0
            self._holders[copy] = self._all - missing
        return self._holders[copy]

    def _holders_among(self, texts: Iterable[str], size: int) -> Numbers:
        holders: Numbers = np.zeros(size, dtype=np.int64)
        for text in texts:
            holders[np.unique(self._runs[self._numbers[text]])] += 1
        return holders


def _texts_before(articles: Mapping[str, Article], same_text: Mapping[str, str]) -> dict[str, frozenset[str]]:
    """Of each copy, the texts of which some copy is not surely later than it; its own is one."""
    return {
        copy: frozenset(
            text for beside, text in same_text.items() if order_of(articles[copy], articles[beside]).believed <= 0
        )
        for copy in same_text
    }


def _distinct(kinds: Numbers) -> int:
    """How many kinds there are; those of 0 count one by one."""
    kinds = np.sort(kinds)
    return int(
        np.count_nonzero(kinds[1:] != kinds[:-1])
        + np.count_nonzero(kinds[1:][kinds[1:] == kinds[:-1]] == 0)
        + bool(len(kinds))
    )


def body_words(article: Article, text: Tokenized) -> list[str]:
    """The keys of an article's words, without marks and furniture, in reading order."""
    return [
        text.keys[token]
        for place, block in enumerate(article.blocks)
        if not block.furniture
        for token in range(*text.span(place))
        if text.words[token]
    ]


def _first_of_each(copies: Sequence[str], words: Sequence[Sequence[str]]) -> dict[str, str]:
    first: dict[tuple[str, ...], str] = {}
    return {copy: first.setdefault(tuple(keys), copy) for copy, keys in zip(copies, words, strict=True)}


def _scattered(numbers: Numbers) -> Numbers:
    """A large number for each word, so that equal sums are those of equal words; it may wrap around."""
    # Folded between two products: sums of products alone meet wherever sums of the numbers do.
    mixed = (numbers + 1) * np.int64(_SCATTER)
    return (mixed ^ (mixed >> 32)) * np.int64(_SCATTER)


def _numbered_runs(words: Sequence[Numbers]) -> list[Numbers]:
    """The runs of each text as small numbers, equal for equal runs."""
    packed: list[Numbers] = []
    for row in words:
        word = np.concatenate((row, np.full(_RUN - len(row), _NO_WORD))) if 0 < len(row) < _RUN else row
        packed.append((word[:-2] << (2 * _BITS)) | (word[1:-1] << _BITS) | word[2:] if len(word) else word)
    _, inverse = np.unique(np.concatenate(packed) if packed else np.empty(0, dtype=np.int64), return_inverse=True)
    return np.split(inverse.astype(np.int64), np.cumsum([len(copy) for copy in packed])[:-1]) if packed else []


def _covered(runs: Flags, words: int) -> Flags:
    """Of each word, whether one of the runs over it is marked."""
    covered: Flags = np.zeros(len(runs) + _RUN - 1 if len(runs) else 0, dtype=bool)
    for offset in range(_RUN):
        covered[offset : offset + len(runs)] |= runs
    return covered[:words]
