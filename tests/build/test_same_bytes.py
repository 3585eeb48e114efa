"""One archive, one site: whatever machine, moment, path and number of processes built it.

The manifest holds the SHA-256 of every file, so equal manifests are equal sites. 1,000 real articles are built in two
ways, with SOAK=1 in all four, and by every Python of this machine in other_pythons.py.
"""

import os
import random
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from tests.build.small import build, small_archive
from tests.build.test_build import tree
from tests.conftest import REPOSITORY, SHARED_DATA

WAYS: tuple[dict[str, str], ...] = (
    {"PYTHONHASHSEED": "0", "LC_ALL": "C", "TZ": "UTC", "workers": "1"},
    {"PYTHONHASHSEED": "1", "LC_ALL": "tr_TR.UTF-8", "TZ": "Asia/Tokyo", "workers": "2"},
    {"PYTHONHASHSEED": "77", "LC_ALL": "C.UTF-8", "TZ": "America/St_Johns", "workers": "3", "LANG": "ja_JP.SJIS"},
    {"PYTHONHASHSEED": "random", "LC_ALL": "POSIX", "TZ": "Pacific/Kiritimati", "workers": "5", "PYTHONUTF8": "0"},
)


def built(content: Path, folder: Path, way: dict[str, str], *options: str) -> bytes:
    """The manifest of the site that a process of its own makes of a copy at another path."""
    folder.mkdir(parents=True)
    copied(content, folder / "content")
    told = {name: value for name, value in way.items() if name != "workers"}
    environment = {**os.environ, **told, "HOME": str(folder), "PYTHONPATH": str(REPOSITORY)}
    command = [sys.executable, "-m", "sitegen", "build", "content", "--no-cache", "--workers", way["workers"], *options]
    subprocess.run(command, check=True, cwd=folder, env=environment, capture_output=True)
    return (folder / "public/manifest.json").read_bytes()


def copied(content: Path, to: Path) -> None:
    """The same files, made in another order, so that a folder lists them in another; with other times."""
    files = sorted(one for one in content.rglob("*") if one.is_file())
    random.Random(str(to)).shuffle(files)
    for one in files:
        path = to / one.relative_to(content)
        path.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(one, path)
        os.utime(path, (1, 1))


def test_the_sample_site_is_the_same_everywhere(sample: Path, tmp_path: Path) -> None:
    """Hash seed, locale, time zone, workers, path, order of listing and times of files do not show, search included."""
    places = [tmp_path / name for name in ("a", "b/c", "a path", "ü")]
    sites = {built(sample, place, way) for place, way in zip(places, WAYS, strict=True)}
    assert len(sites) == 1
    assert len(tree(places[0] / "public")) > 200


@contextmanager
def shuffled() -> Iterator[Any]:
    """A scandir that lists whatever it lists in another order each time, which no copying of files can promise."""
    real, chance = os.scandir, random.Random(8)

    class Listing(list[Any]):
        def __enter__(self) -> "Listing":
            return self

        def __exit__(self, *_: object) -> None:
            pass

        def close(self) -> None:
            pass

        def __next__(self) -> Any:
            if not self:
                raise StopIteration
            return self.pop()

        def __iter__(self) -> "Listing":
            return self

    def scandir(*values: Any) -> Listing:
        with real(*values) as found:
            entries = Listing(found)
        chance.shuffle(entries)
        return entries

    listdir = os.listdir
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(os, "scandir", scandir)
        patch.setattr(os, "listdir", lambda *values: chance.sample(found := listdir(*values), len(found)))
        yield


def test_the_order_of_listing_does_not_show(tmp_path: Path) -> None:
    """Folders of content, theme and output that list their files in any order, one each time."""
    content = small_archive(tmp_path / "content")
    build(content, tmp_path / "one")
    for number in range(3):
        with shuffled():
            build(content, tmp_path / "other", tmp_path / "cache")
        assert tree(tmp_path / "other") == tree(tmp_path / "one"), number


@pytest.mark.parametrize("epoch", ["", "0", "1900000000"])
def test_the_clock_does_not_show(tmp_path: Path, epoch: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """No page says when it was built: a clock far off, or SOURCE_DATE_EPOCH, changes nothing that is published."""
    content = small_archive(tmp_path / "content")
    build(content, tmp_path / "one")
    if epoch:
        monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)
    monkeypatch.setattr(time, "time", lambda: 4e9)
    monkeypatch.setattr(time, "time_ns", lambda: 4 * 10**18)
    with monkeypatch.context() as patch:
        patch.setattr("sitegen.publish.lock.datetime", OtherDay)
        build(content, tmp_path / "other")
    assert tree(tmp_path / "other") == tree(tmp_path / "one")


class OtherDay(datetime):
    """A clock that is wrong by years."""

    @classmethod
    def now(cls, tz: Any = None) -> "OtherDay":
        return cls(2099, 1, 1, tzinfo=tz)


def test_control_another_setting_shows(sample: Path, tmp_path: Path) -> None:
    """What is to show does: another address is another manifest."""
    one = built(sample, tmp_path / "one", WAYS[0], "--no-search")
    other = built(sample, tmp_path / "other", WAYS[0], "--no-search", "--base-url", "https://other.example/")
    assert one != other


def test_real_articles_are_the_same_everywhere(tmp_path: Path) -> None:
    """As the sample; many stories, so that several processes really share them."""
    if not (SHARED_DATA / "articles").is_dir():
        pytest.skip("the real inputs are not beside this checkout")
    from benchmarks.unpack import unpack

    unpack(tmp_path / "articles", 1000)
    ways = WAYS if os.environ.get("SOAK") else WAYS[::3]
    with ThreadPoolExecutor(max_workers=2) as pool:
        sites = set(pool.map(lambda way: built(tmp_path / "articles", tmp_path / way["workers"], way), ways))
    assert len(sites) == 1
