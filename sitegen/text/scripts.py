"""What a script writes in two ways without making two words of it: points, forms of a letter, digits, capitals.

Everything here holds for whole scripts, or for the languages that are named where a script serves several. What one
language spells in two ways is in spellings/.
"""

import unicodedata
from functools import cache

import regex

from sitegen.text.languages import SERBIAN
from sitegen.text.patterns import late_pattern

_NUMBER_SIGNS = {"٫": ".", "٬": ",", "٪": "%", "\u2044": "/"}
_DIGIT = late_pattern(r"(?V1)[\p{Nd}--[0-9]]")

_ARABIC_LETTER = late_pattern("[\u0600-\u06ff\u0750-\u077f\u08a0-\u08ff]")
_ARABIC_MARKS = late_pattern("[\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e4\u06e7-\u06ed\u0640]")
_ARABIC = str.maketrans({**dict.fromkeys("أإآٱ", "ا"), "ؤ": "ء", "ئ": "ء", "ک": "ك", "ڪ": "ك", "ة": "ه", "ۀ": "ه"})
_YEHS = str.maketrans({"ى": "ي", "ی": "ي"})
_HEHS = str.maketrans({"ہ": "ه", "ۂ": "ه", "ۃ": "ه"})
OWN_YEHS = frozenset({"ps", "ug", "ckb", "ku", "sd", "ks", "kk", "ky"})
"""Languages in Arabic letters that tell their yehs and hamzas apart: Pashto has five."""
_OWN_LETTERS = str.maketrans({"ٱ": "ا", "ڪ": "ک", "ك": "ک"})

_HEBREW_LETTER = late_pattern("[\u0590-\u05ff]")
_HEBREW_MARKS = late_pattern("[\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7]")
_HEBREW_QUOTES = str.maketrans({"׳": "'", "״": '"', "־": "-"})

_DEVANAGARI = late_pattern("[\u0900-\u097f]")
_NASAL = late_pattern("[ङञणनम]\u094d(?=[क-ह])|ँ")
_NUKTA = late_pattern("(?<=[कखगजफ])\u093c")
"""The dot of borrowed sounds, which is often left out. ड and ढ with it are other letters, and keep it."""
_INDIC = late_pattern("[\u0980-\u0dff]")
_CHILLUS = str.maketrans({"ൺ": "ണ്", "ൻ": "ന്", "ർ": "ര്", "ൽ": "ല്", "ൾ": "ള്", "ൿ": "ക്", "ৎ": "ত্"})
"""Letters without a vowel, which were written with a joiner before they had a code of their own."""

_GREEK_LETTER = late_pattern("[\u0370-\u03ff\u1f00-\u1fff]")
_GREEK_ACCENTS = late_pattern("[\u0300\u0301\u0304\u0306\u0313\u0314\u0342\u0345]")
_GREEK_APART = frozenset(
    """
    ή νομός νομού νομοί γερός γερού γεροί γερή πάρα μονός μονό ωμός ωμό κάλος πότε άλλα χάλι τζαμί θολός φόρα χρονιά
    δουλεία ορός δίκη δίκης
    """.split()  # noqa: SIM905
)
"""Words that keep their accents, since another has the same letters and is more common: capitals mean that one."""

_SIGN_AND_VOWEL = late_pattern("([\u0e4d\u0ecd])([\u0e48-\u0e4b\u0ec8-\u0ecb])")
"""A nikhahit typed before the tone, of what is one vowel (ำ)."""

_CYRILLIC_LETTER = late_pattern("[\u0400-\u04ff]")
_SERBIAN = str.maketrans(
    dict(zip("абвгдђежзијклмнопрстћуфхцчш", "abvgdđežzijklmnoprstćufhcčš", strict=True))
    | {"љ": "lj", "њ": "nj", "џ": "dž"}
)
YO_IS_A_LETTER = frozenset({"be", "mn", "kk", "ky", "tg", "tt", "ba", "cv", "uz", "uk", "rue", "kv", "udm"})
"""Languages that tell ё from е in print."""
_HAN = late_pattern(r"\p{Script=Han}")
CHINESE = frozenset({"zh", "yue", "wuu", "cmn", "hak", "nan", "gan", "hsn", "lzh"})
"""Languages that are written in Chinese signs, traditional or simplified."""


