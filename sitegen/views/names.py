"""What the copies of a story are called, and their sigla. Pure; decides from the articles of one story alone.

A copy is called by its declared source, else by the outlet that it names as its own, which is marked as inferred, else
by its siglum and headline. The name of its file is no name: it stands in the metadata of its page.

A siglum is a letter in the order of publication; articles without a day come after all others, in the order of their
ids. So an article that is published later than all others of its story, or an undated one whose id is the last, moves
no letter; one that belongs before others moves theirs. Sigla that follow from the article alone would never move, and
would be no letters: with three of ten articles taken by chance, two want the same one.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace
from unicodedata import east_asian_width

from sitegen.align.credited import own_names, plain_name
from sitegen.model import UNKNOWN_SOURCE, Article, OutletChannel, Source, Story
from sitegen.text.catalogues import Catalogue, catalogue_for, marked
from sitegen.text.clusters import CLUSTER
from sitegen.views.common import Site, in_language, source_link
from sitegen.views.pages import Text, TextLink

CHANNELS: Mapping[OutletChannel, str] = {
    "site name": marked("the name of its site"),
    "address": marked("its address"),
    "masthead": marked("its masthead"),
    "byline": marked("its byline"),
    "dateline": marked("its dateline"),
    "copyright": marked("its copyright line"),
    "footer": marked("a line of its site"),
}
"""Where an article names its outlet, as a reader is told it."""
OF_THE_PAGE: tuple[OutletChannel, ...] = ("site name", "address")
"""Channels that are none of the text."""
_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
_LONGEST_NAME = 60
"""Columns of a name that a heading or a sentence holds, two a Chinese letter; the longest of 278 real ones has 41."""
_LONGEST_HEADLINE = 48
"""Characters of a headline that stands for a name: two such names fit a heading of three lines on a telephone."""


def sigla_of(articles: Iterable[Article]) -> dict[str, str]:
    """The siglum of each article of a story, by its id: `A` to `Z`, then `AA`, `AB` and so on."""
    ordered = sorted(articles, key=lambda article: article.chronology)
    return {article.id: _siglum(place) for place, article in enumerate(ordered)}


def names_of(
    story: Story,
    articles: Mapping[str, Article],
    sources: Mapping[str, Source],
    versions: Mapping[str, int],
    foreign: Collection[str],
    language: str,
) -> dict[str, Text]:
    """What each article of the story is called on pages in `language`, by its id; no two are called the same.

    `versions` says which version of its copy an article is, from 1, where there are several. `foreign` are the articles
    of which nobody knows whether they are translations.
    """
    catalogue = catalogue_for(language)
    sigla = sigla_of(articles.values())
    alone = {family.base for family in story.families if len(family.copies) == 1}
    names = {
        article.id: _by_outlet(article, sources, versions, language, catalogue)
        or _by_headline(article, _lead(article.id, sigla[article.id], alone, foreign, catalogue), language, catalogue)
        for article in articles.values()
    }
    times = Counter(_key(name) for name in names.values())
    return {
        copy: _with_siglum(name, sigla[copy], catalogue) if times[_key(name)] > 1 else name
        for copy, name in names.items()
    }


def inferred_name(name: str, language: str) -> Text:
    """The name of an outlet that no source was declared for, marked as inferred, on a page in `language`."""
    # Its language is not known: that of the text need not be that of the name.
    text = replace(in_language(name, "und", language), mark=catalogue_for(language).gettext("(inferred)"))
    return replace(text, dir="") if name.isascii() else text


def publisher_link(site: Site, article: Article) -> TextLink:
    """Who published an article: its source, leading to its page; else the inferred outlet, which has none.

    Without either the link leads to the page of all articles whose source nobody declared.
    """
    if article.source in site.sources:
        return source_link(site, site.sources[article.source])
    if article.outlet:
        catalogue = catalogue_for(site.frame.language)
        by_page = article.outlet.channel in OF_THE_PAGE
        mark = (
            catalogue.gettext("(inferred from its page)") if by_page else catalogue.gettext("(inferred from the text)")
        )
        return TextLink(label=replace(inferred_name(article.outlet.name, site.frame.language), mark=mark), href="")
    return replace(source_link(site, UNKNOWN_SOURCE), label=Text(text=site.catalogue.gettext("Outlet not known")))


def _by_outlet(
    article: Article,
    sources: Mapping[str, Source],
    versions: Mapping[str, int],
    language: str,
    catalogue: Catalogue,
) -> Text | None:
    """The name of its source or of its inferred outlet, with the number of its version; None where it has neither."""
    number = versions.get(article.id)
    source = sources.get(article.source)
    if source:
        name = in_language(_shortened(source.name), source.language, language)
    elif article.outlet:
        name = inferred_name(_shortened(article.outlet.name), language)
    else:
        return None
    return replace(name, mark=" ".join(filter(None, (name.mark, f"({catalogue.number(number)})")))) if number else name


def _lead(copy: str, siglum: str, alone: Collection[str], foreign: Collection[str], catalogue: Catalogue) -> str:
    """`Copy C`; `Report C` of what shares its text with no other article, `Text C` where that cannot be told."""
    if copy in foreign:
        # Translators: {siglum} is a letter. A text in another language, which may be a translation or not: "Text C".
        return catalogue.gettext("Text {siglum}", siglum=siglum)
    if copy in alone:
        # Translators: {siglum} is a letter. A text that shares nothing with the others of its story: "Report C".
        return catalogue.gettext("Report {siglum}", siglum=siglum)
    # Translators: {siglum} is a letter that stands for a copy of a text in its story: "Copy C".
    return catalogue.gettext("Copy {siglum}", siglum=siglum)


def _by_headline(article: Article, lead: str, language: str, catalogue: Catalogue) -> Text:
    """`Copy C, “...”`"""
    if not has_words_for_title(article):
        return Text(text=lead)
    headline = catalogue.quoted(article.title, _LONGEST_HEADLINE)
    return replace(in_language(headline, article.language, language), lead=f"{lead}, ")


def credited_names(article: Article, source: Source | None = None) -> tuple[str, ...]:
    """Whom an article credits, as first printed, without its own outlet, `source` where one is declared.

    “AP” and “The Associated Press” are one.
    """
    own = own_names(article, source)
    names: dict[str, str] = {}
    for credit in article.credits:
        if (plain := plain_name(credit.name)) not in own:
            names.setdefault(plain or credit.name, credit.name)
    return tuple(names.values())


def is_by_siglum(article: Article) -> bool:
    """Whether its name begins with its siglum, because nobody knows its outlet."""
    return not article.source and article.outlet is None


def has_words_for_title(article: Article) -> bool:
    """Whether its title is a headline or the first words of its text, and not the name of its file."""
    stem = article.path.rpartition("/")[2].rpartition(".")[0]
    return "title" not in article.inferred or article.title != stem


def _with_siglum(name: Text, siglum: str, catalogue: Catalogue) -> Text:
    """A name that several copies have, told from theirs."""
    # Translators: {siglum} is a letter that tells two copies of one outlet apart: "Evening Post (copy C)".
    told = catalogue.gettext("(copy {siglum})", siglum=siglum)
    return replace(name, mark=f"{name.mark} {told}".strip())


def _key(name: Text) -> tuple[str, str, str]:
    return (name.lead, name.text.casefold(), name.mark)


def _shortened(name: str) -> str:
    name = " ".join(name.split())
    if _columns(name) <= _LONGEST_NAME:
        return name
    kept = ""
    for character in CLUSTER.findall(name[: 2 * _LONGEST_NAME]):
        if _columns(kept + character) >= _LONGEST_NAME:
            break
        kept += character
    return f"{kept.rstrip()}…"


def _columns(text: str) -> int:
    """How wide a text is, in the width of a Latin letter."""
    return sum(2 if east_asian_width(character) in "WF" else 1 for character in text)


def _siglum(place: int) -> str:
    letters = ""
    while place >= 0:
        place, rest = divmod(place, len(_LETTERS))
        letters = _LETTERS[rest] + letters
        place -= 1
    return letters
