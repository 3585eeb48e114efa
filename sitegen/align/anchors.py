"""What survives translation: figures, dates, money, names, places, words that languages share.

An anchor is a text that is the same in any language it was read in: `2000`, `26%`, `d 9-14`, `place SY`, `name nusra`.
CLDR (through Babel) knows countries, currencies and months in every language; names in Latin letters are compared
without marks; names in other letters by their consonants. Knows nothing of stories; group/bilingual/across.py weighs
anchors.
"""

import unicodedata
from collections import Counter
from collections.abc import Callable, Collection, Iterator, Sequence
from functools import cache, lru_cache

import regex
from babel import Locale, UnknownLocaleError
from babel.core import get_global

from sitegen.align.romanise import skeleton
from sitegen.text.patterns import late_pattern, late_re

_NUMBER = late_pattern(r"(?<![\p{L}\p{N}])\p{Nd}+(?:[.,\u00a0\u202f٫٬’' ]\p{Nd}{3}(?!\p{Nd}))*(?:[.,٫]\p{Nd}+)?")
_GROUPS = late_pattern(r"[.,٫٬\s’']")
_DATE = late_pattern(r"(?<!\p{Nd})(\p{Nd}{1,2})(?:\.|º|er|st|nd|rd|th)?\s+(?:de\s+|of\s+)?(\p{L}{3,})")
_DAY = r"(\p{Nd}{1,2})(?:st|nd|rd|th)?(?!\p{Nd}|[:.]\p{Nd}|%)"
# From the beginning of a run of letters alone: from each of its letters, a run of 100,000 costs minutes.
_DATE_MONTH_FIRST = late_pattern(rf"(?:(?<!\p{{L}})|(?<=\p{{Nd}}(?:st|nd|rd|th)))(\p{{L}}{{3,}}+)\.?\s{{1,9}}{_DAY}")
_DAY_AFTER_SPACE = late_pattern(rf"\s{_DAY}")
_BEFORE_A_DAY = late_pattern(r"(?r)(\p{L}{3,})\.?\s{1,9}")
_GLUED_DAY = late_pattern(r"\p{Nd}(?:st|nd|rd|th)\p{L}")
"""`5thMay`: where one date ends inside a run of letters, the next may begin there."""
_DATE_IDEOGRAPHS = late_pattern(r"(\p{Nd}{1,2})\s*月\s*(\p{Nd}{1,2})\s*[日号號]")
_DATE_NUMBERED = late_pattern(r"(?<![\p{Nd}/])(\p{Nd}{1,2})/(\p{Nd}{1,2})/\p{Nd}{4}")
_WORD = late_pattern(r"(?V1)[\p{L}\p{M}]+(?:[’'-][\p{L}\p{M}]+)*")
_LETTER = "A-Za-zÀ-ÖØ-öø-ɏ"
_PLAIN_TEXT = late_re(rf"[\x00-\x7f\xa0-\xa9\xab-\xb4\xb6-\xb9\xbb-\xbf×÷{_LETTER}\u2010-\u2027\u2030-\u205e\u20ac]*")
_PLAIN_WORD = late_re(rf"[{_LETTER}]+(?:[’'-][{_LETTER}]+)*")
"""Finds what `_WORD` finds, twice as fast, in a text of `_PLAIN_TEXT`."""
_LATIN = late_pattern(r"(?V1)[\p{Script=Latin}\p{M}’'-]+")
_IDEOGRAPHS = late_pattern(r"(?V1)[\p{Script=Han}]")
_PERCENT = late_pattern(
    r"\s{0,9}(?:%|٪|per ?cent|percent|prozent|por ciento|per cento|pour cent|procent|phần trăm)", regex.I
)
_ALSO = {
    "turkey": "place TR",
    "britain": "place GB",
    "great britain": "place GB",
    "uk": "place GB",
    "usa": "place US",
    "czech republic": "place CZ",
    "ivory coast": "place CI",
    "burma": "place MM",
    "macedonia": "place MK",
}
"""English names that CLDR does not give first."""
_STEM = 6
"""Letters of a word that stand for it: economía and economia, president and présidente."""
_KEPT = 50_000
"""Words whose reading is remembered: those that return, not all that an archive has."""
_LONGEST_NAME = 4
"""Words of a country's name."""
_PLAIN = str.maketrans({"đ": "d", "ł": "l", "ø": "o", "ß": "ss", "æ": "ae", "œ": "oe", "ı": "i", "þ": "th", "ð": "d"})


def anchors(text: str, language: str) -> Counter[str]:
    """The anchors of a text and how often each stands in it."""
    words = _words(text)
    counts: Counter[str] = Counter()
    counts.update(_numbers(text))
    counts.update(_dates(text, language))
    read, count_of, firsts = _reader(language), counts.get, set()
    # A word that stands ten times is looked up once.
    for word, often in Counter(words).items():
        readings, is_first = read(word)
        if is_first:
            firsts.add(word)
        for anchor in readings:
            counts[anchor] = count_of(anchor, 0) + often
    counts.update(_places(text, words, firsts, language))
    return counts


@lru_cache(maxsize=_KEPT)
def folded(word: str) -> str:
    """A Latin word without marks, in small letters."""
    if word.isascii():
        return word.lower()
    bare = unicodedata.normalize("NFKD", word.lower().translate(_PLAIN))
    return "".join(letter for letter in bare if not unicodedata.combining(letter))


