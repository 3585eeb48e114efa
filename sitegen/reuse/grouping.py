"""What belongs together, from the cache where no article, note, source or threshold has changed."""

from collections.abc import Callable

from sitegen.group import Grouped, Printer
from sitegen.read import Archive
from sitegen.reuse.articles import Shelf
from sitegen.reuse.plain import from_plain
from sitegen.reuse.prints import KeptPrints
from sitegen.store import Store, key_for, pack, tool_digest, unpack


def known_grouping(
    archive: Archive, shelf: Shelf, store: Store, group: Callable[[Archive, Printer], Grouped]
) -> Grouped:
    """As `group` makes it of `archive`, whose articles stand on `shelf`."""
    prints = KeptPrints(shelf, store)
    digests = [(article.id, shelf.digest(article)) for article in archive.articles]
    model = archive.model.digest if archive.model else ""
    key = key_for("group", tool_digest(), digests, archive.notes, archive.sources, archive.config.grouping, model)
    value = store.get(key)
    if value is not None:
        try:
            plain, (asked,) = unpack(value)
            known = from_plain(Grouped, plain)
            prints.still_wanted(archive.articles, asked.decode("ascii").split(), archive.model)
        except ValueError:
            pass
        else:
            return known
    grouped = group(archive, prints)
    # What it was made of is no part of it, but is wanted by the next build, which may have to group anew.
    store.put(key, pack(grouped, ["\n".join(sorted(set(prints.asked))).encode("ascii")]))
    return grouped
