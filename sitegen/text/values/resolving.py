"""A date of a text as days of the calendar, read against the day the text was published.

Only what the words and that day decide: a resolved date may show that two dates are one, never that they differ.
"""

from calendar import monthrange
from datetime import date, timedelta

from sitegen.model import DatePoint, Value

_DAYS = {"before-yesterday": -2, "yesterday": -1, "today": 0, "tomorrow": 1, "after-tomorrow": 2, "today-night": 0,
         "yesterday-night": -1}  # fmt: skip
_POSITIONS = {"last": -1, "this": 0, "next": 1}
_WEEK = 7
_FARTHEST = 10_000
"""Periods from the day of publication, at most: what is farther is no date."""


def resolve(value: Value, published: date | None) -> tuple[date, date] | None:
    """The first and last day that a date may mean; None where the words and the day of publication do not decide.

    Raises nothing: a day that no calendar has (30 February, the year 0) is None. A date with several readings is None.
    """
    if value.date is None or value.alternatives:
        return None
    try:
        return _resolved(value.date, published)
    except (ValueError, OverflowError):
        return None


def _resolved(point: DatePoint, published: date | None) -> tuple[date, date] | None:
    if point.relative is not None:
        return _relative(point, point.relative, published) if published is not None else None
    year = point.year
    if year is None and published is not None:
        year = _year_of(point, published)
    if point.month is not None and year is not None:
        if point.day is not None:
            day = date(year, point.month, point.day)
            agrees = point.weekday is None or day.weekday() == point.weekday
            return (day, day) if agrees else None
        return _part(point, date(year, point.month, 1), date(year, point.month, monthrange(year, point.month)[1]))
    if point.month is None and point.year is not None:
        last = point.year + 9 if point.part == "decade" else point.year
        return (
            None
            if point.part in ("spring", "summer", "autumn", "winter")
            else (date(point.year, 1, 1), date(last, 12, 31))
        )
    if point.weekday is not None and published is not None:
        # A weekday alone is the day of publication or the last such day before it: news tells what was.
        day = published - timedelta(days=(published.weekday() - point.weekday) % _WEEK)
        return day, day
    return None


def _year_of(point: DatePoint, published: date) -> int | None:
    """The year in which a day without one is nearest to the day of publication."""
    if point.month is None:
        return None
    years = (published.year - 1, published.year, published.year + 1)
    day = min(point.day or 15, 28)
    return min(years, key=lambda year: abs((date(year, point.month or 1, day) - published).days))


def _relative(point: DatePoint, relative: str, published: date) -> tuple[date, date] | None:
    if relative in _DAYS:
        day = published + timedelta(days=_DAYS[relative])
        return day, day
    position, _, period = relative.partition(":")
    if position == "ago":
        return _ago(period, published)
    if position not in _POSITIONS:
        return None
    step = _POSITIONS[position]
    if period == "weekday" and point.weekday is not None:
        return None if step else _in_week(published, 0, point.weekday)
    if period == "week" and point.weekday is not None:
        return _in_week(published, step, point.weekday)
    if period == "week":
        monday = published - timedelta(days=published.weekday()) + timedelta(weeks=step)
        return _part(point, monday, monday + timedelta(days=6))
    if period == "month":
        year, month = divmod(published.year * 12 + published.month - 1 + step, 12)
        return _part(point, date(year, month + 1, 1), date(year, month + 1, monthrange(year, month + 1)[1]))
    if period == "year":
        year = published.year + step
        if point.month is not None:
            return date(year, point.month, 1), date(year, point.month, monthrange(year, point.month)[1])
        return _part(point, date(year, 1, 1), date(year, 12, 31))
    return None


def _in_week(published: date, step: int, weekday: int) -> tuple[date, date]:
    day = published - timedelta(days=published.weekday()) + timedelta(weeks=step, days=weekday)
    return day, day


def _ago(span: str, published: date) -> tuple[date, date] | None:
    count, _, period = span.partition(":")
    if not count.isdecimal() or int(count) > _FARTHEST:
        return None
    if period in ("day", "night", "week"):
        day = published - timedelta(days=int(count) * (_WEEK if period == "week" else 1))
        # Three weeks ago is said of the days around, too.
        reach = timedelta(days=3 if period == "week" else 0)
        return day - reach, day + reach
    if period == "year":
        return date(published.year - int(count), 1, 1), date(published.year - int(count), 12, 31)
    return None


def _part(point: DatePoint, first: date, last: date) -> tuple[date, date]:
    """The third of a span that early, mid or late means; with a day to spare on each side."""
    third = (last - first).days // 3
    if point.part == "early":
        return first, first + timedelta(days=third + 1)
    if point.part == "mid":
        return first + timedelta(days=third - 1), last - timedelta(days=third - 1)
    if point.part == "late":
        return last - timedelta(days=third + 1), last
    return first, last
