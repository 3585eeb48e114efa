"""What of a sentence survives translation: its figures, dates and names, its length, what it quotes and asks.

Knows one text. What two sentences have in common is weighed in bilingual.py.
"""

import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache

import regex

from sitegen.align.anchors import anchors, folded, number_of
from sitegen.collate.glosses import glosses
from sitegen.collate.sentences import Sentence
from sitegen.frozen import dataclass
from sitegen.model import DatePoint, Value
from sitegen.text.quoted import quoted_tokens
from sitegen.text.stopwords import stop_words
from sitegen.text.tokenized import Tokenized

_ANCHORS = ("name ", "place ", "money ", "bones ", "word ")
"""Anchors of words. Figures and dates are read as values instead, which know numbers in words."""
_GLUED = regex.compile(r"(?<=[\p{Script=Arabic}--\p{Nd}])\p{Nd}+(?:[.,٫٬]\p{Nd}+)*", regex.V1)
"""A figure to which Arabic writes a small word: and 14, as one word."""
_WIDE = {"W": 3.0, "F": 3.0}
"""What a sign of a script without spaces stands for, in letters: Chinese says in one what English says in three."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SentenceFeatures:
    """What is compared of a sentence across languages."""

    length: float
    """Letters, signs of scripts without spaces weighed as several."""
    figures: frozenset[str]
    """Figures, dates and times, whatever their words: `# 40`, `y 2028`, `d 9-30`, `w 0`, `t 06:15`."""
    words: frozenset[str]
    """Anchors of its words: names, places, stems."""
    quoted: float
    """Share of its words inside quotation marks."""
    asks: bool
    """Whether it ends in a question mark."""


def features_of(text: Tokenized, language: str, sentences: Sequence[Sentence]) -> tuple[SentenceFeatures, ...]:
    """The features of each sentence of a text; `language` is its tag."""
    quoted, stops = quoted_tokens(text), stop_words(language)
    features = [_features(text, language, sentence, quoted, stops) for sentence in sentences]
    features = list(_with_glosses(features, [text.text(sentence.span) for sentence in sentences]))
    # A word with a capital at the beginning of a sentence is a name only where it has one inside another, too.
    firsts = [_first_name(text, sentence) for sentence in sentences]
    inside = Counter(anchor for sentence in features for anchor in sentence.words)
    inside.subtract(firsts)
    return tuple(
        replace(sentence, words=sentence.words - {first}) if inside[first] <= 0 else sentence
        for sentence, first in zip(features, firsts, strict=True)
    )


def _with_glosses(features: Sequence[SentenceFeatures], printed: Sequence[str]) -> Iterator[SentenceFeatures]:
    """The features, with the names that a sentence has as another sentence explains them in Latin letters."""
    names = glosses(printed)
    for sentence, words in zip(features, printed, strict=True):
        explained = {f"name {word}" for name, word in names.items() if name in words}
        yield replace(sentence, words=sentence.words | explained) if explained else sentence


def _first_name(text: Tokenized, sentence: Sentence) -> str:
    """The first word of a sentence, as it would be a name."""
    first = next((token for token in range(*sentence.span) if text.words[token]), sentence.span[0])
    return f"name {folded(text.tokens[first].text.strip())}"


def _survives(anchor: str, stops: frozenset[str]) -> bool:
    """Whether a translation may have an anchor. A small word with a capital, at the beginning, is no name."""
    kind, _, rest = anchor.partition(" ")
    return anchor.startswith(_ANCHORS) and not (kind == "name" and rest in stops)


def _features(
    text: Tokenized, language: str, sentence: Sentence, quoted: bytearray, stops: frozenset[str]
) -> SentenceFeatures:
    printed = text.text(sentence.span)
    tokens = range(*sentence.span)
    words = [token for token in tokens if text.words[token]]
    return SentenceFeatures(
        length=sum(map(_width, printed)),
        figures=frozenset(
            figure for token in tokens if (value := text.tokens[token].value) for figure in _of_value(value)
        )
        | frozenset(f"# {number_of(digits)}" for digits in _GLUED.findall(printed)),
        words=frozenset(anchor for anchor in anchors(printed, language) if _survives(anchor, stops)),
        quoted=sum(quoted[token] for token in words) / len(words) if words else 0.0,
        asks=printed.rstrip(" ”’\"')»\n").endswith(("?", "؟", "？")),
    )


@lru_cache(maxsize=10_000)
def _width(sign: str) -> float:
    return _WIDE.get(unicodedata.east_asian_width(sign), 0.0 if unicodedata.combining(sign) else 1.0)


def _of_value(value: Value) -> Iterator[str]:
    for reading in (value, *value.alternatives):
        if reading.date is not None:
            yield from _of_date(reading.date)
        elif reading.time is not None:
            yield f"t {reading.time[0]:02}:{reading.time[1]:02}"
        elif reading.number is not None:
            weak = "~" if reading.weak or reading.number <= 1 else "#"
            yield f"{weak} {reading.number}{'%' if reading.unit == '%' else ''}"
        elif reading.rough:
            yield f"~ {reading.rough}"


def _of_date(point: DatePoint) -> Iterator[str]:
    if point.year is not None:
        yield f"y {point.year}"
    if point.month is not None and point.day is not None:
        yield f"d {point.month}-{point.day}"
    elif point.month is not None:
        yield f"m {point.month}"
    if point.weekday is not None:
        yield f"w {point.weekday}"
    if point.relative is not None:
        yield f"r {point.relative}"
