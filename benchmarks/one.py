"""One build in this process, as `sitegen build` does it, told as JSON: what runs.py measures from outside, by stage.

python -m benchmarks.one CONTENT OUTPUT CACHE WORKERS [--no-search]
"""

import gc
import json
import sys
from dataclasses import asdict
from pathlib import Path

from sitegen.model import BuildReport
from sitegen.pipeline.unchanged import BuildRequest, check_folders


def main() -> None:
    """Builds, unless nothing has changed, and prints the report."""
    content, output, cache, workers, *options = sys.argv[1:]
    search = "--no-search" not in options
    request = BuildRequest(
        content=Path(content), output=Path(output), cache=Path(cache), options=("", False, not search)
    )
    folders = check_folders(request)
    if folders.earlier:
        _say(folders.earlier.report, at_once=True)
        return
    # As the command does.
    gc.set_threshold(0)
    from sitegen.pipeline.build import BuildOptions, build_site

    result = build_site(
        Path(content), Path(output), BuildOptions(workers=int(workers), cache=Path(cache), search=search)
    )
    gc.freeze()
    if result.report is None:
        raise SystemExit(f"{content} was refused: {len(result.diagnostics)} diagnostics")
    folders.remember(result.report, result.diagnostics, result.left)
    _say(result.report, at_once=False)


def _say(report: BuildReport, *, at_once: bool) -> None:
    counts = ("articles", "stories", "comparisons", "files", "written")
    said = {name: getattr(report, name) for name in counts}
    stages = {name: asdict(one) for name, one in report.stages.items()}
    print(json.dumps({**said, "stages": stages, "at_once": at_once}))


if __name__ == "__main__":
    main()
