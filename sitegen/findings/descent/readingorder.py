"""Which copy each copy of a family is read against, and which is the base. Knows who took from whom, and no words.

A copy is read against its parent, where that is at least likely; else against a copy that likely is its parent or its
child, where that one leads to the base; else against the base. The base is a choice of reading, as an editor makes it:
an inferred one that was likely taken from another copy gives way to that copy.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from sitegen.findings.descent.dating import order_of
from sitegen.group.copies.bases import FIRST
from sitegen.model import LIKELY, Article, Edge, Family
from sitegen.text.catalogues import marked

_DECLARED = "declared by the editor"


def with_likeliest_base(family: Family, edges: Mapping[str, Edge], articles: Mapping[str, Article]) -> Family:
    """The family with the copy as its base that the inferred base was likely taken from, and a reason that is true."""
    if family.base_reason == _DECLARED or len(family.copies) == 1:
        return family
    base, passed = family.base, {family.base}
    while base in edges and (parent := edges[base].likely_parent) and parent not in passed:
        base = parent
        passed.add(base)
    if base != family.base:
        return replace(family, base=base, base_reason=marked("likely the text that others took from"))
    if family.base_reason != FIRST:
        return family
    rest = (copy for copy in family.copies if copy != base)
    if all(order_of(articles[base], articles[neighbour]).sign > 0 for neighbour in rest):
        return family
    return replace(family, base_reason=marked("none is surely earlier"))


def read_against(
    ordered: Sequence[str],
    edges: Mapping[str, Edge],
    near: Mapping[frozenset[str], float],
    strangers: frozenset[frozenset[str]] = frozenset(),
) -> dict[str, str]:
    """Of each copy but the base, the first of `ordered`, the copy that it is read against. There is no circle.

    `near` is how probable it is that one of two copies was taken from the other; 0 for pairs that it lacks. Of
    `strangers`, which have no text in common, neither is read against the other where a third copy has text of both.
    """
    base = ordered[0]
    against = {copy: edges[copy].likely_parent for copy in ordered[1:] if edges[copy].likely_parent}
    places = {copy: place for place, copy in enumerate(ordered)}
    joined = {base, *(copy for copy in against if _end(copy, against) == base)}
    while len(joined) < len(ordered):
        # The ends of the chains that do not lead to the base: copies without a parent that is likely, or in a circle.
        ends = {_end(copy, against) for copy in ordered if copy not in joined}
        *_, copy, beside = max(
            (
                _joined(near, copy, neighbour),
                {copy, neighbour} not in strangers,
                (-places[neighbour], -places[copy]),
                copy,
                neighbour,
            )
            for copy in ends
            for neighbour in joined
        )
        against[copy] = beside
        joined |= {member for member in ordered if member not in joined and _end(member, against) == base}
    return against


def _joined(near: Mapping[frozenset[str], float], copy: str, neighbour: str) -> float:
    """How probable it is that one of two copies was taken from the other, where that is likely; else 0."""
    probability = near.get(frozenset((copy, neighbour)), 0.0)
    return probability if probability >= LIKELY else 0.0


def _end(copy: str, against: Mapping[str, str]) -> str:
    """Where the chain of a copy ends: at a copy that is read against none, or at the first of a circle by name."""
    passed: dict[str, None] = {}
    while copy in against and copy not in passed:
        passed[copy] = None
        copy = against[copy]
    if copy not in passed:
        return copy
    chain = list(passed)
    return min(chain[chain.index(copy) :])
