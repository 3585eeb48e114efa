"""Cuts the text of a block into runs at the borders of its changes. Knows nothing of rows or pages."""

from collections.abc import Iterable, Sequence

import regex

from sitegen.frozen import dataclass, replace
from sitegen.model import Change, Span
from sitegen.text.catalogues import ENGLISH, Catalogue
from sitegen.text.invisible import is_hidden, unseen
from sitegen.text.places import UNSEEN, deceiving_places, odd_places
from sitegen.text.tokenized import Tokenized
from sitegen.views.kept import Kept
from sitegen.views.pages import Run
from sitegen.views.unseen import parts_of

_OF_BLOCKS = ("split", "merge")
_JOINS_NEXT = regex.compile(r"(?V1)\p{GCB=Prepend}$")
"""A sign that is one with what follows it, be it a space."""
_WHISPERED = ("typography", "case")


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """A range of one side that belongs to a change."""

    span: Span
    change: Change
    unseen: frozenset[str] = frozenset()
    """Characters that this side has and the other has not, where no eye sees the difference."""


Marks = Sequence[Mark]
"""In order, none over another."""


def is_sentence_move(change: Change) -> bool:
    """Whether a single sentence moved, or words inside one; a whole block that moved is a row of its own."""
    return change.kind == "move" and (len(change.rows) > 1 or change.shifted)


def tells_no_words(change: Change) -> bool:
    """Whether its sentence says where paragraphs or sentences stand, and nothing of their words."""
    return change.kind in ("move", "split", "merge") and not change.shifted


def is_unseen(change: Change, texts: tuple[Tokenized, Tokenized]) -> bool:
    """Whether a change of style hides a character that nobody sees, or a letter of another script.

    Uncommon spaces are shown in the text and not told beside it: where there is one there are many.
    """
    if change.kind not in _WHISPERED:
        return False
    return any(is_hidden(char) for side in ("left", "right") for char in _unseen(change, side, texts))


def _is_of_entries(change: Change) -> bool:
    """Whether a change is the order of whole entries, of which no word is marked."""
    return change.kind == "order" and len(change.rows) > 1


def marks_of(changes: Iterable[Change], which: str, kept: Kept) -> Marks:
    """The ranges of one side (`left` or `right`) that changes mark, without the words inside them that stayed.

    A moved sentence is cut by the edits inside it.
    """
    spans = [(change.left_span if which == "left" else change.right_span, change) for change in changes]
    edits = [
        Mark(span=part, change=change, unseen=hidden)
        for span, change in spans
        if span[0] < span[1] and change.kind not in _OF_BLOCKS and change.kind != "move" and not _is_of_entries(change)
        for hidden in [_unseen(change, which, kept.texts)]
        for part in kept.around(change, which)
    ]
    edits += [Mark(span=span, change=change) for span, change in spans if change.shifted and change.kind == "move"]
    edits.sort(key=lambda mark: mark.span)
    moves = [(span, change) for span, change in spans if is_sentence_move(change) and not change.shifted]
    pieces = [
        Mark(span=piece, change=change)
        for span, change in moves
        for piece in _around(span, [edit.span for edit in edits])
    ]
    return sorted([*edits, *pieces], key=lambda mark: mark.span)


def _unseen(change: Change, which: str, texts: tuple[Tokenized, Tokenized]) -> frozenset[str]:
    """What the other side lacks. Accents written apart are left out: a text that has them has nothing else."""
    left, right = texts[0].text(change.left_span), texts[1].text(change.right_span)
    return frozenset(one for one in unseen(left, right)[which == "right"] if is_hidden(one) or one.isspace())


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


def cut_into_runs(
    text: Tokenized,
    span: Span,
    marks: Marks,
    which: str,
    shown: frozenset[int],
    catalogue: Catalogue = ENGLISH,
) -> tuple[Run, ...]:
    """The tokens of a range of one block as runs; joined, their texts are the text of the range.

    `shown` are rows on the page.
    """
    runs: list[Run] = []
    begun: set[str] = set()
    at = span[0]
    unseen_by_change: dict[str, Mark] = {}
    for mark in marks:
        if mark.span[0] >= span[1]:
            break
        first, last = max(mark.span[0], at), min(mark.span[1], span[1])
        if first >= last:
            continue
        if first > at:
            runs.append(Run(text=text.text((at, first)), mark=""))
        runs.extend(_marked(text, (first, last), mark, which, begun, shown, catalogue))
        at = last
        if mark.unseen:
            unseen_by_change[mark.change.id] = mark
    if at < span[1]:
        runs.append(Run(text=text.text((at, span[1])), mark=""))
    return _with_signs(text, span, runs, unseen_by_change, catalogue)


def _marked(
    text: Tokenized,
    span: Span,
    mark: Mark,
    which: str,
    begun: set[str],
    shown: frozenset[int],
    catalogue: Catalogue,
) -> Iterable[Run]:
    """The marked words, and the space after them unmarked. `begun` are the moved sentences whose first piece stands."""
    printed, change = text.text(span), mark.change
    words = printed.rstrip()
    if mark.unseen.intersection(printed[len(words) :]) or _JOINS_NEXT.search(words):
        words = printed
    if words and change.kind == "move":
        leads = change.id not in begun and shown.issuperset(change.rows)
        begun.add(change.id)
        yield _moved(words, change, which, catalogue, leads=leads)
    elif words:
        look = "whisper" if change.kind in _WHISPERED else "del" if which == "left" else "ins"
        yield Run(text=words, mark=look, kind=change.kind, change=change.id)
    if words != printed:
        yield Run(text=printed[len(words) :], mark="")


def _with_signs(
    text: Tokenized, span: Span, runs: Sequence[Run], marks: dict[str, Mark], catalogue: Catalogue
) -> tuple[Run, ...]:
    """The runs, with a sign for each unseen character that differs or deceives."""
    if not marks and not any(UNSEEN.search(run.text) for run in runs):
        # Whether one deceives is decided by the whole block, which is read where there is one only.
        return tuple(runs)
    start, end = text.span(text.block_of(span[0])) if span[0] < span[1] else span
    whole = text.text((start, end))
    if whole.isascii() and whole.isprintable():
        return tuple(runs)
    deceiving, odd = deceiving_places(whole), odd_places(whole) if marks else frozenset()
    if not deceiving and not marks:
        return tuple(runs)
    signed: list[Run] = []
    at = len(text.text((start, span[0])))
    for run in runs:
        mark = marks.get(run.change)
        places = {
            place
            for place in range(at, at + len(run.text))
            if place in deceiving or (mark and whole[place] in mark.unseen and (run.kind in _WHISPERED or place in odd))
        }
        parts = parts_of(run.text, {place - at for place in places}, catalogue) if places else ()
        signed.append(replace(run, parts=parts) if parts else run)
        at += len(run.text)
    return tuple(signed)


def _moved(words: str, change: Change, which: str, catalogue: Catalogue, *, leads: bool) -> Run:
    """A piece of a moved sentence; the first of them leads to its other end, where that is on the page."""
    other = "right" if which == "left" else "left"
    return Run(
        text=words,
        mark="moved",
        kind="move",
        change=change.id,
        anchor=f"{change.id}-{which}" if leads else "",
        href=f"#{change.id}-{other}" if leads else "",
        spoken=catalogue.gettext("moved: is elsewhere in the other copy") if leads else "",
    )
