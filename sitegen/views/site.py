"""Lays out the pages of the whole site from story summaries: home, search, about, 404."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from functools import partial

from sitegen.changes.kinds import KINDS
from sitegen.model import UNKNOWN_SOURCE, ArticleSummary, StorySummary
from sitegen.text.catalogues import Catalogue, counted
from sitegen.text.languages import short_date
from sitegen.views.addresses import ARCHIVE, SITE_FEED, TITLES, href, json_feed_path, source_path, sources_path
from sitegen.views.common import (
    ARTICLES,
    LANGUAGES,
    NAME_NO_SOURCE,
    Site,
    counted_figure,
    figure,
    in_language,
    in_other_languages,
    language_label,
    make_head,
    number_of,
    source_link,
    source_name,
)
from sitegen.views.front import front_parts
from sitegen.views.method import relation_meanings, rules_of
from sitegen.views.names import inferred_name
from sitegen.views.order import stories_in_order
from sitegen.views.pages import (
    AboutView,
    Figure,
    HomeView,
    NotFoundView,
    Page,
    PageLinks,
    SearchView,
    SourceIndex,
    StoryCard,
    Term,
    Text,
    TextLink,
    YearLink,
)
from sitegen.views.planned import Planned
from sitegen.views.searching import names_of_values
from sitegen.views.words import RELATIONS, as_sentence

_OUTLETS_NAMED = 5
_INDEX_ELEMENTS = 1_200
"""Elements for the index of the search page, so that the page has at most 1,400."""
_SOURCE_ELEMENTS = 5
_YEAR_ELEMENTS = 3
"""Elements that a source and each of its years take there."""
_SHARING = counted("story in which text was shared", "stories in which text was shared")
_TOLD_APART = counted("story told in separate reports", "stories told in separate reports")
_SOURCES = counted("source", "sources")
"""What the figures of an archive count."""


def home_pages(site: Site, stories: Sequence[StorySummary]) -> tuple[Planned, ...]:
    """The list of stories, as many pages as it takes, in the order of `stories_in_order`."""
    ordered = stories_in_order(stories)
    size = site.config.page_size
    count = max(1, -(-len(ordered) // size))
    return tuple(
        _planned_home(site, stories, ordered[at * size : (at + 1) * size], at + 1, count) for at in range(count)
    )


def _planned_home(
    site: Site, stories: Sequence[StorySummary], shown: Sequence[StorySummary], number: int, count: int
) -> Planned:
    return Planned(
        url=_list_path(number),
        # The first page tells how large the archive is.
        stories=stories if number == 1 else shown,
        place=(number, count),
        make=partial(_home, site, stories, shown, number, count),
    )


def _home(site: Site, stories: Sequence[StorySummary], shown: Sequence[StorySummary], number: int, count: int) -> Page:
    title = (
        site.frame.title
        if number == 1
        else site.catalogue.gettext("Stories, page {number}", number=site.catalogue.number(number))
    )
    path = _list_path(number)
    root = site.frame.root
    view = HomeView(
        head=make_head(site, title, site.frame.description, path, current="home"),
        lede=site.frame.description,
        figures=archive_figures(site, stories) if number == 1 else (),
        stories=tuple(_card(site, story) for story in shown if story.copied),
        reports=tuple(_card(site, story) for story in shown if not story.copied and len(story.articles) > 1),
        alone=tuple(_card(site, story) for story in shown if len(story.articles) == 1),
        paging=PageLinks(
            number=number,
            of=count,
            newer=href(root, _list_path(number - 1)) if number > 1 else "",
            older=href(root, _list_path(number + 1)) if number < count else "",
        ),
        front=front_parts(site, stories) if number == 1 else None,
        titles=href(root, TITLES),
    )
    return Page(url=path, template="home.html", view=view)


def _list_path(number: int) -> str:
    return "" if number == 1 else f"page/{number}/"


def archive_figures(site: Site, stories: Iterable[StorySummary]) -> tuple[Figure, ...]:
    """How large the archive is and how much of it is copied."""
    stories = tuple(stories)
    articles = [article for story in stories for article in story.articles]
    told_apart = sum(1 for story in stories if not story.copied and len(story.articles) > 1)
    sources = len({article.source for article in articles if article.source})
    taken = [article for article in articles if article.parent and article.relation != "version"]
    copies = from_known_outlets(taken, {article.id: article.source for article in articles})
    # Of the others it cannot be told: a part of the text is missing, or it is in another language. And who took a part
    # is no copy.
    judged = [copy for copy in copies if copy.carries and (copy.silent or copy.credits_parent)]
    silent = sum(1 for copy in judged if copy.silent)
    figures = [
        counted_figure(site, sum(1 for story in stories if story.copied), _SHARING),
        *([counted_figure(site, told_apart, _TOLD_APART)] if told_apart else []),
        counted_figure(site, len(articles), ARTICLES),
        *([counted_figure(site, sources, _SOURCES)] if sources else []),
        counted_figure(site, len({article.language for article in articles}), LANGUAGES),
    ]
    if judged:
        figures.append(figure(number_of(site.catalogue, silent, len(judged)), site.catalogue.gettext(NAME_NO_SOURCE)))
    return tuple(figures)


def from_known_outlets(taken: Iterable[ArticleSummary], names: Mapping[str, str]) -> list[ArticleSummary]:
    """Those that were taken from another outlet whose name is known. The others have nobody to name.

    `names` holds the source of each article by its id.
    """
    return [article for article in taken if names.get(article.parent, "") not in ("", article.source)]


def _card(site: Site, story: StorySummary) -> StoryCard:
    language = site.frame.language
    outlets = _outlets(site, story)
    alone = len(story.articles) == 1
    return StoryCard(
        href=href(site.frame.root, story.url),
        title=in_language(story.title, story.articles[0].language if alone else site.editor_language, language),
        # Of separate reports the section says all that there is to say.
        finding=story.finding if story.copied or alone else "",
        when=short_date(story.published, language) if story.published else "",
        moment=story.published.day.isoformat() if story.published else "",
        made_of=made_of(story, site.catalogue),
        outlets=outlets[:_OUTLETS_NAMED],
        more_outlets=max(0, len(outlets) - _OUTLETS_NAMED),
        languages=tuple(sorted({language_label(site, one.language) for one in story.articles})),
        article_href=href(site.frame.root, story.articles[0].url) if alone else "",
    )


def _outlets(site: Site, story: StorySummary) -> tuple[Text, ...]:
    """The outlets of a story, each once: declared sources by their names, and inferred outlets, marked as such."""
    names = [
        source_name(site, site.sources[article.source])
        if article.source
        else inferred_name(article.outlet, site.frame.language)
        for article in story.articles
        if article.source or article.outlet
    ]
    return tuple(dict.fromkeys(names))


def made_of(story: StorySummary, catalogue: Catalogue) -> str:
    """How many of its articles are copies of one text, and how many share their text with no other.

    Beside copies these may be in another language, and nobody knows whether they are translations: they are articles.
    """
    parts = []
    if story.copied and not story.in_whole:
        shared = sum(story.copied)
        parts.append(catalogue.ngettext("{count} article that shares text", "{count} articles that share text", shared))
    elif len(story.copied) == 1:
        parts.append(catalogue.ngettext("{count} copy of one text", "{count} copies of one text", story.copied[0]))
    elif story.copied:
        texts = catalogue.ngettext("{count} text", "{count} texts", len(story.copied))
        # Translators: {texts} is "2 texts".
        parts.append(
            catalogue.ngettext("{count} copy of {texts}", "{count} copies of {texts}", sum(story.copied), texts=texts)
        )
    if story.copied and story.reports:
        parts.append(catalogue.ngettext("{count} more article", "{count} more articles", story.reports))
    elif story.reports:
        parts.append(catalogue.ngettext("{count} report", "{count} reports", story.reports))
    return catalogue.listed(parts)


def _with_room(by_source: Mapping[str, Sequence[ArticleSummary]]) -> list[str]:
    """Ids of the sources with the most articles, as many as the index of the search page has room for."""
    room = _INDEX_ELEMENTS
    shown: list[str] = []
    for source in sorted(by_source, key=lambda source: (-len(by_source[source]), source)):
        years = len({year_of(article) for article in by_source[source]})
        room -= _SOURCE_ELEMENTS + _YEAR_ELEMENTS * years
        if room < 0:
            break
        shown.append(source)
    return shown


def search_page(site: Site, stories: Sequence[StorySummary]) -> Page:
    """The search box, and an index by source and year for everyone."""
    by_source: dict[str, list[ArticleSummary]] = {}
    for story in stories:
        for article in story.articles:
            by_source.setdefault(article.source, []).append(article)
    shown = _with_room(by_source)
    index = tuple(
        SourceIndex(name=source_link(site, source), years=_years(site, source.id, by_source[source.id]))
        for source in sorted(
            (site.sources.get(name, UNKNOWN_SOURCE) for name in shown),
            key=lambda source: (source.name.casefold(), source.id),
        )
    )
    view = SearchView(
        head=make_head(
            site,
            site.catalogue.gettext("Search"),
            site.catalogue.gettext(
                "Search the stories and articles of {title}.", title=site.catalogue.isolated(site.frame.title)
            ),
            "search/",
            current="search",
        ),
        index=index,
        more_sources=len(by_source) - len(index),
        sources=href(site.frame.root, sources_path("", 1)),
        titles=href(site.frame.root, TITLES),
        names=names_of_values(site, stories),
    )
    return Page(url="search/", template="search.html", view=view)


def _years(site: Site, source: str, articles: Iterable[ArticleSummary]) -> tuple[YearLink, ...]:
    counts: dict[str, int] = {}
    for article in articles:
        counts[year_of(article)] = counts.get(year_of(article), 0) + 1
    page = href(site.frame.root, source_path(source))
    return tuple(
        YearLink(label=year or site.catalogue.gettext("undated"), href=f"{page}#{year_id(year)}", count=counts[year])
        for year in sorted(counts, reverse=True)
    )


def year_of(article: ArticleSummary) -> str:
    """The year an article was published; empty when that is not known."""
    return str(article.published.day.year) if article.published else ""


def year_id(year: str) -> str:
    """The fragment of a year on its source's page."""
    return f"y{year}" if year else "undated"


