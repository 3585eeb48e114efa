"""Ranges of one text with what stands in each, to be asked for what touches another range."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from itertools import accumulate
from operator import itemgetter
from typing import Generic, TypeVar

from sitegen.model import Span

Value = TypeVar("Value")


class SpanIndex(Generic[Value]):
    """Values by their ranges. A question costs what it finds and a logarithm, where few ranges hold others."""

    def __init__(self, entries: Iterable[tuple[Span, Value]]) -> None:
        """An empty range stands for the place before its token, and touches what holds that token."""
        wide = ((start, max(end, start + 1), order, value) for order, ((start, end), value) in enumerate(entries))
        self._entries = sorted(wide, key=itemgetter(0, 2))
        self._starts = [start for start, _, _, _ in self._entries]
        self._reached = list(accumulate((end for _, end, _, _ in self._entries), max))

    def touching(self, span: Span) -> Iterator[Value]:
        """The values whose ranges share a token with `span`, in the order in which they were given."""
        near = self._entries[bisect_right(self._reached, span[0]) : bisect_left(self._starts, span[1])]
        found = [(order, value) for _, end, order, value in near if end > span[0]]
        return (value for _, value in sorted(found, key=itemgetter(0)))
