"""Reads what counts or measures: a number with what stands before and behind it.

Amounts, shares, quantities, ages, durations, ordinals, multiples and crowds; dates and times are read elsewhere.
"""

from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction
from typing import NamedTuple

from sitegen.model import Value
from sitegen.text.values.numerals import Numeral, half_behind, period_after, read_numeral
from sitegen.text.values.pieces import ValuePiece, year_like
from sitegen.text.values.units import BASES, CURRENCIES, DAYS_OF_A_MONTH, FAMILIES, FIRST_OF_FAMILY, PERIODS
from sitegen.text.values.value import crowd_value, date_value, number_value
from sitegen.text.values.vocabulary import Vocabulary
from sitegen.text.values.years import read_year, read_years_of_era

_MINUS = frozenset(["minus", "moins", "menos", "meno", "минус", "âm", "영하"])
_OF_AN_ORDINAL = frozenset(["目", "째"])
"""What follows a number of times where it is the last of so many: 3回目."""
_ONLY_CAPITAL = frozenset("cf")
_NEVER_CAPITAL = frozenset("mgt")
_BELOW_A_SHARE = frozenset([2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 15, 20, 25, 30, 40, 50, 100])
"""Second numbers of a share in words: one `in ten`; others are counts (two in 34) unless they are round thousands."""
_CROWD_OF_SCALE: dict[Fraction | int, str] = {
    12: "dozens",
    100: "hundreds",
    1000: "thousands",
    10**6: "millions",
    10**9: "billions",
}


_VERBS = frozenset(["won"])
"""English names of money that are a verb before a figure: won 6 games."""


class Counted(NamedTuple):
    """What counts or measures, and the pieces it ends before."""

    end: int
    value: Value


def read_count(pieces: Sequence[ValuePiece], index: int, vocabulary: Vocabulary) -> Counted | None:
    """What counts or measures from a piece on; None where nothing does."""
    start, rough = index, ""
    piece = pieces[start]
    if piece.a("crowd") and not piece.a("rough"):
        return _crowd(pieces, start)
    if piece.a("rough"):
        rough, start = str(piece.senses["rough"]), start + 1
        if start < len(pieces) and _is_year(pieces, start, vocabulary):
            return None  # since at least 2008, around 900 BC
    if counted := _age_before(pieces, start, rough, vocabulary):
        return counted
    if start >= len(pieces):
        return None
    before = pieces[start].senses.get("unit") or pieces[start].senses.get("leading-unit")
    if pieces[start].text in _VERBS and vocabulary.language == "en":
        before = None
    if isinstance(before, str) and (before in CURRENCIES or before == "%") and start + 1 < len(pieces):
        counted = _measured(pieces, start + 1, rough, vocabulary, before)
        if counted is not None:
            return counted
    return _measured(pieces, start, rough, vocabulary, "")


def _is_year(pieces: Sequence[ValuePiece], index: int, vocabulary: Vocabulary) -> bool:
    if read_years_of_era(pieces, index):
        return True
    return read_year(pieces, index, vocabulary.language) is not None and not pieces[index].a("unit")


def _crowd(pieces: Sequence[ValuePiece], index: int) -> Counted:
    """Dozens, several; a few thousand are thousands."""
    following = pieces[index + 1].senses if index + 1 < len(pieces) else {}
    scale = following.get("scale") or following.get("collective")
    if isinstance(scale, Fraction) and scale in _CROWD_OF_SCALE:
        return Counted(index + 2, crowd_value(_CROWD_OF_SCALE[scale]))
    return Counted(index + 1, crowd_value(str(pieces[index].senses["crowd"])))


def _age_before(pieces: Sequence[ValuePiece], index: int, rough: str, vocabulary: Vocabulary) -> Counted | None:
    if index + 1 >= len(pieces) or not pieces[index].a("age-before"):
        return None
    numeral = read_numeral(pieces, index + 1, vocabulary, False)
    if numeral is None or numeral.is_fraction or not 0 < numeral.readings[0] < 130:
        return None
    years, end = numeral.readings[0], numeral.end
    if end < len(pieces) and isinstance(period := pieces[end].senses.get("period"), str):
        base, factor = PERIODS[period]  # âgée de six mois
        years, end = years * factor / (12 if base == "month" else 12 * DAYS_OF_A_MONTH), end + 1
    end += end < len(pieces) and pieces[end].a("age-after")
    return Counted(end, number_value("age", years, unit="year", rough=rough, digits=numeral.digits))


