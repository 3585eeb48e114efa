"""What speaks for two stretches of sentences, in two languages, saying the same: shared anchors, lengths, quotation.

An anchor is worth the less, the more sentences have it. Knows nothing of order; bilingual.py does.
"""

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from itertools import accumulate
from typing import NamedTuple

from sitegen.align.romanise import skeleton
from sitegen.collate.features import SentenceFeatures

Stretch = tuple[int, int]
"""Half-open range of sentences of one text."""
_WEIGHTS = {
    "# ": 1.6, "y ": 0.9, "d ": 2.0, "m ": 1.0, "w ": 0.8, "t ": 2.0, "r ": 0.5, "~ ": 0.4,
    "name ": 1.6, "place ": 1.2, "money ": 0.6, "bones ": 0.9, "word ": 0.9,
}  # fmt: skip
"""What an anchor of each kind is worth where both texts have it once. A date or a time is hardly met by chance; a
skeleton of consonants is met more easily than a name."""
_VARIANCE = 6.8
"""Of the length of a translation, a letter of the source (Gale and Church)."""
_SMALL = 12
"""Figures up to here are met by chance."""
_COMMON = 0.6
"""Power of the number of sentences with an anchor by which it loses its worth."""
_STEM = 6
_TOO_FAR = 2.0
"""Standard deviations from which lengths agree as badly as is counted."""
LEAST_FIT = -3.0
"""How badly lengths may agree at most: figures and names may still outweigh it."""
_MISSING = 0.35
"""What a figure costs that one side alone has, as a share of what it is worth in both."""
QUOTED = 1.2
"""What it is worth that both quote, or neither does."""
_QUOTES, _QUOTES_NOTHING = 0.3, 0.1
"""Shares of words inside quotation marks from which a stretch quotes, and up to which it does not."""
_SUPPORT = 0.4
"""What an anchor is worth that counts as a support of its own."""


class Bead(NamedTuple):
    """Sentences that may say the same."""

    left: Stretch
    right: Stretch
    evidence: float
    supports: int
    """Anchors of some worth that both have."""
    strangers: int
    """Figures, days and times that one of them alone has."""
    of_others: bool
    """Whether each has a name that the other lacks, though its text has it."""
    fits: float
    """How well their lengths agree: 0 at best, `LEAST_FIT` at the least."""


class _Features(NamedTuple):
    """Of a stretch, what is compared."""

    figures: frozenset[str]
    words: frozenset[str]
    """Those that the other text has too."""
    quoted: float
    asks: bool


