"""One build at a time for one output: a lock that dies with its process.

A file beside the output is locked (flock) and holds who has it, for the message to the other. It is taken away
when the build ends; one that a killed build left behind is simply locked again.
"""

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import datetime
from pathlib import Path

from sitegen.diagnostics import Location, SitegenError, error
from sitegen.publish.trouble import told

_OPEN = os.O_RDWR | os.O_CREAT | os.O_NOFOLLOW | os.O_CLOEXEC

_held: set[int] = set()
"""Descriptors of this process's locks."""


def _let_go_in_child() -> None:
    """A worker that was forked shares the lock, and would keep it when the build is killed and it is not."""
    while _held:
        os.close(_held.pop())


os.register_at_fork(after_in_child=_let_go_in_child)


@contextmanager
def only_build(target: Path, output: Path) -> Iterator[None]:
    """Holds the lock of `target`, which messages call `output`. Raises SitegenError [build-running]."""
    path = target.with_name(f".{target.name}.sitegen-lock")
    with told(output):
        descriptor = _locked(path, output)
    _held.add(descriptor)
    try:
        with told(output):
            _sign(descriptor)
        yield
    finally:
        # Taken away while it is still locked: whoever opened it meanwhile notices in `_locked`.
        with suppress(OSError):
            os.unlink(path)
        _held.discard(descriptor)
        with suppress(OSError):
            os.close(descriptor)


def _locked(path: Path, output: Path) -> int:
    while True:
        descriptor = os.open(path, _OPEN, 0o666)
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
            if _is_still(path, descriptor):
                return descriptor
        except BlockingIOError:
            holder = os.pread(descriptor, 200, 0).decode(errors="replace").split()
            os.close(descriptor)
            raise _running(output, holder) from None
        except BaseException:
            os.close(descriptor)
            raise
        os.close(descriptor)


def _is_still(path: Path, descriptor: int) -> bool:
    """Whether the file that was locked is the one at `path`, and not one that its owner has just taken away."""
    try:
        return os.path.samestat(os.stat(path, follow_symlinks=False), os.fstat(descriptor))
    except FileNotFoundError:
        return False


def _sign(descriptor: int) -> None:
    os.ftruncate(descriptor, 0)
    started = datetime.now().astimezone().isoformat(timespec="seconds")
    os.pwrite(descriptor, f"{os.getpid()} {started}\n".encode(), 0)


def _running(output: Path, holder: list[str]) -> SitegenError:
    process, since = holder if len(holder) == 2 else ("unknown", "just now")
    message = f"a build with process id {process} is publishing to `{output}` since {since}"
    hint = "wait until it has ended, or name another --output"
    return SitegenError(error("build-running", message, Location(path=str(output)), hint=hint))
