"""Prints what the pages of a site are worth to readers: the table of benchmarks/README.md. Asserts nothing.

    python -m benchmarks.site [--only PARTS] [--articles N] [--runs N]

Parts: axe, markup, keys, weights, real, assets, leftovers, links, lighthouse. It needs Chromium, and says of each
program that a part needs and that is not here how to get it.
"""

import argparse
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

from benchmarks.site.bench import Bench
from benchmarks.site.in_browser import axe, keys, phone_loads
from benchmarks.site.in_files import assets, checked_markup, leftovers, links, real, weighed
from benchmarks.targets import Target, table_of
from tests.install_chromium import find_chromium

PARTS: dict[str, Callable[[Bench], Iterator[Target]]] = {
    "axe": axe,
    "markup": checked_markup,
    "keys": keys,
    "weights": weighed,
    "real": real,
    "assets": assets,
    "leftovers": leftovers,
    "links": links,
    "lighthouse": phone_loads,
}


def main() -> int:
    """Prints the table, part after part."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.site", description=__doc__.splitlines()[0])
    parser.add_argument("--only", default=",".join(PARTS), help="parts, with commas between them")
    parser.add_argument("--articles", type=int, default=1_000, help="real articles (1,000)")
    parser.add_argument("--runs", type=int, default=5, help="loads of a page by Lighthouse (5)")
    given = parser.parse_args()
    chromium = find_chromium()
    if not chromium:
        print("no Chromium on this machine: install it, or set SITEGEN_CHROMIUM")
        return 0
    wanted = given.only.split(",")
    if unknown := [name for name in wanted if name not in PARTS]:
        parser.error(f"there is no part {', '.join(unknown)}; there are {', '.join(PARTS)}")
    with tempfile.TemporaryDirectory() as folder:
        bench = Bench(Path(folder), chromium, given.articles, given.runs)
        targets = []
        for name in wanted:
            print(f"measuring {name}", file=sys.stderr)
            targets += PARTS[name](bench)
    print("\n".join(table_of(targets)))
    return 0


if __name__ == "__main__":
    sys.exit(main())