def _measured(
    pieces: Sequence[ValuePiece], start: int, rough: str, vocabulary: Vocabulary, currency: str
) -> Counted | None:
    if start >= len(pieces):
        return None
    piece = pieces[start]
    if piece.a("crowd") and rough:
        return _crowd(pieces, start)
    numeral = read_numeral(pieces, start, vocabulary, currency in CURRENCIES)
    if numeral and is_below_zero(pieces, start):
        numeral = numeral._replace(readings=tuple(-number for number in numeral.readings))
    if numeral is None or _is_ordinal(pieces, numeral):
        return None if currency else _without_number(pieces, start, rough, vocabulary)
    rough = rough or numeral.rough
    if numeral.is_fraction and (multiplied := _part_of_a_number(pieces, numeral)) is not None:
        numeral = multiplied
    end = numeral.end
    if end < len(pieces) and pieces[end].a("rough-after"):
        rough, end = rough or str(pieces[end].senses["rough-after"]), end + 1
    if currency == "%":
        return Counted(end, _share(numeral.readings[0], numeral, rough))
    if currency:
        after = pieces[end].senses.get("unit") if end < len(pieces) else None
        another = end + 1 < len(pieces) and pieces[end + 1].figure is not None and not pieces[end].spaced
        if (
            not another
            and isinstance(after, str)
            and (after == currency or (after in FAMILIES and currency in FAMILIES[after]))
        ):
            end += 1
        return Counted(end, _amount(pieces[start], numeral, currency, rough))
    if counted := _share_of_two(pieces, numeral, rough, vocabulary):
        return counted
    if counted := _with_unit(pieces, start, end, numeral, rough, vocabulary):
        return counted
    if counted := _times(pieces, end, numeral, rough, vocabulary):
        return counted
    if numeral.is_fraction:
        if piece.figure is not None and piece.figure.dates and not (end < len(pieces) and pieces[end].a("share-link")):
            days = tuple(date_value(point, weak=True) for point in piece.figure.dates)
            share = _share(numeral.readings[0] * 100, numeral, rough)
            return Counted(
                end, replace(share, key="|".join([share.key, *(day.key for day in days)]), alternatives=days)
            )
        weak = _weak_part(pieces, start, numeral, rough, vocabulary)
        return Counted(end, _share(numeral.readings[0] * 100, numeral, rough, weak))
    if piece.a("article") and end == start + 1 and not rough:
        return None  # ein, une: that it is one is not what it says
    weak = not rough and end == start + 1 and piece.text in vocabulary.weak
    first, *further = [
        number_value("number", number, rough=rough, digits=numeral.digits, weak=weak) for number in numeral.readings
    ]
    if further:
        first = number_value(
            "number", numeral.readings[0], rough=rough, digits=numeral.digits, alternatives=tuple(further)
        )
    return Counted(end, first)


def _weak_part(pieces: Sequence[ValuePiece], start: int, numeral: Numeral, rough: str, vocabulary: Vocabulary) -> bool:
    """Whether a part in words may well be none: half, a third day; and the second half of a match is no share."""
    if start > 0 and pieces[start - 1].a("ordinal"):
        return True
    last = pieces[numeral.end - 1]
    return not rough and (last.text in vocabulary.weak or (last.a("ordinal") and not _of_follows(pieces, numeral.end)))


def _of_follows(pieces: Sequence[ValuePiece], index: int) -> bool:
    return index >= len(pieces) or pieces[index].a("glue") or not pieces[index].text[:1].isalnum()


def _times(
    pieces: Sequence[ValuePiece], end: int, numeral: Numeral, rough: str, vocabulary: Vocabulary
) -> Counted | None:
    """Three times, 三次; 3回目 is the third time, and three Times journalists are three."""
    if end >= len(pieces) or not pieces[end].a("times") or numeral.is_fraction:
        return None
    if pieces[end].capital and vocabulary.language != "de":
        return None
    if end + 1 < len(pieces) and pieces[end + 1].text in _OF_AN_ORDINAL:
        return Counted(end + 2, number_value("ordinal", numeral.readings[0], digits=numeral.digits))
    weak = numeral.readings[0] == 1 and not numeral.in_digits
    multiple = number_value("quantity", numeral.readings[0], unit="x", rough=rough, digits=numeral.digits, weak=weak)
    return Counted(end + 1, multiple)


def _is_ordinal(pieces: Sequence[ValuePiece], numeral: Numeral) -> bool:
    return numeral.end < len(pieces) and pieces[numeral.end].a("ordinal-end") and pieces[numeral.end].a("attached")


