"""Sentences of consequence on real pairs, judged by hand: the share of true ones by kind.

    python -m benchmarks.truth_sentences

Labels name a pair, the characters of both sides and the kind; no text. A sentence that the program says now is found
again by its pair, its kind and characters that overlap; one without a label is counted as unlabelled and is neither
true nor false. A label of whose sentence nothing is left is counted as gone.
"""

import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass
from itertools import chain
from math import sqrt
from pathlib import Path
from typing import Literal

from benchmarks.truth_held_out import held_out_pairs
from benchmarks.truth_pairs import HALVES, SETS, TruthPair, truth_pairs
from sitegen.comparing import compare_articles, tokenize_pair
from sitegen.config import Config
from sitegen.model import CONSEQUENTIAL, ChangeKind, Span, Verdict
from sitegen.text.tokenized import Tokenized

LABELS = Path(__file__).with_name("truth_labels.jsonl")
FEWEST = 25
"""Judged sentences of a kind, below which its share says little."""
LARGEST = 60_000
"""Bytes of both texts of the largest pair: a page of lists and tables would be most of the sample."""
_Z = 1.96
"""Of the interval of 95 %."""
Label = Literal["true", "false", "trivial"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """A sentence of consequence that the program says."""

    pair: str
    kind: ChangeKind
    verdict: Verdict
    left: Span
    """Characters of the left text; both ends alike where it has no words."""
    right: Span

    def meets(self, labelled: "Labelled") -> bool:
        """Whether a label is that of this sentence: its kind, and characters of both sides that overlap or touch."""
        return self.kind == labelled.kind and _touch(self.left, labelled.left) and _touch(self.right, labelled.right)


@dataclass(frozen=True, slots=True, kw_only=True)
class Labelled:
    """A sentence that was judged."""

    pair: str
    kind: ChangeKind
    verdict: Verdict
    left: Span
    right: Span
    label1: Label
    """Of the first reading: with the clauses around the words and the program's sentence."""
    label2: Label
    """Of the second: shuffled, with whole sentences in which nothing is marked, the claim and no kind."""

    @property
    def label(self) -> Label:
        """True only where both readings say so; of two others the worse."""
        return max((self.label1, self.label2), key=("true", "trivial", "false").index)


def _touch(one: Span, another: Span) -> bool:
    return one[0] <= another[1] and another[0] <= one[1]


def sentences_of(pair: TruthPair) -> Iterator[Sentence]:
    """The sentences of consequence that are said of a pair, in order."""
    left, right = pair.articles()
    texts = tokenize_pair(left, right)
    for change in compare_articles(left, right, Config().comparing, tokenized=texts).changes:
        if change.is_consequential:
            yield Sentence(
                pair=pair.id,
                kind=change.kind,
                verdict=change.verdict,
                left=characters(texts[0], change.left_span),
                right=characters(texts[1], change.right_span),
            )


def characters(text: Tokenized, span: Span) -> Span:
    """The characters of a range of tokens."""
    start, end = (len(text.text((0, token))) for token in span)
    return start, end


def is_small(pair: TruthPair) -> bool:
    """Whether a pair is looked at; of those held out few sentences a pair were drawn, however large it is."""
    return pair.drawn in ("learned", "held out") or len(pair.left) + len(pair.right) <= LARGEST


def read_labels() -> list[Labelled]:
    """The judged sentences."""
    return [_labelled(json.loads(line)) for line in LABELS.read_text("utf-8").splitlines()]


def _labelled(line: dict) -> Labelled:
    return Labelled(**{**line, "left": tuple(line["left"]), "right": tuple(line["right"])})


def write_labels(labels: Iterable[Labelled]) -> None:
    """Writes them, in the order of their pairs and places."""
    lines = [
        json.dumps(asdict(label)) for label in sorted(labels, key=lambda label: (label.pair, label.left, label.kind))
    ]
    LABELS.write_text("".join(f"{line}\n" for line in lines), "utf-8")


@dataclass(slots=True)
class Tally:
    """How the sentences of a kind were judged."""

    judged: Counter[Label]
    unlabelled: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """The judged sentences that are still said."""

    rows: dict[tuple[str, str], Tally]
    """By half (`fresh` and `held out` for what is in neither) and by kind or part."""
    gone: int
    """Labels of whose sentences nothing is said any more."""
    gone_true: int
    """Of them those that were true."""


def tally(pairs: Iterable[TruthPair], labels: Iterable[Labelled]) -> Table:
    """Finds the sentences again and adds their labels up."""
    by_pair: dict[str, list[Labelled]] = defaultdict(list)
    for label in labels:
        by_pair[label.pair].append(label)
    rows: dict[tuple[str, str], Tally] = defaultdict(lambda: Tally(Counter()))
    gone = gone_true = 0
    for pair in filter(is_small, pairs):
        left = list(by_pair[pair.id])
        for sentence in sentences_of(pair):
            match = next((label for label in left if sentence.meets(label)), None)
            for name in (sentence.kind, pair.part, "all"):
                row = rows[pair.half, name]
                if match is None:
                    row.unlabelled += 1
                else:
                    row.judged[match.label] += 1
            if match:
                left.remove(match)
        gone += len(left)
        gone_true += sum(label.label == "true" for label in left)
    return Table(rows=dict(rows), gone=gone, gone_true=gone_true)


def interval(part: int, total: int) -> tuple[float, float]:
    """Wilson's interval of a share, 95 %."""
    if not total:
        return 0.0, 1.0
    share = part / total
    middle = (share + _Z**2 / (2 * total)) / (1 + _Z**2 / total)
    half = _Z / (1 + _Z**2 / total) * sqrt(share * (1 - share) / total + _Z**2 / (4 * total**2))
    return max(middle - half, 0.0), min(middle + half, 1.0)


def report() -> str:
    """The table. The share of true ones is of all that were judged, trivial ones among them."""
    labels = read_labels()
    table = tally(chain(truth_pairs(), held_out_pairs()), labels)
    lines = [f"{'':8} {'':12} judged   true  trivial  false  share (95 %)         unlabelled"]
    names = [*CONSEQUENTIAL, *SETS, "all"]
    for half in HALVES:
        for name in names:
            row = table.rows.get((half, name))
            if row:
                lines.append(_line(half, name, row, is_kind=name in CONSEQUENTIAL))
    apart = sum(label.label1 != label.label2 for label in labels)
    lines.append(f"{len(labels)} labels; the two readings differ on {apart}")
    lines.append(f"{table.gone} judged sentences are said no more, {table.gone_true} of them were true")
    return "\n".join(lines)


def _line(half: str, name: str, row: Tally, *, is_kind: bool) -> str:
    total = row.judged.total()
    low, high = interval(row.judged["true"], total)
    share = f"{row.judged['true'] / total:.2f} ({low:.2f}-{high:.2f})" if total else "-"
    few = f"  fewer than {FEWEST}" if is_kind and total < FEWEST else ""
    return (
        f"{half:8} {name:12} {total:6} {row.judged['true']:6} {row.judged['trivial']:8} {row.judged['false']:6}  "
        f"{share:20} {row.unlabelled:10}{few}"
    )


if __name__ == "__main__":
    print(report())
