"""Vietnamese: the vowel that bears the tone (hoà, hòa), and y for i at the end of a syllable (quý, quí)."""

import unicodedata

import regex

_TONES = regex.compile("[\u0300\u0301\u0303\u0309\u0323]")
_FINAL_Y = regex.compile(r"^(h|k|l|m|s|t|qu)y$")


def syllable(word: str) -> str:
    """A syllable with its tone at the end, whichever vowel bears it, and y as i where both are written."""
    letters = unicodedata.normalize("NFD", word)
    tone = "".join(_TONES.findall(letters))
    return str(_FINAL_Y.sub(r"\1i", unicodedata.normalize("NFC", _TONES.sub("", letters)))) + tone
