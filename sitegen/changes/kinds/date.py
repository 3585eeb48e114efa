"""Date: a day, month, year or time of day that became another, or that one copy alone gives."""

from collections.abc import Iterator

from sitegen.changes.finding import Finding
from sitegen.changes.kinds.kind import Kind
from sitegen.changes.pairing import value_findings
from sitegen.changes.rowedits import SentencePair
from sitegen.text.catalogues import counted, in_context, marked

_DATED = ("date", "time")


def find(pair: SentencePair) -> Iterator[Finding]:
    """Values that say when, and do not say the same."""
    yield from value_findings(pair, "date", lambda value: value.kind in _DATED)


KIND = Kind(
    name="date",
    tag=in_context("kind of change", "date"),
    group="consequential",
    noun=counted("{count} date", "{count} dates"),
    label=marked("dates"),
    meaning=marked(
        "A day, month, year or time of day is another, is given or is left out. Relative days are resolved against "
        "the day of publication where it is known."
    ),
    sentences={
        "changed": marked("The date changed from {left} to {right}."),
        "rounded": marked("The date {left} became {right}: stated with another precision."),
        "unclear": marked("The date {left} is given as {right}; whether it is the same day cannot be told."),
        "given": marked("The date {text} was added."),
        "changed time": marked("The time changed from {left} to {right}."),
        "rounded time": marked("The time {left} became {right}: stated with another precision."),
        "given time": marked("The time {text} was added."),
        "withheld time": marked("The time {text} is gone."),
        "withheld": marked("The date {text} is gone."),
        "order": marked("The dates changed places: {left} became {right}."),
        "moved": marked("The date {text} moved to another part of the sentence."),
    },
    find=find,
)
