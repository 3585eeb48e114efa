"""Turns rows and ops into the changes a reader stops at, each with its kind, its sentence and an id that lasts."""

import hashlib
from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass
from typing import NamedTuple

from sitegen.compare.edits import Edits
from sitegen.compare.sentences import Side, say, say_place, say_shift
from sitegen.compare.shifts import Shift, find_shifts, in_pieces
from sitegen.model import Change, ChangeKind, Move, Op, Row, Span
from sitegen.text.catalogues import ENGLISH, Catalogue
from sitegen.text.tokenized import Tokenized


class _Found(NamedTuple):
    """A change without its id."""

    kind: ChangeKind
    rows: tuple[int, ...]
    left: Span
    right: Span
    also: tuple[ChangeKind, ...] = ()
    """Other consequential kinds of what differs in it."""
    shifted: bool = False
    """Whether its words moved inside their sentence."""


def find_changes(
    left: Tokenized,
    right: Tokenized,
    rows: Sequence[Row],
    moves: Sequence[Move],
    languages: tuple[str, str],
    catalogue: Catalogue = ENGLISH,
) -> tuple[Change, ...]:
    """All changes of a comparison, in the order of its rows. `languages` are those of the left and the right.

    The sentences are those of `catalogue`.
    """
    edits = Edits(left, right, languages)
    seen: dict[str, int] = {}
    found: list[_Found] = []
    leaving, moved = _by_row(moves)
    for index, row in enumerate(rows):
        found += _of_row(edits, index, row, moved.get(index, frozenset()))
        for move in leaving.get(index, ()):
            found.append(_Found("move", move.rows, move.left, move.right))
            found += _of_ops(edits, move.rows, move.ops)
    inside = {move.left: _edits(move.ops) for move in moves}
    said = _Sentences(left=left, right=right, read=edits, rows=rows, edits=inside, catalogue=catalogue)
    return tuple(_change(left, right, one, said, seen) for one in found)


def _by_row(moves: Sequence[Move]) -> tuple[dict[int, list[Move]], dict[int, set[Span]]]:
    """The moves that leave each row, and the ranges of each row that are told as moves."""
    leaving: dict[int, list[Move]] = {}
    moved: dict[int, set[Span]] = {}
    for move in moves:
        leaving.setdefault(move.rows[0], []).append(move)
        moved.setdefault(move.rows[0], set()).add(move.left)
        moved.setdefault(move.rows[1], set()).add(move.right)
    return leaving, moved


def _of_row(edits: Edits, index: int, row: Row, moved: Set[Span]) -> Iterable[_Found]:
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
    ops: Sequence[Op] = row.ops
    if moved:
        ops = [op for op in ops if op.tag == "equal" or not (op.left in moved or op.right in moved)]
    yield from _of_ops(edits, (index,), ops)


def _of_ops(edits: Edits, rows: tuple[int, ...], ops: Sequence[Op]) -> Iterable[_Found]:
    at = 0
    ops = in_pieces(edits, ops)
    shifts = find_shifts(edits, ops)
    while at < len(ops):
        op = ops[at]
        if op.tag == "equal":
            after = at > 0 and ops[at - 1].tag != "equal"
            yield from (_Found(kind, rows, one, other) for kind, one, other in edits.of_equal(op, after_edit=after))
            at += 1
            continue
        shift = shifts.get(at)
        joined, last = _joined(edits, ops, at, shifts)
        if joined:
            spans = (op.left[0], ops[last].left[1]), (op.right[0], ops[last].right[1])
            yield _Found(joined, rows, *spans, also=edits.differs_too(*spans, joined))
        elif shift and shift.first == at:
            yield _Found(shift.kind, rows, shift.left, shift.right, shifted=shift.same)
        elif not shift:
            kind = edits.kind(op.left, op.right)
            yield _Found(kind, rows, op.left, op.right, also=edits.differs_too(op.left, op.right, kind))
        at = last + 1


