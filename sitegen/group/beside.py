"""How alike two texts are beside the passages that they share: two essays that quote one charter talk about two things.

Asked where nothing but words says whether two texts report one event: where a day is not known, and within one outlet,
whose stock tails stand under everything. Two outlets that quote one statement on one day report what was said there.
"""

from collections.abc import Iterable, Mapping, Sequence

import numpy as np

from sitegen.group.likeness import common_places
from sitegen.group.reports import Reports
from sitegen.group.textparts import Numbers
from sitegen.model import Span


def likeness_beside_passages(
    reports: Reports,
    families: Iterable[frozenset[str]],
    passages: Mapping[tuple[str, str], Sequence[tuple[Span, Span]]],
) -> dict[tuple[int, int], float]:
    """Of pairs that share passages and are no copies of one text, how alike they are by their other words."""
    index = {article.id: place for place, article in enumerate(reports.articles)}
    family_of = {member: number for number, family in enumerate(families) for member in family}
    alike = {}
    for (article, other), shared in passages.items():
        left, right = index[article], index[other]
        if family_of[article] != family_of[other] and _is_asked(reports, left, right):
            spans = [span for span, _ in shared], [span for _, span in shared]
            others = [
                reports.printer.parts(reports.articles[place], own).outside
                for place, own in zip((left, right), spans, strict=True)
            ]
            alike[left, right] = _likeness_by(reports, (left, right), others)
    return alike


def _is_asked(reports: Reports, left: int, right: int) -> bool:
    """Whether no two days and no two outlets say that what both quote was said at one event."""
    is_undated = reports.days[left] is None or reports.days[right] is None
    source = reports.articles[left].source
    return is_undated or (bool(source) and source == reports.articles[right].source)


def _likeness_by(reports: Reports, pair: tuple[int, int], numbers: Sequence[Numbers]) -> float:
    """The likeness of two articles by those of their words alone."""
    vectors = reports.vectors
    rows = [vectors.row(place) for place in pair]
    kept = [np.isin(vectors.words[columns], own) for (columns, _), own in zip(rows, numbers, strict=True)]
    (columns, weights), (others, other_weights) = (
        (columns[own], weights[own].astype(np.float64)) for (columns, weights), own in zip(rows, kept, strict=True)
    )
    places, other_places = common_places(columns, others)
    return float(weights[places] @ other_weights[other_places])
