"""All copies of a text as one collation: the base's sentences, each copy's reading of them, what others add.

Linear in the copies: each is read against the base alone (counterparts.py), and what the base lacks is held together
by an index (additions.py). Copies are taken in order of publication, whatever order they come in.
"""

from collections.abc import Mapping, Sequence
from itertools import groupby

from sitegen.collate.additions import Addition, grouped
from sitegen.collate.counterparts import CopyReader, CopyReadings, Counterpart, mirrored
from sitegen.collate.sentences import Sentence, SentenceIds, SentenceReader
from sitegen.collation import Collation, CollationUnit, CopyReading, LanguageAlignment, Layout
from sitegen.model import Article, Comparison
from sitegen.text.stopwords import stop_words
from sitegen.text.tokenized import Tokenized


def collate(
    base: str,
    articles: Mapping[str, Article],
    texts: Mapping[str, Tokenized],
    comparisons: Sequence[Comparison],
    *,
    copies: Sequence[str],
    alike: Mapping[str, str] | None = None,
    alignments: Sequence[LanguageAlignment] = (),
    reader: SentenceReader | None = None,
) -> Collation:
    """The collation of `copies`, article ids, with `base` as its spine.

    `comparisons` are those of the family, either way round; a copy that has none with the base is not read, unless
    one of `alignments` holds it beside the base in another language. `alike` are copies with the text of another.
    """
    reader = reader or SentenceReader()
    same = {copy: first for copy, first in (alike or {}).items() if copy != base}
    ordered = sorted({*copies} - {base}, key=lambda copy: articles[copy].chronology)
    spine = reader.sentences(articles[base], texts[base])
    beside = _beside(base, comparisons)
    across = {alignment.right: alignment for alignment in alignments if alignment.left == base}
    readings: dict[str, CopyReadings] = {}
    for copy in ordered:
        comparison = beside.get(copy)
        if comparison and copy not in same:
            readings[copy] = _read(comparison, articles, texts, spine, reader)
        elif copy in across and copy not in same:
            readings[copy] = _translated(across[copy], spine)
    ids = SentenceIds()
    names = [ids.of(sentence.keys) for sentence in spine]
    units = [
        CollationUnit(
            id=names[index],
            article=base,
            span=sentence.span,
            role=sentence.role,
            words=len(sentence.keys),
            readings=_joined({copy: reading.counterparts[index] for copy, reading in readings.items()}, texts),
        )
        for index, sentence in enumerate(spine)
    ]
    additions = [
        Addition(copy=copy, rank=rank, after=after, sentence=sentence)
        for rank, (copy, reading) in enumerate(readings.items())
        for after, sentence in reading.additions
    ]
    return Collation(
        base=base,
        copies=tuple(readings),
        units=_in_place(units, [_added(group, names, ids, readings) for group in grouped(additions)]),
        alike={copy: same[copy] for copy in sorted(same) if same[copy] in readings or same[copy] == base},
        unread=tuple(copy for copy in ordered if copy not in readings and copy not in same),
    )


def _beside(base: str, comparisons: Sequence[Comparison]) -> dict[str, Comparison]:
    """The comparison of each copy with the base, the base on the left."""
    beside = {comparison.left: mirrored(comparison) for comparison in comparisons if comparison.right == base}
    return beside | {comparison.right: comparison for comparison in comparisons if comparison.left == base}


def _read(
    comparison: Comparison,
    articles: Mapping[str, Article],
    texts: Mapping[str, Tokenized],
    spine: Sequence[Sentence],
    reader: SentenceReader,
) -> CopyReadings:
    base, copy = articles[comparison.left], articles[comparison.right]
    sentences = reader.sentences(copy, texts[copy.id])
    stops = stop_words(base.language) | stop_words(copy.language)
    reading = CopyReader(comparison, (texts[base.id], texts[copy.id]), (spine, sentences), stops)
    return reading.read(partial=copy.completeness == "partial")


