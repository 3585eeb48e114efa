"""Whether an article is a translation of a copy in another language: figures, names and places in one order.

An independent report of the same news shares names with it, in an order of its own. How surprising the order is, is
measured against chance: of n things in random order, the longest run that rises in both texts is 2 * sqrt(n) - 1.77 *
n^(1/6) long, give or take .9 * n^(1/6) (Baik, Deift and Johansson 1999). Knows no archive: what is rare is not asked.
"""

from collections.abc import Mapping
from functools import cached_property

from sitegen.align.anchors import anchors
from sitegen.align.credited import plain_name
from sitegen.align.sequence import FIGURES_BESIDE, NAMES_BESIDE, in_order, positions, together
from sitegen.findings.descent.arborescences import exponential
from sitegen.findings.descent.dating import order_of
from sitegen.findings.descent.naming import names_outlet
from sitegen.frozen import dataclass
from sitegen.model import LIKELY, Article, Edge, EdgeEvidence, ParentGuess, Source, Story
from sitegen.text.languages import is_one_language

_READ = 4_000
"""Characters of each text that are looked at."""
_FEWEST = 6
"""Things in both texts from which their order says anything."""
_HALF, _SLOPE = 3.0, 1.8
"""Standard deviations beyond chance at which a translation is as likely as not, and how fast that grows: of 66 graded
pairs of reports in two languages that have enough in common, 2 are beyond (languages/pairs-dev)."""
_CREDIT = 0.7
"""Deviations that a credit counts: the article names the copy's outlet, or both name one that is not held."""

_SHORTEST, _LONGEST = 0.25, 4.0
"""Lengths beside each other between which a text may be the translation of the other, or of a part of it."""
_ALONE = 0.9
"""Probability that of a text that stands alone in its language, and a text of which there are copies, the former was
translated; it is what editors do, and nothing in the texts tells."""
_EITHER = 0.5
_REFERENCES = 12
"""Copies that an article is held against: the bases and first copies of the largest families."""
_HELD_AGAINST = 60
"""Articles of one story that are looked at, so that a story of thousands stays linear."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SharedOrder:
    """What two texts in different languages share, and in which order."""

    placed: int
    """Figures and names that both have and whose place is known; names that stand together are one."""
    ordered: int
    """How many of them can be read in one order in both."""

    @property
    def beyond_chance(self) -> float:
        """Standard deviations by which that is more than chance; 0 where there are too few of them."""
        if self.placed < _FEWEST:
            return 0.0
        sixth = float(self.placed ** (1 / 6))
        return (self.ordered - 2 * float(self.placed**0.5) + 1.77 * sixth) / (0.9 * sixth)


class Reference:
    """A text as it is asked for what it shares with texts in other languages."""

    def __init__(self, article: Article) -> None:
        self.article = article

    @cached_property
    def text(self) -> str:
        """The beginning of its body."""
        return "\n".join(block.text for block in self.article.body)[:_READ]

    @cached_property
    def names(self) -> frozenset[str]:
        """Its figures and names; a place or a day is in every report of an affair."""
        weighing = anchors(self.text, self.article.language)
        return frozenset(name for name in weighing if name.partition(" ")[0] not in ("place", "d", "credit", "money"))

    @cached_property
    def places(self) -> Mapping[str, int]:
        """Where each of them first stands."""
        return positions(self.text)


def shared_order(left: Reference, right: Reference) -> SharedOrder:
    """What two texts share."""
    places = {
        name: (left.places[name], right.places[name])
        for name in sorted(left.names & right.names)
        if name in left.places and name in right.places
    }
    groups: list[tuple[int, int]] = []
    for figures, beside in ((False, NAMES_BESIDE), (True, FIGURES_BESIDE)):
        names = [name for name in places if (" " not in name) is figures]
        groups += [places[names[group[0]]] for group in together([places[name] for name in names], beside)]
    return SharedOrder(placed=len(groups), ordered=in_order(groups))


def translations_in(story: Story, articles: Mapping[str, Article], sources: Mapping[str, Source]) -> tuple[Edge, ...]:
    """The edges of articles that are alone in their family and likely translate a copy in another language."""
    alone = [family.base for family in story.families if len(family.copies) == 1][:_HELD_AGAINST]
    families = sorted(story.families, key=lambda family: -len(family.copies))
    chosen = [copy for family in families for copy in (family.base, *family.copies[:3])]
    references = {copy: Reference(articles[copy]) for copy in list(dict.fromkeys(chosen))[:_REFERENCES]}
    copies = {copy: len(family.copies) for family in families for copy in family.copies}
    edges = []
    for child in alone:
        if articles[child].translation_of or articles[child].wall:
            continue
        candidates = [
            copy for copy in references if copy != child and _in_two_languages(articles[copy], articles[child])
        ]
        if candidates:
            edges.append(
                _edge(
                    references.get(child) or Reference(articles[child]),
                    [references[copy] for copy in candidates],
                    copies,
                    sources,
                )
            )
    return tuple(edge for edge in edges if edge.likely_parent)


def _in_two_languages(left: Article, right: Article) -> bool:
    return "und" not in (left.language, right.language) and not is_one_language(left.language, right.language)


def _edge(
    child: Reference, candidates: list[Reference], copies: Mapping[str, int], sources: Mapping[str, Source]
) -> Edge:
    weighed = sorted(
        ((*_weighed(child, candidate, copies, sources), candidate) for candidate in candidates),
        key=lambda weighing: (-weighing[0], weighing[2].article.id),
    )
    probability, evidence, parent = weighed[0]
    name = child.article.id
    return Edge(
        child=name,
        parent=parent.article.id,
        probability=probability,
        reverse=0.0,
        none_held=round(1 - probability, 2),
        alternatives=tuple(
            ParentGuess(parent=candidate.article.id, probability=less)
            for less, _, candidate in weighed[1:4]
            if less >= LIKELY
        ),
        evidence=evidence,
    )


def _weighed(
    child: Reference, parent: Reference, copies: Mapping[str, int], sources: Mapping[str, Source]
) -> tuple[float, tuple[EdgeEvidence, ...]]:
    """How probable it is that `child` translates `parent`, to two digits, and why."""
    order = shared_order(child, parent)
    evidence = [EdgeEvidence(kind="anchors", supports=True, count=order.ordered, of=order.placed)]
    deviations = order.beyond_chance
    names = {plain_name(credit.name): credit.name for credit in child.article.credits}
    common = sorted(set(names) & {plain_name(credit.name) for credit in parent.article.credits} - {""})
    if names_outlet(child.article.credits, sources.get(parent.article.source)):
        evidence.append(EdgeEvidence(kind="named", supports=True, detail=parent.article.source))
    elif common:
        evidence.append(EdgeEvidence(kind="both name", supports=True, detail=names[common[0]]))
    deviations += _CREDIT * (len(evidence) - 1)
    ratio = len(child.text) / max(1, len(parent.text))
    if not _SHORTEST <= ratio <= _LONGEST:
        return 0.0, ()
    evidence.append(EdgeEvidence(kind="length", supports=True, count=round(100 * ratio)))
    sign = order_of(parent.article, child.article).sign
    before = _ALONE if sign > 0 or (not sign and copies[parent.article.id] > 1) else _EITHER if not sign else 1 - _ALONE
    translated = 1 / (1 + exponential(-_SLOPE * (deviations - _HALF))) if order.placed >= _FEWEST else 0.0
    return round(translated * before, 2), tuple(evidence)
