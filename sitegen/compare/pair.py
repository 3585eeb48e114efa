"""Reads two copies against each other: blocks first, then the words inside aligned blocks, then what it all means."""

from collections.abc import Sequence

from sitegen.compare.changes import find_changes
from sitegen.compare.headlines import compare_headlines
from sitegen.compare.hunks import whole_phrases
from sitegen.compare.ladder import coarse_rows, note_of, sentence_ops, unit_of
from sitegen.compare.measures import measure
from sitegen.compare.moves import find_elsewhere, find_moves
from sitegen.compare.order import is_turned, turned
from sitegen.compare.rows import BlockRow, align_blocks
from sitegen.compare.words import diff_words, shifted
from sitegen.config import Comparing
from sitegen.model import Article, Comparison, Move, Op, Row, Span, Unit
from sitegen.text.catalogues import ENGLISH, Catalogue
from sitegen.text.stopwords import stop_words
from sitegen.text.tokenized import Tokenized, tokenize_blocks

_Tokens = tuple[frozenset[int], frozenset[int]]
"""Indexes of tokens of the left and of the right."""


def compare_pair(
    left: Article,
    right: Article,
    settings: Comparing,
    *,
    tokenized: tuple[Tokenized, Tokenized] | None = None,
    catalogue: Catalogue = ENGLISH,
) -> Comparison:
    """The comparison of two articles. Pure: the same articles and settings give the same value.

    `tokenized` saves the tokens of both where a caller compares an article several times. The sentences of its changes
    are those of `catalogue`.
    """
    texts = tokenized or (tokenize_blocks(left.blocks), tokenize_blocks(right.blocks))
    own = (_own(left), _own(right))
    stops = stop_words(left.language) | stop_words(right.language)
    unit = unit_of(texts[0], texts[1], settings)
    if is_turned(*texts):
        rows, moves = turned(*_aligned((texts[1], texts[0]), (own[1], own[0]), unit, settings, stops))
    else:
        rows, moves = _aligned(texts, own, unit, settings, stops)
    return Comparison(
        left=left.id,
        right=right.id,
        rows=rows,
        moves=moves,
        changes=find_changes(texts[0], texts[1], rows, moves, (left.language, right.language), catalogue),
        measures=measure(texts[0], texts[1], rows, moves),
        headline=compare_headlines(left, right, settings, stops, catalogue),
        unit=unit,
        note=note_of(unit, texts[0], texts[1], rows, catalogue),
    )


def _aligned(
    texts: tuple[Tokenized, Tokenized],
    own: tuple[Sequence[int], Sequence[int]],
    unit: Unit,
    settings: Comparing,
    stops: frozenset[str],
) -> tuple[tuple[Row, ...], tuple[Move, ...]]:
    """Rows with their ops, and the sentences that moved between them. `own` are the blocks that are no furniture."""
    if unit in ("blocks", "texts"):
        return coarse_rows(texts[0], texts[1], own[0], own[1], blocks=unit == "blocks"), ()
    aligned, shared = align_blocks(texts[0], texts[1], own[0], own[1], stops)
    gap = settings.gap_tokens if unit == "words" else 0
    elsewhere = find_elsewhere(texts[0], texts[1], aligned, shared)
    rows = tuple(_row(row, texts[0], texts[1], elsewhere, gap, stops) for row in aligned)
    return find_moves(texts[0], texts[1], rows, shared, gap, stops) if unit == "words" else (rows, ())


def _own(article: Article) -> Sequence[int]:
    """Indexes of the blocks that are text of the article."""
    return [index for index, block in enumerate(article.blocks) if not block.furniture]


def _row(row: BlockRow, left: Tokenized, right: Tokenized, elsewhere: _Tokens, gap: int, stops: frozenset[str]) -> Row:
    """The row with its ops, of sentences where `gap` is 0; a changed row without a change is the same."""
    span, span_right = _whole(left, row.left), _whole(right, row.right)
    if not row.right:
        ops: tuple[Op, ...] = (Op("delete", span, (0, 0)),)
    elif not row.left:
        ops = (Op("insert", (0, 0), span_right),)
    else:
        ops = _ops(left, right, row, elsewhere, gap, stops)
    relation = row.relation
    if relation == "changed" and all(op.tag == "equal" for op in ops):
        relation = "same"
    return Row(relation=relation, left=row.left, right=row.right, ops=ops)


def _ops(
    left: Tokenized, right: Tokenized, row: BlockRow, elsewhere: _Tokens, gap: int, stops: frozenset[str]
) -> tuple[Op, ...]:
    span, span_right = _whole(left, row.left), _whole(right, row.right)
    keys, keys_right = left.keys[slice(*span)], right.keys[slice(*span_right)]
    if keys == keys_right:
        return (Op("equal", span, span_right),)
    if not gap:
        return sentence_ops(left, right, span, span_right)
    keys, keys_right = _without(keys, span, elsewhere[0], "<"), _without(keys_right, span_right, elsewhere[1], ">")
    anchors = [(start - span[0], start_right - span_right[0], length) for start, start_right, length in row.anchors]
    found = diff_words(keys, keys_right, gap=gap, stops=stops, anchors=anchors)
    return whole_phrases(left, right, [shifted(op, span[0], span_right[0]) for op in found])


def _without(keys: tuple[str, ...], span: Span, tokens: frozenset[int], side: str) -> tuple[str, ...]:
    """The keys of a range, those of some tokens made equal to none."""
    if tokens.isdisjoint(range(*span)):
        return keys
    return tuple(f"{side}{at}\0" if at in tokens else key for at, key in enumerate(keys, span[0]))


def _whole(text: Tokenized, blocks: tuple[int, ...]) -> Span:
    """From the first token of a row's blocks to the last; furniture between them belongs to it."""
    return (text.span(blocks[0])[0], text.span(blocks[-1])[1]) if blocks else (0, 0)
