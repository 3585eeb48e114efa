"""Finds days in the lines above a text, in the languages whose months CLDR lends. Takes no day that could be two.

`03/04/2031` is a day only where a weekday beside it fits one reading alone; with dots the day comes first.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from functools import cache

from babel import Locale

from sitegen.frozen import dataclass
from sitegen.model import Moment
from sitegen.read.phrases import phrases

LANGUAGES = ("en", "es", "fr", "de", "vi", "ar", "ar_SY", "ar_DZ", "ar_MA")
"""Of months and weekdays. Arabic has three sets of months."""
_UPDATED_LISTED = """
    updated | update | last updated | modified | actualizado | actualizada | mis à jour | mise à jour
    aktualisiert | stand
    cập nhật | آخر تحديث | تحديث
"""
_WORDS_LISTED = """
    published | posted | first | on | at | am | pm | um | uhr | publicado | publicada | el | la | las | a las
    hora | horas | h
    publié | publiée | le | à | et | veröffentlicht | erstellt | den | der | vom | đăng | ngày | lúc | xuất bản
    gmt | utc
    est | edt | pst | pdt | cet | cest | bst | ist | نشر | نُشر | في | تاريخ | النشر | بتوقيت | غرينتش | الساعة
    بتاريخ | date
    and | of | the | dans | das | dia | by | por | par | von | bởi | vào | geschrieben | escrito | escrita | written
    lesedauer | lesezeit | minuten | minutes | minute | min | read | temps de lecture | tiempo de lectura
    rédigé | article | propos | recueillis | publié | horas
