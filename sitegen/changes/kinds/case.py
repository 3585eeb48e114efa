"""Case: the same words with other capitals."""

from sitegen.changes.kinds.kind import Kind
from sitegen.text.catalogues import counted, marked

KIND = Kind(
    name="case",
    group="style",
    noun=counted("{count} other capital", "{count} other capitals"),
    label=marked("capitals"),
    meaning="The same words with other capitals.",
    sentences={
        "same-value": marked("{left} became {right}: other capitals."),
        "alike": marked("{text} is printed another way."),
    },
)
