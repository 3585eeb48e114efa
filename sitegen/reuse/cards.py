"""What is kept of all stories, in few values of the cache: a line a story, parsed when its story is asked for."""

import json
import zlib
from dataclasses import dataclass

from sitegen.store import Store, plain

_SHARDS = 16
"""Values: those without a changed story are not written again."""


@dataclass(frozen=True, slots=True)
class Card:
    """What is kept of a story besides the bytes of its files."""

    key: str
    """Of all that it was made of."""
    parts: bytes
    """What that was, for a reader: JSON."""
    content: bytes
    """What came of it: JSON."""


class Cards:
    """The cards of the last build, and those of this one."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._before: dict[bytes, bytes] = {}
        self._now: dict[bytes, bytes] = {}
        self._values = [store.get(_key(number)) or b"" for number in range(_SHARDS)]
        for value in self._values:
            for line in value.split(b"\n"):
                name, _, card = line.partition(b"\0")
                self._before[name] = card

    def get(self, story: str) -> Card | None:
        """The card of a story, by its id."""
        line = self._before.get(_name(story))
        fields = line.split(b"\0") if line else []
        return Card(fields[0].decode("ascii", "replace"), fields[1], fields[2]) if len(fields) == 3 else None

    def same(self, story: str) -> None:
        """Keeps the card of a story as it is."""
        self._now[_name(story)] = self._before[_name(story)]

    def put(self, story: str, key: str, parts: object, content: object) -> None:
        """Keeps a card that is new."""
        self._now[_name(story)] = b"\0".join((key.encode(), _json(parts), _json(content)))

    def keep(self) -> None:
        """Remembers the cards of this build."""
        values: list[list[bytes]] = [[] for _ in range(_SHARDS)]
        for name in sorted(self._now):
            values[zlib.crc32(name) % _SHARDS].append(b"%b\0%b\n" % (name, self._now[name]))
        for number, lines in enumerate(values):
            value = b"".join(lines)
            if value != self._values[number]:
                self._store.put(_key(number), value)


def _json(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"), default=plain).encode("utf-8", "surrogatepass")


def _name(story: str) -> bytes:
    return story.encode("utf-8", "surrogatepass")


def _key(number: int) -> str:
    return f"cards.{number}"
