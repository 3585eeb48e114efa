"""What a result of the search shows of each page, laid out from story summaries."""

from collections.abc import Iterable, Iterator

from sitegen.changes.kinds import BY_NAME
from sitegen.model import ArticleSummary, StorySummary
from sitegen.text.catalogues import catalogue_for
from sitegen.text.languages import short_date
from sitegen.views.addresses import href, source_path
from sitegen.views.common import Site, in_language, language_label, source_name
from sitegen.views.names import inferred_name
from sitegen.views.pages import SearchRow, Text
from sitegen.views.words import RELATIONS


def search_rows(site: Site, stories: Iterable[StorySummary]) -> Iterator[tuple[str, SearchRow]]:
    """The address below the site's root of every article and every story of several, each with its row."""
    for story in stories:
        several = len(story.articles) > 1
        if several:
            yield story.url, _story_row(site, story)
        for article in story.articles:
            yield article.url, _article_row(site, story if several else None, article)


def outlets_found(site: Site) -> list[tuple[str, str]]:
    """Each declared source, by its name and the address of its page."""
    return [(source.name, href(site.frame.root, source_path(source.id))) for source in site.sources.values()]


def _story_row(site: Site, story: StorySummary) -> SearchRow:
    language = site.frame.language
    catalogue = catalogue_for(language)
    return SearchRow(
        href=href(site.frame.root, story.url),
        title=in_language(story.title, language, language),
        outlet=Text(text=catalogue.gettext("Story")),
        when=short_date(story.published, language) if story.published else "",
        story=story.id,
        story_href=href(site.frame.root, story.url),
        story_title=story.title,
        source="",
        language="",
        relation="",
        year=str(story.published.day.year) if story.published else "",
        tags=tuple(sorted({tag for article in story.articles for tag in article.tags})),
    )


def _article_row(site: Site, story: StorySummary | None, article: ArticleSummary) -> SearchRow:
    language = site.frame.language
    outlet = Text(text="")
    if article.source:
        outlet = source_name(site, site.sources[article.source])
    elif article.outlet:
        outlet = inferred_name(article.outlet, language)
    return SearchRow(
        href=href(site.frame.root, article.url),
        title=in_language(article.title, article.language, language),
        outlet=outlet,
        when=short_date(article.published, language) if article.published else "",
        story=story.id if story else "",
        story_href=href(site.frame.root, story.url) if story else "",
        story_title=story.title if story else "",
        source=outlet.plain,
        language=language_label(site, article.language) if article.language != "und" else "",
        relation=catalogue_for(language).gettext(RELATIONS[article.relation]) if story else "",
        year=str(article.published.day.year) if article.published else "",
        tags=article.tags,
        kinds=tuple(catalogue_for(language).gettext(BY_NAME[kind].label) for kind in article.kinds),
    )
