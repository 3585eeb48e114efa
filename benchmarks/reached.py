"""The table of what was to be reached, and what was: each row from the figures that the suites left."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from benchmarks.contest import TOKENISING, Figure
from benchmarks.passages import Plagdet
from benchmarks.peers.engines import OURS
from benchmarks.scores import Matched
from benchmarks.structure_scores import Structured
from benchmarks.targets import Target, table_of

WIKI = "wikidiff2"
DETECTOR = "sitegen.align"
"""Under this name passages_contest scores what sitegen.align finds."""


@dataclass(slots=True)
class Figures:
    """What the suites of a run found; empty for those that did not run."""

    passages: Mapping[str, Plagdet] = field(default_factory=dict)
    structure: Sequence[Structured] = ()
    words: Mapping[str, Matched] = field(default_factory=dict)
    """By kind of edit, of ours."""
    contest: Mapping[tuple[str, int, str], Figure] = field(default_factory=dict)
    """By kind of edit, words and engine."""
    pairs: Mapping[tuple[str, str], Figure] = field(default_factory=dict)
    """By real pair and engine."""
    page: Mapping[str, float] = field(default_factory=dict)
    memory: Mapping[str, Mapping[str, float]] = field(default_factory=dict)
    different: int = 0
    """Different outputs that the same texts had; 0 where that was not tried."""


Row = tuple[str, str, str, bool]
"""What, to reach, got, whether it was reached."""


def reached_table(figures: Figures) -> list[str]:
    """The rows for which there are figures."""
    rows = [*_found(figures), *_cost(figures)]
    return table_of(Target(*row) for row in rows)


def _found(figures: Figures) -> list[Row]:
    rows: list[Row] = []
    if DETECTOR in figures.passages:
        one = figures.passages[DETECTOR]
        good = one.plagdet >= 0.95 and one.granularity <= 1.02
        got = f"{one.plagdet:.3f}, granularity {one.granularity:.3f}"
        rows.append(("passages, plagdet", ">= .95, granularity <= 1.02", got, good))
    if figures.structure:
        rows.append(_structure(figures.structure))
    for kind, least, most in (("quotes only", 0.99, 0.05), *((f"60% {style}", 0.975, 0.01) for style in _STYLES)):
        if kind in figures.words:
            score = figures.words[kind]
            good = score.recall >= least and score.chance <= most
            got = f"{score.recall:.4f} / {score.chance:.2%}"
            rows.append((f"{kind}: found / chance", f">= {least} / <= {most:.0%}", got, good))
    return rows


_STYLES = ("clauses", "phrases", "words")


def _structure(scores: Sequence[Structured]) -> Row:
    wanted, found = sum(one.wanted for one in scores), sum(one.found for one in scores)
    swallowed, false = sum(one.swallowed for one in scores), sum(len(one.false) for one in scores)
    good = found >= 0.98 * wanted and not swallowed and not false
    got = f"{found / wanted:.3f}, {swallowed} swallowed, {false} false"
    return "moves, splits, merges: recall", ">= .98, 0 swallowed, 0 false", got, good


def _cost(figures: Figures) -> list[Row]:
    rows: list[Row] = []
    for name in dict.fromkeys(name for name, _ in figures.pairs):
        rows += _against(
            f"CPU, real pair {name}", figures.pairs.get((name, TOKENISING)), figures.pairs.get((name, WIKI)), 1
        )
    if figures.page:
        share = figures.page["whole"] / figures.page["plain"]
        got = f"{share:.2f} ({figures.page['whole'] * 1000:.1f} / {figures.page['plain'] * 1000:.1f} ms)"
        rows.append(("CPU, 1,000 words, 20 %, whole page", "<= 0.10 of plain dmp", got, share <= 0.1))
    unrelated = figures.contest.get(("unrelated", 5_000, OURS))
    if unrelated and unrelated.score:
        got = f"{unrelated.cpu * 1000:.1f} ms"
        rows.append(("CPU, unrelated 5,000, tokens given", "<= 20 ms", got, unrelated.cpu <= 0.02))
    longest = [figures.contest.get(("20% phrases", 50_000, name)) for name in (OURS, WIKI)]
    rows += _against("CPU, 50,000 words, 20 %", longest[0], longest[1], 5)
    if OURS in figures.memory:
        more = figures.memory[OURS]["mib"]
        rows.append(("memory, 50,000 words, 20 %", "<= 100 MiB more", f"{more:.0f} MiB", more <= 100))
    if figures.different:
        got = f"{figures.different} different"
        rows.append(("same bytes under load, any hash seed", "1 output", got, figures.different == 1))
    return rows


def _against(what: str, ours: Figure | None, wiki: Figure | None, times: int) -> list[Row]:
    """Ours against so many times wikidiff2, where both have a figure."""
    if not (ours and wiki and ours.score and wiki.score):
        return []
    got = f"{ours.cpu * 1000:.1f} ms, wikidiff2 {wiki.cpu * 1000:.1f} ms"
    wanted = "<= wikidiff2" if times == 1 else f"<= {times} x wikidiff2"
    return [(what, wanted, got, ours.cpu <= times * wiki.cpu)]
