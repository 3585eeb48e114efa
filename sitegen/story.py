"""The unit of work: one story compared, laid out and rendered. Pure: what comes out depends on what goes in alone.

So it can run in this process or another, be cached by the hash of its input, and be thrown away once its files are
stored.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain

from sitegen.comparing import compare_articles
from sitegen.config import Config
from sitegen.edition import CopyAnatomy, CopyOrigins, StoryEdition
from sitegen.findings import (
    Budget,
    Compared,
    compare_family,
    credits_source,
    in_another_language,
    independence_of,
    read_edition,
    translations_in,
)
from sitegen.findings.anatomy import anatomies_of
from sitegen.findings.containment import MOST, containment_of
from sitegen.findings.habits import HabitReader
from sitegen.findings.origins import OriginReader
from sitegen.findings.publicwords import ledger
from sitegen.model import (
    Article,
    ArticleSummary,
    Block,
    Comparison,
    CopyHabits,
    CopyStanding,
    Edge,
    Family,
    File,
    Moment,
    Source,
    Story,
    StorySummary,
    Unit,
)
from sitegen.render import Theme, atom_file, render_page, story_file
from sitegen.text.catalogues import catalogue_for
from sitegen.text.languages import is_one_language, languages_of
from sitegen.text.tokenized import Tokenized, TokenizedLater
from sitegen.views.addresses import article_path, comparison_path, href, story_path
from sitegen.views.article import article_page
from sitegen.views.common import Site, spoken_name
from sitegen.views.comparison import comparison_pages
from sitegen.views.feeds import story_feed
from sitegen.views.finding import finding_of
from sitegen.views.history import Versions, histories_of, version_numbers
from sitegen.views.lines import CommonChanges, Reading, common_changes
from sitegen.views.names import names_of, sigla_of
from sitegen.views.pages import Frame, Page, Text, TextLink
from sitegen.views.record import claims_corrected, newest_day, report_address
from sitegen.views.rights import shown_alike, shown_of
from sitegen.views.stories import LISTED_COPIES, base_first, story_pages
from sitegen.views.story_reading import StoryReading
from sitegen.views.summary import SAME_TEXT, summarise
from sitegen.views.words import substance

_LEAD_CHARACTERS = 300
"""Of a copy's summary that its entry in a feed carries; what a story leaves in memory must not grow with its text."""


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
    sources = {source.id: source for source in given.sources}
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
        compare_family(family, articles, texts, sources, given.config.comparing, compare, budget)
        for family in given.story.families
    ]
    comparisons = tuple(comparison for one in compared for comparison in one.comparisons)
    story = replace(given.story, families=tuple(family.family for family in compared))
    translations = translations_in(story, articles, sources)
    standings = _standings(story, compared, translations, articles, sources)
    edges = {edge.child: edge for family in compared for edge in family.provenance.edges}
    edges |= {edge.child: edge for edge in translations}
    in_other_languages = in_another_language(story, given.articles)
    foreign = in_other_languages - {edge.child for edge in translations}
    versions = version_numbers(articles)
    site = Site(
        config=given.config,
        frame=given.frame,
        sources=sources,
        versions=versions,
        names=names_of(story, articles, sources, versions, in_other_languages, given.frame.language),
        sigla=sigla_of(articles.values()),
    )
    alike = {copy: same for family in compared for copy, same in family.alike.items()}
    edition = read_edition(story, articles, texts, compared) if not given.story.is_lone else StoryEdition()
    counted_copies = frozenset[str]().union(*(family.counted for family in compared))
    distinct = [copy for copy in story.articles if copy not in alike and copy not in counted_copies]
    shown = shown_alike(shown_of(articles, texts, comparisons, given.config.excerpt_share), alike)
    summaries = {(one.left, one.right): summarise(site, one, articles, texts, standings, shown) for one in comparisons}
    seen = Versions(story=story.id, comparisons=comparisons, summaries=summaries)
    reading = StoryReading(
        story=story,
        articles=articles,
        texts=texts,
        comparisons=comparisons,
        summaries=summaries,
        standings=standings,
        edges=edges,
        foreign=foreign,
        independence=independence_of(story, articles, standings, site.sources, foreign),
        histories=histories_of(site, articles, seen),
        shown=shown,
        edition=edition,
        statements=() if given.story.is_lone else ledger([articles[copy] for copy in distinct], texts),
        anatomies=_anatomies(edition, distinct[:LISTED_COPIES], articles, texts),
        containment=containment_of(_first_copies(story.families[0], distinct, articles), texts),
        alike=alike,
        counted=counted_copies,
    )
    files: list[File] = []
    urls: list[str] = []
    searchable: list[str] = []
    # Each page is rendered as soon as it is laid out: together, the pages of ten thousand copies take 200 MiB.
    origins = _origins(reading)
    pages = chain(_article_pages(site, reading, origins), _comparison_pages(site, reading))
    for page in pages if given.story.is_lone else chain(story_pages(site, reading), pages):
        files.append(render_page(given.theme, given.frame, page))
        urls.append(page.url)
        if page.view.head.indexed:
            searchable.append(page.path)
    summary = _summary(site, reading, origins)
    if not given.story.is_lone:
        files.append(story_file(reading, _unheld(compared)))
        feed = story_feed(site, summary)
        files += [atom_file(given.frame, feed)] if feed else []
    return StoryOutput(
        summary=summary,
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


def _first_copies(family: Family, distinct: Sequence[str], articles: Mapping[str, Article]) -> list[str]:
    """The first copies of a family that have a text of their own in the language of the base, the base before all."""
    known, language = {*distinct}, articles[family.base].language
    same = (copy for copy in base_first(family) if is_one_language(language, articles[copy].language))
    return [copy for copy in same if copy in known][:MOST]


def _anatomies(
    edition: StoryEdition, copies: Sequence[str], articles: Mapping[str, Article], texts: Mapping[str, Tokenized]
) -> dict[str, CopyAnatomy]:
    """What each of some copies is made of, where it was collated with the base of its text."""
    anatomies: dict[str, CopyAnatomy] = {}
    for family in edition.families:
        members = {copy: articles[copy] for copy in copies if copy in family.collation.copies}
        anatomies |= anatomies_of(family.collation, members, {copy: texts[copy] for copy in members})
    return anatomies


def _standings(
    story: Story,
    compared: list[Compared],
    translations: tuple[Edge, ...],
    articles: Mapping[str, Article],
    sources: Mapping[str, Source],
) -> dict[str, CopyStanding]:
    """Every article's standing; a text that stands alone beside the story's copies is related to them.

    One that likely translates a copy is `translated`, and stays a family of its own.
    """
    standings = {standing.article: standing for family in compared for standing in family.standings}
    for family in story.families[1:]:
        if len(family.copies) == 1:
            standings[family.base] = replace(standings[family.base], relation="related")
    for edge in translations:
        standings[edge.child] = replace(
            standings[edge.child],
            relation="translated",
            against=edge.likely_parent,
            parent=edge.likely_parent,
            probability=edge.probability,
            credits_parent=credits_source(articles[edge.child], articles[edge.likely_parent], sources),
        )
    return standings


def _unheld(compared: list[Compared]) -> tuple[str, ...]:
    """Outlets that several copies name and the archive does not hold, family by family."""
    return tuple(dict.fromkeys(name for family in compared for name in family.provenance.unheld))


def _origins(reading: StoryReading) -> dict[str, CopyOrigins]:
    """Whose words each copy has, by its id, where that is known."""
    reader = OriginReader(reading.edition, reading.articles, reading.texts, reading.by_pair)
    against = {copy: reading.standings[copy].against for copy in reading.story.articles if copy not in reading.counted}
    origins = {copy: reader.read(copy, other, reading.alike) for copy, other in against.items() if other}
    return {copy: copy_origins for copy, copy_origins in origins.items() if copy_origins}


def _article_pages(site: Site, reading: StoryReading, origins: Mapping[str, CopyOrigins]) -> Iterator[Page]:
    for copy in reading.story.articles:
        yield article_page(site, reading, reading.articles[copy], origins.get(copy))


def _comparison_pages(site: Site, reading: StoryReading) -> Iterator[Page]:
    links = [_link(site, reading, comparison) for comparison in reading.comparisons]
    common = common_changes(reading.comparisons)
    corrections = claims_corrected(site, reading)
    for place, comparison in enumerate(reading.comparisons):
        laid_out = replace(
            _reading(reading, comparison, place, links, common),
            corrections=corrections,
            report_to=report_address(site, comparison_path(reading.story.id, comparison.left, comparison.right)),
        )
        yield from comparison_pages(site, laid_out, reading.summaries[comparison.left, comparison.right])


def _reading(
    reading: StoryReading, comparison: Comparison, at: int, links: list[TextLink], common: CommonChanges
) -> Reading:
    standing = reading.standings[comparison.right]
    return Reading(
        story=reading.story,
        comparison=comparison,
        left=reading.articles[comparison.left],
        right=reading.articles[comparison.right],
        left_text=reading.texts[comparison.left],
        right_text=reading.texts[comparison.right],
        standing=standing if standing.against == comparison.left else None,
        position=at + 1,
        of=len(links),
        previous=links[at - 1] if at else None,
        next=links[at + 1] if at + 1 < len(links) else None,
        shown=reading.shown.beside(comparison.left, comparison.right),
        common=common,
    )


def _link(site: Site, reading: StoryReading, comparison: Comparison) -> TextLink:
    left, right = reading.articles[comparison.left], reading.articles[comparison.right]
    path = comparison_path(reading.story.id, comparison.left, comparison.right)
    return TextLink(
        label=Text(text=f"{spoken_name(site, left)} – {spoken_name(site, right)}", dir="auto"),
        href=href(site.frame.root, path),
    )


def _summary(site: Site, reading: StoryReading, origins: Mapping[str, CopyOrigins]) -> StorySummary:
    story, habits = reading.story, _habits(reading, origins)
    articles = [reading.articles[one] for one in story.articles]
    dated = [article.published for article in articles if article.published]
    return StorySummary(
        id=story.id,
        title=story.title,
        url=article_path(story.base) if story.is_lone else story_path(story.id),
        finding=finding_of(site, reading),
        base=story.base,
        published=min(dated, key=lambda moment: moment.order) if dated else None,
        edition=newest_day(story.record),
        families=len(story.families),
        articles=tuple(_article_summary(site, reading, article, habits.get(article.id)) for article in articles),
        changes=sum(len(substance(one.changes)) for one in reading.comparisons if one.left == story.base),
    )


def _habits(reading: StoryReading, origins: Mapping[str, CopyOrigins]) -> dict[str, CopyHabits]:
    """What each copy did to the text it was likely taken from, by its id."""
    reader = HabitReader(reading.articles, reading.texts)
    pairs = {copy: reading.pair_shown_for(copy) for copy in reading.story.articles if reading.standings[copy].parent}
    return {
        copy: reader.read(
            copy, reading.standings[copy].parent, origins.get(copy), reading.by_pair[pair] if pair else None
        )
        for copy, pair in pairs.items()
    }


def _article_summary(site: Site, reading: StoryReading, article: Article, habits: CopyHabits | None) -> ArticleSummary:
    standing = reading.standings[article.id]
    series = {part.article: part.series for part in reading.story.parts}
    sources = {digest.article: digest.sources for digest in reading.story.digests}
    pair = reading.pair_shown_for(article.id)
    lead, against = _lead(site, reading, article.id)
    changes = reading.by_pair[pair].changes if pair else ()
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
        probability=standing.probability,
        family=standing.family,
        kept=standing.kept,
        taken=standing.taken,
        credits_parent=standing.credits_parent,
        silent=standing.silent,
        comparison=comparison_path(reading.story.id, *pair) if pair else "",
        series_of=series.get(article.id, ""),
        digest_of=sources.get(article.id, ()),
        tags=article.tags,
        modified=_modified(article),
        outlet=article.outlet.name if article.outlet else "",
        dates=article.dates,
        lead=lead,
        against=against,
        habits=habits,
        address=article.url,
        rights=article.rights,
        completeness=article.completeness,
        digest=article.digest,
        kinds=tuple(sorted({change.kind for change in changes if change.is_consequential})),
    )


def _lead(site: Site, reading: StoryReading, copy: str) -> tuple[str, str]:
    """How a copy differs from the one it is read against, and the id of that one; empty where nothing was compared."""
    if copy in reading.alike:
        return site.catalogue.gettext(SAME_TEXT), reading.alike[copy]
    pair = (reading.standings[copy].against, copy)
    # Never the summary of another copy with the same text: it says of that one whether its source is credited.
    return (reading.summaries[pair].within(_LEAD_CHARACTERS), pair[0]) if pair in reading.summaries else ("", "")


def _modified(article: Article) -> Moment | None:
    """The later of the days that are declared. What was inferred is not certain enough to be told to a crawler."""
    declared = [
        moment
        for field, moment in (("published", article.published), ("updated", article.updated))
        if moment and field not in article.inferred
    ]
    return max(declared, key=lambda moment: moment.order, default=None)
