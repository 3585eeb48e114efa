"""One archive, one site: whatever machine, moment, path and number of processes built it.

The manifest holds the SHA-256 of every file, so equal manifests are equal sites. SOAK=1 takes 1,000 real articles
instead of 60.
"""

import os
import random
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

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

    soak = bool(os.environ.get("SOAK"))
    unpack(tmp_path / "articles", 1000 if soak else 60)
    ways = WAYS if soak else WAYS[::3]
    sites = {built(tmp_path / "articles", tmp_path / way["workers"], way) for way in ways}
    assert len(sites) == 1
