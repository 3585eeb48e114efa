"""The pages and files of the whole site, from the summaries of its stories alone."""

from collections.abc import Callable, Iterator, Sequence

from sitegen.model import EditorPage, File, StorySummary
from sitegen.publish import Generation
from sitegen.render import Theme, archive_file, asset_files, feed_file, host_files, render_page, sitemap_files
from sitegen.reuse import KeptPages
from sitegen.views.common import Site
from sitegen.views.editor_pages import editor_pages
from sitegen.views.outlets import source_pages
from sitegen.views.pages import Frame
from sitegen.views.planned import Planned
from sitegen.views.site import about_page, home_pages, not_found_page, search_page


def site_files(
    site: Site,
    theme: Theme,
    generation: Generation,
    kept: KeptPages,
    summaries: Sequence[StorySummary],
    urls: Sequence[str],
    own_pages: Sequence[EditorPage] = (),
) -> Iterator[File]:
    """All files that are no story's, without those that were kept; `urls` are the addresses of the stories' pages.

    `own_pages` are the editor's.
    """
    frame = site.frame
    yield from asset_files(theme)
    planned = [*_pages(site, summaries), *editor_pages(site, own_pages)]
    listed = {page.url: page.stories for page in planned if page.is_listed}
    made = [
        *((page.url, page.stories, page.place, _rendered(theme, frame, page)) for page in planned),
        ("feed", summaries, (1, 1), lambda: feed_file(frame, summaries)),
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


def _rendered(theme: Theme, frame: Frame, page: Planned) -> Callable[[], File]:
    return lambda: render_page(theme, frame, page.make())
