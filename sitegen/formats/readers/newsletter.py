"""A mail that carries an article, as newsletters do; a mail inside it is an article of its own.

Subject and date are declared. The outlet is taken from the sender of a mailing list alone: in a mail from somebody who
passes an article on, the sender is not who published it and the date not when.
"""

import re
from email.errors import HeaderParseError
from email.header import decode_header, make_header
from email.message import Message
from email.utils import parseaddr
from typing import BinaryIO

from sitegen.formats.declared import declared
from sitegen.formats.draft import Draft, Statement, tidy
from sitegen.formats.format import Contents, Document, FileStart, Format, ReadingContext
from sitegen.formats.mail import mail_moment, parsed_mail
from sitegen.formats.markup import markup_lines
from sitegen.formats.webpages.completeness import judged_lines
from sitegen.read.refusal import Refused

_PASSED_ON = re.compile(r"^\s*(?:fwd?|fw|wg|tr|rv|i|enc|re|aw)\s*:\s*", re.IGNORECASE)
_QUOTED_HEAD = re.compile(r"(?<!-)-{2,}\s*(?:forwarded|original|weitergeleitete|message transféré)", re.IGNORECASE)
_HEAD = ("from:", "received:", "return-path:", "delivered-to:", "message-id:", "subject:", "mime-version:", "date:")
_MOST_MAILS = 500


def _read(file: BinaryIO, _context: ReadingContext) -> Contents:
    mail = parsed_mail(file.read())
    inner = [part for part in mail.walk() if part.get_content_type() == "message/rfc822"][:_MOST_MAILS]
    mails = [part.get_payload(0) for part in inner if part.is_multipart()]
    several = [one_mail for one_mail in mails if isinstance(one_mail, Message)]
    if not several:
        draft = _draft(mail, None)
        lines = draft.text if isinstance(draft, Draft) else ()
        yield Document(lines=lines, drafts=lambda: (draft,))
        return
    for number, part in enumerate(several, 1):
        yield _draft(part, number)


def _draft(mail: Message, record: int | None) -> Draft | Refused:
    lines = tuple(line.strip() for line in _lines(mail))
    if not any(lines):
        return Refused("no-article-text", "this mail has no text", "save the page that it leads to")
    subject, sender = _header(mail, "Subject"), _header(mail, "From")
    is_passed_on = bool(_PASSED_ON.match(subject)) or any(_QUOTED_HEAD.search(line) for line in lines[:20])
    is_list = any(mail.get(name) for name in ("List-Id", "List-Unsubscribe", "List-Post"))
    statements: list[Statement] = []
    remarks: list[str] = []
    title, _ = declared("title", _PASSED_ON.sub("", subject), "the subject of the mail")
    statements += [title] if title else []
    moment = mail_moment(mail)
    if is_passed_on or not is_list:
        remarks.append(f"sent by {tidy(sender)} on {moment or 'an unknown day'}: not taken for outlet and day")
    elif moment:
        statements.append(Statement(field="published", value=moment, where="the date of the mail"))
    verdict = judged_lines(lines)
    return Draft(
        text=lines,
        statements=tuple(statements),
        outlet=tidy(parseaddr(sender)[0]) if is_list and not is_passed_on else "",
        remarks=tuple(remarks),
        completeness=verdict.value,
        completeness_reason=verdict.reason,
        record=record,
        record_unit="article",
    )


def _header(mail: Message, name: str) -> str:
    value = str(mail.get(name) or "")
    try:
        return tidy(str(make_header(decode_header(value))))
    except (HeaderParseError, LookupError, UnicodeError, ValueError):
        return tidy(value)


def _lines(mail: Message) -> tuple[str, ...]:
    """The text of the first part in plain text, else of the first in HTML. Attachments are none."""
    parts = [part for part in mail.walk() if part.get_content_disposition() != "attachment"]
    for kind in ("text/plain", "text/html"):
        for part in parts:
            if part.get_content_type() == kind and (text := _decoded(part)).strip():
                return markup_lines(text) if kind == "text/html" else _paragraphs(text)
    return ()


def _decoded(part: Message) -> str:
    data = part.get_payload(decode=True)
    if not isinstance(data, bytes):
        return ""
    charset = part.get_content_charset() or "utf-8"
    try:
        return data.decode(charset)
    except (LookupError, UnicodeDecodeError):
        raise Refused(
            "unsure-encoding",
            f"a part of this mail is not in {charset}, as it says",
            "save its text as a file in UTF-8",
        ) from None


def _paragraphs(text: str) -> tuple[str, ...]:
    """Paragraphs of plain text, whose lines mail programs break at 72 or 78 characters."""
    lines = text.splitlines()
    filled = [line for line in lines if line.strip()]
    if (
        len(filled) < 4
        or sum(len(line) <= 80 for line in filled) < 0.95 * len(filled)
        or "" not in map(str.strip, lines)
    ):
        return tuple(filled)
    paragraphs = re.split(r"\n\s*\n", "\n".join(lines))
    return tuple(joined for paragraph in paragraphs if (joined := " ".join(paragraph.split())))


def _begins(start: FileStart) -> bool:
    first = start.text.split("\n", 1)[0]
    head = start.text[:8_000]
    return first.startswith(_HEAD) and "\nsubject:" in f"\n{head}" and "\ndate:" in f"\n{head}" and "from:" in head


FORMATS = (Format(name="a mail", suffixes=(".eml",), read=_read, begins=_begins),)
