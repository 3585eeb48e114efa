"""Dates of several pieces: a weekday, day, month, year and nearness in whatever order a language puts them.

One scan fills each slot once and stops at what fits none, so no grammar of a language is needed. What only may be part
of a date (a lone number, `last`, `morning`) makes none by itself.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from sitegen.model import DatePoint
from sitegen.text.values.pieces import ValuePiece
from sitegen.text.values.value import date_value
from sitegen.text.values.vocabulary import Vocabulary
from sitegen.text.values.years import SURE_YEARS, YEARS, ReadDate, buddhist_year, year_behind_era, year_of

_MOST_PIECES = 14
"""Pieces of one date, at most."""
_GLUE_AT_MOST = 3
"""Words and marks between two parts of a date, at most: `, on the`."""
_LAST_DAY = 31
_WORDS_AS_WELL = frozenset(["august"])
"""Months that in small letters may be another word, which `weak` does not list."""
_YEAR_WITHIN = 4
"""Pieces behind a month in small letters among which its year stands: `march 30th, 2001`."""
_POSITION_AFTER = frozenset(["es", "fr", "it", "pt", "ar", "vi", "ro", "ca", "he", "fa", "id", "gl"])
"""Languages that say `week last`."""
_MARKS = frozenset([",", ".", "-", "/", "،"])
_DAY_ALONE = frozenset(["日", "일", "ngày"])
"""Marks of a day that make a date without a month."""
_NO_DAY = frozenset(
    ["後", "后", "内", "以内", "目", "ぶり", "만", "만에", "째", "뒤", "후", "分", "間", "前", "전", "동안"]
)
"""What follows them where they count days: 3日後."""
_SEASONS = frozenset(["spring", "summer", "autumn", "winter", "weekend"])
_DAY_IN_BRACKETS = frozenset(["pt"])
"""Languages in which a bare figure in brackets behind a weekday is the day of the month."""
_MARKS_BEFORE = frozenset(["vi", "id"])
"""Languages that say `month 3`, not `3 month`."""


@dataclass(slots=True)
class _Slots:
    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    relative: str | None = None
    part: str | None = None
    position: str | None = None
    period: str | None = None
    figures: tuple[DatePoint, ...] = ()
    is_day_alone: bool = False
    """Whether a day stands without a month, as news of East Asia writes it: 5日."""
    is_short: bool = False
    """Whether the month or weekday is a short name that may be a word."""


def read_date(pieces: Sequence[ValuePiece], start: int, vocabulary: Vocabulary) -> ReadDate | None:
    """The longest date that begins at a piece; None where none does."""
    slots, index, end, last_end = _Slots(), start, start, start
    while index < len(pieces) and index - start < _MOST_PIECES:
        after = _fill(pieces, index, slots, vocabulary, _gap(pieces, end, index))
        if after == index == end:
            after = _in_brackets(pieces, index, slots, vocabulary)
        if after > index:
            index = last_end = end = after
        elif end > start and index - end < _GLUE_AT_MOST and _is_glue(pieces[index], pieces, index):
            index += 1
        else:
            break
    return _dated(pieces, start, last_end, slots, vocabulary) if last_end > start else None


def _in_brackets(pieces: Sequence[ValuePiece], index: int, slots: _Slots, vocabulary: Vocabulary) -> int:
    """The day in brackets behind its weekday, as Brazilian papers print both: na sexta-feira (13), quinta (12/3)."""
    if slots.weekday is None or slots.day is not None or slots.figures or not _are_brackets(pieces, index):
        return index
    day = pieces[index + 1]
    if day.figure is not None and day.figure.dates:
        slots.figures = day.figure.dates
    elif vocabulary.language in _DAY_IN_BRACKETS and _may_be_day(day):
        slots.day = _whole(day)
    else:
        return index
    return index + 3


def _are_brackets(pieces: Sequence[ValuePiece], index: int) -> bool:
    """Whether a figure in brackets stands here."""
    if index + 2 >= len(pieces):
        return False
    opening, day, closing = pieces[index : index + 3]
    return opening.text == "(" and closing.text == ")" and day.figure is not None


def _gap(pieces: Sequence[ValuePiece], end: int, index: int) -> str:
    """What lies between two parts of a date: nothing, words, or a mark."""
    if index == end:
        return ""
    return "mark" if any(piece.text in (",", "،") for piece in pieces[end:index]) else "words"


def _is_glue(piece: ValuePiece, pieces: Sequence[ValuePiece], index: int) -> bool:
    if piece.text == ".":
        before = pieces[index - 1]
        return before.figure is not None or before.a("short") or before.a("short-weekday")
    return piece.a("glue") or piece.text in _MARKS or (piece.a("attached") and piece.a("ordinal-end"))


def _fill(pieces: Sequence[ValuePiece], index: int, slots: _Slots, vocabulary: Vocabulary, gap: str) -> int:
    """Fills the slot that a piece is for; where the next piece begins, `index` itself for none."""
    piece = pieces[index]
    if slots.figures:
        return index
    if (
        gap == "mark"
        and slots.part is not None
        and slots.weekday is None
        and slots.month is None
        and slots.relative is None
    ):
        return index  # in the morning, Sunday: two dates
    figure = piece.figure
    if figure is not None and figure.dates and (not figure.numbers or _is_day(pieces, index, slots)):
        if slots.month is None and slots.day is None and slots.relative is None:
            slots.figures = figure.dates
            return index + 1
        return index
    for fill in (_of_era, _marked, _of_day, _of_year, _of_names):
        after = fill(pieces, index, slots, vocabulary)
        if after > index:
            return after
    return _of_nearness(pieces, index, slots, vocabulary, gap)


def _is_day(pieces: Sequence[ValuePiece], index: int, slots: _Slots) -> bool:
    """Whether what may be a part as well, 3/9, is a day by what stands before it."""
    before = pieces[index - 1] if index else None
    is_dated = slots.weekday is not None or slots.part is not None
    return is_dated or (before is not None and (before.a("day-lead") or before.a("date-mark")))


def _marked(pieces: Sequence[ValuePiece], index: int, slots: _Slots, vocabulary: Vocabulary) -> int:
    """3月, 5日, 2014年; tháng 3, where the mark stands before."""
    mark, number = (index, index + 1) if vocabulary.language in _MARKS_BEFORE else (index + 1, index)
    if index + 1 >= len(pieces) or not pieces[mark].a("date-mark"):
        return index
    count = _whole(pieces[number])
    name = str(pieces[mark].senses["date-mark"])
    bounds = {"year": YEARS, "month": range(1, 13), "day": range(1, 32)}[name]
    end = index + 2
    if count is None and vocabulary.unspaced and (spelled := _spelled(pieces, index)):
        count, end = spelled
        if end >= len(pieces) or not pieces[end].a("date-mark"):
            return index
        name, end = str(pieces[end].senses["date-mark"]), end + 1
    if count is None or count not in bounds or getattr(slots, name) is not None:
        return index
    if name == "year" and slots.relative is not None:
        return index  # 去年秋天，2024年: two dates
    if name == "day" and slots.month is None:
        if pieces[mark].text not in _DAY_ALONE or (end < len(pieces) and pieces[end].text in _NO_DAY):
            return index
        slots.is_day_alone = True
    setattr(slots, name, count)
    return end


def _spelled(pieces: Sequence[ValuePiece], index: int) -> tuple[int, int] | None:
    """A number below 100 in Han digits: 二十三."""
    total, end = 0, index
    while end < len(pieces) and end - index < 3:
        number, scale = pieces[end].senses.get("number"), pieces[end].senses.get("scale")
        if scale == 10:
            total = (total or 1) * 10
        elif number is not None and not isinstance(number, str) and number < 10:
            total += int(number)
        else:
            break
        end += 1
    return (total, end) if end > index else None


def _whole(piece: ValuePiece) -> int | None:
    """A whole number of one or two digits, an ordinal, or four digits without a mark."""
    if piece.figure is not None:
        return int(piece.text) if piece.text.isdecimal() and len(piece.text) in (1, 2, 4) else None
    for sense in ("number", "ordinal"):
        number = piece.senses.get(sense)
        if number is not None and not isinstance(number, str) and number.denominator == 1:
            return int(number)
    return None


def _of_era(pieces: Sequence[ValuePiece], index: int, slots: _Slots, vocabulary: Vocabulary) -> int:
    year = year_behind_era(pieces, index, vocabulary) if slots.year is None and slots.relative is None else None
    if year is None:
        return index
    slots.year, end = year
    return end


def _of_day(pieces: Sequence[ValuePiece], index: int, slots: _Slots, vocabulary: Vocabulary) -> int:
    count = _whole(pieces[index])
    if slots.day is not None or count is None or not 1 <= count <= 31:
        return index
    if slots.month is not None and pieces[index].figure is None and not pieces[index].a("ordinal"):
        return index  # im Oktober drei Scheunen, en octubre un centro: no language writes a day so
    if pieces[index].a("month") or (pieces[index].a("unit") and not pieces[index].a("number")):
        return index
    end = index + 1
    is_ordinal = end < len(pieces) and pieces[end].a("ordinal-end")
    if is_ordinal and (pieces[end].start < pieces[index].end or not pieces[end].text.isalpha()):
        end += 1
    elif end < len(pieces) and pieces[end].a("attached"):
        return index
    if slots.month is not None:
        if pieces[index].figure is None and {",", "the"} <= {piece.text for piece in pieces[max(index - 2, 0) : index]}:
            return index  # in February, the first of them
        follows = end < len(pieces) and (pieces[end].a("period") or pieces[end].a("unit") or pieces[end].a("scale"))
        return index if follows or slots.year is not None else _put_day(slots, count, end)
    month = end
    while month < len(pieces) and month - end < 2 and _is_glue(pieces[month], pieces, month):
        month += 1
    if month < len(pieces) and _is_month(pieces, month, vocabulary) and not _is_of_another(pieces, end, month):
        return _put_day(slots, count, end)
    return index


def _is_of_another(pieces: Sequence[ValuePiece], end: int, month: int) -> bool:
    """Whether a month behind a number has its day behind it, so that the number is another's: `18, on Aug. 9`."""
    between = {piece.text for piece in pieces[end:month]}
    if not between & {",", "-"}:
        return False
    day = month + 1
    if day < len(pieces) and pieces[day].text == ".":
        day += 1
    return day < len(pieces) and pieces[day].figure is not None and _may_be_day(pieces[day])


