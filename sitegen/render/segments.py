"""Cuts a sentence and its readings into segments that correspond: what files for other programs are made of.

Knows no format. In a segment all have the same words, or some have others; the segments together are the sentence.
"""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from sitegen.collation import CollationUnit, CopyReading
from sitegen.model import Op, Span


class SentenceSegment(NamedTuple):
    """A stretch of a sentence, with what some readings have in its place."""

    base: Span
    """In the tokens of the unit's article; empty where the readings alone have words."""
    readings: tuple[Span, ...]
    """In the tokens of the first copy of each reading, in the order in which the readings came."""
    varies: bool
    """Whether a reading has other words than the unit here."""


def segments_of(unit: CollationUnit, readings: Sequence[CopyReading]) -> tuple[SentenceSegment, ...]:
    """The segments of a unit and of readings that have words of their own; one of all where a reading has no ops.

    Ops of several readings that touch are one segment, so that each reading is cut between words that all share.
    """
    if not readings:
        return (SentenceSegment(unit.span, (), False),)
    if not all(reading.ops for reading in readings):
        return (SentenceSegment(unit.span, tuple(reading.spans[0] for reading in readings), True),)
    segments: list[SentenceSegment] = []
    place = unit.span[0]
    for start, end in _varying(op.left for reading in readings for op in reading.ops if op.tag != "equal"):
        if place < start:
            segments.append(_segment(readings, (place, start), varies=False))
        segments.append(_segment(readings, (start, end), varies=True))
        place = end
    if place < unit.span[1]:
        segments.append(_segment(readings, (place, unit.span[1]), varies=False))
    return tuple(segments)


def _varying(spans: Iterable[Span]) -> list[Span]:
    """The stretches of the unit in which a reading differs, ascending; those that touch are one."""
    joined: list[Span] = []
    for start, end in sorted(spans):
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(joined[-1][1], end))
        else:
            joined.append((start, end))
    return joined


def _segment(readings: Sequence[CopyReading], span: Span, *, varies: bool) -> SentenceSegment:
    # What is inserted at a border belongs to the segment that varies, for no two of them touch.
    places = tuple(
        (_first(reading.ops, span[0]), _last(reading.ops, span[1]))
        if varies
        else (_last(reading.ops, span[0]), _first(reading.ops, span[1]))
        for reading in readings
    )
    return SentenceSegment(span, places, varies)


def _first(ops: Sequence[Op], place: int) -> int:
    """The first place of the reading that corresponds to a place of the unit."""
    for op in ops:
        if op.left[0] <= place <= op.left[1]:
            return op.right[0] + (place - op.left[0] if op.tag == "equal" else 0)
    return ops[-1].right[1]


def _last(ops: Sequence[Op], place: int) -> int:
    """The last place of the reading that corresponds to a place of the unit."""
    for op in reversed(ops):
        if op.left[0] <= place <= op.left[1]:
            return op.right[0] + place - op.left[0] if op.tag == "equal" else op.right[1]
    return ops[0].right[0]
