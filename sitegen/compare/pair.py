"""Aligns two copies: blocks first, then the words inside aligned blocks. Knows no language and says nothing in words.

What the differences mean is for changes/; sitegen/comparing.py does both.
"""

from collections.abc import Sequence

from sitegen.align import Tile
from sitegen.compare.headlines import compare_headlines
from sitegen.compare.hunks import whole_phrases
from sitegen.compare.ladder import coarse_rows, coarser, sentence_ops, unit_of
from sitegen.compare.measures import measure
from sitegen.compare.moves import find_elsewhere, find_moves
from sitegen.compare.order import is_turned, turned
from sitegen.compare.rarity import Rarity, rarity_of_texts
from sitegen.compare.rows import BlockRow, align_blocks, without_parts
from sitegen.compare.words import diff_words
from sitegen.config import Comparing
from sitegen.model import Article, Comparison, Move, Op, Row, Span, Unit
from sitegen.text.tokenized import Tokenized

_Tokens = tuple[frozenset[int], frozenset[int]]
"""Indexes of tokens of the left and of the right."""


def compare_pair(
    left: Article,
    right: Article,
    texts: tuple[Tokenized, Tokenized],
    settings: Comparing,
    stops: frozenset[str] = frozenset(),
    languages: tuple[str, str] = ("und", "und"),
    *,
    finest: Unit = "words",
) -> Comparison:
    """The alignment of two articles: rows, ops, moves, measures. Its changes, note and headline's changes are empty.

    Pure: the same articles and settings give the same value. `texts` are the tokens of the articles' blocks, `stops`
    the keys of words that say nothing about what a text is about, `languages` the tags that headlines are read in.
    `finest` is the finest step that the budget of their story still allows.
    """
    text_blocks = (_blocks_of_text(left), _blocks_of_text(right))
    natural = unit_of(texts[0], texts[1], settings)
    unit = coarser(natural, finest)
    if is_turned(*texts):
        rows, moves = turned(*_aligned((texts[1], texts[0]), (text_blocks[1], text_blocks[0]), unit, settings, stops))
    else:
        rows, moves = _aligned(texts, text_blocks, unit, settings, stops)
    return Comparison(
        left=left.id,
        right=right.id,
        rows=rows,
        moves=moves,
        measures=measure(texts[0], texts[1], rows, moves),
        headline=compare_headlines((left, right), texts, languages, settings, stops),
        unit=unit,
        bounded=unit != natural,
        partial=(left.completeness == "partial", right.completeness == "partial"),
    )


def _aligned(
    texts: tuple[Tokenized, Tokenized],
    text_blocks: tuple[Sequence[int], Sequence[int]],
    unit: Unit,
    settings: Comparing,
    stops: frozenset[str],
) -> tuple[tuple[Row, ...], tuple[Move, ...]]:
    """Rows with their ops, and the sentences that moved between them. `own` are the blocks that are no furniture."""
    if unit in ("blocks", "texts"):
        return coarse_rows(texts[0], texts[1], text_blocks[0], text_blocks[1], blocks=unit == "blocks"), ()
    rarity = rarity_of_texts(texts[0], texts[1], stops)
    aligned, shared = align_blocks(texts[0], texts[1], text_blocks[0], text_blocks[1], rarity)
    gap = settings.gap_tokens if unit == "words" else 0
    rows, moves = _filled(texts, aligned, shared, gap, rarity)
    strangers = [_strangers(row, index, texts, moves) for index, row in enumerate(rows)]
    if not any(strangers):
        return rows, moves
    mended = [
        part
        for row, parts in zip(aligned, strangers, strict=True)
        for part in (without_parts(row, texts[0], texts[1], parts) if parts else (row,))
    ]
    return _filled(texts, mended, shared, gap, rarity)


def _filled(
    texts: tuple[Tokenized, Tokenized], aligned: Sequence[BlockRow], shared: Sequence[Tile], gap: int, rarity: Rarity
) -> tuple[tuple[Row, ...], tuple[Move, ...]]:
    """The rows with their ops, and the sentences that moved between them; none where `gap` is 0."""
    elsewhere = find_elsewhere(texts[0], texts[1], aligned, shared)
    rows = tuple(_row(row, texts[0], texts[1], elsewhere, gap, rarity) for row in aligned)
    return find_moves(texts[0], texts[1], rows, shared, gap, rarity) if gap else (rows, ())


def _strangers(row: Row, index: int, texts: tuple[Tokenized, Tokenized], moves: Sequence[Move]) -> frozenset[int]:
    """Parts of a split or merged row of which, in the end, no word is in it on the other side, at any place."""
    if row.relation not in ("split", "merged"):
        return frozenset()
    side = "left" if row.relation == "merged" else "right"
    text = texts[side == "right"]
    ops = [*row.ops, *[op for move in moves if move.rows == (index, index) for op in move.ops]]
    kept = [getattr(op, side) for op in ops if op.tag == "equal"]
    return frozenset(
        block
        for block in getattr(row, side)
        for start, end in [text.span(block)]
        if not any(text.word_count((max(start, first), min(end, last))) for first, last in kept)
    )


def _blocks_of_text(article: Article) -> Sequence[int]:
    """Indexes of the blocks that are text of the article."""
    return [index for index, block in enumerate(article.blocks) if not block.furniture]


def _row(row: BlockRow, left: Tokenized, right: Tokenized, elsewhere: _Tokens, gap: int, rarity: Rarity) -> Row:
    """The row with its ops, of sentences where `gap` is 0; a changed row without a change is the same."""
    span, span_right = _whole_span(left, row.left), _whole_span(right, row.right)
    if not row.right:
        ops: tuple[Op, ...] = (Op("delete", span, (0, 0)),)
    elif not row.left:
        ops = (Op("insert", (0, 0), span_right),)
    else:
        ops = _ops(left, right, row, elsewhere, gap, rarity)
    relation = row.relation
    if relation == "changed" and all(op.tag == "equal" for op in ops):
        relation = "same"
    return Row(relation=relation, left=row.left, right=row.right, ops=ops)


def _ops(
    left: Tokenized, right: Tokenized, row: BlockRow, elsewhere: _Tokens, gap: int, rarity: Rarity
) -> tuple[Op, ...]:
    span, span_right = _whole_span(left, row.left), _whole_span(right, row.right)
    keys, keys_right = left.keys[slice(*span)], right.keys[slice(*span_right)]
    if keys == keys_right:
        return (Op("equal", span, span_right),)
    if not gap:
        return sentence_ops(left, right, span, span_right)
    keys, keys_right = _without(keys, span, elsewhere[0], "<"), _without(keys_right, span_right, elsewhere[1], ">")
    anchors = [(start - span[0], start_right - span_right[0], length) for start, start_right, length in row.anchors]
    begin = (span[0], span_right[0])
    ops = diff_words(keys, keys_right, gap=gap, rarity=rarity, anchors=anchors, begin=begin)
    return whole_phrases(left, right, ops)


def _without(keys: tuple[str, ...], span: Span, tokens: frozenset[int], side: str) -> tuple[str, ...]:
    """The keys of a range, those of some tokens made equal to none."""
    if tokens.isdisjoint(range(*span)):
        return keys
    return tuple(f"{side}{token}\0" if token in tokens else key for token, key in enumerate(keys, span[0]))


def _whole_span(text: Tokenized, blocks: tuple[int, ...]) -> Span:
    """From the first token of a row's blocks to the last; furniture between them belongs to it."""
    return (text.span(blocks[0])[0], text.span(blocks[-1])[1]) if blocks else (0, 0)
