"""A Word document: one article, or the articles of a database that exported it."""

from typing import BinaryIO

from sitegen.formats.documents import read_docx
from sitegen.formats.format import Contents, Document, FileStart, Format, ReadingContext


def _read(file: BinaryIO, context: ReadingContext) -> Contents:
    draft = read_docx(file.read(), context.limits)
    yield Document(lines=draft.text, drafts=lambda: (draft,))


def _begins(start: FileStart) -> bool:
    return "word/document.xml" in start.members


FORMATS = (Format(name="a Word document, or a Nexis export", suffixes=(".docx", ".docm"), read=_read, begins=_begins),)
