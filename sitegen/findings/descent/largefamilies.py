"""Who took from whom in a family too large to weigh every pair: each copy is weighed with a few others alone.

Those are the base, the few that share most of what it has and the base has not (textual criticism's shared
innovations: a copy can only be a nearer parent than the base if it has some of that), and copies of an outlet that it
names. That is linear in the copies. What is found is the provenance of one copy among those few.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from sitegen.findings.descent.dating import order_of
from sitegen.findings.descent.departures import NO_DEPARTURE
from sitegen.findings.descent.naming import Namings, namings_of
from sitegen.findings.descent.provenance import ALTERNATIVES, Graph, leads, weigh
from sitegen.model import Article, Edge, ParentGuess, Source
from sitegen.text.tokenized import Tokenized

_NEAREST = 3
"""Copies that share most innovations ..."""
_NAMED = 2
"""... copies of outlets that it names, the first of them ..."""
_HOLDERS = 16
"""... and copies that are remembered for each innovation: the first ones, since a later one took it from them."""
_RUN = 3
"""Tokens of an innovation."""


class LargeFamily:
    """Finds the edges of one family.

    `ordered` are its distinct texts, the base first, the others in order of publication; `family` are all its copies,
    `alike` those that have the text of one of the distinct ones.
    """

    def __init__(
        self,
        ordered: Sequence[str],
        articles: Mapping[str, Article],
        texts: Mapping[str, Tokenized],
        sources: Mapping[str, Source],
        family: Sequence[str],
        alike: Mapping[str, str] | None = None,
    ) -> None:
        self._ordered, self._articles, self._texts, self._sources = ordered, articles, texts, sources
        self.namings: Namings = namings_of(family, articles, sources)
        self._places = {copy: place for place, copy in enumerate(ordered)}
        self._first_of_outlet: dict[str, str] = {}
        for copy in ordered:
            self._first_of_outlet.setdefault(articles[copy].source, copy)
        self._holders: dict[tuple[str, ...], list[str]] = {}
        self._twins: dict[str, list[str]] = {}
        """Of a distinct text the other copies that have it and that it is not known to be before; the first few."""
        for copy, same in (alike or {}).items():
            twins = self._twins.setdefault(same, [])
            if len(twins) < _HOLDERS and not leads(same, copy, articles, sources, self.namings):
                twins.append(copy)
        self._base_runs: frozenset[tuple[str, ...]] = frozenset()
        self.weighed = 0
        """How many pairs were weighed so far."""

    def edge(self, copy: str) -> Edge:
        """The edge of a copy. To be asked for in the order of the copies."""
        innovations = self._innovations(copy)
        shared = Counter(holder for run in innovations for holder in self._holders.get(run, ()))
        nearest = sorted(shared, key=lambda holder: (-shared[holder], self._places[holder]))
        for run in innovations:
            holders = self._holders.setdefault(run, [])
            if len(holders) < _HOLDERS:
                holders.append(copy)
        return self._among(copy, nearest[:_NEAREST])

    def edge_to_base(self, copy: str, text: Tokenized) -> Edge:
        """The edge of a copy of which only the base and what it declares is looked at; `text` are its tokens."""
        base = self._ordered[0]
        self.weighed += 1
        texts = {base: self._texts[base], copy: text}
        return self._shared_out(weigh((base, copy), self._articles, texts, self._sources, self.namings).edge_of(copy))

    def edge_alike(self, copy: str, same: str) -> Edge:
        """The edge of a copy that has the text of `same`, among the two: no word needs to be looked at."""
        pair = (copy, same)
        graph = Graph(pair, self._articles, self._sources, self.namings, {copy: copy, same: same})
        graph.departures |= {(copy, same): NO_DEPARTURE, (same, copy): NO_DEPARTURE}
        return self._shared_out(graph.edge_of(copy))

    def _shared_out(self, edge: Edge) -> Edge:
        """An edge to a text that several copies have, its probability shared out where none is known to be the first.

        A copy that the child names is its parent whoever was the first.
        """
        child, parent = edge.child, edge.likely_parent
        named = self.namings.of[child].held
        if not parent or self._articles[parent].source in named:
            return edge
        twins = [
            twin
            for twin in self._twins.get(parent, ())
            if twin != child and order_of(self._articles[twin], self._articles[child]).believed > 0
        ]
        if credited := [twin for twin in twins if self._articles[twin].source in named]:
            return replace(edge, parent=credited[0])
        if not twins:
            return edge
        share = round(edge.probability / (len(twins) + 1), 2)
        guesses = (*(ParentGuess(parent=twin, probability=share) for twin in twins), *edge.alternatives)
        return replace(
            edge,
            probability=share,
            one_of=(parent, *twins),
            together=edge.probability,
            alternatives=guesses[:ALTERNATIVES],
        )

    def _among(self, copy: str, nearest: Iterable[str]) -> Edge:
        article = self._articles[copy]
        named = sorted(self.namings.of[copy].held - {article.source})[:_NAMED]
        chosen = [
            self._ordered[0],
            *nearest,
            *(self._first_of_outlet[outlet] for outlet in named),
            *(parent for parent in (article.version_of, article.translation_of) if parent in self.namings.of),
        ]
        few = (copy, *dict.fromkeys(candidate for candidate in chosen if candidate != copy))
        self.weighed += len(few) * (len(few) - 1) // 2
        return self._shared_out(weigh(few, self._articles, self._texts, self._sources, self.namings).edge_of(copy))

    def _innovations(self, copy: str) -> tuple[tuple[str, ...], ...]:
        """The runs of a copy that the base has not."""
        if not self._base_runs:
            self._base_runs = frozenset(_runs(self._texts[self._ordered[0]].keys))
        return tuple({run: None for run in _runs(self._texts[copy].keys) if run not in self._base_runs})


def _runs(keys: Sequence[str]) -> Iterator[tuple[str, ...]]:
    return zip(*(keys[offset:] for offset in range(_RUN)), strict=False)
