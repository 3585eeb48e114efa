"""`sitegen group` as a keeper uses it: the tree, the reasons, and what is recorded in the files."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from sitegen.cli.group_write import with_story
from tests.cli.test_commands import run
from tests.compare.test_pair import DENIAL, FERRY, INQUIRY, WEATHER
from tests.conftest import REPOSITORY

REPORT = (
    "The lighthouse at Holm was lit on Friday for the first time in nine years, and forty people came to look at it.\n"
    "“I had forgotten how far it reaches,” said the keeper’s widow, who lives in the house below the stairs.\n"
)
ELSEWHERE = (
    "A cat has been elected to the council of Pell by mistake, and nobody there wants to be the one to tell it.\n"
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Two copies, one with front matter, and a text of its own."""
    content = tmp_path / "content"
    content.mkdir()
    (content / "raw.txt").write_bytes(REPORT.encode())
    (content / "paper.md").write_bytes(
        b"---\r\n# kept by hand\r\ntitle: The light\r\n\r\nlanguage: en # sure\r\n---\r\n" + REPORT.encode()
    )
    (content / "cat.txt").write_bytes(ELSEWHERE.encode())
    return content


def files(content: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted(content.iterdir())}


def test_stories_are_recorded_and_nothing_else_changes(folder: Path) -> None:
    """One line in each file of a story of several: comments, order and line ends stay; a raw text gets front matter."""
    before = files(folder)
    result = run("group", folder, "--write")
    assert result.exit_code == 0, result.output
    after = files(folder)
    assert after["cat.txt"] == before["cat.txt"]
    assert after["raw.txt"] == b"---\nstory: paper\n---\n" + before["raw.txt"]
    assert after["paper.md"] == before["paper.md"].replace(b"sure\r\n---", b"sure\r\nstory: paper\r\n---")
    assert "recorded in 2 files" in result.output
    assert f"{folder / 'raw.txt'}: story: paper" in result.output


def test_recorded_twice_changes_nothing(folder: Path) -> None:
    """What is recorded is declared, and declared stories are never touched."""
    run("group", folder, "--write")
    before = files(folder)
    assert "recorded in 0 files" in run("group", folder, "--write").output
    assert files(folder) == before


def test_a_correction_stays_corrected(folder: Path) -> None:
    """A keeper who gives a copy another story keeps it, whatever the texts share."""
    run("group", folder, "--write")
    raw = folder / "raw.txt"
    raw.write_bytes(raw.read_bytes().replace(b"story: paper", b"story: mine"))
    run("group", folder, "--write")
    found = json.loads(run("group", folder, "--json").output)
    assert ["raw"] in found["stories"]
    assert b"story: mine" in raw.read_bytes()


def test_a_new_article_joins_without_moving_the_story(folder: Path) -> None:
    """An earlier copy would have given its name to the story; the recorded name stays."""
    run("group", folder, "--write")
    (folder / "aaa.md").write_bytes(b"---\npublished: 1999-01-01\nlanguage: en\n---\n" + REPORT.encode())
    result = run("group", folder, "--write")
    assert "aaa.md: story: paper" in result.output
    assert b"story: paper" in (folder / "aaa.md").read_bytes()


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (b"Text.\n", b"---\nstory: s\n---\nText.\n"),
        (b"Text.\r\nMore.\r\n", b"---\r\nstory: s\r\n---\r\nText.\r\nMore.\r\n"),
        (b"\xef\xbb\xbfText.\n", b"\xef\xbb\xbf---\nstory: s\n---\nText.\n"),
        (b"---\ntitle: a\n---\nText.", b"---\ntitle: a\nstory: s\n---\nText."),
        (b"---\nstory:   # later\ntitle: a\n---\nText.", b"---\nstory: s # later\ntitle: a\n---\nText."),
        (b"---\nA printed rule.\n---\nText.", b"---\nstory: s\n---\n---\nA printed rule.\n---\nText."),
        ("Text.\n".encode("utf-16"), "\ufeff---\nstory: s\n---\nText.\n".encode("utf-16-le")),
        (b"", b"---\nstory: s\n---\n"),
    ],
)
def test_one_line_is_added_and_no_other_byte(before: bytes, after: bytes) -> None:
    """Whatever the line ends, mark and encoding; an empty field is filled."""
    assert with_story(before, "s") == after


