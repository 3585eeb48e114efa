"""Finds sentences that stand at another place, among the words that rows call gone and new.

A row is about blocks; a sentence, or several, may leave one block and turn up in another, with edits inside. What both
texts share was tiled before (claims.py): the shared runs that ended up gone on one side and new on the other are
joined, widened to whole sentences, and called a move when the two places are alike. The ops of both rows stay what
they are (deleted here, inserted there), cut at the ends of what moved. Nothing next to it is swallowed.

Tried and given up: matching the sentences that a segmenter finds on both sides. It cuts one sentence differently in two
surroundings (after a colon, inside a quotation), and cutting was half the cost of a comparison.
"""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from sitegen.align import Tile
from sitegen.compare.claims import has_content
from sitegen.compare.rarity import Rarity
from sitegen.compare.rows import BlockRow
from sitegen.compare.words import diff_words, tag_of
from sitegen.frozen import dataclass
from sitegen.model import Move, Op, Row, Span
from sitegen.text.sentences import may_end
from sitegen.text.tokenized import Tokenized

_WORDS = 4
"""A shorter sentence (`Yes, he said.`) may stand twice by chance."""
_FRAGMENT = 8
"""The same for words that are no whole sentence on either side."""
_ALIKE = 0.6
"""Likeness (Dice, of equal words) of two places of one sentence."""
_ELSEWHERE, _MOST = 6, 0.6
"""Tokens of a shared run that says where a sentence stands, and the share of the sentence that it must be."""
_APART = 8
"""Tokens between two shared runs of one sentence: an edit inside it."""
_WIDEN = 0.5
"""Tokens taken in up to the end of a sentence, as a share of those that are shared; `_APART` at the least."""
_BEYOND = 1 << 60


@dataclass(frozen=True, slots=True)
class _Runs:
    """What is gone, or new, of one side."""

    spans: list[Span]
    """In order of the text."""
    rows: list[int]
    """The row of each."""

    def run_of(self, token: int) -> int:
        """The run that holds the token; -1 for none."""
        index = bisect_right(self.spans, (token, _BEYOND)) - 1
        return index if index >= 0 and token < self.spans[index][1] else -1

    def next(self, token: int) -> int:
        """The first token from this one on that stands in a run; beyond every text for none."""
        index = bisect_right(self.spans, (token, _BEYOND))
        if index and token < self.spans[index - 1][1]:
            return token
        return self.spans[index][0] if index < len(self.spans) else _BEYOND


def find_moves(
    left: Tokenized,
    right: Tokenized,
    rows: Sequence[Row],
    shared: Iterable[Tile],
    gap: int,
    rarity: Rarity,
) -> tuple[tuple[Row, ...], tuple[Move, ...]]:
    """The rows with their ops cut at the ends of moved sentences, and the moves in the order of the left.

    `shared` are the runs of keys that both texts have, each token in one of them at most, in order of the left.
    """
    removed, new = _runs(rows, "left"), _runs(rows, "right")
    moves: list[Move] = []
    taken: tuple[list[Span], list[Span]] = ([], [])
    clusters = _clusters(_loose(shared, removed, new), removed, new)
    for tiles in sorted(clusters, key=lambda tiles: (-sum(tile[2] for tile in tiles), tiles)):
        places = removed.run_of(tiles[0][0]), new.run_of(tiles[0][1])
        span = _widened(left, tiles, 0, removed.spans[places[0]], taken[0])
        span_right = _widened(right, tiles, 1, new.spans[places[1]], taken[1])
        ops = _ops(left, right, span, span_right, gap, rarity)
        if not _is_move(left, right, span, span_right, ops, rarity.content):
            continue
        taken[0].append(span)
        taken[1].append(span_right)
        ends = (removed.rows[places[0]], new.rows[places[1]])
        moves.append(Move(rows=ends, left=span, right=span_right, ops=ops))
    moves.sort(key=lambda move: move.left)
    cut = {index for move in moves for index in move.rows}
    return tuple(_cut(row, index, moves) if index in cut else row for index, row in enumerate(rows)), tuple(moves)


def find_elsewhere(
    left: Tokenized, right: Tokenized, rows: Iterable[BlockRow], shared: Iterable[Tile]
) -> tuple[frozenset[int], frozenset[int]]:
    """Tokens of both texts whose sentence stands in the other text at another place than their row.

    Words that such a sentence has in common with the one that took its place are chance.
    """
    anchors_of_rows = {tile for row in rows for tile in row.anchors}
    elsewhere: tuple[set[int], set[int]] = (set(), set())
    for tile in shared:
        start, start_right, length = tile
        if length < _ELSEWHERE or tile in anchors_of_rows:
            continue
        if _is_most_of_it(left, start, start + length) or _is_most_of_it(right, start_right, start_right + length):
            elsewhere[0].update(range(start, start + length))
            elsewhere[1].update(range(start_right, start_right + length))
    return frozenset(elsewhere[0]), frozenset(elsewhere[1])


def _is_most_of_it(text: Tokenized, start: int, end: int) -> bool:
    """Whether a range is most of the sentence, or the sentences, that it stands in."""
    first, last = start, end
    while not may_end(text, first):
        first -= 1
    while not may_end(text, last):
        last += 1
    return end - start >= _MOST * (last - first)


