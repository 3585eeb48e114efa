"""What stands around the edits of two texts, and so the kind of each. kinds.py has the rules; changes.py asks."""

from collections.abc import Iterable, Sequence

from sitegen.compare.kinds import differs_too, kind_of
from sitegen.compare.lists import QUIET, Word, words_for_both
from sitegen.compare.reading import Names, Reading
from sitegen.compare.sides import Side, stand_alone
from sitegen.compare.style import POINTS, WHEN, differ_in_space, kind_of_equal
from sitegen.model import CONSEQUENTIAL, ChangeKind, Op, Span
from sitegen.text.tokenized import Tokenized

_COUNTING = frozenset({"number", "ordinal", "unit", "month", "weekday"})
_VALUE = _COUNTING | {"glue", "small", "short", "joiner"}
_SAYS_WHEN = frozenset(WHEN) - {"glue", "small", "datemark"}
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
        self.left, self.right = Reading(left, lists[0]), Reading(right, lists[1])
        """Both texts as they are read."""
        self._names = Names((left, right))
        self._plainly_quoted: tuple[Span, Span] | None = None
        """The last edit of which nothing but that it stands inside quotation marks is of consequence."""
        self._last: tuple[tuple[Span, Span], tuple[Side, Side]] | None = None

    def kind(self, left: Span, right: Span) -> ChangeKind:
        """The kind of an edit, judged by the whole numbers and dates it touches: 2.4 `million`, `3` March."""
        found = self._kind(left, right)
        return self._of_words(left, right) if found == "wording" else found

    def _kind(self, left: Span, right: Span) -> ChangeKind:
        texts = (self.left.text, self.right.text)
        if _is_sign(texts[0], left, texts[1], right) or _is_sign(texts[1], right, texts[0], left):
            return "figure"
        words, others = self.left.words.at(*left), self.right.words.at(*right)
        kind = _of_plain(words, others)
        if kind and self._alone(left, words, right, others):
            if self._unquoted_around(left, right):
                return kind
            if self._quoted_around(left, right):
                self._plainly_quoted = (left, right)
                return "quotation"
        if _quiet(self.left, left) and _quiet(self.right, right) and self._plainly(left, right):
            return _of_quiet_words(left, right)
        return kind_of(*self.sides(left, right))

    def _alone(self, left: Span, words: Sequence[Word], right: Span, others: Sequence[Word]) -> bool:
        """Whether no word of an edit stands in an expression."""
        return all(
            (not any(word.begins or word.asks for word in side) and not (side and side[0].continues))
            or stand_alone(reading.words, side, span, reading.within(span))
            for reading, side, span in ((self.left, words, left), (self.right, others, right))
        )

    def differs_too(self, left: Span, right: Span, kind: ChangeKind) -> tuple[ChangeKind, ...]:
        """What differs in an edit beside what gives it its kind."""
        words = self.left.text.word_count(left), self.right.text.word_count(right)
        if kind not in CONSEQUENTIAL or not all(words) or words == (1, 1) or self._plainly_quoted == (left, right):
            return ()
        return differs_too(*self.sides(left, right), kind)

    def sides(self, left: Span, right: Span) -> tuple[Side, Side]:
        """Both sides of an edit, widened alike to the whole expressions that they touch."""
        if self._last and self._last[0] == (left, right):
            return self._last[1]
        found = self._widened(left, right)
        self._last = ((left, right), found)
        return found

    def _widened(self, left: Span, right: Span) -> tuple[Side, Side]:
        side, other = self._side(self.left, left), self._side(self.right, right)
        beyond, beyond_other = side.reaches_beyond(), other.reaches_beyond()
        before, after = max(beyond[0], beyond_other[0]), max(beyond[1], beyond_other[1])
        if before or after:
            wider, wider_other = (left[0] - before, left[1] + after), (right[0] - before, right[1] + after)
            if self.left.stands_in_one_block(wider) and self.right.stands_in_one_block(wider_other):
                return self._side(self.left, wider), self._side(self.right, wider_other)
        return side, other

    def _of_words(self, left: Span, right: Span) -> ChangeKind:
        """The kind of words replaced by others: opposites, some of the same words, or simply others."""
        both = [reading.words.at(*span) for reading, span in self._both(left, right)]
        words, others = ([word.key for word in side if not word.is_mark] for side in both)
        if len(words) == len(others) == 1 and self._are_opposites(words[0], others[0]):
            return "hedge"
        if sorted(words) == sorted(others):
            return self._of_order(left, right)
        many, few = (words, others) if len(words) > len(others) else (others, words)
        marked = any(word.is_mark for word in both[few is others][1:-1])
        if marked or not few or len(many) == len(few) or any(key[:1].isdecimal() for key in many):
            return "wording"
        rest = iter(many)
        if all(word in rest for word in few):
            return "cut" if many is words else "addition"
        return "wording"

    def _of_order(self, left: Span, right: Span) -> ChangeKind:
        """The kind of the same words in another order: who is named, or who says so, may be another."""
        sides = self.sides(left, right)
        names = [
            [atom.word for atom, capital in zip(side.atoms, side.capitals(), strict=True) if capital] for side in sides
        ]
        if len(names[0]) > 1 and names[0] != names[1] and sorted(names[0]) == sorted(names[1]):
            return "name"
        named = any(
            side.has("speaker") and (any(side.capitals()) or len(set(_said(side, "speaker"))) > 1) for side in sides
        )
        return "attribution" if named and sides[0].has("reporting") else "wording"

    def _are_opposites(self, word: str, other: str) -> bool:
        """`legal` and `illegal`, as the language of either text forms them."""
        short, long = sorted((word, other), key=len)
        patterns = {*self.left.lists.opposites, *self.right.lists.opposites}
        return any(pattern.match(long) and pattern.sub("", long, count=1) == short for pattern in patterns)

    def _both(self, left: Span, right: Span) -> tuple[tuple[Reading, Span], tuple[Reading, Span]]:
        return ((self.left, left), (self.right, right))

    def _plainly(self, left: Span, right: Span) -> bool:
        """Whether two quiet ranges stand outside quotation marks and are not two spellings of the same words."""
        if not self._unquoted_around(left, right):
            return False
        words = "".join([word.word for word in self.left.words.at(*left)])
        others = "".join([word.word for word in self.right.words.at(*right)])
        return not (words and others) or (words[:1] != others[:1] and words[-1:] != others[-1:])

    def _unquoted_around(self, left: Span, right: Span) -> bool:
        """Whether two ranges and what stands right beside them are outside quotation marks."""
        both = self._both(left, right)
        return all(1 not in reading.quoted[max(0, start - 1) : end + 1] for reading, (start, end) in both)

    def _quoted_around(self, left: Span, right: Span) -> bool:
        """Whether two ranges and what stands right beside them, in one block, are inside quotation marks."""
        for reading, (start, end) in self._both(left, right):
            first, last = reading.within((start, end))
            if start == first or end == last or 0 in reading.quoted[start - 1 : end + 1]:
                return False
        return True

    def joined(self, first: Op, between: Op, last: Op) -> ChangeKind | None:
        """The kind of the one change that two edits with some equal tokens between them are; None where they are two.

        `Cr` 2 `crowns` is one amount, `early` in `May` and `late` in `June` one date, and quotation marks taken from
        around words are one change.
        """
        length = between.left[1] - between.left[0]
        if length > _QUOTED_UP_TO:
            return None
        left, right = (first.left[0], last.left[1]), (first.right[0], last.right[1])
        small = length <= _BRIDGED_UP_TO and max(_sizes(first, last)) <= _EDIT_UP_TO
        if small and self._is_value(between) and _counts(self.left, left) and _counts(self.right, right):
            told = self._is_told(first) and self._is_told(last)
            if not told and self.kind(left, right) == "format":
                return "format"
        if (
            small
            and not self._is_bare(left, right)
            and not self._is_beside(first, between, last)
            and all(one.only(*WHEN) and one.has(*POINTS) for one in self.sides(left, right))
        ):
            return "date" if self.kind(left, right) == "date" else None
        if self._unquoted(between) and self.kind(first.left, first.right) == "quotation":
            return "quotation" if self.kind(last.left, last.right) == "quotation" else None
        return None

    def _is_bare(self, left: Span, right: Span) -> bool:
        """Whether a word on either side is part of no date."""
        return any(word.bare for reading, span in self._both(left, right) for word in reading.words.at(*span))

    def _is_beside(self, first: Op, between: Op, last: Op) -> bool:
        """Whether one of two edits only stands beside a day, with a preposition between: 14 `to` 14 on `Tuesday`."""
        divided = any("small" in word.classes or "glue" in word.classes for word in self.left.words.at(*between.left))
        return divided and not all(self._has_value(one) for one in (first, last))

    def _has_value(self, op: Op) -> bool:
        return any(
            not _SAYS_WHEN.isdisjoint(word.classes) or word.key[:1].isdecimal()
            for reading, span in self._both(op.left, op.right)
            for word in reading.words.at(*span)
        )

    def _is_value(self, op: Op) -> bool:
        """Whether an equal range holds values and what may stand beside them, and nothing else."""
        return all(
            token.key[:1].isdecimal() or not _VALUE.isdisjoint(word.classes) or word.is_mark
            for token, word in zip(self.left.text.tokens[slice(*op.left)], self.left.words.at(*op.left), strict=True)
        )

    def _is_told(self, op: Op) -> bool:
        """Whether an edit says a value in other signs by itself: `twelve`, `12`."""
        return op.tag == "replace" and self._kind(op.left, op.right) == "format"

    def _unquoted(self, op: Op) -> bool:
        """Whether an equal range is quoted throughout on one side and nowhere on the other."""
        quoted, other = self.left.quoted[slice(*op.left)], self.right.quoted[slice(*op.right)]
        return (0 not in quoted and 1 not in other) or (0 not in other and 1 not in quoted)

    def of_equal(self, op: Op, *, after_edit: bool = False) -> Iterable[Kinded]:
        """Where tokens of equal keys print differently; neighbours are one change.

        `after_edit` is whether an edit stands right before: then a capital that the beginning of a sentence asks for
        is none.
        """
        text, text_right = self.left.text, self.right.text
        left, right = text.tokens, text_right.tokens
        shift = op.right[0] - op.left[0]
        if left[slice(*op.left)] == right[slice(*op.right)]:
            return
        open_kind: ChangeKind | None = None
        start = end = op.left[0]
        for at in range(op.left[0], op.left[1] + 1):
            differs = at < op.left[1] and left[at].text != right[at + shift].text
            kind = kind_of_equal(left[at], right[at + shift]) if differs else None
            if kind == "case" and after_edit and at == op.left[0] and self._begins_otherwise(at, at + shift):
                kind = None
            inside = (
                differs and at + 1 < op.left[1] and _in_one_block(text, at) and _in_one_block(text_right, at + shift)
            )
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

    def _begins_otherwise(self, at: int, at_right: int) -> bool:
        """Whether a word begins a sentence in one text alone, and differs in its first letter alone."""
        tokens = self.left.text.tokens[at], self.right.text.tokens[at_right]
        begins = self.left.begins_sentence(at), self.right.begins_sentence(at_right)
        capital = [token.text[:1].isupper() for token in tokens]
        return (
            begins[0] != begins[1]
            and capital == list(begins)
            and tokens[0].text[1:].strip() == tokens[1].text[1:].strip()
        )

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


def _said(side: Side, name: str) -> list[str]:
    return [atom.word for atom in side.atoms if atom.is_a(name)]


def _in_one_block(text: Tokenized, at: int) -> bool:
    """Whether a token and the next stand in one block."""
    return text.block_of(at) == text.block_of(at + 1)


def _of_plain(words: Sequence[Word], others: Sequence[Word]) -> ChangeKind | None:
    """The kind of an edit, outside quotation marks and expressions, that holds nothing a rule asks for, or None.

    Such an edit needs no closer look: no names on both sides, and not the same words spelt or printed another way.
    """
    said: list[str] = []
    capitals = 0
    for side in (words, others):
        capital = False
        spelt = ""
        for word in side:
            if word.decides_alone:
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
