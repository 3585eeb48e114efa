"""Joins groups that report one thing in different languages, engine by engine: what one found, the next adds to."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sitegen.group.bilingual.bridges import Bridge
from sitegen.group.copies.families import Keeper
from sitegen.group.reports import Reports, strongest
from sitegen.model import Link, Passage

_SHARE = 0.34
"""Share of the pairs between two groups, of different languages, that must be alike by at least half as much."""
_LOOKED_AT = 6
"""Articles of a group that are compared across languages."""


@dataclass(slots=True)
class _Groups:
    """Groups of articles, by index, while they are joined."""

    members: dict[int, list[int]]
    number: dict[int, int]
    """The group of each article."""

    def join(self, left: int, right: int) -> None:
        self.members[left] = sorted(self.members[left] + self.members[right])
        for member in self.members.pop(right):
            self.number[member] = left


def joined_across(
    groups: Sequence[frozenset[str]], reports: Reports, bridges: Sequence[Bridge], keeper: Keeper
) -> tuple[tuple[frozenset[str], ...], tuple[Link, ...]]:
    """The groups, those joined that report one thing in different languages; and the links between languages.

    The links of the first engine that finds a pair count.
    """
    if not bridges:
        return tuple(groups), ()
    index = {article.id: place for place, article in enumerate(reports.articles)}
    members = {place: sorted(index[article] for article in group) for place, group in enumerate(groups)}
    number = {member: place for place, group in members.items() for member in group}
    state = _Groups(members, number)
    links: dict[tuple[str, str], Link] = {}
    for bridge in bridges:
        for link in _crossed(state, reports, bridge, keeper):
            links.setdefault((link.left, link.right), link)
    named = (frozenset(reports.articles[member].id for member in group) for group in state.members.values())
    return tuple(sorted(named, key=min)), tuple(links.values())


def _crossed(state: _Groups, reports: Reports, bridge: Bridge, keeper: Keeper) -> list[Link]:
    """Joins what one engine finds, the most alike first; the links that came of it."""
    links = []
    for left, right, likeness in sorted(_linked(reports, bridge), key=lambda pair: (-pair[2], pair[0], pair[1])):
        left_group, right_group = state.number[left], state.number[right]
        ids = [[reports.articles[member].id for member in state.members[group]] for group in (left_group, right_group)]
        if (
            left_group != right_group
            and keeper.may_join(*ids)
            and _hang_together(state.members[left_group], state.members[right_group], reports, bridge)
        ):
            state.join(left_group, right_group)
        if state.number[left] == state.number[right]:
            links.append((left, right, likeness))
    return [_link(reports, bridge, *link) for link in strongest(links)]


def _linked(reports: Reports, bridge: Bridge) -> Iterable[tuple[int, int, float]]:
    """Pairs that are alike enough, their days counted."""
    for left, right in bridge.likely_pairs(reports.days):
        factor = reports.factor(left, right)
        if factor > 0 and not reports.same_language(left, right):
            likeness = round(bridge.likeness(left, right, bridge.enough / factor) * factor, 6)
            if likeness >= bridge.enough:
                yield left, right, likeness


def _hang_together(left_members: Sequence[int], right_members: Sequence[int], reports: Reports, bridge: Bridge) -> bool:
    """Whether two groups are alike across languages in more than one of their articles."""
    few = [
        (left, right)
        for left in left_members[:_LOOKED_AT]
        for right in right_members[:_LOOKED_AT]
        if not reports.same_language(left, right)
    ]
    half = bridge.enough / 2
    near = sum(1 for left, right in few if bridge.likeness(left, right, half) >= half)
    return near >= _SHARE * len(few)


def _link(reports: Reports, bridge: Bridge, left: int, right: int, likeness: float) -> Link:
    return Link(
        left=reports.articles[left].id,
        right=reports.articles[right].id,
        kind=bridge.kind,
        strength=round(min(1.0, likeness), 4),
        # Words are no runs, so they have no place.
        evidence=tuple(
            Passage(left=(0, 0), right=(0, 0), words=1, text=anchor) for anchor in bridge.evidence(left, right)
        ),
        reason=bridge.reason(left, right, likeness),
    )
