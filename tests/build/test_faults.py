"""What can happen to a whole build: the published folder holds the old site or the new one, and the next is right.

Faults of publishing alone, call by call, are in tests/publish/test_faults.py. SOAK=N makes N of each random fault.
"""

import errno
import io
import os
import random
import shutil
import signal
import sqlite3
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from contextlib import closing, suppress
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from sitegen import lastbuild, store
from sitegen.cli import main
from sitegen.diagnostics import SitegenError
from sitegen.publish import files
from sitegen.reuse import Shelf
from tests.build.small import FILES, build, small_archive
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
            self.sites.insert(0, tree(folder / f"clean{number}"))
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
        found = tree(self.output)
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
    """kill -9 at 50 random moments: one whole site each time; the next build needs no help and equals a clean one."""
    chance = random.Random(4)
    begin = time.perf_counter()
    site.edit(1)
    site.run()
    whole = time.perf_counter() - begin
    hit = 0
    for number in range(SOAK or 50):
        site.edit(number % 2)
        hit += killed(site.run, chance.uniform(0, whole * 1.1))
        assert site.which() is not None
        assert site.run() == 0
        assert site.which() == number % 2
        assert {one.name for one in site.output.parent.glob(".*")} == {".site.sitegen-previous"}
    assert hit > 5


class Shim:
    """Counts calls to the disk of the whole build, and does something at the n-th."""

    NAMES = ("open", "write", "rename", "replace", "link", "mkdir", "fsync", "unlink")

    def __init__(self, patch: pytest.MonkeyPatch) -> None:
        self.count, self.at, self.action = 0, 0, (lambda: None)
        self.for_ever = False
        self._lock = threading.Lock()
        patch.setattr(files, "_start_writing", lambda _: None)
        patch.setattr(os, "fsync", lambda _: None)
        for name in self.NAMES:
            patch.setattr(os, name, self.over(getattr(os, name)))
        patch.setattr(io, "open", self.over(io.open))

    def arm(self, at: int, action: Callable[[], None], for_ever: bool = False) -> None:
        self.count, self.at, self.action, self.for_ever = 0, at, action, for_ever

    def over(self, real: Any) -> Any:
        def call(*args: Any, **kwargs: Any) -> Any:
            with self._lock:
                self.count += 1
                due = self.at and (self.count == self.at or (self.for_ever and self.count > self.at))
            if due:
                self.action()
            return real(*args, **kwargs)

        return call


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
    """All calls in a soak, else some over the whole build."""
    return (
        list(range(1, calls + 1))
        if SOAK or calls <= most
        else sorted(random.Random(1).sample(range(1, calls + 1), most))
    )


def test_killed_at_calls_of_the_whole_build(shim: tuple[Archive, Shim]) -> None:
    """kill -9 before a call that reads, caches or publishes: one whole site, and the next build is right."""
    site, watch = shim
    calls = calls_of_a_build(site, watch)
    assert calls > 100
    seen = set()
    for at in every(calls, 60):
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


def damage(path: Path, chance: random.Random) -> None:
    """Spoils a file in one of the ways in which disks, people and other versions do."""
    content = bytearray(path.read_bytes())
    kind = chance.choice(["flip", "cut", "zero", "tail", "swap", "rows", "format"])
    if kind == "flip" or not content:
        for _ in range(chance.randrange(1, 30)):
            content[chance.randrange(len(content))] ^= 1 << chance.randrange(8)
    elif kind == "cut":
        del content[chance.randrange(len(content)) :]
    elif kind == "zero":
        at = chance.randrange(len(content))
        content[at : at + 4096] = bytes(len(content[at : at + 4096]))
    elif kind == "tail":
        content += chance.randbytes(500)
    if kind in ("flip", "cut", "zero", "tail"):
        path.write_bytes(content)
    elif path.suffix == ".sqlite":
        with closing(sqlite3.connect(path)) as connection:
            keys = sorted(key for (key,) in connection.execute("SELECT key FROM entries"))
            spoil(connection, kind, keys, chance)
            connection.commit()


def forge(path: Path, chance: random.Random) -> None:
    """Puts values of other entries, with right checksums, where they do not belong."""
    with closing(sqlite3.connect(path)) as connection:
        entries = dict(connection.execute("SELECT key, value FROM entries").fetchall())
        for key in chance.sample(sorted(entries), 5):
            value = entries[chance.choice(sorted(entries))]
            right = store._checksum(key, value)
            connection.execute("UPDATE entries SET value = ?, sha256 = ? WHERE key = ?", (value, right, key))
        connection.commit()


