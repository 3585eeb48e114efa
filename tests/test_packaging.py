"""What a user installs: a wheel that finds its theme, lock files without addresses."""

import re
import subprocess
import sys
import tomllib
import venv
import zipfile
from collections.abc import Iterator
from email.parser import HeaderParser
from fnmatch import fnmatch
from pathlib import Path

import pytest

from sitegen.distribution import install_command
from sitegen.read import read_theme, theme_folder
from sitegen.render.compiling import compile_theme
from tests.conftest import REPOSITORY

LOCKS = (
    "requirements.lock",
    "requirements-test.lock",
    "requirements-bench.lock",
    "requirements-s3.lock",
    "package-lock.json",
    "benchmarks/peers/package-lock.json",
    "benchmarks/site/package-lock.json",
)
PROJECT = tomllib.loads((REPOSITORY / "pyproject.toml").read_text("utf-8"))["project"]
NAME: str = PROJECT["name"]


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


def test_the_wheel_holds_the_specimen(wheel: Path) -> None:
    """The texts that the style guide of a preview is made of are in it, whatever their suffix."""
    with zipfile.ZipFile(wheel) as archive:
        names = set(archive.namelist())
    files = [
        path.relative_to(REPOSITORY) for path in (REPOSITORY / "sitegen" / "specimen").rglob("*") if path.is_file()
    ]
    assert len(files) > 15
    assert [path.as_posix() for path in files if path.as_posix() not in names] == []


def test_the_wheel_holds_the_catalogues(wheel: Path) -> None:
    """Every translation of the checkout is in it, beside the code."""
    with zipfile.ZipFile(wheel) as archive:
        names = set(archive.namelist())
    catalogues = sorted((REPOSITORY / "sitegen" / "locales").glob("*.po"))
    assert catalogues
    assert [one.name for one in catalogues if f"sitegen/locales/{one.name}" not in names] == []


def test_the_wheel_holds_the_templates_compiled(wheel: Path) -> None:
    """So a build does not compile them again; they are those of this checkout."""
    with zipfile.ZipFile(wheel) as archive:
        content = archive.read("sitegen/_templates.json")
    theme = read_theme(REPOSITORY / "templates")
    assert content == compile_theme({name: html.decode() for name, html in theme.items() if name.endswith(".html")})


def test_the_wheel_says_whose_it_is_and_that_it_is_typed(wheel: Path) -> None:
    """The metadata has a name of our own, authors, keywords and licence; type checkers find `py.typed`."""
    with zipfile.ZipFile(wheel) as archive:
        names = archive.namelist()
        metadata = next(name for name in names if name.endswith(".dist-info/METADATA"))
        fields = HeaderParser().parsestr(archive.read(metadata).decode("utf-8"))
    assert fields["Name"] == NAME == "sitegen-archive"
    required = ("Author", "Keywords", "License-Expression", "Summary", "Requires-Python", "Description-Content-Type")
    assert [name for name in required if not fields[name]] == []
    assert "Typing :: Typed" in fields.get_all("Classifier", [])
    assert fields.get_all("Project-URL") is None, "the project has no address yet"
    assert "sitegen/py.typed" in names
    assert PROJECT["scripts"] == {"sitegen": "sitegen.cli:main"}


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
    python = environment / "bin" / "python"
    for arguments in (["new", "archive"], ["build", "archive", "--no-search", "--no-cache", "--output", "public"]):
        subprocess.run([python, "-c", script, *arguments], check=True, cwd=tmp_path, capture_output=True)
    assert (tmp_path / "public" / "stories" / "lighthouse" / "index.html").is_file()
    hint = "from sitegen.distribution import install_command; print(install_command('import'))"
    lines = [line for line in script.splitlines() if "main" not in line]
    shown = subprocess.run([python, "-c", "\n".join([*lines, hint])], check=True, cwd=tmp_path, capture_output=True)
    assert shown.stdout.decode().strip() == f"pip install '{NAME}[import]'"


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


def test_in_a_checkout_the_hint_installs_the_checkout() -> None:
    """An editable install, and a checkout that is not installed, name no distribution of any index."""
    assert install_command("import") == "pip install '.[import]'"


