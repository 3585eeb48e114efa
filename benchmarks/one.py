"""One build in this process, told as JSON: what runs.py measures from outside, here by stage.

python -m benchmarks.one CONTENT OUTPUT CACHE WORKERS
"""

import json
import resource
import sys
from itertools import pairwise
from pathlib import Path

from sitegen.build import BuildOptions, build_site


def main() -> None:
    """Builds, and prints the report."""
    content, output, cache, workers = sys.argv[1:]
    started: list[tuple[str, float]] = []

    def note(stage: str, done: int, _of: int) -> None:
        if not done:
            started.append((stage, _children()))

    options = BuildOptions(workers=int(workers), cache=Path(cache))
    result = build_site(Path(content), Path(output), options, note)
    if result.report is None:
        raise SystemExit(f"{content} was refused: {len(result.diagnostics)} diagnostics")
    started.append(("end", _children()))
    children = {stage: after - before for (stage, before), (_, after) in pairwise(started) if after > before}
    report = result.report
    said = {
        "articles": report.articles,
        "stories": report.stories,
        "comparisons": report.comparisons,
        "files": report.files,
        "written": report.written,
        "warnings": len(result.diagnostics),
        "seconds": report.seconds,
        "children": children,
    }
    print(json.dumps(said))


def _children() -> float:
    """CPU seconds of the children waited for so far."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


if __name__ == "__main__":
    main()
