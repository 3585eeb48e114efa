"""Gathers forms that an outlet fills in again and again into series: a market report, a weather report, a court list.

The parts of a series are no copies of each other: they share sentences and differ in what these say. Knows nothing of
texts, only which pairs are one form.
"""

from collections.abc import Iterable, Mapping
from itertools import pairwise
from statistics import median

from sitegen.frozen import dataclass
from sitegen.group.copies.families import Groups
from sitegen.model import Article, Cadence

_FEWEST = 3
"""Articles of a series: two that fill in one form may be chance."""
_DAILY, _WEEKLY, _MONTHLY = 3, 10, 45
"""Days between two parts, by the median, up to which a series is called daily (weekends and holidays are left out),
weekly or monthly."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Series:
    """Articles that fill in one form."""

    members: tuple[str, ...]
    """In order of publication."""
    cadence: Cadence


def gather_series(forms: Iterable[tuple[str, str]], articles: Mapping[str, Article]) -> tuple[Series, ...]:
    """The series that pairs of one form make, sorted by their first articles. Each has a day of its own, or none."""
    groups = Groups({article for pair in forms for article in pair})
    for left, right in sorted(forms):
        groups.join(left, right)
    series = []
    for group in groups.all():
        members = sorted(group, key=lambda member: articles[member].chronology)
        days = {member: articles[member].published for member in members}
        days_known = sorted({day.day.toordinal() for day in days.values() if day})
        undated = sum(day is None for day in days.values())
        if len(days_known) + undated >= _FEWEST:
            series.append(Series(members=tuple(members), cadence=_cadence(days_known)))
    return tuple(sorted(series, key=lambda forms: forms.members))


def _cadence(days: list[int]) -> Cadence:
    """How often a part appears, by the ordinals of its days."""
    if len(days) < _FEWEST:
        return "regular"
    apart = median(after - before for before, after in pairwise(days))
    if apart <= _DAILY:
        return "daily"
    return "weekly" if apart <= _WEEKLY else "monthly" if apart <= _MONTHLY else "regular"