"""
UPDATED = tuple(phrases(_UPDATED_LISTED))
"""What stands before the day of a change, which is not the day of publication."""
WORDS = frozenset(word for phrase in (*phrases(_WORDS_LISTED), *UPDATED) for word in phrase.split())
"""What may stand beside a day in a line that says nothing else."""
_LONGEST_SHORT = 4
"""Letters of a shortened weekday or month: `Mai`, `June` and `Jan` are names of people too."""
_BESIDE = 3
"""Characters between a weekday and its day."""
_DIGITS = str.maketrans("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹", "01234567890123456789")
_YEAR = re.compile(r"[12]\d{3}(?!\d)")
_CLOCK = re.compile(
    r"\b\d{1,2}(?:[:.h]\d{2}(?::\d{2})?h?|h)\b(?: ?[ap]\.m\b\.?| [صم]\b)?|(?:gmt|utc) ?[+-]\d{1,2}(?::\d{2})?"
    r"|\d{1,3} (?:minuten|minutos|minutes?|min|phút)\b"
    r"|\d{1,3} (?:hrs?|hours?|min|mins|minutes?|days?) ago\b|hace \d{1,3} \w{3,7}\b|vor \d{1,3} \w{3,7}\b"
    r"|il y a \d{1,3} \w{3,7}\b|\d{1,3} (?:giờ|phút|ngày) trước\b"
)
_ISO = re.compile(r"(?<!\d)([12]\d{3})-(\d{2})-(\d{2})(?:t[\d:.+-]+z?)?(?!\d)")
_IN_VIETNAMESE = re.compile(r"(?:ngày )?(?<!\d)(\d{1,2}) (?:tháng|thg) (\d{1,2}),?(?: năm)? ([12]\d{3})(?!\d)")
_NUMBERS = re.compile(r"(?<!\d)(\d{1,2})([/.-])(\d{1,2})\2([12]\d{3})(?!\d)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Dated:
    """A line with its days taken out."""

    found: bool
    """Whether any day stood there."""
    published: Moment | None
    """The first that is not said to be of a change; None where it could be two days."""
    rest: str
    """The line with a bar in place of each day, time and weekday; in lower case only where one was found."""


def take_dates(line: str) -> Dated:
    """The days of a line and what else it says."""
    text = line.translate(_DIGITS)
    if not _YEAR.search(text) or len(text) > 200:
        return Dated(found=False, published=None, rest=line)
    lowered = text.lower()
    if len(lowered) != len(text):
        return Dated(found=False, published=None, rest=line)
    weekdays = {_weekdays()[match[0]] for match in _weekday_pattern().finditer(lowered)}
    days = sorted(_days(lowered, weekdays), key=lambda entry: entry[0])
    if not days:
        return Dated(found=False, published=None, rest=line)
    published, position = None, 0
    for start, end, day in days:
        label = lowered[position:start]
        if published is None and not any(word in label for word in UPDATED):
            published = day
        position = end
    rest = list(text)
    spans = [(start, end) for start, end, _ in days]
    spans += [match.span() for match in _CLOCK.finditer(lowered)]
    spans += [match.span() for match in _weekday_pattern().finditer(lowered) if _is_weekday(match, spans)]
    for start, end in spans:
        rest[start:end] = "|" * (end - start)
    return Dated(found=True, published=Moment(day=published) if published else None, rest="".join(rest))


def month_of(word: str) -> int:
    """The number of a month by its name in any of the languages; 0 for another word."""
    return _months().get(word.lower().rstrip("."), 0)


def is_calendar(word: str) -> bool:
    """Whether a word is the full name of a weekday or month, with a capital or without."""
    plain = word.lower()
    return len(plain) > _LONGEST_SHORT and (plain in _weekdays() or plain in _months())


def _is_weekday(match: re.Match[str], spans: Sequence[tuple[int, int]]) -> bool:
    """Whether it is one in full, or beside a day or time: `Thu` is a name too."""
    apart = (min(abs(start - match.end()), abs(match.start() - end)) for start, end in spans)
    return len(match[0]) > _LONGEST_SHORT or any(distance <= _BESIDE for distance in apart)


def _days(text: str, weekdays: set[int]) -> Iterator[tuple[int, int, date | None]]:
    """Each day with its place; None where the line does not settle which one it is."""
    for match in _ISO.finditer(text):
        yield match.start(), match.end(), _day(match[1], int(match[2]), match[3])
    for match in _IN_VIETNAMESE.finditer(text):
        yield match.start(), match.end(), _day(match[3], int(match[2]), match[1])
    day_first, month_first = _patterns()
    for match in day_first.finditer(text):
        if day := _day(match[3], _months()[match[2]], match[1]):
            yield match.start(), match.end(), day
    for match in month_first.finditer(text):
        if day := _day(match[3], _months()[match[1]], match[2]):
            yield match.start(), match.end(), day
    for match in _NUMBERS.finditer(text):
        yield match.start(), match.end(), _settled(match, weekdays)


def _settled(match: re.Match[str], weekdays: set[int]) -> date | None:
    """The day that three numbers name, if they can name one only."""
    first, second = _day(match[4], int(match[3]), match[1]), _day(match[4], int(match[1]), match[3])
    if match[2] == "." or second is None or first == second:
        return first
    if first is None:
        return second
    fitting = [day for day in (first, second) if day.weekday() in weekdays]
    return fitting[0] if len(fitting) == 1 else None


def _day(year: str, month: int, day: str) -> date | None:
    try:
        return date(int(year), month, int(day))
    except ValueError:
        return None


@cache
def _months() -> Mapping[str, int]:
    return _names("months", 3)


@cache
def _weekdays() -> Mapping[str, int]:
    return _names("days", 2)


def _names(kind: str, shortest: int) -> dict[str, int]:
    """Names of months or weekdays; one that means two different ones in two languages is left out."""
    numbers_of: dict[str, set[int]] = {}
    for tag in LANGUAGES:
        listed = getattr(Locale.parse(tag), kind)
        for form in ("format", "stand-alone"):
            for width in ("wide", "abbreviated"):
                for number, name in listed[form][width].items():
                    plain = name.lower().rstrip(".")
                    if len(plain) >= shortest and not plain[-1].isdigit():
                        numbers_of.setdefault(plain, set()).add(number)
    return {name: min(numbers) for name, numbers in numbers_of.items() if len(numbers) == 1}


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    name = "|".join(re.escape(name) for name in sorted(_months(), key=len, reverse=True))
    day_first = (
        rf"(?<!\d)(\d{{1,2}})(?:st|nd|rd|th|er|º|\.)?[ -]?(?: ?de |of )?({name})(?:/\w+)?\b\.?,?[ -](?:de |del )?"
    )
    return (
        re.compile(rf"{day_first}([12]\d{{3}})(?!\d)"),
        re.compile(rf"\b({name})\.? (\d{{1,2}})(?:st|nd|rd|th)?,? ([12]\d{{3}})(?!\d)"),
    )


@cache
def _weekday_pattern() -> re.Pattern[str]:
    names = sorted(_weekdays(), key=len, reverse=True)
    return re.compile(r"\b(?:" + "|".join(re.escape(name) for name in names) + r")\b")
