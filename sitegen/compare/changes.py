"""Turns rows and ops into the changes a reader stops at, each with its kind, its sentence and an id that lasts."""

import hashlib
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sitegen.compare.kinds import kind_of, kind_of_equal
from sitegen.compare.lists import WordLists, words_for
from sitegen.compare.sentences import say, say_place, say_unseen
from sitegen.model import Change, ChangeKind, Move, Op, Row, Span
from sitegen.text.invisible import looks_alike
from sitegen.text.tokenized import Tokenized

_OPENING, _CLOSING = frozenset("“«„‹「『"), frozenset("”»‟›」』")


@dataclass(frozen=True, slots=True)
class _Found:
    """A change without its id."""

    kind: ChangeKind
    rows: tuple[int, ...]
    left: Span
    right: Span


def find_changes(
    left: Tokenized, right: Tokenized, rows: Sequence[Row], moves: Sequence[Move], language: str
) -> tuple[Change, ...]:
    """All changes of a comparison, in the order of its rows."""
    lists = words_for(language)
    quoted = (quoted_tokens(left), quoted_tokens(right))
    seen: Counter[str] = Counter()
    found: list[_Found] = []
    for index, row in enumerate(rows):
        leaving = [move for move in moves if move.rows[0] == index]
        moved = {move.left for move in leaving} | {move.right for move in moves if move.rows[1] == index}
        found += _of_row(left, right, index, row, moved, quoted, lists)
        for move in leaving:
            found.append(_Found("move", move.rows, move.left, move.right))
            found += _of_ops(left, right, move.rows, move.ops, quoted, lists)
    return tuple(_change(left, right, one, rows, seen) for one in found)


def _of_row(
    left: Tokenized,
    right: Tokenized,
    index: int,
    row: Row,
    moved: set[Span],
    quoted: tuple[bytearray, bytearray],
    lists: WordLists,
) -> Iterable[_Found]:
    """The changes of a row; ranges in `moved` are told as moves."""
    if row.relation == "repeated":
        return
    if row.relation in ("left only", "right only"):
        for op in row.ops:
            if op.left not in moved and op.right not in moved:
                yield _Found("cut" if row.left else "addition", (index,), op.left, op.right)
        return
    if row.relation in ("moved", "split", "merged"):
        kinds: dict[str, ChangeKind] = {"moved": "move", "split": "split", "merged": "merge"}
        yield _Found(kinds[row.relation], (index,), _reach(row.ops, "left"), _reach(row.ops, "right"))
    ops = [op for op in row.ops if op.tag == "equal" or not (op.left in moved or op.right in moved)]
    yield from _of_ops(left, right, (index,), ops, quoted, lists)


def _of_ops(
    left: Tokenized,
    right: Tokenized,
    rows: tuple[int, ...],
    ops: Iterable[Op],
    quoted: tuple[bytearray, bytearray],
    lists: WordLists,
) -> Iterable[_Found]:
    for op in ops:
        if op.tag == "equal":
            yield from _of_equal(left, right, rows, op)
        else:
            yield _Found(_kind(left, right, op, quoted, lists), rows, op.left, op.right)


def _of_equal(left: Tokenized, right: Tokenized, rows: tuple[int, ...], op: Op) -> Iterable[_Found]:
    """Neighbouring tokens that print differently are one change."""
    if left.tokens[slice(*op.left)] == right.tokens[slice(*op.right)]:
        return
    open_kind: ChangeKind | None = None
    start = 0
    shift = op.right[0] - op.left[0]
    for at in range(op.left[0], op.left[1] + 1):
        kind = kind_of_equal(left.tokens[at], right.tokens[at + shift]) if at < op.left[1] else None
        if kind != open_kind:
            if open_kind:
                yield _Found(open_kind, rows, (start, at), (start + shift, at + shift))
            open_kind, start = kind, at


def _kind(
    left: Tokenized, right: Tokenized, op: Op, quoted: tuple[bytearray, bytearray], lists: WordLists
) -> ChangeKind:
    inside = any(quoted[0][slice(*op.left)]) if op.left[0] < op.left[1] else _around(quoted[0], op.left[0])
    inside_right = any(quoted[1][slice(*op.right)]) if op.right[0] < op.right[1] else _around(quoted[1], op.right[0])
    return kind_of(
        left.tokens[slice(*op.left)],
        right.tokens[slice(*op.right)],
        before=left.tokens[max(0, op.left[0] - 2) : op.left[0]],
        after=left.tokens[op.left[1] : op.left[1] + 3],
        quoted=inside and inside_right,
        lists=lists,
    )


def _around(quoted: bytearray, at: int) -> bool:
    return 0 < at < len(quoted) and bool(quoted[at - 1] and quoted[at])


def quoted_tokens(text: Tokenized) -> bytearray:
    """For each token whether it stands inside quotation marks; a quotation ends at the latest with its block."""
    marks = bytearray(len(text.tokens))
    for block in range(len(text.starts) - 1):
        depth, straight = 0, False
        for at in range(*text.span(block)):
            mark = text.tokens[at].text.strip()
            if mark in _OPENING:
                depth += 1
            elif mark in _CLOSING:
                depth = max(0, depth - 1)
            elif mark == '"':
                straight = not straight
            elif depth or straight:
                marks[at] = 1
    return marks


def _reach(ops: Sequence[Op], side: str) -> Span:
    spans = [getattr(op, side) for op in ops]
    return (spans[0][0], spans[-1][1])


def _change(left: Tokenized, right: Tokenized, found: _Found, rows: Sequence[Row], seen: Counter[str]) -> Change:
    text, text_right = _in_one_line(left.text(found.left)), _in_one_line(right.text(found.right))
    return Change(
        id=_lasting_id(left, right, found, seen),
        kind=found.kind,
        rows=found.rows,
        left_span=found.left,
        right_span=found.right,
        left=text,
        right=text_right,
        sentence=_sentence(left, right, found, rows, text, text_right),
    )


def _sentence(left: Tokenized, right: Tokenized, found: _Found, rows: Sequence[Row], text: str, other: str) -> str:
    if found.kind in ("move", "split", "merge"):
        whole = len(found.rows) == 1
        return say_place(found.kind, rows[found.rows[0]].left, rows[found.rows[-1]].right, whole=whole)
    said = say(found.kind, text, other, left.word_count(found.left), right.word_count(found.right))
    if found.kind == "typography" and (hidden := say_unseen(left.text(found.left), right.text(found.right))):
        alike = looks_alike(left.text(found.left), right.text(found.right))
        return hidden if alike else f"{said} {hidden}"
    return said


def _in_one_line(text: str) -> str:
    return text.strip().replace("\n", " ")


def _lasting_id(left: Tokenized, right: Tokenized, found: _Found, seen: Counter[str]) -> str:
    """From the words that differ and three on each side of them; a number only where that stands twice."""
    near = left.keys[max(0, found.left[0] - 3) : found.left[1] + 3]
    near_right = right.keys[max(0, found.right[0] - 3) : found.right[1] + 3]
    said = "\x1f".join([found.kind, *near, "\x1e", *near_right])
    name = "c-" + hashlib.sha256(said.encode("utf-8", "replace")).hexdigest()[:10]
    seen[name] += 1
    return name if seen[name] == 1 else f"{name}-{seen[name]}"
