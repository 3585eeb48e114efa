"""What a language spells in two ways, as rules for one word at a time. One module a language, made of data.

A rule or a pair belongs here only if both spellings are one word wherever they appear: keys are made of them, and
words of one key are equal before anything is compared. What is one word in some places only (`storey`, `story`) is left
to changes/, which sees what surrounds it. Pairs that fall together all the same are listed, each with its reason,
in tests/text/minimal_pairs.txt.
"""

from sitegen.text.spellings.english import ENGLISH
from sitegen.text.spellings.french import FRENCH
from sitegen.text.spellings.german import GERMAN
from sitegen.text.spellings.others import OTHERS
from sitegen.text.spellings.portuguese import PORTUGUESE
from sitegen.text.spellings.rules import Spellings, spellings_of
from sitegen.text.spellings.spanish import SPANISH

SPELLINGS: dict[str, Spellings] = {
    "en": ENGLISH,
    "de": GERMAN,
    "es": SPANISH,
    "fr": FRENCH,
    "pt": PORTUGUESE,
    **OTHERS,
}
"""By primary subtag."""

__all__ = ["SPELLINGS", "Spellings", "spellings_of"]