def about_page(site: Site, stories: Sequence[StorySummary]) -> Page:
    """What the archive is, and how it was made."""
    root, shared = site.frame.root, site.frame.shared
    head = make_head(
        site,
        site.catalogue.gettext("About this archive"),
        site.catalogue.gettext(
            "How {title} finds copies and compares them.", title=site.catalogue.isolated(site.frame.title)
        ),
        "about/",
        current="about",
    )
    view = AboutView(
        head=head,
        description=site.frame.description,
        figures=archive_figures(site, stories),
        relations=tuple(
            Term(word=as_sentence(site.catalogue.gettext(RELATIONS[name])), meaning=meaning)
            for name, meaning in relation_meanings(site.catalogue)
        ),
        kinds=tuple(
            Term(word=site.catalogue.gettext(kind.tag), meaning=site.catalogue.gettext(kind.meaning)) for kind in KINDS
        ),
        rules=rules_of(site.config, site.catalogue),
        downloads=(
            TextLink(label=Text(text=site.catalogue.gettext("Tables, database and schemas")), href=href(root, "data/")),
            TextLink(label=Text(text=site.catalogue.gettext("The archive as JSON")), href=href(shared, ARCHIVE)),
            TextLink(
                label=Text(text=site.catalogue.gettext("Every file with its checksum")),
                href=href(shared, "manifest.json"),
            ),
            TextLink(
                label=Text(text=site.catalogue.gettext("Feed of stories and of each new copy (Atom)")),
                href=href(root, SITE_FEED),
            ),
            TextLink(
                label=Text(text=site.catalogue.gettext("The same feed as JSON")),
                href=href(root, json_feed_path(SITE_FEED)),
            ),
        ),
    )
    return Page(url="about/", template="about.html", view=view)


def not_found_page(site: Site) -> Page:
    """What a host shows for an address that is not there."""
    head = make_head(
        site,
        site.catalogue.gettext("Page not found"),
        site.catalogue.gettext("There is no page at this address."),
        "404.html",
    )
    # Nobody knows in which languages there would be such a page: the switch leads home.
    head = replace(head, languages=in_other_languages(site.frame, ""), alternates=())
    return Page(url="404.html", template="404.html", view=NotFoundView(head=head))
