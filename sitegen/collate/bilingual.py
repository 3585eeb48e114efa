"""Sentences of two languages that say the same, found without a model or a dictionary.

Dynamic programming over both texts (Gale and Church 1993) with what survives translation as evidence: one sentence
with one, one with two or three, two or three with one, one with none, two that changed places. Length alone, as they
use it, is enough only where nothing is missing; newspapers cut. So a pair must share rare figures or names, or stand
between pairs that do, in a text that is a translation by all its evidence.

The work is n * m for short texts and linear beyond a band. What is known to be missing is said by gaps.py.
Tried and given up: to believe all of the best path (of two reports of one news it makes pairs of half the sentences);
one global order (translators move a sentence in one text of three).
"""

import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from sitegen.align.chain import heaviest_chain
from sitegen.collate.evidence import LEAST_FIT, Bead, Scorer, Stretch
from sitegen.collate.features import SentenceFeatures, features_of
from sitegen.collate.gaps import gaps_of
from sitegen.collate.sentences import SentenceReader
from sitegen.collation import AlignedSentences, LanguageAlignment
from sitegen.model import Article
from sitegen.text.tokenized import Tokenized

_SHAPES = ((1, 1), (1, 2), (2, 1), (1, 3), (3, 1), (2, 2))
"""Sentences of the left and of the right that may say the same together; two and two are two that changed places."""
_CROSSING = -1.2
"""How much less often two sentences changed places than that one stands for one."""


class _Expected(NamedTuple):
    """What is met in two texts before anything is known of their sentences."""

    gap: float
    """What a sentence without counterpart costs: less than a pair that nothing supports and whose lengths disagree."""
    length: float
    """What the agreement of lengths is worth beside an anchor."""
    double: float
    """How much less often one sentence stands for two than for one."""
    triple: float

    def shape(self, height: int, width: int) -> float:
        """How much less often so many sentences stand for so many than one for one."""
        return _CROSSING if height == width == 2 else (0.0, self.double, self.triple)[max(height, width) - 1]


_ANY = _Expected(gap=-0.55, length=0.35, double=-0.7, triple=-1.6)
_OF_TRANSLATION = _Expected(gap=-0.7, length=0.5, double=-0.4, triple=-1.2)
"""Translators leave out less than reporters, and join and split more. Between .5 and .7 for lengths, and -.7 and -.9
for gaps, what is found of seventeen translations is the same within two sentences; `_ANY` alone joins too little."""
_PAIRED = 0.3
"""What it is worth that two sentences have counterparts at all."""
_ANCHORED = 1.3
"""Evidence from which a pair is believed by itself in a translation: one rare date, or two names."""
_CROSSED = 2.6
"""Evidence from which a pair is believed wherever it stands."""
_TRANSLATED = 0.4
"""Share of the shorter text in anchored pairs of one order from which one is taken for a translation. .3 to .5 say the
same of twelve translations; of 211 pairs of texts that were graded different, .5 takes one for it and .3 several."""
_NEAR = 4
"""Sentences by which a translation may move one."""
_IN_PLACE, _MOVED = -0.3, 0.6
"""In a translation: the score from which two sentences in their place are believed, and the evidence from which two are
that stand elsewhere."""
_UNLIKE = -1.2
"""How badly lengths agree from which a figure that one sentence alone has says that they are two: a figure in words may
not be read."""
_ON_PATH, _APART = 0.5, 0.12
"""What it is worth that the best path joins two, and what each sentence costs that they stand off it."""
_BAND = 8
"""Sentences off the diagonal, beyond those that one text has more, in which the path is looked for."""
_MOST_FREE = 10_000
"""Pairs of sentences that are left over, at most, to be held against each other."""
_RATIOS = (0.5, 2.0)
"""Between these, letters of one language stand for one of another."""
_FEWEST_RATIOS = 5
"""Pairs from which that is estimated; of fewer, one joined sentence would decide."""


