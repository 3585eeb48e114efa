"""What the pages of outlets receive: who takes from whom, what a copy lacks and exchanges, and the list of all."""

from typing import Literal

from sitegen.frozen import dataclass
from sitegen.views.pages.parts import FactLine, Figure, Head, PageLinks, Text, TextLink


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceArticle:
    """An article on its source's page."""

    article: TextLink
    story: TextLink
    when: str
    standing: str
    """`cut, from Northern Wire`, `independent`, ..."""
    share: str
    """`83 % of 371 words`, or empty."""


@dataclass(frozen=True, slots=True, kw_only=True)
class YearPart:
    """A source's articles of one year."""

    id: str
    """Fragment: `y2031`, or `undated`."""
    label: str
    articles: tuple[SourceArticle, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class FlowLine:
    """Articles that one outlet likely took from another; each cell is `–` where nothing is known."""

    giver: TextLink
    taker: TextLink
    articles: int
    kept: str
    """Share of the other text's words that at least half of the copies kept."""
    delay: str
    """Within which at least half of the copies appeared whose hours are known."""
    credited: str
    """`2 of 3` name the outlet, of those of which it can be told."""
    latest: TextLink
    """The latest of the copies, leading to its page."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FlowBand:
    """Articles that went from one outlet to another, as drawn."""

    path: str
    width: int
    """Pixels."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FlowDrawing:
    """Outlets in two columns, and a band from each to those that took from it, as wide as the articles are many."""

    before: tuple[Text, ...]
    """Those who give, a line each around the middle of the drawing; or the one outlet that all took from."""
    after: tuple[Text, ...]
    """Those who take; or the one outlet that took from all."""
    middle: Text | None
    """The outlet that all bands pass through; None where it is in a column, or where there is none."""
    rows: int
    """Lines of the longer column."""
    width: int
    """Units of the paths, as `height`: the style sheet says how large they are."""
    height: int
    bands: tuple[FlowBand, ...]
    marks: str
    """Path of all outlets' marks."""
    more: int
    """Flows that are not drawn, for lack of room."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LossLine:
    """What of one kind is not in the copies of an outlet."""

    label: str
    """`Denials`"""
    lost: str
    """`2 of 3`"""
    share: str
    """Empty where they are few."""
    examples: tuple[TextLink, ...]
    """Copies that lack some of it, each leading to where its page shows that."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ExchangeLine:
    """Words that an outlet's copies have in the place of others."""

    before: Text
    after: Text
    count: str
    """`14 times, in 5 articles`"""
    example: TextLink
    """The latest of these articles, leading to where it is read beside the other text."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceView:
    """`/sources/<source>/`"""

    head: Head
    name: Text
    kicker: str
    lede: str
    """Its habits in a sentence."""
    figures: tuple[Figure, ...]
    drawing: FlowDrawing | None
    """Outlets it takes from, itself, outlets that take from it; None where it neither takes nor gives."""
    givers: tuple[FlowLine, ...]
    """Outlets that it takes from."""
    more_givers: int
    """How many are not listed."""
    takers: tuple[FlowLine, ...]
    more_takers: int
    pace: str
    """How soon its copies appear, in a sentence; empty where no hour is known."""
    losses: tuple[LossLine, ...]
    exchanges: tuple[ExchangeLine, ...]
    facts: tuple[FactLine, ...]
    notes: str
    """Sanitised HTML; may be empty."""
    years: tuple[YearPart, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceLine:
    """A source in the list of sources; each cell is `–` where there is nothing to say."""

    name: TextLink
    kind: str
    language: str
    articles: int
    copied: str
    """`4 of 6`: how many were likely taken from another copy"""
    credited: str
    """`1 of 4`: how many of these name the outlet"""
    kept: str
    """Share of the other text's words that at least half of its copies kept."""
    delay: str
    """Within which at least half of its copies appeared whose hours are known."""
    given_count: int
    """How many articles of other outlets were likely taken from it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SortedColumn:
    """A heading of the list of sources."""

    label: str
    href: str
    """The same list in the order of this column; empty where it is in this order, or where there is no such list."""
    sort: Literal["", "ascending", "descending"]
    """How the list is sorted by it; empty where it is sorted by another."""
    is_number: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class SourcesView:
    """`/sources/`, its further pages, and the same list in other orders."""

    head: Head
    title: str
    lede: str
    columns: tuple[SortedColumn, ...]
    sources: tuple[SourceLine, ...]
    drawing: FlowDrawing | None
    """Who takes from whom; None where nobody does, and where the list is in another order."""
    flows: tuple[FlowLine, ...]
    more_flows: int
    """How many are not listed."""
    paging: PageLinks
