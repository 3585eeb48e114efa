"""Which of two articles appeared first, as far as their days can say. Knows nothing of words.

A bare day is a day somewhere on earth: two neighbouring days may be one moment, so they order two articles less surely
than days further apart. Hours count where both are known with their offset from UTC. A tie is a tie.
"""

from sitegen.frozen import dataclass
from sitegen.group.days import believed_day
from sitegen.model import Article, Moment

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
    moments = _moment_of_text(article), _moment_of_text(beside)
    if moments[0] is None or moments[1] is None:
        return UNORDERED
    first, second = (moment.day.toordinal() for moment in moments if moment)
    if moments[0].time and moments[1].time:
        seconds = (moments[1].time - moments[0].time).total_seconds()
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


def _moment_of_text(article: Article) -> Moment | None:
    """When the text of an article appeared: of a later version when it was updated or seen."""
    if believed_day(article) is None:
        return None
    return (article.version_of and (article.updated or article.captured)) or article.published
