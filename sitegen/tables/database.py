"""The tables as one SQLite database, with two columns more: words folded for the full-text search.

The same rows make the same bytes: pages of one size, nothing left over, and no version of the library in the header.
"""

import sqlite3
from collections.abc import Iterable, Mapping
from contextlib import closing
from typing import Any

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
_FOLDED = "search_keys"
_TOKENIZE = "unicode61 remove_diacritics 2 categories ''L* N* Co Mn Mc''"
"""Marks are parts of words, or an index would cut Thai and Hindi at every vowel."""
_CHANGES, _VALID_FOR, _VERSION = slice(24, 28), slice(92, 96), slice(96, 100)
"""Fields of the header (sqlite.org/fileformat): how often it was written, and by which version of the library."""
_HEADER = 100
_WRITTEN_BY = 3_040_001


def make_database(rows: Iterable[tuple[Table, Iterable[Row]]]) -> bytes:
    """The database as a file. The rows of a table may come in several parts."""
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as connection:
        fill_database(connection, rows)
        content = connection.serialize()
        return steady_header(content[:_HEADER]) + content[_HEADER:]


def fill_database(connection: sqlite3.Connection, rows: Iterable[tuple[Table, Iterable[Row]]]) -> None:
    """The tables in an empty database; the connection commits by itself."""
    connection.execute("PRAGMA page_size = 4096")
    connection.execute("PRAGMA journal_mode = OFF")
    connection.execute("PRAGMA encoding = 'UTF-8'")
    connection.execute("BEGIN")
    for table in TABLES:
        connection.execute(_create(table))
    for table, part in rows:
        places = ", ".join("?" * (len(table.columns) + (table.name in _SEARCHED)))
        connection.executemany(f"INSERT INTO {table.name} VALUES ({places})", _stored(table, part))
    for table in TABLES:
        for statement in _indexes(table):
            connection.execute(statement)
    connection.execute("COMMIT")
    connection.execute("VACUUM")


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


def _create(table: Table) -> str:
    columns = [_declared(column) for column in table.columns]
    columns += [f"{_FOLDED} TEXT"] if table.name in _SEARCHED else []
    return f"CREATE TABLE {table.name} ({', '.join(columns)}, PRIMARY KEY ({', '.join(map(_name, table.key))}))"


def _declared(column: Column) -> str:
    refers = f" REFERENCES {column.refers}(id)" if column.refers else ""
    return f"{_name(column.name)} {_TYPES[column.type]}{refers}"


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
            f'CREATE VIRTUAL TABLE {name} USING fts5 ({searched}, {_FOLDED}, content="{table.name}", '
            f"tokenize='{_TOKENIZE}')"
        )
        yield f"INSERT INTO {name} ({name}) VALUES ('rebuild')"
        yield f"INSERT INTO {name} ({name}) VALUES ('optimize')"
