"""What `sitegen add` refuses: each way with its exact message, and nothing of it half added.

REFRESH=1 in the environment writes what is said now into adding/, to be read in the diff before it is committed.
"""

import os
import re
import tracemalloc
from dataclasses import replace
from pathlib import Path
from typing import BinaryIO

import pytest
from click.testing import CliRunner

from sitegen.cli import main
from sitegen.config import Limits
from sitegen.formats.draft import AddressOnly
from sitegen.formats.format import ReadingContext
from sitegen.formats.registry import findings, format_of
from sitegen.importing import Shelf
from sitegen.importing.shelf import Original
from tests.conftest import REPOSITORY
from tests.formats.samples import PARAGRAPHS, page
from tests.mistakes.added import BAD_FILES

HERE = Path(__file__).parent / "adding"
ELSEWHERE = {
    "cannot-write": "tests/cli/test_add.py",
    "original-changed": "tests/cli/test_add.py",
    "symlink": "tests/cli/test_add.py",
    "bad-map": "tests/cli/test_add_collections.py",
    "not-a-file": "tests/cli/test_add.py",
}
"""Refusals for what is no file's own fault, or that need two files, and where they are tested."""
_CODE = re.compile(r"Refused\(\s*\"([a-z0-9-]+)\"")


def said(case: str, folder: Path) -> tuple[int, str]:
    """What adding the file of a case says on stderr, and its exit code."""
    bad = BAD_FILES[case]
    content = folder / "content"
    content.mkdir()
    (content / "site.toml").write_text(f'title = "x"\n{bad.settings}', "utf-8")
    (folder / bad.name).write_bytes(bad.data())
    done = CliRunner().invoke(main, ["add", bad.name, "--content", "content"], catch_exceptions=False)
    return done.exit_code, done.stderr


@pytest.mark.parametrize("case", sorted(BAD_FILES))
def test_refusal(case: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The message has the file, what is wrong, where, and what to do; what is whole is added, and nothing else."""
    monkeypatch.chdir(tmp_path)
    code, text = said(case, tmp_path)
    expected = HERE / f"{case}.txt"
    if os.environ.get("REFRESH"):
        expected.write_text(text, "utf-8")
    assert text == expected.read_text("utf-8")
    assert code == 1
    assert f"{BAD_FILES[case].name}" in text
    assert "hint: " in text
    assert (
        len(list((tmp_path / "content").rglob("*.txt"))) - len(list((tmp_path / "content").rglob("_originals/*.txt")))
        == BAD_FILES[case].added
    )
    assert not list((tmp_path / "content").rglob(".sitegen-*"))


def test_every_refusal_is_shown() -> None:
    """Each code by which a format or the adding refuses a file has a case here, or a test that names it."""
    codes = {
        code
        for folder in ("formats", "importing")
        for path in (REPOSITORY / "sitegen" / folder).rglob("*.py")
        if path.name not in ("reviewing.py", "deciding.py", "decisions.py")
        for code in _CODE.findall(path.read_text("utf-8"))
    }
    shown = set(re.findall(r"\[([a-z0-9-]+)\]", "".join(path.read_text("utf-8") for path in HERE.glob("*.txt"))))
    assert codes - shown - set(ELSEWHERE) - {"import-missing", "unreadable"} == set()
    for code, path in ELSEWHERE.items():
        assert code in (REPOSITORY / path).read_text("utf-8"), code
    assert {path.stem for path in HERE.glob("*.txt")} == set(BAD_FILES)


def test_a_library_that_is_not_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What needs an extra says which command installs it; a text of the same run is added."""
    monkeypatch.setattr("sitegen.formats.draft.has_library", lambda name: name != "trafilatura")
    monkeypatch.chdir(tmp_path)
    (tmp_path / "content").mkdir()
    (tmp_path / "a.html").write_text(page(), "utf-8")
    (tmp_path / "b.txt").write_text(PARAGRAPHS[0], "utf-8")
    done = CliRunner().invoke(main, ["add", "a.html", "b.txt", "--content", "content"], catch_exceptions=False)
    assert done.exit_code == 1
    assert (
        "a.html:1:1: error: `trafilatura` is needed to read this and is not installed [import-missing]" in done.stderr
    )
    assert "hint: pip install " in done.stderr
    assert "1 article added" in done.stdout


def test_a_file_that_changes_while_it_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Its digest would be another file's: nothing of it is kept."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "content").mkdir()
    (tmp_path / "a.txt").write_text(PARAGRAPHS[0], "utf-8")
    real = Shelf.keep

    def keep(shelf: Shelf, file: BinaryIO, original: Original) -> None:
        real(shelf, file, replace(original, digest="0" * 64))

    monkeypatch.setattr(Shelf, "keep", keep)
    done = CliRunner().invoke(main, ["add", "a.txt", "--content", "content"], catch_exceptions=False)
    assert "this file changed while it was read [unreadable]" in done.stderr
    assert not list((tmp_path / "content").rglob("*.txt"))


def test_a_feed_of_40_000_entries(tmp_path: Path) -> None:
    """It is read entry by entry: every entry gives its address, and memory does not grow with them."""
    path = tmp_path / "feed.rss"
    with path.open("w", encoding="utf-8") as file:
        file.write("<rss version='2.0'><channel><title>The Courier</title>")
        for number in range(40_000):
            file.write(f"<item><title>Report {number}</title><link>https://courier.example/{number}</link></item>")
        file.write("</channel></rss>")
    entry = format_of(".rss")
    assert entry
    tracemalloc.start()
    try:
        with path.open("rb") as feed:
            context = ReadingContext(limits=Limits())
            count = sum(isinstance(finding, AddressOnly) for finding in findings(entry, feed, context))
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert count == 40_000
    assert peak < 8 << 20
