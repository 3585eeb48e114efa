"""Text as arrays of word hashes, read from its characters without a loop over words. Knows nothing of articles.

A word is a run of letters, digits and marks; a character of a script without spaces is a word of its own. Case is
folded, and so is what a script writes in two ways, sign by sign: less than keys fold, and enough to find candidates.
Hashes come from code points, so that they are the same in every process and on every machine.

Tried and given up: hashing the words that text.tokens finds. It is exact about words, takes 2.8 ms an article, and was
half of all the time that grouping took; candidates need no more than the same answer for the same text.
"""

import unicodedata
from collections.abc import Iterable
from functools import cache

import numpy as np
import regex
from numpy.typing import NDArray

from sitegen.frozen import dataclass
from sitegen.text.keys import fold, key_of, keyed_as
from sitegen.text.scripts import CHINESE, simplified
from sitegen.text.spellings import SPELLINGS

Hashes = NDArray[np.uint64]
Indexes = NDArray[np.int64]
Positions = NDArray[np.int64]

_LETTERS = regex.compile(r"(?V1)[\p{L}\p{N}\p{M}]+")
_ALONE = regex.compile(
    r"(?V1)[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]+"
)
_CAPITAL = regex.compile(r"(?V1)[\p{Lu}\p{Lt}]")
_DIGIT = regex.compile(r"(?V1)\p{Nd}+")
_RENDERED = regex.compile(r"(?V1)[\p{Nd}\u0370-\u04ff\u0590-\u08ff\u1f00-\u1fff\uff01-\uffdc]")
"""Signs that scripts.py may fold, or that are another width of others."""
_UNSEEN = "\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff"
_PAD = "\x1f"
"""Passed over, and no reason to take the longer way that text beyond ASCII takes."""
_BROKEN = regex.compile(r"(?<=\p{L})-[ \n](?=\p{Ll})")
_DIGRAPH = regex.compile(r"(?<=\p{L})([lnLN])[jJ]|(?<=\p{L})([dD])[žŽ]")
_DIGRAPH_AT_START = regex.compile(r"(?<=[lnLN])[jJ]|(?<=[dD])[žŽ]")
_CYRILLIC, _LATIN = "абвгдђежзијклљмнњопрстћуфхцчџш", "abvgdđežzijkllmnnoprstćufhcčdš"
_SERBIAN = str.maketrans(_CYRILLIC + _CYRILLIC.upper(), _LATIN + _LATIN.upper())
_CHILLU = regex.compile("([ണനരലളകত][\u0d4d\u09cd])\u200d")
_CHILLUS = {"ണ്": "ൺ", "ന്": "ൻ", "ര്": "ർ", "ല്": "ൽ", "ള്": "ൾ", "ക്": "ൿ", "ত্": "ৎ"}
_BY_WORD = frozenset({*SPELLINGS, "tr", "az"}) - {"vi"}
_SHORTER = {
    "de": (("ae", "a"), ("oe", "o"), ("ue", "u"), ("ss", "s")),
    "en": (("ae", "a"), ("oe", "o")),
    "fr": (("ae", "a"), ("oe", "o")),
}
"""What is two letters in a key and one in a text. A few words fall together by it, which candidates may."""
_BRITISH = [
    "isation",
    "anised",
    "olour",
    "avour",
    "abour",
    "heatre",
    "entre",
    "efence",
    "rogramme",
    "velled",
    "elling",
    "metre",
]
_SEVERAL = 4
"""Of these in a text, from which it is read word by word: a text in American spelling has nothing to be leveled."""
_LEVELED_AT_MOST = 200_000
_PART, _SINGLE, _UPPER, _FIGURE = np.uint8(1), np.uint8(2), np.uint8(4), np.uint8(8)
_PLANE = 0xFFFF
_BEYOND = regex.compile(r"[\U00010000-\U0010ffff]")
_BASE = 0x9E3779B97F4A7C15
_MIX = np.uint64(0xBF58476D1CE4E5B9)
_WHOLE = (1 << 64) - 1
_STEM = 6
"""Letters that stand for a longer word: `minister`, `ministers` and `ministre` begin as one."""


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a text, in its order: arrays of one length."""

    hashes: Hashes
    stems: Hashes
    """Hashes of their first letters; of what begins with a digit, the whole."""
    starts: Positions
    """Where each begins, in characters of the text in its composed form (NFC)."""
    ends: Positions
    capital: NDArray[np.bool_]
    """Whether it begins with a capital."""
    figure: NDArray[np.bool_]
    """Whether it begins with a digit."""


def leveled(text: str, language: str) -> str:
    """A text as long as it was, with what its language writes in two ways, and a break at a line's end, in one."""
    if "-\n" in text or "- " in text:
        text = _BROKEN.sub(_PAD * 2, text)
    if "\u200d" in text:
        text = _CHILLU.sub(lambda match: _CHILLUS[match[1]] + _PAD * 2, text)
    primary = keyed_as(language)
    if primary in _BY_WORD and (primary != "en" or sum(sign in text for sign in _BRITISH) >= _SEVERAL):
        return " ".join(map(_level_of(primary).__getitem__, text.split(" ")))
    if primary == "sr":
        # The first of two letters stands for both; where it is printed, so that words begin and end where they do.
        latin = _DIGRAPH.sub(lambda match: _PAD + (match[1] or match[2]), text.translate(_SERBIAN))
        return str(_DIGRAPH_AT_START.sub(_PAD, latin))
    return text.translate(simplified()) if primary in CHINESE else text


