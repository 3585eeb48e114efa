"""`sitegen compare` as its users meet it: exit codes, views, pages, files that cannot be read."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path
from threading import Thread

import pytest
from click.testing import CliRunner, Result

from sitegen.cli import main
from sitegen.cli.terminal_text import columns_of

FIRST = "The ferry turned back to Lorne on Monday after its steering failed in heavy swell, with 61 people on board."
SECOND = "The captain, Mara Brandt, has run the route for twelve years and said that nobody was in danger."
THIRD = "The coastguard sent a lifeboat from Holm, which was not needed in the end. Tea was served in the hall."
FOURTH = "The operator denied that any alarm had been ignored by the crew on the bridge."
FIFTH = "Fishermen in the harbour had warned of the swell since the early hours of the morning."


def run(*arguments: str | Path, text: str | None = None, **settings: object) -> Result:
    return CliRunner().invoke(main, ["compare", *map(str, arguments)], input=text, **settings)  # type: ignore[arg-type]


class Folder:
    """Writes the two files of a comparison."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def __call__(self, left: list[str] | str, right: list[str] | str) -> tuple[Path, Path]:
        for name, text in (("left.txt", left), ("right.txt", right)):
            whole = text if isinstance(text, str) else "\n\n".join(text) + "\n"
            (self.path / name).write_text(whole, encoding="utf-8")
        return self.path / "left.txt", self.path / "right.txt"


@pytest.fixture
def files(tmp_path: Path) -> Folder:
    return Folder(tmp_path)


# Exit codes


def test_0_when_nothing_of_substance_differs(files: Folder) -> None:
    """The same text, and one that differs in style alone."""
    assert run(*files([FIRST], [FIRST])).exit_code == 0
    assert run(*files([f"“{FIRST}”"], [f'"{FIRST}"'])).exit_code == 0
    assert run(*files([f"{FIRST} We organise it."], [f"{FIRST} We organize it."]), "--json").exit_code == 0


def test_1_when_something_does(files: Folder) -> None:
    """In every form of output."""
    pair = files([FIRST], [FIRST.replace("61", "62")])
    assert [run(*pair, *form).exit_code for form in ((), ("--json",), ("--html", "-"))] == [1, 1, 1]


def test_2_when_it_cannot_be_compared(files: Folder, tmp_path: Path) -> None:
    """What is missing, empty, binary or a folder is trouble, and is told of both files in one run."""
    left, right = files("", [FIRST])
    result = run(left, tmp_path / "nowhere.txt")
    assert result.exit_code == 2
    assert "[no-text]" in result.stderr
    assert "there is no such file [no-file]" in result.stderr
    assert run(left, left).exit_code == 2
    folders = run(tmp_path, tmp_path)
    assert folders.exit_code == 2
    assert "this is a folder [no-file]" in folders.stderr
    assert "hint: compare takes two files" in folders.stderr
    (tmp_path / "image.png").write_bytes(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\xff\xd8" + bytes(range(256)))
    binary = run(tmp_path / "image.png", right)
    assert binary.exit_code == 2
    assert "this is a binary file, not a text [binary-file]" in binary.stderr
    assert not binary.stdout


def test_a_program_is_no_text(files: Folder, tmp_path: Path) -> None:
    """However much NUL it holds: only every second byte of it makes UTF-16."""
    _, right = files([FIRST], [FIRST])
    (tmp_path / "program").write_bytes(b"\x7fELF\2\1\1" + bytes(9) + b"\3\0\x3e\0\1" + bytes(200) + b"\x40\0\x38")
    result = run(tmp_path / "program", right)
    assert result.exit_code == 2
    assert "this is a binary file, not a text [binary-file]" in result.stderr


def test_a_pipe_is_read(files: Folder, tmp_path: Path) -> None:
    """What a shell makes of `<(command)`; an empty one has no text."""
    _, right = files([FIRST], [FIRST.replace("61", "62")])
    os.mkfifo(tmp_path / "pipe")
    writer = Thread(target=(tmp_path / "pipe").write_text, args=(FIRST,))
    writer.start()
    result = run(tmp_path / "pipe", right)
    writer.join()
    assert result.exit_code == 1
    assert "[-61-]" in result.stdout
    assert "[no-text]" in run("/dev/null", right).stderr


def test_standard_input_is_named(files: Folder, monkeypatch: pytest.MonkeyPatch) -> None:
    """By its name and not as `-`, above the rows and in the data."""
    _, right = files([FIRST], [FIRST.replace("61", "62")])
    monkeypatch.chdir(right.parent)
    shown = CliRunner().invoke(main, ["compare", "-", right.name], input=FIRST)
    assert shown.exit_code == 1
    assert shown.stdout.startswith("standard input → ")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no /dev/full")
def test_a_result_that_cannot_be_written_is_trouble(files: Folder) -> None:
    """A full disk is told, with the exit code of trouble and not that of a difference."""
    pair = files([FIRST], [FIRST.replace("61", "62")])
    for form in ((), ("--json",), ("--html", "-")):
        with Path("/dev/full").open("w", encoding="utf-8") as full:
            command = [sys.executable, "-m", "sitegen", "compare", *map(str, pair), *form]
            buffered = {name: value for name, value in os.environ.items() if name != "PYTHONUNBUFFERED"}
            done = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, text=True, check=False, env=buffered)
        assert done.returncode == 2
        assert "[cannot-write]" in done.stderr
        assert "Exception ignored" not in done.stderr
        assert "Traceback" not in done.stderr


