"""Reads a content folder: front matter, text, Markdown. Knows nothing of stories' makeup, comparison or pages.

`read_archive` returns every value and every mistake of a folder in one run; nothing in here prints or exits.
"""

from collections.abc import Mapping
from types import MappingProxyType

from sitegen.config import Config
from sitegen.diagnostics import Diagnostic
from sitegen.model import Article, Source
from sitegen.read.archive import Archive, read_archive
from sitegen.read.article import context_of, parse_article
from sitegen.read.own_theme import hard_to_read, read_own_theme
from sitegen.read.proposals import proposals_for
from sitegen.read.schemas import read_schemas
from sitegen.read.theme import read_card_faces, read_theme, theme_folder

__all__ = [
    "Archive",
    "hard_to_read",
    "proposals_for",
    "read_archive",
    "read_article",
    "read_card_faces",
    "read_own_theme",
    "read_schemas",
    "read_theme",
    "theme_folder",
]

_NO_SOURCES: Mapping[str, Source] = MappingProxyType({})


def read_article(
    path_shown: str,
    relative: str,
    data: bytes,
    config: Config,
    sources: Mapping[str, Source] = _NO_SOURCES,
) -> tuple[Article | None, tuple[Diagnostic, ...]]:
    """The article in the bytes of a file; None when nothing of it can be shown.

    `path_shown` is its path as messages name it, `relative` its path below the content folder, which makes its id.
    Names of other articles and sources are not checked.
    """
    reading, problems = parse_article(path_shown, relative, data, context_of(config, sources))
    return (reading.article if reading else None), problems
