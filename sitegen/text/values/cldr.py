"""What CLDR knows of a language: months, weekdays, units, currencies, periods, how a day is written in figures."""

from collections.abc import Iterator
from datetime import timedelta
from functools import cache

import regex
from babel import Locale, UnknownLocaleError
from babel.dates import format_timedelta
from babel.numbers import get_currency_name, get_decimal_symbol
from babel.units import format_unit

_UNITS = {
    "km": "length-kilometer", "m": "length-meter", "cm": "length-centimeter", "mm": "length-millimeter",
    "mi": "length-mile", "yd": "length-yard", "ft": "length-foot", "in": "length-inch", "ha": "area-hectare",
    "acre": "area-acre", "km2": "area-square-kilometer", "m2": "area-square-meter", "mi2": "area-square-mile",
    "kg": "mass-kilogram", "g": "mass-gram", "t": "mass-tonne", "lb": "mass-pound", "oz": "mass-ounce",
    "l": "volume-liter", "ml": "volume-milliliter", "gal": "volume-gallon", "m3": "volume-cubic-meter",
    "in3": "volume-cubic-inch", "ft3": "volume-cubic-foot", "yd3": "volume-cubic-yard", "cm2": "area-square-centimeter",
    "yd2": "area-square-yard", "in2": "area-square-inch", "nmi": "length-nautical-mile", "hp": "power-horsepower",
    "kmh": "speed-kilometer-per-hour", "mph": "speed-mile-per-hour", "c": "temperature-celsius",
    "f": "temperature-fahrenheit", "kw": "power-kilowatt", "mw": "power-megawatt", "gw": "power-gigawatt",
    "kwh": "energy-kilowatt-hour", "%": "concentr-percent",
}  # fmt: skip
_PERIODS = ("second", "minute", "hour", "day", "week", "month", "year", "decade", "century")
_CURRENCIES = ("USD", "EUR", "GBP", "JPY", "CNY", "INR", "RUB", "KRW", "VND", "TRY", "CHF", "PLN", "UAH", "BRL", "ILS")
_COUNTS = (1, 2, 3, 5, 11, 100)
"""Numbers whose plural forms are asked for: one, two, few, many, other of every language."""
_ARABIC_LOCALES = ("ar", "ar_SY", "ar_DZ", "ar_MA")
_NUMBER = regex.compile(r"[\d.,٫٬\u00a0\u202f]+")
_LONGEST_UNIT = 40
_MOST_WEEKDAYS = 5
_LETTERS_OF_A_WORD = 2
"""Short names of so few letters are words too: `in`. The common ones of them are signs of every language."""


@cache
def locale_of(tag: str) -> Locale | None:
    """The locale of a language tag; None where CLDR has none."""
    try:
        return None if tag in ("", "und") else Locale.parse(tag.replace("-", "_"))
    except (UnknownLocaleError, ValueError):
        return None


def names_of_months(language: str) -> Iterator[tuple[str, int]]:
    """Full names of months with their numbers, and short ones that a full stop parts: เม.ย. Not the others: `mar` and
    `so` are words."""
    for locale in _locales(language):
        for context in ("format", "stand-alone"):
            yield from ((name, number) for number, name in locale.months[context]["wide"].items())
        for number, name in locale.months["format"]["abbreviated"].items():
            if "." in name.rstrip("."):
                yield name.rstrip("."), number


def names_of_weekdays(language: str) -> Iterator[tuple[str, int]]:
    """Full names of weekdays; 0 is Monday."""
    for locale in _locales(language):
        for context in ("format", "stand-alone"):
            yield from ((name, number) for number, name in locale.days[context]["wide"].items())


def word_of_weekdays(language: str) -> str:
    """The word with which the names of most weekdays begin: Hebrew יום; empty for none."""
    for locale in _locales(language)[:1]:
        first = [name.split()[0] for name in locale.days["format"]["wide"].values() if " " in name]
        if len(first) >= _MOST_WEEKDAYS and len(set(first)) == 1:
            return str(first[0])
    return ""


