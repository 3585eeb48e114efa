"""The search index, in parts of which those are made again whose pages have changed. A reader's browser merges them.

Pagefind can only make an index whole, at some 4 ms and 0.4 MB of its memory a page. So a large archive is cut into
parts by the hash of each page's path: a page stays in its part whatever else is added, until there are twice as many.
"""

import hashlib
import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress

from sitegen.memo import LostValue, Store, from_plain, key_for, pack, tool_digest, unpack
from sitegen.model import File
from sitegen.publish import Generation

PAGES_A_PART = 1000
"""At most, on average: a part is indexed in some 4 s. A reader fetches a few files of each part, so few is good too."""
_FOLDER = "pagefind/"
Index = Callable[[Iterable[File]], tuple[File, ...]]


def indexed_pages(pages: Sequence[str], generation: Generation, index: Index, store: Store) -> Iterator[File]:
    """The search index of some pages (paths), which stand in the generation already; nothing for none."""
    parts = [part for part in _parts(sorted(pages)) if part]
    names = [f"{number}/" for number in range(len(parts))] if len(parts) > 1 else [""]
    for name, part in zip(names, parts, strict=False):
        for file in _indexed(part, generation, index, store):
            yield File(f"{_FOLDER}{name}{file.path.removeprefix(_FOLDER)}", file.content)
    if parts:
        yield File(f"{_FOLDER}parts.json", (json.dumps({"parts": names}) + "\n").encode())


def _parts(pages: Sequence[str]) -> list[list[str]]:
    count = 1
    while len(pages) > PAGES_A_PART * count:
        count *= 2
    parts: list[list[str]] = [[] for _ in range(count)]
    for page in pages:
        parts[int.from_bytes(hashlib.sha256(page.encode()).digest()[:4]) % count].append(page)
    return parts


def _indexed(pages: Sequence[str], generation: Generation, index: Index, store: Store) -> tuple[File, ...]:
    key = key_for("search", tool_digest(), [(path, generation.sha256(path)) for path in pages])
    value = store.get(key)
    if value is not None:
        with suppress(LostValue):
            return _unpacked(value)
    files = index(generation.read(path) for path in pages)
    store.put(key, pack([file.path for file in files], [file.content for file in files]))
    return files


def _unpacked(value: bytes) -> tuple[File, ...]:
    """The files of an index. Raises LostValue for anything else."""
    header, contents = unpack(value)
    paths = from_plain(tuple[str, ...], header)
    if len(paths) != len(contents) or not all(path.startswith(_FOLDER) for path in paths):
        raise LostValue("a search index")
    return tuple(File(path, content) for path, content in zip(paths, contents, strict=True))