_PIP = re.compile(r"pip3? install\s+([^`\n;|&]*)")
_EXTRA = re.compile(r"(?<![\w.-])(sitegen[\w.-]*)\[\w")
_OPTIONS_WITH_VALUE = ("-r", "--requirement", "-c", "--constraint")
_TEXTS = {".md", ".py", ".html", ".js", ".toml", ".in", ".yml", ".json", ".po", ".pot", ""}


def foreign(text: str) -> Iterator[str]:
    """What a text tells to install that is neither this project's distribution nor a checkout nor a lock file."""
    for command in _PIP.findall(text.replace("\\\n", " ")):
        words = command.replace("'", " ").replace('"', " ").split()
        for before, word in zip(["", *words], words, strict=False):
            if not word.startswith(("-", "{")) and before not in _OPTIONS_WITH_VALUE:
                name = re.split(r"[\[<>=!~,)]", word)[0].rstrip(".") or "."
                if name not in (NAME, "."):
                    yield word
    yield from (name for name in _EXTRA.findall(text) if name != NAME)


def texts() -> list[Path]:
    """The files of the project that a person may read or run."""
    folders = ("sitegen", "templates", "docs", "tests", "benchmarks", "content", ".ci")
    paths = [path for folder in folders for path in (REPOSITORY / folder).rglob("*")]
    paths += REPOSITORY.glob("*")
    skipped = {"node_modules", "mistakes", "__pycache__"}
    return [
        path
        for path in paths
        if path.suffix in _TEXTS and not skipped & set(path.parts) and path.is_file() and path != Path(__file__)
    ]


def test_no_text_names_another_distribution() -> None:
    """Whoever does what a page, a hint or a target says installs this project and not a stranger's."""
    paths = texts()
    assert {"README.md", "Makefile", "netlify.toml"} <= {path.name for path in paths}
    named = {path.relative_to(REPOSITORY): [*foreign(path.read_text("utf-8", "replace"))] for path in paths}
    assert {path: words for path, words in named.items() if words} == {}


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("run `pip install sitegen`", ["sitegen"]),
        ("`pip install 'sitegen[import]'`", ["sitegen[import]", "sitegen"]),
        ("the extra sitegen[publish]", ["sitegen"]),
        ("pip install --quiet sitegen==0.9.2", ["sitegen==0.9.2"]),
        ("python -m pip install --quiet --require-hashes -r requirements.lock", []),
        (f"`pip install '{NAME}[import]'` or `pip install '.[import]'`", []),
        ("pip install --no-deps --editable .", []),
    ],
)
def test_another_distribution_is_seen(text: str, words: list[str]) -> None:
    """Control: each way to name a stranger's package is found, and ours is not taken for one."""
    assert [*foreign(text)] == words


def test_the_lock_says_for_whom_each_package_is() -> None:
    """What was locked for this project was locked under its name."""
    text = (REPOSITORY / "requirements.lock").read_text("utf-8")
    assert set(re.findall(r"(\S+) \(pyproject\.toml\)", text)) == {NAME}


def test_make_removes_the_name_of_old_before_it_installs() -> None:
    """An environment from before the rename keeps one distribution and the command: removed later it would go too."""
    recipe = (REPOSITORY / "Makefile").read_text("utf-8").partition("$(VENV)/.site:")[2].partition("\n\n")[0]
    assert "pyproject.toml" in recipe.splitlines()[0], "a changed name is installed anew"
    assert 0 < recipe.index("pip uninstall") < recipe.index("--editable .")


def test_no_folder_of_tests_is_passed_over(pytestconfig: pytest.Config) -> None:
    """Left alone, pytest enters no folder called `build`: what stands there would be run by nobody."""
    folders = {path.parent for path in (REPOSITORY / "tests").rglob("test_*.py")}
    names = {name for folder in folders for name in folder.relative_to(REPOSITORY).parts}
    passed_over = {name for name in names for shape in pytestconfig.getini("norecursedirs") if fnmatch(name, shape)}
    assert "build" in names
    assert passed_over == set()
