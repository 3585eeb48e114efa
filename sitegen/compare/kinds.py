"""Says what kind of change an edit is. The list is closed; docs/content.md explains each kind to readers.

First the kinds of style, which fit only where nothing else differs (style.py). Then `PRECEDENCE`: where two kinds fit,
the more consequential one wins. Knows nothing of rows; see edits.py for what stands around an edit.
"""

from collections.abc import Callable, Sequence

from sitegen.compare.atoms import Atom
from sitegen.compare.sides import Side
from sitegen.compare.style import POINTS, match, style_of, turned
from sitegen.model import ChangeKind

_FIGURE_UP_TO, _ATTRIBUTION_UP_TO, _CLAUSE_UP_TO, _QUOTED_UP_TO, _FREED_UP_TO = 24, 14, 12, 24, 12
_DATE_UP_TO, _NAME_UP_TO, _HEDGE_UP_TO = 16, 8, 8
"""Words of both sides together (of one side for a name) up to which an edit is small enough to be of a kind."""
_NUMBERS = ("number", "ordinal", "multiple")
_TURNED_UP_TO = 24
"""Words of both sides together up to which a negation more or less is looked for in sides that say much the same."""
_ROOT = 3
"""Letters of the shortest word that may stand in a longer form of it."""
_BESIDE_MARKS_UP_TO = 3
"""Words put in or taken out with a quotation mark that still make no cut or addition."""


def kind_of(left: Side, right: Side) -> ChangeKind:
    """The kind of an edit whose keys differ. One of the sides may be empty."""
    style = style_of(left, right)
    if style:
        return style
    if not (left.words and right.words) and not (left.quoted or right.quoted) and (left.is_whole or right.is_whole):
        return "cut" if left.words else "addition"
    classes = left.classes | right.classes
    for kind, fits in PRECEDENCE:
        needed = _NEEDED.get(kind)
        if needed and classes.isdisjoint(needed):
            continue
        if fits(left, right):
            return kind
    if left.words and right.words:
        return "wording"
    return "cut" if left.words else "addition"


def _total(left: Side, right: Side) -> int:
    return left.words + right.words


def _is_figure(left: Side, right: Side) -> bool:
    """Another number or unit, or a number against a vague one or none."""
    if _total(left, right) > _FIGURE_UP_TO:
        return False
    numbers, others = _numbers(left, right), _numbers(right, left)
    if numbers and others:
        if not match(numbers, others) and not _same_counts(left, right, numbers, others):
            return True
    elif numbers or others:
        counted, vague = (left, right) if numbers else (right, left)
        return vague.has("quantity") or (
            counted.only(*_NUMBERS, "rough", "unit", "small", "joiner")
            and vague.only("rough", "small", "unit", "negation")
            and not counted.numbers_a_list
        )
    return _other_unit(left, right)


def _same_counts(left: Side, right: Side, numbers: Sequence[Atom], others: Sequence[Atom]) -> bool:
    """Whether each number stands before the same word as in the other text: 12 ewes and 3 rams, 3 rams and 12 ewes."""
    counted = [
        sorted((min(atom.readings(*_NUMBERS)), _counted(side, atom)) for atom in found)
        for side, found in ((left, numbers), (right, others))
    ]
    return counted[0] == counted[1] and all(word for _, word in counted[0])


def _counted(side: Side, number: Atom) -> str:
    """The word right after a number, where it says something."""
    following = next((atom for atom in (*side.atoms, *side.after[:1]) if atom.start >= number.end), None)
    return following.word if following and not following.is_a("small", *_NUMBERS) else ""


def _numbers(side: Side, other: Side) -> list[Atom]:
    """The numbers of a side, years left out.

    `one`, `second` and their like count only against a number, or where no other words stand.
    """
    sure = any(_is_number(atom) for atom in (*side.atoms, *other.atoms))
    if sure or (side.only("weak") and other.only("weak")):
        return [atom for atom in side.atoms if atom.is_a(*_NUMBERS) and not atom.is_a("year")]
    return []


def _is_number(atom: Atom) -> bool:
    return atom.is_a(*_NUMBERS) and not atom.is_a("weak", "year")


def _other_unit(left: Side, right: Side) -> bool:
    """2 crowns, 2 euros."""
    units = [{min(atom.readings("unit")) for atom in side.atoms if atom.is_a("unit")} for side in (left, right)]
    if units[0] and units[1]:
        return units[0] != units[1] and left.beside("number") and right.beside("number")
    return bool(units[0] or units[1]) and all(map(_is_counted, (left, right)))


