"""Words that several pages share: relations as a reader is told them, and which changes count.

What happened in a story is told in finding.py, who took from whom in descent.py, a comparison in summary.py.
"""

from collections.abc import Iterable, Mapping

from sitegen.model import Change, RelationOfRow
from sitegen.text.catalogues import in_context, marked

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


IN_ANOTHER_LANGUAGE = marked("in another language")
"""How a text stands to its story where words cannot be compared and nobody declared it a translation."""
SHARES_TEXT = marked("shares its text with another")
"""How a copy stands to its story of which nobody knows from whom it was taken ..."""
SHARES_A_PART = marked("shares part of its text with another")
"""... and an article that has a part of another's text."""
SOURCE_KINDS: Mapping[str, str] = {
    "agency": marked("agency"),
    "newspaper": marked("newspaper"),
    "broadcaster": marked("broadcaster"),
    "magazine": marked("magazine"),
    "blog": marked("blog"),
    "aggregator": marked("aggregator"),
    "unknown": "",
}
"""What kind of outlet a source is, as a reader is told it; nothing of one that nobody declared."""
FURNITURE: Mapping[str, str] = {
    "advertisement": marked("advertisement"),
    "back to top": marked("back to top"),
    "byline": marked("byline"),
    "comments": marked("comments"),
    "cookies": marked("cookie notice"),
    "date": in_context("furniture", "date"),
    "editor": marked("editor’s line"),
    "heading": marked("heading"),
    "keeper’s rule": marked("rule of the editor"),
    "masthead": marked("masthead"),
    "menu": marked("menu"),
    "name": in_context("furniture", "name"),
    "newsletter": marked("newsletter"),
    "page header": marked("page header"),
    "paywall": marked("paywall notice"),
    "recurring line": marked("recurring line"),
    "related": marked("related articles"),
    "share": marked("share buttons"),
    "title": in_context("furniture", "headline"),
}
"""Why a line was set aside, as a reader is told it. Of a rule of an editor the rule itself is the reason."""
ROW_RELATIONS: Mapping[RelationOfRow, str] = {
    "same": "",
    "changed": "",
    "moved": marked("moved"),
    "split": marked("split into several paragraphs"),
    "merged": marked("several paragraphs merged"),
    "repeated": marked("repeated"),
    "left only": marked("in the left text only"),
    "right only": marked("in the right text only"),
}
"""What became of a row, where nothing more is said of it."""


def as_sentence(text: str) -> str:
    """With a capital first, as a sentence has it."""
    return text[:1].upper() + text[1:]


def substance(changes: Iterable[Change]) -> tuple[Change, ...]:
    """The changes that are not mere style."""
    return tuple(change for change in changes if change.is_substance)
