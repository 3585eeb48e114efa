"""The terms under which a text is found: its words, folded alike for the text and for what a reader types.

The reader's browser folds with the same rules (templates/assets/js/search/; a browser test holds the two to each
other): compatibility forms are one (NFKD), marks of Latin, Greek, Cyrillic, Arabic and Hebrew fall away (`đầu` is found
by `dau`, `عبّارة` by `عبارة`), letters that no decomposition reaches have a table, digits of any script are 0 to 9.
The article of Arabic falls away with what stands before it in one word.
Vowel signs of scripts that cannot do without them stay (Devanagari, Thai).

Scripts that put no spaces between words are cut into pairs of characters that overlap, and the last character alone:
a word of two characters or more is found by its pairs wherever it stands, one character by being the first of a pair.
"""

import unicodedata
from functools import lru_cache

from sitegen.text.patterns import late_pattern, late_re

LETTERS = {
    "đ": "d", "ð": "d", "ø": "o", "ł": "l", "ħ": "h", "ŧ": "t", "ı": "i", "ß": "ss", "æ": "ae", "œ": "oe", "þ": "th",
    "ς": "σ", "ى": "ي", "ة": "ه", "ک": "ك", "ی": "ي", "ے": "ي", "ہ": "ه", "ـ": "",
}  # fmt: skip
"""Letters that a reader types otherwise, after case and marks are gone."""
ZEROS = "٠۰०০੦૦୦௦౦೦൦๐໐༠၀០"
"""The zero of each set of digits that no compatibility form leads to ASCII; nine more follow each."""
LONGEST = 40
"""Characters of a term; of a longer one these are kept, by which it is found all the same."""

_MARKS = late_pattern(
    "[\u0300-\u036f\u0483-\u0487\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u064b-\u065f\u0670"
    "\u06d6-\u06dc\u06df-\u06e4\u06e7\u06e8\u06ea-\u06ed\u08d3-\u08e1\u08e3-\u08ff\u1ab0-\u1aff\u1dc0-\u1dff"
    "\u20d0-\u20ff\ufe20-\ufe2f]+"
)
_UNSEEN = late_pattern("[\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff]+")
_UNSPACED = (
    r"\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}"
    r"\p{Script=Myanmar}ー"
)
_WORD = late_pattern(rf"(?V1)[[\p{{L}}\p{{N}}\p{{M}}]&&[{_UNSPACED}]]+|[[\p{{L}}\p{{N}}\p{{M}}]--[{_UNSPACED}]]+")
_IS_UNSPACED = late_pattern(rf"(?V1)[{_UNSPACED}]")
_ARTICLE = late_re("^[وفبك]?(?:ال|لل)(?=...)")
"""The article of Arabic with what is written onto it, where enough of the word stays (as Larkey's light stemmers)."""
_CHUNK = late_re(r"[^\s!-/:-@\[-`{-~“”‘’„«»–—…]+")
"""What stands between marks that end a word in every script; most chunks are ASCII, and a word."""
_TABLE = str.maketrans(LETTERS | {chr(ord(zero) + digit): str(digit) for zero in ZEROS for digit in range(10)})


def folded(text: str) -> str:
    """A text with all that a search does not tell apart made alike. ASCII stays as long as it is."""
    if text.isascii():
        return text.lower()
    plain = _MARKS.sub("", unicodedata.normalize("NFKD", _UNSEEN.sub("", text)))
    return unicodedata.normalize("NFC", plain.lower().translate(_TABLE))


def terms_of(text: str) -> list[str]:
    """The terms of a text, in its order, each as often as it stands there. Linear in the text."""
    terms: list[str] = []
    for chunk in _CHUNK.findall(text):
        if chunk.isascii():
            terms.append(chunk.lower()[:LONGEST])
        else:
            terms += _terms_of_chunk(chunk)
    return terms


@lru_cache(maxsize=1 << 14)
def _terms_of_chunk(chunk: str) -> tuple[str, ...]:
    terms: list[str] = []
    for word in _WORD.findall(folded(chunk)):
        if _IS_UNSPACED.match(word):
            terms += (word[start : start + 2] for start in range(len(word)))
        else:
            terms.append(_ARTICLE.sub("", word)[:LONGEST])
    return tuple(terms)
