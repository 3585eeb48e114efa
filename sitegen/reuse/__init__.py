"""What an earlier build read of the articles, grouped and indexed. The output is the same with it and without.

Every key holds all that its value depends on; memo/ keeps the bytes.
"""

from sitegen.reuse.articles import Shelf, with_texts
from sitegen.reuse.grouping import known_grouping
from sitegen.reuse.search import search_index

__all__ = ["Shelf", "known_grouping", "search_index", "with_texts"]
