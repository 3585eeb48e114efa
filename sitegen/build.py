"""The pipeline on one screen: read, group, build each story, add the pages of the whole site, publish.

Every stage is a function from values to values; this is the only place that knows their order.
"""

import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path

from sitegen import __version__
from sitegen.config import Config, with_base_url
from sitegen.diagnostics import Diagnostic, has_errors, in_order
from sitegen.engine import available_workers, engine_for
from sitegen.group import Evidence, Grouped, group_articles, weigh
from sitegen.model import BuildReport, File, StorySummary
from sitegen.publish import Generation, Published, check_output, index_pages, open_generation
from sitegen.read import Archive, read_archive, read_theme, theme_folder
from sitegen.render import (
    Theme,
    archive_file,
    asset_files,
    feed_file,
    host_files,
    make_theme,
    render_page,
    sitemap_file,
)
from sitegen.reuse import build_stories, indexed_pages
from sitegen.store import Store, open_store
from sitegen.story import StoryInput, StoryOutput, build_story
from sitegen.views.common import Site, make_frame
from sitegen.views.pages import Frame, Page
from sitegen.views.site import about_page, home_pages, not_found_page, search_page
from sitegen.views.sources import source_pages

__all__ = [
    "BuildOptions",
    "BuildResult",
    "StoryInput",
    "StoryOutput",
    "build_site",
    "build_story",
    "group_folder",
    "weigh_folder",
]

Progress = Callable[[str, int, int], None]
"""Told the stage, how much of it is done and how much there is; 0 of 0 when that is not known."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BuildOptions:
    """What a build may be told besides its folders."""

    base_url: str = ""
    """Where the site will stand; empty for what site.toml says."""
    strict: bool = False
    """Whether warnings stop publication too."""
    workers: int = 0
    """Processes; 0 for as many as there are cores."""
    search: bool = True
    """Whether to make a search index, if the settings want one."""
    cache: Path | None = None
    """Folder of the build cache; None to build everything anew."""
    explain: Callable[[str, str], None] = lambda *_: None
    """Told each story's id and why it was built or kept."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BuildResult:
    """What came of a build."""

    diagnostics: tuple[Diagnostic, ...]
    report: BuildReport | None
    """None when nothing was published."""


@dataclass(slots=True)
class _Stages:
    """CPU seconds by stage, and whom to tell."""

    progress: Progress
    seconds: dict[str, float]

    @contextmanager
    def stage(self, name: str) -> Iterator[None]:
        """Times what happens inside."""
        self.progress(name, 0, 0)
        start = time.process_time()
        yield
        self.seconds[name] = self.seconds.get(name, 0.0) + time.process_time() - start


@dataclass(slots=True)
class _Built:
    """What stays of the stories while the rest of the site is made."""

    summaries: list[StorySummary] = field(default_factory=list)
    urls: list[str] = field(default_factory=list)
    searchable: list[str] = field(default_factory=list)
    comparisons: int = 0


def build_site(content: Path, output: Path, options: BuildOptions, progress: Progress = lambda *_: None) -> BuildResult:
    """Builds the archive in `content` and publishes it at `output`, whole or not at all.

    Raises SitegenError where there is nothing to build or no place to publish to.
    """
    check_output(output, content)
    stages = _Stages(progress, {})
    with stages.stage("read"):
        archive, diagnostics = read_archive(content)
        theme = make_theme(read_theme(theme_folder()))
    if has_errors(diagnostics) or (options.strict and diagnostics):
        return BuildResult(diagnostics=diagnostics, report=None)
    config = _configured(archive.config, options)
    with stages.stage("group"):
        grouped = _grouped(archive)
    site = _site(config, archive, theme)
    inputs = _inputs(archive, grouped, site, theme)
    with open_store(options.cache, content.resolve().name) as store, open_generation(output) as generation:
        with stages.stage("stories"):
            built = _stories(generation, inputs, store, options, progress)
        with stages.stage("site"):
            pages = _site_pages(site, built.summaries)
            _add(generation, _site_files(site.frame, theme, pages, built))
        with stages.stage("search"):
            if config.search:
                _add(generation, indexed_pages(built.searchable, generation.read, index_pages, store))
        with stages.stage("publish"):
            published = generation.publish(_settings(config))
            store.forget_unused()
    report = _report(archive, grouped, built.comparisons, published, stages.seconds)
    return BuildResult(diagnostics=diagnostics, report=report)


