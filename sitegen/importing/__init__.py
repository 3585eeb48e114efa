"""Brings files from elsewhere into an archive: saved pages, WARCs, texts, documents, tables, exports of databases.

`add_files` is the verb; `host_outlets` tells which outlet the hosts of the added pages are. What a file says is read by
its format (formats/), made into an article file (article_file.py) and given a place (shelf.py). Nothing is fetched, and
nothing that exists is changed, but for the source of an article that names none (`declare`), and for what an editor
decides of a page (reviewing.py, decisions.py).
"""

from sitegen.formats.format import PageChoice
from sitegen.importing.adding import MOST_TOLD, AddedArticle, Adding, add_files
from sitegen.importing.deciding import carry_out_files, decide
from sitegen.importing.decisions import BlockDecision, Decisions, FieldDecision, review_path
from sitegen.importing.hosts import HostOutlet, declare, host_outlets, with_accepted
from sitegen.importing.maps import read_map, write_map
from sitegen.importing.packable import KeptOriginal, originals_of
from sitegen.importing.reviewing import Desk, ImportedPage, Review
from sitegen.importing.shelf import Shelf

__all__ = [
    "MOST_TOLD",
    "AddedArticle",
    "Adding",
    "BlockDecision",
    "Decisions",
    "Desk",
    "FieldDecision",
    "HostOutlet",
    "ImportedPage",
    "KeptOriginal",
    "PageChoice",
    "Review",
    "Shelf",
    "add_files",
    "carry_out_files",
    "decide",
    "declare",
    "host_outlets",
    "originals_of",
    "read_map",
    "review_path",
    "with_accepted",
    "write_map",
]
