"""Role: who acts and who suffers, or who speaks, changed places."""

from collections.abc import Iterator

from sitegen.changes.finding import Finding
from sitegen.changes.kinds.kind import Kind
from sitegen.changes.moved import moved_findings
from sitegen.changes.orders import entries_in_another_order
from sitegen.changes.rowedits import SentencePair
from sitegen.text.catalogues import counted, in_context, marked


def find(pair: SentencePair) -> Iterator[Finding]:
    """Words that moved past a verb and past each other; the other kinds of what moved are found with them, and before
    them entries in another order."""
    yield from entries_in_another_order(pair)
    yield from moved_findings(pair)


KIND = Kind(
    name="role",
    tag=in_context("kind of change", "role"),
    group="consequential",
    noun=counted("{count} exchanged role", "{count} exchanged roles"),
    label=marked("exchanged roles"),
    meaning=marked("The same words, but who does it and who suffers it, or who says it, is another."),
    sentences={
        "changed": marked("{left} became {right}: the two changed places."),
        "speaker": marked("The words were given to another speaker: {left} became {right}."),
        "given": marked("{text} was added: now it is said who did it."),
        "withheld": marked("{text} is gone: it is no longer said who did it."),
    },
    find=find,
)
