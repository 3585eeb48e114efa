"""What belongs together, from the cache where no article, note, source or threshold has changed."""

from collections.abc import Callable

from sitegen.group import Grouped
from sitegen.read import Archive
from sitegen.reuse.articles import Shelf
from sitegen.reuse.plain import from_plain
from sitegen.store import Store, key_for, pack, tool_digest, unpack


def known_grouping(archive: Archive, shelf: Shelf, store: Store, group: Callable[[Archive], Grouped]) -> Grouped:
    """As `group` makes it of `archive`, whose articles stand on `shelf`."""
    digests = [(article.id, shelf.digest(article)) for article in archive.articles]
    key = key_for("group", tool_digest(), digests, archive.notes, archive.sources, archive.config.grouping)
    value = store.get(key)
    if value is not None:
        try:
            return from_plain(Grouped, unpack(value)[0])
        except ValueError:
            pass
    grouped = group(archive)
    store.put(key, pack(grouped, ()))
    return grouped
