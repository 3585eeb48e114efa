"""What can happen to a whole build: the published folder holds the old site or the new one, and the next is right.

Faults of publishing alone, call by call, are in tests/publish/test_faults.py. SOAK=N makes N of each random fault.
"""

import errno
import io
import os
import random
import signal
import sqlite3
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from sitegen.cli import main
from sitegen.diagnostics import SitegenError
from sitegen.pipeline import article_files
from sitegen.publish import files, switch
from tests.build.small import FILES, build, small_archive, without_history
from tests.build.test_build import archive, tree

SOAK = int(os.environ.get("SOAK", "0"))
VERSIONS = ({"lone": FILES["lone"]}, {"lone": FILES["lone"].replace("burned", "glowed"), "more": FILES["lone"]})


class Archive:
    """An archive in two versions, the site of each, and a folder in which one is published."""

    def __init__(self, folder: Path) -> None:
        self.content = small_archive(folder / "content")
        self.output, self.cache = folder / "site", folder / "cache"
        self.sites = []
        for number in reversed(range(2)):
            self.edit(number)
            build(self.content, folder / f"clean{number}")
            self.sites.insert(0, without_history(tree(folder / f"clean{number}")))
        self.run()

    def edit(self, number: int) -> None:
        (self.content / "more.md").unlink(missing_ok=True)
        archive(self.content, **VERSIONS[number])

    def run(self) -> int:
        """The exit code; `said` is what was printed."""
        arguments = ["build", str(self.content), "--output", str(self.output), "--cache", str(self.cache)]
        result = CliRunner().invoke(main, [*arguments, "--workers", "1", "--no-search"], catch_exceptions=False)
        self.said = result.output
        return result.exit_code

    def which(self) -> int | None:
        """The version that is published; None for a mix, or for nothing."""
        found = without_history(tree(self.output))
        return self.sites.index(found) if found in self.sites else None


@pytest.fixture
def site(tmp_path: Path) -> Archive:
    made = Archive(tmp_path)
    assert made.which() == 0
    assert made.sites[0] != made.sites[1]
    return made


def killed(action: Callable[[], object], seconds: float | None = None) -> bool:
    """Runs `action` in a child that is killed after a while, or kills itself. Whether it was, before it had ended."""
    child = os.fork()
    if child == 0:
        try:
            with suppress(BaseException):
                action()
        finally:
            os._exit(0)
    if seconds is not None:
        time.sleep(seconds)
        with suppress(ProcessLookupError):
            os.kill(child, signal.SIGKILL)
    return os.WIFSIGNALED(os.waitpid(child, 0)[1])


def test_killed_at_any_moment(site: Archive) -> None:
    """kill -9 at 35 random moments: one whole site each time; the next build needs no help and equals a clean one."""
    chance = random.Random(4)
    begin = time.perf_counter()
    site.edit(1)
    site.run()
    whole = time.perf_counter() - begin
    hit = 0
    for number in range(SOAK or 35):
        site.edit(number % 2)
        hit += killed(site.run, chance.uniform(0, whole * 1.1))
        assert site.which() is not None
        assert site.run() == 0
        assert site.which() == number % 2
        assert {one.name for one in site.output.parent.glob(".*")} == {".site.sitegen-previous"}
    assert hit > 5


class Shim:
    """Counts calls to the disk of the whole build, and does something at the n-th."""

    NAMES = (
        *("open", "write", "pwrite", "ftruncate", "rename", "replace", "link", "mkdir", "fsync", "unlink", "rmdir"),
        *("chmod", "scandir", "listdir"),
    )

    def __init__(self, patch: pytest.MonkeyPatch) -> None:
        self.count, self.at, self.action = 0, 0, (lambda: None)
        self.for_ever = False
        self._lock = threading.Lock()
        patch.setattr(files, "_start_writing", lambda _: None)
        patch.setattr(os, "fsync", lambda _: None)
        for name in self.NAMES:
            patch.setattr(os, name, self.over(getattr(os, name)))
        patch.setattr(io, "open", self.over(io.open))
        patch.setattr(switch, "exchange", self.over(switch.exchange))
        connect, counted = sqlite3.connect, self.counted_database()

        def connected(database: Any, *options: Any, **named: Any) -> sqlite3.Connection:
            # One in memory calls no disk.
            kind = {} if database == ":memory:" else {"factory": counted}
            return connect(database, *options, **kind, **named)

        patch.setattr(sqlite3, "connect", connected)

    def arm(self, at: int, action: Callable[[], None], for_ever: bool = False) -> None:
        self.count, self.at, self.action, self.for_ever = 0, at, action, for_ever

    def over(self, real: Any) -> Any:
        def call(*args: Any, **kwargs: Any) -> Any:
            self.step()
            return real(*args, **kwargs)

        return call

    def step(self) -> None:
        with self._lock:
            self.count += 1
            due = self.at and (self.count == self.at or (self.for_ever and self.count > self.at))
        if due:
            self.action()

    def counted_database(self) -> type[sqlite3.Connection]:
        """The cache reads and writes in C; its statements are counted with the calls, and fail in its own words."""

        def step() -> None:
            try:
                self.step()
            except OSError as failure:
                raise sqlite3.OperationalError(str(failure)) from failure

        class Counted(sqlite3.Connection):
            def execute(self, *values: Any) -> Any:
                step()
                return super().execute(*values)

            def executemany(self, *values: Any) -> Any:
                step()
                return super().executemany(*values)

            def commit(self) -> None:
                step()
                super().commit()

        return Counted


