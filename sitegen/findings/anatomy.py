"""A copy in its own order, one cell a sentence: what of it is the base's, and how. Shares with their denominators.

Read off the collation alone, so that a strip on a page says what the page of the text says.
"""

from sitegen.collation import Collation
from sitegen.edition import CellKind, CopyAnatomy, StripCell
from sitegen.model import Article, Span
from sitegen.text.quoted import quoted_tokens
from sitegen.text.tokenized import Tokenized


def anatomy_of(collation: Collation, copy: str, article: Article, text: Tokenized) -> CopyAnatomy:
    """The anatomy of a copy that was collated, or of the one whose text it has."""
    cells: dict[Span, StripCell] = {}
    quoted = quoted_tokens(text)
    held = collation.alike.get(copy, copy)
    for unit in collation.units:
        if held == collation.base and not unit.added:
            kind: CellKind = "quotation" if _is_quoted(quoted, text, unit.span) else "verbatim"
            cells[unit.span] = StripCell(kind=kind, unit=unit.id, span=unit.span, words=text.word_count(unit.span))
        reading = unit.reading_of(held)
        if reading is None or not reading.spans:
            continue
        span = reading.spans[reading.copies.index(held)]
        cells.setdefault(
            span,
            StripCell(
                kind=_kind(unit.added, reading.kind, reading.moved, _is_quoted(quoted, text, span)),
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


def _is_quoted(quoted: bytearray, text: Tokenized, span: Span) -> bool:
    """Whether most words of a sentence stand inside quotation marks."""
    words = [token for token in range(*span) if text.words[token]]
    return 2 * sum(quoted[token] for token in words) > len(words)
