"""Versions: what speaks for one text of an outlet being the next version of another, or a copy beside it.

An outlet that changes its text again and again leaves a row of versions. Each carries on what the one before had, and
what it changes is carried on by those after it; what nobody carries on stands beside the row. So an edge is weighed by
what the other texts of the family have of it, which is not asked where copies are of many outlets.
`benchmarks/version_fit.py` refits the weights and prints them. Knows nothing of names and credits.

Tried and given up: how many stretches two texts differ in, and what later texts have of a change (.840 of the previous
versions instead of .848 with twelve numbers); the chain of least change alone (chains.py), which says nothing of how
sure it is.
"""

from collections.abc import Callable, Sequence

import numpy as np
from numpy.typing import NDArray

from sitegen.findings.arborescences import Matrix, exponential
from sitegen.findings.caterpillars import caterpillar_probabilities
from sitegen.findings.dating import Order
from sitegen.findings.departures import Departures
from sitegen.findings.likelihood import beyond_the_nearest, logarithm
from sitegen.findings.weights import LEAF_WEIGHTS, ROW_WEIGHTS, SPINE_WEIGHTS
from sitegen.frozen import dataclass

VERSION_FEATURES = (
    "apart, logarithm",
    "apart beyond the nearest",
    "carried by a third",
    "nothing new",
    "in the order of days",
    "longer, where the family grows",
    "surely between",
    "shared by both alone, logarithm",
    "restored",
    "lost and had by a third",
)
"""What is weighed of an edge, in the order of the numbers. New are the runs of words that the child has and the parent
has not, lost those that the child has not; restored are new ones that a text surely before the parent has."""
ROW_FEATURES = ("a row", "straightness", "carried by a third", "restored")
"""What is weighed of a family: whether its texts are a row of versions, or copies of each other in any order."""
_OUT_OF_ORDER = 5.0
"""Taken off the exponent for each version that would stand before another though its day is surely later: days are
typed wrong now and then. Fitted with the weights it came to 4.2, 4.9 and 5.3."""
_WORDS = 20
"""Words beyond the nearest text that make half of the difference they can make: about a sentence."""
_MOST_BETWEEN = 3
Numbers = NDArray[np.float64]


@dataclass(frozen=True, slots=True, kw_only=True)
class VersionWeights:
    """What the numbers of an edge weigh."""

    spine: tuple[float, ...]
    """Of an edge from one version to the next."""
    leaves: tuple[float, ...]
    """Of an edge to a copy beside the row."""
    leaf: float
    """Of being such a copy."""


SHIPPED = VersionWeights(
    spine=tuple(SPINE_WEIGHTS[name] for name in VERSION_FEATURES),
    leaves=tuple(LEAF_WEIGHTS[name] for name in VERSION_FEATURES),
    leaf=LEAF_WEIGHTS["a leaf"],
)


