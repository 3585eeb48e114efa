"""Turns an alignment round, so that a pair is aligned in one order whichever text is called the left one.

Ties are many (two equal lines, two edits of one length), and each is broken from left to right somewhere. Aligning in
a fixed order and turning the result is what makes both readings of a pair say the same.
"""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from sitegen.model import Move, Op, OpTag, RelationOfRow, Row
from sitegen.text.tokenized import Tokenized

_OPS: dict[OpTag, OpTag] = {"delete": "insert", "insert": "delete"}
_ROWS: dict[RelationOfRow, RelationOfRow] = {
    "left only": "right only",
    "right only": "left only",
    "split": "merged",
    "merged": "split",
}


def is_turned(left: Tokenized, right: Tokenized) -> bool:
    """Whether the pair is aligned with the right text first."""
    return (right.keys, right.starts) < (left.keys, left.starts)


def turned(rows: Sequence[Row], moves: Sequence[Move]) -> tuple[tuple[Row, ...], tuple[Move, ...]]:
    """The alignment of the same texts the other way round: rows and moves in the order of the new left."""
    swapped = [_turned_row(row) for row in rows]
    order = _in_left_order(swapped)
    place = {before: index for index, before in enumerate(order)}
    moved = [
        Move(
            rows=(place[move.rows[1]], place[move.rows[0]]),
            left=move.right,
            right=move.left,
            ops=tuple(_turned_op(op) for op in move.ops),
        )
        for move in moves
    ]
    return tuple(swapped[index] for index in order), tuple(sorted(moved, key=lambda move: move.left))


def _turned_row(row: Row) -> Row:
    return replace(
        row,
        relation=_ROWS.get(row.relation, row.relation),
        left=row.right,
        right=row.left,
        ops=tuple(_turned_op(op) for op in row.ops),
    )


def _turned_op(op: Op) -> Op:
    return Op(_OPS.get(op.tag, op.tag), op.right, op.left)


def _in_left_order(rows: Sequence[Row]) -> list[int]:
    """Indexes of the rows: between two that stand in both texts first what the left has, then what the right has."""
    stay = sorted(
        (row.left[0], row.right[0], index)
        for index, row in enumerate(rows)
        if row.left and row.right and row.relation != "moved"
    )
    lefts, rights = [group[0] for group in stay], [group[1] for group in stay]
    keyed = []
    for index, row in enumerate(rows):
        if row.left and row.right and row.relation != "moved":
            keyed.append((bisect_left(lefts, row.left[0]) + 1, 0, row.left[0], index))
        elif row.left:
            keyed.append((bisect_left(lefts, row.left[0]), 1, row.left[0], index))
        else:
            keyed.append((bisect_left(rights, row.right[0]), 2, row.right[0], index))
    return [index for *_, index in sorted(keyed)]
