"""A text: an article as it is, the export of a database, an article below lines that say what it is, or addresses."""

import codecs
import re
from collections.abc import Sequence
from typing import BinaryIO

from sitegen.formats.declared import declared
from sitegen.formats.draft import AddressOnly, Draft, Statement, tidy
from sitegen.formats.format import Contents, Document, Format, ReadingContext
from sitegen.formats.webpages.completeness import judged_lines
from sitegen.read.legacy import read_legacy

_HEADER = re.compile(r"([A-Za-zÀ-ÿ][A-Za-zÀ-ÿ _-]{1,20}?)\s*:\s+(\S.*)$")
_NAMES = {
    "headline": "title", "title": "title", "source": "outlet", "outlet": "outlet", "publication": "outlet",
    "newspaper": "outlet", "publisher": "outlet", "date": "published", "published": "published",
    "published on": "published", "publication date": "published", "author": "author",
    "byline": "author", "by": "author",
    "url": "url", "link": "url", "address": "url", "language": "language", "page": "page", "dateline": "dateline",
    "titel": "title", "quelle": "outlet", "datum": "published", "autor": "author", "titre": "title",
    "auteur": "author", "título": "title", "fuente": "outlet", "fecha": "published",
}  # fmt: skip
"""What people write above a text that they keep, and the field that it is."""
_FEWEST = 2
"""Lines of a head; one alone may be the first line of a report (`Date: unknown`)."""
_MOST = 12
_ADDRESS = re.compile(r"https?://\S{3,2000}$")


def _read(file: BinaryIO, _context: ReadingContext) -> Contents:
    data = file.read()
    lines = _lines(data)
    if addresses := _addresses(lines):
        yield from addresses
        return
    # A text without a head is kept word for word, whatever its encoding: importing/ reads it as a build does.
    yield Document(lines=lines, drafts=lambda: (_headed(lines) or Draft(text=()),))


def _lines(data: bytes) -> list[str]:
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return data.decode("utf-16", "replace").splitlines()
    if b"\0" in data:
        return []
    try:
        return data.decode("utf-8-sig").splitlines()
    except UnicodeDecodeError:
        legacy = read_legacy(data)
        return legacy.text.splitlines() if legacy else []


def _addresses(lines: Sequence[str]) -> list[AddressOnly]:
    """The addresses of a file that holds nothing else; `#` begins a remark."""
    filled = [(number, line.strip()) for number, line in enumerate(lines, 1) if line.strip() and line.strip()[0] != "#"]
    if not filled or not all(_ADDRESS.match(line) for _, line in filled):
        return []
    return [AddressOnly(url=line, place=f"line {number:,}") for number, line in filled]


def _headed(lines: Sequence[str]) -> Draft | None:
    """The article below lines like `Source: ...`; None where the file does not begin with some, and an empty line."""
    statements: list[Statement] = []
    remarks: list[str] = []
    outlet = ""
    names: list[str] = []
    body = 0
    for number, line in enumerate(lines[: _MOST + 1]):
        match = _HEADER.match(line.strip())
        if not match:
            body = number
            break
        field = _NAMES.get(match[1].strip().lower(), "")
        if not field or field in names:
            return None
        names.append(field)
        if field == "outlet":
            outlet = tidy(match[2])
            continue
        statement, remark = declared(field, match[2], f"the line `{match[1].strip()}:` above the text")
        statements += [statement] if statement else []
        remarks += [remark] if remark else []
    if len(names) < _FEWEST or not body or lines[body].strip():
        return None
    text = tuple(line.strip() for line in lines[body:] if line.strip())
    if not text:
        return None
    verdict = judged_lines(text)
    return Draft(
        text=text,
        statements=tuple(statements),
        outlet=outlet,
        remarks=tuple(remarks),
        completeness=verdict.value,
        completeness_reason=verdict.reason,
    )


FORMATS = (Format(name="a text, or a Nexis, Factiva or ProQuest export", suffixes=(".txt", ".text"), read=_read),)
