"""Label: the number, speaker or time before an entry, a turn or a clause."""

from collections.abc import Iterator

from sitegen.changes.finding import Finding
from sitegen.changes.kinds.kind import Kind
from sitegen.changes.rowedits import Edit, SentencePair
from sitegen.model import Span
from sitegen.text.catalogues import counted, in_context, marked
from sitegen.text.tokenized import is_apart


def find(pair: SentencePair) -> Iterator[Finding]:
    """Labels and marks of footnotes that differ; labels.py says which of them are one renumbering."""
    for edit in pair.edits:
        left, right = _labels(pair, edit, 0), _labels(pair, edit, 1)
        if left[0] == left[1] and right[0] == right[1]:
            continue
        gone, new = left[0] == left[1], right[0] == right[1]
        yield pair.take(
            Finding(kind="label", verdict="given" if gone else "withheld" if new else "changed", left=left, right=right)
        )


def _labels(pair: SentencePair, edit: Edit, side: int) -> Span:
    """The tokens of labels and marks in one side of an edit, from the first to the last."""
    text = (pair.left, pair.right)[side]
    tokens = [token for token in pair.free_in(edit)[side] if is_apart(text.keys[token])]
    return (tokens[0], tokens[-1] + 1) if tokens else (edit[side][0], edit[side][0])


KIND = Kind(
    name="label",
    tag=in_context("kind of change", "label"),
    group="place",
    noun=counted("{count} other label", "{count} other labels"),
    label=marked("labels"),
    meaning=marked(
        "The number of a clause or entry, the name before a turn of speech or the time before an entry is another."
    ),
    sentences={
        "changed": marked("The label {left} became {right}."),
        "given": marked("The label {text} was added."),
        "withheld": marked("The label {text} is gone."),
        "renumbered": marked("The entries {left} are now numbered {right}."),
        "renamed": marked("The speaker {left} is now called {right}."),
    },
    find=find,
)
