"""Case: the same words with other capitals."""

from sitegen.changes.kinds.kind import Kind
from sitegen.text.catalogues import counted, in_context, marked

KIND = Kind(
    name="case",
    tag=in_context("kind of change", "case"),
    group="style",
    noun=counted("{count} other capital", "{count} other capitals"),
    label=marked("capitals"),
    meaning=marked("The same words with other capitals."),
    sentences={
        "same-value": marked("{left} became {right}: other capitals."),
        "alike": marked("{text} is printed another way."),
    },
)
