"""Builds real articles with made copies among them and prints what that costs, beside the least it could cost.

python -m benchmarks.build [--sizes 100,1000,10000] [--only clean,edits,pages,floors,copies,peers] [--soak]

Each run is told as soon as it ends, the tables after the last one, and then what was to be reached. Asserts nothing.
"""

import argparse
import filecmp
import os
import platform
import shutil
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from benchmarks.build_table import Copies, Edits, Floors, Measured, Same, tables
from benchmarks.build_targets import targets
from benchmarks.copies import KINDS
from benchmarks.generators import PEERS
from benchmarks.one_story import KINDS as ONE_TEXT
from benchmarks.runs import Run, run
from benchmarks.targets import table_of
from benchmarks.unpack import NEWS

PARTS = ("clean", "edits", "pages", "floors", "copies", "peers")
_INVENTED = frozenset({"copies"})
"""Parts that need no real articles."""
_HALVED = 1_000
"""Articles from which half as many are built too: below, the start of the program decides."""
_SOAK = 100_000


def measure(found: Measured, folder: Path, parts: frozenset[str]) -> None:
    """Adds what was asked for about one size. Works in `folder`, which must be empty."""
    size = found.size
    if parts - {"peers", "copies"}:
        run("archive", str(folder / "content"), str(size))
    if parts & {"clean", "edits", "floors"}:
        found.clean = _build(size, "clean build, one worker", folder, "content", "site", "cache", 1)
        found.again = _build(size, "again, nothing changed", folder, "content", "site", "cache", 1)
    if "floors" in parts:
        found.floors = _floors(size, folder)
    if "pages" in parts:
        found.pages = _told(size, "article pages alone", "article_pages", folder / "content", folder / "pages")
    if "edits" in parts:
        found.edits = _edits(size, folder)
    if "clean" in parts and size >= _HALVED:
        with _inner(folder, "half") as inner:
            run("archive", str(inner / "content"), str(size // 2))
            found.half = _build(size // 2, "clean build, half as many", inner, "content", "site", "cache", 1)
    for kind in ONE_TEXT if "copies" in parts else ():
        found.copies[kind] = _copies(size, kind, folder)
    for name in PEERS if "peers" in parts else ():
        found.peers[name] = _peer(size, name, folder)


def _edits(size: int, folder: Path) -> Edits:
    """One word of one article changed: with search and without, each held against a clean build of the same."""
    shutil.copytree(folder / "cache", folder / "plain-cache")
    _build(size, "as published, now without search", folder, "content", "plain", "plain-cache", 1, "--no-search")
    _edit(folder / "content")
    with_search = _build(size, "one article changed", folder, "content", "site", "cache", 1)
    without = _build(size, "the same without search", folder, "content", "plain", "plain-cache", 1, "--no-search")
    two = _build(size, "clean build, two workers", folder, "content", "two", "two-cache", 2)
    clean = _build(size, "clean build without search", folder, "content", "fresh", "fresh-cache", 1, "--no-search")
    same, same_without = compared(folder / "site", folder / "two"), compared(folder / "plain", folder / "fresh")
    for name in ("two", "two-cache", "fresh", "fresh-cache", "plain", "plain-cache"):
        shutil.rmtree(folder / name, ignore_errors=True)
    return Edits(with_search=with_search, without=without, two=two, clean=clean, same=same, same_without=same_without)


def _edit(content: Path) -> None:
    """One word more, at the end of one article: a copy of another, or the first where there is no copy."""
    made = [path for kind in KINDS for path in (content / "articles").rglob(f"*-{kind}1.md")]
    path = min(made or (content / "articles").rglob("*.md"))
    path.write_text(path.read_text("utf-8").rstrip("\n") + " Indeed.\n", encoding="utf-8", newline="\n")


def compared(one: Path, other: Path) -> Same:
    """Which files of two folders differ, by their bytes."""
    sides = [{path.relative_to(top).as_posix() for path in top.rglob("*") if path.is_file()} for top in (one, other)]
    both = sides[0] & sides[1]
    different = {name for name in both if not filecmp.cmp(one / name, other / name, shallow=False)}
    return Same(files=len(both), different=tuple(sorted(different | (sides[0] ^ sides[1]))))


def _floors(size: int, folder: Path) -> Floors:
    """The least that the same work could cost."""
    least = _told(size, "floors: writing, plain pages", "floors", size, folder / "site", folder / "floor")
    pairs = _told(size, "floor: diff-match-patch, sampled", "floor_pairs", folder / "content", folder / "site")
    with _inner(folder, "alone") as inner:
        run("archive", str(inner / "content"), str(size), "--alone")
        alone = _build(size, "clean build, nothing compared", inner, "content", "site", "cache", 1)
    return Floors(least=least, pairs=pairs, alone=alone)


def _copies(size: int, kind: str, folder: Path) -> Copies:
    """One story of as many copies of one invented text."""
    with _inner(folder, kind) as inner:
        run("one_story", str(inner / "content"), str(size), kind)
        built = _build(size, f"one story, {kind} copies", inner, "content", "site", "cache", 1, "--no-search")
        site = sum(path.stat().st_size for path in (inner / "site").rglob("*") if path.is_file())
    return Copies(build=built, site=site)


def _peer(size: int, name: str, folder: Path) -> dict[str, float] | None:
    with _inner(folder, name) as inner:
        if not run("generators", "prepare", name, str(size), str(inner)).said:
            _say(size, name, "not here")
            return None
        try:
            said: dict[str, float] = run("generators", "build", name, str(size), str(inner)).said
        except RuntimeError:
            _say(size, name, "failed")
            return None
    _say(size, name, f"{said['clean']:8.2f} CPU s, again {said['again']:.2f}, {said['peak']:,.0f} MiB")
    return said


def _build(size: int, told: str, folder: Path, *given: str | int) -> Run:
    content, site, cache, workers, *options = given
    paths = [str(folder / str(one)) for one in (content, site, cache)]
    return _told(size, told, "one", *paths, workers, *options)


def _told(size: int, told: str, module: str, *arguments: object) -> Run:
    found = run(module, *map(str, arguments))
    # Workers are waited for by a process of their own, so that their seconds are not among those of the build's.
    cpu = "" if "two workers" in told else f"{found.cpu:8.2f} CPU s, "
    _say(size, told, f"{cpu}{found.wall:.1f} s by the clock, {found.peak:,.0f} MiB")
    return found


def _say(size: int, what: str, told: str) -> None:
    print(f"{size:>8,}  {what:<36}{told}", flush=True)


@contextmanager
def _inner(folder: Path, name: str) -> Iterator[Path]:
    """A folder in a folder, gone afterwards: a site of 10,000 articles has half a gigabyte."""
    inner = folder / name
    inner.mkdir()
    yield inner
    shutil.rmtree(inner)


def _sizes(text: str) -> tuple[int, ...]:
    sizes = tuple(int(one) for one in text.split(","))
    if min(sizes) < 2:
        raise ValueError
    return sizes


def _parts(text: str) -> frozenset[str]:
    parts = frozenset(text.split(","))
    if not parts <= frozenset(PARTS):
        raise ValueError
    return parts


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.build", description=__doc__.splitlines()[0])
    parser.add_argument(
        "--sizes", type=_sizes, default=(100, 1_000, 10_000), help="how many articles, `100,1000,10000`"
    )
    parser.add_argument("--only", type=_parts, default=frozenset(PARTS), help=f"parts of it: {','.join(PARTS)}")
    parser.add_argument("--soak", action="store_true", help=f"{_SOAK:,} articles: memory, growth, nothing changed")
    given = parser.parse_args()
    sizes, parts = ((_SOAK,), frozenset({"clean"})) if given.soak else (given.sizes, given.only)
    if not NEWS.is_file() and not parts <= _INVENTED:
        parser.exit(0, "nothing measured: the real articles (shared/data/ beside the project's folder) are not here\n")
    print(f"Python {platform.python_version()}, {platform.system()} {platform.machine()}, {os.cpu_count()} cores")
    print(f"{', '.join(f'{size:,}' for size in sizes)} articles: {', '.join(one for one in PARTS if one in parts)}")
    print("each run is a process of its own; a build is that of `sitegen build CONTENT --workers 1`\n", flush=True)
    started, measured = time.monotonic(), [Measured(size=size) for size in sizes]
    for one in measured:
        with tempfile.TemporaryDirectory() as folder:
            try:
                measure(one, Path(folder), parts)
            except (RuntimeError, KeyboardInterrupt) as failure:
                # What was measured until then is told all the same.
                print(f"stopped: {str(failure) or 'interrupted'}", flush=True)
                break
        print(f"({time.monotonic() - started:,.0f} seconds since the start)\n", flush=True)
    print("\n".join([*tables(measured), "", *table_of(targets(measured))]))


if __name__ == "__main__":
    main()
