"""Brings files from elsewhere into an archive: saved pages, WARCs, texts, documents.

`add_files` is the verb. What a file says is read by its kind (pages.py, warc.py, documents.py), made into an article
file (drafts.py) and given a place (shelf.py). Nothing is fetched, and nothing that exists is changed.
"""

from sitegen.importing.adding import AddedArticle, Adding, add_files

__all__ = ["AddedArticle", "Adding", "add_files"]
