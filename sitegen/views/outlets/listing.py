"""Lays out the list of outlets, in the order of their names and of what the columns count, and who takes from whom.

Each order has pages of its own, so that a list is sorted without a script; a short list has one order.
"""

import math
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from sitegen.model import ArticleSummary, Source, StorySummary
from sitegen.text.catalogues import marked
from sitegen.views.addresses import href, sources_path
from sitegen.views.common import Site, language_label, make_head, number_of, source_link
from sitegen.views.outlets.drawing import draw_archive
from sitegen.views.outlets.flows import (
    LISTED_FLOWS,
    NOTHING,
    Flow,
    credit_cell,
    credit_of,
    delay_cell,
    delay_of_half,
    flow_line,
    flows_of,
    kept_by_half,
    share_cell,
    taken_from_another,
)
from sitegen.views.outlets.page import Held, source_kind
from sitegen.views.pages import Page, PageLinks, SortedColumn, SourceLine, SourcesView
from sitegen.views.site import from_known_outlets

_SORTED_FROM = 6
"""Outlets from which the list has other orders than that of their names."""

SOURCES_A_PAGE = 45
"""Outlets on a page: with the flows of the first page some 1,330 elements."""

Rank = tuple[bool, float]
"""What an outlet is sorted by: those of which nothing is known last, then the number."""


@dataclass(frozen=True, kw_only=True)
class OutletList:
    """All outlets with what the list says of each."""

    sources: tuple[Source, ...]
    """In the order of their names."""
    held: Held
    source_of: Mapping[str, str]
    """The source of each article, by its id."""
    stories: Sequence[StorySummary]

    @cached_property
    def flows(self) -> tuple[Flow, ...]:
        """Who takes from whom, the largest first."""
        return flows_of(self.stories, self.source_of)

    @cached_property
    def given_counts(self) -> Mapping[str, int]:
        """How many articles of others were likely taken from each."""
        counts: Counter[str] = Counter()
        for flow in self.flows:
            counts[flow.giver] += len(flow.articles)
        return counts

    @cached_property
    def _taken(self) -> Mapping[str, list[ArticleSummary]]:
        """Asked of every outlet for each order of the list."""
        return {source: taken_from_another(self.articles_of(source), self.source_of) for source in self.held}

    def articles_of(self, source: str) -> list[ArticleSummary]:
        """The articles of an outlet."""
        return [article for article, _ in self.held.get(source, ())]

    def taken_by(self, source: str) -> list[ArticleSummary]:
        """Those of its articles that were likely taken from another copy."""
        return self._taken.get(source, [])

    def from_others(self, source: str) -> list[ArticleSummary]:
        """Those that were likely taken from another outlet whose name is known."""
        return from_known_outlets(self.taken_by(source), self.source_of)


def _by_articles(outlets: OutletList, source: str) -> Rank:
    return (False, -len(outlets.articles_of(source)))


def _by_taken(outlets: OutletList, source: str) -> Rank:
    return (False, -len(outlets.taken_by(source)))


def _by_credit(outlets: OutletList, source: str) -> Rank:
    credit = credit_of(outlets.from_others(source))
    return (credit is None, -credit[0] / credit[1] if credit else 0)


def _by_kept(outlets: OutletList, source: str) -> Rank:
    kept = kept_by_half(outlets.from_others(source))
    return (kept is None, -(kept or 0))


def _by_delay(outlets: OutletList, source: str) -> Rank:
    delay = delay_of_half(outlets.from_others(source))
    return (delay is None, delay or 0)


def _by_given(outlets: OutletList, source: str) -> Rank:
    return (False, -outlets.given_counts.get(source, 0))


