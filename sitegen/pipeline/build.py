"""The pipeline on one screen: read, group, build each story, add the pages of the whole site, publish.

Every stage is a function from values to values; this is the only place that knows their order.
"""

import gc
import threading
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, field, replace
from functools import cache
from pathlib import Path

from sitegen import __version__
from sitegen.config import Config, in_each_language, with_base_url
from sitegen.diagnostics import Diagnostic, Location, SitegenError, error, has_errors, in_order, warning
from sitegen.distribution import install_command
from sitegen.engine import Engines, Lost
from sitegen.frozen import dataclass
from sitegen.group import READER, Evidence, Grouped, Printer, group_articles, moved_stories, weigh
from sitegen.memo import Item, LostValue, Memo, Outcome, library_versions, open_shelf, open_store, tool_digest
from sitegen.model import BuildReport, File, StageCost, Story
from sitegen.pipeline import tasks
from sitegen.pipeline.corrections import corrections_astray
from sitegen.pipeline.costs import Progress, Stages
from sitegen.pipeline.grouping import known_grouping
from sitegen.pipeline.published import Notes
from sitegen.pipeline.reading import ArticleMemo
from sitegen.pipeline.searched import search_index
from sitegen.pipeline.site import BesideStories, site_files
from sitegen.pipeline.stories import story_items, story_steps
from sitegen.pipeline.story import Design, RenderedStory, StoryInput, StoryPages
from sitegen.publish import (
    Generation,
    Published,
    Showing,
    Switching,
    check_output,
    open_generation,
)
from sitegen.read import (
    Archive,
    hard_to_read,
    read_archive,
    read_card_faces,
    read_own_theme,
    read_schemas,
    read_theme,
    theme_folder,
)
from sitegen.render import Theme, check_templates, make_theme, missing_for_cards
from sitegen.views.addresses import story_of
from sitegen.views.common import Site, make_frame
from sitegen.views.searching import page_rows, search_rows

_TOKENS = "assets/css/10-tokens.css"
"""The part of the theme that has its colours."""
_MISTAKE = (
    "This is a mistake in sitegen and not in the archive; what was published is whole. "
    "If anybody may have altered the cache, `--no-cache` builds without it."
)
_VALUES, _VALUES_READ = 100_000, 800_000
"""Made between two looks for values that nobody can reach any more: where stories are built, whose making leaves 44 KiB
an article, and before. Of 10,000 articles read back all values are kept: to look at them takes .17 CPU seconds of an
edit."""
_NEVER = 1_000_000
"""Looks after which values are looked at once more that were still there at the last: there are not so many."""
_BUILDING = threading.Lock()
_thresholds: list[tuple[int, int, int]] = []
"""Those that each running build found; the first are the usual ones, which the last to end sets again."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BuildOptions:
    """What a build may be told besides its folders."""

    base_url: str = ""
    """Where the site will stand; empty for what site.toml says."""
    strict: bool = False
    """Whether warnings stop publication too."""
    workers: int = 0
    """Processes; 0 for as many as there are cores."""
    engine: str = ""
    """Where work runs: `here`, `pool`, `dask` or `dask:ADDRESS`; empty for whichever of the first two pays."""
    search: bool = True
    """Whether to make a search index, if the settings want one."""
    cache: Path | None = None
    """Folder of the build cache; None to build everything anew."""
    switching: Switching = "exchange"
    """How the site is put in place."""
    explain: Callable[[str, str], None] = lambda *_: None
    """Told each story's id and why it was built or kept."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BuildResult:
    """What came of a build."""

    diagnostics: tuple[Diagnostic, ...]
    report: BuildReport | None
    """None when nothing was published."""
    notes: tuple[str, ...] = ()
    """What a keeper may want to know and nothing depends on: a sentence each."""
    left: Mapping[str, str] = field(default_factory=dict)
    """The identities of all files at the output, by path; empty where nobody knows them."""


@dataclass(slots=True)
class _Built:
    """What stays of the stories while the rest of the site is made."""

    stories: list[RenderedStory] = field(default_factory=list)
    searchable: list[str] = field(default_factory=list)
    comparisons: int = 0
    lost: list[Diagnostic] = field(default_factory=list)

    def add(self, story: RenderedStory) -> None:
        """Keeps what the rest of the build needs of a story."""
        self.stories.append(story)
        self.searchable += story.searchable
        self.comparisons += story.comparisons

    def in_order(self) -> list[RenderedStory]:
        """The stories by their ids, whatever order they were made in."""
        return sorted(self.stories, key=lambda story: story.id)


