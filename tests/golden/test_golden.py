"""Whole small sites, compared as trees: content/ in, expected/ out.

`pytest tests/golden --refresh-golden` writes what is built into expected/; read the diff before you commit it.
Assets and the manifest are left out, and the digests in asset names are written as a star: the theme's style may
change without touching forty pages. So are the tables of the archive: they are made of the data files, which are here,
and tests/tables opens them.
"""

import difflib
import re
import shutil
from pathlib import Path

import pytest

from sitegen.build import BuildOptions, build_site

HERE = Path(__file__).parent
CASES = sorted(path.parent.name for path in HERE.glob("*/content"))
_DIGEST = re.compile(rb"(assets/(?:site|feed)\.)[0-9a-f]{10}\.")


def published(content: Path, output: Path) -> dict[str, bytes]:
    """The files of the site by path, asset digests starred."""
    result = build_site(content, output, BuildOptions(workers=1, search=False))
    assert result.report, result.diagnostics
    return {
        path.relative_to(output).as_posix(): _DIGEST.sub(rb"\1*.", path.read_bytes())
        for path in sorted(output.rglob("*"))
        if path.is_file() and not _is_left_out(path)
    }


def _is_left_out(path: Path) -> bool:
    is_table = path.suffix in (".csv", ".sqlite") or path.name in ("datapackage.json", "datasette.json")
    return is_table or path.name == "manifest.json" or "assets" in path.parts


def expected(case: str) -> dict[str, bytes]:
    folder = HERE / case / "expected"
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()
    }


def difference(wanted: dict[str, bytes], found: dict[str, bytes]) -> str:
    """What differs between two trees, as a unified diff."""
    lines: list[str] = []
    for path in sorted(wanted.keys() | found.keys()):
        sides = [tree.get(path, b"").decode().splitlines() for tree in (wanted, found)]
        lines += difflib.unified_diff(*sides, f"expected/{path}", f"built/{path}", lineterm="", n=1)
    return "\n".join(lines)


@pytest.mark.parametrize("case", CASES)
def test_the_site_is_as_expected(case: str, tmp_path: Path, request: pytest.FixtureRequest) -> None:
    """Each file of the site is there, to the byte, and no other."""
    found = published(HERE / case / "content", tmp_path / "site")
    if request.config.getoption("--refresh-golden"):
        shutil.rmtree(HERE / case / "expected", ignore_errors=True)
        for path, content in found.items():
            target = HERE / case / "expected" / path
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(content)
    different = difference(expected(case), found)
    assert not different, different


def test_a_difference_is_seen() -> None:
    """Control: one changed character, one missing and one extra file show."""
    wanted, found = {"a.html": b"one", "b.html": b"x"}, {"a.html": b"two", "c.html": b"x"}
    told = difference(wanted, found)
    assert all(part in told for part in ("-one", "+two", "expected/b.html", "built/c.html"))
    assert not difference(wanted, dict(wanted))
