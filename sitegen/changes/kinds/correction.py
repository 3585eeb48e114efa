"""Correction: a notice that says what was corrected or updated."""

from sitegen.changes.kinds.kind import Kind
from sitegen.text.catalogues import counted, in_context, marked

KIND = Kind(
    name="correction",
    tag=in_context("kind of change", "correction"),
    group="consequential",
    noun=counted("{count} notice of correction or update", "{count} notices of correction or update"),
    label=marked("notices of correction or update"),
    meaning=marked("A notice that the article was corrected or updated was added, is gone, or says something else."),
    sentences={
        "given": marked("A notice of correction or update was added: {text}."),
        "withheld": marked("A notice of correction or update is gone: {text}."),
        "changed": marked("The notice of correction or update changed from {left} to {right}."),
    },
)
