"""Why two articles belong together, in a sentence of the page's language, from the link alone.

The sentence in English that `group` writes for terminals and data stays with the link.
"""

from sitegen.model import Link
from sitegen.text.catalogues import Catalogue

_WORDS_NAMED = 5
"""Words or values that two articles have in common and that are named: the weightiest come first."""


def link_reason(link: Link, catalogue: Catalogue) -> str:
    """What the link rests on, with its figure."""
    match link.kind:
        case "translation":
            return catalogue.gettext("declared a translation")
        case "version":
            return catalogue.gettext("declared a version of the same copy")
        case "declared":
            return catalogue.gettext("declared to belong together")
        case "likeness" | "anchors" | "meaning":
            return _by_content(link, catalogue)
        case _:
            return _by_text(link, catalogue)


def _by_content(link: Link, catalogue: Catalogue) -> str:
    alike = catalogue.decimal(link.strength)
    common = catalogue.listed([catalogue.isolated(passage.text) for passage in link.evidence[:_WORDS_NAMED]])
    if link.kind == "meaning" or not common:
        # Translators: {alike} is a number from 0 to 1.
        return catalogue.gettext("alike by {alike} in what they say", alike=alike)
    if link.kind == "likeness":
        # Translators: {alike} is a number from 0 to 1, {words} are words of the texts.
        return catalogue.gettext(
            "alike by {alike} in what they talk about; both say {words}", alike=alike, words=common
        )
    # Translators: {alike} is a number from 0 to 1, {values} are figures, days, names and places.
    return catalogue.gettext(
        "alike by {alike} in what survives translation; both have {values}", alike=alike, values=common
    )


def _by_text(link: Link, catalogue: Catalogue) -> str:
    share = catalogue.percent(link.strength)
    if not link.evidence:
        # Translators: {share} is a percentage.
        return catalogue.gettext("{share} of the shorter text’s runs of words, counted only", share=share)
    longest = link.evidence[0].words
    if link.kind == "quotations":
        return catalogue.ngettext(
            "shared quotations, the longest of {count} word, {share} of the shorter text",
            "shared quotations, the longest of {count} words, {share} of the shorter text",
            longest,
            share=share,
        )
    return catalogue.ngettext(
        "shared passages, the longest of {count} word, {share} of the shorter text",
        "shared passages, the longest of {count} words, {share} of the shorter text",
        longest,
        share=share,
    )
