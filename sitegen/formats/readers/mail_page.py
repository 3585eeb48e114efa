"""A page that a browser saved with all it needs (MHTML, RFC 2557): the page itself, its address and its moment.

The date in its head is when it was saved, and no date of publication.
"""

from email.message import Message
from typing import BinaryIO

from sitegen.formats.format import Contents, Document, FileStart, Format, ReadingContext
from sitegen.formats.mail import mail_moment, parsed_mail
from sitegen.formats.webpages.pages import PageContext, articles_of_page
from sitegen.read.refusal import Refused


def _read(file: BinaryIO, context: ReadingContext) -> Contents:
    mail = parsed_mail(file.read())
    address = str(mail.get("Snapshot-Content-Location") or "").strip()
    page = _page(mail, address)
    data = page.get_payload(decode=True)
    if not isinstance(data, bytes) or not data.strip():
        raise Refused("bad-page", "the page in this file is empty", "save the page again")
    page_context = PageContext(
        transport=page.get_content_charset() or "",
        address=address or str(page.get("Content-Location") or "").strip(),
        captured=mail_moment(mail),
        template_of=context.template_of,
    )
    yield Document(page=data, drafts=lambda: articles_of_page(data, page_context))


def _page(mail: Message, address: str) -> Message:
    """The part that is the page: that of the address, that which the head names, or the first; others are frames."""
    pages = [part for part in mail.walk() if part.get_content_type() in ("text/html", "application/xhtml+xml")]
    if not pages:
        raise Refused("bad-page", "this file holds no page", "save the page again as one file, or as HTML")
    start = str(mail.get_param("start") or "")
    return next(
        (
            page
            for page in pages
            if (address and page.get("Content-Location") == address) or (start and page.get("Content-ID") == start)
        ),
        pages[0],
    )


def _begins(start: FileStart) -> bool:
    head = start.text[:4_000]
    return (
        "mime-version:" in head
        and "multipart/related" in head
        and ("snapshot-content-location:" in head or "saved by" in head)
    )


FORMATS = (Format(name="a page saved as one file", suffixes=(".mhtml", ".mht"), read=_read, begins=_begins),)
