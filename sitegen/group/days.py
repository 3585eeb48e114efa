"""Days of publication: which are believed, and what they say of how alike two reports are. Knows nothing of words."""

from collections.abc import Sequence

from sitegen.model import Article

_FIRST_YEAR, _LAST_YEAR = 1500, 2200


def believed_day(article: Article) -> int | None:
    """The ordinal of the day of publication; None for a year that no press printed in, or a day after its capture."""
    if article.published is None:
        return None
    day = article.published.day
    captured = article.captured.day if article.captured else None
    if not _FIRST_YEAR <= day.year <= _LAST_YEAR or (captured and day.toordinal() > captured.toordinal() + 1):
        return None
    return day.toordinal()


_NEXT_DAY = 1.1
"""What likeness counts where two reports appeared on one day or the next."""
HIGHEST_WEIGHT = max(_NEXT_DAY, 1.0)
"""What it counts at the most."""
_SOME_DAYS = 0.5
"""What it counts up to half of the days after which nothing is one piece of news. Of 48 pairs of reports two or three
days apart, read by hand, 9 were of one event, of 90 on neighbouring days 65."""
_MORE_DAYS = 0.29
"""What it counts in the other half. Of 28 such pairs none was of one event, however alike."""
_UNKNOWN_DAY = 0.4
"""What it counts where a day is unknown, in an archive that is known to go over many weeks: of 35 pairs 2 were of one
event, and as alike as that asks for."""
_MANY_WEEKS = 8
"""Times the days after which nothing is one piece of news, between most of the known days, that are many weeks."""


def weight_of_days(left: int | None, right: int | None, apart: int, unknown: float = 1.0) -> float:
    """What the likeness of two reports counts, by their days: less and less, and 0 from `apart` days on.

    `unknown` where a day is not known; see `weight_of_unknown`.
    """
    if left is None or right is None:
        return unknown
    distance = abs(left - right)
    if distance >= apart:
        return 0.0
    if distance <= 1:
        return _NEXT_DAY
    return _SOME_DAYS if distance <= apart // 2 else _MORE_DAYS


def weight_of_unknown(days: Sequence[int | None], apart: int) -> float:
    """What likeness counts in an archive where a day is not known.

    1 where nothing says that the archive goes over many weeks: fewer than half of its days are known, or three in four
    of those lie close together. A few wrong days change nothing.
    """
    known_days = sorted(day for day in days if day is not None)
    if 2 * len(known_days) < len(days) or not known_days:
        return 1.0
    first, last = known_days[len(known_days) // 8], known_days[len(known_days) - 1 - len(known_days) // 8]
    return _UNKNOWN_DAY if last - first >= _MANY_WEEKS * apart else 1.0
