"""The build cache: values by the hash of all that made them, checksummed. Knows nothing of what the values are.

An SQLite file; nothing in it is ever executed, and an entry whose checksum is wrong, or a file that is no cache, is
as good as absent. A build without a cache is slower and the same. Losing the cache loses nothing.
"""

import hashlib
import json
import sqlite3
import sys
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing, contextmanager, suppress
from dataclasses import fields, is_dataclass
from datetime import date
from functools import cache, cached_property
from importlib.metadata import version
from pathlib import Path
from typing import Any

_FORMAT = 2
_DEPENDENCIES = (
    "babel",
    "charset-normalizer",
    "diff-match-patch",
    "icu4py",
    "jinja2",
    "markdown",
    "markupsafe",
    "nh3",
    "numpy",
    "opencc",
    "py3langid",
    "pyyaml",
    "regex",
    "syntok",
)
"""Packages whose version can change a page."""
_TABLE = "CREATE TABLE IF NOT EXISTS entries (key TEXT PRIMARY KEY, sha256 BLOB NOT NULL, value BLOB NOT NULL)"


class LostValue(Exception):
    """A value of the cache is lost or damaged: whoever can make it again does, else the build goes without a cache.

    Raised where values are decoded, for what is not of the expected shape, and nowhere else. Everything else that a
    build raises is a mistake in the program, and no cache is a reason to hide it.
    """


class Store:
    """What earlier builds made. Use `open_store`."""

    def __init__(self, connection: sqlite3.Connection | None) -> None:
        self._connection = connection
        self._used: set[str] = set()
        self._writable = True
        self.broken = False
        """Whether the file turned out to be damaged; then it is taken away in the end."""

    @property
    def usable(self) -> bool:
        """Whether values are kept, as far as is known."""
        return self._connection is not None and self._writable

    def holds(self, key: str) -> bool:
        """Whether there seems to be a value under the key; `get` may still find it damaged."""
        return key in self._keys

    @cached_property
    def _keys(self) -> set[str]:
        """All keys, asked for once: one question for each of ten thousand would take longer."""
        if self._connection is None:
            return set()
        try:
            rows = self._connection.execute("SELECT key FROM entries")
            # In a damaged file a key may be nothing, or a number.
            return {key for (key,) in rows if type(key) is str}
        except sqlite3.Error:
            return set()

    def get(self, key: str) -> bytes | None:
        """The value stored under the key; None when there is none, or not the one that was stored."""
        if self._connection is None:
            return None
        try:
            row = self._connection.execute("SELECT sha256, value FROM entries WHERE key = ?", (key,)).fetchone()
        except sqlite3.Error as failure:
            self._note(failure)
            return None
        if row is None or not isinstance(row[1], bytes) or _checksum(key, row[1]) != row[0]:
            return None
        self._used.add(key)
        return row[1]

    def use(self, key: str) -> None:
        """Says that a value is still wanted, without fetching it."""
        self._used.add(key)

    def put(self, key: str, value: bytes) -> bool:
        """Remembers a value, and says whether it could. A cache that cannot be written is no reason to stop."""
        if self._connection is None or not self._writable:
            return False
        try:
            entry = (key, _checksum(key, value), value)
            self._connection.execute("INSERT OR REPLACE INTO entries VALUES (?, ?, ?)", entry)
        except sqlite3.Error as failure:
            # Another build has it, or it may only be read: to wait again for each value would take hours.
            self._writable = False
            self._note(failure)
            return False
        self._used.add(key)
        self._keys.add(key)
        return True

    def _note(self, failure: sqlite3.Error) -> None:
        """A file that is locked, full or read-only is whole; anything else is damage."""
        self.broken |= not isinstance(failure, sqlite3.OperationalError)

    def forget_unused(self) -> None:
        """Drops what this build neither read nor wrote."""
        if self._connection is None:
            return
        with suppress(sqlite3.Error):
            stale = [(key,) for key in sorted(self._keys - self._used)]
            self._connection.executemany("DELETE FROM entries WHERE key = ?", stale)


@contextmanager
def open_store(folder: Path | None, name: str) -> Iterator[Store]:
    """The cache `name` in `folder`, made if need be; an empty one that forgets where there can be none.

    What was put is kept only when the block ends without an error. A block that ends with LostValue takes the cache
    away, so that the next build does not meet the same damage; any other error leaves the cache as it was.
    """
    connection = _connect(folder, name) if folder else None
    if connection is None:
        yield Store(None)
        return
    store = Store(connection)
    try:
        with closing(connection):
            yield store
            with suppress(sqlite3.Error):
                connection.commit()
    except LostValue:
        store.broken = True
        raise
    finally:
        if store.broken and folder:
            with suppress(OSError):
                (folder / f"{name}.sqlite").unlink()


