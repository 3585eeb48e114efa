"""Versions of one text: which is made from which, where one outlet changes its text again and again."""

import random
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise, permutations, product
from math import exp

import pytest

from benchmarks.descents import made_article
from sitegen.findings.caterpillars import caterpillar_probabilities
from sitegen.findings.provenance import provenance_of, weigh
from sitegen.model import COPIED, Edge, Source
from sitegen.text.tokenized import tokenize_blocks
from tests.findings.test_provenance import on

PAGE = Source(id="gazette", name="Harbour Gazette")
STEPS = (
    "The lock keepers of Ammer closed both gates on Monday while divers looked for the cable of the old ferry.",
    "Barges waited at the upper mole until the evening, and their crews cooked together on the towpath.",
    "A spokeswoman of the waterway office called the search slow but careful, and asked for patience till noon.",
    "Two anglers had reported the cable in spring, yet their letter had been filed under lost umbrellas.",
    "The first barge passed on Tuesday with forty tonnes of gravel and a dog that barked at the gauge.",
    "Insurers will count the hours that were lost, and the office has promised to answer letters sooner.",
)


def every_caterpillar(count: int) -> Iterator[tuple[tuple[int, ...], tuple[tuple[int, int], ...]]]:
    """All rows of some texts, each with every way in which the other texts may hang on them."""
    for length in range(1, count + 1):
        for row in permutations(range(count), length):
            rest = [text for text in range(count) if text not in row]
            for parents in product(row, repeat=len(rest)):
                yield row, tuple(zip(parents, rest, strict=True))


@pytest.mark.parametrize("count", [1, 2, 3, 4, 5])
def test_the_sums_are_those_over_all_trees(count: int) -> None:
    """Each way of hanging the texts is counted once, with its weight; days take off what they take off."""
    rng = random.Random(count)
    roots = [rng.uniform(-1, 1) for _ in range(count)]
    spine, leaves = ([[rng.uniform(-2, 2) for _ in range(count)] for _ in range(count)] for _ in "ab")
    total = 0.0
    sums = {kind: [[0.0] * count for _ in range(count)] for kind in ("spine", "leaves")}
    firsts = [0.0] * count
    for row, hung in every_caterpillar(count):
        exponent = roots[row[0]] + sum(spine[left][right] for left, right in pairwise(row))
        weight = exp(exponent + sum(leaves[parent][child] for parent, child in hung))
        total += weight
        firsts[row[0]] += weight
        for left, right in pairwise(row):
            sums["spine"][left][right] += weight
        for parent, child in hung:
            sums["leaves"][parent][child] += weight
    got_spine, got_leaves, got_firsts = caterpillar_probabilities(roots, spine, leaves, [0] * count, 5.0)
    assert got_firsts == pytest.approx([first / total for first in firsts])
    for got, kind in ((got_spine, "spine"), (got_leaves, "leaves")):
        for row, weights in zip(got, sums[kind], strict=True):
            assert row == pytest.approx([weight / total for weight in weights])


def versions(days: Sequence[int | None], texts: Sequence[Sequence[str]], source: str = PAGE.id) -> dict[str, Edge]:
    """The edges of versions by name, `v0` the first; None is a day that is not known."""
    articles = {
        f"v{place}": made_article(
            f"v{place}", list(text), source=source, published=on(known) if (known := days[place]) else None
        )
        for place, text in enumerate(texts)
    }
    tokens = {name: tokenize_blocks(article.blocks) for name, article in articles.items()}
    sources = {PAGE.id: PAGE} if source else {}
    return {edge.child: edge for edge in provenance_of(tuple(articles), articles, tokens, sources).edges}


GROWING = tuple(STEPS[: 2 + place] for place in range(5))


@pytest.mark.parametrize("unknown", [1, 2, 3])
def test_a_version_without_a_day_stands_where_it_changes_least(unknown: int) -> None:
    """Each version follows the one before, and the one whose day is not known is made from its neighbour too."""
    days: list[int | None] = [1, 5, 9, 13, 17]
    days[unknown] = None
    edges = versions(days, GROWING)
    assert [edges[f"v{place}"].parent for place in range(1, 5)] == ["v0", "v1", "v2", "v3"]
    assert edges["v0"].none_held >= COPIED


def test_versions_without_any_day_are_told_in_no_direction() -> None:
    """That a text grew is no proof: it may as well have been cut again and again."""
    assert all(edge.probability < COPIED for edge in versions([None] * 5, GROWING).values())
    assert any(edge.probability >= COPIED for edge in versions([1, 5, 9, 13, 17], GROWING).values()), "control"


def test_a_copy_that_nobody_carries_on_stands_beside_the_row() -> None:
    """What it added is in no later version, so the next one is made from the version before it."""
    beside = (*STEPS[:3], "A reader sends a drawing of the umbrella that was returned to her with the letter.")
    edges = versions([1, 5, 9, 11, 13, 17], (*GROWING[:3], (*GROWING[2], beside[-1]), GROWING[3], GROWING[4]))
    assert edges["v3"].parent == "v2"
    assert edges["v4"].parent == "v2"


def test_outlets_that_are_known_to_be_two_are_no_row() -> None:
    """Nor are two texts, nor versions that an editor put in order; control: those of one outlet, or of unknown ones."""
    articles = {
        f"v{place}": made_article(f"v{place}", list(text), source=PAGE.id, published=on(1 + place))
        for place, text in enumerate(GROWING)
    }

    def is_row(**changed: object) -> bool:
        held = articles | {"v1": replace(articles["v1"], **changed)}  # type: ignore[arg-type]
        tokens = {name: tokenize_blocks(article.blocks) for name, article in held.items()}
        return weigh(tuple(held), held, tokens, {PAGE.id: PAGE}).versions is not None

    assert is_row()
    assert not is_row(source="tern")
    assert not is_row(version_of="v0")


@pytest.mark.parametrize("source", [PAGE.id, ""])
def test_the_order_of_the_copies_changes_nothing(source: str) -> None:
    """Names turned around and copies given in another order: the same parents with the same probabilities."""
    days, texts = [1, None, 9, 13, None], GROWING
    edges = versions(days, texts, source)
    turned = versions(days[::-1], texts[::-1], source)
    name = {f"v{place}": f"v{4 - place}" for place in range(5)}
    for child, edge in edges.items():
        other = turned[name[child]]
        assert (other.probability, other.none_held) == pytest.approx((edge.probability, edge.none_held), abs=0.011)
        assert {name.get(edge.parent, ""), *map(name.get, edge.one_of)} & {other.parent, *other.one_of}
