"""Text out of word processors' and printed documents: .docx by python-docx, .pdf by pypdf.

Both keep what the file says of itself only where it is a fact of the article. A document's author is whoever owned the
program and its date that of the file, so both are told as remarks and not taken.
"""

import io
import zipfile
from collections.abc import Iterator
from typing import Any

from sitegen.config import Limits
from sitegen.formats.draft import Draft, needed, quiet, tidy
from sitegen.formats.print_lines import PrintLine, paragraphs_of
from sitegen.formats.webpages.completeness import judged_lines
from sitegen.read.refusal import Refused

_MOST_SHOWN = 5
"""Heads and feet that are told."""
_SAME_LINE = 0.5
"""Times the size of the type by which the pieces of a line may stand apart: raised figures, notes."""
_MOST_PAGES = 500
_MOST_PARTS = 2_000
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_BREAKS = {f"{_W}tab": "\t", f"{_W}br": "\n", f"{_W}cr": "\n", f"{_W}noBreakHyphen": "-"}
_TRACKED = {
    "ins": "tracked insertions, taken as text: {count}",
    "del": "tracked deletions, left out: {count}",
    "commentReference": "comments, left out: {count}",
    "footnoteReference": "footnotes, left out: {count}",
}
_COPY = "open it in its program and copy the text into a .txt file"


def document_draft(lines: tuple[str, ...], remarks: tuple[str, ...] = ()) -> Draft:
    """One article of a document's lines. Raises Refused where they are empty."""
    return _document(lines, "", "", remarks)


def read_docx(data: bytes, limits: Limits) -> Draft:
    """The paragraphs and tables of a Word document, in their order. Raises Refused."""
    needed("docx")
    _check_zip(data, limits)
    with quiet():
        import docx

        try:
            document: Any = docx.Document(io.BytesIO(data))
            body = document.element.body
            lines = tuple(line for part in _docx_lines(body) for line in part.split("\n"))
            remarks = tuple(_docx_remarks(body))
            properties: Any = document.core_properties
            title, author = tidy(properties.title), tidy(properties.author)
        except Exception as failure:
            # python-docx raises what zipfile, lxml and its own model raise.
            raise _unreadable("Word document", failure) from None
    return _document(lines, title, author, remarks)


def _docx_lines(body: Any) -> Iterator[str]:
    """Paragraphs, and rows of outermost tables, a line each. Content controls and tracked insertions are text.

    python-docx passes over both, so the XML is walked here: a paragraph in a table is read with its row, one in a text
    box with the paragraph that holds the box.
    """
    for element in body.iter(f"{_W}p", f"{_W}tbl"):
        outer = next((parent.tag for parent in element.iterancestors(f"{_W}tbl", f"{_W}txbxContent")), None)
        if outer is not None:
            continue
        if element.tag == f"{_W}p":
            yield _docx_text(element)
            continue
        for row in element.iter(f"{_W}tr"):
            cells = (" ".join(filter(None, map(_docx_text, cell.iter(f"{_W}p")))) for cell in row.iter(f"{_W}tc"))
            yield " | ".join(tidy(cell) for cell in cells)


def _docx_text(paragraph: Any) -> str:
    """The text of a paragraph. Deleted text is written as `w:delText`; a box is given twice, once for old programs."""
    parts: list[str] = []
    for element in paragraph.iter():
        if any(parent.tag == _FALLBACK for parent in element.iterancestors()):
            continue
        if element.tag == f"{_W}t":
            parts.append(element.text or "")
        elif element.tag in _BREAKS:
            parts.append(_BREAKS[element.tag])
        elif element.tag == f"{_W}p" and element is not paragraph:
            parts.append("\n")
    return "".join(parts)


def _docx_remarks(body: Any) -> Iterator[str]:
    """What an editor should know of the document: changes that nobody accepted yet, and text outside the body."""
    counts = {name: sum(1 for _ in body.iter(f"{_W}{name}")) for name in _TRACKED}
    for name, remark in _TRACKED.items():
        if counts[name]:
            yield remark.format(count=counts[name])


