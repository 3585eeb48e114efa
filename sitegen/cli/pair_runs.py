"""What a terminal prints of the rows of a comparison: pieces of text with their looks and signs, without lines yet.

Without colour, what is gone stands in [-...-] and what is new in {+...+}, as wdiff prints it; what moved away in
[~...~], and what came from elsewhere in {~...~}.
"""

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise

import regex

from sitegen.cli.terminal_text import Piece, safe
from sitegen.frozen import dataclass
from sitegen.model import CONSEQUENTIAL, STYLE, Change, Comparison, Op, Row, Span
from sitegen.text.places import UNSEEN, deceiving_places
from sitegen.text.tokenized import Tokenized
from sitegen.views.kept import Kept
from sitegen.views.marks import Marks, cut_into_runs, is_unseen, marks_of
from sitegen.views.pages import Part, Run

BREAK = Piece("\n")
"""Where a paragraph ends."""
_BRACKETS = {"gone": ("[-", "-]"), "new": ("{+", "+}"), "moved gone": ("[~", "~]"), "moved new": ("{~", "~}")}
_UNSPACED = regex.compile(
    r"(?V1)[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}"
    r"\p{Script=Myanmar}]"
)
"""Letters of scripts that set no spaces between words."""
_FORCED = ("gone", "new", "gone quiet", "new quiet")
"""Looks of a range that is marked as a whole."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """A comparison with the tokens of both texts and what its changes mark."""

    comparison: Comparison
    texts: tuple[Tokenized, Tokenized]
    marks: tuple[Marks, Marks]
    hidden: frozenset[str]
    """Ids of the changes that hide a character that nobody sees."""
    told: Mapping[int, tuple[Change, ...]]
    """By row, the changes that are spoken of beside it; a sentence that moved, at both its ends."""
    moves: bool
    """Whether moves are told, and not ignored."""
    colour: bool

    @classmethod
    def of(cls, comparison: Comparison, texts: tuple[Tokenized, Tokenized], *, colour: bool) -> "Pair":
        """The pair with its marks."""
        hidden = frozenset(change.id for change in comparison.changes if is_unseen(change, texts))
        told: dict[int, list[Change]] = {}
        for change in comparison.changes:
            if not change.is_style or change.id in hidden:
                for index in dict.fromkeys(change.rows):
                    told.setdefault(index, []).append(change)
        kept = Kept.of(comparison, texts)
        return cls(
            comparison=comparison,
            texts=texts,
            marks=(marks_of(comparison.changes, "left", kept), marks_of(comparison.changes, "right", kept)),
            hidden=hidden,
            told={index: tuple(changes) for index, changes in told.items()},
            moves=any(change.kind == "move" for change in comparison.changes),
            colour=colour,
        )


def side_pieces(pair: Pair, row: Row, side_name: str) -> list[Piece]:
    """One side of a row, a BREAK between its blocks."""
    text, blocks = pair.texts[side_name == "right"], row.left if side_name == "left" else row.right
    look = _look(pair, row)
    pieces: list[Piece] = []
    for block in blocks:
        pieces += [BREAK] if pieces else []
        pieces += _of_span(pair, text.span(block), side_name, look)
    return pieces


def _look(pair: Pair, row: Row) -> str:
    """How the words of a row look that no change marks; `whole` where all of it stands on one side."""
    if row.relation in ("left only", "right only"):
        return "whole"
    return "repeated" if row.relation == "repeated" else "moved" if row.relation == "moved" and pair.moves else ""


def deceives(pair: Pair, row: Row) -> bool:
    """Whether either side of a row hides or turns text, which has to be seen even where both copies do."""
    sides = ((pair.texts[0], row.left), (pair.texts[1], row.right))
    return any(deceiving_places(text.text(text.span(block))) for text, blocks in sides for block in blocks)


def inline_pieces(pair: Pair, row: Row) -> list[Piece]:
    """Both sides of a row as one text: what is gone, then what is new. Ends of paragraphs are marked where they differ.

    Where both print the same words, or the difference is ignored, they stand as the right prints them.
    """
    pieces: list[Piece] = []
    borders = (
        {pair.texts[0].span(block)[0] for block in row.left[1:]},
        {pair.texts[1].span(block)[0] for block in row.right[1:]},
    )
    for op in row.ops:
        if op.tag == "equal":
            for span, at_left, at_right in _cut_at(op, borders):
                pieces += _border(pair, at_left, at_right)
                pieces += _of_equal(pair, row, op, span)
            continue
        sides = ((op.left, "left"), (op.right, "right"))
        quiet = bool(row.left and row.right) and not any(_marks_in(pair, *side_spans) for side_spans in sides)
        for side, (side_name, spans) in enumerate((("left", op.left), ("right", op.right))):
            if quiet and side == 0:
                continue
            pieces += _between(pair, op.left, op.right) if side and not quiet else []
            for span in _within(pair.texts[side], row.left if side == 0 else row.right, spans):
                pieces += _border(pair, side == 0 and span[0] in borders[0], side == 1 and span[0] in borders[1])
                pieces += _of_span(pair, span, side_name, _look(pair, row))
    return pieces


def _between(pair: Pair, left: Span, right: Span) -> list[Piece]:
    """A space between what is gone and what is new, where two words would else be read as one."""
    deleted, new = pair.texts[0].text(left)[-1:], pair.texts[1].text(right)[:1]
    return [Piece(" ")] if deleted.isalnum() and new.isalnum() and not _UNSPACED.search(deleted + new) else []


def _border(pair: Pair, at_left: bool, at_right: bool) -> list[Piece]:
    """The end of a paragraph that one side has, or both."""
    if at_left and at_right:
        return [BREAK]
    if at_right:
        return [Piece("¶" if pair.colour else "{+¶+}", "new"), BREAK]
    return [Piece("¶ " if pair.colour else "[-¶-] ", "gone")] if at_left else []


def _cut_at(op: Op, borders: tuple[set[int], set[int]]) -> Iterator[tuple[Span, bool, bool]]:
    """The right's range of an equal op, cut where a block begins on either side; and on which sides it does."""
    shift = op.right[0] - op.left[0]
    starts = sorted({position + shift for position in borders[0]} | borders[1])
    edges = [op.right[0], *(position for position in starts if op.right[0] < position < op.right[1]), op.right[1]]
    for start, end in pairwise(edges):
        yield (start, end), start - shift in borders[0], start in borders[1]


