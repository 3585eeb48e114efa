"""The archive as tables: what is published of it, in rows and columns, for spreadsheets, SQL and statistics.

Makes values and bytes; where they go is left to whoever asks.
"""

from sitegen.tables.csvfiles import LARGEST, lines_of, read_lines, read_sheet, sheet_lines, sheets
from sitegen.tables.database import FormerDatabase, datasette_json, fill_database, make_database, steady_header
from sitegen.tables.package import SheetFile, package_json
from sitegen.tables.rows import Row, Rows, source_rows, story_rows
from sitegen.tables.schema import BY_NAME, TABLES, Column, Table

__all__ = [
    "BY_NAME",
    "LARGEST",
    "TABLES",
    "Column",
    "FormerDatabase",
    "Row",
    "Rows",
    "SheetFile",
    "Table",
    "datasette_json",
    "fill_database",
    "lines_of",
    "make_database",
    "package_json",
    "read_lines",
    "read_sheet",
    "sheet_lines",
    "sheets",
    "source_rows",
    "steady_header",
    "story_rows",
]
