"""The answer to `who took what from whom` in one to four sentences, for pages, feeds and descriptions alike.

A sentence says no more than the provenance of its copies does: see descent.py for the words by probability.
"""

from collections.abc import Iterator, Sequence
from math import floor
from statistics import median

from sitegen.model import COPIED, LIKELY, Article, CopyStanding, Independence
from sitegen.text.catalogues import Catalogue
from sitegen.views.common import Site, spoken_name
from sitegen.views.descent import one_of_names
from sitegen.views.story_reading import StoryReading
from sitegen.views.words import as_sentence

_FEW_OF = 20
"""Share of the copies, one in so many, up to which a sentence of a crowd leaves out what is true of them alone."""


def finding_of(site: Site, reading: StoryReading) -> str:
    """The sentences."""
    catalogue = site.catalogue
    if len(reading.articles) == 1:
        return catalogue.gettext("One article. No other copy of it was found.")
    count = reading.independence
    sentences = [_carried(reading, count, catalogue), *_in_other_languages(count, catalogue)]
    return " ".join([*sentences, *_copies(site, reading, catalogue)])


def _carried(reading: StoryReading, count: Independence, catalogue: Catalogue) -> str:
    articles = [reading.articles[name] for name in reading.story.articles]
    if all(len(family.copies) == 1 for family in reading.story.families) and not (count.translated or count.in_doubt):
        # An independent text is a report, and no copy of anything.
        reports = catalogue.in_words(
            "{count} report; none was found to be a copy of another.",
            "{count} reports; none was found to be a copy of another.",
            len(articles),
        )
        return as_sentence(reports)
    outlets = len({article.source for article in articles if article.source})
    of_one_outlet = outlets == 1 and all(article.source for article in articles)
    if outlets > 1 and all(article.source for article in articles):
        carried = catalogue.in_words("{count} outlet reported it", "{count} outlets reported it", outlets)
    else:
        carried = catalogue.in_words("{count} article", "{count} articles", len(articles))
    if count.texts > 1 and of_one_outlet:
        # What one outlet reports in several texts is no second witness.
        texts = catalogue.in_words("{count} separate text", "{count} separate texts", count.texts)
    elif count.texts > 1:
        texts = catalogue.in_words("{count} text is independent", "{count} texts are independent", count.texts)
    elif count.in_doubt and not count.translated:
        texts = catalogue.in_words(
            "{count} text is in another language, and nobody said whether it is a translation",
            "{count} texts are in other languages, and nobody said whether they are translations",
            count.in_doubt,
        )
    elif all(standing.carries for standing in reading.standings.values()):
        texts = catalogue.gettext("all from one text")
    else:
        # Translators: "Two outlets reported it; they have text in common."
        texts = catalogue.gettext("they have text in common")
    if count.agencies and count.texts > 1:
        agencies = catalogue.in_words("{count} of them is an agency’s", "{count} of them are agencies’", count.agencies)
        # Translators: "Two outlets reported it; three texts are independent, one of them is an agency's."
        return as_sentence(
            catalogue.gettext("{carried}; {texts}, {agencies}.", carried=carried, texts=texts, agencies=agencies)
        )
    # Translators: {carried} is "Two outlets reported it" or "Two articles"; {texts} is how many texts there are.
    return as_sentence(catalogue.gettext("{carried}; {texts}.", carried=carried, texts=texts))


def _in_other_languages(count: Independence, catalogue: Catalogue) -> Iterator[str]:
    if count.translated:
        yield as_sentence(
            catalogue.in_words(
                "{count} text is likely a translation.", "{count} texts are likely translations.", count.translated
            )
        )
    if count.in_doubt and (count.texts > 1 or count.translated):
        yield catalogue.ngettext(
            "Of {count} text in another language it cannot be told whether it is a translation.",
            "Of {count} texts in other languages it cannot be told whether they are translations.",
            count.in_doubt,
        )


def _copies(site: Site, reading: StoryReading, catalogue: Catalogue) -> Iterator[str]:
    """Of the largest text, who took it from whom."""
    base = reading.articles[reading.story.base]
    # An outlet’s later version of its own text took nothing from anybody, and has nobody to name.
    copies = [
        standing
        for copy in reading.story.families[0].copies
        if (standing := reading.standings[copy]).against and standing.relation != "version"
    ]
    taken = [standing for standing in copies if _leads_to(base.id, standing, reading)]
    if not copies:
        return
    # Without a name of its outlet the base is a letter, and a letter tells a reader of the home page nothing.
    if taken and (base.source or base.outlet):
        yield from _of_base(site, base, taken, reading, catalogue)
    yield from _of_the_rest(site, [standing for standing in copies if standing not in taken], bool(taken), reading)
    shares = [standing.kept for standing in taken if standing.kept is not None]
    if len(shares) > 2:
        # Rounded down: "at least" must hold of the share that is printed.
        share = catalogue.percent(floor(100 * median(shares)) / 100)
        # Translators: of copies of a text: half of them have at least {share} of it.
        yield catalogue.gettext(
            "Half of these copies have at least {share} of the text they were taken from.", share=share
        )


