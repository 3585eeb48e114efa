"""Widens edits to whole expressions and whole words before they are read: `phủ nhận`, not `phủ`; 桌子, not 桌.

Both sides grow by the same equal tokens, so that ops stay contiguous and what is equal stays equal. An edit of one
side that could as well stand a few tokens on is first slid to where a word begins. Knows nothing of kinds.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from sitegen.changes.readtext import ReadText
from sitegen.changes.rowedits import Sides
from sitegen.model import Op, OpTag, Span

_SLIDE_UP_TO = 12
"""Tokens by which an edit is slid, at most."""


@dataclass(slots=True)
class _Edit:
    """An edit whose ends may move."""

    left: Span
    right: Span


def widened(sides: Sides, ops: Sequence[Op]) -> Sequence[Op]:
    """The same ops with whole words in their edits; the very ops where none is cut."""
    if all(op.tag == "equal" for op in ops):
        return ops
    ops = _with_whole_ranges(sides, ops)
    edits = [_slid(sides, ops, place) for place, op in enumerate(ops) if op.tag != "equal"]
    begin, end = (ops[0].left[0], ops[0].right[0]), (ops[-1].left[1], ops[-1].right[1])
    changed = False
    for place, edit in enumerate(edits):
        low = (edits[place - 1].left[1], edits[place - 1].right[1]) if place else begin
        high = (edits[place + 1].left[0], edits[place + 1].right[0]) if place + 1 < len(edits) else end
        changed = _grow(sides, edit, low, high) or changed
    original = [(op.left, op.right) for op in ops if op.tag != "equal"]
    if not changed and original == [(edit.left, edit.right) for edit in edits]:
        return ops
    return _ops(edits, begin, end)


def _with_whole_ranges(sides: Sides, ops: Sequence[Op]) -> Sequence[Op]:
    """The ops, where one value that ends a range here and begins one there stayed by chance: `15-20`, `20-22`."""
    merged_ops: list[Op] = []
    place = 0
    while place < len(ops):
        op, after = ops[place], ops[place + 1] if place + 1 < len(ops) else None
        if merged_ops and after and _is_end_of_two_ranges(sides, merged_ops[-1], op, after):
            before = merged_ops.pop()
            merged_ops.append(Op("replace", (before.left[0], after.left[1]), (before.right[0], after.right[1])))
            place += 1
        else:
            merged_ops.append(op)
        place += 1
    return merged_ops if len(merged_ops) < len(ops) else ops


def _is_end_of_two_ranges(sides: Sides, before: Op, op: Op, after: Op) -> bool:
    """Whether an equal value has the other end before it in one text and behind it in the other."""
    if op.tag != "equal" or _length(op) != 1 or {before.tag, after.tag} != {"insert", "delete"}:
        return False
    value = sides.left.value(op.left[0])
    if value is None:
        return False
    first, last = (sides.left, sides.right) if before.tag == "delete" else (sides.right, sides.left)
    head = before.left if before.tag == "delete" else before.right
    tail = after.right if before.tag == "delete" else after.left
    ends = _other_end(first, head[1] - 1, head[0] - 1, -1), _other_end(last, tail[0], tail[1], 1)
    # 2-1 and 1-2 are a score in another order.
    return None not in ends and ends[0] != ends[1]


def _other_end(text: ReadText, start: int, end: int, step: int) -> str | None:
    """The key of the other end of a range, where the words of an edit from a value on are those between its ends."""
    between: list[str] = []
    for token in range(start, end, step):
        if text.value(token) is not None:
            is_range = between in (["-"], ["–"], ["—"]) or (bool(between) and tuple(between) in text.terms.ranges)
            return text.keys[token] if is_range else None
        between.append(text.keys[token])
    return None


def _grow(sides: Sides, edit: _Edit, low: Span, high: Span) -> bool:
    """Moves the ends of an edit out of words that they cut, up to its neighbours. Whether any moved."""
    before = (edit.left, edit.right)
    (start, end), (start_right, end_right) = edit.left, edit.right
    while (
        start > low[0]
        and start_right > low[1]
        and (_cuts(sides.left, start, edit.left) or _cuts(sides.right, start_right, edit.right))
    ):
        start, start_right = start - 1, start_right - 1
    while (
        end < high[0]
        and end_right < high[1]
        and (_cuts(sides.left, end, edit.left) or _cuts(sides.right, end_right, edit.right))
    ):
        end, end_right = end + 1, end_right + 1
    edit.left, edit.right = (start, end), (start_right, end_right)
    return (edit.left, edit.right) != before


def _cuts(text: ReadText, place: int, edited: Span) -> bool:
    """Whether the place before a token is inside a word or an expression; a side without words cuts none."""
    return edited[0] < edited[1] and text.is_inside(place)


def _slid(sides: Sides, ops: Sequence[Op], place: int) -> _Edit:
    """The edit of an op, where it is one-sided and cuts words slid to where it cuts none, if there is such a place."""
    op = ops[place]
    if op.tag not in ("delete", "insert"):
        return _Edit(op.left, op.right)
    text = sides.left if op.tag == "delete" else sides.right
    start, end = op.left if op.tag == "delete" else op.right
    if not text.is_inside(start) and not text.is_inside(end):
        return _Edit(op.left, op.right)
    room = _length(ops[place - 1]) if place else 0, _length(ops[place + 1]) if place + 1 < len(ops) else 0
    for step in (-1, 1):
        shift = 0
        for _ in range(min(room[step > 0], _SLIDE_UP_TO)):
            # Slid to the left, the token before the edit comes in and its last token goes out: they must be equal.
            incoming = start + shift - 1 if step < 0 else end + shift
            outgoing = end + shift - 1 if step < 0 else start + shift
            if text.keys[incoming] != text.keys[outgoing]:
                break
            shift += step
            if not text.is_inside(start + shift) and not text.is_inside(end + shift):
                return _Edit((op.left[0] + shift, op.left[1] + shift), (op.right[0] + shift, op.right[1] + shift))
    return _Edit(op.left, op.right)


def _length(op: Op) -> int:
    return op.left[1] - op.left[0] if op.tag == "equal" else 0


def _ops(edits: Sequence[_Edit], begin: Span, end: Span) -> list[Op]:
    """The ops of edits, in order, from where both sides begin to where they end. Edits that touch become one."""
    joined: list[_Edit] = []
    for edit in edits:
        if joined and joined[-1].left[1] == edit.left[0] and joined[-1].right[1] == edit.right[0]:
            joined[-1] = _Edit((joined[-1].left[0], edit.left[1]), (joined[-1].right[0], edit.right[1]))
        else:
            joined.append(edit)
    ops: list[Op] = []
    place, opposite_token = begin
    for edit in [*joined, _Edit((end[0], end[0]), (end[1], end[1]))]:
        if edit.left[0] > place:
            ops.append(Op("equal", (place, edit.left[0]), (opposite_token, edit.right[0])))
        if edit.left[0] < edit.left[1] or edit.right[0] < edit.right[1]:
            tag: OpTag = (
                "replace"
                if edit.left[0] < edit.left[1] and edit.right[0] < edit.right[1]
                else "delete"
                if edit.left[0] < edit.left[1]
                else "insert"
            )
            ops.append(Op(tag, edit.left, edit.right))
        place, opposite_token = edit.left[1], edit.right[1]
    return ops
