"""Who took the text of a family from whom: each copy's probabilities over its possible parents, from printed evidence.

Every ordered pair of copies is weighed, and the probabilities are those over all ways in which the copies may descend
from each other (arborescences.py). Of a large family that is done for few copies at a time; see largefamilies.py.
Of copies with one text the first is the parent, where it can be told which that is; else each has its own share.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property

from sitegen.findings.descent.arborescences import edge_probabilities, exponential
from sitegen.findings.descent.chains import chain_of
from sitegen.findings.descent.dating import Order, order_of
from sitegen.findings.descent.departures import Departure, Departures
from sitegen.findings.descent.givenwords import are_of_one_author, is_a_desks, is_given, names_agencies
from sitegen.findings.descent.likelihood import (
    EDGE_FEATURES,
    ROOT_FEATURES,
    Habit,
    Nearest,
    Numbers,
    edge_evidence,
    is_agency,
    nearest_of,
    root_evidence,
)
from sitegen.findings.descent.naming import Namings, namings_of
from sitegen.findings.descent.silence import mentioned
from sitegen.findings.descent.versions import VersionRow
from sitegen.findings.descent.weights import WEIGHTS
from sitegen.model import LIKELY, Article, Edge, EdgeEvidence, ParentGuess, Provenance, Source, carries_text
from sitegen.text.languages import is_one_language
from sitegen.text.tokenized import Tokenized

MANY = 24
"""Copies above which a family is large: up to here every ordered pair is weighed, which is 552."""
_DECLARED = 20.0
"""Exponent of what an editor declared: beyond all that evidence can weigh."""
_FROM_A_PAPER = -4.0
"""Exponent of an agency's report that is taken from an outlet which is none and which it does not name: agencies sell
what they report. The weight that was fitted to generated families is too weak here: of two real reports that papers
print a day before the agency's own page is dated, both were told backwards."""
ALTERNATIVES = 3
"""Less likely parents that are listed."""
_DIGITS = 2
_BY_TEXT_ALONE = 0.85
"""The most that is said where no day, no name and no declaration orders two copies: what was cut from one may as well
have been added to the other. Without it, of such edges said at .9 of versions-dev a fifth were the wrong way round."""
_NONE_UNTOLD = LIKELY - 0.01
"""The most that is said of a copy having no parent, where nothing but words of its own speaks for that."""
_UNTOLD = LIKELY - 0.01
"""The most where both may have their text from one that is not held: two outlets, neither an agency and with no
departure that a third copy shares, whose texts alone differ, or which both name a third in a line of their own. Two
papers that print one press release on one day, one of them in full, were told as taker and giver, at .68; two that
print one agency's dispatch under its name, a day apart, at .87."""
_AS_LIKELY = 0.8
"""Share of the likeliest parent's probability from which another one is as likely: they differ by evidence that is
weaker than any that is printed."""
_STANDS_OUT = 0.75
"""Share of what copies with one text have of the probability from which the likeliest of them counts for all: a credit,
an agency's trade or the order of the family tells it from the others."""
_AS_LIKELY_OF_ONE_TEXT = 0.2
"""The same of copies with one text: where they stand in time, and in the family's habits, says little of which one
somebody had before him."""
_LEAST = 0.01
"""Probability below which an alternative is not listed."""
_SHARED, _SHARED_WORDS = 0.1, 12
"""Share of the shorter of two copies, and words, in shared runs below which neither was taken from the other: two
reports of one event have a name with its title in common."""
_MOSTLY_APART = 0.5
"""Share of a copy's words that another has not, up to which one prints what the other does."""
_FEWEST_IN_A_CHAIN = 4
"""Copies of several outlets from which their order of least change is looked for: three lie on a straight line whoever
took from whom, and an outlet that named its source was said to have perhaps taken from a cut of it."""

