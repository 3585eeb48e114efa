"""Articles in JSON: one a line, a list of them, or a JSON Feed."""

from typing import BinaryIO

from sitegen.formats.format import Contents, FileStart, Format, ReadingContext
from sitegen.formats.tables import read_json, read_json_lines


def _read_lines(file: BinaryIO, context: ReadingContext) -> Contents:
    yield from read_json_lines(file, context)


def _read(file: BinaryIO, context: ReadingContext) -> Contents:
    yield from read_json(file, context)


def _begins(start: FileStart) -> bool:
    return start.text.startswith(('{"', "[{", "{\n", "{\r\n"))


FORMATS = (
    Format(name="articles in JSON, one a line", suffixes=(".jsonl", ".ndjson"), read=_read_lines, is_streamed=True),
    Format(name="articles in JSON, or a JSON Feed", suffixes=(".json",), read=_read, begins=_begins),
)
