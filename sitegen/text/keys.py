"""What counts as equal: the folded form of a token that comparison looks at. Printing always uses the token's own text.

Folded away in every language: letter case, the style of quotation marks, dashes and spaces, width (NFKC), unseen
characters that change no word, letters of another script that pass for those of their word, character references, a
break at the end of a line, the points inside an abbreviation, the brackets around letters that an editor wrote, and
what scripts.py says of each script. A language adds its case (Turkish i) and its spellings. Two tokens of equal key and
unequal text differ in style, and are shown as that.

A key is made of one token alone, so it is an equivalence: where capitals or a spelling stand for two words, either both
have one key or the spelling has its own. Which was chosen is listed in tests/text/minimal_pairs.txt.

The tags of a flag stay: they say whose flag it is. Fillers between Hangul letters stay: they hold a syllable together.
"""

import unicodedata
from functools import cache

import regex

from sitegen.text.entities import decoded
from sitegen.text.languages import SERBIAN, primary_of
from sitegen.text.lookalikes import one_script
from sitegen.text.patterns import late_pattern
from sitegen.text.scripts import CHINESE, OWN_YEHS, YO_IS_A_LETTER, fold_script
from sitegen.text.spellings import SPELLINGS
from sitegen.text.spellings.german import SHARP_APART
from sitegen.text.spellings.vietnamese import syllable

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
_BROKEN = regex.compile(r"(?<=\p{L})[-‐\u00ad]+(?:[ \t]*\r?\n\s*| )(?=\p{Ll})")
_ABBREVIATION = regex.compile(r"(?:\p{L}\p{M}*\.)+\p{L}\p{M}*\.?")
EDITED = late_pattern(
    r"(?V1)(?<![\p{L}\p{M}\p{N}.!?…\]])(?<![.!?][\"'”’»)])\[(\p{L}{1,2})\](?=\p{L})[\p{L}\p{M}’']+"
    r"|(?<![\p{L}\p{M}])\p{L}[\p{L}\p{M}]+\[(?![ivx]+\])(\p{L}{2,4})\](?![\p{L}\p{N}])"
)
"""A word of which an editor wrote a part: `“[w]e will`, `he want[ed]`. A letter behind a word or a full stop marks a
footnote."""
_BRACKETS = {ord("["): None, ord("]"): None}
_TURKIC = frozenset({"tr", "az"})
_TURKISH_CASE = str.maketrans({"I": "ı", "İ": "i"})
_DOT_ABOVE = "\u0307"

_OWN = frozenset({*SPELLINGS, *SERBIAN, *_TURKIC, "vi", "ar", "fa", "ur"}) | CHINESE | OWN_YEHS | YO_IS_A_LETTER
"""Languages of which some key is not the one that an unknown language has."""


@cache
def keyed_as(language: str) -> str:
    """The primary subtag that decides a language's keys; `und` for all that have none of their own."""
    primary = primary_of(language)
    return ("sr" if primary in SERBIAN else primary) if primary in _OWN else "und"


def key_of(text: str, language: str = "und") -> str:
    """The key of a token; empty only for a token of nothing but space and invisible characters.

    `language` is a BCP 47 tag, of which the primary subtag decides. Keys are compared within one language.
    """
    return fold(text, keyed_as(language))


def fold(text: str, primary: str) -> str:
    """The same, for a language as `keyed_as` names it."""
    if "[" in text and EDITED.fullmatch(text.strip()):
        text = text.translate(_BRACKETS)
    if text.isascii() and "&" not in text and "\n" not in text and "- " not in text:
        folded = _lower_ascii(text, primary).strip().replace("`", "'")
    else:
        folded = _fold_whole(text, primary)
    if primary != "und":
        folded = _in_spelling(folded, primary)
    return folded.replace(".", "") if "." in folded and _ABBREVIATION.fullmatch(folded) else folded


def _lower_ascii(text: str, primary: str) -> str:
    return text.replace("I", "ı").lower() if primary in _TURKIC else text.lower()


def _fold_whole(text: str, primary: str) -> str:
    if "&" in text:
        text = decoded(text)
    if "\n" in text or "- " in text:
        text = _BROKEN.sub("", text)
    text = one_script(text).translate(_FOLD)
    if _BLACK_FLAG not in text:
        text = _TAGS.sub("", text)
    text = unicodedata.normalize("NFKC", text)
    if primary in _TURKIC:
        text = text.translate(_TURKISH_CASE)
    # Elsewhere the dot that a capital leaves on its small letter is no mark of its own.
    folded = unicodedata.normalize("NFC", _small(text).replace("i" + _DOT_ABOVE, "i")).strip()
    return fold_script(folded, primary)


def _small(text: str) -> str:
    """Small letters by Unicode's full folding; ß is ss but in the few words that it tells from others."""
    if "ß" in text or "ẞ" in text:
        small = text.replace("ẞ", "ß").lower()
        if small.strip() in SHARP_APART:
            return small
    return text.casefold()


def _in_spelling(word: str, primary: str) -> str:
    if primary == "vi":
        return syllable(word)
    spellings = SPELLINGS.get(primary)
    if spellings is None:
        return word
    if "'" not in word:
        return spellings.neutral(word)
    # organisation's, l'événement
    return "'".join([spellings.neutral(part) for part in word.split("'")])
