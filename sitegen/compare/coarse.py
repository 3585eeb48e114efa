"""Compares texts that are too long for words: by sentences, then by blocks, then not at all.

Sentences and blocks are compared as words are elsewhere: each is one key, and equal keys mean equal tokens. What has
any difference inside counts as replaced.
"""

from collections.abc import Sequence

from sitegen.compare.words import match_keys, ops_between
from sitegen.model import Op, Row, Span
from sitegen.text.sentences import may_end
from sitegen.text.tokenized import Tokenized


def sentence_ops(left: Tokenized, right: Tokenized, span: Span, other: Span) -> tuple[Op, ...]:
    """Ops from one range of tokens to another whose ends are ends of sentences, or of blocks."""
    borders, borders_right = _borders(left, span), _borders(right, other)
    matches = match_keys(_pieces(left, borders), _pieces(right, borders_right))
    found = ops_between(matches, len(borders) - 1, len(borders_right) - 1)
    return tuple(
        Op(
            op.tag,
            (borders[op.left[0]], borders[op.left[1]]),
            (borders_right[op.right[0]], borders_right[op.right[1]]),
        )
        for op in found
    )


def block_rows(left: Tokenized, right: Tokenized, blocks: Sequence[int], others: Sequence[int]) -> tuple[Row, ...]:
    """Rows of blocks that are equal, in one order; each other block stands alone."""
    keys = [_key(left, left.span(block)) for block in blocks]
    keys_right = [_key(right, right.span(block)) for block in others]
    rows: list[Row] = []
    for op in ops_between(match_keys(keys, keys_right), len(keys), len(keys_right)):
        pairs = zip(range(*op.left), range(*op.right), strict=False) if op.tag == "equal" else ()
        rows += [_same(left, right, blocks[at], others[other]) for at, other in pairs]
        if op.tag != "equal":
            rows += [whole_row(left, blocks[at : at + 1], "left only") for at in range(*op.left)]
            rows += [whole_row(right, others[at : at + 1], "right only") for at in range(*op.right)]
    return tuple(rows)


def whole_row(text: Tokenized, blocks: Sequence[int], relation: str) -> Row:
    """A row of blocks of one side (`left only` or `right only`)."""
    span = (text.span(blocks[0])[0], text.span(blocks[-1])[1])
    if relation == "left only":
        return Row(relation="left only", left=tuple(blocks), right=(), ops=(Op("delete", span, (0, 0)),))
    return Row(relation="right only", left=(), right=tuple(blocks), ops=(Op("insert", (0, 0), span),))


def _same(left: Tokenized, right: Tokenized, block: int, other: int) -> Row:
    return Row(relation="same", left=(block,), right=(other,), ops=(Op("equal", left.span(block), right.span(other)),))


def _borders(text: Tokenized, span: Span) -> list[int]:
    return [span[0], *[at for at in range(span[0] + 1, span[1]) if may_end(text, at)], span[1]]


def _pieces(text: Tokenized, borders: Sequence[int]) -> list[str]:
    return [_key(text, (start, end)) for start, end in zip(borders, borders[1:], strict=False)]


def _key(text: Tokenized, span: Span) -> str:
    return "\x1f".join(text.keys[slice(*span)])
