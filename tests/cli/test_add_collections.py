"""`sitegen add` of files that hold many articles: tables and exports of databases."""

import json
import tomllib
from pathlib import Path

import pytest

from tests.cli.test_add import archive, run, tree
from tests.formats.samples import PARAGRAPHS, docx
from tests.formats.test_exports import factiva, old, uni

__all__ = ["archive"]


def table(folder: Path, rows: int, name: str = "articles.csv") -> Path:
    path = folder / name
    text = " ".join(PARAGRAPHS)
    lines = [f'"Report {number}","The Courier","2031-06-04","Number {number}. {text}"' for number in range(rows)]
    path.write_text("\n".join(["headline,outlet,date,text", *lines, ""]), encoding="utf-8")
    return path


def test_each_row_becomes_an_article_that_builds(archive: Path, tmp_path: Path) -> None:
    """With the columns told, the outlet's file written, the row named in the comments, and a build that takes them."""
    added = run("add", table(tmp_path, 3), "--content", archive, "--sources")
    assert (added.exit_code, added.stderr) == (0, "")
    assert (
        "columns: text from `text`, outlet from `outlet`, published from `date`, title from `headline`" in added.stdout
    )
    assert added.stdout.endswith("3 articles added\n")
    text = (archive / "report-1.txt").read_text("utf-8")
    assert "source: the-courier" in text
    assert "# record: row 3\n" in text
    assert "# published: from column `date`" in text
    built = run("build", archive, "--output", tmp_path / "public", "--no-search", "--no-cache", "--strict")
    assert (built.exit_code, built.stderr) == (0, "")


def test_a_stopped_run_goes_on_where_it_stopped(archive: Path, tmp_path: Path) -> None:
    """Rows that are there already are told of and not written again; those that are missing are."""
    path = table(tmp_path, 4)
    run("add", path, "--content", archive)
    before = tree(archive)
    (archive / "report-2.txt").unlink()
    again = run("add", path, "--content", archive)
    assert again.stdout.endswith("1 article added, 3 there already\n")
    assert tree(archive) == before


def test_a_dry_run_writes_nothing(archive: Path, tmp_path: Path) -> None:
    """It says what would be added."""
    before = tree(archive)
    told = run("add", table(tmp_path, 2), "--content", archive, "--dry-run", "--sources")
    assert "report-1.txt: would be added from" in told.stdout
    assert told.stdout.endswith("2 articles would be added\n")
    assert tree(archive) == before


def test_a_map_is_written_once_and_then_read(archive: Path, tmp_path: Path) -> None:
    """What was guessed is saved; what the editor changed in it is believed by the next run."""
    path, columns = table(tmp_path, 1), tmp_path / "columns.toml"
    run("add", path, "--content", archive, "--map", columns, "--dry-run")
    assert tomllib.loads(columns.read_text("utf-8"))["columns"] == {
        "text": "text", "outlet": "outlet", "published": "date", "title": "headline",
    }  # fmt: skip
    columns.write_text('[columns]\ntitle = "outlet"\n', encoding="utf-8")
    assert "title: The Courier" in run("add", path, "--content", archive, "--map", columns).stdout


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("[columns]\nheadlin = 'x'\n", "`headlin` is no field"),
        ("[columns\n", "cannot be read"),
        ("columns = 7\n", "names a column for each field"),
        ("[columns]\ntitle = 'kop'\n", "no column `kop`"),
    ],
)
def test_a_map_that_is_wrong_is_refused(archive: Path, tmp_path: Path, text: str, message: str) -> None:
    """A field that is none, no TOML, another shape, a column that the table has not."""
    columns = tmp_path / "columns.toml"
    columns.write_text(text, encoding="utf-8")
    refused = run("add", table(tmp_path, 1), "--content", archive, "--map", columns)
    assert refused.exit_code == 1
    assert message in refused.stderr
    assert "[bad-map]" in refused.stderr


def test_the_same_article_twice_is_told(archive: Path, tmp_path: Path) -> None:
    """By its text, whatever its file looks like, and by its address; of many rows in number."""
    first = {"title": "A", "text": "\n\n".join(PARAGRAPHS[:2]), "url": "https://courier.example/a"}
    same = {"title": "B", "text": "  ".join(PARAGRAPHS[:2]), "url": "https://courier.example/a?from=mail"}
    later = {"title": "C", "text": PARAGRAPHS[2], "url": "https://courier.example/a"}
    for name, rows in (("one.jsonl", [first]), ("two.jsonl", [same, later]), ("many.jsonl", [same] * 21)):
        (tmp_path / name).write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    assert "has the same" not in run("add", tmp_path / "one.jsonl", "--content", archive).stdout
    told = run("add", tmp_path / "two.jsonl", "--content", archive).stdout
    assert "  a.txt has the same text, at another address\n" in told
    assert "  a.txt has the same address, and another text\n" in told
    many = run("add", tmp_path / "many.jsonl", "--content", archive, "--dry-run").stdout
    assert "many.jsonl: 21 of these have the text or the address of another article\n" in many


