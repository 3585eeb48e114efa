"""The words of one text inside and outside some spans of its tokens, as numbers (see `Terms`).

A matter of the text and the spans alone, so that it can be remembered: to cut texts into tokens again for each pair
that shares a passage was two thirds of grouping after an edit.
"""

import unicodedata
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from sitegen.frozen import dataclass
from sitegen.group.copies.passages import headline
from sitegen.group.likeness import piece_hashes
from sitegen.group.words import leveled, read_words
from sitegen.model import Article, Span
from sitegen.text.tokenized import tokenize_blocks

Numbers = NDArray[np.uint32]
"""Of words, ascending, each once."""


@dataclass(frozen=True, slots=True)
class TextParts:
    """The words of an article, by where they stand."""

    inside: Numbers
    """Those in the spans."""
    outside: Numbers
    """Those elsewhere, in its headline too. A word may be in both."""


@dataclass(frozen=True, slots=True)
class Divided:
    """An article, and spans of the tokens of its body that it is divided by."""

    article: Article
    spans: tuple[Span, ...]
    language: str
    """That in which the pair was aligned: of an unknown language a text has other tokens in each."""


def part_texts(_: object, divided: Sequence[Divided]) -> list[TextParts]:
    """As `part_text` of each; what an engine does with a batch."""
    return [part_text(text.article, text.spans, text.language) for text in divided]


def part_text(article: Article, spans: Sequence[Span], language: str) -> TextParts:
    """The words of an article inside and outside spans of the tokens of its body, as a language has them."""
    # As passages are looked for: they count the tokens of the body, where what was set aside has none.
    text = tokenize_blocks(article.body, language)
    places = {token for start, end in spans for token in range(start, end)}
    outside = [headline(article)]
    for block in range(len(article.body)):
        tokens = range(*text.span(block))
        outside.append("".join(text.tokens[token].text for token in tokens if token not in places))
    return TextParts(inside=_numbers([text.text(span) for span in spans], article), outside=_numbers(outside, article))


def _numbers(pieces: Sequence[str], article: Article) -> Numbers:
    words = read_words(leveled(unicodedata.normalize("NFC", "\n".join(pieces)), article.language))
    return np.unique((piece_hashes(words) >> np.uint64(32)).astype(np.uint32))
