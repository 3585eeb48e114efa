"""Deciding what imported pages are made of: with keys on a terminal, and in files where there is none."""

import csv
import json
import os
import pty
import select
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import openpyxl
import pyarrow
import pyarrow.parquet as parquet
import pytest
from click.testing import CliRunner, Result

from sitegen.cli import main
from sitegen.cli.reviewing import review_on_terminal
from sitegen.importing import Desk, review_path
from sitegen.read import read_archive
from sitegen.read.refusal import Refused
from tests.formats.samples import ADDRESS, docx, page, warc
from tests.formats.test_exports import uni

FACTS = (
    "The bridge was built in 1931 and carries nine thousand cars on a day in summer, the county says in its figures."
)
BOX = f'<div class="factbox promo"><p>{FACTS}</p></div>'
ARTICLE = "bridge-opens-and-stays-open.txt"


def saved(title: str = "Bridge opens, and stays open", path: str = "bridge-opens", box: str = BOX) -> str:
    """A page whose box of facts both extractors leave out."""
    text = page().replace('<section id="comments"', f'{box}<section id="comments"')
    text = text.replace("Bridge opens, and stays open", title).replace("news/bridge-opens", f"news/{path}")
    return text if path == "bridge-opens" else text.replace("4 June (NW)", "5 June (NW)")


def run(*arguments: object) -> Result:
    return CliRunner().invoke(main, [*map(str, arguments)], catch_exceptions=False)


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    content = tmp_path / "content"
    content.mkdir()
    (tmp_path / "one.html").write_text(saved(), "utf-8")
    (tmp_path / "two.html").write_text(saved("Ferry runs all night", "ferry"), "utf-8")
    return content


def changed(content: Path, article: str, *replaced: tuple[str, str]) -> None:
    """What an editor changes in a review file."""
    path = content / review_path(article)
    text = path.read_text("utf-8")
    for before, after in (("decided = false", "decided = true"), *replaced):
        assert before in text, before
        text = text.replace(before, after, 1)
    path.write_text(text, "utf-8")


def take_box(content: Path, article: str) -> None:
    line = next(line for line in (content / review_path(article)).read_text("utf-8").splitlines() if "1931" in line)
    changed(content, article, (line, line.replace("take = false", "take = true")))


def body(content: Path, article: str = ARTICLE) -> str:
    return (content / article).read_text("utf-8").partition("\n---\n")[2]


def test_without_a_terminal_a_file_is_written_and_nothing_asked(archive: Path, tmp_path: Path) -> None:
    """All there is to decide stands in a file beside the article, undecided; the archive builds as before."""
    done = run("add", tmp_path / "one.html", "--content", archive, "--review")
    assert done.exit_code == 0
    assert "what there is to decide" in done.stdout
    text = (archive / review_path(ARTICLE)).read_text("utf-8")
    assert "decided = false" in text
    assert '["Ada Brandt", "JSON-LD"]' in text
    assert 'reason = "an aside, by its element div.factbox promo"' in text
    assert FACTS not in body(archive)
    articles, problems = read_archive(archive)
    assert (len(articles.articles), problems) == (1, ())
    before = sorted(archive.rglob("*"))
    assert run("add", "--content", archive, "--review").exit_code == 0
    assert sorted(archive.rglob("*")) == before


def test_a_decision_changes_the_article_and_the_next_page_of_the_host(archive: Path, tmp_path: Path) -> None:
    """A block that was left out is taken, at its place, and so is its like on the next page; another host's is not."""
    run("add", tmp_path / "one.html", "--content", archive, "--review")
    take_box(archive, ARTICLE)
    done = run("add", "--content", archive, "--review")
    assert "text: 118 words before, 140 now" in done.stdout, done.stdout
    assert body(archive).rstrip().endswith(FACTS)
    again = run("add", "--content", archive, "--review")
    assert (again.exit_code, again.stdout) == (0, "")
    added = run("add", tmp_path / "two.html", "--content", archive)
    assert "as was decided at the desk for this host" in added.stdout
    assert FACTS in body(archive, "ferry-runs-all-night.txt")
    other = tmp_path / "other.html"
    other.write_text(saved("Crane falls", "crane").replace("advertiser.example", "courier.example"), "utf-8")
    run("add", other, "--content", archive)
    assert FACTS not in body(archive, "crane-falls.txt")


