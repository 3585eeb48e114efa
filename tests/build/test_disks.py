"""Disks as they are: another one, a full one, one that may only be read; no home and no folder for temporary files."""

import ctypes
import os
import resource
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.build.small import small_archive
from tests.build.test_build import tree
from tests.build.test_faults import Archive, site
from tests.conftest import REPOSITORY

__all__ = ["site"]
ELSEWHERE = Path("/dev/shm")
"""A file system of its own on every Linux."""


@pytest.fixture
def elsewhere() -> Iterator[Path]:
    folder = Path(tempfile.mkdtemp(prefix="sitegen-test-", dir=ELSEWHERE))
    yield folder
    shutil.rmtree(folder)


def in_child(action: Callable[[], int], prepare: Callable[[], object]) -> int:
    """The exit code of `action` in a child process, which is prepared first and can do no harm to this one."""
    child = os.fork()
    if child == 0:
        code = 99
        try:
            prepare()
            code = action()
        finally:
            os._exit(code)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def as_others() -> None:
    """Gives up what root may do beyond others: reading and writing whatever the mode of a file."""
    libc = ctypes.CDLL(None, use_errno=True)
    header, nothing = (ctypes.c_uint32 * 2)(0x20080522, 0), (ctypes.c_uint32 * 6)()
    assert libc.capset(header, nothing) == 0


@pytest.mark.parametrize("part", ["output", "cache", "content"])
def test_another_device(site: Archive, elsewhere: Path, part: str) -> None:
    """Content, cache and output may each lie on a disk of its own."""
    assert elsewhere.stat().st_dev != site.content.stat().st_dev
    if part == "content":
        shutil.copytree(site.content, elsewhere / "content")
        site.content = elsewhere / "content"
    else:
        setattr(site, part, elsewhere / part)
    for number in (0, 1, 0):
        site.edit(number)
        assert site.run() == 0
        assert site.which() == number


def test_an_output_that_leads_to_another_device(site: Archive, elsewhere: Path, tmp_path: Path) -> None:
    """A link to a folder of another disk is published through: the site is made beside the folder, not the link."""
    site.output = tmp_path / "link"
    site.output.symlink_to(elsewhere / "site")
    for number in (0, 1):
        site.edit(number)
        assert site.run() == 0
        assert site.which() == number
    assert site.output.is_symlink()


def said_by(site: Archive, path: Path) -> int:
    """Builds, and writes down what was said: this is a child, which cannot tell otherwise."""
    code = site.run()
    path.write_text(site.said)
    return code


def test_a_folder_that_may_only_be_read(site: Archive, elsewhere: Path) -> None:
    """No new site can be made beside the old one: it says where that must be possible, and the old one stands."""
    site.edit(1)
    site.output.parent.chmod(0o555)
    try:
        code = in_child(lambda: said_by(site, elsewhere / "said"), as_others)
    finally:
        site.output.parent.chmod(0o755)
    said = (elsewhere / "said").read_text()
    assert code == 1
    assert "permission denied; what was published before is unchanged" in said
    assert f"the new site is made in `{site.output.parent}`" in said
    assert site.which() == 0


@pytest.mark.parametrize("mode", [0o555, 0o000])
def test_a_cache_that_may_only_be_read_or_not_even_that(site: Archive, mode: int) -> None:
    """A build that cannot write its cache, or not even see it, is slower and the same."""
    site.edit(1)
    for one in site.cache.iterdir():
        one.chmod(mode & 0o444)
    site.cache.chmod(mode)
    try:
        assert in_child(site.run, as_others) == 0
    finally:
        site.cache.chmod(0o755)
    assert site.which() == 1


@pytest.fixture
def small_disk(elsewhere: Path) -> Iterator[tuple[Path, Callable[[], object]]]:
    """A disk of 1 MB, and nothing to be done in the child; where none can be mounted, files end at 20 KB there."""
    folder = elsewhere / "small"
    folder.mkdir()
    libc = ctypes.CDLL(None, use_errno=True)
    mounted = libc.mount(b"tmpfs", os.fsencode(folder), b"tmpfs", 0, b"size=1m") == 0

    def limited() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, 20_000))

    yield folder, (lambda: None) if mounted else limited
    if mounted:
        assert libc.umount2(os.fsencode(folder), 2) == 0


@pytest.mark.parametrize("room", [0, 30_000, 200_000])
def test_a_full_disk(site: Archive, small_disk: tuple[Path, Callable[[], object]], elsewhere: Path, room: int) -> None:
    """Full at the beginning, among the pages or at their end: how much room is needed and where; then it goes on."""
    folder, prepare = small_disk
    site.output = folder / "site"
    (folder / "filling").write_bytes(bytes(shutil.disk_usage(folder).free - room) if room < 1_000_000 else b"")
    code = in_child(lambda: said_by(site, elsewhere / "said"), prepare)
    said = (elsewhere / "said").read_text()
    assert code == 1
    assert "the disk is full" in said or "the file would be larger than the system allows" in said
    assert f"in `{folder}`, beside the old site" in said
    assert [one.name for one in folder.iterdir()] == ["filling"]
    (folder / "filling").unlink()
    assert site.run() == 0
    assert site.which() == 0


def test_a_full_disk_below_the_cache(site: Archive, small_disk: tuple[Path, Callable[[], object]]) -> None:
    """What cannot be kept is made again the next time; the site is the same."""
    folder, prepare = small_disk
    site.cache = folder / "cache"
    (folder / "filling").write_bytes(bytes(shutil.disk_usage(folder).free - 50_000))
    for number in (1, 0):
        site.edit(number)
        assert in_child(site.run, prepare) == 0
        assert site.which() == number


def test_no_home_and_no_folder_for_temporary_files(tmp_path: Path) -> None:
    """A service has neither; two workers and the search index do without."""
    content = small_archive(tmp_path / "content")
    command = [sys.executable, "-m", "sitegen", "build", "content", "--workers", "2"]
    bare = {name: value for name, value in os.environ.items() if name not in ("HOME", "TMPDIR", "TEMP", "TMP")}
    for output, environment in {"one": os.environ, "other": {**bare, "TMPDIR": "/nowhere"}}.items():
        given = {**environment, "PYTHONPATH": str(REPOSITORY)}
        subprocess.run([*command, "--output", output], cwd=tmp_path, env=given, check=True, capture_output=True)
    assert tree(tmp_path / "one") == tree(tmp_path / "other")
    assert (content.parent / ".sitegen").is_dir()
