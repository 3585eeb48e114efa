"""Grouping of many made texts: what is found of their copies, what it costs beside other engines, how it grows."""

import tempfile
from collections.abc import Callable, Mapping, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any

from benchmarks.group_told import row
from benchmarks.runs import run
from benchmarks.targets import Target, at_least, at_most

OTHERS = {"rensa": None, "datasketch": 10_000}
"""Other engines, and the most texts that they are given."""
_SMALLEST = 1_000
"""Texts below which the start of a program decides about its time."""
_WANTED = {"cut": 1.0, "edited": 0.995, "quotes": 0.985}
_FASTER, _GROWN, _IMPURE, _GIB = 1.3, 2.3, 0.01, 1.2

Said = Mapping[str, Any]
"""What `benchmarks.group_copies` prints."""


def doublings(most: int, least: int = _SMALLEST) -> list[int]:
    """`most` and its halves down to `least`, smallest first."""
    sizes = [most]
    while sizes[0] // 2 >= least:
        sizes.insert(0, sizes[0] // 2)
    return sizes


def suite_copies(most: int, errors: int, *, growing: bool) -> list[Target]:
    """Made copies, each engine in a process of its own; with `growing` also half as many, and half of that ..."""
    with tempfile.TemporaryDirectory() as folder:
        file = str(Path(folder) / "made.jsonl")
        row(f"copies: {most:,} made texts, three in ten of them copied")
        run("group_copies", "write", file, str(most))
        row("  articles a CPU second, MiB above the texts, recall by kind")

        def said(engine: str, count: int) -> Said:
            found: Said = run("group_copies", engine, file, str(count)).said
            return found

        ours = said("sitegen", most)
        _tell_ours(ours, most)
        targets = _targets(ours, _others(said, most), most)
        for line in [*ours["worst"][:errors], *ours["missed"][:errors]]:
            row(f"    wrong: {line}")
        return targets + (_growth(said, ours, most) if growing else [])


def _tell_ours(ours: Said, count: int) -> None:
    row(
        f"  sitegen, {count:,}: candidates", _speed(ours, count), f"{ours['mib']:.0f}", _kinds(ours["candidate recall"])
    )
    row("    with verification, families and stories", f"{count / ours['all']:,.0f}", "", _kinds(ours["recall"]))
    row("    families of several originals", float(ours["impure"]))


def _others(said: Callable[[str, int], Said], most: int) -> dict[str, float]:
    """CPU seconds of other engines on all the texts, by name; those on fewer texts are only told."""
    whole = {}
    for engine, limit in OTHERS.items():
        count = min(most, limit or most)
        try:
            found = said(engine, count)
        except RuntimeError:
            row(f"  {engine}", "not here")
            continue
        row(f"  {engine}, {count:,}: candidates", _speed(found, count), f"{found['mib']:.0f}", _kinds(found["recall"]))
        if count == most:
            whole[engine] = float(found["cpu"])
    return whole


def _targets(ours: Said, others: Mapping[str, float], count: int) -> list[Target]:
    targets = []
    if "rensa" in others:
        told = f" ({_speed(ours, count)} a CPU second)"
        faster = others["rensa"] / ours["cpu"]
        targets.append(
            at_least(f"copies, {count:,}: candidates", faster, _FASTER, unit=" x rensa", told=told, digits=2)
        )
    for kind, least in _WANTED.items():
        targets.append(at_least(f"copies, {count:,}: recall, {kind}", float(ours["recall"][kind]), least, digits=4))
    impure = at_most(
        f"copies, {count:,}: families of several originals", 100 * ours["impure"], 100 * _IMPURE, unit=" %"
    )
    return [*targets, impure, at_most(f"copies, {count:,}: memory", ours["mib"] / 1024, _GIB, unit=" GiB")]


def _growth(said: Callable[[str, int], Said], largest: Said, most: int) -> list[Target]:
    """Time of twice as many texts against time of so many; the largest was measured already."""
    row("growth: CPU seconds of candidates and of everything, and times those of half as many")
    runs: list[tuple[int, Said]] = []
    for count in doublings(most):
        runs.append((count, largest if count == most else said("sitegen", count)))
        row(f"  {count:,}", *(float(runs[-1][1][name]) for name in ("cpu", "all")), *_ratios(runs[-2:]))
    worst = worst_growth([(count, float(one["all"])) for count, one in runs])
    return [at_most("growth, twice the articles", worst, _GROWN, unit=" x", told=" at the worst")] if worst else []


def _ratios(runs: Sequence[tuple[int, Said]]) -> list[str]:
    if len(runs) < 2:
        return []
    before, now = runs[0][1], runs[1][1]
    return [f"{now[name] / before[name]:.2f} x" for name in ("cpu", "all")]


def worst_growth(costs: Sequence[tuple[int, float]]) -> float:
    """The largest time(2n)/time(n); sizes follow one another by doubling. 0 where there are no two."""
    return max((now / before for (_, before), (_, now) in pairwise(costs)), default=0.0)


def _speed(found: Said, count: int) -> str:
    return f"{count / float(found['cpu']):,.0f}"


def _kinds(recall: Mapping[str, float]) -> str:
    return ", ".join(f"{kind} {share:.4f}" for kind, share in recall.items())
