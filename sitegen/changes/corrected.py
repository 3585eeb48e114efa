"""What a notice of correction names of the other changes, and what it does not: looked up in its words.

That a notice names a change is said where the differing words of one side stand in it; that it does not, where no word
of either side does. Of a change of which it has some words neither is said.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from sitegen.changes.readtext import ReadText
from sitegen.changes.rowedits import Sides
from sitegen.model import Change, Span
from sitegen.text.catalogues import Catalogue

_LISTED = 3
"""Changes that are quoted; of more, the rest is counted."""
_SHORT = 40
"""Characters up to which the words of a change are quoted in full."""


def with_named_changes(sides: Sides, changes: Sequence[Change], catalogue: Catalogue) -> tuple[Change, ...]:
    """The changes, each new or lost notice of correction with what it names of the consequential ones."""
    others = [change for change in changes if change.is_consequential and change.kind != "correction"]
    if not others:
        return tuple(changes)
    return tuple(
        replace(change, sentence=" ".join((change.sentence, *_sentences(sides, change, others, catalogue))))
        if change.kind == "correction" and change.is_consequential and not (change.left and change.right)
        else change
        for change in changes
    )


def _sentences(sides: Sides, notice: Change, others: Sequence[Change], catalogue: Catalogue) -> Iterator[str]:
    text, span = (sides.left, notice.left_span) if notice.left else (sides.right, notice.right_span)
    words = frozenset(text.keys[slice(*span)])
    named: list[Change] = []
    unnamed: list[Change] = []
    for change in others:
        ends = _content(sides.left, change.left_span), _content(sides.right, change.right_span)
        if any(end and end <= words for end in ends):
            named.append(change)
        elif any(ends) and words.isdisjoint(ends[0] | ends[1]):
            unnamed.append(change)
    if named:
        yield catalogue.gettext("It names {changes}.", changes=_listed(named, catalogue))
    if unnamed:
        yield catalogue.gettext("Nowhere in it: {changes}.", changes=_listed(unnamed, catalogue))


def _content(text: ReadText, span: Span) -> frozenset[str]:
    return frozenset(text.keys[token] for token in text.content(span))


def _listed(changes: Sequence[Change], catalogue: Catalogue) -> str:
    """Each as what it was and what it became, the first of them alone where they are many."""
    quoted = [_quoted(change, catalogue) for change in changes[:_LISTED]]
    if more := len(changes) - _LISTED:
        quoted += [catalogue.ngettext("{count} other change", "{count} other changes", more)] if more > 0 else []
    return catalogue.listed(quoted)


def _quoted(change: Change, catalogue: Catalogue) -> str:
    left, right = (
        catalogue.quoted(side.strip(), _SHORT) if side.strip() else "" for side in (change.left, change.right)
    )
    if left and right:
        # Translators: what a change was, and what it became: “14” → “12”.
        return catalogue.gettext("{left} → {right}", left=left, right=right)
    return left or right