def test_a_file_that_cannot_be_written_is_named(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The others are recorded; exit 1; the file is whole and no other file is left."""
    replace = os.replace

    def refuse(source: str, target: Path) -> None:
        if Path(target).name == "raw.txt":
            raise PermissionError(13, "Permission denied")
        replace(source, target)

    monkeypatch.setattr("sitegen.cli.group_write.os.replace", refuse)
    before = files(folder)
    result = run("group", folder, "--write")
    assert result.exit_code == 1
    assert "raw.txt:1:1: error: the system refuses: Permission denied [not-recorded]" in result.output
    assert files(folder).keys() == before.keys()
    assert files(folder)["raw.txt"] == before["raw.txt"]
    assert files(folder)["paper.md"] != before["paper.md"]


def test_a_file_that_changed_meanwhile_is_left_alone(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What was grouped is not what is there: nothing is written over it."""
    import sitegen.pipeline.build

    grouped = sitegen.pipeline.build.group_folder

    def and_edit(content: Path) -> object:
        found = grouped(content)
        (content / "raw.txt").write_bytes(b"Another text.\n")
        return found

    monkeypatch.setattr(sitegen.pipeline.build, "group_folder", and_edit)
    assert "[not-recorded]" in run("group", folder, "--write").output
    assert (folder / "raw.txt").read_bytes() == b"Another text.\n"


def test_why_gives_figures_and_thresholds(folder: Path) -> None:
    """Of two that are together and of two that are not, by id or by path."""
    together = run("group", folder, "--why", "raw", "paper.md").output
    assert together.startswith("together: one story, and copies of one text")
    assert "42 words (100%) in passages of 8 words and more; 16 words and 5% are usually asked for: enough" in together
    assert "The lighthouse at Holm" in together
    apart = run("group", folder, "--why", "raw", "cat").output
    assert apart.startswith("apart: two stories")
    assert "likeness:" in apart
    assert "is asked for" in apart or "makes a story" in apart


def direction(folder: Path, left: str, right: str) -> str:
    """What `--why` says of who took a text from whom."""
    output = run("group", folder, "--why", left, right).output
    return output[output.index("direction: ") :]


def test_why_says_who_took_the_text_from_whom(folder: Path) -> None:
    """With its probability and what speaks for it, whichever of the two is named first."""
    for name, fields in (
        ("wire", "source: wire\npublished: 2031-03-01"),
        ("post", "source: post\npublished: 2031-03-04\ncredit: Northern Wire"),
    ):
        (folder / f"{name}.md").write_text(f"---\n{fields}\n---\n{REPORT}", encoding="utf-8")
    (folder / "sources").mkdir()
    (folder / "sources" / "wire.md").write_text("---\nname: Northern Wire\nkind: agency\n---\n", encoding="utf-8")
    (folder / "sources" / "post.md").write_text("---\nname: Holm Post\n---\n", encoding="utf-8")
    for name in ("raw.txt", "paper.md"):
        (folder / name).unlink()
    said = direction(folder, "wire", "post")
    assert said == direction(folder, "post", "wire")
    assert said.startswith("direction: post was copied from wire (probability 0.99;")
    assert "Its own lines credit Northern Wire." in said
    assert "The other copy is dated 3 days earlier." in said


def test_why_says_of_a_passage_that_a_part_was_taken(folder: Path) -> None:
    """An article of its own that has a passage of another is no copy of it."""
    shared = "\n\n".join((FERRY, DENIAL, INQUIRY, WEATHER))
    for name, fields, own in (
        ("wire", "source: wire\npublished: 2031-03-01", "Nobody{0} but{0} goats{0} went{0} there{0}."),
        (
            "post",
            "source: post\npublished: 2031-03-04\ncredit: Northern Wire",
            "The {0} of Pell was painted by {0} keepers.",
        ),
    ):
        text = " ".join(own.format(letter) for letter in "abcdefghijklmnopqrstuvwxyz")
        (folder / f"{name}.md").write_text(f"---\n{fields}\n---\n{shared}\n\n{text}\n", encoding="utf-8")
    (folder / "sources").mkdir()
    (folder / "sources" / "wire.md").write_text("---\nname: Northern Wire\nkind: agency\n---\n", encoding="utf-8")
    (folder / "sources" / "post.md").write_text("---\nname: Holm Post\n---\n", encoding="utf-8")
    for name in ("raw.txt", "paper.md"):
        (folder / name).unlink()
    assert direction(folder, "wire", "post").startswith("direction: post took part of its text from wire (")


def test_why_says_that_nothing_tells_who_was_first(folder: Path) -> None:
    """And what would: a day, in these files."""
    said = direction(folder, "raw", "paper")
    assert said.startswith("direction: it cannot be told which of the two was taken from the other, or whether either")
    assert "what would help: `published` in raw and paper" in said


def test_why_names_all_of_which_nothing_tells_one(folder: Path) -> None:
    """Two outlets have one text on one day: a later copy was taken from one of them, and not from the first by name."""
    for name, day in (("herald", 1), ("tern", 1), ("later", 5)):
        fields = f"source: {name}\npublished: 2031-03-{day:02}"
        (folder / f"{name}.md").write_text(f"---\n{fields}\n---\n{REPORT}", encoding="utf-8")
    (folder / "sources").mkdir()
    for name in ("herald", "tern", "later"):
        (folder / "sources" / f"{name}.md").write_text(f"---\nname: Holm {name.title()}\n---\n", encoding="utf-8")
    for name in ("raw.txt", "paper.md"):
        (folder / name).unlink()
    for beside in ("herald", "tern"):
        said = direction(folder, beside, "later")
        assert "later was copied from one of herald, tern, and from which cannot be told (probability 0.9" in said
        assert f"{beside}: taken from later with probability" in said
    assert direction(folder, "herald", "tern").startswith("direction: it cannot be told which of the two")


def test_why_asks_for_no_direction_between_strangers(folder: Path) -> None:
    """Two texts that share nothing were not taken from each other."""
    said = direction(folder, "raw", "cat")
    assert said.startswith("direction: they are not copies of one text, so it is said of neither")


def test_why_takes_the_beginning_of_an_id(folder: Path) -> None:
    """Where only one article is meant; where there are more, the message names two of them."""
    assert run("group", folder, "--why", "ra", "cat").output == run("group", folder, "--why", "raw", "cat").output
    result = run("group", folder, "--why", "", "cat")
    assert result.exit_code == 2
    assert "it may be " in result.output


def test_why_of_nothing_is_a_wrong_usage(folder: Path) -> None:
    """An article that is not there, and two things at once."""
    assert run("group", folder, "--why", "raw", "nobody").exit_code == 2
    assert run("group", folder, "--json", "--write").exit_code == 2


def test_no_hash_seed_changes_a_byte() -> None:
    """The same JSON from processes with different hash seeds."""
    told = {
        subprocess.run(
            [sys.executable, "-m", "sitegen", "group", str(REPOSITORY / "content"), "--json"],
            env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": str(REPOSITORY)},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert len(told) == 1
