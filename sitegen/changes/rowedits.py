"""The edits of one row, sentence pair by sentence pair, and which of their words no finding has taken yet.

An edit is what differs between two equal stretches. Edits are told sentence pair by sentence pair: between two places
where a sentence begins in both texts, what is gone at one edit may be new at another. A sentence that shares no words
of content with the other side is no edit of anything: it is `alone`, and is told as cut or added, whole.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from itertools import pairwise
from typing import NamedTuple

from sitegen.changes.equaltokens import EqualTokens
from sitegen.changes.finding import Finding
from sitegen.changes.readtext import ReadText
from sitegen.changes.wordforms import are_akin
from sitegen.model import Block, Op, OpTag, Role, Span

_ALONE_UP_TO = 0.15
"""Share of a sentence's words of content that may meet some of the other side by chance."""
_CHANCE_UP_TO = 2
"""Such words, at most."""
_SHORT = 2
"""Words of content of a sentence of which nothing need have stayed."""
_COPIES, _ONE_STATEMENT = 0.4, 0.5
"""Shares of the shorter text, and of the words of the shorter sentence, that must have stayed for one word to stand for
another: of real pairs with less, seven of eight that were then sure were false or of two statements."""
_MORE_LETTERS, _FORMS_UP_TO = 3, 6
"""Letters by which one form is longer, at most, and words of content of an edit among which forms are looked for."""
_FEWEST_CONTENT = 4
"""Words of content of the shortest sentence that can be alone: two short ones are one, reworded."""


class Edit(NamedTuple):
    """What differs at one place; one side may be empty."""

    left: Span
    right: Span


class Sides(NamedTuple):
    """Both texts."""

    left: ReadText
    right: ReadText
    days: tuple[date | None, date | None] = (None, None)
    """The days on which the articles appeared."""
    blocks: tuple[Sequence[Block], Sequence[Block]] = ((), ())
    """The blocks of both, for their roles and labels; empty for texts that have none."""
    partial: tuple[bool, bool] = (False, False)
    """Whether a text is known to lack something of what its outlet published."""
    kept: float = 1.0
    """Share of the words of the shorter text that stayed, in order."""

    def role(self, side: int, block: int) -> Role:
        """The role of a block."""
        return self.blocks[side][block].role if self.blocks[side] else "paragraph"


