"""How much more memory one comparison takes than its process held before. Run in a process of its own:

python -m benchmarks.memory ENGINE LEFT RIGHT

LEFT and RIGHT are files with a paragraph a line. Prints JSON: `mib` more at the worst moment, `cpu` seconds.
"""

import json
import resource
import sys
from pathlib import Path

from benchmarks.peers import ENGINES, make_task
from benchmarks.peers.children import close_all, node, php


def main() -> None:
    """The command."""
    name, *paths = sys.argv[1:]
    engine = ENGINES[name]
    warm = make_task(["one two three", "four five six"], ["one two four", "four five six"], runs=1)
    engine.answer(warm)
    left, right = (Path(path).read_text("utf-8").splitlines() for path in paths)
    task = make_task(left, right, runs=1)
    process = {"jsdiff": node, "wikidiff2": php}.get(name)
    pid = str(process().pid) if process else "self"
    before = held(pid)
    answer = engine.answer(task)
    print(json.dumps({"mib": peak(pid) - before, "cpu": answer.cpu}))
    close_all()


def held(pid: str) -> float:
    """MiB held now; from here on the peak is counted anew, where the kernel can do that."""
    try:
        Path(f"/proc/{pid}/clear_refs").write_text("5")
    except OSError:
        return peak(pid)
    return _line(pid, "VmRSS")


def peak(pid: str) -> float:
    """MiB held at the worst moment since then."""
    try:
        return _line(pid, "VmHWM")
    except OSError:
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (1 << 20 if sys.platform == "darwin" else 1 << 10)


def _line(pid: str, name: str) -> float:
    lines = Path(f"/proc/{pid}/status").read_text().splitlines()
    return next(int(line.split()[1]) / 1024 for line in lines if line.startswith(f"{name}:"))


if __name__ == "__main__":
    main()
