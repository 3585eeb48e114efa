"""Order: the same entries or words, in another order."""

from sitegen.changes.kinds.kind import Kind
from sitegen.text.catalogues import counted, in_context, marked

KIND = Kind(
    name="order",
    tag=in_context("kind of change", "order"),
    group="place",
    noun=counted("{count} other order", "{count} other orders"),
    label=marked("other order"),
    meaning=marked("The same entries of a list, or the same words, in another order."),
    sentences={
        "moved": marked("The same entries are in another order."),
        "words": marked("{left} became {right}: the same words in another order."),
        "reversed": marked("The same entries are in reverse order."),
    },
)
