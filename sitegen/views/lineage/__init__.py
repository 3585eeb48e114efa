"""Who took a text from whom, and when: one drawing on an axis of time, and a list beside it that says the same."""

from collections.abc import Iterator

from sitegen.model import COPIED, LIKELY
from sitegen.text.catalogues import Catalogue
from sitegen.views.common import Site
from sitegen.views.lineage.axis import TimeAxis
from sitegen.views.lineage.drawing import draw_lineage, lineage_axis
from sitegen.views.lineage.graph import LineageGraph, lineage_graph
from sitegen.views.lineage.listing import lineage_groups
from sitegen.views.pages.lineage_view import LineageDrawing, LineagePart
from sitegen.views.story_reading import StoryReading

__all__ = ["lineage_part"]


_FEW_GROUPS = 3
"""Lists that are shown whole; of more, one fewer is, and the others are unfolded by a reader."""


def lineage_part(site: Site, reading: StoryReading) -> LineagePart | None:
    """Descent and time of a story's copies; None where nothing was taken from anything."""
    graph = lineage_graph(reading)
    if graph is None:
        return None
    catalogue = site.catalogue
    axis = lineage_axis(site, reading, graph, catalogue)
    drawing = draw_lineage(site, reading, graph, axis)
    groups = lineage_groups(site, reading, graph, catalogue)
    unfolded = len(groups) if len(groups) <= _FEW_GROUPS else _FEW_GROUPS - 1
    return LineagePart(
        drawing=drawing,
        groups=groups,
        unfolded=unfolded,
        folded=sum(len(group.entries) for group in groups[unfolded:]),
        notes=tuple(_notes(graph, axis, drawing, catalogue)),
    )


def _notes(graph: LineageGraph, axis: TimeAxis, drawing: LineageDrawing, catalogue: Catalogue) -> Iterator[str]:
    """How the drawing is to be read, as far as it has what is explained, and what it leaves out."""
    kinds = {lines.kind for lines in drawing.lines}
    if axis.is_hourly:
        yield catalogue.gettext("In order of time, not to scale; hours are UTC.")
    else:
        yield catalogue.gettext("In order of time, not to scale.")
    if axis.has_days_alone:
        yield catalogue.gettext("A copy without an hour may have appeared before or after the others of its day.")
    if kinds:
        yield catalogue.gettext(
            "A percentage says how probable it is, by words, days and credits, that a copy was taken from there; it "
            "leads to the reasons."
        )
    if "copied" in kinds:
        yield catalogue.gettext("Solid line: at least {share}.", share=catalogue.percent(COPIED))
    if "likely" in kinds:
        yield catalogue.gettext("Dashed line: at least {share}.", share=catalogue.percent(LIKELY))
    if "possible" in kinds:
        yield catalogue.gettext("Dotted line: possible, and less likely.")
    if graph.omitted:
        yield catalogue.ngettext(
            "{count} further copy is not drawn.", "{count} further copies are not drawn.", graph.omitted
        )
