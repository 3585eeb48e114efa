"""Reads tokens as atoms: words, expressions of several words, numbers, dates, each with what it stands for.

`US$2,000`, `2.000 USD` and `two thousand dollars` are a number and a unit, the same ones. Knows nothing of kinds.
"""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from sitegen.compare.figures import in_thousands, read_figure, time_of, value_of
from sitegen.compare.lists import JOINING, Word, WordLists, is_mark
from sitegen.model import Span, Token

_NO_CLASS: frozenset[str] = frozenset()
_AHEAD = 8
"""Tokens that one figure may be made of: `2 400 000,50`."""
_ORDINAL_ENDINGS = frozenset(["st", "nd", "rd", "th", "o", "a", "er", "e", "ème", "eme", "re", "te", "ten"])
_SCALES = {"k": 1000, "m": 10**6, "mn": 10**6, "mln": 10**6, "mio": 10**6, "b": 10**9, "bn": 10**9, "mrd": 10**9}
_OF_MONEY_ALONE = frozenset("mb")
_MONEY = frozenset(
    ["usd", "gbp", "eur", "jpy", "cny", "inr", "rub", "krw", "vnd", "try", "ils", "chf", "cad", "aud", "thb", "crown"]
)
_HOUR = re.compile(r"([01]?\d|2[0-4])(?:\.([0-5]\d))?")


class Atom(NamedTuple):
    """Some tokens that mean one thing."""

    start: int
    end: int
    word: str
    """In the one spelling that stands for all of its spellings."""
    stands: tuple[tuple[str, str], ...] = ()
    """Classes it is in, each with what it stands for there; two of one class are two readings."""
    text: str = ""
    """As it is written, folded."""
    classes: frozenset[str] = frozenset()
    is_mark: bool = False
    """Whether it is neither word nor number nor a sign that stands for one."""

    def is_a(self, *classes: str) -> bool:
        """Whether it is in one of these classes."""
        return bool(self.classes) and not self.classes.isdisjoint(classes)

    def readings(self, *classes: str) -> frozenset[str]:
        """What it may stand for in these classes; in any, where none is named."""
        return frozenset([value for name, value in self.stands if not classes or name in classes])


_new = tuple.__new__
"""Makes an atom of all its values at once: most of what is read are lone words, and this is three times as fast."""


def read_atoms(
    tokens: Sequence[Token], lists: WordLists, *, words: Sequence[Word] | None = None, within: Span | None = None
) -> tuple[Atom, ...]:
    """The tokens as atoms, in order, none left out; of those `within` a range alone, where one is given.

    `words` saves looking the tokens up where a caller has done so.
    """
    words = words or [lists.word(token.key, token.text[:1].isupper()) for token in tokens]
    at, end = within or (0, len(tokens))
    keys = [word.key for word in words[:end]]
    atoms: list[Atom] = []
    joins, numbers = False, 0
    while at < end:
        word = words[at]
        if not word.begins:
            atom = _new(Atom, (at, at + 1, word.word, word.stands, word.key, word.classes, word.is_mark))
        elif word.key[:1].isdecimal():
            atom = _figure(tokens, keys, at, end, lists)
        else:
            atom = _expression(tokens, keys, at, lists, word)
        if atom.classes:
            joins = joins or not JOINING.isdisjoint(atom.classes)
            numbers += "number" in atom.classes
        atoms.append(atom)
        at = atom.end
    if numbers > 1:
        atoms = _sums(atoms)
    return tuple(_dates(atoms) if joins else atoms)


def atom_of(word: Word, at: int) -> Atom:
    """A token that means something by itself alone."""
    return _new(Atom, (at, at + 1, word.word, word.stands, word.key, word.classes, word.is_mark))


def _expression(tokens: Sequence[Token], keys: Sequence[str], at: int, lists: WordLists, alone: Word) -> Atom:
    entries = lists.at(keys, at)
    if not entries:
        return _whole(at, at + 1, alone.word, (), alone.key)
    if len(entries[0][0]) == 1 and not lists.capitals and "unit" not in alone.classes:
        return atom_of(alone, at)
    if entries and lists.capitals:
        capital = tokens[at].text[:1].isupper()
        if not capital:
            entries = tuple(entry for entry in entries if entry[1] not in ("month", "weekday"))
        elif at and any(entry[1] == "month" for entry in entries):
            entries = tuple(entry for entry in entries if entry[1] in ("month", "short"))
    if any(entry[1] == "unit" for entry in entries):
        entries = tuple(entry for entry in entries if entry[1] != "number")
    size = len(entries[0][0]) if entries else 1
    word = "".join([lists.spell(token.key) for token in tokens[at : at + size]])
    text = "".join(keys[at : at + size])
    stands = tuple((name, value) for _, name, value in entries)
    return _whole(at, at + size, word, stands, text)


