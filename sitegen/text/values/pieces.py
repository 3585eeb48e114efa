"""Tokens as the pieces that values are put together of: figures in digits, and words with what they may be.

A token in which a figure and words are written together (`50억원`, `40km`, `3rd`) makes several pieces, all with the
span of that token. A piece knows what it may be, not what it is; reading.py decides by what stands beside it.
"""

import re
import unicodedata
from collections.abc import Sequence
from fractions import Fraction
from typing import NamedTuple

from sitegen.model import Token
from sitegen.text.values.figures import LONGEST, WrittenFigure, read_figure
from sitegen.text.values.folding import fold
from sitegen.text.values.units import CURRENCIES
from sitegen.text.values.vocabulary import Payload, Senses, Vocabulary

_new = tuple.__new__
_NOTHING: Senses = {}
CASES_BEHIND_APOSTROPHES = frozenset(["tr", "az"])
"""Languages that write the case of a name or a figure behind an apostrophe: 3 Mart'ta, 18.30'da."""
_GLUED_SIGN = re.compile(r"([^\W\d_]{2,4})(\d[\d.,]*\w{0,3})")
"""Letters with a figure right behind them."""
_BEFORE = 5
"""Tokens before a seed that may belong to its value: in an estimated, the day before."""
_BEHIND = 10
"""Tokens behind it."""
_TOKENS_OF_A_FIGURE = 8
"""Tokens that one figure may be made of: `2 400 000,50`, `2024-03-05`."""
_SCALE_LETTERS = {
    "k": 1000, "mn": 10**6, "mln": 10**6, "mio": 10**6, "bn": 10**9, "mrd": 10**9, "md": 10**9, "tn": 10**12,
    "m": 10**6, "b": 10**9,
}  # fmt: skip
_NOT_ALONE = frozenset("mb")
"""Letters that multiply only where the language or a currency says so: 2m is two metres."""
_UNITS = ("unit", "near-unit")
_RAISED = frozenset("⁰¹²³⁴⁵⁶⁷⁸⁹")
_YEAR_DIGITS, _EXPONENT_DIGITS = 4, 2
_DIGITS = ("〇零○", "一", "二", "三", "四", "五", "六", "七", "八", "九")
_DAY_AND_YEAR = re.compile(r"(\d{1,2}),((?:1\d|20)\d\d)(?!\d|[.,]\d)")
"""A day and a year with no space between them."""
_POSITIONAL = {digit: value for value, digits in enumerate(_DIGITS) for digit in digits}


class ValuePiece(NamedTuple):
    """Some tokens, and what they may be."""

    start: int
    end: int
    text: str
    """Folded, as printed."""
    senses: Senses
    figure: WrittenFigure | None = None
    """Of what begins with a digit."""
    capital: bool = False
    spaced: bool = True
    """Whether space, or the end of the text, follows."""

    def number(self) -> Fraction | None:
        """The first reading as a number, in digits or in words; None where it is none."""
        if self.figure is not None:
            return self.figure.numbers[0] if self.figure.numbers else None
        number = self.senses.get("number")
        return number if isinstance(number, Fraction) else None

    def a(self, sense: str) -> bool:
        """Whether it may be this."""
        return sense in self.senses


def year_like(piece: ValuePiece) -> bool:
    """Whether it is four digits that are mostly a year."""
    return (
        piece.figure is not None and len(piece.text) == 4 and piece.text.isdecimal() and piece.text[:2] in ("19", "20")
    )


def windows(tokens: Sequence[Token], vocabulary: Vocabulary) -> list[tuple[int, int]]:
    """The ranges of tokens in which values may be: around each digit and each word without which there is none.

    Most words of a text are looked up once and never again; nothing that reads on passes so many of them.
    """
    seed_of, is_seed = vocabulary.seeds.get, vocabulary.is_seed
    ranges: list[tuple[int, int]] = []
    last_end = -1
    for index, token in enumerate(tokens):
        seed = seed_of(token.key)
        if seed is None:
            seed = is_seed(token.key)
        if seed:
            start, end = max(0, index - _BEFORE), min(len(tokens), index + _BEHIND)
            if start <= last_end:
                ranges[-1] = (ranges[-1][0], end)
            else:
                ranges.append((start, end))
            last_end = end
    return ranges


