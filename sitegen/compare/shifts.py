"""Finds words that moved inside their sentence, among what ops call gone and new. Whole sentences are for moves.py.

A deletion and an insertion of one sentence that say the same words are one change of kind `move`. It is harmless only
where the words still go with what they went with. So the move has another kind, and is consequential, where

- they stand inside quotation marks: `quotation`;
- a bare number passed something: `figure`;
- a negation, or a word like `only` or `about`, did; or a hedge came to another clause: `hedge`;
- a date came to the other side of a verb of saying (`said on Monday it would close`), or of a date: `date`;
- a name passed a name, or who speaks passed who does: `name`, `attribution`.

A verb of saying against another, and a date against another, are one change likewise where each is the only one.
"""

from collections.abc import Iterator, Sequence
from itertools import compress
from typing import NamedTuple

from sitegen.compare.edits import Edits
from sitegen.compare.lists import Word
from sitegen.compare.reading import Reading
from sitegen.compare.sides import STOPS, Side
from sitegen.compare.style import POINTS, WHEN
from sitegen.model import ChangeKind, Op, Span

_UP_TO = 12
"""Words that are looked for elsewhere in a sentence, at most."""
_OPS_APART = 8
"""Ops between the two places, at most."""
_STEP = 3
"""Tokens over which a small word may have stepped: `will also`, `also will`."""
_STEM = 5
"""Letters that two forms of one hedge have in common: `alleged`, `allegedly`."""
_LITTLE = ("small", "glue", "joiner", "hedge", "negation", "quantity", "rough")
_SORTS = frozenset({"reporting", *POINTS})
_CLAUSES = frozenset({",", ";", ":", "-", "(", ")", "،", "؛"})
_CLOSERS = frozenset("\"')]")
_SENTENCE_UP_TO = 60


class Shift(NamedTuple):
    """Words that are gone at one place of a sentence and new at another."""

    kind: ChangeKind
    left: Span
    right: Span
    same: bool
    """Whether they are the same words; else another verb of saying or another date took their place elsewhere."""
    first: int
    """The op where it is told; the other of its two is told with it."""


def find_shifts(edits: Edits, ops: Sequence[Op]) -> dict[int, Shift]:
    """By the index of the op where each is told, and of the other op that is told with it, what moved."""
    said = _said(edits, ops)
    if len(said) < 2:
        return {}
    found: dict[int, Shift] = {}
    for same in (True, False):
        for one, other in _pairs(edits, ops, said, same=same):
            if one in found or other in found or not _in_one_sentence(edits, ops, one, other):
                continue
            gone, new = (ops[one], ops[other]) if ops[one].tag == "delete" else (ops[other], ops[one])
            if same:
                passed = (_reach(ops, one, other, "left"), _reach(ops, one, other, "right"))
                kind = _of_same_words(edits, gone.left, new.right, passed)
            else:
                rest = [ops[at] for at in said if at not in (one, other) and at not in found]
                kind = _of_one_sort(edits, gone.left, new.right, rest)
            if kind:
                found[one] = found[other] = Shift(kind, gone.left, new.right, same=same, first=one)
    return found


def _said(edits: Edits, ops: Sequence[Op]) -> dict[int, tuple[str, ...]]:
    """By its index, the keys of the words of each deletion and insertion that is neither empty of them nor long."""
    found: dict[int, tuple[str, ...]] = {}
    for at, op in enumerate(ops):
        if op.tag in ("delete", "insert"):
            text, (start, end) = (edits.left.text, op.left) if op.tag == "delete" else (edits.right.text, op.right)
            if 0 < text.word_count((start, end)) <= _UP_TO:
                found[at] = tuple(compress(text.keys[start:end], text.words[start:end]))
    return found


def _pairs(edits: Edits, ops: Sequence[Op], said: dict[int, tuple[str, ...]], *, same: bool) -> list[tuple[int, int]]:
    """A deletion and an insertion near each other that may be one change, the nearest first."""
    sorts = {at: sorted(words) for at, words in said.items()}
    telling = {at for at in said if _tells(edits, ops[at], same=same)}
    lone = list(said)
    pairs = [
        (one, other)
        for at, one in enumerate(lone)
        for other in lone[at + 1 : at + 1 + _OPS_APART]
        if other - one <= _OPS_APART
        and ops[one].tag != ops[other].tag
        and ((one in telling and other in telling) or (same and sorts[one] == sorts[other]))
    ]
    return sorted(pairs, key=lambda pair: (pair[1] - pair[0], pair))


