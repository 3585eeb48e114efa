"""The provenance bench: what is generated is what its truth says, and a wrong answer scores less than a right one."""

import random
from dataclasses import replace

import pytest

from benchmarks.corpus import all_here
from benchmarks.descents import DATES, EDITS, Descent, branched, made_descent
from benchmarks.provenance_scores import Tally
from benchmarks.wires import CHANNELS, SOURCES, scored_wires, wire_copies
from sitegen.findings.descent.provenance import provenance_of
from sitegen.model import Edge, Provenance

pytestmark = pytest.mark.skipif(not all_here(), reason="the real texts (shared/data/) are not here")


def answered(descent: Descent, *, backwards: bool) -> Provenance:
    """The truth of a family, or each edge the other way round."""
    children = {parent: child for child, parent in descent.parents.items() if parent}
    parents = {copy: children.get(copy, "") for copy in descent.copies} if backwards else descent.parents
    return Provenance(
        edges=tuple(
            Edge(
                child=copy,
                parent=parents[copy],
                probability=0.95 if parents[copy] else 0.0,
                reverse=0.0,
                none_held=0.05 if parents[copy] else 1.0,
            )
            for copy in descent.copies
        )
    )


def test_the_truth_scores_all_and_its_reverse_little() -> None:
    """Right parents are right, edges turned around count as reversed."""
    rng = random.Random(4)
    right, wrong = Tally(), Tally()
    for dates in DATES:
        descent = made_descent(rng, dates, tuple(EDITS))
        right.add(descent, answered(descent, backwards=False))
        wrong.add(descent, answered(descent, backwards=True))
    assert right.right == right.copies
    assert right.reversed == 0
    assert wrong.right < wrong.copies / 2
    assert wrong.reversed > 0


def test_a_family_is_the_same_for_a_seed() -> None:
    """And another for another."""
    first, again, another = (made_descent(random.Random(seed), "right") for seed in (1, 1, 2))
    assert first.articles == again.articles
    assert first.parents == again.parents
    assert first.articles != another.articles


def test_each_copy_has_its_parent_in_the_family_and_there_is_no_circle() -> None:
    """Of generated descents and of chains of versions with siblings."""
    rng = random.Random(8)
    versions = [[f"Version {number} of the page.", "It grows."] for number in range(5)]
    for descent in (*(made_descent(rng, dates) for dates in DATES), branched(versions, rng)):
        for copy in descent.copies:
            passed = set()
            while copy:
                assert copy not in passed
                passed.add(copy)
                copy = descent.parents[copy]


def test_generated_families_are_told_better_than_chance() -> None:
    """Dated rightly, at least four in five parents are right, and no edge that is said is backwards."""
    rng, tally = random.Random(12), Tally()
    for _ in range(12):
        descent = made_descent(rng, "right", tuple(EDITS))
        tally.add(descent, provenance_of(descent.copies, descent.articles, descent.texts, descent.sources))
    assert tally.right >= 0.8 * tally.copies
    assert tally.reversed == 0


def test_wire_copies_are_told_by_every_channel() -> None:
    """Wherever a copy names its agency, it is said to be the agency's, though days are off by one; none backwards."""
    copies = wire_copies(2 * len(CHANNELS), random.Random(6))
    kinds = {name: replace(source, kind="unknown") for name, source in SOURCES.items()}
    for sources in (SOURCES, kinds):
        told = {
            channel: (count, right, backwards) for channel, count, right, backwards in scored_wires(copies, sources)
        }
        named = [figures for channel, figures in told.items() if channel != "none"]
        assert sum(right for _, right, _ in named) >= 0.8 * sum(count for count, _, _ in named)
        assert sum(backwards for _, _, backwards in named) == 0
