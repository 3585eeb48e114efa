"""A file that is to be added, opened, with its kind and digest. Reads nothing of what it says."""

import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, TypedDict

from sitegen.formats.registry import FORMATS, format_of
from sitegen.importing.article_file import name_of
from sitegen.importing.shelf import Original, weigh
from sitegen.read.refusal import Refused

SUFFIXES = (*(suffix for entry in FORMATS for suffix in entry.suffixes), ".warc.gz", ".warc", ".txt")
_FLAGS = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_CLOEXEC", 0)


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
    original: Original

    @property
    def is_warc(self) -> bool:
        """Whether it may hold several pages."""
        return self.original.suffix in (".warc", ".warc.gz")

    @property
    def stem(self) -> str:
        """What its article is called where it has no title."""
        return name_of(self.name[: -len(_suffix_of(self.name))]) or f"article-{self.original.digest[:8]}"

    @property
    def origin(self) -> Origin:
        """What an article says about it."""
        return {"original": self.original.path, "imported_from": self.name, "size": self.original.size}


@contextmanager
def opened(path: Path, shown: str) -> Iterator[IncomingFile]:
    """The file, open at its beginning. Raises Refused, and OSError where the system refuses."""
    suffix = _kind(path.name)
    descriptor = os.open(path, _FLAGS)
    if not stat.S_ISREG(os.fstat(descriptor).st_mode):
        os.close(descriptor)
        raise Refused("not-a-file", "this is a folder, pipe or device, and not a file", "name the files in it")
    with os.fdopen(descriptor, "rb") as file:
        yield IncomingFile(shown=shown, name=path.name, file=file, original=weigh(file, suffix))


def _suffix_of(name: str) -> str:
    return next((entry for entry in SUFFIXES if name.lower().endswith(entry)), "")


def _kind(name: str) -> str:
    """The suffix that stands for a kind; pages have one, so that the same bytes are known under each of theirs."""
    match = _suffix_of(name)
    if not match:
        hint = f"these are read: {', '.join(SUFFIXES)}"
        if name.lower().endswith((".md", ".markdown")):
            hint = "Markdown files are articles as they are: put it into the content folder"
        raise Refused("unknown-kind", "this kind of file is not imported", hint)
    entry = format_of(match)
    return entry.suffixes[0] if entry else match
