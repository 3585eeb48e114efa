"""The names of marks and of characters that cannot be seen, as messages of the catalogues.

For sentences only: a comma is better named than quoted. Knows nothing of what has changed.
"""

import unicodedata

from sitegen.text.catalogues import Catalogue, marked

_MARKS = (
    (",،、", marked("comma")),
    (".。", marked("full stop")),
    (":：", marked("colon")),
    (";؛", marked("semicolon")),
    ("?؟？", marked("question mark")),
    ("!！", marked("exclamation mark")),
    ("…", marked("ellipsis")),
    ('"“”„‟«»〝〞〟「」『』‘‚‹›', marked("quotation mark")),
    ("'’`´ʼ", marked("apostrophe")),
    ("()[]（）", marked("bracket")),
    ("-‐‑", marked("hyphen")),
    ("–", marked("short dash")),
    ("—", marked("long dash")),
    ("―", marked("horizontal bar")),
    ("−", marked("minus sign")),
    (" ", marked("space")),
    ("\u00a0", marked("no-break space")),
    ("\u202f", marked("narrow no-break space")),
    ("\u2009\u200a\u2002\u2003\u2005\u2006\u2007\u2008", marked("space of another width")),
    ("\u00ad", marked("soft hyphen")),
    ("\u200b", marked("zero-width space")),
    ("\u200c", marked("zero-width non-joiner")),
    ("\u200d", marked("zero-width joiner")),
    ("\u2060", marked("word joiner")),
    ("\ufeff", marked("byte order mark")),
    ("\u200e", marked("left-to-right mark")),
    ("\u200f\u061c", marked("right-to-left mark")),
    ("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069", marked("control of the direction of text")),
)
_NAMES = {char: name for chars, name in _MARKS for char in chars}


def name_of(char: str, catalogue: Catalogue) -> str:
    """The name of a mark; for a character without one, its number: `U+0378`."""
    return catalogue.gettext(_NAMES[char]) if char in _NAMES else f"U+{ord(char):04X}"


def has_name(char: str) -> bool:
    """Whether the character is better named than quoted."""
    return char in _NAMES


def is_invisible(char: str) -> bool:
    """Whether nothing is printed for the character, or nothing but space that is not a plain one."""
    return (char.isspace() and char not in " \n") or unicodedata.category(char) in ("Cf", "Cc")
