"""Every format that `sitegen add` reads, one entry each: its suffixes and its reader, from bytes to drafts.

A format is added by its module and its entry here; suffixes, help and messages are made from this table. WARCs and raw
texts are not in it: a WARC is read record by record (warc.py), and a text is kept word for word (importing/adding.py).
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import BinaryIO

from sitegen.config import Limits
from sitegen.formats.columns import ColumnMap
from sitegen.formats.documents import document_draft, docx_lines, read_docx, read_pdf
from sitegen.formats.draft import Draft, FileNote
from sitegen.formats.factiva import is_factiva, page_lines, read_factiva
from sitegen.formats.nexis import is_nexis, read_nexis
from sitegen.formats.pages import read_page
from sitegen.formats.rtf import rtf_lines
from sitegen.formats.tables import TABLES, TableReader
from sitegen.read.charset import decode_page
from sitegen.read.refusal import Refused

Drafts = Iterator[Draft | Refused | FileNote]
_UNSEEN = "read by the form of {} exports, of which no real one was at hand: see whether outlets and days are right"


@dataclass(frozen=True, slots=True, kw_only=True)
class Format:
    """A kind of file."""

    name: str
    """For people."""
    suffixes: tuple[str, ...]
    """The first one is what its original is kept under."""
    read: Callable[[BinaryIO, Limits, ColumnMap], Drafts]
    is_streamed: bool = False
    """Whether it is read piece by piece, so that `import_bytes` is no limit of its size."""


def _page(file: BinaryIO, _limits: Limits, _columns: ColumnMap) -> Drafts:
    data = file.read()
    yield from _saved_export(data) or (read_page(data),)


def _saved_export(data: bytes) -> tuple[Draft | Refused | FileNote, ...]:
    """The articles of a page that a database saved; empty for any other page, and for one that cannot be decoded."""
    try:
        source, _ = decode_page(data)
    except Refused:
        return ()
    return export_drafts(page_lines(source))


def _pdf(file: BinaryIO, _limits: Limits, _columns: ColumnMap) -> Drafts:
    yield read_pdf(file.read())


def _docx(file: BinaryIO, limits: Limits, _columns: ColumnMap) -> Drafts:
    data = file.read()
    yield from export_drafts(docx_lines(data, limits)) or (read_docx(data, limits),)


def _rtf(file: BinaryIO, _limits: Limits, _columns: ColumnMap) -> Drafts:
    lines = rtf_lines(file.read())
    yield from export_drafts(lines) or (document_draft(lines),)


def export_drafts(lines: Sequence[str]) -> tuple[Draft | Refused | FileNote, ...]:
    """The articles of a document that a database exported; empty where it is none of those."""
    if is_nexis(lines):
        return (FileNote(text=_UNSEEN.format("Nexis")), *read_nexis(lines))
    if is_factiva(lines):
        return (FileNote(text=_UNSEEN.format("Factiva")), *read_factiva(lines))
    return ()


def _table(name: str, suffixes: tuple[str, ...]) -> Format:
    reader: TableReader = TABLES[suffixes[0]]
    return Format(name=name, suffixes=suffixes, read=reader, is_streamed=suffixes[0] not in (".json", ".xlsx"))


FORMATS: tuple[Format, ...] = (
    Format(name="a web page, or a Factiva export", suffixes=(".html", ".htm", ".xhtml"), read=_page),
    Format(name="a Word document, or a Nexis export", suffixes=(".docx",), read=_docx),
    Format(name="an RTF document, or a Nexis or Factiva export", suffixes=(".rtf",), read=_rtf),
    Format(name="a PDF", suffixes=(".pdf",), read=_pdf),
    _table("a table", (".csv",)),
    _table("a table", (".tsv", ".tab")),
    _table("articles in JSON, one a line", (".jsonl", ".ndjson")),
    _table("articles in JSON", (".json",)),
    _table("a workbook", (".xlsx",)),
)


def format_of(suffix: str) -> Format | None:
    """The format of a suffix; None for one that is not in the table."""
    return next((entry for entry in FORMATS if suffix in entry.suffixes), None)