def _put_day(slots: _Slots, day: int, end: int) -> int:
    slots.day = day
    return end


def _is_month(pieces: Sequence[ValuePiece], index: int, vocabulary: Vocabulary) -> bool:
    return pieces[index].a("month") and _may_be_named(pieces, index, vocabulary)


def _may_be_named(pieces: Sequence[ValuePiece], index: int, vocabulary: Vocabulary) -> bool:
    """Whether a month or weekday is written as its language writes one, or can be no other word in small letters.

    `february` alone and `march 30, 2001` are a month's; `may`, `march` and `sun` are not without a day and a year.
    """
    piece = pieces[index]
    if piece.capital or not vocabulary.capitals:
        return True
    is_short = piece.a("short") or piece.a("short-weekday")
    if not is_short and piece.text not in vocabulary.weak and piece.text not in _WORDS_AS_WELL:
        return True
    if not piece.a("month"):
        return False
    before, following = pieces[max(index - 1, 0) : index], pieces[index + 1 : index + 1 + _YEAR_WITHIN]
    if any(map(_may_be_day, before)) and any(year_of(near) is not None for near in following[:2]):
        return True
    return any(map(_may_be_day, following[:1])) and any(year_of(near) is not None for near in following[1:])


def _may_be_day(piece: ValuePiece) -> bool:
    count = _whole(piece)
    return count is not None and 1 <= count <= _LAST_DAY


