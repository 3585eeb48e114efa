"""What counts as equal: the folded form of a token that comparison looks at. Printing always uses the token's own text.

Folded away: letter case, the style of quotation marks, dashes and spaces, width (NFKC) and invisible formatting that
changes no word. Two tokens of equal key and unequal text are a change of typography or case, and are shown as that.
"""

import unicodedata

_QUOTES = dict.fromkeys("“”„‟«»″〝〞〟＂❝❞", '"') | dict.fromkeys("‘’‚‛‹›′`´ʼ＇❛❜", "'")
_DASHES = dict.fromkeys("‐‑‒–—―−﹘﹣－", "-")
_INVISIBLE = dict.fromkeys(
    "\u00ad\u200b\u2060\ufeff\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u061c"
)
_FOLD = str.maketrans({**_QUOTES, **_DASHES, **_INVISIBLE, "…": "..."})


def key_of(text: str) -> str:
    """The key of a token; empty only for a token of nothing but space and invisible characters."""
    if text.isascii():
        return text.strip().lower().replace("`", "'")
    folded = unicodedata.normalize("NFKC", text.translate(_FOLD))
    return unicodedata.normalize("NFC", folded.casefold()).strip()
