"""Whether two words may be one: in another form, or with a slip of the pen."""

import re
from collections.abc import Mapping

from sitegen.changes.lexicons.english import IRREGULAR

_STEM = 4
"""Letters that two forms of one word have in common: `declare`, `declared`."""
_ARABIC_ROOT, _ARABIC_PREFIXES = 3, re.compile("[سفول]?[يتناأ]?|[ال]{2}")
"""Letters of the shorter of two Arabic words at least, and what may stand before it in the longer one: signs of the
future and of the person, which change with a negation, conjunctions, the article."""
_IRREGULAR: Mapping[str, frozenset[str]] = {
    form: frozenset(verb.split()) for verb in IRREGULAR.split("|") for form in verb.split()
}
"""The forms of the verb of which a word is one: `knew` of `know`."""
_LONG_WORD = 5
"""Letters of the shortest word in which one letter is a slip."""


def are_akin(word: str, opposite: str) -> bool:
    """Whether two words may be forms of one: as long a beginning in common."""
    if word == opposite or (opposite in _IRREGULAR.get(word, ())):
        return True
    short, long = sorted((word, opposite), key=len)
    if len(short) >= _ARABIC_ROOT and _ARABIC_PREFIXES.fullmatch(long.removesuffix(short)):
        return True
    if len(short) < _STEM - 1:
        return False
    return long.startswith(short) or (len(short) >= _STEM and short[:_STEM] == long[:_STEM])


def are_misspelt(word: str, opposite: str) -> bool:
    """Whether one of two longer words has a letter more than the other, another one, or two exchanged."""
    short, long = sorted((word, opposite), key=len)
    if len(short) < _LONG_WORD or len(long) - len(short) > 1:
        return False
    differing = [place for place, (one, another) in enumerate(zip(short, long, strict=False)) if one != another]
    if len(short) < len(long):
        place = differing[0] if differing else len(short)
        return long[:place] + long[place + 1 :] == short
    if len(differing) == 2:
        first, second = differing
        return short[first] == long[second] and short[second] == long[first]
    return len(differing) == 1
