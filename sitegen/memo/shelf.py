"""The shelf: columns of numbers on disk, in tables of sealed segments that are mapped into memory. Knows no stage.

A segment is one file, written once and never altered; its name is the SHA-256 of its bytes. The manifest names the
segments of each table in their order, the version of the program that wrote them, and is sealed itself. It is replaced
in one step when a build ends, so that a build which dies, a full disk or a second build leaves the former one whole.
Whatever is damaged, cut off, swapped, of another version or gone is as good as absent: its whole table is. Nothing is
ever executed: a segment is a JSON header (its table; names, types and lengths of its columns) and the numbers.

The bytes of a segment are hashed when a build first opens its table, unless the file is by its identity
(`sitegen/identity.py`: device, inode, size, times) the one whose bytes were hashed before.

Tried and given up: rows of SQLite (10,000 fingerprints took 130 ms to read, mapped columns take 3); Arrow IPC, whose
wheel is 120 MB for what the 40 lines of `_packed` and `_unpacked` do.
"""

import hashlib
import json
import mmap
import os
import time
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from sitegen.identity import identity_of, is_settled

Columns = Mapping[str, "NDArray[Any]"]
"""Arrays of one dimension by their names."""

_MAGIC = b"sitegen columns 1\n"
_ALIGNED = 64
"""Bytes at whose multiples columns begin, so that they can be used where they lie."""
_TYPES = frozenset(("<u8", "<u4", "<u2", "|u1", "<i8", "<i4", "<f8", "<f4", "<f2"))
_MANIFEST, _SUFFIX = "manifest.json", ".columns"
_HIGHEST = 1 << 40
"""Bytes of a segment that nobody writes: a header that says more is none."""


class ColumnShelf:
    """Tables of columns, each one or more segments. Use `open_shelf`."""

    def __init__(self, folder: Path | None, version: str) -> None:
        self._folder, self._version = folder, version
        self._listed: dict[str, list[_Listed]] = _read_manifest(folder, version) if folder else {}
        self._tables: dict[str, tuple[Columns, ...]] = {}
        self._mapped: list[mmap.mmap] = []
        self._changed = False
        self._verified = False
        self.writable = folder is not None
        """Whether what is put here will be there in the next build, as far as is known."""

    def segments(self, table: str) -> tuple[Columns, ...]:
        """The segments of a table, in order; none where it is not there or not whole. Arrays are read-only."""
        if table not in self._tables:
            self._tables[table] = self._opened(table)
        return self._tables[table]

    def append(self, table: str, columns: Columns) -> None:
        """Adds a segment to a table."""
        self.replace(table, [columns], len(self.segments(table)))

    def replace(self, table: str, segments: Iterable[Columns], kept: int = 0) -> None:
        """Puts segments in the place of all that a table has, but for the first few that are `kept` as they are.

        One is asked for when the one before it has been written, and none is held besides: they are mapped.
        """
        standing, listed = [*self.segments(table)[:kept]], [*self._listed.get(table, ())[:kept]]
        for columns in segments:
            written = self._written(table, columns)
            opened = _segment(self._folder, table, written) if self._folder and written else None
            standing.append(opened.columns if opened else columns)
            self._mapped += [opened.content] if opened else []
            listed += [written] if written else []
        self._tables[table], self._listed[table] = tuple(standing), listed
        self._changed = True

    def release(self) -> None:
        """Gives back the memory that mapped segments have taken: what is asked for again is read again.

        Of 10,000 articles they are 170 MiB, of which most is looked at once.
        """
        if hasattr(mmap, "MADV_DONTNEED"):
            for content in self._mapped:
                content.madvise(mmap.MADV_DONTNEED)

    def commit(self) -> None:
        """Makes what was put here that of the next build, in one step; what no table names any more is removed."""
        if self._folder is None or not self.writable or not (self._changed or self._verified):
            return
        try:
            _write_manifest(self._folder, self._version, self._listed)
        except OSError:
            self.writable = False
            return
        named = {segment.name for listed in self._listed.values() for segment in listed}
        for path in _segments_in(self._folder):
            if path.name not in named:
                # Where it is still mapped by another build, its bytes stay until that ends.
                with suppress(OSError):
                    path.unlink()
        self._changed = self._verified = False

    def _opened(self, table: str) -> tuple[Columns, ...]:
        segments: list[Columns] = []
        for place, listed in enumerate(self._listed.get(table, ())):
            opened = _segment(self._folder, table, listed) if self._folder else None
            if opened is None:
                # A table with a hole says something else than it did.
                self._listed[table] = []
                return ()
            if opened.identity != listed.identity:
                self._listed[table][place] = _Listed(listed.name, opened.identity)
                self._verified = True
            segments.append(opened.columns)
            self._mapped.append(opened.content)
        return tuple(segments)

    def _written(self, table: str, columns: Columns) -> "_Listed | None":
        """Writes a segment; where that fails it is known in this build only."""
        if self._folder is None or not self.writable:
            return None
        try:
            return _write(self._folder, table, columns)
        except OSError:
            # The disk is full, or may only be read: the manifest of before stays as it is.
            self.writable = False
            return None


@contextmanager
def open_shelf(folder: Path | None, name: str, version: str) -> Iterator[ColumnShelf]:
    """The shelf `name` in `folder`, made if need be; one that forgets where there can be none.

    What was put is kept only when the block ends without an error.
    """
    inside = folder / f"{name}.shelf" if folder else None
    if inside is not None:
        try:
            inside.mkdir(parents=True, exist_ok=True)
        except OSError:
            inside = None
    shelf = ColumnShelf(inside, version)
    yield shelf
    shelf.commit()


