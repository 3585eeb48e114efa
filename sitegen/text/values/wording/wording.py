"""What the words of one language for values are. Words as a person writes them; vocabulary.py folds and indexes them.

In a field of words they are separated by space; an expression of several words is joined with `_` (`per_cent`). A field
of groups names what each stands for: `km: kilometre kilometres | mi: mile miles`.
"""

from collections.abc import Mapping
from dataclasses import field

from sitegen.frozen import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """The words for values of one language; beside them stands what CLDR and ICU know of it."""

    numbers: Mapping[str, int] = field(default_factory=dict)
    """Cardinal number words below 1,000 with their values."""
    scales: Mapping[str, int] = field(default_factory=dict)
    """Words that multiply what stands before them: hundred, thousand, lakh, 万."""
    collectives: Mapping[str, int] = field(default_factory=dict)
    """Words for a number as a thing: a dozen."""
    rough_collectives: Mapping[str, int] = field(default_factory=dict)
    """The same, where they mean some such number: une vingtaine."""
    ordinals: Mapping[str, int] = field(default_factory=dict)
    denominators: Mapping[str, int] = field(default_factory=dict)
    """Words for a part: a third is 3."""
    halves: str = ""
    """Forms of `half` that follow a number: two `and a half`."""
    and_halves: Mapping[str, str] = field(default_factory=dict)
    """Words for a number and a half, as a fraction: anderthalb is 3/2."""
    multiples: Mapping[str, int] = field(default_factory=dict)
    """Words for so many times: twice, doubled."""
    times: str = ""
    """Words after a number that make a multiple of it: three `times`."""
    share_links: str = ""
    """Words after a share that come and go with how it is put: half `of`, 30% `des`."""
    share_articles: str = ""
    """Words before a part that do the same: `la` moitié."""
    articles: str = ""
    """Words before a scale, a part or a period that may stand for 1: `a` million."""
    joiners: str = ""
    """Words inside a number: two hundred `and` six."""
    units_first: bool = False
    """Whether 21 is said as one and twenty."""
    compounds: bool = False
    """Whether the words of a number are written together: dreihundertzwei."""
    ratios: str = ""
    """Words between the two numbers of a share: three `in` ten."""
    turned_ratios: str = ""
    """The same, where the whole is said first: 三 `分之` 一."""
    crowds: str = ""
    """Groups: dozens, tens, hundreds, thousands, millions, several, few."""
    rough: str = ""
    """Groups: about, almost, over, under, at-least, up-to, before a number."""
    rough_after: str = ""
    """Groups of what stands after the number: 20 `or more`."""
    months: Mapping[int, str] = field(default_factory=dict)
    """Names of months that CLDR does not have, short ones too."""
    weekdays: Mapping[int, str] = field(default_factory=dict)
    """Names of weekdays that CLDR does not have; 0 is Monday."""
    bracketed_weekdays: Mapping[int, str] = field(default_factory=dict)
    """Names of weekdays that are mostly another word, and weekdays before a day in brackets: na `quinta` (12)."""
    relative: str = ""
    """Groups: yesterday, today, tomorrow, and whole expressions such as last:week."""
    parts: str = ""
    """Groups: parts of the day and seasons. Alone they are a date after a word of a date or of `part_leads`."""
    part_leads: str = ""
    bare_parts: bool = False
    """Whether a part of the day or a season is a date without any such word: Russian весной."""
    edges: str = ""
    """Groups: early, mid, late, before a month, week or year."""
    positions: str = ""
    """Groups: last, this, next, beside a period, weekday or month."""
    periods: str = ""
    """Groups: day, week, month, year ... with their forms."""
    duals: str = ""
    """Groups: words for two of a period: Arabic عامين."""
    ago_before: str = ""
    ago_after: str = ""
    """Words that make a date of a number of periods, before or after it."""
    apart_before: str = ""
    apart_after: str = ""
    """Groups: after, before: words beside a number of periods that make a date of it, so far from another."""
    day_leads: str = ""
    """Words before a day in figures, so that 3/9 is no part: on."""
    date_marks: str = ""
    """Groups: what stands after the number of a year, month or day: year: 年."""
    date_glue: str = ""
    """Words inside a date that may come and go: the 3rd `of` March."""
    year_leads: str = ""
    """Words before a year that stands alone: `in` 2024."""
    weak_year_leads: str = ""
    """The same, where a number of four digits may follow as well; not before a round one."""
    year_ends: str = ""
    """Words behind a year that stands alone: 1756 `року`."""
    clocks: str = ""
    """Words after an hour that make it a time: o'clock, Uhr."""
    weak_clocks: str = ""
    """The same, where it may be a duration; only after one of `clock_leads`: à 3 heures."""
    clock_leads: str = ""
    sure_clock_leads: str = ""
    """Those after which an hour needs no other word: alle 17. They are in `clock_leads` too."""
    past_hour: str = ""
    to_hour: str = ""
    """Words between a half or quarter and its hour: half `past` seven, Viertel `vor` acht."""
    half_to_hour: str = ""
    """Words for half an hour before an hour: `halb` acht."""
    minute_marks: str = ""
    """Words after the minutes of a time."""
    morning: str = ""
    """What makes an hour one before noon: a.m."""
    evening: str = ""
    """What makes an hour one after noon: p.m."""
    noon: str = ""
    midnight: str = ""
    age_before: str = ""
    """Words before an age: aged."""
    age_after: str = ""
    """Words after the number of an age: years old."""
    units: str = ""
    """Groups: the unit, as units.py names it, and its forms."""
    ranges: str = ""
    """Words between the ends of a range: to, bis."""
    weak: str = ""
    """Words that mostly are no value: one, second, half, May."""
    no_values: str = ""
    """Expressions that hold a word for a value and are none: medio ambiente, 半岛."""
    prefixes: str = ""
    """What is written together with the word that follows: Arabic و (and)."""
    elisions: str = ""
    """What is written together with a word that begins with a vowel: d'euros."""
    capitals: bool = False
    """Whether months and weekdays have capitals, so that `may` is no month."""
    ordinal_ends: str = ""
    """What follows the digits of an ordinal: 3rd, 3ème."""
    half_day_clock: bool = False
    """Whether times are said on a clock of 12 hours, so that 5:30 may be either."""


def counted(words: str, start: int = 0, step: int = 1) -> dict[str, int]:
    """Words in order as numbers: `zero one two` from 0; forms of one number are joined by `/`."""
    return {form: start + step * index for index, word in enumerate(words.split()) for form in word.split("/")}


def tens_and_units(tens: Mapping[str, int], units: Mapping[str, int], *joins: str) -> dict[str, int]:
    """Every ten with every unit: `twenty-three`."""
    return {
        f"{ten}{join}{unit}": value + units[unit] for ten, value in tens.items() for unit in units for join in joins
    }
