"""Stories of real news against pairs of reports that were read: are the two of one event?

`group_events.jsonl` holds the pairs, by the ids of the articles: 261 that share two telling words and no text, at most
21 days apart or of unknown days, drawn evenly from classes of likeness and of days apart. `one_event` is null where
readers may differ (a report and its sequel, a speech and what was said of it); `stands_for` is how many pairs of the
archive one of its class stands for, so that shares are those of the archive and not of the drawing.
"""

import json
import zlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from benchmarks.group_told import row
from benchmarks.targets import Target, at_least
from benchmarks.unpack import Scraped, as_file, scraped_articles
from sitegen.config import Config, Grouping
from sitegen.group import weigh
from sitegen.model import Article
from sitegen.read import read_article

LABELS = Path(__file__).with_suffix(".jsonl")


@dataclass(frozen=True, slots=True)
class Judged:
    """Two articles of the archive of real news, and whether they report one event."""

    left: str
    right: str
    one_event: bool | None
    """None where readers may differ."""
    stands_for: float
    """Pairs of the archive that are like this one."""


@dataclass(frozen=True, slots=True)
class Shares:
    """How pairs that were judged stand in stories, each counted by what it stands for."""

    right: float
    """Of the pairs put into one story, the share that is of one event; pairs that readers may differ on left out."""
    allowed: float
    """The same, those counted as right."""
    found: float
    """Of the pairs of one event, the share that was put into one story."""


def judged_pairs() -> tuple[Judged, ...]:
    """The pairs, in the order of the file."""
    return tuple(Judged(**json.loads(line)) for line in LABELS.read_text(encoding="utf-8").splitlines())


def shares(story_of: Mapping[str, int], pairs: Sequence[Judged]) -> Shares:
    """How the pairs stand in stories; those of which an article is not there are left out."""
    weight = {True: 0.0, False: 0.0, None: 0.0}
    together = dict(weight)
    for pair in pairs:
        stories = [story_of.get(f"n{article}") for article in (pair.left, pair.right)]
        if None not in stories:
            weight[pair.one_event] += pair.stands_for
            together[pair.one_event] += pair.stands_for * (stories[0] == stories[1])
    told = together[True] + together[False]
    return Shares(
        together[True] / max(1e-9, told),
        (together[True] + together[None]) / max(1e-9, told + together[None]),
        together[True] / max(1e-9, weight[True]),
    )


def dated_news(others: int | None = None) -> list[Article]:
    """Real articles with headline, outlet and day, as far as those can be used.

    All of them, or those of the pairs that were read and about so many others, the same ones each time.
    """
    judged = {name for pair in judged_pairs() for name in (pair.left, pair.right)}
    scraped = list(scraped_articles())
    # Every so-manieth by a hash: the file is in order of outlets.
    share = 1.0 if others is None else others / len(scraped)
    chosen = [
        article for article in scraped if article.id in judged or zlib.crc32(article.id.encode()) < share * (1 << 32)
    ]
    return [article for scraped in chosen if (article := dated(scraped))]


def dated(scraped: Scraped) -> Article | None:
    """One of them; None where there is nothing to read."""
    name = f"n{scraped.id}.md"
    article, _ = read_article(name, name, as_file(scraped).encode("utf-8", "replace"), Config())
    return replace(article, source=scraped.outlet) if article else None


def suite_events(_: int) -> list[Target]:
    """Groups the whole archive of real news."""
    articles = dated_news()
    evidence = weigh(articles, Grouping())
    pairs = judged_pairs()
    found = shares({member: at for at, group in enumerate(evidence.groups) for member in group}, pairs)
    row(f"events: {len(articles):,} articles, {len(pairs)} pairs that were read (right, allowed, found)")
    row("  pairs put into one story", found.right, found.allowed, found.found)
    return [
        at_least("news, pairs put into one story that are of one event", found.right, 0.75),
        at_least("news, pairs of one event put into one story", found.found, 0.55),
    ]
