"""Kinds of file that people hold and that are not read, each with what to do instead."""

from collections.abc import Callable
from typing import BinaryIO

from sitegen.formats.format import Contents, FileStart, Format, ReadingContext
from sitegen.read.refusal import Refused

_SAVE = "open it in its program and save it as {}"
_HINTS = (
    ("an old Word document", (".doc", ".dot", ".wps"), _SAVE.format(".docx or .txt")),
    ("an old workbook", (".xls", ".xlsb"), _SAVE.format(".xlsx or .csv")),
    ("an OpenDocument sheet", (".ods",), _SAVE.format(".csv")),
    ("a book", (".mobi", ".azw", ".azw3", ".fb2"), _SAVE.format(".epub, or its chapters as .html")),
    ("a document of Pages", (".pages",), _SAVE.format(".docx")),
    ("a mailbox", (".mbox", ".pst", ".msg"), "save each mail as .eml"),
    ("a page of Safari", (".webarchive",), "save the page as HTML, or with a browser that writes .mhtml"),
    ("an archive", (".tar", ".tar.gz", ".tgz", ".7z", ".rar", ".bz2", ".xz", ".zst"), "unpack it and add the folder"),
    ("a database", (".sqlite", ".db", ".mdb", ".accdb"), "export the table of articles as CSV"),
    ("a picture or a film", (".jpg", ".jpeg", ".png", ".gif", ".webp", ".tif", ".tiff", ".heic", ".mp4", ".mp3"),
     "recognise its text first (OCR), and add that as .txt"),
    ("data of R or Python", (".rds", ".rdata", ".pickle", ".pkl", ".feather"), "write it as CSV or JSONL"),
)  # fmt: skip


def _refusing(name: str, hint: str) -> Callable[[BinaryIO, ReadingContext], Contents]:
    def read(_file: BinaryIO, _context: ReadingContext) -> Contents:
        raise Refused("unknown-kind", f"this is {name}, which is not read", hint)

    return read


def _begins_for(suffix: str) -> Callable[[FileStart], bool]:
    def begins(start: FileStart) -> bool:
        if suffix == ".doc":
            # Word and Excel before 2007 wrote one kind of container.
            return start.data.startswith(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")
        return suffix == ".tar.gz" and start.data[257:262] == b"ustar"

    return begins


FORMATS = tuple(
    Format(
        name=name,
        suffixes=suffixes,
        read=_refusing(name, hint),
        begins=_begins_for(suffixes[0]),
        is_read=False,
        is_streamed=True,
    )
    for name, suffixes, hint in _HINTS
)
