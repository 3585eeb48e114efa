"""How much a key says about two texts: the less often it stands in them, the less a match of it is chance.

A share is that of all tokens of both texts without the two of a match, drawn towards what is usual for such a word: one
that stands once in either is no common word, however short the texts. Logarithms are whole thousandths, so that sums
are the same everywhere.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from functools import lru_cache
from math import log

from sitegen.frozen import dataclass
from sitegen.text.tokenized import Tokenized
from sitegen.text.tokens import is_word_key

_USUAL, _USUAL_OF_STOPS = 0.0005, 0.03
"""Shares of a word of content and of a stop-word or mark, and how many tokens"""
_DRAWN = 100
"""that is worth."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rarity:
    """What is known of the keys of two texts."""

    shares: Mapping[str, int]
    """Logarithm of each key's share, in thousandths: 0 and less."""
    content: frozenset[str]
    """Keys that are words of content."""
    landmarks: frozenset[str] = frozenset()
    """Those of them that are names or hold a figure: an equal one is no chance."""


_OFTEN = 5
"""Times that a short word of a language without a list stands in two texts, to be called a stop-word."""


def rarity_of(left: Sequence[str], right: Sequence[str], stops: frozenset[str] = frozenset()) -> Rarity:
    """Of two runs of keys; nothing is known of names. `stops` are keys that carry no content."""
    counts = Counter(left)
    counts.update(right)
    stops = stops or _frequent_short_words(counts)
    content = frozenset([key for key in counts if key not in stops and is_word_key(key)])
    total = len(left) + len(right) + _DRAWN
    levels = {
        count: [thousandths(max(0, count - 2) + _DRAWN * usual, total) for usual in (_USUAL_OF_STOPS, _USUAL)]
        for count in sorted(set(counts.values()))
    }
    shares = {key: levels[count][key in content] for key, count in counts.items()}
    figures = frozenset([key for key in content if not key.isalpha() and any(map(str.isdecimal, key))])
    return Rarity(shares=shares, content=content, landmarks=figures)


def rarity_of_texts(left: Tokenized, right: Tokenized, stops: frozenset[str]) -> Rarity:
    """Of two texts. A name is a word that is never printed without a capital."""
    rarity = rarity_of(left.keys, right.keys, stops)
    # One object stands for all occurrences of most words: by identity they are fewer, and cost no hash of their text.
    tokens = {
        **dict(zip(map(id, left.tokens), left.tokens, strict=True)),
        **dict(zip(map(id, right.tokens), right.tokens, strict=True)),
    }.values()
    small = {token.key for token in tokens if token.text[0].islower()}
    capital = {token.key for token in tokens if token.text[0].isupper()}
    names = rarity.content & capital - small
    return Rarity(shares=rarity.shares, content=rarity.content, landmarks=rarity.landmarks | names)


@lru_cache(maxsize=10_000)
def thousandths(share: float, of: float = 1) -> int:
    """The logarithm of a share, or of a number, in thousandths."""
    return round(1000 * log(share / of))


def _frequent_short_words(counts: Mapping[str, int]) -> frozenset[str]:
    """What is taken for stop-words where there is no list: short alphabetic keys that stand there again and again.

    `counts` are how often each key stands in the texts. Length alone called every word of `Oil up. Tax cut.` empty.
    """
    return frozenset(
        [key for key, count in counts.items() if count >= _OFTEN and len(key) <= 3 and key.isascii() and key.isalpha()]
    )