def build_site(content: Path, output: Path, options: BuildOptions, progress: Progress = lambda *_: None) -> BuildResult:
    """Builds the archive in `content` and publishes it at `output`, whole or not at all.

    Raises SitegenError where there is nothing to build or no place to publish to.
    """
    check_output(output, content)
    with _BUILDING:
        # A preview may build its style guide beside the site: thresholds are those of the process.
        _thresholds.append(gc.get_threshold())
    # A build makes values by the hundred thousand and hardly a cycle: to look each 700 values is a sixth of it, and to
    # look at those of all stories again and again a quarter of reading them back.
    gc.set_threshold(_VALUES_READ, _NEVER, _NEVER)
    try:
        return _built(content, output, options, progress)
    except LostValue as lost:
        # Raised where the cache is decoded, and nowhere else: any other error is a mistake, which a second try hides.
        anew = _built(content, output, replace(options, cache=None), progress)
        return replace(anew, notes=(f"the cache has lost or damaged {lost}; all was built anew without it",))
    except SitegenError:
        raise
    except Exception as failure:
        failure.add_note(_MISTAKE)
        raise
    finally:
        with _BUILDING:
            usual = _thresholds.pop()
            if not _thresholds:
                gc.unfreeze()
                gc.set_threshold(*usual)


def _built(content: Path, output: Path, options: BuildOptions, progress: Progress) -> BuildResult:
    stages = Stages(progress, {})
    with (
        open_store(options.cache, content.resolve().name) as store,
        open_shelf(options.cache, content.resolve().name, tool_digest()) as columns,
        Engines(options.engine, options.workers, tool_digest, preloaded=[tasks.__name__]) as engines,
    ):
        memo = Memo(store, engines.make)
        articles = ArticleMemo(memo, options.explain)
        with stages.stage("read"):
            archive, diagnostics = read_archive(content, articles)
            theme, of_theme = theme_of(content, archive.config)
            diagnostics = in_order((*diagnostics, *of_theme))
        stages.workers("read", engines.used())
        if has_errors(diagnostics) or (options.strict and diagnostics):
            return BuildResult(diagnostics=diagnostics, report=None)
        sites = _sites(_configured(archive.config, options), archive, theme)
        with stages.stage("group"):
            grouping = known_grouping(archive, articles, store, columns, engines.make, _grouped)
        stages.workers("group", engines.used())
        notes = Notes(store, output) if options.cache else None
        with open_generation(output, notes, options.switching) as generation:
            with stages.stage("stories"):
                # What was read and grouped is not looked at.
                gc.freeze()
                gc.set_threshold(_VALUES, _NEVER, _NEVER)
                items = story_items(_inputs(archive, grouping.stories), grouping.digests, articles)
                builds = [_stories(generation, site, theme, items, memo, options, progress) for site in sites]
                built = builds[0]
            stages.workers("stories", engines.used())
            moved = _moved(generation.before, archive, grouping.stories)
            astray = corrections_astray(archive.records, grouping.digests.keys(), generation)
            diagnostics = in_order((*diagnostics, *_located((*_lost(builds), *moved, *astray), content)))
            if options.strict and diagnostics:
                return BuildResult(diagnostics=diagnostics, report=None)
            with stages.stage("site"):
                stories = [stories_built.in_order() for stories_built in builds]
                beside = BesideStories(own_pages=archive.pages, moved=archive.moved, schemas=_schemas())
                languages = list(zip(sites, stories, strict=True))
                files = site_files(languages, theme, generation, memo.in_this_process(), beside, options.explain)
                _add(generation, files, options.explain)
            with stages.stage("search"):
                site = sites[0]
                if site.config.search:
                    summaries = [story.summary() for story in stories[0]]
                    rows_of_pages = list(page_rows(site, archive.pages))
                    rows = {f"{url}index.html": row for url, row in (*search_rows(site, summaries), *rows_of_pages)}
                    paths = [*built.searchable, *(f"{url}index.html" for url, _ in rows_of_pages)]
                    files = search_index(site, rows, paths, generation, memo, options.explain)
                    _add(generation, files, options.explain)
            stages.workers("search", engines.used())
            with stages.stage("publish"):
                settings = {**_settings(sites[0].config), "withdrawn": archive.withdrawn}
                published = generation.publish(settings, _libraries(), _showings(archive))
                store.forget_unused()
    report = _report(archive, grouping.stories, built, published, stages.taken)
    return BuildResult(diagnostics=diagnostics, report=report, left=generation.left)


