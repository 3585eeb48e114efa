"""Recognises stock text: passages that stand in texts which have nothing else in common, learnt over the whole archive.

A box, a closing line, a caption or a form is about neither of the texts that carry it. Whether two rests talk about one
thing is asked of the words that are rare in this archive: names of people and places weigh most. A passage that is
about one of the two was taken from it, whatever the other is about. What was seen to be stock in two pairs is stock in
a third whose texts are about one affair.

Measured on paragraphs planted into 2,000 real articles: where a report of the same event took them, rests are alike by
.06 and more (98 of 100), and the passage and a rest by .1 and more; stock reaches .065 and .1 (46 of 48).

Tried and given up: words of content in common, whatever they weigh. Of paragraphs planted into nine articles of one
week two in five made families, since rests share the words that all reports have.
"""

from collections import Counter
from collections.abc import Iterable, Sequence

import numpy as np
from numpy.typing import NDArray

from sitegen.align.credited import common_outlets, credits_outlet
from sitegen.frozen import dataclass
from sitegen.group.likeness import dot
from sitegen.group.reports import Reports
from sitegen.group.textwords import WordReader
from sitegen.model import Article, Link, Span

_RESTS, _LEARNT_RESTS = 0.06, 0.15
"""Cosine of two rests below which they are about different things; and where the passage is known to be stock: rests
that a report of one event leaves are alike by .18 and more (9 in 10)."""
_ABOUT = 0.11
"""Cosine of the passage with either rest from which it is about what that rest is about."""
_TELLING = 20
"""Distinct words of each rest, stop-words apart, below which nothing is said of what it is about."""
_FEWEST = 40
"""Articles of an archive that knows which words are rare; below, pairs are judged by themselves (`passages.py`)."""
_WHOLE = 0.63
"""Share of the shorter text's words from which two texts are one, whatever their rests are."""
_PASSAGES = 6
"""Passages beyond which a text was edited throughout: stock stands in it in few pieces."""
_LEARNT_RUN, _LEARNT_PAIRS, _LEARNT_SHARE = 8, 2, 0.8
"""Words of a run that is learnt, pairs of strangers that must share it, and the share of such runs in what two texts
share."""

Pair = tuple[str, str]
Weighted = tuple[NDArray[np.int32], NDArray[np.float64]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Likenesses:
    """How alike two texts are by what they do not share, and either of them with what they share: cosines."""

    rests: float
    passage: float
    """Of the passage with the rest that it is more like."""


def stock_pairs(reports: Reports, links: Iterable[Link], kept: frozenset[Pair]) -> frozenset[Pair]:
    """Pairs that share text which is stock, and nothing else. Linear in the pairs that share a part of their text.

    Those of `kept` are asked nothing: one text as a whole, or counted.
    """
    if len(reports.articles) < _FEWEST:
        return frozenset()
    index = {article.id: place for place, article in enumerate(reports.articles)}
    asked: dict[Pair, tuple[int, int]] = {}
    passages: dict[tuple[int, int], list[tuple[Span, Span]]] = {}
    runs: dict[Pair, frozenset[tuple[str, ...]]] = {}
    for link in links:
        pair = link.left, link.right
        if link.kind != "passages" or pair in kept or not 0 < len(link.evidence) <= _PASSAGES:
            continue
        left, right = index[link.left], index[link.right]
        articles = reports.articles[left], reports.articles[right]
        if link.strength >= _WHOLE or _belong_together(*articles):
            continue
        asked[pair] = left, right
        passages[left, right] = [(passage.left, passage.right) for passage in link.evidence]
        runs[pair] = frozenset(
            run for passage in link.evidence for run in _runs(passage.text.casefold().split(), _LEARNT_RUN)
        )
    reader = WordReader(reports, passages)
    measured = {pair: _likenesses(reader, places) for pair, places in asked.items()}
    strangers = {pair for pair, alike in measured.items() if alike and alike.rests < _RESTS and alike.passage < _ABOUT}
    times = Counter(run for pair in strangers for run in runs[pair])
    learnt = {
        pair
        for pair, alike in measured.items()
        if (alike is None or alike.rests < _LEARNT_RESTS)
        and sum(times[run] >= _LEARNT_PAIRS for run in runs[pair]) >= _LEARNT_SHARE * max(1, len(runs[pair]))
    }
    return frozenset(strangers | learnt)


def _belong_together(left: Article, right: Article) -> bool:
    """Whether an editor said so, or one credits the other's outlet, or both one that is no agency."""
    if left.story and left.story == right.story:
        return True
    named = {left.version_of, left.translation_of} & {right.id} | {right.version_of, right.translation_of} & {left.id}
    credited = credits_outlet(left.credits, right.source) or credits_outlet(right.credits, left.source)
    return bool(named) or credited or bool(common_outlets(left.credits, right.credits))


def _likenesses(reader: WordReader, pair: tuple[int, int]) -> Likenesses | None:
    """None where a rest is too short to say what it is about."""
    rests = [reader.weights_of(place, numbers) for place, numbers in zip(pair, reader.beside(pair), strict=True)]
    if min(len(columns) for columns, _ in rests) < _TELLING:
        return None
    passage = reader.weights_of(pair[0], reader.inside(pair))
    return Likenesses(rests=_cosine(*rests), passage=max(_cosine(passage, rest) for rest in rests))


def _cosine(left: Weighted, right: Weighted) -> float:
    lengths = float((left[1] ** 2).sum() * (right[1] ** 2).sum()) ** 0.5
    return dot(left, right) / lengths if lengths else 0.0


def _runs(words: Sequence[str], size: int) -> Iterable[tuple[str, ...]]:
    """All runs of so many words; of fewer words, all of them."""
    for start in range(max(1, len(words) - size + 1)):
        yield tuple(words[start : start + size])
