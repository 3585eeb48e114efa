"""The unit of work: one story, of which everything is found out first, and then its pages and data are rendered.

Both are pure: what comes out depends on what goes in alone. So they can run in this process or another and are
remembered apart: what was found depends on no theme, and is not found again where only that has changed.
"""

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from itertools import chain

from sitegen.comparing import align_articles, compare_articles
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
from sitegen.findings.containment import MOST, containment_of
from sitegen.findings.edition.anatomy import anatomies_of
from sitegen.findings.edition.habits import habits_of
from sitegen.findings.edition.origins import OriginReader, origins_of
from sitegen.findings.edition.spines import further_spines
from sitegen.findings.publicwords import ledger
from sitegen.findings.quotations import with_speakers
from sitegen.frozen import dataclass, replace
from sitegen.memo import as_json, from_plain, key_for, parse_json
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
    Independence,
    Moment,
    PublicStatement,
    Source,
    Story,
    StorySummary,
    TextMeasures,
    Unit,
)
from sitegen.publish import Entry
from sitegen.render import (
    Theme,
    atom_file,
    badge_file,
    card_file,
    collatex_file,
    render_page,
    story_file,
    tei_file,
)
from sitegen.text.catalogues import catalogue_for
from sitegen.text.languages import is_one_language, languages_of
from sitegen.text.tokenized import Tokenized, TokenizedLater
from sitegen.views.addresses import absolute, article_path, comparison_path, href, story_path
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
from sitegen.views.sharing import Shared, badge_of, embed_page, shared_of, with_sharing
from sitegen.views.stories import LISTED_COPIES, base_first, story_pages
from sitegen.views.stories.survivors import Survivors
from sitegen.views.story_reading import StoryReading
from sitegen.views.summary import SAME_TEXT, summarise
from sitegen.views.words import substance

_LEAD_CHARACTERS = 300
"""Of a copy's summary that its entry in a feed carries; what a story leaves in memory must not grow with its text."""


