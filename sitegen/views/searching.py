"""What a result of the search shows of each page, laid out from story summaries; and what its values are called."""

import json
from collections.abc import Iterable, Iterator

from sitegen.changes.kinds import KINDS
from sitegen.model import ArticleSummary, EditorPage, StorySummary
from sitegen.views.addresses import href, page_path, source_path
from sitegen.views.common import Site, in_language, language_label
from sitegen.views.names import inferred_name
from sitegen.views.pages import INFERRED, SearchRow, Text
from sitegen.views.words import RELATIONS


def search_rows(site: Site, stories: Iterable[StorySummary]) -> Iterator[tuple[str, SearchRow]]:
    """The address below the site's root of every article and every story of several, each with its row."""
    for story in stories:
        several = len(story.articles) > 1
        if several:
            yield story.url, _story_row(site, story)
        for article in story.articles:
            yield article.url, _article_row(site, story if several else None, article)


def page_rows(site: Site, pages: Iterable[EditorPage]) -> Iterator[tuple[str, SearchRow]]:
    """The same of each page of the editor's."""
    for page in pages:
        yield (
            page_path(page.id),
            SearchRow(
                href=href("", page_path(page.id)),
                title=in_language(page.title, page.language or site.editor_language, ""),
                outlet=Text(text=""),
                when="",
                story="",
                story_href="",
                story_title="",
                source="",
                language="",
                relation="",
                year="",
            ),
        )


def outlets_found(site: Site) -> list[tuple[str, str]]:
    """Each declared source, by its name and the address of its page below the root."""
    return [(source.name, href("", source_path(source.id))) for source in site.sources.values()]


def names_of_values(site: Site, stories: Iterable[StorySummary]) -> str:
    """What values of the search index are called on the pages, as JSON: of languages, relations and kinds."""
    catalogue = site.catalogue
    languages = sorted({article.language for story in stories for article in story.articles} - {"und"})
    names = {
        "language": {tag: language_label(site, tag) for tag in languages},
        "relation": {name: catalogue.gettext(relation) for name, relation in RELATIONS.items()},
        "kinds": {kind.name: catalogue.gettext(kind.label) for kind in KINDS},
    }
    return json.dumps(names, ensure_ascii=False, separators=(",", ":"))


def _story_row(site: Site, story: StorySummary) -> SearchRow:
    return SearchRow(
        href=href("", story.url),
        title=in_language(story.title, site.editor_language, ""),
        outlet=Text(text=""),
        when=story.published.day.isoformat() if story.published else "",
        story=story.id,
        story_href=href("", story.url),
        story_title=story.title,
        source="",
        language="",
        relation="",
        year=str(story.published.day.year) if story.published else "",
        tags=tuple(sorted({tag for article in story.articles for tag in article.tags})),
    )


def _article_row(site: Site, story: StorySummary | None, article: ArticleSummary) -> SearchRow:
    outlet = Text(text="")
    if article.source:
        source = site.sources[article.source]
        outlet = in_language(source.name, source.language, "")
    elif article.outlet:
        outlet = inferred_name(article.outlet, site.frame.language)
    return SearchRow(
        href=href("", article.url),
        title=in_language(article.title, article.language, ""),
        outlet=outlet,
        when=article.published.day.isoformat() if article.published else "",
        story=story.id if story else "",
        story_href=href("", story.url) if story else "",
        story_title=story.title if story else "",
        source=outlet.text + (INFERRED if outlet.mark else ""),
        language=article.language if article.language != "und" else "",
        relation=article.relation if story else "",
        year=str(article.published.day.year) if article.published else "",
        tags=article.tags,
        kinds=article.kinds,
    )
