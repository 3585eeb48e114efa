"""Names, direction and dates of languages, through CLDR (Babel)."""

from datetime import UTC
from functools import cache

from babel import Locale, UnknownLocaleError
from babel.dates import format_date, format_time

from sitegen.model import Moment

_RIGHT_TO_LEFT = frozenset({"ar", "arc", "ckb", "dv", "fa", "he", "ku", "ps", "sd", "ug", "ur", "yi"})


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
    utc = moment.time.astimezone(UTC)
    clock = format_time(utc, "HH:mm", locale=locale_of(interface))
    return f"{format_date(utc.date(), 'd MMMM y', locale=locale_of(interface))}, {clock} UTC"


def short_date(moment: Moment, interface: str = "en") -> str:
    """The day alone."""
    return _day(moment, interface)


def clock_time(moment: Moment) -> str:
    """The time of day in UTC; empty when only the day is known."""
    return moment.time.astimezone(UTC).strftime("%H:%M") if moment.time else ""


def _day(moment: Moment, interface: str) -> str:
    return str(format_date(moment.day, "d MMMM y", locale=locale_of(interface)))


@cache
def locale_of(tag: str) -> Locale:
    """CLDR's data of a BCP 47 tag; English where it has none."""
    try:
        return Locale.parse(tag, sep="-")
    except (UnknownLocaleError, ValueError):
        return Locale("en")
