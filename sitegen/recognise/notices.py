"""Notices of correction, clarification and update, and editors' notes. Their words are in noticewords.py.

A notice is recognised by how it begins, never by a word inside it: “the report was corrected by the ministry” is news.
"""

from functools import cache

import regex

from sitegen.recognise.noticewords import CORRECTING, LABELS, NOTES, STATEMENTS
from sitegen.text.patterns import late_pattern

_LONGEST = 1_500
"""Characters of a notice; a longer block is text that begins like one."""
_MARKS_BEFORE = regex.compile(r"(?V1)[\s•‣◦▪■●·*†‡+_>#\p{Pd}\[(【（〔]*")
_BULLET = regex.compile(r"(?V1)([•‣◦▪■●·*†‡+\p{Pd}])\s+")
_SENTENCE = regex.compile(r"(?V1)(?:(?<=[.!?…][\"”’»)\]]?)\s+|(?<=[。！？][」』”）]?))(?=\S)")
_IN_BRACKETS = regex.compile(r"[(\[](?:corrects|corrected|refiles|adds|updates|recasts|removes|clarifies)\b", regex.I)
"""How Reuters begins the notice above a story that it sends again."""


@cache
def _expressions(language: str) -> tuple["regex.Pattern[str]", "regex.Pattern[str]"]:
    """Statements, and statements or labels, of a language and of English, in which many outlets keep their phrases."""
    named = [language, "en"] if language in STATEMENTS else list(STATEMENTS)
    names = list(dict.fromkeys(named))
    statements = "|".join(expression for name in names for expression in STATEMENTS[name])
    labels = "|".join(expression for name in names for expression in LABELS[name])
    flags = regex.IGNORECASE | regex.V1
    return regex.compile(statements, flags), regex.compile(f"{statements}|{labels}", flags)


def is_notice(text: str, language: str) -> bool:
    """Whether a block is a notice, by how it begins."""
    if len(text) > _LONGEST:
        return False
    if _IN_BRACKETS.match(text):
        return True
    marks = _MARKS_BEFORE.match(text)
    return bool(_expressions(_primary(language))[1].match(text, marks.end() if marks else 0))


def notice_start(text: str, language: str) -> int | None:
    """Where in a block a sentence begins that is a notice: at 0 for a block that is one, None for one that has none.

    Inside a block only whole statements count (“An earlier version of this entry said ...”) and no labels. Linear in
    the text.
    """
    if is_notice(text, language):
        return 0
    statements = _expressions(_primary(language))[0]
    for boundary in _SENTENCE.finditer(text):
        marks = _MARKS_BEFORE.match(text, boundary.end())
        if statements.match(text, marks.end() if marks else boundary.end()):
            return int(boundary.end())
    return None


_NOTES = late_pattern("|".join(NOTES), regex.IGNORECASE | regex.V1)
_CORRECTING = late_pattern("|".join(CORRECTING), regex.IGNORECASE | regex.V1)


def is_correction(text: str) -> bool:
    """Whether a notice says that something was corrected or updated; an editor's note need not. Linear in the text."""
    marks = _MARKS_BEFORE.match(text)
    label = _NOTES.match(text, marks.end() if marks else 0)
    return label is None or bool(_CORRECTING.search(text, label.end()))


def bullet_of(text: str) -> int:
    """How many characters of a notice are the bullet before it."""
    bullet = _BULLET.match(text)
    return bullet.end() if bullet else 0


def _primary(language: str) -> str:
    return language.partition("-")[0]