class SentencePair:
    """The edits between two places where a sentence begins in both texts."""

    def __init__(self, sides: Sides, ops: Sequence[Op], free: tuple[set[int], set[int]], equal: EqualTokens) -> None:
        self.sides = sides
        self.equal = equal
        """Of the whole row: where the tokens that stayed are in the other text."""
        self.left, self.right = sides.left, sides.right
        self.ops = tuple(ops)
        self.edits = [Edit(op.left, op.right) for op in ops if op.tag != "equal"]
        self.free = free
        """Tokens of the left and of the right that differ and that no finding has taken."""
        self.reach = (
            _reach([op.left for op in ops], self.left),
            _reach([op.right for op in ops], self.right),
        )
        """The sentences of both texts in which the edits stand, from their first token to the last."""
        self._left_out: tuple[frozenset[int], frozenset[int]] | None = None
        self._counterparts: Mapping[int, int] | None = None
        self._equal: int | None = None
        self._values: tuple[Sequence[int], Sequence[int]] | None = None
        self._longer_content: int | None = None

    def take(self, finding: Finding) -> Finding:
        """Marks the words of a finding as told."""
        self.free[0].difference_update(range(*finding.left))
        self.free[1].difference_update(range(*finding.right))
        return finding

    def free_in(self, edit: Edit) -> tuple[list[int], list[int]]:
        """The words and marks of an edit that no finding has taken."""
        return (
            [token for token in range(*edit.left) if token in self.free[0]],
            [token for token in range(*edit.right) if token in self.free[1]],
        )

    def free_content(self, edit: Edit) -> tuple[list[int], list[int]]:
        """Those of them that say something."""
        left, right = self.free_in(edit)
        return (
            [token for token in left if not self.left.is_small(token)],
            [token for token in right if not self.right.is_small(token)],
        )

    def span(self, side: int) -> Span:
        """From the first token of one text that differs to the last."""
        return (self.edits[0][side][0], self.edits[-1][side][1])

    def pieces(self) -> Iterator[Edit]:
        """What differs, from the first edit to the last; cut where a sentence is left out that one text alone has."""
        piece: Edit | None = None
        for before, op in pairwise([None, *self.ops]):
            if op is None:
                continue
            if before and (before.left[1], before.right[1]) != (op.left[0], op.right[0]):
                if piece:
                    yield piece
                piece = None
            if op.tag != "equal":
                first = piece or Edit(op.left, op.right)
                piece = Edit((first.left[0], op.left[1]), (first.right[0], op.right[1]))
        if piece:
            yield piece

    @property
    def support(self) -> float:
        """How much the two sentences have in common besides the edits: equal words of content by those of the longer.

        The evidence that they are one sentence, edited.
        """
        equal = self.equal_content
        if self._longer_content is None:
            self._longer_content = max(len(self.left.content(self.reach[0])), len(self.right.content(self.reach[1])))
        return equal / self._longer_content if self._longer_content else 1.0

    @property
    def value_tokens(self) -> tuple[Sequence[int], Sequence[int]]:
        """The tokens of both sentences that are values, in order."""
        if self._values is None:
            left, right = (
                [token for token in range(*reach) if text.value(token)]
                for text, reach in zip((self.left, self.right), self.reach, strict=True)
            )
            self._values = (left, right)
        return self._values

    @property
    def is_one_statement(self) -> bool:
        """Whether both sentences are one, of two texts that are copies, however much one of them leaves out: then a
        word may stand for another."""
        shorter = min(len(text.content(reach)) for text, reach in zip((self.left, self.right), self.reach, strict=True))
        return self.sides.kept >= _COPIES and self.equal_content >= _ONE_STATEMENT * shorter

    @property
    def left_out(self) -> tuple[frozenset[int], frozenset[int]]:
        """The tokens of both texts for which the other has no word at their edit: what it leaves out is no other
        statement."""
        if self._left_out is None:
            alone: tuple[set[int], set[int]] = (set(), set())
            for edit in self.edits if self.is_one_statement else ():
                words = [
                    any(map(text.is_word, range(*span)))
                    for text, span in zip((self.left, self.right), edit, strict=True)
                ]
                if words[0] != words[1]:
                    side = 0 if words[0] else 1
                    alone[side].update(range(*edit[side]))
            self._left_out = (frozenset(alone[0]), frozenset(alone[1]))
        return self._left_out

    @property
    def counterparts(self) -> Mapping[int, int]:
        """Tokens of the left that another token of the right stands for in their edit: a form of the same word; a
        verb of saying for a verb of saying, a date for a date, where each is the only one of its edit."""
        if self._counterparts is None:
            edits = self.edits if self.is_one_statement else ()
            self._counterparts = {
                left: right for edit in edits for left, right in _counterparts((self.left, self.right), edit)
            }
        return self._counterparts

    @property
    def is_headline(self) -> bool:
        """Whether it is all of two headlines, which are one line each and no blocks of a text."""
        return not any(self.sides.blocks)

    @property
    def is_short(self) -> bool:
        """Whether the sentences are so short that nothing need have stayed: `Dead: 3`, `Dead: 4`."""
        return max(len(self.left.content(self.reach[0])), len(self.right.content(self.reach[1]))) <= _SHORT

    @property
    def equal_content(self) -> int:
        """Words of content that both sentences have, in order."""
        if self._equal is None:
            differing = [{token for edit in self.edits for token in range(*edit[side])} for side in (0, 1)]
            # A word may say something in one language and be small in the other: either side may be the left.
            self._equal = min(
                sum(token not in differing[side] for token in text.content(self.reach[side]))
                for side, text in enumerate((self.left, self.right))
            )
        return self._equal


