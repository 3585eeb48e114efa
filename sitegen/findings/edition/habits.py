"""What a copy did to the text it was likely taken from, in numbers that can be summed over the articles of an outlet.

Says what a copy lacks and never why: the text that its outlet was sent may have been shorter than the one held here.
"""

from collections import Counter
from collections.abc import Iterator, Mapping

from sitegen.edition import CopyOrigins
from sitegen.findings.edition.sentencetypes import SentenceTypes
from sitegen.model import (
    SENTENCE_KINDS,
    Article,
    Change,
    ChangeKind,
    Comparison,
    CopyHabits,
    CopyStanding,
    SentenceTally,
    Span,
    Story,
    StyleEdit,
)
from sitegen.text.tokenized import UNCOUNTED, Tokenized

_MOST_UNKNOWN = 0.2
"""Share of the other text's sentences that may be unknown where what a copy lacks is counted."""
_MOST_EDITS = 8
"""Edits of a copy that are kept: all of them stay in memory while the site is made."""
_MOST_WORDS = 4
"""Words on either side of an edit of house style; longer ones are about what a sentence says."""
_MOST_CHARACTERS = 60
_STYLE_KINDS: frozenset[ChangeKind] = frozenset(
    ("spelling", "name", "attribution", "hedge", "role", "wording", "label")
)
"""Kinds of changes that an outlet may make in every text. Not figures and dates, which differ from text to text; not
quotation marks, dashes and capitals, which are often the work of whoever saved the page."""


class HabitReader:
    """Reads the copies of one story."""

    def __init__(self, articles: Mapping[str, Article], texts: Mapping[str, Tokenized]) -> None:
        self._articles, self._texts = articles, texts
        self._types: dict[str, SentenceTypes] = {}

    def read(self, copy: str, parent: str, origins: CopyOrigins | None, comparison: Comparison | None) -> CopyHabits:
        """The habits of a copy. `comparison` is that of its parent with it, or with a copy of the same text."""
        compared = origins if origins and origins.against == parent and _is_known(origins) else None
        return CopyHabits(
            delay=_delay(self._articles[parent], self._articles[copy]),
            sentences=tuple(self._tallies(compared)) if compared else (),
            lost_ending=self._lost_ending(compared) if compared else None,
            edits=tuple(self._edits(copy, comparison)) if comparison and comparison.left == parent else (),
        )

    def _tallies(self, origins: CopyOrigins) -> Iterator[SentenceTally]:
        parent = origins.against
        if parent not in self._types:
            self._types[parent] = SentenceTypes(self._texts[parent], self._articles[parent].language)
        kind_of = self._types[parent].kind_of
        lost = Counter(kind_of(sentence.span) for sentence in origins.lost)
        judged = lost + Counter(kind_of(span) for span in origins.kept)
        for kind in SENTENCE_KINDS:
            if judged[kind]:
                yield SentenceTally(kind=kind, judged=judged[kind], lost=lost[kind])

    def _lost_ending(self, origins: CopyOrigins) -> bool | None:
        """Of a text of one paragraph nothing is said: what ends it also begins it."""
        text, blocks = self._texts[origins.against], self._articles[origins.against].blocks
        paragraphs = [
            text.span(index) for index, block in enumerate(blocks) if not (block.furniture or block.role in UNCOUNTED)
        ]
        filled = [span for span in paragraphs if span[0] < span[1]]
        if len(filled) < 2:
            return None
        ending = filled[-1]
        is_kept = any(_is_within(span, ending) for span in origins.kept)
        lost = [sentence for sentence in origins.lost if _is_within(sentence.span, ending)]
        if is_kept:
            return False
        # A sentence of which it is not known may be the one that it has.
        return True if lost and not origins.unknown else None

    def _edits(self, copy: str, comparison: Comparison) -> Iterator[StyleEdit]:
        sides = (copy, comparison.left, comparison.right)
        if comparison.unit != "words" or any(self._articles[side].rights != "full" for side in sides):
            return
        counts = Counter(
            (change.left.strip(), change.right.strip()) for change in comparison.changes if _is_of_style(change)
        )
        ordered = sorted(counts.items(), key=lambda entry: (-entry[1], entry[0]))
        for (before, after), count in ordered[:_MOST_EDITS]:
            yield StyleEdit(before=before, after=after, count=count)


def habits_of(
    story: Story,
    articles: Mapping[str, Article],
    texts: Mapping[str, Tokenized],
    standings: Mapping[str, CopyStanding],
    comparisons: Mapping[tuple[str, str], Comparison],
    alike: Mapping[str, str],
    origins: Mapping[str, CopyOrigins],
) -> dict[str, CopyHabits]:
    """What each copy did to the text it was likely taken from, by its id.

    Copies with one text are compared by the first of them, or by the second where the first is what they were taken
    from.
    """
    second: dict[str, str] = {}
    for copy in story.articles:
        if copy in alike:
            second.setdefault(alike[copy], copy)
    reader = HabitReader(articles, texts)
    habits: dict[str, CopyHabits] = {}
    for copy in story.articles:
        parent, against, first = standings[copy].parent, standings[copy].against, alike.get(copy, copy)
        if parent:
            pair = (against, second[first] if first == against else first)
            habits[copy] = reader.read(copy, parent, origins.get(copy), comparisons.get(pair))
    return habits


def _is_known(origins: CopyOrigins) -> bool:
    """Whether enough is known of it. Of a rewriting nearly all that is known is what it kept: that would look like a
    copy that keeps everything."""
    return origins.unknown <= _MOST_UNKNOWN * origins.parent_sentences


def _is_within(span: Span, block: Span) -> bool:
    return block[0] <= span[0] < block[1]


def _delay(parent: Article, copy: Article) -> int | None:
    """Minutes between two declared hours; an hour that was read off a text may be that of the page."""
    if any("published" in article.inferred for article in (parent, copy)):
        return None
    begin, end = (article.published.time if article.published else None for article in (parent, copy))
    if begin is None or end is None or end < begin:
        return None
    return int((end - begin).total_seconds()) // 60


def _is_of_style(change: Change) -> bool:
    if change.kind not in _STYLE_KINDS or change.verdict in ("moved", "unclear") or change.shifted:
        return False
    sides = (change.left.strip(), change.right.strip())
    return all(
        side and len(side) <= _MOST_CHARACTERS and len(side.split()) <= _MOST_WORDS and not _has_digit(side)
        for side in sides
    )


def _has_digit(text: str) -> bool:
    return any(character.isdigit() for character in text)
