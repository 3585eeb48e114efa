"""The pages and files of the whole site, from the summaries of its stories alone."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial

from sitegen.memo import Memo
from sitegen.model import File, StorySummary
from sitegen.pipeline.sheets import published_data, sheet_files
from sitegen.pipeline.tasks import digest_of_stories, page_item, page_step
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
from sitegen.views.addresses import json_feed_path, schema_path
from sitegen.views.common import Site
from sitegen.views.datasets import DATA_PAGE, data_page
from sitegen.views.feeds import PlannedFeed, planned_feeds
from sitegen.views.outlets import source_pages
from sitegen.views.pages import FeedView, Frame
from sitegen.views.planned import Planned
from sitegen.views.site import about_page, home_pages, not_found_page, search_page

_PlannedFile = tuple[str, Sequence[StorySummary], Callable[[], File]]
"""A file under the name by which it is kept: the stories that it depends on, and how it is made."""


def site_files(
    site: Site,
    theme: Theme,
    generation: Generation,
    memo: Memo,
    stories: tuple[Sequence[StorySummary], Mapping[str, str], Sequence[str]],
    schemas: Mapping[str, bytes],
    explain: Callable[[str, str], None],
) -> Iterator[File]:
    """All files that are no story's, without those that were kept.

    `stories` are their summaries, the digests of what the site tells of each, and the addresses of their pages.
    """
    frame = site.frame
    summaries, digests, urls = stories
    yield from asset_files(theme)
    planned = _pages(site, summaries)
    listed = {page.url: page.stories for page in planned if page.is_listed}
    digest_of_all = digest_of_stories(summaries, digests)
    items = [
        *(
            page_item(
                page.url,
                page.place,
                digest_of_all if page.stories is summaries else digest_of_stories(page.stories, digests),
                _rendered(theme, frame, page),
            )
            for page in planned
        ),
        *(
            page_item(path, (1, 1), digest_of_stories(told_of, digests), make)
            for path, told_of, make in _feeds(site, summaries)
        ),
        page_item("archive", (1, 1), digest_of_all, lambda: archive_file(summaries)),
    ]
    sources = sorted(site.sources.values(), key=lambda source: source.id)
    step = page_step(site.config, theme.digest, sources)
    for page in memo.values(step, items, suffices=lambda page: generation.keep(page.entry), explain=explain):
        if page.file is not None:
            yield page.file
    sheets = yield from sheet_files(site, sources, generation, memo, stories, explain)
    data = published_data(sheets, generation, schemas)
    yield from (File(schema_path(name), schema) for name, schema in data.schemas.items())
    # Made each time: it counts the rows of tables, which change with every text.
    yield render_page(theme, frame, data_page(site, data))
    listed[DATA_PAGE] = summaries
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


def _feeds(site: Site, summaries: Sequence[StorySummary]) -> Iterator[_PlannedFile]:
    """Each feed as Atom, and as JSON where that is wanted."""
    for feed in planned_feeds(site, summaries):
        yield feed.path, feed.stories, partial(_written, site.frame, feed, atom_file)
        if feed.in_json:
            path = json_feed_path(feed.path)
            yield path, feed.stories, partial(_written, site.frame, feed, json_feed_file)


def _written(frame: Frame, feed: PlannedFeed, write: Callable[[Frame, FeedView], File]) -> File:
    return write(frame, feed.make())


def _rendered(theme: Theme, frame: Frame, page: Planned) -> Callable[[], File]:
    return lambda: render_page(theme, frame, page.make())
