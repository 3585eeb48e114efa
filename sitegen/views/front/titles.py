"""Lists of all titles by year, language and topic, whole without a script; `/sources/` is the list by outlet.

The number of pages is bounded: `TITLES_A_PAGE` titles stand on one, a year and a language has as many pages as its
titles take, and a topic has a page only if it is among the `_MOST_TOPICS` that most articles carry, at least two. An
archive of 10,000 articles of twenty years in six languages has at most some 450 of them.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial

from sitegen.frozen import dataclass
from sitegen.model import ArticleSummary, StorySummary
from sitegen.text.ids import collision_key, id_of_path
from sitegen.text.languages import short_date
from sitegen.views.addresses import TITLES, href, titles_path
from sitegen.views.common import Site, in_language, language_label, make_head, source_name
from sitegen.views.names import inferred_name
from sitegen.views.pages import (
    CountedLink,
    Page,
    PageLinks,
    Text,
    TextLink,
    TitleFilter,
    TitleLine,
    TitleListView,
    TitlesView,
    TitleWay,
)
from sitegen.views.planned import Planned

TITLES_A_PAGE = 200
"""With five elements each, some 1,050 of the 1,400 that a page may have."""
_MOST_TOPICS = 300
_LEAST_ARTICLES = 2
"""That carry a topic with a page: of a topic of one, the page of the article says as much."""
_MOST_FILTERS = 8
"""Values that a list is narrowed to; the style sheet has a rule for member."""
_TAG_BYTES = 80


@dataclass(frozen=True, slots=True)
class _ListedArticle:
    """An article with its story."""

    article: ArticleSummary
    story: StorySummary


@dataclass(frozen=True, slots=True, kw_only=True)
class _TitleList:
    """The titles that have something in common, newest first."""

    path: str
    """Of its first page."""
    name_of: Callable[[Sequence[_ListedArticle]], Text]
    """What the titles of a page have in common: of a topic, as one of them spells it."""
    held: Sequence[_ListedArticle]
    filter_of: Callable[[Site, ArticleSummary], str]
    """What the list can be narrowed to, in words."""


def title_pages(site: Site, stories: Sequence[StorySummary]) -> Iterator[Planned]:
    """The page that leads to all lists, and the pages of each list."""
    ways = _ways(site, stories)
    yield Planned(url=TITLES, stories=stories, make=partial(_index_page, site, ways))
    for _, lists in ways:
        for titles in lists:
            count = -(-len(titles.held) // TITLES_A_PAGE)
            for number in range(1, count + 1):
                shown = titles.held[(number - 1) * TITLES_A_PAGE : number * TITLES_A_PAGE]
                yield Planned(
                    url=titles_path(titles.path, number),
                    stories=list({held.story.id: held.story for held in shown}.values()),
                    place=(number, count),
                    make=partial(_list_page, site, titles, shown, number, count),
                )


def languages_held(site: Site, stories: Iterable[StorySummary]) -> tuple[CountedLink, ...]:
    """The languages of the articles, each leading to its titles, that of most articles first."""
    lists = sorted(_by_language(site, _newest_first(stories)), key=lambda titles: (-len(titles.held), titles.path))
    return tuple(_counted(site, titles) for titles in lists)


def _ways(site: Site, stories: Sequence[StorySummary]) -> list[tuple[str, list[_TitleList]]]:
    """Each way to the titles by its name."""
    held, catalogue = _newest_first(stories), site.catalogue
    return [
        (catalogue.gettext("By year"), _by_year(site, held)),
        (catalogue.gettext("By language"), _by_language(site, held)),
        (catalogue.gettext("By topic"), _by_topic(held)),
    ]


def _newest_first(stories: Iterable[StorySummary]) -> list[_ListedArticle]:
    held = [_ListedArticle(article, story) for story in stories for article in story.articles]
    held.sort(key=lambda member: member.article.id)
    return sorted(
        held, key=lambda member: member.article.published.order if member.article.published else ("", ""), reverse=True
    )


def _by_year(site: Site, held: Sequence[_ListedArticle]) -> list[_TitleList]:
    years: dict[str, list[_ListedArticle]] = {}
    for member in held:
        years.setdefault(str(member.article.published.day.year) if member.article.published else "", []).append(member)
    return [
        _TitleList(
            path=f"year/{year or 'undated'}",
            name_of=partial(_same, Text(text=year or site.catalogue.gettext("undated"))),
            held=years[year],
            filter_of=_language_of,
        )
        for year in sorted(years, reverse=True)
    ]


def _by_language(site: Site, held: Sequence[_ListedArticle]) -> list[_TitleList]:
    languages: dict[str, list[_ListedArticle]] = {}
    for member in held:
        languages.setdefault(member.article.language or "und", []).append(member)
    return [
        _TitleList(
            path=f"language/{tag.lower()}",
            name_of=partial(_same, Text(text=language_label(site, tag))),
            held=languages[tag],
            filter_of=_year_of,
        )
        for tag in sorted(languages)
    ]


def _by_topic(held: Sequence[_ListedArticle]) -> list[_TitleList]:
    """Tags whose addresses some host takes for the same are one topic, as they have one feed."""
    topics: dict[str, list[_ListedArticle]] = {}
    for member in held:
        for key in {_topic(tag) for tag in member.article.tags}:
            topics.setdefault(key, []).append(member)
    carried = [key for key, members in topics.items() if len(members) >= _LEAST_ARTICLES]
    carried.sort(key=lambda key: (-len(topics[key]), key))
    return [
        _TitleList(
            path=f"topic/{key}",
            name_of=partial(_spelled, key),
            held=topics[key],
            filter_of=_language_of,
        )
        for key in carried[:_MOST_TOPICS]
    ]


def _topic(tag: str) -> str:
    """The name of a topic in addresses, the same for tags whose addresses some host takes for the same."""
    return collision_key(id_of_path(tag, _TAG_BYTES))


def _same(name: Text, _: Sequence[_ListedArticle]) -> Text:
    return name


def _spelled(topic: str, shown: Sequence[_ListedArticle]) -> Text:
    return Text(text=next(tag for tag in shown[0].article.tags if _topic(tag) == topic), dir="auto")


def _language_of(site: Site, article: ArticleSummary) -> str:
    return language_label(site, article.language)


def _year_of(site: Site, article: ArticleSummary) -> str:
    return str(article.published.day.year) if article.published else site.catalogue.gettext("undated")


def _counted(site: Site, titles: _TitleList) -> CountedLink:
    link = TextLink(label=titles.name_of(titles.held), href=href(site.frame.root, titles_path(titles.path, 1)))
    return CountedLink(link=link, count=len(titles.held))


def _index_page(site: Site, ways: Sequence[tuple[str, Sequence[_TitleList]]]) -> Page:
    catalogue = site.catalogue
    title = catalogue.gettext("All titles")
    description = catalogue.gettext("Every article by year, language, topic and outlet.")
    view = TitlesView(
        head=make_head(site, title, description, TITLES, current="search"),
        ways=tuple(
            TitleWay(name=name, links=tuple(_counted(site, titles) for titles in lists))
            for name, lists in ways
            if lists
        ),
    )
    return Page(url=TITLES, template="titles.html", view=view)


def _list_page(site: Site, titles: _TitleList, shown: Sequence[_ListedArticle], number: int, count: int) -> Page:
    catalogue, root = site.catalogue, site.frame.root
    # Translators: {name} is a year, a language or a topic: "Titles: 2031".
    title = catalogue.gettext("Titles: {name}", name=catalogue.isolated(titles.name_of(shown).text))
    if number > 1:
        # Translators: {title} is the title of a list: "Titles: 2031, page 2".
        title = catalogue.gettext("{title}, page {number}", title=title, number=catalogue.number(number))
    path = titles_path(titles.path, number)
    values = dict.fromkeys(titles.filter_of(site, held.article) for held in shown)
    places = {value: place for place, value in enumerate(values, start=1)} if 1 < len(values) <= _MOST_FILTERS else {}
    view = TitleListView(
        head=make_head(site, title, title, path, current="search"),
        heading=title,
        filters=tuple(TitleFilter(number=place, name=value) for value, place in places.items()),
        lines=tuple(_line(site, held, places.get(titles.filter_of(site, held.article), 0)) for held in shown),
        paging=PageLinks(
            number=number,
            of=count,
            newer=href(root, titles_path(titles.path, number - 1)) if number > 1 else "",
            older=href(root, titles_path(titles.path, number + 1)) if number < count else "",
        ),
    )
    return Page(url=path, template="title-list.html", view=view)


def _line(site: Site, held: _ListedArticle, place: int) -> TitleLine:
    article, language = held.article, site.frame.language
    outlet = Text(text="")
    if article.source:
        outlet = source_name(site, site.sources[article.source])
    elif article.outlet:
        outlet = inferred_name(article.outlet, language)
    return TitleLine(
        article=TextLink(
            label=in_language(article.title, article.language, language), href=href(site.frame.root, article.url)
        ),
        outlet=outlet,
        when=short_date(article.published, language) if article.published else "",
        moment=article.published.day.isoformat() if article.published else "",
        filter=place,
    )
