"""The words for values of one language, folded and indexed by their first key.

`vocabulary_of` is the only way in; it is made once a language. A language without a module in wording/ has what CLDR
and ICU know of it; an unknown language has signs and codes.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import field
from fractions import Fraction
from functools import cache

from sitegen.frozen import dataclass
from sitegen.text.tokens import tokenize
from sitegen.text.values import cldr, spellout
from sitegen.text.values.eras import names_of_eras
from sitegen.text.values.folding import fold
from sitegen.text.values.inflectednames import inflected_months, inflected_weekdays
from sitegen.text.values.wording import MODULES, wording_of
from sitegen.text.values.wording.wording import Wording

Payload = Fraction | int | str
Senses = Mapping[str, Payload]
"""What an expression may be, by class: {"ordinal": 2, "period": "second"}."""

_SIGNS = (
    "%: % | $: $ | gbp: £ | eur: € eur | ¥: ¥ | cny: cny rmb | inr: ₹ inr | rub: ₽ rub | krw: ₩ krw | vnd: ₫ vnd | "
    "try: ₺ try | ils: ₪ ils | chf: chf | cad: cad c_$ ca_$ can_$ | aud: aud a_$ au_$ | nzd: nzd nz_$ | "
    "hkd: hkd hk_$ | sgd: sgd s_$ | usd: usd us_$ u.s_$ | thb: ฿ thb | jpy: jpy | pln: pln zł | brl: brl r_$ | "
    "uah: ₴ uah | ngn: ₦ ngn | php: ₱ php | sek: sek | nok: nok | dkk: dkk | czk: czk kč | mxn: mxn mx_$ | zar: zar | "
    "mm: mm | cm: cm | km: km | mg: mg | kg: kg | ha: ha | ml: ml cm³ cm3 ccm cc | "
    "kmh: km/h km_/_h kmh | kw: kw | mw: mw | gw: gw | "
    "kwh: kwh | mwh: mwh | gwh: gwh | twh: twh | c: °_c ℃ °c c | f: °_f ℉ °f f | deg: ° | km2: km² km_2 km2 | "
    "m2: m² m_2 m2 | m3: m³ m_3 m3 | crown: kr | gb: gb | mb: mb | tb: tb | hz: hz | db: db | l: l | m: m | g: g | t: t"
)
_LEADING_SIGNS = "crown: cr"
"""Signs that stand for a currency before a figure alone: 2 Cr are crores."""
_AFTER_DIGITS = frozenset(["m", "g", "t", "l", "c", "f", "k", "in", "st", "cc"])
"""Units of so few letters that they count only beside digits."""
_CLASSES = {
    "ratios": "ratio",
    "turned_ratios": "turned-ratio", "joiners": "joiner",
    "articles": "article", "date_glue": "glue", "year_leads": "year-lead",
    "weak_year_leads": "weak-year-lead", "year_ends": "year-end",
    "clocks": "clock", "weak_clocks": "weak-clock", "clock_leads": "clock-lead", "sure_clock_leads": "sure-clock-lead",
    "minute_marks": "minute-mark",
    "morning": "am", "evening": "pm", "noon": "noon", "midnight": "midnight", "age_before": "age-before",
    "age_after": "age-after", "ago_before": "ago-before", "ago_after": "ago-after", "ranges": "range",
    "halves": "half", "ordinal_ends": "ordinal-end", "times": "times", "share_links": "share-link",
    "share_articles": "share-article", "part_leads": "part-lead", "day_leads": "day-lead", "past_hour": "past-hour",
    "no_values": "no-value",
    "to_hour": "to-hour", "half_to_hour": "half-to-hour",
}  # fmt: skip
_GROUPS = {
    "crowds": "crowd", "rough": "rough", "rough_after": "rough-after", "relative": "relative", "parts": "part",
    "edges": "edge", "positions": "position", "periods": "period", "date_marks": "date-mark", "units": "unit",
    "apart_before": "apart-before", "apart_after": "apart-after", "duals": "dual",
}  # fmt: skip
_NUMBERS = {
    "numbers": "number", "scales": "scale", "collectives": "collective", "rough_collectives": "rough-collective",
    "ordinals": "ordinal", "denominators": "denominator", "multiples": "multiple",
}  # fmt: skip
_WORDS_OF_A_VALUE = (
    "number scale collective rough-collective ordinal denominator multiple crowd month weekday relative part period "
    "noon midnight date-mark dual"
)
_SEEDS = frozenset(_WORDS_OF_A_VALUE.split())
"""Classes without which, or a digit, there is no value."""
_STARTS = _SEEDS.union(
    ("rough", "edge", "position", "am", "pm", "article", "age-before", "ago-before", "apart-before", "unit",
     "leading-unit", "era")
)  # fmt: skip
"""Classes of what a value may begin with."""
_VOWELS = frozenset("aeiouhéèêàâîôûœ")
"""What a word begins with before which another loses its end: d'euros."""
_SHORT_NAME = 4
_LONG_COMPOUND = 60
_REMEMBERED = 100_000
_ARABIC_ARTICLE = ("ال", "لل")
_PARTICLES = frozenset("에 에는 에도 에서 부터 까지 은 는 이 가 을 를 의 로 으로 와 과 도".split())  # noqa: SIM905
_COPULAS = frozenset("이었다 였다 이었고 이다 이며 이고 인 입니다 이라고 라고 이라는 만 씩 보다".split())  # noqa: SIM905
"""What is written together with a unit besides: forms of `to be`, `only`, `than`."""
_LONGEST_PARTICLE = 3
_UNSPACED = frozenset(["zh", "ja", "th", "lo", "km", "my", "yue"])


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Vocabulary:
    """What is known of the words for values of one language."""

    language: str
    """Primary subtag."""
    entries: Mapping[str, tuple[tuple[tuple[str, ...], Senses], ...]]
    """Expressions by their first key, the longest first."""
    singles: Mapping[str, Senses]
    """Expressions by all their letters, for what is written together with a figure or a number word."""
    longest_single: int
    decimal: str
    """See `cldr.decimal_mark`."""
    month_first: bool | None
    weak: frozenset[str]
    """Words that mostly are no value, folded."""
    capitals: bool
    units_first: bool
    has_articles: bool
    """Whether a part or a scale needs an article or a number before it: `a` third."""
    compounds: bool
    day_word: str
    """The word before the name of every weekday, folded, where the names alone are ordinals: Hebrew יום ראשון."""
    bare_parts: bool
    """Whether a season or part of a day is a date by itself."""
    shortest_compound: int
    """Letters of a word that may be written together of number words, at least."""
    unspaced: bool
    half_day_clock: bool
    seeds: dict[str, bool]
    """Token keys, and whether there may be a value around them; `is_seed` adds what texts print."""
    parts_of: dict[str, tuple[Senses, ...]] = field(default_factory=dict)
    """What `compound` has worked out: texts print the same words again and again."""

    def expression(self, keys: Sequence[str], index: int) -> tuple[int, Senses]:
        """Number of keys and senses of the longest expression that begins at a key; 0 for none."""
        for expression, senses in self.entries.get(keys[index], ()):
            size = len(expression)
            if size == 1 or tuple(keys[index : index + size]) == expression:
                return size, senses
        return 0, {}

    def is_seed(self, printed: str) -> bool:
        """Whether a value may be around a token of this key: a digit, or a word without which there is none."""
        seed = self.seeds.get(printed)
        if seed is None:
            key = fold(printed)
            seed = self.seeds.get(key, False) or any(letter.isnumeric() for letter in key)
            if not seed and (self.compounds or self.language == "ko"):
                seed = bool(self.compound(key) or (self.language == "ko" and self._has_particle(key)))
            if len(self.seeds) < _REMEMBERED:
                self.seeds[printed] = seed
        return seed

    def _has_particle(self, key: str) -> bool:
        return bool(self.compound_with_particle(key)) or not _SEEDS.isdisjoint(self.with_particle(key))

    def with_particle(self, key: str) -> Senses:
        """What a Korean word may be without the particle that is written together with it: 봄에."""
        for size in (1, 2):
            if len(key) > size and key[-size:] in _PARTICLES and (senses := self.singles.get(key[:-size])):
                return senses
        return {}

    def unit_with_particle(self, key: str) -> Senses:
        """What a Korean unit behind a number stands for, whatever is written together with it: 50억 `원이었다`."""
        for size in range(1, min(_LONGEST_PARTICLE, len(key) - 1) + 1):
            senses = self.singles.get(key[:-size], {}) if key[-size:] in _PARTICLES | _COPULAS else {}
            if "unit" in senses:
                return {"unit": senses["unit"]}
        return {}

    def compound_with_particle(self, key: str) -> tuple[Senses, ...]:
        """The same of a Korean word, whose particle is written together with it: 오십억을."""
        return self.compound(key) or self.compound(key[:-1]) or self.compound(key[:-2])

    def compound(self, key: str) -> tuple[Senses, ...]:
        """The number words that a word is written together of (`dreihundertzwei`); empty where it is no such word."""
        parts = self.parts_of.get(key)
        if parts is None:
            parts = _cut_compound(key, self) if self.shortest_compound <= len(key) <= _LONG_COMPOUND else ()
            if len(self.parts_of) < _REMEMBERED:
                self.parts_of[key] = parts
        return parts

    def prefix_of(self, text: str, start: int) -> tuple[int, Senses]:
        """The longest single expression that a text goes on with, and where it ends; `start` for none."""
        for end in range(min(len(text), start + self.longest_single), start, -1):
            senses = self.singles.get(text[start:end])
            if senses is not None:
                return end, senses
        return start, {}


