"""One build at a time."""

import fcntl
import os
import re
import signal
import time
from pathlib import Path
from typing import Any

import pytest

from sitegen.diagnostics import SitegenError
from sitegen.model import File
from sitegen.publish import lock, open_generation


def forked(action: Any) -> int:
    """Runs `action` in a child, which then waits to be killed. Returns when the action is done."""
    reader, writer = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            action(lambda: os.write(writer, b"x"))
        finally:
            os._exit(0)
    os.close(writer)
    os.read(reader, 1)
    os.close(reader)
    return child


def end(child: int) -> None:
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)


def test_second_build_is_refused(tmp_path: Path, build: Any) -> None:
    """While one build holds the lock, another is told who does, since when; after it, there is no trace."""
    output = tmp_path / "out"
    with open_generation(output) as first:
        with pytest.raises(SitegenError) as refused, open_generation(output):
            pass
        first.add(File("index.html", b"first"))
        first.publish({})
    (problem,) = refused.value.diagnostics
    assert problem.code == "build-running"
    assert re.search(rf"process id {os.getpid()} is publishing to `.*out` since 2\d\d\d-.*T.*:", problem.message)
    assert (output / "index.html").read_text() == "first"
    build(output, {"index.html": "second"})
    assert sorted(one.name for one in tmp_path.iterdir()) == [".out.sitegen-previous", "out"]


def test_control_without_the_lock_both_would_build(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """With flock doing nothing, the second build gets as far as the first one's folder."""
    monkeypatch.setattr(fcntl, "flock", lambda *_: None)
    with open_generation(tmp_path / "out") as first, open_generation(tmp_path / "out"):
        assert not any(first.folder.iterdir())


def test_other_outputs_do_not_wait(tmp_path: Path) -> None:
    """The lock is of one output; two of them side by side do not disturb each other."""
    with open_generation(tmp_path / "a") as one, open_generation(tmp_path / "b") as other:
        assert one.folder != other.folder


def test_lock_of_a_killed_build_is_taken(tmp_path: Path, build: Any) -> None:
    """A build that was killed holds nothing any more, and its left-overs go."""
    output = tmp_path / "out"

    def hold(ready: Any) -> None:
        with open_generation(output):
            ready()
            time.sleep(60)

    child = forked(hold)
    with pytest.raises(SitegenError, match=f"process id {child} "):
        build(output, {})
    end(child)
    assert len(list(tmp_path.iterdir())) == 2
    build(output, {"index.html": "x"})
    assert [one.name for one in tmp_path.iterdir()] == ["out"]


@pytest.mark.parametrize("defended", [True, False])
def test_worker_does_not_inherit_the_lock(tmp_path: Path, defended: bool) -> None:
    """A worker forked during the build and outliving it does not block the next; undefended, it would."""
    output = tmp_path / "out"
    workers, report = os.pipe()

    def hold(ready: Any) -> None:
        with open_generation(output):
            if not defended:
                lock._held.clear()
            if os.fork() == 0:
                os.write(report, f"{os.getpid()}\n".encode())
                ready()
            time.sleep(60)

    end(forked(hold))
    worker = int(os.read(workers, 20))
    os.close(workers)
    os.close(report)
    try:
        with open_generation(output):
            blocked = False
    except SitegenError:
        blocked = True
    os.kill(worker, signal.SIGKILL)
    assert blocked is not defended


def test_lock_file_taken_away_meanwhile_is_not_relied_on(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Locking the file that its owner has just removed is noticed, and tried again with the one at its place."""
    path = tmp_path / ".out.sitegen-lock"
    real, opened = fcntl.flock, []

    def slow(descriptor: int, how: int) -> None:
        opened.append(descriptor)
        if len(opened) == 1:
            path.unlink()
        real(descriptor, how)

    monkeypatch.setattr(fcntl, "flock", slow)
    with open_generation(tmp_path / "out"):
        assert path.exists()
    assert len(opened) == 2
