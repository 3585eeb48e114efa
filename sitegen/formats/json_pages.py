"""The page in the answer of a site's interface: JSON in which one value is a whole page."""

import json
from collections.abc import Iterator
from typing import Any

_BEGINNINGS = ("<!doctype html", "<html")
_MOST_VALUES = 20_000
"""Values of an answer that are looked at."""


def page_in_json(data: bytes) -> bytes | None:
    """The page as UTF-8; None where the data hold none, or several, of which none is known to be meant."""
    if not any(beginning.encode() in data.lower() for beginning in _BEGINNINGS):
        return None
    try:
        answer = json.loads(data)
    except (ValueError, RecursionError):
        return None
    pages = {text for text in _texts(answer) if text.lstrip()[:20].lower().startswith(_BEGINNINGS)}
    return pages.pop().encode("utf-8", "replace") if len(pages) == 1 else None


def _texts(answer: Any) -> Iterator[str]:
    """The texts of a value of JSON, without recursion: the answer decides how deep it nests."""
    waiting = [answer]
    for _ in range(_MOST_VALUES):
        if not waiting:
            return
        value = waiting.pop()
        if isinstance(value, str):
            yield value
        elif isinstance(value, dict):
            waiting.extend(value.values())
        elif isinstance(value, list):
            waiting.extend(value)
