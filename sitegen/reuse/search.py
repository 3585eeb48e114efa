"""The search index, from the cache where none of its pages has changed."""

from collections.abc import Callable, Iterable, Sequence

from sitegen.model import File
from sitegen.publish import Generation
from sitegen.store import Store, key_for, pack, tool_digest, unpack


def indexed_pages(
    pages: Sequence[str], generation: Generation, index: Callable[[Iterable[File]], tuple[File, ...]], store: Store
) -> tuple[File, ...]:
    """The search index of some pages (paths), which stand in the generation already."""
    key = key_for("search", tool_digest(), [(path, generation.sha256(path)) for path in sorted(pages)])
    value = store.get(key)
    if value is not None:
        try:
            paths, contents = unpack(value)
            return tuple(File(path, content) for path, content in zip(paths, contents, strict=True))
        except (ValueError, TypeError):
            pass
    files = index(generation.read(path) for path in pages)
    store.put(key, pack([file.path for file in files], [file.content for file in files]))
    return files
