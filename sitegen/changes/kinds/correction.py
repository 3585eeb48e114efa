"""Correction: a notice that says what was corrected or updated."""

from sitegen.changes.kinds.kind import Kind
from sitegen.text.catalogues import counted, in_context, marked

KIND = Kind(
    name="correction",
    tag=in_context("kind of change", "correction"),
    group="consequential",
    noun=counted("{count} notice of correction", "{count} notices of correction"),
    label=marked("notices of correction"),
    meaning=marked("A notice that the article was corrected or updated was added, is gone, or says something else."),
    sentences={
        "given": marked("A notice of correction was added: {text}."),
        "withheld": marked("A notice of correction is gone: {text}."),
        "changed": marked("The notice of correction changed from {left} to {right}."),
    },
)
