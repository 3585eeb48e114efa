"""Lays a comparison out for a terminal: side by side where there is room, else one column. Makes lines, prints nothing.

Without colour, what is gone stands in [-...-] and what is new in {+...+}, as wdiff prints it.
"""

import textwrap
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import regex

from sitegen.model import CONSEQUENTIAL, STYLE, Article, Change, Comparison, Row
from sitegen.text.quoting import without_isolates
from sitegen.text.tokenized import Tokenized

_SIDE_BY_SIDE = 90
"""Columns from which two texts stand beside each other."""
_COLOURS = {
    "gone": "\x1b[31;9m",
    "new": "\x1b[32;4m",
    "key": "\x1b[33m",
    "soft": "\x1b[2m",
    "moved": "\x1b[35m",
    "bold": "\x1b[1m",
}
_END = "\x1b[0m"
_PIECE = regex.compile(r"\S+|\s+")


@dataclass(frozen=True, slots=True)
class _Piece:
    """Words with one look."""

    text: str
    look: str


def pair_lines(
    comparison: Comparison,
    articles: tuple[Article, Article],
    texts: tuple[Tokenized, Tokenized],
    columns: int,
    *,
    colour: bool,
    inline: bool = False,
) -> Iterator[str]:
    """The lines of the view, at most `columns` wide."""
    measures = comparison.measures
    found = measures.kept + measures.moved
    yield _paint(f"{safe(articles[0].path)} → {safe(articles[1].path)}", "bold", colour)
    yield f"{found} of {measures.left_words} words of the left stand in the right ({measures.left_in_right:.0%}),"
    yield f"where they are {measures.right_in_left:.0%} of {measures.right_words}"
    substance = [change for change in comparison.changes if change.kind not in STYLE]
    yield f"changes of substance: {len(substance)}; of style: {len(comparison.changes) - len(substance)}"
    if comparison.note:
        yield from textwrap.wrap(comparison.note, columns)
    two = columns >= _SIDE_BY_SIDE and not inline
    for index, row in enumerate(comparison.rows):
        changes = [change for change in comparison.changes if change.rows[0] == index]
        yield ""
        yield _paint(_label(row, articles), "soft", colour)
        yield from (_beside if two else _below)(row, texts, columns, colour)
        yield from _remarks(changes, columns, colour)


def _label(row: Row, articles: tuple[Article, Article]) -> str:
    places = [_lines_of(article, blocks) for article, blocks in zip(articles, (row.left, row.right), strict=True)]
    return f"── {row.relation} ── {places[0]} │ {places[1]}"


def _lines_of(article: Article, blocks: Sequence[int]) -> str:
    return f"line {article.blocks[blocks[0]].line}" if blocks else "–"


def _remarks(changes: Iterable[Change], columns: int, colour: bool) -> Iterator[str]:
    for change in changes:
        if change.kind in STYLE:
            continue
        look = "key" if change.kind in CONSEQUENTIAL else "soft"
        said = safe(without_isolates(f"{change.kind}: {change.sentence}"))
        lines = textwrap.wrap(said, columns - 4, break_on_hyphens=False)
        yield from (_paint(f"  {'›' if at == 0 else ' '} {line}", look, colour) for at, line in enumerate(lines))


def _pieces(row: Row, text: Tokenized, side: str) -> list[_Piece]:
    gone = "gone" if side == "left" else "new"
    look = "moved" if row.relation == "moved" else ""
    return [
        _Piece(
            safe(text.text(getattr(op, side), begin=getattr(row.ops[0], side)[0])), look if op.tag == "equal" else gone
        )
        for op in row.ops
        if getattr(op, side)[0] < getattr(op, side)[1]
    ]


def _beside(row: Row, texts: tuple[Tokenized, Tokenized], columns: int, colour: bool) -> Iterator[str]:
    width = (columns - 3) // 2
    left = list(_wrapped(_pieces(row, texts[0], "left"), width, colour))
    right = list(_wrapped(_pieces(row, texts[1], "right"), width, colour))
    for at in range(max(len(left), len(right))):
        first, used = left[at] if at < len(left) else ("", 0)
        second = right[at][0] if at < len(right) else ""
        yield f"{first}{' ' * (width - used)} │ {second}".rstrip()


def _below(row: Row, texts: tuple[Tokenized, Tokenized], columns: int, colour: bool) -> Iterator[str]:
    pieces: list[_Piece] = []
    for op in row.ops:
        if op.tag == "equal":
            printed = texts[1].text(op.right, begin=row.ops[0].right[0])
            # One side's last word may lack the space that the other's has: the next piece must not stick to it.
            space = " " if texts[0].text(op.left)[-1:].isspace() and not printed[-1:].isspace() else ""
            pieces.append(_Piece(safe(printed + space), "moved" if row.relation == "moved" else ""))
            continue
        gone, put = texts[0].text(op.left, begin=row.ops[0].left[0]), texts[1].text(op.right, begin=row.ops[0].right[0])
        pieces += [_Piece(safe(gone), "gone")] if gone else []
        pieces += [_Piece(safe(put), "new")] if put else []
    yield from (line for line, _ in _wrapped(pieces, columns, colour))


def _wrapped(pieces: Iterable[_Piece], width: int, colour: bool) -> Iterator[tuple[str, int]]:
    """Lines of at most `width` columns with the columns each takes; words longer than a line are cut."""
    line, used = "", 0
    for piece in pieces:
        for part in _parts(piece, width, colour):
            size = _columns(part)
            if part.isspace():
                part, size = " ", 1
            if used + size > width:
                yield line, used
                line, used = "", 0
                if part == " ":
                    continue
            line += _paint(part, piece.look, colour) if part != " " or piece.look else part
            used += size
    if used:
        yield line, used


def _parts(piece: _Piece, width: int, colour: bool) -> Iterator[str]:
    text = piece.text
    if not colour and piece.look in ("gone", "new"):
        words, space = text.rstrip(), text[len(text.rstrip()) :]
        text = (f"[-{words}-]" if piece.look == "gone" else f"{{+{words}+}}") + (space or "")
    for part in _PIECE.findall(text):
        while _columns(part) > width:
            yield part[: width // 2]
            part = part[width // 2 :]
        yield part


def _columns(text: str) -> int:
    """Columns a terminal gives the text."""
    if text.isascii():
        return len(text)
    return sum(
        0
        if unicodedata.combining(char) or unicodedata.category(char) == "Cf"
        else 2
        if unicodedata.east_asian_width(char) in "WF"
        else 1
        for char in text
    )


def _paint(text: str, look: str, colour: bool) -> str:
    return f"{_COLOURS[look]}{text}{_END}" if colour and look else text


def safe(text: str) -> str:
    """Without characters that a terminal obeys, or that turn its text around."""
    text = text.replace("\n", " ")
    return "".join(
        char if char.isprintable() or unicodedata.category(char) == "Zs" or char in "\u200c\u200d" else "\ufffd"
        for char in text
    )