def _without_number(pieces: Sequence[ValuePiece], start: int, rough: str, vocabulary: Vocabulary) -> Counted | None:
    """Ordinals, multiples, and a period with nothing but an article: a week."""
    piece = pieces[start]
    following = pieces[start + 1] if start + 1 < len(pieces) else None
    if piece.figure is not None and following is not None and following.a("ordinal-end"):
        return Counted(start + 2, number_value("ordinal", piece.figure.numbers[0], digits=piece.figure.digits))
    if piece.a("article") and following is not None:
        period = following.senses.get("period")
        if isinstance(period, str) and not following.a("ordinal"):
            return Counted(start + 2, _duration(Fraction(1), period, rough, 1, True))
    if isinstance(dual := piece.senses.get("dual"), str):
        return Counted(start + 1, _duration(Fraction(2), dual, rough, 1, False))
    ordinal, multiple = piece.senses.get("ordinal"), piece.senses.get("multiple")
    weak = piece.text in vocabulary.weak
    if isinstance(ordinal, Fraction):
        return Counted(start + 1, number_value("ordinal", ordinal, digits=1, weak=weak))
    if isinstance(multiple, Fraction):
        return Counted(start + 1, number_value("quantity", multiple, unit="x", rough=rough, digits=1, weak=weak))
    return None


def _part_of_a_number(pieces: Sequence[ValuePiece], numeral: Numeral) -> Numeral | None:
    """Half a million, a quarter of a million, half a dozen."""
    index = numeral.end
    while index < len(pieces) and index - numeral.end < 2 and (pieces[index].a("glue") or pieces[index].a("article")):
        index += 1
    if index >= len(pieces):
        return None
    scale = pieces[index].senses.get("scale") or pieces[index].senses.get("collective")
    if not isinstance(scale, Fraction) or pieces[index].a("attached"):
        return None
    return Numeral(index + 1, (numeral.readings[0] * scale,), 1, numeral.in_digits, True)


def _share_of_two(pieces: Sequence[ValuePiece], numeral: Numeral, rough: str, vocabulary: Vocabulary) -> Counted | None:
    """Three in ten, one out of four, 三分之一 (the parts first)."""
    index = numeral.end
    if index + 1 >= len(pieces) or numeral.is_fraction or numeral.scaled:
        return None
    turned = pieces[index].a("turned-ratio")
    if not turned and not pieces[index].a("ratio"):
        return None
    second = read_numeral(pieces, index + 1, vocabulary, False)
    if second is None or second.is_fraction:
        return None
    above, below = numeral.readings[0], second.readings[0]
    if turned:
        above, below = below, above
    is_share = 0 < above < below and above.denominator == below.denominator == 1
    if not is_share or not (below in _BELOW_A_SHARE or below % 1000 == 0 or turned):
        return None
    if year_like(pieces[index + 1]) or (second.end < len(pieces) and not turned and _is_counted(pieces[second.end])):
        return None
    return Counted(second.end, _share(above / below * 100, numeral, rough, digits=max(numeral.digits, second.digits)))


def _is_counted(piece: ValuePiece) -> bool:
    """Whether a number before this piece counts something else than people: in ten `days`, in 12 `km`."""
    return piece.a("period") or piece.a("unit") or piece.a("month")


