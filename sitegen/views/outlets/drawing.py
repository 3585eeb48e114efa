"""Draws who takes from whom: outlets in columns, and a band from each to those that took from it.

A band is as wide as the articles are many, up to a bound. Where the page runs from right to left, all is mirrored.
"""

from collections.abc import Sequence

from sitegen.frozen import dataclass
from sitegen.views.common import Site, shortened, source_name
from sitegen.views.outlets.flows import Flow
from sitegen.views.pages import FlowBand, FlowDrawing, FlowName, Text

_MOST_FLOWS = 24
_NAME = 170
"""Pixels for a name at the side of the drawing ..."""
_CHARACTERS = 22
"""... and the characters that fit there."""
_GAP = 150
"""Pixels between two columns."""
_LINE = 30
_TOP = 16
_MARK = 4
_WIDEST = 18
"""Pixels of the widest band; one article is drawn with `_THINNEST`."""
_THINNEST = 2


@dataclass(frozen=True, slots=True)
class _MarkPlace:
    x: int
    y: int


def draw_source(site: Site, source: str, flows: Sequence[Flow]) -> FlowDrawing | None:
    """One outlet in the middle, those it takes from on one side, those that take from it on the other."""
    touching = [flow for flow in flows if source in (flow.giver, flow.taker)]
    return _draw(site, touching, middle=source) if touching else None


def draw_archive(site: Site, flows: Sequence[Flow]) -> FlowDrawing | None:
    """Those who give on one side, those who take on the other; who does both is on both."""
    return _draw(site, flows, middle="") if flows else None


def _draw(site: Site, flows: Sequence[Flow], *, middle: str) -> FlowDrawing:
    drawn = flows[:_MOST_FLOWS]
    givers = list(dict.fromkeys(flow.giver for flow in drawn if flow.giver != middle))
    takers = list(dict.fromkeys(flow.taker for flow in drawn if flow.taker != middle))
    gaps = 2 if middle and givers and takers else 1
    height = 2 * _TOP + _LINE * (max(len(givers), len(takers), 1) - 1)
    width = 2 * _NAME + gaps * _GAP
    mirror = site.frame.dir == "rtl"

    def place(x: int, y: int) -> _MarkPlace:
        return _MarkPlace(width - x if mirror else x, y)

    left = {source: place(_NAME, y) for source, y in zip(givers, _lines(len(givers), height), strict=True)}
    right = {source: place(width - _NAME, y) for source, y in zip(takers, _lines(len(takers), height), strict=True)}
    centre = {middle: place(_NAME + _GAP if givers else _NAME, height // 2)} if middle else {}
    most = max(len(flow.articles) for flow in drawn)
    bands = tuple(
        FlowBand(
            path=_band({**left, **centre}[flow.giver], {**right, **centre}[flow.taker]),
            width=_width(len(flow.articles), most),
        )
        for flow in drawn
    )
    # At an end of the drawing its name is outside, as those of the others are.
    is_middle_before = mirror == bool(givers)
    places = [*left.values(), *centre.values(), *right.values()]
    names = [
        *(_name(site, source, point, is_before=not mirror) for source, point in left.items()),
        *(_name(site, source, point, is_before=mirror) for source, point in right.items()),
        *(
            _name_below(site, source, point) if gaps == 2 else _name(site, source, point, is_before=is_middle_before)
            for source, point in centre.items()
        ),
    ]
    return FlowDrawing(
        width=width,
        height=height + (_LINE if gaps == 2 else 0),
        bands=bands,
        marks=" ".join(f"M{point.x - _MARK} {point.y - 9}h{2 * _MARK}v18h{-2 * _MARK}z" for point in places),
        names=tuple(names),
        more=len(flows) - len(drawn),
    )


def _lines(count: int, height: int) -> list[int]:
    """The heights of the outlets of a column, around its middle."""
    first = (height - _LINE * (count - 1)) // 2
    return [first + _LINE * line for line in range(count)]


def _width(articles: int, most: int) -> int:
    """Linear up to the largest flow, so that twice the articles are twice as wide where there is room."""
    step = min(_THINNEST, _WIDEST / most)
    return max(1, round(step * articles))


def _band(begin: _MarkPlace, end: _MarkPlace) -> str:
    between = (begin.x + end.x) // 2
    return f"M{begin.x} {begin.y}C{between} {begin.y} {between} {end.y} {end.x} {end.y}"


def _label(site: Site, source: str) -> Text:
    name = source_name(site, site.sources[source])
    return Text(text=shortened(name.text, _CHARACTERS), lang=name.lang, dir=name.dir)


def _name(site: Site, source: str, point: _MarkPlace, *, is_before: bool) -> FlowName:
    """`is_before` where the name is at the left of the mark."""
    beside = -3 * _MARK if is_before else 3 * _MARK
    return FlowName(
        x=point.x + beside, y=point.y + 4, label=_label(site, source), anchor="end" if is_before else "start"
    )


def _name_below(site: Site, source: str, point: _MarkPlace) -> FlowName:
    return FlowName(x=point.x, y=point.y + 26, label=_label(site, source), anchor="middle")
