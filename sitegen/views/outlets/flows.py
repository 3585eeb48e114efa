"""Who takes from whom: the copies of one outlet that were likely taken from another, and what they have in common.

Versions, copies inside one outlet, and articles without a declared source are no flow between two outlets.
"""

from collections.abc import Iterable, Mapping, Sequence
from statistics import median_high, median_low

from sitegen.frozen import dataclass
from sitegen.model import ArticleSummary, StorySummary
from sitegen.text.languages import duration
from sitegen.views.addresses import href
from sitegen.views.common import Site, in_language, number_of, source_link
from sitegen.views.pages import FlowLine, TextLink

LISTED_FLOWS = 40
"""Flows that a table lists, the largest first."""
NOTHING = "–"
"""In a cell of which nothing is known."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Flow:
    """Copies that one outlet likely took from another."""

    giver: str
    """Source ids."""
    taker: str
    articles: tuple[ArticleSummary, ...]
    """In the order of their ids."""


def taken_from_another(articles: Iterable[ArticleSummary], sources: Mapping[str, str]) -> list[ArticleSummary]:
    """Those that likely took text from another's article; a later version did not, nor what an outlet prints again.

    `sources` holds the source of each article by its id.
    """
    taken = [article for article in articles if article.parent and article.relation != "version"]
    return [article for article in taken if not article.source or sources.get(article.parent) != article.source]


def flows_of(stories: Iterable[StorySummary], sources: Mapping[str, str]) -> tuple[Flow, ...]:
    """All flows, the largest first. `sources` holds the source of each article by its id."""
    articles: dict[tuple[str, str], list[ArticleSummary]] = {}
    for story in stories:
        for article in taken_from_another(story.articles, sources):
            giver = sources.get(article.parent, "")
            if giver and article.source:
                articles.setdefault((giver, article.source), []).append(article)
    flows = [
        Flow(giver=giver, taker=taker, articles=tuple(sorted(copies, key=lambda article: article.id)))
        for (giver, taker), copies in articles.items()
    ]
    return tuple(sorted(flows, key=lambda flow: (-len(flow.articles), flow.giver, flow.taker)))


def kept_by_half(articles: Iterable[ArticleSummary]) -> float | None:
    """The share of the other text's words that at least half of the copies kept; None where no share is known."""
    kept = [article.kept for article in articles if article.kept is not None]
    return median_high(kept) if kept else None


def delay_of_half(articles: Iterable[ArticleSummary]) -> int | None:
    """Minutes within which at least half of the copies appeared whose hours are known; None where none are."""
    delays = delays_of(articles)
    return median_low(delays) if delays else None


def delays_of(articles: Iterable[ArticleSummary]) -> list[int]:
    """Minutes after the other text, of the copies of which both hours are known."""
    return [article.habits.delay for article in articles if article.habits and article.habits.delay is not None]


def credit_of(articles: Iterable[ArticleSummary]) -> tuple[int, int] | None:
    """How many name the outlet they were likely taken from, and of how many that can be told; None for none.

    Of the others it cannot be told: a part of the text is missing, or it took a part of another.
    """
    judged = [article for article in articles if article.credits_parent or article.silent]
    return (sum(article.credits_parent for article in judged), len(judged)) if judged else None


def share_cell(site: Site, articles: Sequence[ArticleSummary]) -> str:
    """What at least half of the copies kept."""
    kept = kept_by_half(articles)
    return NOTHING if kept is None else site.catalogue.percent(kept)


def delay_cell(site: Site, articles: Sequence[ArticleSummary]) -> str:
    """Within which at least half of the copies appeared."""
    delay = delay_of_half(articles)
    return NOTHING if delay is None else duration(delay, site.frame.language, short=True)


def credit_cell(site: Site, articles: Sequence[ArticleSummary]) -> str:
    """How many name the outlet, of those of which it can be told."""
    credit = credit_of(articles)
    return NOTHING if credit is None else number_of(site.catalogue, *credit)


def flow_line(site: Site, flow: Flow) -> FlowLine:
    """A flow as a row of a table."""
    latest = max(flow.articles, key=lambda article: article.published.order if article.published else ("", ""))
    return FlowLine(
        giver=source_link(site, site.sources[flow.giver]),
        taker=source_link(site, site.sources[flow.taker]),
        articles=len(flow.articles),
        kept=share_cell(site, flow.articles),
        delay=delay_cell(site, flow.articles),
        credited=credit_cell(site, flow.articles),
        latest=summary_link(site, latest),
    )


def summary_link(site: Site, article: ArticleSummary, *, anchor: str = "") -> TextLink:
    """An article by its headline."""
    label = in_language(article.title, article.language, site.frame.language)
    return TextLink(label=label, href=f"{href(site.frame.root, article.url)}{anchor}")
