"""How the copies of a family stand to each other: which pairs are compared, who likely took from whom, and how.

The likeliest parent of a copy is, among the copies before it, the one that holds most of its words; the base wins
unless another holds clearly more. A copy that says what it translates or which version it follows is believed.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from sitegen.align import shared_tiles
from sitegen.compare.pair import compare_pair
from sitegen.compare.reading import quoted_tokens
from sitegen.config import Comparing
from sitegen.model import Article, Comparison, CopyStanding, Family, RelationOfCopies, Source
from sitegen.text.catalogues import ENGLISH, Catalogue
from sitegen.text.tokenized import Tokenized
from sitegen.thresholds import ALL, CLEARLY_MORE, MUCH, QUOTED, REPLACED, SLIPS

_WORDS = re.compile(r"\w+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Compared:
    """A family, compared."""

    comparisons: tuple[Comparison, ...]
    """The left of each is the base or the earlier copy. Across languages none is made."""
    standings: tuple[CopyStanding, ...]
    """One a copy, in the order of the family."""


def compare_family(
    family: Family,
    articles: Mapping[str, Article],
    texts: Mapping[str, Tokenized],
    sources: Mapping[str, Source],
    settings: Comparing,
    catalogue: Catalogue = ENGLISH,
) -> Compared:
    """Compares every copy with the base and with its likeliest parent; all pairs in a small family.

    `texts` are the tokens of the articles' blocks, by id. Sentences are those of `catalogue`.
    """
    ordered = [family.base, *[copy for copy in family.copies if copy != family.base]]
    parents = {copy: _parent(copy, ordered[:at], articles, texts) for at, copy in enumerate(ordered) if at}
    comparisons = {
        pair: compare_pair(
            articles[pair[0]],
            articles[pair[1]],
            settings,
            tokenized=(texts[pair[0]], texts[pair[1]]),
            catalogue=catalogue,
        )
        for pair in _pairs(ordered, parents, articles, settings)
    }
    standings = tuple(
        _standing(articles[copy], family, parents.get(copy, ""), articles, comparisons, sources, texts)
        for copy in family.copies
    )
    return Compared(comparisons=tuple(comparisons.values()), standings=standings)


def _pairs(
    ordered: Sequence[str], parents: Mapping[str, str], articles: Mapping[str, Article], settings: Comparing
) -> list[tuple[str, str]]:
    wanted = {(ordered[0], copy) for copy in ordered[1:]} | {(parent, copy) for copy, parent in parents.items()}
    if len(ordered) <= settings.all_pairs_up_to:
        wanted |= set(combinations(ordered, 2))
    places = {copy: at for at, copy in enumerate(ordered)}
    in_one_language = [pair for pair in wanted if _one_language(articles[pair[0]], articles[pair[1]])]
    return sorted(in_one_language, key=lambda pair: (places[pair[0]], places[pair[1]]))


def _one_language(left: Article, right: Article) -> bool:
    subtags = {left.language.split("-")[0], right.language.split("-")[0]}
    return len(subtags) == 1 or "und" in subtags


def _parent(copy: str, before: Sequence[str], articles: Mapping[str, Article], texts: Mapping[str, Tokenized]) -> str:
    """The likeliest parent among the copies before it, the base first among them."""
    article = articles[copy]
    for declared in (article.version_of, article.translation_of):
        if declared in before:
            return declared
    base = before[0]
    candidates = [one for one in before if _one_language(articles[one], article) and not _later(articles[one], article)]
    if len(candidates) < 2:
        return candidates[0] if candidates else base
    shares = {one: _share(texts[copy], texts[one]) for one in candidates}
    best = max(candidates, key=lambda one: (shares[one], -before.index(one)))
    return base if base in shares and shares[best] < shares[base] + CLEARLY_MORE else best


def _later(one: Article, other: Article) -> bool:
    return bool(one.published and other.published and one.published.order > other.published.order)


def _share(copy: Tokenized, parent: Tokenized) -> float:
    """Share of the copy's tokens that stand in runs it shares with the parent."""
    tiles = shared_tiles(copy.keys, parent.keys)
    return sum(length for _, _, length in tiles) / len(copy.keys) if copy.keys else 0.0


def _standing(
    article: Article,
    family: Family,
    parent: str,
    articles: Mapping[str, Article],
    comparisons: Mapping[tuple[str, str], Comparison],
    sources: Mapping[str, Source],
    texts: Mapping[str, Tokenized],
) -> CopyStanding:
    compared = comparisons.get((parent, article.id))
    return CopyStanding(
        article=article.id,
        family=family.base,
        relation=_relation(article, parent, compared, texts),
        parent=parent,
        kept=compared.measures.left_in_right if compared else None,
        taken=compared.measures.right_in_left if compared else None,
        credits_parent=bool(parent) and _credits(article, articles[parent], sources),
    )


def _credits(article: Article, parent: Article, sources: Mapping[str, Source]) -> bool:
    """Whether an article names its parent's source. Across languages any credit will do: names are translated too."""
    if not _one_language(article, parent):
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
