"""A book whose chapters are pages (EPUB): what programs make of a newspaper's issue or of articles kept for later.

Its chapters are read in the order that its package states, each as a page of its own. What the package says of the
book (title, author, day) is said of no article, and is not taken.
"""

import posixpath
import re
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from typing import BinaryIO
from urllib.parse import unquote

from sitegen.formats.draft import Draft, FileNote, PassedPage
from sitegen.formats.format import Contents, FileStart, Format, ReadingContext
from sitegen.formats.webpages.pages import PageContext, articles_of_page
from sitegen.read.refusal import Refused

_CONTAINER = "META-INF/container.xml"
_PAGES = (".xhtml", ".html", ".htm")
_MOST_CHAPTERS = 5_000
_MOST_PACKAGE = 4 << 20
"""Bytes of the package, which lists the chapters."""
_AGAIN = "fetch or copy the book again"
_TAG = re.compile(r"<(?:\w+:)?(rootfile|item|itemref)\b([^<>]{1,4000})>")
_ATTRIBUTE = re.compile(r"""(?<![\w-])([\w-]++)\s*+=\s*+(?:"([^"]*)"|'([^']*)')""")


def _read(file: BinaryIO, context: ReadingContext) -> Contents:
    try:
        with zipfile.ZipFile(file) as archive:
            yield from _chapters(archive, context)
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError, RuntimeError, EOFError) as failure:
        raise Refused("bad-zip", f"this book is damaged: {type(failure).__name__}", _AGAIN) from None


def _chapters(archive: zipfile.ZipFile, context: ReadingContext) -> Contents:
    names = _in_order(archive)
    if "META-INF/encryption.xml" in archive.namelist():
        yield FileNote(text="parts of this book are encrypted; a chapter that cannot be read is passed over")
    if _CONTAINER not in archive.namelist():
        yield FileNote(text="this book has no META-INF/container.xml, so that nothing says what belongs to it")
    page_context = PageContext(template_of=context.template_of)
    number = 0
    for name in names:
        for finding in _chapter(archive, name, page_context, context):
            number += 1
            yield replace(finding, record=number, record_unit="chapter") if isinstance(finding, Draft) else finding


def _chapter(
    archive: zipfile.ZipFile, name: str, page_context: PageContext, context: ReadingContext
) -> Iterator[Draft | Refused | PassedPage]:
    member = archive.getinfo(name)
    limits = context.limits
    try:
        if member.file_size > min(limits.import_bytes, max(1_000_000, limits.warc_ratio * member.compress_size)):
            raise Refused(
                "inflates", f"it unpacks to {member.file_size:,} bytes", "open the book and save this chapter as .html"
            )
        with archive.open(member) as file:
            data = file.read(member.file_size + 1)
        yield from articles_of_page(data, page_context)
    except Refused as refused:
        # A book has a cover, a title page and a table of contents too.
        if refused.code in ("no-article-text", "no-article"):
            yield PassedPage(url=name)
        else:
            yield Refused(refused.code, f"{name}: {refused.message}", refused.hint)


def _in_order(archive: zipfile.ZipFile) -> list[str]:
    """The chapters in the order of reading; without a package, all pages by their names."""
    pages = {name for name in archive.namelist() if name.lower().endswith(_PAGES)}
    stated = [name for name in _stated(archive) if name in archive.namelist()]
    names = list(dict.fromkeys(stated)) or sorted(pages)
    if not names:
        raise Refused("no-article-text", "this book has no chapters that are pages", "copy its text into a .txt file")
    if len(names) > _MOST_CHAPTERS:
        raise Refused("inflates", f"this book has more than {_MOST_CHAPTERS:,} chapters", "split it")
    return names


def _stated(archive: zipfile.ZipFile) -> Iterator[str]:
    """The chapters that the package names; none where there is no package, or none that can be read."""
    package_path = next((values["full-path"] for _, values in _tags(archive, _CONTAINER) if "full-path" in values), "")
    tags = list(_tags(archive, package_path))
    files = {values.get("id", ""): values.get("href", "") for name, values in tags if name == "item"}
    for name, values in tags:
        if name == "itemref" and (path := files.get(values.get("idref", ""), "")):
            yield posixpath.normpath(posixpath.join(posixpath.dirname(package_path), unquote(path)))


def _tags(archive: zipfile.ZipFile, name: str) -> Iterator[tuple[str, dict[str, str]]]:
    """The tags of a small XML file that say where files are; no parser is needed for these, and none can be misled."""
    try:
        with archive.open(name) as file:
            text = file.read(_MOST_PACKAGE).decode("utf-8", "replace")
    except KeyError:
        return
    for match in _TAG.finditer(text):
        yield match[1], {entry[1]: entry[2] or entry[3] for entry in _ATTRIBUTE.finditer(match[2])}


def _begins(start: FileStart) -> bool:
    return b"application/epub+zip" in start.data[:200] or _CONTAINER in start.members


FORMATS = (Format(name="a book of pages", suffixes=(".epub",), read=_read, begins=_begins, is_streamed=True),)
