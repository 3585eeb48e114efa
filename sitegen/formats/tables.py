"""Tables of articles: CSV, TSV, JSON, JSONL and XLSX. Each row is a draft, or a refusal with its number.

CSV, TSV and JSONL are read line by line, so that a table of any length costs the memory of its longest row.
"""

import csv
import io
import json
import re
import zipfile
from collections.abc import Iterator, Sequence
from typing import Any, BinaryIO

from sitegen.formats.columns import OUTLET, ColumnMap, TableRow, described_map, guessed_map, row_findings
from sitegen.formats.draft import AddressOnly, Draft, FileNote, needed, quiet
from sitegen.formats.format import ReadingContext
from sitegen.read.decode import likely_encoding
from sitegen.read.refusal import Refused

DraftsOfFile = Iterator[Draft | Refused | FileNote | AddressOnly]
_DELIMITERS = ",;\t|"
_SAMPLE = 1 << 16
"""Bytes by which the encoding of a table is told."""
_STRAY_BYTE = re.compile("[\udc80-\udcff]")
_CONVERT = "convert the file with iconv"
_MOST_COLUMNS = 2_000
_MOST_PARTS = 2_000
"""Files inside a workbook."""
_LISTS = ("articles", "data", "items", "results", "documents", "records", "rows")
"""Names under which programs put the list of articles in a JSON object."""


def read_delimited(file: BinaryIO, context: ReadingContext) -> DraftsOfFile:
    """The rows of a CSV or TSV; the sign between its cells is the one that cuts its header into most."""
    lines = _Lines(file, context.limits.article_bytes)
    header = next(iter(lines), "")
    delimiter = max(_DELIMITERS, key=header.count)
    if not header.count(delimiter):
        raise Refused("bad-table", "this table has one column", "its first line must name the columns")
    names = _header(next(csv.reader([header], delimiter=delimiter)))
    columns = guessed_map(names, context.columns)
    yield FileNote(text=described_map(columns, names), columns=columns)
    csv.field_size_limit(context.limits.article_bytes)
    rows = csv.reader(lines, delimiter=delimiter, strict=True)
    number = 1
    while True:
        number += 1
        begun = lines.count + 1
        try:
            cells = next(rows)
        except StopIteration:
            return
        except csv.Error as failure:
            message = f"the row that begins in line {begun:,} cannot be read: {failure}"
            raise Refused("bad-table", message, "see whether a quotation mark is closed there") from None
        if not any(cell.strip() for cell in cells):
            continue
        if len(cells) != len(names):
            message = f"row {number:,} (line {begun:,}) has {len(cells):,} cells, and the header {len(names):,}"
            yield Refused("bad-row", message, "quote cells that hold the sign between cells")
            continue
        row = TableRow(number=number, values=dict(zip(names, cells, strict=True)))
        yield from row_findings(row, columns, context.records)


def read_json_lines(file: BinaryIO, context: ReadingContext) -> DraftsOfFile:
    """The objects of a JSONL, one a line."""
    yield from _objects(_json_lines(_Lines(file, context.limits.article_bytes)), context)


def read_json(file: BinaryIO, context: ReadingContext) -> DraftsOfFile:
    """The objects of a list in JSON, by itself or in an object that names it; or one object, which is one article."""
    data = file.read(context.limits.import_bytes + 1)
    try:
        value = json.loads(data.decode("utf-8-sig"))
    except UnicodeDecodeError:
        raise _unsure(data[:_SAMPLE]) from None
    except (ValueError, RecursionError) as failure:
        # What is not one value may be one a line under the wrong suffix.
        if data.lstrip().startswith(b"{") and b"}\n{" in data.replace(b"\r", b""):
            file.seek(0)
            yield from read_json_lines(file, context)
            return
        raise Refused("bad-table", f"this is not JSON: {failure}", "see whether the file is whole") from None
    outlet = ""
    if isinstance(value, dict):
        # A JSON Feed (jsonfeed.org, version 1.1) names its outlet once, for all its items.
        outlet = str(value.get("title", "")) if "jsonfeed.org" in str(value.get("version", "")) else ""
        value = next((value[name] for name in _LISTS if isinstance(value.get(name), list)), [value])
    if not isinstance(value, list) or not value:
        raise Refused("bad-table", "this JSON holds no list of articles", "give a list of objects")
    if outlet:
        value = [{OUTLET: outlet, **entry} if isinstance(entry, dict) else entry for entry in value]
    yield from _objects(enumerate(value, 1), context)


def read_workbook(file: BinaryIO, context: ReadingContext) -> DraftsOfFile:
    """The rows of the first sheet of an XLSX that has a column of text. Formulas count as what they last gave."""
    needed("openpyxl", "tables")
    data = file.read()
    _check_workbook(data, context.limits.import_bytes)
    with quiet():
        import openpyxl

        try:
            book: Any = openpyxl.load_workbook(io.BytesIO(data), read_only=True, data_only=True)
            sheets = [(str(sheet.title), sheet.iter_rows(values_only=True)) for sheet in book.worksheets]
        except Exception as failure:
            # openpyxl raises what zipfile, its XML parser and its own readers raise.
            raise _bad_workbook(failure) from None
    refusal = Refused("bad-table", "this workbook has no rows", "export the sheet as CSV")
    for title, rows in sheets:
        try:
            names = _header([_cell(value) for value in next(rows, ())])
            if not any(names):
                continue
            columns = guessed_map(names, context.columns)
        except Refused as reason:
            refusal = reason
            continue
        except Exception as failure:
            raise _bad_workbook(failure) from None
        yield FileNote(text=f"sheet `{title}`, {described_map(columns, names)}", columns=columns)
        yield from _sheet(rows, names, columns, context.records)
        return
    raise refusal