def _of_base(
    site: Site, base: Article, taken: Sequence[CopyStanding], reading: StoryReading, catalogue: Catalogue
) -> Iterator[str]:
    """What others did with the text of the base: its own outlet, those that carry it, those that took a part of it."""
    reprints = [
        standing for standing in taken if base.source and reading.articles[standing.article].source == base.source
    ]
    copies = [standing for standing in taken if standing not in reprints]
    carriers = [standing for standing in copies if standing.carries or not base.source]
    parts = [standing for standing in copies if standing not in carriers]
    if carriers:
        sure = sum(1 for standing in carriers if _is_sure_of(base.id, standing, reading))
        claim = _whose(site, base, (len(carriers), sure), catalogue)
        yield as_sentence(_who_says_so(claim, base, carriers, catalogue))
    if parts:
        yield as_sentence(
            catalogue.in_words(
                "{count} article likely took part of its text from {name}.",
                "{count} articles likely took part of their text from {name}.",
                len(parts),
                name=catalogue.isolated(site.source_of(base).name),
            )
        )
    if reprints:
        yield as_sentence(
            catalogue.in_words(
                "{name} printed text of it again in {count} more article.",
                "{name} printed text of it again in {count} more articles.",
                len(reprints),
                name=catalogue.isolated(site.source_of(base).name),
            )
        )


def _leads_to(base: str, standing: CopyStanding, reading: StoryReading) -> bool:
    """Whether a copy was likely taken from the base, or from one that was."""
    passed: set[str] = set()
    while standing.parent and standing.article not in passed:
        if standing.parent == base:
            return True
        passed.add(standing.article)
        standing = reading.standings[standing.parent]
    return False


def _is_sure_of(base: str, standing: CopyStanding, reading: StoryReading) -> bool:
    """Whether it is said of each step from a copy to the base that the text was copied."""
    passed: set[str] = set()
    while standing.probability >= COPIED and standing.article not in passed:
        if standing.parent == base:
            return True
        passed.add(standing.article)
        standing = reading.standings[standing.parent]
    return False


def _of_the_rest(site: Site, rest: Sequence[CopyStanding], more: bool, reading: StoryReading) -> Iterator[str]:
    """What the pages of these articles say of where their text is from; `more`: copies of the base are counted before.

    "Who took it from whom cannot be told" was said of articles of which their own pages named the two or three outlets
    that it was likely taken from.
    """
    catalogue = site.catalogue
    several = [standing for standing in rest if _is_of_several(standing, reading)]
    followed = [standing for standing in rest if standing.parent and standing not in several]
    untold = [standing for standing in rest if standing not in several and standing not in followed]
    if several:
        yield _from_several(site, several, reading)
    if followed:
        yield as_sentence(
            catalogue.in_words(
                "{count} article likely took text from another copy.",
                "{count} articles likely took text from other copies.",
                len(followed),
            )
        )
    if len(untold) == len(rest) == 1 and not more:
        yield _of_two(untold[0], reading, catalogue)
        return
    apart = [standing for standing in untold if _is_from_none(standing, reading)]
    # Of a crowd the few are told on their own pages, and in the list of who took it from whom.
    few = len(rest) // _FEW_OF if several or followed else 0
    if len(apart) > few:
        yield as_sentence(
            catalogue.in_words(
                "{count} article shares text with others, and likely took it from none of them.",
                "{count} articles share text with others, and likely took it from none of them.",
                len(apart),
            )
        )
    if len(untold) - len(apart) > few:
        yield _untold(len(untold) - len(apart), more, catalogue)


def _is_of_several(standing: CopyStanding, reading: StoryReading) -> bool:
    """Whether a copy was likely taken from one of those held, and it cannot be told from which."""
    edge = reading.edges.get(standing.article)
    return bool(standing.one_of) or bool(not standing.parent and edge and edge.has_parent)


def _is_from_none(standing: CopyStanding, reading: StoryReading) -> bool:
    edge = reading.edges.get(standing.article)
    return bool(edge and edge.none_held >= LIKELY)


