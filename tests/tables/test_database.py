"""The database: what SQLite, sqlite-utils and Datasette make of it, and what a search finds in it."""

import asyncio
import json
import sqlite3
import subprocess
import sys
import warnings
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
import sqlite_utils

from sitegen.tables import BY_NAME, TABLES, Row, make_database, read_sheet
from sitegen.tables.searchkeys import search_keys

with warnings.catch_warnings():
    warnings.simplefilter("ignore")
    from datasette.app import Datasette


@pytest.fixture
def database(data: Path) -> Iterator[sqlite3.Connection]:
    with closing(sqlite3.connect(f"file:{data / 'archive.sqlite'}?mode=ro", uri=True)) as connection:
        yield connection


def test_the_database_is_sound_and_holds_every_row(database: sqlite3.Connection, data: Path) -> None:
    """SQLite finds no fault in it, each reference leads somewhere, and its rows are those of the CSV files."""
    assert database.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    assert database.execute("PRAGMA foreign_key_check").fetchall() == []
    for table in TABLES:
        columns = ", ".join(f'"{name}"' for name in table.names)
        stored = database.execute(f"SELECT {columns} FROM {table.name} ORDER BY rowid").fetchall()
        assert stored == list(read_sheet(table, (data / f"{table.name}.csv").read_bytes())), table.name


def test_a_reference_to_nothing_is_found() -> None:
    """Control: the check of references sees an article of a story that is not there."""
    row: Row = ("post", "Post", "newspaper", None, None, "en")
    pair: Row = ("nowhere", "a", "b", 1, 1, 1, 0, 0, 1.0, 1.0, 1, 0, None, "p/")
    content = make_database([(BY_NAME["sources"], [row]), (BY_NAME["pairs"], [pair])])
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.deserialize(content)
        assert len(connection.execute("PRAGMA foreign_key_check").fetchall()) == 3


def test_the_same_rows_are_the_same_bytes(data: Path) -> None:
    """In another process, with another hash seed; and no version of SQLite is in the header."""
    content = (data / "archive.sqlite").read_bytes()
    program = (
        "import hashlib, sys; from pathlib import Path\n"
        "from sitegen.tables import TABLES, make_database, read_sheet\n"
        f"data = Path({str(data)!r})\n"
        "rows = [(table, read_sheet(table, (data / f'{table.name}.csv').read_bytes())) for table in TABLES]\n"
        "sys.stdout.buffer.write(make_database(rows))"
    )
    again = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, check=True, env={"PYTHONHASHSEED": "7"}
    )
    assert again.stdout == content
    assert content[96:100] != sqlite3.sqlite_version_info[2].to_bytes(4)
    assert int.from_bytes(content[96:100]) == 3_040_001


def asked(data: Path, path: str) -> Any:
    """What Datasette answers."""

    async def answer() -> Any:
        metadata = json.loads((data / "datasette.json").read_text("utf-8"))
        datasette = Datasette([], immutables=[str(data / "archive.sqlite")], metadata=metadata)
        await datasette.invoke_startup()
        response = await datasette.client.get(path)
        assert response.status_code == 200, response.text
        return response.json()

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return asyncio.run(answer())


def test_datasette_facets_at_once(data: Path) -> None:
    """Opened with its metadata, each table is sorted out by its kinds, verdicts, languages, without being asked."""
    changes = asked(data, "/archive/changes.json?_size=1")
    assert {*changes["facet_results"]} == {"part", "kind", "verdict"}
    kinds = {entry["value"]: entry["count"] for entry in changes["facet_results"]["kind"]["results"]}
    assert kinds["cut"] > 100
    articles = asked(data, "/archive/articles.json?_size=1")
    named = {entry["label"] for entry in articles["facet_results"]["source"]["results"]}
    assert "Northern Wire" in named, "an outlet is called by its name"


@pytest.mark.parametrize(
    ("query", "article"),
    [("面具", "mask-beijia-chenbao"), ("duong", "ferry-tin-eo-bien"), ("đường", "ferry-tin-eo-bien")],
)
def test_datasette_searches_in_any_script(data: Path, query: str, article: str) -> None:
    """A word is found in the texts as it is typed, with its marks or without, in a script without spaces too."""
    answer = asked(data, f"/archive/texts.json?_search={query}&_shape=array&_size=100")
    assert article in {row["article"] for row in answer}


def test_sqlite_utils_searches_titles(data: Path) -> None:
    """sqlite-utils finds which index a table has, and searches it."""
    database = sqlite_utils.Database(data / "archive.sqlite")
    assert database["texts"].detect_fts() == "texts_fts"
    titles = [row["title"] for row in database["articles"].search("strike")]
    assert titles
    assert all("strike" in title.casefold() for title in titles)
    database.close()


@pytest.mark.parametrize(
    ("language", "text", "typed"),
    [
        ("ar", "قال أحمد إنّ الإعلان قديم", "احمد"),
        ("ar", "قال أحمد إنّ الإعلان قديم", "الاعلان"),
        ("fa", "کتاب‌های قدیمی", "کتاب"),
        ("fa", "کتاب‌های قدیمی", "كتاب"),
        ("vi", "Đường phố Hoà Bình", "duong"),
        ("zh-Hant", "面具與鐘聲", "面具"),
        ("zh-Hant", "鐘聲響起", "钟声"),
        ("ja", "灯台の明かりがともった", "灯台"),
        ("th", "เรือข้ามฟากออกจากท่า", "เรือ"),
        ("de", "Die Straße am Fluß", "strasse"),
        ("da", "Øen ved fjorden", "oen"),
        ("hi", "पुराना पुल बंद हुआ", "पुल"),
        ("ru", "Ёлка на площади", "елка"),
        ("en", "The harbour’s café", "cafe"),
    ],
)
def test_a_word_is_found_however_it_is_typed(language: str, text: str, typed: str) -> None:
    """In Arabic, Persian, Vietnamese, Chinese, Japanese, Thai, German, Danish, Hindi, Russian and English."""
    assert matches(language, text, typed)


def test_a_word_that_is_not_there_is_not_found() -> None:
    """Control: a search finds no text that lacks the word, nor a part of a word in a script with spaces."""
    assert not matches("zh", "面具與鐘聲", "钟面")
    assert not matches("en", "The harbours", "harbou")
    assert search_keys("The harbour is closed", "und") is None, "what the index folds itself is not kept twice"


def matches(language: str, text: str, typed: str) -> bool:
    row: Row = (None, "a", 1, "b1", "paragraph", language, text, 0)
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.deserialize(make_database([(BY_NAME["texts"], [row])]))
        query = "SELECT count(*) FROM texts_fts WHERE texts_fts MATCH ?"
        return bool(connection.execute(query, (f'"{typed}"',)).fetchone()[0])
