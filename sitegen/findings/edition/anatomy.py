"""A copy in its own order, one cell a sentence: what of it is the base's, and how. Shares with their denominators.

Read off the collation alone, so that a strip on a page says what the page of the text says.
"""

from collections.abc import Mapping, Sequence

from sitegen.collation import Collation, CollationUnit, CopyReading
from sitegen.edition import CellKind, CopyAnatomy, StripCell
from sitegen.findings.edition.origins import is_quoted
from sitegen.model import Article, Span
from sitegen.text.quoted import quoted_tokens
from sitegen.text.tokenized import Tokenized


def anatomy_of(collation: Collation, copy: str, article: Article, text: Tokenized) -> CopyAnatomy:
    """The anatomy of a copy that was collated, or of the one whose text it has."""
    return anatomies_of(collation, {copy: article}, {copy: text})[copy]


def anatomies_of(
    collation: Collation, articles: Mapping[str, Article], texts: Mapping[str, Tokenized]
) -> dict[str, CopyAnatomy]:
    """The anatomies of some copies, by their ids. The collation is passed over once, however many they are."""
    holders = {collation.alike.get(copy, copy) for copy in articles}
    places: dict[str, list[tuple[CollationUnit, CopyReading, Span]]] = {holder: [] for holder in holders}
    for unit in collation.units:
        for reading in unit.readings:
            if reading.spans:
                for holder, span in zip(reading.copies, reading.spans, strict=True):
                    if holder in holders:
                        places[holder].append((unit, reading, span))
    return {
        copy: _anatomy(collation, copy, article, texts[copy], places[collation.alike.get(copy, copy)])
        for copy, article in articles.items()
    }


def _anatomy(
    collation: Collation,
    copy: str,
    article: Article,
    text: Tokenized,
    places: Sequence[tuple[CollationUnit, CopyReading, Span]],
) -> CopyAnatomy:
    cells: dict[Span, StripCell] = {}
    quoted = quoted_tokens(text)
    if collation.alike.get(copy, copy) == collation.base:
        for unit in collation.spine:
            kind: CellKind = "quotation" if is_quoted(quoted, text, unit.span) else "verbatim"
            cells[unit.span] = StripCell(kind=kind, unit=unit.id, span=unit.span, words=text.word_count(unit.span))
    for unit, reading, span in places:
        cells.setdefault(
            span,
            StripCell(
                kind=_kind(unit.added, reading.kind, reading.moved, is_quoted(quoted, text, span)),
                unit=unit.id,
                span=span,
                words=text.word_count(span),
            ),
        )
    words = sum(cell.words for cell in cells.values())
    for index, block in enumerate(article.blocks):
        if block.furniture:
            span = text.span(index)
            cells[span] = StripCell(kind="furniture", unit="", span=span, words=text.word_count(span))
    return CopyAnatomy(copy=copy, cells=tuple(cells[span] for span in sorted(cells)), words=words)


def _kind(added: bool, kind: str, moved: bool, quoted: bool) -> CellKind:
    if added:
        return "own"
    if kind == "translated":
        return "translated"
    if kind == "verbatim" and quoted:
        return "quotation"
    if moved:
        return "moved"
    return "verbatim" if kind == "verbatim" else "reworded"
