"""Requests that may change something: who may make them, and what they say. Knows no page of the desk.

A form is taken from the preview's own pages alone: it names this server as its host and as its origin, and carries the
token that only those pages have, which is another one each time the preview starts.
"""

import hmac
import secrets
from collections.abc import Mapping, Sequence
from email.message import Message
from typing import Protocol
from urllib.parse import parse_qs

from sitegen.frozen import dataclass

DESK = "/.sitegen/desk/"
"""The address below which the desk answers."""
LONGEST_FORM = 1 << 20
"""Bytes of a form; that of a page of 5,000 blocks has 100,000."""
_MOST_FIELDS = 20_000
_FORM = "application/x-www-form-urlencoded"

Form = Mapping[str, Sequence[str]]


@dataclass(frozen=True, slots=True, kw_only=True)
class DeskAnswer:
    """What is sent back."""

    status: int
    body: bytes = b""
    kind: str = "text/plain; charset=utf-8"
    location: str = ""
    policy: str = "default-src 'none'"
    """What the page may do (Content-Security-Policy)."""


class DeskSite(Protocol):
    """Who answers for the desk."""

    def answer(self, address: str, form: Form | None, token: str) -> DeskAnswer:
        """The answer to a request for an address; `form` is None where nothing is sent."""
        ...


def new_token() -> str:
    """A token that nobody can guess."""
    return secrets.token_urlsafe(32)


def is_own_form(headers: Message, hosts: Sequence[str]) -> bool:
    """Whether a form says that it is from a page of this server; browsers say so of every form."""
    origins = [origin.lower() for origin in headers.get_all("Origin", [])]
    return (
        len(origins) == 1
        and origins[0] in {f"http://{host}" for host in hosts}
        and headers.get("Sec-Fetch-Site", "same-origin") == "same-origin"
        and headers.get_content_type() == _FORM
    )


def form_length(headers: Message) -> int | None:
    """How many bytes a form has; None where it does not say, or has too many."""
    stated = headers.get_all("Content-Length", [])
    length = int(stated[0]) if len(stated) == 1 and stated[0].isascii() and stated[0].isdecimal() else -1
    return length if 0 <= length <= LONGEST_FORM else None


def read_form(body: bytes, token: str) -> Form | None:
    """What a form says; None where it is no form or does not have the token."""
    try:
        form = parse_qs(body.decode("ascii"), keep_blank_values=True, max_num_fields=_MOST_FIELDS)
    except (UnicodeDecodeError, ValueError):
        return None
    tokens = form.pop("token", [])
    return form if len(tokens) == 1 and hmac.compare_digest(tokens[0].encode(), token.encode()) else None
