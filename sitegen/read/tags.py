"""Cuts HTML into tags and texts in one pass whose time grows with the text, whatever the text is.

Not a parser of the standard: it builds no tree and repairs nothing, so nothing can be nested too deep for it. What may
be shown of what it finds is settled by sanitise.py.
"""

import html
import re
from collections.abc import Iterator
from typing import NamedTuple

_NAME = re.compile(r"[a-zA-Z][^\s/>\"'=<]*")
_BEGINS = re.compile(r"<(?=/?[a-zA-Z]|[!?])")
_UP_TO_QUOTE = re.compile(r"[^\"'>]*")
_ATTRIBUTE = re.compile(r"([^\s=/\"'>]+)(?:\s*=\s*(\"[^\"]*\"|'[^']*'|[^\s\"'>]+))?")
RAW = frozenset({"script", "style", "template", "svg", "math", "iframe", "noembed", "noframes", "noscript", "textarea"})
"""Elements whose inside is no text of a page; `title` is told apart."""
_RAW_TEXT = RAW | {"title", "xmp"}


class Piece(NamedTuple):
    """A tag or a stretch of text."""

    line: int
    """1-based, where it begins."""
    name: str
    """In lower case, `/` before it for an end tag; empty for text."""
    source: str
    """Text as it stands; of a tag its attributes; of a raw element what stands inside."""


def pieces_of(text: str, first: int) -> Iterator[Piece]:
    """The tags and texts of a page whose first line has the number `first`; comments are left out."""
    lower = text.lower()
    if len(lower) != len(text):
        # Some capitals become two letters; ends of raw elements are looked for at the same places.
        lower = "".join(char.lower() if char.isascii() else char for char in text)
    at, line, counted = 0, first, 0
    missing: set[str] = set()
    while at < len(text):
        line, counted = line + text.count("\n", counted, at), at
        found = _BEGINS.search(text, at)
        start = found.start() if found else len(text)
        if start > at:
            yield Piece(line, "", text[at:start])
            line, counted = line + text.count("\n", counted, start), start
        if not found:
            return
        end, piece = _tag(text, lower, start, line, missing)
        if piece:
            yield piece
        at = end


def _tag(text: str, lower: str, start: int, line: int, missing: set[str]) -> tuple[int, Piece | None]:
    """Where the tag at `start` ends, and the tag; a `<` that begins none is never asked for."""
    if text.startswith("<!--", start):
        return _after(text, "-->", start + 4, missing), None
    if text.startswith(("<!", "<?"), start):
        return _after(text, ">", start + 2, missing), None
    closing = text.startswith("/", start + 1)
    found = _NAME.match(text, start + 1 + closing)
    name = found[0].lower() if found else "?"
    begin = found.end() if found else start + 1
    end = _end_of_tag(text, begin, missing)
    attributes = text[begin:end]
    if closing:
        return end + 1, Piece(line, f"/{name}", "")
    if name in _RAW_TEXT and not attributes.endswith("/"):
        close = _find(lower, f"</{name}", end + 1, missing)
        if close == len(text):
            # What nobody closed would hide all that follows; it is shown instead.
            close = end + 1
        return close, Piece(line, name, text[end + 1 : close])
    return end + 1, Piece(line, name, attributes)


def _end_of_tag(text: str, at: int, missing: set[str]) -> int:
    """Where the `>` of a tag stands, those in quoted values left out."""
    while True:
        found = _UP_TO_QUOTE.match(text, at)
        at = found.end() if found else at
        mark = text[at : at + 1]
        if mark not in ('"', "'"):
            return at
        close = -1 if mark in missing or text[at - 1] != "=" else text.find(mark, at + 1)
        if close < 0:
            at += 1
            continue
        at = close + 1


def _find(text: str, wanted: str, at: int, missing: set[str]) -> int:
    """The next place of a text, else the end; what was not there once is not looked for again."""
    found = -1 if wanted in missing else text.find(wanted, at)
    if found < 0:
        missing.add(wanted)
        return len(text)
    return found


def _after(text: str, wanted: str, at: int, missing: set[str]) -> int:
    return min(len(text), _find(text, wanted, at, missing) + len(wanted))


def attributes_of(source: str) -> dict[str, str]:
    """The attributes of a tag by their names in lower case, the first of each; values without quotation marks."""
    found: dict[str, str] = {}
    for one in _ATTRIBUTE.finditer(source):
        found.setdefault(one[1].lower(), html.unescape((one[2] or "").strip("\"'")))
    return found


def attribute_count(source: str) -> int:
    """How many attributes a tag has."""
    return sum(1 for _ in _ATTRIBUTE.finditer(source))