def calls_of_a_build(site: Archive, shim: Shim) -> int:
    shim.arm(0, lambda: None)
    site.edit(1)
    site.run()
    count = shim.count
    site.edit(0)
    site.run()
    return count


@pytest.fixture
def shim(site: Archive, monkeypatch: pytest.MonkeyPatch) -> tuple[Archive, Shim]:
    return site, Shim(monkeypatch)


def every(calls: int, most: int) -> list[int]:
    """Calls over the whole build, at least `most` of them; in a soak as many as were asked for, or all."""
    most = max(most, SOAK)
    return list(range(1, calls + 1)) if calls <= most else sorted(random.Random(1).sample(range(1, calls + 1), most))


def test_killed_at_calls_of_the_whole_build(shim: tuple[Archive, Shim]) -> None:
    """kill -9 before a call that reads, caches or publishes: one whole site, and the next build is right."""
    site, watch = shim
    calls = calls_of_a_build(site, watch)
    assert calls > 100
    seen = set()
    for at in every(calls, 40):
        site.edit(1)
        killed(lambda: (watch.arm(at, lambda: os.kill(os.getpid(), signal.SIGKILL)), site.run()))  # noqa: B023
        seen.add(site.which())
        assert None not in seen
        assert site.run() == 0
        assert site.which() == 1
        site.edit(0)
        site.run()
    assert 0 in seen


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EIO, errno.EACCES, errno.EMFILE, errno.EROFS])
@pytest.mark.parametrize("for_ever", [False, True], ids=["once", "for ever"])
def test_any_call_of_the_whole_build_fails(shim: tuple[Archive, Shim], number: int, for_ever: bool) -> None:
    """Whatever the system refuses: a message and never a traceback, the old site or the new one, and then as ever."""
    site, watch = shim
    calls = calls_of_a_build(site, watch)

    def refuse() -> None:
        raise OSError(number, os.strerror(number), "somewhere")

    for at in every(calls, 12):
        site.edit(1)
        watch.arm(at, refuse, for_ever)
        code = site.run()
        watch.arm(0, lambda: None)
        assert code in (0, 1)
        assert site.which() == (0 if code else 1)
        assert site.run() == 0
        assert site.which() == 1
        site.edit(0)
        site.run()


def test_several_builds_at_once(site: Archive) -> None:
    """Four builds of one archive at the same moment: each publishes or is told of the other, and the site is right."""
    for number in range(SOAK // 10 or 5):
        site.edit((number + 1) % 2)
        children = []
        for _ in range(4):
            child = os.fork()
            if child == 0:
                code = 99
                with suppress(BaseException):
                    code = site.run()
                os._exit(code)
            children.append(child)
        codes = [os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) for child in children]
        assert 0 in codes
        assert set(codes) <= {0, 1}
        assert site.which() == (number + 1) % 2


