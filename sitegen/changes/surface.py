"""Style: where tokens of equal keys print differently. Says which kind of style that is."""

import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import replace

from sitegen.changes.finding import Finding
from sitegen.changes.readtext import ReadText
from sitegen.changes.rowedits import Sides
from sitegen.model import ChangeKind, Op, Token
from sitegen.text.keys import key_of
from sitegen.text.lookalikes import one_script
from sitegen.text.places import UNSEEN
from sitegen.text.tokenized import Tokenized


def kind_of_equal(left: Token, right: Token, language: str = "und") -> ChangeKind | None:
    """The kind of the difference between two tokens of one key, space aside; None when they print the same.

    `language` is a tag: it says which spellings of a value in words are one.
    """
    text, opposite_token = left.text.rstrip(), right.text.rstrip()
    if text == opposite_token:
        return None
    letters, other_letters = _letters(text), _letters(opposite_token)
    if left.value is not None and _is_format(text, opposite_token, language):
        return "format"
    if letters == other_letters:
        return "typography"
    if _small(letters) == _small(other_letters) or letters.isupper() or other_letters.isupper():
        return "case"
    if _has_digits(letters) or _has_digits(other_letters):
        return "format"
    return "spelling"


def _is_format(text: str, opposite_token: str, language: str) -> bool:
    """Whether one value is written another way; spelling, capitals and spaces of the same words are no format."""
    if text.translate(_SPACES) == opposite_token.translate(_SPACES):
        return False
    words, opposite_tokens = ([key_of(word, language) for word in side.split()] for side in (text, opposite_token))
    return words != opposite_tokens or any(map(str.isdecimal, text))


def _small(letters: str) -> str:
    """Small letters, the dotted i of Turkish as any other."""
    return letters.lower().replace("\u0307", "")


def _has_digits(letters: str) -> bool:
    return any(map(str.isdecimal, letters))


def _letters(text: str) -> str:
    """The letters and digits of a token, foreign look-alikes made its own."""
    folded = unicodedata.normalize("NFKC", one_script(UNSEEN.sub("", text)))
    return "".join(letter for letter in folded if unicodedata.category(letter)[0] in "LNM")


def differ_in_space(left: Token, right: Token) -> bool:
    """Whether other spaces follow two tokens: a no-break space, or two. Where a line ends is no matter."""
    space, opposite_token = left.text[len(left.text.rstrip()) :], right.text[len(right.text.rstrip()) :]
    return space != opposite_token and space.translate(_LINES) != opposite_token.translate(_LINES)


_SPACES = dict.fromkeys(map(ord, "\u00a0\u202f\u2009\u2007"), " ")
_LINES = str.maketrans("\n\r\t", "   ")


def surface_findings(sides: Sides, op: Op, *, after_edit: bool = False) -> Iterator[Finding]:
    """Where the tokens of an equal op print differently; neighbours of one kind are one finding.

    `after_edit` is whether an edit stands right before: then a capital that the beginning of a sentence asks for is no
    change.
    """
    left, right = sides.left.tokens, sides.right.tokens
    shift = op.right[0] - op.left[0]
    if left[slice(*op.left)] == right[slice(*op.right)]:
        return
    open_kind: ChangeKind | None = None
    start = end = op.left[0]
    for token in range(op.left[0], op.left[1] + 1):
        differs = token < op.left[1] and left[token].text != right[token + shift].text
        kind = kind_of_equal(left[token], right[token + shift], sides.left.terms.language) if differs else None
        if kind == "case" and after_edit and token == op.left[0] and _begins_otherwise(sides, token, token + shift):
            kind = None
        space = _other_space(sides, op, token, shift) if differs else False
        if space and kind is None:
            kind = "typography"
        if kind != open_kind and not (kind is None and token < end):
            if open_kind:
                last = max(end, token)
                yield Finding(
                    kind=open_kind, verdict="same-value", left=(start, last), right=(start + shift, last + shift)
                )
                start = last
            open_kind, start = kind, max(token, end)
        end = token + 2 if space else end


_PAIR_UP_TO = 12
"""Tokens between two marks that are a pair: quotation marks, dashes, brackets around a few words."""


def with_pairs_of_marks(sides: Sides, findings: Sequence[Finding]) -> list[Finding]:
    """The findings, two of one kind about the two marks of a pair as one."""
    joined: list[Finding] = []
    for finding in findings:
        last = joined[-1] if joined else None
        if last is not None and _is_pair(sides, last, finding):
            joined[-1] = replace(last, left=(last.left[0], finding.left[1]), right=(last.right[0], finding.right[1]))
        else:
            joined.append(finding)
    return joined


def _is_pair(sides: Sides, first: Finding, last: Finding) -> bool:
    """Whether two findings are about marks alone that belong together, and no word between them differs."""
    if first.kind not in ("typography", "punctuation") or (first.kind, first.verdict) != (last.kind, last.verdict):
        return False
    spans = [(first.left, last.left), (first.right, last.right)]
    for text, (before, after) in zip((sides.left, sides.right), spans, strict=True):
        if after[0] - before[1] > _PAIR_UP_TO or any(
            text.is_word(token) for span in (before, after) for token in range(*span)
        ):
            return False
        if text.keys[slice(*before)] != text.keys[slice(*after)] or text.block_of(before[0]) != text.block_of(after[0]):
            return False
    return last.left[0] - first.left[1] == last.right[0] - first.right[1]


def _other_space(sides: Sides, op: Op, token: int, shift: int) -> bool:
    """Whether another space stands after a token, inside one block of both texts."""
    if token + 1 >= op.left[1] or not differ_in_space(sides.left.tokens[token], sides.right.tokens[token + shift]):
        return False
    return _in_one_block(sides.left.text, token) and _in_one_block(sides.right.text, token + shift)


def _in_one_block(text: Tokenized, token: int) -> bool:
    """Whether a token and the next stand in one block."""
    return text.block_of(token) == text.block_of(token + 1)


def _begins_otherwise(sides: Sides, token: int, opposite_token: int) -> bool:
    """Whether a word begins a sentence in one text alone, and differs in its first letter alone."""
    texts: tuple[tuple[ReadText, int], ...] = ((sides.left, token), (sides.right, opposite_token))
    begins = [text.begins_sentence(place) for text, place in texts]
    printed = [text.tokens[place].text for text, place in texts]
    return (
        begins[0] != begins[1]
        and [text[:1].isupper() for text in printed] == begins
        and printed[0][1:].strip() == printed[1][1:].strip()
    )
