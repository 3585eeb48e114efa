"""The parts of a mail (RFC 5322, MIME), within limits. Knows nothing of articles."""

import email
import email.policy
from datetime import UTC
from email.message import Message
from email.utils import parsedate_to_datetime

from sitegen.read.refusal import Refused

_MOST_PARTS = 2_000
_DEEPEST = 40
_HINT = "save the text of the mail as a file"


def parsed_mail(data: bytes) -> Message:
    """The mail. Raises Refused where it nests deeper than mails do, or has more parts."""
    # Counted before the parser, which calls itself for each part inside a part.
    if data.lower().count(b"\ncontent-type:") > _MOST_PARTS:
        raise Refused("bad-document", f"this mail has more than {_MOST_PARTS:,} parts", _HINT)
    try:
        mail = email.message_from_bytes(data, policy=email.policy.compat32)
        if _depth(mail) > _DEEPEST:
            raise Refused("bad-document", f"the parts of this mail are nested deeper than {_DEEPEST}", _HINT)
    except (RecursionError, ValueError, LookupError, AssertionError) as failure:
        raise Refused("bad-document", f"this mail cannot be read: {type(failure).__name__}", _HINT) from None
    return mail


def _depth(mail: Message) -> int:
    deepest = 0
    waiting = [(mail, 1)]
    while waiting:
        part, depth = waiting.pop()
        deepest = max(deepest, depth)
        payload = part.get_payload()
        if isinstance(payload, list):
            waiting += [(inner, depth + 1) for inner in payload if isinstance(inner, Message)]
    return deepest


def mail_moment(mail: Message) -> str:
    """The moment in the head of a mail, in ISO 8601; empty where it states none."""
    try:
        moment = parsedate_to_datetime(str(mail.get("Date") or ""))
    except (ValueError, TypeError, IndexError, OverflowError):
        return ""
    # RFC 5322: `-0000` is a moment in UTC whose sender does not say where it is.
    if moment.tzinfo is None:
        moment = moment.replace(tzinfo=UTC)
    return moment.isoformat().replace("+00:00", "Z")
