"""The build cache: values by the hash of all that made them, checksummed. Knows nothing of what the values are.

An SQLite file; nothing in it is ever executed, and an entry whose checksum is wrong, or a file that is no cache, is
as good as absent. A build without a cache is slower and the same. Losing the cache loses nothing.
"""

import hashlib
import sqlite3
import zlib
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from functools import cached_property
from pathlib import Path

from sitegen.memo.codec import LostValue

_FORMAT = 3
_AS_IS, _DEFLATED = b"=", b"~"
"""Before each value: how it lies in the file."""
_LARGEST = 1 << 30
"""Bytes that a value may inflate to."""
_FAILURES = (sqlite3.Error, UnicodeDecodeError)
"""What a file that is damaged raises: where its message cannot be decoded, that is told in the place of it."""
_TABLE = "CREATE TABLE IF NOT EXISTS entries (key TEXT PRIMARY KEY, sha256 BLOB NOT NULL, value BLOB NOT NULL)"


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
        except _FAILURES:
            return set()

    def get(self, key: str) -> bytes | None:
        """The value stored under the key; None when there is none, or not the one that was stored."""
        if self._connection is None:
            return None
        try:
            row = self._connection.execute("SELECT sha256, value FROM entries WHERE key = ?", (key,)).fetchone()
        except _FAILURES as failure:
            self._note(failure)
            return None
        if row is None or not isinstance(row[1], bytes) or _checksum(key, row[1]) != row[0]:
            return None
        value = _inflated(row[1])
        if value is not None:
            self._used.add(key)
        return value

    def use(self, key: str) -> None:
        """Says that a value is still wanted, without fetching it."""
        self._used.add(key)

    def put(self, key: str, value: bytes, *, text: bool = False) -> bool:
        """Remembers a value, and says whether it could. A cache that cannot be written is no reason to stop.

        Text is deflated: at the lowest level it takes a third, in 1 ms for 100 KB.
        """
        if self._connection is None or not self._writable:
            return False
        stored = _DEFLATED + zlib.compress(value, 1) if text else _AS_IS + value
        try:
            entry = (key, _checksum(key, stored), stored)
            self._connection.execute("INSERT OR REPLACE INTO entries VALUES (?, ?, ?)", entry)
        except _FAILURES as failure:
            # Another build has it, or it may only be read: to wait again for each value would take hours.
            self._writable = False
            self._note(failure)
            return False
        self._used.add(key)
        self._keys.add(key)
        return True

    def _note(self, failure: Exception) -> None:
        """A file that is locked, full or read-only is whole; anything else is damage."""
        self.broken |= not isinstance(failure, sqlite3.OperationalError)

    def forget_unused(self) -> None:
        """Drops what this build neither read nor wrote."""
        if self._connection is None:
            return
        with suppress(*_FAILURES):
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
            with suppress(*_FAILURES):
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
    digest = hashlib.sha256(b"%b\0" % key.encode())
    digest.update(value)
    return digest.digest()


def _inflated(stored: bytes) -> bytes | None:
    """A value as it was put; None for bytes that nobody has put so."""
    if stored[:1] == _AS_IS:
        return stored[1:]
    if stored[:1] != _DEFLATED:
        return None
    inflating = zlib.decompressobj()
    try:
        value = inflating.decompress(stored[1:], _LARGEST)
    except zlib.error:
        return None
    return value if inflating.eof else None


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
    except _FAILURES:
        if connection is not None:
            connection.close()
        return None
    return connection
