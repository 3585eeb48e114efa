"""Draws the descent of copies: a lane a branch, columns in order of time, all lines of one kind as one path.

A line leaves its parent, runs along beside the parent's column to the lane of the child, and then to the child: so no
line crosses a mark. Where the page runs from right to left, all is mirrored.
"""

from collections.abc import Iterator, Mapping, Sequence

from sitegen.frozen import dataclass
from sitegen.model import COPIED
from sitegen.text.catalogues import Catalogue
from sitegen.views.common import Site
from sitegen.views.lineage.axis import MARGIN, TimeAxis, time_axis
from sitegen.views.lineage.graph import LineageGraph
from sitegen.views.pages import Text
from sitegen.views.pages.lineage_view import (
    AxisLabel,
    DrawnLines,
    DrawnMarks,
    DrawnName,
    LineageDrawing,
    LineKind,
    MarkKind,
)
from sitegen.views.story_reading import StoryReading

_LANE = 30
"""Pixels from one lane to the next."""
_TOP = 22
_RADIUS = 10
_TRUNKS: Mapping[LineKind, int] = {"copied": 16, "likely": 22, "possible": 0}
"""How far beside its column the line from a parent runs: dashes along a solid line could not be seen."""
_LETTER = 8
"""Width of a letter of a siglum."""
_BELOW = 38
"""Height of the axis and its labels."""
_LEAST_DRAWN = 0.1
"""Probability from which a parent that is not likely has a line: below, a line would say too much."""
_MOST_ALTERNATIVES = 2
_MOST_EQUAL = 4
"""Lines to copies that nothing tells apart; of more there are none."""
_LINE_KINDS: tuple[LineKind, ...] = ("possible", "likely", "copied")
_MARK_KINDS: tuple[MarkKind, ...] = ("copy", "base", "doubt", "unheld")


@dataclass(frozen=True, slots=True)
class _Point:
    x: int
    y: int


def lineage_axis(site: Site, reading: StoryReading, graph: LineageGraph, catalogue: Catalogue) -> TimeAxis:
    """The axis of time of a graph; before it, room for the names of texts that are not held."""
    articles = [reading.articles[copy] for copy in graph.copies]
    indent = _UNHELD_INDENT if any(graph.unheld_of(copy) for copy in graph.roots) else 0
    return time_axis(articles, site.frame.language, catalogue, indent=indent)


def draw_lineage(site: Site, reading: StoryReading, graph: LineageGraph, axis: TimeAxis) -> LineageDrawing:
    """The drawing of a graph on its axis."""
    lanes, names_at = _lanes(graph, axis)
    height = _TOP + _LANE * (max([*lanes.values(), *names_at.values()]) + 1)
    mirror = _Mirror(axis.width, site.frame.dir == "rtl")
    places = {
        copy: _Point(mirror.x(axis.x_of[axis.column_of[copy]]), _TOP + _LANE * lane) for copy, lane in lanes.items()
    }
    roots = {name: _Point(mirror.x(MARGIN), _TOP + _LANE * lane) for name, lane in names_at.items()}
    letters = [letter for copy in graph.copies for letter in _letters(site.sigla[copy], places[copy])]
    return LineageDrawing(
        width=axis.width,
        height=height + _BELOW,
        axis=height,
        columns=mirror.labels(axis.columns),
        spans=mirror.labels(axis.spans),
        borders=" ".join(f"M{mirror.x(x)} 4V{height + _BELOW - 4}" for x in axis.borders),
        lines=tuple(
            DrawnLines(kind=kind, path=path)
            for kind in _LINE_KINDS
            if (path := " ".join(_lines(graph, places, roots, kind, mirror)))
        ),
        marks=tuple(
            DrawnMarks(kind=kind, path=path)
            for kind in _MARK_KINDS
            if (path := " ".join(_marks(reading, graph, places, roots, kind)))
        ),
        letters="".join(letter for letter, _ in letters),
        letters_x=" ".join(str(point.x) for _, point in letters),
        letters_y=" ".join(str(point.y) for _, point in letters),
        names=tuple(
            DrawnName(x=mirror.x(MARGIN + _RADIUS + 5), y=point.y + 4, label=Text(text=name, dir="auto"))
            for name, point in roots.items()
        ),
    )


_UNHELD_INDENT = 190
"""Room for the names of texts that are not held."""


