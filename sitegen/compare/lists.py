"""The words that tell one kind of change from another, by language: the packs folded and indexed, and CLDR beside them.

`words_for` is the only way in. A language without a pack gets what CLDR knows (names of months, days, countries and
cities, and which mark is the decimal one); an unknown language gets signs and codes alone.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from functools import cache, lru_cache

from babel import Locale, UnknownLocaleError
from babel.numbers import get_decimal_symbol

from sitegen.compare.orthography import Spellings, plain, spellings_of, spelt
from sitegen.compare.packs import PACKS
from sitegen.compare.packs.pack import Pack
from sitegen.model import Token
from sitegen.text.stopwords import stop_words
from sitegen.text.tokens import tokenize

Entry = tuple[tuple[str, ...], str, str]
"""The keys of an expression, the class it is in, and what it stands for (`usd`, `month:9`, `#12`)."""

_SIGNS = (
    "percent % | usd $ usd | gbp £ gbp | eur € eur | jpy ¥ jpy | cny cny rmb | inr ₹ inr | rub ₽ rub | krw ₩ krw | "
    "vnd ₫ vnd | try ₺ try | ils ₪ ils | chf chf | cad cad c_$ ca_$ | aud aud a_$ au_$ | usd us_$ | thb ฿ thb | "
    "mm mm | cm cm | m m | km km | g g | mg mg | kg kg | ha ha | ml ml | kmh km/h kmh kph | kw kw | mw mw | gw gw | "
    "kwh kwh | mwh mwh | gwh gwh | celsius °c | fahrenheit °f"
)
_CONTRACTED = (
    "isn't aren't wasn't weren't don't doesn't didn't won't wouldn't can't couldn't shouldn't hasn't haven't hadn't "
    "mustn't needn't ain't cannot"
)
"""Negations that are those of one language alone, so that it need not be known."""
_EAST = {"月": "datemark", "日": "datemark", "年": "datemark", "号": "datemark", "號": "datemark", "년": "datemark"}
_MYRIADS = {"万": 10**4, "萬": 10**4, "亿": 10**8, "億": 10**8}
_SHORT_MONTH = 4
_ASK_AROUND = frozenset(
    {"number", "ordinal", "weak", "unit", "month", "short", "weekday", "period", "ago", "speaker", "rough", "near"}
    | {"quantity", "clock", "datemark"}
)
JOINING = frozenset({"number", "ordinal", "month", "time"})
"""Classes of what joins with its neighbours: a number or a date of several words."""
DECIDING = frozenset(
    {"number", "ordinal", "unit", "reporting", "speaker", "date", "month", "weekday", "day", "time", "year", "period"}
    | {"near", "hedge", "negation", "quantity", "rough", "place", "multiple"}
)
"""Classes that the rules of kinds.py ask for."""
_ALONE = DECIDING | _ASK_AROUND
_LETTERS_OF_A_FIGURE = 4
"""Letters, at most, that may be written together with a figure and stand in no list: 3ème, 5mio."""
QUIET = frozenset({"small", "glue", "particle", "joiner"})
_ARABIC_LOCALES = ("ar", "ar_SY", "ar_DZ", "ar_MA")


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Word:
    """What a key is by itself in one language. One object for each, so that none is compared by its fields."""

    key: str
    """Folded by `plain`."""
    capital: bool
    """Whether it is printed with one."""
    word: str
    """In the one spelling that stands for all."""
    stands: tuple[tuple[str, str], ...]
    classes: frozenset[str]
    is_mark: bool
    begins: bool
    """Whether it may be the first of several that mean one thing, so that it takes a longer look."""
    continues: bool
    """Whether it stands inside some expression, after the first word."""
    asks: bool
    """Whether its meaning, or that of an expression it begins, depends on what stands beside it."""
    joins: bool
    """Whether it may be part of a number or a date of several words."""
    second: frozenset[str]
    """Keys that may follow it in an expression."""
    quiet: bool
    """Whether it decides no kind by itself: in no class but those of small words."""
    decides: bool
    """Whether it, or an expression it begins, is in a class that a rule asks for, or has more than one spelling."""
    decides_alone: bool
    """The same where it stands in no expression of several words."""
    bare: bool
    """Whether it stands for nothing, whatever stands beside it: in no list, and no letters of a figure."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WordLists:
    """What is known of one language."""

    language: str = "und"
    """Primary subtag."""
    entries: dict[str, tuple[Entry, ...]] = field(default_factory=dict)
    """Expressions by their first key, the longest first; one may be in several classes."""
    later: frozenset[str] = frozenset()
    """Keys that stand inside expressions, after the first."""
    decimal: str = ""
    """The decimal mark, `.` or `,`; empty when it is not known."""
    spellings: Spellings = field(default_factory=Spellings)
    ranges: frozenset[tuple[str, ...]] = frozenset()
    """What may stand around two numbers in place of a dash, each as its words: `to`, `from` and `to`."""
    opposites: tuple[re.Pattern[str], ...] = ()
    """Patterns of what makes a word its opposite."""
    nouns_have_capitals: bool = False
    loose_names: bool = False
    capitals: bool = False
    """Whether names of months and days count only with a capital."""

    looked_up: dict[tuple[str, bool], Word] = field(default_factory=dict, compare=False)
    """What `word` has found out; texts say the same words again and again."""
    printed: dict[str, Word] = field(default_factory=dict, compare=False)
    """The same by what a token prints."""
    spelt: dict[str, str] = field(default_factory=dict, compare=False)

    def spell(self, key: str) -> str:
        """A key in the one spelling that stands for all of its spellings."""
        found = self.spelt.get(key)
        if found is None:
            found = self.spelt[key] = spelt(key, self.language, self.spellings)
        return found

    def word(self, key: str, capital: bool) -> Word:
        """What a key is by itself. `capital` is whether it is printed with one."""
        found = self.looked_up.get((key, capital))
        if found is None:
            found = self.looked_up[(key, capital)] = self._look_up(plain(key), key, capital)
        return found

    def of(self, token: Token) -> Word:
        """What a token is by itself."""
        found = self.printed[token.text] = self.word(token.key, token.text[:1].isupper())
        return found

    def _look_up(self, key: str, printed: str, capital: bool) -> Word:
        entries = self.entries.get(key, ())
        stands = tuple((name, value) for keys, name, value in entries if len(keys) == 1)
        if self.capitals and not capital:
            stands = tuple(pair for pair in stands if pair[0] not in ("month", "weekday"))
        classes = frozenset(name for name, _ in stands)
        begins = any(len(keys) > 1 for keys, _, _ in entries)
        quiet = classes <= QUIET and not key[:1].isdecimal()
        mark = not stands and is_mark(key)
        begins = begins or key[:1].isdecimal() or bool(classes & {"month", "unit"})
        asks = key[:1].isdecimal() or any(name in _ASK_AROUND for _, name, _ in entries)
        word = self.spell(printed)
        simple = mark or (word != "" and word.isascii() and printed.isascii())
        decides_alone = key[:1].isdecimal() or not simple or not classes.isdisjoint(_ALONE)
        return Word(
            key=key,
            capital=capital,
            word=word,
            stands=stands,
            classes=classes,
            is_mark=mark,
            begins=begins,
            asks=asks,
            continues=key in self.later,
            joins=key[:1].isdecimal() or any(name in JOINING for _, name, _ in entries),
            second=frozenset([keys[1] for keys, _, _ in entries if len(keys) > 1]),
            quiet=quiet and not mark,
            decides=begins or asks or decides_alone,
            decides_alone=decides_alone,
            bare=not entries and key not in self.later and key.isalpha() and len(key) > _LETTERS_OF_A_FIGURE,
        )

    def at(self, keys: Sequence[str], index: int) -> tuple[Entry, ...]:
        """The longest expressions that begin at a key, all of one length; empty where none does."""
        entries = self.entries.get(keys[index], ())
        if not entries or len(entries[0][0]) == 1:
            return entries
        following = keys[index + 1] if index + 1 < len(keys) else None
        found: list[Entry] = []
        for entry in entries:
            size = len(entry[0])
            if found and size < len(found[0][0]):
                break
            if size == 1 or (following == entry[0][1] and tuple(keys[index : index + size]) == entry[0]):
                found.append(entry)
        return tuple(found)


