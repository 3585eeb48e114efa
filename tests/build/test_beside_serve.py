"""A build while the archive is being previewed: neither disturbs the other."""

import os
import signal
import subprocess
import sys
import threading
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.build.test_faults import Archive, site
from tests.conftest import REPOSITORY

__all__ = ["site"]


@contextmanager
def preview(content: Path, folder: Path) -> Iterator[str]:
    """The address of a preview by a process of its own, which ends with the block."""
    command = [sys.executable, "-u", "-m", "sitegen", "serve", str(content), "--port", "0"]
    environment = {**os.environ, "PYTHONPATH": str(REPOSITORY), "TMPDIR": str(folder)}
    process = subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    assert process.stdout
    try:
        yield process.stdout.readline().split()[1]
    finally:
        process.send_signal(signal.SIGINT)
        _, said = process.communicate(timeout=60)
        assert process.returncode == 0
        assert "Traceback" not in said


def page(address: str) -> str:
    with urllib.request.urlopen(f"{address}articles/lone/") as answer:
        return str(answer.read().decode())


def await_word(address: str, word: str) -> None:
    deadline = time.monotonic() + 60
    while word not in page(address):
        assert time.monotonic() < deadline, word
        time.sleep(0.05)


def test_a_build_while_it_is_previewed(site: Archive, tmp_path: Path) -> None:
    """Both follow each edit; what is published holds nothing of the preview, and the preview leaves nothing."""
    (tmp_path / "aside").mkdir()
    with preview(site.content, tmp_path / "aside") as address:
        for number, word in ((1, "glowed"), (0, "burned"), (1, "glowed")):
            site.edit(number)
            assert site.run() == 0
            assert site.which() == number
            await_word(address, word)
    assert list((tmp_path / "aside").iterdir()) == []


def test_whoever_reads_meanwhile(site: Archive, monkeypatch: pytest.MonkeyPatch) -> None:
    """A server of the output folder finds a page there at any moment, whole, the old one or the new one."""
    real = os.rename

    def rename(one: Path, other: Path) -> None:
        real(one, other)
        (site.output / "articles/lone/index.html").read_bytes()

    monkeypatch.setattr(os, "rename", rename)
    pages = {site.sites[number]["articles/lone/index.html"] for number in (0, 1)}
    seen, stop = set(), threading.Event()

    def read() -> None:
        while not stop.is_set():
            seen.add((site.output / "articles/lone/index.html").read_bytes())

    reader = threading.Thread(target=read)
    reader.start()
    try:
        for number in (1, 0, 1, 0):
            site.edit(number)
            assert site.run() == 0
    finally:
        stop.set()
        reader.join()
    assert seen == pages
