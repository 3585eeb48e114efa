"""Links to families, families to stories. Declared stories always win."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from sitegen.config import Grouping
from sitegen.diagnostics import Diagnostic
from sitegen.frozen import dataclass
from sitegen.group.beside import likeness_beside_passages
from sitegen.group.bilingual.languages import joined_across
from sitegen.group.bilingual.meaning import Model
from sitegen.group.copies.bases import choose_base
from sitegen.group.copies.families import Families, Groups, Keeper, gather_families
from sitegen.group.copies.links import SharedText, barred_pairs, shared_text
from sitegen.group.copies.series import Series, gather_series
from sitegen.group.declared import divided_stories
from sitegen.group.prints import READER, Printer
from sitegen.group.remarks import remarks
from sitegen.group.reports import Reports, by_pair, gather_stories, read_reports
from sitegen.group.stock import stock_pairs
from sitegen.group.topics import with_related
from sitegen.model import Article, Digest, Family, Link, SeriesPart, Source, Story, StoryNote


@dataclass(frozen=True, slots=True, kw_only=True)
class Grouped:
    """Every article in exactly one story and one family."""

    stories: tuple[Story, ...]
    """Sorted by id."""
    links: tuple[Link, ...]
    """Sorted by their articles."""
    remarks: tuple[Diagnostic, ...] = ()
    """What a keeper should know: why articles were not grouped that look alike."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """Everything that decided; what `--why` reads."""

    articles: tuple[Article, ...]
    """Sorted by id."""
    shared: SharedText
    families: Families
    reports: Reports
    keeper: Keeper
    groups: tuple[frozenset[str], ...]
    """The stories, by their articles."""
    links: tuple[Link, ...]
    digests: Mapping[str, tuple[str, ...]]
    """Articles that take from reports of several stories, with one report of each text."""
    series: tuple[Series, ...]
    topics: tuple[tuple[str, str, float], ...] = ()
    """Articles of different stories that are about the same people and places, with their likeness."""


def group_articles(
    articles: Sequence[Article],
    notes: Sequence[StoryNote],
    sources: Sequence[Source],
    settings: Grouping,
    printer: Printer = READER,
    model: Model | None = None,
) -> Grouped:
    """The stories and families of an archive, and the links that made them. `printer` may know texts from before."""
    return grouped_by(weigh(articles, settings, printer, model), notes, sources)


def weigh(
    articles: Sequence[Article], settings: Grouping, printer: Printer = READER, model: Model | None = None
) -> Evidence:
    """What belongs together in an archive, with all that decided. The order of `articles` does not matter."""
    ordered = tuple(sorted(articles, key=lambda article: article.id))
    by_id = {article.id: article for article in ordered}
    barred = barred_pairs(ordered)
    keeper = Keeper(by_id, barred)
    shared = shared_text(ordered, settings, printer)
    sizes = dict(zip(by_id, shared.archive.candidates.sizes.tolist(), strict=True))
    strongest = {pair: max(shares) for pair, shares in shared.copies.items()}
    families = gather_families(
        shared.links, strongest, shared.twins, shared.crowds, shared.digests, by_id, sizes, keeper
    )
    series = gather_series(shared.forms, by_id)
    reports = read_reports(ordered, shared.terms, _printed_once(families, shared), settings, printer, model)
    # They are in the vectors now, and many.
    shared = replace(shared, terms=())
    stock = stock_pairs(reports, shared.links, shared.twins | shared.crowds)
    if stock:
        # What a passage is about is known by the words that are rare, so by the whole archive: families are made anew.
        shared = shared.without(stock)
        strongest = {pair: max(shares) for pair, shares in shared.copies.items()}
        families = gather_families(
            shared.links, strongest, shared.twins, shared.crowds, shared.digests, by_id, sizes, keeper
        )
        reports = reports.with_texts(_printed_once(families, shared))
    alone = {*families.digests, *(member for forms in series for member in forms.members)}
    beside = likeness_beside_passages(reports, families.groups, shared.passages, shared.stock)
    gathered = gather_stories(families.groups, reports, keeper, sorted(alone), beside)
    groups, crossed = joined_across(gathered.groups, reports, reports.bridges, keeper)
    groups, digests = _placed(groups, families.digests, keeper)
    more = (*gathered.links, *crossed)
    links = by_pair([*shared.links, *(link for link in more if not keeper.bars(link.left, link.right))])
    return Evidence(
        articles=ordered,
        shared=shared,
        families=families,
        reports=reports,
        keeper=keeper,
        groups=groups,
        digests=digests,
        series=series,
        links=tuple(links[pair] for pair in sorted(links)),
        topics=gathered.topics,
    )


def _printed_once(families: Families, shared: SharedText) -> tuple[frozenset[str], ...]:
    """The families, those together that print the same passages: what many print of one makes none of its words common.

    Of a statement, that is: forty reports that quote it say its words once.
    """
    groups = Groups(member for family in families.groups for member in family)
    for family in families.groups:
        for member in family:
            groups.join(min(family), member)
    for link in shared.links:
        groups.join(link.left, link.right)
    return groups.all()


def _placed(
    groups: tuple[frozenset[str], ...], digests: Mapping[str, tuple[str, ...]], keeper: Keeper
) -> tuple[tuple[frozenset[str], ...], dict[str, tuple[str, ...]]]:
    """The stories, with what takes from several reports of one story put into it; and what is a digest all the same."""
    united = Groups(member for group in groups for member in group)
    for group in groups:
        for member in group:
            united.join(min(group), member)
    left = {}
    for article, sources in sorted(digests.items()):
        stories = {united.root(source) for source in sources}
        if len(stories) > 1:
            left[article] = sources
        elif keeper.may_join(united.of(article), united.of(sources[0])):
            united.join(article, sources[0])
    return united.all(), left


def grouped_by(evidence: Evidence, notes: Sequence[StoryNote], sources: Sequence[Source]) -> Grouped:
    """The stories that the evidence makes."""
    by_id = {article.id: article for article in evidence.articles}
    note_of = {note.id: note for note in notes}
    outlets = {source.id: source for source in sources}
    taken = {article.story.casefold() for article in evidence.articles if article.story}
    story_of = {member: place for place, group in enumerate(evidence.groups) for member in group}
    inner: dict[int, list[Link]] = {}
    for link in evidence.links:
        if story_of[link.left] == story_of[link.right]:
            inner.setdefault(story_of[link.left], []).append(link)
    parts: dict[int, list[frozenset[str]]] = {}
    for family in evidence.families.groups:
        parts.setdefault(story_of[min(family)], []).append(family)
    marks = _Compilations.of(evidence, story_of)
    stories = []
    for place, members in enumerate(evidence.groups):
        declared = sorted({by_id[member].story for member in members if by_id[member].story})
        name = declared[0] if declared else _own_name(members, by_id, taken)
        story = _story(name, parts[place], inner.get(place, ()), by_id, note_of.get(name), outlets)
        stories.append(replace(story, parts=marks.parts_in(members), digests=marks.digests_in(members)))
    return Grouped(
        stories=with_related(stories, evidence.topics, by_id),
        links=evidence.links,
        remarks=remarks(
            evidence.articles,
            evidence.shared,
            evidence.digests,
            divided_stories(evidence.reports, evidence.families.groups, evidence.links),
        ),
    )


@dataclass(frozen=True, slots=True)
class _Compilations:
    """What articles are beside members of a story and a family."""

    parts: Mapping[str, SeriesPart]
    digests: Mapping[str, Digest]

    @classmethod
    def of(cls, evidence: Evidence, story_of: Mapping[str, int]) -> "_Compilations":
        """What the evidence says of them."""
        parts = {
            member: SeriesPart(
                article=member, series=series.members[0], cadence=series.cadence, parts=len(series.members)
            )
            for series in evidence.series
            for member in series.members
        }
        digests = {
            article: Digest(article=article, sources=sources, stories=len({story_of[source] for source in sources}))
            for article, sources in evidence.digests.items()
        }
        return cls(parts, digests)

    def parts_in(self, members: Iterable[str]) -> tuple[SeriesPart, ...]:
        """Those of some articles that are parts of a series."""
        return tuple(self.parts[member] for member in sorted(members) if member in self.parts)

    def digests_in(self, members: Iterable[str]) -> tuple[Digest, ...]:
        """Those of some articles that are digests."""
        return tuple(self.digests[member] for member in sorted(members) if member in self.digests)


def _own_name(family: frozenset[str], articles: Mapping[str, Article], taken: set[str]) -> str:
    """The id of its first article; no declared story is joined by having that name."""
    first = min(family, key=lambda member: articles[member].chronology)
    return f"{first}.found" if first.casefold() in taken else first


def _story(
    name: str,
    families: Sequence[frozenset[str]],
    links: Sequence[Link],
    articles: Mapping[str, Article],
    note: StoryNote | None,
    outlets: Mapping[str, Source],
) -> Story:
    members = frozenset().union(*families)
    family_of = {member: place for place, family in enumerate(families) for member in family}
    inner: dict[int, list[Link]] = {}
    for link in links:
        if family_of[link.left] == family_of[link.right]:
            inner.setdefault(family_of[link.left], []).append(link)
    copied = [_family(family, inner.get(place, ()), articles, note, outlets) for place, family in enumerate(families)]
    copied.sort(key=lambda family: (-len(family.copies), articles[family.base].chronology))
    return Story(
        id=name,
        title=(note.title if note else "") or articles[copied[0].base].title,
        summary=note.summary if note else "",
        notes=note.notes if note else "",
        declared=any(articles[member].story for member in members),
        families=tuple(copied),
        links=tuple(links),
    )


def _family(
    members: frozenset[str],
    links: Sequence[Link],
    articles: Mapping[str, Article],
    note: StoryNote | None,
    outlets: Mapping[str, Source],
) -> Family:
    copies = sorted((articles[member] for member in members), key=lambda article: article.chronology)
    base, reason = choose_base(copies, links, note.base if note else "", outlets)
    return Family(base=base, base_reason=reason, copies=tuple(copy.id for copy in copies))
