"""The pages and files of the whole site, from the summaries of its stories alone."""

from collections.abc import Callable, Iterator, Mapping, Sequence

from sitegen.memo import Memo
from sitegen.model import File, StorySummary
from sitegen.pipeline.sheets import sheet_files
from sitegen.pipeline.tasks import digest_of_stories, page_item, page_step
from sitegen.publish import Generation
from sitegen.render import Theme, archive_file, asset_files, feed_file, host_files, render_page, sitemap_files
from sitegen.views.common import Site
from sitegen.views.outlets import source_pages
from sitegen.views.pages import Frame
from sitegen.views.planned import Planned
from sitegen.views.site import about_page, home_pages, not_found_page, search_page


def site_files(
    site: Site,
    theme: Theme,
    generation: Generation,
    memo: Memo,
    stories: tuple[Sequence[StorySummary], Mapping[str, str], Sequence[str]],
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
        page_item("feed", (1, 1), digest_of_all, lambda: feed_file(frame, summaries)),
        page_item("archive", (1, 1), digest_of_all, lambda: archive_file(summaries)),
    ]
    sources = sorted(site.sources.values(), key=lambda source: source.id)
    step = page_step(site.config, theme.digest, sources)
    for page in memo.values(step, items, suffices=lambda page: generation.keep(page.entry), explain=explain):
        if page.file is not None:
            yield page.file
    yield from sheet_files(site, sources, generation, memo, stories, explain)
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


def _rendered(theme: Theme, frame: Frame, page: Planned) -> Callable[[], File]:
    return lambda: render_page(theme, frame, page.make())
