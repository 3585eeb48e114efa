"""The list of tables is whole, and docs/data.md is made of it."""

import re

from sitegen.tables import BY_NAME, TABLES
from tests.conftest import REPOSITORY


def documented() -> dict[str, list[tuple[str, str, str]]]:
    """The columns of each table in the documentation."""
    text = (REPOSITORY / "docs" / "data.md").read_text("utf-8")
    parts = re.findall(r"^### `([a-z]+)`\n\n(.*?)(?=^#|\Z)", text, re.MULTILINE | re.DOTALL)
    return {
        name: [
            (cells[0].strip("`"), cells[1], cells[2])
            for cells in re.findall(r"^\| (`.+?`) \| (.+?) \| (.+?) \|$", part, re.MULTILINE)
        ]
        for name, part in parts
    }


def test_every_column_is_documented() -> None:
    """Each table has its section, and each column its line with its type and its meaning."""
    assert documented() == {
        table.name: [(column.name, column.type, f"{column.meaning}.") for column in table.columns] for table in TABLES
    }


def test_keys_and_references_are_of_columns_that_are_there() -> None:
    """A key names columns of its table, and a reference a table whose key is `id`."""
    for table in TABLES:
        assert set(table.key) <= set(table.names)
        assert len(set(table.names)) == len(table.names)
        assert all(BY_NAME[column.refers].key == ("id",) for column in table.columns if column.refers)