def test_content_that_changes_while_it_is_built(site: Archive) -> None:
    """A page shows one of the texts that its file held; a file that is gone is told of; the build after is right."""
    stop = threading.Event()
    texts = [FILES["lone"].replace("burned", f"glowed{number}") for number in range(5)]

    def write() -> None:
        chance = random.Random(7)
        while not stop.is_set():
            path = site.content / "lone.md"
            (path.with_suffix(".new")).write_text(chance.choice(texts), encoding="utf-8")
            (path.with_suffix(".new")).rename(path)
            if chance.random() < 0.1:
                path.rename(path.with_name("lone2.md"))
                time.sleep(0.001)
                path.with_name("lone2.md").rename(path)

    thread = threading.Thread(target=write)
    thread.start()
    try:
        codes = []
        for _ in range(10):
            codes.append(site.run())
            pages = [one.read_text("utf-8") for one in site.output.glob("articles/lone*/index.html")]
            assert pages
            for page in pages:
                shown = [text for text in (FILES["lone"], *texts) if text.split("---\n")[2].strip() in page]
                assert len(shown) == 1
    finally:
        stop.set()
        thread.join()
    assert 0 in codes
    site.edit(1)
    (site.content / "lone2.md").unlink(missing_ok=True)
    site.run()
    assert site.which() == 1


@pytest.mark.parametrize("opened", [1, 2], ids=["before it is read", "before it is parsed"])
def test_a_page_shows_bytes_that_were_there(site: Archive, monkeypatch: pytest.MonkeyPatch, opened: int) -> None:
    """A file that changes after it was hashed is published as it was read, and is remembered as nothing else."""
    lone, real = site.content / "lone.md", article_files.read_article_bytes
    site.edit(1)
    seen: list[str] = []

    def change(content: Any, entry: Any, context: Any) -> Any:
        found = real(content, entry, context)
        seen.append(entry.relative)
        if entry.relative == "lone.md" and seen.count("lone.md") == opened:
            lone.write_text(FILES["lone"].replace("burned", "flickered"), encoding="utf-8")
        return found

    with monkeypatch.context() as patched:
        patched.setattr(article_files, "read_article_bytes", change)
        assert site.run() == 0
    assert site.which() == (None if opened == 1 else 1)
    assert seen.count("lone.md") == 2
    site.edit(0)
    site.run()
    site.edit(1)
    assert site.run() == 0
    assert site.which() == 1


def by_two_workers(content: Path) -> list[str]:
    """The command that builds `content` into `site`, from the start and in several processes."""
    options = ["--output", "site", "--workers", "2", "--no-cache"]
    return [sys.executable, "-m", "sitegen", "build", str(content), *options]


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_a_signal_ends_a_build_cleanly(sample: Path, tmp_path: Path, number: int) -> None:
    """Ctrl-C, SIGTERM and a closed terminal: nothing is published, nothing is left, and no worker lives on."""
    process = subprocess.Popen(
        by_two_workers(sample), cwd=tmp_path, stderr=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    while process.poll() is None and not list(tmp_path.glob(".site.sitegen-[0-9]*")):
        time.sleep(0.01)
    process.send_signal(number)
    _, said = process.communicate(timeout=60)
    # CPython ends itself by SIGINT where the interrupt came while a text was run, as each dataclass is that is made.
    is_told = number == signal.SIGINT and said.rstrip().endswith("Aborted!")
    assert process.returncode in (1, 128 + number, *([-number] if is_told else []))
    assert "Traceback" not in said
    assert list(tmp_path.iterdir()) == []


def test_ctrl_c_on_a_terminal_reaches_the_workers_too(sample: Path, tmp_path: Path) -> None:
    """The whole group of processes gets it: nothing is published or left, and nobody prints a traceback."""
    process = subprocess.Popen(
        by_two_workers(sample), cwd=tmp_path, stderr=subprocess.PIPE, text=True, start_new_session=True
    )
    while process.poll() is None and not list(tmp_path.glob(".site.sitegen-[0-9]*/stories")):
        time.sleep(0.01)
    os.killpg(process.pid, signal.SIGINT)
    _, said = process.communicate(timeout=60)
    assert process.returncode == 1
    assert "Traceback" not in said
    assert list(tmp_path.iterdir()) == []


def test_a_theme_that_cannot_be_read_is_told(site: Archive, monkeypatch: pytest.MonkeyPatch) -> None:
    """An error with its file and a next step; what was published stays."""

    def refuse(*_: Any) -> Any:
        raise PermissionError(errno.EACCES, "Permission denied", "templates/base.html")

    monkeypatch.setattr("sitegen.pipeline.build.read_theme", refuse)
    with pytest.raises(SitegenError) as told:
        build(site.content, site.output)
    assert told.value.diagnostics[0].code == "theme-unreadable"
    assert told.value.diagnostics[0].location.path == "templates/base.html"
    assert site.which() == 0
