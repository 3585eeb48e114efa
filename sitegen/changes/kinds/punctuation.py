"""Punctuation: other marks between the same words."""

from sitegen.changes.kinds.kind import Kind
from sitegen.text.catalogues import counted, in_context, marked

KIND = Kind(
    name="punctuation",
    tag=in_context("kind of change", "punctuation"),
    group="style",
    noun=counted("{count} mark of punctuation", "{count} marks of punctuation"),
    label=marked("punctuation"),
    meaning=marked("Other marks between the same words."),
    sentences={
        "same-value": marked("Punctuation: {left} became {right}."),
        "given": marked("Punctuation was added: {text}."),
        "withheld": marked("Punctuation is gone: {text}."),
        "alike": marked("Punctuation of another form: {text}."),
    },
)