def _of_year(pieces: Sequence[ValuePiece], index: int, slots: _Slots, vocabulary: Vocabulary) -> int:
    piece = pieces[index]
    year = year_of(piece)
    if slots.month is not None and year is None:
        year = buddhist_year(piece, vocabulary.language)
    if year is None or slots.year is not None or slots.relative:
        return index
    if slots.month is None and (slots.part is None or slots.weekday is not None):
        return index
    if index + 1 < len(pieces) and pieces[index + 1].a("attached"):
        return index
    if year not in SURE_YEARS and (slots.day is None or year % 100 == 0):
        return index
    slots.year = year
    return index + 1


def _of_names(pieces: Sequence[ValuePiece], index: int, slots: _Slots, vocabulary: Vocabulary) -> int:
    piece = pieces[index]
    month, weekday = piece.senses.get("month"), piece.senses.get("weekday")
    if weekday is None and index and vocabulary.day_word and pieces[index - 1].text.endswith(vocabulary.day_word):
        weekday = piece.senses.get("day-name")  # ביום ראשון, on day first: Sunday
    if weekday is None and piece.a("bracketed-weekday") and _are_brackets(pieces, index + 1):
        weekday = piece.senses["bracketed-weekday"]
    capital = _may_be_named(pieces, index, vocabulary)
    if month is not None and month == slots.month and _after_stroke(pieces, index):
        return index + 1  # مارس/آذار, one month in two calendars' names
    if slots.year is not None and slots.part is not None:
        month = None  # summer 2024, April: two dates
    if isinstance(month, int) and capital and slots.month is None and slots.period is None:
        slots.month, slots.is_short = month, slots.is_short or piece.a("short")
        return index + 1
    if isinstance(weekday, int) and capital and slots.weekday is None:
        slots.weekday, slots.is_short = weekday, slots.is_short or piece.a("short-weekday")
        if slots.part is None and isinstance(part := piece.senses.get("part"), str):
            slots.part = part  # Montagabend
        return index + 1
    return index


