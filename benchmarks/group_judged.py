"""Pairs of real articles that were judged by reading, against what grouping says of them.

`group_labels.jsonl` holds a pair of ids and a label a line: `reuse` (narration of one stands in the other, or in both
from one text), `own` (paragraphs, boxes or galleries that one outlet prints again), `public` (a statement, post or
study that both quote), `names` (names and titles), `chrome` (an author's note, a sign-up box). They were read once, by
the stretches that they share outside quotation marks: all pairs that grouping takes for copies, and those that it does
not and that share most.
"""

import json
from collections import Counter
from math import sqrt
from pathlib import Path

from benchmarks.group_told import row
from benchmarks.targets import Target, at_least
from sitegen.group import Evidence

LABELS = Path(__file__).parent / "group_labels.jsonl"
_Z = 1.96
"""Standard deviations of an interval that holds the share in 95 of 100 samples."""


def labels() -> dict[tuple[str, str], str]:
    """The labels by pairs of ids, as the data has them."""
    judged = {}
    with LABELS.open(encoding="utf-8") as lines:
        for line in lines:
            entry = json.loads(line)
            left, right = sorted(entry["pair"])
            judged[left, right] = str(entry["label"])
    return judged


def interval(hits: int, of: int) -> tuple[float, float]:
    """Wilson's interval of a share, 0 to 1."""
    if not of:
        return 0.0, 1.0
    share, square = hits / of, _Z * _Z
    middle = (share + square / (2 * of)) / (1 + square / of)
    width = _Z * sqrt(share * (1 - share) / of + square / (4 * of * of)) / (1 + square / of)
    return max(0.0, middle - width), min(1.0, middle + width)


def judge(evidence: Evidence, prefix: str) -> list[Target]:
    """Families and links against the labels. `prefix` is what stands before an id of the data in those of articles."""
    held = {article.id for article in evidence.articles}
    judged = {
        (f"{prefix}{left}", f"{prefix}{right}"): label
        for (left, right), label in labels().items()
        if {f"{prefix}{left}", f"{prefix}{right}"} <= held
    }
    family_of = {member: place for place, family in enumerate(evidence.families.groups) for member in family}
    together = Counter(label for (left, right), label in judged.items() if family_of[left] == family_of[right])
    several = sum(len(family) > 1 for family in evidence.families.groups)
    unread = len(set(evidence.shared.copies) - set(judged))
    row(f"judged: {len(judged)} pairs read, {several} families of several articles, {unread} pairs of copies unread")
    right, every = together["reuse"], sum(together.values())
    low, high = interval(right, every)
    row("  of pairs in one family, reuse (interval)", f"{right} of {every}", low, high)
    row("  others in one family", ", ".join(f"{label} {count}" for label, count in sorted(together.items())))
    reuse = sum(label == "reuse" for label in judged.values())
    low, high = interval(right, reuse)
    row("  of reuse, in one family (interval)", f"{right} of {reuse}", low, high)
    return [at_least("news, judged pairs in one family that are reuse", right / max(1, every), 0.95)]
