"""Merge: several paragraphs that became one."""

from sitegen.changes.kinds.kind import Kind
from sitegen.text.catalogues import counted, marked

KIND = Kind(
    name="merge",
    group="place",
    noun=counted("{count} merged paragraph", "{count} merged paragraphs"),
    label=marked("merged paragraphs"),
    meaning="Several paragraphs became one.",
)
