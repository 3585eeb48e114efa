"""Which copies of a text are the witnesses of files for other programs.

A copy whose rights allow figures only is none: which words it has must not be told.
"""

from collections.abc import Mapping

from sitegen.collation import Collation
from sitegen.model import Article

MOST = 40
"""Witnesses of a file, the base and the earliest: the cells of a table grow with their number times the sentences."""


def witnesses_of(collation: Collation, articles: Mapping[str, Article]) -> list[str]:
    """The base, then the others in order of publication; none where the base's words may not be told."""
    if articles[collation.base].rights == "figures":
        return []
    ordered = sorted({*collation.copies, *collation.alike}, key=lambda copy: articles[copy].chronology)
    beside = [copy for copy in ordered if articles[copy].rights != "figures" and copy != collation.base]
    return [collation.base, *beside[: MOST - 1]]
