"""What a language pack holds. Words as a person writes them; lists.py folds and indexes them.

In a field of words they are separated by space. An expression of several words is joined with `_` (`according_to`),
and `|` separates groups that mean the same: the forms of one verb, the signs of one currency.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from fractions import Fraction


@dataclass(frozen=True, slots=True, kw_only=True)
class Pack:
    """The words that mark kinds of change in one language."""

    reporting: str
    """Groups: each a verb of saying with its forms, or an expression that names a source (`according to`)."""
    speakers: str
    """Nouns for those who are quoted without a name."""
    hedges: str
    """Words that weaken or strengthen a claim."""
    negations: str
    """Words that turn a claim round."""
    rough: str
    """Words that make a number rough; they say nothing unless a number stands beside them."""
    quantities: str
    """Words that stand for some number or other."""
    numbers: Mapping[str, int]
    """Cardinal number words with their values; those of 100 and more multiply what stands before them."""
    ordinals: Mapping[str, int] = field(default_factory=dict)
    multiples: Mapping[str, Fraction | int] = field(default_factory=dict)
    """Words that say a part or a multiple: `half`, `doubled`."""
    ranges: str = ""
    """What stands for the dash of 3-5, each with what may open it: `to`, `from_to`."""
    weak: str = ""
    """Number words that mostly mean something else (`one`, `second`, `ein`)."""
    joiners: str = ""
    """Words inside a number: two hundred `and` six."""
    months: Mapping[int, str] = field(default_factory=dict)
    """Further names of months, beside those of CLDR. Short ones need a day or year beside them: Jan is a name, too."""
    weekdays: Mapping[int, str] = field(default_factory=dict)
    """Further names of weekdays; 0 is Monday."""
    days: str = ""
    """Groups: words for a time relative to the day of publication, and parts of the day."""
    nearness: str = ""
    """Words that need a day, month or year beside them: `last`, `early`."""
    periods: str = ""
    """Groups: day, week, month, year with their forms."""
    ago: str = ""
    """Words that make a number of periods a date: `ago`."""
    clock: str = ""
    """Words after a time of day: `o'clock`, `Uhr`."""
    small: str = ""
    """Articles, prepositions, auxiliaries: words that do not keep an expression from being one."""
    date_glue: str = ""
    """Words inside a date that may come and go: the 3rd `of` March."""
    units: str = ""
    """Groups: the first word names the unit; a currency by its ISO code in capitals."""
    titles: str = ""
    """Words before a person's name, and offices."""
    particles: str = ""
    """Short words inside names: `von`, `bin`."""
    spellings: tuple[tuple[str, str], ...] = ()
    """Patterns and what they become, applied to one word at a time: both spellings of a word become the same."""
    variants: str = ""
    """Pairs `one=other` of spellings that no pattern tells."""
    opposites: tuple[str, ...] = ()
    """Patterns of what is taken from the opposite of a word to give the word: `il` of `illegal`."""
    prefixes: str = ""
    """What is written together with the word that follows: Arabic `و` (and)."""
    nouns_have_capitals: bool = False
    """Whether a capital does not prove a name."""
    loose_names: bool = False
    """Whether the later words of a name may be small, as in Vietnamese."""
    capitals: bool = False
    """Whether months and weekdays have capitals, so that `may` is no month."""


def numbered(words: str, start: int = 0, step: int = 1) -> dict[str, int]:
    """Words in order as numbers: `zero one two` from 0."""
    return {word: start + step * at for at, word in enumerate(words.split())}


def tens_and_units(tens: Mapping[str, int], units: Mapping[str, int], *joins: str) -> dict[str, int]:
    """Every ten with every unit: `twenty-three`."""
    return {
        f"{ten}{join}{unit}": value + units[unit] for ten, value in tens.items() for unit in units for join in joins
    }
