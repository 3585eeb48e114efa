"""Whose words a copy has: each of its sentences beside the text it is read against, and what it lacks of that.

Where that text is the base, the collation of the story says it; where it is another copy, the two are collated; of a
text in another language, the alignment of sentences says it. Whether the copy took anything is not decided here.
"""

from collections.abc import Iterator, Mapping, Sequence

from sitegen.collate import collate
from sitegen.collation import Collation, CollationUnit, CopyReading, LanguageAlignment
from sitegen.edition import CopyOrigins, LostSentence, OriginKind, SentenceOrigin, StoryEdition
from sitegen.model import Article, Comparison, Span
from sitegen.text.quoted import quoted_tokens
from sitegen.text.tokenized import UNCOUNTED, Tokenized

_MOST_COPIES = 400
"""Copies of a text up to which each page says whose words it has: of more, each page would pass over all readings."""


class OriginReader:
    """Reads the copies of one story, each against the text that its standing names."""

    def __init__(
        self,
        edition: StoryEdition,
        articles: Mapping[str, Article],
        texts: Mapping[str, Tokenized],
        comparisons: Mapping[tuple[str, str], Comparison],
    ) -> None:
        self._articles, self._texts, self._comparisons = articles, texts, comparisons
        self._collations = {family.collation.base: family.collation for family in edition.families}
        self._alignments = {(alignment.left, alignment.right): alignment for alignment in edition.alignments}

    def read(self, copy: str, against: str, alike: Mapping[str, str]) -> CopyOrigins | None:
        """The origins of a copy; None where it was not compared word by word, or not at all."""
        if alignment := self._alignments.get((against, copy)):
            return self._translated(alignment) if alignment.translation else None
        held = alike.get(copy, copy)
        collation = self._collations.get(against)
        if collation is None or (held not in collation.copies and held != against):
            collation = self._collated(against, held)
        if collation is None or len(collation.copies) > _MOST_COPIES:
            return None
        if held == against:
            return self._same_text(collation, copy)
        return self._of_collation(collation, copy, held)

    def share(self, left: str, right: str, against: str) -> bool:
        """Whether two copies have one text, and so the same origins."""
        aligned = ((against, left) in self._alignments) or ((against, right) in self._alignments)
        return self._texts[left] is self._texts[right] and not aligned

    def _collated(self, against: str, held: str) -> Collation | None:
        pairs = ((against, held), (held, against))
        comparison = next((self._comparisons[pair] for pair in pairs if pair in self._comparisons), None)
        if comparison is None:
            return None
        return collate(against, self._articles, self._texts, [comparison], copies=[against, held])

    def _same_text(self, collation: Collation, copy: str) -> CopyOrigins:
        text = self._texts[copy]
        quoted = quoted_tokens(text)
        units = [unit for unit in collation.spine if unit.role not in UNCOUNTED]
        return CopyOrigins(
            copy=copy,
            against=collation.base,
            sentences=tuple(
                SentenceOrigin(
                    kind="quotation" if is_quoted(quoted, text, unit.span) else "verbatim",
                    span=unit.span,
                    parent=unit.span,
                )
                for unit in units
            ),
            lost=(),
            kept=tuple(unit.span for unit in units),
            unknown=0,
        )

    def _of_collation(self, collation: Collation, copy: str, held: str) -> CopyOrigins | None:
        readings = [(unit, reading) for unit in collation.units if (reading := unit.reading_of(held))]
        if any(reading.doubt == "coarse" for _, reading in readings):
            return None
        text = self._texts[copy]
        quoted = quoted_tokens(text)
        sentences: dict[Span, SentenceOrigin] = {}
        for unit, reading in readings:
            if not reading.spans or unit.role in UNCOUNTED:
                continue
            span = reading.spans[reading.copies.index(held)]
            kind: OriginKind = "own" if unit.added else _kind(reading, is_quoted=is_quoted(quoted, text, span))
            shared = tuple(peer for peer in _holders(unit) if peer != held) if unit.added else ()
            # Ops were made for the first of the copies that share a reading; of the others places differ.
            ops = reading.ops if reading.copies[0] == held else ()
            parent = None if unit.added else unit.span
            sentences.setdefault(span, SentenceOrigin(kind=kind, span=span, parent=parent, ops=ops, shared=shared))
        counted = [(unit, reading) for unit, reading in readings if not unit.added and unit.role not in UNCOUNTED]
        return CopyOrigins(
            copy=copy,
            against=collation.base,
            sentences=tuple(sentences[span] for span in sorted(sentences)),
            lost=tuple(_lost(counted, held)),
            kept=tuple(unit.span for unit, reading in counted if reading.spans),
            unknown=sum(reading.kind == "unknown" for _, reading in counted),
        )

    def _translated(self, alignment: LanguageAlignment) -> CopyOrigins:
        kinds: dict[int, tuple[OriginKind, Span | None]] = {}
        for pair in alignment.pairs:
            parent = (alignment.left_sentences[pair.left[0]][0], alignment.left_sentences[pair.left[-1]][1])
            for index in pair.right:
                kinds[index] = ("moved" if pair.crossed else "translated", parent)
        for gap in alignment.gaps:
            for index in gap.right:
                kinds[index] = ("own", None)
        paired = {index for pair in alignment.pairs for index in pair.left}
        missing = {index for gap in alignment.gaps for index in gap.left}
        return CopyOrigins(
            copy=alignment.right,
            against=alignment.left,
            sentences=tuple(
                SentenceOrigin(kind=kind, span=span, parent=parent)
                for index, span in enumerate(alignment.right_sentences)
                for kind, parent in [kinds.get(index, ("unknown", None))]
            ),
            lost=tuple(_missing(alignment)),
            kept=tuple(alignment.left_sentences[index] for index in sorted(paired)),
            unknown=len(alignment.left_sentences) - len(paired | missing),
        )


