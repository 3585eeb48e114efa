"""Sentences that a text in another language is known to lack. Knows no order but that of neighbours.

Absence is the hardest thing to prove across languages, so all of it must hold: both neighbours have counterparts that
stand side by side, so that nothing is between them; neither is long enough to hold the sentence, too; no sentence that
is left over elsewhere could be it; and it has figures, or a name, that stand nowhere in the other text.
"""

from collections.abc import Iterator, Sequence

from sitegen.collate.evidence import LEAST_FIT, QUOTED, Bead, Scorer, Stretch
from sitegen.collate.features import SentenceFeatures
from sitegen.collation import AlignedSentences

_ABSORBED = -2.0
"""How badly the lengths of a pair with one sentence more must agree before that is known to be no part of it."""
_CONFIDENCE = 0.9
"""No gap is certain: nine of ten sentences that are known to be missing from translations are."""
_FIGURES = ("# ", "y ", "d ", "t ")
"""Kinds of figures by which a sentence would be recognised."""


def gaps_of(scorer: Scorer, believed: Sequence[Bead]) -> Iterator[AlignedSentences]:
    """The sentences of either text that the other lacks. `believed` are the pairs of a translation."""
    for side in (0, 1):
        held: dict[int, Bead] = {}
        for bead in believed:
            held.update(dict.fromkeys(range(*_near(bead, side)), bead))
        size = len((scorer.left, scorer.right)[side])
        for index in range(size):
            if index not in held and _is_lacking(scorer, believed, held, index, side):
                lost = (index,)
                yield AlignedSentences(
                    left=lost if side == 0 else (), right=lost if side == 1 else (), confidence=_CONFIDENCE
                )


def _is_lacking(scorer: Scorer, believed: Sequence[Bead], held: dict[int, Bead], index: int, side: int) -> bool:
    sentences, opposite = (scorer.left, scorer.right)[side], (scorer.right, scorer.left)[side]
    if not _would_be_known(sentences[index], opposite):
        return False
    before, after = held.get(index - 1), held.get(index + 1)
    if not (before or index == 0) or not (after or index == len(sentences) - 1) or not (before or after):
        return False
    start = _far(before, side)[1] if before else 0
    end = _far(after, side)[0] if after else len(opposite)
    if start != end or any(_holds(scorer, bead, index, side) for bead in (before, after) if bead):
        return False
    taken = {place for bead in believed for place in range(*_far(bead, side))}
    lost = (index, index + 1)
    return not any(
        _may_be(_bead(scorer, lost, (place, place + 1), side)) for place in range(len(opposite)) if place not in taken
    )


def _would_be_known(sentence: SentenceFeatures, opposite: Sequence[SentenceFeatures]) -> bool:
    """Whether a sentence has figures, of which none is in the other text; or, without any, a name that is not."""
    figures = {figure for figure in sentence.figures if figure.startswith(_FIGURES)}
    names = {anchor for anchor in sentence.words if anchor.startswith("name ")}
    if figures:
        return all(figures.isdisjoint(place.figures) for place in opposite)
    return any(all(name not in place.words for place in opposite) for name in names)


def _near(bead: Bead, side: int) -> Stretch:
    return bead.left if side == 0 else bead.right


def _far(bead: Bead, side: int) -> Stretch:
    return bead.right if side == 0 else bead.left


def _bead(scorer: Scorer, near: Stretch, far: Stretch, side: int) -> Bead:
    return scorer.bead(near, far) if side == 0 else scorer.bead(far, near)


def _may_be(bead: Bead) -> bool:
    """Whether two sentences that are left over could say the same for all that is known."""
    return bead.fits > LEAST_FIT and bead.evidence > -QUOTED / 2


def _holds(scorer: Scorer, bead: Bead, index: int, side: int) -> bool:
    """Whether the counterpart of a neighbour may hold the sentence, too, by its length."""
    near = _near(bead, side)
    wider = (min(near[0], index), max(near[1], index + 1))
    return _bead(scorer, wider, _far(bead, side), side).fits > max(_ABSORBED, bead.fits)
