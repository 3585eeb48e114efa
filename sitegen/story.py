"""The unit of work: one story compared, laid out and rendered. Pure: what comes out depends on what goes in alone.

So it can run in this process or another, be cached by the hash of its input, and be thrown away once its files are
stored.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain

from sitegen.comparing import compare_articles
from sitegen.config import Config
from sitegen.findings import Budget, Compared, compare_family, read_edition
from sitegen.model import (
    Article,
    ArticleSummary,
    Block,
    Comparison,
    CopyStanding,
    File,
    Moment,
    Source,
    Story,
    StorySummary,
    Unit,
)
from sitegen.render import Theme, render_page, story_file
from sitegen.text.catalogues import catalogue_for
from sitegen.text.languages import languages_of
from sitegen.text.tokenized import TokenizedLater
from sitegen.views.addresses import article_path, comparison_path, href, story_path
from sitegen.views.article import article_page
from sitegen.views.common import Site, outlet_name
from sitegen.views.comparison import comparison_page
from sitegen.views.history import Versions, histories_of, version_numbers
from sitegen.views.lines import Reading
from sitegen.views.pages import Frame, Page, Text, TextLink
from sitegen.views.rights import shown_alike, shown_of
from sitegen.views.story import story_pages
from sitegen.views.story_reading import StoryReading
from sitegen.views.summary import summarise
from sitegen.views.words import finding_of, substance

_TOLD = 3
"""Copies of a story whose summary its feed entry carries ..."""
_TOLD_CHARACTERS = 300
"""... and the length of each: what a story leaves in memory must not grow with its text."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryInput:
    """Everything the files of a story depend on."""

    story: Story
    articles: tuple[Article, ...]
    sources: tuple[Source, ...]
    """The sources of its articles."""
    config: Config
    frame: Frame
    theme: Theme


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryOutput:
    """What a story becomes."""

    summary: StorySummary
    files: tuple[File, ...]
    urls: tuple[str, ...]
    """Addresses of its pages below the root, for the sitemap."""
    searchable: tuple[str, ...]
    """Paths of the files that belong in the search index."""
    comparisons: int


def build_story(given: StoryInput) -> StoryOutput:
    """Compares the copies of a story and renders its pages and data."""
    articles = {article.id: article for article in given.articles}
    site = Site(
        config=given.config,
        frame=given.frame,
        sources={source.id: source for source in given.sources},
        versions=version_numbers(articles),
    )
    texts = _texts(given.articles, languages_of([article.language for article in given.articles]))
    catalogue = catalogue_for(given.config.language)

    def compare(left: str, right: str, finest: Unit) -> Comparison:
        return compare_articles(
            articles[left],
            articles[right],
            given.config.comparing,
            tokenized=(texts[left], texts[right]),
            catalogue=catalogue,
            finest=finest,
        )

    # Families are sorted by size: what a budget does not reach are the smallest.
    budget = Budget(given.config.comparing.story_tokens)
    compared = [
        compare_family(family, articles, texts, site.sources, given.config.comparing, compare, budget)
        for family in given.story.families
    ]
    comparisons = tuple(comparison for one in compared for comparison in one.comparisons)
    standings = _standings(given.story, compared)
    alike = {copy: same for family in compared for copy, same in family.alike.items()}
    shown = shown_alike(shown_of(articles, texts, comparisons, given.config.excerpt_share), alike)
    summaries = {(one.left, one.right): summarise(site, one, articles, texts, standings, shown) for one in comparisons}
    versions = Versions(story=given.story.id, comparisons=comparisons, summaries=summaries)
    reading = StoryReading(
        story=given.story,
        articles=articles,
        texts=texts,
        comparisons=comparisons,
        summaries=summaries,
        standings=standings,
        histories=histories_of(site, articles, versions),
        shown=shown,
        alike=alike,
        counted=frozenset[str]().union(*(family.counted for family in compared)),
    )
    files: list[File] = []
    urls: list[str] = []
    searchable: list[str] = []
    # Each page is rendered as soon as it is laid out: together, the pages of ten thousand copies take 200 MiB.
    for page in chain(story_pages(site, reading), _article_pages(site, reading), _comparison_pages(site, reading)):
        files.append(render_page(given.theme, given.frame, page))
        urls.append(page.url)
        if page.view.head.indexed:
            searchable.append(page.path)
    edition = read_edition(given.story, articles, texts, compared)
    files.append(
        story_file(given.story, articles, texts, comparisons, standings, shown, alike, reading.counted, edition)
    )
    return StoryOutput(
        summary=_summary(site, reading),
        files=tuple(files),
        urls=tuple(urls),
        searchable=tuple(searchable),
        comparisons=len(comparisons),
    )


