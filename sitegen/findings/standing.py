"""How the copies of a family stand to each other: which pairs are compared, and how each copy stands to its parent.

Who a copy was likeliest taken from is found in provenance.py, and which copy it is read against in readingorder.py. Of
very many copies only as many pairs are compared as the story's budget allows (budget.py), by ever coarser steps; of the
rest words are counted (counted.py), so that a family costs no more than its copies, whatever their number.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import field, replace
from itertools import combinations

from sitegen.compare.ladder import unit_of
from sitegen.config import Comparing
from sitegen.findings.budget import Budget
from sitegen.findings.counted import RunTable, runs_of, shares
from sitegen.findings.descent.largefamilies import LargeFamily
from sitegen.findings.descent.naming import Namings, names_outlet
from sitegen.findings.descent.provenance import MANY, unheld_of, weigh
from sitegen.findings.descent.readingorder import read_against, with_likeliest_base
from sitegen.findings.descent.silence import is_silent
from sitegen.frozen import dataclass
from sitegen.model import (
    Article,
    Comparison,
    CopyStanding,
    Edge,
    Family,
    Provenance,
    RelationOfCopies,
    Source,
    Unit,
    carries_text,
)
from sitegen.text.languages import is_one_language
from sitegen.text.quoted import quoted_tokens
from sitegen.text.tokenized import Tokenized, tokenize_blocks
from sitegen.thresholds import ALL, MUCH, NARRATED, NARRATED_WORDS, QUOTED, REPLACED, SLIPS

Compare = Callable[[str, str, Unit], Comparison]
"""Compares two articles by their ids, no finer than a unit."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Compared:
    """A family, compared."""

    family: Family
    """With the base that it was read against: the copy that an inferred one was likely taken from, where there is one.
    """
    provenance: Provenance
    comparisons: tuple[Comparison, ...]
    """The left of each is the base or the earlier copy. Across languages none is made."""
    standings: tuple[CopyStanding, ...]
    """One a copy, in the order of the family."""
    alike: Mapping[str, str] = field(default_factory=dict)
    """Copies that were not compared because their text is that of an earlier copy, with that copy."""
    counted: frozenset[str] = frozenset()
    """Copies that were not compared because the budget was spent: their shares are counted by runs of words."""


def compare_family(
    family: Family,
    articles: Mapping[str, Article],
    texts: Mapping[str, Tokenized],
    sources: Mapping[str, Source],
    settings: Comparing,
    compare: Compare,
    budget: Budget | None = None,
) -> Compared:
    """Compares every copy with the base and with its likeliest parent; all pairs in a small family.

    Of more than `MANY` copies, those with the same text are compared once. `texts` are the tokens of the articles'
    blocks, by id. `compare` gives the comparison of two articles by their ids, no finer than it is told. `budget` is
    that of the whole story; None for one of the family's own.
    """
    budget = budget or Budget(settings.story_tokens)
    work = _Work(articles, texts, settings, compare, budget)
    if len(family.copies) <= MANY:
        graph = weigh(family.copies, articles, texts, sources)
        edges = {edge.child: edge for edge in graph.edges()}
        family = with_likeliest_base(family, edges, articles)
        ordered = _base_first(family)
        strangers = graph.strangers()
        against = read_against(ordered, edges, graph.nearness(), strangers) if len(ordered) > 1 else {}
        compared = _compared(work, family, (ordered, {}), edges, against, sources, graph.namings)
        return replace(
            compared,
            standings=tuple(
                replace(standing, is_of_base=frozenset((family.base, standing.article)) not in strangers)
                for standing in compared.standings
            ),
        )
    first = LargeFamily(_base_first(family), articles, texts, sources, family.copies).edge(family.base)
    family = with_likeliest_base(family, {family.base: first}, articles)
    ordered = _base_first(family)
    alike = _alike(ordered, articles)
    distinct = [copy for copy in ordered if copy not in alike]
    search = LargeFamily(distinct, articles, texts, sources, family.copies, alike)
    edges = _edges(work, distinct, search)
    edges |= {copy: search.edge_alike(copy, same) for copy, same in alike.items()}
    against = _against_earlier(distinct, edges)
    return _compared(work, family, (ordered, alike), edges, against, sources, search.namings)


def _base_first(family: Family) -> list[str]:
    return [family.base, *[copy for copy in family.copies if copy != family.base]]


