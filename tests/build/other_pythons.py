"""One archive, one site, whichever Python builds it: part of `make soak`, as each needs an environment of its own.

Every Python from 3.11 on that is on PATH or that pyenv or uv have installed is tried; the table says which were.
"""

import os
import re
import subprocess
import sys
from functools import cache
from pathlib import Path
from shutil import which

import pytest

from tests.build.test_build import tree
from tests.conftest import REPOSITORY, SHARED_DATA

FOLDERS = ("~/.pyenv/versions/*/bin", "~/.local/share/uv/python/*/bin", "/opt/python/*/bin", "/usr/local/bin")


@cache
def pythons() -> tuple[str, ...]:
    """Programs of other versions than this one, one for each version."""
    home = Path.home()
    places = [home.glob(one[2:]) if one.startswith("~") else Path("/").glob(one[1:]) for one in FOLDERS]
    named = [str(one / "python3") for place in places for one in sorted(place)]
    named += [found for minor in range(11, 20) if (found := which(f"python3.{minor}"))]
    versions: dict[str, str] = {}
    for one in named:
        command = [one, "-c", "import sys, venv; print(*sys.version_info[:2], sep='.')"]
        try:
            version = subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip()
        except (OSError, subprocess.CalledProcessError):
            continue
        if re.fullmatch(r"3\.1[1-9]", version) and version != ".".join(map(str, sys.version_info[:2])):
            versions.setdefault(version, one)
    return tuple(versions[version] for version in sorted(versions))


@pytest.fixture(scope="module", params=pythons(), ids=lambda one: re.sub(r".*?(\d\.\d+).*", r"\1", one))
def other(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> str:
    """A Python of another version, with what sitegen needs."""
    folder = tmp_path_factory.mktemp("python")
    subprocess.run([request.param, "-m", "venv", str(folder)], check=True)
    python = str(folder / "bin/python")
    wanted = ["-r", str(REPOSITORY / "requirements.lock")]
    subprocess.run([python, "-m", "pip", "install", "--quiet", "--require-hashes", *wanted], check=True)
    return python


def site(python: str, content: Path, output: Path) -> dict[str, bytes]:
    command = [python, "-m", "sitegen", "build", str(content), "--output", str(output), "--no-cache"]
    environment = {**os.environ, "PYTHONPATH": str(REPOSITORY)}
    subprocess.run(command, env=environment, check=True, capture_output=True)
    return tree(output)


def test_the_sample_site(other: str, sample: Path, tmp_path: Path) -> None:
    """Search included."""
    assert site(other, sample, tmp_path / "other") == site(sys.executable, sample, tmp_path / "this")


def test_real_articles(other: str, tmp_path: Path) -> None:
    """1,000 of them, as they were scraped."""
    assert (SHARED_DATA / "articles").is_dir(), "the real inputs are not beside this checkout"
    from benchmarks.unpack import unpack

    unpack(tmp_path / "articles", 1000)
    content = tmp_path / "articles"
    assert site(other, content, tmp_path / "other") == site(sys.executable, content, tmp_path / "this")
