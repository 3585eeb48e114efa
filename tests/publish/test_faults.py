"""What the disk or a kill can do at any moment: the old site or the new one, whole."""

import errno
import itertools
import os
import signal
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from sitegen.diagnostics import SitegenError
from sitegen.model import File
from sitegen.publish import files, generation, open_generation, switch

OLD = {"index.html": "old", "stories/a/index.html": "same", "gone/index.html": "old"}
NEW = {"index.html": "new", "stories/a/index.html": "same", "stories/b/index.html": "new", "big.csv": "x" * 200_000}
CALLS = ("open", "write", "fsync", "mkdir", "link", "rename", "unlink", "rmdir", "close", "chmod", "scandir")


class Watch:
    """Stands before each call that touches the disk, and does something at the n-th from now."""

    def __init__(self) -> None:
        self._left = 0
        self._action: Callable[[], None] = lambda: None
        self._one_at_a_time = threading.Lock()

    def arm(self, number: int, action: Callable[[], None]) -> None:
        self._left, self._action = number, action

    @property
    def fired(self) -> bool:
        return self._left <= 0

    def over(self, real: Any) -> Any:
        def call(*args: Any, **kwargs: Any) -> Any:
            with self._one_at_a_time:
                self._left -= 1
                due = self._left == 0
            if due:
                self._action()
            return real(*args, **kwargs)

        return call


@pytest.fixture
def watch(monkeypatch: pytest.MonkeyPatch) -> Watch:
    watching = Watch()
    # What a power cut does cannot be seen here, so nothing is waited for; that it is called is tested elsewhere.
    monkeypatch.setattr(os, "fsync", lambda _: None)
    monkeypatch.setattr(files, "_start_writing", lambda _: None)
    for name in CALLS:
        monkeypatch.setattr(os, name, watching.over(getattr(os, name)))
    monkeypatch.setattr(switch, "exchange", watching.over(switch.exchange))
    return watching


def publish_new(output: Path) -> None:
    with open_generation(output) as new:
        for path, text in NEW.items():
            new.add(File(path, text.encode()))
        new.publish({})


def whole(found: dict[str, bytes]) -> str:
    """Which site this is; empty when it is neither."""
    texts = {path: content.decode() for path, content in found.items() if path not in ("manifest.json", "CNAME")}
    return "old" if texts == OLD else "new" if texts == NEW else ""


@pytest.fixture
def output(tmp_path: Path, build: Any) -> Path:
    folder = tmp_path / "out"
    build(folder, OLD)
    (folder / "CNAME").write_text("mine")
    return folder


def killed_at(number: int, watch: Watch, action: Callable[[], None]) -> bool:
    """Runs `action` in a child that is killed before its n-th call. Whether it was, before it had ended."""
    child = os.fork()
    if child == 0:
        try:
            watch.arm(number, lambda: os.kill(os.getpid(), signal.SIGKILL))
            action()
        finally:
            os._exit(0)
    return os.WIFSIGNALED(os.waitpid(child, 0)[1])


def sites_after_kills(folder: Path, build: Any, tree: Any, watch: Watch) -> list[str]:
    """What stands after a kill before each call in turn. After each, the next build must need no help.

    Whenever it was killed, the way back leads to the site that stood before.
    """
    seen: list[str] = []
    for number in itertools.count(1):
        output = folder / str(number) / "out"
        build(output, OLD)
        (output / "CNAME").write_text("mine")
        if not killed_at(number, watch, lambda: publish_new(output)):  # noqa: B023
            return seen
        seen.append(whole(tree(output)) if output.exists() else "none")
        build(output, NEW)
        assert whole(tree(output)) == "new"
        assert (output / "CNAME").read_text() == "mine"
        assert whole(tree(switch.previous_of(output))) == "old"
        assert {one.name for one in output.parent.iterdir()} <= {"out", ".out.sitegen-previous"}
    raise AssertionError


def test_killed_at_any_call(tmp_path: Path, build: Any, tree: Any, watch: Watch) -> None:
    """kill -9 before each call that touches the disk leaves one whole site, first the old one, then the new."""
    seen = sites_after_kills(tmp_path, build, tree, watch)
    assert len(seen) > 50
    assert seen == sorted(seen, key=("old", "new").index)
    assert {"old", "new"} == set(seen)