def test_many_rows_are_told_in_number(archive: Path, tmp_path: Path) -> None:
    """Twenty by themselves, the rest counted."""
    told = run("add", table(tmp_path, 25), "--content", archive, "--dry-run")
    assert told.stdout.count("would be added from") == 20
    assert "articles.csv: 5 more\n" in told.stdout


def test_exports_of_databases_become_as_many_articles_as_they_hold(archive: Path, tmp_path: Path) -> None:
    """Nexis as .docx and .txt, Factiva as .txt and .rtf; that no real export was at hand is told of each."""
    two = [*uni("Bridge opens", "The Courier"), *uni("Bridge is open", "Skelby Advertiser")]
    (tmp_path / "nexis.docx").write_bytes(docx(*two))
    lines = [*old(1, "Ferry runs", "The Courier"), *old(2, "Ferry runs again", "Skelby Advertiser")]
    (tmp_path / "nexis.txt").write_text("\n".join(lines), encoding="utf-8")
    coded = [*factiva("Pilot found", "The Courier", 1), *factiva("Pilot asleep", "Skelby Advertiser", 2)]
    (tmp_path / "factiva.txt").write_text("\n".join(coded), encoding="utf-8")
    body = "".join(f"{line}\\par " for line in coded).replace("–", "\\endash ").replace("“", "\\ldblquote ")
    escaped = "".join(sign if sign.isascii() else f"\\u{ord(sign)}?" for sign in body)
    (tmp_path / "factiva.rtf").write_text(f"{{\\rtf1\\ansi {escaped}}}", encoding="ascii")
    names = ("nexis.docx", "nexis.txt", "factiva.txt", "factiva.rtf")
    added = run("add", *(tmp_path / name for name in names), "--content", archive)
    assert (added.exit_code, added.stderr) == (0, "")
    assert added.stdout.endswith("8 articles added\n")
    assert added.stdout.count("no real one was at hand") == 4
    assert "# record: article 2\n" in (archive / "bridge-is-open.txt").read_text("utf-8")
    assert "source: skelby-advertiser" in (archive / "bridge-is-open.txt").read_text("utf-8")
    assert run("check", archive).exit_code == 0


def test_a_document_in_rtf_is_one_article(archive: Path, tmp_path: Path) -> None:
    """Where no database exported it."""
    body = "".join(f"{line}\\par " for line in PARAGRAPHS)
    escaped = "".join(sign if sign.isascii() else f"\\u{ord(sign)}?" for sign in body)
    (tmp_path / "bridge.rtf").write_text(f"{{\\rtf1\\ansi {escaped}}}", encoding="ascii")
    assert run("add", tmp_path / "bridge.rtf", "--content", archive).exit_code == 0
    assert PARAGRAPHS[2] in (archive / "bridge.txt").read_text("utf-8")


def test_tracked_insertions_and_controls_are_text(archive: Path, tmp_path: Path) -> None:
    """What python-docx passes over: content controls and insertions are read, deletions are not, and both are told."""
    import io
    import zipfile

    data = docx(PARAGRAPHS[0], "@@", PARAGRAPHS[1])
    inserted = "<w:ins w:id='1' w:author='x'><w:r><w:t>inserted words, then </w:t></w:r></w:ins>"
    deleted = "<w:del w:id='2' w:author='x'><w:r><w:delText>deleted words</w:delText></w:r></w:del>"
    control = "<w:sdt><w:sdtContent><w:p><w:r><w:t>words of a control</w:t></w:r></w:p></w:sdtContent></w:sdt>"
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as before, zipfile.ZipFile(out, "w") as after:
        for part in before.infolist():
            content = before.read(part)
            if part.filename == "word/document.xml":
                text = content.decode().replace("<w:r><w:t>@@</w:t></w:r>", inserted + deleted)
                content = text.replace("<w:sectPr", control + "<w:sectPr", 1).encode()
            after.writestr(part, content)
    (tmp_path / "tracked.docx").write_bytes(out.getvalue())
    added = run("add", tmp_path / "tracked.docx", "--content", archive)
    text = (archive / "tracked.txt").read_text("utf-8")
    assert "inserted words, then" in text
    assert "words of a control" in text
    assert "deleted words" not in text
    assert "tracked insertions, taken as text: 1" in added.stdout
    assert "tracked deletions, left out: 1" in added.stdout


def test_a_table_in_json_says_its_outlets(archive: Path, tmp_path: Path) -> None:
    """As programs that collect news write it, one object a line."""
    lines = [
        {"title": f"Report {number}", "maintext": f"{number}. {PARAGRAPHS[0]}", "source_domain": "advertiser.example",
         "url": f"https://www.advertiser.example/{number}"}
        for number in range(2)
    ]  # fmt: skip
    (tmp_path / "news.jsonl").write_text("\n".join(map(json.dumps, lines)), encoding="utf-8")
    run("add", tmp_path / "news.jsonl", "--content", archive)
    assert "source: skelby-advertiser" in (archive / "report-1.txt").read_text("utf-8")
