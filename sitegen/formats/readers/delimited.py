"""Tables in text: CSV and TSV, each row an article; lists of addresses that GDELT publishes without a header."""

import re
from collections.abc import Iterator
from typing import BinaryIO

from sitegen.formats.draft import AddressOnly, FileNote
from sitegen.formats.format import Contents, Format, ReadingContext
from sitegen.formats.tables import read_delimited

_ADDRESS = re.compile(rb"https?://[^\s\t]{1,2000}$")
_GDELT = {58: 57, 61: 60, 27: 4}
"""Columns of GDELT's files without a header, and which of them is the address: events 1.0, events 2.0 and GKG 2.1,
after the codebooks that GDELT publishes with them."""


def _read(file: BinaryIO, context: ReadingContext) -> Contents:
    line = file.readline(1 << 16)
    file.seek(0)
    cells = line.rstrip(b"\r\n").split(b"\t")
    column = _GDELT.get(len(cells))
    if column is not None and _ADDRESS.match(cells[column]):
        yield FileNote(text=f"a list of GDELT, with an address in column {column + 1} and no text")
        yield from _addresses(file, column)
        return
    yield from read_delimited(file, context)


def _addresses(file: BinaryIO, column: int) -> Iterator[AddressOnly]:
    """Each address once, in the order of the file: a report stands there for each event in it."""
    earlier: set[bytes] = set()
    for number, line in enumerate(iter(lambda: file.readline(1 << 20), b""), 1):
        cells = line.rstrip(b"\r\n").split(b"\t")
        address = cells[column] if len(cells) > column else b""
        if _ADDRESS.match(address) and address not in earlier:
            earlier.add(address)
            yield AddressOnly(url=address.decode("utf-8", "replace"), place=f"row {number:,}")


FORMATS = (
    Format(name="a table", suffixes=(".csv",), read=_read, is_streamed=True),
    Format(name="a table", suffixes=(".tsv", ".tab"), read=_read, is_streamed=True),
)
