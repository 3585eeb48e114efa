"""The pages and files of the whole site, from the summaries of its stories alone."""

import difflib
from collections.abc import Callable, Iterator, Sequence, Set
from functools import partial

from sitegen.diagnostics import Location, SitegenError, error
from sitegen.model import EditorPage, File, MovedAddress, StorySummary
from sitegen.publish import Generation
from sitegen.render import (
    Theme,
    archive_file,
    asset_files,
    atom_file,
    host_files,
    json_feed_file,
    redirects_file,
    render_page,
    sitemap_files,
)
from sitegen.reuse import KeptPages
from sitegen.views.addresses import json_feed_path
from sitegen.views.common import Site
from sitegen.views.editor_pages import editor_pages, moved_page
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
    own_pages: Sequence[EditorPage] = (),
    moved: Sequence[MovedAddress] = (),
) -> Iterator[File]:
    """All files that are no story's, without those that were kept; `urls` are the addresses of the stories' pages.

    `own_pages` are the editor's. Raises SitegenError where an address moved to where there is no page, or from one.
    """
    frame = site.frame
    yield from asset_files(theme)
    planned = [*_pages(site, summaries), *editor_pages(site, own_pages)]
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
    if moved:
        _check_moved(moved, {*listed, *urls, *(page.url for page in planned)})
        yield redirects_file(frame, moved)
        yield from (render_page(theme, frame, moved_page(site, address)) for address in moved)
    yield from sitemap_files(frame, listed, summaries, urls)
    yield from host_files(frame)


def _check_moved(moved: Sequence[MovedAddress], pages: Set[str]) -> None:
    problems = []
    for address in moved:
        place = Location(path=address.settings, line=address.line)
        if address.old in pages:
            message = f"`{address.old}` has not moved: there is a page at this address"
            problems.append(
                error("moved-not", message, place, line=address.source_line, hint="remove it from `redirects`")
            )
        elif address.new not in pages:
            message = f"`{address.old}` moved to `{address.new}`, where there is no page"
            close = difflib.get_close_matches(address.new, pages, n=1)
            hint = f"did you mean `{close[0]}`?" if close else "write the path of a page, as its address has it"
            problems.append(error("moved-nowhere", message, place, line=address.source_line, hint=hint))
    if problems:
        raise SitegenError(*problems)


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
