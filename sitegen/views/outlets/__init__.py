"""The pages of outlets, from story summaries alone: the list of all in several orders, and a page for each."""

from collections.abc import Iterable, Sequence
from functools import partial

from sitegen.model import UNKNOWN_SOURCE, ArticleSummary, StorySummary
from sitegen.views.addresses import source_path, sources_path
from sitegen.views.common import Site
from sitegen.views.outlets.listing import OutletList, list_page, lists_of
from sitegen.views.outlets.page import Held, source_page
from sitegen.views.planned import Planned

__all__ = ["by_source", "source_pages"]


def source_pages(site: Site, stories: Sequence[StorySummary]) -> tuple[Planned, ...]:
    """The list of sources, and a page for each: the declared ones, and one for articles without a source."""
    held = by_source(stories)
    shown = [*site.sources.values(), *([UNKNOWN_SOURCE] if "" in held else [])]
    shown.sort(key=lambda source: (source.id == "", source.name.casefold(), source.id))
    sources = {article.id: article.source for story in stories for article in story.articles}
    pages = [
        Planned(
            url=source_path(source.id),
            # A copy is in the story of what it was taken from.
            stories=list({story.id: story for _, story in held.get(source.id, ())}.values()),
            make=partial(source_page, site, source, held.get(source.id, ()), sources),
        )
        for source in shown
    ]
    outlets = OutletList(sources=tuple(shown), held=held, source_of=sources, stories=stories)
    lists = [
        Planned(
            url=sources_path(order, number),
            stories=stories,
            make=partial(list_page, site, outlets, order, number),
            is_listed=not order,
        )
        for order, number in lists_of(outlets)
    ]
    return (*lists, *pages)


def by_source(stories: Iterable[StorySummary]) -> Held:
    """Who holds which articles."""
    held: dict[str, list[tuple[ArticleSummary, StorySummary]]] = {}
    for story in stories:
        for article in story.articles:
            held.setdefault(article.source, []).append((article, story))
    return held
