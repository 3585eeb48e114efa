"""Cut: words, a sentence or a paragraph that only the left has."""

from sitegen.changes.kinds.kind import Kind
from sitegen.text.catalogues import counted, in_context, marked

KIND = Kind(
    name="cut",
    tag=in_context("kind of change", "cut"),
    group="words",
    noun=counted("{count} cut", "{count} cuts"),
    label=marked("cuts"),
    meaning=marked("Words, a sentence or a paragraph are gone, and nothing replaces them."),
    sentences={"withheld": marked("{text} is gone."), "both": marked("{left} was cut to {right}.")},
)
