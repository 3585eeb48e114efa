"""What a comparison makes of a generated move, split, merge or duplicate: found, swallowed, paired falsely."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from benchmarks.cases import Case, Read, read_case
from benchmarks.scores import Matched, comparison_pairs, score_words
from sitegen.model import Comparison, Op, Row, Span
from sitegen.text.tokenized import Tokenized

_COVERED = 0.7
"""Share of a moved piece that must be told as moved: where sentences end is a matter of opinion."""
_SHARED = 0.25
"""Share of the shorter side's words that must truly correspond, or the blocks of a row are strangers."""
_STRUCTURE = frozenset({"move", "split", "merge"})
"""Kinds of changes that tell where text stands and nothing of its words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Structured:
    """The score of one case."""

    case: Case
    wanted: int
    """Operations that must be found; none where both sides have the same duplicate."""
    found: int
    edits: int
    """Word edits made beside and inside."""
    swallowed: int
    """Of these: told by no change, or inside equal words."""
    false: tuple[str, ...]
    """What was paired or called moved and is not, in words."""
    words: Matched

    @property
    def wrong(self) -> bool:
        """Whether anything fell short."""
        return bool(self.found < self.wanted or self.swallowed or self.false)

    @property
    def remarks(self) -> list[str]:
        """What fell short, in words."""
        missed = [f"not found: {self.case.name}"] if self.found < self.wanted else []
        return [*missed, *([f"{self.swallowed} edits swallowed"] if self.swallowed else []), *self.false]


def score_structure(case: Case, comparison: Comparison) -> Structured:
    """The score of a comparison of `case_articles(case)`."""
    read = read_case(case, compared=True)
    said = _told_as_moved(comparison)
    allowed = frozenset(origin for pieces in case.moved for piece in pieces for origin in piece)
    false = [*_false_moves(read, said, allowed), *_false_rows(read, case, comparison.rows)]
    found = sum(any(_covered(read, piece, said) >= _COVERED for piece in pieces) for pieces in case.moved)
    found += sum(_is_joined(one, comparison.rows) for one in case.joined)
    found += sum(_is_repeated(one, comparison.rows) for one in case.repeated)
    return Structured(
        case=case,
        wanted=len(case.moved) + len(case.joined) + len(case.repeated),
        found=found,
        edits=len(case.edits),
        swallowed=sum(1 for edit in case.edits if not _told(read, edit, comparison)),
        false=tuple(false),
        words=score_words(read, comparison_pairs(comparison)),
    )


def _told_as_moved(comparison: Comparison) -> list[tuple[Op, ...]]:
    """The ops of each thing that is told as moved."""
    rows = [row.ops for row in comparison.rows if row.relation == "moved"]
    return [*rows, *(move.ops for move in comparison.moves)]


def _reach(ops: Sequence[Op]) -> tuple[Span, Span]:
    return (ops[0].left[0], ops[-1].left[1]), (ops[0].right[0], ops[-1].right[1])


def _covered(read: Read, piece: frozenset[int], said: Sequence[Sequence[Op]]) -> float:
    """Share of a piece's words, on the left, that lie in something told as moved to where they truly are."""
    inside: set[int] = set()
    for ops in said:
        left, right = _reach(ops)
        there = {read.labels_right[at] for at in range(*right)}
        if any(read.labels[at] in there for at in range(*left)):
            inside.update(range(*left))
    own = [at for at, label in enumerate(read.labels) if label[0] in piece and read.left.words[at]]
    return sum(at in inside for at in own) / len(own)


def _false_moves(read: Read, said: Sequence[Sequence[Op]], allowed: frozenset[int]) -> Iterable[str]:
    for ops in said:
        left, right = _reach(ops)
        pairs = [
            (op.left[0] + step, op.right[0] + step)
            for op in ops
            if op.tag == "equal"
            for step in range(op.left[1] - op.left[0])
        ]
        true = sum(read.labels[one] == read.labels_right[other] for one, other in pairs)
        own = [at for at in range(*left) if read.left.words[at]]
        if 2 * true < len(pairs) or not pairs:
            yield f"moved, and of other origin: {_short(read.left, left)} / {_short(read.right, right)}"
        elif 2 * sum(read.labels[at][0] in allowed for at in own) < len(own):
            yield f"told as moved, and has not: {_short(read.left, left)}"


def _false_rows(read: Read, case: Case, rows: Sequence[Row]) -> Iterable[str]:
    for row in rows:
        if not (row.left and row.right):
            continue
        if row.relation in ("split", "merged") and (row.left, row.right) not in case.joined:
            yield f"{row.relation}, and is not: {row.left} {row.right}"
        for block in row.left:
            if not _akin(read, (block,), row.right):
                yield f"{row.relation}: strangers {_short(read.left, read.left.span(block))}, {row.left} {row.right}"
        for block in row.right:
            if not _akin(read, row.left, (block,)):
                yield f"{row.relation}: strangers {_short(read.right, read.right.span(block))}, {row.left} {row.right}"


def _akin(read: Read, blocks: Sequence[int], others: Sequence[int]) -> bool:
    """Whether enough words of two groups of blocks are truly the same."""
    one = [read.labels[at] for block in blocks for at in range(*read.left.span(block)) if read.left.words[at]]
    other = [read.labels_right[at] for block in others for at in range(*read.right.span(block)) if read.right.words[at]]
    return len(set(one) & set(other)) >= _SHARED * min(len(one), len(other))


def _is_joined(blocks: tuple[tuple[int, ...], tuple[int, ...]], rows: Sequence[Row]) -> bool:
    relation = "split" if len(blocks[0]) == 1 else "merged"
    return any((row.left, row.right) == blocks and row.relation == relation for row in rows)


def _is_repeated(blocks: tuple[frozenset[int], frozenset[int]], rows: Sequence[Row]) -> bool:
    said = [row for row in rows if row.relation == "repeated"]
    return any(blocks[0].intersection(row.left) or blocks[1].intersection(row.right) for row in said)


def _told(read: Read, edit: tuple[frozenset[int], frozenset[int]], comparison: Comparison) -> bool:
    """Whether an edit lies in an op that is not equal and in a change that tells of words."""
    gone = [at for at, label in enumerate(read.labels) if label[0] in edit[0]]
    new = [at for at, label in enumerate(read.labels_right) if label[0] in edit[1]]
    ops = [op for row in comparison.rows if row.relation != "moved" or row.left for op in row.ops]
    ops += [op for move in comparison.moves for op in move.ops]
    in_ops = any(_touches(op.left, gone) or _touches(op.right, new) for op in ops if op.tag != "equal")
    return in_ops and any(
        _touches(change.left_span, gone) or _touches(change.right_span, new)
        for change in comparison.changes
        if change.kind not in _STRUCTURE
    )


def _touches(span: Span, tokens: Sequence[int]) -> bool:
    return any(span[0] <= at < span[1] for at in tokens)


def _short(text: Tokenized, span: Span) -> str:
    printed = text.text(span).replace("\n", " | ")
    return printed if len(printed) < 70 else f"{printed[:40]} ... {printed[-25:]}"
