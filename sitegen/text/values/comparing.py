"""How two values stand to each other. Knows no language: all it looks at are the values."""

from collections.abc import Callable
from fractions import Fraction
from typing import Literal

from sitegen.model import DatePoint, Value
from sitegen.text.values.units import (
    CURRENCIES,
    DAYS_OF_A_MONTH,
    DIMENSIONS,
    FAMILIES,
    FIRST_OF_FAMILY,
)
from sitegen.text.values.value import Verdict, is_code

_NEAR = Fraction(5, 100)
"""How far a figure that is rounded without a word may be from the exact one: 104 for 100, not 212 for 200."""
_ABOUT = Fraction(15, 100)
"""How far a figure may be from `about` another; half of its last printed digit, but no more than this."""
_SMALL = 100
"""Up to here, a whole number without a rough word is exact: 26 is not 30."""
_NONE = Fraction(0)
_FROM, _TO = frozenset(["over", "at-least"]), frozenset(["under", "up-to"])
"""Words that bound a figure from below, and from above."""
_CROWDS: dict[str, tuple[int, int]] = {
    "few": (2, 12), "several": (3, 30), "many": (5, 10**12), "tens": (20, 100), "dozens": (24, 200),
    "hundreds": (200, 10_000), "thousands": (2000, 100_000), "tens-of-thousands": (20_000, 100_000),
    "hundreds-of-thousands": (200_000, 10**6), "millions": (2 * 10**6, 10**9), "billions": (2 * 10**9, 10**12),
}  # fmt: skip
"""What a crowd may be counted as: from, and below which figure."""

_HOURS: dict[str, frozenset[int]] = {
    "dawn": frozenset(range(3, 9)), "morning": frozenset(range(12)), "noon": frozenset([11, 12, 13]),
    "afternoon": frozenset(range(12, 19)), "dusk": frozenset(range(16, 23)), "evening": frozenset(range(16, 24)),
    "night": frozenset([*range(18, 24), *range(7)]),
}  # fmt: skip
"""The hours that a part of the day may hold, taken widely: outside them a time is another."""

_PARTS_IN_ONE = ({"dawn", "morning"}, {"dusk", "evening"}, {"dusk", "night"}, {"dawn", "night"})
"""Parts of the day of which one may be said for the other."""


def compare_values(left: Value, right: Value) -> Verdict:
    """The verdict on two values: the same, converted, rounded, changed, or unclear.

    The same from both sides. Where words have several readings, `changed` is said only if all readings differ.
    """
    if left.key == right.key:
        return "same-value"
    lefts, rights = _readings(left), _readings(right)
    if len(lefts) == len(rights) == 1:
        return _compare(left, right)
    if len(lefts) == len(rights):
        # Written one way, they are read one way: 05/03 and 06/03 are two days, whichever comes first.
        verdicts = {_compare(first, second) for first, second in zip(lefts, rights, strict=True)}
        return verdicts.pop() if len(verdicts) == 1 else "unclear"
    verdicts = {_compare(first, second) for first in lefts for second in rights}
    return "changed" if verdicts == {"changed"} else "unclear"


def _readings(value: Value) -> tuple[Value, ...]:
    return (value, *value.alternatives)


def _compare(left: Value, right: Value) -> Verdict:
    if left.kind == "date" and right.kind == "date" and left.date and right.date:
        return _dates(left.date, right.date)
    if left.time is not None and right.time is not None:
        return "same-value" if left.time == right.time else "changed"
    if left.kind == "date" or right.kind == "date":
        return _time_or_part(left, right) or _year_or_figure(left, right)
    if left.time is not None or right.time is not None:
        return "unclear"
    if _spread(left) is None or _spread(right) is None:
        return "unclear" if is_code(left) != is_code(right) else "changed"
    if left.unit == right.unit or {left.kind, right.kind} == {"age", "number"}:
        if "ordinal" in (left.kind, right.kind) and left.kind != right.kind:
            return "unclear"
        return _numbers(left, right)
    if {left.kind, right.kind} == {"age", "duration"}:
        return _spans(left, right)
    return _units(left, right)


def _dates(left: DatePoint, right: DatePoint) -> Verdict:
    """The same where nothing contradicts and something agrees; what one says with reference to a day is unclear."""
    pairs = [
        (left.year, right.year), (left.month, right.month), (left.day, right.day), (left.weekday, right.weekday),
    ]  # fmt: skip
    stated = [(first, second) for first, second in pairs if first is not None and second is not None]
    if any(first != second for first, second in stated):
        return "changed"
    if left.relative != right.relative:
        return _relative(left, right)
    if left.part != right.part and left.part is not None and right.part is not None:
        return "unclear" if {left.part, right.part} in _PARTS_IN_ONE else "changed"
    if left.relative is not None:
        return "same-value"
    if not stated:
        return "same-value" if left.part == right.part and left.part is not None else "unclear"
    # 4 January is no more than part of January: one says less than the other.
    if (left.day is None) != (right.day is None) and left.month is not None and right.month is not None:
        return "rounded"
    if (left.month is None) != (right.month is None) and (left.day is None or right.day is None):
        return "rounded" if left.year is not None and right.year is not None else "unclear"
    return "same-value"


