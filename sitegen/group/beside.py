"""How alike two texts are beside the passages that they share: two essays that quote one charter talk about two things.

Asked where nothing but words says whether two texts report one event: where a day is not known, and within one outlet,
whose stock tails stand under everything. Two outlets that quote one statement on one day report what was said there.
"""

from collections.abc import Container, Iterable, Mapping, Sequence

from sitegen.group.likeness import dot
from sitegen.group.reports import Reports
from sitegen.group.textwords import WordReader
from sitegen.model import Span


def likeness_beside_passages(
    reports: Reports,
    families: Iterable[frozenset[str]],
    passages: Mapping[tuple[str, str], Sequence[tuple[Span, Span]]],
    stock: Container[tuple[str, str]] = (),
) -> dict[tuple[int, int], float]:
    """Of pairs that share passages and are no copies of one text, how alike they are by their other words.

    Pairs of `stock` share nothing but stock text, whatever their days and outlets are.
    """
    index = {article.id: place for place, article in enumerate(reports.articles)}
    family_of = {member: number for number, family in enumerate(families) for member in family}
    asked = {
        (index[article], index[partner]): shared
        for (article, partner), shared in passages.items()
        if family_of[article] != family_of[partner]
        and ((article, partner) in stock or _is_asked(reports, index[article], index[partner]))
    }
    alike = {}
    reader = WordReader(reports, asked)
    for left, right in asked:
        left_rest, right_rest = reader.beside((left, right))
        alike[left, right] = dot(reader.weights_of(left, left_rest), reader.weights_of(right, right_rest))
    return alike


def _is_asked(reports: Reports, left: int, right: int) -> bool:
    """Whether no two days and no two outlets say that what both quote was said at one event."""
    is_undated = reports.days[left] is None or reports.days[right] is None
    source = reports.articles[left].source
    return is_undated or (bool(source) and source == reports.articles[right].source)