_ORDERS: Mapping[str, Callable[[OutletList, str], Rank]] = {
    "articles": _by_articles,
    "taken": _by_taken,
    "credited": _by_credit,
    "kept": _by_kept,
    "delay": _by_delay,
    "given": _by_given,
}
"""By the name in the address: how the outlets are sorted."""
_ASCENDING = ("", "delay")
_COLUMNS: tuple[tuple[str | None, str], ...] = (
    ("", marked("Source")),
    (None, marked("Kind")),
    (None, marked("Language")),
    ("articles", marked("Articles")),
    ("taken", marked("Taken")),
    ("credited", marked("Credited")),
    ("kept", marked("Words kept")),
    ("delay", marked("Delay")),
    ("given", marked("Given")),
)
"""The columns, each with its order; None where there is none."""


def orders_of(outlets: OutletList) -> tuple[str, ...]:
    """The orders in which the list is published; the empty one is that of the names."""
    return ("", *_ORDERS) if len(outlets.sources) >= _SORTED_FROM else ("",)


def lists_of(outlets: OutletList) -> tuple[tuple[str, int], ...]:
    """The pages of the list: each order with the numbers of its pages."""
    return tuple((order, number) for order in orders_of(outlets) for number in range(1, _page_count(outlets) + 1))


def _page_count(outlets: OutletList) -> int:
    return max(1, math.ceil(len(outlets.sources) / SOURCES_A_PAGE))


def list_page(site: Site, outlets: OutletList, order: str, number: int) -> Page:
    """A page of the list in one order. Who takes from whom is on the first page alone."""
    catalogue, root, count = site.catalogue, site.frame.root, _page_count(outlets)
    title = catalogue.gettext("Sources")
    if number > 1:
        title = catalogue.gettext("{title}, page {number}", title=title, number=catalogue.number(number))
    lede = catalogue.gettext("Who published what, how much of it was taken from others, and how often they said so.")
    ranked = outlets.sources
    if order:
        rank = _ORDERS[order]
        ranked = tuple(sorted(outlets.sources, key=lambda source: rank(outlets, source.id)))
    shown = ranked[(number - 1) * SOURCES_A_PAGE : number * SOURCES_A_PAGE]
    flows = () if order or number > 1 else outlets.flows
    view = SourcesView(
        # Whatever its order, it is one list, and where it is found is that of the names.
        head=make_head(site, title, lede, sources_path("", 1 if order else number), current="sources"),
        title=title,
        lede=lede,
        columns=tuple(_columns(site, outlets, order)),
        sources=tuple(_line(site, source, outlets) for source in shown),
        drawing=draw_archive(site, flows),
        flows=tuple(flow_line(site, flow) for flow in flows[:LISTED_FLOWS]),
        more_flows=max(0, len(flows) - LISTED_FLOWS),
        paging=PageLinks(
            number=number,
            of=count,
            newer=href(root, sources_path(order, number - 1)) if number > 1 else "",
            older=href(root, sources_path(order, number + 1)) if number < count else "",
        ),
    )
    return Page(url=sources_path(order, number), template="sources.html", view=view)


def _columns(site: Site, outlets: OutletList, order: str) -> list[SortedColumn]:
    published = orders_of(outlets)
    addresses = {name: href(site.frame.root, sources_path(name, 1)) for name in published}
    return [
        SortedColumn(
            label=site.catalogue.gettext(label),
            href="" if name is None or name == order else addresses.get(name, ""),
            sort="" if name != order or len(published) == 1 else "ascending" if name in _ASCENDING else "descending",
            is_number=name in ("articles", "given"),
        )
        for name, label in _COLUMNS
    ]


def _line(site: Site, source: Source, outlets: OutletList) -> SourceLine:
    articles, taken = outlets.articles_of(source.id), outlets.taken_by(source.id)
    from_others = outlets.from_others(source.id)
    return SourceLine(
        name=source_link(site, source),
        kind=source_kind(site, source) or NOTHING,
        language=language_label(site, source.language) if source.language else NOTHING,
        articles=len(articles),
        copied=number_of(site.catalogue, len(taken), len(articles)) if articles else NOTHING,
        credited=credit_cell(site, from_others),
        kept=share_cell(site, from_others),
        delay=delay_cell(site, from_others),
        given_count=outlets.given_counts.get(source.id, 0),
    )
