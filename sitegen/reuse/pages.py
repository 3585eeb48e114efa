"""Pages and files of the whole site, made again only where a story that they tell of has changed."""

import json
from collections.abc import Callable, Mapping, Sequence
from hashlib import sha256

from sitegen.model import File, StorySummary
from sitegen.publish import Entry, Generation
from sitegen.reuse.plain import from_plain
from sitegen.store import LostValue, Store, key_for, parse_json

_KEY = "pages"
_Row = tuple[str, str, int, str]
"""Of a page: the key of what it was made of; path, size and SHA-256 of its file."""


class KeptPages:
    """Which file each page was, by what it was made of; the published site has the bytes."""

    def __init__(self, store: Store, shared: str, digests: Mapping[str, str]) -> None:
        """`shared` is the hash of all that every page depends on, `digests` those of stories, by id."""
        self._store, self._shared, self._digests = store, shared, digests
        self._before = _read(store)
        self._now: dict[str, _Row] = {}
        self._hashed: dict[int, tuple[Sequence[StorySummary], str]] = {}

    def add(
        self,
        generation: Generation,
        name: str,
        stories: Sequence[StorySummary],
        place: tuple[int, int],
        make: Callable[[], File],
    ) -> File | None:
        """Keeps the file that `make` would make of those stories, or makes it; None where it was kept."""
        key = key_for("page", self._shared, place, self._hash(stories))
        entry = self._known(name, key)
        if entry and generation.keep(entry):
            self._now[name] = key, entry.path, entry.size, entry.sha256
            return None
        file = make()
        self._now[name] = key, file.path, len(file.content), sha256(file.content).hexdigest()
        return file

    def keep(self) -> None:
        """Remembers the pages of this build."""
        content = json.dumps(self._now).encode("utf-8", "surrogatepass")
        if self._store.get(_KEY) != content:
            self._store.put(_KEY, content)

    def _hash(self, stories: Sequence[StorySummary]) -> str:
        known, told = self._hashed.get(id(stories), (None, ""))
        if known is not stories:
            told = sha256("\n".join(self._digests[one.id] for one in stories).encode()).hexdigest()
            self._hashed[id(stories)] = stories, told
        return told

    def _known(self, name: str, key: str) -> Entry | None:
        before, path, size, digest = self._before.get(name, ("", "", 0, ""))
        return Entry(path=path, size=size, sha256=digest) if before == key else None


def _read(store: Store) -> dict[str, _Row]:
    try:
        return from_plain(dict[str, _Row], parse_json(store.get(_KEY) or b"{}"))
    except LostValue:
        return {}
