"""Addition: words, a sentence or a paragraph that only the right has."""

from sitegen.changes.kinds.kind import Kind
from sitegen.text.catalogues import counted, in_context, marked

KIND = Kind(
    name="addition",
    tag=in_context("kind of change", "addition"),
    group="words",
    noun=counted("{count} addition", "{count} additions"),
    label=marked("additions"),
    meaning=marked("Words, a sentence or a paragraph are new."),
    sentences={"given": marked("{text} was added."), "both": marked("{left} was extended to {right}.")},
)
