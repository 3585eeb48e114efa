"""Puts a sign into a paragraph where the other copy begins a new one: there it was split, or two were merged."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from sitegen.model import Row
from sitegen.text.catalogues import ENGLISH, Catalogue, marked
from sitegen.text.tokenized import Tokenized
from sitegen.views.pages import Paragraph, Run

_SPOKEN = marked("the other copy begins a paragraph here")


def with_borders(
    paragraphs: Sequence[Paragraph],
    row: Row,
    which: str,
    texts: tuple[Tokenized, Tokenized],
    catalogue: Catalogue = ENGLISH,
    *,
    start: int | None = None,
) -> tuple[Paragraph, ...]:
    """The paragraph of a side that has one, with signs; anything else as it is. Their joined text stays the same.

    Where words of it are withheld, nobody can say between which words the other begins one. `start` is the token that
    the paragraph begins with, where it is the rest of a block.
    """
    blocks, others = (row.left, row.right) if which == "left" else (row.right, row.left)
    withheld = any(run.withheld for paragraph in paragraphs for run in paragraph.runs)
    if not paragraphs or withheld or row.relation not in ("split", "merged") or len(blocks) != 1 or len(others) < 2:
        return tuple(paragraphs)
    own, other = texts if which == "left" else (texts[1], texts[0])
    start = own.span(blocks[0])[0] if start is None else start
    places = [_across(row, other.span(block)[0], which) for block in others[1:]]
    offsets = [len(own.text((start, place))) for place in places]
    return (replace(paragraphs[0], runs=tuple(_signed(paragraphs[0].runs, offsets, catalogue.gettext(_SPOKEN)))),)


def _across(row: Row, token: int, which: str) -> int:
    """The token of this side that stands where a token of the other does."""
    for op in row.ops:
        mine, theirs = (op.left, op.right) if which == "left" else (op.right, op.left)
        if theirs[0] <= token < theirs[1]:
            return mine[0] + token - theirs[0] if op.tag == "equal" else mine[0]
    return 0


def _signed(runs: Iterable[Run], offsets: Sequence[int], spoken: str) -> Iterable[Run]:
    """The runs with a sign at each offset; before a run that cannot be cut there."""
    sign = Run(text="", mark="border", spoken=spoken)
    at, rest = 0, sorted(offset for offset in offsets if offset)
    for run in runs:
        text, end = run.text, at + len(run.text)
        while rest and rest[0] < end:
            cut = rest.pop(0) - at
            if not cut or run.mark or run.parts:
                yield sign
                continue
            yield replace(run, text=text[:cut])
            yield sign
            text, at = text[cut:], at + cut
        yield replace(run, text=text) if text != run.text else run
        at = end
