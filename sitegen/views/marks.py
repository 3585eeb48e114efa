"""Cuts the text of a block into runs at the borders of its changes. Knows nothing of rows or pages."""

from collections.abc import Iterable, Sequence

from sitegen.model import Change, Span
from sitegen.text.tokenized import Tokenized
from sitegen.views.pages import Run

_OF_BLOCKS = ("split", "merge")

Marks = Sequence[tuple[Span, Change]]
"""Ranges of one side in order, none over another, each with its change."""


def is_sentence_move(change: Change) -> bool:
    """Whether a single sentence moved; a whole block that moved is a row of its own."""
    return change.kind == "move" and len(change.rows) > 1


def marks_of(changes: Iterable[Change], which: str) -> Marks:
    """The ranges of one side (`left` or `right`) that changes mark, a moved sentence cut by the edits inside it."""
    spans = [(change.left_span if which == "left" else change.right_span, change) for change in changes]
    edits = [
        (span, change)
        for span, change in spans
        if span[0] < span[1] and change.kind not in _OF_BLOCKS and change.kind != "move"
    ]
    edits.sort(key=lambda mark: mark[0])
    moves = [(span, change) for span, change in spans if is_sentence_move(change)]
    pieces = [(piece, change) for span, change in moves for piece in _around(span, [edit for edit, _ in edits])]
    return sorted([*edits, *pieces], key=lambda mark: mark[0])


def _around(span: Span, edits: Iterable[Span]) -> Iterable[Span]:
    """What is left of a range between the edits inside it."""
    at = span[0]
    for start, end in edits:
        if span[0] <= start and end <= span[1]:
            if at < start:
                yield (at, start)
            at = end
    if at < span[1]:
        yield (at, span[1])


def cut_into_runs(text: Tokenized, span: Span, marks: Marks, which: str, shown: frozenset[int]) -> tuple[Run, ...]:
    """The tokens of a range as runs; joined, their texts are the text of the range. `shown` are rows on the page."""
    runs: list[Run] = []
    begun: set[str] = set()
    at = span[0]
    for (start, end), change in marks:
        first, last = max(start, at), min(end, span[1])
        if first >= last:
            continue
        if first > at:
            runs.append(Run(text=text.text((at, first)), mark=""))
        runs.extend(_marked(text, (first, last), change, which, begun, shown))
        at = last
    if at < span[1]:
        runs.append(Run(text=text.text((at, span[1])), mark=""))
    return tuple(runs)


def _marked(
    text: Tokenized, span: Span, change: Change, which: str, begun: set[str], shown: frozenset[int]
) -> Iterable[Run]:
    """The marked words, and the space after them unmarked. `begun` are the moved sentences whose first piece stands."""
    printed = text.text(span)
    words = printed.rstrip()
    if words and change.kind == "move":
        leads = change.id not in begun and shown.issuperset(change.rows)
        begun.add(change.id)
        yield _moved(words, change, which, leads=leads)
    elif words:
        mark = "whisper" if change.kind in ("typography", "case") else "del" if which == "left" else "ins"
        yield Run(text=words, mark=mark, kind=change.kind, change=change.id)
    if words != printed:
        yield Run(text=printed[len(words) :], mark="")


def _moved(words: str, change: Change, which: str, *, leads: bool) -> Run:
    """A piece of a moved sentence; the first of them leads to its other end, where that is on the page."""
    other = "right" if which == "left" else "left"
    return Run(
        text=words,
        mark="moved",
        kind="move",
        change=change.id,
        anchor=f"{change.id}-{which}" if leads else "",
        href=f"#{change.id}-{other}" if leads else "",
        spoken="moved: stands elsewhere in the other copy" if leads else "",
    )