@lru_cache(maxsize=10_000)
def is_mark(key: str) -> bool:
    """Whether a key holds no letter, digit or symbol that says something, as an emoji does."""
    return not any(letter.isalnum() or unicodedata.category(letter) in ("So", "Sc") or letter == "%" for letter in key)


def words_for(language: str) -> WordLists:
    """The lists of a language, by its primary subtag."""
    return _lists(language.split("-")[0].lower() or "und")


def words_for_both(left: str, right: str) -> tuple[WordLists, WordLists]:
    """The lists to read each of two texts with: its own language's, or the other's where its own is unknown."""
    unknown = ("", "und")
    return (
        words_for(right if left in unknown else left),
        words_for(left if right in unknown else right),
    )


@cache
def _lists(language: str) -> WordLists:
    pack = PACKS.get(language)
    found = [*_of_signs(), *_of_cldr(language), *(_of_pack(pack) if pack else ())]
    found += [(keys_of(word), "small", word) for word in sorted(stop_words(language))]
    if pack and pack.prefixes:
        found += _with_prefixes(found, pack.prefixes.split())
    index: dict[str, dict[Entry, None]] = {}
    for entry in found:
        if entry[0]:
            index.setdefault(entry[0][0], {})[entry] = None
    spellings = spellings_of(pack.spellings, _variants(pack.variants)) if pack else Spellings()
    entries = {key: tuple(sorted(several, key=lambda entry: -len(entry[0]))) for key, several in index.items()}
    return WordLists(
        language=language,
        entries=entries,
        later=frozenset(key for entry in found for key in entry[0][1:]),
        decimal=_decimal(language),
        spellings=spellings,
        ranges=frozenset(
            tuple(spelt(key, language, spellings) for key in keys_of(group))
            for group in (pack.ranges.split() if pack else ())
        ),
        opposites=tuple(map(re.compile, pack.opposites)) if pack else (),
        nouns_have_capitals=pack.nouns_have_capitals if pack else language in ("lb", "nds"),
        loose_names=bool(pack and pack.loose_names),
        capitals=bool(pack and pack.capitals),
    )


