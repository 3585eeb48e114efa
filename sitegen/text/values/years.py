"""Years: alone, in brackets, with their era, as the ends of a range, and decades.

Four digits may count as well as date, so what stands beside them decides; dates with a day or a month are read in
dates.py.
"""

from collections.abc import Sequence
from fractions import Fraction
from typing import NamedTuple

from sitegen.model import DatePoint, Value
from sitegen.text.stopwords import stop_words
from sitegen.text.values.eras import BEFORE, IN_FRONT, MARKED
from sitegen.text.values.pieces import ValuePiece
from sitegen.text.values.value import date_value, number_value
from sitegen.text.values.vocabulary import Payload, Vocabulary

YEARS, SURE_YEARS = range(1000, 2101), range(1500, 2101)
"""What four digits may be a year, and what they may be where less says so: there were 1,200 boats as well."""
_OLDEST = 20_000
"""Years before ours, at most, that are printed with their era; what is older is an age."""
_OF_OUR_TIME = range(1900, 2101)
"""Years behind which letters may be a word of their own: in 2017 BC voters, 2005 ad agencies."""
_SHORT_ERA = 2
"""Letters of an era up to which only capitals show that it is one: AD 79, an ad."""
_WORDS_OF_A_YEAR = frozenset(["г", "гг", "р", "рр", "r", "godu", "roku", "god"])
"""Words for a year that stand between it and its era: 330 г. до н. э."""
_SHORT_YEAR, _HUNDRED, _THOUSAND = 2, 100, 1000
_OF_THE_BUDDHA, _BEFORE_OURS = 2500, 543
_BUDDHIST_YEARS = range(2400, 2644)
_WHOSE = frozenset(["his", "her", "their", "its", "my", "your", "our", "mid", "early", "late"])
"""Words before the decade of a life: in `his` 30s."""
_BRACKETS = {"(": ")", "[": "]"}
_MARKS = frozenset([",", ".", ";", ":", ")", "،", "、", "，"])
_COUNTED = ("unit", "near-unit", "scale", "period", "attached", "date-mark", "month")
"""Of what stands behind a number that counts something."""


class ReadDate(NamedTuple):
    """A date, and the pieces it ends before."""

    end: int
    value: Value


def year_of(piece: ValuePiece) -> int | None:
    """Four digits that may be a year; None for anything else."""
    if piece.figure is None or len(piece.text) != 4 or not piece.text.isdecimal():
        return None
    return int(piece.text) if int(piece.text) in YEARS else None


def _counts_nothing(pieces: Sequence[ValuePiece], index: int, language: str) -> bool:
    """Whether a mark or a small word is behind a figure, so that it may be a year: `in 1135 by the monks`. Not `in 1135
    of them`."""
    if index >= len(pieces):
        return True
    following = pieces[index]
    is_small = following.text in stop_words(language) and not following.a("share-link")
    return is_small or not following.text[:1].isalnum()


def read_year(pieces: Sequence[ValuePiece], index: int, language: str) -> ReadDate | None:
    """A year that stands alone; a round one (2000) only after a word that leads to a year."""
    year = year_of(pieces[index])
    if year is None or (index + 1 < len(pieces) and pieces[index + 1].a("attached")):
        return None
    if year % _HUNDRED and _is_set_apart(pieces, index, year):
        return ReadDate(index + 1, date_value(DatePoint(year=year)))
    if year in SURE_YEARS and _is_called_year(pieces, index, language):
        return ReadDate(index + 1, date_value(DatePoint(year=year)))
    leads = index > 0 and (pieces[index - 1].a("year-lead") or pieces[index - 1].a("month"))
    if year not in SURE_YEARS and not (leads and year % 100 and _counts_nothing(pieces, index + 1, language)):
        return None
    if not leads and (year % 100 == 0 or year < 1800):
        return None
    return ReadDate(index + 1, date_value(DatePoint(year=year)))