def test_other_encodings_are_told_as_the_reader_tells_them(files: Folder, tmp_path: Path) -> None:
    """UTF-16 with its mark is read; without it, and in another encoding, the way to convert it is told."""
    left, _ = files([FIRST], [FIRST])
    for name, data in (
        ("marked", FIRST.encode("utf-16")),
        ("bare", FIRST.encode("utf-16-le")),
        ("latin", "Le café a fermé.".encode("latin-1")),
    ):
        (tmp_path / f"{name}.txt").write_bytes(data)
    assert run(left, tmp_path / "marked.txt").exit_code == 0
    assert "-f UTF-16LE" in run(left, tmp_path / "bare.txt").stderr
    assert "-f WINDOWS-1252" in run(left, tmp_path / "latin.txt").stderr


def test_one_file_twice_is_said(files: Folder, tmp_path: Path) -> None:
    """It is compared all the same, and differs in nothing."""
    left, _ = files([FIRST], [FIRST])
    (tmp_path / "link.txt").symlink_to(left)
    result = run(left, tmp_path / "link.txt")
    assert result.exit_code == 0
    assert "are one file" in result.stderr


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--json", "--html", "x.html"), "--json and --html cannot be used together"),
        (("--json", "--inline"), "cannot be used with --json"),
        (("--html", "-", "--all"), "cannot be used with --html"),
        (("--width", "100", "--html", "-"), "cannot be used with --html"),
        (("--ignore", "figre"), "did you mean `figure`?"),
        (("--ignore", "case,zebra"), "the kinds are typography, case,"),
        (("--ignore", ""), "is not a kind of change"),
        (("--color", "blue"), "always"),
    ],
)
def test_wrong_usage_is_2(files: Folder, arguments: tuple[str, ...], said: str) -> None:
    """With what is wrong, and before any file is read."""
    result = run(*files("", ""), *arguments)
    assert result.exit_code == 2
    assert said in " ".join(result.stderr.split())


def test_front_matter_is_read(files: Folder, tmp_path: Path) -> None:
    """It is no text of the article; its outlet and rights have no say here."""
    front = "---\ntitle: A title\nsource: some-wire\nrights: figures\n---\n\n"
    (tmp_path / "one.md").write_text(front + FIRST + "\n", encoding="utf-8")
    left, _ = files([FIRST], [FIRST])
    result = run(tmp_path / "one.md", left, "--all")
    assert result.exit_code == 0
    assert FIRST[:40] in result.stdout
    assert "credit" not in result.stdout


# Headlines

HEADLINE = "Forty people wait for the ferry at Holm"
OTHER_HEADLINE = "Fifty people wait for the ferry at Holm"


