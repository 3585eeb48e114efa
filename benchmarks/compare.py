"""Measures how well and how fast two texts are compared. Asserts nothing.

python -m benchmarks.compare [--suite structure|edits|passages] [--small] [--show N]
"""

import argparse
import tempfile
from pathlib import Path

from benchmarks.accuracy import edits_table, passages_table, shown, structure_scores, structure_table
from benchmarks.corpus import all_here

SUITES = ("structure", "edits", "passages")


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.compare", description=__doc__.splitlines()[0])
    parser.add_argument("--suite", choices=SUITES, action="append", help="one of them; again for more  [default: all]")
    parser.add_argument("--peers", default="all", help="`none`, `all` or names, `difflib,wikidiff2`")
    parser.add_argument("--small", action="store_true", help="a few cases of each kind")
    parser.add_argument("--each", type=int, default=0, help="structure: cases of each kind  [default: 40]")
    parser.add_argument(
        "--show", type=int, default=0, help="structure: so many failures of each kind, their texts in a folder"
    )
    given = parser.parse_args()
    if not all_here():
        parser.exit(0, "nothing measured: the real texts (shared/data/ beside the project's folder) are not here\n")
    for suite in given.suite or SUITES:
        print("\n".join(_run(suite, given)), end="\n\n", flush=True)


def _run(suite: str, given: argparse.Namespace) -> list[str]:
    if suite == "structure":
        scores = structure_scores(given.each or (2 if given.small else 40))
        lines = structure_table(scores)
        if given.show:
            folder = Path(tempfile.mkdtemp(prefix="structure-"))
            lines += ["", f"texts of the cases that fell short: {folder}", *shown(scores, given.show, folder)]
        return lines
    if suite == "edits":
        return edits_table(small=given.small)
    return passages_table()


if __name__ == "__main__":
    main()