def _cut_compound(key: str, vocabulary: Vocabulary) -> tuple[Senses, ...]:
    """Cuts from the left, the longest number word first; one way back at each border, so the work is bounded."""
    dead: set[int] = set()

    def cut(start: int) -> tuple[Senses, ...] | None:
        if start == len(key):
            return ()
        if start in dead:
            return None
        for end in range(min(len(key), start + vocabulary.longest_single), start, -1):
            senses = vocabulary.singles.get(key[start:end], {})
            if not ("number" in senses or "scale" in senses or ("joiner" in senses and start > 0 and end < len(key))):
                continue
            rest = cut(end)
            if rest is not None:
                return (senses, *rest)
        dead.add(start)
        return None

    parts = cut(0) or ()
    return parts if len(parts) > 1 else ()


def keys_of(expression: str, language: str) -> tuple[str, ...]:
    """The folded keys of an expression as a text of the language has them; in a wording `_` is between its words."""
    return tuple(fold(token.key) for token in tokenize(expression.replace("_", " ").strip(), language) if token.key)


def groups_of(text: str) -> Iterator[tuple[str, str]]:
    """Each word of a field of groups, with the name of its group."""
    for group in text.split(" | "):
        name, _, words = group.strip().partition(": ")
        yield from ((word, name) for word in words.split())


