"""Findings about paired values, for the kinds that are about values."""

from collections.abc import Callable, Iterator

from sitegen.changes.finding import Finding
from sitegen.changes.readtext import CLAUSE_MARKS
from sitegen.changes.rowedits import Edit, SentencePair
from sitegen.changes.valuepairs import ValuePair, paired_values
from sitegen.model import ChangeKind, Span
from sitegen.text.values import Value

_WEAK = 0.93
"""Confidence where one of the two may be no value at all: `one of them`."""
_DIGITS_OF_A_CODE = 7
_WORDS_UP_TO = 3
"""Words of content that stand for a value."""
_FOR_WORDS = 0.92
"""Confidence where words stand against a value."""


def value_findings(pair: SentencePair, kind: ChangeKind, wanted: Callable[[Value], bool]) -> Iterator[Finding]:
    """The values of one sort that changed, or that one text alone gives; those that say the same are `format`."""
    for paired in paired_values(pair):
        value = pair.left.value(paired.left) if paired.left is not None else None
        value = value or (pair.right.value(paired.right) if paired.right is not None else None)
        if value is None or not wanted(value) or paired.verdict == "same-value":
            continue
        if paired.verdict == "changed" and _is_one_number(pair, paired.edit):
            yield pair.take(
                Finding(kind="format", verdict="same-value", left=paired.edit.left, right=paired.edit.right)
            )
            continue
        if kind == "date" and _is_quoted(pair, paired):
            continue
        yield pair.take(_finding(pair, kind, paired))


def _is_one_number(pair: SentencePair, edit: Edit) -> bool:
    """Whether an edit holds the same digits with other marks between them, as a code does: 0-553-29438, 055329438."""
    digits = [
        "".join(filter(str.isdecimal, text.printed(span)))
        for text, span in zip((pair.left, pair.right), edit, strict=True)
    ]
    return digits[0] == digits[1] and len(digits[0]) >= _DIGITS_OF_A_CODE


def _is_quoted(pair: SentencePair, paired: ValuePair) -> bool:
    """Whether it stands inside quotation marks: then what somebody said was altered, which is told as that."""
    return (paired.left is None or bool(pair.left.quoted[paired.left])) and (
        paired.right is None or bool(pair.right.quoted[paired.right])
    )


def _finding(pair: SentencePair, kind: ChangeKind, paired: ValuePair) -> Finding:
    if paired.left is not None and paired.right is not None:
        weak = any(
            value is None or value.weak for value in (pair.left.value(paired.left), pair.right.value(paired.right))
        )
        return Finding(
            kind=kind,
            verdict=paired.verdict,
            left=alone(paired.left),
            right=alone(paired.right),
            confidence=_WEAK if weak else 1.0,
        )
    side = 0 if paired.left is not None else 1
    token = paired.left if paired.left is not None else paired.right
    assert token is not None
    beside = [content for content in pair.free_content(paired.edit)[side] if content != token]
    opposite = _opposite(pair, paired.edit, 1 - side) if not beside else _nothing(paired.edit, 1 - side)
    own = alone(token)
    left, right = (own, opposite) if side == 0 else (opposite, own)
    worded = opposite[0] < opposite[1]
    return Finding(
        kind=kind,
        verdict=paired.verdict,
        left=left,
        right=right,
        confidence=_FOR_WORDS if worded else 1.0,
        aspect=f"{paired.verdict} for words" if worded else "",
    )


def _nothing(edit: Edit, side: int) -> Span:
    """The place of one side of an edit, without words."""
    return (edit[side][0], edit[side][0])


def _opposite(pair: SentencePair, edit: Edit, side: int) -> Span:
    """What stands where the other text has a value: a few words that no finding has taken, or nothing."""
    content = pair.free_content(edit)[side]
    if not content:
        return (edit[side][0], edit[side][0])
    text = (pair.left, pair.right)[side]
    span = (content[0], content[-1] + 1)
    broken = any(
        text.value(token) or text.is_quote_mark(token) or text.keys[token] in CLAUSE_MARKS for token in range(*span)
    )
    if broken or len(content) > _WORDS_UP_TO:
        return (edit[side][0], edit[side][0])
    return span


def alone(token: int) -> Span:
    """The range of one token."""
    return (token, token + 1)