def align_languages(
    left: Article, right: Article, texts: tuple[Tokenized, Tokenized], reader: SentenceReader | None = None
) -> LanguageAlignment:
    """The sentences of two articles in two languages, aligned. Pure; `texts` are the tokens of their blocks."""
    reader = reader or SentenceReader()
    sentences = [
        [sentence for sentence in reader.sentences(article, text) if sentence.counts]
        for article, text in zip((left, right), texts, strict=True)
    ]
    features = [
        features_of(text, article.language, listed)
        for article, text, listed in zip((left, right), texts, sentences, strict=True)
    ]
    declared = right.translation_of == left.id or left.translation_of == right.id
    pairs, gaps, translation = align_features(features[0], features[1], declared=declared)
    return LanguageAlignment(
        left=left.id,
        right=right.id,
        left_sentences=tuple(sentence.span for sentence in sentences[0]),
        right_sentences=tuple(sentence.span for sentence in sentences[1]),
        pairs=pairs,
        gaps=gaps,
        translation=translation,
    )


def align_features(
    left: Sequence[SentenceFeatures], right: Sequence[SentenceFeatures], *, declared: bool = False
) -> tuple[tuple[AlignedSentences, ...], tuple[AlignedSentences, ...], bool]:
    """Pairs, gaps, and whether one text is a translation of the other or of what it was translated from.

    `declared` is whether an editor says that it is: then less is asked of the evidence.
    """
    if not left or not right:
        return (), (), False
    scorer = Scorer(left, right)
    scorer.scale(_ratio(scorer))
    path = _path(scorer, _ANY)
    anchored = [bead for bead in path if bead.evidence >= _ANCHORED]
    translation = len(anchored) > 1 and (declared or _covers(scorer, anchored))
    if translation:
        path = _path(scorer, _OF_TRANSLATION)
        anchored = [bead for bead in path if bead.evidence >= _ANCHORED]
        believed = [*anchored, *_in_reach(scorer, anchored, path)]
    else:
        believed = [bead for bead in path if _proves_itself(bead)]
    believed += _elsewhere(scorer, believed)
    crossing = _crossing(believed)
    pairs = [_aligned(bead, crossed=bead in crossing) for bead in believed]
    return (
        tuple(sorted(pairs, key=lambda pair: (pair.left, pair.right))),
        tuple(gaps_of(scorer, believed)) if translation else (),
        translation,
    )


def _proves_itself(bead: Bead) -> bool:
    """Whether two sentences share too much to have met by chance, wherever they stand in whatever texts."""
    return bead.evidence >= _CROSSED and bead.fits > LEAST_FIT and bead.supports > 1


def _score(bead: Bead, expected: _Expected) -> float:
    shape = (bead.left[1] - bead.left[0], bead.right[1] - bead.right[0])
    return bead.evidence + expected.length * bead.fits + expected.shape(*shape) + _PAIRED * min(shape)


_Step = tuple[float, Bead | None, tuple[int, int]]
"""How good the best way to a place is, the bead it ends with (None for a gap), and where that began."""


def _path(scorer: Scorer, expected: _Expected) -> list[Bead]:
    """The best way through both texts, as its beads; gaps are left out."""
    rows, columns = len(scorer.left), len(scorer.right)
    band = _BAND + abs(rows - columns)
    best: list[dict[int, _Step]] = [{} for _ in range(rows + 1)]
    best[0][0] = (0.0, None, (0, 0))
    for row in range(rows + 1):
        middle = row * columns // rows
        for column in range(max(0, middle - band), min(columns, middle + band) + 1):
            if column not in best[row]:
                continue
            score = best[row][column][0]
            for gap in ((row + 1, column), (row, column + 1)):
                _reach(best, gap, (score + expected.gap, None, (row, column)), columns)
            for height, width in _SHAPES:
                end = (row + height, column + width)
                if end[0] > rows or end[1] > columns:
                    continue
                left, right = (row, end[0]), (column, end[1])
                # Other shapes than one with one are only likely where their lengths agree.
                if height == width == 1 or scorer.fits(left, right) > LEAST_FIT:
                    bead = scorer.bead(left, right)
                    _reach(best, end, (score + _score(bead, expected), bead, (row, column)), columns)
    return _walked(scorer, best)


