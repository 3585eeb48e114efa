"""Times of day: 17:00, 5 p.m., 15.30 Uhr, las cinco de la tarde, 下午5点, noon."""

import re
from collections.abc import Sequence
from fractions import Fraction
from typing import NamedTuple

from sitegen.model import Value
from sitegen.text.values.numerals import half_behind
from sitegen.text.values.pieces import ValuePiece
from sitegen.text.values.value import time_value
from sitegen.text.values.vocabulary import Vocabulary

_HOUR_AND_MINUTE = re.compile(r"([01]?\d|2[0-4])[.:,]([0-5]\d)")


class Timed(NamedTuple):
    """A time, and the pieces it ends before."""

    end: int
    value: Value


def read_time(pieces: Sequence[ValuePiece], start: int, vocabulary: Vocabulary) -> Timed | None:
    """The longest time that begins at a piece; None where none does."""
    piece = pieces[start]
    if piece.a("noon") or piece.a("midnight"):
        return Timed(start + 1, time_value(12 if piece.a("noon") else 0, 0, whole_day=True))
    if spoken := _half_or_quarter(pieces, start):
        return spoken
    half = _half(piece)
    if half and start + 1 < len(pieces):
        timed = _clock(pieces, start + 1, vocabulary, half, led=False)
        figure = pieces[start + 1].figure
        is_whole = timed is not None and (timed.end > start + 2 or (figure is not None and figure.time is not None))
        return timed if is_whole else None
    if start == 0:
        return _clock(pieces, start, vocabulary, "", led=False)
    before = pieces[start - 1]
    if before.text == "." and start > 1 and not pieces[start - 2].spaced:
        before = pieces[start - 2]  # o godz. 18.30
    return _clock(pieces, start, vocabulary, "", led=before.a("clock-lead"), sure=before.a("sure-clock-lead"))


def _half_or_quarter(pieces: Sequence[ValuePiece], start: int) -> Timed | None:
    """Half past seven, a quarter to eight, halb acht."""
    index = start + 1 if pieces[start].a("article") and not pieces[start].a("half-to-hour") else start
    if index + 1 >= len(pieces):
        return None
    part, hour = pieces[index].senses.get("denominator"), index + 2
    if pieces[index].a("half-to-hour"):
        offset, hour = -30, index + 1
    elif not isinstance(part, Fraction) or part not in (2, 4):
        return None
    elif pieces[index + 1].a("past-hour"):
        offset = int(60 / part)
    elif pieces[index + 1].a("to-hour") and part == 4:
        offset = -15
    else:
        return None
    number = pieces[hour].number() if hour < len(pieces) else None
    if number is None or number.denominator != 1 or not 1 <= number <= 12 or pieces[hour].a("article"):
        return None
    end = hour + 1
    if end < len(pieces) and any(pieces[end].a(sense) for sense in ("unit", "scale", "period", "month", "ordinal-end")):
        return None
    minutes = int(number) * 60 + offset
    half = _half(pieces[end]) if end < len(pieces) else ""
    of_day = (minutes // 60) % 12 + (12 if half == "pm" else 0)
    if half:
        return Timed(end + 1, time_value(of_day, minutes % 60, whole_day=True))
    return Timed(end, time_value(of_day or 12, minutes % 60, whole_day=False))


def _half(piece: ValuePiece) -> str:
    return "am" if piece.a("am") else "pm" if piece.a("pm") else ""


def _clock(
    pieces: Sequence[ValuePiece], start: int, vocabulary: Vocabulary, half: str, *, led: bool, sure: bool = False
) -> Timed | None:
    piece = pieces[start]
    end, minute, is_time, has_half_day = start + 1, 0, False, not vocabulary.half_day_clock
    if piece.figure is not None and piece.figure.time is not None:
        hour, minute = piece.figure.time
        is_time, has_half_day = True, has_half_day or piece.figure.has_half_day
        if end < len(pieces) and (pieces[end].a("clock") or pieces[end].a("weak-clock")):
            end, has_half_day = end + 1, True
    else:
        match = _HOUR_AND_MINUTE.fullmatch(piece.text)
        number = piece.number()
        if match is None and (number is None or number.denominator != 1 or not 0 <= number <= 24):
            return None
        if piece.a("article") and not piece.a("number"):
            return None
        hour = int(match[1]) if match else int(number or 0)
        minute = int(match[2]) if match else 0
        if end < len(pieces) and (
            pieces[end].a("clock")
            or (pieces[end].a("weak-clock") and (led or half or match or _meridiem_follows(pieces, end + 1)))
        ):
            end, is_time, has_half_day = end + 1, True, has_half_day or hour > 12
            minute, end = _minutes(pieces, end, minute)
            if not minute and end < len(pieces) and half_behind(pieces, end, vocabulary) == end + 1:
                minute, end = 30, end + 1  # 3時半
            elif not minute and (part := _part_of_hour(pieces, end)):
                minute, end = part.minutes, part.end
        elif led and not match and (part := _part_of_hour(pieces, end)) and hour <= 12:
            minute, end, is_time, has_half_day = part.minutes, part.end, True, False
        elif led and (match or (sure and _ends(pieces, end))):
            is_time = True
    if not half and end < len(pieces) and (meridiem := _half(pieces[end])) and (is_time or hour <= 12):
        half, end, is_time = meridiem, end + 1, True
        if end < len(pieces) and pieces[end].text == "." and "." in pieces[end - 1].text:
            end += 1
    if not is_time or (vocabulary.unspaced and hour == 1 and piece.figure is None and not half and not minute):
        return None  # 一点 mostly is a little, or a point
    if half and hour <= 12:
        hour, has_half_day = hour % 12 + (12 if half == "pm" else 0), True
    return Timed(end, time_value(hour, minute, whole_day=has_half_day or hour > 12 or hour == 0))


class _PartOfHour(NamedTuple):
    """Minutes, and the pieces they end before."""

    end: int
    minutes: int


def _part_of_hour(pieces: Sequence[ValuePiece], index: int) -> _PartOfHour | None:
    """What is said after an hour: las siete `y media`, sept heures `et demie`, le sei `e un quarto`."""
    if index + 1 >= len(pieces) or not pieces[index].a("joiner"):
        return None
    last = index + 2 if pieces[index + 1].a("article") and index + 2 < len(pieces) else index + 1
    part = pieces[last].senses.get("denominator")
    return _PartOfHour(last + 1, int(60 / part)) if isinstance(part, Fraction) and part in (2, 4) else None


def _meridiem_follows(pieces: Sequence[ValuePiece], index: int) -> bool:
    return index < len(pieces) and bool(_half(pieces[index]))


def _minutes(pieces: Sequence[ValuePiece], index: int, minute: int) -> tuple[int, int]:
    """The minutes after an hour, and where they end."""
    if minute or index >= len(pieces):
        return minute, index
    number = pieces[index].number()
    marked = index + 1 < len(pieces) and pieces[index + 1].a("minute-mark")
    written_together = index > 0 and pieces[index].start < pieces[index - 1].end
    if number is not None and number.denominator == 1 and 0 < number < 60:
        if marked:
            return int(number), index + 2
        if written_together or (
            pieces[index].figure is not None and len(pieces[index].text) == 2 and _ends(pieces, index + 1)
        ):
            return int(number), index + 1
    return 0, index


def _ends(pieces: Sequence[ValuePiece], index: int) -> bool:
    """Whether nothing comes behind a figure that it may count."""
    return index >= len(pieces) or not pieces[index].text[:1].isalnum() or pieces[index].a("glue")
