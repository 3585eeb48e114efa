"""Character references that stand in a text as they were typed: `&amp;`, `&#39;`, `&nbsp;`.

A text that was copied out of a page's source has them. They are printed as they stand and compared as what they mean.
"""

from html import unescape
from html.entities import html5

import regex

_REFERENCE = regex.compile(r"&(?:amp;)*(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")
"""Escaped once or several times over."""


def has_references(text: str) -> bool:
    """Whether a text holds a character reference."""
    return "&" in text and any(map(_means, _REFERENCE.findall(text)))


def decoded(text: str) -> str:
    """The text with what its references stand for."""
    return _REFERENCE.sub(lambda found: _means(found[0]) or found[0], text) if "&" in text else text


def decoded_with_ends(text: str) -> tuple[str, list[int]]:
    """The same, and for each of its characters where in `text` ends what it stands for."""
    parts: list[str] = []
    ends: list[int] = []
    start = 0
    for found in _REFERENCE.finditer(text):
        meaning = _means(found[0])
        if meaning:
            parts += [text[start : found.start()], meaning]
            ends += range(start + 1, found.start() + 1)
            ends += [found.end()] * len(meaning)
            start = found.end()
    parts.append(text[start:])
    ends += range(start + 1, len(text) + 1)
    return "".join(parts), ends


def _means(reference: str) -> str:
    """What a reference stands for; nothing for a name that is none."""
    bare = "&" + reference[1:].replace("amp;", "") if reference != "&amp;" else reference
    if bare == "&":
        return "&"
    if bare[1] != "#" and bare[1:] not in html5:
        return ""
    meaning = unescape(bare)
    # A reference to no character, or to a control, is what was typed.
    return "" if meaning == "\ufffd" or (len(meaning) == 1 and meaning < " " and meaning not in "\t\n\r") else meaning