def _is_called_year(pieces: Sequence[ValuePiece], index: int, language: str) -> bool:
    """Whether a word behind a number says that it is a year, or one before it may, and nothing behind it is counted."""
    if index + 1 < len(pieces) and pieces[index + 1].a("year-end"):
        return True
    may_lead = index > 0 and pieces[index - 1].a("weak-year-lead") and int(pieces[index].text) % _HUNDRED > 0
    return may_lead and (not stop_words(language) or _counts_nothing(pieces, index + 1, language))


def _is_set_apart(pieces: Sequence[ValuePiece], index: int, year: int) -> bool:
    """Whether nothing but marks is beside a year: in brackets, alone or as an end of a range, `(1776)`, `(1756-1791)`;
    between a word and a mark, as a date that is added, `the feast of Saint Anne, 1694, was`."""
    before, behind = pieces[max(index - 2, 0) : index], pieces[index + 1 : index + 4]
    if not before or not behind:
        return False
    closing = _BRACKETS.get(before[-1].text)
    if closing is not None and behind[0].text == closing:
        return True
    if closing is not None and len(behind) == 3 and behind[0].text == "-" and behind[2].text == closing:
        return year < (year_of(behind[1]) or 0)
    is_added = before[-1].text == "," and len(before) > 1 and before[0].text[-1:].isalpha() and before[-1].spaced
    is_listed = len(behind) > 1 and behind[1].figure is not None
    return is_added and year in SURE_YEARS and behind[0].text in _MARKS and not is_listed


def read_end_of_range(pieces: Sequence[ValuePiece], index: int, first: Value) -> ReadDate | None:
    """The last year of a range whose first ends before a piece: 1756-1791, 1998-99, 2019/20; None for none."""
    point = first.date
    if point is None or point.year is None or not _is_only_year(point) or index + 1 >= len(pieces):
        return None
    dash, last = pieces[index], pieces[index + 1]
    if dash.text not in ("-", "/") or last.figure is None or not last.text.isdecimal():
        return None
    if index + 2 < len(pieces) and any(map(pieces[index + 2].a, _COUNTED)):
        return None
    if index + 3 < len(pieces) and pieces[index + 2].text == dash.text and pieces[index + 3].figure is not None:
        return None  # 2019-20-03
    year = year_of(last)
    if year is None and len(last.text) == _SHORT_YEAR and not dash.spaced and not pieces[index - 1].spaced:
        year = point.year // _HUNDRED * _HUNDRED + int(last.text)
        year += _HUNDRED if year == point.year + 1 - _HUNDRED else 0
    return ReadDate(index + 2, date_value(DatePoint(year=year))) if year is not None and year > point.year else None


def _is_only_year(point: DatePoint) -> bool:
    return point.month is None and point.part is None and point.weekday is None and point.relative is None


def year_behind_era(pieces: Sequence[ValuePiece], index: int, vocabulary: Vocabulary) -> tuple[int, int] | None:
    """The year of ours whose era is printed in front of it, and where it ends: AD 79, 公元前221年, 令和6年."""
    era = pieces[index].senses.get("era")
    is_latin = vocabulary.language == "en" and era == 0 and pieces[index].capital
    number = index + 1
    if number < len(pieces) and pieces[number].text == "." and not pieces[index].spaced:
        number += 1
    year = _counted_year(pieces, number)
    if era is None or year is None or not (is_latin or vocabulary.language in IN_FRONT):
        return None
    end = number + 1
    if end < len(pieces) and pieces[end].senses.get("date-mark") == "year":
        return _year_in(era, year), end + 1
    is_counted = end < len(pieces) and any(map(pieces[end].a, _COUNTED))
    # 公元前3世纪 is a century, 民国38 no year.
    needs_mark = vocabulary.language in MARKED and (era not in (BEFORE, 0) or year < _HUNDRED)
    return None if is_counted or needs_mark else (_year_in(era, year), end)


