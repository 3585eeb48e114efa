"""The words of articles inside and outside some spans of their tokens, as numbers of an archive's vectors."""

import unicodedata
from collections.abc import Iterable, Sequence

import numpy as np
from numpy.typing import NDArray

from sitegen.group.likeness import piece_hashes
from sitegen.group.passages import headline
from sitegen.group.reports import Reports
from sitegen.group.words import Indexes, leveled, read_words
from sitegen.model import Article, Span
from sitegen.text.tokenized import Tokenized, tokenize_blocks

Numbers = NDArray[np.uint32]


class WordReader:
    """Reads each text once."""

    def __init__(self, reports: Reports) -> None:
        self._reports = reports
        self._texts: dict[int, Tokenized] = {}

    def beside(self, article: int, passages: Sequence[Span]) -> Numbers:
        """The numbers of the words that stand outside the passages too, headline included."""
        text, inside = self._text(article), _places(passages)
        own = self._reports.articles[article]
        pieces = [headline(own)]
        for place in range(len(own.body)):
            tokens = range(*text.span(place))
            pieces.append("".join(text.tokens[token].text for token in tokens if token not in inside))
        return _numbers(pieces, own)

    def inside(self, article: int, passages: Sequence[Span]) -> Numbers:
        """The numbers of the words that stand in the passages."""
        text = self._text(article)
        return _numbers([text.text(span) for span in passages], self._reports.articles[article])

    def weights_of(self, article: int, numbers: Numbers) -> tuple[Indexes, NDArray[np.float64]]:
        """Those of an article's words that have such numbers, ascending, and what they weigh."""
        vectors = self._reports.vectors
        columns, weights = vectors.row(article)
        kept = np.isin(vectors.words[columns].astype(np.uint32), numbers)
        return columns[kept], weights[kept].astype(np.float64)

    def _text(self, article: int) -> Tokenized:
        if article not in self._texts:
            own = self._reports.articles[article]
            # As links are looked for: spans count the tokens of the body, without furniture.
            self._texts[article] = tokenize_blocks(own.body, own.language)
        return self._texts[article]


def _places(spans: Iterable[Span]) -> frozenset[int]:
    return frozenset(token for start, end in spans for token in range(start, end))


def _numbers(pieces: Iterable[str], article: Article) -> Numbers:
    words = read_words(leveled(unicodedata.normalize("NFC", "\n".join(pieces)), article.language))
    return (piece_hashes(words) >> np.uint64(32)).astype(np.uint32)
