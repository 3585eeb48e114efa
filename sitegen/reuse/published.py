"""What one publication leaves in the cache for the next one of the same output."""

import hashlib
import os
from dataclasses import dataclass
from pathlib import Path

from sitegen.store import Store


@dataclass(slots=True)
class Notes:
    """What one publication leaves for the next, in the cache."""

    store: Store
    output: Path

    def read(self) -> bytes:
        return self.store.get(self._key) or b""

    def write(self, content: bytes) -> None:
        self.store.put(self._key, content)

    @property
    def _key(self) -> str:
        return f"published.{hashlib.sha256(os.fsencode(self.output.resolve())).hexdigest()}"
