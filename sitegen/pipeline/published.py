"""What one publication leaves in the cache for the next one of the same output.

One archive may be published to several places with one cache: what was left at each is kept, for the last few.
"""

import hashlib
import json
import os
from dataclasses import dataclass
from pathlib import Path

from sitegen.memo import LostValue, Store, from_plain, parse_json

_OUTPUTS = 8
"""Remembered in one cache."""
_LIST = "published"


@dataclass(slots=True)
class Notes:
    """What one publication leaves for the next, in the cache."""

    store: Store
    output: Path

    def __post_init__(self) -> None:
        for key in self._keys():
            self.store.use(key)

    def read(self) -> bytes:
        return self.store.get(self._key) or b""

    def write(self, content: bytes) -> None:
        self.store.put(self._key, content)
        keys = [*(key for key in self._keys() if key != self._key), self._key]
        self.store.put(_LIST, json.dumps(keys[-_OUTPUTS:]).encode())

    def _keys(self) -> list[str]:
        """The keys of all outputs, the one that was published to last at the end."""
        try:
            return list(from_plain(tuple[str, ...], parse_json(self.store.get(_LIST) or b"[]")))[-_OUTPUTS:]
        except LostValue:
            return []

    @property
    def _key(self) -> str:
        return f"{_LIST}.{hashlib.sha256(os.fsencode(self.output.resolve())).hexdigest()}"
