"""Draws who takes from whom: outlets in two columns, and a band from each to those that took from it.

A band is as wide as the articles are many, up to a bound. Names are the page's own text, so that they wrap, have their
language and direction, and fit a telephone; only what stands between them is drawn, and stretches with the page. Where
the page runs from right to left the style sheet mirrors it.
"""

from collections.abc import Sequence

from sitegen.frozen import dataclass
from sitegen.views.common import Site, source_name
from sitegen.views.outlets.flows import Flow
from sitegen.views.pages import FlowBand, FlowDrawing

_MOST_FLOWS = 24
_WIDTH = 100
"""Units from column to column, whatever they measure."""
_LINE = 40
"""Units for an outlet, which has two lines of letters."""
_MARK = 9
"""Units from the middle of a mark to its ends."""
_WIDEST = 18
"""Pixels of the widest band; one article is drawn with `_THINNEST`."""
_THINNEST = 2


@dataclass(frozen=True, slots=True)
class _MarkPlace:
    x: int
    y: int


def draw_source(site: Site, source: str, flows: Sequence[Flow]) -> FlowDrawing | None:
    """One outlet in the middle, those it takes from before it, those that take from it after it."""
    touching = [flow for flow in flows if source in (flow.giver, flow.taker)]
    return _draw(site, touching, middle=source) if touching else None


def draw_archive(site: Site, flows: Sequence[Flow]) -> FlowDrawing | None:
    """Those who give before those who take; who does both is on both sides."""
    return _draw(site, flows, middle="") if flows else None


def _draw(site: Site, flows: Sequence[Flow], *, middle: str) -> FlowDrawing:
    drawn = flows[:_MOST_FLOWS]
    givers = list(dict.fromkeys(flow.giver for flow in drawn if flow.giver != middle))
    takers = list(dict.fromkeys(flow.taker for flow in drawn if flow.taker != middle))
    has_both = bool(givers and takers)
    before, after = givers or [middle], takers or [middle]
    rows = max(len(before), len(after))
    starts, ends = _places(before, 0, rows), _places(after, _WIDTH, rows)
    centre = {middle: _MarkPlace(_WIDTH // 2, _LINE * rows // 2)} if middle and has_both else {}
    most = max(len(flow.articles) for flow in drawn)
    return FlowDrawing(
        before=tuple(source_name(site, site.sources[source]) for source in before),
        after=tuple(source_name(site, site.sources[source]) for source in after),
        middle=source_name(site, site.sources[middle]) if centre else None,
        rows=rows,
        width=_WIDTH,
        height=_LINE * rows,
        bands=tuple(
            FlowBand(
                path=_band((starts | centre)[flow.giver], (ends | centre)[flow.taker]),
                width=_width(len(flow.articles), most),
            )
            for flow in drawn
        ),
        marks="".join(
            f"M{place.x} {place.y - _MARK}v{2 * _MARK}"
            for places in (starts, centre, ends)
            for place in places.values()
        ),
        more=len(flows) - len(drawn),
    )


def _places(outlets: Sequence[str], x: int, rows: int) -> dict[str, _MarkPlace]:
    """The places of a column's outlets, around its middle."""
    first = _LINE * (rows - len(outlets)) // 2 + _LINE // 2
    return {outlet: _MarkPlace(x, first + _LINE * line) for line, outlet in enumerate(outlets)}


def _width(articles: int, most: int) -> int:
    """Linear up to the largest flow, so that twice the articles are twice as wide where there is room."""
    step = min(_THINNEST, _WIDEST / most)
    return max(1, round(step * articles))


def _band(begin: _MarkPlace, end: _MarkPlace) -> str:
    between = (begin.x + end.x) // 2
    return f"M{begin.x} {begin.y}C{between} {begin.y} {between} {end.y} {end.x} {end.y}"
