"""What an earlier build made and what it was made from: read texts, groupings, stories, search indexes.

The output is the same with it and without. Every key holds all that its value depends on; store.py keeps the bytes.
"""

from sitegen.reuse.articles import Shelf
from sitegen.reuse.grouping import known_grouping
from sitegen.reuse.pages import KeptPages
from sitegen.reuse.published import Notes
from sitegen.reuse.search import search_index
from sitegen.reuse.stories import Made, NotMade, Own, Same, build_stories, shared_key
from sitegen.reuse.tables import ArchiveTables

__all__ = [
    "ArchiveTables",
    "KeptPages",
    "Made",
    "NotMade",
    "Notes",
    "Own",
    "Same",
    "Shelf",
    "build_stories",
    "known_grouping",
    "search_index",
    "shared_key",
]