def declared(folder: Path, name: str, title: str) -> Path:
    path = folder / name
    path.write_text(f"---\ntitle: {title}\n---\n\n{FIRST}\n", encoding="utf-8")
    return path


def test_another_headline_is_a_difference(files: Folder, tmp_path: Path) -> None:
    """Whether it stands in the text or is declared, whatever is asked for; the same one is none, nor other capitals."""
    lifted = files([HEADLINE, FIRST], [OTHER_HEADLINE, FIRST])
    one, other = declared(tmp_path, "one.md", HEADLINE), declared(tmp_path, "other.md", OTHER_HEADLINE)
    for pair in (lifted, (one, other), (lifted[0], other), (one, lifted[1])):
        assert [run(*pair, *form).exit_code for form in ((), ("--json",), ("--html", "-"))] == [1, 1, 1]
        assert "In the headline: " in run(*pair, "--html", "-").stdout
    assert run(lifted[0], one).exit_code == 0
    assert run(one, declared(tmp_path, "capitals.md", HEADLINE.title())).exit_code == 0


def test_both_headlines_are_printed_with_their_marks(files: Folder) -> None:
    """As a row above the others, in one column and two; the same one stands there where all is to be shown."""
    pair = files([HEADLINE, FIRST], [OTHER_HEADLINE, FIRST])
    inline = view(*pair, "--width", "80")
    assert "The headline differs. “Forty people" in inline
    assert "── headline ── line 1 │ line 1\n[-Forty-] {+Fifty+} people wait for the ferry at Holm\n" in inline
    assert "! figure: The figure changed from “Forty” to “Fifty”." in inline
    assert "changes of substance: 1 (figure 1); of style: 0" in inline
    beside = view(*pair, "--width", "120")
    assert re.search(r"\[-Forty-\] people wait for the ferry at Holm +│ \{\+Fifty\+\} people wait", beside)
    same = files([HEADLINE, FIRST], [HEADLINE, FIRST])
    assert "── headline" not in view(*same)
    assert f"── headline ── the same\n{HEADLINE}\n" in view(*same, "--all")


def test_a_headline_that_one_text_lacks_is_said_so(files: Folder, tmp_path: Path) -> None:
    """Where it stands in the other's text. One that is declared says nothing of a text without front matter."""
    pair = files([HEADLINE, FIRST], [FIRST])
    result = run(*pair)
    assert result.exit_code == 1
    assert "Only the first has a headline: “Forty people wait for the ferry at Holm”." in " ".join(
        result.stdout.split()
    )
    assert "[-Forty people wait for the ferry at Holm-]" in result.stdout
    assert run(declared(tmp_path, "one.md", HEADLINE), pair[1]).exit_code == 0


def test_a_line_that_one_text_keeps_in_its_body_is_no_lost_headline(files: Folder) -> None:
    """What is a headline in one file and a line of the text in the other is told once, as a line of the text."""
    pair = files([HEADLINE, FIRST], ["It rained.", HEADLINE, FIRST])
    shown = view(*pair)
    assert "headline" not in shown.partition("left.txt")[2].partition("right.txt")[2]
    assert run(*pair).exit_code == 1


def test_headlines_stand_in_the_data(files: Folder) -> None:
    """Beside the keys of the text, which say nothing of them; null where both are the same."""
    found = json.loads(run(*files([HEADLINE, FIRST], [OTHER_HEADLINE, FIRST]), "--json").stdout)
    assert (found["headline"]["left"], found["headline"]["right"]) == (HEADLINE, OTHER_HEADLINE)
    for side in ("left", "right"):
        assert "".join(op[side] for op in found["headline"]["ops"]) == found["headline"][side]
    assert [(one["kind"], one["left"], one["right"]) for one in found["headline"]["changes"]] == [
        ("figure", "Forty", "Fifty")
    ]
    assert (found["changes"], found["measures"]["left_in_right"]) == ([], 1.0)
    assert json.loads(run(*files([HEADLINE, FIRST], [HEADLINE, FIRST]), "--json").stdout)["headline"] is None