def _compared(
    work: "_Work",
    family: Family,
    copies: tuple[Sequence[str], Mapping[str, str]],
    edges: Mapping[str, Edge],
    against: Mapping[str, str],
    sources: Mapping[str, Source],
    namings: Namings,
) -> Compared:
    """The family compared. `copies` are all of them, the base first, and those with the text of another."""
    ordered, alike = copies
    articles = work.articles
    distinct = [copy for copy in ordered if copy not in alike]
    # A text that all have is compared with itself once, so that there is a page to look at.
    itself = [(family.base, copy) for copy, same in alike.items() if same == family.base][:1]
    comparisons = work.compared([*itself, *_pairs(distinct, against, articles, work.settings)])
    standings = {
        copy: _standing(work, family, edges[copy], against.get(copy, ""), comparisons, sources) for copy in distinct
    }
    for copy, same in alike.items():
        standings[copy] = _standing_alike(articles, family, copy, same, edges[copy], sources)
    return Compared(
        family=family,
        provenance=Provenance(
            edges=tuple(edges[copy] for copy in family.copies), unheld=unheld_of(family.copies, namings)
        ),
        comparisons=_in_order(comparisons, ordered),
        standings=tuple(standings[copy] for copy in family.copies),
        alike=alike,
        counted=frozenset(
            copy
            for copy, beside in against.items()
            if (beside, copy) not in comparisons and _one_language(articles[beside], articles[copy])
        ),
    )


def _in_order(comparisons: Mapping[tuple[str, str], Comparison], ordered: Sequence[str]) -> tuple[Comparison, ...]:
    """Comparisons by the places of their copies."""
    places = {copy: place for place, copy in enumerate(ordered)}
    return tuple(comparisons[pair] for pair in sorted(comparisons, key=lambda pair: (places[pair[0]], places[pair[1]])))


def _alike(ordered: Sequence[str], articles: Mapping[str, Article]) -> dict[str, str]:
    """Copies whose blocks are those of a copy before them, with the first such copy.

    What a keeper said of a copy, that it is a version or a translation of another, is shown by a comparison of its own.
    """
    first: dict[object, str] = {}
    alike = {}
    declared = {
        parent for copy in ordered for parent in (articles[copy].version_of, articles[copy].translation_of) if parent
    }
    for copy in ordered:
        article = articles[copy]
        blocks = tuple((block.role, block.furniture, block.text) for block in article.blocks)
        same = first.setdefault((article.language, article.rights, blocks), copy)
        if same != copy and copy not in declared and not (article.version_of or article.translation_of):
            alike[copy] = same
    return alike


def _edges(work: "_Work", distinct: Sequence[str], search: LargeFamily) -> dict[str, Edge]:
    """The edge of each copy; looked for beyond the base as long as the budget can pay for comparing it."""
    edges, read = {distinct[0]: search.edge(distinct[0])}, 0
    for copy in distinct[1:]:
        if read >= work.budget.open:
            # Not kept: the tokens of ten thousand copies are 400 MiB.
            text = work.tokens(copy)
            edges[copy] = search.edge_to_base(copy, text)
            work.count(distinct[0], copy, text)
            continue
        edges[copy] = search.edge(copy)
        read += len(work.texts[copy].keys) + len(work.texts[distinct[0]].keys)
    return edges


def _against_earlier(distinct: Sequence[str], edges: Mapping[str, Edge]) -> dict[str, str]:
    """Of each copy of a large family the copy it is read against: its likeliest parent, if that is before it."""
    places = {copy: place for place, copy in enumerate(distinct)}
    return {
        copy: edges[copy].parent if places.get(edges[copy].parent, place) < place else distinct[0]
        for copy, place in places.items()
        if place
    }


def _pairs(
    ordered: Sequence[str], against: Mapping[str, str], articles: Mapping[str, Article], settings: Comparing
) -> list[tuple[str, str]]:
    """The pairs worth a comparison, those that a copy is read in first: a budget may not reach to all of them."""
    read = {(beside, copy) for copy, beside in against.items()}
    pairs = read | {(ordered[0], copy) for copy in ordered[1:]}
    if len(ordered) <= settings.all_pairs_up_to:
        pairs |= {pair for pair in combinations(ordered, 2) if pair[::-1] not in read}
    places = {copy: place for place, copy in enumerate(ordered)}
    in_one_language = [pair for pair in pairs if _one_language(articles[pair[0]], articles[pair[1]])]
    return sorted(in_one_language, key=lambda pair: (pair not in read, places[pair[1]], places[pair[0]]))


