"""The ops of a comparison as data: what both sides print, as far as rights allow."""

from collections.abc import Sequence
from itertools import pairwise
from typing import Any

from sitegen.model import Comparison, Op, Row, Span
from sitegen.text.tokenized import Tokenized
from sitegen.views.rights import Shown

Json = dict[str, Any]
_SIDES = ("left", "right")


def ops_json(comparison: Comparison, row: Row, texts: tuple[Tokenized, Tokenized], shown: Shown) -> list[Json]:
    """The ops of a row; joined over it, their texts are its blocks, a line feed between two of them.

    A side that is withheld is empty; where all of the row is, there are no ops. How many words that are stands with the
    article.
    """
    ids = (comparison.left, comparison.right)
    full = all(shown.rights[one] == "full" for one in ids)
    ops = row.ops if full else [piece for op in row.ops for piece in _pieces(op, ids, shown)]
    if not full and not any(span[0] < span[1] and shown.covers(one, span) for op in ops for one, span in _of(op, ids)):
        return []
    begins = (row.ops[0].left[0], row.ops[0].right[0]) if row.ops else (0, 0)
    return [_op(op, ids, texts, begins, shown) for op in ops]


def _of(op: Op, ids: tuple[str, str]) -> tuple[tuple[str, Span], tuple[str, Span]]:
    return ((ids[0], op.left), (ids[1], op.right))


def _pieces(op: Op, ids: tuple[str, str], shown: Shown) -> Sequence[Op]:
    """An equal op, cut where what may be printed of either side begins or ends; if its sides have as many tokens."""
    (left, end), (right, end_right) = op.left, op.right
    if op.tag != "equal" or end - left != end_right - right:
        return (op,)
    borders = {piece.span[0] - span[0] for one, span in _of(op, ids) for piece in shown.pieces(one, span)}
    return [
        Op("equal", (left + first, left + last), (right + first, right + last))
        for first, last in pairwise(sorted(borders | {end - left}))
    ]


def _op(op: Op, ids: tuple[str, str], texts: tuple[Tokenized, Tokenized], begins: Span, shown: Shown) -> Json:
    printed: Json = {"tag": op.tag}
    for side, (one, span), text, begin in zip(_SIDES, _of(op, ids), texts, begins, strict=True):
        printed[side] = text.text(span, begin=begin) if shown.covers(one, span) else ""
    return printed
