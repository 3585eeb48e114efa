"""Entries of a list, or short lines, in another order: one finding for all of them, and not a move for each."""

from collections.abc import Sequence
from itertools import pairwise

from sitegen.changes.finding import Finding
from sitegen.changes.readtext import STOPS, ReadText
from sitegen.changes.rowedits import Sides
from sitegen.model import Row

_FEWEST = 2
"""Entries at another place that make another order; one has moved."""
_SHORT = 14
"""Words of the longest line that is taken for an entry where nothing says that it is one."""


def order_findings(sides: Sides, rows: Sequence[Row]) -> list[Finding]:
    """One finding for the rows of entries that stand at other places, or none."""
    moved = [index for index, row in enumerate(rows) if row.relation == "moved" and _is_entry(sides.left, row.left)]
    if len(moved) < _FEWEST or len(moved) < sum(row.relation == "moved" for row in rows):
        return []
    first, last = rows[moved[0]], rows[moved[-1]]
    rights = sorted(block for index in moved for block in rows[index].right)
    turned = all(before.right > after.right for before, after in pairwise(rows[index] for index in moved))
    return [
        Finding(
            kind="order",
            verdict="moved",
            left=(sides.left.text.span(first.left[0])[0], sides.left.text.span(last.left[-1])[1]),
            right=(sides.right.text.span(rights[0])[0], sides.right.text.span(rights[-1])[1]),
            rows=tuple(moved),
            aspect="reversed" if turned and len(moved) > _FEWEST else "",
        )
    ]


def _is_entry(text: ReadText, blocks: Sequence[int]) -> bool:
    """Whether a block is an entry of a list, or a short line that is no sentence."""
    if len(blocks) != 1:
        return False
    start, end = text.text.span(blocks[0])
    words = text.text.words_of(blocks[0])
    return words <= _SHORT and (end - start < 1 or text.keys[end - 1] not in STOPS or words <= _SHORT // 2)
