"""What of a provenance is right, counted: parents, directions, and how often what is said with a probability is so."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import pairwise

from benchmarks.descents import Descent
from sitegen.findings.descent.dating import order_of
from sitegen.model import COPIED, LIKELY, Provenance

_BINS = (0.0, 0.3, 0.45, 0.6, 0.75, 0.9, 1.01)


@dataclass(slots=True)
class Tally:
    """Counts over many copies."""

    copies: int = 0
    right: int = 0
    """The likeliest of parents and none is the true one."""
    neighbours: int = 0
    """Copies with a true parent that is held ..."""
    undirected: int = 0
    """... whose likeliest neighbour is joined to it by a true edge, whichever way."""
    latest: int = 0
    """Copies of whom the latest earlier one is the parent."""
    said: int = 0
    """Edges said at `COPIED` ..."""
    said_right: int = 0
    reversed: int = 0
    """... and those of which the truth is the other way round."""
    decidable: int = 0
    """True edges whose days order them rightly ..."""
    decided: int = 0
    """... and those that are said at `COPIED`."""
    told_backwards: int = 0
    """Edges said at `LIKELY` or more of which the truth is the other way round."""
    bins: list[list[float]] = field(default_factory=lambda: [[0, 0, 0.0] for _ in _BINS[1:]])
    """Of each bin of probability: edges, right ones, sum of the probabilities."""

    def add(self, descent: Descent, provenance: Provenance) -> None:
        """Counts one family. Copies with one text count as one parent."""
        words = {name: tuple(block.text for block in article.blocks) for name, article in descent.articles.items()}
        truth = descent.parents
        wanted = frozenset(descent.copies) if descent.counted is None else descent.counted
        for edge in provenance.edges:
            child, true = edge.child, truth[edge.child]
            if child not in wanted:
                continue
            # Where nothing tells several apart, that it was one of them is what is said, and is scored.
            told = edge.one_of or ((edge.parent,) if edge.parent else ())
            said = edge.together if edge.one_of else edge.probability
            same = bool(true) and any(words[parent] == words[true] for parent in told)
            back = (
                bool(edge.parent)
                and truth[edge.parent] != ""
                and words[truth[edge.parent]] == words[child]
                and not same
            )
            self.copies += 1
            none = edge.none_held > 0.5
            self.right += (not true) if none else same
            if true:
                self.neighbours += 1
                self.undirected += same or back
                parent, taken = descent.articles[true], descent.articles[child]
                if order_of(parent, taken).sign > 0:
                    self.decidable += 1
                    self.decided += same and said >= COPIED
            if edge.parent:
                place = next(at for at in range(len(_BINS) - 1) if said < _BINS[at + 1])
                self.bins[place][0] += 1
                self.bins[place][1] += same
                self.bins[place][2] += said
                if said >= COPIED:
                    self.said += 1
                    self.said_right += same
                    self.reversed += back
                self.told_backwards += back and said >= LIKELY
            self.latest += _latest_earlier(descent, child) == true

    def __str__(self) -> str:
        """One line."""
        return (
            f"{self.copies:>7}{_share(self.right, self.copies)}{_share(self.undirected, self.neighbours)}"
            f"{_share(self.latest, self.copies)}{_share(self.said, self.copies)}{_share(self.said_right, self.said)}"
            f"{_share(self.reversed, self.said)}{_share(self.decided, self.decidable)}{self.told_backwards:>10}"
        )

    def reliability(self) -> Iterable[str]:
        """A line a bin: between which probabilities, how many, what was said and what came true."""
        for (low, high), (count, right, total) in zip(pairwise(_BINS), self.bins, strict=True):
            if count:
                yield f"  {low:.2f} - {min(high, 1.0):.2f}{count:>8.0f}{total / count:>9.3f}{right / count:>9.3f}"


HEAD = (
    f"{'copies':>7}{'parent':>9}{'either':>9}{'latest':>9}{'said':>9}{'right':>9}{'reversed':>9}{'decided':>9}"
    f"{'backwards':>10}"
)


def _share(count: int, of: int) -> str:
    return f"{count / of:>9.3f}" if of else f"{'-':>9}"


def _latest_earlier(descent: Descent, child: str) -> str:
    """The copy with the latest day before that of the child; of several the first by name."""
    own = descent.articles[child].published
    if own is None:
        return ""
    earlier = [
        (published.order, name)
        for name, article in descent.articles.items()
        if (published := article.published) and published.order < own.order
    ]
    return max(earlier, default=(("", ""), ""), key=lambda found: found[0])[1]
