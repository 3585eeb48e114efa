"""The words for values, one module a language, each loaded when a text first asks for it; further languages
in others.py. Data alone: wording.py."""

from functools import cache
from importlib import import_module

from sitegen.text.values.wording.others import WORDINGS
from sitegen.text.values.wording.wording import Wording

MODULES = {
    "ar": "arabic", "de": "german", "en": "english", "es": "spanish", "fr": "french", "hi": "hindi", "it": "italian",
    "ja": "japanese", "ko": "korean", "pt": "portuguese", "ru": "russian", "vi": "vietnamese", "zh": "chinese",
}  # fmt: skip
"""By primary language subtag."""


def knows_measures(language: str) -> bool:
    """Whether the words for thousands, millions and money are read in a language, by its tag, short ones too."""
    primary = language.split("-")[0].lower()
    return primary in MODULES or primary in WORDINGS


@cache
def wording_of(language: str) -> Wording:
    """The words of a language by its primary subtag; few or none for a language that has no module."""
    name = MODULES.get(language)
    if name is None:
        return WORDINGS.get(language) or Wording()
    wording: Wording = import_module(f"sitegen.text.values.wording.{name}").WORDING
    return wording
