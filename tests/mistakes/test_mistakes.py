"""Each folder beside this file is one way to be wrong; its expected.txt holds the exact messages.

REFRESH=1 in the environment writes what is said now, to be read in the diff before it is committed.
"""

import os
from datetime import date
from pathlib import Path

import pytest

from sitegen.cli.messages import render_diagnostic
from sitegen.read import read_archive

TODAY = date(2031, 12, 31)
"""Whatever the clock says."""
CASES = sorted(path.parent for path in Path(__file__).parent.glob("*/content"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_message(case: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A mistake is told with its place, the author's own line and the next step."""
    monkeypatch.chdir(case)
    _, problems = read_archive(Path("content"), today=TODAY)
    said = "\n\n".join(render_diagnostic(one) for one in problems) + "\n"
    expected = case / "expected.txt"
    if os.environ.get("REFRESH"):
        expected.write_text(said, encoding="utf-8")
    assert said == expected.read_text(encoding="utf-8")
    assert problems, "a mistake must be told"


def test_every_case_is_a_mistake() -> None:
    """There are cases, and no case has another's messages."""
    texts = [(case / "expected.txt").read_text(encoding="utf-8") for case in CASES]
    assert len(CASES) >= 30
    assert len(set(texts)) == len(texts)
