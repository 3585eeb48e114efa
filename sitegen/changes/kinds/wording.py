"""Wording: other words, of which nothing more can be said."""

from sitegen.changes.kinds.kind import Kind
from sitegen.text.catalogues import counted, in_context, marked

KIND = Kind(
    name="wording",
    tag=in_context("kind of change", "wording"),
    group="words",
    noun=counted("{count} other wording", "{count} other wordings"),
    label=marked("wording"),
    meaning=marked("Other words, none of them of a kind above."),
    sentences={
        "reworded": marked("{left} became {right}."),
        "given": marked("{text} was added."),
        "withheld": marked("{text} is gone."),
        "alike": marked("{text} is worded another way."),
    },
)
