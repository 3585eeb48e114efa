"""What a build comes to: a site that is served, or why there is none; and the style guide, built when it is asked for.

What building means, and what a style guide is, is left to the caller; requests to `handler`.
"""

import json
import secrets
import threading
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from sitegen.diagnostics import Diagnostic, SitegenError, has_errors
from sitegen.serve.board import ServedSite

STYLEGUIDE = "/styleguide/"
"""The address of the style guide, below the root of the site."""
_SPECIMEN = "specimen/"

Build = Callable[[], tuple[Diagnostic, ...]]


class Styleguide:
    """The style guide of what is served, built anew when it is first asked for after a build of the site."""

    def __init__(self, build: Build, folder: Path) -> None:
        """`build` leaves the guide in `folder`: its page and style sheet, and a site in `specimen`."""
        self._build, self._folder = build, folder
        self._lock = threading.Lock()
        self._beside: ServedSite | None = None
        self._guide = ServedSite()

    def beside(self, site: ServedSite) -> ServedSite:
        """The guide that belongs to what is served now; its pages reload with those of the site."""
        with self._lock:
            if self._beside is not site:
                # Not as it was before, where it fails: whoever asks for it is at work on the theme.
                self._guide = built(self._build, lambda: self._listed(site.root), ServedSite(root=site.root))
                self._beside = site
            return replace(self._guide, build=site.build)

    def _listed(self, root: str) -> dict[str, Path]:
        address = f"{root}{STYLEGUIDE.removeprefix('/')}"
        files = {f"{address}{path.name}": path for path in self._folder.iterdir() if path.is_file()}
        return files | listed(self._folder / _SPECIMEN, f"{address}{_SPECIMEN}")


def built(build: Build, files: Callable[[], dict[str, Path]], before: ServedSite) -> ServedSite:
    """What is served after a build: its files, or those from before with what was wrong."""
    try:
        diagnostics = build()
        failed = has_errors(diagnostics)
    except SitegenError as refused:
        diagnostics, failed = refused.diagnostics, True
    if failed:
        return replace(before, problems=tuple(map(_in_words, diagnostics)))
    return ServedSite(build=secrets.token_hex(8), root=before.root, files=files())


def listed(folder: Path, root: str) -> dict[str, Path]:
    """The files of a site by their addresses, as its manifest has them."""
    paths = [entry["path"] for entry in json.loads((folder / "manifest.json").read_bytes())["files"]]
    inside = [path for path in paths if not path.startswith("/") and ".." not in path.split("/")]
    return {f"{root}{path}": folder / path for path in ("manifest.json", *inside)}


def _in_words(problem: Diagnostic) -> str:
    hint = f"\nhint: {problem.hint}" if problem.hint else ""
    return f"{problem.location}: {problem.severity}: {problem.message} [{problem.code}]{hint}"
