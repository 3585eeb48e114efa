"""One build in this process, told as JSON: what runs.py measures from outside, here by stage.

python -m benchmarks.one CONTENT OUTPUT CACHE WORKERS [--no-search]
"""

import json
import sys
from dataclasses import asdict
from pathlib import Path

from sitegen.build import BuildOptions, build_site


def main() -> None:
    """Builds, and prints the report."""
    content, output, cache, workers, *options = sys.argv[1:]
    given = BuildOptions(workers=int(workers), cache=Path(cache), search="--no-search" not in options)
    result = build_site(Path(content), Path(output), given)
    if result.report is None:
        raise SystemExit(f"{content} was refused: {len(result.diagnostics)} diagnostics")
    report = result.report
    said = {
        "articles": report.articles,
        "stories": report.stories,
        "comparisons": report.comparisons,
        "files": report.files,
        "written": report.written,
        "warnings": len(result.diagnostics),
        "stages": {name: asdict(one) for name, one in report.stages.items()},
    }
    print(json.dumps(said))


if __name__ == "__main__":
    main()
