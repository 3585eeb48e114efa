"""The value that some words of a text stand for, and its key."""

from fractions import Fraction
from typing import Literal

from sitegen.model import DatePoint, Value, ValueKind

_CODE = "code:"
Verdict = Literal["same-value", "converted", "rounded", "changed", "unclear"]


def number_value(
    kind: ValueKind,
    number: Fraction,
    *,
    unit: str = "",
    rough: str = "",
    digits: int = 0,
    weak: bool = False,
    alternatives: tuple[Value, ...] = (),
) -> Value:
    """A value with a number, and its key; the key holds the keys of further readings."""
    prefix = {"ordinal": "nth:", "age": "age:"}.get(kind, "#")
    key = f"{rough}{prefix}{number}{unit}"
    key = "|".join([key, *(alternative.key for alternative in alternatives)])
    return Value(
        kind=kind, number=number, unit=unit, rough=rough, digits=digits, weak=weak, key=key, alternatives=alternatives
    )


def code_value(text: str) -> Value:
    """What is written in digits and counts nothing: a version, a telephone number, a figure of a thousand digits."""
    return Value(kind="number", weak=True, key=f"{_CODE}{text}")


def is_code(value: Value) -> bool:
    """Whether a value is written in digits and counts nothing."""
    return value.key.startswith(_CODE)


def crowd_value(crowd: str) -> Value:
    """Words for some number: `dozens`, `several`."""
    return Value(kind="number", rough=crowd, weak=crowd in ("several", "few", "many"), key=f"crowd:{crowd}")


def date_value(date: DatePoint, *, weak: bool = False, alternatives: tuple[Value, ...] = ()) -> Value:
    """A date, and its key."""
    key = "|".join([date.key, *(alternative.key for alternative in alternatives)])
    return Value(kind="date", date=date, weak=weak, key=key, alternatives=alternatives)


def time_value(hour: int, minute: int, *, whole_day: bool, weak: bool = False) -> Value:
    """A time of day. `whole_day` is whether the words say which half of the day it is in, or the clock has 24 hours."""
    later = () if whole_day else (_time(hour + 12 if hour < 12 else 0, minute, weak),)
    return _time(hour % 24, minute, weak, later)


def _time(hour: int, minute: int, weak: bool, alternatives: tuple[Value, ...] = ()) -> Value:
    key = "|".join([f"t:{hour:02}:{minute:02}", *(alternative.key for alternative in alternatives)])
    return Value(kind="time", time=(hour, minute), weak=weak, key=key, alternatives=alternatives)