@lru_cache(maxsize=_KEPT)
def number_of(text: str) -> str:
    """What a number stands for, however its groups are written: `2.000` and `2,000` are 2000, `1,5` is 1.5."""
    digits = "".join(str(unicodedata.digit(sign)) if sign.isdigit() else sign for sign in text)
    groups: list[str] = _GROUPS.split(digits)
    if len(groups) > 1 and all(len(group) == 3 for group in groups[1:]) and groups[0] not in ("", "0"):
        return "".join(groups).lstrip("0") or "0"
    if len(groups) > 1 and len(groups[-1]) != 3:
        return ("".join(groups[:-1]).lstrip("0") or "0") + f".{groups[-1]}"
    return "".join(groups).lstrip("0") or "0"


def _numbers(text: str) -> Iterator[str]:
    for match in _NUMBER.finditer(text):
        value = number_of(match[0])
        yield f"{value}%" if _PERCENT.match(text, match.end()) else value


def _dates(text: str, language: str) -> Iterator[str]:
    months = _months(language)
    for match in _DATE.finditer(text):
        if month := months.get(folded(match[2])):
            yield f"d {month}-{int(match[1])}"
    for name, day in _months_first(text):
        if month := months.get(folded(name)):
            yield f"d {month}-{int(day)}"
    for match in _DATE_IDEOGRAPHS.finditer(text):
        yield f"d {int(match[1])}-{int(match[2])}"
    for match in _DATE_NUMBERED.finditer(text):
        yield f"d {int(match[2])}-{int(match[1])}"


def _months_first(text: str) -> Iterator[tuple[str, str]]:
    """What `_DATE_MONTH_FIRST` finds, from the few figures backwards: each word tried was a third of all the time."""
    if _GLUED_DAY.search(text):
        yield from ((match[1], match[2]) for match in _DATE_MONTH_FIRST.finditer(text))
        return
    for day in _DAY_AFTER_SPACE.finditer(text):
        if name := _BEFORE_A_DAY.match(text, 0, day.start(1)):
            yield name[1], day[1]


def _words(text: str) -> Sequence[str]:
    words: list[str] = (_PLAIN_WORD if _PLAIN_TEXT.fullmatch(text) else _WORD).findall(text)
    return words


@cache
def _reader(language: str) -> Callable[[str], tuple[tuple[str, ...], bool]]:
    """Tells of a word its anchors, and whether the name of a place may begin with it."""
    firsts = _first_words(language)

    @lru_cache(maxsize=_KEPT)
    def read(word: str) -> tuple[tuple[str, ...], bool]:
        return _of_word(word, language), folded(word) in firsts

    return read


def _of_word(word: str, language: str) -> tuple[str, ...]:
    """The anchors of one word: its name if it looks like one, its stem, its consonants in other scripts."""
    if _LATIN.fullmatch(word):
        plain = folded(word).split("'")[-1].split("’")[-1] if len(word) > 3 else folded(word)
        if plain in _months(language) or len(plain) < 3:
            return (f"name {plain}",) if word.isupper() and len(plain) == 2 else ()
        named = [f"word {plain[:_STEM]}"] if len(plain) >= _STEM else []
        if word[0].isupper():
            named.append(f"name {plain}")
            bones = skeleton(plain)
            named += [f"bones {bones}"] if len(bones) >= 3 else []
        return tuple(named)
    if _IDEOGRAPHS.search(word):
        return ()
    bones = skeleton(word)
    return (f"bones {bones}",) if len(bones) >= 3 else ()


def _places(text: str, words: Sequence[str], firsts: Collection[str], language: str) -> Iterator[str]:
    """Countries and the cities that CLDR knows, by their names in the text's language; `firsts` may begin one."""
    names = _names(language)
    if language.split("-")[0] in ("zh", "ja"):
        for name, anchor in names.items():
            if len(name) > 1 and name in text:
                yield anchor
        return
    for start in [start for start, word in enumerate(words) if word in firsts]:
        plain = [folded(word) for word in words[start : start + _LONGEST_NAME]]
        for size in range(_LONGEST_NAME, 0, -1):
            if place := names.get(" ".join(plain[:size])):
                yield place
                break


@cache
def _locale(language: str) -> Locale | None:
    try:
        return Locale.parse(language.split("-")[0])
    except (UnknownLocaleError, ValueError):
        return None


@cache
def _months(language: str) -> dict[str, int]:
    """Names of months, long and short, in this language."""
    locale = _locale(language)
    months: dict[str, int] = {}
    if locale is None:
        return months
    for context in ("format", "stand-alone"):
        for width in ("wide", "abbreviated"):
            for number, name in locale.months[context][width].items():
                plain = folded(name).strip(". ")
                if len(plain) >= 3 and not plain.isdigit():
                    months.setdefault(plain, number)
    return months


@cache
def _names(language: str) -> dict[str, str]:
    """Names of countries, currencies and cities in this language, folded, and what they stand for."""
    locale = _locale(language)
    if locale is None:
        return {}
    names: dict[str, str] = {}
    for code, name in locale.territories.items():
        if len(code) == 2 and code.isalpha():
            names.setdefault(_name(name), f"place {code}")
    for zone in get_global("zone_territories"):
        city = (
            locale.time_zones.get(zone, {}).get("city")
            or (locale.language == "en" and zone.split("/")[-1].replace("_", " "))
            or ""
        )
        names.setdefault(_name(city), f"place {zone}")
    for code, name in locale.currencies.items():
        names.setdefault(_name(name), f"money {code}")
    if locale.language == "en":
        names |= _ALSO
    return {name: anchor for name, anchor in names.items() if len(name) > 1}


def _name(text: str) -> str:
    return " ".join(folded(match[0]) for match in _WORD.finditer(text))


@cache
def _first_words(language: str) -> frozenset[str]:
    return frozenset(name.split(" ")[0] for name in _names(language))
