"""A saved page: the article it prints, or the articles that a database saved as a page."""

from typing import BinaryIO

from sitegen.formats.format import Contents, Document, FileStart, Format, ReadingContext
from sitegen.formats.webpages.pages import read_page

_STARTS = ("<!doctype html", "<html", "<head", "<body", "<?xml version=")


def _read(file: BinaryIO, context: ReadingContext) -> Contents:
    data = file.read()
    yield Document(page=data, draft=lambda: read_page(data, template_of=context.template_of))


def _begins(start: FileStart) -> bool:
    # Savers put a comment with the address before the page.
    text = start.text
    while text.startswith("<!--") and (end := text.find("-->")) > 0:
        text = text[end + 3 :].lstrip()
    return text.startswith(_STARTS[:-1]) or (text.startswith(_STARTS[-1]) and "<html" in text[:2_000])


FORMATS = (
    Format(
        name="a web page, or a Factiva or Europresse export",
        suffixes=(".html", ".htm", ".xhtml", ".shtml", ".php", ".asp", ".aspx", ".jsp"),
        read=_read,
        begins=_begins,
    ),
)
