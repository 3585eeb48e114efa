"""Tables as CSV files: RFC 4180, UTF-8, numbers as numbers, and no cell that a spreadsheet would run.

A text that begins with a sign of a formula is written with an apostrophe before it, and one that began with such an
apostrophe already with one more: so every text can be read back as it was.
"""

import csv
import io
import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import zip_longest

from sitegen.tables.rows import Row
from sitegen.tables.schema import Cell, Column, Table

LARGEST = 20 << 20
"""Bytes of a CSV file, at the most: hosts take 25 MiB, and a spreadsheet hardly more."""
_CELL = 1 << 30
"""Characters of a cell that may be read; the standard library's 131,072 are fewer than a long article has."""
_FORMULA = re.compile(r"'*[=+\-@\t\r]")


def sheets(table: Table, lines: bytes, count: int) -> list[tuple[bytes, int]]:
    """The table as files with their number of rows: one, or as many as it takes to keep each below `LARGEST` bytes.

    `lines` are those of its rows, and `count` how many rows these are.
    """
    content = _head(table) + lines
    if len(content) <= LARGEST or count < 2:
        return [(content, count)]
    rows = list(read_sheet(table, content))
    middle = count // 2
    halves = rows[:middle], rows[middle:]
    return [sheet for half in halves for sheet in sheets(table, sheet_lines(half), len(half))]


def sheet_lines(rows: Iterable[Row]) -> bytes:
    """The lines of some rows in a file. Those of several parts of a table are simply put one after another."""
    return _lines([_written(cell) for cell in row] for row in rows)


def lines_of(table: Table, content: bytes) -> bytes:
    """The lines of the rows of a file that `sheets` made. Raises ValueError for any other."""
    head = _head(table)
    if not content.startswith(head):
        raise ValueError(f"no table of {table.name}")
    return content[len(head) :]


def read_sheet(table: Table, content: bytes) -> Iterator[Row]:
    """The rows of a file that `sheets` made. Raises ValueError for any other."""
    csv.field_size_limit(_CELL)
    try:
        lines = csv.reader(io.StringIO(content.decode("utf-8"), newline=""), strict=True)
        if tuple(next(lines, ())) != table.names:
            raise ValueError(f"no table of {table.name}")
        for line in lines:
            yield tuple(_read(column, text) for column, text in zip_longest(table.columns, line) if column is not None)
    except csv.Error as failure:
        raise ValueError(f"no table of {table.name}") from failure


def read_lines(table: Table, lines: bytes) -> Iterator[Row]:
    """The rows whose lines these are."""
    return read_sheet(table, _head(table) + lines)


def harmless(text: str) -> str:
    """A text as a cell holds it: a spreadsheet shows it, and never runs it."""
    return f"'{text}" if _FORMULA.match(text) else text


def restored(text: str) -> str:
    """The text that `harmless` made a cell of."""
    return text[1:] if text.startswith("'") and _FORMULA.match(text) else text


def _head(table: Table) -> bytes:
    return _lines([table.names])


def _lines(cells: Iterable[Sequence[str]]) -> bytes:
    written = io.StringIO(newline="")
    csv.writer(written, lineterminator="\r\n").writerows(cells)
    return written.getvalue().encode("utf-8", "replace")


def _written(cell: Cell) -> str:
    if isinstance(cell, str):
        return harmless(cell)
    if cell is None:
        return ""
    return str(cell).lower() if isinstance(cell, bool) else repr(cell)


def _read(column: Column, text: str | None) -> Cell:
    if text is None:
        raise ValueError(f"a row without {column.name}")
    if not text:
        return None
    if column.type == "integer":
        return int(text)
    if column.type == "number":
        return float(text)
    return text == "true" if column.type == "boolean" else restored(text)
