"""What counts as equal: the folded form of a token that comparison looks at. Printing always uses the token's own text.

Folded away: letter case, the style of quotation marks, dashes and spaces, width (NFKC) and invisible formatting that
changes no word. Two tokens of equal key and unequal text are a change of typography or case, and are shown as that.
"""

import unicodedata
from collections.abc import Iterable

_QUOTES = dict.fromkeys("“”„‟«»″〝〞〟＂❝❞", '"') | dict.fromkeys("‘’‚‛‹›′`´ʼ＇❛❜", "'")
_DASHES = dict.fromkeys("‐‑‒–—―−﹘﹣－", "-")
_INVISIBLE = dict.fromkeys(
    "\u00ad\u200b\u2060\ufeff\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u061c"
)
_FOLD = str.maketrans({**_QUOTES, **_DASHES, **_INVISIBLE, "…": "..."})
_REMEMBERED: dict[str, str] = {}
_REMEMBER_AT_MOST = 200_000
"""Distinct tokens whose keys are kept; a large archive has some 500,000, most of them rare."""


def key_of(text: str) -> str:
    """The key of a token; empty only for a token of nothing but space and invisible characters."""
    key = _REMEMBERED.get(text)
    if key is None:
        key = _fold(text)
        if len(_REMEMBERED) < _REMEMBER_AT_MOST:
            _REMEMBERED[text] = key
    return key


def keys_of(texts: Iterable[str]) -> tuple[str, ...]:
    """The keys of several tokens."""
    return tuple(key_of(text) for text in texts)


def _fold(text: str) -> str:
    if text.isascii():
        return text.strip().lower().replace("`", "'")
    folded = unicodedata.normalize("NFKC", text.translate(_FOLD))
    return unicodedata.normalize("NFC", folded.casefold()).strip()