def group_folder(content: Path) -> tuple[Archive, Grouped, tuple[Diagnostic, ...]]:
    """The archive in `content` and what belongs together in it; nothing is written."""
    archive, diagnostics = read_archive(content)
    grouped = _grouped(archive)
    return archive, grouped, in_order((*diagnostics, *_located(grouped.remarks, content)))


def weigh_folder(content: Path) -> tuple[Archive, Evidence, tuple[Diagnostic, ...]]:
    """The archive in `content` and all that decides what belongs together in it."""
    archive, diagnostics = read_archive(content)
    return archive, weigh(archive.articles, archive.config.grouping, model=archive.model), diagnostics


def _located(remarks: Iterable[Diagnostic], content: Path) -> Iterator[Diagnostic]:
    """Grouping knows paths inside the content folder; messages name files as they were typed."""
    for remark in remarks:
        place = replace(remark.location, path=str(content / remark.location.path))
        yield replace(remark, location=place)


def _moved(before: Iterable[str], archive: Archive, stories: Sequence[Story]) -> Iterable[Diagnostic]:
    """Of the pages that stand, the stories that will be found elsewhere."""
    published = {story for story in map(story_of, before) if story}
    return moved_stories(published, stories, {article.id: article for article in archive.articles})


def theme_of(content: Path, config: Config) -> tuple[Theme, tuple[Diagnostic, ...]]:
    """The theme with what the archive puts in its place, and what is wrong in that."""
    folder = theme_folder()
    replaced, problems = read_own_theme(content, config)
    try:
        built_in = read_theme(folder)
        faces = read_card_faces() if config.sharing.cards else {}
    except OSError as failure:
        reason = (failure.strerror or str(failure)).lower()
        hint = "check its permissions, or install sitegen anew"
        place = Location(path=str(failure.filename or folder))
        raise SitegenError(
            error("theme-unreadable", f"the theme cannot be read: {reason}", place, hint=hint)
        ) from failure
    if _TOKENS not in built_in:
        message, place = f"the theme cannot be read: `{_TOKENS}` is missing", Location(path=str(folder))
        raise SitegenError(error("theme-unreadable", message, place, hint="install sitegen anew"))
    theme = replace(
        make_theme(built_in, replaced, config.look, (config.language, *config.interface_languages)), faces=faces
    )
    of_colours = hard_to_read(content, config, built_in[_TOKENS].decode("utf-8"))
    return theme, (*problems, *of_colours, *check_templates(theme), *_without_cards(content, config))


def _without_cards(content: Path, config: Config) -> Iterator[Diagnostic]:
    """That cards are asked for where nothing can draw them: a site without them would be another one."""
    reason = missing_for_cards() if config.sharing.cards else ""
    if reason:
        message = f"share cards cannot be drawn: {reason}"
        place = Location(path=str(content / "site.toml"))
        hint = f"{install_command('cards')}, or remove `cards` from `[sharing]`"
        yield error("cards-missing", message, place, hint=hint)


def _schemas() -> dict[str, bytes]:
    try:
        return read_schemas()
    except OSError as failure:
        reason = (failure.strerror or str(failure)).lower()
        place = Location(path=str(failure.filename or "."))
        message = f"the schemas cannot be read: {reason}"
        raise SitegenError(error("unreadable", message, place, hint="install sitegen anew")) from failure


def _grouped(archive: Archive, printer: Printer = READER) -> Grouped:
    return group_articles(
        archive.articles, archive.notes, archive.sources, archive.config.grouping, printer, archive.model
    )


def _configured(config: Config, options: BuildOptions) -> Config:
    located = with_base_url(config, options.base_url) if options.base_url else config
    return located if options.search else replace(located, search=False)


def _sites(config: Config, archive: Archive, theme: Theme) -> tuple[Site, ...]:
    """The site in each language of the interface, the first language before all."""
    return tuple(_site(settings, archive, theme) for settings in in_each_language(config))