def _whole(start: int, end: int, word: str, stands: tuple[tuple[str, str], ...], text: str) -> Atom:
    if not stands:
        return Atom(start, end, word, (), text, _NO_CLASS, is_mark(word))
    classes = frozenset([name for name, _ in stands])
    return Atom(start, end, word, stands, text, classes)


def _figure(tokens: Sequence[Token], keys: Sequence[str], at: int, last: int, lists: WordLists) -> Atom:
    """A figure that begins with a digit, and the letters written together with it, none from `last` on."""
    joined, ends = "", []
    for index in range(at, min(at + _AHEAD, last)):
        if index > at and unicodedata.category(tokens[index].text[:1]) == "No":
            break
        joined += keys[index]
        ends.append(len(joined))
        joined += " " if tokens[index].text[-1:].isspace() else ""
    name, readings, size = read_figure(joined, lists.decimal)
    if size not in ends:
        inside = next((end for end in ends if end > size), len(joined))
        starts = ends[ends.index(inside) - 1] if inside in ends and inside != ends[0] else 0
        if starts:
            name, readings, size = read_figure(joined[:starts].rstrip(), lists.decimal)
            inside = next((end for end in ends if end >= size), starts)
        rest = joined[size:inside].strip()
        end = at + ends.index(inside) + 1 if inside in ends else at + 1
        if rest:
            return _with_letters(at, end, joined[:inside].strip(), readings, rest, keys, lists)
    else:
        end = at + ends.index(size) + 1
    money = _is_currency(keys, at - 1, lists) or _is_currency(keys, end, lists)
    if name == "number" and money:
        readings = in_thousands(readings, joined[:size])
    following = lists.at(keys, end) if name == "number" and end < len(keys) else ()
    if any(entry[1] == "clock" for entry in following) and (hour := _HOUR.fullmatch(joined[:size])):
        reading = time_of(int(hour[1]), int(hour[2] or 0))
        return _atom(at, end + len(following[0][0]), joined[:size], "time", (reading,))
    return _atom(at, end, joined[:size], name, readings)


def _with_letters(
    at: int,
    end: int,
    text: str,
    readings: tuple[str, ...],
    rest: str,
    keys: Sequence[str],
    lists: WordLists,
) -> Atom:
    """`3rd`, `2m`, `40km`; anything else (`4x4`) is a word."""
    value = value_of(readings[0])
    if rest in _ORDINAL_ENDINGS and value is not None:
        return _atom(at, end, text, "ordinal", readings)
    scale = _SCALES.get(rest)
    if scale and value is not None and (rest not in _OF_MONEY_ALONE or _is_currency(keys, at - 1, lists)):
        return _atom(at, end, text, "number", (f"#{value * scale}",))
    units = [entry for entry in lists.entries.get(rest, ()) if entry[1] == "unit"]
    if units:
        return _whole(at, end, text, (*(("number", one) for one in readings), ("unit", units[0][2])), text)
    return _whole(at, at + 1, lists.spell(keys[at]), (("code", keys[at]),), keys[at])


def _atom(start: int, end: int, text: str, name: str, readings: Iterable[str]) -> Atom:
    return _whole(start, end, text, tuple((name, one) for one in readings), text)


def _is_currency(keys: Sequence[str], at: int, lists: WordLists) -> bool:
    entries = lists.at(keys, at) if 0 <= at < len(keys) else ()
    return any(name == "unit" and is_currency(value) for _, name, value in entries)


def is_currency(unit: str) -> bool:
    """Whether a unit is one of money: by its ISO code, or a crown of any country."""
    return unit in _MONEY


def _sums(atoms: list[Atom]) -> list[Atom]:
    """Number words and scales joined: `two hundred and six`, `2.4 million`."""
    joined: list[Atom] = []
    at = 0
    while at < len(atoms):
        end, atom = _sum_at(atoms, at) if "number" in atoms[at].classes else (at + 1, atoms[at])
        joined.append(atom)
        at = end
    return joined


def _sum_at(atoms: Sequence[Atom], at: int) -> tuple[int, Atom]:
    """The longest number that begins here, and where it ends."""
    first = value_of(min(atoms[at].readings("number")))
    if first is None or len(atoms[at].readings("number")) > 1:
        return at + 1, atoms[at]
    total, current, last = first * 0, first, first
    in_digits = atoms[at].text[:1].isdecimal()
    end, index = at + 1, at + 1
    while index < len(atoms):
        step = index + 1 if atoms[index].is_a("joiner") and not in_digits and last >= 20 else index
        if step >= len(atoms) or not atoms[step].is_a("number") or atoms[step].text[:1].isdecimal():
            break
        value = value_of(min(atoms[step].readings("number")))
        if value is None:
            break
        if value >= 1000 and value > last:
            total, current = total + current * value, current * 0
        elif value == 100 and 0 < current < 100:
            current *= 100
        elif (
            not in_digits
            and value < 1000
            and (last >= 1000 or (last >= 100 > value) or (last % 10 == 0 < last and value < 10))
        ):
            current += value
        else:
            break
        last, end, index = value, step + 1, step + 1
    if end == at + 1:
        return end, atoms[at]
    text = " ".join([atom.text for atom in atoms[at:end]])
    return end, _atom(atoms[at].start, atoms[end - 1].end, text, "number", (f"#{total + current}",))


