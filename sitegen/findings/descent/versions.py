"""Versions: what speaks for one text of an outlet being the next version of another, or a copy beside it.

An outlet that changes its text again and again leaves a row of versions. Each carries on what the one before had, and
what it changes is carried on by those after it; what nobody carries on stands beside the row. What was there before a
version, and what comes after it, is known of each row that is weighed, whether or not days are: so it is asked of the
row what a version takes back, what of its own is carried on, and what it loses that comes again.
`benchmarks/version_fit.py` refits the weights and prints them. Knows nothing of names and credits.

Tried and given up: to ask what is taken back of the texts that days put before a version (.86 of the previous versions
instead of .90: of a version without a day it says nothing); the chain of least change alone (chains.py), which says
nothing of how sure it is; how near a text is to the nearest one before it, or to the nearest that is left.
"""

from collections.abc import Callable, Sequence

import numpy as np

from sitegen.findings.descent.arborescences import Matrix, exponential
from sitegen.findings.descent.caterpillars import Floats, Integers, Steps, edges_of, steps_of
from sitegen.findings.descent.dating import Order
from sitegen.findings.descent.departures import Departures
from sitegen.findings.descent.likelihood import beyond_the_nearest, logarithm
from sitegen.findings.descent.weights import LEAF_WEIGHTS, ROW_WEIGHTS, SPINE_WEIGHTS
from sitegen.frozen import dataclass