def names_of_units(language: str) -> Iterator[tuple[str, str]]:
    """Names of units in all plural forms, with the unit."""
    for locale in _locales(language):
        for unit, name in _UNITS.items():
            for length in ("long", "short"):
                for count in _COUNTS:
                    text = _NUMBER.sub("", format_unit(count, name, length=length, locale=locale)).strip()
                    if text and len(text) <= _LONGEST_UNIT and (length == "long" or len(text) > _LETTERS_OF_A_WORD):
                        yield text, unit
        for code in _CURRENCIES:
            yield get_currency_name(code, locale=locale), code.lower()
            yield from ((get_currency_name(code, count=count, locale=locale), code.lower()) for count in _COUNTS)


def names_of_periods(language: str) -> Iterator[tuple[str, str]]:
    """Names of periods in all plural forms."""
    for locale in _locales(language):
        for period in _PERIODS:
            for count in _COUNTS:
                text = _NUMBER.sub("", format_unit(count, f"duration-{period}", length="long", locale=locale)).strip()
                if text and not text.startswith("duration-"):
                    yield text, period
    yield from ((word, "day") for word in _words_for_days(language))


def _words_for_days(language: str) -> Iterator[str]:
    """The word for days in `in 3 days`: CLDR has another one, or none, as the name of the unit in a few languages."""
    for locale in _locales(language):
        for count in _COUNTS:
            future = format_timedelta(
                timedelta(days=count), granularity="day", threshold=1000, add_direction=True, locale=locale
            )
            words = _NUMBER.split(future, maxsplit=1)[-1].split()
            if words and _NUMBER.search(future):
                # Romanian 20 de zile: the word between them is no day.
                yield words[1] if len(words) > 1 and len(words[0]) <= _LETTERS_OF_A_WORD else words[0]


def names_of_scales(language: str) -> Iterator[tuple[str, int]]:
    """What compact numbers are written with: `tys.`, `mln`, with what each multiplies by."""
    for locale in _locales(language)[:1]:
        for length in ("short", "long"):
            for patterns in locale.compact_decimal_formats.get(length, {}).values():
                for power, pattern in patterns.items():
                    text = str(pattern.pattern)
                    name = text.replace("0", "").replace("'", "").replace("\u00a0", " ").strip(" .")
                    if name and "0" in text and len(name) > 1:
                        yield name, int(power) // 10 ** (text.count("0") - 1)


def names_of_eras(language: str) -> Iterator[tuple[str, bool]]:
    """Names of the eras of our calendar, full and short, and whether each is the one before the first year."""
    for locale in _locales(language):
        for length in ("wide", "abbreviated"):
            yield from ((name, era == 0) for era, name in locale.eras[length].items())


def words_for_ago(language: str) -> tuple[str, str]:
    """What stands before and after `3 days` to say that it was three days ago; empty for none."""
    for locale in _locales(language)[:1]:
        past = format_timedelta(timedelta(days=-3), add_direction=True, locale=locale)
        span = format_timedelta(timedelta(days=3), locale=locale)
        number = _NUMBER.search(past)
        if number is None or span not in past:
            return (past[: number.start()].strip() if number else "", "")
        before, _, after = past.partition(span)
        return before.strip(), after.strip()
    return "", ""


def decimal_mark(tag: str) -> str:
    """The decimal mark of a language, with `?` where its countries differ; empty where it is not known."""
    primary = tag.split("-")[0]
    locale = locale_of(tag) or locale_of(primary)
    if locale is None or primary == "ar":
        return ""
    mark = str(get_decimal_symbol(locale)).replace("٫", "")
    if primary == "es" and tag == primary:
        return ",?"
    return mark if mark in (".", ",", "") else "."


def month_first(tag: str) -> bool | None:
    """Whether 05/03 is 3 May. None where countries of the language differ and the tag names none."""
    if tag.split("-")[0] in ("en", "", "und") and tag.lower() in ("en", "", "und"):
        return None
    locale = locale_of(tag) or locale_of(tag.split("-")[0])
    if locale is None:
        return None
    pattern = str(locale.date_formats["short"].pattern).lower()
    return pattern.find("m") < pattern.find("d")


def _locales(language: str) -> list[Locale]:
    tags = _ARABIC_LOCALES if language == "ar" else (language,)
    return [locale for tag in tags if (locale := locale_of(tag)) is not None]
