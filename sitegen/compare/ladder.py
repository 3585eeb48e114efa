"""How coarsely two texts are compared: by words, by sentences, by blocks, or not at all. Work is bounded by counts.

Below words, a sentence or a block is one key, and equal keys mean equal tokens; what has any difference inside counts
as replaced. The note that goes with the comparison (changes/notes.py) says so, and why.
"""

from collections.abc import Sequence
from itertools import pairwise

from sitegen.compare.words import match_keys, ops_between
from sitegen.config import Comparing
from sitegen.model import Op, Row, Span, Unit
from sitegen.text.sentences import may_end
from sitegen.text.tokenized import Tokenized

_UNITS: tuple[Unit, ...] = ("words", "sentences", "blocks", "texts")
"""From the finest to the coarsest."""


def unit_of(left: Tokenized, right: Tokenized, settings: Comparing) -> Unit:
    """How coarsely two texts are compared, by how many tokens and blocks both have together."""
    tokens = len(left.tokens) + len(right.tokens)
    blocks = len(left.starts) + len(right.starts) - 2
    if blocks > settings.blocks_up_to:
        return "texts"
    if tokens <= settings.words_up_to:
        return "words"
    return "sentences" if tokens <= settings.sentences_up_to else "blocks"


def coarser(unit: Unit, finest: Unit) -> Unit:
    """The coarser of the two."""
    return max(unit, finest, key=_UNITS.index)


def sentence_ops(left: Tokenized, right: Tokenized, span: Span, span_right: Span) -> tuple[Op, ...]:
    """Ops of whole sentences from one range of tokens to another; both ranges are blocks."""
    borders, borders_right = _borders(left, span), _borders(right, span_right)
    matches = match_keys(_pieces(left, borders), _pieces(right, borders_right))
    ops = ops_between(matches, (len(borders) - 1, len(borders_right) - 1))
    return tuple(
        Op(
            op.tag,
            (borders[op.left[0]], borders[op.left[1]]),
            (borders_right[op.right[0]], borders_right[op.right[1]]),
        )
        for op in ops
    )


def coarse_rows(
    left: Tokenized, right: Tokenized, blocks_left: Sequence[int], blocks_right: Sequence[int], *, blocks: bool
) -> tuple[Row, ...]:
    """Rows of `blocks` that are equal, in one order, and of each other one alone; else one row for either text."""
    if not blocks:
        return tuple(
            _alone(text, blocks_of_side, side)
            for side, text, blocks_of_side in ((0, left, blocks_left), (1, right, blocks_right))
            if blocks_of_side
        )
    keys = [_key(left, left.span(block)) for block in blocks_left]
    keys_right = [_key(right, right.span(block)) for block in blocks_right]
    rows: list[Row] = []
    for op in ops_between(match_keys(keys, keys_right), (len(keys), len(keys_right))):
        mine, theirs = blocks_left[slice(*op.left)], blocks_right[slice(*op.right)]
        if op.tag == "equal":
            rows += [_same(left, right, block, block_right) for block, block_right in zip(mine, theirs, strict=True)]
        else:
            rows += [_alone(left, (block,), 0) for block in mine] + [_alone(right, (block,), 1) for block in theirs]
    return tuple(rows)


def _alone(text: Tokenized, blocks: Sequence[int], side: int) -> Row:
    """Blocks that only the left (0) or only the right (1) has."""
    span = (text.span(blocks[0])[0], text.span(blocks[-1])[1])
    if side:
        return Row(relation="right only", left=(), right=tuple(blocks), ops=(Op("insert", (0, 0), span),))
    return Row(relation="left only", left=tuple(blocks), right=(), ops=(Op("delete", span, (0, 0)),))


def _same(left: Tokenized, right: Tokenized, block: int, block_right: int) -> Row:
    return Row(
        relation="same",
        left=(block,),
        right=(block_right,),
        ops=(Op("equal", left.span(block), right.span(block_right)),),
    )


def _borders(text: Tokenized, span: Span) -> list[int]:
    return [span[0], *[token for token in range(span[0] + 1, span[1]) if may_end(text, token)], span[1]]


def _pieces(text: Tokenized, borders: Sequence[int]) -> list[str]:
    return [_key(text, (start, end)) for start, end in pairwise(borders)]


def _key(text: Tokenized, span: Span) -> str:
    return "\x1f".join(text.keys[slice(*span)])
