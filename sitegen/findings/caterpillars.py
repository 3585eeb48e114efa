"""How probable each edge is, over all ways in which the texts of a family are a row of versions with copies beside it.

Such a tree is a caterpillar: a spine, on which each text is made from the one before, and leaves, each taken from one
text of the spine and carried on by nobody. The texts are put one after another: the next of the spine, or a leaf of the
last. What a beginning weighs depends on which texts it holds, on the last and on its last leaf, so that sums over all
trees are sums over these states (Held and Karp 1962 find the best row so). Of n texts they are n * 2^n; of each length
the `_STATES` that weigh most are followed, which of up to nine texts are nearly all. O(n^2) for each state of a length.

All is plain arithmetic of doubles in one order, so that every machine gets the same bits.
"""

from collections.abc import Mapping, Sequence
from heapq import nsmallest

from sitegen.findings.arborescences import Matrix, exponential

_STATES = 100
"""Beginnings of one length that are followed: 200 change no probability of versions-dev by more than .01 where it is
beyond .9."""
_NO_LEAF = -1

State = tuple[int, int, int]
"""The texts as bits, the last of the spine, the last leaf of it."""


def caterpillar_probabilities(
    roots: Sequence[float], spine: Matrix, leaves: Matrix, later: Sequence[int], penalty: float
) -> tuple[Matrix, Matrix, list[float]]:
    """Of each edge of the spine, of each to a leaf, and of each text that it is the first: a sum of 1 for each child.

    `spine[parent][child]` and `leaves[parent][child]` are the exponents of an edge on the spine and of one to a leaf,
    `roots[child]` that of being the first; `later[child]` are the texts that are surely later, as bits. Each of them
    that comes before the child takes `penalty` off the exponent.
    """
    count = len(roots)
    tops = [
        max((max(spine[parent][child], leaves[parent][child]) for parent in range(count) if parent != child), default=0)
        for child in range(count)
    ]
    # What all edges to a child have in common says nothing, but for the first text, which has none.
    firsts = [root - top for root, top in zip(roots, tops, strict=True)]
    highest = max(firsts)
    walk = _Walk(
        [[exponential(value - top) for value, top in zip(row, tops, strict=True)] for row in spine],
        [[exponential(value - top) for value, top in zip(row, tops, strict=True)] for row in leaves],
        later,
        [exponential(-penalty * texts) for texts in range(count + 1)],
    )
    return walk.probabilities([exponential(first - highest) for first in firsts])


class _Walk:
    """The sums over all beginnings and, from the other end, over all that may follow them."""

    def __init__(self, spine: Matrix, leaves: Matrix, later: Sequence[int], factors: Sequence[float]) -> None:
        self._spine, self._leaves, self._later, self._factors = spine, leaves, later, factors
        self._count = len(spine)

    def _steps(self, state: State) -> list[tuple[State, int, float]]:
        """What may come next: the state, the text that is put, and the factor."""
        texts, last, leaf = state
        steps = []
        for child in range(self._count):
            if texts >> child & 1:
                continue
            with_child = texts | 1 << child
            factor = self._factors[(texts & self._later[child]).bit_count()]
            steps.append(((with_child, child, _NO_LEAF), child, self._spine[last][child] * factor))
            # Leaves of one text in the order of their numbers: each tree is counted once.
            if child > leaf:
                steps.append(((with_child, last, child), child, self._leaves[last][child]))
        return steps

    def probabilities(self, firsts: Sequence[float]) -> tuple[Matrix, Matrix, list[float]]:
        """As `caterpillar_probabilities`, of weights."""
        lengths = self._beginnings(firsts)
        total = sum(lengths[-1].values())
        spine: Matrix = [[0.0] * self._count for _ in range(self._count)]
        leaves: Matrix = [[0.0] * self._count for _ in range(self._count)]
        rest = dict.fromkeys(lengths[-1], 1.0)
        for beginnings in reversed(lengths[:-1]):
            before: dict[State, float] = {}
            for state, weight in beginnings.items():
                sums = 0.0
                for following, child, factor in self._steps(state):
                    if behind := rest.get(following, 0.0):
                        sums += factor * behind
                        edges = spine if following[1] == child else leaves
                        edges[state[1]][child] += weight * factor * behind / total
                before[state] = sums
            rest = before
        alone = [rest.get((1 << text, text, _NO_LEAF), 0.0) for text in range(self._count)]
        return spine, leaves, [first * behind / total for first, behind in zip(firsts, alone, strict=True)]

    def _beginnings(self, firsts: Sequence[float]) -> list[Mapping[State, float]]:
        """What the beginnings of each length weigh, from one text to all."""
        states = {(1 << text, text, _NO_LEAF): weight for text, weight in enumerate(firsts)}
        lengths: list[Mapping[State, float]] = []
        for _ in range(self._count - 1):
            if len(states) > _STATES:
                states = dict(nsmallest(_STATES, states.items(), key=lambda entry: (-entry[1], entry[0])))
            lengths.append(states)
            longer: dict[State, float] = {}
            for state, weight in states.items():
                for following, _, factor in self._steps(state):
                    longer[following] = longer.get(following, 0.0) + weight * factor
            states = longer
        return [*lengths, states]
