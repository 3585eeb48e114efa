"""Gives repaired blocks the lines that the file has in their place. What is repaired is settled by text/repair.py."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby

from sitegen.model import Block
from sitegen.read.lines import TextFile, one_line
from sitegen.text.repair import original_line


def with_originals(blocks: Sequence[Block], file: TextFile) -> list[Block]:
    """The same blocks; those with a repair in one of their lines with `original`."""
    if not file.repairs:
        return list(blocks)
    begins = [block.line for block in blocks]
    lines = list(file.lines)
    touched: set[int] = set()
    for number, group in groupby(file.repairs, lambda repair: repair.line):
        lines[number - 1] = original_line(lines[number - 1], tuple(group))
        touched.add(bisect_right(begins, number) - 1)
    ends = [*begins[1:], len(lines) + 1]
    return [
        replace(block, original=one_line("\n".join(lines[block.line - 1 : ends[index] - 1])))
        if index in touched
        else block
        for index, block in enumerate(blocks)
    ]