PAIR_FEATURES = (
    "apart, logarithm",
    "apart beyond the nearest",
    "nothing new",
    "in the order of days",
    "longer, where the family grows",
    "surely between",
    "shared by both alone, logarithm",
)
"""What is weighed of an edge, in the order of the numbers: what of it is known whatever was before."""
STEP_FEATURES = (
    "out of order",
    "taken back",
    "taken back, logarithm",
    "carried on",
    "carried on, logarithm",
    "lost for a time",
    "lost for a time, logarithm",
)
"""What is weighed of it in a row, in the order of the numbers. Out of order are texts before it whose day is surely
later. Of the runs of words that a text has and its parent has not, those are taken back that a text before the parent
has, and those carried on that no text before it has and a later one has; of the runs that it lost, those are lost for a
time that a later one has. Each as a share, and by the logarithm of their count."""
VERSION_FEATURES = (*PAIR_FEATURES, *STEP_FEATURES)
ROW_FEATURES = ("a row", "straightness", "carried on", "taken back")
"""What is weighed of a family: whether its texts are a row of versions, or copies of each other in any order."""
_WORDS = 20
"""Words beyond the nearest text that make half of the difference they can make: about a sentence."""
_MOST_BETWEEN = 3


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
        self._pairs = np.zeros((len(copies), len(copies), len(PAIR_FEATURES)))
        """Parent x child x number; 0 on the diagonal."""
        pairs = [(parent, child) for parent in copies for child in copies if parent != child]
        before = {pair: order(*pair).believed > 0 for pair in pairs}
        surely = [pair for pair in pairs if before[pair]]
        growth = sum(longer(*pair) for pair in surely) / (len(surely) + 2)
        self._later = np.array([[float(before.get((child, text), False)) for child in copies] for text in copies])
        """Text x child: whether the text is surely the later one."""
        self._held, self._counts = departures.runs_by_holders(copies)
        holders = self._held.sum(axis=0)
        places = {copy: place for place, copy in enumerate(copies)}
        for child in copies:
            possible = [text for text in copies if text != child and not before[child, text]]
            nearest = min(apart(text, child) for text in possible or copies if text != child)
            for parent in copies:
                if parent == child:
                    continue
                giver, taker = self._held[places[parent]], self._held[places[child]]
                distance, days = apart(parent, child), order(parent, child)
                between = sum(bool(before.get((parent, text)) and before.get((text, child))) for text in copies)
                by_both = self._counts[(giver * taker > 0) & (holders == 2)]
                self._pairs[places[parent], places[child]] = (
                    logarithm(distance),
                    beyond_the_nearest(distance, nearest, _WORDS),
                    float(not (taker > giver).any()),
                    float(days.days + days.hours),
                    growth * longer(parent, child),
                    min(between, _MOST_BETWEEN),
                    logarithm(int(by_both.sum())),
                )

    def numbers(self, texts: Integers, last: Integers) -> Floats:
        """The numbers of `VERSION_FEATURES` after some beginnings: beginning x next text x number.

        `texts` are the texts of each beginning as bits, `last` the last of its spine. Sums of whole numbers below
        2^53 are the same in any order.
        """
        is_before = ((texts[:, None] >> np.arange(len(self._held))) & 1).astype(np.float64)
        holders_before = is_before @ self._held
        holders_left = self._held.sum(axis=0) - holders_before
        had, lacked = self._counts * self._held[last], self._counts * (1 - self._held[last])
        has, has_not = self._held.T, 1 - self._held.T
        new, lost = lacked @ has, had @ has_not
        taken_back = (lacked * (holders_before > 0)) @ has
        carried_on = (lacked * (holders_before == 0) * (holders_left > 1)) @ has
        for_a_time = (had * (holders_left > 0)) @ has_not
        shares = [
            number
            for counts, of in ((taken_back, new), (carried_on, new), (for_a_time, lost))
            for number in (counts / np.maximum(of, 1), _logarithms(counts))
        ]
        return np.concatenate((self._pairs[last], np.stack((is_before @ self._later, *shares), axis=-1)), axis=-1)

    def steps(self, weights: VersionWeights = SHIPPED) -> tuple[list[Steps], Floats]:
        """How probable each step of a row is, and of each text that it is the first."""
        count = len(PAIR_FEATURES)
        highest = np.maximum(
            _weighed(self._pairs, weights.spine[:count]), _weighed(self._pairs, weights.leaves[:count]) + weights.leaf
        )
        # Of each child over its possible parents; the diagonal holds no numbers.
        np.fill_diagonal(highest, -np.inf)

        def exponents(texts: Integers, last: Integers) -> tuple[Floats, Floats]:
            numbers = self.numbers(texts, last)
            return _weighed(numbers, weights.spine), _weighed(numbers, weights.leaves) + weights.leaf

        return steps_of(highest.max(axis=0), exponents)

    def as_a_row(self, weights: VersionWeights = SHIPPED) -> tuple[Matrix, list[float]]:
        """The probabilities of each edge and each first text, if the texts are a row of versions."""
        steps, firsts = self.steps(weights)
        return _edges(steps, len(self._held)), firsts.tolist()

    def mixed(self, probabilities: tuple[Matrix, list[float]], straightness: float) -> tuple[Matrix, list[float]]:
        """The probabilities of copies in any order, and those of a row, each as far as the family is one."""
        steps, firsts = self.steps()
        share = self._share_of_rows(self.row_numbers(steps, straightness))
        in_any_order, alone = probabilities
        return (
            [
                [share * row + (1 - share) * copy for row, copy in zip(rows, copies, strict=True)]
                for rows, copies in zip(_edges(steps, len(self._held)), in_any_order, strict=True)
            ],
            [share * row + (1 - share) * copy for row, copy in zip(firsts.tolist(), alone, strict=True)],
        )

    def row_numbers(self, steps: Sequence[Steps], straightness: float) -> tuple[float, ...]:
        """The numbers of `ROW_FEATURES`, over all rows as probable as they are."""
        sums = []
        for name in ("carried on", "taken back"):
            place = VERSION_FEATURES.index(name)
            expected = [
                (length.spine + length.leaves) * self.numbers(length.texts, length.last)[..., place] for length in steps
            ]
            sums.append(sum(float(np.add.accumulate(length.ravel())[-1]) for length in expected))
        carried_on, taken_back = (expected / (len(self._held) - 1) for expected in sums)
        return 1.0, straightness, carried_on, taken_back

    def _share_of_rows(self, numbers: Sequence[float]) -> float:
        """How probable it is that the texts are a row of versions, 0 to 1."""
        odds = exponential(sum(ROW_WEIGHTS[name] * value for name, value in zip(ROW_FEATURES, numbers, strict=True)))
        return odds / (1 + odds)


def _edges(steps: Sequence[Steps], count: int) -> Matrix:
    spine, leaves = edges_of(steps, count)
    edges: Matrix = (spine + leaves).tolist()
    return edges


def _weighed(numbers: Floats, weights: Sequence[float]) -> Floats:
    """Summed one by one: a library may add in another order elsewhere."""
    total = np.zeros(numbers.shape[:-1])
    for place, weight in enumerate(weights):
        total = total + weight * numbers[..., place]
    return total


def _logarithms(counts: Floats) -> Floats:
    """As `logarithm` of each."""
    mantissas, exponents = np.frexp(counts + 1)
    logarithms: Floats = exponents - 1 + (2 * mantissas - 1)
    return logarithms
