"""The file in which an editor says which column of a table is which field: TOML, one table `columns`."""

import json
import tomllib
from pathlib import Path

from sitegen.diagnostics import Location, SitegenError, error
from sitegen.formats.columns import ColumnMap, fields_of_map
from sitegen.read.hints import did_you_mean

_HEAD = """\
# Which column of a table is which field of an article, for `sitegen add --map`. `text` is the text itself and `outlet`
# the name of who published it; a line that is left out is guessed again.
"""


def read_map(path: Path) -> ColumnMap:
    """The map in a file. Raises SitegenError where it is none."""
    place = Location(path=str(path))
    try:
        columns = tomllib.loads(path.read_text("utf-8")).get("columns", {})
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as failure:
        raise SitegenError(error("bad-map", f"this map of columns cannot be read: {failure}", place)) from None
    if not isinstance(columns, dict) or not all(isinstance(column, str) for column in columns.values()):
        hint = 'write `[columns]`, and below it lines like `title = "headline"`'
        raise SitegenError(error("bad-map", "a map names a column for each field", place, hint=hint))
    for name in columns:
        if name not in fields_of_map():
            hint = did_you_mean(name, fields_of_map()) or f"these are: {', '.join(fields_of_map())}"
            raise SitegenError(error("bad-map", f"`{name}` is no field of an article", place, hint=hint))
    return columns


def write_map(path: Path, columns: ColumnMap) -> None:
    """Writes a map where no file is. Raises OSError."""
    lines = [f"{name} = {json.dumps(column, ensure_ascii=False)}" for name, column in columns.items()]
    with path.open("x", encoding="utf-8") as file:
        file.write("\n".join([_HEAD + "[columns]", *lines, ""]))
