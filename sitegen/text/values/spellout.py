"""Number words of any language as ICU spells them out, turned round: what each stands for.

ICU (CLDR's rule-based number formats) has some eighty languages with their genders and cases. The words of the twelve
languages of wording/ are our own, and are read without it.
"""

from collections.abc import Iterator
from functools import cache

_RULE_SETS = ("", *(
    f"%spellout-cardinal-{name}"
    for name in (
        "masculine", "feminine", "neuter", "feminine-genitive", "masculine-genitive", "genitive", "dative",
        "accusative", "instrumental", "prepositional", "verbose", "feminine-financial", "common",
    )
))  # fmt: skip
_ORDINALS = ("%spellout-ordinal", "%spellout-ordinal-masculine", "%spellout-ordinal-feminine")
_LARGE = (1000, 10**4, 10**5, 10**6, 10**7, 10**9)
_NOT_THERE = "en"
"""What ICU falls back to for a language that it cannot spell."""
_DROPPED = str.maketrans("", "", "\u00ad\u200b")


@cache
def spelled_numbers(language: str) -> dict[str, int]:
    """Words below 1,000: units, tens, their sums up to 100, hundreds. Empty for a language that ICU cannot spell."""
    numbers = (*range(101), *range(200, 1000, 100))
    return dict(_spelled(language, numbers, _RULE_SETS))


@cache
def spelled_ordinals(language: str) -> dict[str, int]:
    """Ordinals up to 31."""
    cardinals = spelled_numbers(language)
    spelled = dict(_spelled(language, range(1, 32), _ORDINALS))
    return {words: number for words, number in spelled.items() if words not in cardinals}


@cache
def spelled_scales(language: str) -> dict[str, int]:
    """What stands for 1,000, a million ... after 1, 2 and 5, so that a plural and a dual are there."""
    scales: dict[str, int] = {}
    for scale in _LARGE:
        counts = {words: number for words, number in spelled_numbers(language).items() if number in (1, 2, 5)}
        for factor in (1, 2, 5):
            for words, _ in _spelled(language, (factor * scale,), _RULE_SETS[:1]):
                for count in counts:
                    rest = words.removeprefix(count).strip(" -")
                    if counts[count] == factor and rest != words and rest and rest not in spelled_numbers(language):
                        scales.setdefault(rest, scale)
                if factor == 1 and words not in spelled_numbers(language) and " " not in words:
                    scales.setdefault(words, scale)
    return scales


@cache
def spelled_joiners(language: str) -> tuple[str, ...]:
    """What stands between 200 and 6, and between 1,000 and 6, where anything does: og, e, en."""
    joiners: dict[str, None] = {}
    for hundreds in (200, 1000):
        spelled = [next((words for words, _ in _spelled(language, (number,), ("",))), "") for number in (hundreds, 6)]
        whole = next((words for words, _ in _spelled(language, (hundreds + 6,), ("",))), "")
        joiner = whole.removeprefix(spelled[0]).removesuffix(spelled[1]).strip(" -,")
        if joiner and joiner != whole and len(joiner) <= 4 and joiner not in spelled_numbers(language):
            joiners[joiner] = None
    return tuple(joiners)


def _spelled(
    language: str, numbers: Iterator[int] | range | tuple[int, ...], rules: tuple[str, ...]
) -> Iterator[tuple[str, int]]:
    # Late: the library's data is 30 MB, and most sites are in languages whose words are our own.
    from icu4py.messageformat import MessageFormat

    if language != _NOT_THERE and MessageFormat("{n,spellout}", language).format({"n": 21}) == "twenty-one":
        return
    for rule in rules:
        spell = MessageFormat(f"{{n,spellout,{rule}}}" if rule else "{n,spellout}", language)
        for number in numbers:
            words = spell.format({"n": number}).translate(_DROPPED).lower()
            if not any(letter.isdigit() for letter in words):
                yield words, number
