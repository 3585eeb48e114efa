"""How much two texts share, counted by runs of words and without alignment: linear in their length.

For the copies of a story whose budget is spent. A run that both have is surely shared, but a changed word takes up to
five runs with it and order is not looked at; so each share is the least that alignment would find, or close to it.
"""

from collections.abc import Iterator

from sitegen.frozen import dataclass
from sitegen.text.tokenized import Tokenized

_RUN = 5
"""Tokens of a run, as in grouping: shorter ones meet by chance."""

Run = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RunTable:
    """A text and its runs."""

    text: Tokenized
    runs: frozenset[Run]


def runs_of(text: Tokenized) -> RunTable:
    """The runs of a text; of one that is shorter than a run, the whole text."""
    return RunTable(text, frozenset(_runs_of(text.keys)))


def shares(left: RunTable, right: RunTable) -> tuple[float, float]:
    """Share of the left's words in runs that the right has too, and of the right's in the left; 0 to 1."""
    if left.text.keys == right.text.keys:
        share = 1.0 if left.text.counts[-1] else 0.0
        return share, share
    shared = left.runs & right.runs
    return _share(left.text, shared), _share(right.text, shared)


def _share(text: Tokenized, shared: frozenset[Run]) -> float:
    covered, words = 0, 0
    for start, run in enumerate(_runs_of(text.keys)):
        if run in shared:
            end = start + len(run)
            words += text.word_count((max(start, covered), end))
            covered = end
    return round(words / text.counts[-1], 4) if text.counts[-1] else 0.0


def _runs_of(keys: tuple[str, ...]) -> Iterator[Run]:
    if len(keys) < _RUN:
        return iter((keys,) if keys else ())
    return zip(*(keys[offset:] for offset in range(_RUN)), strict=False)
