"""Runs Lighthouse on a page as a telephone loads it, several times. What it is given to open is the caller's."""

import json
import os
import statistics
import subprocess
import tempfile
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

PROGRAM = Path(__file__).resolve().parent / "node_modules" / "lighthouse" / "cli" / "index.js"
COMMAND = ("node", str(PROGRAM))


@dataclass(frozen=True, slots=True, kw_only=True)
class Load:
    """One load of a page, or the medians of several."""

    performance: float
    """0 to 100, as are the next three."""
    accessibility: float
    best_practices: float
    seo: float
    largest_paint: float
    """Seconds until the largest part is painted (LCP)."""
    shift: float
    """How far parts jump (CLS)."""
    blocking: float
    """Milliseconds in which the page answers to nothing (TBT)."""


def loads_of(address: str, chromium: str, runs: int) -> Load:
    """The median of each figure. Raises RuntimeError where Lighthouse fails."""
    return median_of([_load(address, chromium) for _ in range(runs)])


def median_of(loads: Iterable[Load]) -> Load:
    """Figure by figure."""
    all_loads = list(loads)
    return Load(**{name: statistics.median(getattr(load, name) for load in all_loads) for name in Load.__slots__})


def _load(address: str, chromium: str, tries: int = 3) -> Load:
    """One load; one that Chromium kept no record of ("run Lighthouse again") is made again."""
    with tempfile.TemporaryDirectory() as folder:
        report = Path(folder) / "report.json"
        command = [*COMMAND, address, "--output=json", f"--output-path={report}", "--quiet"]
        command.append("--chrome-flags=--headless=new" + (" --no-sandbox" if os.geteuid() == 0 else ""))
        done = subprocess.run(command, env={**os.environ, "CHROME_PATH": chromium}, capture_output=True, check=False)
        if done.returncode and b"run Lighthouse again" in done.stderr and tries > 1:
            return _load(address, chromium, tries - 1)
        if done.returncode:
            raise RuntimeError(done.stderr.decode(errors="replace").strip()[-400:])
        return load_in(json.loads(report.read_bytes()))


def load_in(report: dict[str, Any]) -> Load:
    """What one report of Lighthouse says."""

    def score(name: str) -> float:
        return 100 * float(report["categories"][name]["score"])

    def value(name: str) -> float:
        return float(report["audits"][name]["numericValue"])

    return Load(
        performance=score("performance"),
        accessibility=score("accessibility"),
        best_practices=score("best-practices"),
        seo=score("seo"),
        largest_paint=value("largest-contentful-paint") / 1000,
        shift=value("cumulative-layout-shift"),
        blocking=value("total-blocking-time"),
    )
