"""What may be printed of each article of a story. Comparison is always computed on the full text; this decides what of
it is published, for pages, data, search and feeds alike.

`figures`: not a word, and of no text beside it in a comparison either, whose marks would tell what both print.
`excerpt`: the sentences that differ from another copy and those next to them, up to a share of its words. The share is
that of the whole site: an article is in one story, and what is chosen holds for all its comparisons together.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from sitegen.frozen import dataclass
from sitegen.model import Article, Change, Comparison, Rights, Span
from sitegen.text.catalogues import Catalogue, marked
from sitegen.text.sentences import sentence_spans
from sitegen.text.tokenized import Tokenized

WITHHELD: dict[Rights, str] = {
    "figures": marked(
        "The rights to this text allow figures only: it was compared in full, and its words are not shown."
    ),
    "excerpt": marked(
        "The rights to this text allow an excerpt: it was compared in full, and of it only sentences that "
        "differ, and those next to them, are shown, up to a share of its words."
    ),
}
WITHHELD_BESIDE: dict[Rights, str] = {
    "figures": marked(
        "The rights to the text of {whose} allow figures only: the two were compared in full, and the words of "
        "neither are shown beside each other."
    ),
    "excerpt": marked(
        "The rights to the text of {whose} allow an excerpt: it was compared in full, and of it only sentences "
        "that differ, and those next to them, are shown, up to a share of its words."
    ),
}
"""The same beside another text, the strictest first; `{whose}` is whose text it is."""
_NEIGHBOUR = 2
"""Rank of a sentence that stands next to one that differs: after those of substance, before those of style."""


class Piece(NamedTuple):
    """Tokens that are printed together, or withheld together."""

    span: Span
    shown: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """Which tokens may be printed."""

    rights: Mapping[str, Rights]
    """By article id."""
    spans: Mapping[str, tuple[Span, ...]]
    """By id of the articles that allow an excerpt: what was chosen, ascending, none touching another."""

    def beside(self, left: str, right: str) -> "Shown":
        """What may be printed where the two stand side by side."""
        if "figures" not in (self.rights[left], self.rights[right]):
            return self
        return Shown(rights={left: "figures", right: "figures"}, spans={})

    def pieces(self, article: str, span: Span) -> tuple[Piece, ...]:
        """A range of tokens of an article, cut where what may be printed begins and ends."""
        if span[0] >= span[1]:
            return ()
        if self.rights[article] == "full":
            return (Piece(span, True),)
        return tuple(_cut(span, self.spans.get(article, ())))

    def covers(self, article: str, span: Span) -> bool:
        """Whether every token of a range may be printed; nothing to print may be."""
        return all(piece.shown for piece in self.pieces(article, span))

    def tells(self, comparison: Comparison, change: Change) -> bool:
        """Whether the words of a change may be repeated."""
        both = self.beside(comparison.left, comparison.right)
        return both.covers(comparison.left, change.left_span) and both.covers(comparison.right, change.right_span)


def _cut(span: Span, shown: Sequence[Span]) -> Iterator[Piece]:
    reached, end = span
    for start, stop in shown:
        if stop <= reached or start >= end:
            continue
        if reached < start:
            yield Piece((reached, start), False)
        reached = min(stop, end)
        yield Piece((max(start, span[0]), reached), True)
    if reached < end:
        yield Piece((reached, end), False)


def shows_text(article: Article) -> bool:
    """Whether the whole text may be printed."""
    return article.rights == "full"


def withheld_reason(article: Article, catalogue: Catalogue) -> str:
    """Why text of it is not shown; empty when all may be."""
    reason = WITHHELD.get(article.rights, "")
    return catalogue.gettext(reason) if reason else ""


def all_shown(*articles: Article) -> Shown:
    """Everything of them, whatever their rights: for the person who holds the files."""
    return Shown(rights={article.id: "full" for article in articles}, spans={})


def shown_of(
    articles: Mapping[str, Article],
    texts: Mapping[str, Tokenized],
    comparisons: Sequence[Comparison],
    share: float,
) -> Shown:
    """What may be printed of the articles of a story. `share` is that of an excerpt, 0 to 1."""
    rights = {one: article.rights for one, article in articles.items()}
    beside: dict[str, list[Comparison]] = {}
    for comparison in comparisons if "excerpt" in rights.values() else ():
        for side in (comparison.left, comparison.right):
            beside.setdefault(side, []).append(comparison)
    spans = {
        one: _chosen(article, texts[one], _differing(one, beside.get(one, ()), rights), share)
        for one, article in articles.items()
        if article.rights == "excerpt"
    }
    return Shown(rights=rights, spans=spans)


def shown_alike(shown: Shown, alike: Mapping[str, str]) -> Shown:
    """The same, where of copies whose blocks are those of another is shown what is shown of that one."""
    spans = {copy: shown.spans[first] for copy, first in alike.items() if first in shown.spans}
    return replace(shown, spans={**shown.spans, **spans}) if spans else shown


def _differing(article: str, comparisons: Iterable[Comparison], rights: Mapping[str, Rights]) -> dict[Span, int]:
    """The ranges of an article that differ from one of its copies, with the rank of what differs."""
    found: dict[Span, int] = {}
    for comparison in comparisons:
        if article not in (comparison.left, comparison.right):
            continue
        if "figures" in (rights[comparison.left], rights[comparison.right]):
            continue
        for change in comparison.changes:
            span = change.left_span if article == comparison.left else change.right_span
            rank = 0 if change.is_consequential else 3 if change.is_style else 1
            if span[0] == span[1]:
                # Something stands beside it in the other copy, perhaps a whole paragraph.
                rank = max(rank, _NEIGHBOUR)
            found[span] = min(rank, found.get(span, rank))
    return found


def _chosen(article: Article, text: Tokenized, differing: Mapping[Span, int], share: float) -> tuple[Span, ...]:
    """The sentences that are shown: as many as the share allows, the most telling first, in reading order."""
    blocks = [place for place, block in enumerate(article.blocks) if not block.furniture]
    sentences = [one for block in blocks for one in sentence_spans(text, block)]
    ranks: dict[int, int] = {}
    reached = 0
    for span, rank in sorted(differing.items()):
        while reached < len(sentences) and sentences[reached][1] <= span[0]:
            reached += 1
        for place in range(reached, len(sentences)):
            if sentences[place][0] >= max(span[1], span[0] + 1):
                break
            ranks[place] = min(rank, ranks.get(place, rank))
    telling = [place for place, rank in ranks.items() if rank < _NEIGHBOUR]
    for place in (near for center in telling for near in (center - 1, center + 1) if 0 <= near < len(sentences)):
        ranks[place] = min(_NEIGHBOUR, ranks.get(place, _NEIGHBOUR))
    left = int(sum(text.word_count(text.span(block)) for block in blocks) * share)
    kept = []
    for place in sorted(ranks, key=lambda place: (ranks[place], place)):
        words = text.word_count(sentences[place])
        if words <= left:
            kept.append(place)
            left -= words
    return _joined(sentences[place] for place in sorted(kept))


def _joined(spans: Iterable[Span]) -> tuple[Span, ...]:
    """Ascending ranges, those that touch as one."""
    joined: list[Span] = []
    for start, end in spans:
        if joined and joined[-1][1] == start:
            joined[-1] = (joined[-1][0], end)
        else:
            joined.append((start, end))
    return tuple(joined)