def _time_or_part(left: Value, right: Value) -> Verdict | None:
    """A time of day against a part of the day, which names no day: noon, dawn; None for any other two values."""
    date, time = (left.date, right.time) if left.date is not None else (right.date, left.time)
    if date is None or time is None or any([date.year, date.month, date.day, date.weekday is not None, date.relative]):
        return None
    hours = _HOURS.get(date.part or "")
    if hours is None:
        return None
    return "rounded" if time[0] in hours else "changed"


def _relative(left: DatePoint, right: DatePoint) -> Verdict:
    if left.relative is not None and right.relative is not None:
        days = {"before-yesterday": -2, "yesterday": -1, "today": 0, "tomorrow": 1, "after-tomorrow": 2}
        are_days = left.relative in days and right.relative in days
        if are_days or _same_span(left.relative, right.relative):
            return "changed"
        return "changed" if {_start(left.relative), _start(right.relative)} <= _APART else "unclear"
    return "unclear"


_POSITIONS = frozenset(["last", "this", "next"])
_APART = frozenset(["after", "before"])
"""How a date begins that is so far from another one of the text, which no day of publication can settle."""


def _start(relative: str) -> str:
    return relative.partition(":")[0]


def _same_span(left: str, right: str) -> bool:
    """Whether two relative dates differ in their position alone: last week, next week."""
    return left.split(":")[1:] == right.split(":")[1:] and {_start(left), _start(right)} <= _POSITIONS


def _year_or_figure(left: Value, right: Value) -> Verdict:
    """2000 may be a year or a figure, and is printed alike."""
    date, value = (left.date, right) if left.date is not None else (right.date, left)
    if date is None or value.kind != "number" or value.number is None or value.rough:
        return "unclear"
    only_year = date.year is not None and date.month is None and date.part is None
    return "same-value" if only_year and value.number == date.year else "unclear"


def _numbers(left: Value, right: Value) -> Verdict:
    if left.number == right.number and left.number is not None:
        if left.rough == right.rough:
            return "same-value"
        return _rounded(left, right) if left.rough and right.rough else "rounded"
    return _rounded(left, right)


def _rounded(left: Value, right: Value) -> Verdict:
    spreads = _spread(left), _spread(right)
    if spreads[0] is None or spreads[1] is None:
        return "unclear"
    if {left.rough in _FROM, right.rough in _FROM} == {left.rough in _TO, right.rough in _TO} == {True, False}:
        # At least 40 and up to 40 share a figure and bound it from opposite sides.
        return "unclear" if left.number != right.number and _meet(spreads[0], spreads[1]) else "changed"
    if left.rough and right.rough and left.number is not None and right.number is not None:
        return _both_rough(left, right, meet=_meet(spreads[0], spreads[1]))
    if left.rough or right.rough:
        return "rounded" if _meet(spreads[0], spreads[1]) else "changed"
    first, second = left.number, right.number
    if first is None or second is None:
        return "changed"
    coarse, fine = (left, right) if left.digits < right.digits else (right, left)
    return "rounded" if left.digits != right.digits and _rounds_to(fine, coarse) else "changed"


def _both_rough(left: Value, right: Value, *, meet: bool) -> Verdict:
    """Two figures of which both texts say that they are not exact: two estimates, unless one is the other, rounded."""
    if left.number == right.number:
        return "rounded" if meet else "changed"
    coarse, fine = (left, right) if left.digits < right.digits else (right, left)
    if left.digits != right.digits and _rounds_to(fine, coarse):
        return "rounded"
    if not meet or not {left.rough, right.rough} & (_FROM | _TO):
        return "changed"
    numbers = [abs(value.number) for value in (left, right) if value.number is not None]
    return "rounded" if max(numbers) - min(numbers) <= max(numbers) * _NEAR * 2 else "unclear"


def _rounds_to(fine: Value, coarse: Value) -> bool:
    """Whether the figure with fewer digits is the other, rounded."""
    exact, printed = fine.number, coarse.number
    if exact is None or printed is None or not exact or not printed:
        return False
    if fine.kind in ("ordinal", "age") or (max(abs(exact), abs(printed)) <= _SMALL and _are_whole_counts(fine, coarse)):
        return False
    apart = abs(exact - printed)
    return apart <= last_digit(coarse) / 2 and apart <= abs(exact) * _NEAR


def _are_whole_counts(left: Value, right: Value) -> bool:
    return all(value.number is not None and value.number.denominator == 1 for value in (left, right))