@cache
def vocabulary_of(tag: str) -> Vocabulary:
    """The vocabulary of a language tag; `en-GB` differs from `en` in how a day is written in figures."""
    language = tag.split("-")[0].lower() or "und"
    wording = wording_of(language)
    index: dict[str, dict[tuple[str, ...], dict[str, Payload]]] = {}
    for expression, name, payload in (*_of_wording(wording), *_of_libraries(language), *_of_signs()):
        keys = keys_of(expression, language)
        if not keys:
            continue
        for variant in _with_prefixes(keys, name, wording):
            # The first to say so wins: our own words stand before those of a library.
            senses = index.setdefault(variant[0], {}).setdefault(variant, {})
            senses.setdefault(name, payload)
            if variant is not keys and variant[0][0] == "و":
                senses.setdefault("joined", "")
    seeds = _seeds(index)
    singles = {"".join(keys): senses for expressions in index.values() for keys, senses in expressions.items()}
    return Vocabulary(
        language=language,
        entries={
            first: tuple(sorted(expressions.items(), key=lambda entry: -len(entry[0])))
            for first, expressions in index.items()
        },
        singles=singles,
        seeds=seeds,
        longest_single=max(map(len, singles)),
        decimal=cldr.decimal_mark(tag),
        month_first=cldr.month_first(tag),
        weak=_weak_words(language, wording),
        capitals=wording.capitals,
        units_first=wording.units_first or language not in MODULES,
        has_articles=bool(wording.articles) or language not in MODULES,
        compounds=wording.compounds or language not in MODULES,
        day_word="".join(keys_of(cldr.word_of_weekdays(language), language)) if language not in MODULES else "",
        bare_parts=wording.bare_parts,
        shortest_compound=2 if language == "ko" else 5,
        unspaced=language in _UNSPACED,
        half_day_clock=wording.half_day_clock,
    )


def _weak_words(language: str, wording: Wording) -> frozenset[str]:
    """Our own list; in a language that has none, the words for 1 and 2 as a place, and for 1 as a number."""
    words = wording.weak.split()
    if language not in MODULES:
        words += [_joined(word) for word, number in spellout.spelled_numbers(language).items() if number == 1]
        words += [_joined(word) for word, place in spellout.spelled_ordinals(language).items() if place <= 2]
    return frozenset("".join(keys_of(word, language)) for word in words)


def _seeds(index: Mapping[str, dict[tuple[str, ...], dict[str, Payload]]]) -> dict[str, bool]:
    """The longest word of each expression that makes a value; and marks in the senses what a value may begin with."""
    seeds: dict[str, bool] = {}
    for expressions in index.values():
        for keys, senses in expressions.items():
            if not _SEEDS.isdisjoint(senses):
                seeds[max(keys, key=len)] = True
            if not _STARTS.isdisjoint(senses):
                senses["starts"] = ""
    return seeds


