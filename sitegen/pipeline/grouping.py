"""What belongs together, from the cache where no article, note, source or threshold has changed."""

from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from hashlib import sha256

from sitegen.engine import Engine
from sitegen.frozen import dataclass
from sitegen.group import Grouped, Printer
from sitegen.memo import (
    ColumnShelf,
    LostValue,
    Store,
    as_json,
    from_plain,
    key_for,
    pack,
    parse_json,
    tool_digest,
    unpack,
)
from sitegen.model import Article, Story
from sitegen.pipeline.prints import KeptPrints
from sitegen.pipeline.reading import ArticleMemo
from sitegen.read import Archive


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownGrouping:
    """What belongs together in an archive."""

    stories: tuple[Story, ...]
    """Sorted by id."""
    digests: Mapping[str, str]
    """Of all that grouping says of each story, by its id."""


@dataclass(frozen=True, slots=True)
class _Digests:
    """Those of what grouping is given of each article, by its id."""

    of_articles: Mapping[str, str]

    def digest(self, article: Article) -> str:
        """As `ArticleDigests`."""
        return self.of_articles[article.id]


def known_grouping(
    archive: Archive,
    articles_read: ArticleMemo,
    store: Store,
    columns: ColumnShelf,
    engine_for: Callable[[Sequence[float]], Engine],
    group: Callable[[Archive, Printer], Grouped],
) -> KnownGrouping:
    """As `group` makes it of `archive`, which `articles_read` has read; `columns` are what is known of their texts.
    `engine_for` gives what reads those that nobody knows."""
    digests = {article.id: articles_read.digest_for_grouping(article) for article in archive.articles}
    model = archive.model.digest if archive.model else ""
    key = key_for("group", tool_digest(), digests, archive.notes, archive.sources, archive.config.grouping, model)
    prints = KeptPrints(_Digests(digests), store, columns, engine_for)
    value = store.get(key)
    if value is not None:
        with suppress(LostValue):
            grouping = _unpacked(value, archive)
            prints.still_wanted(archive.articles, archive.model)
            return grouping
    grouped = group(replace(archive, articles=tuple(map(articles_read.for_grouping, archive.articles))), prints)
    prints.keep()
    stories = list(map(as_json, grouped.stories))
    store.put(key, pack(None, stories))
    return _known(grouped.stories, stories)


def _known(stories: tuple[Story, ...], packed: Sequence[bytes]) -> KnownGrouping:
    named = zip(stories, packed, strict=True)
    return KnownGrouping(stories=stories, digests={story.id: sha256(line).hexdigest() for story, line in named})


def _unpacked(value: bytes, archive: Archive) -> KnownGrouping:
    """What was grouped. Raises LostValue for what is not of these articles."""
    _, packed = unpack(value)
    stories = tuple([from_plain(Story, parse_json(story)) for story in packed])
    articles = sorted(article.id for article in archive.articles)
    families = [family for story in stories for family in story.families]
    linked = {name for story in stories for link in story.links for name in (link.left, link.right)}
    fits = (
        sorted(name for family in families for name in family.copies) == articles
        and all(family.base in family.copies for family in families)
        and all(story.families for story in stories)
        and len({story.id for story in stories}) == len(stories)
        and linked <= set(articles)
    )
    if not fits:
        raise LostValue("what belongs together")
    return _known(stories, packed)
