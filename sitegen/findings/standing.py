"""How the copies of a family stand to each other: which pairs are compared, and how each copy stands to its parent.

Who a copy was likeliest taken from is found in parents.py. Of very many copies only as many pairs are compared as the
story's budget allows (budget.py), by ever coarser steps; of the rest words are counted (counted.py), so that a family
costs no more than its copies, whatever their number.
"""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import combinations

from sitegen.compare.ladder import unit_of
from sitegen.config import Comparing
from sitegen.findings.budget import Budget
from sitegen.findings.counted import RunTable, runs_of, shares
from sitegen.findings.parents import MANY, Parents, one_language
from sitegen.model import Article, Comparison, CopyStanding, Family, RelationOfCopies, Source, Unit
from sitegen.text.quoted import quoted_tokens
from sitegen.text.tokenized import Tokenized, tokenize_blocks
from sitegen.thresholds import ALL, CLEARLY_MORE, MUCH, QUOTED, REPLACED, SLIPS

_WORDS = re.compile(r"\w+")


Compare = Callable[[str, str, Unit], Comparison]
"""Compares two articles by their ids, no finer than a unit."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Compared:
    """A family, compared."""

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
    ordered = [family.base, *[copy for copy in family.copies if copy != family.base]]
    alike = _alike(ordered, articles) if len(ordered) > MANY else {}
    distinct = [copy for copy in ordered if copy not in alike]
    parents = _parents(distinct, articles, texts, budget)
    work = _Work(articles, texts, settings, compare, budget)
    # A text that all have is compared with itself once, so that there is a page to look at.
    itself = [(family.base, copy) for copy, same in alike.items() if same == family.base][:1]
    comparisons = work.compared([*itself, *_pairs(distinct, parents, articles, settings)])
    standings = {copy: _standing(work, family, copy, parents.get(copy, ""), comparisons, sources) for copy in distinct}
    for copy, same in alike.items():
        standings[copy] = _standing_alike(articles, family, copy, standings[same], sources)
    return Compared(
        comparisons=_in_order(comparisons, ordered),
        standings=tuple(standings[copy] for copy in family.copies),
        alike=alike,
        counted=frozenset(
            copy
            for copy, parent in parents.items()
            if (parent, copy) not in comparisons and one_language(articles[parent], articles[copy])
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


def _parents(
    distinct: Sequence[str], articles: Mapping[str, Article], texts: Mapping[str, Tokenized], budget: Budget
) -> dict[str, str]:
    """The likeliest parent of each copy but the base; looked for as long as the budget can pay for comparing it."""
    search = Parents(distinct, articles, texts)
    parents, read = {}, 0
    for copy in distinct[1:]:
        if read >= budget.open:
            parents[copy] = search.declared(copy) or distinct[0]
            continue
        parents[copy] = search.likeliest(copy)
        read += len(texts[copy].keys) + len(texts[distinct[0]].keys)
    return parents


def _pairs(
    ordered: Sequence[str], parents: Mapping[str, str], articles: Mapping[str, Article], settings: Comparing
) -> list[tuple[str, str]]:
    """The pairs worth a comparison, those with a likeliest parent first: a budget may not reach to all of them."""
    likeliest = {(parent, copy) for copy, parent in parents.items()}
    wanted = {(ordered[0], copy) for copy in ordered[1:]} | likeliest
    if len(ordered) <= settings.all_pairs_up_to:
        wanted |= set(combinations(ordered, 2))
    places = {copy: place for place, copy in enumerate(ordered)}
    in_one_language = [pair for pair in wanted if one_language(articles[pair[0]], articles[pair[1]])]
    return sorted(in_one_language, key=lambda pair: (pair not in likeliest, places[pair[1]], places[pair[0]]))


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
        self._settings, self._compare, self._budget = settings, compare, budget
        self._runs: dict[str, RunTable] = {}

    def compared(self, pairs: Iterable[tuple[str, str]]) -> dict[tuple[str, str], Comparison]:
        """The comparisons of the pairs, in their order, until the budget is spent."""
        comparisons = {}
        for pair in pairs:
            # Asked first, so that the tokens of what is not compared are not made and held.
            if self._budget.spent:
                break
            left, right = self.texts[pair[0]], self.texts[pair[1]]
            step = self._budget.step_for(len(left.keys) + len(right.keys), unit_of(left, right, self._settings))
            if step:
                comparisons[pair] = self._compare(*pair, step)
        return comparisons

    def counted_shares(self, parent: str, copy: str) -> tuple[float, float]:
        """Share of the parent's words in the copy and of the copy's in the parent, by runs."""
        if parent not in self._runs:
            # One is kept: nearly all are counted against the base.
            self._runs = {parent: self._counted(parent)}
        return shares(self._runs[parent], self._counted(copy))

    def _counted(self, copy: str) -> RunTable:
        return runs_of(tokenize_blocks(self.articles[copy].body, self.articles[copy].language))


def _standing(
    work: _Work,
    family: Family,
    copy: str,
    parent: str,
    comparisons: Mapping[tuple[str, str], Comparison],
    sources: Mapping[str, Source],
) -> CopyStanding:
    article, compared = work.articles[copy], comparisons.get((parent, copy))
    kept, taken = (compared.measures.left_in_right, compared.measures.right_in_left) if compared else (None, None)
    relation = _relation(article, parent, compared, work.texts)
    unread = not compared and bool(parent) and one_language(work.articles[parent], article)
    if unread or (compared and compared.bounded):
        # By whole sentences or blocks a copy with a word changed here and there would pass for a rewritten one.
        kept, taken = work.counted_shares(parent, copy)
        relation = "version" if article.version_of == parent else _counted_relation(kept, taken)
    return CopyStanding(
        article=copy,
        family=family.base,
        relation=relation,
        parent=parent,
        kept=kept,
        taken=taken,
        credits_parent=bool(parent) and _credits(article, work.articles[parent], sources),
    )


def _standing_alike(
    articles: Mapping[str, Article], family: Family, copy: str, same: CopyStanding, sources: Mapping[str, Source]
) -> CopyStanding:
    """How a copy stands whose text is that of another: as that one, unless it was likelier taken from that one."""
    if same.parent and same.taken is not None and same.taken > 1 - CLEARLY_MORE:
        standing = replace(same, article=copy)
    else:
        standing = CopyStanding(
            article=copy,
            family=family.base,
            relation="verbatim",
            parent=same.article,
            kept=1.0,
            taken=1.0,
            credits_parent=False,
        )
    return replace(standing, credits_parent=_credits(articles[copy], articles[standing.parent], sources))


def _counted_relation(kept: float, taken: float) -> RelationOfCopies:
    """As `_relation`, by shares that are counted: order, paragraphs and quotation marks were not looked at."""
    if taken >= ALL:
        return "verbatim" if kept >= ALL else "cut"
    return "edited" if max(kept, taken) >= MUCH else "rewritten"


def _credits(article: Article, parent: Article, sources: Mapping[str, Source]) -> bool:
    """Whether an article names its parent's source. Across languages any credit will do: names are translated too."""
    if not one_language(article, parent):
        return bool(article.credits)
    names = names_of(parent, sources)
    return any(_named(credit.name, name) for credit in article.credits for name in names)