def _runs(rows: Sequence[Row], side: str) -> _Runs:
    runs_and_rows = [
        (getattr(op, side), index)
        for index, row in enumerate(rows)
        if row.relation not in ("same", "repeated")
        for op in row.ops
        if op.tag != "equal" and getattr(op, side)[0] < getattr(op, side)[1]
    ]
    runs_and_rows.sort()
    return _Runs([span for span, _ in runs_and_rows], [row for _, row in runs_and_rows])


def _loose(shared: Iterable[Tile], removed: _Runs, new: _Runs) -> Iterator[Tile]:
    """The parts of the shared runs that are gone on the left and new on the right."""
    for start, start_right, length in shared:
        offset = 0
        while True:
            offset = max(removed.next(start + offset) - start, new.next(start_right + offset) - start_right)
            if offset >= length:
                break
            run, run_right = removed.run_of(start + offset), new.run_of(start_right + offset)
            if run < 0 or run_right < 0:
                continue
            end = min(length, removed.spans[run][1] - start, new.spans[run_right][1] - start_right)
            yield start + offset, start_right + offset, end - offset
            offset = end


def _clusters(tiles: Iterable[Tile], removed: _Runs, new: _Runs) -> list[list[Tile]]:
    """Tiles of one run on both sides that follow each other closely, in one order."""
    clusters: list[list[Tile]] = []
    ends: tuple[int, int] = (-1, -1)
    for tile in tiles:
        start, start_right, _ = tile
        if clusters:
            before = clusters[-1][-1]
            apart = (start - before[0] - before[2], start_right - before[1] - before[2])
            if (
                ends == (removed.run_of(start), new.run_of(start_right))
                and 0 <= apart[1] <= _APART
                and apart[0] <= _APART
            ):
                clusters[-1].append(tile)
                continue
        ends = (removed.run_of(start), new.run_of(start_right))
        clusters.append([tile])
    return clusters


def _widened(text: Tokenized, tiles: Sequence[Tile], side: int, run: Span, taken: Iterable[Span]) -> Span:
    """From the first shared token to the last, widened or narrowed to where sentences begin and end in the run."""
    start, end = tiles[0][side], tiles[-1][side] + tiles[-1][2]
    for range_taken in taken:
        if range_taken[1] <= start:
            run = (max(run[0], range_taken[1]), run[1])
        elif end <= range_taken[0]:
            run = (run[0], min(run[1], range_taken[0]))
        else:
            return (start, start)
    most = max(_APART, int(_WIDEN * (end - start)))
    first = next(
        (token for token in range(start, max(run[0], start - most) - 1, -1) if _begins(text, token, run)), None
    )
    last = next((token for token in range(end, min(run[1], end + most) + 1) if _ends(text, token, run)), None)
    if first is None:
        first = next((token for token in range(start, end) if _begins(text, token, run)), end)
    if last is None:
        last = next((token for token in range(end, first, -1) if _ends(text, token, run)), first)
    return (first, last) if first < last else (start, start)


def _begins(text: Tokenized, token: int, run: Span) -> bool:
    """Whether a sentence may begin with this token: the run does, or one has ended before."""
    return token == run[0] or may_end(text, token)


def _ends(text: Tokenized, token: int, run: Span) -> bool:
    return token == run[1] or may_end(text, token)


def _is_move(
    left: Tokenized, right: Tokenized, span: Span, span_right: Span, ops: Iterable[Op], content: frozenset[str]
) -> bool:
    """Whether two places hold one sentence."""
    words, words_right = left.word_count(span), right.word_count(span_right)
    is_whole = any(
        may_end(text, start) and may_end(text, end) for text, (start, end) in ((left, span), (right, span_right))
    )
    if min(words, words_right) < (_WORDS if is_whole else _FRAGMENT):
        return False
    if not is_whole and not _is_most_of_it(left, *span) and not _is_most_of_it(right, *span_right):
        return False
    equal = [op.left for op in ops if op.tag == "equal"]
    kept = sum(left.word_count(span_kept) for span_kept in equal)
    return 2 * kept >= _ALIKE * (words + words_right) and any(
        has_content(left, span_kept, content) for span_kept in equal
    )


def _ops(left: Tokenized, right: Tokenized, span: Span, span_right: Span, gap: int, rarity: Rarity) -> tuple[Op, ...]:
    begin = (span[0], span_right[0])
    return diff_words(left.keys[slice(*span)], right.keys[slice(*span_right)], gap=gap, rarity=rarity, begin=begin)


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
    token = span[0]
    for start, end in sorted(
        range_moved for range_moved in moved if span[0] <= range_moved[0] and range_moved[1] <= span[1]
    ):
        if token < start:
            parts.append(((token, start), False))
        parts.append(((start, end), True))
        token = end
    if token < span[1]:
        parts.append(((token, span[1]), False))
    return parts


def _pieces(op: Op, lefts: Sequence[tuple[Span, bool]], rights: Sequence[tuple[Span, bool]]) -> list[Op]:
    """Ops over the parts of both sides in order; what has not moved stays one replacement where it stands alone."""
    if not any(moved for _, moved in (*lefts, *rights)):
        return [op]
    ops: list[Op] = []
    token, token_right = op.left[0], op.right[0]
    waiting = list(rights)
    for span, moved in lefts:
        if not moved and waiting and not waiting[0][1]:
            counterpart, _ = waiting.pop(0)
            ops.append(Op(tag_of(span, counterpart), span, counterpart))
            token_right = counterpart[1]
        else:
            ops.append(Op("delete", span, (token_right, token_right)))
        token = span[1]
    for span, _ in waiting:
        ops.append(Op("insert", (token, token), span))
        token_right = span[1]
    return ops
