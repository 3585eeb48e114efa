"""Whether the two sides of an edit say the same in other signs, and in which: the kinds of style.

A kind of style fits only where nothing else differs. The widest is asked first: `format` sets aside how numbers, days
and units are written and also spelling; `spelling` also marks; `punctuation` also quotation marks and dashes.

Numbers keep their order: `2-1` against `1-2` is another score. Free is only the order inside one date, which is one
atom (`3 March`, `March 3`), of a unit and its number (`2 crowns`, `Cr 2`), and of a weekday, a date and a time of day.
"""

import re
import unicodedata
from collections.abc import Sequence

from sitegen.compare.atoms import Atom, is_currency
from sitegen.compare.figures import value_of
from sitegen.compare.lists import is_mark
from sitegen.compare.orthography import seen, unaccented
from sitegen.compare.sides import Side
from sitegen.model import ChangeKind, Token
from sitegen.text.lookalikes import one_script

POINTS = ("date", "month", "weekday", "day", "time", "year")
"""Classes that say when."""
WHEN = (*POINTS, "near", "ago", "small", "glue", "period", "number", "ordinal", "clock", "datemark")
"""They, and those of what may stand beside them."""
_VALUES = ("number", "ordinal", "multiple", "date", "time", "month", "weekday")
_VALUED = (*_VALUES, "unit")
_APART = ("weekday", "time")
"""Classes that may stand before or after a date."""
_AMOUNT = ("number", "multiple")


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
    """The words in one spelling, joined; two numbers stay two."""
    spelt = ""
    for key in side.keys:
        word = side.lists.spell(key)
        spelt += f" {word}" if spelt[-1:].isdigit() and word[:1].isdigit() else word
    return spelt


def _same_values(left: Side, right: Side) -> bool:
    """Whether numbers, days and units are the same ones in the same order, and stand among the same other words."""
    sides = (left, right)
    dated = all(side.has(*POINTS) for side in sides)
    if _pattern(left, dated) == _pattern(right, dated) or all(map(_is_range, sides)):
        values = [[atom for atom in side.atoms if atom.is_a(*_VALUES)] for side in sides]
        units = [{min(atom.readings("unit")) for atom in side.atoms if atom.is_a("unit")} for side in sides]
        if match(values[0], values[1]) and _same_units(units[0], units[1], bool(values[0])):
            return True
    return _same_shares(left, right)


def _pattern(side: Side, dated: bool) -> list[str]:
    """The words of a side in order, each run of values as one sign: `# ewes and # rams`."""
    pattern: list[str] = []
    others = set(_others(side, dated))
    for atom in side.atoms:
        if atom in others:
            pattern.append(atom.word)
        elif atom.is_a(*_VALUED) and pattern[-1:] != ["#"]:
            pattern.append("#")
    return pattern


def _others(side: Side, dated: bool) -> list[Atom]:
    """The atoms that are neither values nor what may come and go beside them: `of` in a date, `de` before a unit."""
    found: list[Atom] = []
    counted = False
    for at, atom in enumerate(side.atoms, start=1):
        glue = atom.is_a("glue") and (dated or (counted and at == len(side.atoms)))
        if not (atom.is_a(*_VALUED) or glue or (dated and atom.is_a("clock"))):
            found.append(atom)
        counted = atom.is_a("number", "multiple")
    return found


def _is_range(side: Side) -> bool:
    """Whether a side is two numbers with a dash between them, or words that say what it says: `from 3 to 5`."""
    numbers = [atom for atom in side.atoms if atom.is_a("number", "time", "date")]
    if len(numbers) != 2:
        return False
    words = tuple(atom.word for atom in side.atoms if not atom.is_a(*_VALUED))
    dash = any(token.key == "-" for token in side.tokens[numbers[0].end : numbers[1].start])
    return words in side.lists.ranges or (dash and not words)


def _same_shares(left: Side, right: Side) -> bool:
    """Half, 50 %: a share in words against one in percent, with nothing but small words beside."""
    percent, words = (left, right) if _is_percent(left) else (right, left)
    if not (_is_percent(percent) and words.has("multiple") and not words.has("unit")):
        return False
    if any(not atom.is_a("small") for side in (left, right) for atom in _others(side, False)):
        return False
    shares = [
        [value_of(min(atom.readings(*_AMOUNT))) for atom in side.atoms if _is_amount(atom)] for side in (words, percent)
    ]
    return shares[0] == [part / 100 for part in shares[1] if part is not None]


def _is_percent(side: Side) -> bool:
    return side.has("number") and {unit for atom in side.atoms for unit in atom.readings("unit")} == {"percent"}


def _is_amount(atom: Atom) -> bool:
    return atom.is_a(*_AMOUNT)


def match(some: Sequence[Atom], others: Sequence[Atom]) -> bool:
    """Whether two runs of values are the same ones, in the same order; a weekday or a time may stand elsewhere."""
    if _in_order(some, others):
        return True
    for name in _APART:
        apart = [[atom for atom in side if atom.is_a(name)] for side in (some, others)]
        if len(apart[0]) > 1 or not _in_order(*apart):
            return False
    rest = [[atom for atom in side if not atom.is_a(*_APART)] for side in (some, others)]
    return any(atom.is_a(*_APART) for atom in some) and _in_order(*rest)


def _in_order(some: Sequence[Atom], others: Sequence[Atom]) -> bool:
    return len(some) == len(others) and all(map(_same_value, some, others))


def _same_value(atom: Atom, other: Atom) -> bool:
    """Whether both may stand for the same; 3/6 and 6/3, written in one form, are two days."""
    if atom.readings(*_VALUES, *POINTS).isdisjoint(other.readings(*_VALUES, *POINTS)):
        return False
    if not (atom.is_a("date") and other.is_a("date")) or not _is_digits(atom.text, other.text):
        return True
    forms = [_DIGITS.sub("0", text) for text in (atom.text, other.text)]
    parts = [[part.lstrip("0") for part in _DIGITS.findall(text)] for text in (atom.text, other.text)]
    return forms[0] != forms[1] or parts[0] == parts[1]


_DIGITS = re.compile(r"[0-9]+")


def _is_digits(*texts: str) -> bool:
    return all(text.isascii() and not any(map(str.isalpha, text)) for text in texts)


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