_FEWEST_VERSIONS = 3
"""Copies of one outlet from which they are weighed as versions: of two no third says what was carried on."""


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
    namings = namings or namings_of(copies, articles, sources)
    if len(copies) == 1:
        # Its values need not be read: of an article on its own that is two thirds of all that its story takes.
        return Graph(copies, articles, sources, namings, {copy: copy for copy in copies})
    departures = Departures(copies, articles, texts)
    graph = Graph(copies, articles, sources, namings, departures.same_text)
    for parent in copies:
        for child in copies:
            if parent != child and is_one_language(articles[parent].language, articles[child].language):
                graph.departures[parent, child] = departures.of(child, parent)
    graph.add_versions(departures)
    graph.add_given(texts)
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
        self._given: frozenset[str] = frozenset()
        """Copies that print words which somebody may have given to several outlets."""
        self.namings, self._same_text = namings, same_text
        self._near: dict[str, Nearest] = {}
        self.departures: dict[tuple[str, str], Departure] = {}
        """What the second of a pair has and the first has not; only pairs of one language."""
        self.versions: VersionRow | None = None
        """The copies as versions of one text, where no two are known to be of two outlets; None elsewhere."""

    def add_versions(self, departures: Departures) -> None:
        """Weighs the copies as versions of one text too, if days order some and no editor declared who follows whom."""
        declared = any(map(self._declared, self.copies))
        in_one_language = len(self.departures) == len(self.copies) * (len(self.copies) - 1)
        if len(self.copies) < _FEWEST_VERSIONS or not self._of_one_outlet or declared or not in_one_language:
            return
        self.versions = VersionRow(
            self.copies,
            departures,
            self._apart,
            lambda left, right: order_of(self._articles[left], self._articles[right]),
            self._longer,
        )

    def add_given(self, texts: Mapping[str, Tokenized]) -> None:
        """Looks for words that somebody may have given to several outlets, if the copies are of several."""
        articles = self._articles
        if len({articles[copy].source for copy in self.copies}) == 1:
            return
        handed_out = {
            copy for copy in self.copies if is_given(articles[copy], texts[copy]) or self._is_unsigned_first(copy)
        }
        self._given = frozenset(
            copy
            for copy in self.copies
            if copy in handed_out
            or any((copy, words) in self.departures and self._prints(copy, words) for words in handed_out)
        )

    def _is_unsigned_first(self, copy: str) -> bool:
        """Whether a desk put its name above the earliest of the copies, and it is no agency's."""
        article = self._articles[copy]
        if not is_a_desks(article) or is_agency(article, self._sources):
            return False
        return all(order_of(self._articles[beside], article).believed <= 0 for beside in self.copies)

    def _prints(self, copy: str, words: str) -> bool:
        """Whether a copy is mostly the words of another, or has most of them."""
        return min(self.departures[copy, words].share, self.departures[words, copy].share) <= _MOSTLY_APART

    @cached_property
    def _of_one_outlet(self) -> bool:
        """Whether no two copies are known to be of two outlets."""
        return len({self._articles[copy].source for copy in self.copies}) == 1

    @property
    def unheld(self) -> tuple[str, ...]:
        """Outlets that several copies name and the family does not hold, as printed, sorted."""
        return unheld_of(self.copies, self.namings)

    def edge_numbers(self, parent: str, child: str) -> Numbers:
        """The evidence that `child` was taken from `parent`."""
        return edge_evidence(
            self.departures[parent, child],
            self._least_cuts[parent, child],
            self._nearest(child),
            order_of(self._articles[parent], self._articles[child]),
            self._habit.numbers(parent, child, self._longer(parent, child)),
            (self._articles[parent], self.namings.of[parent]),
            (self._articles[child], self.namings.of[child]),
            self._sources,
            self.namings.share_that_names(self._articles[parent].source, child),
        )

    @cached_property
    def _least_cuts(self) -> Mapping[tuple[str, str], Departure]:
        """What a child has not of each parent; of parents of which it has the very same runs, the least of theirs.

        Two that differ only behind the place where a copy ends cannot be told apart by what it has: the one with the
        shorter rest was said to be its likely parent, at .76.
        """
        alike: dict[tuple[str, bytes, int, int, bool], list[str]] = {}
        for (parent, child), added in self.departures.items():
            cut = self.departures[child, parent]
            key = (child, added.shared, added.words, cut.stretches, cut.at_end > 0)
            alike.setdefault(key, []).append(parent)
        return {
            (parent, child): min(
                (self.departures[child, beside] for beside in parents),
                key=lambda cut: (cut.words, cut.attested, cut.at_end, cut.total),
            )
            for (child, *_), parents in alike.items()
            for parent in parents
        }

    def _longer(self, parent: str, child: str) -> int:
        """1 where the child has more words than the parent, -1 where it has fewer."""
        words = self.departures[parent, child].total - self.departures[child, parent].total
        return (words > 0) - (words < 0)

    @cached_property
    def _habit(self) -> Habit:
        """How the copies of the family follow each other; nothing of a few, or of a family in several languages."""
        in_one_language = len(self.departures) == len(self.copies) * (len(self.copies) - 1)
        if not in_one_language or (len(self.copies) < _FEWEST_IN_A_CHAIN and not self._of_one_outlet):
            return Habit()
        # From both ends of their names: where the names alone decide who follows whom, nobody does.
        ways = [self._chain(sorted(self.copies, reverse=turned)) for turned in (False, True)]
        previous = {copy: leading for copy, leading in ways[0][0].items() if ways[1][0].get(copy) == leading}
        longer = sum(self._longer(leading, following) for following, leading in previous.items())
        return Habit(
            previous=previous,
            straightness=min(straightness for _, straightness in ways),
            growth=longer / (len(previous) + 1),
            of_one_outlet=self._of_one_outlet,
        )

    def _chain(self, copies: Sequence[str]) -> tuple[dict[str, str], float]:
        """Of each copy the one that it follows, and how straight that chain is; ties go by the order of `copies`."""
        chain = chain_of(
            [[self._apart(left, right) for right in copies] for left in copies],
            [
                [order_of(self._articles[left], self._articles[right]).believed > 0 for right in copies]
                for left in copies
            ],
        )
        followed = {copies[following]: copies[leading] for following, leading in chain.previous.items()}
        return followed, chain.straightness

    def _apart(self, left: str, right: str) -> int:
        """Words that one of two copies has and the other has not."""
        return self.departures[left, right].words + self.departures[right, left].words if left != right else 0

    def _nearest(self, child: str) -> Nearest:
        """How near the nearest copies are, of those that are not surely later, where there are any."""
        if child not in self._near:
            pairs = [parent for parent in self.copies if (parent, child) in self.departures]
            earlier = [p for p in pairs if order_of(self._articles[p], self._articles[child]).believed >= 0]
            self._near[child] = nearest_of(
                (self.departures[parent, child], self.departures[child, parent]) for parent in earlier or pairs
            )
        return self._near[child]

    def root_numbers(self, child: str) -> Numbers:
        """The evidence that `child` was taken from none of the copies."""
        least = min(
            (self.departures[parent, child].share for parent in self.copies if (parent, child) in self.departures),
            default=1.0,
        )
        return root_evidence(self._articles[child], self.namings.of[child], least, self._sources)

    @cached_property
    def probabilities(self) -> tuple[list[list[float]], list[float]]:
        """Of each edge, parent by child, and of each copy that it descends from none of the others."""
        roots = [_weighed(ROOT_FEATURES, self.root_numbers(child)) for child in self.copies]
        columns = [
            {parent: value for parent in self.copies if (value := self._exponent(parent, child)) is not None}
            for child in self.copies
        ]
        # Scaled by the largest of each child: exponents of long texts are beyond what a double holds.
        tops = [max([root, *column.values()]) for root, column in zip(roots, columns, strict=True)]
        weights = [
            [
                exponential(column[parent] - top) if parent in column else 0.0
                for column, top in zip(columns, tops, strict=True)
            ]
            for parent in self.copies
        ]
        alone = [max(_TINY, exponential(root - top)) for root, top in zip(roots, tops, strict=True)]
        probabilities = edge_probabilities(weights, alone)
        if not self.versions:
            return probabilities
        if self._articles[self.copies[0]].source:
            return self.versions.as_a_row()
        return self.versions.mixed(probabilities, self._habit.straightness)

    def row_numbers(self) -> tuple[float, ...]:
        """What speaks for the copies being a row of versions; of a family that has `versions`."""
        assert self.versions
        return self.versions.row_numbers(self.versions.steps()[0], self._habit.straightness)

    def edges(self) -> Iterator[Edge]:
        """One a copy, in their order."""
        probabilities, roots = self.probabilities
        for child in range(len(self.copies)):
            yield self._edge(child, probabilities, roots[child])

    def edge_of(self, copy: str) -> Edge:
        """The edge of one copy."""
        probabilities, roots = self.probabilities
        child = self.copies.index(copy)
        return self._edge(child, probabilities, roots[child])

    def _edge(self, child: int, probabilities: Sequence[Sequence[float]], root: float) -> Edge:
        copy = self.copies[child]
        shares = {
            parent: round(row[child], 6)
            for parent, row in zip(self.copies, probabilities, strict=True)
            if parent != copy
        }
        root += self._doubt(copy, shares)
        texts = self._guesses_by_text(copy, shares)
        ranked = sorted(texts, key=lambda guesses: -round(sum(guess.probability for guess in guesses), 6))
        likeliest = [guess for guesses in ranked for guess in guesses if guess.probability > 0]
        chosen = likeliest[0] if likeliest else ParentGuess(parent="", probability=0.0)
        back = 0.0
        if chosen.parent:
            parents = [
                place
                for place, text in enumerate(self.copies)
                if self._same_text[text] == self._same_text[chosen.parent]
            ]
            back = max((probabilities[child][place] for place in parents if place != child), default=0.0)
        less_likely = sorted(likeliest[1:], key=lambda guess: -guess.probability)
        peers = self._peers(chosen, less_likely, probabilities[child])
        return Edge(
            child=copy,
            parent=chosen.parent,
            probability=self._sure(chosen, copy),
            reverse=round(back, _DIGITS),
            none_held=min(round(root, _DIGITS), self._most_from_none(child, probabilities)),
            one_of=tuple(guess.parent for guess in peers),
            together=min(round(sum(guess.probability for guess in peers), _DIGITS), self._most(chosen.parent, copy)),
            unheld=""
            if is_agency(self._articles[copy], self._sources)
            else self.namings.unheld_source(copy, self._siblings(child, probabilities)),
            alternatives=tuple(_rounded(guess) for guess in less_likely[:ALTERNATIVES] if guess.probability >= _LEAST),
            evidence=tuple(self._evidence(chosen.parent, copy)) if chosen.parent else (),
        )

    def _doubt(self, child: str, shares: dict[str, float]) -> float:
        """What its possible parents lose of their probability since both may have their text from one that is not held:
        it goes there. Their `shares` are lowered in place."""
        may_be_twins = [parent for parent in shares if self._most(parent, child) == _UNTOLD]
        together = sum(shares[parent] for parent in may_be_twins)
        if together <= _UNTOLD:
            return 0.0
        for parent in may_be_twins:
            shares[parent] = round(shares[parent] * _UNTOLD / together, 6)
        return together - _UNTOLD

    def _guesses_by_text(self, child: str, shares: Mapping[str, float]) -> list[list[ParentGuess]]:
        """The possible parents of a copy with the probability of each, those with one text together, likeliest first.

        Where one of them is known to be the first with its text, or stands out, that text is its own, and so is what
        all of them have of the probability. Where none is, each has its own share: of three outlets that print one
        text on one day the first by name was said to be whose text later copies carry.
        """
        holders: dict[str, list[str]] = {}
        for parent in shares:
            # Of twins of the child only those that came before it are one parent: that all the others together
            # are likely says of none of them that it was the first.
            alone = self._same_text[parent] == self._same_text[child] and not self._precedes(parent, child)
            holders.setdefault(parent if alone else self._same_text[parent], []).append(parent)
        texts = []
        for parents in holders.values():
            likeliest = sorted(parents, key=lambda parent: (-shares[parent], parents.index(parent)))
            guesses = [ParentGuess(parent=parent, probability=shares[parent]) for parent in likeliest]
            first = next((parent for parent in parents if self._is_first_with_its_text(parent, parents)), "")
            together = round(sum(map(shares.__getitem__, parents)), 6)
            if guesses[0].probability >= _STANDS_OUT * together:
                guesses = [ParentGuess(parent=likeliest[0], probability=together)]
            elif first and (first == likeliest[0] or guesses[0].probability < LIKELY):
                guesses = [ParentGuess(parent=first, probability=together)]
            texts.append(guesses)
        return texts

    def _is_first_with_its_text(self, copy: str, holders: Sequence[str]) -> bool:
        """Whether days, a name or its trade tell that a copy came before each other one that has its text."""
        return all(
            self._declared(holder) == copy or leads(copy, holder, self._articles, self._sources, self.namings)
            for holder in holders
            if holder != copy
        )

    def _peers(
        self, chosen: ParentGuess, less_likely: Sequence[ParentGuess], taken_from: Sequence[float]
    ) -> list[ParentGuess]:
        """The chosen parent and those that nothing tells from it, if the copy was likely taken from one of them.

        `taken_from` is how probable it is of each copy that it was taken from this one instead.
        """
        if not chosen.parent:
            return []
        text = self._same_text[chosen.parent]
        if chosen.probability >= LIKELY and all(self._same_text[guess.parent] != text for guess in less_likely):
            return []
        backwards = dict(zip(self.copies, taken_from, strict=True))
        peers = [
            guess
            for guess in (chosen, *less_likely)
            if guess.probability >= self._as_likely(chosen, guess) * chosen.probability
            and backwards.get(guess.parent, 0.0) <= guess.probability / 2
        ]
        together = round(sum(guess.probability for guess in peers), _DIGITS)
        return peers if len(peers) > 1 and chosen in peers and together >= LIKELY else []

    def _siblings(self, parent: int, probabilities: Sequence[Sequence[float]]) -> Iterator[str]:
        """The copies that were not likely taken from one of them. An agency credits a fact, and takes no text."""
        for place, copy in enumerate(self.copies):
            probability = min(probabilities[parent][place], self._most(self.copies[parent], copy))
            is_apart = place != parent and probability < LIKELY
            if is_apart and not is_agency(self._articles[copy], self._sources):
                yield copy

    def _most_from_none(self, child: int, probabilities: Sequence[Sequence[float]]) -> float:
        """The most that may be said of a copy having been taken from none of those held.

        Two reports with a part in common have it from somewhere. That both are mostly their own is no evidence that
        neither took it from the other: of an agency's report and a paper that prints seven of its sentences that was
        said, with 1 and .89. It takes a name that is not held, or a copy that was likely taken from this one.
        """
        copy = self.copies[child]
        neighbours = [neighbour for neighbour in self.copies if (neighbour, copy) in self.departures]
        is_parent = any(
            min(probability, self._most(copy, neighbour)) >= LIKELY
            for neighbour, probability in zip(self.copies, probabilities[child], strict=True)
        )
        if not neighbours or is_parent or self.namings.of[copy].unheld:
            return 1.0
        return 1.0 if any(self._is_told_first(copy, neighbour) for neighbour in neighbours) else _NONE_UNTOLD

    def _is_told_first(self, copy: str, neighbour: str) -> bool:
        """Whether two copies carry one text, and more than its words may tell which was first.

        Of two texts without day and outlet the one that lacks a paragraph was said to be likely taken from none.
        """
        is_told = max(self._most(copy, neighbour), self._most(neighbour, copy)) > _UNTOLD
        return (is_told or self._is_ordered(copy, neighbour)) and self._carry_one_text(copy, neighbour)

    def _carry_one_text(self, copy: str, neighbour: str) -> bool:
        """Whether one of two copies carries the other's text, and not a part of it."""
        added, cut = self.departures[neighbour, copy], self.departures[copy, neighbour]
        return carries_text(1.0 - cut.share, 1.0 - added.share)

    def _sure(self, guess: ParentGuess, child: str) -> float:
        """Its probability, lowered where the texts alone speak for it."""
        return min(round(guess.probability, _DIGITS), self._most(guess.parent, child))

    def _as_likely(self, chosen: ParentGuess, guess: ParentGuess) -> float:
        is_one_text = self._same_text[chosen.parent] == self._same_text[guess.parent]
        return _AS_LIKELY_OF_ONE_TEXT if is_one_text else _AS_LIKELY

    def _most(self, parent: str, child: str) -> float:
        """The most that may be said of an edge, whatever its texts are."""
        if not parent or self._declared(child) == parent:
            return 1.0
        giver, taker = self._articles[parent], self._articles[child]
        of_one_outlet = bool(giver.source) and giver.source == taker.source
        is_attested = (parent, child) in self.departures and self._least_cuts[parent, child].attested > 0
        sells = is_agency(giver, self._sources) and not is_agency(taker, self._sources)
        is_given = self._were_given_it(parent, child)
        is_told = of_one_outlet or (is_attested and not is_given) or sells
        if self._is_ordered(parent, child) and (is_told or not (is_given or self._print_a_third(parent, child))):
            is_doubtful = self._is_a_day_alone(parent, child) or self._is_against_days(parent, child)
            return _BY_TEXT_ALONE if is_doubtful else 1.0
        return _BY_TEXT_ALONE if is_told else _UNTOLD

    def _print_a_third(self, parent: str, child: str) -> bool:
        """Whether a line of each names one outlet that is not held, and none of the child's words name the parent's."""
        names = self.namings.of[child]
        common = names.unheld_lines & self.namings.of[parent].unheld_lines
        return bool(common) and self._articles[parent].source not in names.held

    def _were_given_it(self, parent: str, child: str) -> bool:
        """Whether two outlets may each have their text from whoever spoke or wrote it, or from an agency without a
        name, and none of the child's words name the parent's."""
        giver, taker = self._articles[parent], self._articles[child]
        if giver.source in self.namings.of[child].held:
            return False
        is_speakers = not self._given.isdisjoint((parent, child)) or are_of_one_author(giver, taker)
        return is_speakers or (names_agencies(taker) and not is_agency(giver, self._sources))

    def _is_against_days(self, parent: str, child: str) -> bool:
        """Whether a copy is older than the one that it names, and that one is no agency's, whose pages are dated late.

        A text of Saturday that quotes what somebody told a paper was said to be copied from that paper's of Sunday.
        """
        giver, taker = self._articles[parent], self._articles[child]
        return order_of(giver, taker).believed < 0 and not is_agency(giver, self._sources)

    def _is_a_day_alone(self, parent: str, child: str) -> bool:
        """Whether two copies are all there are, and one day between them is all that orders them.

        A report that an agency stamps a day late would be told to be taken from the paper that printed it. Among more
        copies, what they have in common speaks too.
        """
        giver, taker = self._articles[parent], self._articles[child]
        names = self.namings.of[child].held | self.namings.of[parent].held
        kinds = is_agency(giver, self._sources) != is_agency(taker, self._sources)
        return len(self.copies) == 2 and bool(order_of(giver, taker).day) and not names and not kinds

    def _precedes(self, parent: str, child: str) -> bool:
        """Whether days or a name tell that a copy came before another."""
        giver, taker = self._articles[parent], self._articles[child]
        return giver.source in self.namings.of[child].held or order_of(giver, taker).believed > 0

    def _is_ordered(self, parent: str, child: str) -> bool:
        """Whether days or a name tell which of two copies came first."""
        giver, taker = self._articles[parent], self._articles[child]
        named = giver.source in self.namings.of[child].held or taker.source in self.namings.of[parent].held
        return named or order_of(giver, taker).believed != 0

    def nearness(self) -> dict[frozenset[str], float]:
        """How probable it is that one of two copies was taken from the other, whichever: by pair, to six digits."""
        probabilities, _ = self.probabilities
        return {
            frozenset((parent, child)): round(probabilities[row][column] + probabilities[column][row], 6)
            for row, parent in enumerate(self.copies)
            for column, child in enumerate(self.copies[:row])
        }

    def strangers(self) -> frozenset[frozenset[str]]:
        """Pairs of copies in one language that have no text in common."""
        return frozenset(frozenset(pair) for pair in self.departures if self.share_nothing(*pair))

    def _declared(self, child: str) -> str:
        """The copy that it says it follows or translates; empty where that is none of these."""
        article = self._articles[child]
        return next((parent for parent in (article.version_of, article.translation_of) if parent in self.copies), "")

    def _exponent(self, parent: str, child: str) -> float | None:
        if parent == child:
            return None
        if declared := self._declared(child):
            return _DECLARED if parent == declared else None
        if (parent, child) not in self.departures or self.share_nothing(parent, child):
            return None
        exponent = _weighed(EDGE_FEATURES, self.edge_numbers(parent, child))
        return exponent + _FROM_A_PAPER if self._sells_what_it_takes(parent, child) else exponent

    def share_nothing(self, copy: str, beside: str) -> bool:
        """Whether two copies have hardly a run of words in common: each was put together with a third copy.

        Of two dispatches that a paper made one report of, one was said to share text with the other, and to be perhaps
        taken from it, at .40. A version of one outlet's text may be written anew.
        """
        if self._of_one_outlet:
            return False
        pair = self.departures[copy, beside], self.departures[beside, copy]
        shared = max(departure.total - departure.words for departure in pair)
        return shared < min(_SHARED_WORDS, _SHARED * min(departure.total for departure in pair))

    def _sells_what_it_takes(self, parent: str, child: str) -> bool:
        """Whether an agency would have taken its report from an outlet that is none, without naming it."""
        giver, taker = self._articles[parent], self._articles[child]
        named = bool(giver.source) and giver.source in self.namings.of[child].held
        return is_agency(taker, self._sources) and not is_agency(giver, self._sources) and not named

    def _evidence(self, parent: str, child: str) -> Iterator[EdgeEvidence]:
        """What speaks for and against an edge, the strongest kinds first."""
        giver, taker = self._articles[parent], self._articles[child]
        if self._declared(child) == parent:
            yield EdgeEvidence(kind="declared", supports=True)
        names = self.namings.of[child]
        if giver.source and giver.source in names.held:
            yield EdgeEvidence(
                kind="named" if giver.source in names.lines else "cited", supports=True, detail=giver.source
            )
        elif giver.source != taker.source:
            # No credit that is read, so it is not weighed: yet who quotes an author by name took nothing in silence.
            name = mentioned(taker, giver, self._sources.get(giver.source))
            if name and name.casefold() not in taker.author.casefold():
                yield EdgeEvidence(kind="mentioned", supports=True, detail=name)
        if taker.source and taker.source in self.namings.of[parent].held:
            yield EdgeEvidence(kind="named by parent", supports=False, detail=taker.source)
        yield from _evidence_of_days(order_of(giver, taker), giver, taker)
        agencies = [is_agency(article, self._sources) for article in (giver, taker)]
        if giver.source and taker.source and agencies[0] != agencies[1]:
            yield EdgeEvidence(kind="agency", supports=agencies[0])
        if (parent, child) in self.departures:
            yield from _evidence_of_text(self.departures[parent, child], self.departures[child, parent])
        for name in sorted(names.unheld_lines & self.namings.of[parent].unheld_lines):
            yield EdgeEvidence(kind="both name", supports=False, detail=self.namings.printed[name])


