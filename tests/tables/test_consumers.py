"""The programs that people open data with open ours, and find in it what the pages say."""

import json
from pathlib import Path

import duckdb
import html5lib
import pandas
import pytest
from frictionless import Package

from sitegen.tables import TABLES, read_sheet


def test_the_data_package_is_valid(data: Path) -> None:
    """Frictionless finds every file, its digest, its size, each cell of its type, each key unique, each reference."""
    report = Package(str(data / "datapackage.json")).validate()
    assert report.valid, report.flatten(["type", "title", "note"])
    assert [task.name for task in report.tasks] == [table.name for table in TABLES]


@pytest.mark.parametrize(
    ("file", "before", "after"),
    [
        ("changes.csv", b"\nbakery,", b"\nbakehouse,"),
        ("pairs.csv", b",383,", b",many,"),
        ("changes.csv", b"\r\n", b"\r\n,"),
    ],
)
def test_a_package_that_was_altered_is_not(data: Path, tmp_path: Path, file: str, before: bytes, after: bytes) -> None:
    """Control: a reference to nothing, a word for a figure, a row of another shape are found."""
    for path in data.glob("*.*"):
        (tmp_path / path.name).write_bytes(path.read_bytes())
    content = (data / file).read_bytes()
    assert before in content
    (tmp_path / file).write_bytes(content.replace(before, after))
    package = json.loads((data / "datapackage.json").read_bytes())
    for resource in package["resources"]:
        del resource["bytes"], resource["hash"], resource["rows"]
    (tmp_path / "datapackage.json").write_text(json.dumps(package))
    assert not Package(str(tmp_path / "datapackage.json")).validate().valid


def test_duckdb_reads_the_files_as_they_are(data: Path) -> None:
    """Columns of figures, days and flags get their types without being told; a join counts what the pages count."""
    tables = {table.name: duckdb.read_csv(str(data / f"{table.name}.csv")) for table in TABLES}
    types = dict(zip(tables["pairs"].columns, map(str, tables["pairs"].types), strict=True))
    assert types["left_words"] == "BIGINT"
    assert types["left_in_right"] == "DOUBLE"
    assert dict(zip(tables["articles"].columns, map(str, tables["articles"].types), strict=True))["day"] == "DATE"
    articles, changes = tables["articles"], tables["changes"]
    assert articles is not None
    assert changes is not None
    ((count,),) = duckdb.sql(
        "SELECT count(*) FROM changes JOIN articles ON changes.right = articles.id WHERE articles.story = changes.story"
    ).fetchall()
    assert count == len(list(read_sheet(TABLES[4], (data / "changes.csv").read_bytes()))) > 500


def test_pandas_reads_the_files_as_they_are(data: Path) -> None:
    """Figures are figures, and the words of an article are those of its data file."""
    articles = pandas.read_csv(data / "articles.csv")
    assert articles["words"].dtype.kind == "i"
    assert articles["kept"].dropna().between(0, 1).all()
    texts = pandas.read_csv(data / "texts.csv")
    story = json.loads((data / "stories" / "ferry.json").read_bytes())
    whole = next(article for article in story["articles"] if article["blocks"])
    body = [block["text"] for block in whole["blocks"] if not block["furniture"]]
    assert texts[texts["article"] == whole["id"]]["text"].tolist() == body


def test_every_address_leads_to_a_place(published: Path, data: Path) -> None:
    """The pages of stories, articles and comparisons are there, and each change that has a place on its page has it."""
    places: dict[str, set[str]] = {}
    for table in ("stories", "articles", "pairs", "changes"):
        sheet = pandas.read_csv(data / f"{table}.csv")
        for address in sheet["page"]:
            path, _, fragment = address.partition("#")
            if path not in places:
                tree = html5lib.parse((published / path / "index.html").read_bytes(), namespaceHTMLElements=False)
                places[path] = {element.get("id") for element in tree.iter() if element.get("id")}
            assert not fragment or fragment in places[path], address