def _translated(alignment: LanguageAlignment, spine: Sequence[Sentence]) -> CopyReadings:
    """The readings of a copy in another language; what has no counterpart there is dropped only where it is proven."""
    places = {span: index for index, span in enumerate(alignment.left_sentences)}
    counterparts: dict[int, Counterpart] = {}
    for pair in alignment.pairs:
        first, last = pair.right[0], pair.right[-1]
        span = (alignment.right_sentences[first][0], alignment.right_sentences[last][1])
        layout: Layout = "split" if len(pair.right) > 1 else "merged" if len(pair.left) > 1 else "whole"
        for index in pair.left:
            counterparts[index] = Counterpart(kind="translated", span=span, moved=pair.crossed, layout=layout)
    for gap in alignment.gaps:
        counterparts.update(dict.fromkeys(gap.left, Counterpart(kind="dropped")))
    unknown = Counterpart(kind="unknown", doubt="no counterpart")
    return CopyReadings(
        counterparts=tuple(counterparts.get(places.get(sentence.span, -1), unknown) for sentence in spine), additions=()
    )


def _joined(counterparts: Mapping[str, Counterpart], texts: Mapping[str, Tokenized]) -> tuple[CopyReading, ...]:
    """The counterparts of one sentence, equal ones together; those of most copies first, then the earliest."""
    groups: dict[object, list[str]] = {}
    for copy, counterpart in counterparts.items():
        words = texts[copy].keys[slice(*counterpart.span)] if counterpart.kind == "reworded" else ()  # type: ignore[misc]
        key = (counterpart.kind, counterpart.moved, counterpart.layout, counterpart.doubt, words)
        groups.setdefault(copy if counterpart.kind == "translated" else key, []).append(copy)
    readings = [
        CopyReading(
            copies=tuple(group),
            kind=counterparts[group[0]].kind,
            moved=counterparts[group[0]].moved,
            layout=counterparts[group[0]].layout,
            spans=tuple(span for copy in group if (span := counterparts[copy].span)),
            ops=counterparts[group[0]].ops,
            doubt=counterparts[group[0]].doubt,
        )
        for group in groups.values()
    ]
    return tuple(sorted(readings, key=lambda reading: -len(reading.copies)))


def _added(
    group: Sequence[Addition], names: Sequence[str], ids: SentenceIds, readings: Mapping[str, CopyReadings]
) -> tuple[int, CollationUnit]:
    """An addition as a unit, and the index of the base's sentence after which it stands."""
    first = group[0]
    ranks = {copy: rank for rank, copy in enumerate(readings)}
    by_words: dict[tuple[str, ...], list[Addition]] = {}
    for member in sorted(group, key=lambda member: ranks[member.copy]):
        by_words.setdefault(member.sentence.keys, []).append(member)
    ordered = sorted(by_words.values(), key=lambda members: (-len(members), ranks[members[0].copy]))
    return first.after, CollationUnit(
        id=ids.of(first.sentence.keys),
        article=first.copy,
        span=first.sentence.span,
        role=first.sentence.role,
        words=len(first.sentence.keys),
        added=True,
        after=names[first.after] if first.after >= 0 else "",
        readings=tuple(
            CopyReading(
                copies=tuple(member.copy for member in members),
                kind="verbatim" if members[0].sentence.keys == first.sentence.keys else "reworded",
                spans=tuple(member.sentence.span for member in members),
            )
            for members in ordered
        ),
    )


def _in_place(spine: Sequence[CollationUnit], added: Sequence[tuple[int, CollationUnit]]) -> tuple[CollationUnit, ...]:
    """The base's sentences, after each what stands there."""
    insets = {after: [unit for _, unit in group] for after, group in groupby(added, key=lambda entry: entry[0])}
    units = list(insets.get(-1, ()))
    for index, unit in enumerate(spine):
        units += [unit, *insets.get(index, ())]
    return tuple(units)
