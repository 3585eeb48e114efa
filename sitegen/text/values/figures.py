"""Reads a figure that begins with a digit: a number, a date or a time of day, and how many characters it takes.

Knows nothing of words: pieces.py hands over the characters, numerals.py joins `2` and `million`. Every look is bounded
by `LONGEST`: a figure of a thousand digits is a code.
"""

import re
from fractions import Fraction
from functools import lru_cache
from math import gcd
from typing import NamedTuple

from sitegen.model import DatePoint
from sitegen.text.patterns import late_re

LONGEST = 40
"""Characters of a figure, at most; what is longer counts nothing that a text could mean."""

_ISO = late_re(r"(\d{4})-(\d\d)-(\d\d)(?![\d-])")
_DAY = late_re(r"(\d{1,2})([./-])(\d{1,2})\2(\d{4}|\d\d)(?![\d/-]|\.\d)")
_YEAR_FIRST = late_re(r"(\d{4})([./])(\d{1,2})\2(\d{1,2})(?![\d/-]|\.\d)")
_DOTTED = late_re(r"(\d{1,2})\. ?(\d{1,2})\.(?! ?\d)")
_SLASHED = late_re(r"(\d{1,4})/(\d{1,4})(?![\d/])")
_HALF_DAY = late_re(r"(\d{1,2})(?:[:.](\d\d))? ?([ap])\.?m\b")
_CLOCK = late_re(r"(\d{1,2}):(\d\d)(?::\d\d)?(?![\d:])|(\d{1,2}) ?h ?(\d\d)\b|(\d{1,2})h\b")
_DASHED_CODE = late_re(r"\d+(?:-\d+){2,}-(?:\d+|x\b)")
_LONGEST_PLAIN = 9
"""Digits without a mark between them that a number has, at most: an ISBN has 10, and no number is printed so."""
_CODE = late_re(r"\d+(?:[.,]\d+){2,}|\d+(?:-\d+){2,}")
_GROUPED = late_re(
    r"(?:\d{1,3}(?:([.,'])\d{3})(?:\1\d{3}){1,12}|\d{1,2}(?:,\d\d){1,12},\d{3}|[1-9]\d{0,2}(?: \d{3}){1,12}"
    r"|\d{1,3}'\d{3})"
    r"(?:(?!\1)[.,]\d+)?(?![\d,.]*\d)"
)
_ONE_GROUP = late_re(r"(\d{1,3})([.,])(\d{3})(?:(?!\2)[.,](\d+))?(?![\d,.]*\d)")
_PLAIN = late_re(r"\d+(?:[.,]\d+)?(?![.,]\d)(?!(?<=\d,\d),[^\s\d])")


class WrittenFigure(NamedTuple):
    """What the figure at the beginning of a text stands for."""

    size: int
    """Characters read."""
    numbers: tuple[Fraction, ...] = ()
    """As a number; several readings where the text alone does not say."""
    digits: int = 0
    """Significant digits printed."""
    dates: tuple[DatePoint, ...] = ()
    """As a day; day before month first."""
    time: tuple[int, int] | None = None
    has_half_day: bool = False
    """Whether the time says which half of the day it is in."""
    is_code: bool = False
    grouped: Fraction | None = None
    """As a sum of money, where the mark may group: 2.345 USD; None where nothing else is meant."""


@lru_cache(maxsize=20_000)
def read_figure(text: str, decimal: str, month_first: bool | None) -> WrittenFigure:
    """The figure at the beginning of a text, which begins with an ASCII digit.

    `decimal` is the decimal mark of the language, with `?` where its countries differ, empty where it is unknown.
    `month_first` says how 05/03 is read; None where the language has both ways.
    """
    digits = _run_of_digits(text)
    if digits > LONGEST:
        return WrittenFigure(digits, is_code=True)
    return _date(text, decimal, month_first) or _time(text) or _number(text, decimal)


def _run_of_digits(text: str) -> int:
    return len(text) - len(text.lstrip("0123456789"))


def _date(text: str, decimal: str, month_first: bool | None) -> WrittenFigure | None:
    if match := _ISO.match(text):
        return _dated(match.end(), [(match[3], match[2])], match[1])
    if match := _YEAR_FIRST.match(text):
        return _dated(match.end(), [(match[4], match[3])], match[1])
    if match := _DAY.match(text):
        year = match[4] if len(match[4]) == 4 else f"20{match[4]}"
        day_first = match[2] == "." or month_first is False
        return _dated(match.end(), _in_order(match[1], match[3], False if day_first else month_first), year)
    if decimal[:1] == "," and (match := _DOTTED.match(text)):
        return _dated(match.end(), [(match[1], match[2])], "")
    if match := _SLASHED.match(text):
        return _slashed(match, decimal, month_first)
    return None


def _in_order(first: str, second: str, month_first: bool | None) -> list[tuple[str, str]]:
    """Pairs of day and month that two numbers may be."""
    pairs = [(first, second), (second, first)]
    return pairs if month_first is None else [pairs[1]] if month_first else [pairs[0]]


