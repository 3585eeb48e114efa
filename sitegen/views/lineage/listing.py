"""The list beside the drawing of descent: the same in words; copies of which the same is said are together."""

from collections.abc import Iterator

from sitegen.model import COPIED, LIKELY, Article, Edge
from sitegen.text.catalogues import Catalogue
from sitegen.text.languages import long_date
from sitegen.views.addresses import article_path, href
from sitegen.views.common import Site, article_link, spoken_name
from sitegen.views.descent import one_of_names, probability_in_words
from sitegen.views.lineage.drawing import possible_parents
from sitegen.views.lineage.graph import LineageGraph
from sitegen.views.names import is_by_siglum
from sitegen.views.pages.lineage_view import LineageEntry, LineageGroup
from sitegen.views.story_reading import StoryReading


def lineage_groups(
    site: Site, reading: StoryReading, graph: LineageGraph, catalogue: Catalogue
) -> tuple[LineageGroup, ...]:
    """First what was taken from none, then what was taken for sure, what likely, and what cannot be determined."""
    members: dict[str, list[str]] = {}
    for copy in graph.copies:
        members.setdefault(_heading(site, reading, graph, copy, catalogue), []).append(copy)
    ordered = sorted(members.items(), key=lambda group: _rank(graph, group[1][0]))
    return tuple(
        LineageGroup(heading=heading, entries=tuple(_entry(site, reading, graph, copy, catalogue) for copy in copies))
        for heading, copies in ordered
    )


def _rank(graph: LineageGraph, copy: str) -> int:
    edge = graph.edges.get(copy)
    if edge and edge.one_of:
        return 2
    if graph.is_in_doubt(copy):
        return 3
    if graph.parent_of(copy):
        return 1 if edge and edge.probability >= COPIED else 2
    return 2 if graph.unheld_of(copy) else 0


def _heading(site: Site, reading: StoryReading, graph: LineageGraph, copy: str, catalogue: Catalogue) -> str:
    edge, parent = graph.edges.get(copy), graph.parent_of(copy)
    if edge and parent:
        return _of_parent(site, reading, edge, catalogue)
    if copy in graph.in_doubt:
        return catalogue.gettext("In another language; whether it is a translation cannot be determined")
    if edge is None or edge.none_held >= LIKELY:
        if edge and edge.unheld:
            name = catalogue.isolated(edge.unheld)
            # Translators: heading over the copies of which it is true; {name} is an outlet that they name.
            return catalogue.gettext("Crediting {name}, whose text the archive does not hold", name=name)
        return catalogue.gettext("Likely not taken from another of these copies")
    if edge.likely_parent:
        return _of_parent(site, reading, edge, catalogue)
    if edge.one_of:
        names = one_of_names(site, reading, edge.one_of)
        # Translators: heading over copies that were taken from one of {names}, which are outlets: "A or B".
        return (
            catalogue.gettext("Copied from {names}; from which cannot be determined", names=names)
            if edge.together >= COPIED
            else catalogue.gettext("Likely from {names}; from which cannot be determined", names=names)
        )
    if edge.has_parent:
        return catalogue.gettext("Likely taken from one of these copies; from which cannot be determined")
    if edge.is_dated:
        return catalogue.gettext("Who took it from whom cannot be determined")
    return catalogue.gettext("Which came first cannot be determined")


def _of_parent(site: Site, reading: StoryReading, edge: Edge, catalogue: Catalogue) -> str:
    name = spoken_name(site, reading.articles[edge.likely_parent])
    relation, is_sure = reading.standings[edge.child].relation, edge.probability >= COPIED
    if relation == "version":
        # Translators: heading over the versions of one copy that its outlet published later; {name} is the earlier one.
        return catalogue.gettext("Later version of {name}", name=name)
    if relation == "translated":
        if is_sure:
            return catalogue.gettext("Translated or closely rewritten from {name}", name=name)
        return catalogue.gettext("Likely translated or closely rewritten from {name}", name=name)
    if not reading.standings[edge.child].carries:
        # Translators: heading over articles that took a part of the text of an outlet, {name}.
        if is_sure:
            return catalogue.gettext("Part of the text taken from {name}", name=name)
        return catalogue.gettext("Part of the text likely taken from {name}", name=name)
    return (
        catalogue.gettext("Copied from {name}", name=name)
        if is_sure
        else catalogue.gettext("Likely from {name}", name=name)
    )


def _entry(site: Site, reading: StoryReading, graph: LineageGraph, copy: str, catalogue: Catalogue) -> LineageEntry:
    article, edge = reading.articles[copy], graph.edges.get(copy)
    page = href(site.frame.root, article_path(copy))
    return LineageEntry(
        siglum="" if is_by_siglum(article) else site.sigla[copy],
        article=article_link(site, article),
        when=_when(site, article, catalogue),
        share=probability_in_words(edge, catalogue) if edge and (graph.parent_of(copy) or edge.one_of) else "",
        reasons=f"{page}#descent" if edge and edge.evidence and reading.standings[copy].against else "",
        notes=tuple(_notes(site, reading, graph, copy, catalogue)),
    )


def _when(site: Site, article: Article, catalogue: Catalogue) -> str:
    if article.published is None:
        return catalogue.gettext("day not known")
    date = long_date(article.published, site.frame.language)
    return catalogue.gettext("{date} (inferred)", date=date) if "published" in article.inferred else date


def _notes(site: Site, reading: StoryReading, graph: LineageGraph, copy: str, catalogue: Catalogue) -> Iterator[str]:
    edge = graph.edges.get(copy)
    if edge and edge.probability < COPIED and not edge.one_of and not graph.unheld_of(copy):
        probabilities = {edge.parent: edge.probability}
        probabilities |= {guess.parent: guess.probability for guess in edge.alternatives}
        guesses = [
            # Translators: in a list of whom a copy may have been taken from: an outlet, and how probable that is.
            catalogue.gettext(
                "{name} ({share})",
                name=spoken_name(site, reading.articles[parent]),
                share=catalogue.percent(probabilities[parent]),
            )
            for parent in possible_parents(graph, copy)
        ]
        if guesses and graph.parent_of(copy):
            # Translators: a copy was likely taken from another, or else from one of {names}, each with its probability.
            yield catalogue.gettext("or else from {names}", names=catalogue.alternatives(guesses))
        elif guesses:
            yield catalogue.gettext("perhaps from {names}", names=catalogue.alternatives(guesses))
    if more := graph.joined.get(copy, 0):
        yield catalogue.ngettext(
            "and {count} more copy with the same text", "and {count} more copies with the same text", more
        )