def test_the_headlines_of_a_page_are_marked_and_lead_to_what_is_said(files: Folder) -> None:
    """Each mark, what is said beside it and its entry in the list name one change; nothing is marked where none is."""
    page = run(*files([HEADLINE, FIRST], [OTHER_HEADLINE, FIRST]), "--html", "-").stdout
    named = re.search(
        r'<del class="k-figure matters" data-of="(h-[0-9a-f]{10})" title="figure">Forty</del> people', page
    )
    assert named
    assert f'id="{named[1]}" data-stop>' in page
    said = re.search(rf'href="#{named[1]}">figure</a> (.*?)</li>', page)
    assert said
    assert said[1] == "The figure changed from “Forty” to “Fifty”."
    same = run(*files([HEADLINE, FIRST], [HEADLINE, FIRST]), "--html", "-").stdout
    assert 'data-of="h-' not in same
    assert f"<bdi>{HEADLINE}</bdi>" in same


def test_kinds_are_ignored_in_headlines_too(files: Folder) -> None:
    """They are counted with those of the text, and no longer marked; nothing is called the same that is not."""
    pair = files([HEADLINE, FIRST], [OTHER_HEADLINE, FIRST.replace("61", "62")])
    shown = run(*pair, "--ignore", "figure")
    assert shown.exit_code == 0
    assert "ignored: 2 (figure 2)" in shown.stdout
    assert "The text is" not in shown.stdout
    assert "[-" not in shown.stdout
    found = json.loads(run(*pair, "--ignore", "figure", "--json").stdout)
    assert (found["headline"]["changes"], found["ignored"]) == ([], {"figure": 2})


# Ignored kinds


def test_ignored_kinds_are_neither_listed_nor_marked_nor_counted(files: Folder) -> None:
    """The exit code is made without them, and each form says how many there were; ops stay the truth."""
    pair = files([FIRST], [FIRST.replace("61", "62").replace("Lorne", "lorne")])
    view = run(*pair, "--ignore", "figure,case", "--inline")
    assert view.exit_code == 0
    assert "ignored: 2 (case 1, figure 1)" in view.stdout
    assert "changes of substance: 0; of style: 0" in view.stdout
    assert "[-" not in view.stdout
    assert "61" not in view.stdout.partition("── ")[2]
    found = json.loads(run(*pair, "--ignore", "figure", "--ignore", "case", "--json").stdout)
    assert (found["changes"], found["ignored"]) == ([], {"case": 1, "figure": 1})
    assert [op["tag"] for op in found["rows"][0]["ops"]] == ["equal", "replace", "equal"]
    page = run(*pair, "--ignore", "figure", "--html", "-").stdout
    assert "ignored, as asked for, and not marked: figure" in page
    assert "<ins class=" not in page.partition('<ol class="lines"')[2].partition("How to read")[0]


def test_nothing_ignored_is_said_so(files: Folder) -> None:
    """Control: without the option everything is there."""
    pair = files([FIRST], [FIRST.replace("61", "62")])
    assert json.loads(run(*pair, "--json").stdout)["ignored"] == {}
    assert "[-61-]" in run(*pair).stdout
    assert "ignored:" not in run(*pair).stdout


# The view


def view(*arguments: str | Path) -> str:
    return run(*arguments).stdout


def test_a_moved_paragraph_stands_at_both_ends(files: Folder) -> None:
    """Each end says where the other is, and both mark the edits inside."""
    pair = files([FIRST, SECOND, THIRD, FIFTH], [FIRST, FIFTH.replace(" early", ""), SECOND, THIRD])
    for width in ("80", "130"):
        shown = view(*pair, "--width", width)
        assert "── moved ⤷ to paragraph 2 ── line 7 │ line 3" in shown
        assert "── moved ⤶ from paragraph 4 ── line 7 │ line 3" in shown
        assert "~ move: Paragraph 4 moved up to 2, with one edit." in shown
        assert "[-early-]" in shown
    assert "(paragraph 4 of the left)" in shown


def test_a_moved_sentence_has_signs_of_its_own(files: Folder) -> None:
    """It is neither gone nor new, and both rows speak of it."""
    told = "Nobody on board was hurt, the coastguard said in the evening."
    shown = view(*files([f"{FIRST} {told}", SECOND], [FIRST, f"{SECOND} {told}"]), "--width", "200", "--inline")
    assert f"[~{told}~]" in shown
    assert f"{{~{told}~}}" in shown
    assert "~ move: A sentence moved from paragraph 1 to 2." in shown
    assert "~ move: A sentence came from paragraph 1." in shown


