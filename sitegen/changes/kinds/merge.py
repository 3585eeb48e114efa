"""Merge: several paragraphs that became one."""

from sitegen.changes.kinds.kind import Kind
from sitegen.text.catalogues import counted, in_context, marked

KIND = Kind(
    name="merge",
    tag=in_context("kind of change", "merge"),
    group="place",
    noun=counted("{count} merged paragraph", "{count} merged paragraphs"),
    label=marked("merged paragraphs"),
    meaning=marked("Several paragraphs became one."),
)
