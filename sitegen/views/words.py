"""Findings in words: what happened in a story, as sentences made from the values alone.

Used by pages, feeds and descriptions, so that all of them say the same. A comparison in words stands in summary.py.
"""

from collections.abc import Iterable, Mapping, Sequence
from statistics import median

from sitegen.model import Article, Change, CopyStanding, Story
from sitegen.text.catalogues import Catalogue, catalogue_for, marked
from sitegen.views.common import Site, spoken_name

RELATIONS = {
    "base": marked("base"),
    "verbatim": marked("verbatim"),
    "cut": marked("cut"),
    "edited": marked("edited"),
    "rewritten": marked("rewritten"),
    "quoting": marked("rewritten, quotations kept"),
    "translated": marked("translated"),
    "version": marked("later version"),
    "related": marked("independent"),
}
"""Each relation as a reader is told it."""


def finding_of(site: Site, story: Story, articles: Sequence[Article], standings: Sequence[CopyStanding]) -> str:
    """The answer to `who took what from whom` in one to three sentences."""
    catalogue = catalogue_for(site.config.language)
    if len(articles) == 1:
        return catalogue.gettext("One article. No other copy of it was found.")
    return " ".join([_carried(story, articles, catalogue), *_copies(site, story, articles, standings, catalogue)])


def _carried(story: Story, articles: Sequence[Article], catalogue: Catalogue) -> str:
    outlets = len({article.source for article in articles if article.source})
    foreign = in_another_language(story, articles)
    texts = len(story.families) - len(foreign)
    if texts == len(articles):
        # An independent text is a report, and no copy of anything.
        told = catalogue.in_words(
            "{count} report; none was found to be a copy of another.",
            "{count} reports; none was found to be a copy of another.",
            texts,
        )
        return _sentence(told)
    if outlets > 1 and all(article.source for article in articles):
        carried = catalogue.in_words("{count} outlet carried it", "{count} outlets carried it", outlets)
    else:
        carried = catalogue.in_words("{count} article", "{count} articles", len(articles))
    if texts > 1:
        independent = catalogue.in_words("{count} text is independent", "{count} texts are independent", texts)
    elif foreign:
        independent = catalogue.in_words(
            "{count} text is in another language, and nobody said whether it is a translation",
            "{count} texts are in other languages, and nobody said whether they are translations",
            len(foreign),
        )
    else:
        independent = catalogue.gettext("all from one text")
    # Translators: {carried} is "Two outlets carried it" or "Two articles"; {texts} is how many texts there are.
    return _sentence(catalogue.gettext("{carried}; {texts}.", carried=carried, texts=independent))


def in_another_language(story: Story, articles: Sequence[Article]) -> frozenset[str]:
    """Articles of a story that nobody declared translations, alone in a language that its largest text is not in.

    Their words cannot be compared with it, so nobody knows whether they are independent.
    """
    spoken = {article.id: article.language.split("-")[0] for article in articles}
    main = spoken[story.families[0].base]
    alone = [family.base for family in story.families if len(family.copies) == 1]
    return frozenset(one for one in alone if "und" not in (main, spoken[one]) and spoken[one] != main)


def _copies(
    site: Site, story: Story, articles: Sequence[Article], standings: Sequence[CopyStanding], catalogue: Catalogue
) -> list[str]:
    by_id = {article.id: article for article in articles}
    base = by_id[story.base]
    # An outlet’s later version of its own text took nothing from anybody, and has nobody to name.
    copies = [one for one in standings if one.family == story.base and one.parent and one.relation != "version"]
    if not copies or not (base.source or base.outlet):
        # Without a name of its outlet the base is a letter, and a letter tells a reader of the home page nothing.
        return []
    said = [_sentence(_who_says_so(_whose(site, base, len(copies), catalogue), base, copies, by_id, catalogue))]
    shares = [one.kept for one in copies if one.kept is not None]
    if len(shares) > 2:
        share = catalogue.percent(median(shares))
        said.append(catalogue.gettext("At the median {share} of the words they drew on were kept.", share=share))
    return said


def _whose(site: Site, base: Article, copies: int, catalogue: Catalogue) -> str:
    if not base.source:
        name = spoken_name(site, base)
        return catalogue.in_words(
            "{count} copy shares text with that of {name}",
            "{count} copies share text with that of {name}",
            copies,
            name=name,
        )
    name = catalogue.isolated(site.source_of(base).name)
    return catalogue.in_words(
        "{count} copy carries {name}’s text", "{count} copies carry {name}’s text", copies, name=name
    )


def _who_says_so(
    said: str, base: Article, copies: Sequence[CopyStanding], by_id: Mapping[str, Article], catalogue: Catalogue
) -> str:
    """The sentence with who names no source. Where the base's is not known, nobody could."""
    silent = [
        one
        for one in copies
        if not one.credits_parent and by_id[one.parent].source not in ("", by_id[one.article].source)
    ]
    if not base.source or not silent:
        # Translators: {said} is a sentence such as "Two copies carry the fullest text".
        return catalogue.gettext("{said}.", said=said)
    if len(silent) == len(copies) > 1:
        return catalogue.gettext("{said}, none of them saying so.", said=said)
    return catalogue.in_words(
        "{said}, {count} without naming a source.", "{said}, {count} without naming a source.", len(silent), said=said
    )


def _sentence(text: str) -> str:
    """With a capital first, as a sentence has it."""
    return text[:1].upper() + text[1:]


def substance(changes: Iterable[Change]) -> tuple[Change, ...]:
    """The changes that are not mere style."""
    return tuple(change for change in changes if change.is_substance)


def standing_sentence(site: Site, standing: CopyStanding, parent: Article | None, words: int) -> str:
    """How a copy stands in its story."""
    catalogue = catalogue_for(site.config.language)
    if parent is None:
        base = catalogue.gettext("The base: the copy that the others are read against.")
        return base if standing.relation == "base" else ""
    name = spoken_name(site, parent)
    relation = _sentence(catalogue.gettext(RELATIONS[standing.relation]))
    # Translators: {relation} is how a copy stands to another: "Cut", "Edited"; {name} is an outlet.
    said = catalogue.gettext("{relation}, likeliest from {name}.", relation=relation, name=name)
    if standing.taken is None:
        return said
    share = catalogue.percent(standing.taken)
    taken = catalogue.ngettext(
        "{share} of its {count} word stands there.", "{share} of its {count} words stand there.", words, share=share
    )
    return f"{said} {taken}"
