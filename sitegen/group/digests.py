"""Recognises digests: articles that take from several reports which have nothing to do with each other.

A digest is a copy of none of them and joins none of their stories. Asks nothing of texts but what pairs of them share.
"""

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence

_COVERED = 0.5
"""Share of a text's narration that its sources make up together, at the least ..."""
_ONE = 0.7
"""... and that one of them makes up of it, at the most: a report with a paragraph from elsewhere is a copy."""
_MANY = 4
"""Sources from which on a text is a digest, however much it tells in words of its own."""
_COUNTED = 12
"""Sources of a digest that are counted and named."""

Pair = tuple[str, str]


def find_digests(
    held: Mapping[Pair, tuple[float, float]], is_strange: Callable[[str, str], bool]
) -> dict[str, tuple[str, ...]]:
    """Digests with their sources, sorted.

    `held` are pairs of copies with the share of the left's narration that the right holds, and of the right's in the
    left. `is_strange` says whether two articles have hardly a word of content in common.
    """
    beside: dict[str, dict[str, float]] = defaultdict(dict)
    for (left, right), (left_share, right_share) in held.items():
        beside[left][right] = left_share
        beside[right][left] = right_share
    digests = {}
    for article in sorted(beside):
        sources = _strangers(beside[article], beside, is_strange)
        shares = [beside[article][source] for source in sources]
        whole = sum(shares)
        made_up = len(sources) > 1 and whole >= _COVERED and max(shares) <= _ONE * whole
        if made_up or len(sources) >= _MANY:
            digests[article] = tuple(sorted(sources))
    return digests


def _strangers(
    shares: Mapping[str, float], beside: Mapping[str, Mapping[str, float]], is_strange: Callable[[str, str], bool]
) -> Sequence[str]:
    """Articles that share nothing with each other, those first that hold most; copies of one text count once."""
    apart: list[str] = []
    for article in sorted(shares, key=lambda one: (-shares[one], one)):
        if len(apart) == _COUNTED:
            break
        if all(source not in beside[article] and is_strange(article, source) for source in apart):
            apart.append(article)
    return apart
