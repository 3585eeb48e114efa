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

from collections.abc import Sequence
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
_CHOSEN_AT_ONCE = 4_096
"""Articles whose words are chosen at a time."""
_COMMON = 0.1
"""Share of the archive that may have a word by which likes are looked for ..."""
_COMMON_AT_LEAST = 60
"""... and a number below which no word is common."""
_NORMED_AT_ONCE = 500
"""Articles whose vectors are brought to one length at a time."""
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
    columns: Indexes
    """The number of each word."""
    weights: Weights
    words: Hashes
    """The hash of each number in the last 32 bits, before it the number of its language."""
    frequency: Indexes
    """How many texts have each word; copies of one text count once."""
    rarity: NDArray[np.float64]
    """What each word weighs where it stands once."""

    def row(self, article: int) -> tuple[Indexes, Weights]:
        """Numbers of its words, ascending, and their weights."""
        span = slice(int(self.starts[article]), int(self.starts[article + 1]))
        return self.columns[span], self.weights[span]

    def likeness(self, left: int, right: int) -> float:
        """The cosine of two articles, 0 to 1."""
        return dot(self.row(left), self.row(right))

    def digests(self) -> Hashes:
        """A number for each article that stands for its words and what they weigh, whatever their numbers are."""
        words = _mixed(self.words)[self.columns]
        words *= self.weights.view(np.uint32) | np.uint64(1)
        return _mixed(_sums(_mixed(words), self.starts))

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


def dot(left: tuple[Indexes, NDArray[np.floating]], right: tuple[Indexes, NDArray[np.floating]]) -> float:
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
    sizes = np.array([len(one.words) for one in terms], dtype=np.int64)
    starts = np.concatenate([[0], np.cumsum(sizes)]).astype(np.int64)
    languages = {name: at for at, name in enumerate(sorted({one.language for one in terms}))}
    spoken = np.array([languages[one.language] for one in terms], dtype=np.uint64)
    every = np.concatenate([one.words for one in terms]) if terms else np.empty(0, dtype=np.uint32)
    keys = every.astype(np.uint64)
    keys |= np.repeat(spoken << np.uint64(32), sizes)
    words, columns = numbered(keys)
    del keys, every
    frequency = _texts_with(columns, sizes, texts, len(words))
    there = _texts_with(spoken.astype(np.int64), np.ones(len(terms), dtype=np.int64), texts, len(languages))
    among = there[(words >> np.uint64(32)).astype(np.int64)] if len(words) else np.empty(0, dtype=np.int64)
    rarity = np.log(_leading(among + _UNSEEN, _DIGITS_OF_ALL) / _leading(np.maximum(frequency, 1), _DIGITS)) ** _RARITY
    often = np.concatenate([one.often for one in terms]) if terms else np.empty(0, dtype=np.float16)
    weights = rarity.astype(np.float32)[columns]
    weights *= often
    norms = np.sqrt(np.maximum(_sums(np.square(weights, dtype=np.float64), starts), 1e-12))
    # Divided as doubles, some at a time: of a large archive each array as large as all words counts.
    for first in range(0, len(terms), _NORMED_AT_ONCE):
        last = min(len(terms), first + _NORMED_AT_ONCE)
        own = weights[starts[first] : starts[last]]
        own[:] = own.astype(np.float64) / np.repeat(norms[first:last], sizes[first:last])
    # Numbers of this size are thrice as quick to look things up by.
    return Vectors(starts, columns.astype(np.int64), weights, words, frequency, rarity)


def _leading(counts: Indexes, digits: int) -> NDArray[np.float64]:
    """Numbers of texts, all but so many leading binary digits of each 0."""
    fractions, exponents = np.frexp(counts)
    leading: NDArray[np.float64] = np.ldexp(np.floor(np.ldexp(fractions, digits)), exponents - digits)
    return leading


def _sums(numbers: "NDArray[Any]", starts: Indexes) -> "NDArray[Any]":
    """The sum of the numbers of each article, which does not depend on any other's."""
    if not len(numbers):
        return np.zeros(len(starts) - 1, dtype=numbers.dtype)
    sums = np.add.reduceat(numbers, np.minimum(starts[:-1], len(numbers) - 1))
    sums[starts[1:] == starts[:-1]] = 0
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
    day = np.array([0 if one is None else one for one in days], dtype=np.int64)
    columns, _, owners = _in_order(columns, day[owners], owners)
    steps = range(1, _REACH + 1)
    sizes = [int(np.count_nonzero(columns[step:] == columns[:-step])) for step in steps]
    count = max(1, len(vectors))
    pairs, filled = np.empty(sum(sizes), dtype=np.uint32 if count * count < 1 << 32 else np.int64), 0
    for step, size in zip(steps, sizes, strict=True):
        same = np.flatnonzero(columns[step:] == columns[:-step])
        left, right = owners[same], owners[same + step]
        pairs[filled : filled + size] = np.minimum(left, right) * np.int64(count) + np.maximum(left, right)
        filled += size
    pairs.sort()
    # Those that stand there so often: of the first of them, so many further on is the same.
    first = np.append(True, pairs[1:] != pairs[:-1])[: len(pairs)]
    first[len(pairs) - _AT_LEAST_SHARED + 1 :] = False
    several = np.flatnonzero(first)
    likely: Indexes = pairs[several[pairs[several + _AT_LEAST_SHARED - 1] == pairs[several]]].astype(np.int64)
    return likely // count, likely % count


def _telling(vectors: Vectors) -> tuple[Indexes, Indexes]:
    """The weightiest words of each article, without those that many have: owners and numbers."""
    most = max(_COMMON_AT_LEAST, int(_COMMON * len(vectors)))
    rare = (vectors.frequency > 1) & (vectors.frequency <= most)
    owners, columns = [], []
    for first in range(0, len(vectors), _CHOSEN_AT_ONCE):
        starts = vectors.starts[first : first + _CHOSEN_AT_ONCE + 1]
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