def _is_counted(side: Side) -> bool:
    """Whether a side is one word right after a number: 40 litres, 40 jars."""
    alone = len(side.atoms) == 1 and not side.atoms[0].is_a("small", *_NUMBERS)
    return alone and side.span[0] > 0 and side.tokens[side.span[0] - 1].key[:1].isdecimal()


def _is_attribution(left: Side, right: Side) -> bool:
    """Another verb of saying, another speaker, or a clause that says who says so."""
    if left.quoted and right.quoted:
        return False
    if not (left.words and right.words):
        return _is_clause(left if left.words else right)
    if _total(left, right) > _ATTRIBUTION_UP_TO:
        return False
    if _verbs(left) != _verbs(right):
        return True
    near = any(atom.is_a("reporting") for side in (left, right) for atom in (*side.before[-1:], *side.after[:3]))
    return (near or bool(_verbs(left))) and _speakers(left) != _speakers(right)


def _verbs(side: Side) -> frozenset[str]:
    said = [atom for atom in side.atoms if atom.is_a("reporting") and not _is_noun(side, atom)]
    return frozenset(value for atom in said for value in atom.readings("reporting"))


def _is_noun(side: Side, atom: Atom) -> bool:
    """Whether a capital in the middle of a sentence shows that it is no verb."""
    return side.capital_inside(atom)


def _speakers(side: Side) -> frozenset[str]:
    return frozenset(value for atom in side.atoms for value in atom.readings("speaker"))


def _is_clause(side: Side) -> bool:
    """`, the coastguard said`; `according to two officials`: little beside the verb and who speaks."""
    if not _verbs(side) or side.words > _CLAUSE_UP_TO:
        return False
    ends = (*side.atoms[:3], *side.atoms[-3:])
    known = ("reporting", "speaker", "small", "title", "particle", "near", "number", *POINTS)
    rest = [
        atom for atom, capital in zip(side.atoms, side.capitals(), strict=True) if not capital and not atom.is_a(*known)
    ]
    return any(atom.is_a("reporting") for atom in ends) and len(rest) <= 3 and 2 * len(rest) <= len(side.atoms)


def _is_quotation(left: Side, right: Side) -> bool:
    """Words differ inside quotation marks, or stand inside them on one side alone."""
    if left.quoted and right.quoted:
        return True
    if _total(left, right) > _QUOTED_UP_TO:
        return False
    if turned(left, right) and ((left.words and right.words) or _total(left, right) <= _BESIDE_MARKS_UP_TO):
        return True
    return left.quoted != right.quoted and bool(left.words and right.words) and _total(left, right) <= _FREED_UP_TO


def _is_date(left: Side, right: Side) -> bool:
    """Another day, month, year or time of day, or one given or dropped."""
    if _total(left, right) > _DATE_UP_TO:
        return False
    points = [[atom for atom in side.atoms if atom.is_a(*POINTS)] for side in (left, right)]
    if left.words and right.words:
        if points[0] and points[1]:
            return not match(points[0], points[1])
        if (points[0] and right.has("period")) or (points[1] and left.has("period")):
            return True
        if left.has("period") and right.has("period") and not any(side.has("number") for side in (left, right)):
            return _periods(left) != _periods(right) and (left.beside("near") or right.beside("near"))
    known = (*POINTS, "near", "ago", "small", "glue", "period", "datemark", "ordinal", "clock")
    return (
        bool(points[0] or points[1] or _points_near(left) or _points_near(right))
        and left.only(*known)
        and right.only(*known)
    )


def _periods(side: Side) -> frozenset[str]:
    return frozenset(value for atom in side.atoms for value in atom.readings("period"))


def _points_near(side: Side) -> bool:
    """`last` before Tuesday, `this week`."""
    return side.has("near") and (side.beside("weekday", "month", "date", "year", "day") or side.has("period"))


def _is_name(left: Side, right: Side) -> bool:
    """A name against a name, or a part of a name given or dropped."""
    if left.words and right.words:
        return _names(left) and _names(right)
    side = left if left.words else right
    return _names(side) and len(side.atoms) <= 3 and side.touches_name()


def _names(side: Side) -> bool:
    if not side.words or not side.may_name() or not 0 < len(side.atoms) <= _NAME_UP_TO:
        return False
    capitals = side.capitals()
    if side.lists.loose_names and capitals[0]:
        return 2 * sum(capitals) >= len(capitals)
    return any(capitals) and all(
        capital or atom.is_a("particle", "title", "small", "hedge") or (len(atom.word) <= 3 and not atom.stands)
        for atom, capital in zip(side.atoms, capitals, strict=True)
    )


