"""Typography: the same words with other signs: quotation marks, dashes, spaces, characters that nobody sees."""

from sitegen.changes.kinds.kind import Kind
from sitegen.text.catalogues import counted, marked

KIND = Kind(
    name="typography",
    group="style",
    noun=counted("{count} other sign", "{count} other signs"),
    label=marked("typography"),
    meaning="The same words with other signs: quotation marks, dashes, spaces, characters that nobody sees.",
)
