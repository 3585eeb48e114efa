"""Measures how well and how fast two texts are compared, beside other engines in the same run. Asserts nothing.

python -m benchmarks.compare [--suite structure] [--peers none|all|difflib,wikidiff2] [--small] [--show N]
"""

import argparse
import os
import platform
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from benchmarks.accuracy import edits_table, shown, structure_scores, structure_table
from benchmarks.cases import Case, case_articles
from benchmarks.contest import SIZES, edits_contest, pairs_contest, passages_contest, revisions_contest
from benchmarks.corpus import all_here
from benchmarks.costs import memory_table, page_table, same_bytes
from benchmarks.edits import edited
from benchmarks.peers import Engine, engines_here, make_task
from benchmarks.peers.children import close_all
from benchmarks.peers.engines import wiki_compared
from benchmarks.reached import WIKI, Figures, reached_table
from sitegen.model import Comparison

_LONG = 50_000
Suite = Callable[[argparse.Namespace, list[Engine], Figures], list[str]]


def structure(given: argparse.Namespace, engines: list[Engine], figures: Figures) -> list[str]:
    """Moves, splits, merges, swaps, duplicates; ours, and what wikidiff2 has of them."""
    each = given.each or (2 if given.small else 40)
    scores = figures.structure = structure_scores(each, given.first)
    lines = structure_table(scores)
    if any(engine.name == WIKI for engine in engines):
        lines += ["", *structure_table(structure_scores(each, given.first, _by_wiki), WIKI)]
    if given.show:
        folder = Path(tempfile.mkdtemp(prefix="structure-"))
        lines += ["", f"texts of the cases that fell short: {folder}", *shown(scores, given.show, folder)]
    return lines


def _by_wiki(case: Case) -> Comparison:
    return wiki_compared(make_task(*case_articles(case), runs=1))


def edits(given: argparse.Namespace, engines: list[Engine], figures: Figures) -> list[str]:
    """Word edits: ours on many texts, then every engine on a few."""
    lines, figures.words = edits_table(small=given.small, first=given.first)
    more, figures.contest = edits_contest(engines, ((300, 2),) if given.small else SIZES)
    return [*lines, "", *more]


def passages(given: argparse.Namespace, engines: list[Engine], figures: Figures) -> list[str]:
    """Passages with gold offsets."""
    lines, figures.passages = passages_contest(engines, 5 if given.small else 0)
    return lines


def revisions(given: argparse.Namespace, engines: list[Engine], _figures: Figures) -> list[str]:
    """Page revisions in five languages."""
    return revisions_contest(engines, 2 if given.small else 50)


def pairs(_given: argparse.Namespace, engines: list[Engine], figures: Figures) -> list[str]:
    """The real English pairs."""
    lines, figures.pairs = pairs_contest(engines)
    return lines


def costs(given: argparse.Namespace, engines: list[Engine], figures: Figures) -> list[str]:
    """The page, memory, and the same bytes from every process."""
    lines, figures.page = page_table()
    affordable = [engine for engine in engines if engine.growth < 2 or engine.name in _MODEST]
    case = edited(0.2, 1_000 if given.small else _LONG, 0)
    more, figures.memory = memory_table(affordable, case)
    same, figures.different = same_bytes(given.small)
    return [*lines, "", *more, "", *same]


_MODEST = ("fast-diff-match-patch", "rapidfuzz")
"""Engines whose cost grows with the square and that compare 50,000 words in seconds all the same."""
SUITES: dict[str, Suite] = {
    "structure": structure,
    "edits": edits,
    "passages": passages,
    "pairs": pairs,
    "revisions": revisions,
    "cpu": costs,
}


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.compare", description=__doc__.splitlines()[0])
    parser.add_argument("--suite", choices=SUITES, action="append", help="one of them; again for more  [default: all]")
    parser.add_argument("--peers", default="all", help="`none`, `all` or names, `difflib,wikidiff2`  [default: all]")
    parser.add_argument("--small", action="store_true", help="a few cases of each kind, to see that it runs")
    parser.add_argument("--each", type=int, default=0, help="structure: cases of each kind  [default: 40]")
    parser.add_argument("--first", type=int, default=0, help="structure, edits: seeds from this on, for other texts")
    parser.add_argument("--show", type=int, default=0, help="structure: tell N failures of each kind, keep their texts")
    given = parser.parse_args()
    if not all_here():
        parser.exit(0, "nothing measured: the real texts (shared/data/ beside the project's folder) are not here\n")
    try:
        engines, absent = engines_here(given.peers)
    except ValueError as mistake:
        parser.error(str(mistake))
    print(f"Python {platform.python_version()}, {platform.system()} {platform.machine()}, {os.cpu_count()} cores")
    print(f"engines: {', '.join(engine.name for engine in engines)}")
    for name in absent:
        print(f"not here: {name}")
    figures = Figures()
    try:
        for suite in given.suite or SUITES:
            print(f"measuring {suite} ...", file=sys.stderr)
            print("", *SUITES[suite](given, engines, figures), sep="\n", flush=True)
    finally:
        close_all()
    print("", *reached_table(figures), sep="\n")


if __name__ == "__main__":
    main()
