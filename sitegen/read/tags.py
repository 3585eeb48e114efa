"""Cuts HTML into tags and texts in one pass whose time grows with the text, whatever the text is.

Not a parser of the standard: it builds no tree and repairs nothing, so nothing can be nested too deep for it. What may
be shown of what it finds is settled by sanitise.py.
"""

import html
from collections.abc import Iterator
from typing import NamedTuple

from sitegen.text.patterns import late_re

_NAME = late_re(r"[a-zA-Z][^\s/>\"'=<]*")
_BEGINS = late_re(r"<(?=/?[a-zA-Z]|[!?])")
_UP_TO_QUOTE = late_re(r"[^\"'>]*")
_ATTRIBUTE = late_re(r"([^\s=/\"'>]+)(?:\s*=\s*(\"[^\"]*\"|'[^']*'|[^\s\"'>]+))?")
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
    position, line, counted = 0, first, 0
    missing: set[str] = set()
    while position < len(text):
        line, counted = line + text.count("\n", counted, position), position
        match = _BEGINS.search(text, position)
        start = match.start() if match else len(text)
        if start > position:
            yield Piece(line, "", text[position:start])
            line, counted = line + text.count("\n", counted, start), start
        if not match:
            return
        end, piece = _tag(text, lower, start, line, missing)
        if piece:
            yield piece
        position = end


def _tag(text: str, lower: str, start: int, line: int, missing: set[str]) -> tuple[int, Piece | None]:
    """Where the tag at `start` ends, and the tag; a `<` that begins none is never asked for."""
    if text.startswith("<!--", start):
        return _after(text, "-->", start + 4, missing), None
    if text.startswith(("<!", "<?"), start):
        return _after(text, ">", start + 2, missing), None
    closing = text.startswith("/", start + 1)
    match = _NAME.match(text, start + 1 + closing)
    name = match[0].lower() if match else "?"
    begin = match.end() if match else start + 1
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


def _end_of_tag(text: str, position: int, missing: set[str]) -> int:
    """Where the `>` of a tag stands, those in quoted values left out."""
    while True:
        match = _UP_TO_QUOTE.match(text, position)
        position = match.end() if match else position
        mark = text[position : position + 1]
        if mark not in ('"', "'"):
            return position
        close = -1 if mark in missing or text[position - 1] != "=" else text.find(mark, position + 1)
        if close < 0:
            position += 1
            continue
        position = close + 1


def _find(text: str, sought: str, position: int, missing: set[str]) -> int:
    """The next place of a text, else the end; what was not there once is not looked for again."""
    place = -1 if sought in missing else text.find(sought, position)
    if place < 0:
        missing.add(sought)
        return len(text)
    return place


def _after(text: str, sought: str, position: int, missing: set[str]) -> int:
    return min(len(text), _find(text, sought, position, missing) + len(sought))


def attributes_of(source: str) -> dict[str, str]:
    """The attributes of a tag by their names in lower case, the first of each; values without quotation marks."""
    attributes: dict[str, str] = {}
    for match in _ATTRIBUTE.finditer(source):
        attributes.setdefault(match[1].lower(), html.unescape((match[2] or "").strip("\"'")))
    return attributes


def attribute_count(source: str) -> int:
    """How many attributes a tag has."""
    return sum(1 for _ in _ATTRIBUTE.finditer(source))
