"""The words of articles inside and outside some spans of their tokens, with what they weigh in an archive's vectors."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from sitegen.group.reports import Reports
from sitegen.group.textparts import Numbers
from sitegen.group.words import Indexes
from sitegen.model import Span


class WordReader:
    """Reads a text once for each choice of spans, whoever asks."""

    def __init__(self, reports: Reports) -> None:
        self._reports = reports

    def beside(self, article: int, passages: Sequence[Span]) -> Numbers:
        """The numbers of the words that stand outside the passages too, headline included."""
        return self._reports.printer.parts(self._reports.articles[article], passages).outside

    def inside(self, article: int, passages: Sequence[Span]) -> Numbers:
        """The numbers of the words that stand in the passages."""
        return self._reports.printer.parts(self._reports.articles[article], passages).inside

    def weights_of(self, article: int, numbers: Numbers) -> tuple[Indexes, NDArray[np.float64]]:
        """Those of an article's words that have such numbers, ascending, and what they weigh."""
        vectors = self._reports.vectors
        columns, weights = vectors.row(article)
        kept = np.isin(vectors.words[columns].astype(np.uint32), numbers)
        return columns[kept], weights[kept].astype(np.float64)
