"""The pages and files of the whole site, from the summaries of its stories alone."""

import difflib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set
from contextlib import suppress
from functools import partial
from hashlib import sha256

from sitegen.config import Config
from sitegen.diagnostics import Location, SitegenError, error
from sitegen.frozen import dataclass
from sitegen.memo import ChainStep, Item, LostValue, Memo, as_json, from_plain, key_for, parse_json, tool_digest
from sitegen.model import EditorPage, File, MovedAddress, Source, StorySummary
from sitegen.pipeline.sheets import published_data, sheet_files
from sitegen.pipeline.story import RenderedStory
from sitegen.pipeline.tasks import PAGE, PROGRAM, SETTING, SOURCE, THEME, MadeFiles, of_language
from sitegen.publish import Entry, Generation
from sitegen.render import (
    Theme,
    archive_file,
    asset_files,
    atom_file,
    host_files,
    json_feed_file,
    redirects_files,
    render_page,
    sitemap_files,
)
from sitegen.views.addresses import json_feed_path, schema_path
from sitegen.views.common import Site
from sitegen.views.datasets import DATA_PAGE, PublishedData, data_page
from sitegen.views.editor_pages import editor_pages, moved_page
from sitegen.views.feeds import PlannedFeed, planned_feeds
from sitegen.views.front import title_pages
from sitegen.views.outlets import source_pages
from sitegen.views.pages import FeedView, Frame
from sitegen.views.planned import Planned
from sitegen.views.site import about_page, home_pages, not_found_page, search_page

_PlannedFile = tuple[str, Sequence[StorySummary], Callable[[], File]]
"""A file under the name by which it is kept: the stories that it depends on, and how it is made."""


@dataclass(frozen=True, slots=True)
class _Listing:
    """What pages of one language tell of the stories."""

    summaries: Sequence[StorySummary]
    digests: Mapping[str, str]
    """Of what they tell of each."""

    @classmethod
    def of(cls, stories: Sequence[RenderedStory]) -> "_Listing":
        """That of some stories, of which the summaries are unpacked."""
        return cls([story.summary() for story in stories], {story.id: story.digest for story in stories})

    def digest(self, stories: Sequence[StorySummary]) -> str:
        """Of what pages of the whole site tell of some of them."""
        return _digest_of(self.digests[story.id] for story in stories)


@dataclass(frozen=True, slots=True, kw_only=True)
class BesideStories:
    """What a site has that is no story's."""

    own_pages: Sequence[EditorPage]
    """The editor's."""
    moved: Sequence[MovedAddress]
    schemas: Mapping[str, bytes]
    """JSON Schemas by their names."""


def site_files(
    sites: Sequence[tuple[Site, Sequence[RenderedStory]]],
    theme: Theme,
    generation: Generation,
    memo: Memo,
    beside: BesideStories,
    explain: Callable[[str, str], None],
) -> Iterator[File]:
    """All files that are no story's, without those that were kept.

    `sites` are the stories in each language of the interface, sorted by id, the first language before all: data, assets
    and what hosts and crawlers read are made from that. Raises SitegenError where an address moved to where there is no
    page, or from one.
    """
    site, stories = sites[0]
    yield from asset_files(theme)
    sheets = yield from sheet_files(site, _sources(site), generation, memo, stories, explain)
    data = published_data(sheets, generation, beside.schemas)
    yield from (File(schema_path(name), schema) for name, schema in data.schemas.items())
    for translated, rendered in sites:
        yield from _page_files(translated, rendered, data, theme, generation, memo, beside, explain)
    yield from redirects_files(site.frame, beside.moved)


def _sources(site: Site) -> list[Source]:
    return sorted(site.sources.values(), key=lambda source: source.id)


