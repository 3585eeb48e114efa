"""Opens files of the content folder without being led out of it. Decodes and parses nothing.

A path is followed part by part from the folder's own descriptor and no part may be a symlink, so that a link swapped
in between listing and opening leads nowhere. A pipe or device is refused before a byte is read from it.
"""

import os
import stat
from contextlib import suppress
from pathlib import Path, PurePosixPath

from sitegen.diagnostics import Diagnostic, Location, error
from sitegen.frozen import dataclass
from sitegen.identity import identity_of

_FLAGS = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_CLOEXEC", 0)
_FOLDER = getattr(os, "O_DIRECTORY", 0)
_CHUNK = 1 << 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A file that was found and is yet to be read."""

    relative: str
    """Below the content folder, `/` between its parts."""
    shown: str
    """As messages name it."""
    real: str
    """Below the content folder with inner symlinks resolved."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Content:
    """The bytes of a file, and which file that was."""

    data: bytes
    identity: str
    """As `identity_of`, of the moment before it was read."""
    changed: int
    """Its change time, in nanoseconds."""


def read_bytes(root: Path, entry: Entry, limit: int, setting: str) -> tuple[bytes | None, tuple[Diagnostic, ...]]:
    """The bytes of a file; None when it may not or cannot be read, or holds more than `limit` bytes.

    `setting` is the key of the limit, for the message; empty where no setting changes it.
    """
    content, problems = read_content(root, entry, limit, setting)
    return content.data if content else None, problems


def read_content(root: Path, entry: Entry, limit: int, setting: str) -> tuple[Content | None, tuple[Diagnostic, ...]]:
    """As `read_bytes`, with what tells the file from another."""
    try:
        descriptor = _open_below(root, PurePosixPath(entry.real).parts)
    except OSError as failure:
        return None, (unreadable(entry.shown, failure),)
    try:
        status = os.fstat(descriptor)
        if not stat.S_ISREG(status.st_mode):
            return None, (_not_regular(entry.shown),)
        data = b"" if status.st_size > limit else _read_up_to(descriptor, limit + 1)
        size = max(status.st_size, len(data))
        if size > limit:
            return None, (_too_big(entry.shown, size, limit, setting),)
        return Content(data=data, identity=identity_of(status), changed=status.st_ctime_ns), ()
    except OSError as failure:
        return None, (unreadable(entry.shown, failure),)
    finally:
        os.close(descriptor)


def unreadable(shown: str, failure: OSError) -> Diagnostic:
    """The error for a file or folder that the system does not let us read."""
    reason = (failure.strerror or type(failure).__name__).lower()
    return error("unreadable", f"this cannot be read: {reason}", Location(path=shown), hint="check its permissions")


def not_followed(shown: str) -> Diagnostic:
    """The error for a symlink that is not followed."""
    return error(
        "symlink",
        "this is a link that leads out of the content folder or to a folder, and is not followed",
        Location(path=shown),
        hint="put a copy of the file here instead",
    )


def _open_below(root: Path, parts: tuple[str, ...]) -> int:
    folder = os.open(root, os.O_RDONLY | _FOLDER)
    for index, part in enumerate(parts):
        last = index == len(parts) - 1
        try:
            below = os.open(part, _FLAGS if last else _FLAGS | _FOLDER, dir_fd=folder)
        finally:
            with suppress(OSError):
                os.close(folder)
        folder = below
    return folder


def _read_up_to(descriptor: int, most: int) -> bytes:
    chunks: list[bytes] = []
    left = most
    while left > 0 and (chunk := os.read(descriptor, min(left, _CHUNK))):
        chunks.append(chunk)
        left -= len(chunk)
    return b"".join(chunks)


def _not_regular(shown: str) -> Diagnostic:
    return error(
        "not-a-file",
        "this is a pipe, socket or device, and not a file",
        Location(path=shown),
        hint="remove it from the folder",
    )


def _too_big(shown: str, size: int, limit: int, setting: str) -> Diagnostic:
    if not setting:
        return error("too-big", f"this file has {size:,} bytes, and may have {limit:,}", Location(path=shown))
    return error(
        "too-big",
        f"this file has {size:,} bytes, and `{setting}` is {limit:,}",
        Location(path=shown),
        hint=f"split it, or raise `{setting.partition('.')[2]}` under `[limits]` in site.toml",
    )
