"""A file that is to be added, opened, with its format and digest. Reads nothing of what it says."""

import os
import stat
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO, TypedDict

from sitegen.formats.format import FileStart, Format
from sitegen.formats.registry import SUFFIXES, recognised, suffix_of
from sitegen.frozen import dataclass
from sitegen.importing.article_file import name_of
from sitegen.importing.shelf import Original, weigh
from sitegen.read.refusal import Refused

_FLAGS = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_CLOEXEC", 0)
_START = 1 << 14
"""Bytes by which a file is recognised."""
UNPACK = "unpack it yourself, and add the files that you want"
_MOST_MEMBERS = 2_000
"""Names in a zip by which it is recognised; a document has some 20."""
_ZIP = b"PK\x03\x04"
_MOST_FILES = 100_000
"""Files of a zip, of whatever kind."""
_ENTRY = b"PK\x01\x02"
"""Before each file in the list at the end of a zip."""
_SHORTEST_ENTRY = 46
"""Bytes of it, without the name."""
_CHUNK = 1 << 20


class Origin(TypedDict):
    """What the comments of an article say about the file it is from."""

    original: str
    imported_from: str
    size: int


@dataclass(frozen=True, slots=True, kw_only=True)
class IncomingFile:
    """One file to be added."""

    shown: str
    """As messages name it."""
    name: str
    """Without its folder, which is nobody's business."""
    file: BinaryIO
    format: Format
    original: Original

    @property
    def stem(self) -> str:
        """What its article is called where it has no title."""
        return name_of(self.name[: len(self.name) - len(suffix_of(self.name))]) or f"article-{self.original.digest[:8]}"

    @property
    def origin(self) -> Origin:
        """What an article says about it."""
        return {"original": self.original.path, "imported_from": self.name, "size": self.original.size}


@contextmanager
def opened(path: Path) -> Iterator[BinaryIO]:
    """The file, open at its beginning. Raises Refused, and OSError where the system refuses."""
    descriptor = os.open(path, _FLAGS)
    if not stat.S_ISREG(os.fstat(descriptor).st_mode):
        os.close(descriptor)
        raise Refused("not-a-file", "this is a pipe or device, and neither file nor folder", "name a file")
    with os.fdopen(descriptor, "rb") as file:
        yield file


def file_start(file: BinaryIO) -> FileStart:
    """What a file is recognised by; it is left at its beginning. Raises Refused for a zip of too many files."""
    data = file.read(_START)
    file.seek(0)
    members: frozenset[str] = frozenset()
    if data.startswith(_ZIP):
        _check_zip(file)
        try:
            with zipfile.ZipFile(file) as archive:
                members = frozenset(archive.namelist()[:_MOST_MEMBERS])
        except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError, RuntimeError):
            members = frozenset()
        file.seek(0)
    return FileStart(data=data, members=members)


def _check_zip(file: BinaryIO) -> None:
    """Refuses a zip of too many files before its list takes 500 bytes of memory for each. Raises Refused.

    What the end of a zip says of their number may be untrue, so that what begins an entry is counted.
    """
    entries, tail = 0, b""
    if file.seek(0, os.SEEK_END) > _MOST_FILES * _SHORTEST_ENTRY:
        file.seek(0)
        while chunk := file.read(_CHUNK):
            entries += (tail + chunk).count(_ENTRY)
            tail = chunk[1 - len(_ENTRY) :]
    file.seek(0)
    if entries > _MOST_FILES:
        raise Refused("inflates", f"this zip holds {entries:,} files, and may hold {_MOST_FILES:,}", UNPACK)


def incoming_file(file: BinaryIO, name: str, shown: str, start: FileStart) -> IncomingFile:
    """The file with its format. Raises Refused where no format is its own.

    The suffix of the original stands for its format, so that the same bytes are known under each of its suffixes.
    """
    entry = recognised(name, start)
    if entry is None:
        hint = f"these are read: {', '.join(sorted(SUFFIXES))}, .zip, folders and gzipped files of these"
        if name.lower().endswith((".md", ".markdown")):
            hint = "Markdown files are articles as they are: put it into the content folder"
        raise Refused("unknown-kind", "this kind of file is not imported", hint)
    return IncomingFile(
        shown=shown, name=name.rpartition("/")[2], file=file, format=entry, original=weigh(file, entry.suffixes[0])
    )