def _page_files(
    site: Site,
    stories: Sequence[RenderedStory],
    data: PublishedData,
    theme: Theme,
    generation: Generation,
    memo: Memo,
    beside: BesideStories,
    explain: Callable[[str, str], None],
) -> Iterator[File]:
    """The pages and feeds of the whole site in one language; in the first the list of its articles, what hosts and
    crawlers read, and pages that lead to where others moved.

    All are kept together where nothing has changed that any of them tells: then no story is looked at.
    """
    step = _page_step(site.config, theme.digest, _sources(site), beside.own_pages)
    name = f"pages {site.frame.folder}"
    of_all = _digest_of(story.digest for story in stories)
    digest = key_for(step.parts, of_all, data, beside.moved)
    entries = _recorded(memo, name, digest)
    if entries and generation.keep_all(entries):
        explain(f"{site.frame.folder}pages of the whole site", "kept: nothing that they tell of has changed")
        memo.leave(step.task)
        return

    def explain_page(page: str, why: str) -> None:
        explain(f"{site.frame.folder}{page}", why)

    items = list(_page_items(site, stories, of_all, data, theme, beside))
    published: list[Entry] = []
    for made_files in memo.values(step, items, suffices=partial(keeps, generation), explain=explain_page):
        published += made_files.entries
        yield from made_files.files
    published.sort(key=lambda entry: entry.path)
    memo.record(name, as_json([digest, published]))


def _recorded(memo: Memo, name: str, digest: str) -> tuple[Entry, ...]:
    """The files that were recorded with a digest; none where it was another one."""
    with suppress(LostValue):
        recorded, entries = from_plain(tuple[str, tuple[Entry, ...]], parse_json(memo.recall(name) or b""))
        return entries if recorded == digest else ()
    return ()


def _page_items(
    site: Site,
    stories: Sequence[RenderedStory],
    of_all: str,
    data: PublishedData,
    theme: Theme,
    beside: BesideStories,
) -> Iterator[Item]:
    """All pages and feeds in one language; `of_all` is the digest of what they tell of all stories."""
    frame, listing = site.frame, _Listing.of(stories)
    summaries = listing.summaries
    planned = [*_pages(site, summaries), *editor_pages(site, beside.own_pages)]
    for page in planned:
        digest = of_all if page.stories is summaries else listing.digest(page.stories)
        yield _page_item(page.url, page.place, digest, _rendered(theme, frame, page))
    for path, stories_listed, make in _feeds(site, summaries):
        yield _page_item(path, (1, 1), listing.digest(stories_listed), make)
    # It counts the rows of tables.
    described = key_for(of_all, data)
    yield _page_item(DATA_PAGE, (1, 1), described, lambda: render_page(theme, frame, data_page(site, data, summaries)))
    if frame.folder:
        return
    yield _page_item("archive", (1, 1), of_all, lambda: archive_file(summaries))
    listed = {page.url: page.stories for page in planned if page.is_listed} | {DATA_PAGE: summaries}
    urls = [url for story in stories for url in story.urls]
    yield _page_item("sitemap", (1, 1), of_all, partial(sitemap_files, frame, listed, summaries, urls))
    addresses = {DATA_PAGE, *urls, *(page.url for page in planned)}
    yield _page_item("hosts", (1, 1), of_all, partial(host_files, frame, addresses))
    if beside.moved:
        _check_moved(beside.moved, addresses)
        pages = [moved_page(site, address) for address in beside.moved]
        moved = key_for(of_all, beside.moved)
        yield _page_item("moved", (1, 1), moved, lambda: tuple(render_page(theme, frame, page) for page in pages))


def _page_step(config: Config, theme: str, sources: Sequence[Source], own_pages: Sequence[EditorPage]) -> ChainStep:
    """What all pages of the whole site share; `theme` is the digest of the theme, `own_pages` are the editor's."""
    parts = {
        PROGRAM: tool_digest(),
        SETTING: key_for(config),
        THEME: theme,
        SOURCE: key_for(sources),
        "a page of the editor": key_for(own_pages),
    }
    return ChainStep(task=of_language(PAGE, config), shared=None, parts=parts)


def _page_item(name: str, place: tuple[int, int], stories: str, make: Callable[[], File | tuple[File, ...]]) -> Item:
    """A page that is the given one of how many; `stories` is the digest of those that it tells of."""
    parts = {"its place among its kind": f"{place[0]}/{place[1]}", "a story that it tells of": stories}
    return Item(name=name, parts=(parts,), load=lambda: make)


def _digest_of(digests: Iterable[str]) -> str:
    return sha256("\n".join(digests).encode()).hexdigest()


def keeps(generation: Generation, made_files: MadeFiles) -> bool:
    """Whether all the files could be taken over from the published site."""
    return generation.keep_all(made_files.entries)


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
        *title_pages(site, summaries),
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