def test_an_edit_in_a_moved_sentence_is_told_once(files: Folder) -> None:
    """Where the sentence stands now, that it came is said once, and not again for each edit inside it."""
    told = "Nobody on board was hurt at noon, the coastguard said in the evening."
    edited = told.replace("noon", "dawn")
    shown = view(*files([f"{FIRST} {told}", SECOND], [FIRST, f"{SECOND} {edited}"]), "--width", "200", "--inline")
    assert shown.count("came from paragraph 1") == 1
    assert shown.count("! date: The date changed from “noon” to “dawn”.") == 1


def test_split_and_merged_paragraphs_are_printed_as_they_stand(files: Folder) -> None:
    """Several paragraphs on one side; in one column, the border that the other lacks is marked."""
    one, two = THIRD.split(". ")
    split = files([FIRST, THIRD], [FIRST, f"{one}.", two])
    assert "── split into 2 ──" in view(*split, "--width", "80")
    assert re.search(r"in the end\. \{\+¶\+\}\nTea was", view(*split, "--width", "80"))
    beside = view(*split, "--width", "130")
    assert re.search(r"\n +│\n.*│ Tea was served", beside)
    merged = files([FIRST, f"{one}.", two], [FIRST, THIRD])
    assert "── 2 merged into one ──" in view(*merged, "--width", "80")
    assert re.search(r"end\. ?\[-¶-\]\s+Tea", view(*merged, "--width", "80"))


def test_words_that_stayed_look_kept(files: Folder) -> None:
    """Inside a change that reaches over them, too: only what each side has alone is marked, in one column and two."""
    reported = "On Monday the office said “{} pay for the pier at Lorne before the spring” in the hall."
    pair = files([reported.format("we")], [reported.format("they").replace("“", "").replace("”", "")])
    assert "said [-“we-] {+they+} pay for the pier at Lorne before the spring [-”-] in" in view(
        *pair, "--width", "200", "--inline"
    )
    beside = view(*pair, "--width", "240")
    assert "said [-“we-] pay for the pier at Lorne before the spring[-”-] in" in beside
    assert "said {+they+} pay for the pier at Lorne before the spring in" in beside
    quoted = files([FIRST.replace("61 people", "“61 people”")], [FIRST])
    shown = view(*quoted, "--width", "200", "--inline")
    assert re.search(r"\[-“-\]61 people ?\[-”-\]", shown)
    assert "{+" not in shown


def test_what_is_printed_differently_is_shown_as_both_print_it(files: Folder) -> None:
    """Dashes, quotation marks and capitals that are equal to a reader; once where they are ignored."""
    left = "The ferry – said the Coastguard – came “in the end” to Lorne’s pier at 10 % of its speed."
    right = 'The ferry — said the coastguard — came "in the end" to Lorne\'s pier at 10% of its speed.'
    shown = view(*files([left], [right]), "--width", "300", "--inline")
    for both in (
        "[-–-] {+—+}",
        "[-Coastguard-] {+coastguard+}",
        '[-“-]{+"+}',
        "[-Lorne’s-] {+Lorne's+}",
        "10 %",
        "10%",
    ):
        assert both in shown
    ignored = view(*files([left], [right]), "--width", "300", "--inline", "--ignore", "typography,case,format")
    assert right in ignored


def test_both_texts_are_read_off_two_columns(files: Folder) -> None:
    """Without signs, codes and places, the left column is the left text and the right column the right."""
    left = [
        f"{FIRST} Nobody – said “Brandt” – was hurt.",
        SECOND,
        THIRD,
        FOURTH,
        "Cr 2,000 were paid to the crew in May.",
    ]
    right = [
        f'{FIRST.replace("61", "62")} Nobody — said "Brandt" — was hurt.',
        THIRD,
        SECOND.replace("early ", ""),
        "2,000 crowns were paid to the crew in May.",
        FIFTH,
    ]
    shown = view(*files(left, right), "--width", "120", "--all")
    body = [line for line in shown.partition("\n── ")[2].splitlines()[1:] if not line.startswith("── ")]
    for side, texts in enumerate((left, right)):
        printed = " ".join(line.split("│")[side] for line in body if "│" in line)
        plain = re.sub(r"\(not in the \w+\)|\(paragraph \d of the \w+\)|[\[{][-+~]|[-+~][\]}]", "", printed)
        assert sorted(plain.split()) == sorted(" ".join(texts).split())


