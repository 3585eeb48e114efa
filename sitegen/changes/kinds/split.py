"""Split: one paragraph that became several."""

from sitegen.changes.kinds.kind import Kind
from sitegen.text.catalogues import counted, in_context, marked

KIND = Kind(
    name="split",
    tag=in_context("kind of change", "split"),
    group="place",
    noun=counted("{count} split paragraph", "{count} split paragraphs"),
    label=marked("split paragraphs"),
    meaning=marked("One paragraph became several."),
)
