"""What stands around the edits of two texts, and so the kind of each. kinds.py has the rules; changes.py asks."""

from collections.abc import Iterable, Sequence

from sitegen.compare.kinds import kind_of
from sitegen.compare.lists import QUIET, words_for_both
from sitegen.compare.sides import Side, side_of
from sitegen.compare.style import differ_in_space, kind_of_equal
from sitegen.model import ChangeKind, Op, Span
from sitegen.text.keys import key_of
from sitegen.text.tokenized import Tokenized

_CLOSES = {
    "“": "”", "”": "”", "„": "“”‟", "‟": "”", "«": "»", "»": "«", "‹": "›", "›": "‹", "「": "」", "『": "』",
    '"': '"', "‘": "’", "‚": "‘’", "《": "》", "〈": "〉", "＂": "＂",
}  # fmt: skip
_QUOTE_KEYS = frozenset(key_of(mark) for marks in _CLOSES.items() for side in marks for mark in side)
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
        self._texts = (left, right)
        self._lists = words_for_both(*languages)
        self._quoted = (quoted_tokens(left), quoted_tokens(right))
        self._names: dict[str, bool] = {}

    def kind(self, left: Span, right: Span) -> ChangeKind:
        """The kind of an edit, judged by the whole numbers and dates it touches: 2.4 `million`, `3` March."""
        if self._quiet(0, left) and self._quiet(1, right) and self._plainly(left, right):
            return _of_quiet_words(left, right)
        sides = self._side(0, left), self._side(1, right)
        before = max((side.span[0] - atom.start for side in sides for atom in side.atoms), default=0)
        after = max((atom.end - side.span[1] for side in sides for atom in side.atoms), default=0)
        before, after = max(before, 0), max(after, 0)
        if before or after:
            wider = [(span[0] - before, span[1] + after) for span in (left, right)]
            if all(self._reaches(which, span) for which, span in enumerate(wider)):
                sides = self._side(0, wider[0]), self._side(1, wider[1])
        return kind_of(*sides)

    def _quiet(self, which: int, span: Span) -> bool:
        """Whether no word of a range decides a kind: the greater part of edits, which need no closer look."""
        lists, tokens = self._lists[which], self._texts[which].tokens
        for at in range(*span):
            word = lists.word(tokens[at].key, False)
            if not word.quiet or tokens[at].text[:1].isupper():
                return False
            if (word.begins or word.continues) and self._in_expression(which, at):
                return False
        return True

    def _in_expression(self, which: int, at: int) -> bool:
        """Whether a token stands in an expression of several words."""
        lists, tokens = self._lists[which], self._texts[which].tokens
        first = max(0, at - _REACH)
        keys = [lists.word(token.key, False).key for token in tokens[first : at + _REACH + 1]]
        for start in range(at - first + 1):
            found = lists.at(keys, start)
            if found and start + len(found[0][0]) > at - first and any(name not in QUIET for _, name, _ in found):
                return True
        return False

    def _plainly(self, left: Span, right: Span) -> bool:
        """Whether two quiet ranges stand outside quotation marks and are not two spellings of the same words."""
        for which, (start, end) in enumerate((left, right)):
            if any(self._quoted[which][max(0, start - 1) : end + 1]):
                return False
        words, others = (
            "".join([self._lists[which].spell(key) for key in self._texts[which].keys[slice(*span)]])
            for which, span in enumerate((left, right))
        )
        return not (words and others) or (words[:1] != others[:1] and words[-1:] != others[-1:])

    def _reaches(self, which: int, span: Span) -> bool:
        """Whether a range stands in one block."""
        text = self._texts[which]
        return span[0] >= 0 and span[1] <= len(text.tokens) and text.block_of(span[0]) == text.block_of(span[1] - 1)

    def joined(self, first: Op, between: Op, last: Op) -> Kinded | None:
        """The one change that two edits with some equal tokens between them are; None where they are two.

        `Cr` 2 `crowns` is one amount, and quotation marks taken from around words are one change.
        """
        length = between.left[1] - between.left[0]
        if length > _QUOTED_UP_TO:
            return None
        left, right = (first.left[0], last.left[1]), (first.right[0], last.right[1])
        small = length <= _BRIDGED_UP_TO and max(_sizes(first, last)) <= _EDIT_UP_TO
        if small and self._counts(0, left) and self._counts(1, right) and self.kind(left, right) == "format":
            return ("format", left, right)
        if self._unquoted(between) and self.kind(first.left, first.right) == "quotation":
            return ("quotation", left, right) if self.kind(last.left, last.right) == "quotation" else None
        return None

    def _counts(self, which: int, span: Span) -> bool:
        """Whether a range holds what may be a number, a unit or a day."""
        lists, tokens = self._lists[which], self._texts[which].tokens[slice(*span)]
        return any(
            token.key[:1].isdecimal() or not _COUNTING.isdisjoint(lists.word(token.key, True).classes)
            for token in tokens
        )

    def _unquoted(self, op: Op) -> bool:
        """Whether an equal range is quoted throughout on one side and nowhere on the other."""
        quoted, other = self._quoted[0][slice(*op.left)], self._quoted[1][slice(*op.right)]
        return (all(quoted) and not any(other)) or (all(other) and not any(quoted))

    def of_equal(self, op: Op) -> Iterable[Kinded]:
        """Where tokens of equal keys print differently; neighbours are one change."""
        left, right = self._texts[0].tokens, self._texts[1].tokens
        if left[slice(*op.left)] == right[slice(*op.right)]:
            return
        shift = op.right[0] - op.left[0]
        open_kind: ChangeKind | None = None
        start = end = op.left[0]
        for at in range(op.left[0], op.left[1] + 1):
            kind = kind_of_equal(left[at], right[at + shift]) if at < op.left[1] else None
            inside = at + 1 < op.left[1] and self._texts[0].block_of(at) == self._texts[0].block_of(at + 1)
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

    def _side(self, which: int, span: Span) -> Side:
        text, quoted = self._texts[which], self._quoted[which]
        start, end = span
        within = self._within(text, span)
        before = start > within[0] and bool(quoted[start - 1])
        after = end < within[1] and bool(quoted[end])
        words = [bool(quoted[at]) for at in range(start, end) if text.words[at]]
        return side_of(
            text.tokens,
            span,
            self._lists[which],
            within=within,
            quoted=2 * sum(words) > len(words) if words else before and after,
            borders=(before, after),
            is_name=self._is_name,
        )

    def _within(self, text: Tokenized, span: Span) -> Span:
        """The blocks that a range stands in."""
        if not text.tokens:
            return (0, 0)
        first = text.block_of(min(span[0], len(text.tokens) - 1))
        last = text.block_of(max(span[1] - 1, span[0])) if span[0] < len(text.tokens) else first
        return (text.starts[first], text.starts[min(last, len(text.starts) - 2) + 1])

    def _is_name(self, key: str) -> bool:
        """Whether a word has a capital in the middle of some sentence of the two texts, and nowhere a small letter."""
        found = self._names.get(key)
        if found is None:
            capitals = [small_before for text in self._texts for small_before in _capitals(text, key)]
            found = self._names[key] = None not in capitals and True in capitals
        return found


