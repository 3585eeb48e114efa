"""The tables as one SQLite database, with two columns more: words folded for the full-text search.

The same rows make the same bytes: pages of one size, nothing left over, and no version of the library in the header.
Rows that a former database holds are copied inside SQLite, and so is the order of all: of 8 MB that takes .1 s, where
reading the CSV files, folding the words and handing over each row took .7. *What failed:* changing rows where they are;
the bytes then tell of what was there before.
"""

import sqlite3
from collections.abc import Iterable, Mapping
from contextlib import closing
from typing import Any

from sitegen.frozen import dataclass
from sitegen.tables.rows import Row
from sitegen.tables.schema import TABLES, Cell, Column, ColumnType, Table
from sitegen.tables.searchkeys import search_keys

_TYPES: dict[ColumnType, str] = {
    "text": "TEXT",
    "integer": "INTEGER",
    "number": "REAL",
    "boolean": "INTEGER",
    "day": "TEXT",
}
_SEARCHED = {"articles": "title", "texts": "text"}
"""The column of a table that is searched."""
_FOLDED = Column(name="search_keys", meaning="Its words as they are searched")
_TOKENIZE = "unicode61 remove_diacritics 2 categories ''L* N* Co Mn Mc''"
"""Marks are parts of words, or an index would cut Thai and Hindi at every vowel."""
_IN_MEMORY = 64 << 10
"""KiB of rows that wait in memory: all of a database that a site may hold; those of a larger one go to a file."""
_CHANGES, _VALID_FOR, _VERSION = slice(24, 28), slice(92, 96), slice(96, 100)
"""Fields of the header (sqlite.org/fileformat): how often it was written, and by which version of the library."""
_HEADER = 100
_WRITTEN_BY = 3_040_001


@dataclass(frozen=True, slots=True, kw_only=True)
class FormerDatabase:
    """A database that was made before, of which most rows still hold."""

    content: bytes
    stale: frozenset[str]
    """The stories whose rows do not."""


def make_database(rows: Iterable[tuple[Table, Iterable[Row]]], former: FormerDatabase | None = None) -> bytes:
    """The database as a file. The rows of a table may come in several parts; those of a story in the order they have.

    Where there is a former one, `rows` are those of the stories that are stale in it, and of tables without stories.
    """
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as connection:
        fill_database(connection, rows, former)
        content = connection.serialize()
        return steady_header(content[:_HEADER]) + content[_HEADER:]


def fill_database(
    connection: sqlite3.Connection, rows: Iterable[tuple[Table, Iterable[Row]]], former: FormerDatabase | None = None
) -> None:
    """The tables in an empty database; the connection commits by itself."""
    connection.execute("PRAGMA page_size = 4096")
    connection.execute("PRAGMA journal_mode = OFF")
    connection.execute("PRAGMA encoding = 'UTF-8'")
    # Rows wait there for their order; an empty name is a file that nobody else sees and that goes with the connection.
    connection.execute("ATTACH '' AS waiting")
    connection.execute("PRAGMA waiting.journal_mode = OFF")
    connection.execute(f"PRAGMA waiting.cache_size = -{_IN_MEMORY}")
    connection.execute("BEGIN")
    for table in TABLES:
        connection.execute(_create(table))
        connection.execute(f"CREATE TABLE waiting.{table.name} ({', '.join(map(_declared, _columns(table)))})")
    connection.execute("COMMIT")
    if former:
        _copy(connection, former)
    connection.execute("BEGIN")
    for table, part in rows:
        places = ", ".join("?" * len(_columns(table)))
        connection.executemany(f"INSERT INTO waiting.{table.name} VALUES ({places})", _stored(table, part))
    for table in TABLES:
        order = ", ".join([*([_name(table.story)] if table.story else []), "rowid"])
        connection.execute(f"INSERT INTO main.{table.name} SELECT * FROM waiting.{table.name} ORDER BY {order}")
        for statement in _indexes(table):
            connection.execute(statement)
    connection.execute("COMMIT")
    connection.execute("DETACH waiting")
    connection.execute("VACUUM")


