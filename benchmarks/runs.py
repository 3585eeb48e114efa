"""Runs a module of this folder in a process of its own and measures that process. Knows nothing of what it does.

CPU seconds, user and system, of the process and of every child it waited for. The caller must stay small: what a
process held when it started another counts as that one's peak memory.
"""

import json
import os
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any

_PROJECT = Path(__file__).resolve().parents[1]
_SAMPLE_EVERY = 0.05
"""Seconds between two looks at the memory of all processes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """What a run came to."""

    said: Any
    """The JSON it printed; None when it printed nothing."""
    cpu: float
    """Seconds, its children included."""
    wall: float
    """Seconds, to within a twentieth."""
    peak: float
    """MiB held by the process and its children together at the worst moment seen; where /proc is absent, by the
    largest of them."""
    own_peak: float
    """MiB held by the process itself at its worst moment; 0 where /proc is absent."""


def run(module: str, *arguments: str) -> Run:
    """Runs `python -m benchmarks.<module>`. Raises RuntimeError when it fails."""
    with tempfile.TemporaryFile() as printed:
        start = time.monotonic()
        command = [sys.executable, "-m", f"benchmarks.{module}", *arguments]
        child = subprocess.Popen(command, cwd=_PROJECT, stdout=printed)
        peak = own_peak = 0.0
        while True:
            pid, status, used = os.wait4(child.pid, os.WNOHANG)
            if pid:
                break
            peak = max(peak, _held(child.pid))
            own_peak = max(own_peak, _memory(child.pid, "VmHWM"))
            time.sleep(_SAMPLE_EVERY)
        wall = time.monotonic() - start
        child.returncode = os.waitstatus_to_exitcode(status)
        if child.returncode:
            raise RuntimeError(f"benchmarks.{module} ended with {child.returncode}")
        printed.seek(0)
        said = json.loads(printed.read() or b"null")
    largest = used.ru_maxrss / (1 << 20 if sys.platform == "darwin" else 1 << 10)
    return Run(said=said, cpu=used.ru_utime + used.ru_stime, wall=wall, peak=max(peak, largest), own_peak=own_peak)


def _held(pid: int) -> float:
    """MiB that a process and its descendants hold now; 0 for one that has gone."""
    try:
        children = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
    except OSError:
        return 0.0
    return _memory(pid, "VmRSS") + sum(_held(int(child)) for child in children)


def _memory(pid: int, what: str) -> float:
    """A line of the kernel's account of a process, in MiB; 0 when it has gone."""
    try:
        lines = Path(f"/proc/{pid}/status").read_text().splitlines()
    except OSError:
        return 0.0
    return next((int(line.split()[1]) / 1024 for line in lines if line.startswith(f"{what}:")), 0.0)
