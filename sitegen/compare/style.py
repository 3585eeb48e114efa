"""Whether the two sides of an edit say the same in other signs, and in which: the kinds of style.

A kind of style fits only where nothing else differs. The widest is asked first: `format` sets aside how numbers, days
and units are written and also spelling; `spelling` also marks; `punctuation` also quotation marks and dashes.
"""

import unicodedata
from collections.abc import Sequence

from sitegen.compare.atoms import Atom, is_currency
from sitegen.compare.lists import is_mark
from sitegen.compare.orthography import seen, unaccented
from sitegen.compare.sides import Side
from sitegen.model import ChangeKind, Token
from sitegen.text.lookalikes import one_script

POINTS = ("date", "month", "weekday", "day", "time", "year")
"""Classes that say when."""
_VALUES = ("number", "ordinal", "date", "time", "month", "weekday")
_VALUED = (*_VALUES, "unit")


def kind_of_equal(left: Token, right: Token) -> ChangeKind | None:
    """The kind of the difference between two tokens of one key, space aside; None when they print the same."""
    text, other = left.text.rstrip(), right.text.rstrip()
    if text == other:
        return None
    letters, other_letters = _letters(text), _letters(other)
    if letters == other_letters:
        return "typography"
    if letters.lower() == other_letters.lower() or letters.isupper() or other_letters.isupper():
        return "case"
    return "spelling"


def differ_in_space(left: Token, right: Token) -> bool:
    """Whether other spaces follow two tokens: a no-break space, or two. Where a line ends is no matter."""
    space, other = left.text[len(left.text.rstrip()) :], right.text[len(right.text.rstrip()) :]
    return space != other and space.translate(_LINES) != other.translate(_LINES)


_LINES = str.maketrans("\n\r\t", "   ")


def _letters(text: str) -> str:
    """The letters and digits of a token, foreign look-alikes made its own."""
    return "".join(filter(str.isalnum, unicodedata.normalize("NFKC", one_script(text))))


def style_of(left: Side, right: Side) -> ChangeKind | None:
    """The kind of an edit whose sides say the same in other signs; None where they do not."""
    words, others = left.keys, right.keys
    if words == others:
        if _marks(left.edited) == _marks(right.edited):
            return "typography"
        return "quotation" if turned(left, right) else "punctuation"
    ascii_alone = all(map(str.isascii, (*words, *others)))
    if (
        not ascii_alone
        and list(map(seen, words)) == list(map(seen, others))
        and _marks(left.edited) == _marks(right.edited)
    ):
        return "typography"
    if words and others and not turned(left, right):
        values = left.has(*_VALUED) and right.has(*_VALUED)
        figures = values and any(key[:1].isdecimal() for key in (*words, *others))
        if figures and _same_values(left, right):
            return "format"
        if _spelt_alike(left, right):
            return "spelling"
        if values and _same_values(left, right):
            return "format"
    return "format" if _currency_alone(left, right) or _currency_alone(right, left) else None


def _marks(tokens: Sequence[Token]) -> str:
    """The marks in one style: quotation marks single or double, dashes of any length, points of an ellipsis."""
    marks = "".join(["''" if token.text.strip() in _SINGLE else token.key for token in tokens if is_mark(token.key)])
    for many, one in (("``", '"'), ("''", '"'), ("'", '"'), ("--", "-"), ("--", "-")):
        marks = marks.replace(many, one)
    return marks


_SINGLE = frozenset("‘’‚‛‹›")
"""Marks that stand for a whole quotation mark, where two straight ones are needed for one."""


def _look_alike(words: Sequence[str], others: Sequence[str]) -> bool:
    """Whether nothing differs but what cannot be seen; words of ASCII show all they are."""
    return not all(map(str.isascii, (*words, *others))) and list(map(seen, words)) == list(map(seen, others))


def _spelt_alike(left: Side, right: Side) -> bool:
    """organise, organize; cease-fire, ceasefire; Erdoğan, Erdogan."""
    said, other = (_spelt(side) for side in (left, right))
    if said == other or (said.isascii() and other.isascii()):
        return said == other
    for side in (left, right):
        names = all(token.text[:1].isupper() for token in side.edited if not is_mark(token.key))
        if side.lists.language == "vi" or not (names or side.lists.language == "en"):
            return False
    return unaccented(said) == unaccented(other)


def _spelt(side: Side) -> str:
    return "".join([side.lists.spell(key) for key in side.keys])


def _same_values(left: Side, right: Side) -> bool:
    """Whether numbers, days and units are the same ones, and the other words are the same, wherever they stand."""
    sides = (left, right)
    dated = all(side.has(*POINTS) for side in sides)
    words = [[atom.word for atom in side.atoms if not _is_value(atom, dated)] for side in sides]
    values = [[atom.readings(*_VALUES) for atom in side.atoms if atom.is_a(*_VALUES)] for side in sides]
    units = [{min(atom.readings("unit")) for atom in side.atoms if atom.is_a("unit")} for side in sides]
    return words[0] == words[1] and match(values[0], values[1]) and _same_units(units[0], units[1], bool(values[0]))


def _is_value(atom: Atom, dated: bool) -> bool:
    return atom.is_a(*_VALUED) or (dated and atom.is_a("glue", "clock"))


def match(some: Sequence[frozenset[str]], others: Sequence[frozenset[str]]) -> bool:
    """Whether each has a partner with a reading in common."""
    rest = list(others)
    for readings in some:
        partner = next((one for one in rest if one & readings), None)
        if partner is None:
            return False
        rest.remove(partner)
    return not rest


def _same_units(some: set[str], others: set[str], numbers: bool) -> bool:
    """A currency may be left out where the number stands."""
    return some == others or (numbers and not (some and others) and all(map(is_currency, some | others)))


def _currency_alone(side: Side, other: Side) -> bool:
    """Whether the edit gives or drops the sign of a sum that stays."""
    if other.words or not side.has("unit") or not side.only("unit") or not side.beside("number"):
        return False
    return all(is_currency(min(atom.readings("unit"))) for atom in side.atoms)


def turned(left: Side, right: Side) -> bool:
    """Whether what stands beside the edit is quoted on one side and not on the other."""
    return left.borders != right.borders
