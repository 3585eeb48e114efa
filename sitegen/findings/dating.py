"""Which of two articles appeared first, as far as their days can say. Knows nothing of words.

A bare day is a day somewhere on earth: two neighbouring days may be one moment, so they order two articles less surely
than days further apart. Hours count where both are known with their offset from UTC. A tie is a tie.
"""

from dataclasses import dataclass

from sitegen.group.days import believed_day
from sitegen.model import Article

_CLOCKS = 30 * 60
"""Seconds by which two clock times may differ and still be one: publishing systems queue and round."""
_YEARS = 300
"""Days from which a copy's age rather speaks of a wrong date: what is reprinted is reprinted soon."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """How surely an article is the earlier of two; each of the fields is 1, 0, or -1 where it is the later one."""

    days: int = 0
    """By two days or more."""
    day: int = 0
    """By one day, no time known."""
    hours: int = 0
    """By a clock that both have."""
    years: int = 0
    """By so much that a wrong date is likelier."""

    @property
    def numbers(self) -> tuple[float, float, float, float]:
        """The fields as evidence."""
        return float(self.days), float(self.day), float(self.hours), float(self.years)

    @property
    def believed(self) -> int:
        """As `sign`, but 0 where a wrong date is likelier."""
        return 0 if self.years else self.sign

    @property
    def sign(self) -> int:
        """1 where it is the earlier one, -1 where it is the later one, 0 where nothing tells."""
        total = self.days + self.day + self.hours + self.years
        return (total > 0) - (total < 0)


UNORDERED = Order()


def order_of(article: Article, beside: Article) -> Order:
    """Whether `article` appeared before `beside`."""
    first, second = believed_day(article), believed_day(beside)
    if first is None or second is None or article.published is None or beside.published is None:
        return UNORDERED
    if article.published.time and beside.published.time:
        seconds = (beside.published.time - article.published.time).total_seconds()
        apart = int(abs(seconds)) // 86_400
        sign = (seconds > 0) - (seconds < 0) if abs(seconds) >= _CLOCKS else 0
        hours = not apart
    else:
        apart, hours = abs(second - first), False
        sign = (second > first) - (second < first)
    if not sign:
        return UNORDERED
    if apart >= _YEARS:
        return Order(years=sign)
    if hours:
        return Order(hours=sign)
    return Order(day=sign) if apart == 1 else Order(days=sign)
