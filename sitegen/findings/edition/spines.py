"""Further copies as the spine of a story: which copies, and their collations with all others in their language.

Of up to `FEW` texts every copy that differs from the base; of more, what the others are likeliest taken from. Each
costs a comparison with every other copy that was not made for the pages, so an archive has them where it asks for them,
and a budget of their own, as large as that of the story's comparisons, bounds them.
"""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence

from sitegen.collate import SentenceReader, collate
from sitegen.collation import Collation
from sitegen.compare.ladder import unit_of
from sitegen.config import Comparing
from sitegen.edition import StoryEdition
from sitegen.findings.budget import Budget
from sitegen.findings.standing import Compared
from sitegen.model import Article, Comparison, Unit
from sitegen.text.languages import is_one_language
from sitegen.text.tokenized import Tokenized

FEW = 12
"""Texts up to which any of them can be the spine; and further spines of a larger family, at most."""

CompareWords = Callable[[str, str, Unit], Comparison]
"""Aligns two articles by their ids, no finer than it is told; what they differ in need not be told."""


def further_spines(
    edition: StoryEdition,
    compared: Compared,
    articles: Mapping[str, Article],
    texts: Mapping[str, Tokenized],
    settings: Comparing,
    compare: CompareWords,
) -> tuple[Collation, ...]:
    """The collations of the first family with other copies as spine, and those of the other families with their bases.

    `compared` is the first family. A copy of which figures alone may be told is no spine.
    """
    if not edition.families:
        return ()
    base = edition.families[0].collation.base
    copies = [
        copy
        for copy in edition.families[0].collation.copies
        if is_one_language(articles[base].language, articles[copy].language)
    ]
    aligner = _Aligner(compared.comparisons, texts, settings, compare)
    reader = SentenceReader()
    distinct_texts = {texts[base].keys}
    spines = []
    for copy in _spines(copies, compared):
        if articles[copy].rights != "figures" and texts[copy].keys not in distinct_texts:
            distinct_texts.add(texts[copy].keys)
            spines.append(copy)
    return (
        *(
            collate(
                spine,
                articles,
                texts,
                list(aligner.comparisons(spine, [base, *copies])),
                copies=[base, *copies],
                alike=compared.alike,
                reader=reader,
            )
            for spine in spines
        ),
        *(
            family.collation
            for family in edition.families[1:]
            if articles[family.collation.base].rights != "figures" and family.collation.base != base
        ),
    )


def _spines(copies: Sequence[str], compared: Compared) -> list[str]:
    """The copies to be spines, in order of publication: all of few, else the likely parents of most others."""
    if len(copies) < FEW:
        return [*copies]
    parents = Counter(edge.likely_parent for edge in compared.provenance.edges if edge.likely_parent)
    chosen = sorted((copy for copy in copies if parents[copy]), key=lambda copy: -parents[copy])[:FEW]
    return [copy for copy in copies if copy in chosen]


class _Aligner:
    """The comparisons of a copy with others: those that exist, and others as far as the budget goes."""

    def __init__(
        self,
        comparisons: Sequence[Comparison],
        texts: Mapping[str, Tokenized],
        settings: Comparing,
        compare: CompareWords,
    ) -> None:
        self._by_pair = {
            frozenset((comparison.left, comparison.right)): comparison
            for comparison in comparisons
            if comparison.left != comparison.right
        }
        self._texts, self._settings, self._compare = texts, settings, compare
        self._budget = Budget(settings.story_tokens)

    def comparisons(self, spine: str, copies: Sequence[str]) -> Iterator[Comparison]:
        """One a copy, where one was made or may be made word by word."""
        for copy in copies:
            pair = frozenset((spine, copy))
            if copy == spine:
                continue
            if pair not in self._by_pair:
                left, right = self._texts[spine], self._texts[copy]
                natural = unit_of(left, right, self._settings)
                step = self._budget.step_for(len(left.keys) + len(right.keys), natural)
                if step != "words":
                    continue
                self._by_pair[pair] = self._compare(spine, copy, step)
            yield self._by_pair[pair]
