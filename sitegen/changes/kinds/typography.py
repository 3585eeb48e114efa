"""Typography: the same words with other signs: quotation marks, dashes, spaces, characters that nobody sees."""

from sitegen.changes.kinds.kind import Kind
from sitegen.text.catalogues import counted, in_context, marked

KIND = Kind(
    name="typography",
    tag=in_context("kind of change", "typography"),
    group="style",
    noun=counted("{count} other sign", "{count} other signs"),
    label=marked("typography"),
    meaning=marked("The same words with other signs: quotation marks, dashes, spaces, characters that nobody sees."),
)