def _of_quiet_words(left: Span, right: Span) -> ChangeKind:
    if left[0] < left[1] and right[0] < right[1]:
        return "wording"
    return "cut" if left[0] < left[1] else "addition"


def _sizes(*ops: Op) -> list[int]:
    return [end - start for op in ops for start, end in (op.left, op.right)]


def _capitals(text: Tokenized, key: str) -> Iterable[bool | None]:
    """For each place of a key whether it has a capital right after a small word; None where it has no capital."""
    at = -1
    for _ in range(text.keys.count(key)):
        at = text.keys.index(key, at + 1)
        if text.tokens[at].text[:1].isupper():
            yield at > 0 and text.tokens[at - 1].text[:1].islower() and text.tokens[at - 1].text[-1:].isspace()
        else:
            yield None


def quoted_tokens(text: Tokenized) -> bytearray:
    """For each token whether it stands inside quotation marks; a quotation ends at the latest with its block.

    A mark closes what is open, if it can, before it opens anything: „so“, »so«, “so” and ”so” are each a pair.
    """
    marks = bytearray(len(text.tokens))
    closing: list[str] = []
    block, opened = -1, 0
    for at in [at for at, key in enumerate(text.keys) if key in _QUOTE_KEYS]:
        if text.block_of(at) != block:
            if closing:
                marks[opened : text.starts[block + 1]] = b"\x01" * (text.starts[block + 1] - opened)
            block, closing = text.block_of(at), []
        mark = text.tokens[at].text.strip()
        if closing and mark and mark in closing[-1]:
            marks[opened:at] = b"\x01" * (at - opened)
            closing.pop()
            opened = at + 1
        elif mark in _CLOSES:
            if closing:
                marks[opened:at] = b"\x01" * (at - opened)
            closing.append(_CLOSES[mark])
            opened = at + 1
    if closing:
        marks[opened : text.starts[block + 1]] = b"\x01" * (text.starts[block + 1] - opened)
    return marks
