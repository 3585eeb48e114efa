"""What a user installs: a wheel that finds its theme, lock files without addresses."""

import re
import subprocess
import sys
import venv
import zipfile
from pathlib import Path

import pytest

from sitegen.read import theme_folder
from tests.conftest import REPOSITORY

LOCKS = (
    "requirements.lock",
    "requirements-test.lock",
    "requirements-bench.lock",
    "requirements-s3.lock",
    "package-lock.json",
    "benchmarks/peers/package-lock.json",
)


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built without isolation and without asking any index."""
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--no-index", "--no-build-isolation"]
    subprocess.run([*command, "--wheel-dir", str(folder), str(REPOSITORY)], check=True, stdin=subprocess.DEVNULL)
    return next(folder.glob("*.whl"))


def test_the_wheel_holds_the_theme(wheel: Path) -> None:
    """Every template and asset of the checkout is in it, below the package."""
    with zipfile.ZipFile(wheel) as archive:
        names = set(archive.namelist())
    files = [
        path.relative_to(REPOSITORY / "templates") for path in (REPOSITORY / "templates").rglob("*") if path.is_file()
    ]
    assert files
    assert [str(path) for path in files if f"sitegen/_templates/{path.as_posix()}" not in names] == []


def test_the_wheel_holds_the_catalogues(wheel: Path) -> None:
    """Every translation of the checkout is in it, beside the code."""
    with zipfile.ZipFile(wheel) as archive:
        names = set(archive.namelist())
    catalogues = sorted((REPOSITORY / "sitegen" / "locales").glob("*.po"))
    assert catalogues
    assert [one.name for one in catalogues if f"sitegen/locales/{one.name}" not in names] == []


def test_an_installed_wheel_builds_a_site(wheel: Path, tmp_path: Path) -> None:
    """Away from the checkout, `sitegen new` and `sitegen build` work with the packaged theme."""
    environment = tmp_path / "environment"
    venv.create(environment, with_pip=False, symlinks=True)
    packages = next((environment / "lib").glob("python*/site-packages"))
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(packages)
    dependencies = next(path for path in sys.path if path.endswith("site-packages"))
    (packages / "dependencies.pth").write_text(dependencies + "\n", encoding="utf-8")
    script = f"""
import sys
sys.path = [path for path in sys.path if path != {str(REPOSITORY)!r}]
import sitegen
assert sitegen.__file__.startswith({str(packages)!r}), sitegen.__file__
from sitegen.cli import main
main(sys.argv[1:])
"""
    for arguments in (["new", "archive"], ["build", "archive", "--no-search", "--no-cache", "--output", "public"]):
        python = environment / "bin" / "python"
        subprocess.run([python, "-c", script, *arguments], check=True, cwd=tmp_path, capture_output=True)
    assert (tmp_path / "public" / "stories" / "lighthouse" / "index.html").is_file()


def test_the_checkout_finds_its_theme() -> None:
    """An editable install uses the templates beside the package."""
    assert theme_folder() == REPOSITORY / "templates"


@pytest.mark.parametrize("name", LOCKS)
def test_lock_files_hold_hashes_and_no_address(name: str) -> None:
    """Whoever installs says where from."""
    text = (REPOSITORY / name).read_text(encoding="utf-8")
    assert not re.search(r"https?://|--(extra-)?index-url|--find-links", text)
    assert "sha256:" in text or "sha512-" in text


def test_every_locked_package_is_pinned_by_hash() -> None:
    """pip's --require-hashes has something to require for each."""
    for name in LOCKS[:3]:
        entries = re.split(r"\n(?=[a-z0-9])", (REPOSITORY / name).read_text(encoding="utf-8").strip())
        assert len(entries) > 10
        assert [entry.splitlines()[0] for entry in entries if "--hash=sha256:" not in entry] == []
