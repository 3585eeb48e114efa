"""Puts a folder where another stands, in one step: a reader sees the old site or the new one.

Linux exchanges two names at once (renameat2 with RENAME_EXCHANGE). Where the system or the file system cannot, the
old folder is renamed aside and the new one renamed in: the nearest thing, with a moment in which there is no site
at all. A build killed in that moment leaves the old site aside; `recover` puts it back. A server that holds the folder
open sees neither: see `inplace`.
"""

import ctypes
import errno
import os
import re
import shutil
from contextlib import suppress
from pathlib import Path
from typing import Literal

from sitegen.publish.manifest import MANIFEST

Switching = Literal["exchange", "in-place"]
"""How a site is put in place: two folders change names, or the entries of two folders change places."""

_AT_FDCWD = -100
_RENAME_EXCHANGE = 2
_CANNOT = (errno.ENOSYS, errno.EINVAL, errno.ENOTSUP, errno.EOPNOTSUPP)


def switch(new: Path, target: Path) -> None:
    """Afterwards the new folder stands at `target`, and what stood there, if anything, at `new`."""
    if not os.path.lexists(target):
        os.rename(new, target)
    elif not exchange(new, target):
        _by_turns(new, target)


def about_to(new: Path, target: Path) -> Path:
    """Names the new folder so that `recover` can tell, of what bears that name, whether the switch was made."""
    named = replaced_by(new.lstat().st_ino, target)
    os.rename(new, named)
    return named


def recover(target: Path) -> None:
    """Puts back the site that a killed build had renamed aside, and keeps the one that it had already replaced."""
    aside = _aside(target)
    if not os.path.lexists(target):
        if os.path.lexists(aside):
            os.rename(aside, target)
        return
    for old in (aside, replaced_by(target.stat().st_ino, target)):
        if not old.is_symlink() and (old / MANIFEST).is_file():
            keep_previous(old, target)


def remove_leftovers(target: Path) -> None:
    """Takes away what killed builds of this output left; the lock is held, so none of them is alive."""
    pattern = re.compile(rf"\.{re.escape(target.name)}\.sitegen-((by-)?[0-9]+|old)")
    for one in target.parent.iterdir():
        if pattern.fullmatch(one.name) and not one.is_symlink():
            shutil.rmtree(one, ignore_errors=True)


def previous_of(target: Path) -> Path:
    """Where the site is kept that stood at `target` before."""
    return target.with_name(f".{target.name}.sitegen-previous")


def keep_previous(old: Path, target: Path) -> None:
    """Keeps the site that was switched out. What was kept until now then stands at `old`, if anything; never fails."""
    previous = previous_of(target)
    with suppress(OSError):
        if previous.is_symlink():
            return
        if previous.exists() and exchange(old, previous):
            return
        shutil.rmtree(previous, ignore_errors=True)
        os.rename(old, previous)


def drop_previous(target: Path) -> None:
    """Deletes the generation before, for it holds what is withheld now. Never fails."""
    previous = previous_of(target)
    if not previous.is_symlink():
        shutil.rmtree(previous, ignore_errors=True)


def exchange(one: Path, other: Path) -> bool:
    """Swaps two names at once. False where that cannot be done; raises OSError when it was refused."""
    renameat2 = getattr(ctypes.CDLL(None, use_errno=True), "renameat2", None)
    if renameat2 is None:
        return False
    if renameat2(_AT_FDCWD, os.fsencode(one), _AT_FDCWD, os.fsencode(other), _RENAME_EXCHANGE) == 0:
        return True
    number = ctypes.get_errno()
    if number in _CANNOT:
        return False
    raise OSError(number, os.strerror(number), str(other))


def _by_turns(new: Path, target: Path) -> None:
    aside = _aside(target)
    os.rename(target, aside)
    try:
        os.rename(new, target)
    except OSError:
        os.rename(aside, target)
        raise
    os.rename(aside, new)


def replaced_by(inode: int, target: Path) -> Path:
    """Where a site stands that a folder has just replaced; until then, that folder itself."""
    return target.with_name(f".{target.name}.sitegen-by-{inode}")


def _aside(target: Path) -> Path:
    return target.with_name(f".{target.name}.sitegen-old")
