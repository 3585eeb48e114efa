"""An OpenDocument text (ODF 1.3, part 3): its paragraphs and rows; deletions, comments and notes left out."""

import zipfile
from collections.abc import Iterator
from typing import Any, BinaryIO

from sitegen.formats.documents import document_draft
from sitegen.formats.draft import needed, quiet
from sitegen.formats.format import Contents, Document, FileStart, Format, ReadingContext
from sitegen.read.refusal import Refused

_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_LEFT_OUT = {
    f"{_TEXT}changed-region": "tracked changes, of which deletions are left out: {count}",
    f"{_OFFICE}annotation": "comments, left out: {count}",
    f"{_TEXT}note": "footnotes, left out: {count}",
}
_NO_TEXT = (*_LEFT_OUT, f"{_TEXT}tracked-changes", f"{_OFFICE}annotation-end")
_BREAKS = {f"{_TEXT}tab": "\t", f"{_TEXT}line-break": "\n", f"{_TEXT}s": " "}
_COPY = "open it in its program and save it as text"


def _read(file: BinaryIO, context: ReadingContext) -> Contents:
    needed("lxml")
    root = _root(_content(file, context.limits.import_bytes))
    lines = tuple(line for part in _paragraphs(root) for line in part.split("\n"))
    counts = {remark: sum(1 for _ in root.iter(tag)) for tag, remark in _LEFT_OUT.items()}
    remarks = tuple(remark.format(count=count) for remark, count in counts.items() if count)
    yield Document(lines=lines, drafts=lambda: (document_draft(lines, remarks),))


def _content(file: BinaryIO, most: int) -> bytes:
    try:
        with zipfile.ZipFile(file) as archive:
            part = archive.getinfo("content.xml")
            if part.file_size > most:
                message = (
                    f"the text of this document has {part.file_size:,} bytes, and `limits.import_bytes` is {most:,}"
                )
                raise Refused("inflates", message, _COPY)
            return archive.read(part)
    except (KeyError, zipfile.BadZipFile, ValueError, OSError, RuntimeError, NotImplementedError) as failure:
        raise _unreadable(failure) from None


def _root(data: bytes) -> Any:
    from lxml import etree

    with quiet():
        try:
            # Entities are not resolved and no address is opened: a document defines its own as it likes.
            return etree.fromstring(data, etree.XMLParser(resolve_entities=False, no_network=True))
        except etree.XMLSyntaxError as failure:
            raise _unreadable(failure) from None


def _unreadable(failure: Exception) -> Refused:
    return Refused("bad-document", f"this OpenDocument text cannot be read: {type(failure).__name__}", _COPY)


def _paragraphs(root: Any) -> Iterator[str]:
    """Paragraphs and headings, and rows of tables, a line each."""
    for element in root.iter(f"{_TEXT}p", f"{_TEXT}h", f"{_TABLE}table-row"):
        if any(parent.tag in _NO_TEXT or parent.tag == f"{_TABLE}table-row" for parent in element.iterancestors()):
            continue
        if element.tag == f"{_TABLE}table-row":
            cells = (
                " ".join("".join(_text(part)) for part in cell.iter(f"{_TEXT}p"))
                for cell in element.iter(f"{_TABLE}table-cell")
            )
            yield " | ".join(cell for cell in cells)
        else:
            yield "".join(_text(element))


def _text(element: Any) -> Iterator[str]:
    # By events and not by recursion: a document decides how deep it nests.
    from lxml import etree

    inside: list[Any] = []
    for event, part in etree.iterwalk(element, events=("start", "end")):
        if event == "start":
            if not inside:
                if part is not element and part.tag in _NO_TEXT:
                    inside.append(part)
                else:
                    yield _BREAKS.get(part.tag, "")
                    yield part.text or ""
            continue
        if inside and part is inside[-1]:
            inside.pop()
        if not inside and part is not element:
            yield part.tail or ""


def _begins(start: FileStart) -> bool:
    return b"application/vnd.oasis.opendocument.text" in start.data[:200]


FORMATS = (Format(name="an OpenDocument text", suffixes=(".odt", ".ott"), read=_read, begins=_begins),)