def _is_hedge(left: Side, right: Side) -> bool:
    """A word that weakens, strengthens or turns round a claim, or says roughly how many."""
    if _strength(left) == _strength(right):
        return False
    if _total(left, right) > _HEDGE_UP_TO and not _is_turned_round(left, right):
        return False
    if left.words and right.words:
        return True
    side = left if left.words else right
    known = ("hedge", "negation", "quantity", "rough", "small")
    return sum(1 for atom in side.atoms if not atom.is_a(*known)) <= 1


def _is_turned_round(left: Side, right: Side) -> bool:
    """Whether two longer sides say much the same, one of them with a negation."""
    if left.has("negation") == right.has("negation") or _total(left, right) > _TURNED_UP_TO:
        return False
    words, others = ([atom.word for atom in side.atoms if not atom.is_a("small", "negation")] for side in (left, right))
    akin = sum(1 for word in words if any(_are_akin(word, other) for other in others))
    return 2 * akin >= max(len(words), len(others)) > 0


def _are_akin(word: str, other: str) -> bool:
    """Whether two words may be forms of one: as long a beginning in common, or one inside the other."""
    short, long = sorted((word, other), key=len)
    return len(short) >= _ROOT and (short in long or short[: _ROOT + 1] == long[: _ROOT + 1])


def _strength(side: Side) -> frozenset[str]:
    said = frozenset(value for atom in side.atoms for value in atom.readings("hedge", "quantity"))
    if side.has("rough") and side.beside(*_NUMBERS, "quantity"):
        around = (*side.before[-1:], *side.atoms, *side.after[:1])
        for before, atom, after in zip((None, *around), around, (*around[1:], None), strict=False):
            near = (before and before.is_a(*_NUMBERS)) or (after and after.is_a(*_NUMBERS, "quantity"))
            said |= atom.readings("rough") if near and atom in side.atoms else frozenset()
    return said | {"negation"} if side.has("negation") else said


def differs_too(left: Side, right: Side, kind: ChangeKind) -> tuple[ChangeKind, ...]:
    """The consequential kinds that differ beside the one that won, told by what stands on both sides: 3, said, Monday.

    A negation counts though one side alone has it.
    """
    if not (left.words and right.words) or kind not in dict(PRECEDENCE):
        return ()
    found: list[ChangeKind] = []
    if left.has(*_NUMBERS) and right.has(*_NUMBERS):
        numbers = _numbers(left, right), _numbers(right, left)
        if all(numbers) and not match(*numbers):
            found.append("figure")
    said = left.has("reporting") and right.has("reporting")
    if said and all(map(_verbs, (left, right))) and _verbs(left) != _verbs(right):
        found.append("attribution")
    points = [[atom for atom in side.atoms if atom.is_a(*POINTS)] for side in (left, right)]
    if all(points) and not match(*points):
        found.append("date")
    if kind != "date" and left.may_name() and right.may_name():
        names = _proper(left), _proper(right)
        if all(names) and names[0].isdisjoint(names[1]):
            found.append("name")
    claims = left.has("hedge", "negation") or right.has("hedge", "negation")
    close = claims and (_total(left, right) <= _HEDGE_UP_TO or _is_turned_round(left, right))
    if close and (left.has("negation") != right.has("negation") or _claims(left) != _claims(right)):
        found.append("hedge")
    return tuple(one for one in found if one != kind)


def _proper(side: Side) -> frozenset[str]:
    """The names of a side."""
    return frozenset(atom.word for atom, capital in zip(side.atoms, side.capitals(), strict=True) if capital)


def _claims(side: Side) -> frozenset[str]:
    """Words of a side that do nothing but weaken or strengthen a claim."""
    return frozenset(atom.word for atom in side.atoms if atom.is_a("hedge") and not atom.is_a("reporting", "small"))


PRECEDENCE: tuple[tuple[ChangeKind, Callable[[Side, Side], bool]], ...] = (
    ("figure", _is_figure),
    ("attribution", _is_attribution),
    ("quotation", _is_quotation),
    ("date", _is_date),
    ("name", _is_name),
    ("hedge", _is_hedge),
)
"""The consequential kinds, the most consequential first, each with the rule for whether it fits."""

_NEEDED: dict[ChangeKind, frozenset[str]] = {
    "figure": frozenset({"number", "ordinal", "multiple", "unit"}),
    "attribution": frozenset({"reporting", "speaker"}),
    "date": frozenset({*POINTS, "period", "near"}),
    "hedge": frozenset({"hedge", "negation", "quantity", "rough"}),
}
"""Classes of which an edit must hold one to be of a kind: most edits hold none, and no rule looks at those."""
