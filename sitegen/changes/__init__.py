"""What two aligned copies differ in: findings with a kind, a verdict and a sentence that was checked."""

from dataclasses import replace

from sitegen.changes.headlines import headline_changes
from sitegen.changes.notes import note_of, with_partial
from sitegen.changes.pair import find_changes
from sitegen.model import Article, Comparison
from sitegen.text.catalogues import ENGLISH, Catalogue
from sitegen.text.languages import languages_of_pair
from sitegen.text.tokenized import Tokenized

__all__ = ["find_changes", "with_changes"]


def with_changes(
    comparison: Comparison,
    left: Article,
    right: Article,
    texts: tuple[Tokenized, Tokenized],
    catalogue: Catalogue = ENGLISH,
) -> Comparison:
    """The comparison with its changes, its note and those of its headline. Sentences are those of `catalogue`."""
    languages = languages_of_pair(left.language, right.language)
    headline = comparison.headline
    shared = max(comparison.measures.left_in_right, comparison.measures.right_in_left)
    note = note_of(comparison.unit, *texts, comparison.rows, catalogue, spent=comparison.bounded)
    return replace(
        comparison,
        changes=find_changes(*texts, comparison.rows, comparison.moves, languages, catalogue, (left, right)),
        headline=headline_changes(headline, languages, catalogue, texts, shared) if headline else None,
        note=with_partial(note, (left.completeness == "partial", right.completeness == "partial"), catalogue),
    )
