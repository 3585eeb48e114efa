"""Unpacks real articles with made copies among them: what builds are measured on. The same COUNT gives the same bytes.

    python -m benchmarks.archive DEST COUNT [--alone]

Of 25 articles 2 are copies: cut, edited, or nothing but quotations kept. When all real articles have been used they
come again with other words. With --alone every article declares a story of its own, so that nothing is compared.
"""

import argparse
from pathlib import Path

from benchmarks.copies import archive
from benchmarks.unpack import NEWS, unpack_articles


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.archive", description=__doc__.splitlines()[0])
    parser.add_argument("destination", metavar="DEST", type=Path, help="a folder that does not exist yet")
    parser.add_argument("count", metavar="COUNT", type=int, help="how many articles")
    parser.add_argument("--alone", action="store_true", help="each in a story of its own")
    given = parser.parse_args()
    if not NEWS.is_file():
        parser.exit(1, "the real articles are not here: shared/data/ must lie beside the project's folder\n")
    if given.destination.exists():
        parser.error(f"{given.destination} exists already")
    unpack_articles(given.destination, archive(given.count), alone=given.alone)


if __name__ == "__main__":
    main()
