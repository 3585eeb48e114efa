"""Versions of one text: which is made from which, where one outlet changes its text again and again."""

import random
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise, permutations, product
from math import exp

import numpy as np
import pytest

from benchmarks.descents import made_article
from sitegen.findings.descent.arborescences import exponential
from sitegen.findings.descent.caterpillars import Floats, Integers, edges_of, exponentials, steps_of
from sitegen.findings.descent.provenance import provenance_of, weigh
from sitegen.findings.descent.versions import VERSION_FEATURES
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
    """Each way of hanging the texts is counted once, with its weight, which what was put before may change."""
    rng = random.Random(count)
    highest = [rng.uniform(-1, 1) for _ in range(count)]
    spine, leaves = (np.array([[rng.uniform(-2, 2) for _ in range(count)] for _ in range(count)]) for _ in "ab")
    after = np.array([[rng.uniform(-2, 2) for _ in range(count)] for _ in range(count)])
    """Of each text before the parent's steps, what it adds to the exponent of the next version."""

    def exponents(texts: Integers, last: Integers) -> tuple[Floats, Floats]:
        before = ((texts[:, None] >> np.arange(count)) & 1).astype(float)
        return spine[last] + before @ after, leaves[last]

    total = 0.0
    sums = {kind: np.zeros((count, count)) for kind in ("spine", "leaves")}
    firsts = np.zeros(count)
    for row, hung in every_caterpillar(count):
        exponent = -highest[row[0]] + sum(leaves[parent][child] - highest[child] for parent, child in hung)
        for place, (left, right) in enumerate(pairwise(row), 1):
            before = {*row[:place], *(child for parent, child in hung if parent in row[:place])}
            exponent += spine[left][right] + sum(after[text][right] for text in before) - highest[right]
        weight = exp(exponent)
        total += weight
        firsts[row[0]] += weight
        for left, right in pairwise(row):
            sums["spine"][left][right] += weight
        for parent, child in hung:
            sums["leaves"][parent][child] += weight
    steps, got_firsts = steps_of(highest, exponents)
    assert got_firsts == pytest.approx(firsts / total)
    for got, kind in zip(edges_of(steps, count), ("spine", "leaves"), strict=True):
        assert got == pytest.approx(sums[kind] / total)


def test_a_long_row_is_weighed_without_overflow() -> None:
    """Of 24 texts most beginnings are left out, and what is left still sums to 1 for each text."""
    rng = random.Random(24)
    distances = np.array([[30.0 * abs(left - right) for right in range(24)] for left in range(24)])
    noise = np.array([[rng.uniform(-1, 1) for _ in range(24)] for _ in range(24)])
    weights = noise - distances

    def exponents(_: Integers, last: Integers) -> tuple[Floats, Floats]:
        return weights[last], weights[last] - 2

    np.fill_diagonal(distances, np.inf)
    steps, firsts = steps_of((noise - distances).max(axis=0).tolist(), exponents)
    spine, leaves = edges_of(steps, 24)
    assert spine.sum(axis=0) + leaves.sum(axis=0) + firsts == pytest.approx(np.ones(24))
    assert spine[11, 12] + spine[12, 11] > 0.8


def test_exponentials_are_those_of_single_numbers() -> None:
    """In arrays and alone e to the power of a number is the same, to ten digits."""
    numbers = np.array([-200.0, -3.5, 0.0, 0.4, 17.0])
    assert exponentials(numbers) == pytest.approx([exponential(float(number)) for number in numbers], rel=1e-10)
    assert exponentials(numbers) == pytest.approx(np.exp(numbers), rel=1e-10)


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


def test_what_is_taken_back_and_carried_on_is_asked_of_the_row() -> None:
    """No day is known, and yet a text takes back what one before it in the row has, or carries on what is new."""
    texts = {"a": STEPS[:2], "b": (STEPS[0], STEPS[2]), "c": STEPS[:3]}
    articles = {name: made_article(name, list(text), source=PAGE.id) for name, text in texts.items()}
    tokens = {name: tokenize_blocks(article.blocks) for name, article in articles.items()}
    row = weigh(tuple(articles), articles, tokens, {PAGE.id: PAGE}).versions
    assert row
    a, b, c = range(3)

    def numbers(before: Sequence[int], last: int, child: int) -> dict[str, float]:
        counted = row.numbers(np.array([sum(1 << text for text in before)]), np.array([last]))[0, child]
        return dict(zip(VERSION_FEATURES, counted.tolist(), strict=True))

    assert numbers([a, b], b, c)["taken back"] > 0.7, "b lost the second step, c has it again"
    assert numbers([b], b, c)["taken back"] == 0, "control: a is not before them"
    assert numbers([a], a, b)["carried on"] > 0.7, "the third step is new in b, and c has it"
    assert numbers([a, c], a, b)["carried on"] == 0
    assert numbers([a, c], a, b)["taken back"] > 0.7, "c is before b"
    assert numbers([a], a, b)["lost for a time"] > 0.7
    assert numbers([a, c], a, b)["lost for a time"] == 0


def test_a_copy_that_nobody_carries_on_stands_beside_the_row() -> None:
    """What it added is in no later version and what it cut is in all, so the next one is made from the one before."""
    drawing = "A reader sends a drawing of the umbrella that was returned to her with the letter."
    beside = (GROWING[2][0], *GROWING[2][2:], drawing)
    edges = versions([1, 5, 9, 11, 13, 17], (*GROWING[:3], beside, GROWING[3], GROWING[4]))
    assert edges["v3"].parent == "v2"
    assert edges["v4"].parent == "v2"
    # If it had cut nothing, the next version may as well have replaced its sentence.
    edges = versions([1, 5, 9, 11, 13, 17], (*GROWING[:3], (*GROWING[2], drawing), GROWING[3], GROWING[4]))
    assert edges["v4"].probability < COPIED


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
