"""Reads wikidiff2's own account of a diff (its inline JSON) into our tokens, rows and ops.

Types of its lines: 0 in both, 1 only in the right, 2 only in the left, 3 changed, 4 moved away, 5 moved here. A changed
line holds the words of both sides, those of one side marked by ranges of bytes (0 added, 1 deleted).
"""

import base64
import json
from dataclasses import dataclass

from benchmarks.peers.task import Task
from benchmarks.scores import Pairs
from sitegen.model import Change, Comparison, Measures, Op, OpTag, RelationOfRow, Row
from sitegen.text.tokenized import Tokenized

_BOTH, _RIGHT, _LEFT, _CHANGED, _AWAY, _HERE = range(6)
_NO_MEASURES = Measures(
    left_words=0, right_words=0, kept=0, moved=0, changed=0, left_in_right=0.0, right_in_left=0.0, longest_run=0
)


@dataclass(frozen=True, slots=True)
class _Line:
    """A line of its diff: blocks of both sides (None where it has none), and runs of equal bytes inside them."""

    left: int | None
    right: int | None
    moved: bool
    equal: tuple[tuple[int, int, int], ...]


def wiki_pairs(task: Task, answer: str) -> Pairs:
    """The tokens that it calls equal. Of a text and itself it says nothing at all."""
    lines = _lines(answer)
    if not lines and task.lines[0] == task.lines[1]:
        return [(at, at) for at in range(len(task.left.keys))]
    return sorted(pair for line in lines for pair in _pairs(task, line))


def wiki_comparison(task: Task, answer: str) -> Comparison:
    """Its diff as one of our comparisons: rows, ops, and a change for each edit. It has no splits and no sentences."""
    rows: list[Row] = []
    changes: list[Change] = []
    for line in _lines(answer):
        ops = _ops(task, line)
        edits = [op for op in ops if op.tag != "equal"]
        left, right = (() if one is None else (one,) for one in (line.left, line.right))
        both: RelationOfRow = "moved" if line.moved else "changed" if edits else "same"
        rows.append(
            Row(
                relation=both if left and right else "left only" if left else "right only",
                left=left,
                right=right,
                ops=ops,
            )
        )
        changes += [_change(len(rows) - 1, op) for op in edits]
    return Comparison(left="left", right="right", rows=tuple(rows), changes=tuple(changes), measures=_NO_MEASURES)


def _change(row: int, op: Op) -> Change:
    return Change(
        id="", kind="wording", rows=(row,), left_span=op.left, right_span=op.right, left="", right="", sentence=""
    )


def _lines(answer: str) -> list[_Line]:
    said = json.loads(base64.b64decode(answer).decode("utf-8", "replace"))["diff"]
    left = right = 0
    lefts: list[int | None] = []
    rights: list[int | None] = []
    away: dict[str, int] = {}
    for one in said:
        in_left, in_right = (
            one["type"] in (_BOTH, _LEFT, _CHANGED, _AWAY),
            one["type"] in (_BOTH, _RIGHT, _CHANGED, _HERE),
        )
        lefts.append(left if in_left else None)
        rights.append(right if in_right else None)
        if one["type"] == _AWAY:
            away[one["moveInfo"]["id"]] = left
        left, right = left + in_left, right + in_right
    found = []
    for one, at, other in zip(said, lefts, rights, strict=True):
        if one["type"] == _HERE:
            at = away[one["moveInfo"]["linkId"]]
        if one["type"] != _AWAY:
            equal = _equal_bytes(one) if at is not None and other is not None else ()
            found.append(_Line(at, other, one["type"] == _HERE, equal))
    return found


def _equal_bytes(line: dict[str, object]) -> tuple[tuple[int, int, int], ...]:
    text = str(line["text"]).encode()
    runs = []
    at = left = right = 0
    marked: list[dict[str, int]] = line.get("highlightRanges", [])  # type: ignore[assignment]
    for one in [*marked, {"start": len(text), "length": 0, "type": 0}]:
        length = one["start"] - at
        if length:
            runs.append((left, right, length))
        left, right, at = left + length, right + length, one["start"] + one["length"]
        if one["type"]:
            left += one["length"]
        else:
            right += one["length"]
    return tuple(runs)


def _places(text: Tokenized, block: int) -> list[tuple[int, int, int]]:
    """Start and end of each token of a block, in bytes, without the space behind it; and its index."""
    found = []
    at = 0
    for token in range(*text.span(block)):
        printed = text.tokens[token].text
        found.append((at, at + len(printed.rstrip().encode("utf-8", "replace")), token))
        at += len(printed.encode("utf-8", "replace"))
    return found


def _pairs(task: Task, line: _Line) -> Pairs:
    if line.left is None or line.right is None:
        return []
    left = _places(task.left, line.left)
    there = {(start, end): token for start, end, token in _places(task.right, line.right)}
    found: Pairs = []
    at = 0
    for start, other, length in line.equal:
        while at < len(left) and left[at][0] < start:
            at += 1
        while at < len(left) and left[at][1] <= start + length:
            begin, end, token = left[at]
            same = there.get((begin - start + other, end - start + other))
            if same is not None:
                found.append((token, same))
            at += 1
    return found


def _ops(task: Task, line: _Line) -> tuple[Op, ...]:
    start, end = task.left.span(line.left) if line.left is not None else (0, 0)
    start_right, end_right = task.right.span(line.right) if line.right is not None else (0, 0)
    ops: list[Op] = []
    at, other = start, start_right
    for left, right in [*_pairs(task, line), (end, end_right)]:
        if left > at or right > other:
            ops.append(Op(_tag(left > at, right > other), (at, left), (other, right)))
        if (left, right) != (end, end_right):
            ops.append(Op("equal", (left, left + 1), (right, right + 1)))
        at, other = left + 1, right + 1
    return tuple(ops)


def _tag(deleted: bool, inserted: bool) -> OpTag:
    return "replace" if deleted and inserted else "delete" if deleted else "insert"