def _counterparts(texts: tuple[ReadText, ReadText], edit: Edit) -> Iterator[tuple[int, int]]:
    """The tokens of an edit that stand for each other; linear in its tokens."""
    for is_of_sort in (_is_verb_of_saying, _is_date):
        of_sort = [
            [token for token in range(*span) if is_of_sort(text, token)] for text, span in zip(texts, edit, strict=True)
        ]
        if len(of_sort[0]) == len(of_sort[1]) == 1:
            yield of_sort[0][0], of_sort[1][0]
    contents = [text.content(span) for text, span in zip(texts, edit, strict=True)]
    if not 0 < max(map(len, contents)) <= _FORMS_UP_TO:
        return
    for token in contents[0]:
        forms = [opposite for opposite in contents[1] if _are_forms(texts[0].keys[token], texts[1].keys[opposite])]
        if len(forms) == 1:
            yield token, forms[0]


def _are_forms(word: str, opposite: str) -> bool:
    return are_akin(word, opposite) and abs(len(word) - len(opposite)) <= _MORE_LETTERS


def _is_verb_of_saying(text: ReadText, token: int) -> bool:
    return "reporting" in text.classes(token)


def _is_date(text: ReadText, token: int) -> bool:
    value = text.value(token)
    return value is not None and value.kind == "date"


def _reach(spans: Sequence[Span], text: ReadText) -> Span:
    """From the beginning of the sentence in which the first range stands to the end of the last one's."""
    start, end = spans[0][0], spans[-1][1]
    if not text.tokens:
        return (0, 0)
    first = text.sentence(min(start, len(text.tokens) - 1))
    last = text.sentence(min(max(end - 1, start), len(text.tokens) - 1))
    return (min(first[0], start), max(last[1], end))


class RowEdits(NamedTuple):
    """A row's sentence pairs, and the sentences that stand in one text alone."""

    pairs: tuple[SentencePair, ...]
    alone: tuple[tuple[Span, ...], tuple[Span, ...]]
    """Sentences of the left and of the right."""
    free: tuple[set[int], set[int]]
    """Tokens of the left and of the right that differ and that no finding has taken: one pair of sets for the row."""


def row_edits(sides: Sides, ops: Sequence[Op]) -> RowEdits:
    """The edits of a row. Linear in its tokens."""
    pairs: list[SentencePair] = []
    alone: tuple[list[Span], list[Span]] = ([], [])
    free: tuple[set[int], set[int]] = (set(), set())
    equal = EqualTokens(ops)
    for group in _groups(sides, ops):
        # A headline is one line, however few of its words stay.
        strangers = _strangers(sides, group) if sides.blocks[0] else ([], [])
        alone[0].extend(strangers[0])
        alone[1].extend(strangers[1])
        kept = list(_without(group, strangers)) if any(strangers) else group
        if any(op.tag != "equal" for op in kept):
            for op in kept:
                if op.tag != "equal":
                    free[0].update(range(*op.left))
                    free[1].update(range(*op.right))
            pairs.append(SentencePair(sides, kept, free, equal))
    return RowEdits(tuple(pairs), (tuple(alone[0]), tuple(alone[1])), free)


def _groups(sides: Sides, ops: Sequence[Op]) -> Iterator[list[Op]]:
    """The ops between two places where a sentence begins in both texts; runs without any edit left out."""
    group: list[Op] = []
    for op in ops:
        if op.tag != "equal":
            group.append(op)
        elif _has_common_border(sides, op):
            if group:
                yield group
            group = []
        elif group:
            group.append(op)
    if group:
        yield group


def _has_common_border(sides: Sides, op: Op) -> bool:
    shift = op.right[0] - op.left[0]
    right = {border - shift for border in _borders(sides.right, op.right)}
    return not right.isdisjoint(_borders(sides.left, op.left))


def _borders(text: ReadText, span: Span) -> Iterator[int]:
    """The places in a range, its ends included, where a sentence begins or a block ends."""
    for block in range(text.block_of(span[0]), text.block_of(max(span[1] - 1, span[0])) + 1):
        borders = text.borders(block)
        yield from borders[bisect_left(borders, span[0]) : bisect_right(borders, span[1])]


