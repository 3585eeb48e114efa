"""Refits the weights of versions of one text, and prints them as findings/descent/weights.py holds them.

    python -m benchmarks.version_fit [--branchings N] [--steps N] [--half 0|1]

Maximum likelihood over whole rows of versions with copies beside them, by steps of gradient with momentum, on every
other page of versions-dev; the others are left to benchmarks/provenance.py. How many previous versions are found is
printed of both halves of the pages. Then how probable a row is, by logistic regression: these pages against generated
copies of which no outlet is known.
"""

import argparse
import random
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from benchmarks.descents import SEEN, Dates, Descent, branched, made_descent, without_dates, without_outlets
from benchmarks.provenance_fit import versions_of_pages
from sitegen.findings.descent.provenance import Graph, weigh
from sitegen.findings.descent.versions import ROW_FEATURES, SHIPPED, VERSION_FEATURES, VersionRow, VersionWeights

_MOST = 9
"""Copies of a family, so that nearly all rows are summed: what is left out would have no gradient."""
_PENALTY = 1e-3
_UNDATED = 6
"""One family in so many is fitted without its days too."""
_DATES: tuple[Dates, ...] = ("right", "some absent", "near", "tied", "partly wrong")
Vector = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Row:
    """A page with the truth about it."""

    versions: VersionRow
    spine: tuple[tuple[int, int], ...]
    """(parent, child) of each version and the next."""
    leaves: tuple[tuple[int, int], ...]
    """The same of a version and a copy beside it."""

    def numbers_of_truth(self) -> Vector:
        """The numbers of its true steps, summed as `weights_of` reads them."""
        following = dict(self.spine)
        last: int | None = next(parent for parent, _ in self.spine if parent not in following.values())
        count = len(VERSION_FEATURES)
        sums = np.zeros(2 * count + 1)
        texts = 0
        while last is not None:
            texts |= 1 << last
            for leaf in sorted(child for parent, child in self.leaves if parent == last):
                sums[count:-1] += self._numbers(texts, last, leaf)
                sums[-1] += 1
                texts |= 1 << leaf
            following_text = following.get(last)
            if following_text is not None:
                sums[:count] += self._numbers(texts, last, following_text)
            last = following_text
        return sums

    def _numbers(self, texts: int, last: int, child: int) -> Vector:
        return self.versions.numbers(np.array([texts]), np.array([last]))[0, child]

    def expected_numbers(self, weights: VersionWeights) -> Vector:
        """The same sums over all rows, as probable as they are."""
        count = len(VERSION_FEATURES)
        sums = np.zeros(2 * count + 1)
        for length in self.versions.steps(weights)[0]:
            numbers = self.versions.numbers(length.texts, length.last)
            sums[:count] += np.einsum("bt,btn->n", length.spine, numbers)
            sums[count:-1] += np.einsum("bt,btn->n", length.leaves, numbers)
            sums[-1] += length.leaves.sum()
        return sums


def graph_of(descent: Descent) -> Graph:
    """Its copies, weighed."""
    return weigh(descent.copies, descent.articles, descent.texts, descent.sources)


def row_of(descent: Descent) -> Row | None:
    """A page in numbers; None of one with too few copies, or too many."""
    versions = graph_of(descent).versions if len(descent.copies) <= _MOST else None
    if versions is None:
        return None
    places = {copy: place for place, copy in enumerate(descent.copies)}
    edges = [(parent, child) for child, parent in descent.parents.items() if parent]
    counted = descent.counted or frozenset()
    return Row(
        versions,
        tuple((places[parent], places[child]) for parent, child in edges if child in counted),
        tuple((places[parent], places[child]) for parent, child in edges if child not in counted),
    )


def weights_of(vector: Vector) -> VersionWeights:
    """The weights that a vector holds."""
    count = len(VERSION_FEATURES)
    values = [float(value) for value in vector]
    return VersionWeights(spine=tuple(values[:count]), leaves=tuple(values[count : 2 * count]), leaf=values[-1])


