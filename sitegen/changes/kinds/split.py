"""Split: one paragraph that became several."""

from sitegen.changes.kinds.kind import Kind
from sitegen.text.catalogues import counted, marked

KIND = Kind(
    name="split",
    group="place",
    noun=counted("{count} split paragraph", "{count} split paragraphs"),
    label=marked("split paragraphs"),
    meaning="One paragraph became several.",
)
