"""Numbers of several pieces: two hundred and six, 2.4 million, 3億5000万, ثلاثة وعشرون."""

from collections.abc import Sequence
from fractions import Fraction
from typing import NamedTuple

from sitegen.text.values.figures import significant_digits
from sitegen.text.values.pieces import ValuePiece
from sitegen.text.values.units import CURRENCIES
from sitegen.text.values.vocabulary import Vocabulary

_HALF_WITHOUT_AND = frozenset(["vi", "zh", "ja", "ko"])
_LOWER_FIGURES = {"zh": 10**4, "ja": 10**4, "ko": 10**4, "tr": 1000, "az": 1000}
"""Languages that write lower figures behind a scale (1万2000, 29 bin 748), and from which scale on."""
_MOST_PIECES = 30
"""Pieces of one number, at most."""


class Numeral(NamedTuple):
    """A number, and the pieces it ends before."""

    end: int
    readings: tuple[Fraction, ...]
    digits: int
    in_digits: bool
    """Whether it begins with a digit."""
    scaled: bool
    """Whether words multiply it."""
    is_fraction: bool = False
    """Whether it is a part of something: half, ⅔."""
    rough: str = ""
    """`about`, where the word itself is rough: une vingtaine."""


def read_numeral(pieces: Sequence[ValuePiece], start: int, vocabulary: Vocabulary, in_money: bool) -> Numeral | None:
    """The longest number that begins at a piece; None where none does."""
    piece = pieces[start]
    if piece.figure is not None:
        if piece.figure.is_code or not piece.figure.numbers:
            return None
        return _from_digits(pieces, start, vocabulary, in_money)
    if piece.a("joiner") or piece.a("attached"):
        return None
    begins = piece.a("number") or piece.a("scale") or piece.a("collective") or piece.a("rough-collective")
    if not begins and not (piece.a("article") and _counts_after_article(pieces, start + 1)):
        return _fraction_word(pieces, start, vocabulary)
    return _from_words(pieces, start, vocabulary)


def period_after(pieces: Sequence[ValuePiece], numeral: Numeral) -> int:
    """The piece of the period that a number counts: two weeks, half an hour, une demi-heure; -1 for none.

    Of parts only half: a third quarter is no quarter of a third.
    """
    index = numeral.end
    if numeral.is_fraction and numeral.readings[0] != Fraction(1, 2):
        return -1
    if numeral.is_fraction and index < len(pieces) and (pieces[index].a("article") or pieces[index].text == "-"):
        index += 1
    return index if index < len(pieces) and isinstance(pieces[index].senses.get("period"), str) else -1


def half_behind(pieces: Sequence[ValuePiece], index: int, vocabulary: Vocabulary) -> int:
    """Where a half ends that follows a unit or period: due ore e mezza, 三年半; `index` for none.

    Not `two years and half of them`, nor dos años y media docena.
    """
    if index < len(pieces) and pieces[index].a("half") and vocabulary.language in _HALF_WITHOUT_AND:
        return index + 1
    if index + 1 >= len(pieces) or not pieces[index].a("joiner") or not pieces[index + 1].a("half"):
        return index
    if vocabulary.language == "en" and pieces[index + 1].end - pieces[index + 1].start == 1:
        return index
    following = pieces[index + 2].senses if index + 2 < len(pieces) else {}
    return index if following.keys() & {"collective", "scale", "unit", "share-link"} else index + 2


def _counts_after_article(pieces: Sequence[ValuePiece], index: int) -> bool:
    return index < len(pieces) and any(
        pieces[index].a(sense) for sense in ("scale", "collective", "rough-collective", "denominator")
    )


def _fraction_word(pieces: Sequence[ValuePiece], start: int, vocabulary: Vocabulary) -> Numeral | None:
    piece = pieces[start]
    denominator = piece.senses.get("denominator")
    if not isinstance(denominator, Fraction):
        return None
    led = start > 0 and pieces[start - 1].a("article")
    if not led and start > 0 and pieces[start - 1].a("share-article") and not piece.a("ordinal"):
        led = start + 1 < len(pieces) and pieces[start + 1].a("share-link")  # le tiers des; not le quart-arrière
    if denominator != 2 and vocabulary.has_articles and not led:
        return None
    return Numeral(start + 1, (1 / denominator,), 1, False, False, True)


