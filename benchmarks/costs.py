"""What a comparison costs beyond its own CPU seconds: the whole page, memory, and whether the same bytes come out."""

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from benchmarks.cases import Case, case_articles
from benchmarks.edits import edited
from benchmarks.page import page_costs
from benchmarks.peers import Engine, make_task

_PROJECT = Path(__file__).resolve().parents[1]
_PAGES = 8
_TIMEOUT = 300
"""Seconds of the clock for one child."""
_BURNER = "while True: sum(range(10_000))"
SEEDS = ("0", "1", "2", "4711")


def page_table() -> tuple[list[str], dict[str, float]]:
    """CPU of a whole page of 1,000 words of which a fifth is edited."""
    tasks = [make_task(*case_articles(edited(0.2, 1_000, seed))) for seed in range(_PAGES)]
    costs = page_costs(tasks)
    names = {
        "whole": "ours: tokenised, compared, laid out, rendered",
        "compared": "of that: tokenised and compared",
        "plain": "plain diff-match-patch in a bare template",
        "no diff": "the same without comparing",
    }
    lines = [f"{f'page, 1,000 words, 20% phrases, mean of {_PAGES}':<48}{'CPU ms':>9}{'share':>9}"]
    for name, told in names.items():
        lines.append(f"  {told:<46}{costs[name] * 1000:>9.2f}{costs[name] / costs['plain']:>9.3f}")
    return lines, costs


def memory_table(engines: Sequence[Engine], case: Case) -> tuple[list[str], dict[str, dict[str, float]]]:
    """Memory and CPU of one comparison in a process of its own, by engine."""
    lines = [f"{'memory, 50,000 words, 20% phrases':<34}{'MiB more':>10}{'CPU ms':>11}"]
    figures: dict[str, dict[str, float]] = {}
    with tempfile.TemporaryDirectory() as folder:
        paths = [Path(folder) / name for name in ("left.txt", "right.txt")]
        for path, text in zip(paths, case.texts(), strict=True):
            path.write_text("\n".join(text) + "\n", encoding="utf-8")
        for engine in engines:
            try:
                figures[engine.name] = _child("memory", engine.name, *map(str, paths))
            except subprocess.TimeoutExpired:
                lines.append(f"  {engine.name:<32}left out: more than {_TIMEOUT} s")
                continue
            one = figures[engine.name]
            lines.append(f"  {engine.name:<32}{one['mib']:>10,.1f}{one['cpu'] * 1000:>11,.1f}")
    return lines, figures


def same_bytes(small: bool = False) -> tuple[list[str], int]:
    """How many different outputs many processes made of the same texts: other hash seeds, and a busy machine."""
    arguments = ("--small",) if small else ()
    found = [_child("digest", *arguments, PYTHONHASHSEED=seed) for seed in SEEDS]
    burners = [subprocess.Popen([sys.executable, "-c", _BURNER]) for _ in range(2 * (os.cpu_count() or 1))]
    try:
        found += [_child("digest", *arguments, PYTHONHASHSEED="random") for _ in range(2)]
    finally:
        for burner in burners:
            burner.kill()
            burner.wait()
    different = len(set(found))
    count = found[0].split()[1]
    lines = [
        f"{count} comparisons, as JSON, in {len(found)} processes (hash seeds {', '.join(SEEDS)}; two at random with "
        f"{len(burners)} burners beside them): {different} different {'output' if different == 1 else 'outputs'}"
    ]
    return lines, different


def _child(module: str, *arguments: str, **environment: str) -> Any:
    """What a module of this folder printed, as JSON."""
    done = subprocess.run(
        [sys.executable, "-m", f"benchmarks.{module}", *arguments],
        cwd=_PROJECT,
        env={**os.environ, **environment},
        stdout=subprocess.PIPE,
        check=True,
        timeout=_TIMEOUT,
    )
    return json.loads(done.stdout)