class Scorer:
    """Makes beads of two texts; what it was asked once, it remembers."""

    def __init__(self, left: Sequence[SentenceFeatures], right: Sequence[SentenceFeatures]) -> None:
        self.left, self.right = left, right
        self._ratio = 1.0
        """Letters of the right that stand for one of the left."""
        self._fits: dict[tuple[Stretch, Stretch], float] = {}
        self._weights = _rarity(left, right)
        self._lengths = [[0.0, *accumulate(sentence.length for sentence in side)] for side in (left, right)]
        """Letters before each sentence, and at last of all."""
        self._stretches: tuple[dict[Stretch, _Features], dict[Stretch, _Features]] = ({}, {})
        self._evidence: dict[tuple[Stretch, Stretch], tuple[float, int, int, bool]] = {}

    def scale(self, ratio: float) -> None:
        """From here on so many letters of the right stand for one of the left."""
        self._ratio = ratio
        self._fits.clear()

    def bead(self, left: Stretch, right: Stretch) -> Bead:
        """The bead of two stretches; two sentences with two are two that changed places."""
        if left[1] - left[0] == right[1] - right[0] == 2:
            first = self.bead((left[0], left[0] + 1), (right[0] + 1, right[1]))
            second = self.bead((left[0] + 1, left[1]), (right[0], right[0] + 1))
            strangers, of_others = first.strangers + second.strangers, first.of_others or second.of_others
            evidence, fits = first.evidence + second.evidence, first.fits + second.fits
            return Bead(left, right, evidence, 2, strangers, of_others, fits)
        weighed = self._evidence.get((left, right))
        if weighed is None:
            weighed = self._evidence[left, right] = self._weighed(self._of(0, left), self._of(1, right))
        return Bead(left, right, *weighed, self.fits(left, right))

    def fits(self, left: Stretch, right: Stretch) -> float:
        """How well the lengths of two stretches agree."""
        fits = self._fits.get((left, right))
        if fits is None:
            fits = self._fits[left, right] = self._agreement(left, right)
        return fits

    def _agreement(self, left: Stretch, right: Stretch) -> float:
        letters = (self._lengths[0][left[1]] - self._lengths[0][left[0]]) * self._ratio
        letters_right = self._lengths[1][right[1]] - self._lengths[1][right[0]]
        # The source may be either side, so the mean of both lengths is what varies.
        apart = abs(letters_right - letters) / math.sqrt(_VARIANCE * max(1.0, (letters + letters_right) / 2))
        if apart > _TOO_FAR:
            return LEAST_FIT
        return max(LEAST_FIT, math.log(math.erfc(apart / math.sqrt(2))))

    def _of(self, side: int, stretch: Stretch) -> _Features:
        features = self._stretches[side].get(stretch)
        if features is None:
            sentences = (self.left, self.right)[side][slice(*stretch)]
            features = self._stretches[side][stretch] = _Features(
                figures=frozenset().union(*(sentence.figures for sentence in sentences)),
                words=frozenset().union(*(sentence.words for sentence in sentences)) & self._weights.keys(),
                quoted=sum(sentence.quoted for sentence in sentences) / len(sentences),
                asks=any(sentence.asks for sentence in sentences),
            )
        return features

    def _weighed(self, left: _Features, right: _Features) -> tuple[float, int, int, bool]:
        """Evidence, how many anchors support it, how many figures one side alone has, and whether each has names of
        others. Summed exactly, since sets have no order."""
        figures, words = left.figures & right.figures, left.words & right.words
        shared = (*figures, *self._each_once(words))
        worth = [self._weights[anchor] for anchor in shared]
        strangers = [figure for figure in left.figures ^ right.figures if figure[0] in "#ytd"]
        worth += [-_MISSING * _WEIGHTS[figure[:2]] / 2 for figure in strangers]
        quoted = (left.quoted, right.quoted)
        if min(quoted) > _QUOTES:
            worth.append(QUOTED / 2)
        elif max(quoted) > _QUOTES_NOTHING:
            worth.append(-QUOTED * abs(quoted[0] - quoted[1]))
        if left.asks != right.asks:
            worth.append(-QUOTED / 2)
        supports = sum(self._weights[anchor] >= _SUPPORT for anchor in shared)
        of_others = all(
            any(anchor.startswith("name ") and self._weights[anchor] >= _SUPPORT for anchor in unshared)
            for unshared in (left.words - right.words, right.words - left.words)
        )
        return math.fsum(worth), supports, len(strangers), of_others

    def _each_once(self, anchors: frozenset[str]) -> Iterable[str]:
        """The anchors without those that are another form of one: the stem and the consonants of a name."""
        if not anchors:
            return ()
        names = [anchor.partition(" ")[2] for anchor in anchors if anchor.startswith("name ")]
        forms = {form for name in names for form in (f"word {name[:_STEM]}", f"bones {skeleton(name)}")}
        stems = [skeleton(anchor.partition(" ")[2]) for anchor in anchors - forms if anchor.startswith("word ")]
        return [
            anchor
            for anchor in anchors - forms
            if not (anchor.startswith("bones ") and any(map(anchor.partition(" ")[2].startswith, stems)))
        ]


def _rarity(left: Sequence[SentenceFeatures], right: Sequence[SentenceFeatures]) -> Mapping[str, float]:
    """What each anchor that both texts have is worth: the more sentences have it, the less."""
    counts = [
        Counter(anchor for sentence in side for anchor in (*sentence.figures, *sentence.words))
        for side in (left, right)
    ]
    weights = {}
    for anchor in counts[0].keys() & counts[1].keys():
        kind, _, rest = anchor.partition(" ")
        often = max(counts[0][anchor], counts[1][anchor])
        small = kind == "#" and rest.isdigit() and int(rest) <= _SMALL
        weights[anchor] = _WEIGHTS[f"{kind} "] * (0.5 if small else 1.0) / often**_COMMON
    return weights
