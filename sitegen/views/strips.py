"""Draws what a copy is made of as cells of a strip, block by block, and says the same in words."""

from collections import Counter
from collections.abc import Sequence

from sitegen.model import Article, Comparison, Row
from sitegen.text.catalogues import Catalogue, counted, marked
from sitegen.text.tokenized import Tokenized
from sitegen.views.common import number_of_words
from sitegen.views.pages import Cell, Strip

_WIDTH = 1000
_KINDS = ("base", "verbatim", "reworded", "moved", "own", "furniture")
_NAMES = {
    "base": marked("base"),
    "verbatim": marked("verbatim"),
    "reworded": marked("reworded"),
    "moved": marked("moved"),
    "own": marked("its own"),
    "furniture": marked("furniture, set aside"),
}
_COUNTED = {
    "base": counted("{count} paragraph", "{count} paragraphs"),
    "verbatim": counted("{count} paragraph verbatim", "{count} paragraphs verbatim"),
    "reworded": counted("{count} paragraph reworded", "{count} paragraphs reworded"),
    "moved": counted("{count} paragraph moved", "{count} paragraphs moved"),
    "own": counted("{count} paragraph of its own", "{count} paragraphs of its own"),
    "furniture": counted("{count} paragraph set aside", "{count} paragraphs set aside"),
}
"""What a strip says of its cells."""
_VERBATIM = 0.95
"""Share of a block's words that the parent has, from which on it is drawn as verbatim."""


def base_strip(article: Article, text: Tokenized, catalogue: Catalogue) -> Strip:
    """The strip of a copy that is read against nothing."""
    kinds = ["furniture" if block.furniture else "base" for block in article.blocks]
    return _strip(text, kinds, catalogue)


def copy_strip(
    article: Article, text: Tokenized, comparison: Comparison, catalogue: Catalogue, said: str = ""
) -> Strip:
    """The strip of the right of a comparison; `said` is the comparison in words."""
    kinds = ["furniture"] * len(article.blocks)
    for row in comparison.rows:
        for block in row.right:
            kinds[block] = _kind(row, text)
    return _strip(text, kinds, catalogue, said)


def _kind(row: Row, text: Tokenized) -> str:
    if row.relation == "right only":
        return "own"
    if row.relation in ("repeated", "moved"):
        return "furniture" if row.relation == "repeated" else "moved"
    kept = sum(text.word_count(op.right) for op in row.ops if op.tag == "equal")
    words = sum(text.words_of(block) for block in row.right)
    return "verbatim" if kept >= _VERBATIM * words else "reworded"


def _strip(text: Tokenized, kinds: Sequence[str], catalogue: Catalogue, more: str = "") -> Strip:
    words = [max(1, text.words_of(block)) for block in range(len(kinds))]
    total = sum(words) or 1
    cells: list[Cell] = []
    reached = 0
    for at, (kind, count) in enumerate(zip(kinds, words, strict=True)):
        x = reached * _WIDTH // total
        reached += count
        # Translators: {kind} is what was done with the paragraph, as "reworded"; {words} is "41 words".
        title = catalogue.gettext(
            "paragraph {number}: {kind}, {words}",
            number=catalogue.number(at + 1),
            kind=catalogue.gettext(_NAMES[kind]),
            words=number_of_words(catalogue, count),
        )
        cells.append(Cell(kind=kind, x=x, width=max(1, reached * _WIDTH // total - x), title=title))
    counts = Counter(kinds)
    said = catalogue.listed([catalogue.ngettext(*_COUNTED[kind], counts[kind]) for kind in _KINDS if counts[kind]])
    return Strip(cells=tuple(cells), words=said, said=more)
