"""The names of marks and of characters that cannot be seen, as messages of the catalogues.

For sentences only: a comma is better named than quoted. Knows nothing of what has changed.
"""

from sitegen.text import invisible
from sitegen.text.catalogues import ENGLISH, Catalogue, marked

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
)
_NAMES = {char: name for chars, name in _MARKS for char in chars}


def name_of(char: str, catalogue: Catalogue) -> str:
    """The name of a mark; of a character that nobody sees with its number: `soft hyphen (U+00AD)`."""
    if char not in _NAMES:
        if catalogue is ENGLISH:
            return invisible.name_of(char)
        # Translators: {label} is the abbreviation of a character ("RLO"), {code} its number ("U+202E").
        return catalogue.gettext(
            "unseen character {label} ({code})", label=invisible.label_of(char), code=invisible.code_of(char)
        )
    name = catalogue.gettext(_NAMES[char])
    return f"{name} ({invisible.code_of(char)})" if char.isspace() or invisible.is_hidden(char) else name


def has_name(char: str) -> bool:
    """Whether the character is better named than quoted."""
    return char in _NAMES