def _check_zip(data: bytes, limits: Limits) -> None:
    """Refuses a bomb by what it declares; a part never gives more than it declares."""
    try:
        parts = zipfile.ZipFile(io.BytesIO(data)).infolist()
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError, RuntimeError) as failure:
        raise _unreadable("Word document", failure) from None
    if len(parts) > _MOST_PARTS or sum(block.file_size for block in parts) > limits.import_bytes * 2:
        message = f"this document unpacks to more than twice `limits.import_bytes`, which is {limits.import_bytes:,}"
        raise Refused("inflates", message, _COPY)


def read_pdf(data: bytes) -> tuple[Draft, tuple[str, ...]]:
    """The text of a PDF in paragraphs, and its lines as they are printed. Raises Refused."""
    needed("pypdf")
    with quiet():
        import pypdf

        try:
            document = pypdf.PdfReader(io.BytesIO(data))
            if document.is_encrypted and not document.decrypt(""):
                raise Refused("encrypted", "this PDF is encrypted", "save it without a password")
            if len(document.pages) > _MOST_PAGES:
                message = f"this PDF has {len(document.pages):,} pages, and may have {_MOST_PAGES:,}"
                raise Refused("bad-document", message, "save the pages of the article alone")
            pages = [_print_lines(page) for page in document.pages]
            about: Any = document.metadata
            title, author = (tidy(about.title), tidy(about.author)) if about else ("", "")
        except Refused:
            raise
        except Exception as failure:
            # pypdf raises its own errors for some damage and whatever comes for the rest.
            raise _unreadable("PDF", failure) from None
    paragraphs, aside = paragraphs_of(pages)
    shown = ", ".join(f"“{line}”" for line in aside[:_MOST_SHOWN])
    remarks = (f"heads, feet and numbers of pages set aside: {shown}",) if aside else ()
    printed = tuple(line.text for page in pages for line in page)
    return _document(paragraphs, title, author, remarks), printed


def _print_lines(page: Any) -> list[PrintLine]:
    """The lines of a page in the order in which it prints them, each with its place."""
    lines: list[PrintLine] = []
    pieces: list[str] = []
    place: tuple[float, float, float] | None = None

    def end_line() -> None:
        text = " ".join("".join(pieces).split())
        if text and place:
            lines.append(PrintLine(text=text, left=place[0], height=place[1], size=place[2]))
        pieces.clear()

    def visit(text: str, outer: Any, inner: Any, _font: Any, size: float) -> None:
        nonlocal place
        left = inner[4] * outer[0] + inner[5] * outer[2] + outer[4]
        height = inner[4] * outer[1] + inner[5] * outer[3] + outer[5]
        for number, piece in enumerate(text.split("\n")):
            if number or (place and pieces and abs(place[1] - height) > _SAME_LINE * max(place[2], 1)):
                end_line()
            if piece.strip() and not "".join(pieces).strip():
                place = (left, height, abs(size * inner[3] * outer[3]) or 1.0)
            pieces.append(piece)

    page.extract_text(visitor_text=visit)
    end_line()
    return lines


def _document(lines: tuple[str, ...], title: str, author: str, earlier_remarks: tuple[str, ...] = ()) -> Draft:
    if not any(line.strip() for line in lines):
        message = "this document has no text; its pages may be pictures"
        raise Refused("no-article-text", message, "recognise its text first (OCR), or copy it into a .txt file")
    statements = ((f"the file calls itself {title!r}", title), (f"the file names {author!r} as its author", author))
    remarks = tuple(f"not taken: {text}" for text, value in statements if value)
    verdict = judged_lines(lines)
    return Draft(
        text=lines,
        remarks=(*earlier_remarks, *remarks),
        completeness=verdict.value,
        completeness_reason=verdict.reason,
    )


def _unreadable(what: str, failure: Exception) -> Refused:
    return Refused("bad-document", f"this {what} cannot be read: {type(failure).__name__}", _COPY)
