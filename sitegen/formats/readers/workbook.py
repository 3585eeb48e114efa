"""A workbook: the rows of its first sheet that has a column of text."""

from typing import BinaryIO

from sitegen.formats.format import Contents, FileStart, Format, ReadingContext
from sitegen.formats.tables import read_workbook


def _read(file: BinaryIO, context: ReadingContext) -> Contents:
    yield from read_workbook(file, context)


def _begins(start: FileStart) -> bool:
    return "xl/workbook.xml" in start.members


FORMATS = (Format(name="a workbook", suffixes=(".xlsx", ".xlsm"), read=_read, begins=_begins),)
