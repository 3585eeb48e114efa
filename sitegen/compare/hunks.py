"""Slides and widens ops to what a person would mark: whole sentences, compounds and amounts, not halves of two.

`war-torn` against `war-battered` is one word replaced, not half a word; `US$2,000` against `$2,000` is an amount.
"""

from collections.abc import Sequence

import regex

from sitegen.compare.words import ops_between
from sitegen.model import Op, Span, Token
from sitegen.text.tokenized import Tokenized

_SENTENCE_END = regex.compile(r"[.!?…。！？؟][\"'”’»)]*\s*$")
_GLUE = regex.compile(r"(?V1)[-‐‑\p{Sc}%°/]\s*")


def whole_phrases(left: Tokenized, right: Tokenized, ops: Sequence[Op]) -> tuple[Op, ...]:
    """The same ops with each edit widened over the tokens it is glued to. Contiguous as before."""
    if not ops:
        return ()
    ops = _slid(left, right, ops)
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
            matches.append((start, start + shift, end - start))
    return ops_between(matches, (ops[-1].left[1], ops[-1].right[1]), (ops[0].left[0], ops[0].right[0]))


def _slid(left: Tokenized, right: Tokenized, ops: Sequence[Op]) -> list[Op]:
    """Moves each deletion and insertion, where it could as well stand a few tokens on, to where a phrase begins."""
    slid = list(ops)
    for index, op in enumerate(slid):
        if op.tag not in ("delete", "insert"):
            continue
        text, span = (left, op.left) if op.tag == "delete" else (right, op.right)
        before = slid[index - 1] if index else None
        after = slid[index + 1] if index + 1 < len(slid) else None
        shift = _best_shift(text, span, _room(before, index == 1), _room(after, index + 2 == len(slid)))
        if (before is None and shift > 0) or (after is None and shift < 0):
            continue
        if shift:
            slid[index] = Op(
                op.tag, (op.left[0] + shift, op.left[1] + shift), (op.right[0] + shift, op.right[1] + shift)
            )
            if before:
                slid[index - 1] = _ended(before, shift)
            if after:
                slid[index + 1] = _begun(after, shift)
    return [op for op in slid if op.left[0] < op.left[1] or op.right[0] < op.right[1]]


def _room(equal: Op | None, outermost: bool) -> int:
    """Tokens of a neighbouring equal range that may be given away; its last one only at the end of the row."""
    if equal is None or equal.tag != "equal":
        return 0
    return equal.left[1] - equal.left[0] - (0 if outermost else 1)


def _best_shift(text: Tokenized, span: Span, room_before: int, room_after: int) -> int:
    start, end = span
    lowest, highest = 0, 0
    while -lowest < room_before and text.keys[start + lowest - 1] == text.keys[end + lowest - 1]:
        lowest -= 1
    while highest < room_after and text.keys[start + highest] == text.keys[end + highest]:
        highest += 1
    if lowest == highest:
        return 0
    return max(range(lowest, highest + 1), key=lambda by: (_fits(text, start + by, end + by), -abs(by), -by))


def _fits(text: Tokenized, start: int, end: int) -> int:
    """How well a range reads as a phrase of its own: from the beginning of a sentence to the end of one is best."""
    fit = 0
    first = text.block_of(start) != text.block_of(start - 1) if start else True
    if first or _SENTENCE_END.search(text.tokens[start - 1].text):
        fit += 4
    elif text.tokens[start - 1].text[-1:].isspace():
        fit += 1
    if _SENTENCE_END.search(text.tokens[end - 1].text):
        fit += 2
    return fit


def _ended(op: Op, by: int) -> Op:
    return Op(op.tag, (op.left[0], op.left[1] + by), (op.right[0], op.right[1] + by))


def _begun(op: Op, by: int) -> Op:
    return Op(op.tag, (op.left[0] + by, op.left[1]), (op.right[0] + by, op.right[1]))


def _glued(left: Tokenized, right: Tokenized, token: int, token_right: int, edit: Op) -> bool:
    """Whether the border before token `at` of the left, `other` of the right, runs through one word or amount.

    A side on which the edit is empty has no border there.
    """
    return (edit.left[0] < edit.left[1] and _joins(left.tokens, token)) or (
        edit.right[0] < edit.right[1] and _joins(right.tokens, token_right)
    )


def _joins(tokens: Sequence[Token], token: int) -> bool:
    if not 0 < token < len(tokens):
        return False
    before, after = tokens[token - 1].text, tokens[token].text
    return not before[-1].isspace() and bool(_GLUE.fullmatch(before) or _GLUE.fullmatch(after))