def _one_language(left: Article, right: Article) -> bool:
    """Whether the words of two articles can be compared; a text whose language is not known is compared with all."""
    return is_one_language(left.language, right.language)


class _Work:
    """What is done in one family: comparisons while the budget lasts, counts beyond."""

    def __init__(
        self,
        articles: Mapping[str, Article],
        texts: Mapping[str, Tokenized],
        settings: Comparing,
        compare: Compare,
        budget: Budget,
    ) -> None:
        self.articles, self.texts = articles, texts
        self.settings, self._compare, self.budget = settings, compare, budget
        self._runs: dict[str, RunTable] = {}
        self._shares: dict[tuple[str, str], tuple[float, float]] = {}

    def compared(self, pairs: Iterable[tuple[str, str]]) -> dict[tuple[str, str], Comparison]:
        """The comparisons of the pairs, in their order, until the budget is spent."""
        comparisons = {}
        for pair in pairs:
            # Asked first, so that the tokens of what is not compared are not made and held.
            if self.budget.spent:
                break
            left, right = self.texts[pair[0]], self.texts[pair[1]]
            step = self.budget.step_for(len(left.keys) + len(right.keys), unit_of(left, right, self.settings))
            if step:
                comparisons[pair] = self._compare(*pair, step)
        return comparisons

    def counted_shares(self, beside: str, copy: str) -> tuple[float, float]:
        """Share of the words of `beside` in the copy and of the copy's in it, by runs."""
        if (beside, copy) not in self._shares:
            self.count(beside, copy, self.tokens(copy))
        return self._shares[beside, copy]

    def count(self, beside: str, copy: str, text: Tokenized) -> None:
        """Counts these shares and keeps them; `text` are the tokens of the copy, which cost most of it."""
        if beside not in self._runs:
            # One is kept: nearly all are counted against the base.
            self._runs = {beside: runs_of(_body_of(self.articles[beside], self.tokens(beside)))}
        self._shares[beside, copy] = shares(self._runs[beside], runs_of(_body_of(self.articles[copy], text)))

    def tokens(self, copy: str) -> Tokenized:
        """Its tokens, made anew and not held."""
        return tokenize_blocks(self.articles[copy].blocks, self.articles[copy].language)


def _body_of(article: Article, text: Tokenized) -> Tokenized:
    """The tokens of the body, of an article with these tokens; made anew where furniture stands between."""
    return text if len(article.body) == len(article.blocks) else tokenize_blocks(article.body, article.language)


def _standing(
    work: _Work,
    family: Family,
    edge: Edge,
    against: str,
    comparisons: Mapping[tuple[str, str], Comparison],
    sources: Mapping[str, Source],
) -> CopyStanding:
    copy = edge.child
    article, compared = work.articles[copy], comparisons.get((against, copy))
    kept, taken = (compared.measures.left_in_right, compared.measures.right_in_left) if compared else (None, None)
    relation = _relation(article, against, compared, work.texts)
    unread = not compared and bool(against) and _one_language(work.articles[against], article)
    if unread or (compared and compared.bounded):
        # By whole sentences or blocks a copy with a word changed here and there would pass for a rewritten one.
        kept, taken = work.counted_shares(against, copy)
        relation = "version" if article.version_of == against else _counted_relation(kept, taken)
    relation, kept, taken = _without_unknown(work.articles.get(against), article, relation, kept, taken)
    # The declared base of a family stays what it is declared to be, whatever it was taken from.
    parent = edge.likely_parent if against else ""
    narrated = compared is None or _narrates(compared, work.texts[copy])
    return CopyStanding(
        article=copy,
        family=family.base,
        relation=relation,
        against=against,
        parent=parent,
        probability=edge.probability if parent else 0.0,
        one_of=edge.one_of if against else (),
        kept=kept,
        taken=taken,
        credits_parent=bool(parent) and credits_source(article, work.articles[parent], sources),
        silent=bool(parent)
        and narrated
        and carries_text(kept, taken)
        and is_silent(
            article, work.articles[parent], edge, sources.get(article.source), sources.get(work.articles[parent].source)
        ),
    )


