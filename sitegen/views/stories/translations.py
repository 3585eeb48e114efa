"""The translations of a story's text laid out: how many sentences have a counterpart, and what each is known to lack.

Only texts whose sentences follow the base's are listed: of another report in another language nothing is said here.
"""

from sitegen.collation import LanguageAlignment
from sitegen.model import Span
from sitegen.views.addresses import href
from sitegen.views.common import Site, article_link, in_language, language_label, shortened, spoken_name
from sitegen.views.pages import Text, TranslationLine
from sitegen.views.story_reading import StoryReading

_LACKING = 3
_CHARACTERS = 200
MOST = 12
"""Translations that a page lists."""


def translation_lines(site: Site, reading: StoryReading) -> tuple[TranslationLine, ...]:
    """One a translation, in order of publication."""
    return tuple(_line(site, reading, alignment) for alignment in reading.edition.alignments if alignment.translation)[
        :MOST
    ]


def _line(site: Site, reading: StoryReading, alignment: LanguageAlignment) -> TranslationLine:
    article, source = reading.articles[alignment.right], reading.articles[alignment.left]
    gaps = [
        alignment.left_sentences[index]
        for gap in alignment.gaps
        for index in gap.left
        if reading.shown.covers(source.id, alignment.left_sentences[index]) and article.rights != "figures"
    ]
    return TranslationLine(
        article=article_link(site, article),
        language=language_label(site, article.language),
        counted=" ".join(
            filter(None, (counted_sentences(site, reading, alignment), counted_differences(site, reading, alignment)))
        ),
        aligned=href(site.frame.root, reading.translation_path(alignment))
        if reading.translation_shown_for(article.id)
        else "",
        lacks=tuple(_quoted(site, reading, source.id, span) for span in gaps[:_LACKING]),
        more_lacking=max(0, len(gaps) - _LACKING),
    )


def counted_sentences(site: Site, reading: StoryReading, alignment: LanguageAlignment) -> str:
    """How many sentences of the left text have a counterpart; it may not be the original, and is not called so."""
    return site.catalogue.ngettext(
        "{paired} of {count} sentence of {name} was found again in it.",
        "{paired} of {count} sentences of {name} were found again in it.",
        len(alignment.left_sentences),
        paired=site.catalogue.number(len({index for pair in alignment.pairs for index in pair.left})),
        name=spoken_name(site, reading.articles[alignment.left], short=True),
    )


def counted_differences(site: Site, reading: StoryReading, alignment: LanguageAlignment) -> str:
    """Of how many figures and dates the right is known to have others; empty of none."""
    differing = len(differing_values(reading, alignment))
    if not differing:
        return ""
    return site.catalogue.ngettext("{count} figure or date differs.", "{count} figures or dates differ.", differing)


def differing_values(reading: StoryReading, alignment: LanguageAlignment) -> list[tuple[Span, str]]:
    """Values of the left for which the right is known to have another, with that one."""
    return [
        (fact.span, stated.text)
        for family in reading.edition.families
        if family.collation.base == alignment.left
        for fact in family.facts
        for stated in fact.stated
        if stated.verdict == "changed" and alignment.right in stated.copies
    ]


def _quoted(site: Site, reading: StoryReading, copy: str, span: tuple[int, int]) -> Text:
    words = shortened(reading.texts[copy].text(span), _CHARACTERS)
    return in_language(words, reading.articles[copy].language, site.frame.language)
