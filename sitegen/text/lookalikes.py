"""Letters of one script that pass for those of another: a Cyrillic a inside a Latin word, or the reverse.

Looks only at words that mix scripts. A word in one script is what it is, whatever it looks like.
"""

import re
from functools import lru_cache

import regex

_PAIRS = (
    "аa еe оo рp сc уy хx іi јj ѕs һh ԁd ԛq ԝw ӏl АA ВB ЕE КK МM НH ОO РP СC ТT УY ХX ІI ЈJ ЅS ԚQ ԜW "
    "οo νv αa ρp ιi κk υu ΑA ΒB ΕE ΖZ ΗH ΙI ΚK ΜM ΝN ΟO ΡP ΤT ΥY ΧX"
)
"""Cyrillic and Greek letters, each with the Latin one it passes for."""
_TO_LATIN = {pair[0]: pair[1] for pair in _PAIRS.split()}
_CYRILLIC = {pair[1]: pair[0] for pair in _PAIRS.split() if "\u0400" <= pair[0] <= "\u052f"}
_GREEK = {pair[1]: pair[0] for pair in _PAIRS.split() if pair[0] < "\u0400"}
_IN_WORD = r"\p{L}\p{M}\p{Cf}"
_MIXED = regex.compile(
    rf"(?V1)(?<![{_IN_WORD}])[\p{{M}}\p{{Cf}}]*+\K(?=\p{{L}})"
    rf"(?=[[{_IN_WORD}]--[\p{{Script=Latin}}]]*+\p{{Script=Latin}})"
    rf"(?=[[{_IN_WORD}]--[\p{{Script=Cyrillic}}\p{{Script=Greek}}]]*+[\p{{Script=Cyrillic}}\p{{Script=Greek}}])"
    rf"[{_IN_WORD}]++"
)
"""A word with letters of both kinds. It is looked at from its beginning alone, three times at most: looked for from
each of its letters, an unbroken run of 20,000 cost 2.8 seconds, and a line may have 100,000."""
_MAY_BE_OTHER = re.compile(r"[^\u0000-\u036f\u2000-\u2125]")
"""Any letter that `_OTHER` finds, and more: of texts with curly quotes and accents it soon says that they have none."""
_OTHER = regex.compile(r"(?V1)[\p{Script=Cyrillic}\p{Script=Greek}]")
_ITS_SCRIPT = ((regex.compile(r"\p{Script=Cyrillic}"), _CYRILLIC), (regex.compile(r"\p{Script=Greek}"), _GREEK))
_LATIN = regex.compile(r"\p{Script=Latin}")


def one_script(text: str) -> str:
    """The text with the foreign letters of its words replaced by those they pass for."""
    if not _has_other(text):
        return text
    return str(_MIXED.sub(lambda found: _unmixed(found[0]), text))


def foreign_letters(text: str) -> frozenset[int]:
    """Indexes of letters that are of another script than the rest of their word, and pass for one of its letters."""
    if not _has_other(text):
        return frozenset()
    return frozenset(
        found.start() + at
        for found in _MIXED.finditer(text)
        for at, (char, other) in enumerate(zip(found[0], _unmixed(found[0]), strict=True))
        if char != other
    )


def mixes_scripts(word: str) -> bool:
    """Whether a word has Latin letters beside Cyrillic or Greek ones, so that it is none of either script."""
    return _has_other(word) and bool(_MIXED.search(word))


def _has_other(text: str) -> bool:
    """Whether a text has Cyrillic or Greek letters."""
    return not text.isascii() and bool(_MAY_BE_OTHER.search(text)) and bool(_OTHER.search(text))


@lru_cache(maxsize=4096)
def _unmixed(word: str) -> str:
    """The word in the script most of its letters are of; unchanged where a letter passes for none of that script."""
    latin, other = len(_LATIN.findall(word)), len(_OTHER.findall(word))
    tables, strange = [_TO_LATIN], _OTHER
    if latin < other:
        tables, strange = [table for script, table in _ITS_SCRIPT if script.search(word)], _LATIN
    if len(tables) != 1 or any(letter not in tables[0] for letter in strange.findall(word)):
        return word
    return "".join(tables[0].get(char, char) if strange.match(char) else char for char in word)