@dataclass(frozen=True, kw_only=True)
class StoryInput:
    """A story with the articles and sources that it is made of."""

    story: Story
    articles: tuple[Article, ...]
    sources: tuple[Source, ...]
    """The sources of its articles."""

    @cached_property
    def texts(self) -> Mapping[str, TokenizedLater]:
        """The tokens of each article, by id: shared by all that is made of the story in one process."""
        return _texts(self.articles, languages_of([article.language for article in self.articles]))


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryFindings:
    """What is true of a story, before any page."""

    story: Story
    """With the bases that its families were read against."""
    comparisons: tuple[Comparison, ...]
    standings: Mapping[str, CopyStanding]
    edges: Mapping[str, Edge]
    """From whom each copy was likeliest taken."""
    other_languages: frozenset[str]
    """Articles in another language than the story's."""
    foreign: frozenset[str]
    """Those of them of which nobody knows whether they are translations."""
    independence: Independence
    alike: Mapping[str, str]
    """Copies that have the text of a copy before them, with that copy."""
    counted: frozenset[str]
    """Copies that were not compared because the story's budget was spent."""
    unheld: tuple[str, ...]
    """Outlets that several copies name and the archive does not hold."""
    statements: tuple[PublicStatement, ...]
    edition: StoryEdition
    anatomies: Mapping[str, CopyAnatomy]
    """What each of the copies that pages list is made of."""
    containment: tuple[tuple[str, str, float], ...]
    """Of the first copies of the first family: the share of one's words that are in runs of the other's."""
    origins: tuple[CopyOrigins, ...]
    """Whose words copies have. Copies of one text share theirs, which names one of them."""
    origin_of: Mapping[str, int]
    """The index among `origins`, by copy; of a copy that was not compared word by word nothing is known."""
    habits: Mapping[str, CopyHabits]
    """What each copy did to the text that it was likely taken from."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Design:
    """What all pages of a site share."""

    config: Config
    frame: Frame
    theme: Theme


@dataclass(frozen=True, slots=True, kw_only=True)
class RenderedStory:
    """What a story becomes."""

    id: str
    packed_summary: str
    """What pages of the whole site tell of it, as JSON: where none of them is made again, nobody asks for it."""
    texts: tuple[TextMeasures, ...]
    """Those of its articles, in the order of the summary."""
    digest: str
    """Of all that pages of the whole site depend on: the summary and the addresses."""
    tabled: str
    """Of all that tables depend on: the summary and the measures of the texts."""
    entries: tuple[Entry, ...]
    """Its files."""
    urls: tuple[str, ...]
    """Addresses of its pages below the root, for the sitemap: of those that are no views of another page."""
    searchable: tuple[str, ...]
    """Paths of the files that belong in the search index."""
    comparisons: int

    def summary(self) -> StorySummary:
        """What pages of the whole site tell of it. Raises LostValue where the cache was altered."""
        return from_plain(StorySummary, parse_json(self.packed_summary.encode("utf-8", "surrogatepass")))


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryPages:
    """A rendered story with its files."""

    story: RenderedStory
    files: tuple[File, ...]
    """Empty where the story was remembered: the published site holds their bytes."""


def find_story(config: Config, story_input: StoryInput, _: object = None) -> StoryFindings:
    """Compares and collates the copies of a story, and finds what is true of them.

    Of the settings it depends on `language` and `comparing`.
    """
    articles = {article.id: article for article in story_input.articles}
    sources = {source.id: source for source in story_input.sources}
    texts, catalogue = story_input.texts, catalogue_for(config.language)

    def compare(left: str, right: str, finest: Unit) -> Comparison:
        return compare_articles(
            articles[left],
            articles[right],
            config.comparing,
            tokenized=(texts[left], texts[right]),
            catalogue=catalogue,
            finest=finest,
        )

    def align(left: str, right: str, finest: Unit) -> Comparison:
        return align_articles(articles[left], articles[right], (texts[left], texts[right]), config.comparing, finest)

    # Families are sorted by size: what a budget does not reach are the smallest.
    budget = Budget(config.comparing.story_tokens)
    compared = [
        compare_family(family, articles, texts, sources, config.comparing, compare, budget)
        for family in story_input.story.families
    ]
    story = replace(story_input.story, families=tuple(family.family for family in compared))
    translations = translations_in(story, articles, sources)
    standings = _standings(story, compared, translations, articles, sources)
    edges = {edge.child: edge for family in compared for edge in family.provenance.edges}
    edges |= {edge.child: edge for edge in translations}
    other_languages = in_another_language(story, story_input.articles)
    foreign = other_languages - {edge.child for edge in translations}
    alike = {copy: same for family in compared for copy, same in family.alike.items()}
    counted = frozenset[str]().union(*(family.counted for family in compared))
    distinct = [copy for copy in story.articles if copy not in alike and copy not in counted]
    edition = StoryEdition() if story.is_lone else read_edition(story, articles, texts, compared)
    if config.comparing.further_spines and edition.families:
        first = next(family for family in compared if family.family.base == edition.families[0].collation.base)
        further = further_spines(edition, first, articles, texts, config.comparing, align)
        edition = replace(edition, further=further)
    statements = () if story.is_lone else ledger([articles[copy] for copy in distinct], texts)
    statements = with_speakers(statements, edition, articles, texts)
    containment = containment_of(_first_copies(story.families[0], distinct, articles), texts)
    comparisons = tuple(comparison for family in compared for comparison in family.comparisons)
    by_pair = {(comparison.left, comparison.right): comparison for comparison in comparisons}
    reader = OriginReader(edition, articles, texts, by_pair)
    against = {copy: standings[copy].against for copy in story.articles if copy not in counted}
    origins, origin_of = origins_of(reader, against, alike)
    by_copy = {copy: origins[index] for copy, index in origin_of.items()}
    habits = habits_of(story, articles, texts, standings, by_pair, alike, by_copy)
    return StoryFindings(
        story=story,
        comparisons=comparisons,
        standings=standings,
        edges=edges,
        other_languages=other_languages,
        foreign=foreign,
        independence=independence_of(story, articles, standings, sources, foreign),
        alike=alike,
        counted=counted,
        unheld=_unheld(compared),
        statements=statements,
        edition=edition,
        anatomies=_anatomies(edition, distinct[:LISTED_COPIES], articles, texts),
        containment=tuple((copy, beside, share) for (copy, beside), share in containment.items()),
        origins=origins,
        origin_of=origin_of,
        habits=habits,
    )


def render_story(design: Design, story_input: StoryInput, findings: StoryFindings) -> StoryPages:
    """Lays out and renders the pages and data of a story."""
    site, reading = _read(design, story_input, findings)
    files: list[File] = []
    urls: list[str] = []
    searchable: list[str] = []
    # Each page is rendered as soon as it is laid out: together, the pages of ten thousand copies take 200 MiB.
    pages = chain(_article_pages(site, reading, findings), _comparison_pages(site, reading))
    for page in pages if reading.story.is_lone else chain(story_pages(site, reading), pages):
        shared = shared_of(site, page, len(reading.story.articles))
        if shared:
            page = with_sharing(site, page, shared)
            files += _shared_files(site, design, page, shared)
        files.append(render_page(design.theme, design.frame, page))
        if page.view.head.canonical == absolute(design.frame.home, page.url):
            urls.append(page.url)
        # The search of all languages has one index: articles have the same words in each.
        if page.view.head.indexed and not design.frame.folder:
            searchable.append(page.path)
    summary = _summary(site, reading, findings.habits)
    if not reading.story.is_lone:
        # Data are in the first language of the interface, and stand once.
        if not design.frame.folder:
            files.append(story_file(reading, findings.unheld))
        if design.config.edition_files and not design.frame.folder:
            files += filter(None, (tei_file(site, reading), collatex_file(site, reading)))
        feed = story_feed(site, summary)
        files += [atom_file(design.frame, feed)] if feed else []
    texts = tuple(
        TextMeasures(words=reading.words(copy), digest=reading.articles[copy].digest) for copy in reading.story.articles
    )
    story = RenderedStory(
        id=summary.id,
        packed_summary=as_json(summary).decode("utf-8", "surrogatepass"),
        texts=texts,
        digest=key_for(summary, urls),
        tabled=key_for(summary, texts),
        entries=tuple(map(entry_of, files)),
        urls=tuple(urls),
        searchable=tuple(searchable),
        comparisons=len(findings.comparisons),
    )
    return StoryPages(story=story, files=tuple(files))


def _shared_files(site: Site, design: Design, page: Page, shared: Shared) -> Iterator[File]:
    """What others may show of a page, as far as the settings say so."""
    sharing = design.config.sharing
    if sharing.badges:
        yield badge_file(badge_of(site, shared))
    if sharing.embed_in:
        yield render_page(design.theme, design.frame, embed_page(site, page, shared))
    if page.view.head.card:
        yield card_file(design.frame, design.config.look, shared, design.theme.faces)


def entry_of(file: File) -> Entry:
    """Path, size and digest of a file."""
    return Entry(path=file.path, size=len(file.content), sha256=hashlib.sha256(file.content).hexdigest())


def _read(design: Design, story_input: StoryInput, findings: StoryFindings) -> tuple[Site, StoryReading]:
    """What was found of a story, with the texts and the names that its pages need."""
    articles = {article.id: article for article in story_input.articles}
    sources = {source.id: source for source in story_input.sources}
    texts, story, comparisons = story_input.texts, findings.story, findings.comparisons
    versions = version_numbers(articles)
    site = Site(
        config=design.config,
        frame=design.frame,
        sources=sources,
        versions=versions,
        names=names_of(story, articles, sources, versions, findings.other_languages, design.frame.language),
        sigla=sigla_of(articles.values()),
    )
    shown = shown_alike(shown_of(articles, texts, comparisons, design.config.excerpt_share), findings.alike)
    summaries = {
        (comparison.left, comparison.right): summarise(site, comparison, articles, texts, findings.standings, shown)
        for comparison in comparisons
    }
    versions_seen = Versions(story=story.id, comparisons=comparisons, summaries=summaries)
    reading = StoryReading(
        story=story,
        articles=articles,
        texts=texts,
        comparisons=comparisons,
        summaries=summaries,
        standings=findings.standings,
        edges=findings.edges,
        foreign=findings.foreign,
        independence=findings.independence,
        histories=histories_of(site, articles, versions_seen),
        shown=shown,
        alike=findings.alike,
        counted=findings.counted,
        edition=findings.edition,
        statements=findings.statements,
        anatomies=findings.anatomies,
        containment={(copy, beside): share for copy, beside, share in findings.containment},
    )
    return site, reading


def _texts(articles: Sequence[Article], languages: Sequence[str]) -> dict[str, TokenizedLater]:
    """The tokens of each article, by id, read in its language; equal texts share theirs."""
    shared: dict[tuple[str, Sequence[Block]], TokenizedLater] = {}
    texts = {}
    for article, language in zip(articles, languages, strict=True):
        key = (language, article.blocks)
        texts[article.id] = shared.setdefault(key, TokenizedLater(article.blocks, language))
    return texts


def _first_copies(family: Family, distinct: Sequence[str], articles: Mapping[str, Article]) -> list[str]:
    """The first copies of a family that have a text of their own in the language of the base, the base before all."""
    listed, language = {*distinct}, articles[family.base].language
    same = (copy for copy in base_first(family) if is_one_language(language, articles[copy].language))
    return [copy for copy in same if copy in listed][:MOST]


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


def _article_pages(site: Site, reading: StoryReading, findings: StoryFindings) -> Iterator[Page]:
    for copy in reading.story.articles:
        index = findings.origin_of.get(copy)
        origins = None if index is None else replace(findings.origins[index], copy=copy)
        yield article_page(site, reading, reading.articles[copy], origins)


def _comparison_pages(site: Site, reading: StoryReading) -> Iterator[Page]:
    links = [_link(site, reading, comparison) for comparison in reading.comparisons]
    common = common_changes(reading.comparisons)
    corrections, survivors = claims_corrected(site, reading), Survivors(site, reading)
    for place, comparison in enumerate(reading.comparisons):
        laid_out = replace(
            _reading(reading, comparison, place, links, common),
            corrections=corrections,
            survivors=survivors.of(comparison),
            report_to=report_address(site, comparison_path(reading.story.id, comparison.left, comparison.right)),
        )
        yield from comparison_pages(site, laid_out, reading.summaries[comparison.left, comparison.right])


def _reading(
    reading: StoryReading, comparison: Comparison, place: int, links: list[TextLink], common: CommonChanges
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
        position=place + 1,
        of=len(links),
        previous=links[place - 1] if place else None,
        next=links[place + 1] if place + 1 < len(links) else None,
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


def _summary(site: Site, reading: StoryReading, habits: Mapping[str, CopyHabits]) -> StorySummary:
    story = reading.story
    articles = [reading.articles[copy] for copy in story.articles]
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
        changes=sum(
            len(substance(comparison.changes)) for comparison in reading.comparisons if comparison.left == story.base
        ),
    )


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
        relation=standing.relation,
        parent=standing.parent,
        probability=standing.probability,
        one_of=standing.one_of,
        family=standing.family,
        kept=standing.kept,
        taken=standing.taken,
        taken_of=0 if standing.taken is None else reading.words(article.id),
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
