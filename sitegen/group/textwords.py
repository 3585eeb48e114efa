"""The words of articles inside and outside some spans of their tokens, with what they weigh in an archive's vectors."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from sitegen.group.likeness import common_places
from sitegen.group.reports import Reports
from sitegen.group.textparts import Numbers, TextParts
from sitegen.group.words import Indexes
from sitegen.model import Span
from sitegen.text.languages import languages_of_pair


class WordReader:
    """Reads a text once for each choice of spans, whoever asks."""

    def __init__(self, reports: Reports) -> None:
        self._reports = reports

    def beside(self, pair: tuple[int, int], passages: Sequence[tuple[Span, Span]]) -> tuple[Numbers, Numbers]:
        """Of two articles the numbers of the words that stand outside the passages that they share, headline too."""
        return self._parts(pair, 0, passages).outside, self._parts(pair, 1, passages).outside

    def inside(self, pair: tuple[int, int], passages: Sequence[tuple[Span, Span]]) -> Numbers:
        """The numbers of the words that stand in the passages, as the first of the two prints them."""
        return self._parts(pair, 0, passages).inside

    def _parts(self, pair: tuple[int, int], side: int, passages: Sequence[tuple[Span, Span]]) -> TextParts:
        articles = [self._reports.articles[place] for place in pair]
        language = languages_of_pair(articles[0].language, articles[1].language)[side]
        return self._reports.printer.parts(articles[side], [shared[side] for shared in passages], language)

    def weights_of(self, article: int, numbers: Numbers) -> tuple[Indexes, NDArray[np.float64]]:
        """Those of an article's words that have such numbers, ascending, and what they weigh."""
        vectors = self._reports.vectors
        columns, weights = vectors.row(article)
        # Of one language, so that they ascend as the numbers do: each is looked up.
        kept, _ = common_places(vectors.words[columns].astype(np.uint32), numbers)
        return columns[kept], weights[kept].astype(np.float64)
