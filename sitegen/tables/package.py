"""The data package: a description of the CSV files that programs of Frictionless Data read and check.

Tables whose rows stand in several files are a resource for each file, all with the columns of their table.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from sitegen.frozen import dataclass
from sitegen.tables.schema import BY_NAME, Column, ColumnType, Table

_TYPES: dict[ColumnType, str] = {
    "text": "string",
    "integer": "integer",
    "number": "number",
    "boolean": "boolean",
    "day": "date",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetFile:
    """A CSV file of a table, as it is published."""

    table: str
    path: str
    """Below the root of the site."""
    size: int
    sha256: str
    rows: int


def package_json(
    title: str, description: str, home: str, files: Sequence[SheetFile], *, linked: bool = True
) -> dict[str, Any]:
    """The content of `datapackage.json`, which stands beside the files. `home` is the address of the site.

    `linked` says whether what a row refers to is in the files: of one story it need not be.
    """
    undivided = {table for table in BY_NAME if linked and sum(file.table == table for file in files) == 1}
    return {
        "profile": "tabular-data-package",
        "name": "archive",
        "title": title,
        **({"description": description} if description else {}),
        **({"homepage": home} if home.startswith("http") else {}),
        "resources": [_resource(file, undivided) for file in files],
    }


def _resource(file: SheetFile, undivided: Iterable[str]) -> dict[str, Any]:
    table = BY_NAME[file.table]
    name = file.path.rpartition("/")[2]
    return {
        "profile": "tabular-data-resource",
        "name": name.removesuffix(".csv"),
        "path": name,
        "title": table.name,
        "description": table.meaning,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": file.size,
        "hash": f"sha256:{file.sha256}",
        "rows": file.rows,
        "schema": _schema(table, undivided),
    }


def _schema(table: Table, undivided: Iterable[str]) -> Mapping[str, Any]:
    """References are stated between tables that stand in one file each: a reader checks them there alone."""
    references = [
        {"fields": column.name, "reference": {"resource": column.refers, "fields": "id"}}
        for column in table.columns
        if column.refers in undivided and table.name in undivided
    ]
    return {
        "fields": [_field(column, table) for column in table.columns],
        "missingValues": [""],
        "primaryKey": list(table.key),
        **({"foreignKeys": references} if references else {}),
    }


def _field(column: Column, table: Table) -> Mapping[str, Any]:
    constraints: dict[str, Any] = {"required": True} if column.name in table.key else {}
    return {
        "name": column.name,
        "type": _TYPES[column.type],
        "description": f"{column.meaning}.",
        **({"constraints": constraints} if constraints else {}),
    }
