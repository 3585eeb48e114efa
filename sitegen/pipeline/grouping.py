"""What belongs together, from the cache where no article, note, source or threshold has changed."""

from collections.abc import Callable
from contextlib import suppress

from sitegen.group import Grouped, Printer
from sitegen.memo import ColumnShelf, LostValue, Store, from_plain, key_for, pack, tool_digest, unpack
from sitegen.pipeline.prints import ArticleDigests, KeptPrints
from sitegen.read import Archive


def known_grouping(
    archive: Archive,
    shelf: ArticleDigests,
    store: Store,
    columns: ColumnShelf,
    group: Callable[[Archive, Printer], Grouped],
) -> Grouped:
    """As `group` makes it of `archive`, whose articles stand on `shelf`; `columns` are what is known of their texts."""
    digests = [(article.id, shelf.digest(article)) for article in archive.articles]
    model = archive.model.digest if archive.model else ""
    key = key_for("group", tool_digest(), digests, archive.notes, archive.sources, archive.config.grouping, model)
    value = store.get(key)
    if value is not None:
        with suppress(LostValue):
            grouped = _unpacked(value, archive)
            KeptPrints(shelf, store, columns).still_wanted(archive.articles, archive.model)
            return grouped
    prints = KeptPrints(shelf, store, columns)
    grouped = group(archive, prints)
    prints.keep()
    store.put(key, pack(grouped, ()))
    return grouped


def _unpacked(value: bytes, archive: Archive) -> Grouped:
    """What was grouped. Raises LostValue for what is not of these articles."""
    grouped = from_plain(Grouped, unpack(value, 0)[0])
    articles = sorted(article.id for article in archive.articles)
    families = [family for story in grouped.stories for family in story.families]
    linked = {name for link in grouped.links for name in (link.left, link.right)}
    fits = (
        sorted(name for family in families for name in family.copies) == articles
        and all(family.base in family.copies for family in families)
        and all(story.families for story in grouped.stories)
        and linked <= set(articles)
    )
    if not fits:
        raise LostValue("what belongs together")
    return grouped