def _strangers(sides: Sides, ops: Sequence[Op]) -> tuple[list[Span], list[Span]]:
    """The sentences of both sides, all of them in edits, that share no words of content with the other side."""
    strangers_by_side: tuple[list[Span], list[Span]] = ([], [])
    for side, text in enumerate((sides.left, sides.right)):
        spans = [(op.left, op.right)[side] for op in ops]
        equal = {token for op in ops if op.tag == "equal" for token in range(*(op.left, op.right)[side])}
        start, end = spans[0][0], spans[-1][1]
        place = start
        while place < end:
            first, last = text.sentence(place)
            # Its full stop may have stayed, which both have.
            if first >= start and not any(map(text.is_word, range(end, last))):
                if last > end:
                    # Of two full stops the other text has one, which the diff has placed: the one before is this one.
                    before = strangers_by_side[side][-1][1] if strangers_by_side[side] else start
                    while first > before and not text.is_word(first - 1):
                        first -= 1
                    last = end
                content = text.content((first, last))
                shared = sum(token in equal for token in content)
                chance = shared <= _CHANCE_UP_TO and shared <= _ALONE_UP_TO * len(content)
                if (len(content) >= _FEWEST_CONTENT and chance) or (
                    equal.isdisjoint(range(first, last)) and len(content)
                ):
                    strangers_by_side[side].append((first, last))
            place = max(last, place + 1)
    if all(strangers_by_side) and _is_one_sentence(sides, ops, strangers_by_side):
        return ([], [])
    return strangers_by_side


def _is_one_sentence(sides: Sides, ops: Sequence[Op], alone: tuple[list[Span], list[Span]]) -> bool:
    """Whether what is alone on either side is one short sentence against one: `Police left early`, reworded."""
    if len(alone[0]) != 1 or len(alone[1]) != 1 or len(ops) != 1:
        return False
    sizes = len(sides.left.content(alone[0][0])), len(sides.right.content(alone[1][0]))
    return max(sizes) < _FEWEST_CONTENT


def _without(ops: Sequence[Op], strangers: tuple[Sequence[Span], Sequence[Span]]) -> Iterator[Op]:
    """The ops without the tokens of some sentences. What is left of an edit on both sides stays one, and a word that
    stayed opposite a stranger stands opposite nothing."""
    edit: Op | None = None
    for op in ops:
        inside = tuple(_inside(span, side) for span, side in zip((op.left, op.right), strangers, strict=True))
        if op.tag == "equal" and not any(inside):
            if edit:
                yield edit
            edit = None
            yield op
            continue
        lefts = _outside(op.left, strangers[0])
        rights = _outside(op.right, strangers[1])
        for place in range(max(len(lefts), len(rights))):
            left = lefts[place] if place < len(lefts) else _behind(op.left[1], strangers[0])
            right = rights[place] if place < len(rights) else _behind(op.right[1], strangers[1])
            if edit and edit.left[1] == left[0] and edit.right[1] == right[0]:
                left, right = (edit.left[0], left[1]), (edit.right[0], right[1])
            elif edit:
                yield edit
            edit = Op(_tag(left, right), left, right)
    if edit:
        yield edit


def _tag(left: Span, right: Span) -> OpTag:
    """What two ranges are that differ."""
    return "replace" if left[0] < left[1] and right[0] < right[1] else "delete" if left[0] < left[1] else "insert"


def _behind(place: int, sentences: Sequence[Span]) -> Span:
    """The empty range at a place; behind the sentence, where the place is inside one."""
    behind = next((last for first, last in sentences if first < place < last), place)
    return (behind, behind)


def _inside(span: Span, sentences: Sequence[Span]) -> bool:
    return any(first <= span[0] and span[1] <= last for first, last in sentences)


def _outside(span: Span, sentences: Sequence[Span]) -> list[Span]:
    """What of a range stands in none of some sentences."""
    parts: list[Span] = []
    place = span[0]
    for first, last in sentences:
        if last <= span[0] or first >= span[1]:
            continue
        if place < first:
            parts.append((place, min(first, span[1])))
        place = max(place, last)
    if place < span[1]:
        parts.append((place, span[1]))
    return parts
