"""Gathers articles that share text into families. Knows nothing of stories but that declared ones stay apart.

Texts that are one text (twins: most of either stands in the other) are one family without further questions. Beyond
that, links are taken strongest first, and two groups become one only if enough of what they consist of is linked
(`cohesion`). Single links are not enough: they chained unrelated stories together and took precision from .96 to .45.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from sitegen.model import Article, Link

_DIGEST = 4
"""An article that shares text with so many that have nothing to do with each other is a digest."""
_LONER = 8
"""And with so many, of them all: what it is about is everything."""
_LOOKED_AT = 40
"""Twins of a group whose links are counted."""

Pair = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Families:
    """Every article in exactly one family."""

    groups: tuple[frozenset[str], ...]
    """Sorted by their first id."""
    digests: tuple[str, ...]
    """Articles that quote so many others that they belong to no family."""
    loners: tuple[str, ...]
    """Those of them that quote so very many that they belong to no story either."""


def gather_families(
    links: Sequence[Link],
    twins: frozenset[Pair],
    cohesion: float,
    articles: Mapping[str, Article],
    keeper: "Keeper",
) -> Families:
    """The families that the links make; no two declared stories and no barred pair in one of them."""
    groups = Groups(articles)
    stories = {article.id: article.story for article in articles.values() if article.story}
    for left, right in sorted(twins):
        roots = groups.root(left), groups.root(right)
        # What a group declares is kept for the whole of it: to ask all its members grew with the square.
        declared = {stories[root] for root in roots if root in stories}
        if roots[0] == roots[1] or len(declared) > 1 or keeper.bars_groups(groups.of(left), groups.of(right)):
            continue
        groups.join(left, right)
        if declared:
            stories[groups.root(left)] = declared.pop()
    twin_of = {member: groups.root(member) for member in sorted(articles)}
    quoted = _digests(links, twin_of)
    digests = frozenset(quoted)
    linked = {
        tuple(sorted((twin_of[link.left], twin_of[link.right])))
        for link in links
        if twin_of[link.left] not in digests and twin_of[link.right] not in digests
    }
    parts: dict[str, set[str]] = {twin_of[member]: {twin_of[member]} for member in articles}
    for link in sorted(links, key=lambda link: (-link.strength, link.left, link.right)):
        one, other = groups.root(link.left), groups.root(link.right)
        certain = link.kind in ("translation", "version")
        if one == other or not (certain or {twin_of[link.left], twin_of[link.right]}.isdisjoint(digests)):
            continue
        if not (certain or _linked_share(parts[one], parts[other], linked) >= cohesion):
            continue
        if keeper.may_join(groups.of(one), groups.of(other)):
            groups.join(one, other)
            parts[groups.root(one)] = parts[one] | parts[other]
    loners = tuple(sorted(one for one, strangers in quoted.items() if strangers >= _LONER))
    return Families(groups.all(), tuple(sorted(digests)), loners)


class Groups:
    """Sets of articles that grow; the smaller is added to the larger."""

    def __init__(self, ids: Iterable[str]) -> None:
        self._root = {one: one for one in sorted(ids)}
        self._members = {one: [one] for one in self._root}

    def root(self, member: str) -> str:
        """The article that stands for a member's group."""
        return self._root[member]

    def of(self, member: str) -> list[str]:
        """The group that a member is in."""
        return self._members[self._root[member]]

    def join(self, left: str, right: str) -> None:
        """Makes the groups of two members one."""
        one, other = self._root[left], self._root[right]
        if one == other:
            return
        if (len(self._members[one]), other) < (len(self._members[other]), one):
            one, other = other, one
        for member in self._members.pop(other):
            self._root[member] = one
            self._members[one].append(member)

    def all(self) -> tuple[frozenset[str], ...]:
        """The groups, sorted by their first member."""
        return tuple(sorted((frozenset(members) for members in self._members.values()), key=min))


class Keeper:
    """What a keeper has declared against joining."""

    def __init__(self, articles: Mapping[str, Article], barred: frozenset[frozenset[str]]) -> None:
        self._story = {one.id: one.story for one in articles.values() if one.story}
        self._barred: dict[str, set[str]] = {}
        for pair in barred:
            for one in pair:
                self._barred.setdefault(one, set()).update(pair - {one})

    def bars(self, left: str, right: str) -> bool:
        """Whether a keeper said that these two do not belong together."""
        return right in self._barred.get(left, ())

    def may_join(self, one: Sequence[str], other: Sequence[str]) -> bool:
        """Whether two groups may become one."""
        if not self._story and not self._barred:
            return True
        if self._story:
            stories = {self._story[member] for group in (one, other) for member in group if member in self._story}
            if len(stories) > 1:
                return False
        return not self.bars_groups(one, other)

    def bars_groups(self, one: Sequence[str], other: Sequence[str]) -> bool:
        """Whether a keeper said of two members of two groups that they do not belong together."""
        if not self._barred:
            return False
        few, many = sorted((one, other), key=len)
        against = set().union(*(self._barred.get(member, set()) for member in few))
        return not against.isdisjoint(many)


def _digests(links: Sequence[Link], twin_of: Mapping[str, str]) -> dict[str, int]:
    """Twins that share text with several others which share none among themselves, and with how many, up to a bound."""
    beside: dict[str, set[str]] = {}
    for link in links:
        one, other = twin_of[link.left], twin_of[link.right]
        if link.kind in ("passages", "quotations") and one != other:
            beside.setdefault(one, set()).add(other)
            beside.setdefault(other, set()).add(one)
    counted = {one: _strangers(sorted(beside[one]), beside) for one in sorted(beside)}
    return {one: strangers for one, strangers in counted.items() if strangers >= _DIGEST}


def _strangers(others: Sequence[str], beside: Mapping[str, set[str]]) -> int:
    """How many of the others are in no way linked with each other, taken in their order."""
    apart: list[str] = []
    for other in others:
        if len(apart) < _LONER and beside[other].isdisjoint(apart):
            apart.append(other)
    return len(apart)


def _linked_share(one: set[str], other: set[str], linked: set[tuple[str, ...]]) -> float:
    """Share of the pairs between two groups that are linked, twins counted once; of large groups, by their first."""
    few, many = sorted(one)[:_LOOKED_AT], sorted(other)[:_LOOKED_AT]
    pairs = sum(1 for left in few for right in many if tuple(sorted((left, right))) in linked)
    return pairs / (len(few) * len(many))
