"""How well a grouping fits what is known of a set. Knows nothing of how it was made."""

from collections import Counter
from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Score:
    """Of pairs."""

    precision: float
    recall: float

    @property
    def f1(self) -> float:
        """The harmonic mean; 0 where both are 0."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


def pairwise(found: Mapping[str, Hashable], truth: Mapping[str, Hashable]) -> Score:
    """Pairs of the articles in `truth` that stand in one group, against those that should. Others do not count."""
    groups: Counter[Hashable] = Counter(found[one] for one in truth)
    wanted: Counter[Hashable] = Counter(truth.values())
    both = Counter((found[one], truth[one]) for one in truth)
    right = _pairs(both.values())
    return Score(right / max(1, _pairs(groups.values())), right / max(1, _pairs(wanted.values())))


def _pairs(sizes: Iterable[int]) -> int:
    return sum(size * (size - 1) // 2 for size in sizes)


def average_precision(scored: Sequence[tuple[float, bool]]) -> float:
    """The mean of the precision at each right one, strongest first; of equals the wrong ones come first."""
    right, total = 0, 0.0
    for place, (_, good) in enumerate(sorted(scored, key=lambda one: (-one[0], one[1])), 1):
        if good:
            right += 1
            total += right / place
    return total / right if right else 0.0