def names_of(article: Article, sources: Mapping[str, Source]) -> frozenset[str]:
    """How an article's source may be called: by its name, its id or its initials. Casefolded."""
    source = sources.get(article.source)
    if source is None:
        return frozenset()
    words = [word for word in source.name.split() if word.casefold() not in ("the", "of", "and")]
    initials = "".join(word[0] for word in words) if len(words) > 1 else ""
    return frozenset(name.casefold() for name in (source.id, source.name, initials) if name)


def _named(credit: str, name: str) -> bool:
    """Whether the words of one stand in the other, in a row: `Northern Wire, via Evening Post` names Northern Wire."""
    said, called = (f" {' '.join(_WORDS.findall(text.casefold()))} " for text in (credit, name))
    bare = called.removeprefix(" the")
    return bool(called.strip()) and (bare in said or (len(said) > 5 and said.removeprefix(" the") in called))


def _relation(
    article: Article, parent: str, compared: Comparison | None, texts: Mapping[str, Tokenized]
) -> RelationOfCopies:
    if not parent:
        return "base"
    if article.version_of == parent:
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


def _quoted_share(compared: Comparison, text: Tokenized) -> float:
    """Share of the kept words that the copy prints inside quotation marks."""
    quoted = quoted_tokens(text)
    spans = [op.right for row in compared.rows for op in row.ops if op.tag == "equal"]
    words = sum(text.word_count(span) for span in spans)
    inside = sum(1 for span in spans for at in range(*span) if quoted[at] and text.words[at])
    return inside / words if words else 0.0
