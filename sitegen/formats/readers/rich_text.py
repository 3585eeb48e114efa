"""An RTF document: one article, or the articles of a database that exported it."""

from typing import BinaryIO

from sitegen.formats.documents import document_draft
from sitegen.formats.format import Contents, Document, FileStart, Format, ReadingContext
from sitegen.formats.rtf import rtf_lines


def _read(file: BinaryIO, _context: ReadingContext) -> Contents:
    lines = rtf_lines(file.read())
    yield Document(lines=lines, drafts=lambda: (document_draft(lines),))


def _begins(start: FileStart) -> bool:
    return start.data.startswith(b"{\\rtf")


FORMATS = (
    Format(name="an RTF document, or a Nexis or Factiva export", suffixes=(".rtf",), read=_read, begins=_begins),
)