def test_what_was_decided_both_ways_is_no_rule(archive: Path, tmp_path: Path) -> None:
    """Where the editor took a box on one page and left it on another, the third page is as the extractors have it."""
    run("add", tmp_path / "one.html", tmp_path / "two.html", "--content", archive, "--review")
    take_box(archive, ARTICLE)
    changed(archive, "ferry-runs-all-night.txt")
    run("add", "--content", archive, "--review")
    third = tmp_path / "three.html"
    third.write_text(saved("Crane falls", "crane").replace("Nordhavn", "Sundby"), "utf-8")
    run("add", third, "--content", archive)
    assert FACTS not in body(archive, "crane-falls.txt")


def test_the_place_of_a_field_is_decided_for_the_host(archive: Path, tmp_path: Path) -> None:
    """The author that the editor chose stands below the headline; the next page is read there too."""
    byline = "By Ada Brandt</p>"
    for name in ("one.html", "two.html"):
        text = (tmp_path / name).read_text("utf-8").replace(byline, byline.replace("Ada Brandt", "Ola Krog"))
        (tmp_path / name).write_text(text, "utf-8")
    run("add", tmp_path / "one.html", "--content", archive, "--review")
    changed(archive, ARTICLE, ('value = "Ada Brandt"', 'value = "Ola Krog"'))
    assert "author: Ola Krog" in run("add", "--content", archive, "--review").stdout
    run("add", tmp_path / "two.html", "--content", archive)
    articles, _ = read_archive(archive)
    assert {article.author for article in articles.articles} == {"Ola Krog"}


def test_no_article_is_taken_away_and_not_added_again(archive: Path, tmp_path: Path) -> None:
    """Its file goes, its original and the decision stay; the decision can be taken back."""
    run("add", tmp_path / "one.html", tmp_path / "two.html", "--content", archive, "--review")
    changed(archive, ARTICLE, ("article = true", "article = false"))
    assert "its file was taken away" in run("add", "--content", archive, "--review").stdout
    assert not (archive / ARTICLE).exists()
    again = run("add", tmp_path / "one.html", "--content", archive)
    assert "is no article; it is not added" in again.stdout
    assert not (archive / ARTICLE).exists()
    path = archive / review_path(ARTICLE)
    path.write_text(path.read_text("utf-8").replace("article = false", "article = true"), "utf-8")
    run("add", "--content", archive, "--review")
    assert "The old lifting bridge" in body(archive)


def test_what_was_changed_by_hand_is_not_made_again(archive: Path, tmp_path: Path) -> None:
    """A decision about the text of an article that the editor has edited is refused, and nothing is written."""
    run("add", tmp_path / "one.html", "--content", archive, "--review")
    take_box(archive, ARTICLE)
    article = archive / ARTICLE
    article.write_text(article.read_text("utf-8").replace("dropped piano", "falling piano"), "utf-8")
    before = article.read_bytes()
    done = run("add", "--content", archive, "--review")
    assert done.exit_code == 1
    assert "[edited-by-hand]" in done.stderr
    assert article.read_bytes() == before


def test_a_field_that_was_changed_by_hand_stays(archive: Path, tmp_path: Path) -> None:
    """What stands in the article's file and was not decided here is left alone."""
    run("add", tmp_path / "one.html", "--content", archive, "--review")
    article = archive / ARTICLE
    article.write_text(article.read_text("utf-8").replace('author: "Ada Brandt"', 'author: "A. Brandt"'), "utf-8")
    take_box(archive, ARTICLE)
    run("add", "--content", archive, "--review")
    assert 'author: "A. Brandt"' in article.read_text("utf-8")
    assert FACTS in body(archive)


@pytest.mark.parametrize(
    ("before", "after", "code"),
    [
        ("article = true", "article = perhaps", "bad-review"),
        ("[page]", "[pages]", "bad-review"),
        ('value = "en"', 'value = "klingonese"', "not-recorded"),
        ('text = "Home"', 'text = "Hume"', "stale-review"),
    ],
)
def test_a_file_that_says_nothing_that_can_be_done_is_refused(
    archive: Path, tmp_path: Path, before: str, after: str, code: str
) -> None:
    """The message names the review file and what to do; the article is as it was."""
    run("add", tmp_path / "one.html", "--content", archive, "--review")
    changed(archive, ARTICLE, (before, after))
    made = (archive / ARTICLE).read_bytes()
    done = run("add", "--content", archive, "--review")
    assert done.exit_code == 1
    assert f"{review_path(ARTICLE)}" in done.stderr
    assert f"[{code}]" in done.stderr
    assert "hint: " in done.stderr
    assert (archive / ARTICLE).read_bytes() == made