def leads(
    copy: str, twin: str, articles: Mapping[str, Article], sources: Mapping[str, Source], namings: Namings
) -> bool:
    """Whether a copy is known to be before another with the same text: by a name, by its trade, or by their days."""
    first, second = articles[copy], articles[twin]
    order = order_of(first, second)
    is_named = bool(first.source) and first.source in namings.of[twin].held
    names = bool(second.source) and second.source in namings.of[copy].held
    if is_named != names:
        return is_named
    if is_agency(first, sources) != is_agency(second, sources):
        return is_agency(first, sources) and order.believed >= 0
    # One day between two bare days may be none; see dating.py.
    return order.believed > 0 and not order.day


_TINY = 1e-12
"""Weight of being taken from none, at the least: without roots there is no way to descend."""


def _rounded(guess: ParentGuess) -> ParentGuess:
    return ParentGuess(parent=guess.parent, probability=round(guess.probability, _DIGITS))


def _weighed(features: Sequence[str], numbers: Numbers) -> float:
    return sum(WEIGHTS[feature] * number for feature, number in zip(features, numbers, strict=True))


def _evidence_of_days(order: Order, giver: Article, taker: Article) -> Iterator[EdgeEvidence]:
    if order.sign and giver.published and taker.published:
        apart = abs((taker.published.day - giver.published.day).days)
        yield EdgeEvidence(kind="day", supports=order.sign > 0, count=apart)


def _evidence_of_text(added: Departure, cut: Departure) -> Iterator[EdgeEvidence]:
    if not added.words and not cut.words:
        yield EdgeEvidence(kind="same text", supports=True)
    elif not added.words or not cut.words:
        yield EdgeEvidence(kind="holds all", supports=not added.words)
    if (cut.at_end > 0) != (added.at_end > 0):
        yield EdgeEvidence(kind="cut at the end", supports=cut.at_end > 0, count=max(cut.at_end, added.at_end))
    if cut.attested:
        yield EdgeEvidence(kind="common departures", supports=True, count=cut.attested)
    if added.attested:
        yield EdgeEvidence(kind="own departures", supports=False, count=added.attested)


def unheld_of(copies: Iterable[str], namings: Namings) -> tuple[str, ...]:
    """Outlets that several copies name and the family does not hold, as printed, sorted."""
    counts = Counter(name for copy in copies for name in namings.of[copy].unheld)
    return tuple(sorted(namings.printed[name] for name, count in counts.items() if count > 1))
