"""How alike two articles are in what they talk about: words weighted by rarity. Knows nothing of stories.

An article is a vector of its words, by their first letters: how often each stands in it (logarithm), times how rare
it is in the archive to the power of 1.5; numbers of texts count by their leading binary digits, so that an edit of one
article seldom moves what another weighs. The lead of the article, who did what, where and when, weighs as much as the
whole once more, and its first sentences are counted twice: background is what every report of an affair repeats. Copies
of one text count once when it is told how rare a word is: a report that forty outlets print makes none of its words
common. Names, figures and dates count more by being rare.
Two articles are as alike as the cosine of their vectors says.

What was tried and given up stands in docs/architecture.md.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Any, TypeVar

import numpy as np
from numpy.typing import NDArray

from sitegen.frozen import dataclass
from sitegen.group.words import Hashes, Indexes, Words, stem_hash
from sitegen.text.stopwords import stop_words

Weights = NDArray[np.float32]
Numbers = NDArray[np.int32]
Whole = TypeVar("Whole", bound="NDArray[np.integer[Any]]")
_OPENING = 50
"""Words of an article that are counted twice: what is new stands first."""
_LEAD = 150
"""Words of an article, from its beginning, that weigh as much as all of it once more. With 120 to 240 pairs of reports
of neighbouring days are told apart by .87 to .89 (area under the curve), without by .81; on texts cut at 1,000
characters, where there is little background, it makes no difference."""
_RARITY = 1.5
_UNSEEN = 100
"""Articles that an archive is thought to have besides its own: in five texts nothing is rare by counting."""
_DIGITS, _DIGITS_OF_ALL = 6, 8
"""Leading binary digits that count of the number of texts that have a word, and of that of all texts: what a word
weighs is less than .5 % off, and no number below 64 and 256 is another one."""
_TELLING = 30
"""Words of an article, the weightiest, by which its likes are looked for."""
_REACH = 16
"""Articles on either side, in order of their days, that an article is paired with by one word."""
_LIGHTEST = (1 << 32) - 1
_COMMON = 0.1
"""Share of the archive that may have a word by which likes are looked for ..."""
_COMMON_AT_LEAST = 60
"""... and a number below which no word is common."""
_AT_ONCE = 1_000
"""Articles whose words are worked on at a time: of a large archive each array as large as all words counts."""
_PAIRS_AT_ONCE = 8_000_000
"""Pairs that are sorted at a time: one that shares several words is there so often. Each part looks at all words again;
with two million it took 3.8 CPU seconds of 40,000 articles."""
_AT_LEAST_SHARED = 2
"""Of the telling words, that two articles must share to be compared."""


@dataclass(frozen=True, slots=True)
class Terms:
    """The words of one article, each once: leading bits of their hashes, and their weight before it is told how rare
    each is: how often it stands there, as a logarithm, and how often in the lead."""

    language: str
    """Primary subtag: what is rare is rare in a language."""
    words: NDArray[np.uint32]
    often: NDArray[np.float16]


def terms_of(pieces: Hashes, language: str) -> Terms:
    """What an article talks about, by the hashes of its words, without stop-words."""
    hashes = (pieces >> np.uint64(32)).astype(np.uint32)
    stops = _stop_hashes(language)
    words, weights = _counted(np.concatenate([hashes, hashes[:_OPENING]]), stops)
    lead, more = _counted(hashes[:_LEAD], stops)
    if len(lead):
        # By the root of their numbers two vectors are of about one length, whatever the length of the texts.
        weights[words.searchsorted(lead)] += more * np.sqrt(len(words) / len(lead))
    return Terms(language.split("-")[0], words, weights.astype(np.float16))


def _counted(hashes: NDArray[np.uint32], stops: NDArray[np.uint32]) -> tuple[NDArray[np.uint32], NDArray[np.float64]]:
    """Each hash once, ascending, without those of stop-words, and how often it is there, as a logarithm from 1 on."""
    words, counts = np.unique(hashes, return_counts=True)
    kept = ~np.isin(words, stops)
    return words[kept], 1 + np.log(counts[kept])


def piece_hashes(words: Words) -> Hashes:
    """What stands for each word: its stem; of one that the next follows without a space, both: two Chinese signs."""
    hashes = words.stems.copy()
    glued = np.flatnonzero(words.starts[1:] == words.ends[:-1])
    hashes[glued] = words.stems[glued] * np.uint64(3) ^ words.stems[glued + 1]
    return hashes


_STOPS: dict[str, NDArray[np.uint32]] = {}


def _stop_hashes(language: str) -> NDArray[np.uint32]:
    primary = language.split("-")[0]
    if primary not in _STOPS:
        _STOPS[primary] = np.array([stem_hash(word) >> 32 for word in sorted(stop_words(primary))], dtype=np.uint32)
    return _STOPS[primary]


@dataclass(frozen=True, slots=True)
class Vectors:
    """All articles as unit vectors, one after another."""

    starts: Indexes
    """Where the words of each article begin, and at the end how many there are."""
    columns: Numbers
    """The number of each word."""
    weights: Weights
    words: Hashes
    """The hash of each number in the last 32 bits, before it the number of its language."""
    frequency: Indexes
    """How many texts have each word; copies of one text count once."""
    rarity: NDArray[np.float64]
    """What each word weighs where it stands once."""

    def row(self, article: int) -> tuple[Numbers, Weights]:
        """Numbers of its words, ascending, and their weights."""
        span = slice(int(self.starts[article]), int(self.starts[article + 1]))
        return self.columns[span], self.weights[span]

    def likeness(self, left: int, right: int) -> float:
        """The cosine of two articles, 0 to 1."""
        return dot(self.row(left), self.row(right))

    def digests(self) -> Hashes:
        """A number for each article that stands for its words and what they weigh, whatever their numbers are."""
        mixed = _mixed(self.words)
        digests = np.empty(len(self), dtype=np.uint64)
        for articles, span, starts in _parts(self.starts):
            words = mixed[self.columns[span]]
            words *= self.weights[span].view(np.uint32) | np.uint64(1)
            digests[articles] = _mixed(_sums(_mixed(words), starts))
        return digests

    def __len__(self) -> int:
        return len(self.starts) - 1


def _mixed(numbers: Hashes) -> Hashes:
    """Each number as another one, of which every bit depends on all of its bits (the end of SplitMix64)."""
    mixed = numbers ^ numbers >> np.uint64(30)
    mixed *= np.uint64(0xBF58476D1CE4E5B9)
    mixed ^= mixed >> np.uint64(27)
    mixed *= np.uint64(0x94D049BB133111EB)
    mixed ^= mixed >> np.uint64(31)
    return mixed


def dot(left: tuple[Whole, NDArray[np.floating]], right: tuple[Whole, NDArray[np.floating]]) -> float:
    """The inner product of two sparse vectors, their numbers ascending."""
    left_places, right_places = common_places(left[0], right[0])
    return float(np.dot(left[1][left_places].astype(np.float64), right[1][right_places].astype(np.float64)))


def common_places(left: Whole, right: Whole) -> tuple[Indexes, Indexes]:
    """Where the numbers that both have stand in either; each stands once, and they ascend."""
    if len(left) > len(right):
        right_places, left_places = common_places(right, left)
        return left_places, right_places
    if not len(right):
        return np.empty(0, dtype=np.int64), np.empty(0, dtype=np.int64)
    where = right.searchsorted(left)
    where[where == len(right)] = 0
    left_places = np.flatnonzero(right[where] == left)
    return left_places, where[left_places]


def make_vectors(terms: Sequence[Terms], texts: Indexes) -> Vectors:
    """The vectors of an archive. `texts` says for each article which text it has; copies have one."""
    sizes = np.array([len(article_terms.words) for article_terms in terms], dtype=np.int64)
    starts = np.concatenate([[0], np.cumsum(sizes)]).astype(np.int64)
    languages = {name: at for at, name in enumerate(sorted({article_terms.language for article_terms in terms}))}
    spoken = np.array([languages[article_terms.language] for article_terms in terms], dtype=np.uint64)
    words, columns = _words_of_all(terms, spoken)
    frequency = _texts_with(columns, sizes, texts, len(words))
    there = _texts_with(spoken.astype(np.int64), np.ones(len(terms), dtype=np.int64), texts, len(languages))
    among = there[(words >> np.uint64(32)).astype(np.int64)] if len(words) else np.empty(0, dtype=np.int64)
    rarity = np.log(_leading(among + _UNSEEN, _DIGITS_OF_ALL) / _leading(np.maximum(frequency, 1), _DIGITS)) ** _RARITY
    weights = np.empty(len(columns), dtype=np.float32)
    of_one = rarity.astype(np.float32)
    for articles, span, part_starts in _parts(starts):
        raw = of_one[columns[span]]
        raw *= np.concatenate([article_terms.often for article_terms in terms[articles]])
        norms = np.sqrt(np.maximum(_sums(np.square(raw, dtype=np.float64), part_starts), 1e-12))
        weights[span] = raw.astype(np.float64) / np.repeat(norms, sizes[articles])
    return Vectors(starts, columns, weights, words, frequency, rarity)


def _parts(starts: Indexes) -> Iterator[tuple[slice, slice, Indexes]]:
    """Some articles at a time, the span of their words among all words, and where in it those of each begin."""
    for first in range(0, len(starts) - 1, _AT_ONCE):
        borders = starts[first : first + _AT_ONCE + 1]
        yield slice(first, first + len(borders) - 1), slice(int(borders[0]), int(borders[-1])), borders - borders[0]


def _words_of_all(terms: Sequence[Terms], spoken: Hashes) -> tuple[Hashes, Numbers]:
    """Every word of an archive once, in order, and the number of each word of each article.

    Some articles at a time: sorted all at once, they took four times as much memory as what comes of it.
    """
    vocabularies, numbers = [], []
    for first in range(0, len(terms), _AT_ONCE):
        part = terms[first : first + _AT_ONCE]
        keys = np.concatenate([article_terms.words for article_terms in part]).astype(np.uint64)
        keys |= np.repeat(
            spoken[first : first + _AT_ONCE] << np.uint64(32), [len(article_terms.words) for article_terms in part]
        )
        vocabulary, places = numbered(keys)
        vocabularies.append(vocabulary)
        numbers.append(places)
    words: Hashes = np.unique(np.concatenate([np.empty(0, dtype=np.uint64), *vocabularies]))
    columns = np.empty(sum(map(len, numbers)), dtype=np.int32)
    last = 0
    for vocabulary, places in zip(vocabularies, numbers, strict=True):
        first, last = last, last + len(places)
        columns[first:last] = words.searchsorted(vocabulary)[places]
    return words, columns


def _leading(counts: Indexes, digits: int) -> NDArray[np.float64]:
    """Numbers of texts, all but so many leading binary digits of each 0."""
    fractions, exponents = np.frexp(counts)
    leading: NDArray[np.float64] = np.ldexp(np.floor(np.ldexp(fractions, digits)), exponents - digits)
    return leading


def _sums(numbers: "NDArray[Any]", starts: Indexes) -> "NDArray[Any]":
    """The sum of the numbers of each article, which does not depend on any other's."""
    sums = np.zeros(len(starts) - 1, dtype=numbers.dtype)
    # An article without words would end the one before it too early, were it the last.
    has_any = starts[1:] > starts[:-1]
    if has_any.any():
        sums[has_any] = np.add.reduceat(numbers, starts[:-1][has_any])
    return sums


