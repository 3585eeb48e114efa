"""kill -9, or an error, at the calls to the system of a small build as it really is: part of `make soak`, needs strace.

test_faults.py does the same at the calls of the program; here are also those that SQLite and worker threads make in C.
SOAK=N takes N calls of each kind and fault, all where there are fewer.
"""

import os
import random
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from tests.build.test_faults import SOAK, Archive, site
from tests.conftest import REPOSITORY

__all__ = ["site"]
CALLS = (
    *("openat", "write", "pwrite64", "rename", "renameat2", "link", "linkat", "mkdir", "unlink", "rmdir"),
    *("fsync", "fdatasync", "syncfs", "ftruncate"),
)
FAULTS = ("signal=KILL", "error=ENOSPC", "error=EIO", "error=EACCES", "error=EMFILE", "error=EROFS")


def traced(site: Archive, *options: str) -> subprocess.CompletedProcess[str]:
    strace = shutil.which("strace")
    assert strace, "this needs strace: apt-get install strace"
    build = [sys.executable, "-m", "sitegen", "build", str(site.content), "--output", str(site.output)]
    command = [strace, "-f", *options, *build, "--cache", str(site.cache), "--workers", "1", "--no-search"]
    environment = {**os.environ, "PYTHONPATH": str(REPOSITORY), "PYTHONDONTWRITEBYTECODE": "1"}
    return subprocess.run(command, env=environment, capture_output=True, text=True, check=False)


def made(site: Archive, call: str, folder: Path) -> list[int]:
    """Which calls of that name touch the archive, its cache, its site or a temporary file.

    Not those that touch the program itself, of which a part is imported late: Python can only tell of that as it does.
    """
    log = folder / "log"
    traced(site, "-y", "-o", str(log), "-e", f"trace={call}")
    lines = [line for line in log.read_text().splitlines() if re.search(rf"\b{call}\(", line)]
    signs = (str(folder), f"{tempfile.gettempdir()}/#", "O_TMPFILE")
    return [at for at, line in enumerate(lines, start=1) if any(sign in line for sign in signs)]


@pytest.mark.parametrize("fault", FAULTS)
@pytest.mark.parametrize("call", CALLS)
def test_a_call_of_the_system(site: Archive, call: str, fault: str, tmp_path: Path) -> None:
    """The old site or the new one stands, whole; nobody sees a traceback; and the next build needs no help."""
    site.edit(1)
    calls = made(site, call, tmp_path)
    most = SOAK or 5
    for at in calls if len(calls) <= most else sorted(random.Random(2).sample(calls, most)):
        site.edit(0)
        assert site.run() == 0
        site.edit(1)
        done = traced(site, "-qq", "-o", "/dev/null", "-e", f"trace={call}", "-e", f"inject={call}:{fault}:when={at}")
        assert "Traceback" not in done.stderr, (at, done.stderr)
        assert site.which() is not None, at
        if done.returncode == 0:
            assert site.which() == 1, at
        assert site.run() == 0
        assert site.which() == 1, at
