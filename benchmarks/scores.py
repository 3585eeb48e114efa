"""Scores of found alignments against known truth. Knows nothing of how an engine found them.

An alignment is pairs of token indexes. An edit that only inserts or only deletes can often stand at two places with
the same result (`the [cat the] dog`, `[the cat] the dog`); both readings are right, so truth and found are brought to
one form first.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from benchmarks.cases import Label, Read
from sitegen.model import Comparison

Pairs = list[tuple[int, int]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Matched:
    """How an alignment stands to the truth; words only, marks are not counted."""

    true: int
    """Words that truly stand in both."""
    found: int
    """Those of them that were matched, at the right place."""
    matched: int
    """All words that were matched."""
    hunks: int
    """Stretches between matches."""

    @property
    def recall(self) -> float:
        """Share of the true matches that were found; 1 where there is none."""
        return self.found / self.true if self.true else 1.0

    @property
    def chance(self) -> float:
        """Share of the matched words that is chance; 0 where nothing was matched."""
        return (self.matched - self.found) / self.matched if self.matched else 0.0


def added(scores: Sequence[Matched]) -> Matched:
    """Several texts as one."""
    return Matched(
        true=sum(one.true for one in scores),
        found=sum(one.found for one in scores),
        matched=sum(one.matched for one in scores),
        hunks=sum(one.hunks for one in scores),
    )


def comparison_pairs(comparison: Comparison) -> Pairs:
    """The tokens that a comparison calls equal, moved ones with them."""
    ops = [op for row in comparison.rows for op in row.ops] + [op for move in comparison.moves for op in move.ops]
    return sorted(
        {
            (op.left[0] + step, op.right[0] + step)
            for op in ops
            if op.tag == "equal"
            for step in range(op.left[1] - op.left[0])
        }
    )


def true_pairs(read: Read) -> Pairs:
    """The tokens that truly correspond; of those that stand twice the first."""
    where: dict[Label, int] = {}
    for at, label in enumerate(read.labels_right):
        where.setdefault(label, at)
    keys, keys_right = read.left.keys, read.right.keys
    pairs = ((at, where[label]) for at, label in enumerate(read.labels) if label in where)
    return [(left, right) for left, right in pairs if keys[left] == keys_right[right]]


def score_words(read: Read, pairs: Pairs) -> Matched:
    """The score of an alignment of one text."""
    keys, keys_right, words = read.left.keys, read.right.keys, read.left.words
    truth = set(_canonical(true_pairs(read), keys, keys_right))
    same = zip(pairs, _canonical(pairs, keys, keys_right), strict=True)
    found = sum(
        words[pair[0]] and (read.labels[pair[0]] == read.labels_right[pair[1]] or moved in truth)
        for pair, moved in same
    )
    there = Counter(read.labels_right)
    own = Counter(label for label, word in zip(read.labels, words, strict=True) if word)
    return Matched(
        true=sum(min(count, there[label]) for label, count in own.items()),
        found=found,
        matched=sum(words[pair[0]] for pair in pairs),
        hunks=hunks(pairs, len(keys), len(keys_right)),
    )


def hunks(pairs: Iterable[tuple[int, int]], left: int, right: int) -> int:
    """Stretches of the left or the right that are not matched, neighbours counted as one."""
    count, at, other = 0, 0, 0
    for one, two in [*pairs, (left, right)]:
        count += (one, two) != (at, other)
        at, other = one + 1, two + 1
    return count


def _canonical(pairs: Pairs, keys: Sequence[str], keys_right: Sequence[str]) -> Pairs:
    """The same alignment with every pure insertion and deletion as far to the left as it can stand."""
    found = list(pairs)
    for at in range(1, len(found)):
        (before, before_right), (left, right) = found[at - 1], found[at]
        if left - before == 1 and right - before_right > 1:
            _slide(found, at - 1, (0, right - before_right - 1), keys, keys_right)
        elif right - before_right == 1 and left - before > 1:
            _slide(found, at - 1, (left - before - 1, 0), keys, keys_right)
    return found


def _slide(found: Pairs, at: int, by: tuple[int, int], keys: Sequence[str], keys_right: Sequence[str]) -> None:
    """Moves the matches that end at `at` over the gap behind them, as long as they stay matches and are contiguous."""
    while at >= 0:
        left, right = found[at][0] + by[0], found[at][1] + by[1]
        if keys[left] != keys_right[right]:
            return
        joined = at > 0 and found[at - 1] == (found[at][0] - 1, found[at][1] - 1)
        found[at] = (left, right)
        if not joined:
            return
        at -= 1
