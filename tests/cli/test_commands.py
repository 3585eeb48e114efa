"""The commands as a user meets them: help, exit codes, messages, output."""

import json
import os
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from sitegen.cli import main

LEFT = "The lighthouse at Holm was lit on Friday for the first time in nine years, the harbour office said.\n"
RIGHT = "The lighthouse at Holm was lit on Friday for the first time in ten years, the harbour office claimed.\n"
COMMANDS = sorted(main.commands)


def run(*arguments: str | Path, text: str | None = None) -> Result:
    return CliRunner().invoke(main, [str(one) for one in arguments], input=text)


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    """The starter archive."""
    assert run("new", tmp_path / "archive").exit_code == 0
    return tmp_path / "archive"


@pytest.mark.parametrize("command", COMMANDS)
def test_every_help_has_an_example_and_the_exit_codes(command: str) -> None:
    """A user reads help and knows what to type."""
    result = run(command, "--help")
    assert result.exit_code == 0
    assert "Example:" in result.output
    assert "Exit codes:" in result.output


def test_new_makes_an_archive_that_builds(archive: Path, tmp_path: Path) -> None:
    """Two commands and there is a site."""
    result = run("build", archive, "--output", tmp_path / "public", "--no-search", "--no-cache", "--workers", "1")
    assert result.exit_code == 0, result.output
    assert "2 articles in 1 story, 1 comparison" in result.output
    assert (tmp_path / "public/stories/lighthouse/index.html").is_file()


def test_new_overwrites_nothing(archive: Path) -> None:
    """A folder with something in it is refused and left as it was."""
    (archive / "mine.txt").write_text("mine", encoding="utf-8")
    result = run("new", archive)
    assert result.exit_code == 1
    assert "[not-empty]" in result.output
    assert (archive / "mine.txt").read_text(encoding="utf-8") == "mine"


def test_build_says_when_nothing_changed(archive: Path, tmp_path: Path) -> None:
    """The second build of the same content says so."""
    arguments = ("build", archive, "--output", tmp_path / "public", "--no-search", "--workers", "1")
    assert "published" in run(*arguments).output
    assert "nothing changed" in run(*arguments).output


def test_a_mistake_is_told_with_its_place_and_nothing_is_published(archive: Path, tmp_path: Path) -> None:
    """Path, line, column, the author's line, a hint; exit 1."""
    (archive / "bad.md").write_text("---\nsorce: x\n---\nText.\n", encoding="utf-8")
    result = run("build", archive, "--output", tmp_path / "public")
    assert result.exit_code == 1
    assert "bad.md:2:1: error: `sorce` is not a field of an article [unknown-field]" in result.output
    assert "hint: did you mean `source`?" in result.output
    assert "nothing was published" in result.output
    assert not (tmp_path / "public").exists()


def test_check_tells_all_mistakes_at_once(archive: Path) -> None:
    """Not the first one only."""
    (archive / "a.md").write_text("---\nsorce: x\npublished: 2031-02-30\n---\nText.\n", encoding="utf-8")
    (archive / "b.md").write_text("", encoding="utf-8")
    result = run("check", archive)
    assert result.exit_code == 1
    assert [code for code in ("unknown-field", "bad-date", "no-text") if f"[{code}]" not in result.output] == []


def test_check_of_a_good_archive(archive: Path) -> None:
    """Exit 0, and it says what it looked at."""
    result = run("check", archive)
    assert result.exit_code == 0
    assert "no mistakes in 2 articles from 2 sources" in result.output


def test_check_of_one_article_counts_in_words(tmp_path: Path) -> None:
    """One article is no `1 articles`."""
    (tmp_path / "a.txt").write_text("The lighthouse at Holm was lit on Friday for the first time in nine years.")
    assert "no mistakes in 1 article from 0 sources" in run("check", tmp_path).output


def test_group_prints_a_tree_and_json(archive: Path) -> None:
    """Every article is in exactly one story and one family."""
    assert "lighthouse" in run("group", archive).output
    found = json.loads(run("group", archive, "--json").output)
    assert found["stories"] == found["families"] == [["lighthouse-agency", "lighthouse-paper"]]
    assert found["links"][0]["evidence"][0]["words"] >= 8