def _copy(connection: sqlite3.Connection, former: FormerDatabase) -> None:
    """Takes the rows that still hold over from a former database."""
    connection.execute("ATTACH ':memory:' AS former")
    connection.deserialize(former.content, name="former")
    connection.execute("BEGIN")
    connection.execute("CREATE TABLE waiting.stale (story TEXT PRIMARY KEY)")
    connection.executemany("INSERT INTO waiting.stale VALUES (?)", [(story,) for story in sorted(former.stale)])
    for table in TABLES:
        if table.story:
            connection.execute(
                f"INSERT INTO waiting.{table.name} SELECT * FROM former.{table.name} "
                f"WHERE {_name(table.story)} NOT IN (SELECT story FROM waiting.stale) ORDER BY rowid"
            )
    connection.execute("COMMIT")
    connection.execute("DETACH former")


def steady_header(header: bytes) -> bytes:
    """The first 100 bytes of a database file without what says which library wrote it, and how often."""
    steady = bytearray(header)
    steady[_CHANGES] = steady[_VALID_FOR] = (1).to_bytes(4)
    steady[_VERSION] = _WRITTEN_BY.to_bytes(4)
    return bytes(steady)


def datasette_json(title: str, description: str) -> dict[str, Any]:
    """What Datasette shows beside the database: the meaning of each table and column, and by what to sort it out."""
    return {
        "title": title,
        **({"description": description} if description else {}),
        "databases": {"archive": {"tables": {table.name: _shown(table) for table in TABLES}}},
    }


def _shown(table: Table) -> Mapping[str, Any]:
    facets = [column.name for column in table.columns if column.facet]
    label = next((name for name in ("title", "name") if name in table.names), "")
    return {
        "description": table.meaning,
        "columns": {column.name: f"{column.meaning}." for column in table.columns},
        **({"facets": facets} if facets else {}),
        **({"label_column": label} if label else {}),
        **({"fts_table": f"{table.name}_fts", "fts_pk": "rowid"} if table.name in _SEARCHED else {}),
    }


def _columns(table: Table) -> tuple[Column, ...]:
    """Those of a table in the database."""
    return (*table.columns, _FOLDED) if table.name in _SEARCHED else table.columns


def _create(table: Table) -> str:
    columns = ", ".join(f"{_declared(column)}{_reference(column)}" for column in _columns(table))
    return f"CREATE TABLE {table.name} ({columns}, PRIMARY KEY ({', '.join(map(_name, table.key))}))"


def _declared(column: Column) -> str:
    return f"{_name(column.name)} {_TYPES[column.type]}"


def _reference(column: Column) -> str:
    return f" REFERENCES {column.refers}(id)" if column.refers else ""


def _name(column: str) -> str:
    """Quoted: `left` and `right` are words of SQL."""
    return f'"{column}"'


def _stored(table: Table, rows: Iterable[Row]) -> Iterable[tuple[Cell, ...]]:
    if table.name not in _SEARCHED:
        return rows
    text, language = table.names.index(_SEARCHED[table.name]), table.names.index("language")
    return ((*row, search_keys(str(row[text] or ""), str(row[language] or "und"))) for row in rows)


def _indexes(table: Table) -> Iterable[str]:
    for column in table.columns:
        if column.refers and column.name != table.key[0]:
            yield f"CREATE INDEX {table.name}_{column.name} ON {table.name} ({_name(column.name)})"
    searched = _SEARCHED.get(table.name)
    if searched:
        name = f"{table.name}_fts"
        yield (
            # sqlite-utils knows an index by its content in double quotation marks.
            f'CREATE VIRTUAL TABLE {name} USING fts5 ({searched}, {_FOLDED.name}, content="{table.name}", '
            f"tokenize='{_TOKENIZE}')"
        )
        yield f"INSERT INTO {name} ({name}) VALUES ('rebuild')"
        yield f"INSERT INTO {name} ({name}) VALUES ('optimize')"
