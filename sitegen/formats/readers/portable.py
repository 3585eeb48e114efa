"""A PDF: one article, or the articles of a database that printed it."""

from typing import BinaryIO

from sitegen.formats.documents import read_pdf
from sitegen.formats.format import Contents, Document, FileStart, Format, ReadingContext


def _read(file: BinaryIO, _context: ReadingContext) -> Contents:
    draft, printed = read_pdf(file.read())
    yield Document(lines=printed, drafts=lambda: (draft,))


def _begins(start: FileStart) -> bool:
    return start.data.startswith(b"%PDF-")


FORMATS = (Format(name="a PDF", suffixes=(".pdf",), read=_read, begins=_begins),)
