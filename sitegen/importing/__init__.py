"""Brings files from elsewhere into an archive: saved pages, WARCs, texts, documents, tables, exports of databases.

`add_files` is the verb. What a file says is read by its format (formats/), made into an article file (article_file.py)
and given a place (shelf.py). Nothing is fetched, and nothing that exists is changed.
"""

from sitegen.formats.format import PageChoice
from sitegen.importing.adding import MOST_TOLD, AddedArticle, Adding, add_files
from sitegen.importing.maps import read_map, write_map

__all__ = ["MOST_TOLD", "AddedArticle", "Adding", "PageChoice", "add_files", "read_map", "write_map"]
