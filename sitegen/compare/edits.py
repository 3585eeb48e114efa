"""What stands around the edits of two texts, and so the kind of each. kinds.py has the rules; changes.py asks."""

from collections.abc import Iterable, Sequence

from sitegen.compare.kinds import kind_of
from sitegen.compare.lists import QUIET, Word, words_for_both
from sitegen.compare.reading import Names, Reading
from sitegen.compare.sides import Side
from sitegen.compare.style import differ_in_space, kind_of_equal
from sitegen.model import ChangeKind, Op, Span
from sitegen.text.tokenized import Tokenized

_COUNTING = frozenset({"number", "ordinal", "unit", "month", "weekday"})
_REACH = 3
"""Tokens by which an expression reaches beyond a word of it, looked at before more is read."""
_BRIDGED_UP_TO = 3
"""Equal tokens between two edits that may be one: `Cr` 2 `crowns`."""
_EDIT_UP_TO = 4
"""Tokens of a side of such an edit."""
_QUOTED_UP_TO = 12
"""Equal tokens whose quotation marks were put in or taken out as one change."""

Kinded = tuple[ChangeKind, Span, Span]


class Edits:
    """The edits of two texts, read with all that surrounds them. Remembers what it has looked up, and nothing else."""

    def __init__(self, left: Tokenized, right: Tokenized, languages: tuple[str, str]) -> None:
        lists = words_for_both(*languages)
        self._left, self._right = Reading(left, lists[0]), Reading(right, lists[1])
        self._names = Names((left, right))

    def kind(self, left: Span, right: Span) -> ChangeKind:
        """The kind of an edit, judged by the whole numbers and dates it touches: 2.4 `million`, `3` March."""
        texts = (self._left.text, self._right.text)
        if _is_sign(texts[0], left, texts[1], right) or _is_sign(texts[1], right, texts[0], left):
            return "figure"
        words, others = self._left.words.at(*left), self._right.words.at(*right)
        kind = _of_plain(words, others)
        if kind and self._unquoted_around(left, right):
            return kind
        if _quiet(self._left, left) and _quiet(self._right, right) and self._plainly(left, right):
            return _of_quiet_words(left, right)
        side, other = self._side(self._left, left), self._side(self._right, right)
        beyond, beyond_other = side.reaches_beyond(), other.reaches_beyond()
        before, after = max(beyond[0], beyond_other[0]), max(beyond[1], beyond_other[1])
        if before or after:
            wider, wider_other = (left[0] - before, left[1] + after), (right[0] - before, right[1] + after)
            if self._left.stands_in_one_block(wider) and self._right.stands_in_one_block(wider_other):
                side, other = self._side(self._left, wider), self._side(self._right, wider_other)
        return kind_of(side, other)

    def _plainly(self, left: Span, right: Span) -> bool:
        """Whether two quiet ranges stand outside quotation marks and are not two spellings of the same words."""
        if not self._unquoted_around(left, right):
            return False
        words = "".join([word.word for word in self._left.words.at(*left)])
        others = "".join([word.word for word in self._right.words.at(*right)])
        return not (words and others) or (words[:1] != others[:1] and words[-1:] != others[-1:])

    def _unquoted_around(self, left: Span, right: Span) -> bool:
        """Whether two ranges and what stands right beside them are outside quotation marks."""
        both = ((self._left, left), (self._right, right))
        return all(1 not in reading.quoted[max(0, start - 1) : end + 1] for reading, (start, end) in both)

    def joined(self, first: Op, between: Op, last: Op) -> Kinded | None:
        """The one change that two edits with some equal tokens between them are; None where they are two.

        `Cr` 2 `crowns` is one amount, and quotation marks taken from around words are one change.
        """
        length = between.left[1] - between.left[0]
        if length > _QUOTED_UP_TO:
            return None
        left, right = (first.left[0], last.left[1]), (first.right[0], last.right[1])
        small = length <= _BRIDGED_UP_TO and max(_sizes(first, last)) <= _EDIT_UP_TO
        if small and _counts(self._left, left) and _counts(self._right, right) and self.kind(left, right) == "format":
            return ("format", left, right)
        if self._unquoted(between) and self.kind(first.left, first.right) == "quotation":
            return ("quotation", left, right) if self.kind(last.left, last.right) == "quotation" else None
        return None

    def _unquoted(self, op: Op) -> bool:
        """Whether an equal range is quoted throughout on one side and nowhere on the other."""
        quoted, other = self._left.quoted[slice(*op.left)], self._right.quoted[slice(*op.right)]
        return (0 not in quoted and 1 not in other) or (0 not in other and 1 not in quoted)

    def of_equal(self, op: Op) -> Iterable[Kinded]:
        """Where tokens of equal keys print differently; neighbours are one change."""
        text, other = self._left.text, self._right.text
        left, right = text.tokens, other.tokens
        shift = op.right[0] - op.left[0]
        texts = [token.text for token in left[slice(*op.left)]]
        if texts == [token.text for token in right[slice(*op.right)]]:
            return
        open_kind: ChangeKind | None = None
        start = end = op.left[0]
        for at in range(op.left[0], op.left[1] + 1):
            differs = at < op.left[1] and left[at].text != right[at + shift].text
            kind = kind_of_equal(left[at], right[at + shift]) if differs else None
            inside = differs and at + 1 < op.left[1] and text.block_of(at) == text.block_of(at + 1)
            inside = inside and other.block_of(at + shift) == other.block_of(at + shift + 1)
            space = inside and differ_in_space(left[at], right[at + shift])
            if space and kind is None:
                kind = "typography"
            if kind != open_kind and not (kind is None and at < end):
                if open_kind:
                    yield (open_kind, (start, max(end, at)), (start + shift, max(end, at) + shift))
                    start = max(end, at)
                open_kind, start = kind, max(at, end)
            end = at + 2 if space else end
        return

    def _side(self, reading: Reading, span: Span) -> Side:
        start, end = span
        first, last = within = reading.within(span)
        before = start > first and bool(reading.quoted[start - 1])
        after = end < last and bool(reading.quoted[end])
        quoted = reading.mostly_quoted(start, end)
        return Side(
            reading.words,
            span,
            within,
            quoted=(before and after) if quoted is None else quoted,
            borders=(before, after),
            is_name=self._names.__contains__,
        )


