"""Makes two spellings of one word the same. Knows scripts, and what a language's pack tells it.

`plain` is for any language: digits of every script, Arabic vowel marks and hamza, Russian ё, Indic nasals. `spelt` adds
what one language spells two ways.
"""

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

import regex

_ARABIC = str.maketrans(
    {**dict.fromkeys("أإآٱ", "ا"), "ى": "ي", "ی": "ي", "ې": "ي", "ک": "ك", "ة": "ه", "ۀ": "ه", "ؤ": "ء", "ئ": "ء"}
)
_ARABIC_MARKS = regex.compile("[\u0610-\u061a\u064b-\u065f\u0670\u0640\u200c\u200d]")
_HEBREW_MARKS = regex.compile("[\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7]")
_INDIC_NASAL = regex.compile("[ङञणनम]\u094d(?=[क-ह])|ँ")
_ACCENTS = regex.compile(r"(?V1)\p{Mn}+")
_TONES = regex.compile("[\u0300\u0301\u0303\u0309\u0323]")
_ABBREVIATION = regex.compile(r"(?:\p{L}\.)++\p{L}")
_FINAL_Y = regex.compile(r"^(h|k|l|m|s|t|qu)y$")
_NUMBER_SIGNS = str.maketrans({"٫": ".", "٬": ",", "٪": "%", "\u2044": "/"})

_UNSEEN = regex.compile(r"(?V1)\p{Default_Ignorable_Code_Point}+")
_LOOK_ALIKE = str.maketrans("асеорхуѕіјһԁӏкмтнвοανρικτυηγ", "aceopxysijhdlkmthboavpiktuny")
"""Small Cyrillic and Greek letters that look like Latin ones, or whose capitals do."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Spellings:
    """What one language spells two ways. Use `spellings_of`."""

    rules: tuple[tuple[re.Pattern[str], str], ...] = ()
    """Patterns and what stands for all that they find, one after the other."""
    variants: Mapping[str, str] = field(default_factory=dict)
    """Single words, before the rules."""
    any_rule: re.Pattern[str] | None = None
    """Finds what any of the patterns finds: one look is enough for most words. None where there are none."""


def spellings_of(rules: Sequence[tuple[str, str]], variants: Mapping[str, str]) -> Spellings:
    """The spellings of a language from the patterns of its pack, none of which refers to a group of its own."""
    joined = "|".join(f"(?:{pattern})" for pattern, _ in rules)
    return Spellings(
        rules=tuple((re.compile(pattern), neutral) for pattern, neutral in rules),
        variants=variants,
        any_rule=re.compile(joined) if rules else None,
    )


@lru_cache(maxsize=100_000)
def plain(key: str) -> str:
    """A key with what no language of its script tells words apart by folded away."""
    if key.isascii():
        return key
    key = "".join([_digit(letter) for letter in key]).translate(_NUMBER_SIGNS)
    if any("\u0590" <= letter <= "\u06ff" for letter in key):
        return str(_HEBREW_MARKS.sub("", _ARABIC_MARKS.sub("", key).translate(_ARABIC)))
    if any("\u0900" <= letter <= "\u097f" for letter in key):
        bare = unicodedata.normalize("NFD", key).replace("\u093c", "")
        return str(_INDIC_NASAL.sub("ं", unicodedata.normalize("NFC", bare)))
    return key.replace("ё", "е")


def _digit(letter: str) -> str:
    return str(unicodedata.decimal(letter)) if letter.isdecimal() else letter


def spelt(key: str, language: str, spellings: Spellings) -> str:
    """A word in the one spelling that stands for all of its spellings in a language."""
    word = plain(key)
    if _ABBREVIATION.fullmatch(word):
        return word.replace(".", "")
    if language == "vi":
        return _syllable(word)
    word = spellings.variants.get(word, word)
    if spellings.any_rule and spellings.any_rule.search(word):
        for pattern, neutral in spellings.rules:
            word = pattern.sub(neutral, word)
    return word


def seen(word: str) -> str:
    """A word as it looks: without characters that cannot be seen, look-alikes of Latin letters made Latin."""
    return str(_UNSEEN.sub("", word)).translate(_LOOK_ALIKE)


def unaccented(word: str) -> str:
    """Latin letters without their marks: `Erdogan` for `Erdoğan`."""
    bare = str(_ACCENTS.sub("", unicodedata.normalize("NFD", word)))
    return bare.replace("ı", "i").replace("ł", "l").replace("đ", "d").replace("ø", "o")


def _syllable(word: str) -> str:
    """A Vietnamese syllable with its tone at the end, whichever vowel bears it (hoà, hòa), and y as i (quý, quí)."""
    letters = unicodedata.normalize("NFD", word)
    tone = "".join(_TONES.findall(letters))
    return str(_FINAL_Y.sub(r"\1i", unicodedata.normalize("NFC", _TONES.sub("", letters)))) + tone
