"""Which copies of a story the drawing of its descent holds, and how they hang together. Pure; knows no coordinates."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from sitegen.model import LIKELY, Edge
from sitegen.views.story_reading import StoryReading

_ALL_DRAWN = 24
"""Copies up to which each has a mark of its own; beyond, childless copies with one text and one parent share one."""
MOST_DRAWN = 40
"""Marks of a drawing: some 1,100 pixels from top to bottom, and as many lines in the list beside it."""


@dataclass(frozen=True, kw_only=True)
class LineageGraph:
    """The copies that are drawn, by article id, in order of publication."""

    copies: tuple[str, ...]
    edges: Mapping[str, Edge]
    """Of those that have one."""
    joined: Mapping[str, int]
    """How many further copies with its text and its parent a mark stands for."""
    omitted: int
    """Copies that no mark stands for."""
    in_doubt: frozenset[str]
    """Those of which nobody knows whether they are translations."""

    def parent_of(self, copy: str) -> str:
        """Its likely parent, where that is drawn; else empty."""
        edge = self.edges.get(copy)
        return edge.likely_parent if edge and edge.likely_parent in self.copies else ""

    def unheld_of(self, copy: str) -> str:
        """The outlet whose text it was likely taken from, which the archive does not hold; else empty."""
        edge = self.edges.get(copy)
        return edge.unheld if edge and not self.parent_of(copy) and edge.none_held >= LIKELY else ""

    def is_in_doubt(self, copy: str) -> bool:
        """Whether it cannot be determined from whom it was taken, or whether it was."""
        edge = self.edges.get(copy)
        return copy in self.in_doubt or (edge is not None and edge.cannot_tell)

    @cached_property
    def children(self) -> Mapping[str, tuple[str, ...]]:
        """The copies that were likely taken from a copy, by that copy."""
        children: dict[str, list[str]] = {}
        for copy in self.copies:
            if parent := self.parent_of(copy):
                children.setdefault(parent, []).append(copy)
        return {parent: tuple(copies) for parent, copies in children.items()}

    @cached_property
    def roots(self) -> tuple[str, ...]:
        """The copies without a likely parent; those that name the same text that is not held side by side."""
        roots = [copy for copy in self.copies if not self.parent_of(copy)]
        # Parents may form a circle where each of two is likely the other's: then the earliest of it is its root.
        reached = set(roots)
        for copy in self.copies:
            if not self._root_of(copy, reached):
                roots.append(copy)
                reached.add(copy)
        ranks = {copy: rank for rank, copy in enumerate(self.copies)}
        first: dict[str, int] = {}
        for copy in sorted(roots, key=ranks.__getitem__):
            first.setdefault(self.unheld_of(copy) or copy, ranks[copy])
        return tuple(sorted(roots, key=lambda copy: (first[self.unheld_of(copy) or copy], ranks[copy])))

    def _root_of(self, copy: str, roots: set[str]) -> str:
        """The root that a chain of parents leads to; empty where it leads in a circle."""
        passed: set[str] = set()
        while copy not in roots:
            if copy in passed:
                return ""
            passed.add(copy)
            copy = self.parent_of(copy)
        return copy


def lineage_graph(reading: StoryReading) -> LineageGraph | None:
    """The graph of a story's copies; None where nothing was taken from anything."""
    copies = _related(reading)
    if len(copies) < 2:
        return None
    parents = {reading.edges[copy].likely_parent for copy in copies if copy in reading.edges}
    joined: dict[str, int] = {}
    drawn = copies
    if len(copies) > _ALL_DRAWN:
        drawn, joined = _with_equal_joined(reading, copies, parents)
    if len(drawn) > MOST_DRAWN:
        bases = {family.base for family in reading.story.families}
        telling = sorted(drawn, key=lambda copy: (copy not in bases, copy not in parents))[:MOST_DRAWN]
        drawn = [copy for copy in drawn if copy in set(telling)]
    return LineageGraph(
        copies=tuple(drawn),
        edges={copy: reading.edges[copy] for copy in drawn if copy in reading.edges},
        joined={copy: joined[copy] for copy in drawn if copy in joined},
        omitted=len(copies) - len(drawn) - sum(joined.get(copy, 0) for copy in drawn),
        in_doubt=reading.foreign & frozenset(drawn),
    )


def _related(reading: StoryReading) -> list[str]:
    """Copies that share a text with another, translations, and what may be one; in order of publication."""
    related = {copy for family in reading.story.families if len(family.copies) > 1 for copy in family.copies}
    for copy, edge in reading.edges.items():
        if edge.likely_parent:
            related |= {copy, edge.likely_parent}
    if related:
        related |= reading.foreign
    return sorted(related, key=lambda copy: reading.articles[copy].chronology)


def _with_equal_joined(
    reading: StoryReading, copies: Sequence[str], parents: set[str]
) -> tuple[list[str], dict[str, int]]:
    """Copies with one text and one parent, from which none was taken, stand for each other: the earliest is drawn."""
    drawn: list[str] = []
    joined: dict[str, int] = {}
    first: dict[tuple[str, str, str], str] = {}
    for copy in copies:
        edge = reading.edges.get(copy)
        if copy in parents or edge is None:
            drawn.append(copy)
            continue
        key = (reading.alike.get(copy, copy), edge.likely_parent, edge.unheld)
        if key in first:
            joined[first[key]] = joined.get(first[key], 0) + 1
        else:
            first[key] = copy
            drawn.append(copy)
    return drawn, joined
