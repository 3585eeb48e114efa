"""Folds a token's key so that words for values are looked up whatever the script's digits, marks and vowel signs."""

import unicodedata
from functools import lru_cache

import regex

_ARABIC = str.maketrans(
    {**dict.fromkeys("أإآٱ", "ا"), "ى": "ي", "ی": "ي", "ې": "ي", "ک": "ك", "ة": "ه", "ۀ": "ه", "ؤ": "ء", "ئ": "ء"}
)
_ARABIC_MARKS = regex.compile("[\u0610-\u061a\u064b-\u065f\u0670\u0640\u200c\u200d]")
_HEBREW_MARKS = regex.compile("[\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7]")
_INDIC_NASAL = regex.compile("[ङञणनम]\u094d(?=[क-ह])|ँ")
_NUMBER_SIGNS = str.maketrans({"٫": ".", "٬": ",", "٪": "%", "\u2044": "/", "’": "'", "‑": "-"})
_TONES = regex.compile("[\u0300\u0301\u0303\u0309\u0323]")
_VIETNAMESE = regex.compile("[ạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ]")


@lru_cache(maxsize=100_000)
def fold(key: str) -> str:
    """A key with what no language of its script distinguishes words by folded away. Digits become ASCII."""
    if key.isascii():
        return key
    key = "".join([str(unicodedata.decimal(letter)) if letter.isdecimal() else letter for letter in key])
    key = key.translate(_NUMBER_SIGNS)
    if any("\u0590" <= letter <= "\u06ff" for letter in key):
        return str(_HEBREW_MARKS.sub("", _ARABIC_MARKS.sub("", key).translate(_ARABIC)))
    if any("\u0900" <= letter <= "\u097f" for letter in key):
        bare = unicodedata.normalize("NFD", key).replace("\u093c", "")
        return str(_INDIC_NASAL.sub("ं", unicodedata.normalize("NFC", bare)))
    return key.replace("ё", "е").replace("ß", "ss")