def read_pieces(tokens: Sequence[Token], vocabulary: Vocabulary, window: tuple[int, int]) -> list[ValuePiece]:
    """The tokens of a window as pieces, in order; what stands for nothing is a piece without senses.

    Their spans are counted from the window's first token.
    """
    first, border = window
    tokens = tokens[first:border]
    keys = [fold(token.key) for token in tokens]
    if vocabulary.language in CASES_BEHIND_APOSTROPHES:
        keys = [key.partition("'")[0] or key for key in keys]
    pieces: list[ValuePiece] = []
    index = 0
    seed_of = vocabulary.seeds.get
    entries, is_korean = vocabulary.entries, vocabulary.language == "ko"
    while index < len(tokens):
        key = keys[index]
        unit = vocabulary.unit_with_particle(key) if is_korean and key not in entries else _NOTHING
        if key not in entries and not unit and seed_of(tokens[index].key) is False:
            # Half of a window means nothing; such a word costs as little as may be.
            text = tokens[index].text
            pieces.append(
                _new(ValuePiece, (index, index + 1, key, _NOTHING, None, text[:1].isupper(), text[-1:].isspace()))
            )
            index += 1
            continue
        if key[:1].isdecimal() and key[0].isascii():
            word_pieces = _with_digits(tokens, keys, index, vocabulary)
        elif sign := _sign_before(key, vocabulary):
            word_pieces = _with_sign(sign, tokens, keys, index, vocabulary)
        else:
            word_pieces = [_with_words(tokens, keys, index, vocabulary)]
            if not word_pieces[0].senses and (vocabulary.compounds or vocabulary.language == "ko"):
                word_pieces = _compound(tokens, index, key, vocabulary) or word_pieces
            if not word_pieces[0].senses and vocabulary.language == "ko":
                word_pieces = [word_pieces[0]._replace(senses=vocabulary.with_particle(key) or unit)]
        pieces += word_pieces
        index = word_pieces[-1].end
    return pieces


def _sign_before(key: str, vocabulary: Vocabulary) -> re.Match[str] | None:
    """A word that is the name of a currency and a figure; None for any other."""
    sign = _GLUED_SIGN.fullmatch(key)
    return sign if sign and vocabulary.singles.get(sign[1], _NOTHING).get("unit") in CURRENCIES else None


def _with_sign(
    sign: re.Match[str], tokens: Sequence[Token], keys: Sequence[str], index: int, vocabulary: Vocabulary
) -> list[ValuePiece]:
    """The name of a currency and the figure that is written together with it: Rs500, Rp1,2."""
    figure, behind = Token(tokens[index].text[len(sign[1]) :], sign[2]), slice(index + 1, index + _TOKENS_OF_A_FIGURE)
    rest = _with_digits([figure, *tokens[behind]], [sign[2], *keys[behind]], 0, vocabulary)
    placed = [piece._replace(start=index + piece.start, end=index + piece.end) for piece in rest]
    return [ValuePiece(index, index + 1, sign[1], vocabulary.singles[sign[1]], None, False, False), *placed]


def _ends_in_space(token: Token) -> bool:
    return token.text[-1:].isspace()


