"""The words of articles inside and outside some spans of their tokens, with what they weigh in an archive's vectors."""

from collections.abc import Iterator, Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from sitegen.group.likeness import common_places
from sitegen.group.reports import Reports
from sitegen.group.textparts import Divided, Numbers
from sitegen.model import Span
from sitegen.text.languages import languages_of_pair

Passages = Sequence[tuple[Span, Span]]
"""What two articles share, in either."""


class WordReader:
    """Knows the words inside and outside the passages of some pairs of articles."""

    def __init__(self, reports: Reports, pairs: Mapping[tuple[int, int], Passages]) -> None:
        """`pairs` are those that it is asked about: their texts are read at once, wherever there is room."""
        self._reports = reports
        divided = [text for pair, passages in pairs.items() for text in self._divided(pair, passages)]
        parts = iter(reports.printer.parts(divided))
        self._parts = {pair: (next(parts), next(parts)) for pair in pairs}

    def beside(self, pair: tuple[int, int]) -> tuple[Numbers, Numbers]:
        """Of two articles the numbers of the words that stand outside the passages that they share, headline too."""
        left, right = self._parts[pair]
        return left.outside, right.outside

    def inside(self, pair: tuple[int, int]) -> Numbers:
        """The numbers of the words that stand in the passages, as the first of the two prints them."""
        return self._parts[pair][0].inside

    def _divided(self, pair: tuple[int, int], passages: Passages) -> Iterator[Divided]:
        articles = [self._reports.articles[place] for place in pair]
        languages = languages_of_pair(articles[0].language, articles[1].language)
        for side, (article, language) in enumerate(zip(articles, languages, strict=True)):
            yield Divided(article, tuple(shared[side] for shared in passages), language)

    def weights_of(self, article: int, numbers: Numbers) -> tuple[NDArray[np.int32], NDArray[np.float64]]:
        """Those of an article's words that have such numbers, ascending, and what they weigh."""
        vectors = self._reports.vectors
        columns, weights = vectors.row(article)
        # Of one language, so that they ascend as the numbers do: each is looked up.
        kept, _ = common_places(vectors.words[columns].astype(np.uint32), numbers)
        return columns[kept], weights[kept].astype(np.float64)