def _texts(articles: Sequence[Article], languages: Sequence[str]) -> dict[str, TokenizedLater]:
    """The tokens of each article, by id, read in its language; equal texts share theirs."""
    shared: dict[tuple[str, tuple[Block, ...]], TokenizedLater] = {}
    texts = {}
    for article, language in zip(articles, languages, strict=True):
        key = (language, article.blocks)
        texts[article.id] = shared.setdefault(key, TokenizedLater(article.blocks, language))
    return texts


def _standings(story: Story, compared: list[Compared]) -> dict[str, CopyStanding]:
    """Every article's standing; a text that stands alone beside the story's copies is related to them."""
    standings = {standing.article: standing for one in compared for standing in one.standings}
    for family in story.families[1:]:
        if len(family.copies) == 1:
            standings[family.base] = replace(standings[family.base], relation="related")
    return standings


def _article_pages(site: Site, reading: StoryReading) -> Iterator[Page]:
    return (article_page(site, reading, reading.articles[one]) for one in reading.story.articles)


def _comparison_pages(site: Site, reading: StoryReading) -> Iterator[Page]:
    links = [_link(site, reading, comparison) for comparison in reading.comparisons]
    return (
        comparison_page(
            site, _reading(reading, comparison, at, links), reading.summaries[comparison.left, comparison.right]
        )
        for at, comparison in enumerate(reading.comparisons)
    )


def _reading(reading: StoryReading, comparison: Comparison, at: int, links: list[TextLink]) -> Reading:
    standing = reading.standings[comparison.right]
    return Reading(
        story=reading.story,
        comparison=comparison,
        left=reading.articles[comparison.left],
        right=reading.articles[comparison.right],
        left_text=reading.texts[comparison.left],
        right_text=reading.texts[comparison.right],
        standing=standing if standing.parent == comparison.left else None,
        position=at + 1,
        of=len(links),
        previous=links[at - 1] if at else None,
        next=links[at + 1] if at + 1 < len(links) else None,
        shown=reading.shown.beside(comparison.left, comparison.right),
    )


def _link(site: Site, reading: StoryReading, comparison: Comparison) -> TextLink:
    left, right = reading.articles[comparison.left], reading.articles[comparison.right]
    path = comparison_path(reading.story.id, comparison.left, comparison.right)
    return TextLink(
        label=Text(text=f"{outlet_name(site, left).text} – {outlet_name(site, right).text}", dir="auto"),
        href=href(site.frame.root, path),
    )


def _summary(site: Site, reading: StoryReading) -> StorySummary:
    story = reading.story
    articles = [reading.articles[one] for one in story.articles]
    standings = [reading.standings[one] for one in story.articles]
    dated = [article.published for article in articles if article.published]
    return StorySummary(
        id=story.id,
        title=story.title,
        url=story_path(story.id),
        finding=finding_of(site, story, articles, standings),
        base=story.base,
        published=min(dated, key=lambda moment: moment.order) if dated else None,
        families=len(story.families),
        articles=tuple(_article_summary(reading, article) for article in articles),
        changes=sum(len(substance(one.changes)) for one in reading.comparisons if one.left == story.base),
        told=_told(site, reading),
    )


def _told(site: Site, reading: StoryReading) -> tuple[str, ...]:
    """The first copies that were compared with their likeliest parent, each with its outlet."""
    catalogue = catalogue_for(site.config.language)
    pairs = [(reading.standings[one].parent, one) for one in reading.story.articles]
    return tuple(
        # Translators: an outlet, and how its copy differs from the one it was likeliest taken from, in sentences.
        catalogue.gettext(
            "{outlet}: {summary}",
            outlet=catalogue.isolated(outlet_name(site, reading.articles[right]).text),
            summary=reading.summaries[left, right].within(_TOLD_CHARACTERS),
        )
        for left, right in [pair for pair in pairs if pair in reading.summaries][:_TOLD]
    )


def _article_summary(reading: StoryReading, article: Article) -> ArticleSummary:
    standing = reading.standings[article.id]
    pair = reading.pair_shown_for(article.id)
    return ArticleSummary(
        id=article.id,
        path=article.path,
        title=article.title,
        url=article_path(article.id),
        source=article.source,
        language=article.language,
        published=article.published,
        words=reading.words(article.id),
        relation=standing.relation,
        parent=standing.parent,
        family=standing.family,
        kept=standing.kept,
        taken=standing.taken,
        credits_parent=standing.credits_parent,
        comparison=comparison_path(reading.story.id, *pair) if pair else "",
        tags=article.tags,
        modified=_modified(article),
    )


def _modified(article: Article) -> Moment | None:
    """The later of the days that are declared. What was inferred is not certain enough to be told to a crawler."""
    declared = [
        moment
        for field, moment in (("published", article.published), ("updated", article.updated))
        if moment and field not in article.inferred
    ]
    return max(declared, key=lambda moment: moment.order, default=None)