def read_years_of_era(pieces: Sequence[ValuePiece], index: int) -> list[tuple[int, int, Value]]:
    """A year with its era behind it, or both of a range, as spans of pieces: 900 BC, 300-200 BC; empty for none."""
    first = _counted_year(pieces, index)
    if first is None:
        return []
    if (spans := _with_era(pieces, index, first)) or index + 2 >= len(pieces):
        return spans
    between = pieces[index + 1]
    last = _counted_year(pieces, index + 2) if between.text == "-" or between.a("range") else None
    behind = _with_era(pieces, index + 2, last) if last is not None else []
    if not behind:
        return []
    era = pieces[behind[0][1] - 1].senses["era"]
    if last is not None and (shortened := _shortened_end(pieces[index + 2].text, era, first, last)):
        behind = [(*behind[0][:2], date_value(DatePoint(year=_year_in(era, shortened))))]
    return [(index, index + 1, date_value(DatePoint(year=_year_in(era, first)))), *behind]


def _shortened_end(printed: str, era: Payload, first: int, last: int) -> int | None:
    """The last year of a range whose century is left out: 1792-50 BC; None where it is whole, as in 300-50 BC."""
    if len(printed) != _SHORT_YEAR or first < _THOUSAND:
        return None
    year = first - first % _HUNDRED + last
    return year if (year < first) == (era == BEFORE) and year != first else None


def buddhist_year(piece: ValuePiece, language: str) -> int | None:
    """The year of ours that a year beside a Thai month is: 2562, 62."""
    if language != "th" or piece.figure is None or not piece.text.isdecimal():
        return None
    year = int(piece.text) if len(piece.text) == 4 else _OF_THE_BUDDHA + int(piece.text[:2])
    is_year = len(piece.text) in (_SHORT_YEAR, 4) and year in _BUDDHIST_YEARS
    return year - _BEFORE_OURS if is_year else None


def _with_era(pieces: Sequence[ValuePiece], index: int, year: int) -> list[tuple[int, int, Value]]:
    """A year behind which its era is, as a span of pieces."""
    place = index + 1
    if place < len(pieces) and (pieces[place].senses.get("period") == "year" or pieces[place].text in _WORDS_OF_A_YEAR):
        place += 1
        place += place < len(pieces) and pieces[place].text == "."
    if place >= len(pieces):
        return []
    following = pieces[place]
    era = following.senses.get("era")
    is_short = following.end - following.start == 1 and len(following.text) <= _SHORT_ERA
    has_case = following.text.lower() != following.text.upper()
    if era is None or (is_short and has_case and era != BEFORE and not following.capital):
        return []
    if is_short and has_case and year in _OF_OUR_TIME and year % _HUNDRED:
        return []
    return [(index, place + 1, date_value(DatePoint(year=_year_in(era, year))))]


def _counted_year(pieces: Sequence[ValuePiece], index: int) -> int | None:
    """A whole number that an era may stand beside."""
    if index >= len(pieces) or (figure := pieces[index].figure) is None or len(figure.numbers) == 0:
        return None
    number = max(figure.numbers)
    is_whole = number.denominator == 1 and (pieces[index].text.isdecimal() or number > YEARS[0])
    return int(number) if is_whole and 0 < number <= _OLDEST else None


def _year_in(era: Fraction | int | str, year: int) -> int:
    """A year of an era in ours."""
    return -year if era == BEFORE else year + int(era)


def read_decade(pieces: Sequence[ValuePiece], index: int) -> ReadDate | None:
    """1990s, the '90s, 1990er."""
    if index + 1 >= len(pieces) or not pieces[index + 1].a("decade-end") or not pieces[index].text.isdecimal():
        return None
    year = int(pieces[index].text) if len(pieces[index].text) <= 4 else 0
    if 20 <= year < 100 and not year % 10 and index and pieces[index - 1].text in _WHOSE:
        age = number_value("age", Fraction(year), unit="year", rough="decade", digits=1)
        return ReadDate(index + 2, age)  # in his 30s
    year += 1900 if 10 <= year < 100 else 0
    if year % 10 or year not in YEARS:
        return None
    return ReadDate(index + 2, date_value(DatePoint(year=year, part="decade")))
