"""Brings files from elsewhere into an archive: saved pages, WARCs, texts, documents, tables, exports of databases.

`add_files` is the verb; `host_outlets` tells which outlet the hosts of the added pages are. What a file says is read by
its format (formats/), made into an article file (article_file.py) and given a place (shelf.py). Nothing is fetched, and
nothing that exists is changed, but for the source of an article that names none (`declare`).
"""

from sitegen.formats.format import PageChoice
from sitegen.importing.adding import MOST_TOLD, AddedArticle, Adding, add_files
from sitegen.importing.hosts import HostOutlet, declare, host_outlets, with_accepted
from sitegen.importing.maps import read_map, write_map
from sitegen.importing.shelf import Shelf

__all__ = [
    "MOST_TOLD",
    "AddedArticle",
    "Adding",
    "HostOutlet",
    "PageChoice",
    "Shelf",
    "add_files",
    "declare",
    "host_outlets",
    "read_map",
    "with_accepted",
    "write_map",
]
