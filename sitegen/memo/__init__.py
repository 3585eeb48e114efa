"""What earlier builds found out, kept as values that are checked before they are believed. Knows no stage."""

from sitegen.memo.entries import Entries, entry_key
from sitegen.memo.shelf import Columns, ColumnShelf, open_shelf

__all__ = ["ColumnShelf", "Columns", "Entries", "entry_key", "open_shelf"]
