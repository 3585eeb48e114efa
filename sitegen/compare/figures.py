"""Reads a number, date or time of day that begins with a digit: what it stands for, however it is written.

Knows nothing of words; atoms.py joins `2` and `million`, `3` and `March`.
"""

import re
from fractions import Fraction
from functools import lru_cache

_ISO = re.compile(r"(\d{4})-(\d\d)-(\d\d)(?!\d)")
_DAY = re.compile(r"(\d{1,2})([./-])(\d{1,2})\2(\d{4}|\d\d)(?!\d)")
_DOTTED = re.compile(r"(\d{1,2})\.(\d{1,2})\.(?! ?\d)")
_SLASHED = re.compile(r"(\d{1,2})/(\d{1,2})(?![\d/])")
_HALF_DAY = re.compile(r"(\d{1,2})(?:[:.](\d\d))? ?([ap])\.?m\b\.?")
_CLOCK = re.compile(r"(\d{1,2}):(\d\d)(?!\d)|(\d{1,2}) ?h(?: ?(\d\d))?\b")
_GROUPED = re.compile(
    r"(?:\d{1,3}(?:([.,'])\d{3})(?:\1\d{3})+|\d{1,2}(?:,\d\d)+,\d{3}|\d{1,3}(?: \d{3})+|\d{1,3}'\d{3})"
    r"(?:(?!\1)[.,]\d+)?(?!\d)"
)
_ONE_GROUP = re.compile(r"(\d{1,3})([.,])(\d{3})(?:(?!\2)[.,](\d+))?(?!\d)")
_PLAIN = re.compile(r"\d+(?:[.,]\d+)?")
_MOST_DIGITS = 300
"""Of a number that is read as one; a googol has 101."""

Figure = tuple[str, tuple[str, ...], int]
"""Class (`number`, `date`, `time`), readings (`#2400000`, `date:3-9-2014`, `time:17:00`), and characters read."""


@lru_cache(maxsize=10_000)
def read_figure(text: str, decimal: str) -> Figure:
    """What the figure at the beginning of a text stands for. `decimal` is the decimal mark, empty where not known.

    Several readings where the text alone does not tell: 3/9 is the 3rd of September, the 9th of March, or a fraction.
    """
    found = _date(text, decimal) or _time(text)
    return found or _number(text, decimal)


def _date(text: str, decimal: str) -> Figure | None:
    if match := _ISO.match(text):
        return _dated(match.end(), [(match[3], match[2])], match[1])
    if match := _DAY.match(text):
        year = match[4] if len(match[4]) == 4 else f"20{match[4]}"
        return _dated(match.end(), [(match[1], match[3]), (match[3], match[1])], year)
    if decimal == "," and (match := _DOTTED.match(text)):
        return _dated(match.end(), [(match[1], match[2])], "")
    if (match := _SLASHED.match(text)) and int(match[2]):
        days = _dated(0, [(match[1], match[2]), (match[2], match[1])], "")
        fraction = _text_of(Fraction(int(match[1]), int(match[2])))
        return ("number", (fraction, *(days[1] if days else ())), match.end())
    return None


def _dated(size: int, pairs: list[tuple[str, str]], year: str) -> Figure | None:
    """The days that exist among pairs of day and month."""
    days = [(int(day), int(month)) for day, month in pairs if 1 <= int(day) <= 31 and 1 <= int(month) <= 12]
    tail = f"-{int(year)}" if year else ""
    return ("date", tuple(dict.fromkeys(f"date:{day}-{month}{tail}" for day, month in days)), size) if days else None


def _time(text: str) -> Figure | None:
    if match := _HALF_DAY.match(text):
        hour = int(match[1]) % 12 + (12 if match[3] == "p" else 0)
        return ("time", (time_of(hour, int(match[2] or 0)),), match.end()) if int(match[1]) <= 12 else None
    if match := _CLOCK.match(text):
        hour, minute = int(match[1] or match[3]), int(match[2] or match[4] or 0)
        return ("time", (time_of(hour, minute),), match.end()) if hour <= 24 and minute < 60 else None
    return None


def time_of(hour: int, minute: int) -> str:
    """The reading of a time of day."""
    return f"time:{hour}:{minute:02}"


def _number(text: str, decimal: str) -> Figure:
    if match := _GROUPED.match(text):
        whole, _, part = _cut_decimals(match[0], match[1])
        return ("number", (_reading_of(re.sub(r"\D", "", whole) + (f".{part}" if part else "")),), match.end())
    if match := _ONE_GROUP.match(text):
        thousands = _reading_of(f"{match[1]}{match[3]}" + (f".{match[4]}" if match[4] else ""))
        fraction = _reading_of(f"{match[1]}.{match[3]}")
        if match[4] or (decimal and match[2] != decimal and match[1] != "0"):
            readings = [thousands]
        elif decimal or match[1] == "0":
            readings = [fraction]
        else:
            readings = [thousands, fraction]
        return ("number", tuple(readings), match.end())
    match = _PLAIN.match(text)
    digits = match[0] if match else ""
    return ("number", (_reading_of(digits.replace(",", ".") or "0"),), len(digits))


def _cut_decimals(text: str, separator: str | None) -> tuple[str, str, str]:
    """`1.000.000,5` at its comma; a mark that separates groups cuts nothing."""
    last = max(text.rfind("."), text.rfind(","))
    if last > 0 and text[last] != separator and (separator or not re.fullmatch(r"\d{3}", text[last + 1 :])):
        return text[:last], text[last], text[last + 1 :]
    return text, "", ""


def _reading_of(number: str) -> str:
    """The reading of a number in plain digits; one of more than a few hundred is no quantity, and stands for itself.

    Python refuses to read 4,301 digits as a number, and needs the square of their count for fewer.
    """
    return _text_of(Fraction(number)) if len(number) <= _MOST_DIGITS else f"digits:{number}"


def _text_of(value: Fraction) -> str:
    return f"#{value}"


@lru_cache(maxsize=10_000)
def value_of(reading: str) -> Fraction | None:
    """The number a reading stands for; None for a date or time, and for digits that are too many."""
    return Fraction(reading[1:]) if reading.startswith("#") else None


def in_thousands(readings: tuple[str, ...], text: str) -> tuple[str, ...]:
    """With the reading in thousands too, where a sum of money is written with one group of three: `2.000 USD`."""
    match = _ONE_GROUP.fullmatch(text)
    return tuple(dict.fromkeys((*readings, f"#{int(match[1] + match[3])}"))) if match and not match[4] else readings