class _Leveled(dict[str, str]):
    """Runs between spaces of one language with each word as its key, as long as it was; looked up, once each."""

    def __init__(self, primary: str) -> None:
        self._primary = primary

    def __missing__(self, run: str) -> str:
        level = str(_LETTERS.sub(self._word, run))
        if len(self) < _LEVELED_AT_MOST:
            self[run] = level
        return level

    def _word(self, match: "regex.Match[str]") -> str:
        word = str(match[0])
        key = fold(word, self._primary)
        for letters, short in _SHORTER.get(self._primary, ()):
            key = key.replace(letters, short)
        if key == word.lower() or len(key) > len(word):
            return word
        if word[0].isupper() and (upper := key[0].upper()).lower() == key[0]:
            key = upper + key[1:]
        # Before the last letter, so that the word ends where it is printed to end.
        return key[:-1] + _PAD * (len(word) - len(key)) + key[-1:]


@cache
def _level_of(primary: str) -> _Leveled:
    return _Leveled(primary)


def read_words(text: str) -> Words:
    """The words of a text. Where it may be compared with one in other letters, see `leveled`."""
    kinds_of, folded, silent = _tables()
    if text.isascii():
        codes: NDArray[np.uint8] | NDArray[np.uint16] = np.frombuffer(text.encode("ascii"), dtype=np.uint8)
    else:
        text = unicodedata.normalize("NFC", text)
        data = text.encode("utf-16-le", "surrogatepass")
        if len(data) > 2 * len(text):
            # What stands beyond the basic plane is mostly ideographs and signs; one character stands for them all.
            data = _BEYOND.sub("\uffff", text).encode("utf-16-le", "surrogatepass")
        codes = np.frombuffer(data, dtype=np.uint16)
    places = None
    if (_PAD in text or not text.isascii()) and (unheard := silent[codes]).any():
        places = np.flatnonzero(~unheard)
        codes = codes[places]
    kinds = kinds_of[codes]
    inside = kinds != 0
    joins = (kinds[1:] & kinds[:-1] & _PART) != 0
    begins, finishes = inside.copy(), inside.copy()
    begins[1:] &= ~joins
    finishes[:-1] &= ~joins
    starts, ends = np.flatnonzero(begins), np.flatnonzero(finishes) + 1
    powers, inverses = _powers(len(codes))
    sums = np.zeros(len(codes) + 1, dtype=np.uint64)
    np.cumsum(folded[codes] * powers[: len(codes)], out=sums[1:])
    first = kinds[starts]
    figure = (first & _FIGURE) != 0
    hashes = _mixed((sums[ends] - sums[starts]) * inverses[starts])
    stems = hashes.copy()
    long = np.flatnonzero((ends - starts > _STEM) & ~figure)
    begun = starts[long]
    stems[long] = _mixed((sums[begun + _STEM] - sums[begun]) * inverses[begun])
    capital = (first & _UPPER) != 0
    if places is not None:
        starts, ends = places[starts], places[ends - 1] + 1
    return Words(hashes, stems, starts, ends, capital, figure)