def _joined(edits: Edits, ops: Sequence[Op], at: int, shifts: Mapping[int, Shift]) -> tuple[ChangeKind | None, int]:
    """The kind of the one change that some edits from an op on are, and its last op; None where it is one by itself."""
    found: ChangeKind | None = None
    while at + 2 < len(ops) and ops[at + 1].tag == "equal" and ops[at + 2].tag != "equal":
        joined = edits.joined(*ops[at : at + 3]) if shifts.get(at) is shifts.get(at + 2) else None
        if not joined or (found and joined != "quotation"):
            break
        found = joined
        at += 2
    return found, at


def _reach(ops: Sequence[Op], side: str) -> Span:
    spans = [getattr(op, side) for op in ops]
    return (spans[0][0], spans[-1][1])


def _change(left: Tokenized, right: Tokenized, found: _Found, said: "_Sentences", seen: dict[str, int]) -> Change:
    texts = (_in_one_line(left.text(found.left)), _in_one_line(right.text(found.right)))
    return Change(
        id=_lasting_id(left, right, found, seen),
        kind=found.kind,
        rows=found.rows,
        left_span=found.left,
        right_span=found.right,
        left=texts[0],
        right=texts[1],
        shifted=found.shifted,
        sentence=said.sentence(found, texts),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Sentences:
    """What the sentences of a comparison's changes are made from, besides the changes."""

    left: Tokenized
    right: Tokenized
    read: Edits
    """Both texts with what is quoted in them."""
    rows: Sequence[Row]
    edits: Mapping[Span, int]
    """How much differs inside each sentence that has moved, by where it left."""
    catalogue: Catalogue

    def sentence(self, found: _Found, texts: tuple[str, str]) -> str:
        """What happened, in words. `texts` are the differing texts."""
        first, last = self.rows[found.rows[0]], self.rows[found.rows[-1]]
        if found.shifted:
            sides = (_side(self.left, found.left, (), texts[0]), _side(self.right, found.right, (), texts[1]))
            return say_shift(found.kind, *sides, self.catalogue)
        if found.kind in ("move", "split", "merge"):
            whole = len(found.rows) == 1
            inside = _edits(first.ops) if whole else self.edits.get(found.left, 0)
            return say_place(found.kind, first.left, last.right, self.catalogue, whole=whole, edits=inside)
        left = _side(self.left, found.left, first.left, texts[0])
        right = _side(self.right, found.right, last.right, texts[1])
        if found.kind == "quotation":
            quoted = (
                reading.mostly_quoted(*span)
                for reading, span in ((self.read.left, found.left), (self.read.right, found.right))
            )
            left, right = (side._replace(quoted=one) for side, one in zip((left, right), quoted, strict=True))
        return say(found.kind, left, right, self.catalogue, also=found.also)


def _side(text: Tokenized, span: Span, blocks: tuple[int, ...], printed: str) -> Side:
    whole = len(blocks) == 1 and span == text.span(blocks[0])
    return Side(text=printed, words=text.word_count(span), paragraph=blocks[0] if whole else None)


def _edits(ops: Iterable[Op]) -> int:
    return sum(op.tag != "equal" for op in ops)


def _in_one_line(text: str) -> str:
    return text.strip().replace("\n", " ")


def _lasting_id(left: Tokenized, right: Tokenized, found: _Found, seen: dict[str, int]) -> str:
    """From the words that differ and three on each side of them; a number only where that stands twice."""
    near = left.keys[max(0, found.left[0] - 3) : found.left[1] + 3]
    near_right = right.keys[max(0, found.right[0] - 3) : found.right[1] + 3]
    said = "\x1f".join([found.kind, *near, "\x1e", *near_right])
    name = "c-" + hashlib.sha256(said.encode("utf-8", "replace")).hexdigest()[:10]
    count = seen[name] = seen.get(name, 0) + 1
    return name if count == 1 else f"{name}-{count}"
