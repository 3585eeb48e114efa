"""Finds single sentences that stand at another place, among the words that rows call gone and new.

A row is about blocks; a sentence may leave one block and turn up in another, with edits inside. The ops of both rows
stay what they are (deleted here, inserted there), cut at the sentence's ends; the move says that the two belong
together. Nothing next to it is swallowed.
"""

from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import replace

from sitegen.align import shared_tiles
from sitegen.compare.words import diff_words, shifted, tag_of
from sitegen.model import Move, Op, Row, Span
from sitegen.text.sentences import sentence_spans
from sitegen.text.stopwords import is_content
from sitegen.text.tokenized import Tokenized

_WORDS = 4
"""A shorter sentence (`Yes, he said.`) may stand twice by chance."""
_ALIKE = 0.6
"""Likeness (Dice, of words in shared runs) of two places of one sentence; an edit of a tenth leaves some 0.7."""
_WHOLE = 0.8
"""Share of a sentence's words that must be gone: most of it left, not a clause."""
_WORTH = 0.25
"""Share of the words between two full stops that must stand in shared runs of three before sentences are cut."""
_STOPS = frozenset({".", "!", "?", "。", "؟", "।"})
_PAIRS_AT_MOST = 40_000
"""Pairs of sentences looked at; a text torn into more pieces than that has no order to speak of."""

_Unit = tuple[int, Span]
"""A row, and the tokens of a sentence in it that are gone or new."""


def find_moves(
    left: Tokenized, right: Tokenized, rows: Sequence[Row], gap: int, stops: frozenset[str]
) -> tuple[tuple[Row, ...], tuple[Move, ...]]:
    """The rows with their ops cut at the ends of moved sentences, and the moves in the order of the left."""
    runs = (_runs(left, rows, "left"), _runs(right, rows, "right"))
    shared = _grams(left, runs[0]) & _grams(right, runs[1])
    gone, new = list(_units(left, rows, "left", runs[0], shared)), list(_units(right, rows, "right", runs[1], shared))
    if not gone or not new or len(gone) * len(new) > _PAIRS_AT_MOST:
        return tuple(rows), ()
    moves = tuple(
        Move(rows=(one[0], other[0]), ops=_ops(left, right, one[1], other[1], gap, stops), left=one[1], right=other[1])
        for one, other in _matched(left, right, gone, new, stops)
    )
    cut = {index for move in moves for index in move.rows}
    return tuple(_cut(row, index, moves) if index in cut else row for index, row in enumerate(rows)), moves


def _runs(text: Tokenized, rows: Sequence[Row], side: str) -> dict[int, list[Span]]:
    """By row the runs of one side that are gone, or new, and long enough to hold a sentence."""
    found: dict[int, list[Span]] = {}
    for index, row in enumerate(rows):
        if row.relation in ("same", "repeated"):
            continue
        runs = [getattr(op, side) for op in row.ops if op.tag != "equal"]
        runs = [run for run in runs if text.word_count(run) >= _WORDS]
        if runs:
            found[index] = runs
    return found


def _grams(text: Tokenized, runs: Mapping[int, Iterable[Span]]) -> set[tuple[str, ...]]:
    return {gram for spans in runs.values() for span in spans for gram in _seeds(text, span)}


def _units(
    text: Tokenized, rows: Sequence[Row], side: str, runs: Mapping[int, Sequence[Span]], shared: Set[tuple[str, ...]]
) -> Iterable[_Unit]:
    """Sentences of one side whose words are gone, or new, in one run, and that `shared` grams say stand elsewhere."""
    for index, spans in runs.items():
        covered = _covered(text, spans, shared)
        if not covered:
            continue
        for block in getattr(rows[index], side):
            start, end = text.span(block)
            if not _worth_a_look(text, start, end, covered):
                continue
            for sentence in sentence_spans(text, block):
                for run in spans:
                    inside = (max(run[0], sentence[0]), min(run[1], sentence[1]))
                    words = text.word_count(inside) if inside[0] < inside[1] else 0
                    if words >= _WORDS and words >= _WHOLE * text.word_count(sentence):
                        yield index, inside


def _covered(text: Tokenized, spans: Iterable[Span], shared: Set[tuple[str, ...]]) -> set[int]:
    """Tokens of the runs that stand in a shared gram."""
    found: set[int] = set()
    for start, end in spans:
        for at, gram in enumerate(_seeds(text, (start, end)), start):
            if gram in shared:
                found.update((at, at + 1, at + 2))
    return found


