"""Gathers linked articles into families and stories. Declared stories always win.

Links are taken strongest first; two groups become one only if enough of their members are linked with each other
(`cohesion`). Single links are not enough: they chained unrelated stories together and took precision from .96 to .45.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from sitegen.config import Grouping
from sitegen.group.bases import choose_base
from sitegen.group.links import find_links
from sitegen.model import Article, Family, Link, Source, Story, StoryNote


@dataclass(frozen=True, slots=True, kw_only=True)
class Grouped:
    """Every article in exactly one story and one family."""

    stories: tuple[Story, ...]
    """Sorted by id."""
    links: tuple[Link, ...]


def group_articles(
    articles: Sequence[Article], notes: Sequence[StoryNote], sources: Sequence[Source], settings: Grouping
) -> Grouped:
    """The stories and families of an archive, and the links that made them."""
    links = find_links(articles, settings)
    by_id = {article.id: article for article in articles}
    families = _components(sorted(by_id), links, settings.cohesion, by_id)
    note_of = {note.id: note for note in notes}
    outlets = {source.id: source for source in sources}
    stories = [
        _story(name, members, links, by_id, note_of.get(name), outlets)
        for name, members in _stories(families, by_id).items()
    ]
    return Grouped(stories=tuple(sorted(stories, key=lambda story: story.id)), links=links)


def _components(
    ids: Sequence[str], links: Iterable[Link], cohesion: float, articles: Mapping[str, Article]
) -> tuple[frozenset[str], ...]:
    """Groups that hang together, strongest links first."""
    group_of = {one: frozenset((one,)) for one in ids}
    linked = {(link.left, link.right) for link in links}
    for link in sorted(links, key=lambda link: (-link.strength, link.left, link.right)):
        one, other = group_of[link.left], group_of[link.right]
        if one is other or _stories_of(one, articles) | _stories_of(other, articles) > _one_of(one, other, articles):
            continue
        certain = link.kind in ("translation", "version")
        if certain or _linked_share(one, other, linked) >= cohesion:
            joined = one | other
            for member in joined:
                group_of[member] = joined
    return tuple(sorted(set(group_of.values()), key=min))


def _stories_of(group: frozenset[str], articles: Mapping[str, Article]) -> frozenset[str]:
    return frozenset(articles[member].story for member in group if articles[member].story)


def _one_of(one: frozenset[str], other: frozenset[str], articles: Mapping[str, Article]) -> frozenset[str]:
    """A set that holds at most one declared story: groups of two declared stories never join."""
    return frozenset(sorted(_stories_of(one, articles) | _stories_of(other, articles))[:1])


def _linked_share(one: frozenset[str], other: frozenset[str], linked: set[tuple[str, str]]) -> float:
    """Share of the pairs between two groups that are linked; large groups are sampled by their first members."""
    few, many = sorted(one)[:40], sorted(other)[:40]
    pairs = sum(1 for left in few for right in many if (left, right) in linked or (right, left) in linked)
    return pairs / (len(few) * len(many))


def _stories(families: Iterable[frozenset[str]], articles: Mapping[str, Article]) -> dict[str, list[frozenset[str]]]:
    """Families by story: the declared one, else one of their own, named after their first article."""
    stories: dict[str, list[frozenset[str]]] = {}
    taken = {article.story.casefold() for article in articles.values() if article.story}
    for family in families:
        declared = sorted(_stories_of(family, articles))
        name = declared[0] if declared else _own_name(family, articles, taken)
        stories.setdefault(name, []).append(family)
    return stories


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
    inner = tuple(link for link in links if link.left in members and link.right in members)
    made = [_family(family, inner, articles, note, outlets) for family in families]
    made.sort(key=lambda family: (-len(family.copies), articles[family.base].chronology))
    return Story(
        id=name,
        title=(note.title if note else "") or articles[made[0].base].title,
        summary=note.summary if note else "",
        notes=note.notes if note else "",
        declared=any(articles[member].story for member in members),
        families=tuple(made),
        links=inner,
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
