"""Correction: a notice that says what was corrected or updated."""

from sitegen.changes.finding import Finding
from sitegen.changes.kinds.kind import Kind
from sitegen.changes.rowedits import Sides
from sitegen.text.catalogues import counted, in_context, marked

_ONE_TEXT = 0.5
"""Share of the shorter text from which on two are states of one article, so that the one lacks what the other says was
corrected in it. Of 10 notices under texts that share less, 4 were of another article."""


def tells(sides: Sides, finding: Finding) -> bool:  # noqa: ARG001 - of all kinds alike
    """Whether the notice would concern the other text too."""
    return sides.kept >= _ONE_TEXT


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
    tells=tells,
)
