"""Dates that are so far from another: three days ago, a year later, vor drei Tagen, 三天之后."""

from collections.abc import Sequence
from fractions import Fraction

from sitegen.model import DatePoint
from sitegen.text.values.numerals import Numeral, half_behind, period_after, read_numeral
from sitegen.text.values.pieces import ValuePiece, year_like
from sitegen.text.values.units import PERIODS
from sitegen.text.values.value import date_value
from sitegen.text.values.vocabulary import Vocabulary
from sitegen.text.values.years import ReadDate

_HOW_LONG = frozenset(["for", "over", "within", "pendant", "durant", "durante", "während"])
"""Words before a number of periods that lasted so long: for two years before he left."""
_LARGEST_FIRST = ("century", "decade", "year", "month", "week", "day", "hour", "minute", "second")


def read_distance(pieces: Sequence[ValuePiece], index: int, vocabulary: Vocabulary) -> ReadDate | None:
    """Three days ago, vor drei Tagen, counted from today; a year later, counted from another date."""
    ago, apart = pieces[index].a("ago-before"), pieces[index].senses.get("apart-before")
    start = index + 1 if ago or apart is not None else index
    numeral = _count(pieces, start, vocabulary)
    counted = period_after(pieces, numeral) if numeral else -1
    if start < len(pieces) and isinstance(dual := pieces[start].senses.get("dual"), str):
        number, period, end = Fraction(2), dual, start + 1
    elif numeral is None or counted < 0 or year_like(pieces[start]):
        return None
    else:
        number, period, end = numeral.readings[0], str(pieces[counted].senses["period"]), counted + 1
    if (half := half_behind(pieces, end, vocabulary)) > end:
        number, end = number + Fraction(1, 2), half
    following = pieces[end].senses if end < len(pieces) else {}
    if "apart-after" in following:
        apart, end = following["apart-after"], end + 1
        if index and pieces[index - 1].text in _HOW_LONG:
            return None
    elif "ago-after" in following:
        ago, end = True, end + 1
    if isinstance(apart, str):
        return ReadDate(end, date_value(DatePoint(relative=f"{apart}:{_in_largest(number, period)}")))
    if not ago:
        return None
    return ReadDate(end, date_value(DatePoint(relative=f"ago:{number}:{period}")))


def _count(pieces: Sequence[ValuePiece], start: int, vocabulary: Vocabulary) -> Numeral | None:
    """How many periods, with one for an article, and for a period alone where the language has no article."""
    if start >= len(pieces):
        return None
    numeral = read_numeral(pieces, start, vocabulary, False)
    if numeral is not None:
        return numeral
    if pieces[start].a("article"):
        return Numeral(start + 1, (Fraction(1),), 1, False, False)
    following = pieces[start + 1] if start + 1 < len(pieces) else None
    # Vietnamese tuần trước is last week: what is a position as well says no distance by itself.
    bare = not vocabulary.has_articles and not vocabulary.unspaced and not (following and following.a("position"))
    bare = bare and not pieces[start].text.startswith("ال")  # بعد الساعة, after the hour of, is no hour later
    if pieces[start].a("period") and bare:
        return Numeral(start, (Fraction(1),), 1, False, False)
    return None


def _in_largest(number: Fraction, period: str) -> str:
    """A number of periods in the largest of which it is a whole number, so that seven days are a week."""
    base, factor = PERIODS[period]
    for larger in _LARGEST_FIRST:
        whole = number * factor / PERIODS[larger][1]
        if PERIODS[larger][0] == base and whole.denominator == 1:
            return f"{whole}:{larger}"
    return f"{number}:{period}"