def last_digit(value: Value) -> Fraction:
    """What one in the last printed digit stands for: 10 of 1,240, 1/10 of 3.5."""
    number = abs(value.number or _NONE)
    if not number:
        return Fraction(1)
    return Fraction(10) ** (_magnitude(number) - value.digits + 1)


def _magnitude(number: Fraction) -> int:
    """The power of ten of the first digit."""
    power = len(str(number.numerator)) - len(str(number.denominator))
    return power if Fraction(10) ** power <= number else power - 1


_Spread = tuple[Fraction, Fraction, bool, bool]
"""From, to, and whether each end is itself one of the numbers that are meant."""


def _spread(value: Value) -> _Spread | None:
    """What a value may be counted as; None for a code."""
    number = value.number
    if number is None:
        crowd = _CROWDS.get(value.rough)
        return (Fraction(crowd[0]), Fraction(crowd[1]), True, False) if crowd else None
    return _around(number, value.rough, last_digit(value))


def _around(number: Fraction, rough: str, step: Fraction) -> _Spread:
    step = max(step, abs(number) * _NEAR) if rough else step
    if rough == "about":
        reach = min(step / 2 if step > 1 else step, abs(number) * _ABOUT)
        return (number - reach, number + reach, True, True)
    if rough == "decade":
        return (number, number + 10, True, False)
    if rough in ("over", "at-least"):
        return (number, number + step, rough == "at-least", False)
    if rough in ("almost", "under", "up-to"):
        return (number - step, number, False, rough == "up-to")
    return (number, number, True, True)


def _meet(left: _Spread, right: _Spread) -> bool:
    """Whether some number is in both."""
    low, high = max(left, right, key=lambda ends: ends[0]), min(left, right, key=lambda ends: ends[1])
    if low[0] != high[1]:
        return low[0] < high[1]
    return all(ends[2] for ends in (left, right) if ends[0] == low[0]) and all(
        ends[3] for ends in (left, right) if ends[1] == low[0]
    )


def _units(left: Value, right: Value) -> Verdict:
    if left.unit in CURRENCIES and right.unit in CURRENCIES:
        return _currencies(left, right)
    if {left.unit, right.unit} == {"day", "month"} and left.kind == right.kind == "duration":
        return _spans(left, right)
    if {left.unit, right.unit} == {"c", "f"}:
        return _converted(left, right, _celsius)
    if left.unit in DIMENSIONS and right.unit in DIMENSIONS:
        return _converted(left, right, _measure) if _dimension(left) == _dimension(right) else "unclear"
    if {left.kind, right.kind} == {"number", "share"}:
        return "unclear"
    if not left.unit or not right.unit:
        return "unclear" if _numbers(left, right) != "changed" else "changed"
    return "unclear"


def _dimension(value: Value) -> str:
    return DIMENSIONS[value.unit][0]


def _currencies(left: Value, right: Value) -> Verdict:
    """A shared name is the first of its currencies; two that are named apart cannot be converted without a rate."""
    for shared, named in ((left.unit, right.unit), (right.unit, left.unit)):
        if named in FAMILIES.get(shared, ()):
            verdict = _numbers(left, right)
            sure = FIRST_OF_FAMILY.get(shared) == named or shared not in FIRST_OF_FAMILY
            return verdict if sure or verdict == "changed" else "unclear"
    return "changed" if left.number == right.number else "unclear"


def _spans(left: Value, right: Value) -> Verdict:
    """Days beside months, years of an age beside months."""
    days = [_days(left), _days(right)]
    if days[0] is None or days[1] is None:
        return "unclear"
    if days[0] == days[1]:
        return "same-value"
    return "rounded" if abs(days[0] - days[1]) <= max(days[0], days[1]) * _NEAR * 2 else "changed"


def _days(value: Value) -> Fraction | None:
    if value.number is None:
        return None
    return value.number * {"day": Fraction(1), "month": DAYS_OF_A_MONTH, "year": 12 * DAYS_OF_A_MONTH}[value.unit]


_Way = Literal["there", "back"]


def _celsius(value: Fraction, unit: str, way: _Way) -> Fraction:
    if unit == "c":
        return value
    return (value - 32) * Fraction(5, 9) if way == "there" else value * Fraction(9, 5) + 32


def _measure(value: Fraction, unit: str, way: _Way) -> Fraction:
    factor = DIMENSIONS[unit][1]
    return value * factor if way == "there" else value / factor


def _converted(left: Value, right: Value, convert: Callable[[Fraction, str, _Way], Fraction]) -> Verdict:
    """Whether one is the other in another unit, within what its printed digits leave open."""
    for first, second in ((left, right), (right, left)):
        if first.number is None or second.number is None:
            return "unclear"
        exact = convert(convert(first.number, first.unit, "there"), second.unit, "back")
        reach = last_digit(second) if second.rough or first.rough else last_digit(second) / 2
        if abs(exact - second.number) <= max(reach, abs(exact) / 200):
            return "converted"
    return "changed"