def _site(config: Config, archive: Archive, theme: Theme) -> Site:
    frame = make_frame(
        config,
        css=theme.css.path,
        js=theme.js.path,
        search_js=theme.search_js.path,
        icon=theme.icon.path,
        feed_css=theme.feed_css.path,
        version=__version__,
        pages=archive.pages,
        logo=theme.logo.path if theme.logo else "",
    )
    return Site(config=config, frame=frame, sources={source.id: source for source in archive.sources})


def _inputs(archive: Archive, stories: Sequence[Story]) -> list[StoryInput]:
    """One input a story, holding what the story depends on and no more."""
    by_id = {source.id: source for source in archive.sources}
    articles = {article.id: article for article in archive.articles}
    inputs = []
    for story in stories:
        members = tuple(articles[article] for article in story.articles)
        used = sorted({article.source for article in members if article.source})
        if story.id in archive.records:
            story = replace(story, record=archive.records[story.id])
        sources = tuple(by_id[source] for source in used)
        inputs.append(StoryInput(story=story, articles=members, sources=sources))
    return inputs


def _stories(
    generation: Generation,
    site: Site,
    theme: Theme,
    items: Sequence[Item],
    memo: Memo,
    options: BuildOptions,
    progress: Progress,
) -> _Built:
    """Builds every story in one language, stores its files and keeps its summary."""
    design = Design(config=site.config, frame=site.frame, theme=theme)
    built, count = _Built(), 0

    def begin(story: str) -> None:
        progress("stories", count, len(items), story)

    def is_published(pages: StoryPages) -> bool:
        return all(generation.keep(entry) for entry in pages.story.entries)

    for story in memo.outcomes(story_steps(design), items, suffices=is_published, explain=options.explain, begin=begin):
        count += 1
        progress("stories", count, len(items))
        if isinstance(story, Outcome):
            _add(generation, (file for file in story.value.files if file.path not in generation), options.explain)
            built.add(story.value.story)
        else:
            built.lost.append(_left_out(*story))
    return built


def _lost(builds: Sequence[_Built]) -> list[Diagnostic]:
    """What could not be built, each story once: the pages of each language are made of the same texts."""
    return list({(lost.location.path, lost.message): lost for built in builds for lost in built.lost}.values())


def _left_out(item: Item, lost: Lost) -> Diagnostic:
    return warning(
        "story-left-out",
        f"the story `{item.name}` could not be built and is left out: {lost.reason}",
        Location(path=item.place),
        hint="build again, with `--workers 1` if memory is short; `--strict` publishes nothing instead",
    )


def _add(generation: Generation, files: Iterable[File], explain: Callable[[str, str], None]) -> None:
    for file in files:
        if generation.add(file):
            explain(file.path, "written: its bytes differ from what was published, or nothing was")


def _settings(config: Config) -> dict[str, object]:
    """The settings that the manifest names: all of them, so that a site can say how it was made."""
    return asdict(config)


def _showings(archive: Archive) -> dict[str, Showing]:
    """What the site shows of each article. One that was left out of this build was not taken down."""
    shares = {"full": 1.0, "excerpt": archive.config.excerpt_share, "figures": 0.0}
    return {
        article.id: Showing(share=shares[article.rights], sha256=article.digest if article.rights == "full" else "")
        for article in archive.articles
    }


@cache
def _libraries() -> Mapping[str, str]:
    """The versions that the manifest names. Of NumPy each Python has another; its whole numbers are the same in all.

    Raises SitegenError where they cannot be read: the last stage of a build is no place for a traceback.
    """
    try:
        return {name: version for name, version in library_versions().items() if name != "numpy"}
    except OSError as failure:
        reason = (failure.strerror or str(failure)).lower()
        place = Location(path=str(failure.filename or "."))
        message = f"the versions of the libraries cannot be read: {reason}"
        raise SitegenError(error("unreadable", message, place, hint="install sitegen anew")) from failure


def _report(
    archive: Archive, stories: Sequence[Story], built: _Built, published: Published, taken: dict[str, StageCost]
) -> BuildReport:
    return BuildReport(
        articles=len(archive.articles),
        stories=len(stories),
        comparisons=built.comparisons,
        files=published.files,
        written=published.written,
        removed=published.removed,
        left_out=len(built.lost),
        withheld=published.withheld,
        stages=taken,
    )
