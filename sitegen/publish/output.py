"""Whether a folder may be published to: asked before any work is done, and before anything is written.

Ours is a folder that holds a manifest of ours, or nothing, or that is not there yet.
"""

import os
from pathlib import Path

from sitegen.diagnostics import Diagnostic, Location, SitegenError, error
from sitegen.publish.manifest import MANIFEST, read_manifest


def check_output(output: Path, content: Path) -> None:
    """Raises SitegenError when publishing to `output` could harm anything. A link to a folder is followed."""
    try:
        problem = _unsafe(output) or _beside_content(output, content) or _not_ours(output)
    except OSError as failure:
        reason = (failure.strerror or str(failure)).lower()
        problem = _refused("output-unsafe", output, f"cannot be looked at: {reason}", "name a folder that you may read")
    if problem:
        raise SitegenError(problem)


def _unsafe(output: Path) -> Diagnostic | None:
    try:
        target = output.resolve()
    except (OSError, RuntimeError):
        return _refused("output-unsafe", output, "is a link that leads to itself", "remove the link")
    if target == Path(target.anchor):
        return _refused("output-unsafe", output, "is the root of the disk", "name a folder of its own")
    if target in _homes():
        return _refused("output-unsafe", output, "is a home folder", "name a folder inside it")
    if target.exists() and not target.is_dir():
        return _refused("output-unsafe", output, "is a file", "name a folder")
    if os.path.ismount(target):
        hint = "a site is put in place by renaming its folder: name a folder inside it"
        return _refused("output-unsafe", output, "is a mount point", hint)
    return None


def _homes() -> set[Path]:
    homes = {Path(os.environ["HOME"]).resolve()} if os.environ.get("HOME") else set()
    try:
        return homes | {Path("~").expanduser().resolve()}
    except RuntimeError:
        return homes


def _beside_content(output: Path, content: Path) -> Diagnostic | None:
    target, source = output.resolve(), content.resolve()
    apart = "keep the site and its content in two folders side by side"
    if _same(target, source):
        return _refused("output-is-content", output, "is the content folder", apart)
    if any(_same(parent, source) for parent in target.parents):
        return _refused("output-inside-content", output, f"lies inside the content folder `{content}`", apart)
    if any(_same(parent, target) for parent in source.parents):
        return _refused("content-inside-output", output, f"holds the content folder `{content}`", apart)
    return None


def _same(one: Path, other: Path) -> bool:
    """Also true for two spellings of one folder: another case, another mount."""
    try:
        return one.samefile(other)
    except OSError:
        return one == other


def _not_ours(output: Path) -> Diagnostic | None:
    hint = "name an empty or a new folder, or empty this one yourself"
    try:
        if not output.exists() or not any(output.iterdir()):
            return None
        read_manifest(output.resolve())
    except FileNotFoundError:
        return _refused("output-not-ours", output, f"holds files, but no {MANIFEST} of sitegen's", hint)
    except ValueError as failure:
        return _refused("output-not-ours", output, f"holds a {MANIFEST} that is not sitegen's: {failure}", hint)
    except OSError as failure:
        reason = (failure.strerror or str(failure)).lower()
        return _refused("output-not-ours", output, f"holds a {MANIFEST} that cannot be read: {reason}", hint)
    return None


def _refused(code: str, output: Path, what: str, hint: str) -> Diagnostic:
    return error(code, f"`{output}` {what}", Location(path=str(output)), hint=hint)