def test_killed_between_two_renames(tmp_path: Path, build: Any, tree: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without exchange there is no site for a moment; killed then, the next build finds the old one again."""
    watch = Watch()
    monkeypatch.setattr(switch, "exchange", lambda *_: False)
    monkeypatch.setattr(os, "rename", watch.over(os.rename))
    assert sites_after_kills(tmp_path, build, tree, watch) == ["old", "old", "none", "new", "new"]


def test_control_editing_in_place_is_caught(tmp_path: Path, build: Any, tree: Any, watch: Watch) -> None:
    """A publisher that writes into the output folder leaves a mix when killed, and the test above would see it."""

    def in_place(output: Path) -> None:
        for path, text in NEW.items():
            os.makedirs((output / path).parent, exist_ok=True)
            descriptor = os.open(output / path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
            os.write(descriptor, text.encode())
            os.close(descriptor)

    seen = set()
    for number in range(1, 12):
        output = tmp_path / str(number) / "out"
        build(output, OLD)
        killed_at(number, watch, lambda: in_place(output))  # noqa: B023
        seen.add(whole(tree(output)))
    assert "" in seen


def outcome(output: Path) -> str:
    """Builds, and says in one word how it ended."""
    try:
        publish_new(output)
    except SitegenError as refused:
        return refused.diagnostics[0].code
    return "published"


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EIO, errno.EACCES, errno.EMFILE, errno.EROFS])
def test_any_call_fails(tmp_path: Path, tree: Any, build: Any, watch: Watch, number: int) -> None:
    """Whichever call the system refuses, the old site or the new one stands, in words and without a mix."""

    def refuse() -> None:
        raise OSError(number, os.strerror(number))

    ends = []
    for at in itertools.count(1):
        output = tmp_path / str(at) / "out"
        build(output, OLD)
        watch.arm(at, refuse)
        ends.append(outcome(output))
        if not watch.fired:
            break
        assert whole(tree(output)) == ("old" if ends[-1] == "cannot-write" else "new")
    assert set(ends) == {"cannot-write", "published"}
    assert ends.count("cannot-write") > 20


def test_full_disk_is_told(output: Path, tree: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    """The message names the file and the reason; the hint says how much room is needed, and where."""
    real = os.write

    def full(descriptor: int, content: Any) -> int:
        if len(content) > 100_000:
            raise OSError(errno.ENOSPC, "No space left on device")
        return real(descriptor, content)

    monkeypatch.setattr(os, "write", full)
    with pytest.raises(SitegenError) as refused:
        publish_new(output)
    (problem,) = refused.value.diagnostics
    assert problem.code == "cannot-write"
    assert problem.location.path == str(output)
    assert "the disk is full; what was published before is unchanged" in problem.message
    assert f"at least 1 MB in `{output.parent}`" in problem.hint
    assert whole(tree(output)) == "old"
    assert [one.name for one in output.parent.iterdir()] == ["out"]


def test_folder_beside_that_cannot_be_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The hint says that the folder beside the output is what must be writable."""

    def refuse(*_: Any) -> int:
        raise PermissionError(errno.EACCES, "Permission denied", "/srv/.out.sitegen-lock")

    monkeypatch.setattr(os, "open", refuse)
    with pytest.raises(SitegenError) as refused, open_generation(tmp_path / "out"):
        pass
    (problem,) = refused.value.diagnostics
    assert "cannot write `/srv/.out.sitegen-lock`: permission denied" in problem.message
    assert f"the new site is made in `{tmp_path}`" in problem.hint


def test_failure_after_the_switch_is_not_called_unchanged(
    output: Path, tree: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    """When the new site stands, a folder that cannot be synced is no reason to claim that the old one does."""

    def refuse(*_: Any) -> None:
        raise OSError(errno.EIO, "Input/output error")

    monkeypatch.setattr(generation, "sync", refuse)
    publish_new(output)
    assert whole(tree(output)) == "new"


def test_refused_switch_puts_the_old_site_back(output: Path, tree: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    """By turns, a second rename that fails undoes the first."""
    real = os.rename

    def refuse(one: Path, other: Path) -> None:
        if ".sitegen-by-" in one.name:
            raise OSError(errno.EBUSY, "Device or resource busy", str(other))
        real(one, other)

    monkeypatch.setattr(switch, "exchange", lambda *_: False)
    monkeypatch.setattr(os, "rename", refuse)
    with pytest.raises(SitegenError, match="mount point or in use") as refused:
        publish_new(output)
    assert "--output" in refused.value.diagnostics[0].hint
    assert whole(tree(output)) == "old"
    assert [one.name for one in output.parent.iterdir()] == ["out"]