def fitted(rows: Sequence[Row], steps: int) -> Vector:
    """The likeliest weights, from those that are shipped on."""
    vector = np.array([*SHIPPED.spine, *SHIPPED.leaves, SHIPPED.leaf])
    speed, moment = np.zeros_like(vector), np.zeros_like(vector)
    total = sum(len(row.spine) + len(row.leaves) for row in rows)
    true = sum((row.numbers_of_truth() for row in rows), np.zeros_like(vector))
    for step in range(steps):
        weights = weights_of(vector)
        expected = sum((row.expected_numbers(weights) for row in rows), np.zeros_like(vector))
        gradient = (true - expected) / total - _PENALTY * vector
        # Adam: the numbers are of very different sizes.
        speed = 0.9 * speed + 0.1 * gradient
        moment = 0.98 * moment + 0.02 * gradient**2
        rate = 0.15 * (1 - 0.8 * step / steps)
        vector += rate * (speed / (1 - 0.9 ** (step + 1))) / (np.sqrt(moment / (1 - 0.98 ** (step + 1))) + 1e-4)
        if step % 10 == 9:
            print(f"# step {step + 1}: largest gradient {np.abs(gradient).max():.4f}", flush=True)
    return vector


def found_versions(families: Sequence[Descent], weights: VersionWeights) -> float:
    """The share of the versions of which the previous one, or its text, is the likeliest parent in a row."""
    found = []
    for family in families:
        versions = graph_of(family).versions
        if versions is None:
            continue
        edges, firsts = versions.as_a_row(weights)
        words = [tuple(block.text for block in family.articles[copy].blocks) for copy in family.copies]
        for child, copy in enumerate(family.copies):
            if copy not in (family.counted or ()):
                continue
            shares: dict[tuple[str, ...], float] = {}
            for parent, text in enumerate(words):
                shares[text] = shares.get(text, 0.0) + edges[parent][child]
            likeliest = max(shares, key=shares.__getitem__)
            found.append(firsts[child] <= 0.5 and likeliest == words[family.copies.index(family.parents[copy])])
    return sum(found) / len(found)


def rows_told_apart(pages: Sequence[Descent], copies: Sequence[Descent]) -> Vector:
    """The weights by which rows of versions are told from other families, both of unknown outlets."""
    numbers, is_row = [], []
    for number, family in enumerate((*pages, *copies)):
        graph = graph_of(family) if len(family.copies) <= _MOST else None
        if graph and graph.versions:
            numbers.append(graph.row_numbers())
            is_row.append(float(number < len(pages)))
    table, truth = np.array(numbers), np.array(is_row)
    vector = np.zeros(len(ROW_FEATURES))
    for _ in range(5_000):
        vector += 0.5 * (table.T @ (truth - 1 / (1 + np.exp(-table @ vector))) / len(truth) - _PENALTY * vector)
    return vector


def main() -> None:
    """Fits and prints."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--branchings", type=int, default=3, help="how often each page is branched")
    parser.add_argument("--steps", type=int, default=40)
    parser.add_argument("--half", type=int, choices=(0, 1), default=0, help="which pages: those of even or odd numbers")
    given = parser.parse_args()
    halves = [
        [
            branched(page, random.Random(f"{branching} {number}"))
            for branching in range(given.branchings)
            for number, page in enumerate(versions_of_pages()[half::2])
        ]
        for half in (given.half, 1 - given.half)
    ]
    families = halves[0]
    undated = [without_dates(family) for family in families[::_UNDATED]]
    rows = [row for family in (*families, *undated) if (row := row_of(family))]
    vector = fitted(rows, given.steps)
    for place, title in ((0, "SPINE_WEIGHTS"), (len(VERSION_FEATURES), "LEAF_WEIGHTS")):
        print(title)
        for offset, name in enumerate(VERSION_FEATURES):
            print(f'    "{name}": {vector[place + offset]:.2f},')
    print(f'    "a leaf": {vector[-1]:.2f},', flush=True)
    for title, weights in (("these weights", weights_of(vector)), ("the weights that are shipped", SHIPPED)):
        shares = ", ".join(f"{found_versions(half, weights):.3f}" for half in halves)
        print(f"# previous versions, by {title}, of these pages and of the others: {shares}", flush=True)
    rng = random.Random(1)
    copies = [without_outlets(made_descent(rng, rng.choice(_DATES), SEEN)) for _ in range(len(families) // 2)]
    print("ROW_WEIGHTS, with the weights that are shipped")
    for name, weight in zip(ROW_FEATURES, rows_told_apart(families[::2], copies), strict=True):
        print(f'    "{name}": {weight:.2f},')


if __name__ == "__main__":
    main()