def test_gone_and_new_words_never_stick_together(files: Folder) -> None:
    """At the end of a paragraph no space stands between them; brackets or colours are not enough to tell two words."""
    pair = files([f"{FIRST} It was cold"], [f"{FIRST} It was warm"])
    assert "[-cold-] {+warm+}" in view(*pair, "--width", "200", "--inline")
    coloured = re.sub(r"\x1b\[[0-9;]*m", "", view(*pair, "--width", "200", "--inline", "--color", "always"))
    assert "cold warm" in coloured
    chinese = files(["渡轮周一因转向系统故障返回洛恩。"], ["渡轮周二因转向系统故障返回洛恩。"])
    assert "[-一-]{+二+}" in view(*chinese, "--width", "200", "--inline")


def test_what_is_printed_twice_is_no_addition(files: Folder) -> None:
    """A preview above the text is told as that."""
    shown = view(*files([FIRST, SECOND], [FIRST, FIRST, SECOND]), "--width", "80")
    assert "── printed twice in the right ── … 1 paragraph (20 words) ── – │ line 1\n" in shown
    assert "{+" not in shown
    assert "steering failed" not in shown
    assert view(*files([FIRST, SECOND], [FIRST, FIRST, SECOND]), "--all", "--inline").count("steering failed") == 2


def test_runs_of_the_same_are_folded(files: Folder) -> None:
    """Two and more; `--all` shows them, and one alone is shown as it is."""
    pair = files([FIRST, SECOND, THIRD, FOURTH], [FIRST, SECOND, THIRD, FOURTH.replace("any", "no")])
    shown = view(*pair)
    assert "── same ── … 3 paragraphs the same (" in shown
    assert "Brandt" not in shown
    assert "Brandt" in view(*pair, "--all")
    assert "Brandt" in view(*files([SECOND, FOURTH], [SECOND, FOURTH.replace("any", "no")]))