def _from_digits(pieces: Sequence[ValuePiece], start: int, vocabulary: Vocabulary, in_money: bool) -> Numeral:
    figure = pieces[start].figure
    assert figure is not None
    readings, digits, index, scaled = figure.numbers, figure.digits, start + 1, False
    if pieces[start].a("vulgar") or (_is_part(pieces[start]) and len(readings) == 1):
        return Numeral(index, readings, 1, True, False, True)
    if index < len(pieces) and pieces[index].a("vulgar") and readings[0].denominator == 1:
        readings, digits, index = (readings[0] + _fraction_of(pieces[index], "vulgar"),), digits + 1, index + 1
    elif index < len(pieces) and _is_part(pieces[index]) and pieces[start].spaced and readings[0].denominator == 1:
        readings, digits, index = (readings[0] + (pieces[index].number() or 0),), digits + 1, index + 1
    end, sum_of, added = _scales(pieces, index, vocabulary, readings[0], in_money)
    if end > index:
        # With a scale behind it a mark is a decimal one, whatever the language: 1.234 million.
        decimals = min(readings) if len(readings) > 1 else readings[0]
        end, sum_of, added = _scales(pieces, index, vocabulary, decimals, in_money)
        return Numeral(end, (sum_of,), digits if not added else significant_digits(sum_of), True, True)
    return Numeral(index, readings, digits, True, scaled)


def _is_money(pieces: Sequence[ValuePiece], index: int) -> bool:
    """Whether a currency follows a piece."""
    return index + 1 < len(pieces) and pieces[index + 1].senses.get("unit") in CURRENCIES


def _is_part(piece: ValuePiece) -> bool:
    """Whether it is a part written with a stroke, as behind a whole number: 1 1/2."""
    number = piece.number()
    return number is not None and 0 < number < 1 and "/" in piece.text


def _fraction_of(piece: ValuePiece, sense: str) -> Fraction:
    payload = piece.senses[sense]
    assert isinstance(payload, Fraction)
    return payload


def _scales(
    pieces: Sequence[ValuePiece], index: int, vocabulary: Vocabulary, first: Fraction, in_money: bool
) -> tuple[int, Fraction, bool]:
    """Scales after digits, and lower figures with lower scales after these: 3億5000万, 5 lakh 20 thousand.

    Scales in a row multiply each other, whichever is greater: 5 mil millones, 4千万.
    """
    total, current, last, end, added = Fraction(0), first, None, index, False
    ceiling: Fraction | None = None
    """The scale of the figure before a lower one: nothing behind that is as great."""
    while index < len(pieces) and index - end < 3:
        piece = pieces[index]
        if piece.text == "-" and not piece.spaced and index + 1 < len(pieces) and pieces[index + 1].a("scale"):
            index += 1  # $10-million
            continue
        scale = None if piece.a("unit") else piece.senses.get("scale")
        if (
            scale is None
            and piece.text == "m"
            and piece.capital
            and vocabulary.language == "fr"
            and _is_money(pieces, index)
        ):
            scale = Fraction(10**6)  # 12 M€
        if scale is None and in_money:
            scale = piece.senses.get("loose-scale")
        if (
            scale is None
            and piece.a("loose-scale")
            and piece.text == "m"
            and vocabulary.language == "en"
            and _counts_things(pieces, index)
        ):
            scale = piece.senses["loose-scale"]
        if isinstance(scale, Fraction):
            if ceiling is not None and scale >= ceiling:
                break
            current *= scale
            end, index, last = index + 1, index + 1, scale
            added = added or total > 0
            continue
        number = piece.number() if piece.figure is not None else None
        if last is None or number is None or number >= last:
            break
        following = pieces[index + 1] if index + 1 < len(pieces) else None
        has_scale = following is not None and following.a("scale")
        together = vocabulary.language in _LOWER_FIGURES and last >= _LOWER_FIGURES[vocabulary.language]
        together = together and (not pieces[index - 1].spaced or vocabulary.language in ("tr", "az"))
        if not has_scale and not together:
            break
        total, current, ceiling, index = total + current, number, last, index + 1
        if not has_scale:
            return index, total + current, True
    return end, total + current, added


_LENGTH_WORDS = (
    "tall long high deep wide away from above below race sprint hurdles freestyle stretch apart by x relay final "
    "across thick diameter offshore underwater deeper taller longer higher wider butterfly backstroke breaststroke "
    "telescope radius exclusion"
)
"""Words after which 2.5m are metres."""
_OF_LENGTH = frozenset(_LENGTH_WORDS.split())


def _counts_things(pieces: Sequence[ValuePiece], index: int) -> bool:
    """Whether the m of 1.5m is a million: not before a word of length, nor inside a compound (a 10m-high wall)."""
    following = pieces[index + 1].text if index + 1 < len(pieces) else ""
    if pieces[index].text != "m":
        return False
    return following not in _OF_LENGTH and (following != "-" or pieces[index].spaced)


