"""A keeper's own files in the output folder (CNAME, .git, a verification file): kept through every publication.

Foreign is what the old manifest does not list. A link is kept as a link; what it leads to is nobody's business.
"""

import hashlib
import shutil
from collections.abc import Iterator, Set
from pathlib import Path, PurePosixPath

from sitegen.diagnostics import Diagnostic, Location, SitegenError, error
from sitegen.publish.files import Kind, holds, link, read_regular, walk


def carry_over(old: Path, ours: Set[str], new: Path, files: Set[str], output: Path) -> list[str]:
    """Gives the foreign files of `old` to `new`; returns those that had to be copied, as they are not on disk yet.

    `ours` are the old generation's files, `files` the new one's, as paths relative to their folders. Raises
    SitegenError [foreign-in-the-way] for one that the new site would overwrite, OSError for one it cannot take.
    """
    if not old.is_dir():
        return []
    copied: list[str] = []
    folders: list[str] = []
    new_folders = _parents(files)
    for path, kind in _foreign(old, ours):
        if _in_the_way(path, kind, files, new_folders):
            if not _same_file(old / path, new / path, kind):
                raise SitegenError(_overwritten(path, output))
        elif kind == "folder":
            folders.append(path)
            (new / path).mkdir(parents=True, exist_ok=True)
        elif not _carried(old / path, new / path):
            copied.append(path)
    # Last, and from the inside out: a folder may be closed to writing.
    for path in reversed(folders):
        shutil.copymode(old / path, new / path)
    return copied


def _foreign(old: Path, ours: Set[str]) -> Iterator[tuple[str, Kind]]:
    """What is not ours, and no folder that only holds what is."""
    our_folders = _parents(ours)
    for path, kind in walk(old):
        if path not in ours and not (kind == "folder" and path in our_folders):
            yield path, kind


def _in_the_way(path: str, kind: Kind, files: Set[str], folders: Set[str]) -> bool:
    inside_a_file = any(str(parent) in files for parent in PurePosixPath(path).parents)
    return path in files or inside_a_file or (path in folders and kind != "folder")


def _same_file(old: Path, new: Path, kind: Kind) -> bool:
    if kind != "file":
        return False
    content = read_regular(old)
    return holds(new, len(content), hashlib.sha256(content).hexdigest(), 0)


def _carried(old: Path, new: Path) -> bool:
    """Whether giving it a second name was enough; a symbolic link is never a copy."""
    new.parent.mkdir(parents=True, exist_ok=True)
    if link(old, new):
        return True
    shutil.copy2(old, new, follow_symlinks=False)
    return new.is_symlink()


def _parents(paths: Set[str]) -> set[str]:
    return {str(parent) for path in paths for parent in PurePosixPath(path).parents[:-1]}


def _overwritten(path: str, output: Path) -> Diagnostic:
    return error(
        "foreign-in-the-way",
        f"`{path}` in `{output}` was not put there by sitegen, and the new site has a page of that name",
        Location(path=str(output / path)),
        hint="move it out of the folder, or rename the article or story that makes the page",
    )