def _checksum(key: str, value: bytes) -> bytes:
    """With the key in it: a whole value under another's key is as wrong as a damaged one."""
    # In two steps: together they would be a copy of the value.
    made = hashlib.sha256(b"%b\0" % key.encode())
    made.update(value)
    return made.digest()


def key_for(*parts: object) -> str:
    """The hash of values: dataclasses, tuples, mappings, texts, numbers, dates, bytes and None."""
    return hashlib.sha256(_KEYS.encode(parts).encode("utf-8", "surrogatepass")).hexdigest()


def pack(header: object, contents: Iterable[bytes]) -> bytes:
    """A header that JSON can hold, and byte strings, as one value."""
    contents = tuple(contents)
    head = json.dumps([header, [len(one) for one in contents]], ensure_ascii=False, default=plain).encode(
        "utf-8", "surrogatepass"
    )
    return b"".join((len(head).to_bytes(8, "big"), head, *contents))


def unpack(value: bytes, count: int | None = None) -> tuple[Any, tuple[bytes, ...]]:
    """What `pack` packed. Raises LostValue for anything else, and for another `count` of byte strings, if given."""
    size = int.from_bytes(value[:8], "big")
    match parse_json(value[8 : 8 + size]):
        case [header, [*sizes]] if all(type(length) is int and length >= 0 for length in sizes):
            contents, start = [], 8 + size
            for length in sizes:
                contents.append(value[start : start + length])
                start += length
            if start == len(value) and count in (None, len(contents)):
                return header, tuple(contents)
    raise LostValue("a packed value")


def parse_json(content: bytes) -> Any:
    """What JSON of the cache says. Raises LostValue for what is no JSON."""
    try:
        return json.loads(content.decode("utf-8", "surrogatepass"))
    except (ValueError, RecursionError) as failure:
        raise LostValue("JSON") from failure


def plain(value: object) -> object:
    """What JSON has no form for, as what it has."""
    kind: Any = type(value)
    names = _names(kind)
    if names:
        return {name: getattr(value, name) for name in names}
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, bytes):
        return hashlib.sha256(value).hexdigest()
    if isinstance(value, frozenset | set):
        return sorted(value)
    if isinstance(value, Sequence):
        return list(value)
    raise TypeError(f"no key can be made of {type(value).__name__}")


_KEYS = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), default=plain)


@cache
def _names(kind: Any) -> tuple[str, ...]:
    """The fields of a dataclass; none for any other type."""
    return tuple(one.name for one in fields(kind)) if is_dataclass(kind) else ()


def _connect(folder: Path, name: str) -> sqlite3.Connection | None:
    path = folder / f"{name}.sqlite"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        (folder / ".gitignore").write_text("*\n", encoding="utf-8")
    except OSError:
        return None
    return _opened(path) or _made_anew(path)


def _made_anew(path: Path) -> sqlite3.Connection | None:
    """A damaged or foreign file gives way: it can hold nothing that is not made again."""
    try:
        path.unlink(missing_ok=True)
    except OSError:
        return None
    return _opened(path)


def _opened(path: Path) -> sqlite3.Connection | None:
    connection = None
    try:
        connection = sqlite3.connect(path, timeout=0.2)
        connection.execute("PRAGMA trusted_schema = OFF")
        (version,) = connection.execute("PRAGMA user_version").fetchone()
        if version not in (0, _FORMAT):
            raise sqlite3.DatabaseError("another format")
        connection.execute(f"PRAGMA user_version = {_FORMAT}")
        connection.execute(_TABLE)
        connection.execute("SELECT key, sha256, value FROM entries LIMIT 1").fetchone()
    except sqlite3.Error:
        if connection is not None:
            connection.close()
        return None
    return connection


def library_versions() -> dict[str, str]:
    """Of every package whose version can change a page."""
    return {name: version(name) for name in _DEPENDENCIES}


@cache
def tool_digest() -> str:
    """The hash of what is no input and yet decides what is made: code, catalogues, and what they run on."""
    digest = hashlib.sha256()
    package = Path(__file__).parent
    for path in sorted([*package.rglob("*.py"), *package.rglob("*.po")]):
        digest.update(str(path.relative_to(package)).encode() + b"\0" + path.read_bytes() + b"\0")
    digest.update(json.dumps([library_versions(), sys.version_info[:2], unicodedata.unidata_version]).encode())
    return digest.hexdigest()
