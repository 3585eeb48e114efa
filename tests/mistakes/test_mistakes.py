"""Each folder beside this file is one way to be wrong; its expected.txt holds the exact messages.

REFRESH=1 in the environment writes what is said now, to be read in the diff before it is committed.
"""

import os
import shutil
from datetime import date
from pathlib import Path

import pytest

from sitegen.cli.messages import render_diagnostic
from sitegen.diagnostics import Diagnostic
from sitegen.read import read_archive
from tests.mistakes.made import MADE, make
from tests.mistakes.mending import follow

TODAY = date(2031, 12, 31)
"""Whatever the clock says."""
HERE = Path(__file__).parent
KEPT = sorted(path.parent.name for path in HERE.glob("*/content"))
CASES = sorted([*KEPT, *MADE])
_MOST_STEPS = 12


def prepared(case: str, folder: Path) -> Path:
    """A copy of the content of a case, made new where no checkout can hold it."""
    content = folder / "content"
    if case in MADE:
        make(case, content)
    else:
        shutil.copytree(HERE / case / "content", content)
    return content


@pytest.mark.parametrize("case", CASES)
def test_message(case: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A mistake is told with its place, the author's own line and the next step."""
    prepared(case, tmp_path)
    monkeypatch.chdir(tmp_path)
    _, problems = read_archive(Path("content"), today=TODAY)
    said = "\n\n".join(render_diagnostic(one) for one in problems) + "\n"
    expected = HERE / case / "expected.txt"
    if os.environ.get("REFRESH"):
        expected.parent.mkdir(exist_ok=True)
        expected.write_text(said, encoding="utf-8")
    assert said == expected.read_text(encoding="utf-8")
    assert problems, "a mistake must be told"
    assert all(one.hint for one in problems), "and what to do about it"


def test_every_case_is_a_mistake() -> None:
    """There are a hundred cases, and no case has another's messages."""
    texts = [(HERE / case / "expected.txt").read_text(encoding="utf-8") for case in CASES]
    assert len(CASES) >= 100
    assert len(set(texts)) == len(texts)


def mended(case: str, folder: Path, monkeypatch: pytest.MonkeyPatch) -> list[Diagnostic]:
    """What is still wrong after every hint was followed, the first first, as often as there is one to follow."""
    folder.mkdir()
    prepared(case, folder)
    monkeypatch.chdir(folder)
    problems: tuple[Diagnostic, ...] = ()
    for _ in range(_MOST_STEPS):
        _, problems = read_archive(Path("content"))
        if not problems or not follow(problems[0]):
            break
    return list(problems)


def test_following_the_hints_mends(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Of all cases at least nine in ten, and at least ninety, are right once each hint has been done as it says."""
    left = {case: problems for case in CASES if (problems := mended(case, tmp_path / case, monkeypatch))}
    told = {case: f"{one[0].message} [{one[0].code}]: {one[0].hint}" for case, one in left.items()}
    assert len(CASES) - len(left) >= max(90, 0.95 * len(CASES)), told


def test_a_hint_that_says_nothing_mends_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Control: where no hint can be followed, every mistake stays."""
    monkeypatch.setattr("tests.mistakes.test_mistakes.follow", lambda _: False)
    assert all(mended(case, tmp_path / case, monkeypatch) for case in KEPT[:10])
