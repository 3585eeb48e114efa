"""The words that tell kinds of change apart, one module a language. Data alone; see pack.py for what each list is."""

from sitegen.compare.packs.arabic import ARABIC
from sitegen.compare.packs.english import ENGLISH
from sitegen.compare.packs.french import FRENCH
from sitegen.compare.packs.german import GERMAN
from sitegen.compare.packs.pack import Pack
from sitegen.compare.packs.spanish import SPANISH
from sitegen.compare.packs.vietnamese import VIETNAMESE

PACKS: dict[str, Pack] = {
    "ar": ARABIC,
    "de": GERMAN,
    "en": ENGLISH,
    "es": SPANISH,
    "fr": FRENCH,
    "vi": VIETNAMESE,
}
"""By primary language subtag."""
