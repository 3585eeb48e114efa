"""Wording: other words, of which nothing more can be said."""

from sitegen.changes.kinds.kind import Kind
from sitegen.text.catalogues import counted, marked

KIND = Kind(
    name="wording",
    group="words",
    noun=counted("{count} other wording", "{count} other wordings"),
    label=marked("wording"),
    meaning="Other words, none of them of a kind above.",
    sentences={
        "reworded": marked("{left} became {right}."),
        "given": marked("{text} was added."),
        "withheld": marked("{text} is gone."),
        "alike": marked("{text} is worded another way."),
    },
)
