"""Lays an edited block of two copies out as one text: what is gone struck, what is new underlined, the rest folded.

The text is the right copy's, with the left copy's words where they differ: one column, for any width of screen.
Linear in the tokens.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from operator import itemgetter

from sitegen.frozen import replace
from sitegen.model import Article, Op, Row
from sitegen.text.catalogues import Catalogue
from sitegen.text.sentences import ends_inside
from sitegen.text.tokenized import Tokenized
from sitegen.views.marks import Marks, cut_into_runs
from sitegen.views.pages import MergedParagraph, MergedPiece, Run

_SPACE = Run(text=" ", mark="")
"""Between what is struck and what stands in its place: the left copy goes on with a mark or ends there."""
_FOLDED_FROM = 60
"""Characters of unchanged sentences from which they are folded: fewer are read sooner than unfolded."""


def merged_paragraphs(
    right: Article,
    texts: tuple[Tokenized, Tokenized],
    row: Row,
    marks: tuple[Marks, Marks],
    shown: frozenset[int],
    catalogue: Catalogue,
) -> tuple[MergedParagraph, ...]:
    """The blocks of a row of both copies as one text. All words of the row may be printed.

    `marks` are those of both sides, `shown` the rows on the page.
    """
    sentences = [(block, tuple(_merged_runs(texts, ops, marks, shown))) for block, ops in _by_sentence(texts[1], row)]
    return tuple(
        MergedParagraph(
            role=right.blocks[block].role,
            pieces=tuple(_pieces([runs for _, runs in group], catalogue)),
        )
        for block, group in groupby(sentences, key=itemgetter(0))
    )


def _pieces(sentences: Sequence[tuple[Run, ...]], catalogue: Catalogue) -> Iterator[MergedPiece]:
    """The sentences of a block; a stretch of unchanged ones is folded where that saves a reader something."""
    for is_quiet, group in groupby(sentences, key=lambda runs: not any(run.mark or run.parts for run in runs)):
        members = tuple(group)
        # The two ends of what moved are marked on the sides, where each leads to the other: an id may stand once.
        runs = tuple(_without_link(run) for sentence in members for run in sentence)
        folds = is_quiet and len(sentences) > 1 and sum(len(run.text) for run in runs) >= _FOLDED_FROM
        # Translators: stands in place of so many unchanged sentences; {count} is their number.
        label = catalogue.ngettext("… {count} sentence …", "… {count} sentences …", len(members)) if folds else ""
        yield MergedPiece(runs=runs, label=label)


def _without_link(run: Run) -> Run:
    return replace(run, anchor="", href="", spoken="") if run.anchor or run.href or run.spoken else run


def _by_sentence(text: Tokenized, row: Row) -> Iterator[tuple[int, list[Op]]]:
    """The ops of a row by the sentences of the right copy, each with its block.

    A deletion goes with the sentence that it stands before; behind the last one of a block, with that one.
    """
    borders = [
        (block, border)
        for block in row.right
        for start, end in [text.span(block)]
        for border in (*ends_inside(text, (start, end)), end)
    ]
    parts: list[list[Op]] = [[] for _ in borders]
    place = 0
    for op in row.ops:
        start, end = op.right
        while start < end and place + 1 < len(borders) and start >= borders[place][1]:
            place += 1
        if op.tag != "equal":
            parts[place].append(op)
            continue
        shift = op.left[0] - start
        while start < end:
            border = min(end, borders[place][1]) if place + 1 < len(borders) else end
            parts[place].append(Op("equal", (start + shift, border + shift), (start, border)))
            start = border
            place += start < end
    yield from ((block, ops) for (block, _), ops in zip(borders, parts, strict=True) if ops)


def _merged_runs(
    texts: tuple[Tokenized, Tokenized], ops: Iterable[Op], marks: tuple[Marks, Marks], shown: frozenset[int]
) -> Iterator[Run]:
    """The runs of both copies in one order."""
    for op in ops:
        left = cut_into_runs(texts[0], op.left, marks[0], "left", shown)
        right = cut_into_runs(texts[1], op.right, marks[1], "right", shown)
        if op.tag != "equal":
            if any(run.mark for run in (*left, *right)):
                yield from _of_both(texts, op, left, right)
            else:
                # Whoever asked leaves this kind of change out: the text goes on as the right copy has it.
                yield from right
            continue
        printed_otherwise = {run.change: run for run in left if run.mark == "del"}
        for run in right:
            # A figure that is printed in another form is equal as compared: both forms are shown.
            if run.mark == "ins" and run.change in printed_otherwise:
                yield printed_otherwise.pop(run.change)
                yield _SPACE
            yield run


def _of_both(texts: tuple[Tokenized, Tokenized], op: Op, left: Sequence[Run], right: Sequence[Run]) -> Iterator[Run]:
    """What the left copy has, struck, then what the right one has in its place."""
    if left and _is_glued(texts, op):
        yield _SPACE
    yield from (_marked(run, "del") for run in left)
    if left and right and not left[-1].text[-1:].isspace():
        yield _SPACE
    yield from (_marked(run, "ins") for run in right)


def _is_glued(texts: tuple[Tokenized, Tokenized], op: Op) -> bool:
    """Whether what is struck would be glued to the word before it: the right copy sets a mark there and no space."""
    before = [
        text.tokens[start - 1].text[-1:] if start else " "
        for text, (start, _) in zip(texts, (op.left, op.right), strict=True)
    ]
    return before[0].isspace() and not before[1].isspace()


def _marked(run: Run, mark: str) -> Run:
    """A run that one copy alone has: it is struck or underlined even where no change tells it."""
    return run if run.mark or not run.text.strip() else replace(run, mark=mark)
