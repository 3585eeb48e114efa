"""Format: the same figure, date or time, written another way."""

from collections.abc import Iterator

from sitegen.changes.finding import Finding
from sitegen.changes.kinds.kind import Kind
from sitegen.changes.pairing import alone, paired_values
from sitegen.changes.rowedits import SentencePair
from sitegen.text.catalogues import counted, in_context, marked


def find(pair: SentencePair) -> Iterator[Finding]:
    """Values that say the same in other signs. One printed alike at another place has moved, and is no format."""
    for pairs in paired_values(pair):
        if pairs.verdict != "same-value" or pairs.left is None or pairs.right is None:
            continue
        if pair.left.keys[pairs.left] == pair.right.keys[pairs.right]:
            continue
        yield pair.take(Finding(kind="format", verdict="same-value", left=alone(pairs.left), right=alone(pairs.right)))


KIND = Kind(
    name="format",
    tag=in_context("kind of change", "format"),
    group="style",
    noun=counted("{count} other format", "{count} other formats"),
    label=marked("number format"),
    meaning=marked(
        "The same figure, date, time or unit, written another way: “US$2,000”, “$2,000”; “3 March”, “March 3”."
    ),
    sentences={
        "same-value": marked("{left} became {right}: the same value, written another way."),
        "alike": marked("{text} is printed another way."),
    },
    find=find,
)
