"""Words that several pages share: relations as a reader is told them, and which changes count.

What happened in a story is told in finding.py, who took from whom in descent.py, a comparison in summary.py.
"""

from collections.abc import Iterable

from sitegen.model import Change
from sitegen.text.catalogues import marked

RELATIONS = {
    "base": marked("base"),
    "verbatim": marked("verbatim"),
    "cut": marked("cut"),
    "edited": marked("edited"),
    "rewritten": marked("rewritten"),
    "quoting": marked("rewritten, quotations kept"),
    "translated": marked("translated"),
    "version": marked("later version"),
    "related": marked("independent"),
}
"""Each relation as a reader is told it."""


def as_sentence(text: str) -> str:
    """With a capital first, as a sentence has it."""
    return text[:1].upper() + text[1:]


def substance(changes: Iterable[Change]) -> tuple[Change, ...]:
    """The changes that are not mere style."""
    return tuple(change for change in changes if change.is_substance)
