"""Our own engine on cases whose truth is known: tables of what it found, and what fell short for whoever mends it."""

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from benchmarks.cases import SETTINGS, Case, case_articles, read_case
from benchmarks.edits import edited, quotes_only, unrelated
from benchmarks.scores import Matched, added, comparison_pairs, score_words
from benchmarks.structure_scores import Structured, score_structure
from benchmarks.structures import KINDS, cases
from sitegen.comparing import compare_articles
from sitegen.model import Comparison

EDITS = tuple(
    (share, style)
    for share in (0.02, 0.2, 0.6)
    for style in ("words", "phrases", "clauses")
    if share > 0.02 or style != "clauses"
)
"""Shares of edited words, and how the edits come; a fiftieth of a short text is no clause."""


def our_words(case: Case) -> Matched:
    """What `compare_articles` makes of word edits."""
    return score_words(read_case(case, compared=True), comparison_pairs(our_comparison(case)))


def edit_cases(words: int, texts: int, first: int = 0) -> dict[str, list[Case]]:
    """Cases of all kinds of edits of texts of one size, by kind, from a seed on."""
    found = {}
    seeds = range(first, first + texts)
    for share, style in EDITS:
        made = [edited(share, words, seed, style) for seed in seeds]
        found[made[0].name] = made
    found["quotes only"] = [quotes_only(words, seed) for seed in seeds]
    found["unrelated"] = [unrelated(words, seed) for seed in seeds]
    return found


def edits_table(*, small: bool = False, first: int = 0) -> tuple[list[str], dict[str, Matched]]:
    """What is found of word edits, by kind and size; the figures by kind, all sizes together."""
    sizes = ((300, 3),) if small else ((300, 24), (1_000, 12), (5_000, 3))
    scores: dict[str, list[Matched]] = {}
    lines = [f"{'word edits':<16}{'words':>7}{'texts':>7}{'found':>9}{'chance':>9}{'hunks':>8}{'matched':>9}"]
    for words, seeds in sizes:
        for name, made in edit_cases(words, seeds, first).items():
            score = added([our_words(case) for case in made])
            scores.setdefault(name, []).append(score)
            found = f"{score.recall:.4f}" if score.true else "-"
            lines.append(
                f"{name:<16}{words:>7,}{seeds:>7}{found:>9}{score.chance:>9.2%}"
                f"{score.hunks / seeds:>8.1f}{score.matched / seeds:>9,.0f}"
            )
    return lines, {name: added(some) for name, some in scores.items()}


def our_comparison(case: Case) -> Comparison:
    """What `compare_articles` makes of a case."""
    return compare_articles(*case_articles(case), SETTINGS)


def structure_scores(
    each: int, first: int = 0, compare: Callable[[Case], Comparison] = our_comparison
) -> list[Structured]:
    """The scores of so many cases of every kind, from a seed on."""
    return [score_structure(case, compare(case)) for case in cases(each, first)]


def structure_table(scores: Sequence[Structured], engine: str = "sitegen") -> list[str]:
    """What is found of moves, splits, merges, swaps and duplicates, by kind, and all together."""
    lines = [
        f"{f'structure: {engine}':<30}{'cases':>6}{'found':>12}{'edits':>7}{'swallowed':>10}"
        f"{'false':>6}{'words':>8}{'chance':>8}"
    ]
    for name in [*KINDS, "all"]:
        some = [one for one in scores if name in ("all", one.case.name)]
        if some:
            lines.append(_structure_row(name, some))
    return lines


def _structure_row(name: str, some: Sequence[Structured]) -> str:
    wanted, found = sum(one.wanted for one in some), sum(one.found for one in some)
    words = added([one.words for one in some])
    return (
        f"{name:<30}{len(some):>6}{f'{found}/{wanted}':>12}{sum(one.edits for one in some):>7}"
        f"{sum(one.swallowed for one in some):>10}{sum(len(one.false) for one in some):>6}"
        f"{words.recall:>8.4f}{words.chance:>8.2%}"
    )


def shown(scores: Iterable[Structured], most: int, folder: Path) -> list[str]:
    """Up to so many cases of each kind that fell short, in words; their texts are written into `folder`."""
    lines: list[str] = []
    counts: dict[str, int] = {}
    for at, one in enumerate(scores):
        counts[one.case.name] = counts.get(one.case.name, 0) + one.wrong
        if not one.wrong or counts[one.case.name] > most:
            continue
        lines += [f"case {at}: {one.case.name}", *(f"    {remark}" for remark in one.remarks)]
        for side, paragraphs in zip(("left", "right"), one.case.texts(), strict=True):
            (folder / f"{at}-{side}.txt").write_text("\n\n".join(paragraphs) + "\n", encoding="utf-8")
    return lines
