"""The words for values, one module a language, each loaded when a text first asks for it. Data alone: wording.py."""

from functools import cache
from importlib import import_module

from sitegen.text.values.wording.wording import Wording

MODULES = {
    "ar": "arabic", "de": "german", "en": "english", "es": "spanish", "fr": "french", "hi": "hindi", "it": "italian",
    "ja": "japanese", "ko": "korean", "pt": "portuguese", "ru": "russian", "vi": "vietnamese", "zh": "chinese",
}  # fmt: skip
"""By primary language subtag."""


@cache
def wording_of(language: str) -> Wording:
    """The words of a language by its primary subtag; none for a language that has no module."""
    name = MODULES.get(language)
    if name is None:
        return Wording()
    wording: Wording = import_module(f"sitegen.text.values.wording.{name}").WORDING
    return wording
