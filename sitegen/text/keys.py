"""What counts as equal: the folded form of a token that comparison looks at. Printing always uses the token's own text.

Folded away: letter case, the style of quotation marks, dashes and spaces, width (NFKC), unseen characters that change
no word, and letters of another script that pass for those of their word. Two tokens of equal key and unequal text are a
change of typography or case, and are shown as that.

The tags of a flag stay: they say whose flag it is. Fillers between Hangul letters stay: they hold a syllable together.
"""

import unicodedata

import regex

from sitegen.text.lookalikes import one_script

_QUOTES = dict.fromkeys("“”„‟«»″〝〞〟＂❝❞", '"') | dict.fromkeys("‘’‚‛‹›′`´ʼ＇❛❜", "'")
_DASHES = dict.fromkeys("‐‑‒–—―−﹘﹣－", "-")
_INVISIBLE = dict.fromkeys(
    [
        *"\u00ad\u034f\u061c\u180b\u180c\u180d\u180e\u180f\u2800\u3164\ufeff\uffa0\ufff9\ufffa\ufffb",
        *map(chr, (*range(0x200B, 0x2010), *range(0x202A, 0x202F), *range(0x2060, 0x2070))),
        *map(chr, (*range(0xFE00, 0xFE10), *range(0xE0100, 0xE01F0))),
    ]
)
_FOLD = str.maketrans({**_QUOTES, **_DASHES, **_INVISIBLE, "…": "..."})
_BLACK_FLAG = "\U0001f3f4"
_TAGS = regex.compile(r"[\U000e0000-\U000e007f]")


def key_of(text: str) -> str:
    """The key of a token; empty only for a token of nothing but space and invisible characters."""
    if text.isascii():
        return text.strip().lower().replace("`", "'")
    text = one_script(text).translate(_FOLD)
    if _BLACK_FLAG not in text:
        text = _TAGS.sub("", text)
    folded = unicodedata.normalize("NFKC", text)
    return unicodedata.normalize("NFC", folded.casefold()).strip()
