"""Cuts a comparison that is too long for one page into sections, before anything of it is laid out.

What a page weighs is estimated from rows and changes alone, so that a link to a change knows its page. A row of one
endless paragraph is cut too, at the end of a sentence that both copies have. Linear in the tokens and, where a row is
cut, in its changes times its pieces.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from itertools import accumulate, pairwise
from typing import Literal

from sitegen.frozen import dataclass
from sitegen.model import Change, Comparison, Row, Span
from sitegen.text.sentences import ends_inside
from sitegen.text.tokenized import Tokenized

_Texts = tuple[Tokenized, Tokenized]
_Place = tuple[int, int]
"""A token of the left text, and the one of the right that stands where it does."""
_ELEMENTS = 1_150
"""Elements of the lines of a section. The frame, the switches, the rail and the report's head have some 220 more."""
_BYTES = 36_000
"""Of the text of a section, what both copies have counted once: compressed, prose has less than half of its length."""
_OF_ROW, _OF_PARAGRAPH, _OF_CHANGE = 14, 3, 11
"""Elements of a line and its sides, of a paragraph on both sides and merged, of a change: its marks, what is said."""
_CUT_ELEMENTS, _CUT_BYTES = _ELEMENTS // 3, _BYTES // 3
"""What a piece of a row that is cut has at least: three of them fill a section."""
_SHORT_ROWS, _SHORT_CHANGES, _SHORT_TOKENS = 25, 40, 2_500
"""A comparison that has no more of any is one section, and need not be weighed: nearly all are."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RowPiece:
    """A row, a part of one, or the other end of a moved one: what becomes one level line."""

    row: int
    """Index among the rows of the comparison."""
    number: int = 1
    """1-based among the pieces of its row."""
    spans: tuple[Span, Span] | None = None
    """The tokens of both sides, none on a side that the row lacks; None for the whole row."""
    ends_row: bool = True
    """Whether no piece of its row follows."""
    is_landing: bool = False
    """Whether it is where the right end of a moved row stands."""

    def holds(self, change: Change, side: Literal["left", "right"]) -> bool:
        """Whether what a change of its row has on that side is in this piece; no change reaches over two."""
        if self.spans is None:
            return True
        # A row that one copy alone has is cut on the side that has it.
        has_both_sides = all(start < end for start, end in self.spans)
        on_right = side == "right" if has_both_sides else self.spans[1][0] < self.spans[1][1]
        start, end = self.spans[on_right]
        place = (change.right_span if on_right else change.left_span)[0]
        return start <= place < end or (self.ends_row and place == end)


@dataclass(frozen=True, slots=True)
class Sections:
    """The sections of a comparison, in order; one for nearly all."""

    parts: tuple[tuple[RowPiece, ...], ...]

    def numbers(self, comparison: Comparison) -> Mapping[str, int]:
        """The 1-based section in which each change is told, by its id; those of the headline are in the first."""
        if len(self.parts) == 1:
            return {}
        pieces: dict[int, list[tuple[int, RowPiece]]] = {}
        for number, part in enumerate(self.parts, start=1):
            for piece in part:
                if not piece.is_landing:
                    pieces.setdefault(piece.row, []).append((number, piece))
        return {
            change.id: number
            for change in comparison.changes
            for number, piece in pieces[change.rows[0]]
            if piece.holds(change, "left")
        }


def undivided(rows: Sequence[Row]) -> Sections:
    """All rows on one page, however long it becomes: for a page that stands alone."""
    return Sections((tuple(_in_order(rows, [[RowPiece(row=index)] for index in range(len(rows))])),))


def sections_of(comparison: Comparison, texts: _Texts) -> Sections:
    """The sections of a comparison: as few as are short enough for a telephone."""
    rows = comparison.rows
    if (
        len(rows) <= _SHORT_ROWS
        and len(comparison.changes) <= _SHORT_CHANGES
        and all(len(text.tokens) <= _SHORT_TOKENS for text in texts)
    ):
        return undivided(rows)
    weigher = _Weigher(comparison, texts)
    sections: list[list[RowPiece]] = [[]]
    elements = size = 0
    for piece in _in_order(rows, [weigher.pieces(index) for index in range(len(rows))]):
        more_elements, more_size = weigher.weight(piece)
        if sections[-1] and (elements + more_elements > _ELEMENTS or size + more_size > _BYTES):
            sections.append([])
            elements = size = 0
        sections[-1].append(piece)
        elements, size = elements + more_elements, size + more_size
    return Sections(tuple(map(tuple, sections)))


class _Weigher:
    """Weighs the rows of a comparison, and cuts those that alone would be a page."""

    def __init__(self, comparison: Comparison, texts: _Texts) -> None:
        self._rows, self._texts = comparison.rows, texts
        self._changes: dict[int, list[Change]] = {}
        for change in comparison.changes:
            for index in dict.fromkeys(change.rows):
                self._changes.setdefault(index, []).append(change)
        # Bytes before each token: a length in characters says little of Arabic or Chinese.
        self._bytes = [
            (0, *accumulate(len(token.text.encode("utf-8", "replace")) for token in text.tokens)) for text in texts
        ]

    def weight(self, piece: RowPiece) -> tuple[int, int]:
        """Elements and bytes of a piece."""
        row = self._rows[piece.row]
        changes = sum(piece.holds(change, "left") for change in self._changes.get(piece.row, ()))
        paragraphs = max(len(row.left), len(row.right)) if piece.spans is None else 1
        elements = _OF_ROW + _OF_PARAGRAPH * paragraphs + _OF_CHANGE * changes
        return elements, self._size(piece.spans or _spans_of(row, self._texts))

    def _size(self, spans: tuple[Span, Span]) -> int:
        return max(self._bytes[side][end] - self._bytes[side][start] for side, (start, end) in enumerate(spans))

    def pieces(self, index: int) -> list[RowPiece]:
        """A row as it is, or cut where it alone would be a page."""
        row, undivided_row = self._rows[index], RowPiece(row=index)
        elements, size = self.weight(undivided_row)
        is_short = elements <= _CUT_ELEMENTS * 2 and size <= _CUT_BYTES * 2
        if is_short or row.relation in ("moved", "repeated"):
            return [undivided_row]
        left, right = _spans_of(row, self._texts)
        cuts = list(self._cuts(index, (left[0], right[0])))
        borders = [(left[0], right[0]), *cuts, (left[1], right[1])]
        return [
            RowPiece(
                row=index,
                number=number,
                spans=((begin[0], end[0]), (begin[1], end[1])),
                ends_row=number > len(cuts),
            )
            for number, (begin, end) in enumerate(pairwise(borders), start=1)
        ]

    def _cuts(self, index: int, begin: _Place) -> Iterator[_Place]:
        """Where a row is cut: where a piece has become large enough, and no change reaches over the place."""
        changes = self._changes.get(index, ())
        on_right = not self._rows[index].left
        starts = sorted((change.right_span if on_right else change.left_span)[0] for change in changes)
        places = list(self._places(index))
        reached = _reached(changes, index, places)
        for number, place in enumerate(places):
            inside = bisect_left(starts, place[on_right]) - bisect_left(starts, begin[on_right])
            size = self._size(((begin[0], place[0]), (begin[1], place[1])))
            is_large = _OF_CHANGE * inside >= _CUT_ELEMENTS or size >= _CUT_BYTES
            if is_large and not reached[number]:
                yield place
                begin = place

    def _places(self, index: int) -> Iterator[_Place]:
        """The ends of sentences inside what both copies have; of a row that one copy alone has, its own."""
        row = self._rows[index]
        side = 1 if row.right else 0
        text, blocks = self._texts[side], row.right or row.left
        ends = [end for block in blocks for end in (text.span(block)[0], *ends_inside(text, text.span(block)))][1:]
        if not (row.left and row.right):
            yield from ((0, end) if side else (end, 0) for end in ends)
            return
        waiting = 0
        for op in row.ops:
            while waiting < len(ends) and ends[waiting] < op.right[1]:
                if op.tag == "equal" and ends[waiting] > op.right[0]:
                    yield op.left[0] + ends[waiting] - op.right[0], ends[waiting]
                waiting += 1


def _in_order(rows: Sequence[Row], pieces: Sequence[Sequence[RowPiece]]) -> Iterator[RowPiece]:
    """The pieces as they stand on the page: a moved row has a second one where its right end stands."""
    landings = landings_of(rows)
    yield from (RowPiece(row=index, is_landing=True) for index in landings.get(-1, ()))
    for index, members in enumerate(pieces):
        yield from members
        yield from (RowPiece(row=moved, is_landing=True) for moved in landings.get(index, ()))


def landings_of(rows: Sequence[Row]) -> dict[int, list[int]]:
    """Where the right end of each moved row is shown: after the row that precedes it in the right text."""
    placed = sorted((row.right[-1], index) for index, row in enumerate(rows) if row.right and row.relation != "moved")
    landings: dict[int, list[int]] = {}
    for index, row in enumerate(rows):
        if row.relation == "moved":
            before = bisect_left(placed, (row.right[0], -1)) - 1
            landings.setdefault(placed[before][1] if before >= 0 else -1, []).append(index)
    for members in landings.values():
        members.sort(key=lambda moved: rows[moved].right)
    return landings


def _spans_of(row: Row, texts: _Texts) -> tuple[Span, Span]:
    """The tokens of a row on both sides, furniture between its blocks included; none on a side that it lacks."""
    left, right = (
        (text.span(blocks[0])[0], text.span(blocks[-1])[1]) if blocks else (0, 0)
        for text, blocks in zip(texts, (row.left, row.right), strict=True)
    )
    return left, right


def _reached(changes: Sequence[Change], row: int, places: Sequence[_Place]) -> list[int]:
    """Over each of some places, in the order of both texts, how many changes of a row reach.

    A change does not where it stands before the place on each of its sides that are in the row, or behind it on each;
    so those that it reaches over follow one another, and all are found in one pass.
    """
    borders = [[place[side] for place in places] for side in (0, 1)]
    steps = [0] * (len(places) + 1)
    for change in changes:
        sides = [
            (span, borders[side])
            for side, (span, home) in enumerate(
                zip((change.left_span, change.right_span), (change.rows[0], change.rows[-1]), strict=True)
            )
            if home == row and span[0] < span[1]
        ]
        if sides:
            first = min(bisect_right(of_side, span[0]) for span, of_side in sides)
            behind = max(bisect_left(of_side, span[1]) for span, of_side in sides)
            if first < behind:
                steps[first] += 1
                steps[behind] -= 1
    return list(accumulate(steps))
