"""Who took the text of a family from whom: each copy's probabilities over its possible parents, from printed evidence.

In a family of up to `MANY` copies every ordered pair is weighed, and the probabilities are those over all ways in which
the copies may descend from each other (arborescences.py). In a larger one a copy is weighed with the base and the few
that share most of what it has and the base has not (textual criticism's shared innovations), which is linear.
Copies with one text count as one parent.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from sitegen.findings.arborescences import edge_probabilities, exponential
from sitegen.findings.dating import Order, order_of
from sitegen.findings.departures import Departure, Departures
from sitegen.findings.likelihood import EDGE_FEATURES, ROOT_FEATURES, Nearest, Numbers, edge_evidence, nearest_of, root_evidence
from sitegen.findings.naming import Naming, Namings, namings_of
from sitegen.findings.weights import WEIGHTS
from sitegen.model import Article, Edge, Evidence, ParentGuess, Provenance, Source
from sitegen.text.languages import is_one_language
from sitegen.text.tokenized import Tokenized

MANY = 24
"""Copies above which a family is large: up to here every ordered pair is weighed, which is 552."""
_NEAREST = 3
"""Copies that share most innovations and are weighed in a larger family ..."""
_NAMED = 2
"""... copies of an outlet that it names ..."""
_HOLDERS = 16
"""... and copies that are remembered for each innovation: the first ones, since a later one took it from them."""
_RUN = 3
"""Tokens of an innovation."""
_DECLARED = 20.0
"""Exponent of what an editor declared: beyond all that evidence can weigh."""
_ALTERNATIVES = 3
_DIGITS = 2
_LEAST = 0.01
"""Probability below which an alternative is not listed."""


def provenance_of(
    copies: Sequence[str],
    articles: Mapping[str, Article],
    texts: Mapping[str, Tokenized],
    sources: Mapping[str, Source],
) -> Provenance:
    """The provenance of a family of up to `MANY` copies; `texts` are the tokens of all blocks of each, by copy."""
    graph = weigh(copies, articles, texts, sources)
    return Provenance(edges=tuple(graph.edges()), unheld=graph.unheld)


def weigh(
    copies: Sequence[str],
    articles: Mapping[str, Article],
    texts: Mapping[str, Tokenized],
    sources: Mapping[str, Source],
    namings: Namings | None = None,
) -> "Graph":
    """All ordered pairs of the copies, weighed: n * n pairs for n copies."""
    departures = Departures(copies, articles, texts)
    graph = Graph(copies, articles, sources, namings or namings_of(copies, articles, sources), departures.same_text)
    for parent in copies:
        for child in copies:
            if parent != child and is_one_language(articles[parent].language, articles[child].language):
                graph.departures[parent, child] = departures.of(child, parent)
    return graph


class Graph:
    """The copies of a family and what was counted of each ordered pair."""

    def __init__(
        self,
        copies: Sequence[str],
        articles: Mapping[str, Article],
        sources: Mapping[str, Source],
        namings: Namings,
        same_text: Mapping[str, str],
    ) -> None:
        self.copies, self._articles, self._sources = tuple(copies), articles, sources
        self._namings, self._same_text = namings, same_text
        self._near: dict[str, Nearest] = {}
        self.departures: dict[tuple[str, str], Departure] = {}
        """What the second of a pair has and the first has not; only pairs of one language."""

    @property
    def unheld(self) -> tuple[str, ...]:
        """Outlets that several copies name and the family does not hold, as printed, sorted."""
        return unheld_of(self.copies, self._namings)

    def edge_numbers(self, parent: str, child: str) -> Numbers:
        """The evidence that `child` was taken from `parent`."""
        return edge_evidence(
            self.departures[parent, child],
            self.departures[child, parent],
            self._nearest(child),
            order_of(self._articles[parent], self._articles[child]),
            (self._articles[parent], self._namings.of[parent]),
            (self._articles[child], self._namings.of[child]),
            self._sources,
        )

    def _nearest(self, child: str) -> Nearest:
        """How near the nearest copies are, of those that are not surely later, where there are any."""
        if child not in self._near:
            pairs = [parent for parent in self.copies if (parent, child) in self.departures]
            earlier = [p for p in pairs if order_of(self._articles[p], self._articles[child]).sign >= 0]
            self._near[child] = nearest_of(
                (self.departures[parent, child], self.departures[child, parent]) for parent in earlier or pairs
            )
        return self._near[child]

    def root_numbers(self, child: str) -> Numbers:
        """The evidence that `child` was taken from none of the copies."""
        own = min(
            (self.departures[parent, child].share for parent in self.copies if (parent, child) in self.departures),
            default=1.0,
        )
        return root_evidence(self._articles[child], self._namings.of[child], own, self._sources)

    def probabilities(self) -> tuple[list[list[float]], list[float]]:
        """Of each edge, parent by child, and of each copy that it descends from none of the others."""
        count = len(self.copies)
        exponents = [[None if parent == child else self._exponent(parent, child) for child in self.copies] for parent in self.copies]
        roots = [_weighed(ROOT_FEATURES, self.root_numbers(child)) for child in self.copies]
        # Scaled by the largest of each child: exponents of long texts are beyond what a double holds.
        tops = [max([roots[child], *(row[child] for row in exponents if row[child] is not None)]) for child in range(count)]
        weights = [
            [0.0 if value is None else exponential(value - tops[child]) for child, value in enumerate(row)]
            for row in exponents
        ]
        return edge_probabilities(weights, [max(_TINY, exponential(roots[child] - tops[child])) for child in range(count)])

    def edges(self) -> Iterator[Edge]:
        """One a copy, in their order."""
        probabilities, roots = self.probabilities()
        for child in range(len(self.copies)):
            yield self._edge(child, probabilities, roots[child])

    def edge_of(self, copy: str) -> Edge:
        """The edge of one copy."""
        probabilities, roots = self.probabilities()
        child = self.copies.index(copy)
        return self._edge(child, probabilities, roots[child])

    def _edge(self, child: int, probabilities: Sequence[Sequence[float]], alone: float) -> Edge:
        copy = self.copies[child]
        shares: dict[str, float] = {}
        best: dict[str, tuple[float, int]] = {}
        for place, parent in enumerate(self.copies):
            if place != child:
                text, probability = self._same_text[parent], probabilities[place][child]
                shares[text] = shares.get(text, 0.0) + probability
                best[text] = max(best.get(text, (-1.0, 0)), (round(probability, 6), -place))
        ranked = sorted(shares, key=lambda text: (-round(shares[text], 6), -best[text][1]))
        guesses = [
            ParentGuess(parent=self.copies[-best[text][1]], probability=round(shares[text], _DIGITS))
            for text in ranked
            if best[text][0] > 0
        ]
        chosen = guesses[0] if guesses else ParentGuess(parent="", probability=0.0)
        back = 0.0
        if chosen.parent:
            parents = [place for place, text in enumerate(self.copies) if self._same_text[text] == self._same_text[chosen.parent]]
            back = max((probabilities[child][place] for place in parents if place != child), default=0.0)
        names = sorted(self._namings.of[copy].unheld)
        return Edge(
            child=copy,
            parent=chosen.parent,
            probability=chosen.probability,
            reverse=round(back, _DIGITS),
            none_held=round(alone, _DIGITS),
            unheld=self._namings.printed[names[0]] if names and not self._namings.of[copy].held else "",
            alternatives=tuple(guess for guess in guesses[1 : 1 + _ALTERNATIVES] if guess.probability >= _LEAST),
            evidence=tuple(self._evidence(chosen.parent, copy)) if chosen.parent else (),
        )

    def _declared(self, child: str) -> str:
        """The copy that it says it follows or translates; empty where that is none of these."""
        article = self._articles[child]
        return next((parent for parent in (article.version_of, article.translation_of) if parent in self.copies), "")

    def _exponent(self, parent: str, child: str) -> float | None:
        if declared := self._declared(child):
            return _DECLARED if parent == declared else None
        return _weighed(EDGE_FEATURES, self.edge_numbers(parent, child)) if (parent, child) in self.departures else None

    def _evidence(self, parent: str, child: str) -> Iterator[Evidence]:
        """What speaks for and against an edge, the strongest kinds first."""
        giver, taker = self._articles[parent], self._articles[child]
        if self._declared(child) == parent:
            yield Evidence(kind="declared", supports=True)
        names = self._namings.of[child]
        if giver.source and giver.source in names.held:
            yield Evidence(kind="named" if giver.source in names.lines else "cited", supports=True, detail=giver.source)
        if taker.source and taker.source in self._namings.of[parent].held:
            yield Evidence(kind="named by parent", supports=False, detail=taker.source)
        yield from _evidence_of_days(order_of(giver, taker), giver, taker)
        agencies = [source.kind == "agency" for name in (giver.source, taker.source) if (source := self._sources.get(name))]
        if len(agencies) == 2 and agencies[0] != agencies[1]:
            yield Evidence(kind="agency", supports=agencies[0])
        if (parent, child) in self.departures:
            yield from _evidence_of_text(self.departures[parent, child], self.departures[child, parent])
        for name in sorted(names.unheld & self._namings.of[parent].unheld):
            yield Evidence(kind="both name", supports=False, detail=self._namings.printed[name])


_TINY = 1e-12
"""Weight of being taken from none, at the least: without roots there is no way to descend."""


def _weighed(features: Sequence[str], numbers: Numbers) -> float:
    return sum(WEIGHTS[feature] * number for feature, number in zip(features, numbers, strict=True))


def _evidence_of_days(order: Order, giver: Article, taker: Article) -> Iterator[Evidence]:
    if order.sign and giver.published and taker.published:
        apart = abs((taker.published.day - giver.published.day).days)
        yield Evidence(kind="day", supports=order.sign > 0, count=apart)


def _evidence_of_text(added: Departure, cut: Departure) -> Iterator[Evidence]:
    if not added.words and not cut.words:
        yield Evidence(kind="same text", supports=True)
    elif not added.words or not cut.words:
        yield Evidence(kind="holds all", supports=not added.words)
    if (cut.at_end > 0) != (added.at_end > 0):
        yield Evidence(kind="cut at the end", supports=cut.at_end > 0, count=max(cut.at_end, added.at_end))
    if cut.attested:
        yield Evidence(kind="common departures", supports=True, count=cut.attested)
    if added.attested:
        yield Evidence(kind="own departures", supports=False, count=added.attested)


def unheld_of(copies: Iterable[str], namings: Namings) -> tuple[str, ...]:
    """Outlets that several copies name and the family does not hold, as printed, sorted."""
    counts = Counter(name for copy in copies for name in namings.of[copy].unheld)
    return tuple(sorted(namings.printed[name] for name, count in counts.items() if count > 1))