@dataclass(frozen=True, slots=True)
class _Mirror:
    """Turns places that are counted from where reading begins into places from the left."""

    width: int
    is_on: bool

    def x(self, x: int) -> int:
        return self.width - x if self.is_on else x

    def labels(self, labels: Sequence[AxisLabel]) -> tuple[AxisLabel, ...]:
        return tuple(AxisLabel(x=self.x(label.x), label=label.label) for label in labels)

    def forward(self, distance: int) -> int:
        return -distance if self.is_on else distance


def _lanes(graph: LineageGraph, axis: TimeAxis) -> tuple[dict[str, int], dict[str, int]]:
    """The lane of each copy, and of each text that is not held. The first later child goes on in its parent's lane."""
    lanes: dict[str, int] = {}
    names: dict[str, int] = {}
    free = 0
    for root in graph.roots:
        name = graph.unheld_of(root)
        if name and name not in names:
            names[name] = free
        # (copy, lane of its parent where it goes on there), the next to be placed last
        pending: list[tuple[str, int | None]] = [(root, None)]
        while pending:
            copy, lane = pending.pop()
            lanes[copy] = free if lane is None else lane
            free += lane is None
            children = [child for child in graph.children.get(copy, ()) if child not in lanes]
            later = [child for child in children if axis.column_of[child] > axis.column_of[copy]]
            heir = later[0] if later else ""
            pending += [(child, None) for child in reversed(children) if child != heir]
            if heir:
                pending.append((heir, lanes[copy]))
    return lanes, names


def _lines(
    graph: LineageGraph, places: Mapping[str, _Point], roots: Mapping[str, _Point], kind: LineKind, mirror: _Mirror
) -> Iterator[str]:
    for copy in graph.copies:
        edge, parent = graph.edges.get(copy), graph.parent_of(copy)
        if edge is None:
            continue
        trunk = mirror.forward(_TRUNKS[kind])
        if parent and kind == ("copied" if edge.probability >= COPIED else "likely"):
            yield _line(places[parent], places[copy], trunk)
        # Whose text it is that is not held is known by a credit alone, and has no probability.
        if kind == "possible" and (name := graph.unheld_of(copy)):
            yield _line(roots[name], places[copy], trunk)
        if kind == "possible" and edge.probability < COPIED and not graph.unheld_of(copy):
            for guess in possible_parents(graph, copy):
                # Aslant, so that it is seen which line is the likely one where both end in one mark.
                begin, end = places[guess], places[copy]
                yield f"M{begin.x} {begin.y}L{end.x} {end.y}"


def possible_parents(graph: LineageGraph, copy: str) -> tuple[str, ...]:
    """The copies that may be its parent and are not likely, the likeliest first: those that have a line."""
    edge = graph.edges[copy]
    if edge.one_of:
        # Lines to some of them would say that it was none of the others.
        held = tuple(parent for parent in edge.one_of if parent in graph.copies)
        return held if len(held) == len(edge.one_of) <= _MOST_EQUAL else ()
    guesses = [] if graph.parent_of(copy) else [(edge.parent, edge.probability)]
    guesses += [(guess.parent, guess.probability) for guess in edge.alternatives]
    return tuple(parent for parent, probability in guesses if probability >= _LEAST_DRAWN and parent in graph.copies)[
        :_MOST_ALTERNATIVES
    ]


def _line(begin: _Point, end: _Point, trunk: int) -> str:
    if begin.y == end.y:
        return f"M{begin.x} {begin.y}H{end.x}"
    return f"M{begin.x} {begin.y}h{trunk}V{end.y}H{end.x}"


def _marks(
    reading: StoryReading,
    graph: LineageGraph,
    places: Mapping[str, _Point],
    roots: Mapping[str, _Point],
    kind: MarkKind,
) -> Iterator[str]:
    if kind == "unheld":
        for point in roots.values():
            yield f"M{point.x - 7} {point.y - 7}h14v14h-14z"
        return
    bases = {family.base for family in reading.story.families if len(family.copies) > 1}
    for copy in graph.copies:
        mark = "doubt" if graph.is_in_doubt(copy) else "base" if copy in bases else "copy"
        if mark == kind:
            point = places[copy]
            arc = f"a{_RADIUS} {_RADIUS} 0 1 0"
            yield f"M{point.x - _RADIUS} {point.y}{arc} {2 * _RADIUS} 0{arc} {-2 * _RADIUS} 0z"


def _letters(siglum: str, place: _Point) -> Iterator[tuple[str, _Point]]:
    """Each letter of a siglum with its middle, so that all sigla are one element."""
    begin = place.x - _LETTER * (len(siglum) - 1) // 2
    for index, letter in enumerate(siglum):
        yield letter, _Point(begin + _LETTER * index, place.y + 4)
