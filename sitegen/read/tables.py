"""A table of Markdown: its lines cut into cells, and cells as a table again. Their names are in recognise/tables.py."""

import re
from collections.abc import Sequence

from sitegen.model import Block
from sitegen.read.sanitise import escaped

_CODE = re.compile(r"(?<!`)(`+)(?!`)[^`]*(?<!`)\1(?!`)")
_BAR = re.compile(r"\\.|\|")


def cells_of_line(line: str) -> list[str]:
    """The cells of a line of a Markdown table; a bar that is escaped or stands in code divides nothing."""
    line = line.strip()
    code = [match.span() for match in _CODE.finditer(line)] if "`" in line else []
    ends: list[int] = []
    inside = iter(code)
    span = next(inside, None)
    for match in _BAR.finditer(line):
        while span and span[1] <= match.start():
            span = next(inside, None)
        if match[0] == "|" and not (span and span[0] <= match.start()):
            ends.append(match.start())
    starts = [0, *(end + 1 for end in ends)]
    cells = [line[start:end].strip().replace("\\|", "|") for start, end in zip(starts, [*ends, len(line)], strict=True)]
    opened = 1 if ends and not ends[0] else 0
    closed = len(cells) - 1 if ends and ends[-1] == len(line) - 1 else len(cells)
    return cells[opened:closed]


def table_markup(rows: Sequence[Sequence[Block]]) -> str:
    """The rows of a table as sanitised HTML, for an editor's notes."""
    return f"<table>{''.join(f'<tr>{_row_markup(row)}</tr>' for row in rows)}</table>"


def _row_markup(row: Sequence[Block]) -> str:
    return "".join(f"<td>{cell.html or escaped(cell.text)}</td>" for cell in row)
