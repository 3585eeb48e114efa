"""Cells of a table as blocks, each named by its row and column. Cut by read/hypertext.py and read/marked.py.

A cell is a block of its own, and not a row: two tables are compared row by row by the first cell of each, and cell by
cell by what stands over it, also where rows or columns were added, dropped or put in another order.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from sitegen.frozen import dataclass
from sitegen.model import Block
from sitegen.text.nesting import going_on

_LONGEST_CELL = 300
"""Characters of a cell of data; old pages lay out whole articles in cells."""
_LONGEST_NAME = 60
"""Characters of a row's or column's name in a label, which is repeated in each of its cells."""
_NUMBER = re.compile(r"[^\w]*\d")


@dataclass(frozen=True, slots=True, kw_only=True)
class TableCell:
    """Where a block stands in a table."""

    index: int
    """Of the block among those of the article."""
    row: int
    """From 0."""
    column: int
    """From 0."""
    heads: bool
    """Whether its markup says that it names a row or column."""


def name_cells(blocks: list[Block], cells: Sequence[TableCell]) -> None:
    """Gives the blocks of a table their role, place and label, in place; leaves a table that is no data as it is."""
    if not _is_data(blocks, cells):
        return
    texts = {(cell.row, cell.column): blocks[cell.index].text for cell in cells}
    first_row = min(cell.row for cell in cells)
    names_columns = _names_columns(cells, texts, first_row)
    for cell in cells:
        row = texts.get((cell.row, 0), "") if cell.column else ""
        column = texts.get((first_row, cell.column), "") if names_columns else ""
        names = (row, column) if not names_columns or cell.row > first_row else ()
        label = " / ".join(_shortened(name) for name in names if name)
        block = blocks[cell.index]
        inner = block.html.removeprefix("<p>").removesuffix("</p>")
        blocks[cell.index] = replace(
            block, role="cell", html=inner, label=label, label_end=0, place=(cell.row, cell.column)
        )


def _is_data(blocks: Sequence[Block], cells: Sequence[TableCell]) -> bool:
    """Whether it has two rows and columns, and in each cell no more than a line: no layout of an old page."""
    places = {(cell.row, cell.column) for cell in cells}
    return (
        len(places) == len(cells)
        and len({row for row, _ in places}) > 1
        and len({column for _, column in places}) > 1
        and all(blocks[cell.index].role == "paragraph" for cell in cells)
        and all(len(blocks[cell.index].text) <= _LONGEST_CELL for cell in cells)
    )


def _names_columns(cells: Sequence[TableCell], texts: dict[tuple[int, int], str], first_row: int) -> bool:
    """Whether the first row names the columns: by its markup, or as words over numbers."""
    first = [cell for cell in cells if cell.row == first_row]
    if all(cell.heads for cell in first):
        return True
    if any(_NUMBER.match(texts[cell.row, cell.column]) for cell in first):
        return False
    return any(cell.row > first_row and _NUMBER.match(texts[cell.row, cell.column]) for cell in cells)


def _shortened(name: str) -> str:
    return name if len(name) <= _LONGEST_NAME else f"{name[: _LONGEST_NAME - 1]}…"


def parts_of(blocks: Sequence[Block]) -> Iterator[tuple[tuple[Block, ...], ...]]:
    """The blocks in their order, each table as its rows; any other block is the only row of a part."""
    for is_cell, group in groupby(blocks, key=is_in_table):
        if is_cell:
            yield from tables_of(tuple(group))
        else:
            for block in group:
                yield ((block,),)


def is_in_table(block: Block) -> bool:
    """Whether it is printed as a cell; one that is furniture is set aside on its own."""
    return block.role == "cell" and not block.furniture


def rows_of(blocks: Sequence[Block]) -> Iterator[tuple[Block, ...]]:
    """Cells that follow each other, row by row; a table that follows another begins a row."""
    row: list[Block] = []
    for block in blocks:
        if row and not _follows_in_row(row[-1], block):
            yield tuple(row)
            row = []
        row.append(block)
    if row:
        yield tuple(row)


def _follows_in_row(left: Block, right: Block) -> bool:
    if not (left.place and right.place and right.within == going_on(left.within)):
        return False
    return left.place[0] == right.place[0] and left.place[1] < right.place[1]


def tables_of(cells: Sequence[Block]) -> Iterator[tuple[tuple[Block, ...], ...]]:
    """The tables of cells that follow each other, each as rows.

    A row that begins anew, or that stands in another list or quotation, begins another table.
    """
    table: list[tuple[Block, ...]] = []
    for row in rows_of(cells):
        if table and not _follows_in_table(table[-1][-1], row[0]):
            yield tuple(table)
            table = []
        table.append(row)
    if table:
        yield tuple(table)


def _follows_in_table(last: Block, first: Block) -> bool:
    if not (last.place and first.place and first.within == going_on(last.within)):
        return False
    return first.place[0] > last.place[0]