def _dates(atoms: list[Atom]) -> list[Atom]:
    """Days joined with their months and years, periods with the word that makes a time of them."""
    found: list[Atom] = []
    at = 0
    while at < len(atoms):
        atom = atoms[at]
        end, atom = (at + 1, atom) if JOINING.isdisjoint(atom.classes) else _date_at(atoms, at)
        found.append(atom)
        at = end
    return found


def _date_at(atoms: Sequence[Atom], at: int) -> tuple[int, Atom]:
    atom = atoms[at]
    if atom.is_a("month"):
        month = min(atom.readings("month")).removeprefix("month:")
        after = at + 2 if [one.word for one in atoms[at + 1 : at + 2]] == ["."] else at + 1
        day = _day(atoms, after)
        return _dated(atoms, at, after + 1 if day else at + 1, month, day)
    if day := _day(atoms, at):
        index = _skip(atoms, at + 1, 2)
        if index < len(atoms) and atoms[index].is_a("month"):
            return _dated(atoms, at, index + 1, min(atoms[index].readings("month")).removeprefix("month:"), day)
    if atom.is_a("number") and at + 1 < len(atoms) and atoms[at + 1].is_a("datemark"):
        return _eastern(atoms, at)
    if atom.is_a("number") and at + 1 < len(atoms) and atoms[at + 1].is_a("period"):
        return _ago(atoms, at)
    if atom.is_a("number") and _year(atoms, at):
        stands = (*atom.stands, ("year", _year(atoms, at)))
        return at + 1, _whole(atom.start, atom.end, atom.word, stands, atom.text)
    return at + 1, atom


def _dated(atoms: Sequence[Atom], at: int, end: int, month: str, day: str) -> tuple[int, Atom]:
    after = _skip(atoms, end, 2)
    year = _year(atoms, after) if after < len(atoms) else ""
    end = after + 1 if year else end
    if not day and not year and atoms[at].is_a("short"):
        return at + 1, _whole(atoms[at].start, atoms[at].end, atoms[at].word, (), atoms[at].text)
    tail = f"-{year}" if year else ""
    reading = f"date:{day}-{month}{tail}" if day else f"month:{month}{tail}"
    text = " ".join([atom.text for atom in atoms[at:end]])
    return end, _atom(atoms[at].start, atoms[end - 1].end, text, "date", (reading,))


def _eastern(atoms: Sequence[Atom], at: int) -> tuple[int, Atom]:
    """`3月5日`, `2014年`."""
    parts: list[str] = []
    end = at
    while end + 1 < len(atoms) and atoms[end].is_a("number") and atoms[end + 1].is_a("datemark"):
        parts.append(f"{min(atoms[end].readings('number'))}{atoms[end + 1].text}")
        end += 2
    return end, _atom(atoms[at].start, atoms[end - 1].end, "".join(parts), "date", ("".join(parts),))


def _ago(atoms: Sequence[Atom], at: int) -> tuple[int, Atom]:
    """`three days ago`, `vor drei Tagen`: a time; without such a word a length, and a number."""
    before = at and atoms[at - 1].is_a("ago")
    after = at + 2 < len(atoms) and atoms[at + 2].is_a("ago")
    if not before and not after:
        return at + 1, atoms[at]
    reading = f"ago:{min(atoms[at].readings('number'))} {min(atoms[at + 1].readings('period'))}"
    text = f"{atoms[at].text} {atoms[at + 1].text}"
    return at + 2, _atom(atoms[at].start, atoms[at + 1].end, text, "date", (reading,))


def _day(atoms: Sequence[Atom], at: int) -> str:
    """The day of a month that an atom may be; empty for none."""
    if at >= len(atoms) or not atoms[at].is_a("number", "ordinal"):
        return ""
    value = value_of(min(atoms[at].readings("number", "ordinal")))
    return str(value) if value is not None and value.denominator == 1 and 1 <= value <= 31 else ""


def _year(atoms: Sequence[Atom], at: int) -> str:
    text = atoms[at].text
    return text if len(text) == 4 and text.isdecimal() and 1500 <= int(text) < 2100 else ""


def _skip(atoms: Sequence[Atom], at: int, most: int) -> int:
    """Past the words and marks that stand inside a date."""
    for _ in range(most):
        if at < len(atoms) and (atoms[at].is_a("glue") or atoms[at].word in (",", ".", "/", "-")):
            at += 1
    return at
