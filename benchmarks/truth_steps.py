"""The steps of confidence, chosen on all sets but one and scored on that one.

    python -m benchmarks.truth_steps

A finding is said for sure from a share of the words around it on that stayed; one share where the nearest words stayed
on both sides of it, another where they stayed on one (changes/evidence/confidence.py). Both are chosen from a grid, on
every set but one: the most true sentences among those said, of the choices by which no set loses more than
`MOST_LOST` of its true ones. Printed is what they say of the set that was left out, beside what the shipped steps say
of it. Findings that other evidence decides (too little around them, moved words, captions) are left out.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import product
from unittest.mock import patch

from benchmarks.truth_pairs import truth_pairs
from benchmarks.truth_planted import ALLOWED, articles_of, planted, reworded
from benchmarks.truth_sentences import Labelled, Sentence, characters, is_small, read_labels
from sitegen.changes import pair as pair_module
from sitegen.changes.evidence.confidence import Surroundings, confidence_of, evidence
from sitegen.changes.finding import Finding
from sitegen.changes.rowedits import SentencePair
from sitegen.comparing import compare_articles, tokenize_pair
from sitegen.config import Config
from sitegen.model import SURE, Article, Change, ChangeKind, Span

GRID = (0.0, 0.1, 0.2, 0.25, 0.3, 0.35, 0.4, 0.5, 0.6, 0.7, 0.8)
MOST_LOST = 0.15
"""Share of the true sentences of a set that the choice may lose."""
SHIPPED = (0.5, 0.35)
_FEWEST_WORDS = 3
"""Words around a finding from which the steps decide."""
Steps = tuple[float, float]
"""The least share where the nearest words stayed on both sides, and on one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class JudgedFinding:
    """A finding that was judged, and the evidence around it."""

    part: str
    is_true: bool
    around: Surroundings
    is_sure_otherwise: bool
    """Whether it would be said if all around it had stayed."""

    def is_said(self, steps: Steps) -> bool:
        """Whether it is said for sure with these steps."""
        if True not in self.around.near or not self.is_sure_otherwise:
            return False
        return self.around.share >= steps[1 if False in self.around.near else 0]


Recorded = dict[tuple[ChangeKind, Span, Span], tuple[Surroundings, bool]]


def _compared(articles: tuple[Article, Article]) -> tuple[tuple[Change, ...], Recorded]:
    """The changes of a pair, and the evidence around each finding that the steps decide."""
    recorded: Recorded = {}

    def record(pair: SentencePair, finding: Finding) -> float:
        value = confidence_of(pair, finding)
        around = evidence(pair, finding)
        if around.words >= _FEWEST_WORDS and True in around.near and not finding.shifted:
            recorded[finding.kind, finding.left, finding.right] = (around, value >= SURE)
        return value

    with patch.object(pair_module, "confidence_of", record):
        changes = compare_articles(*articles, Config().comparing, tokenized=tokenize_pair(*articles)).changes
    return changes, recorded


def _evidence_of(change: Change, recorded: Recorded) -> tuple[Surroundings, bool] | None:
    for (kind, left, right), found in recorded.items():
        if kind == change.kind and _holds(change.left_span, left) and _holds(change.right_span, right):
            return found
    return None


def _holds(outer: Span, inner: Span) -> bool:
    return outer[0] <= inner[0] and inner[1] <= outer[1]


def judged() -> Iterator[JudgedFinding]:
    """All judged findings, sure or not, and the planted ones, which are true."""
    by_pair: dict[str, list[Labelled]] = defaultdict(list)
    for label in read_labels():
        by_pair[label.pair].append(label)
    for pair in filter(is_small, truth_pairs()):
        if not (labels := by_pair[pair.id]):
            continue
        articles = pair.articles()
        texts = tokenize_pair(*articles)
        changes, recorded = _compared(articles)
        for change in changes:
            sentence = Sentence(
                pair=pair.id,
                kind=change.kind,
                verdict=change.verdict,
                left=characters(texts[0], change.left_span),
                right=characters(texts[1], change.right_span),
            )
            label = next((label for label in labels if sentence.meets(label)), None)
            found = _evidence_of(change, recorded)
            if label and found and change.verdict != "unclear":
                labels.remove(label)
                yield _judged(pair.id.split()[0], label.label == "true", *found)
    for change in map(reworded, planted()):
        changes, recorded = _compared(articles_of(change))
        for finding in changes:
            words = change.words[0] in finding.left and change.words[1] in finding.right
            found = _evidence_of(finding, recorded)
            if words and found and finding.kind in ALLOWED[change.what]:
                yield _judged("planted", True, *found)


def _judged(part: str, is_true: bool, around: Surroundings, is_sure: bool) -> JudgedFinding:
    # A share below the shipped steps makes it unsure by itself; then nothing else is known against it.
    below = around.share < SHIPPED[1 if False in around.near else 0]
    return JudgedFinding(part=part, is_true=is_true, around=around, is_sure_otherwise=is_sure or below)


def chosen(findings: Sequence[JudgedFinding]) -> Steps:
    """The steps with the most true ones among those said, every set counting alike, of those that no set loses much by;
    of equals those that lose fewest."""
    parts = [
        [finding for finding in findings if finding.part == part]
        for part in dict.fromkeys(finding.part for finding in findings)
    ]

    def rank(steps: Steps) -> tuple[bool, float, int]:
        said = [[finding.is_true for finding in part if finding.is_said(steps)] for part in parts]
        are_kept = all(
            sum(of_part) >= (1 - MOST_LOST) * sum(finding.is_true for finding in part)
            for of_part, part in zip(said, parts, strict=True)
        )
        share = sum(sum(of_part) / max(len(of_part), 1) for of_part in said)
        return are_kept, round(share, 3), sum(map(sum, said))

    return max(product(GRID, GRID), key=rank)


def report() -> str:
    """A line for each set that is left out."""
    findings = list(judged())
    lines = [f"{'left out':10} judged   true  steps chosen   true of said     kept    shipped: true of said     kept"]
    for part in dict.fromkeys(finding.part for finding in findings):
        inside = [finding for finding in findings if finding.part == part]
        steps = chosen([finding for finding in findings if finding.part != part])
        true = sum(finding.is_true for finding in inside)
        lines.append(
            f"{part:10} {len(inside):6} {true:6}  {steps[0]:.2f} {steps[1]:.2f}      {_score(inside, steps, true)}    "
            f"         {_score(inside, SHIPPED, true)}"
        )
    return "\n".join(lines)


def _score(findings: Sequence[JudgedFinding], steps: Steps, true: int) -> str:
    said = [finding.is_true for finding in findings if finding.is_said(steps)]
    return f"{sum(said) / max(len(said), 1):.2f} of {len(said):4}   {sum(said) / max(true, 1):.2f}"


if __name__ == "__main__":
    print(report())