def run_hashes(words: Hashes, length: int) -> Hashes:
    """Hashes of the runs of so many words, in their order: one for each word that has enough behind it."""
    count = len(words) - length + 1
    if count <= 0:
        return np.empty(0, dtype=np.uint64)
    runs = words[:count].copy()
    for step in range(1, length):
        runs *= np.uint64(_BASE)
        runs += words[step : count + step]
    return _mixed(runs)


def name_hashes(names: Iterable[str]) -> Hashes:
    """A hash for each of some names, by all of its letters, however they are written."""
    parts = [name.encode("utf-8", "surrogatepass") for name in names]
    ends = np.cumsum([0, *map(len, parts)])
    codes = np.frombuffer(b"".join(parts), dtype=np.uint8)
    powers, inverses = _powers(len(codes))
    sums = np.zeros(len(codes) + 1, dtype=np.uint64)
    np.cumsum(codes * powers[: len(codes)], out=sums[1:])
    return _mixed((sums[ends[1:]] - sums[ends[:-1]]) * inverses[ends[:-1]])


def stem_hash(word: str) -> int:
    """The hash of one word's first letters."""
    stems = read_words(word).stems
    return int(stems[0]) if len(stems) else 0


def _mixed(values: Hashes) -> Hashes:
    """Every bit of the result depends on every bit of the value."""
    values = (values ^ (values >> np.uint64(31))) * _MIX
    return values ^ (values >> np.uint64(29))


@cache
def _tables() -> tuple[NDArray[np.uint8], Hashes, NDArray[np.bool_]]:
    """What each character of the basic plane is, what it is folded to, and whether it is passed over."""
    # Surrogates have no place in a text; a space stands for them.
    plane = "".join(" " if 0xD800 <= code < 0xE000 else chr(code) for code in range(_PLANE + 1))
    kinds = np.zeros(_PLANE + 1, dtype=np.uint8)
    for pattern, bit in ((_LETTERS, _PART), (_CAPITAL, _UPPER), (_DIGIT, _FIGURE)):
        for match in pattern.finditer(plane):
            kinds[match.start() : match.end()] |= bit
    for match in _ALONE.finditer(plane):
        kinds[match.start() : match.end()] = _SINGLE
    kinds[_PLANE] = _SINGLE
    folded = np.arange(_PLANE + 1, dtype=np.uint64)
    for match in _CAPITAL.finditer(plane):
        lower = match[0].lower()
        if len(lower) == 1:
            folded[match.start()] = ord(lower)
    silent = np.zeros(_PLANE + 1, dtype=np.bool_)
    silent[[ord(char) for char in _UNSEEN + _PAD]] = True
    for match in _RENDERED.finditer(plane):
        # Not by itself, for a letter may be a word that keeps its accent.
        level = key_of(f"1{match[0]}")[1:]
        if not level:
            silent[match.start()] = True
        elif len(level) == 1 and ord(level) <= _PLANE:
            folded[match.start()] = ord(level)
    return kinds, folded, silent


class _Powers:
    """Powers of an odd number and their inverses, modulo 2^64, as many as were asked for so far."""

    powers = np.empty(0, dtype=np.uint64)
    inverses = np.empty(0, dtype=np.uint64)


def _powers(count: int) -> tuple[Hashes, Hashes]:
    if len(_Powers.powers) <= count:
        size = max(1 << 15, 1 << count.bit_length())
        _Powers.powers = _series(_BASE, size)
        _Powers.inverses = _series(pow(_BASE, -1, 1 << 64), size)
    return _Powers.powers, _Powers.inverses


def _series(base: int, size: int) -> Hashes:
    steps = np.full(size, base & _WHOLE, dtype=np.uint64)
    steps[0] = 1
    return np.cumprod(steps)