class VersionRow:
    """The texts of one outlet, as numbers."""

    def __init__(
        self,
        copies: Sequence[str],
        departures: Departures,
        apart: Callable[[str, str], int],
        order: Callable[[str, str], Order],
        longer: Callable[[str, str], int],
    ) -> None:
        self.numbers: Numbers = np.zeros((len(copies), len(copies), len(VERSION_FEATURES)))
        """Parent x child x number; 0 on the diagonal."""
        pairs = [(parent, child) for parent in copies for child in copies if parent != child]
        before = {pair: order(*pair).believed > 0 for pair in pairs}
        surely = [pair for pair in pairs if before[pair]]
        growth = sum(longer(*pair) for pair in surely) / (len(surely) + 2)
        self.later = [
            sum(1 << place for place, text in enumerate(copies) if before.get((child, text))) for child in copies
        ]
        """Of each text, by its place, those that are surely later, as bits."""
        holds = departures.runs_held(copies)
        holders = holds.sum(axis=0)
        places = {copy: place for place, copy in enumerate(copies)}
        held_before = {
            parent: np.logical_or.reduce([holds[places[text]] for text in copies if before.get((text, parent))], axis=0)
            if any(before.get((text, parent)) for text in copies)
            else np.zeros(holds.shape[1], dtype=bool)
            for parent in copies
        }
        for child in copies:
            possible = [text for text in copies if text != child and not before[child, text]]
            nearest = min(apart(text, child) for text in possible or copies if text != child)
            for parent in copies:
                if parent == child:
                    continue
                giver, taker = holds[places[parent]], holds[places[child]]
                new, lost = taker & ~giver, giver & ~taker
                distance, days = apart(parent, child), order(parent, child)
                between = sum(bool(before.get((parent, text)) and before.get((text, child))) for text in copies)
                self.numbers[places[parent], places[child]] = (
                    logarithm(distance),
                    beyond_the_nearest(distance, nearest, _WORDS),
                    _share(new, holders > 1),
                    float(not new.any()),
                    float(days.days + days.hours),
                    growth * longer(parent, child),
                    min(between, _MOST_BETWEEN),
                    logarithm(int(np.count_nonzero(giver & taker & (holders == 2)))),
                    _share(new, held_before[parent]),
                    _share(lost, holders > 1),
                )

    def row_probabilities(self, weights: VersionWeights = SHIPPED) -> tuple[Matrix, Matrix, list[float]]:
        """Of each edge of a row of versions, of each to a copy beside it, and of each text that it is the first."""
        return caterpillar_probabilities(
            [0.0] * len(self.numbers),
            _exponents(self.numbers, weights.spine, 0.0),
            _exponents(self.numbers, weights.leaves, weights.leaf),
            self.later,
            _OUT_OF_ORDER,
        )

    def as_a_row(self) -> tuple[Matrix, list[float]]:
        """The probabilities of each edge and each first text, if the texts are a row of versions."""
        spine, leaves, roots = self.row_probabilities()
        return _summed(spine, leaves), roots

    def mixed(self, probabilities: tuple[Matrix, list[float]], straightness: float) -> tuple[Matrix, list[float]]:
        """The probabilities of copies in any order, and those of a row, each as far as the family is one."""
        edges, roots = self.as_a_row()
        share = self.share_of_rows(edges, straightness)
        in_any_order, alone = probabilities
        return (
            [
                [share * row + (1 - share) * copy for row, copy in zip(rows, copies, strict=True)]
                for rows, copies in zip(edges, in_any_order, strict=True)
            ],
            [share * row + (1 - share) * copy for row, copy in zip(roots, alone, strict=True)],
        )

    def row_numbers(self, edges: Matrix, straightness: float) -> tuple[float, ...]:
        """The numbers of `ROW_FEATURES`; `edges` are the probabilities of a row."""
        count = len(edges) - 1
        carried, restored = (
            sum(
                edges[parent][child] * float(self.numbers[parent, child, VERSION_FEATURES.index(name)])
                for parent in range(len(edges))
                for child in range(len(edges))
            )
            / count
            for name in ("carried by a third", "restored")
        )
        return 1.0, straightness, carried, restored

    def share_of_rows(self, edges: Matrix, straightness: float) -> float:
        """How probable it is that the texts are a row of versions, 0 to 1."""
        numbers = self.row_numbers(edges, straightness)
        odds = exponential(sum(ROW_WEIGHTS[name] * value for name, value in zip(ROW_FEATURES, numbers, strict=True)))
        return odds / (1 + odds)


def _share(runs: NDArray[np.bool_], had: NDArray[np.bool_]) -> float:
    """The share of some runs that are had elsewhere too; 0 where there are none."""
    count = int(np.count_nonzero(runs))
    return int(np.count_nonzero(runs & had)) / count if count else 0.0


def _exponents(numbers: Numbers, weights: Sequence[float], base: float) -> Matrix:
    """Summed one by one: a library may add in another order elsewhere."""
    return [
        [base + sum(weight * value for weight, value in zip(weights, values, strict=True)) for values in row]
        for row in numbers.tolist()
    ]


def _summed(left: Matrix, right: Matrix) -> Matrix:
    return [[first + second for first, second in zip(*rows, strict=True)] for rows in zip(left, right, strict=True)]
