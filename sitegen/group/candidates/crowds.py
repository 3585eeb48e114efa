"""Crowds: texts of which more copies exist than the cap on document frequency allows. Linear in their number.

What so many articles have is boilerplate to the rest of grouping, and to align each copy with others costs a
millisecond a pair. But two texts that have most of their runs in common are one text, however many have those runs: a
shared run stands for a shared word at least. So in a crowd every copy is held, by counted runs, against its hubs: the
first article and the largest that have what it has. Only the first copies of a hub are aligned, for the evidence that
pages show.

Tried and given up: aligning each copy with the next one by id (a chain breaks where two neighbours left out different
paragraphs, and 10,000 near copies fell into families of some 100).
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from sitegen.frozen import dataclass
from sitegen.group.candidates.fingerprints import Candidates

Pair = tuple[int, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Crowds:
    """Which articles are copies in a crowd. Articles are meant by their indexes."""

    root: Mapping[int, int]
    """Of each article in a crowd, the first article of it."""
    shown: frozenset[Pair]
    """Pairs of hubs and the first of their copies, which are aligned."""
    counted: tuple[tuple[int, int, int, int], ...]
    """The other pairs of hubs and copies: both, how many runs they share, and how many the shorter has."""
    most: int
    """Pairs between two crowds that are aligned."""

    def aligned(self, pairs: Iterable[Pair]) -> Iterator[Pair]:
        """Those of some pairs that are to be aligned: few inside a crowd, and few between two of them."""
        yield from self.shown
        times: dict[Pair, int] = {}
        for left, right in pairs:
            crowds = self.root.get(left, -1), self.root.get(right, -1)
            if -1 in crowds:
                yield left, right
            elif crowds[0] != crowds[1]:
                times[crowds] = times.get(crowds, 0) + 1
                if times[crowds] <= self.most:
                    yield left, right


def find_crowds(
    candidates: Candidates, forms: NDArray[np.bool_], stories: Sequence[str], share: float, most: int
) -> Crowds:
    """The crowds of an archive; none holds articles that declare two stories.

    `forms` are pairs that are no copies: short texts that are filled in again and again. `stories` are the declared
    ones, by article.
    `share` is how much of the longer text's runs both must have, 0 to 1; `most` is how many copies of a hub are
    aligned, and how many pairs between two crowds.
    """
    longer = np.maximum(candidates.sizes[candidates.left], candidates.sizes[candidates.right])
    places = np.flatnonzero((candidates.crowded >= np.maximum(1, share * longer)) & ~forms)
    pairs = list(
        zip(
            candidates.left[places].tolist(),
            candidates.right[places].tolist(),
            candidates.shared[places].tolist(),
            strict=True,
        )
    )
    partners = Counter(article for left, right, _ in pairs for article in (left, right))
    root: dict[int, int] = {}
    declared: dict[int, str] = {}

    def first_of(article: int) -> int:
        while root.setdefault(article, article) != article:
            root[article] = root[root[article]]
            article = root[article]
        return article

    shown, counted = [], []
    copies: Counter[int] = Counter()
    # Of the pairs that a hub is in first, so that the trees are shallow and what is shown is theirs.
    for left, right, shared in sorted(pairs, key=lambda pair: (-max(partners[pair[0]], partners[pair[1]]), *pair)):
        low, high = sorted((first_of(left), first_of(right)))
        story, high_story = declared.get(low, stories[low]), declared.get(high, stories[high])
        if low == high or (story and high_story and story != high_story):
            continue
        root[high], declared[low] = low, story or high_story
        hub = max(left, right, key=lambda article: (partners[article], -article))
        copies[hub] += 1
        if copies[hub] <= most:
            shown.append((left, right))
        else:
            counted.append((left, right, shared, int(min(candidates.sizes[left], candidates.sizes[right]))))
    root = {article: first_of(article) for article in sorted(root)}
    return Crowds(root=root, shown=frozenset(shown), counted=tuple(counted), most=most)
