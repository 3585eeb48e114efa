"""Builds real articles and prints what that costs, beside the least it could cost. Asserts nothing.

python -m benchmarks.build [--sizes 100,1000,9198] [--peers-up-to 1000]
"""

import argparse
import os
import platform
import sys
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from benchmarks.generators import PEERS
from benchmarks.runs import Run, run
from benchmarks.unpack import NEWS

STAGES = ("read", "group", "stories", "site", "search", "publish")
_LABEL = 47
"""Columns of a row's name."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """All runs of one size."""

    clean: Run
    """Into an empty folder, nothing in the cache, one worker."""
    again: Run
    """Once more, with nothing changed."""
    edited: Run
    """After one word of one article was changed."""
    two: Run
    """As `clean`, with two workers."""
    floors: Run
    peers: Mapping[str, dict[str, float] | None]
    """By name; None for one that is not installed."""

    def stage(self, name: str) -> float:
        """CPU seconds of a stage of the clean build, its child processes included."""
        return _stage(self.clean, name)


def _stage(run: Run, name: str) -> float:
    taken = run.said["stages"].get(name, {"cpu": 0.0, "children": 0.0})
    return float(taken["cpu"] + taken["children"])


def measure(size: int, folder: Path, peers: bool) -> Measured:
    """Builds the first `size` articles four times, in `folder`, which must be empty."""
    content, site = str(folder / "content"), str(folder / "site")
    run("unpack", content, "--first", str(size))
    clean = run("one", content, site, str(folder / "cache"), "1")
    again = run("one", content, site, str(folder / "cache"), "1")
    floors = run("floors", str(size), site, str(folder / "floor"))
    _edit(Path(content))
    edited = run("one", content, site, str(folder / "cache"), "1")
    two = run("one", content, str(folder / "other"), str(folder / "other-cache"), "2")
    others = {name: run("generators", name, str(size), str(folder / name)).said for name in PEERS} if peers else {}
    return Measured(clean=clean, again=again, edited=edited, two=two, floors=floors, peers=others)


def _edit(content: Path) -> None:
    """One word more, at the end of one article."""
    path = min((content / "articles").rglob("*.md"))
    path.write_text(path.read_text("utf-8").rstrip("\n") + " Indeed.\n", encoding="utf-8")


def table(measured: Sequence[Measured]) -> list[str]:
    """The lines of the table: one column a size."""
    lines = _counted(measured)
    lines += ["", "clean build, one worker, CPU seconds"]
    for name in STAGES:
        note = " (with its child processes)" if name == "search" else ""
        lines.append(_row(f"  {name}{note}", [f"{one.stage(name):.2f}" for one in measured]))
    lines.append(_row("  the rest: start, imports, tidying up", [f"{_rest(one):.2f}" for one in measured]))
    lines.append(_row("  total", [f"{one.clean.cpu:.2f}" for one in measured]))
    lines.append(_row("  times the column before, for each time the articles", _growth(measured)))
    lines += ["", "memory, MiB"]
    lines.append(_row("  peak of sitegen's own process", [f"{one.clean.own_peak:,.0f}" for one in measured]))
    lines.append(_row("  peak with the search program beside it", [f"{one.clean.peak:,.0f}" for one in measured]))
    lines += ["", "nothing changed"]
    lines.append(_row("  CPU seconds", [f"{one.again.cpu:.2f}" for one in measured]))
    lines.append(_row("  files written", [f"{one.again.said['written']:,}" for one in measured]))
    lines += ["", "one word of one article changed, CPU seconds"]
    for name in STAGES:
        lines.append(_row(f"  {name}", [f"{_stage(one.edited, name):.2f}" for one in measured]))
    lines.append(_row("  total", [f"{one.edited.cpu:.2f}" for one in measured]))
    lines.append(_row("  besides search", [f"{one.edited.cpu - _stage(one.edited, 'search'):.2f}" for one in measured]))
    lines.append(_row("  files written", [f"{one.edited.said['written']:,}" for one in measured]))
    lines += ["", "clean build, two workers"]
    faster = [f"{one.clean.wall / one.two.wall:.2f}" for one in measured]
    lines.append(_row("  times as fast by the clock (noisy)", faster))
    return lines + _floors(measured) + _peers(measured)


def _growth(measured: Sequence[Measured]) -> list[str]:
    found = ["-"]
    for before, one in pairwise(measured):
        more = one.clean.said["articles"] / before.clean.said["articles"]
        found.append(f"{one.clean.cpu / before.clean.cpu / more:.2f}")
    return found


def _peers(measured: Sequence[Measured]) -> list[str]:
    lines = ["", "others, plain pages of the same articles: CPU seconds clean / nothing changed, peak MiB"]
    for name in PEERS:
        cells = [one.peers.get(name) for one in measured]
        told = [f"{cell['clean']:.1f}/{cell['again']:.1f} {cell['peak']:.0f}" if cell else "-" for cell in cells]
        lines.append(f"{'  ' + name:<{_LABEL}}" + "".join(f"{one:>15}" for one in told))
    return lines


def _counted(measured: Sequence[Measured]) -> list[str]:
    names = ("articles", "stories", "comparisons", "files")
    lines = [_row(name, [f"{one.clean.said[name]:,}" for one in measured]) for name in names]
    lines.append(_row("MiB of the site", [f"{one.floors.said['bytes'] / 2**20:,.1f}" for one in measured]))
    return lines


def _floors(measured: Sequence[Measured]) -> list[str]:
    lines = ["", "floors, CPU seconds, and how many times that the clean build takes"]
    for key, name in (("render", "a bare Jinja2 page for each article"), ("write", "writing the bytes of the site")):
        costs = [float(one.floors.said[key]) for one in measured]
        lines.append(_row(f"  {name}", [f"{cost:.3f}" for cost in costs]))
        ratios = [f"{one.clean.cpu / cost:,.0f} x" if cost else "-" for one, cost in zip(measured, costs, strict=True)]
        lines.append(_row("    clean build", ratios))
    return lines


def _row(name: str, cells: Sequence[str]) -> str:
    return f"{name:<{_LABEL}}" + "".join(f"{cell:>10}" for cell in cells)


def _rest(one: Measured) -> float:
    return max(0.0, one.clean.cpu - sum(one.stage(name) for name in STAGES))


def _sizes(text: str) -> tuple[int, ...]:
    sizes = tuple(int(one) for one in text.split(","))
    if min(sizes) < 1:
        raise ValueError
    return sizes


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.build", description=__doc__.splitlines()[0])
    parser.add_argument("--sizes", type=_sizes, default=(100, 1000, 9198), help="how many articles, `100,1000,9198`")
    parser.add_argument("--peers-up-to", type=int, default=1000, help="largest size at which others are run too")
    given = parser.parse_args()
    if not NEWS.is_file():
        parser.exit(0, "nothing measured: the real articles (shared/data/ beside the project's folder) are not here\n")
    print(f"Python {platform.python_version()}, {platform.system()} {platform.machine()}, {os.cpu_count()} cores")
    print(f"python -m benchmarks.build --sizes {','.join(map(str, given.sizes))}")
    print("each build is that of `sitegen build CONTENT --workers 1`, in a process of its own\n")
    measured = []
    for size in given.sizes:
        with tempfile.TemporaryDirectory() as folder:
            print(f"building {size:,} articles ...", file=sys.stderr)
            measured.append(measure(size, Path(folder), size <= given.peers_up_to))
    print("\n".join(table(measured)))


if __name__ == "__main__":
    main()