def origins_of(
    reader: OriginReader, against: Mapping[str, str], alike: Mapping[str, str]
) -> tuple[tuple[CopyOrigins, ...], dict[str, int]]:
    """The origins of copies, and by copy the index of its own. Equal texts share theirs, however many they are.

    `against` names for each copy the text that it is read against, empty where it was not compared.
    """
    origins: list[CopyOrigins] = []
    origin_of: dict[str, int] = {}
    first_with: dict[tuple[str, str], str] = {}
    for copy, parent in against.items():
        if not parent:
            continue
        first = first_with.setdefault((alike.get(copy, copy), parent), copy)
        if first != copy and reader.share(first, copy, parent):
            if first in origin_of:
                origin_of[copy] = origin_of[first]
            continue
        if (read := reader.read(copy, parent, alike)) is not None:
            origin_of[copy] = len(origins)
            origins.append(read)
    return tuple(origins), origin_of


def _kind(reading: CopyReading, *, is_quoted: bool) -> OriginKind:
    if reading.moved:
        return "moved"
    if reading.kind == "verbatim":
        return "quotation" if is_quoted else "verbatim"
    return "reworded"


def _holders(unit: CollationUnit) -> tuple[str, ...]:
    return tuple(copy for reading in unit.readings for copy in reading.copies)


def _lost(readings: Sequence[tuple[CollationUnit, CopyReading]], copy: str) -> Iterator[LostSentence]:
    """What the copy is known to lack, each behind the sentence that precedes it where the copy has that in place."""
    after = 0
    for unit, reading in readings:
        if reading.kind == "dropped":
            yield LostSentence(span=unit.span, after=after)
        elif reading.spans and not reading.moved:
            after = reading.spans[reading.copies.index(copy)][1]


def _missing(alignment: LanguageAlignment) -> Iterator[LostSentence]:
    places = {
        index: alignment.right_sentences[pair.right[-1]][1]
        for pair in alignment.pairs
        if not pair.crossed
        for index in pair.left
    }
    missing = {index for gap in alignment.gaps for index in gap.left}
    after = 0
    for index, span in enumerate(alignment.left_sentences):
        after = places.get(index, after)
        if index in missing:
            yield LostSentence(span=span, after=after)


def is_quoted(quoted: bytearray, text: Tokenized, span: Span) -> bool:
    """Whether most words of a sentence are inside quotation marks."""
    words = [token for token in range(*span) if text.words[token]]
    return 2 * sum(quoted[token] for token in words) > len(words)