def _within(text: Tokenized, blocks: Sequence[int], span: Span) -> Iterator[Span]:
    """A range cut at the borders of blocks; furniture between the blocks of a row is none of them."""
    for block in blocks:
        start, end = text.span(block)
        first, last = max(start, span[0]), min(end, span[1])
        if first < last:
            yield first, last


def _of_equal(pair: Pair, row: Row, op: Op, span: Span) -> Iterable[Piece]:
    """Equal words once; where the two print them differently, as the left does and as the right does."""
    shift = op.left[0] - op.right[0]
    position = span[0]
    for mark in _marks_in(pair, span, "right"):
        first, last = max(mark.span[0], position), min(mark.span[1], span[1])
        if first >= last or mark.change.kind == "move":
            continue
        yield from _equal_part(pair, row, (position, first), shift)
        quiet = "" if mark.change.id in pair.hidden else " quiet"
        yield from _of_span(pair, (first + shift, last + shift), "left", f"gone{quiet}")
        yield from _between(pair, (first + shift, last + shift), (first, last))
        yield from _of_span(pair, (first, last), "right", f"new{quiet}")
        position = last
    yield from _equal_part(pair, row, (position, span[1]), shift)


def _equal_part(pair: Pair, row: Row, span: Span, shift: int) -> Iterable[Piece]:
    if span[0] >= span[1]:
        return
    yield from _of_span(pair, span, "right", "moved" if row.relation == "moved" else "")
    # One side's last word may lack the space that the other's has: the next piece must not stick to it.
    left = pair.texts[0].text((span[1] + shift - 1, span[1] + shift))
    if left[-1:].isspace() and not pair.texts[1].text((span[1] - 1, span[1]))[-1:].isspace():
        yield Piece(" ")


def _of_span(pair: Pair, span: Span, side_name: str, look: str) -> list[Piece]:
    """The runs of a range as pieces; `look` is that of the row, or forces one on the whole range."""
    runs = cut_into_runs(
        pair.texts[side_name == "right"], span, _marks_in(pair, span, side_name), side_name, frozenset()
    )
    return [piece for run in runs for piece in _of_run(run, side_name, look, pair.colour)]


def _marks_in(pair: Pair, span: Span, side_name: str) -> Marks:
    """The marks that reach into a range."""
    marks = pair.marks[side_name == "right"]
    first = bisect_right(marks, span[0], key=lambda mark: mark.span[1])
    return marks[first : bisect_left(marks, span[1], key=lambda mark: mark.span[0])]


def _of_run(run: Run, side_name: str, look: str, colour: bool) -> Iterable[Piece]:
    base = _base(run, side_name, look)
    painted = _painted(run, base, look)
    texts = [(part.text, part) for part in run.parts] or [(run.text, Part(text=run.text))]
    pieces = [piece for text, part in texts for piece in _of_part(text, part, painted)]
    if colour or base not in _BRACKETS or not run.text.strip():
        return pieces
    opening, closing = _BRACKETS[base]
    words = pieces[-1].text.rstrip()
    space = pieces[-1].text[len(words) :]
    return [Piece(opening), *pieces[:-1], Piece(words), Piece(closing), *([Piece(space)] if space else [])]


def _base(run: Run, side_name: str, look: str) -> str:
    """What a change makes of the run: a key of _BRACKETS; empty where no change marks it."""
    side = "gone" if side_name == "left" else "new"
    if run.mark in ("del", "ins") or (look in _FORCED and run.text.strip()):
        return side
    return f"moved {side}" if run.mark == "moved" else ""


def _painted(run: Run, base: str, look: str) -> str:
    """The look of the run, a key of LOOKS."""
    if base in ("gone", "new"):
        quiet = (run.kind in STYLE and not look) or look in _FORCED[2:]
        return base + (" matters" if run.kind in CONSEQUENTIAL else " quiet" if quiet else " whole" * (look == "whole"))
    return base or ("whisper" if run.mark == "whisper" else "" if look in ("whole", *_FORCED) else look)


def _of_part(text: str, part: Part, look: str) -> Iterable[Piece]:
    """A part with the codes of its unseen characters in place of them."""
    if not part.codes:
        return [Piece(safe(text), look)]
    shown = UNSEEN.sub("", text)
    counts = Counter(part.codes)
    codes = "".join(f"‹{code}›" if often == 1 else f"‹{code}×{often}›" for code, often in counts.items())
    return [*([Piece(safe(shown), look)] if shown else []), Piece(codes, "sign")]
