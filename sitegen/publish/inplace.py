"""Puts a new site into the folder that stands, for a server that holds that folder open: `--switch in-place`.

Who holds a folder (a bind mount, a server that was started inside it) keeps the folder itself and not its name. After
an exchange of names it reads the generation before, and after the next exchange the one that was made of that folder,
so it misses every second build. Here the folder stays, and each entry at its top (`index.html`, `stories`, `data`, some
fifteen) changes places with the one of the new site, each in one step. What stands at either place afterwards is what
stands there after an exchange of the two folders, so nothing else in `publish` has to know of this.

The guarantee is weaker, by as much as it has to be: for the microseconds of those steps a reader may get a page of the
new site and one of the old. A failure on the way is undone. For a kill or a power cut there is a journal beside the
output, written when the new site is whole and on the disk: the mix stands until the next publication or rollback, which
completes the switch before it does anything else.

- *What failed:* a symbolic link in the place of the folder, switched in one step. A holder follows a link once.
- *What failed:* writing or renaming file by file. A mix of thousands of steps, and the generation before was gone.
"""

import errno
import hashlib
import json
import os
from collections.abc import Iterator, Sequence
from contextlib import suppress
from pathlib import Path

from sitegen.frozen import dataclass
from sitegen.publish import switch
from sitegen.publish.files import read_regular, sync, write_new
from sitegen.publish.manifest import MANIFEST

_DRAFT = ".sitegen-journal"


@dataclass(frozen=True, slots=True)
class _Step:
    """What happens to one entry at the top of the folder that stands."""

    name: str
    inode: int
    """Of the entry that stands there afterwards; 0 for none."""


def switch_entries(new: Path, target: Path) -> Path:
    """Gives `target` the entries of the folder `new`, and returns where those that stood there are now.

    When that fails (OSError) or is interrupted, both folders are as they were.
    """
    steps = _steps(new, target)
    _write_journal(new, target, steps)
    undo: list[_Step] = []
    try:
        for step in steps:
            undo.append(_Step(step.name, _inode(target / step.name)))
            _take(new, target, step)
        sync(target)
    except BaseException:
        for step in reversed(undo):
            _take(new, target, step)
        _journal(target).unlink(missing_ok=True)
        raise
    return _done(new, target)


def complete_switch(target: Path) -> None:
    """Does the rest of a switch that a killed build or a power cut has left unfinished."""
    new, steps = _read_journal(target)
    # Where the folder of the new site is gone, all steps were done or all undone, and the journal alone was left.
    if new is not None and os.path.isdir(new) and os.path.isdir(target):
        for step in steps:
            _take(new, target, step)
        sync(target)
        _done(new, target)
    _journal(target).unlink(missing_ok=True)


def _done(new: Path, target: Path) -> Path:
    """Names the folder of the old site as one that was just replaced, which is how `recover` knows it. Never fails.

    A journal that stays is no harm: the next publication finds all its steps done.
    """
    old = new
    with suppress(OSError):
        if new != switch.previous_of(target) and os.path.isdir(new):
            named = switch.replaced_by(target.stat().st_ino, target)
            os.rename(new, named)
            old = named
        _journal(target).unlink()
    return old


def _steps(new: Path, target: Path) -> list[_Step]:
    """First what is new, then what changes places, the manifest last of it, then what goes."""
    coming, standing = _entries(new), _entries(target)
    changing = [name for name in coming if name in standing and coming[name] != standing[name]]
    names = [
        *sorted(coming.keys() - standing.keys()),
        *sorted(changing, key=lambda name: (name == MANIFEST, name)),
        *sorted(standing.keys() - coming.keys()),
    ]
    return [_Step(name, coming.get(name, 0)) for name in names]


def _take(new: Path, target: Path, step: _Step) -> None:
    """Does a step, or what is left of it; nothing for one that is done."""
    standing_path, new_path, aside = target / step.name, new / step.name, _aside(new, step.name)
    standing, wanted = _inode(standing_path), step.inode
    if wanted and standing != wanted and _inode(aside) == wanted:
        # Two that were to change places by turns, and are to change back.
        if standing:
            os.rename(standing_path, new_path)
        os.rename(aside, standing_path)
    elif standing != wanted and wanted in (0, _inode(new_path)):
        if not wanted:
            os.rename(standing_path, new_path)
        elif not standing:
            os.rename(new_path, standing_path)
        elif not switch.exchange(new_path, standing_path):
            os.rename(standing_path, aside)
            os.rename(new_path, standing_path)
    if _inode(aside) and not _inode(new_path):
        os.rename(aside, new_path)


def _aside(new: Path, name: str) -> Path:
    """Where an entry lies while two change places by turns, on systems that cannot exchange names."""
    return new / f".sitegen-aside-{hashlib.sha256(os.fsencode(name)).hexdigest()[:16]}"


def _entries(folder: Path) -> dict[str, int]:
    with os.scandir(folder) as entries:
        return {entry.name: entry.stat(follow_symlinks=False).st_ino for entry in entries}


def _inode(path: Path) -> int:
    """0 where nothing stands."""
    try:
        return os.lstat(path).st_ino
    except OSError as failure:
        if failure.errno in (errno.ENOENT, errno.ENOTDIR):
            return 0
        raise


def _journal(target: Path) -> Path:
    return target.with_name(f".{target.name}.sitegen-switch")


def _write_journal(new: Path, target: Path, steps: Sequence[_Step]) -> None:
    """On the disk when this returns; it counts once it bears its name."""
    content = json.dumps({"new": new.name, "steps": [[step.name, step.inode] for step in steps]})
    draft = new / _DRAFT
    write_new(draft, content.encode("utf-8", "surrogatepass"))
    try:
        sync(draft)
        os.rename(draft, _journal(target))
    except BaseException:
        with suppress(OSError):
            draft.unlink()
        raise
    sync(target.parent)


def _read_journal(target: Path) -> tuple[Path | None, list[_Step]]:
    """The folder of the new site and the steps; None where nothing is left to do, or the journal is not ours."""
    try:
        table = json.loads(read_regular(_journal(target)).decode("utf-8", "surrogatepass"))
    except (FileNotFoundError, ValueError):
        return None, []
    match table:
        case {"new": str(name), "steps": [*rows]} if _is_beside(name, target):
            steps = list(_checked(rows))
            new = target.with_name(name)
            if len(steps) == len(rows) and not new.is_symlink():
                return new, steps
    return None, []


def _is_beside(name: str, target: Path) -> bool:
    """Whether a folder's name is one that a build gives the new site, or the old one, beside its output."""
    kind = name.removeprefix(f".{target.name}.sitegen-")
    return kind != name and (kind == "previous" or (kind.isascii() and kind.isdigit()))


def _checked(rows: Sequence[object]) -> Iterator[_Step]:
    """The steps that name an entry at the top; a journal that was written by anybody else leads nowhere else."""
    for row in rows:
        match row:
            case [str(name), int(inode)] if name not in ("", ".", "..") and "/" not in name:
                yield _Step(name, inode)