def spoil(connection: sqlite3.Connection, kind: str, keys: list[str], chance: random.Random) -> None:
    """What somebody who knows the format could do."""
    one, other = chance.sample(keys, 2)
    if kind == "swap":
        for column in ("sha256", "value"):
            connection.execute(
                f"UPDATE entries SET {column} = (SELECT {column} FROM entries WHERE key = ?) WHERE key = ?",
                (other, one),
            )
    elif kind == "rows":
        for key in chance.sample(keys, len(keys) // 2):
            connection.execute("DELETE FROM entries WHERE key = ?", (key,))
    elif kind == "other":
        (value,) = connection.execute("SELECT value FROM entries WHERE key = ?", (other,)).fetchone()
        connection.execute(
            "UPDATE entries SET value = ?, sha256 = ? WHERE key = ?", (value, store._checksum(one, value), one)
        )
    else:
        connection.execute("PRAGMA user_version = 1")


@pytest.mark.parametrize("kind", ["wide", "at the same site"])
def test_damaged_caches(site: Archive, kind: str) -> None:
    """100 caches damaged in seven ways, the archive changed or not: what is published is the clean site."""
    site.edit(1)
    site.run()
    good = {one: one.read_bytes() for one in site.cache.iterdir()}
    chance = random.Random(kind)
    for number in range(SOAK // 2 or 100):
        for path, content in good.items():
            path.write_bytes(content)
        for path in chance.sample(sorted(good), chance.randrange(1, len(good) + 1)):
            if path.suffix in (".sqlite", ".last"):
                damage(path, chance)
        if kind == "wide":
            shutil.rmtree(site.output)
        site.edit(number % 2)
        assert site.run() == 0, site.said
        assert site.which() == number % 2


def test_forged_caches(site: Archive) -> None:
    """Whoever can write the cache can put false texts into it, and no more: the build ends in words, and whole."""
    good = (site.cache / "content.sqlite").read_bytes()
    chance = random.Random(9)
    codes = set()
    for number in range(SOAK // 10 or 20):
        (site.cache / "content.sqlite").write_bytes(good)
        forge(site.cache / "content.sqlite", chance)
        site.edit(number % 2)
        codes.add(site.run())
        assert (site.output / "manifest.json").exists()
    assert codes <= {0, 1}


def test_a_build_that_stumbles_over_its_cache_is_made_without(site: Archive, monkeypatch: pytest.MonkeyPatch) -> None:
    """Two readings that change places are seen; whatever else a forger finds costs that cache, and not the build."""
    site.edit(1)
    real = Shelf._unchanged
    with monkeypatch.context() as patched:
        patched.setattr(Shelf, "_unchanged", lambda *given: real(*given) and 1 / 0)
        assert site.run() == 0
    assert site.which() == 1
    assert not (site.cache / "content.sqlite").exists()
    site.edit(0)
    assert site.run() == 0
    assert site.which() == 0


def test_control_a_cache_that_is_believed_is_found_out(site: Archive, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without checksums a spoilt entry would be published, and the comparison above would see it."""
    monkeypatch.setattr(store, "_checksum", lambda *_: b"")
    monkeypatch.setattr(lastbuild, "look", lambda asked: lastbuild.Look(asked))
    shutil.rmtree(site.cache)
    shutil.rmtree(site.output)
    site.run()
    with closing(sqlite3.connect(site.cache / "content.sqlite")) as connection:
        for key, value in connection.execute("SELECT key, value FROM entries WHERE key LIKE '%.files'").fetchall():
            connection.execute("UPDATE entries SET value = ? WHERE key = ?", (value.replace(b"Pell", b"Nell"), key))
        connection.commit()
    shutil.rmtree(site.output)
    (site.cache / "content.last").unlink(missing_ok=True)
    site.run()
    assert site.which() is None


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


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_a_signal_ends_a_build_cleanly(sample: Path, tmp_path: Path, number: int) -> None:
    """Ctrl-C, SIGTERM and a closed terminal: nothing is published, nothing is left, and no worker lives on."""
    command = [
        sys.executable,
        "-m",
        "sitegen",
        "build",
        str(sample),
        "--output",
        "site",
        "--workers",
        "2",
        "--no-cache",
    ]
    process = subprocess.Popen(command, cwd=tmp_path, stderr=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    while process.poll() is None and not list(tmp_path.glob(".site.sitegen-[0-9]*")):
        time.sleep(0.01)
    process.send_signal(number)
    _, said = process.communicate(timeout=60)
    assert process.returncode in (1, 128 + number)
    assert "Traceback" not in said
    assert list(tmp_path.iterdir()) == []


def test_a_cache_that_cannot_be_written(site: Archive, monkeypatch: pytest.MonkeyPatch) -> None:
    """A read-only cache folder makes a build slower and the same."""

    def refuse(*_: Any, **__: Any) -> sqlite3.Connection:
        raise sqlite3.OperationalError("attempt to write a readonly database")

    monkeypatch.setattr(sqlite3, "connect", refuse)
    monkeypatch.setattr(lastbuild, "_write", lambda *_: (_ for _ in ()).throw(PermissionError()))
    site.edit(1)
    assert site.run() == 0
    assert site.which() == 1


def test_a_cache_that_loses_what_it_had(site: Archive, monkeypatch: pytest.MonkeyPatch) -> None:
    """A text that was in the cache at the beginning of a build and is not in the middle is read from its file again."""
    real = Shelf._fetched
    monkeypatch.setattr(Shelf, "_fetched", lambda shelf, _: real(shelf, "gone"))
    site.edit(1)
    assert site.run() == 0
    assert site.which() == 1


def test_a_theme_that_cannot_be_read_is_told(site: Archive, monkeypatch: pytest.MonkeyPatch) -> None:
    """An error with its file and a next step; what was published stays."""

    def refuse(*_: Any) -> Any:
        raise PermissionError(errno.EACCES, "Permission denied", "templates/base.html")

    monkeypatch.setattr("sitegen.build.read_theme", refuse)
    with pytest.raises(SitegenError) as told:
        build(site.content, site.output)
    assert told.value.diagnostics[0].code == "theme-unreadable"
    assert told.value.diagnostics[0].location.path == "templates/base.html"
    assert site.which() == 0