def _without_unknown(
    beside: Article | None, copy: Article, relation: RelationOfCopies, kept: float | None, taken: float | None
) -> tuple[RelationOfCopies, float | None, float | None]:
    """Relation and shares without what a partial text cannot tell: what it lacks was perhaps only not imported.

    Of a partial copy nobody knows what it kept: so far as it goes it is what it took. Of what stands beside a partial
    text nobody knows what was taken from elsewhere.
    """
    partial = [article is not None and article.completeness == "partial" for article in (beside, copy)]
    if partial[1]:
        kept = None
    if partial[0]:
        taken = None
    if not any(partial) or relation not in ("cut", "edited", "rewritten"):
        return relation, kept, taken
    share = taken if partial[1] else kept
    if share is None:
        return "edited", kept, taken
    if relation == "cut" or share >= ALL:
        return "verbatim", kept, taken
    return "edited" if share >= MUCH else relation, kept, taken


def _standing_alike(
    articles: Mapping[str, Article],
    family: Family,
    copy: str,
    same: str,
    edge: Edge,
    sources: Mapping[str, Source],
) -> CopyStanding:
    """How a copy stands whose text is that of another."""
    parent = edge.likely_parent
    return CopyStanding(
        article=copy,
        family=family.base,
        relation="verbatim",
        against=same,
        parent=parent,
        probability=edge.probability if parent else 0.0,
        one_of=edge.one_of,
        kept=1.0,
        taken=1.0,
        credits_parent=bool(parent) and credits_source(articles[copy], articles[parent], sources),
        silent=bool(parent)
        and is_silent(
            articles[copy],
            articles[parent],
            edge,
            sources.get(articles[copy].source),
            sources.get(articles[parent].source),
        ),
    )


def _counted_relation(kept: float, taken: float) -> RelationOfCopies:
    """As `_relation`, by shares that are counted: order, paragraphs and quotation marks were not looked at."""
    if taken >= ALL:
        return "verbatim" if kept >= ALL else "cut"
    return "edited" if max(kept, taken) >= MUCH else "rewritten"


def credits_source(article: Article, parent: Article, sources: Mapping[str, Source]) -> bool:
    """Whether an article names its parent's source. Across languages any credit will do: names are translated too."""
    if not _one_language(article, parent):
        return bool(article.credits)
    return names_outlet(article.credits, sources.get(parent.source))


def _relation(
    article: Article, against: str, compared: Comparison | None, texts: Mapping[str, Tokenized]
) -> RelationOfCopies:
    if not against:
        return "base"
    if article.version_of == against:
        return "version"
    if compared is None:
        return "translated"
    measures = compared.measures
    if measures.right_in_left >= ALL and _intact(compared):
        return "verbatim" if measures.left_in_right >= ALL else "cut"
    held = max(measures.left_in_right, measures.right_in_left)
    if held >= MUCH and measures.changed <= REPLACED * measures.right_words:
        return "edited"
    return "quoting" if _quoted_share(compared, texts[article.id]) >= QUOTED else "rewritten"


def _intact(compared: Comparison) -> bool:
    """Whether what is left of the text stands as it stood: in its order, its paragraphs, its words."""
    rearranged = any(row.relation in ("moved", "split", "merged") for row in compared.rows)
    return not rearranged and compared.measures.changed <= SLIPS * compared.measures.right_words


def _narrates(compared: Comparison, text: Tokenized) -> bool:
    """Whether a copy kept more than words that somebody said in public."""
    inside, words = _quoted_words(compared, text)
    return words - inside >= max(NARRATED_WORDS, NARRATED * words)


def _quoted_share(compared: Comparison, text: Tokenized) -> float:
    """Share of the kept words that the copy prints inside quotation marks."""
    inside, words = _quoted_words(compared, text)
    return inside / words if words else 0.0


def _quoted_words(compared: Comparison, text: Tokenized) -> tuple[int, int]:
    """The kept words that the copy prints inside quotation marks, and all kept words."""
    quoted = quoted_tokens(text)
    spans = [op.right for row in compared.rows for op in row.ops if op.tag == "equal"]
    words = sum(text.word_count(span) for span in spans)
    return sum(1 for span in spans for token in range(*span) if quoted[token] and text.words[token]), words