def _with_words(tokens: Sequence[Token], keys: Sequence[str], index: int, vocabulary: Vocabulary) -> ValuePiece:
    positional = _positional(keys, index)
    if positional:
        text = "".join(str(_POSITIONAL[key]) for key in keys[index : index + positional])
        figure = read_figure(text, "", None)
        return ValuePiece(index, index + positional, text, _NOTHING, figure, False, False)
    size, senses = vocabulary.expression(keys, index)
    is_raised = size > 1 and keys[index + size - 1].isdecimal() and not senses.keys().isdisjoint(_UNITS)
    if is_raised and _ends_in_space(tokens[index + size - 2]):
        # `5 cm 3 days later`: the figure raises nothing.
        size, senses = vocabulary.expression(keys[: index + size - 1], index)
    end = index + max(1, size)
    capital = tokens[index].text[:1].isupper()
    return ValuePiece(
        index,
        end,
        "".join(keys[index:end]),
        senses,
        None,
        capital,
        end == len(tokens) or _ends_in_space(tokens[end - 1]),
    )


def _positional(keys: Sequence[str], index: int) -> int:
    """How many digits of a number that is written digit by digit begin here: 二〇二四 is 2024, 三四 is not 34."""
    end = index
    while end < len(keys) and end - index < LONGEST and keys[end] in _POSITIONAL:
        end += 1
    return end - index if end - index >= 4 else 0


def _compound(tokens: Sequence[Token], index: int, key: str, vocabulary: Vocabulary) -> list[ValuePiece]:
    parts = vocabulary.compound_with_particle(key) if vocabulary.language == "ko" else vocabulary.compound(key)
    spaced = _ends_in_space(tokens[index])
    return [
        ValuePiece(index, index + 1, key, {**part, "written-together": "", "starts": ""}, None, False, spaced)
        for part in parts
    ]


def _with_digits(tokens: Sequence[Token], keys: Sequence[str], index: int, vocabulary: Vocabulary) -> list[ValuePiece]:
    """A figure, and what is written together with it."""
    if vulgar := _vulgar(tokens[index].text):
        figure = WrittenFigure(len(keys[index]), (vulgar,), 1)
        return [
            ValuePiece(index, index + 1, keys[index], {"vulgar": vulgar}, figure, False, _ends_in_space(tokens[index]))
        ]
    if set(tokens[index].text.strip()) <= _RAISED:
        return [ValuePiece(index, index + 1, keys[index], _NOTHING)]  # the mark of a note
    if power := _power(tokens, keys, index):
        return [power]
    if len(keys[index]) > LONGEST:
        # Nothing of such a length is read, so that a run of 100,000 digits costs no more than its length.
        figure = WrittenFigure(len(keys[index]), is_code=True)
        return [ValuePiece(index, index + 1, keys[index], _NOTHING, figure, False, _ends_in_space(tokens[index]))]
    joined, ends = keys[index], [len(keys[index])]
    for position in range(index + 1, min(index + _TOKENS_OF_A_FIGURE, len(tokens))):
        if len(keys[position]) > LONGEST or unicodedata.category(tokens[position].text[:1]) == "No":
            break
        joined += (" " if _ends_in_space(tokens[position - 1]) else "") + keys[position]
        ends.append(len(joined))
    if (day := _DAY_AND_YEAR.match(joined)) and vocabulary.decimal[:1] == "." and ends[0] == day.end():
        return _day_and_year(day, index, tokens)
    figure = read_figure(joined, vocabulary.decimal, vocabulary.month_first)
    within = next((number for number, end in enumerate(ends) if end >= figure.size), len(ends) - 1)
    end = index + within + 1
    spaced = end == len(tokens) or _ends_in_space(tokens[end - 1])
    tail = joined[figure.size : ends[within]]
    piece = ValuePiece(index, end, joined[: figure.size], _NOTHING, figure, False, spaced and not tail)
    return [piece, *_tail(tail, index, end, tokens, vocabulary, spaced)] if tail else [piece]


