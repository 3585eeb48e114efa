"""Small values by their keys, a table of the shelf: what many questions about few articles were answered.

A key is 16 bytes that stand for all that decides the value; a value is whatever JSON can hold. What a build did not ask
for is forgotten when it ends, and a table that has not changed is not written again.
"""

import hashlib
import json
from collections.abc import Callable
from typing import Any

import numpy as np

from sitegen.memo.shelf import Columns, ColumnShelf

_KEY = 16
"""Bytes of a key: of a billion of them two are alike by chance once in 10^20."""


def entry_key(label: str, *parts: bytes) -> bytes:
    """The key of a value that these decide; where one ends and the next begins is part of it."""
    digest = hashlib.blake2b(label.encode("utf-8"), digest_size=_KEY)
    for part in parts:
        digest.update(len(part).to_bytes(4, "little"))
        digest.update(part)
    return digest.digest()


class Entries:
    """The values of one table. What is kept is what was asked for or put since it was opened."""

    def __init__(self, shelf: ColumnShelf, table: str, plain: Callable[[object], object] | None = None) -> None:
        """`plain` says what JSON is to hold in the place of a value that it has no form for."""
        self._shelf, self._table, self._plain = shelf, table, plain
        self._before = dict(_read(shelf.segments(table)))
        self._values: list[Any] | None = None
        self._used: dict[bytes, bytes | int] = {}
        """Of each key the value as JSON, or its place among those of before."""
        self._texts: list[bytes] = []

    def get(self, key: bytes) -> Any:
        """The value under a key; None where there is none."""
        place = self._used.get(key, self._before.get(key))
        if place is None:
            return None
        self._used[key] = place
        return self._decoded()[place] if isinstance(place, int) else json.loads(place)

    def put(self, key: bytes, value: object) -> None:
        """Keeps a value, which is not None, where anything is kept."""
        if not self._shelf.writable:
            return
        self._used[key] = json.dumps(value, ensure_ascii=False, separators=(",", ":"), default=self._plain).encode(
            "utf-8", "surrogatepass"
        )

    def keep(self) -> None:
        """Writes the table, where it is another one than before."""
        if self._used.keys() == self._before.keys() and all(isinstance(place, int) for place in self._used.values()):
            return
        texts = self._lines()
        keys = sorted(self._used)
        values = [value if isinstance(value := self._used[key], bytes) else texts[value] for key in keys]
        columns = {
            "keys": np.frombuffer(b"".join(keys), dtype=np.uint8),
            "values": np.frombuffer(b"\n".join(values), dtype=np.uint8),
        }
        self._shelf.replace(self._table, [columns])

    def _lines(self) -> list[bytes]:
        return [line for segment in self._shelf.segments(self._table) for line in _lines(segment)]

    def _decoded(self) -> list[Any]:
        """All values of before, parsed at once: each by itself takes ten times as long."""
        if self._values is None:
            content = b"[" + b",".join(self._lines()) + b"]"
            self._values = json.loads(content.decode("utf-8", "surrogatepass"))
        return self._values


def _read(segments: tuple[Columns, ...]) -> list[tuple[bytes, int]]:
    """The keys of a table, each with the place of its value."""
    keys = b"".join(segment["keys"].tobytes() for segment in segments)
    return [(keys[place : place + _KEY], place // _KEY) for place in range(0, len(keys), _KEY)]


def _lines(segment: Columns) -> list[bytes]:
    values = segment["values"].tobytes()
    return values.split(b"\n") if len(segment["keys"]) else []