def _with_unit(
    pieces: Sequence[ValuePiece], start: int, end: int, numeral: Numeral, rough: str, vocabulary: Vocabulary
) -> Counted | None:
    if end >= len(pieces):
        return None
    if (after := period_after(pieces, numeral)) > end:
        weak = pieces[start].a("article")
        halved = str(pieces[after].senses["period"])
        return Counted(after + 1, _duration(numeral.readings[0], halved, rough, numeral.digits, weak))
    if pieces[end].a("age-after"):
        value = number_value("age", numeral.readings[0], unit="year", rough=rough, digits=numeral.digits)
        return Counted(end + 1, value)
    if pieces[end].text == "." and numeral.scaled and end + 1 < len(pieces) and pieces[end + 1].a("unit"):
        end += 1  # 1,5 Mio. Euro
    index = end + 1 if pieces[end].text == "-" and not pieces[end].spaced and end + 1 < len(pieces) else end
    if (
        index == end
        and pieces[end].a("glue")
        and (numeral.scaled or numeral.readings[0] % 10**6 == 0)
        and end + 1 < len(pieces)
        and pieces[end + 1].a("unit")
    ):
        index = end + 1  # dos millones de dólares, 2.000.000 de dólares
    piece = pieces[index]
    unit, period = piece.senses.get("unit"), piece.senses.get("period")
    if unit is None and numeral.in_digits and isinstance(near := piece.senses.get("near-unit"), str):
        fits = piece.capital if near in _ONLY_CAPITAL else not (piece.capital and near in _NEVER_CAPITAL)
        unit = near if fits else None
    if (unit in BASES or period is not None) and (half := half_behind(pieces, index + 1, vocabulary)) > index + 1:
        more = tuple(reading + Fraction(1, 2) for reading in numeral.readings)
        numeral = numeral._replace(readings=more, digits=numeral.digits + 1)
    else:
        half = index + 1
    if isinstance(unit, str):
        after = half
        if after < len(pieces) and pieces[after].a("rough-after"):
            rough, after = rough or str(pieces[after].senses["rough-after"]), after + 1
        if unit == "%":
            return Counted(after, _share(_signed(pieces, start, numeral.readings[0], unit), numeral, rough))
        if unit == "tenth":
            return Counted(after, _share(numeral.readings[0] * 10, numeral, rough))
        if unit in CURRENCIES:
            return Counted(after, _amount(pieces[start], numeral, unit, rough))
        if unit in BASES:
            return Counted(after, _quantity(_signed(pieces, start, numeral.readings[0], unit), unit, numeral, rough))
        return None
    if isinstance(period, str) and (not numeral.is_fraction or period_after(pieces, numeral) == index):
        after = half
        weak = not numeral.in_digits and not rough and pieces[start].a("article") and after == index + 1
        if after < len(pieces) and pieces[after].a("age-after"):
            value = number_value("age", numeral.readings[0], unit="year", rough=rough, digits=numeral.digits)
            return Counted(after + 1, value)
        return Counted(after, _duration(numeral.readings[0], period, rough, numeral.digits, weak))
    return None


def _signed(pieces: Sequence[ValuePiece], start: int, number: Fraction, unit: str) -> Fraction:
    """A temperature or share below zero in words: `minus 5 degrees`."""
    return -number if unit in ("c", "f", "deg", "%") and start > 0 and pieces[start - 1].text in _MINUS else number


def is_below_zero(pieces: Sequence[ValuePiece], start: int) -> bool:
    """Whether a minus sign stands right before a figure; a dash between two figures or words is none."""
    if start == 0 or pieces[start].figure is None:
        return False
    before = pieces[start - 1]
    return (
        before.text in ("-", "−")
        and not before.spaced
        and (start == 1 or pieces[start - 2].text == "(" or (pieces[start - 2].spaced and not pieces[start - 2].figure))
    )


def _share(percent: Fraction, numeral: Numeral, rough: str, weak: bool = False, digits: int | None = None) -> Value:
    return number_value("share", percent, unit="%", rough=rough, digits=digits or numeral.digits, weak=weak)


def _amount(piece: ValuePiece, numeral: Numeral, currency: str, rough: str) -> Value:
    unit = FIRST_OF_FAMILY[currency] if currency == "¥" else currency
    readings = list(numeral.readings)
    if piece.figure is not None and len(readings) > 1 and piece.text.endswith("000"):
        readings = [max(readings)]  # no one prints a sum with three decimals that are zeros
    if piece.figure is not None and piece.figure.grouped is not None and not numeral.scaled:
        # Sums are seldom written with three decimals, petrol is: 2.345 USD in an English text may be either.
        readings.append(piece.figure.grouped)
    first, *further = [
        number_value("amount", reading, unit=unit, rough=rough, digits=numeral.digits) for reading in readings
    ]
    if not further:
        return first
    return number_value(
        "amount", readings[0], unit=unit, rough=rough, digits=numeral.digits, alternatives=tuple(further)
    )


def _quantity(number: Fraction, unit: str, numeral: Numeral, rough: str) -> Value:
    base, factor = BASES[unit]
    further = tuple(
        number_value("quantity", reading * factor, unit=base, rough=rough, digits=numeral.digits)
        for reading in numeral.readings[1:]
    )
    return number_value(
        "quantity", number * factor, unit=base, rough=rough, digits=numeral.digits, alternatives=further
    )


def _duration(number: Fraction, period: str, rough: str, digits: int, weak: bool) -> Value:
    base, factor = PERIODS[period]
    return number_value("duration", number * factor, unit=base, rough=rough, digits=digits, weak=weak)