def _reach(best: list[dict[int, _Step]], place: tuple[int, int], step: _Step, columns: int) -> None:
    row, column = place
    if row < len(best) and column <= columns:
        reached = best[row].get(column)
        if reached is None or step[0] > reached[0] + 1e-9:
            best[row][column] = step


def _walked(scorer: Scorer, best: Sequence[Mapping[int, _Step]]) -> list[Bead]:
    """The beads of the best way, from its end, which a band always reaches by gaps."""
    beads: list[Bead] = []
    place = (len(best) - 1, max(best[-1]))
    while place != (0, 0):
        _, bead, place = best[place[0]][place[1]]
        if bead:
            beads += reversed(_parts(scorer, bead))
    return beads[::-1]


def _parts(scorer: Scorer, bead: Bead) -> list[Bead]:
    """A bead; of two sentences that changed places, the two."""
    if bead.left[1] - bead.left[0] != 2 or bead.right[1] - bead.right[0] != 2:
        return [bead]
    row, column = bead.left[0] + 1, bead.right[0] + 1
    return [
        scorer.bead((bead.left[0], row), (column, bead.right[1])),
        scorer.bead((row, bead.left[1]), (bead.right[0], column)),
    ]


def _ratio(scorer: Scorer) -> float:
    """How many letters of the right stand for one of the left: the median of the pairs that prove themselves."""
    rows, columns = len(scorer.left), len(scorer.right)
    band = _BAND + abs(rows - columns)
    ratios: list[float] = []
    for row in range(rows):
        middle = row * columns // rows
        reach = range(max(0, middle - band), min(columns, middle + band))
        beads = [scorer.bead((row, row + 1), (column, column + 1)) for column in reach]
        best = max(beads, key=lambda bead: bead.evidence, default=None)
        if best and best.evidence >= _ANCHORED:
            length = scorer.right[best.right[0]].length
            ratios.append(length / max(1.0, scorer.left[row].length))
    ratios.sort()
    return min(_RATIOS[1], max(_RATIOS[0], ratios[len(ratios) // 2])) if len(ratios) >= _FEWEST_RATIOS else 1.0


def _covers(scorer: Scorer, anchored: Iterable[Bead]) -> bool:
    """Whether anchored pairs hold so much of the shorter text that it, or the other, was translated."""
    beads = list(anchored)
    lengths = [sum(sentence.length for sentence in side) for side in (scorer.left, scorer.right)]
    covered = [
        sum(sentence.length for stretch in stretches for sentence in side[slice(*stretch)])
        for side, stretches in (
            (scorer.left, [bead.left for bead in beads]),
            (scorer.right, [bead.right for bead in beads]),
        )
    ]
    return min(covered) >= _TRANSLATED * min(lengths)


class _Taken:
    """Sentences that have a counterpart."""

    def __init__(self, beads: Iterable[Bead] = ()) -> None:
        self.left: set[int] = set()
        self.right: set[int] = set()
        for bead in beads:
            self.add(bead)

    def add(self, bead: Bead) -> None:
        """Takes its sentences."""
        self.left.update(range(*bead.left))
        self.right.update(range(*bead.right))

    def meets(self, left: Stretch, right: Stretch) -> bool:
        """Whether a sentence of either stretch is taken."""
        return not (self.left.isdisjoint(range(*left)) and self.right.isdisjoint(range(*right)))


def _in_reach(scorer: Scorer, anchored: Sequence[Bead], path: Sequence[Bead]) -> list[Bead]:
    """Of a translation, the pairs among what is not anchored: in place or moved by a few sentences, best first."""
    taken = _Taken(anchored)
    on_path = {(bead.left, bead.right) for bead in path}
    scored: list[tuple[float, Bead]] = []
    for row in range(len(scorer.left)):
        if row in taken.left:
            continue
        low, high = _place(row, anchored, len(scorer.right))
        for left, right in _stretches(scorer, row, range(max(0, low - _NEAR), min(len(scorer.right), high + _NEAR))):
            if taken.meets(left, right):
                continue
            bead = scorer.bead(left, right)
            if not bead.supports and (bead.of_others or (bead.strangers and bead.fits < _UNLIKE)):
                continue  # in its place alone, with a figure or with names that the other sentence has not
            off = max(0, low - right[0], right[0] - max(low, high - 1))
            score = _score(bead, _ANY) - _APART * off + _ON_PATH * ((left, right) in on_path)
            if bead.fits > LEAST_FIT and (bead.evidence >= _MOVED if off else score >= _IN_PLACE):
                scored.append((score, bead))
    return list(_best_first(scored, taken, anchored))


def _cross(first: Bead, second: Bead) -> bool:
    return (first.left < second.left) != (first.right < second.right)


def _stretches(scorer: Scorer, row: int, columns: Iterable[int]) -> Iterator[tuple[Stretch, Stretch]]:
    for column in columns:
        for height, width in ((1, 1), (1, 2), (2, 1)):
            if row + height <= len(scorer.left) and column + width <= len(scorer.right):
                yield (row, row + height), (column, column + width)


def _best_first(scored: Iterable[tuple[float, Bead]], taken: _Taken, believed: Iterable[Bead] = ()) -> Iterator[Bead]:
    """The beads, the best first, without those of which a sentence is taken by then.

    Lengths and quotation marks alone do not say that a sentence was moved: a bead that nothing else supports may not
    cross those that are believed by then. Where it might pass one, a quotation took its neighbour's place.
    """
    order = [*believed]
    for _, bead in sorted(scored, key=lambda entry: (-entry[0], entry[1].left, entry[1].right)):
        is_out_of_place = not bead.supports and any(_cross(bead, neighbour) for neighbour in order)
        if taken.meets(bead.left, bead.right) or is_out_of_place:
            continue
        taken.add(bead)
        order.append(bead)
        yield bead


def _place(row: int, anchored: Sequence[Bead], columns: int) -> tuple[int, int]:
    """Between which sentences of the right one of the left stands, by the anchored pairs around it."""
    low = max((bead.right[1] for bead in anchored if bead.left[1] <= row), default=0)
    high = min((bead.right[0] for bead in anchored if bead.left[0] > row), default=columns)
    return (low, max(low, high))


def _elsewhere(scorer: Scorer, believed: Sequence[Bead]) -> list[Bead]:
    """Pairs among what is left, best first, that share too much to have met by chance, wherever they stand."""
    taken = _Taken(believed)
    rows = [row for row in range(len(scorer.left)) if row not in taken.left]
    columns = [column for column in range(len(scorer.right)) if column not in taken.right]
    if len(rows) * len(columns) > _MOST_FREE:
        return []
    beads = [scorer.bead((row, row + 1), (column, column + 1)) for row in rows for column in columns]
    scored = [(bead.evidence, bead) for bead in beads if _proves_itself(bead)]
    return list(_best_first(scored, taken))


def _crossing(beads: Sequence[Bead]) -> set[Bead]:
    """The beads that stand in another order than most."""
    kept = heaviest_chain([(bead.left[0], bead.right[0], bead.left[1] - bead.left[0]) for bead in beads])
    return {*beads} - {beads[index] for index in kept}


def _aligned(bead: Bead, *, crossed: bool) -> AlignedSentences:
    sure = 1 - math.exp(-max(0.2, bead.evidence + 0.5 * (bead.fits + 1)))
    return AlignedSentences(
        left=tuple(range(*bead.left)), right=tuple(range(*bead.right)), confidence=round(sure, 3), crossed=crossed
    )
