"""The axis of time below a drawing of descent: which column each copy is in, and what the columns are called.

Columns are in order of time and not to scale: a story that breaks within an hour and is reprinted for a year would be
one dot and a long line. The finest of minute, day, month and year is taken that makes few enough columns. A copy of
which only the day is known has a column of its own in that day; one without a day, a column after all others.
"""

from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, date
from itertools import groupby

from babel.dates import format_date, format_skeleton

from sitegen.frozen import dataclass
from sitegen.model import Article, Moment
from sitegen.text.catalogues import Catalogue
from sitegen.text.languages import locale_of
from sitegen.views.pages.lineage_view import AxisLabel

_MOST_COLUMNS = 16
_COLUMN = 52
"""Pixels from one column to the next ..."""
_SPAN = 92
"""... and from the first column of a day or a year to that of the next, at the least: its label must have room."""
MARGIN = 24

Key = tuple[str, ...]
"""Sorts columns: first what several of them are together, then what they are apart from each other."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeAxis:
    """Where copies are in time, in pixels from where reading begins."""

    column_of: Mapping[str, int]
    """Of each copy, by its id: the place of its column, from 0."""
    x_of: tuple[int, ...]
    """Of each column."""
    columns: tuple[AxisLabel, ...]
    spans: tuple[AxisLabel, ...]
    borders: tuple[int, ...]
    """Where a day or a year ends and the next begins."""
    width: int
    has_days_alone: bool
    """Whether a copy without an hour is in one day with others that have one."""
    is_hourly: bool
    """Whether its columns are times of day."""


def time_axis(articles: Sequence[Article], language: str, catalogue: Catalogue, *, indent: int = 0) -> TimeAxis:
    """The axis of some copies. `indent` are pixels kept free at its beginning."""
    moments = {article.id: article.published for article in articles}
    level = _level([moment for moment in moments.values() if moment])
    keys = {copy: _UNDATED if moment is None else level.key(moment) for copy, moment in moments.items()}
    ordered = sorted(set(keys.values()))
    places = {key: place for place, key in enumerate(ordered)}
    x_of: list[int] = []
    spans: list[AxisLabel] = []
    borders: list[int] = []
    position = MARGIN + indent
    for span, group in groupby(ordered, key=lambda key: key[0]):
        begin = position
        if x_of or indent:
            borders.append(begin - MARGIN)
        label = catalogue.gettext("day not known") if span == _UNDATED[0] else level.span(span, language)
        spans.append(AxisLabel(x=begin, label=label))
        for _ in group:
            x_of.append(position)
            position += _COLUMN
        position = max(position, begin + _SPAN)
    # Translators: below a column of a drawing: copies of which the day is known, and no time of day.
    day_alone = catalogue.gettext("no hour")
    return TimeAxis(
        column_of={copy: places[key] for copy, key in keys.items()},
        x_of=tuple(x_of),
        columns=tuple(
            AxisLabel(x=x, label=day_alone if key[1] == _NO_HOUR else level.column(key[1], language))
            for key, x in zip(ordered, x_of, strict=True)
            if len(key) > 1
        ),
        spans=tuple(spans),
        borders=tuple(borders),
        width=position,
        has_days_alone=any(
            key[1:] == (_NO_HOUR,) and sum(peer[0] == key[0] for peer in ordered) > 1 for key in ordered
        ),
        is_hourly=level is _LEVELS[0] and any(key[1] != _NO_HOUR for key in ordered if len(key) > 1),
    )


_UNDATED: Key = ("~",)
"""Sorts after every year ..."""
_NO_HOUR = "~"
"""... and this after every hour."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Level:
    """How finely time is divided."""

    key: Callable[[Moment], Key]
    span: Callable[[str, str], str]
    """The label of what several columns are together, in a language."""
    column: Callable[[str, str], str]


def _level(moments: Sequence[Moment]) -> _Level:
    for level in _LEVELS:
        if len({level.key(moment) for moment in moments}) <= _MOST_COLUMNS:
            return level
    return _LEVELS[-1]


def _day_of(moment: Moment) -> date:
    """In UTC where the time is known, as times on pages are."""
    return moment.time.astimezone(UTC).date() if moment.time else moment.day


def _clock(moment: Moment) -> str:
    return moment.time.astimezone(UTC).strftime("%H:%M") if moment.time else _NO_HOUR


def _long_day(day: str, language: str) -> str:
    return str(format_date(date.fromisoformat(day), "d MMM y", locale=locale_of(language)))


def _short_day(day: str, language: str) -> str:
    return format_skeleton("MMMd", date.fromisoformat(day), locale=locale_of(language))


def _month(month: str, language: str) -> str:
    return str(format_date(date.fromisoformat(f"{month}-01"), "LLL", locale=locale_of(language)))


def _as_written(label: str, _language: str) -> str:
    return label


_LEVELS = (
    _Level(key=lambda moment: (_day_of(moment).isoformat(), _clock(moment)), span=_long_day, column=_as_written),
    _Level(
        key=lambda moment: (f"{_day_of(moment).year:04}", _day_of(moment).isoformat()),
        span=_as_written,
        column=_short_day,
    ),
    _Level(
        key=lambda moment: (f"{_day_of(moment).year:04}", _day_of(moment).isoformat()[:7]),
        span=_as_written,
        column=_month,
    ),
    _Level(key=lambda moment: (f"{_day_of(moment).year:04}",), span=_as_written, column=_as_written),
)
"""The finest first."""
