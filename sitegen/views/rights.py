"""What may be shown of an article. Comparison is always computed on the full text; this decides what is printed.

`figures`: not a word of it. `excerpt`: only passages that differ, up to a share of its words.
"""

from collections.abc import Sequence

from sitegen.model import Article, Comparison
from sitegen.text.tokens import count_words, tokenize

WITHHELD = {
    "figures": "The rights to this text allow figures only: it was compared in full, and its words are not shown.",
    "excerpt": "The rights to this text allow an excerpt: it was compared in full, and only what differs is shown.",
}


def shows_text(article: Article) -> bool:
    """Whether the whole text may be printed."""
    return article.rights == "full"


def withheld_reason(*articles: Article) -> str:
    """Why text of one of them is not shown; the strictest reason. Empty when all may be."""
    rights = {article.rights for article in articles}
    return WITHHELD["figures"] if "figures" in rights else WITHHELD["excerpt"] if "excerpt" in rights else ""


def shown_rows(comparison: Comparison, left: Article, right: Article, share: float) -> frozenset[int]:
    """Indexes of the rows whose text may be printed."""
    rights = {left.rights, right.rights}
    if rights == {"full"}:
        return frozenset(range(len(comparison.rows)))
    if "figures" in rights:
        return frozenset()
    budgets = [_budget(article, share) for article in (left, right)]
    shown: set[int] = set()
    for index, row in enumerate(comparison.rows):
        if row.relation in ("same", "repeated"):
            continue
        costs = (_words(left, row.left), _words(right, row.right))
        if all(cost <= budget for cost, budget in zip(costs, budgets, strict=True)):
            shown.add(index)
            budgets = [budget - cost for cost, budget in zip(costs, budgets, strict=True)]
    return frozenset(shown)


def _budget(article: Article, share: float) -> int:
    words = sum(count_words(tokenize(block.text)) for block in article.body)
    return words if article.rights == "full" else int(words * share)


def _words(article: Article, blocks: Sequence[int]) -> int:
    return sum(count_words(tokenize(article.blocks[block].text)) for block in blocks)