class _Sum:
    """Number words added up: each term smaller than what may follow the term before it."""

    def __init__(self) -> None:
        self.terms: list[tuple[Fraction, Fraction]] = []
        """Each with its granule: what may follow it is smaller."""

    def add(self, number: Fraction, joined: bool, units_first: bool) -> bool:
        granule = Fraction(100 if number >= 100 else 10 if number >= 20 and number % 10 == 0 else 1)
        if number >= 1000:
            granule = Fraction(1000)
        if not self.terms:
            self.terms.append((number, granule))
            return True
        last, border = self.terms[-1]
        if units_first and joined and last < 10 and number in range(20, 100, 10) and border == 1:
            self.terms[-1] = (last + number, Fraction(1))
            return True
        if 0 < number < border:
            self.terms.append((number, granule))
            return True
        return False

    def multiply(self, scale: Fraction) -> bool:
        amount, taken = Fraction(0), len(self.terms)
        while taken and self.terms[taken - 1][0] < scale:
            taken -= 1
            amount += self.terms[taken][0]
        if taken < len(self.terms) or not self.terms or (scale < self.terms[-1][1] and taken):
            del self.terms[taken:]
            self.terms.append(((amount or 1) * scale, scale))
            return True
        return False

    @property
    def total(self) -> Fraction:
        return sum((number for number, _ in self.terms), Fraction(0))


def _from_words(pieces: Sequence[ValuePiece], start: int, vocabulary: Vocabulary) -> Numeral | None:
    terms, index, end, rough, scaled = _Sum(), start, start, "", False
    joined = False
    if pieces[start].a("article") and not pieces[start].a("number"):
        index += 1
        if pieces[index].a("denominator") and not pieces[index].a("scale"):
            return _fraction_after(pieces, index, Fraction(1))
    while index < len(pieces) and index - start < _MOST_PIECES:
        piece = pieces[index]
        if piece.figure is not None:
            break
        joined = joined or piece.a("joined")
        number, scale = piece.senses.get("number"), piece.senses.get("scale")
        collective = piece.senses.get("collective") or piece.senses.get("rough-collective")
        if isinstance(number, Fraction) and not (isinstance(scale, Fraction) and terms.terms):
            fits = terms.add(number, joined, vocabulary.units_first)
        elif isinstance(scale, Fraction) and not (piece.a("unit") and terms.terms):
            fits = terms.multiply(scale)
            scaled = scaled or scale >= 1000
        elif isinstance(collective, Fraction):
            fits = terms.multiply(collective) if not terms.terms or terms.total < 20 else False
            rough = "about" if piece.a("rough-collective") else rough
        elif piece.a("joiner") and end > start and index + 1 < len(pieces):
            joined, index = True, index + 1
            continue
        elif piece.text == "-" and end > start and index + 1 < len(pieces):
            index += 1
            continue
        else:
            break
        if not fits:
            break
        joined, index, end = False, index + 1, index + 1
    if end == start:
        return None
    total = terms.total
    return _with_half(pieces, end, total, vocabulary, rough, scaled)


def _with_half(
    pieces: Sequence[ValuePiece], end: int, total: Fraction, vocabulary: Vocabulary, rough: str, scaled: bool
) -> Numeral | None:
    """With what may follow a number of words: and a half, a part (two thirds), a scale after the half."""
    if end + 1 < len(pieces) and pieces[end].text == "-" and pieces[end + 1].a("denominator") and total < 10:
        return _fraction_after(pieces, end + 1, total)
    if end < len(pieces) and pieces[end].a("denominator") and not pieces[end].a("half"):
        return _fraction_after(pieces, end, total)
    after = end + 1 if end < len(pieces) and pieces[end].a("joiner") else end
    if after < len(pieces) and pieces[after].a("half") and (after > end or vocabulary.language in _HALF_WITHOUT_AND):
        last = pieces[end - 1].senses.get("scale")
        share = last if isinstance(last, Fraction) else Fraction(1)
        total, end = total + share / 2, after + 1
        if end < len(pieces) and isinstance(scale := pieces[end].senses.get("scale"), Fraction) and share == 1:
            total, end, scaled = total * scale, end + 1, True
    elif end < len(pieces) and isinstance(part := pieces[end].senses.get("denominator"), Fraction) and part == 2:
        return _fraction_after(pieces, end, total)
    return Numeral(end, (total,), significant_digits(total), False, scaled, False, rough)


def _fraction_after(pieces: Sequence[ValuePiece], index: int, above: Fraction) -> Numeral | None:
    """So many parts: two thirds; a quarter of a million, half a million, half a dozen, which are numbers."""
    below = pieces[index].senses["denominator"]
    assert isinstance(below, Fraction)
    if above >= below and below != 2:
        return None
    return Numeral(index + 1, (above / below,), significant_digits(above), False, False, True)
