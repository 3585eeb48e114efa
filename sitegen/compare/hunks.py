"""Widens ops to what a person would mark: whole compounds and amounts instead of the half that differs.

`war-torn` against `war-battered` is one word replaced, not half a word; `US$2,000` against `$2,000` is an amount.
"""

from collections.abc import Sequence

import regex

from sitegen.compare.words import ops_between, shifted
from sitegen.model import Op, Token
from sitegen.text.tokenized import Tokenized

_GLUE = regex.compile(r"(?V1)[-‐‑\p{Sc}%°/]\s*")


def whole_phrases(left: Tokenized, right: Tokenized, ops: Sequence[Op]) -> tuple[Op, ...]:
    """The same ops with each edit widened over the tokens it is glued to. Contiguous as before."""
    if not ops:
        return ()
    base, base_right = ops[0].left[0], ops[0].right[0]
    matches: list[tuple[int, int, int]] = []
    for index, op in enumerate(ops):
        if op.tag != "equal":
            continue
        start, end = op.left
        shift = op.right[0] - start
        if index:
            while start < end and _glued(left, right, start, start + shift, ops[index - 1]):
                start += 1
        if index + 1 < len(ops):
            while end > start and _glued(left, right, end, end + shift, ops[index + 1]):
                end -= 1
        if end > start:
            matches.append((start - base, start + shift - base_right, end - start))
    widened = ops_between(matches, ops[-1].left[1] - base, ops[-1].right[1] - base_right)
    return tuple(shifted(op, base, base_right) for op in widened)


def _glued(left: Tokenized, right: Tokenized, at: int, other: int, edit: Op) -> bool:
    """Whether the border before token `at` of the left, `other` of the right, runs through one word or amount.

    A side on which the edit is empty has no border there.
    """
    return (edit.left[0] < edit.left[1] and _joins(left.tokens, at)) or (
        edit.right[0] < edit.right[1] and _joins(right.tokens, other)
    )


def _joins(tokens: Sequence[Token], at: int) -> bool:
    if not 0 < at < len(tokens):
        return False
    before, after = tokens[at - 1].text, tokens[at].text
    return not before[-1].isspace() and bool(_GLUE.fullmatch(before) or _GLUE.fullmatch(after))
