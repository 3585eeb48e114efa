"""A saved page: the article it prints, or the articles that a database saved as a page."""

from typing import BinaryIO

from sitegen.formats.format import Contents, Document, FileStart, Format, ReadingContext
from sitegen.formats.webpages.pages import PageContext, articles_of_page

_STARTS = ("<!doctype html", "<html", "<head", "<body", "<?xml version=")


def _read(file: BinaryIO, context: ReadingContext) -> Contents:
    data = file.read()
    page_context = PageContext(template_of=context.template_of)
    yield Document(page=data, drafts=lambda: articles_of_page(data, page_context))


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
