"""Folders, zips and gzipped files as the files in them, one after another. Knows no format.

A zip is judged as a whole before a file of it is read: one that holds paths that leave it, links, two files of one
name, another zip, or more than it may is refused, and nothing of it is added.
"""

import os
import re
import stat
import zipfile
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import SpooledTemporaryFile
from typing import IO, BinaryIO, cast

from sitegen.config import Limits
from sitegen.formats.format import FileStart
from sitegen.formats.inflate import Inflated, inflates
from sitegen.formats.registry import recognised
from sitegen.frozen import dataclass
from sitegen.importing.incoming import UNPACK
from sitegen.importing.shelf import ORIGINALS
from sitegen.read.refusal import Refused

_LARGEST_SHARE = 100
"""Times `import_bytes` that one file of a zip may have; tables and WARCs are read piece by piece."""
_IN_MEMORY = 1 << 23
_CHUNK = 1 << 20
_RATIO_FROM = 1_000_000
"""Bytes from which the ratio counts, as for gzip."""
_NESTED = (".zip", ".7z", ".rar", ".tar", ".tgz", ".tar.gz")
_DRIVE = re.compile(r"^[A-Za-z]:")
_PARTS_OF_PAGE = ("_files", "_dateien", "_fichiers", "_archivos", ".files")
"""Endings of the folders in which browsers put what belongs to a saved page."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """One file of a container."""

    name: str
    """Its path below the container, with slashes."""
    path: Path | None = None
    """Where it is, in a folder; None in a zip."""


class PassedFiles:
    """Files of a container that are no articles, counted by what they are called."""

    def __init__(self) -> None:
        self._counts = Counter[str]()

    def count(self, name: str) -> None:
        """One that was passed over."""
        self._counts[os.path.splitext(name)[1].lower()[:10] or "no suffix"] += 1

    @property
    def text(self) -> str:
        """For people; empty where there are none."""
        kinds = ", ".join(f"{count:,} {suffix}" for suffix, count in sorted(self._counts.items()))
        return f"files of other kinds passed over: {kinds}" if kinds else ""


def folder_members(folder: Path) -> Iterator[Member]:
    """The files of a folder in the order of their names. Links are not followed, hidden files are none."""
    for base, folders, names in os.walk(folder, followlinks=False):
        folders[:] = sorted(name for name in folders if not name.startswith(".") and name != ORIGINALS)
        folders[:] = [name for name in folders if not name.endswith(_PARTS_OF_PAGE)]
        for name in sorted(names):
            path = Path(base, name)
            if not name.startswith(".") and not path.is_symlink():
                yield Member(name=path.relative_to(folder).as_posix(), path=path)


def is_zip_of_files(name: str, start: FileStart) -> bool:
    """Whether a file is a zip that is no document, workbook or WACZ; a damaged one is what its suffix says."""
    if not start.data.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return False
    entry = recognised(name, start)
    return entry is None or bool(start.members and not entry.begins(start))


def is_gzipped_file(name: str, start: FileStart) -> bool:
    """Whether a file is a gzipped file of another kind than a WARC, which is read as it is."""
    return start.data.startswith(b"\x1f\x8b") and recognised(name, start) is None


def zip_members(file: BinaryIO, limits: Limits) -> tuple[zipfile.ZipFile, list[zipfile.ZipInfo]]:
    """A zip and the files in it, in the order of their names. Raises Refused where one of them is not as it should."""
    try:
        archive = zipfile.ZipFile(file)
        members = [member for member in archive.infolist() if not member.is_dir()]
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError, RuntimeError) as failure:
        raise Refused(
            "bad-zip", f"this zip cannot be read: {type(failure).__name__}", "copy or make it again"
        ) from None
    seen: set[str] = set()
    for member in members:
        name = member.filename
        if problem := _problem(member, name in seen, limits):
            raise problem
        seen.add(name)
    kept = [member for member in members if not _is_by_the_way(member.filename)]
    return archive, sorted(kept, key=lambda member: member.filename)


def _problem(member: zipfile.ZipInfo, is_double: bool, limits: Limits) -> Refused | None:
    name = member.filename
    parts = name.replace("\\", "/").split("/")
    if ".." in parts or name.startswith(("/", "\\")) or _DRIVE.match(name) or "\0" in name:
        return Refused("bad-zip", f"`{name[:200]}` in this zip would leave it", UNPACK)
    if stat.S_ISLNK(member.external_attr >> 16):
        return Refused("bad-zip", f"`{name[:200]}` in this zip is a link", UNPACK)
    if is_double:
        return Refused("bad-zip", f"two files in this zip are called `{name[:200]}`", UNPACK)
    if member.flag_bits & 1:
        return Refused("encrypted", "this zip is encrypted", "unpack it with its password, and add the folder")
    if name.lower().endswith(_NESTED):
        return Refused("bad-zip", f"`{name[:200]}` in this zip is an archive too", UNPACK)
    if member.file_size > limits.import_bytes * _LARGEST_SHARE:
        return Refused("too-big", f"`{name[:200]}` in this zip has {member.file_size:,} bytes unpacked", UNPACK)
    ratio = member.file_size / max(1, member.compress_size)
    return inflates(limits.warc_ratio) if member.file_size > _RATIO_FROM and ratio > limits.warc_ratio else None


def _is_by_the_way(name: str) -> bool:
    """Whether a file in a zip is hidden, of the system that packed it, or a part of a saved page."""
    parts = name.replace("\\", "/").split("/")
    return any(part.startswith(".") or part == "__MACOSX" for part in parts) or any(
        part.endswith(_PARTS_OF_PAGE) for part in parts[:-1]
    )


@contextmanager
def unzipped(archive: zipfile.ZipFile, member: zipfile.ZipInfo) -> Iterator[BinaryIO]:
    """A file of a zip, unpacked to a file of its own; it never gives more than it declares.

    Raises Refused where it is damaged.
    """
    with SpooledTemporaryFile(max_size=_IN_MEMORY) as spool:
        try:
            with archive.open(member) as packed:
                _copy(packed, spool, member.file_size)
        except (zipfile.BadZipFile, EOFError, OSError, NotImplementedError, RuntimeError, ValueError) as failure:
            reason = type(failure).__name__
            raise Refused("bad-zip", f"this file of the zip is damaged: {reason}", "copy or make it again") from None
        yield cast(BinaryIO, spool)


def _copy(packed: IO[bytes], spool: IO[bytes], most: int) -> None:
    copied = 0
    while chunk := packed.read(_CHUNK):
        copied += len(chunk)
        if copied > most:
            raise ValueError("longer than declared")
        spool.write(chunk)
    spool.seek(0)


@contextmanager
def gunzipped(file: BinaryIO, limits: Limits) -> Iterator[BinaryIO]:
    """A gzipped file, unpacked within the ratio. Raises Refused where it is cut, damaged or a bomb."""
    with SpooledTemporaryFile(max_size=_IN_MEMORY) as spool:
        stream = Inflated(file, limits.warc_ratio)
        size = 0
        while chunk := stream.read(_CHUNK):
            size += len(chunk)
            if size > limits.import_bytes * _LARGEST_SHARE:
                raise Refused("too-big", "this file unpacks to more than may be imported", UNPACK)
            spool.write(chunk)
        spool.seek(0)
        yield cast(BinaryIO, spool)