@pytest.mark.parametrize("width", [30, 72, 90, 140])
def test_no_line_is_wider_than_asked_for(files: Folder, width: int) -> None:
    """Chinese, Vietnamese and emoji included; labels of rows may run on."""
    pair = files(
        [
            FIRST,
            "渡轮周一因转向系统故障返回洛恩，船上载有至少四十名乘客。",
            "Phà quay lại bến Lorne hôm thứ Hai 👩\u200d🚀.",
        ],
        [
            SECOND,
            "渡轮周二因转向系统失灵返回洛恩，船上载有约四十名乘客。",
            "Phà quay lại bến Lorne hôm thứ Ba 👩\u200d🚀.",
        ],
    )
    body = [line for line in view(*pair, "--width", str(width)).splitlines() if not line.startswith("── ")]
    assert max(map(columns_of, body)) <= width
    if width >= 90:
        borders = {columns_of(line.partition("│")[0]) for line in body if "│" in line}
        assert borders == {(width - 3) // 2 + 1}


def test_right_to_left_stands_in_one_column(files: Folder) -> None:
    """So that no terminal turns two columns around, and nothing that directs text is printed."""
    shown = view(
        *files(["عادت العبّارة إلى ميناء لورن يوم الاثنين"], ["عادت العبّارة إلى ميناء لورن يوم \u200fالثلاثاء"]),
        "--width",
        "140",
    )
    assert "[-الاثنين-]" in shown
    assert not [line for line in shown.splitlines() if "│" in line and not line.startswith("── ")]
    assert "\u200f" not in shown


@pytest.mark.parametrize(
    ("arguments", "environment", "coloured"),
    [
        ((), {}, False),
        (("--color", "always"), {}, True),
        (("--color", "always"), {"NO_COLOR": "1"}, True),
        (("--color", "never"), {}, False),
    ],
)
def test_colour(files: Folder, arguments: tuple[str, ...], environment: dict[str, str], coloured: bool) -> None:
    """Not in a pipe unless asked for; then the brackets give way to strike and underline."""
    result = run(*files([FIRST], [FIRST.replace("61", "62")]), *arguments, env=environment)
    assert ("\x1b[" in result.stdout) == coloured
    assert ("[-61-]" in result.stdout) != coloured


def test_what_a_terminal_obeys_is_shown_by_its_code(files: Folder) -> None:
    """Unseen characters are shown and named; the terminal gets none of them."""
    left, right = files([FIRST], [FIRST.replace("steering", "steer\u200bing").replace("Lorne", "\u202eLorne")])
    shown = view(left, right, "--width", "80")
    assert "steer‹U+200B›ing" in shown
    assert "and added: zero-width space (U+200B)" in " ".join(shown.split())
    assert "‹U+202E›Lorne" in shown
    assert "characters that hide or turn words: right-to-left override (U+202E)" in " ".join(shown.split())
    assert not set(shown) & set("\u200b\u202e\x1b")


# The page


def test_the_page_needs_nothing_else(files: Folder, tmp_path: Path) -> None:
    """One file: style and script inside, no address but fragments, no folder of this machine, the same every time."""
    pair = files([FIRST, SECOND], [FIRST.replace("61", "62"), SECOND])
    target = tmp_path / "out.html"
    result = run(*pair, "--html", target)
    page = target.read_text("utf-8")
    assert (result.exit_code, result.stdout) == (1, "")
    assert f"wrote {target} ({len(page.encode())} bytes)" in result.stderr
    assert set(re.findall(r'(?:href|src|action)="([^#"][^"]*)"', page)) == {"data:,"}
    assert "http" not in page.partition("</style>")[2].partition("<script>")[0]
    assert str(tmp_path) not in page
    assert "left.txt" in page
    assert run(*pair, "--html", "-").stdout == page


def test_the_page_is_never_written_over_an_input(files: Folder, tmp_path: Path) -> None:
    """Nor by a link to it; and nothing is left beside it."""
    left, right = files([FIRST], [SECOND])
    (tmp_path / "link.html").symlink_to(right)
    os.link(left, tmp_path / "hard.html")
    for target in (left, "right.txt", "link.html", "hard.html"):
        result = run(left, right, "--html", tmp_path / target)
        assert result.exit_code == 2
        assert "one of the two files" in " ".join(result.stderr.split())
    assert left.read_text("utf-8") == FIRST + "\n"
    assert right.read_text("utf-8") == SECOND + "\n"


def test_the_page_is_whole_or_not_there(files: Folder, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A write that fails leaves the old page and no scraps; a folder or a missing one is wrong usage."""
    pair = files([FIRST], [SECOND])
    target = tmp_path / "out.html"
    target.write_text("old", encoding="utf-8")

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    result = run(*pair, "--html", target)
    assert result.exit_code == 2
    assert "No space left on device [cannot-write]" in result.stderr
    assert target.read_text("utf-8") == "old"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["left.txt", "out.html", "right.txt"]
    assert run(*pair, "--html", tmp_path).exit_code == 2
    assert run(*pair, "--html", tmp_path / "no" / "x.html").exit_code == 2


def test_a_file_name_commands_nothing(files: Folder, tmp_path: Path) -> None:
    """Escapes and overrides in a name reach neither the terminal nor the page."""
    left, _ = files([FIRST], [FIRST])
    odd = tmp_path / "a\x1b[2J\u202eb.txt"
    odd.write_text(SECOND, encoding="utf-8")
    shown = run(left, odd)
    assert "a‹U+001B›[2Jb.txt" in "".join(shown.stdout.split())
    written = run(left, odd, "--html", tmp_path / "o\x1b.html")
    missing = run(left, tmp_path / "no\x1b")
    page = run(left, odd, "--html", "-").stdout
    for text in (shown.stdout, written.stderr, missing.stderr, page):
        assert not set(text) & {"\x1b", "\u202e"}


def test_two_files_of_one_name_are_told_apart(tmp_path: Path) -> None:
    """On the page by side; their ids differ."""
    for folder, text in (("a", FIRST), ("b", SECOND)):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "same.txt").write_text(text, encoding="utf-8")
    page = run(tmp_path / "a/same.txt", tmp_path / "b/same.txt", "--html", "-").stdout
    assert "<title>same.txt (right) against same.txt (left)</title>" in page


def test_an_asset_that_ends_its_element_is_refused() -> None:
    """Control: a script with the end of a script in it cannot stand inside a page."""
    from sitegen.model import File
    from sitegen.render.alone import _inside

    assert _inside(File("x.js", b"1 < 2")) == "\n1 < 2"
    with pytest.raises(ValueError, match="would end its element"):
        _inside(File("x.js", b'"</SCRIPT>"'))


def test_what_is_ignored_is_printed_once_in_one_column(files: Folder) -> None:
    """As the right has it, also where words only stand elsewhere there; unless they are told."""
    pair = files(["On Monday the gulls left the pier at dawn."], ["The gulls left the pier at dawn on Monday."])
    kind = json.loads(run(*pair, "--json").stdout)["changes"][0]["kind"]
    assert run(*pair, "--inline", "--ignore", kind).stdout.count("Monday") == 1
    assert run(*pair, "--inline").stdout.count("Monday") > 1


# Two languages


_ENGLISH = (
    f"{FIRST} {SECOND}\n\nThe Lorne Harbour Board counted 14 such returns in 2019, and 9 in 2020.\n\n"
    "Mara Brandt will be heard in Holm on 3 April.\n"
)
_GERMAN = (
    "Die Fähre kehrte am Montag nach Lorne um, nachdem in schwerer Dünung mit 61 Menschen an Bord ihr Ruder "
    "versagt hatte. Die Kapitänin Mara Brandt fährt die Strecke seit zwölf Jahren und sagte, niemand sei in Gefahr "
    "gewesen.\n\nDie Hafenbehörde Lorne Harbour Board zählte 2019 insgesamt 14 solche Umkehren und 2020 noch 9.\n\n"
    "Mara Brandt wird am 3. April in Holm angehört.\n"
)


def test_two_languages_are_laid_side_by_side(files: Folder) -> None:
    """No word is said to be gone or new that is in another language."""
    pair = files(_ENGLISH, _GERMAN)
    result = run(*pair, "--width", "120")
    assert result.exit_code == 1
    said = " ".join(result.stdout.split())
    assert re.search(
        r"two languages, English \(\d+ words\) and German \(\d+ words\): their words are not compared", said
    )
    assert "is gone" not in result.stdout
    assert "is new" not in result.stdout
    first = next(line for line in result.stdout.splitlines() if "The ferry turned back" in line)
    assert "Die Fähre kehrte" in first


def test_two_languages_as_data(files: Folder) -> None:
    """The sentences of both, and no change of words."""
    document = json.loads(run(*files(_ENGLISH, _GERMAN), "--json").stdout)
    assert document["changes"] == []
    pairs = [(pair["left"][0]["text"][:9], pair["right"][0]["text"][:9]) for pair in document["alignment"]["pairs"]]
    assert ("The ferry", "Die Fähre") in pairs
    assert json.loads(run(*files([FIRST], [SECOND]), "--json").stdout)["alignment"] is None


def test_two_languages_as_a_page(files: Folder) -> None:
    """Both columns, each with its language."""
    page = run(*files(_ENGLISH, _GERMAN), "--html", "-").stdout
    assert "right.txt beside left.txt" in page
    assert 'lang="de"' in page
    assert 'class="skip"' in page
    assert "<ins" not in page


def test_one_language_under_two_names_is_compared(files: Folder) -> None:
    """Texts that share most of their words are in one language, whatever each is said to be in."""
    left = f"---\nlanguage: nn\n---\n{_GERMAN}"
    right = f"---\nlanguage: da\n---\n{_GERMAN.replace('61', '62')}"
    assert "61" in run(*files(left, right)).stdout
    assert "two languages" not in run(*files(left, right)).stdout