def _of_wording(wording: Wording) -> Iterator[tuple[str, str, Payload]]:
    for attribute, name in _CLASSES.items():
        yield from ((word, name, "") for word in getattr(wording, attribute).split())
    for attribute, name in _GROUPS.items():
        yield from ((word, name, group) for word, group in groups_of(getattr(wording, attribute)))
    for attribute, name in _NUMBERS.items():
        numbers: Mapping[str, int] = getattr(wording, attribute)
        yield from ((word, name, Fraction(number)) for word, number in numbers.items())
    yield from ((word, "number", Fraction(number)) for word, number in wording.and_halves.items())
    for month, names in wording.months.items():
        yield from ((name, "month", month) for name in names.split())
        yield from ((name, "short", "") for name in names.split() if _is_short(name))
    for weekday, names in wording.weekdays.items():
        yield from ((name, "weekday", weekday) for name in names.split())
        yield from ((name, "short-weekday", "") for name in names.split() if _is_short(name))
    for weekday, names in wording.bracketed_weekdays.items():
        yield from ((name, "bracketed-weekday", weekday) for name in names.split())


def _is_short(name: str) -> bool:
    """Whether a name is one that needs a day or year beside it, since it may be a word: mar, so."""
    return len(name) <= _SHORT_NAME and name.lower() != name.upper()


def _of_libraries(language: str) -> Iterator[tuple[str, str, Payload]]:
    yield from ((_joined(name), "month", month) for name, month in cldr.names_of_months(language))
    yield from ((_joined(name), "weekday", weekday) for name, weekday in cldr.names_of_weekdays(language))
    yield from ((name, "era", era) for name, era in names_of_eras(language))
    # Czech `mil` is a million, and one form of its mile.
    scales = set() if language in MODULES else {word for word, _ in cldr.names_of_scales(language)}
    yield from ((_joined(name), "unit", unit) for name, unit in cldr.names_of_units(language) if name not in scales)
    if language in MODULES:
        return
    yield from ((name, "month", month) for name, month in inflected_months(language))
    yield from ((name, "weekday", weekday) for name, weekday in inflected_weekdays(language))
    if day := cldr.word_of_weekdays(language):
        names = cldr.names_of_weekdays(language)
        yield from ((_joined(name.removeprefix(day).strip()), "day-name", weekday) for name, weekday in names)
    yield from ((_joined(name), "period", period) for name, period in cldr.names_of_periods(language))
    before, after = cldr.words_for_ago(language)
    yield (_joined(before), "ago-before", "")
    yield (_joined(after), "ago-after", "")
    yield from ((_joined(word), "number", Fraction(n)) for word, n in spellout.spelled_numbers(language).items())
    yield from ((_joined(word), "scale", Fraction(n)) for word, n in cldr.names_of_scales(language) if n > 1)
    yield from ((_joined(word), "scale", Fraction(n)) for word, n in spellout.spelled_scales(language).items())
    yield from ((_joined(word), "joiner", "") for word in spellout.spelled_joiners(language))
    yield from ((_joined(word), "ordinal", Fraction(n)) for word, n in spellout.spelled_ordinals(language).items())


def _of_signs() -> Iterator[tuple[str, str, Payload]]:
    for word, unit in groups_of(_SIGNS):
        yield (word, "near-unit" if word in _AFTER_DIGITS else "unit", unit)
    yield from ((word, "leading-unit", unit) for word, unit in groups_of(_LEADING_SIGNS))


def _joined(words: str) -> str:
    return words.replace("\u00a0", " ").replace(" ", "_")


def _with_prefixes(keys: tuple[str, ...], name: str, wording: Wording) -> Iterator[tuple[str, ...]]:
    """The expression, and the same with what may be written together with its first word."""
    yield keys
    is_hebrew = "\u0590" <= keys[0][0] <= "\u05ff"
    takes_prefix = name == "month" if is_hebrew else name != "unit" and "\u0600" <= keys[0][0] <= "\u06ff"
    if wording.prefixes and takes_prefix and len(keys[0]) > 2:
        for prefix in wording.prefixes.split():
            if name == "denominator" and prefix.endswith(_ARABIC_ARTICLE):
                continue  # the fourth of a year is a quarter, no part
            yield (fold(prefix) + keys[0], *keys[1:])
    if wording.elisions and keys[0][0] in _VOWELS:
        for elision in wording.elisions.split():
            yield (elision + keys[0], *keys[1:])
