"""`sitegen add` of files that hold many articles: tables and exports of databases."""

import gzip
import json
import tomllib
import zipfile
from pathlib import Path

import pytest

from sitegen.importing import incoming
from tests.cli.test_add import archive, run, tree
from tests.formats.samples import ADDRESS, PARAGRAPHS, docx, page, warc
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
    for name, rows in (
        ("one.jsonl", [first]),
        ("two.jsonl", [same, later]),
        ("many.jsonl", [{**same, "url": f"{same['url']}-{number}"} for number in range(21)]),
    ):
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


# Folders and zips


def packed(path: Path, files: dict[str, bytes]) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return path


def test_a_folder_and_a_zip_are_read_file_by_file(archive: Path, tmp_path: Path) -> None:
    """Every kind in them; other kinds are counted, parts of a saved page passed over, and known files known."""
    files = {
        "pages/one.html": page().encode(),
        "pages/one_files/advert.html": b"<html><p>Buy</p></html>",
        "pages/two.html.gz": gzip.compress(page(head="", paragraphs=PARAGRAPHS[1:]).encode()),
        "texts/three.txt": "\n\n".join(PARAGRAPHS[2:]).encode(),
        "pages/picture.png": b"\x89PNG",
        "__MACOSX/pages/._one.html": b"x",
    }
    given = packed(tmp_path / "all.zip", files)
    added = run("add", given, "--content", archive)
    assert (added.exit_code, added.stderr) == (0, "")
    assert "files of other kinds passed over: 1 .png" in added.stdout
    assert added.stdout.endswith("3 articles added\n")
    assert "# added by sitegen" in (archive / "three.txt").read_text("utf-8")
    for name, data in files.items():
        (tmp_path / "folder" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "folder" / name).write_bytes(data)
    again = run("add", tmp_path / "folder", "--content", archive)
    assert "3 there already" in again.stdout


def test_a_zip_of_too_many_files_is_refused_before_its_list_is_read(
    archive: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A million names in it take 500 MiB; a zip that lies about their number has the names all the same."""
    monkeypatch.setattr(incoming, "_MOST_FILES", 10)
    given = packed(tmp_path / "many.zip", {f"{number}.txt": b"" for number in range(11)})
    few = packed(tmp_path / "few.zip", {f"{number}.txt": b"" for number in range(10)})
    given.write_bytes(given.read_bytes().replace((11).to_bytes(2, "little") * 2, (1).to_bytes(2, "little") * 2))
    assert "[inflates]" not in run("add", few, "--content", archive).stderr

    def opened(*_arguments: object) -> None:
        raise AssertionError("the list of the zip was read")

    monkeypatch.setattr(incoming.zipfile, "ZipFile", opened)
    refused = run("add", given, "--content", archive)
    assert (refused.exit_code, "this zip holds 11 files, and may hold 10 [inflates]" in refused.stderr) == (1, True)


def _bad_zips() -> dict[str, dict[str, bytes]]:
    good = {"good.txt": "\n\n".join(PARAGRAPHS).encode()}
    return {
        "above": {**good, "../../evil.txt": b"x"},
        "absolute": {**good, "/etc/evil.txt": b"x"},
        "drive": {**good, "C:\\evil.txt": b"x"},
        "backslash": {**good, "a\\..\\..\\evil.txt": b"x"},
        "zip in a zip": {**good, "inner.zip": b"PK\x03\x04"},
        "bomb": {**good, "bomb.txt": bytes(30_000_000)},
    }


@pytest.mark.parametrize("name", sorted(_bad_zips()))
def test_a_zip_that_is_not_as_it_should_be_adds_nothing(archive: Path, tmp_path: Path, name: str) -> None:
    """Paths that leave it, archives in it and bombs refuse the whole of it before a file is read."""
    before = tree(archive)
    refused = run("add", packed(tmp_path / "bad.zip", _bad_zips()[name]), "--content", archive)
    assert (refused.exit_code, tree(archive) == before) == (1, True)
    assert "[inflates]" in refused.stderr if name == "bomb" else "[bad-zip]" in refused.stderr
    assert not list(tmp_path.parent.rglob("evil.txt"))


def test_links_double_names_and_hidden_zips_are_refused(archive: Path, tmp_path: Path) -> None:
    """A link in a zip, two files of one name, a zip under another suffix; a zip that is none."""
    link = zipfile.ZipInfo("link.txt")
    link.external_attr = 0o120777 << 16
    with zipfile.ZipFile(tmp_path / "link.zip", "w") as writer:
        writer.writestr(link, "/etc/passwd")
    with zipfile.ZipFile(tmp_path / "double.zip", "w") as writer:
        writer.writestr("a.txt", "x")
        with pytest.warns(UserWarning, match="Duplicate name"):
            writer.writestr("a.txt", "y")
    inner = packed(tmp_path / "inner.zip", {"a.txt": b"x"}).read_bytes()
    packed(tmp_path / "hidden.zip", {"a.dat": inner})
    (tmp_path / "broken.zip").write_bytes(b"PK\x03\x04 and nothing")
    for name in ("link", "double", "hidden", "broken"):
        refused = run("add", tmp_path / f"{name}.zip", "--content", archive)
        assert (refused.exit_code, "[bad-zip]" in refused.stderr) == (1, True), name


def test_gzip_twice_is_refused(archive: Path, tmp_path: Path) -> None:
    """Once is read."""
    (tmp_path / "twice.html.gz").write_bytes(gzip.compress(gzip.compress(page().encode())))
    assert "[inflates]" in run("add", tmp_path / "twice.html.gz", "--content", archive).stderr


# Captures and addresses


def test_a_page_fetched_again_is_a_capture_of_the_same_article(archive: Path, tmp_path: Path) -> None:
    """Unchanged, it adds no article: a line names it, and it is known in the next run. Changed, it is a new version."""
    for name, paragraphs, menu in (("a", PARAGRAPHS, "1"), ("b", PARAGRAPHS, "2"), ("c", PARAGRAPHS[:3], "3")):
        source = page(paragraphs=paragraphs).replace("Tides", f"Tides {menu}")
        (tmp_path / f"{name}.warc.gz").write_bytes(warc((ADDRESS, source.encode(), {}), gzip=True))
    run("add", tmp_path / "a.warc.gz", "--content", archive)
    again = run("add", tmp_path / "b.warc.gz", "--content", archive)
    assert "is the same text at the same address, captured 2031-06-05T08:00:00Z" in again.stdout
    assert again.stdout.endswith("0 articles added, 1 there already (1 with the same text and address)\n")
    line = (archive / "_originals" / "captures.tsv").read_text("utf-8")
    assert line.startswith("bridge-opens-and-stays-open.txt\t2031-06-05T08:00:00Z\t_originals/")
    assert run("add", tmp_path / "b.warc.gz", "--content", archive).stdout.endswith("1 there already\n")
    assert (archive / "_originals" / "captures.tsv").read_text("utf-8") == line
    assert "1 article added" in run("add", tmp_path / "c.warc.gz", "--content", archive).stdout


def test_addresses_without_a_text_are_told(archive: Path, tmp_path: Path) -> None:
    """How many, and that `--fetch` fetches them."""
    (tmp_path / "list.txt").write_text("https://c.example/1\nhttps://c.example/2\n", encoding="utf-8")
    told = run("add", tmp_path / "list.txt", "--content", archive)
    assert (told.exit_code, told.stderr) == (0, "")
    assert "2 addresses without a text, the first in line 1: https://c.example/1; say `--fetch`" in told.stdout
