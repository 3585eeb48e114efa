"""Days of publication: which are believed, and what they say of how alike two reports are. Knows nothing of words."""

import numpy as np
from numpy.typing import NDArray

from sitegen.group.fingerprints import Indexes
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


_NEXT_DAY = 1.3
"""What likeness counts more where two reports appeared on one day or the next."""


def weight_of_days(one: int | None, other: int | None, apart: int) -> float:
    """What likeness is multiplied with: more for neighbouring days, less and less for others, 0 from `apart` days on.

    1 where a day is not known.
    """
    if one is None or other is None:
        return 1.0
    distance = abs(one - other)
    if distance <= 1:
        return _NEXT_DAY
    if distance >= apart:
        return 0.0
    return min(1.0, (apart - distance) / max(1, apart - apart // 2))


def weights_of_days(distance: Indexes, known: NDArray[np.bool_], apart: Indexes) -> NDArray[np.float64]:
    """`weight_of_days` of many pairs, by how many days lie between them and whether both days are known."""
    falling = np.clip((apart - distance) / np.maximum(1, apart - apart // 2), 0.0, 1.0)
    return np.where(known, np.where(distance <= 1, _NEXT_DAY, falling), 1.0)
