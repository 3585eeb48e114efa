"""Refits the weights of the evidence on who took from whom, and prints them as findings/descent/weights.py holds them.

    python -m benchmarks.provenance_fit [--families N] [--seed S]

Maximum likelihood over whole descents (the matrix-tree theorem gives the sum over all), with a small penalty on the
squares, by steps of gradient with momentum: deterministic for a seed. Fitted on generated descents without the two
edits that are kept out, and on a quarter of the pages of versions-dev. Copies with one text are left out of the truth.
"""

import argparse
import json
import lzma
import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from benchmarks.corpus import DATA, paragraphs
from benchmarks.descents import DATES, Descent, branched, made_descent, without_outlets
from sitegen.findings.descent.likelihood import EDGE_FEATURES, FEATURES
from sitegen.findings.descent.provenance import weigh

VERSIONS = DATA / "versions" / "versions-dev.jsonl.xz"
_PENALTY = 1e-3
_STEPS = 400
_SHARPENED = 1.08
"""What the likeliest weights are multiplied by. Of what they said at .75 to .9, .83 in the middle, .88 was so: days
that are wrong in some of the families make them doubt in all. From 1 to 1.15 the same parents are found, to .003;
beyond 1.15 less than .95 of what is said at .9 is so."""
_MIXED = (*DATES, "right", "right", "right", "near", "some absent")
"""Kinds of dates, as often as archives have them: most days are right."""
Matrix = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Sample:
    """A family in numbers."""

    edges: Matrix
    """Parent x child x number; 0 on the diagonal."""
    roots: Matrix
    """Child x number."""
    truth: tuple[tuple[int, int], ...]
    """(parent, child), the parent -1 for none."""


def versions_of_pages() -> list[list[list[str]]]:
    """The versions of each page, the oldest first, as paragraphs; pages by name."""
    pages: dict[str, list[tuple[int, list[str]]]] = {}
    with lzma.open(VERSIONS, "rt", encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            pages.setdefault(row["page"], []).append((row["version"], list(paragraphs(row["text"]))))
    return [[text for _, text in sorted(pages[name])] for name in sorted(pages)]


def sample_of(descent: Descent) -> Sample:
    """A family in the numbers that the program weighs."""
    copies = descent.copies
    graph = weigh(copies, descent.articles, descent.texts, descent.sources)
    edges = np.zeros((len(copies), len(copies), len(EDGE_FEATURES)))
    for row, parent in enumerate(copies):
        for column, child in enumerate(copies):
            if row != column:
                edges[row, column] = graph.edge_numbers(parent, child)
    roots = np.array([graph.root_numbers(child) for child in copies])
    places = {copy: place for place, copy in enumerate(copies)}
    truth = tuple((places.get(descent.parents[copy], -1), places[copy]) for copy in copies)
    return Sample(edges, roots, truth)


def fitted(samples: Sequence[Sample]) -> dict[str, float]:
    """The likeliest weights."""
    count = len(FEATURES)
    weights, speed = np.zeros(count), np.zeros(count)
    edges_of = len(EDGE_FEATURES)
    spread = np.sqrt(
        np.concatenate(
            [
                np.mean([(sample.edges**2).mean(axis=(0, 1)) for sample in samples], axis=0),
                np.mean([(sample.roots**2).mean(axis=0) for sample in samples], axis=0),
            ]
        )
    )
    scale = 1 / np.maximum(spread, 0.05)
    moment = np.zeros(count)
    total = sum(len(sample.truth) for sample in samples)
    for step in range(_STEPS):
        gradient = np.zeros(count)
        likelihood = 0.0
        for sample in samples:
            score = sample.edges @ weights[:edges_of]
            root = sample.roots @ weights[edges_of:]
            np.fill_diagonal(score, -np.inf)
            top = np.maximum(score.max(axis=0), root)
            weight, alone = np.exp(score - top), np.exp(root - top) + 1e-12
            laplacian = np.diag(weight.sum(axis=0) + alone) - weight
            inverse = np.linalg.inv(laplacian)
            marginal = weight * (np.diag(inverse)[None, :] - inverse.T)
            single = alone * np.diag(inverse)
            expected_edges = np.einsum("pc,pcf->f", marginal, sample.edges)
            gradient[:edges_of] -= expected_edges
            gradient[edges_of:] -= single @ sample.roots
            likelihood -= float(np.linalg.slogdet(laplacian)[1])
            for parent, child in sample.truth:
                if parent >= 0:
                    gradient[:edges_of] += sample.edges[parent, child]
                    likelihood += float(np.log(weight[parent, child] + 1e-300))
                else:
                    gradient[edges_of:] += sample.roots[child]
                    likelihood += float(np.log(alone[child]))
        gradient = gradient / total - _PENALTY * weights
        # Adam: the numbers are of very different sizes.
        speed = 0.9 * speed + 0.1 * gradient
        moment = 0.99 * moment + 0.01 * gradient**2
        weights += (
            0.05
            * (1 - 0.9 * step / _STEPS)
            * (speed / (1 - 0.9 ** (step + 1)))
            / (np.sqrt(moment / (1 - 0.99 ** (step + 1))) + 1e-8)
            * scale
        )
        if step % 50 == 0 or step == _STEPS - 1:
            print(f"# step {step}: log-likelihood a copy {likelihood / total:.4f}", flush=True)
    return {name: round(_SHARPENED * float(weight), 2) for name, weight in zip(FEATURES, weights, strict=True)}


def samples(families: int, seed: int) -> Iterator[Sample]:
    """Generated families of all kinds of dates, some of them of unknown outlets, then a quarter of the versions."""
    rng = random.Random(seed)
    for number in range(families):
        yield sample_of(made_descent(rng, _MIXED[number % len(_MIXED)]))
    for _ in range(families // 3):
        # An agency's report and who prints it: most say so, and their days are off by one.
        yield sample_of(made_descent(rng, rng.choice(("near", "near", "tied", "absent")), most=3, willing=0.9))
    for _ in range(families // 12):
        yield sample_of(without_outlets(made_descent(rng, rng.choice(_MIXED))))
    for page in versions_of_pages()[::4]:
        yield sample_of(branched(page, rng))


def main() -> None:
    """Fits and prints."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--families", type=int, default=600)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    for name, weight in fitted(list(samples(given.families, given.seed))).items():
        print(f'    "{name}": {weight},')


if __name__ == "__main__":
    main()