def fold_script(key: str, language: str) -> str:
    """A small-letter text with what its script writes in two ways written in one. `language` is a primary subtag."""
    if key.isascii():
        return key
    key = _DIGIT.sub(_digit, key)
    for sign, plain_sign in _NUMBER_SIGNS.items():
        key = key.replace(sign, plain_sign)
    if _ARABIC_LETTER.search(key):
        key = _fold_arabic(key, language)
    if _HEBREW_LETTER.search(key):
        key = _HEBREW_MARKS.sub("", unicodedata.normalize("NFD", key)).translate(_HEBREW_QUOTES)
    if _DEVANAGARI.search(key):
        bare = _NUKTA.sub("", unicodedata.normalize("NFD", key))
        key = _NASAL.sub("ं", unicodedata.normalize("NFC", bare))
    if _INDIC.search(key):
        key = key.translate(_CHILLUS)
    if _GREEK_LETTER.search(key):
        key = fold_greek(key)
    if _CYRILLIC_LETTER.search(key):
        key = _fold_cyrillic(key, language)
    if language in CHINESE and _HAN.search(key):
        key = key.translate(simplified())
    return str(_SIGN_AND_VOWEL.sub(r"\2\1", key))


def fold_greek(key: str) -> str:
    """Greek without the accents that capitals lack; the two dots stay, and so do the words of `_GREEK_APART`."""
    if unicodedata.normalize("NFC", key).replace("σ", "ς") in _GREEK_KEPT:
        return key
    return unicodedata.normalize("NFC", _GREEK_ACCENTS.sub("", unicodedata.normalize("NFD", key)))


_GREEK_KEPT = frozenset(word.replace("σ", "ς") for word in _GREEK_APART)


def _digit(found: "regex.Match[str]") -> str:
    return str(unicodedata.decimal(found[0]))


def _fold_arabic(key: str, language: str) -> str:
    if language in OWN_YEHS:
        return str(_ARABIC_MARKS.sub("", key)).translate(_OWN_LETTERS)
    # A hamza may be a mark of its own, above its letter; composed, it is a letter that is folded.
    bare = str(_ARABIC_MARKS.sub("", unicodedata.normalize("NFC", key)))
    key = bare.translate(_ARABIC).translate(_YEHS).translate(_HEHS)
    if language in ("ar", "fa", "und"):
        key = key.replace("ھ", "ه")
    return key.replace("ې", "ي") if language in ("ar", "fa") else key


def _fold_cyrillic(key: str, language: str) -> str:
    if language in SERBIAN:
        return unicodedata.normalize("NFC", key.translate(_SERBIAN))
    return key if language in YO_IS_A_LETTER else key.replace("ё", "е")


class _Simplified(dict[int, str]):
    """Simplified Chinese signs by the code of any sign, asked of OpenCC once for each."""

    def __init__(self) -> None:
        # Imported late: most archives hold no Chinese, and its dictionaries take 30 ms to load.
        from opencc import OpenCC

        self._steps = [OpenCC("tw2s").convert, OpenCC("hk2s").convert]

    def __missing__(self, code: int) -> str:
        sign = chr(code)
        if _HAN.match(sign):
            # The forms of Taiwan and of Hong Kong first: one sign at a time, so that no word decides.
            for convert in self._steps:
                sign = convert(sign)
        self[code] = sign
        return sign


@cache
def simplified() -> dict[int, str]:
    """A table for `str.translate` that makes traditional Chinese signs simplified ones, each by itself."""
    return _Simplified()


class _OldKanji(dict[int, str]):
    """The older sign of a Japanese one, by its code: 澤 of 沢."""

    def __init__(self) -> None:
        from opencc import OpenCC

        self._convert = OpenCC("jp2t").convert

    def __missing__(self, code: int) -> str:
        sign = chr(code)
        self[code] = self._convert(sign) if _HAN.match(sign) else sign
        return self[code]


@cache
def old_kanji() -> dict[int, str]:
    """A table for `str.translate` that gives Japanese signs the form they had before the reform, each by itself."""
    return _OldKanji()


def has_han(text: str) -> bool:
    """Whether a text holds a Chinese sign."""
    return _HAN.search(text) is not None
