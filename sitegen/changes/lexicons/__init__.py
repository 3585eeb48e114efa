"""The words that give changes their kind, one module a language, each loaded when a text first asks for it.

Data alone, as lexicon.py describes it; terms.py finds the words in a text.
"""

from collections.abc import Mapping
from functools import cache
from importlib import import_module

from sitegen.changes.lexicons.lexicon import STRENGTHS, Lexicon, Strength

__all__ = ["MODULES", "STRENGTHS", "Lexicon", "Strength", "lexicon_of"]

MODULES = {
    "ar": "arabic", "de": "german", "en": "english", "es": "spanish", "fr": "french", "it": "italian",
    "ja": "japanese", "ko": "korean", "pt": "portuguese", "ru": "russian", "vi": "vietnamese", "zh": "chinese",
}  # fmt: skip
"""By primary language subtag. Of further languages others.py has the commonest words."""


def lexicon_of(language: str) -> Lexicon:
    """The lexicon of a language tag; an empty one for a language that has none."""
    return _lexicon(language.split("-")[0].lower())


@cache
def _lexicon(primary: str) -> Lexicon:
    name = MODULES.get(primary)
    if name is None:
        further: Mapping[str, Lexicon] = import_module("sitegen.changes.lexicons.others").LEXICONS
        return further.get(primary) or Lexicon(language=primary or "und")
    lexicon: Lexicon = import_module(f"sitegen.changes.lexicons.{name}").LEXICON
    return lexicon
