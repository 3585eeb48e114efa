"""Links to families, families to stories. Declared stories always win."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from sitegen.config import Grouping
from sitegen.diagnostics import Diagnostic
from sitegen.group.bases import choose_base
from sitegen.group.families import Families, Keeper, gather_families
from sitegen.group.languages import joined_across
from sitegen.group.links import Found, barred_pairs, shared_text
from sitegen.group.meaning import Model
from sitegen.group.prints import READER, Printer
from sitegen.group.remarks import remarks
from sitegen.group.reports import Reports, by_pair, gather_stories, read_reports
from sitegen.group.topics import with_related
from sitegen.model import Article, Family, Link, Source, Story, StoryNote


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
    found: Found
    families: Families
    reports: Reports
    keeper: Keeper
    groups: tuple[frozenset[str], ...]
    """The stories, by their articles."""
    links: tuple[Link, ...]
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
    found = shared_text(ordered, settings, printer)
    families = gather_families(found.links, found.twins, settings.cohesion, by_id, keeper)
    reports = read_reports(ordered, found.terms, families.groups, settings, printer, model)
    # They are in the vectors now, and many.
    found = replace(found, terms=())
    gathered = gather_stories(families.groups, reports, keeper, families.loners)
    groups, crossed = joined_across(gathered.groups, reports, reports.bridges, keeper)
    more = (*gathered.links, *crossed)
    links = by_pair([*found.links, *(link for link in more if not keeper.bars(link.left, link.right))])
    return Evidence(
        articles=ordered,
        found=found,
        families=families,
        reports=reports,
        keeper=keeper,
        groups=groups,
        links=tuple(links[pair] for pair in sorted(links)),
        topics=gathered.topics,
    )


def grouped_by(evidence: Evidence, notes: Sequence[StoryNote], sources: Sequence[Source]) -> Grouped:
    """The stories that the evidence makes."""
    by_id = {article.id: article for article in evidence.articles}
    note_of = {note.id: note for note in notes}
    outlets = {source.id: source for source in sources}
    taken = {article.story.casefold() for article in evidence.articles if article.story}
    story_of = {member: at for at, group in enumerate(evidence.groups) for member in group}
    inner: dict[int, list[Link]] = {}
    for link in evidence.links:
        if story_of[link.left] == story_of[link.right]:
            inner.setdefault(story_of[link.left], []).append(link)
    parts: dict[int, list[frozenset[str]]] = {}
    for family in evidence.families.groups:
        parts.setdefault(story_of[min(family)], []).append(family)
    stories = []
    for at, members in enumerate(evidence.groups):
        declared = sorted({by_id[member].story for member in members if by_id[member].story})
        name = declared[0] if declared else _own_name(members, by_id, taken)
        stories.append(_story(name, parts[at], inner.get(at, ()), by_id, note_of.get(name), outlets))
    return Grouped(
        stories=with_related(stories, evidence.topics, by_id),
        links=evidence.links,
        remarks=remarks(evidence.articles, evidence.found, evidence.families),
    )


def _own_name(family: frozenset[str], articles: Mapping[str, Article], taken: set[str]) -> str:
    """The id of its first article; no declared story is joined by having that name."""
    first = min(family, key=lambda one: articles[one].chronology)
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
    family_of = {member: at for at, family in enumerate(families) for member in family}
    inner: dict[int, list[Link]] = {}
    for link in links:
        if family_of[link.left] == family_of[link.right]:
            inner.setdefault(family_of[link.left], []).append(link)
    made = [_family(family, inner.get(at, ()), articles, note, outlets) for at, family in enumerate(families)]
    made.sort(key=lambda family: (-len(family.copies), articles[family.base].chronology))
    return Story(
        id=name,
        title=(note.title if note else "") or articles[made[0].base].title,
        summary=note.summary if note else "",
        notes=note.notes if note else "",
        declared=any(articles[member].story for member in members),
        families=tuple(made),
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
