"""Names, direction and dates of languages, through CLDR (Babel)."""

from collections import Counter
from collections.abc import Sequence
from datetime import UTC
from functools import cache

from babel import Locale, UnknownLocaleError
from babel.dates import format_date, format_time
from babel.units import format_unit

from sitegen.model import Moment

SERBIAN = frozenset({"sr", "bs", "sh", "cnr", "hr"})
"""Languages that are one to whoever compares words, written in Latin or in Cyrillic letters."""
_UNKNOWN = ("", "und")
_RIGHT_TO_LEFT = frozenset({"ar", "arc", "ckb", "dv", "fa", "he", "ku", "ps", "sd", "ug", "ur", "yi"})


def primary_of(tag: str) -> str:
    """The primary subtag of a BCP 47 tag in small letters; `und` where there is none."""
    return tag.replace("_", "-").partition("-")[0].lower() or "und"


def languages_of_pair(left: str, right: str) -> tuple[str, str]:
    """The languages to read the words of two texts in, so that their keys can be compared.

    An unknown one is the other's. What has several names is one language; of two that are not, only what holds in every
    language is folded.
    """
    if left in _UNKNOWN or right in _UNKNOWN:
        known = right if left in _UNKNOWN else left
        return (known or "und", known or "und")
    first, second = primary_of(left), primary_of(right)
    if first == second:
        return (left, right)
    return ("sr", "sr") if SERBIAN.issuperset((first, second)) else ("und", "und")


def is_one_language(left: str, right: str) -> bool:
    """Whether two texts may be in one language, which may have several names or be unknown."""
    return bool({left, right} & {*_UNKNOWN}) or languages_of_pair(left, right) != ("und", "und")


def languages_of(tags: Sequence[str]) -> tuple[str, ...]:
    """The same for any number of texts that are compared with each other: an unknown one is what most of them are."""
    known = Counter(tag for tag in tags if tag not in _UNKNOWN)
    most = min(known, key=lambda tag: (-known[tag], tag)) if known else "und"
    return tuple(most if tag in _UNKNOWN else tag for tag in tags)


@cache
def direction(tag: str) -> str:
    """`rtl` or `ltr`; `auto` for an unknown language."""
    if not tag or tag == "und":
        return "auto"
    parts = tag.split("-")
    if "Latn" in parts[1:]:
        return "ltr"
    return "rtl" if parts[0].lower() in _RIGHT_TO_LEFT or "Arab" in parts[1:] or "Hebr" in parts[1:] else "ltr"


@cache
def language_name(tag: str, interface: str = "en") -> str:
    """The language's name in the language of the interface; the tag itself where CLDR has no name."""
    if tag in ("", "und"):
        return "language not known"
    try:
        name = Locale.parse(tag, sep="-").get_display_name(locale_of(interface))
    except (UnknownLocaleError, ValueError):
        return tag
    return name or tag


@cache
def territory_name(code: str, interface: str = "en") -> str:
    """The country's name; the code itself where CLDR has none."""
    return str(locale_of(interface).territories.get(code.upper(), code))


def long_date(moment: Moment, interface: str = "en") -> str:
    """The day, and the time in UTC where it is known."""
    if moment.time is None:
        return _day(moment, interface)
    utc, locale = moment.time.astimezone(UTC), _locale_of_dates(interface)
    clock = f"{format_time(utc, 'HH:mm', locale=locale)} UTC"
    if direction(interface) == "rtl":
        # Latin letters would draw the numbers behind them to their own side.
        clock = f"\u2068{clock}\u2069"
    return str(locale.datetime_formats["medium"]).format(clock, format_date(utc.date(), "long", locale=locale))


def short_date(moment: Moment, interface: str = "en") -> str:
    """The day alone."""
    return _day(moment, interface)


def clock_time(moment: Moment) -> str:
    """The time of day in UTC; empty when only the day is known."""
    return moment.time.astimezone(UTC).strftime("%H:%M") if moment.time else ""


def _day(moment: Moment, interface: str) -> str:
    return str(format_date(moment.day, "long", locale=_locale_of_dates(interface)))


def _locale_of_dates(interface: str) -> Locale:
    """CLDR's data of dates; of plain English those of Britain, which name the day first as the sentences do."""
    return Locale("en", "GB") if interface == "en" else locale_of(interface)


@cache
def locale_of(tag: str) -> Locale:
    """CLDR's data of a BCP 47 tag; English where it has none."""
    try:
        return Locale.parse(tag, sep="-")
    except (UnknownLocaleError, ValueError):
        return Locale("en")


def duration(minutes: int, interface: str = "en", *, short: bool = False) -> str:
    """`35 minutes`, `2 hours 10 minutes`, `27 hours`: hours whatever their number. In short: `2 hr 10 min`."""
    locale = locale_of(interface)

    def part(count: int, unit: str) -> str:
        text = format_unit(count, unit, "short" if short else "long", locale=locale)
        # Babel has no long form of some languages (Vietnamese), and prints the name of the unit.
        return str(format_unit(count, unit, "short", locale=locale) if unit in text else text)

    hours, rest = divmod(minutes, 60)
    if not hours:
        return part(rest, "duration-minute")
    if hours >= _HOURS_ALONE:
        return part(round(minutes / 60), "duration-hour")
    return " ".join([part(hours, "duration-hour"), *([part(rest, "duration-minute")] if rest else [])])


_HOURS_ALONE = 10
"""Hours from which minutes are left out."""