def _of_plain(words: Sequence[Word], others: Sequence[Word]) -> ChangeKind | None:
    """The kind of an edit, outside quotation marks, that holds nothing a rule asks for; None where it may.

    Such an edit needs no closer look: no names on both sides, and not the same words spelt or printed another way.
    """
    said: list[str] = []
    capitals = 0
    for side in (words, others):
        if side and side[0].continues:
            return None
        capital = False
        spelt = ""
        for word in side:
            if word.decides:
                return None
            if not word.is_mark:
                spelt += word.word
                capital = capital or word.capital
        said.append(spelt)
        capitals += capital
    if said[0] == said[1] or capitals == sum(map(bool, said)):
        return None
    if said[0] and said[1]:
        return "wording"
    return "cut" if said[0] else "addition"


def _quiet(reading: Reading, span: Span) -> bool:
    """Whether no word of a range decides a kind: the greater part of edits, which need no closer look."""
    words = reading.words.at(*span)
    for word in words:
        if not word.quiet or word.capital:
            return False
    for at, word in enumerate(words, span[0]):
        if (word.begins or word.continues) and _in_expression(reading, at):
            return False
    return True


def _in_expression(reading: Reading, at: int) -> bool:
    """Whether a token stands in an expression of several words."""
    first = max(0, at - _REACH)
    words = reading.words.at(first, min(at + _REACH + 1, len(reading.text.tokens)))
    keys = [word.key for word in words]
    for start in range(at - first + 1):
        if start < at - first and reading.words.are_lone(first + start, first + start + 1):
            continue
        found = reading.lists.at(keys, start)
        if found and start + len(found[0][0]) > at - first and any(name not in QUIET for _, name, _ in found):
            return True
    return False


def _counts(reading: Reading, span: Span) -> bool:
    """Whether a range holds what may be a number, a unit or a day."""
    return any(
        token.key[:1].isdecimal() or not _COUNTING.isdisjoint(reading.lists.word(token.key, True).classes)
        for token in reading.text.tokens[slice(*span)]
    )


def _is_sign(text: Tokenized, span: Span, other: Tokenized, without: Span) -> bool:
    """Whether nothing but a minus before a number was put in or taken out: `-5`, `$-5`, and not the dash of `3-5`."""
    start, end = span
    if start + 1 >= len(text.tokens) or start >= end or text.keys[start] != "-":
        return False
    if text.keys[start + 1 : end] != other.keys[slice(*without)]:
        return False
    glued = start > 0 and not text.tokens[start - 1].text[-1:].isspace() and text.words[start - 1]
    return not text.tokens[start].text[-1:].isspace() and text.keys[start + 1][:1].isdecimal() and not glued


def _of_quiet_words(left: Span, right: Span) -> ChangeKind:
    if left[0] < left[1] and right[0] < right[1]:
        return "wording"
    return "cut" if left[0] < left[1] else "addition"


def _sizes(*ops: Op) -> list[int]:
    return [end - start for op in ops for start, end in (op.left, op.right)]
