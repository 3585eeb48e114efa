"""A Parquet file: its rows, a batch at a time. pyarrow is in an extra of its own, since it has 40 MB."""

from typing import Any, BinaryIO

from sitegen.formats.columns import TableRow, described_map, guessed_map, row_findings
from sitegen.formats.draft import FileNote, needed, quiet
from sitegen.formats.format import Contents, FileStart, Format, ReadingContext
from sitegen.read.refusal import Refused

_BATCH = 500
"""Rows that are held at a time."""
_MOST_OF_A_GROUP = 1 << 30
"""Bytes that one row group may say it unpacks to; pyarrow holds the columns of a group."""


def _read(file: BinaryIO, context: ReadingContext) -> Contents:
    needed("pyarrow", "parquet")
    with quiet():
        import pyarrow.parquet as parquet

        try:
            table: Any = parquet.ParquetFile(file)
            names = list(table.schema_arrow.names)
            largest = max(
                (table.metadata.row_group(number).total_byte_size for number in range(table.metadata.num_row_groups)),
                default=0,
            )
        except Exception as failure:
            # pyarrow raises its own errors, and what its readers of C++ raise.
            raise _unreadable(failure) from None
    if largest > _MOST_OF_A_GROUP:
        message = f"a row group of this table unpacks to {largest:,} bytes, and may have {_MOST_OF_A_GROUP:,}"
        raise Refused("inflates", message, "write it again with smaller row groups")
    columns = guessed_map(names, context.columns)
    yield FileNote(text=described_map(columns, names), columns=columns)
    # Only the columns of the map are read: the others of a crawl are pages and pictures. An editor is shown them all.
    taken = sorted(set(columns.values())) if context.records is None else names
    batches = table.iter_batches(batch_size=_BATCH, columns=taken)
    number = 0
    while True:
        try:
            with quiet():
                rows = next(batches).to_pylist()
        except StopIteration:
            return
        except Exception as failure:
            # The same: a group is unpacked when it is asked for.
            raise _unreadable(failure) from None
        for row in rows:
            number += 1
            values = {name: _plain(row[name]) for name in row}
            yield from row_findings(TableRow(number=number, values=values), columns, context.records)


def _plain(value: Any) -> Any:
    """A value as a table of text has it: days and moments in ISO 8601."""
    return value.isoformat() if hasattr(value, "isoformat") else value


def _unreadable(failure: Exception) -> Refused:
    return Refused("bad-table", f"this Parquet file cannot be read: {type(failure).__name__}", "export it as JSONL")


def _begins(start: FileStart) -> bool:
    return start.data.startswith(b"PAR1")


FORMATS = (Format(name="a Parquet table", suffixes=(".parquet",), read=_read, begins=_begins, is_streamed=True),)