def _after_stroke(pieces: Sequence[ValuePiece], index: int) -> bool:
    """Whether a stroke parts a piece from the one before."""
    return index > 0 and pieces[index - 1].text == "/"


def _of_nearness(pieces: Sequence[ValuePiece], index: int, slots: _Slots, vocabulary: Vocabulary, gap: str) -> int:
    piece = pieces[index]
    relative, part, edge = piece.senses.get("relative"), piece.senses.get("part"), piece.senses.get("edge")
    position, period = piece.senses.get("position"), piece.senses.get("period")
    if gap == "mark":
        return index  # yesterday, early: two dates
    if isinstance(relative, str) and slots.relative is None and slots.month is None:
        slots.relative = relative
        return index + 1
    if isinstance(edge, str) and slots.part is None and slots.weekday is None:
        slots.part = edge
        return index + 1
    if isinstance(part, str) and slots.part is None and slots.month is None:
        slots.part = part
        return index + 1
    named = index + 1 < len(pieces) and pieces[index + 1].a("weekday") and not pieces[index + 1].a("number")
    if isinstance(position, str) and slots.position is None and (not gap or named) and slots.relative is None:
        if slots.month is not None and slots.day is not None:
            return index
        after_name = slots.weekday is not None or slots.period is not None or slots.month is not None
        following = pieces[index + 1] if index + 1 < len(pieces) else None
        if after_name and vocabulary.language not in _POSITION_AFTER and not (following and following.a("period")):
            return index
        slots.position = position
        return index + 1
    if isinstance(period, str) and slots.period is None and slots.month is None:
        following = pieces[index + 1] if index + 1 < len(pieces) else None
        comes = vocabulary.language in _POSITION_AFTER and following is not None and following.a("position")
        if (slots.position is not None and not gap) or comes:
            slots.period = period
            return index + 1
    return index


def _dated(
    pieces: Sequence[ValuePiece], start: int, end: int, slots: _Slots, vocabulary: Vocabulary
) -> ReadDate | None:
    if slots.figures:
        points = [
            DatePoint(year=point.year, month=point.month, day=point.day, weekday=slots.weekday, part=slots.part)
            for point in slots.figures
        ]
        later = tuple(date_value(point) for point in points[1:])
        return ReadDate(end, date_value(points[0], weak=points[0].year is None, alternatives=later))
    relative = slots.relative
    if slots.position is not None:
        if slots.period is not None:
            relative = f"{slots.position}:{slots.period}"
        elif slots.weekday is not None:
            relative = f"{slots.position}:weekday"
        elif slots.month is not None:
            relative = f"{slots.position}:month-name" if slots.day is None else None
        elif slots.part is not None:
            # This morning is of today, this spring is not.
            is_today = slots.position == "this" and slots.part not in _SEASONS
            relative = "today" if is_today else f"{slots.position}:part"
        else:
            return None
    has_day = slots.day is not None and slots.month is not None
    says_nothing = slots.month is None and slots.weekday is None and relative is None and slots.year is None
    if says_nothing and not slots.is_day_alone:
        return None
    if slots.is_short and not has_day and slots.year is None:
        return None
    point = DatePoint(
        year=slots.year, month=slots.month, day=slots.day, weekday=slots.weekday, relative=relative, part=slots.part
    )
    alone = end == start + 1 and pieces[start].text in vocabulary.weak and not pieces[start].a("day-name")
    return ReadDate(end, date_value(point, weak=alone))


def read_part(pieces: Sequence[ValuePiece], index: int, vocabulary: Vocabulary) -> ReadDate | None:
    """A season or part of the day by itself: in the spring, 秋季. Not the Winter Olympics, nor the fall of somebody."""
    piece = pieces[index]
    part = piece.senses.get("part")
    if not isinstance(part, str) or piece.a("weekday"):
        return None
    before = pieces[index - 1] if index else None
    led = before is not None and any(before.a(sense) for sense in ("glue", "year-lead", "part-lead", "share-article"))
    elided = piece.text.startswith("l'")  # l'été; not the Jeux d'été
    if not (led or elided or vocabulary.bare_parts or piece.end - piece.start > 1):
        return None
    following = pieces[index + 1] if index + 1 < len(pieces) else None
    if following is not None and piece.capital and following.capital and vocabulary.language != "de":
        return None
    if piece.text in vocabulary.weak:
        # The fall of somebody; il a depuis été, where only a year would be led to.
        leads = before is not None and any(before.a(sense) for sense in ("glue", "part-lead", "share-article"))
        if (following is not None and following.a("share-link")) or not (leads or elided):
            return None
    return ReadDate(index + 1, date_value(DatePoint(part=part), weak=True))