def _sheet(
    rows: Iterator[Sequence[Any]], names: Sequence[str], columns: ColumnMap, row_numbers: frozenset[int] | None
) -> DraftsOfFile:
    number = 1
    while True:
        number += 1
        try:
            with quiet():
                cells = next(rows)
        except StopIteration:
            return
        except Exception as failure:
            # The rows of a sheet are parsed as they are asked for.
            raise _bad_workbook(failure) from None
        values = {name: _cell(value) for name, value in zip(names, cells, strict=False)}
        if any(values.values()):
            yield from row_findings(TableRow(number=number, values=values), columns, row_numbers)


def _cell(value: Any) -> str:
    """A cell as text: a day as ISO 8601, a whole number without `.0`."""
    if value is None:
        return ""
    if hasattr(value, "isoformat"):
        text = str(value.isoformat())
        return text.removesuffix("T00:00:00")
    return str(int(value)) if isinstance(value, float) and value.is_integer() else str(value)


def _bad_workbook(failure: Exception) -> Refused:
    return Refused("bad-table", f"this workbook cannot be read: {type(failure).__name__}", "export the sheet as CSV")


def _check_workbook(data: bytes, import_bytes: int) -> None:
    """Refuses a bomb by what it declares; a part never gives more than it declares."""
    try:
        parts = zipfile.ZipFile(io.BytesIO(data)).infolist()
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError, RuntimeError) as failure:
        raise _bad_workbook(failure) from None
    if len(parts) > _MOST_PARTS or sum(part.file_size for part in parts) > import_bytes * 10:
        message = f"this workbook unpacks to more than ten times `limits.import_bytes`, {import_bytes:,}"
        raise Refused("inflates", message, "export the sheet as CSV")


def _header(cells: Sequence[str]) -> list[str]:
    names = [cell.strip().removeprefix("\ufeff") for cell in cells]
    if len(names) > _MOST_COLUMNS:
        raise Refused("bad-table", f"this table has {len(names):,} columns", "export those that matter")
    twice = next((name for name in names if name and names.count(name) > 1), "")
    if twice:
        raise Refused("bad-table", f"two columns of this table are called `{twice}`", "give them two names")
    return names


def _json_lines(lines: "_Lines") -> Iterator[tuple[int, Any]]:
    for line in lines:
        if not line.strip():
            continue
        try:
            yield lines.count, json.loads(line)
        except (ValueError, RecursionError) as failure:
            reason = failure.msg.lower() if isinstance(failure, json.JSONDecodeError) else "nested too deep"
            yield lines.count, Refused("bad-row", f"line {lines.count:,} is not JSON: {reason}", "leave it out")


def _objects(values: Iterator[tuple[int, Any]], context: ReadingContext) -> DraftsOfFile:
    """Drafts of objects; columns are the keys of the first one that has them."""
    columns: ColumnMap = {}
    for number, value in values:
        if isinstance(value, Refused):
            yield value
        elif not isinstance(value, dict):
            yield Refused("bad-row", f"entry {number:,} is no object", "leave it out")
        else:
            if not columns:
                columns = guessed_map(list(value), context.columns)
                yield FileNote(text=described_map(columns, list(value)), columns=columns)
            yield from row_findings(TableRow(number=number, values=value), columns, context.records)


class _Lines:
    """The lines of a file in UTF-8 (or UTF-16 with its mark), none longer than a limit; counted as they are read."""

    def __init__(self, file: BinaryIO, longest: int) -> None:
        start = file.read(_SAMPLE)
        file.seek(0)
        encoding = "utf-16" if start.startswith((b"\xff\xfe", b"\xfe\xff")) else "utf-8-sig"
        if encoding == "utf-8-sig" and b"\0" in start:
            raise Refused("binary-file", "this is no table: it holds NUL bytes", "export it as CSV in UTF-8")
        self._text = io.TextIOWrapper(
            io.BufferedReader(_Unclosed(file)), encoding=encoding, errors="surrogateescape", newline=""
        )
        self._longest = longest
        self.count = 0
        """How many lines were read."""

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        try:
            line = self._text.readline(self._longest + 1)
        except UnicodeDecodeError:
            raise Refused(
                "unsure-encoding", f"line {self.count + 1:,} or one after it is no UTF-16", _CONVERT
            ) from None
        if not line:
            raise StopIteration
        self.count += 1
        # The wrapper decodes ahead; bytes that are no UTF-8 are kept as they are until their line is reached.
        if _STRAY_BYTE.search(line):
            encoding = likely_encoding(line.encode("utf-8", "surrogateescape")[:_SAMPLE]).lower()
            message = f"line {self.count:,} is not in UTF-8"
            raise Refused("unsure-encoding", message, f"it looks like {encoding}; {_CONVERT}")
        if len(line) > self._longest:
            message = f"line {self.count:,} has more than {self._longest:,} characters, and `limits.article_bytes`"
            raise Refused("too-big", f"{message} is {self._longest:,}", "see whether a quotation mark is closed there")
        return line.replace("\0", "\ufffd")


class _Unclosed(io.RawIOBase):
    """A file that stays open when the text made of it is thrown away: its owner closes it."""

    def __init__(self, file: BinaryIO) -> None:
        self._file = file

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        data = self._file.read(len(buffer))
        buffer[: len(data)] = data
        return len(data)


def _unsure(data: bytes) -> Refused:
    hint = f"it looks like {likely_encoding(data).lower()}; convert it to UTF-8 with iconv"
    return Refused("unsure-encoding", "this file is not in UTF-8", hint)