def numbered(keys: Hashes) -> tuple[Hashes, Numbers]:
    """Each key once, in order, and the number of each. As `np.unique`, in half the memory and a fifth of the time."""
    if not len(keys):
        return keys, np.empty(0, dtype=np.int32)
    # The leading bits of each with its place: numbers are sorted ten times as fast as places are by their numbers.
    last = np.uint64(len(keys).bit_length())
    packed = keys << np.uint64(64 - max(1, int(keys.max()).bit_length()))
    packed >>= last
    packed <<= last
    packed |= np.arange(len(keys), dtype=np.uint64)
    packed.sort()
    packed &= (np.uint64(1) << last) - np.uint64(1)
    order = packed.view(np.int64)
    ordered = keys[order]
    if (ordered[1:] < ordered[:-1]).any():
        # Some differ in no more than their last bits.
        again = np.argsort(ordered, kind="stable")
        order, ordered = order[again], ordered[again]
    new = np.append(True, ordered[1:] != ordered[:-1])
    words = ordered[new]
    del ordered
    columns = np.empty(len(keys), dtype=np.int32)
    columns[order] = np.cumsum(new, dtype=np.int32) - np.int32(1)
    return words, columns


def _texts_with(features: Indexes | Numbers, sizes: Indexes, texts: Indexes, count: int) -> Indexes:
    """How many different texts have each of so many features. An article has as many as `sizes` says, each once."""
    several = np.bincount(texts)[texts] > 1 if len(texts) else np.empty(0, dtype=bool)
    shared = np.repeat(several, sizes)
    # Most texts are one article's; only those of several have to be told apart.
    found: Indexes = np.bincount(features[~shared], minlength=count)
    width = int(texts.max()) + 1 if len(texts) else 1
    both = features[shared] * np.int64(width)
    both += np.repeat(texts[several], sizes[several])
    both.sort()
    found += np.bincount(both[np.append(both[1:] != both[:-1], True)[: len(both)]] // width, minlength=count)
    return found


def likely_pairs(vectors: Vectors, days: Sequence[int | None]) -> tuple[Indexes, Indexes]:
    """Pairs that share telling words, the lower index left, in order. `days` are those of publication."""
    owners, columns = _telling(vectors)
    day = np.array([0 if known_day is None else known_day for known_day in days], dtype=np.int64)
    columns, _, owners = _in_order(columns, day[owners], owners)
    parts = [np.empty(0, dtype=np.int64)]
    # Those of some articles at a time, by the lower one.
    entries = max(1, len(owners) * _REACH)
    borders = np.linspace(0, len(vectors), 1 + -(-entries // _PAIRS_AT_ONCE)).astype(np.int64).tolist()
    for first, last in pairwise(borders):
        parts.append(_sharing_several(owners, columns, len(vectors), first, last))
    likely: Indexes = np.concatenate(parts)
    return likely // max(1, len(vectors)), likely % max(1, len(vectors))


def _sharing_several(owners: Indexes, columns: Indexes, count: int, first: int, last: int) -> Indexes:
    """Pairs that stand near each other under several words, as `lower * count + higher`, in order.

    Those whose lower article is one of `first` to `last`, of so many.
    """
    waiting = []
    for step in range(1, _REACH + 1):
        same = np.flatnonzero(columns[step:] == columns[:-step])
        left, right = owners[same], owners[same + step]
        lower = np.minimum(left, right)
        kept = (lower >= first) & (lower < last)
        waiting.append(lower[kept] * np.int64(count) + np.maximum(left, right)[kept])
    pairs: Indexes = np.concatenate(waiting)
    waiting.clear()
    pairs.sort()
    # Those that stand there so often: of the first of them, so many further on is the same.
    new = np.append(True, pairs[1:] != pairs[:-1])[: len(pairs)]
    new[len(pairs) - _AT_LEAST_SHARED + 1 :] = False
    several = np.flatnonzero(new)
    several = several[pairs[several + _AT_LEAST_SHARED - 1] == pairs[several]]
    likely: Indexes = pairs[several]
    return likely


def _telling(vectors: Vectors) -> tuple[Indexes, Indexes]:
    """The weightiest words of each article, without those that many have: owners and numbers."""
    most = max(_COMMON_AT_LEAST, int(_COMMON * len(vectors)))
    rare = (vectors.frequency > 1) & (vectors.frequency <= most)
    owners, columns = [], []
    for first in range(0, len(vectors), _AT_ONCE):
        starts = vectors.starts[first : first + _AT_ONCE + 1]
        span = slice(int(starts[0]), int(starts[-1]))
        numbers = vectors.columns[span]
        known = np.flatnonzero(rare[numbers])
        own = np.repeat(np.arange(len(starts) - 1), np.diff(starts))[known]
        # No weight is negative, so that their bits are in their order; of equals the first word comes first.
        lightness = _LIGHTEST - vectors.weights[span][known].view(np.uint32).astype(np.int64)
        own, _, places = _in_order(own, lightness, known + starts[0] - starts[own])
        # How many of its article stand before each.
        before = np.arange(len(own)) - own.searchsorted(own)
        own, places = own[before < _TELLING], places[before < _TELLING]
        owners.append(own + first)
        columns.append(numbers[starts[own] - starts[0] + places])
    if not owners:
        return np.empty(0, dtype=np.int64), np.empty(0, dtype=np.int64)
    return np.concatenate(owners), np.concatenate(columns)


def _in_order(*columns: Indexes) -> list[Indexes]:
    """Rows of whole numbers, none below zero, by their first, then by their second and so on; a column each."""
    bits = [int(column.max(initial=0)).bit_length() for column in columns]
    if sum(bits) > 63:
        order = np.lexsort(columns[::-1])
        return [column[order] for column in columns]
    # As one number they are sorted ten times as fast.
    packed = np.zeros(len(columns[0]), dtype=np.int64)
    for column, size in zip(columns, bits, strict=True):
        packed <<= size
        packed |= column
    packed.sort()
    ordered = []
    for size in reversed(bits):
        ordered.append(packed & ((1 << size) - 1))
        packed >>= size
    return ordered[::-1]


def likenesses(vectors: Vectors, left: Indexes, right: Indexes) -> NDArray[np.float64]:
    """The cosine of each pair; `left` in order."""
    cosines = np.zeros(len(left))
    if not len(left):
        return cosines
    dense = np.zeros(len(vectors.words), dtype=np.float64)
    firsts = np.flatnonzero(np.concatenate(([True], left[1:] != left[:-1])))
    for first, last in zip(firsts.tolist(), [*firsts[1:].tolist(), len(left)], strict=True):
        numbers, weights = vectors.row(int(left[first]))
        dense[numbers] = weights
        for place in range(first, last):
            columns, right_weights = vectors.row(int(right[place]))
            cosines[place] = dense[columns] @ right_weights
        dense[numbers] = 0
    return cosines
