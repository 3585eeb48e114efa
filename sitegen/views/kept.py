"""Which words inside a change both copies print the same. They are marked on neither side, whatever is said of them.

A change may reach over words that stayed: `Cr 2,000` and `2,000 crowns` are one change of format, and 2,000 is kept.
"""

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from operator import itemgetter
from typing import Self

from sitegen.frozen import dataclass
from sitegen.model import Change, Comparison, Op, Span
from sitegen.text.tokenized import Tokenized

_Range = tuple[int, int, int]
"""First and end token of an equal range, and what leads to the other side's: its first less this one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """The equal ranges of a comparison, by side, in the order of its text."""

    texts: tuple[Tokenized, Tokenized]
    ranges: tuple[tuple[_Range, ...], tuple[_Range, ...]]

    @classmethod
    def of(cls, comparison: Comparison, texts: tuple[Tokenized, Tokenized]) -> Self:
        """Those of its rows and of the sentences that moved."""
        runs = [*(row.ops for row in comparison.rows), *(move.ops for move in comparison.moves)]
        ops = [op for run in runs for op in run if op.tag == "equal"]
        return cls(texts=texts, ranges=(tuple(_ranges(ops, 0)), tuple(_ranges(ops, 1))))

    def around(self, change: Change, which: str) -> list[Span]:
        """The parts of a change's range that the other side does not have or prints otherwise.

        All of the range where neither side has any: a space between two words is seen on none of them.
        """
        spans = (change.left_span, change.right_span)
        side = int(which == "right")
        parts = self._parts(side, spans[side])
        return parts if parts or self._parts(1 - side, spans[1 - side]) else [spans[side]]

    def _parts(self, side: int, span: Span) -> list[Span]:
        parts: list[Span] = []
        at = span[0]
        for start, end, shift in self._within(side, span):
            for token in range(max(start, span[0]), min(end, span[1])):
                if self._printed_alike(side, token, token + shift):
                    parts += [(at, token)] if at < token else []
                    at = token + 1
        return parts + ([(at, span[1])] if at < span[1] else [])

    def _within(self, side: int, span: Span) -> Iterator[_Range]:
        ranges = self.ranges[side]
        at = max(bisect_right(ranges, span[0], key=itemgetter(0)) - 1, 0)
        while at < len(ranges) and ranges[at][0] < span[1]:
            if ranges[at][1] > span[0]:
                yield ranges[at]
            at += 1

    def _printed_alike(self, side: int, token: int, other: int) -> bool:
        """Also where one of the two ends a paragraph, or stands before a mark, and so has no space after it."""
        one, two = self.texts[side].tokens[token].text, self.texts[1 - side].tokens[other].text
        return one == two or (one.rstrip(" ") == two.rstrip(" ") and abs(len(one) - len(two)) == 1)


def _ranges(ops: Iterable[Op], side: int) -> list[_Range]:
    spans = [(op.left, op.right) if side == 0 else (op.right, op.left) for op in ops]
    return sorted((own[0], own[1], other[0] - own[0]) for own, other in spans)