class _Listed:
    """A segment as the manifest names it."""

    __slots__ = ("identity", "name")

    def __init__(self, name: str, identity: str) -> None:
        self.name = name
        self.identity = identity
        """Of the file when its bytes were last hashed; empty where that was too lately to tell."""


def _packed(table: str, columns: Columns) -> list[bytes | memoryview]:
    """A segment's bytes, in parts."""
    arrays = {name: np.ascontiguousarray(array, dtype=array.dtype.newbyteorder("<")) for name, array in columns.items()}
    described = [[name, array.dtype.str, len(array)] for name, array in arrays.items()]
    header = json.dumps([table, described]).encode("ascii")
    head = _MAGIC + len(header).to_bytes(8, "little") + header
    parts: list[bytes | memoryview] = [head, _padding(len(head))]
    for array in arrays.values():
        parts += [array.view(np.uint8).data, _padding(array.nbytes)]
    return parts


def _padding(size: int) -> bytes:
    return bytes(-size % _ALIGNED)


def _unpacked(table: str, content: memoryview) -> Columns | None:
    """The columns of a segment of that table; None for what is none."""
    start = len(_MAGIC) + 8
    size = int.from_bytes(content[len(_MAGIC) : start], "little")
    if bytes(content[: len(_MAGIC)]) != _MAGIC or size > len(content):
        return None
    columns: dict[str, NDArray[Any]] = {}
    place = start + size + -(start + size) % _ALIGNED
    for name, kind, count in _header(table, bytes(content[start : start + size])):
        dtype = np.dtype(kind)
        if place + count * dtype.itemsize > len(content):
            return None
        columns[name] = np.frombuffer(content, dtype=dtype, count=count, offset=place) if count else np.empty(0, dtype)
        place += count * dtype.itemsize + -(count * dtype.itemsize) % _ALIGNED
    return columns if columns and place == len(content) else None


def _header(table: str, content: bytes) -> Iterator[tuple[str, str, int]]:
    """Name, type and length of each column, as far as they are such."""
    try:
        header = json.loads(content)
    except (ValueError, RecursionError):
        return
    match header:
        case [str(named), [*described]] if named == table:
            pass
        case _:
            return
    for column in described:
        match column:
            case [str(name), str(kind), int(count)] if kind in _TYPES and 0 <= count < _HIGHEST:
                yield name, kind, count


def _write(folder: Path, table: str, columns: Columns) -> _Listed:
    """Writes a segment under the name of its hash. Raises OSError."""
    parts = _packed(table, columns)
    sealed = hashlib.sha256()
    for part in parts:
        sealed.update(part)
    path = folder / f"{sealed.hexdigest()}{_SUFFIX}"
    waiting = folder / f"{path.name}.{os.getpid()}"
    try:
        with waiting.open("wb") as file:
            for part in parts:
                file.write(part)
        waiting.replace(path)
    except OSError:
        with suppress(OSError):
            waiting.unlink()
        raise
    return _Listed(path.name, _identity(path))


class _Opened(NamedTuple):
    """A segment that is mapped into memory."""

    columns: Columns
    identity: str
    content: mmap.mmap


def _segment(folder: Path, table: str, listed: _Listed) -> _Opened | None:
    """A segment as it lies on disk; None where it is not the one that was written."""
    path = folder / listed.name
    try:
        with path.open("rb") as file:
            content = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
            identity = identity_of(os.fstat(file.fileno()))
    except (OSError, ValueError):
        return None
    if identity != listed.identity:
        if hashlib.sha256(memoryview(content)).hexdigest() != path.name.removesuffix(_SUFFIX):
            return None
        identity = _identity(path)
    columns = _unpacked(table, memoryview(content))
    return None if columns is None else _Opened(columns, identity, content)


def _identity(path: Path) -> str:
    """What the file is known by later; nothing where it may yet change unseen."""
    status = path.stat()
    return identity_of(status) if is_settled(status.st_ctime_ns, time.time_ns()) else ""


def _segments_in(folder: Path) -> list[Path]:
    """All files of segments, those included that a build which died was writing."""
    try:
        return [path for path in folder.iterdir() if _SUFFIX in path.name]
    except OSError:
        return []


def _write_manifest(folder: Path, version: str, tables: Mapping[str, Sequence[_Listed]]) -> None:
    """Raises OSError."""
    listed = {
        table: [[segment.name, segment.identity or _identity(folder / segment.name)] for segment in segments]
        for table, segments in sorted(tables.items())
    }
    content = json.dumps({"version": version, "tables": listed}, indent=1).encode("utf-8")
    waiting = folder / f"{_MANIFEST}.{os.getpid()}"
    waiting.write_bytes(hashlib.sha256(content).hexdigest().encode("ascii") + b"\n" + content)
    waiting.replace(folder / _MANIFEST)


def _read_manifest(folder: Path, version: str) -> dict[str, list[_Listed]]:
    """The segments of each table; none where the manifest is damaged, of another version or not there."""
    try:
        seal, _, content = (folder / _MANIFEST).read_bytes().partition(b"\n")
        if hashlib.sha256(content).hexdigest().encode("ascii") != seal:
            return {}
        manifest = json.loads(content)
    except (OSError, ValueError, RecursionError):
        return {}
    match manifest:
        case {"version": str(written), "tables": dict(tables)} if written == version:
            return {table: _listed(segments) for table, segments in tables.items()}
    return {}


def _listed(segments: object) -> list[_Listed]:
    """As the manifest lists them; a name that is no hash leads nowhere."""
    named = []
    for segment in segments if isinstance(segments, list) else ():
        match segment:
            case [str(name), str(identity)] if len(name) == 64 + len(_SUFFIX) and name[:64].isalnum():
                named.append(_Listed(name, identity))
    return named
