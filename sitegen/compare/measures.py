"""How much of each text stands in the other, counted from rows and ops. Always directional, with denominators."""

from collections.abc import Iterable, Sequence

from sitegen.model import Measures, Move, Row, Span
from sitegen.text.tokenized import Tokenized


def measure(left: Tokenized, right: Tokenized, rows: Sequence[Row], moves: Sequence[Move]) -> Measures:
    """Counts words; furniture is in no row, and a repeated block says nothing new, so neither is counted."""
    counted = [row for row in rows if row.relation != "repeated"]
    left_words = sum(left.word_count(left.span(block)) for row in counted for block in row.left)
    right_words = sum(right.word_count(right.span(block)) for row in counted for block in row.right)
    kept = sum(_equal_words(left, row) for row in counted if row.relation != "moved")
    moved = sum(_equal_words(left, row) for row in counted if row.relation == "moved")
    moved += sum(_equal_words(left, move) for move in moves)
    # A value is as many words on each side as it is printed with: `three in ten`, `30 %`.
    runs: list[Row | Move] = [*counted, *moves]
    taken = sum([_equal_words_right(right, run) for run in runs])
    in_both = [row for row in counted if row.left and row.right]
    changed = sum(left.word_count(op.left) for row in in_both for op in row.ops if op.tag == "replace")
    return Measures(
        left_words=left_words,
        right_words=right_words,
        kept=kept,
        moved=moved,
        changed=changed,
        left_in_right=_share(kept + moved, left_words),
        right_in_left=_share(taken, right_words),
        longest_run=max((left.word_count(span) for run in runs for span in equal_spans(run)), default=0),
    )


def equal_spans(row: Row | Move) -> Iterable[Span]:
    """The ranges of the left that the right has too."""
    return (op.left for op in row.ops if op.tag == "equal")


def _equal_words(left: Tokenized, row: Row | Move) -> int:
    return sum(left.word_count(span) for span in equal_spans(row))


def _equal_words_right(right: Tokenized, row: Row | Move) -> int:
    return sum(right.word_count(op.right) for op in row.ops if op.tag == "equal")


def _share(part: int, total: int) -> float:
    return round(part / total, 4) if total else 0.0
