"""How one copy words a sentence, as pieces: what is gone, what stands there instead, and a few words around both.

Only the words that differ are printed where they are few; where most of a sentence differs, the copy's own sentence is.
"""

from collections.abc import Iterator, Sequence
from itertools import groupby

from sitegen.model import Op, Span
from sitegen.text.tokenized import Tokenized
from sitegen.views.pages import WordingPiece
from sitegen.views.rights import Shown

_AROUND = 2
"""Words on either side of a difference."""
_JOINED = 2
"""Equal tokens between two differences that are read as one; fewer would be torn from both."""
_FEW = 3
"""Differences that are printed one by one; a sentence with more is printed itself."""
_MOST_CHARACTERS = 400
"""Of a sentence that is printed; longer ones are cut."""


def wording(
    ops: Sequence[Op], texts: tuple[Tokenized, Tokenized], span: Span, copies: tuple[str, str], shown: Shown
) -> tuple[WordingPiece, ...]:
    """The pieces of a reading. `ops` lead from the base's sentence to the copy's, whose range is `span`.

    `texts` and `copies` are those of the base and of the copy. Empty where words of either may not be shown.
    """
    if not ops:
        return ()
    left, right = (ops[0].left[0], ops[-1].left[1]), (ops[0].right[0], ops[-1].right[1])
    allowed = shown.beside(*copies)
    if not allowed.covers(copies[0], left) or not allowed.covers(copies[1], right):
        return ()
    runs = _runs(ops, texts)
    differences = [run for run in runs if not run[2]]
    if not differences:
        return ()
    if len(differences) > _FEW:
        return (WordingPiece(text=_cut(_printed(texts[1], span).strip())),)
    return tuple(_pieces(runs, texts))


def marked_wording(ops: Sequence[Op], texts: tuple[Tokenized, Tokenized]) -> tuple[WordingPiece, ...]:
    """The copy's sentence whole, what the base does not have marked; what the base alone has is left out."""
    pieces: list[WordingPiece] = []
    for _, right, equal in _runs(ops, texts):
        if right[0] < right[1]:
            pieces.append(WordingPiece(text=texts[1].text(right).replace("\n", " "), mark="" if equal else "ins"))
    return tuple(pieces)


_Run = tuple[Span, Span, bool]
"""Ranges of the left and the right, and whether both have the same words there."""


def _runs(ops: Sequence[Op], texts: tuple[Tokenized, Tokenized]) -> list[_Run]:
    """The ops with neighbours joined: a short equal range between two differences belongs to them."""
    tags: list[bool] = [op.tag == "equal" for op in ops]
    for index in range(1, len(ops) - 1):
        left, right = ops[index].left, ops[index].right
        short = left[1] - left[0] <= _JOINED and right[1] - right[0] <= _JOINED
        if tags[index] and short and not tags[index - 1] and not tags[index + 1]:
            tags[index] = False
    runs: list[_Run] = []
    for equal, group in groupby(zip(tags, ops, strict=True), key=lambda entry: entry[0]):
        members = [op for _, op in group]
        runs.append(
            (
                (members[0].left[0], members[-1].left[1]),
                (members[0].right[0], members[-1].right[1]),
                equal,
            )
        )
    return [(left, right, equal or _is_mere_marks(left, right, texts)) for left, right, equal in runs]


def _is_mere_marks(left: Span, right: Span, texts: tuple[Tokenized, Tokenized]) -> bool:
    """Whether nothing but marks and spaces differs."""
    return not any(
        any(char.isalnum() for char in text.text(span)) for text, span in zip(texts, (left, right), strict=True)
    )


def _pieces(runs: Sequence[_Run], texts: tuple[Tokenized, Tokenized]) -> Iterator[WordingPiece]:
    for index, (left, right, equal) in enumerate(runs):
        if equal:
            yield WordingPiece(text=_context(right, texts[1], first=index == 0, last=index == len(runs) - 1))
            continue
        lost, new = _printed(texts[0], left), _printed(texts[1], right)
        if index and lost.strip() and not _printed(texts[1], runs[index - 1][1]).endswith(" "):
            # The space before it is the base's alone.
            yield WordingPiece(text=" ")
        if lost.strip():
            yield WordingPiece(text=_cut(lost.strip()), mark="del")
        if lost.strip() and new.strip():
            yield WordingPiece(text=" ")
        if new.strip():
            yield WordingPiece(text=_cut(new.strip()), mark="ins")
        if index < len(runs) - 1 and (new or lost).endswith(" "):
            yield WordingPiece(text=" ")


def _context(span: Span, text: Tokenized, *, first: bool, last: bool) -> str:
    """Words that both have: the last before a difference, the first after it. Spaces are those of the text."""
    begin, end = span
    if first:
        start = max(begin, end - _AROUND)
        return f"{'… ' if start > begin else ''}{_printed(text, (start, end))}"
    if last:
        stop = min(end, begin + _AROUND)
        return f"{_printed(text, (begin, stop)).rstrip()}{' …' if stop < end else ''}"
    if end - begin <= 2 * _AROUND + 1:
        return _printed(text, span)
    return f"{_printed(text, (begin, begin + _AROUND)).rstrip()} … {_printed(text, (end - _AROUND, end))}"


def _printed(text: Tokenized, span: Span) -> str:
    return text.text(span).replace("\n", " ")


def _cut(text: str) -> str:
    return text if len(text) <= _MOST_CHARACTERS else f"{text[:_MOST_CHARACTERS].rsplit(' ', 1)[0]} …"
