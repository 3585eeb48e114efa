"""The pages and files of the whole site, from the summaries of its stories alone."""

from collections.abc import Callable, Iterator, Sequence
from functools import partial

from sitegen.model import File, StorySummary
from sitegen.publish import Generation
from sitegen.render import (
    Theme,
    archive_file,
    asset_files,
    atom_file,
    host_files,
    json_feed_file,
    render_page,
    sitemap_files,
)
from sitegen.reuse import KeptPages
from sitegen.views.addresses import json_feed_path
from sitegen.views.common import Site
from sitegen.views.feeds import PlannedFeed, planned_feeds
from sitegen.views.outlets import source_pages
from sitegen.views.pages import FeedView, Frame
from sitegen.views.planned import Planned
from sitegen.views.site import about_page, home_pages, not_found_page, search_page

_Making = tuple[str, Sequence[StorySummary], tuple[int, int], Callable[[], File]]
"""A file under the name by which it is kept: what it depends on, its place among its kind, how it is made."""


def site_files(
    site: Site,
    theme: Theme,
    generation: Generation,
    kept: KeptPages,
    summaries: Sequence[StorySummary],
    urls: Sequence[str],
) -> Iterator[File]:
    """All files that are no story's, without those that were kept; `urls` are the addresses of the stories' pages."""
    frame = site.frame
    yield from asset_files(theme)
    planned = _pages(site, summaries)
    listed = {page.url: page.stories for page in planned if page.is_listed}
    made = [
        *((page.url, page.stories, page.place, _rendered(theme, frame, page)) for page in planned),
        *_feeds(site, summaries),
        ("archive", summaries, (1, 1), lambda: archive_file(summaries)),
    ]
    for name, stories, place, make in made:
        file = kept.add(generation, name, stories, place, make)
        if file:
            yield file
    yield from sitemap_files(frame, listed, summaries, urls)
    yield from host_files(frame)


def _pages(site: Site, summaries: Sequence[StorySummary]) -> list[Planned]:
    return [
        *home_pages(site, summaries),
        *source_pages(site, summaries),
        Planned(url="search/", stories=summaries, is_listed=False, make=lambda: search_page(site, summaries)),
        Planned(url="about/", stories=summaries, make=lambda: about_page(site, summaries)),
        Planned(url="404.html", stories=(), is_listed=False, make=lambda: not_found_page(site)),
    ]


def _feeds(site: Site, summaries: Sequence[StorySummary]) -> Iterator[_Making]:
    """Each feed as Atom, and as JSON where that is wanted."""
    for feed in planned_feeds(site, summaries):
        yield feed.path, feed.stories, (1, 1), partial(_written, site.frame, feed, atom_file)
        if feed.in_json:
            path = json_feed_path(feed.path)
            yield path, feed.stories, (1, 1), partial(_written, site.frame, feed, json_feed_file)


def _written(frame: Frame, feed: PlannedFeed, write: Callable[[Frame, FeedView], File]) -> File:
    return write(frame, feed.make())


def _rendered(theme: Theme, frame: Frame, page: Planned) -> Callable[[], File]:
    return lambda: render_page(theme, frame, page.make())