def _tells(edits: Edits, op: Op, *, same: bool) -> bool:
    """Whether an op is one hedge, which may have another form elsewhere; or else holds a verb of saying or a date."""
    reading, span = (edits.left, op.left) if op.tag == "delete" else (edits.right, op.right)
    words = reading.words.at(*span)
    if same:
        return ["hedge" in word.classes for word in words if not word.is_mark] == [True]
    return any(word.begins or not _SORTS.isdisjoint(word.classes) for word in words)


def in_pieces(edits: Edits, ops: Sequence[Op]) -> Sequence[Op]:
    """The ops, each deletion cut in two whose halves were inserted at two places, and each such insertion.

    `[Am Abend kam] der Rat {kam} ... {am Abend}`: otherwise three ops are told that have no partner.
    """
    said = _said(edits, ops)
    cut: dict[int, int] = {}
    for at, words in said.items() if len(said) > 2 else ():
        near = [one for one in said if abs(one - at) <= _OPS_APART and ops[one].tag != ops[at].tag and one not in cut]
        firsts = [one for one in near if said[one] == words[: len(said[one])]]
        lasts = [one for one in near if said[one] == words[len(words) - len(said[one]) :]]
        for one, other in ((one, other) for one in firsts for other in lasts if one != other):
            parts = len(said[one]) + len(said[other]) == len(words)
            if parts and all(_in_one_sentence(edits, ops, *sorted((at, place))) for place in (one, other)):
                cut[at] = _keys(edits, ops[at]).index(said[other][0], len(said[one]))
                break
    return [piece for at, op in enumerate(ops) for piece in _halves(op, cut.get(at))] if cut else ops


def _keys(edits: Edits, op: Op) -> Sequence[str]:
    return edits.left.text.keys[slice(*op.left)] if op.tag == "delete" else edits.right.text.keys[slice(*op.right)]


def _halves(op: Op, length: int | None) -> tuple[Op, ...]:
    if length is None:
        return (op,)
    if op.tag == "delete":
        middle = op.left[0] + length
        return Op("delete", (op.left[0], middle), op.right), Op("delete", (middle, op.left[1]), op.right)
    middle = op.right[0] + length
    return Op("insert", op.left, (op.right[0], middle)), Op("insert", op.left, (middle, op.right[1]))


def _reach(ops: Sequence[Op], one: int, other: int, side: str) -> Span:
    """What a text prints from the one op to the other, both left out."""
    first: Span = getattr(ops[one], side)
    last: Span = getattr(ops[other], side)
    return (first[1], last[0])


def _in_one_sentence(edits: Edits, ops: Sequence[Op], one: int, other: int) -> bool:
    """Whether no sentence and no block ends between two ops, in either text."""
    for reading, side in ((edits.left, "left"), (edits.right, "right")):
        start, end = _reach(ops, one, other, side)
        if _ends_a_sentence(edits, ops[other]):
            end = _before_the_end(reading, start, end)
        if end - start > _SENTENCE_UP_TO or not STOPS.isdisjoint(reading.text.keys[start:end]):
            return False
        if start < end and reading.text.block_of(start) != reading.text.block_of(end - 1):
            return False
    return True


def _ends_a_sentence(edits: Edits, op: Op) -> bool:
    """Whether the last of the words that are gone, or new, is the mark that ends the sentence."""
    reading, span = (edits.left, op.left) if op.tag == "delete" else (edits.right, op.right)
    return reading.text.keys[span[1] - 1] in STOPS


def _before_the_end(reading: Reading, start: int, end: int) -> int:
    """Where a range ends without the mark that ends its sentence, and those that close a quotation."""
    keys = reading.text.keys
    last = end
    while last > start and keys[last - 1] in _CLOSERS:
        last -= 1
    return last - 1 if last > start and keys[last - 1] in STOPS else end


def _of_same_words(edits: Edits, left: Span, right: Span, passed: tuple[Span, Span]) -> ChangeKind | None:
    """The kind that the move of the same words has by what they are and what they passed; None where it is none."""
    sides = edits.left.words.at(*left), edits.right.words.at(*right)
    words = [[word for word in side if not word.is_mark] for side in sides]
    keys = [[word.key for word in side] for side in words]
    if not 0 < len(keys[0]) <= _UP_TO or len(keys[0]) != len(keys[1]):
        return None
    if sorted(keys[0]) != sorted(keys[1]) and not _are_forms(*words):
        return None
    if any(_stops(edits, left, right)):
        return None
    if not _stepped(edits, passed) and all(word.classes and not word.decides for word in words[0]):
        # One small word is gone, and another like it new.
        return None
    return _kind(edits, left, right, passed, turned=keys[0] != keys[1])


