"""Finding the passages that one document took from another, scored as PAN scores it.

Plagdet: Potthast, Stein, Barrón-Cedeño, Rosso, "An Evaluation Framework for Plagiarism Detection", COLING 2010.
Precision and recall are macro-averaged over detections and cases, in characters of both documents; granularity is the
mean number of detections of a detected case; plagdet is their F1 divided by log2(1 + granularity).
"""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from math import log2

from benchmarks.corpus import Reused
from benchmarks.peers import Engine, make_task
from sitegen.align import find_passages
from sitegen.text.keys import key_of
from sitegen.text.tokens import tokenize

Range = tuple[int, int]
Detection = tuple[Range, Range]
"""Characters of the left, characters of the right."""
Detector = Callable[[str, str], Sequence[Detection]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Plagdet:
    """What the measure says of a set of detections."""

    precision: float
    recall: float
    granularity: float
    detections: int

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0

    @property
    def plagdet(self) -> float:
        """The one figure."""
        return self.f1 / log2(1 + self.granularity)


def score_passages(found: Iterable[tuple[Sequence[Detection], Sequence[Detection]]]) -> Plagdet:
    """The score of pairs of (gold, detected), one pair for each two documents."""
    precisions: list[float] = []
    recalls: list[float] = []
    times: list[int] = []
    for gold, detected in found:
        recalls += [_covered(case, detected) for case in gold]
        precisions += [_covered(one, gold) for one in detected]
        times += [sum(_detects(case, one) for one in detected) for case in gold]
    hit = [count for count in times if count]
    return Plagdet(
        precision=sum(precisions) / len(precisions) if precisions else 0.0,
        recall=sum(recalls) / len(recalls) if recalls else 0.0,
        granularity=sum(hit) / len(hit) if hit else 1.0,
        detections=len(precisions),
    )


def _detects(one: Detection, other: Detection) -> bool:
    """Whether they overlap on both sides."""
    return all(a[0] < b[1] and b[0] < a[1] for a, b in zip(one, other, strict=True))


def _covered(one: Detection, others: Sequence[Detection]) -> float:
    """Share of its characters, both sides together, that lie in those of the others that detect it."""
    hits = [other for other in others if _detects(one, other)]
    inside = sum(_union(one[side], [hit[side] for hit in hits]) for side in (0, 1))
    return inside / sum(end - start for start, end in one)


def _union(whole: Range, parts: Sequence[Range]) -> int:
    """Characters of a range that lie in any of the others."""
    count, reached = 0, whole[0]
    for start, end in sorted(parts):
        start, end = max(start, reached), min(end, whole[1])
        if start < end:
            count, reached = count + end - start, end
    return count


def by_seeds(left: str, right: str, *, words: int = 5, gap: int = 10, shortest: int = 250) -> list[Detection]:
    """The baseline: runs of five words that both have, neighbours joined over up to `gap` words, short ones dropped."""
    spans, spans_right = ([one.span() for one in re.finditer(r"\w+", text)] for text in (left, right))
    keys = [key_of(left[start:end]) for start, end in spans]
    keys_right = [key_of(right[start:end]) for start, end in spans_right]
    where: dict[tuple[str, ...], list[int]] = {}
    for at in range(len(keys_right) - words + 1):
        where.setdefault(tuple(keys_right[at : at + words]), []).append(at)
    seeds = [
        (at, other, words)
        for at in range(len(keys) - words + 1)
        for other in where.get(tuple(keys[at : at + words]), ())
    ]
    return joined(seeds, spans, spans_right, gap, shortest)


def by_passages(left: str, right: str) -> list[Detection]:
    """What `sitegen.align.find_passages` finds."""
    (keys, spans), (keys_right, spans_right) = _tokens(left), _tokens(right)
    return [
        ((spans[start][0], spans[end - 1][1]), (spans_right[other][0], spans_right[other_end - 1][1]))
        for (start, end), (other, other_end) in find_passages(keys, keys_right)
    ]


def by_engine(engine: Engine) -> Detector:
    """What an engine calls equal, lines as blocks, joined in the same way."""

    def detect(left: str, right: str) -> list[Detection]:
        task = make_task(left.split("\n"), right.split("\n"), runs=1)
        spans = [[span for line in _lines(text) for span in line] for text in (left, right)]
        return joined(engine.run(task, "passages").matches, spans[0], spans[1], 10, 250)

    return detect


def gold_is_there(pair: Reused) -> bool:
    """Whether both ranges of each gold passage hold the same words (four fifths of them).

    In some documents of the set characters were lost after the offsets were taken, so that they point past the passage.
    """
    return all(
        _shared(pair.copy[slice(*one)].split(), pair.source[slice(*other)].split()) for one, other in pair.passages
    )


def _shared(words: Sequence[str], others: Sequence[str]) -> bool:
    return (Counter(words) & Counter(others)).total() >= 0.8 * max(len(words), len(others))


def detect_all(pairs: Iterable[Reused], detect: Detector) -> Plagdet:
    """The score of a detector over documents with gold passages."""
    return score_passages((pair.passages, detect(pair.copy, pair.source)) for pair in pairs)


def _tokens(text: str) -> tuple[list[str], list[Range]]:
    found = tokenize(text)
    spans = []
    at = 0
    for token in found:
        spans.append((at, at + len(token.text.rstrip()) or at + len(token.text)))
        at += len(token.text)
    return [token.key for token in found], spans


def _lines(text: str) -> Iterable[list[Range]]:
    at = 0
    for line in text.split("\n"):
        yield [(at + start, at + end) for start, end in _tokens(line)[1]]
        at += len(line) + 1


def joined(
    runs: Iterable[tuple[int, int, int]],
    spans: Sequence[Range],
    spans_right: Sequence[Range],
    gap: int,
    shortest: int,
) -> list[Detection]:
    """Runs near each other on both sides, as ranges of characters; those shorter than `shortest` are chance."""
    clusters: list[list[int]] = []
    for at, other, length in sorted(runs):
        for one in reversed(clusters):
            if at - one[1] <= gap and other - one[3] <= gap and one[2] - other - length <= gap:
                one[1] = max(one[1], at + length)
                one[2], one[3] = min(one[2], other), max(one[3], other + length)
                break
        else:
            clusters.append([at, at + length, other, other + length])
    found = [
        ((spans[one[0]][0], spans[one[1] - 1][1]), (spans_right[one[2]][0], spans_right[one[3] - 1][1]))
        for one in clusters
    ]
    return [one for one in found if min(end - start for start, end in one) >= shortest]