def test_group_does_not_depend_on_where_it_is_called_from(archive: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The same archive by another path gives the same JSON."""
    before = run("group", archive, "--json").output
    monkeypatch.chdir(archive.parent)
    assert run("group", "archive", "--json").output == before


@pytest.fixture
def pair(tmp_path: Path) -> tuple[Path, Path]:
    left, right = tmp_path / "left.txt", tmp_path / "right.txt"
    left.write_text(LEFT, encoding="utf-8")
    right.write_text(RIGHT, encoding="utf-8")
    return left, right


def test_compare_says_arabic_without_signs_that_terminals_do_not_know(tmp_path: Path) -> None:
    """The isolates around a quoted word are for pages and data; a terminal gets the words alone."""
    left, right = tmp_path / "left.txt", tmp_path / "right.txt"
    left.write_text("قال المتحدث باسم الميناء إن العبارة وصلت مساء الجمعة إلى الجزيرة.\n", encoding="utf-8")
    right.write_text("قال المتحدث باسم الميناء إن السفينة وصلت مساء الجمعة إلى الجزيرة.\n", encoding="utf-8")
    result = run("compare", left, right, "--width", "80")
    assert "“العبارة” became “السفينة”." in result.output
    assert not {"\u2068", "\u2069", "\ufffd"} & set(result.output)


def test_compare_shows_what_is_gone_and_new(pair: tuple[Path, Path]) -> None:
    """Without colour, in brackets as wdiff has them."""
    result = run("compare", *pair, "--width", "80")
    assert result.exit_code == 1
    assert "[-nine years-]" in result.output
    assert "{+ten years+}" in result.output
    assert "attribution: The attribution changed from “said” to “claimed”." in result.output


@pytest.mark.parametrize("width", [24, 80, 120])
def test_compare_keeps_to_the_width(pair: tuple[Path, Path], width: int) -> None:
    """No text line is wider than asked for."""
    lines = run("compare", *pair, "--width", str(width)).output.splitlines()
    shown = [line for line in lines if line and not line.startswith(("──", str(pair[0])))][5:]
    assert shown
    assert max(map(len, shown)) <= width


def test_json_does_not_command_a_terminal(tmp_path: Path) -> None:
    """What `compare --json` and `group --json` print of a text holds escapes and no direction, and is equal parsed."""
    text = "The lamp \u202eat Holm\u202c was \u2067lit\u2069 on Friday \U000e0041 for the first time, said {}.\n"
    content = tmp_path / "content"
    content.mkdir()
    for name in ("one", "two"):
        (content / f"{name}.txt").write_text(text.format(name), encoding="utf-8")
    compared = run("compare", content / "one.txt", content / "two.txt", "--json").output
    grouped = run("group", content, "--json").output
    for printed in (compared, grouped):
        assert not {"\u202e", "\u202c", "\u2067", "\u2069", "\U000e0041"} & set(printed)
        assert "\\u202e" in printed
    assert json.loads(compared)["articles"][0]["blocks"][0]["text"] == text.format("one").strip()


def test_compare_as_json(pair: tuple[Path, Path]) -> None:
    """The keys of design section 8."""
    found = json.loads(run("compare", *pair, "--json").output)
    assert {"left", "right", "rows", "changes", "measures", "note"} <= set(found)
    assert [(one["kind"], one["left"], one["right"]) for one in found["changes"]] == [
        ("figure", "nine years", "ten years"),
        ("attribution", "said", "claimed"),
    ]


def test_compare_reads_standard_input(pair: tuple[Path, Path]) -> None:
    """`-` is one of the two, never both."""
    assert run("compare", pair[0], "-", text=RIGHT).exit_code == 1
    assert run("compare", "-", "-", text=RIGHT).exit_code == 2


def test_compare_of_a_missing_file(tmp_path: Path, pair: tuple[Path, Path]) -> None:
    """A message, not a traceback."""
    result = run("compare", pair[0], tmp_path / "nowhere.txt")
    assert result.exit_code == 2
    assert "[no-file]" in result.output


def test_text_cannot_command_the_terminal(tmp_path: Path, pair: tuple[Path, Path]) -> None:
    """Escape sequences in an article leave as harmless characters."""
    hostile = tmp_path / "hostile.txt"
    hostile.write_text(LEFT.replace("Holm", "Ho\x1b[2Jlm\u202e"), encoding="utf-8")
    output = run("compare", pair[0], hostile).output
    assert "\x1b" not in output
    assert "\u202e" not in output


def test_verify_finds_what_was_tampered_with(archive: Path, tmp_path: Path) -> None:
    """A changed, a missing and an untracked file are named; exit 1."""
    site = tmp_path / "public"
    run("build", archive, "--output", site, "--no-search", "--no-cache", "--workers", "1")
    assert run("verify", site).exit_code == 0
    (site / "robots.txt").write_text("changed", encoding="utf-8")
    (site / "feed.xml").unlink()
    (site / "new.html").write_text("x", encoding="utf-8")
    result = run("verify", site)
    assert result.exit_code == 1
    assert {"changed: robots.txt", "missing: feed.xml", "untracked: new.html"} <= set(result.output.splitlines())


@pytest.mark.parametrize(
    "arguments", [("bild",), ("build", "--workers", "0"), ("build", "--base-url", "nowhere"), ("compare", "a")]
)
def test_wrong_usage_is_2(arguments: tuple[str, ...]) -> None:
    """As design section 8 says."""
    assert run(*arguments).exit_code == 2


def test_a_folder_that_is_not_there(tmp_path: Path) -> None:
    """A message with a hint, exit 1."""
    result = run("build", tmp_path / "nowhere")
    assert result.exit_code == 1
    assert "hint:" in result.output


def test_a_cache_that_cannot_be_used(archive: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The site is built without it, and a note says so: a file in its place, and a folder nobody may read."""
    build = ("build", archive, "--output", tmp_path / "public", "--no-search", "--workers", "1", "--strict", "--cache")
    (tmp_path / "file").write_text("x")
    (tmp_path / "closed").mkdir()
    real = os.access
    monkeypatch.setattr(os, "access", lambda path, mode: Path(path).name != "closed" and real(path, mode))
    for name, noted in (("file", True), ("closed", True), ("new", False)):
        result = run(*build, tmp_path / name)
        assert result.exit_code == 0, result.output
        assert ("note: the cache" in result.output) == noted


def test_in_an_archive_that_is_the_archive(archive: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """`cd archive && sitegen build` does what `sitegen build archive` does; the other commands find both there."""
    monkeypatch.chdir(archive)
    before = sorted(path.name for path in archive.iterdir())
    built = run("build", "--no-search", "--workers", "1")
    assert built.exit_code == 0, built.output
    assert (tmp_path / "public" / "stories" / "lighthouse" / "index.html").is_file()
    assert sorted(path.name for path in archive.iterdir()) == before, "nothing is written into the archive"
    assert "nothing changed: ../public" in run("build", "--no-search").output
    assert run("check").exit_code == 0
    assert "lighthouse" in run("group").output
    story = archive / "stories" / "lighthouse" / "paper.md"
    story.write_text(story.read_text("utf-8").replace("almost a decade", "ten years"), encoding="utf-8")
    assert run("build", "--no-search", "--workers", "1").exit_code == 0
    (tmp_path / "note.txt").write_text("A gull took the mayor's hat on the quay of Holm.\n", encoding="utf-8")
    assert run("add", tmp_path / "note.txt").exit_code == 0
    assert list(archive.glob("note*.txt"))
    assert run("publish", tmp_path / "elsewhere").exit_code == 0
    assert (tmp_path / "elsewhere" / "index.html").is_file()
    assert run("rollback").exit_code == 0
    monkeypatch.chdir(tmp_path)
    paths = {path.name for path in tmp_path.iterdir()}
    assert run("build", "archive", "--no-search", "--workers", "1").exit_code == 0
    assert {path.name for path in tmp_path.iterdir()} == paths, "the same site and the same cache"


def test_a_mistake_in_the_current_archive_is_told_by_its_path(archive: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """As one who stands in it would type it."""
    monkeypatch.chdir(archive)
    (archive / "wrong.md").write_text("---\nrights: none\n---\nA text.\n", encoding="utf-8")
    result = run("check")
    assert result.exit_code == 1
    assert result.stderr.startswith("wrong.md:2:9: error")


def test_elsewhere_the_archive_is_the_folder_content(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Control: without site.toml in the current folder, `content` is taken, and `public` is its site."""
    assert run("new", tmp_path / "content").exit_code == 0
    monkeypatch.chdir(tmp_path)
    assert run("build", "--no-search", "--workers", "1").exit_code == 0
    assert (tmp_path / "public" / "index.html").is_file()
