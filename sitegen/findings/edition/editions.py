"""A story read as an edition: each family of several texts collated, and what follows from that.

Texts in another language join the first family by the alignment of their sentences, whichever family they are in.
Linear in the copies: each is read against the base; of very many translations the first are aligned.
"""

from collections.abc import Mapping, Sequence

from sitegen.collate import SentenceReader, align_languages, collate
from sitegen.collation import LanguageAlignment
from sitegen.edition import FamilyEdition, StoryEdition
from sitegen.findings.edition.agreement import agreement_of
from sitegen.findings.edition.facts import facts_of
from sitegen.findings.edition.leading import leading_of
from sitegen.findings.edition.survival import survival_of
from sitegen.findings.edition.translationcheck import check_translation
from sitegen.findings.standing import Compared
from sitegen.model import Article, Family, Story
from sitegen.text.languages import is_one_language
from sitegen.text.tokenized import Tokenized

_MOST_ALIGNED = 48
"""Texts in other languages that are aligned, the earliest: more would say nothing new of the base, and each costs as
much as a comparison."""


def read_edition(
    story: Story,
    articles: Mapping[str, Article],
    texts: Mapping[str, Tokenized],
    compared: Sequence[Compared],
) -> StoryEdition:
    """The edition of a story. `compared` are its families, compared, in the story's order; `texts` the tokens."""
    reader = SentenceReader()
    alignments = _alignments(story, articles, texts, compared, reader)
    families = [
        _family(
            family,
            family_compared,
            articles,
            texts,
            [alignment for alignment in alignments if alignment.left == family.base],
            reader,
        )
        for family, family_compared in zip(story.families, compared, strict=True)
        if len(family.copies) > 1 or any(alignment.left == family.base for alignment in alignments)
    ]
    translations = tuple(
        check_translation(alignment, articles, texts) for alignment in alignments if alignment.translation
    )
    return StoryEdition(families=tuple(families), alignments=alignments, translations=translations)


def _alignments(
    story: Story,
    articles: Mapping[str, Article],
    texts: Mapping[str, Tokenized],
    compared: Sequence[Compared],
    reader: SentenceReader,
) -> tuple[LanguageAlignment, ...]:
    """Each text in another language beside what it says it translates, else beside the story's base."""
    alike = {copy for family in compared for copy in family.alike}
    ordered = sorted((articles[copy] for copy in story.articles), key=lambda article: article.chronology)
    pairs = []
    for article in ordered:
        source = article.translation_of if article.translation_of in articles else story.base
        if source == article.id or article.id in alike:
            continue
        if not is_one_language(articles[source].language, article.language):
            pairs.append((articles[source], article))
    return tuple(
        align_languages(source, article, (texts[source.id], texts[article.id]), reader)
        for source, article in pairs[:_MOST_ALIGNED]
    )


def _family(
    family: Family,
    compared: Compared,
    articles: Mapping[str, Article],
    texts: Mapping[str, Tokenized],
    alignments: Sequence[LanguageAlignment],
    reader: SentenceReader,
) -> FamilyEdition:
    collation = collate(
        family.base,
        articles,
        texts,
        compared.comparisons,
        copies=(*family.copies, *(alignment.right for alignment in alignments)),
        alike=compared.alike,
        alignments=alignments,
        reader=reader,
    )
    survival = survival_of(collation, articles, texts)
    facts = facts_of(collation, articles, texts, compared.comparisons)
    return FamilyEdition(
        collation=collation,
        survival=survival,
        facts=facts,
        agreement=agreement_of(collation),
        leading=leading_of(collation, articles, texts, compared.comparisons, survival, facts),
    )