def _stepped(edits: Edits, passed: tuple[Span, Span]) -> bool:
    """Whether there is little between two places, and no word of content: then a small word can have moved."""
    if max(end - start for start, end in passed) > _STEP:
        return False
    return all(
        word.classes
        for reading, span in zip((edits.left, edits.right), passed, strict=True)
        for word in reading.words.at(*span)
    )


def _stops(edits: Edits, left: Span, right: Span) -> Iterator[bool]:
    """For each token but the last whether it ends a sentence."""
    for reading, (start, end) in ((edits.left, left), (edits.right, right)):
        yield from (key in STOPS for key in reading.text.keys[start : end - 1])


def _are_forms(words: Sequence[Word], others: Sequence[Word]) -> bool:
    """Whether both are one hedge in two forms."""
    if len(words) != 1 or not all("hedge" in side[0].classes for side in (words, others)):
        return False
    return bool(words[0].key[:_STEM] == others[0].key[:_STEM])


def _kind(edits: Edits, left: Span, right: Span, passed: tuple[Span, Span], *, turned: bool) -> ChangeKind:
    one, other = edits.sides(left, right)
    if one.quoted or other.quoted:
        return "quotation"
    if one.only("number", "ordinal", "multiple", "rough", "small") and one.has("number", "ordinal", "multiple"):
        return "move" if one.has("year") else "figure"
    if one.only(*_LITTLE) and one.has("hedge", "negation", "quantity", "rough"):
        bound = one.has("negation", "quantity", "rough")
        return "hedge" if bound or _clauses(edits, left, right, marks=True) else "move"
    if one.only(*WHEN) and one.has(*POINTS):
        # `at noon` goes with any day.
        of_clock = one.only("time", "clock", "small", "glue")
        alike = [name for name in POINTS if (name == "time") == of_clock]
        passes = any(side.has(*alike) for side in edits.sides(*passed))
        return "date" if passes or _clauses(edits, left, right, marks=False) else "move"
    if turned and _names_pass(one, *edits.sides(*passed)):
        return "name"
    if turned and one.has("reporting") and (one.has("speaker") or any(_is_said_of(edits, left, right))):
        return "attribution"
    return "move"


def _is_said_of(edits: Edits, left: Span, right: Span) -> Iterator[bool]:
    """For each text whether a verb of saying begins the words, and another word before it says who speaks.

    `“...”, said Brandt` and `Brandt said` are the same; `police said Brandt ...` and `Brandt said police ...` are not.
    """
    for reading, (start, _) in ((edits.left, left), (edits.right, right)):
        begun = start == reading.text.starts[reading.text.block_of(start)]
        verb, before = reading.words.at(start, start + 1), reading.words.at(start - 1, start) if not begun else ()
        yield "reporting" in verb[0].classes and any(
            not word.is_mark and _SORTS.isdisjoint(word.classes) for word in before
        )


def _names_pass(moved: Side, *passed: Side) -> bool:
    """Whether a name, not one after `in` or `of`, is among words whose order changed, and another among the passed."""
    named = [at for at, capital in enumerate(moved.capitals()) if capital]
    free = any(at == 0 or not moved.atoms[at - 1].is_a("small") for at in named)
    return free and any(any(side.capitals()) for side in passed if side.words)


def _clauses(edits: Edits, left: Span, right: Span, *, marks: bool) -> bool:
    """Whether the words stand in another clause than before, by the verbs of saying that stand before them.

    With `marks` commas and words that join count too.
    """
    return _clause(edits.left, left[0], marks=marks) != _clause(edits.right, right[0], marks=marks)


def _clause(reading: Reading, at: int, *, marks: bool) -> int:
    """How many clauses begin before a token in its sentence; a verb right before it begins none yet."""
    text = reading.text
    start = at
    while start > text.starts[text.block_of(min(at, len(text.tokens) - 1))] and text.keys[start - 1] not in STOPS:
        start -= 1
    count = 0
    keys = [word.key for word in reading.words.at(start, at)]
    for place in range(len(keys)):
        entries = reading.lists.at(keys, place)
        names = {name for _, name, _ in entries}
        begins = "reporting" in names and place + len(entries[0][0]) < len(keys)
        count += begins or (marks and (keys[place] in _CLAUSES or "joiner" in names))
    return count


def _of_one_sort(edits: Edits, left: Span, right: Span, rest: Sequence[Op]) -> ChangeKind | None:
    """The kind of one verb of saying gone and another new, or of one date, where no other op is of that kind."""
    kind = edits.kind(left, (right[0], right[0]))
    if kind not in ("attribution", "date") or edits.kind((left[0], left[0]), right) != kind:
        return None
    if edits.kind(left, right) != kind or any(edits.kind(op.left, op.right) == kind for op in rest):
        return None
    return kind