def _from_several(site: Site, copies: Sequence[CopyStanding], reading: StoryReading) -> str:
    """That copies are from one of several, by name where all are from the same."""
    catalogue = site.catalogue
    givers = {standing.one_of for standing in copies}
    named = givers.pop() if len(givers) == 1 else ()
    # Of a copy without an outlet the home page has but a letter, which tells its reader nothing.
    if named and all(reading.articles[copy].source or reading.articles[copy].outlet for copy in named):
        names = one_of_names(site, reading, named)
        if all(reading.edges[standing.article].together >= COPIED for standing in copies):
            return as_sentence(
                catalogue.in_words(
                    "{count} article took text from {names}; from which cannot be told.",
                    "{count} articles took text from {names}; from which cannot be told.",
                    len(copies),
                    names=names,
                )
            )
        return as_sentence(
            catalogue.in_words(
                "{count} article likely took text from {names}; from which cannot be told.",
                "{count} articles likely took text from {names}; from which cannot be told.",
                len(copies),
                names=names,
            )
        )
    return as_sentence(
        catalogue.in_words(
            "{count} article likely took text from one of the copies; from which cannot be told.",
            "{count} articles likely took text from one of the copies each; from which cannot be told.",
            len(copies),
        )
    )


def _of_two(standing: CopyStanding, reading: StoryReading, catalogue: Catalogue) -> str:
    """What is said of two articles of which neither was likely taken from the other, or it cannot be told."""
    edges = [reading.edges.get(copy) for copy in (standing.article, standing.against)]
    if not all(edge and edge.none_held >= LIKELY for edge in edges):
        if standing.carries and any(edge and edge.is_dated for edge in edges):
            return catalogue.gettext("Two articles share a text; who took it from whom cannot be told.")
        if standing.carries:
            return catalogue.gettext("Two articles share a text; which came first cannot be told.")
        return catalogue.gettext("Two articles share part of their text; who took it from whom cannot be told.")
    names = {edge.unheld if edge else "" for edge in edges}
    if len(names) == 1 and "" not in names:
        unheld = catalogue.isolated(names.pop())
        if standing.carries:
            return catalogue.gettext(
                "Two articles share a text; both credit {name}, whose text is not held.", name=unheld
            )
        return catalogue.gettext(
            "Two articles share part of their text; both credit {name}, whose text is not held.", name=unheld
        )
    if standing.carries:
        return catalogue.gettext("Two articles share a text; neither was likely taken from the other.")
    return catalogue.gettext("Two articles share part of their text; neither was likely taken from the other.")


def _untold(count: int, more: bool, catalogue: Catalogue) -> str:
    if more:
        return as_sentence(
            catalogue.in_words(
                "{count} more article shares text; it cannot be told whether it was taken from this one.",
                "{count} more articles share text; it cannot be told whether they were taken from this one.",
                count,
            )
        )
    return as_sentence(
        catalogue.in_words(
            "{count} article shares text with another; who took it from whom cannot be told.",
            "{count} articles share text with another; who took it from whom cannot be told.",
            count,
        )
    )


def _whose(site: Site, base: Article, counts: tuple[int, int], catalogue: Catalogue) -> str:
    """Whose text how many copies have; `counts` are all of them, and those of which it is sure."""
    copies, sure = counts
    if not base.source:
        name = spoken_name(site, base)
        return catalogue.in_words(
            "{count} copy shares text with that of {name}",
            "{count} copies share text with that of {name}",
            copies,
            name=name,
        )
    name = catalogue.isolated(site.source_of(base).name)
    if not sure:
        return catalogue.in_words(
            "{count} copy likely carries {name}’s text", "{count} copies likely carry {name}’s text", copies, name=name
        )
    claim = catalogue.in_words(
        "{count} copy carries {name}’s text", "{count} copies carry {name}’s text", sure, name=name
    )
    if sure == copies:
        return claim
    # Translators: {said} is "Three copies carry Northern Wire's text"; of {count} further ones that is likely.
    return catalogue.in_words(
        "{said}, and {count} more likely does", "{said}, and {count} more likely do", copies - sure, said=claim
    )


def _who_says_so(claim: str, base: Article, copies: Sequence[CopyStanding], catalogue: Catalogue) -> str:
    """The sentence with who names no source, of whom that may be said."""
    silent = [standing for standing in copies if standing.silent]
    if not base.source or not silent:
        # Translators: {said} is a sentence such as "Two copies carry the fullest text".
        return catalogue.gettext("{said}.", said=claim)
    if len(silent) == len(copies) > 1:
        return catalogue.gettext("{said}; none of them names a source.", said=claim)
    return catalogue.in_words(
        "{said}; {count} names no source.", "{said}; {count} name no source.", len(silent), said=claim
    )
