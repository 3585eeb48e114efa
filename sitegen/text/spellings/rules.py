"""How the spellings of a language are put down, and how a word is brought to the one that stands for all of them."""

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import field
from functools import cache

from sitegen.frozen import dataclass
from sitegen.text.patterns import late_re

_ACCENTS = late_re(r"([a-z])[\u0300-\u036f]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Spellings:
    """What one language spells two ways. Use `spellings_of`."""

    rules: tuple[tuple[str, str], ...] = ()
    """Patterns and what stands for all that they find, one after the other."""
    variants: Mapping[str, str] = field(default_factory=dict)
    """Single words, before the rules."""
    at_start: re.Pattern[str] | None = None
    """Finds what any of the patterns finds that begin with ^: one look is enough for most words. None without any."""
    anywhere: re.Pattern[str] | None = None
    """The same of all others. Apart from them, since those are tried at one place and these at every letter."""
    accents: frozenset[str] | None = None
    """Words that keep their accents where the language leaves them out as it likes; None where it does not."""

    def neutral(self, word: str) -> str:
        """A word in small letters in the spelling that stands for all of its spellings."""
        if self.accents is not None and not word.isascii() and word not in self.accents:
            word = unaccented(word)
        word = self.variants.get(word, word)
        if (self.at_start and self.at_start.match(word)) or (self.anywhere and self.anywhere.search(word)):
            for pattern, neutral in self.rules:
                word = _compiled(pattern).sub(neutral, word)
        return word


def spellings_of(
    rules: Sequence[tuple[str, str]], variants: str | Mapping[str, str] = "", *, accents: str | None = None
) -> Spellings:
    """The spellings of a language. No pattern refers to a group of its own; `variants` are pairs `one=other`."""
    pairs = dict(pair.split("=") for pair in variants.split()) if isinstance(variants, str) else variants
    return Spellings(
        rules=tuple(rules),
        variants=pairs,
        at_start=_any_of([pattern for pattern, _ in rules if pattern.startswith("^")]),
        anywhere=_any_of([pattern for pattern, _ in rules if not pattern.startswith("^")]),
        accents=None if accents is None else frozenset(accents.split()),
    )


# More than `re` remembers of its own: of each language there are some dozens, and most words meet none of them.
_compiled = cache(re.compile)


def _any_of(patterns: Sequence[str]) -> re.Pattern[str] | None:
    return late_re("|".join(f"(?:{pattern})" for pattern in patterns)) if patterns else None


def unaccented(word: str) -> str:
    """Latin letters without their marks: `Erdogan` for `Erdoğan`."""
    bare = unicodedata.normalize("NFC", _ACCENTS.sub(r"\1", unicodedata.normalize("NFD", word)))
    for letter, plain in (("ı", "i"), ("ł", "l"), ("đ", "d"), ("ø", "o")):
        bare = bare.replace(letter, plain)
    return bare