def group_folder(content: Path) -> tuple[Archive, Grouped, tuple[Diagnostic, ...]]:
    """The archive in `content` and what belongs together in it; nothing is written."""
    archive, diagnostics = read_archive(content)
    grouped = _grouped(archive)
    return archive, grouped, in_order((*diagnostics, *_located(grouped.remarks, content)))


def weigh_folder(content: Path) -> tuple[Archive, Evidence, tuple[Diagnostic, ...]]:
    """The archive in `content` and all that decides what belongs together in it."""
    archive, diagnostics = read_archive(content)
    return archive, weigh(archive.articles, archive.config.grouping), diagnostics


def _located(remarks: Iterable[Diagnostic], content: Path) -> Iterator[Diagnostic]:
    """Grouping knows paths inside the content folder; messages name files as they were typed."""
    for remark in remarks:
        place = replace(remark.location, path=f"{content}/{remark.location.path}")
        yield replace(remark, location=place)


def _grouped(archive: Archive) -> Grouped:
    return group_articles(archive.articles, archive.notes, archive.sources, archive.config.grouping)


def _configured(config: Config, options: BuildOptions) -> Config:
    located = with_base_url(config, options.base_url) if options.base_url else config
    return located if options.search else replace(located, search=False)


def _site(config: Config, archive: Archive, theme: Theme) -> Site:
    frame = make_frame(config, css=theme.css.path, js=theme.js.path, icon=theme.icon.path, version=__version__)
    return Site(config=config, frame=frame, sources={source.id: source for source in archive.sources})


def _inputs(archive: Archive, grouped: Grouped, site: Site, theme: Theme) -> list[StoryInput]:
    """One input a story, holding what the story depends on and no more."""
    articles = {article.id: article for article in archive.articles}
    inputs = []
    for story in grouped.stories:
        members = tuple(articles[one] for one in story.articles)
        used = sorted({article.source for article in members if article.source})
        sources = tuple(site.sources[one] for one in used)
        inputs.append(
            StoryInput(
                story=story, articles=members, sources=sources, config=site.config, frame=site.frame, theme=theme
            )
        )
    return inputs


def _stories(
    generation: Generation, inputs: Sequence[StoryInput], store: Store, options: BuildOptions, progress: Progress
) -> _Built:
    """Builds every story, stores its files and keeps its summary."""
    workers = options.workers or available_workers()
    built = _Built()
    for output in build_stories(inputs, store, lambda tasks: engine_for(workers, tasks), options.explain):
        _add(generation, output.files)
        built.summaries.append(output.summary)
        built.urls += output.urls
        built.searchable += output.searchable
        built.comparisons += output.comparisons
        progress("stories", len(built.summaries), len(inputs))
    return built


def _add(generation: Generation, files: Iterable[File]) -> None:
    for file in files:
        generation.add(file)


def _site_pages(site: Site, summaries: Sequence[StorySummary]) -> list[Page]:
    return [
        *home_pages(site, summaries),
        *source_pages(site, summaries),
        search_page(site, summaries),
        about_page(site, summaries),
        not_found_page(site),
    ]


def _site_files(frame: Frame, theme: Theme, pages: Sequence[Page], built: _Built) -> Iterator[File]:
    yield from asset_files(theme)
    yield from (render_page(theme, frame, page) for page in pages)
    listed = [page.url for page in pages if not page.url.endswith(".html")]
    yield sitemap_file(frame, [*listed, *built.urls])
    yield feed_file(frame, built.summaries)
    yield archive_file(built.summaries)
    yield from host_files(frame)


def _settings(config: Config) -> dict[str, object]:
    """The settings that the manifest names: all of them, so that a site can say how it was made."""
    return asdict(config)


def _report(
    archive: Archive, grouped: Grouped, comparisons: int, published: Published, seconds: dict[str, float]
) -> BuildReport:
    return BuildReport(
        articles=len(archive.articles),
        stories=len(grouped.stories),
        comparisons=comparisons,
        files=published.files,
        written=published.written,
        removed=published.removed,
        seconds=seconds,
    )
