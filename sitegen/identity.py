"""What tells that a file is the one it was, without its bytes: device, inode, size, mode and times.

The change time (ctime) cannot be set back by a program, so other bytes under the same size and modification time are
seen. A time that is too fresh tells nothing: the file may change again before the file system's clock ticks.
"""

import os

TICK = 20_000_000
"""Nanoseconds: twice the coarsest clock of the kernels' file times. What changed so lately may change unseen."""


def identity_of(status: os.stat_result) -> str:
    """Equal for a file that nobody has written to, replaced or changed the mode of in between."""
    return (
        f"{status.st_dev} {status.st_ino} {status.st_mode} {status.st_size} {status.st_mtime_ns} {status.st_ctime_ns}"
    )


def is_settled(changed: int, moment: int) -> bool:
    """Whether a change after `moment` would surely show, where the last one was at `changed` (nanoseconds)."""
    return changed < moment - TICK
