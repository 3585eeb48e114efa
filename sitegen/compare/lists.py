"""The words that tell one kind of change from another. English now; a language without lists gets the other kinds.

Room for a pack a language: `words_for` is the only way in.
"""

from dataclasses import dataclass
from functools import cache


@dataclass(frozen=True, slots=True, kw_only=True)
class WordLists:
    """Keys that mark a kind of change in one language."""

    reporting: frozenset[str] = frozenset()
    """Verbs that say who said it."""
    speakers: frozenset[str] = frozenset()
    """Nouns that stand for an unnamed source."""
    hedges: frozenset[str] = frozenset()
    """Words that weaken or strengthen a claim."""
    numerals: frozenset[str] = frozenset()
    """Words that are a number."""
    quantities: frozenset[str] = frozenset()
    """Words that stand for some number or other."""
    calendar: frozenset[str] = frozenset()
    """Months, days and words for a time relative to the day of publication."""


def _keys(text: str) -> frozenset[str]:
    return frozenset(text.split())


_ENGLISH = WordLists(
    reporting=_keys(
        "said says say told tells tell claimed claims claim confirmed confirms confirm reported reports stated added "
        "adds admitted admits announced announces denied denies insisted insists argued argues "
        "alleged alleges according acknowledged conceded declared explained revealed suggested warned wrote"
    ),
    speakers=_keys("reporters sources source officials official spokesman spokeswoman spokesperson agency newspaper"),
    hedges=_keys(
        "may might could allegedly alleged reportedly apparently possibly probably perhaps likely unlikely supposedly "
        "seemingly appears appeared seems seemed suspected believed about around roughly nearly almost some several "
        "dozens hundreds thousands scores certainly clearly definitely always never must"
    ),
    numerals=_keys(
        "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
        "eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand million billion half"
    ),
    quantities=_keys("dozen dozens score scores hundreds thousands millions several few many some"),
    calendar=_keys(
        "january february march april may june july august september october november december jan feb mar apr jun jul "
        "aug sep sept oct nov dec monday tuesday wednesday thursday friday saturday sunday today yesterday tomorrow "
        "tonight week weeks month months year years early late mid last next ago morning afternoon evening night noon"
    ),
)
_NONE = WordLists()


@cache
def words_for(language: str) -> WordLists:
    """The lists of a language, by its primary subtag; empty ones where there are none."""
    return {"en": _ENGLISH}.get(language.split("-")[0], _NONE)
