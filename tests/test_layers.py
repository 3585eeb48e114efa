"""The layers of design section 5: values flow one way, and a new module must say where it belongs."""

import ast
import subprocess
import sys
import tomllib
from pathlib import Path

from tests.conftest import REPOSITORY

PACKAGE = REPOSITORY / "sitegen"
_FILE_SYSTEM = {"open", "read_text", "read_bytes", "write_text", "write_bytes", "mkdir", "unlink", "rename", "rmtree"}
_MAY = {"read", "importing", "memo", "publish", "serve", "cli"}
_MODULES_THAT_MAY = {"pipeline/unchanged.py", "render/compiling.py"}
"""The first looks whether a build has anything to do, without what `memo` imports; the second reads what the package
brings along, which was compiled when it was built."""


def modules() -> list[Path]:
    return sorted(PACKAGE.rglob("*.py"))


def test_import_contracts_hold() -> None:
    """import-linter keeps layers, and the three libraries that one place alone may import."""
    command = Path(sys.executable).with_name("lint-imports")
    done = subprocess.run([command, "--no-cache"], cwd=REPOSITORY, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout


def test_the_contract_is_exhaustive() -> None:
    """A module outside the layers is a failure, not an oversight."""
    settings = tomllib.loads((REPOSITORY / "pyproject.toml").read_text(encoding="utf-8"))
    layers = next(one for one in settings["tool"]["importlinter"]["contracts"] if one["type"] == "layers")
    assert layers["exhaustive"] is True


def _touches_files(source: str) -> bool:
    """Whether it calls what opens or lists files; `archive.open` opens a member of a zip that was handed over."""
    calls = [node.func for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Call)]
    names = {
        call.id if isinstance(call, ast.Name) else call.attr
        for call in calls
        if isinstance(call, ast.Name | ast.Attribute) and ast.unparse(call) != "archive.open"
    }
    return bool(names & _FILE_SYSTEM)


def test_only_seven_places_touch_the_file_system() -> None:
    """Everything else takes values and returns values."""
    guilty = [
        str(path.relative_to(PACKAGE))
        for path in modules()
        if path.relative_to(PACKAGE).parts[0] not in _MAY
        and path.relative_to(PACKAGE).as_posix() not in _MODULES_THAT_MAY
        and _touches_files(path.read_text(encoding="utf-8"))
    ]
    assert guilty == []
    assert _touches_files("from pathlib import Path\nPath('x').read_text()"), "control"
    assert _touches_files("archive.open(name)\nPath('x').open()"), "control"


def test_only_the_command_line_prints_or_exits() -> None:
    """No stage talks to a terminal."""
    guilty = [
        f"{path.relative_to(PACKAGE)}:{node.lineno}"
        for path in modules()
        if path.relative_to(PACKAGE).parts[0] not in ("cli", "__main__.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in ("print", "exit", "quit")
    ]
    assert guilty == []


def test_nothing_published_knows_the_clock() -> None:
    """What goes into a page comes from the content; only publishing (locks) and the preview may ask for the time."""
    guilty = [
        str(path.relative_to(PACKAGE))
        for path in modules()
        if path.relative_to(PACKAGE).parts[0]
        in ("align", "changes", "compare", "group", "read", "render", "text", "views")
        and any(word in path.read_text(encoding="utf-8") for word in (".now(", ".today(", "time.time(", "random."))
    ]
    assert guilty == []


def test_every_module_says_what_it_is_for() -> None:
    """Each opens with a docstring."""
    silent = [
        str(path.relative_to(PACKAGE))
        for path in modules()
        if not ast.get_docstring(ast.parse(path.read_text(encoding="utf-8")))
    ]
    assert silent == []
