"""Quotation: words inside quotation marks are others, or the marks stand around other words."""

from sitegen.changes.kinds.kind import Kind
from sitegen.text.catalogues import counted, in_context, marked

KIND = Kind(
    name="quotation",
    tag=in_context("kind of change", "quotation"),
    group="consequential",
    noun=counted("{count} quotation", "{count} quotations"),
    label=marked("quotations"),
    meaning=marked(
        "Words inside quotation marks are altered, cut or added, or quoted words lost or were given their marks."
    ),
    sentences={
        "changed": marked("Inside quotation marks, {left} became {right}."),
        "given": marked("Inside quotation marks, {text} was added."),
        "withheld": marked("Inside quotation marks, {text} is gone."),
        "freed": marked("{left} became {right}, no longer in quotation marks."),
        "caught": marked("{left} became {right}, now in quotation marks."),
        "marks gone": marked("{text} lost its quotation marks."),
        "marks new": marked("{text} was put in quotation marks."),
        "shortened": marked("Of the quotation {left}, {right} is still quoted."),
        "extended": marked("Of {right}, only {left} was quoted before."),
        "moved": marked("Inside quotation marks, {text} moved."),
    },
)
