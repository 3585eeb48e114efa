"""Every format that `sitegen add` reads, found in the modules of readers/ and exports/. Opens and reads nothing itself.

A format is added by one module: suffixes, help, messages and docs/content.md are made from, or held to, what it says.
"""

import importlib
import pkgutil
from collections.abc import Iterable, Iterator
from typing import BinaryIO

from sitegen.formats import exports, readers
from sitegen.formats.draft import Draft, FileNote
from sitegen.formats.format import Document, Export, FileStart, Findings, Format, ReadingContext
from sitegen.read.charset import decode_page
from sitegen.read.refusal import Refused

_UNSEEN = "read by the form of {} exports, of which no real one was at hand: see whether outlets and days are right"


def formats_in(package: str, folders: Iterable[str]) -> tuple[Format, ...]:
    """The formats of the modules in these folders, in the order of the modules' names."""
    return tuple(entry for module in _modules(package, folders) for entry in getattr(module, "FORMATS", ()))


def _modules(package: str, folders: Iterable[str]) -> Iterator[object]:
    for name in sorted(module.name for module in pkgutil.iter_modules(folders)):
        yield importlib.import_module(f"{package}.{name}")


FORMATS = formats_in(readers.__name__, readers.__path__)
EXPORTS: tuple[Export, ...] = tuple(
    export for module in _modules(exports.__name__, exports.__path__) if (export := getattr(module, "EXPORT", None))
)
SUFFIXES = tuple(
    sorted((suffix for entry in FORMATS if entry.is_read for suffix in entry.suffixes), key=lambda suffix: -len(suffix))
)
"""Of the formats that are read, the longest first: `.warc.gz` is no `.gz`."""


def format_of(suffix: str) -> Format | None:
    """The format of a suffix; None for one that no format has."""
    return next((entry for entry in FORMATS if suffix in entry.suffixes), None)


def suffix_of(name: str) -> str:
    """The suffix of a file's name that a format has; empty for any other."""
    suffixes = sorted((suffix for entry in FORMATS for suffix in entry.suffixes), key=lambda suffix: -len(suffix))
    return next((suffix for suffix in suffixes if name.lower().endswith(suffix)), "")


def recognised(name: str, start: FileStart) -> Format | None:
    """The format of a file: by its suffix, unless its content is plainly of another kind.

    A page saved as `.php` and a Word document that is RTF inside are what they are, whatever they are called.
    """
    by_suffix = format_of(suffix_of(name))
    if by_suffix and by_suffix.begins(start):
        return by_suffix
    return next((entry for entry in FORMATS if entry.begins(start)), by_suffix)


def findings(entry: Format, file: BinaryIO, context: ReadingContext) -> Findings:
    """What a file of a format holds; a document that a database exported is cut into its articles.

    Raises Refused where the whole file cannot be read.
    """
    for finding in entry.read(file, context):
        if isinstance(finding, Document):
            yield from exported(finding) or finding.drafts()
        else:
            yield finding


def exported(document: Document) -> tuple[Draft | Refused | FileNote, ...]:
    """The articles of a document that a database exported; empty where it is none of those."""
    source = _decoded(document.page)
    for export in EXPORTS:
        if source and (drafts := export.read_page(source)):
            return (*_unverified(export), *drafts)
        lines = export.page_lines(source) if source else document.lines
        if lines and export.is_lines(lines):
            return (*_unverified(export), *export.read_lines(lines))
    return ()


def _decoded(page: bytes) -> str:
    try:
        return decode_page(page)[0] if page else ""
    except Refused:
        return ""


def _unverified(export: Export) -> tuple[FileNote, ...]:
    return () if export.is_verified else (FileNote(text=_UNSEEN.format(export.name)),)