def _slashed(match: re.Match[str], decimal: str, month_first: bool | None) -> WrittenFigure | None:
    above, below = int(match[1]), int(match[2])
    days = _dated(match.end(), _in_order(match[1], match[2], month_first), "") if below <= 31 and above <= 31 else None
    if 0 < above < below <= 10:
        part = WrittenFigure(match.end(), (Fraction(above, below),), len(str(above)))
        # 3/9 is no part that anyone writes, but a day; in a language that writes days so, 3/4 may be either.
        if days is None or (gcd(above, below) == 1 and decimal[:1] != ","):
            return part
        return part._replace(dates=days.dates)
    return days or WrittenFigure(match.end(), is_code=True)


def _dated(size: int, pairs: list[tuple[str, str]], year: str) -> WrittenFigure | None:
    """The days that exist among pairs of day and month."""
    days = [(int(day), int(month)) for day, month in pairs if 1 <= int(day) <= 31 and 1 <= int(month) <= 12]
    if not days or (year and not int(year)):
        return None
    points = [DatePoint(year=int(year) if year else None, month=month, day=day) for day, month in days]
    return WrittenFigure(size, dates=tuple(dict.fromkeys(points)))


def _time(text: str) -> WrittenFigure | None:
    if match := _HALF_DAY.match(text):
        hour, minute = int(match[1]), int(match[2] or 0)
        if not 1 <= hour <= 12 or minute > 59:
            return None
        return WrittenFigure(match.end(), time=(hour % 12 + (12 if match[3] == "p" else 0), minute), has_half_day=True)
    if match := _CLOCK.match(text):
        hour, minute = int(match[1] or match[3] or match[5]), int(match[2] or match[4] or 0)
        in_letters = bool(match[3] or match[5])
        if hour <= 24 and minute < 60:
            early = len(match[1] or "") == 1 or 10 <= hour <= 12
            return WrittenFigure(match.end(), time=(hour % 24, minute), has_half_day=in_letters or not early)
    return None


def _number(text: str, decimal: str) -> WrittenFigure:
    if match := _GROUPED.match(text):
        whole, _, part = _cut_decimals(match[0], match[1])
        printed = re.sub(r"\D", "", whole)
        return _figure(match.end(), [Fraction(printed + (f".{part}" if part else ""))], printed + part, bool(part))
    if match := _ONE_GROUP.match(text):
        thousands = Fraction(f"{match[1]}{match[3]}" + (f".{match[4]}" if match[4] else ""))
        decimals = Fraction(f"{match[1]}.{match[3]}")
        if match[1].startswith("0"):
            readings = [decimals]
        elif match[4] or (match[3] == "000" and decimal != match[2]):
            readings = [thousands]
        elif match[3] == "000":
            # One with three decimals is rare, and 1.000 in an English text often comes from another language.
            readings = [decimals, thousands]
        elif decimal == f"{match[2]}?":
            readings = [thousands, decimals]
        elif decimal == match[2]:
            readings = [decimals]
        elif decimal:
            readings = [thousands]
        else:
            readings = [thousands, decimals]
        figure = _figure(match.end(), readings, match[1] + match[3] + (match[4] or ""), bool(match[4]))
        return figure._replace(grouped=thousands if readings == [decimals] and match[1] != "0" else None)
    if match := _DASHED_CODE.match(text):
        return WrittenFigure(match.end(), is_code=True)
    if _run_of_digits(text) > _LONGEST_PLAIN:
        return WrittenFigure(_run_of_digits(text), is_code=True)
    if match := _PLAIN.match(text):
        printed = match[0].replace(",", ".")
        return _figure(match.end(), [Fraction(printed)], printed.replace(".", ""), "." in printed)
    match = _CODE.match(text)
    return WrittenFigure(match.end() if match else _run_of_digits(text), is_code=True)


def _figure(size: int, numbers: list[Fraction], printed: str, has_decimals: bool) -> WrittenFigure:
    printed = printed.lstrip("0")
    significant = printed if has_decimals else printed.rstrip("0")
    return WrittenFigure(size, tuple(numbers), max(1, len(significant)))


def _cut_decimals(text: str, separator: str | None) -> tuple[str, str, str]:
    """`1.000.000,5` at its comma; a mark that separates groups cuts nothing."""
    last = max(text.rfind("."), text.rfind(","))
    if last > 0 and text[last] != separator and (separator or not re.fullmatch(r"\d{3}", text[last + 1 :])):
        return text[:last], text[last], text[last + 1 :]
    return text, "", ""


def significant_digits(number: Fraction) -> int:
    """How many digits a number of words has: two hundred has 1, ten thousand two hundred has 3."""
    if number.denominator != 1:
        return len(str(number.numerator).strip("0")) or 1
    return len(str(number.numerator).strip("-").rstrip("0")) or 1
