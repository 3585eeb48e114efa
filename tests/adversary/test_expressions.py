"""Every regular expression of the package ends in time, whatever text of 100,000 characters it is given."""

import json
import os
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest

from sitegen.align.anchors import anchors
from sitegen.read.sanitise import plain_text
from sitegen.text.clusters import CLUSTER
from sitegen.text.invisible import tamed
from sitegen.text.lookalikes import foreign_letters, one_script
from sitegen.text.places import deceiving_places
from sitegen.text.repair import mend
from sitegen.text.tokens import tokenize
from sitegen.views.unseen import parts_of
from tests.adversary.limits import Spent, seconds_of
from tests.conftest import REPOSITORY

SIZE = 100_000
SECONDS = 5.0
PLANTED = """
import re
import regex

_LINEAR = re.compile("[a-z]+")
_QUADRATIC = re.compile("[a-z]+!")


def ends(text):
    return _QUADRATIC.search(text)


def never_called(text):
    return regex.sub(r"\\w+\\s*[?!]", "", text)


def in_table(text):
    return any(pattern.search(text) for pattern in _TABLE)


_TABLE = (re.compile(r"\\.+;"),)
"""


def adversary(*options: str, path: Path = REPOSITORY) -> Mapping[str, Any]:
    """What the driver reports, from a process that has imported nothing yet."""
    environment = os.environ | {"PYTHONPATH": os.pathsep.join([str(path), str(REPOSITORY)])}
    command = [sys.executable, "-m", "tests.adversary.expressions", *options]
    done = subprocess.run(command, env=environment, cwd=path, capture_output=True, text=True, check=False)
    assert done.stdout, done.stderr
    report: Mapping[str, Any] = json.loads(done.stdout)
    return report


def test_every_expression_ends(seed: int) -> None:
    """Each is found without a list, and driven with shapes of its own and others; the seed makes them again."""
    report = adversary("--seed", str(seed), "--shapes", "4", "--pumps", "3")
    assert report["expressions"] > 250
    assert report["cases"] > 6 * report["expressions"]
    assert (seed, report["unknown"], report["spent"]) == (seed, [], [])


def test_planted_expressions_are_reported(tmp_path: Path) -> None:
    """Control: three of a square in another package, one of them in a function that nobody calls and one in a table."""
    (tmp_path / "planted").mkdir()
    (tmp_path / "planted" / "__init__.py").write_text(PLANTED, encoding="utf-8")
    report = adversary("--package", "planted", "--seed", "1", "--shapes", "2", "--seconds", "1", path=tmp_path)
    assert report["expressions"] == 4
    reported = {case.split()[1] for case in report["spent"]}
    assert reported == {repr("[a-z]+!"), repr("\\w+\\s*[?!]"), repr("\\.+;")}


Use = Callable[[str], object]
MENDED: Mapping[str, tuple[Use, str]] = {
    "letters of one script": (one_script, "я"),
    "marks between letters": (one_script, "я\u0301"),
    "greek": (foreign_letters, "α"),
    "letters before a day": (lambda text: anchors(f"5thMay {text}", "en"), "я"),
    "less-than signs": (plain_text, "<é"),
    "flags": (tokenize, "🇩"),
    "flags as clusters": (CLUSTER.findall, "🇩"),
    "vietnamese run": (mend, "ăđơưạảấầẩẫậắằẳẵặ"),
    "misread pieces": (mend, "Ã© "),
    "misread pieces in one word": (mend, "Ã©" + "-" * 50),
    "marks around joiners": (deceiving_places, "\u064f\u0650\u200d\u200d"),
    "overrides without a letter": (tamed, "1\u202b"),
    "a word before a full stop": (lambda text: tokenize(f"{text}."), "a"),
    "clusters without a sign": (lambda text: parts_of(text, frozenset({0})), "é "),
}
"""What was a square when it was first driven, with a piece of its text."""
LONGER = {"misread pieces": 400_000, "misread pieces in one word": 400_000, "clusters without a sign": 800_000}
"""Characters of those that needed a text longer than a line to show it."""


@pytest.mark.parametrize("name", MENDED)
def test_mended_searches_end(name: str) -> None:
    """The texts that took more: 100,000 characters or what an article may have, in 5 CPU seconds of this process."""
    use, piece = MENDED[name]
    size = LONGER.get(name, SIZE)
    text = (piece * size)[:size]
    assert seconds_of(lambda: use(text), SECONDS) < SECONDS


def test_work_without_end_is_cut() -> None:
    """Control: a search that would take hours is stopped."""
    import re

    with pytest.raises(Spent):
        seconds_of(lambda: re.compile("(a+)+b").search("a" * 60), 0.2)