def _day_and_year(match: re.Match[str], index: int, tokens: Sequence[Token]) -> list[ValuePiece]:
    """`December 1,1997`: a day and a year of one token, which no figure is where a comma groups thousands."""
    day, year = (read_figure(number, "", None) for number in match.groups())
    spaced = _ends_in_space(tokens[index])
    return [
        ValuePiece(index, index + 1, match[1], _NOTHING, day, False, False),
        ValuePiece(index, index + 1, ",", _NOTHING, None, False, True),
        ValuePiece(index, index + 1, match[2], _NOTHING, year, False, spaced),
    ]


def _tail(
    tail: str, start: int, end: int, tokens: Sequence[Token], vocabulary: Vocabulary, spaced: bool
) -> list[ValuePiece]:
    """What is written together with a figure, as pieces of the same token. What is no word at all makes it a code."""
    capital = tokens[end - 1].text.strip()[-1:].isupper()
    letters = tail.rstrip(".")
    scale = _SCALE_LETTERS.get(letters)
    if letters.isascii() or "\u00c0" <= letters[:1] <= "\u024f":
        senses: dict[str, Payload] = dict(vocabulary.singles.get(letters, {}))
        if scale is not None:
            senses["loose-scale" if letters in _NOT_ALONE else "scale"] = Fraction(scale)
        if letters in ("s", "er") and "ordinal-end" not in senses:
            senses["decade-end"] = ""
        if not senses and any(letter.isdigit() for letter in tail):
            senses["not-a-word"] = ""
        return [
            ValuePiece(
                start, end, letters, {**senses, "attached": ""} if senses else {"not-a-word": ""}, None, capital, spaced
            )
        ]
    return _run_of_words(letters, start, end, vocabulary, spaced)


def _run_of_words(text: str, start: int, end: int, vocabulary: Vocabulary, spaced: bool) -> list[ValuePiece]:
    """Words of a script that puts no space before them, cut one after the other; particles at the end are left."""
    pieces: list[ValuePiece] = []
    position = 0
    while position < len(text):
        if text[position].isdecimal():
            figure = read_figure(text[position:], vocabulary.decimal, vocabulary.month_first)
            pieces.append(
                ValuePiece(start, end, text[position : position + figure.size], _NOTHING, figure, False, False)
            )
            position += figure.size
            continue
        after, senses = vocabulary.prefix_of(text, position)
        if after == position:
            break
        pieces.append(ValuePiece(start, end, text[position:after], {**senses, "attached": ""}, None, False, False))
        position = after
    if pieces:
        pieces[-1] = pieces[-1]._replace(spaced=spaced)
    return pieces


def _power(tokens: Sequence[Token], keys: Sequence[str], index: int) -> ValuePiece | None:
    """10²: another figure than 10 and than 102. Not 2024², where the small figure is the mark of a note."""
    if index + 1 >= len(tokens) or _ends_in_space(tokens[index]) or len(keys[index]) >= _YEAR_DIGITS:
        return None
    end = index + 1
    while end < len(tokens) and not _ends_in_space(tokens[end - 1]) and set(tokens[end].text.strip()) <= _RAISED:
        end += 1
    exponent = unicodedata.normalize("NFKC", "".join([token.text for token in tokens[index + 1 : end]])).strip()
    if not keys[index].isdecimal() or not exponent.isdecimal() or len(exponent) > _EXPONENT_DIGITS:
        return None
    text = f"{keys[index]}^{exponent}"
    if len(keys[index]) * int(exponent) > LONGEST:
        figure = WrittenFigure(len(text), is_code=True)
    else:
        number = int(keys[index]) ** int(exponent)
        figure = WrittenFigure(len(text), (Fraction(number),), len(str(number)))
    return ValuePiece(index, end, text, _NOTHING, figure, False, _ends_in_space(tokens[end - 1]))


def _vulgar(text: str) -> Fraction | None:
    """½, ¾: digits by their compatibility form, which would read 2½ as 21/2."""
    text = text.strip()
    if len(text) != 1 or unicodedata.category(text) != "No" or text.isdigit():
        return None
    return Fraction(unicodedata.numeric(text)).limit_denominator(1000)
