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
_WHOLE = 0.85
"""Share of a source's narration from which it stands in the other text as a whole."""
_BRIEFS = 3
"""Sources that stand in a text as a whole, from which on it is made of them: two may be the halves of one report."""
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
        if len(sources) > 1 and _is_made_of(article, sources, beside):
            digests[article] = tuple(sorted(sources))
    return digests


def _is_made_of(article: str, sources: Sequence[str], beside: Mapping[str, Mapping[str, float]]) -> bool:
    """Whether an article was made of the sources, and they not cut from it."""
    shares = [beside[article][source] for source in sources]
    together = sum(shares)
    if len(sources) < _MANY and (together < _COVERED or max(shares) > _ONE * together):
        return False
    partial = sum(beside[source][article] < _WHOLE for source in sources)
    if partial > 1:
        return True
    # Sources that stand in it as a whole may be cuts of it: then it has copies that hold most of it, too.
    copied = any(share >= _COVERED for copy, share in beside[article].items() if copy not in sources)
    return len(sources) >= _BRIEFS and not copied


def _strangers(
    shares: Mapping[str, float], beside: Mapping[str, Mapping[str, float]], is_strange: Callable[[str, str], bool]
) -> Sequence[str]:
    """Articles that share nothing with each other, those first that hold most; copies of one text count once."""
    apart: list[str] = []
    for article in sorted(shares, key=lambda source: (-shares[source], source)):
        if len(apart) == _COUNTED:
            break
        if all(source not in beside[article] and is_strange(article, source) for source in apart):
            apart.append(article)
    return apart
