"""Why two articles belong together: declared, or shared passages that were verified by alignment."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import field, replace

import numpy as np
from numpy.typing import NDArray

from sitegen.config import Grouping
from sitegen.frozen import dataclass
from sitegen.group.candidates.crowds import find_crowds
from sitegen.group.candidates.fingerprints import Candidates, among_nearest, runs_for
from sitegen.group.candidates.recalled import known_candidates
from sitegen.group.copies.digests import find_digests
from sitegen.group.copies.forms import recurring, with_other_issues
from sitegen.group.copies.narration import Text
from sitegen.group.copies.passages import Sharing, are_strangers
from sitegen.group.copies.verdicts import MAY_BE_A_FORM, MOSTLY, Aligner, Question
from sitegen.group.likeness import Terms
from sitegen.group.prints import READER, Printer
from sitegen.group.words import Indexes
from sitegen.model import Article, Link, Span

_SENTENCE = 16
"""Runs of a text below which one is enough to be aligned."""
_RUNS_FOUND = 0.8
"""Share of the runs of the shortest passages that count, at the least, which two texts have word for word."""
_MOST = 0.5
"""Share of a text's runs that makes boilerplate count: what most of an article consists of is no footer."""
_APART_DAYS = 14
"""Days within which two articles of one outlet may share a passage and be one text in two states."""
_SHORT = 40
"""Runs of a text below which what many others have too is a form filled in again: a price, a score."""
_OF_FORM = 4
"""One run in so many of a short text, that very many others have too, makes it a form."""
_NEAREST = 3
"""Neighbours an article is aligned with by runs that are beyond the cap: a text with 10,000 copies has 30,000 links."""
_FORM = 0.3
"""Share of a text's runs that another article of its outlet has on another day, from which on the two may be a form
that is filled in again: what is printed under everything is less."""

