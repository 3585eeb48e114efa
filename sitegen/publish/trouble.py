"""What the system's refusals mean, in words. Nothing else of `publish` writes messages about the disk."""

import errno
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from sitegen.diagnostics import Diagnostic, Location, SitegenError, error

_REASONS = {
    errno.ENOSPC: "the disk is full",
    errno.EDQUOT: "the quota of this user is used up",
    errno.EFBIG: "the file would be larger than the system allows",
    errno.EACCES: "permission denied",
    errno.EPERM: "the system does not permit it",
    errno.EROFS: "the disk can only be read",
    errno.EMFILE: "too many files are open",
    errno.ENFILE: "too many files are open on this machine",
    errno.ENAMETOOLONG: "the path is too long",
    errno.EIO: "the disk reports an error",
    errno.EBUSY: "it is a mount point or in use",
    errno.EXDEV: "it lies on another disk than the folder that holds it",
    errno.ENOTDIR: "a part of its path is a file",
}


@contextmanager
def told(output: Path, *, needed: Callable[[], int] = lambda: 0) -> Iterator[None]:
    """Turns an OSError inside into SitegenError [cannot-write]. `needed` is how many bytes the site has so far."""
    try:
        yield
    except OSError as failure:
        raise SitegenError(_cannot_write(output, failure, needed())) from failure


def _cannot_write(output: Path, failure: OSError, needed: int) -> Diagnostic:
    reason = _REASONS.get(failure.errno or 0) or (failure.strerror or str(failure)).lower()
    place = os.fsdecode(failure.filename) if isinstance(failure.filename, str | bytes) else str(output)
    message = f"cannot write `{place}`: {reason}; what was published before is unchanged"
    return error("cannot-write", message, Location(path=str(output)), hint=_next_step(output, failure, needed))


def _next_step(output: Path, failure: OSError, needed: int) -> str:
    beside = output.resolve().parent
    if failure.errno in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG):
        megabytes = -(-needed // 1_000_000)
        return f"make room for at least {megabytes} MB in `{beside}`, beside the old site, or name another --output"
    if failure.errno in (errno.EBUSY, errno.EXDEV):
        return f"name a folder inside it: --output {output / 'site'}"
    return f"the new site is made in `{beside}` and then put in place; it must be possible to write there"