def _worth_a_look(text: Tokenized, start: int, end: int, covered: Set[int]) -> bool:
    """Whether enough stands together between two full stops for a sentence to have moved; cutting sentences is slow."""
    words, hits = 0, 0
    for at in range(start, end):
        words += text.words[at]
        hits += at in covered and text.words[at]
        if text.keys[at] in _STOPS or at == end - 1:
            if hits >= 3 and hits >= _WORTH * words:
                return True
            words, hits = 0, 0
    return False


def _matched(
    left: Tokenized, right: Tokenized, gone: Sequence[_Unit], new: Sequence[_Unit], stops: frozenset[str]
) -> list[tuple[_Unit, _Unit]]:
    """Pairs of one sentence at two places, the likest first, each place once; in the order of the left."""
    where: dict[tuple[str, ...], set[int]] = {}
    for at, (_, span) in enumerate(new):
        for seed in _seeds(right, span):
            where.setdefault(seed, set()).add(at)
    likeness = []
    for at, (_, span) in enumerate(gone):
        for other in sorted({one for seed in _seeds(left, span) for one in where.get(seed, ())}):
            alike = _likeness(left, right, span, new[other][1], stops)
            if alike >= _ALIKE:
                likeness.append((-alike, at, other))
    pairs: list[tuple[_Unit, _Unit]] = []
    taken: tuple[set[int], set[int]] = (set(), set())
    for _, at, other in sorted(likeness):
        if at not in taken[0] and other not in taken[1]:
            taken[0].add(at)
            taken[1].add(other)
            pairs.append((gone[at], new[other]))
    return sorted(pairs, key=lambda pair: pair[0][1])


def _seeds(text: Tokenized, span: Span) -> list[tuple[str, ...]]:
    keys = text.keys[slice(*span)]
    return list(zip(keys, keys[1:], keys[2:], strict=False))


def _likeness(left: Tokenized, right: Tokenized, span: Span, other: Span, stops: frozenset[str]) -> float:
    keys = left.keys[slice(*span)]
    words = left.words[slice(*span)]
    shared, content = 0, 0
    for start, _, length in shared_tiles(keys, right.keys[slice(*other)], seed=2):
        for at in range(start, start + length):
            shared += words[at]
            content += words[at] and is_content(keys[at], stops)
    return 2 * shared / (sum(words) + right.word_count(other)) if content > 1 else 0.0


def _ops(left: Tokenized, right: Tokenized, span: Span, other: Span, gap: int, stops: frozenset[str]) -> tuple[Op, ...]:
    ops = diff_words(left.keys[slice(*span)], right.keys[slice(*other)], gap=gap, stops=stops)
    return tuple(shifted(op, span[0], other[0]) for op in ops)


def _cut(row: Row, index: int, moves: Sequence[Move]) -> Row:
    """The row, its ops cut so that each moved sentence is an op of its own on its side."""
    lefts = [move.left for move in moves if move.rows[0] == index]
    rights = [move.right for move in moves if move.rows[1] == index]
    ops: list[Op] = []
    for op in row.ops:
        if op.tag == "equal":
            ops.append(op)
            continue
        ops += _pieces(op, _parts(op.left, lefts), _parts(op.right, rights))
    return replace(row, ops=tuple(ops))


def _parts(span: Span, moved: Sequence[Span]) -> list[tuple[Span, bool]]:
    """A range cut at the moved sentences inside it, and whether each part is one."""
    parts: list[tuple[Span, bool]] = []
    at = span[0]
    for start, end in sorted(one for one in moved if span[0] <= one[0] and one[1] <= span[1]):
        if at < start:
            parts.append(((at, start), False))
        parts.append(((start, end), True))
        at = end
    if at < span[1]:
        parts.append(((at, span[1]), False))
    return parts


def _pieces(op: Op, lefts: Sequence[tuple[Span, bool]], rights: Sequence[tuple[Span, bool]]) -> list[Op]:
    """Ops over the parts of both sides in order; what has not moved stays one replacement where it stands alone."""
    if not any(moved for _, moved in (*lefts, *rights)):
        return [op]
    ops: list[Op] = []
    at, other = op.left[0], op.right[0]
    waiting = list(rights)
    for span, moved in lefts:
        if not moved and waiting and not waiting[0][1]:
            counterpart, _ = waiting.pop(0)
            ops.append(Op(tag_of(span, counterpart), span, counterpart))
            other = counterpart[1]
        else:
            ops.append(Op("delete", span, (other, other)))
        at = span[1]
    for span, _ in waiting:
        ops.append(Op("insert", (at, at), span))
        other = span[1]
    return ops
