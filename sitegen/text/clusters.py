"""What a reader takes for a character: grapheme clusters by UAX #29, found in linear time. Knows nothing of words."""

import regex

# Flags are taken in pairs before `\X` sees them: it counts back to the first flag of a run from each of them, and
# 100,000 cost minutes. A single one that is left over is counted back from once.
CLUSTER = regex.compile(r"(?V1)[\U0001f1e6-\U0001f1ff]{2}[\p{GCB=Extend}\p{GCB=SpacingMark}\p{GCB=ZWJ}]*+|\X")
"""One cluster; to be searched for from the beginning of a text on."""
