"""Move: a paragraph, a sentence or words that stand at another place."""

from sitegen.changes.kinds.kind import Kind
from sitegen.text.catalogues import counted, marked

KIND = Kind(
    name="move",
    group="place",
    noun=counted("{count} move", "{count} moves"),
    label=marked("moves"),
    meaning="A paragraph or a sentence stands at another place, or words at another place of their sentence.",
    sentences={"shift": marked("{text} moved inside the sentence.")},
)
