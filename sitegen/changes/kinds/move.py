"""Move: a paragraph, a sentence or words that stand at another place."""

from sitegen.changes.kinds.kind import Kind
from sitegen.text.catalogues import counted, in_context, marked

KIND = Kind(
    name="move",
    tag=in_context("kind of change", "move"),
    group="place",
    noun=counted("{count} move", "{count} moves"),
    label=marked("moves"),
    meaning=marked("A paragraph or a sentence is at another place, or words at another place of their sentence."),
    sentences={"shift": marked("{text} moved inside the sentence.")},
)