Pair = tuple[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class SharedText:
    """The links of an archive, and what was seen on the way."""

    links: tuple[Link, ...]
    """Sorted by their articles, without those that a keeper barred."""
    archive: "Fingerprinted"
    """What else can be asked of the fingerprints."""
    terms: tuple[Terms, ...] = ()
    """What each article talks about, in the order of ids."""
    templates: tuple[str, ...] = ()
    """Articles of a few words that more others share than the cap allows: a form filled in again and again."""
    notices: tuple[str, ...] = ()
    """Articles that are nothing but a notice of the site to its readers."""
    copies: Mapping[Pair, tuple[float, float]] = field(default_factory=dict)
    """Pairs that share narration, with the share of the left's that the right holds, and of the right's in the left."""
    twins: frozenset[Pair] = field(default_factory=frozenset)
    """Those of them that share most of the longer text too."""
    crowds: frozenset[Pair] = field(default_factory=frozenset)
    """Pairs of a text that very many articles print: counted, and the first of them aligned."""
    forms: frozenset[Pair] = field(default_factory=frozenset)
    """Pairs of one outlet that are one form, filled in twice."""
    digests: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Articles that take from several reports which have nothing to do with each other, with these."""
    passages: Mapping[Pair, tuple[tuple[Span, Span], ...]] = field(default_factory=dict)
    """The longest passages that two texts share which are no copies, in either."""
    stock: Mapping[Pair, tuple[tuple[Span, Span], ...]] = field(default_factory=dict)
    """Pairs that share nothing but stock text, with its passages; see `stock.py`."""

    def without(self, stock: frozenset[Pair]) -> "SharedText":
        """The same without links of pairs that share nothing but stock text, and without what came of them."""
        copies = {pair: shares for pair, shares in self.copies.items() if pair not in stock}
        passages = {
            (link.left, link.right): tuple((passage.left, passage.right) for passage in link.evidence)
            for link in self.links
            if (link.left, link.right) in stock
        }
        return replace(
            self,
            links=tuple(link for link in self.links if (link.left, link.right) not in stock),
            copies=copies,
            digests=find_digests(copies, self.archive.is_strange),
            passages={**self.passages, **passages},
            stock=passages,
        )


def find_links(articles: Sequence[Article], settings: Grouping) -> tuple[Link, ...]:
    """All links by text or declaration, sorted by their articles. The order of `articles` does not matter."""
    return shared_text(articles, settings).links


def shared_text(articles: Sequence[Article], settings: Grouping, printer: Printer = READER) -> SharedText:
    """Links by text or declaration, and what was seen on the way."""
    ordered = sorted(articles, key=lambda article: article.id)
    barred = barred_pairs(ordered)
    archive = Fingerprinted(ordered, settings, printer)
    links: dict[Pair, Link] = {}
    copies: dict[Pair, tuple[float, float]] = {}
    passages: dict[Pair, tuple[tuple[Span, Span], ...]] = {}
    twins, forms, crowds, issues = set(), set(), set(), set()
    decisions: Counter[int] = Counter()
    pairs = neighbours_together(archive.crowds.aligned(archive.worth_a_look()))
    verdicts = printer.verdicts(archive.question(left, right) for left, right in pairs)
    for (left, right), verdict in zip(pairs, verdicts, strict=True):
        pair = ordered[left].id, ordered[right].id
        decision = verdict.kinship.decision if verdict.kinship and frozenset(pair) not in barred else "too little"
        if verdict.link:
            links[pair] = verdict.link
        if verdict.passages:
            passages[pair] = verdict.passages
        if verdict.link and verdict.kinship and decision == "copies":
            # No link, no family: a line that is half of what a list of quotations tells is no evidence of a copy.
            copies[pair] = verdict.kinship.left_share, verdict.kinship.right_share
            if verdict.twin:
                twins.add(pair)
        elif decision == "form" and ordered[left].source == ordered[right].source:
            forms.add(pair)
        if verdict.kinship and verdict.kinship.is_issue:
            issues.add(pair)
        if (left, right) in archive.crowds.shown:
            decisions[archive.crowds.root[left]] += 1 if decision == "copies" else -1
            if decision == "copies":
                crowds.add(pair)
    crowded = [pair for pair in archive.crowds.counted if decisions[archive.crowds.root[pair[0]]] > 0]
    counted = tuple(archive.counted_links(crowded))
    recurs = frozenset(recurring(issues, {article.id: article for article in ordered}))
    forms |= recurs
    _take_away(recurs, links, copies, twins)
    _take_away(with_other_issues(recurs, copies), links, copies, twins)
    for link in (*counted, *declared_links(ordered)):
        links.setdefault((link.left, link.right), link)
    kept = tuple(links[pair] for pair in sorted(links) if frozenset(pair) not in barred)
    digests = find_digests(copies, archive.is_strange)
    terms = tuple(archive.terms)
    archive.terms.clear()
    templates = tuple(ordered[index].id for index in archive.templates.tolist())
    return SharedText(
        links=kept,
        archive=archive,
        terms=terms,
        templates=templates,
        notices=tuple(ordered[index].id for index in archive.notices),
        copies=copies,
        twins=frozenset(twins),
        crowds=frozenset((link.left, link.right) for link in counted) | crowds,
        forms=frozenset(forms),
        digests=digests,
        passages=passages,
    )


def _take_away(
    pairs: Iterable[Pair], links: dict[Pair, Link], copies: dict[Pair, tuple[float, float]], twins: set[Pair]
) -> None:
    """Takes back what was found of some pairs, in place."""
    for pair in pairs:
        links.pop(pair, None)
        copies.pop(pair, None)
        twins.discard(pair)


def neighbours_together(pairs: Iterable[tuple[int, int]]) -> Sequence[tuple[int, int]]:
    """The pairs, those that hang together one after another, so that few texts are needed at a time."""
    root: dict[int, int] = {}

    def first(index: int) -> int:
        while root.setdefault(index, index) != index:
            root[index] = root[root[index]]
            index = root[index]
        return index

    ordered = list(pairs)
    for left, right in ordered:
        low, high = sorted((first(left), first(right)))
        root[high] = low
    return sorted(ordered, key=lambda pair: (first(pair[0]), *pair))


def barred_pairs(articles: Iterable[Article]) -> frozenset[frozenset[str]]:
    """Pairs that a keeper said do not belong together."""
    return frozenset(frozenset((article.id, barred)) for article in articles for barred in article.not_with)


def declared_links(articles: Sequence[Article]) -> Iterable[Link]:
    """Translations and versions that articles declare."""
    ids = {article.id for article in articles}
    for article in articles:
        for target, kind, reason in (
            (article.translation_of, "translation", "declared a translation"),
            (article.version_of, "version", "declared a version of the same copy"),
        ):
            if target in ids and target != article.id:
                left, right = sorted((article.id, target))
                yield Link(
                    left=left,
                    right=right,
                    kind="translation" if kind == "translation" else "version",
                    strength=1.0,
                    reason=reason,
                )


class Fingerprinted:
    """An archive's fingerprints, and what pairs of its articles share by them. `articles` are sorted by id."""

    def __init__(self, articles: Sequence[Article], settings: Grouping, printer: Printer = READER) -> None:
        self._articles, self._settings = articles, settings
        self._runs = runs_for(len(articles), settings)
        self._printer, self._aligner = printer, Aligner()
        fingerprints = printer.fingerprints(articles, self._runs)
        self.terms: list[Terms] = list(fingerprints.postings.terms(fingerprints.slots))
        self.notices: list[int] = np.flatnonzero(fingerprints.postings.notices(fingerprints.slots)).tolist()
        stories = [article.story for article in articles]
        candidates = known_candidates(articles, fingerprints, self._runs, settings, printer)
        printer.release()
        few = np.minimum(candidates.sizes[candidates.left], candidates.sizes[candidates.right])
        most = candidates.shared >= _MOST * np.maximum(1, few)
        short = few < _SHORT
        numbers = {"": 0}
        story = np.array([numbers.setdefault(name, len(numbers)) for name in stories], dtype=np.int64)
        # Whoever puts short texts into one story says that they are no form.
        declared = (story[candidates.left] > 0) & (story[candidates.left] == story[candidates.right])
        template = short & (candidates.telling < _MOST * few) & ~declared
        most &= ~template
        form = (candidates.shared >= _FORM * few) & ~most & ~declared & self._of_one_outlet_on_two_days(candidates)
        filled = (candidates.sizes < _SHORT) & (candidates.common * _OF_FORM >= np.maximum(1, candidates.sizes))
        filled &= story == 0
        self.templates: Indexes = np.flatnonzero(filled)
        self.crowds = find_crowds(candidates, template, stories, settings.twin_share, settings.document_frequency)
        # A passage of 8 words has 4 runs of 5 words, half as many as words: so much is asked for.
        in_passage = self._runs.in_passage(settings.passage_words)
        a_word = _RUNS_FOUND * in_passage / settings.passage_words
        least = np.maximum(in_passage, few * settings.copy_share * a_word)
        # A text of one sentence has hardly so many.
        least = np.where(few < _SENTENCE, 1, least)
        chosen = (candidates.telling >= least) | _near(candidates, most) | _near(candidates, form)
        # Most candidates share a run or two and are asked about no more: of 20,000 articles 1,560,000 of 1,580,000.
        used = np.flatnonzero(chosen | most | form)
        self.candidates: Candidates = candidates.only(used)
        self._most, self._form, self._chosen = most[used], form[used], chosen[used]
        self._keys = self.candidates.left * len(articles) + self.candidates.right

    def worth_a_look(self) -> Iterable[tuple[int, int]]:
        """Pairs of indexes that are to be aligned, in order."""
        for place in np.flatnonzero(self._chosen).tolist():
            left, right = int(self.candidates.left[place]), int(self.candidates.right[place])
            if self._most[place] or self._form[place] or not self._far_apart(left, right):
                yield left, right

    def counted_links(self, counted: Iterable[tuple[int, int, int, int]]) -> Iterator[Link]:
        """Links of copies in a crowd that are not aligned: they rest on counted runs, and are twins."""
        for first, second, shared, few in counted:
            left, right = self._articles[first], self._articles[second]
            yield Link(
                left=left.id,
                right=right.id,
                kind="passages",
                strength=round(min(1.0, shared / few), 4),
                reason=f"{shared} of the shorter text’s {few} runs of {self._runs.length} words, counted only",
            )

    def _of_one_outlet_on_two_days(self, candidates: Candidates) -> NDArray[np.bool_]:
        """Whether one outlet printed both articles, and not on one day, pair by pair."""
        numbers: dict[str, int] = {}
        source = np.array([numbers.setdefault(article.source, len(numbers)) for article in self._articles])
        days = np.array(
            [
                article.published.day.toordinal() if article.published else -index
                for index, article in enumerate(self._articles)
            ]
        )
        apart: NDArray[np.bool_] = days[candidates.left] != days[candidates.right]
        apart &= source[candidates.left] == source[candidates.right]
        return apart

    def _far_apart(self, left: int, right: int) -> bool:
        """Two articles of one outlet, not of the same days: what they share in part is the outlet's, not the text's."""
        left_article, right_article = self._articles[left], self._articles[right]
        if not left_article.source or left_article.source != right_article.source:
            return False
        if not (left_article.published and right_article.published):
            return True
        return abs((left_article.published.day - right_article.published.day).days) > _APART_DAYS

    def text(self, index: int) -> Text:
        """The tokens of an article in its own language."""
        article = self._articles[index]
        return self._aligner.text(article, self.candidates.silent_in(index), self._runs, article.language)

    def sharing(self, left: int, right: int) -> Sharing:
        """What two articles share, by alignment."""
        return self._aligner.sharing(self.question(left, right))

    def question(self, left: int, right: int) -> Question:
        """Whether two articles share text, as a question that holds all it depends on."""
        return Question(
            left=self._articles[left],
            right=self._articles[right],
            settings=self._settings,
            runs=self._runs,
            archive_says=(
                self.candidates.silent_in(left),
                self.candidates.silent_in(right),
                self._standing(left, right),
            ),
        )

    def is_strange(self, left: str, right: str) -> bool:
        """Whether two articles, by their ids, have hardly a word of content in common."""
        places = [bisect_left(self._articles, article, key=lambda member: member.id) for article in (left, right)]

        def compare() -> bool:
            texts = [self.text(place) for place in places]
            return are_strangers(texts[0], texts[1], self._articles[places[0]].language)

        return self._printer.strangers(self._articles[places[0]], self._articles[places[1]], compare)

    def _standing(self, left: int, right: int) -> int:
        """What the fingerprints say of two articles: `MOSTLY`, `MAY_BE_A_FORM`, or 0 for neither."""
        key = left * len(self._articles) + right
        place = int(np.searchsorted(self._keys, key))
        if place == len(self._keys) or int(self._keys[place]) != key:
            return 0
        if self._most[place]:
            return MOSTLY
        return MAY_BE_A_FORM if self._form[place] else 0


def _near(candidates: Candidates, chosen: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """Which of the wanted pairs are among those few that share most with either article."""
    places = np.flatnonzero(chosen)
    near = np.zeros(len(chosen), dtype=bool)
    near[places] = among_nearest(candidates.left[places], candidates.right[places], candidates.shared[places], _NEAREST)
    return near