def keys(pressed: str) -> Iterator[str]:
    yield from pressed


def test_keys_decide_on_a_terminal(archive: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """One key takes a block in; a number chooses the next candidate; Enter keeps it and goes on."""
    run("add", tmp_path / "one.html", tmp_path / "two.html", "--content", archive)
    desk = Desk(archive)
    pressed = keys("f2\n!")
    assert review_on_terminal(desk, list(desk.pages), lambda: next(pressed)) == ()
    shown = capsys.readouterr().out
    assert "- f The bridge was built in 1931" in shown
    assert "(an aside, by its element div.factbox promo)" in shown
    assert body(archive).rstrip().endswith(FACTS)
    assert "\nauthor:" not in (archive / ARTICLE).read_text("utf-8")
    assert not (archive / "ferry-runs-all-night.txt").exists()


def test_stopping_leaves_the_rest_undecided(archive: Path, tmp_path: Path) -> None:
    """Q, and the end of input, write nothing for the page that is shown."""
    run("add", tmp_path / "one.html", tmp_path / "two.html", "--content", archive)
    desk = Desk(archive)
    pressed = keys(".Q")
    review_on_terminal(desk, list(desk.pages), lambda: next(pressed))
    assert not list(archive.glob("*.review.toml"))
    assert Desk(archive).waiting() == list(desk.pages)


def test_a_terminal_is_asked_for_keys(archive: Path, tmp_path: Path) -> None:
    """`add --review` on a real terminal shows the page and reads keys."""
    pressed = b""
    child, terminal = pty.fork()
    if not child:
        arguments = ["add", str(tmp_path / "one.html"), "--content", str(archive), "--review"]
        os.execv(sys.executable, [sys.executable, "-m", "sitegen", *arguments])
    shown = b""
    for awaited, key in ((b"Q stop", b"f"), (b"+ f ", b"\r"), (b"kept in", b"")):
        # What is typed before the terminal asks is thrown away, so the key is pressed until it is answered.
        deadline = time.monotonic() + 120
        while awaited not in shown and time.monotonic() < deadline:
            if select.select([terminal], [], [], 3)[0]:
                shown += os.read(terminal, 65536)
            elif pressed:
                os.write(terminal, pressed)
        assert awaited in shown, shown.decode()
        pressed = key
        if key:
            time.sleep(0.5)
            os.write(terminal, key)
    os.waitpid(child, 0)
    os.close(terminal)
    assert FACTS in body(archive)


def test_a_page_of_a_capture_is_reviewed_too(archive: Path, tmp_path: Path) -> None:
    """The second page of a WARC is read from its record."""
    crawl = tmp_path / "crawl.warc.gz"
    other = "https://advertiser.example/news/ferry"
    records = ((ADDRESS, saved().encode(), {}), (other, saved("Ferry runs all night", "ferry").encode(), {}))
    crawl.write_bytes(warc(*records, gzip=True))
    run("add", crawl, "--content", archive, "--review")
    take_box(archive, "ferry-runs-all-night.txt")
    run("add", "--content", archive, "--review")
    assert FACTS in body(archive, "ferry-runs-all-night.txt")
    assert FACTS not in body(archive)


def test_twins_are_shown(archive: Path, tmp_path: Path) -> None:
    """Articles with the same text or address stand beside what is decided."""
    (tmp_path / "two.html").write_text(saved(path="bridge-again").replace("5 June", "4 June"), "utf-8")
    run("add", tmp_path / "one.html", tmp_path / "two.html", "--content", archive)
    assert Desk(archive).review(ARTICLE).twins == ("bridge-opens-and-stays-open-2.txt",)


def test_review_and_dry_run_exclude_each_other(archive: Path) -> None:
    """Wrong usage, said at once; so is `add` with nothing to add and nothing to review."""
    assert run("add", "x.html", "--content", archive, "--review", "--dry-run").exit_code == 2
    assert run("add", "--content", archive).exit_code == 2


# What is no page


ROWS = (
    "title,outlet,published,text",
    '"Ferry runs all night","The Courier",2031-06-04,"{}"',
    '"Ferry runs, again","Holm Echo",2031-06-05,"{}"',
)
FERRY = (
    "The ferry at Nordhavn ran all night on Tuesday, since the bridge would not close again.",
    "Tickets cost nothing until Thursday, and the captain slept for two hours.",
    "Reader offer: a tide table for your kitchen wall.",
)
FERRY_ARTICLE = "ferry-runs-all-night.txt"


@pytest.fixture
def table(archive: Path, tmp_path: Path) -> Path:
    """A table of two rows with one text."""
    text = "\n".join(FERRY)
    (tmp_path / "table.csv").write_text("\n".join([ROWS[0], *(row.format(text) for row in ROWS[1:]), ""]), "utf-8")
    done = run("add", tmp_path / "table.csv", "--content", archive, "--review")
    assert done.exit_code == 0, done.output
    return archive


def test_rows_of_a_table_are_decided_in_files(table: Path) -> None:
    """Each says where its facts are from, and that another has its text; a line can be left out, and taken in again."""
    review = Desk(table).review(FERRY_ARTICLE)
    assert review.twins == ("ferry-runs-again.txt",)
    text = (table / review_path(FERRY_ARTICLE)).read_text("utf-8")
    assert '["2031-06-04", "column `published`"]' in text
    line = next(line for line in text.splitlines() if FERRY[2] in line)
    changed(table, FERRY_ARTICLE, (line, line.replace("take = true", "take = false")))
    assert run("add", "--content", table, "--review").exit_code == 0
    assert FERRY[2] not in body(table, FERRY_ARTICLE)
    assert FERRY[1] in body(table, FERRY_ARTICLE)
    again = (table / review_path(FERRY_ARTICLE)).read_text("utf-8")
    line = next(line for line in again.splitlines() if FERRY[2] in line)
    (table / review_path(FERRY_ARTICLE)).write_text(
        again.replace(line, line.replace("take = false", "take = true")), "utf-8"
    )
    assert run("add", "--content", table, "--review").exit_code == 0
    assert body(table, FERRY_ARTICLE).split() == " ".join(FERRY).split()
    assert read_archive(table)[1] == ()


WIDE = (
    ("kop", "rubriek", "door", "verhaal", "seen_on", "edited", "link", "lang", "words"),
    ("Ferry runs all night", "Harbour", "Ada Brandt", FERRY[0], "2031-06-04", "5 June 2031", "https://courier.example/f",
     "en", "15"),
    ("Ferry stops", "Harbour", "", FERRY[1], "2031-06-05", "", "https://courier.example/s", "en", "13"),
)  # fmt: skip
"""A table whose columns have names that are guessed for nothing but the address, and their map."""
MAP = '[columns]\ntext = "verhaal"\ntitle = "kop"\n'


def csv_table(path: Path) -> Path:
    with path.with_suffix(".csv").open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows(WIDE)
    return path.with_suffix(".csv")


def json_table(path: Path) -> Path:
    rows = [dict(zip(WIDE[0], row, strict=True)) for row in WIDE[1:]]
    path.with_suffix(".jsonl").write_text("".join(f"{json.dumps(row)}\n" for row in rows), "utf-8")
    return path.with_suffix(".jsonl")


def workbook(path: Path) -> Path:
    """Its first sheet is a list of pictures."""
    book = openpyxl.Workbook()
    book.active.append(("picture", "size"))
    sheet = book.create_sheet("articles")
    for row in WIDE:
        sheet.append(row)
    book.save(path.with_suffix(".xlsx"))
    return path.with_suffix(".xlsx")


def parquet_table(path: Path) -> Path:
    columns = dict(zip(WIDE[0], zip(*WIDE[1:], strict=True), strict=True))
    parquet.write_table(
        pyarrow.table({name: list(values) for name, values in columns.items()}), path.with_suffix(".parquet")
    )
    return path.with_suffix(".parquet")


@pytest.mark.parametrize("write_table", [csv_table, json_table, workbook, parquet_table])
def test_of_a_row_the_other_columns_are_candidates(
    archive: Path, tmp_path: Path, write_table: Callable[[Path], Path]
) -> None:
    """Each with its column, for the fields that could hold it: no day is a title, no number a name."""
    (tmp_path / "map.toml").write_text(MAP, "utf-8")
    done = run("add", write_table(tmp_path / "wide"), "--map", tmp_path / "map.toml", "--content", archive, "--review")
    assert done.exit_code == 0, done.output
    assert "# text: from column `verhaal`" in (archive / FERRY_ARTICLE).read_text("utf-8")
    seen = {entry.field: entry for entry in Desk(archive).review(FERRY_ARTICLE).decisions.fields}
    assert seen["title"].candidates == (
        ("Ferry runs all night", "column `kop`"),
        ("Harbour", "column `rubriek`"),
        ("Ada Brandt", "column `door`"),
        ("en", "column `lang`"),
    )
    assert seen["title"].value == "Ferry runs all night"
    assert (seen["author"].value, seen["author"].candidates[2]) == ("", ("Ada Brandt", "column `door`"))
    assert seen["published"].candidates == (("2031-06-04", "column `seen_on`"), ("2031-06-05", "column `edited`"))
    assert seen["url"].candidates == (("https://courier.example/f", "column `link`"),)
    assert seen["language"].candidates[0] == ("en", "column `lang`")
    author = "[fields.author]\nvalue = "
    changed(archive, FERRY_ARTICLE, (f'{author}""', f'{author}"Ada Brandt"'))
    assert run("add", "--content", archive, "--review").exit_code == 0
    head = (archive / FERRY_ARTICLE).read_text("utf-8").partition("\n---\n")[0]
    assert 'author: "Ada Brandt"' in head
    assert "# author: from column `door`" in head


def test_a_table_that_is_gone_is_told_and_its_rows_are_decided(table: Path) -> None:
    """The article's own facts are there, and why the others are not."""
    (kept,) = (table / "_originals").glob("*.csv")
    kept.unlink()
    review = Desk(table).review(FERRY_ARTICLE)
    assert review.draft.remarks[0].startswith("the other columns of its row are not shown: its table cannot be read")
    assert review.decisions.fields[0].candidates == (("Ferry runs all night", "column `title`"),)


def test_what_is_decided_of_a_row_is_no_template_of_its_host(table: Path) -> None:
    """Pages of the host are read as before."""
    changed(table, FERRY_ARTICLE, ('value = "Ferry runs all night"', 'value = "Ferry all night"'))
    assert run("add", "--content", table, "--review").exit_code == 0
    head = (table / FERRY_ARTICLE).read_text("utf-8").partition("\n---\n")[0]
    assert 'title: "Ferry all night"' in head
    assert "# title: from the desk" in head
    assert 'host = ""' in (table / review_path(FERRY_ARTICLE)).read_text("utf-8")


def test_a_row_that_is_no_article_is_taken_away_and_not_added_again(table: Path, tmp_path: Path) -> None:
    """The file of decisions stands for it; what would bring it back is said."""
    changed(table, FERRY_ARTICLE, ("article = true", "article = false"))
    assert run("add", "--content", table, "--review").exit_code == 0
    assert not (table / FERRY_ARTICLE).exists()
    again = run("add", tmp_path / "table.csv", "--content", table)
    assert "says that" in again.stdout
    assert not (table / FERRY_ARTICLE).exists()
    with pytest.raises(Refused, match="is no page") as refused:
        Desk(table).review(FERRY_ARTICLE)
    assert "add the file that it is from again" in refused.value.hint
    (table / review_path(FERRY_ARTICLE)).unlink()
    assert run("add", tmp_path / "table.csv", "--content", table).exit_code == 0
    assert (table / FERRY_ARTICLE).exists()


def test_articles_of_an_export_wait_after_the_partial_ones(archive: Path, tmp_path: Path) -> None:
    """Of a Nexis export each article waits; a text that was added word for word states nothing, and does not."""
    (tmp_path / "export.docx").write_bytes(
        docx(*uni("Ferry runs all night", "The Courier"), *uni("Ferry stops", "Holm Echo"))
    )
    (tmp_path / "plain.txt").write_text("The museum is closed today.\n", "utf-8")
    done = run("add", tmp_path / "export.docx", tmp_path / "plain.txt", tmp_path / "one.html", "--content", archive)
    assert done.exit_code == 0, done.output
    desk = Desk(archive)
    assert len(desk.waiting()) == 3
    partial = [desk.pages[path].is_partial for path in desk.waiting()]
    assert partial == sorted(partial, reverse=True)


def test_a_table_of_many_rows_gets_no_file_for_each(archive: Path, tmp_path: Path) -> None:
    """It is said how many wait."""
    rows = [f'"Ferry {number}","The Courier",2031-06-04,"Trip {number}. {FERRY[0]}"' for number in range(230)]
    (tmp_path / "table.csv").write_text("\n".join([ROWS[0], *rows, ""]), "utf-8")
    done = run("add", tmp_path / "table.csv", "--content", archive, "--review")
    assert "230 articles wait; files are written for the first 200, partial ones first" in done.stdout
    assert len(list(archive.glob("*.review.toml"))) == 200