def keys_of(expression: str) -> tuple[str, ...]:
    """The keys of an expression as it stands in a pack, `_` between its words."""
    return tuple(plain(token.key) for token in tokenize(expression.replace("_", " ")) if token.key)


def _of_signs() -> Iterator[Entry]:
    yield from _grouped(_SIGNS, "unit")
    for word in _CONTRACTED.split():
        yield (keys_of(word), "negation", word)
    for mark, name in _EAST.items():
        yield ((mark,), name, mark)
    for word, value in _MYRIADS.items():
        yield ((word,), "number", f"#{value}")


def _of_pack(pack: Pack) -> Iterator[Entry]:
    yield from _grouped(pack.reporting, "reporting")
    yield from _grouped(pack.days, "day")
    yield from _grouped(pack.periods, "period")
    yield from _grouped(pack.units, "unit")
    single = {
        "speaker": pack.speakers, "hedge": pack.hedges, "negation": pack.negations, "rough": pack.rough,
        "quantity": pack.quantities, "joiner": pack.joiners, "near": pack.nearness, "ago": pack.ago,
        "clock": pack.clock, "small": pack.small, "glue": pack.date_glue, "title": pack.titles,
        "particle": pack.particles, "weak": pack.weak,
    }  # fmt: skip
    for name, words in single.items():
        for word in words.split():
            yield (keys_of(word), name, plain(word.lower()))
    for word, value in pack.multiples.items():
        yield (keys_of(word), "multiple", f"#{Fraction(value)}")
    for word, value in pack.numbers.items():
        yield (keys_of(word), "number", f"#{value}")
    for word, value in pack.ordinals.items():
        yield (keys_of(word), "ordinal", f"#{value}")
    for number, names in pack.months.items():
        for name in names.split():
            yield (keys_of(name), "month", f"month:{number}")
            if pack.capitals and len(name) <= _SHORT_MONTH:
                yield (keys_of(name), "short", name)
    for number, names in pack.weekdays.items():
        yield from ((keys_of(name), "weekday", f"weekday:{number}") for name in names.split())


def _grouped(groups: str, name: str) -> Iterator[Entry]:
    for group in groups.split("|"):
        words = group.split()
        for word in words:
            yield (keys_of(word), name, words[0].lower())


def _of_cldr(language: str) -> Iterator[Entry]:
    """Months, weekdays, countries and the cities of time zones. Full names alone: `Mo`, `so` and `mar` are words."""
    for tag in _ARABIC_LOCALES if language == "ar" else (language,):
        locale = _locale(tag)
        if locale is None:
            return
        for context in ("format", "stand-alone"):
            for number, name in locale.months[context]["wide"].items():
                yield (keys_of(name), "month", f"month:{number}")
            for number, name in locale.days[context]["wide"].items():
                yield (keys_of(name), "weekday", f"weekday:{number}")
        for code, name in locale.territories.items():
            if len(code) == 2:
                yield (keys_of(name), "place", f"place:{code}")
        for zone, names in locale.time_zones.items():
            if "city" in names:
                yield (keys_of(names["city"]), "place", f"place:{zone}")


def _with_prefixes(entries: Sequence[Entry], prefixes: Sequence[str]) -> list[Entry]:
    """The same expressions with what may be written together with their first word."""
    return [
        ((prefix + keys[0], *keys[1:]), name, value)
        for keys, name, value in entries
        if keys and name != "unit" and "\u0600" <= keys[0][0] <= "\u06ff" and len(keys[0]) > 2
        for prefix in map(plain, prefixes)
    ]


def _variants(pairs: str) -> dict[str, str]:
    split = [pair.partition("=") for pair in pairs.split()]
    return {plain(one): plain(other.replace("_", "")) for one, _, other in split}


def _decimal(language: str) -> str:
    if language == "ar" or _locale(language) is None:
        return ""
    mark = str(get_decimal_symbol(language))
    return mark if mark in (".", ",") else "."


@cache
def _locale(tag: str) -> Locale | None:
    try:
        return None if tag == "und" else Locale.parse(tag)
    except (UnknownLocaleError, ValueError):
        return None
