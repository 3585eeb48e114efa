"""Aligns the blocks of two copies into rows. Knows nothing of the words inside them; see words.py.

Groups of blocks (groups.py) that can be read in one order stay in place, the others have moved; what is left between
the same neighbours is paired where it is alike (between.py).
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from sitegen.align import Tile, heaviest_chain
from sitegen.compare.between import alike_between, equal_anywhere, equal_between
from sitegen.compare.cells import with_cells
from sitegen.compare.claims import Claims, claim, claimed_words
from sitegen.compare.groups import Group, gather, with_twins
from sitegen.compare.rarity import Rarity
from sitegen.compare.repeats import repeated_blocks
from sitegen.frozen import dataclass
from sitegen.model import RelationOfRow
from sitegen.text.tokenized import Tokenized

_MOVED = 0.4
"""Share of the longer block's words claimed by the other at another place: less would point at strangers."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BlockRow:
    """A row without its ops."""

    relation: RelationOfRow
    left: tuple[int, ...]
    right: tuple[int, ...]
    anchors: tuple[Tile, ...] = ()
    """Shared runs inside it that can be read in one order; token indexes of both articles."""


def align_blocks(
    left: Tokenized, right: Tokenized, blocks: Sequence[int], blocks_right: Sequence[int], rarity: Rarity
) -> tuple[tuple[BlockRow, ...], tuple[Tile, ...]]:
    """Rows in the order of the left text, and all that was found shared, in order of the left.

    Each of `blocks` (of the left) and `others` stands in exactly one row.
    """
    repeats, repeats_right = repeated_blocks(left, blocks), repeated_blocks(right, blocks_right)
    lefts = [block for block in blocks if block not in repeats]
    rights = [block for block in blocks_right if block not in repeats_right]
    claims = claim(left, right, lefts, rights, rarity.content)
    groups = gather(
        {pair: claimed_words(left, tiles) for pair, tiles in claims.items()}, left, right, blocks, blocks_right
    )
    groups = with_cells(groups, left, right, lefts, rights)
    groups = with_twins(groups, left, repeats, 0)
    groups = with_twins(groups, right, repeats_right, 1)
    kept = [
        groups[index] for index in heaviest_chain([(group.left[0], group.right[0], group.weight) for group in groups])
    ]
    kept = _consistent(kept)
    kept_ids = {id(group) for group in kept}
    moved = [group for group in groups if id(group) not in kept_ids and _far_enough(group, left, right)]
    kept.sort(key=lambda group: group.left)
    kept += equal_between(kept, moved, left, right, blocks, blocks_right)
    for group in kept:
        for block, block_right in zip(group.left, group.right, strict=False):
            repeats.pop(block, None)
            repeats_right.pop(block_right, None)
    kept.sort(key=lambda group: group.left)
    moved += equal_anywhere(kept, moved, left, right, lefts, rights)
    kept += alike_between(kept, moved, left, right, lefts, rights, claims, rarity)
    kept.sort(key=lambda group: group.left)
    rows = [
        replace(row, anchors=_anchors(row, claims)) if row.left and row.right else row
        for row in _in_order(kept, moved, blocks, blocks_right, set(repeats), set(repeats_right))
    ]
    return tuple(rows), tuple(sorted(tile for tiles in claims.values() for tile in tiles))


def without_parts(row: BlockRow, left: Tokenized, right: Tokenized, strangers: frozenset[int]) -> Iterable[BlockRow]:
    """A split or merged row without those of its parts at either end that turned out to be strangers to it.

    `strangers` are blocks of the side that has several. Each is a row of its own, in its place.
    """
    merged = row.relation == "merged"
    parts = list(row.left if merged else row.right)
    before, after = [], []
    while len(parts) > 1 and parts[0] in strangers:
        before.append(parts.pop(0))
    while len(parts) > 1 and parts[-1] in strangers:
        after.append(parts.pop())
    yield from (_alone(block, merged=merged) for block in before)
    text = left if merged else right
    start, end = text.span(parts[0])[0], text.span(parts[-1])[1]
    yield replace(
        row,
        relation=row.relation if len(parts) > 1 else "changed",
        left=tuple(parts) if merged else row.left,
        right=row.right if merged else tuple(parts),
        anchors=tuple(tile for tile in row.anchors if start <= tile[0 if merged else 1] < end),
    )
    yield from (_alone(block, merged=merged) for block in reversed(after))


def _alone(block: int, *, merged: bool) -> BlockRow:
    if merged:
        return BlockRow(relation="left only", left=(block,), right=())
    return BlockRow(relation="right only", left=(), right=(block,))


def _anchors(row: BlockRow, claims: Claims) -> tuple[Tile, ...]:
    tiles = [tile for block in row.left for block_right in row.right for tile in claims.get((block, block_right), ())]
    return tuple(tiles[index] for index in heaviest_chain(tiles))


def _consistent(chain: Sequence[Group]) -> list[Group]:
    """The chain without groups that reach into the one before: their first blocks are in order, their last are not."""
    kept: list[Group] = []
    for group in chain:
        if not kept or (kept[-1].left[-1] < group.left[0] and kept[-1].right[-1] < group.right[0]):
            kept.append(group)
    return kept


def _far_enough(group: Group, left: Tokenized, right: Tokenized) -> bool:
    """Whether a group out of order is alike enough to be called moved."""
    words = sum(left.word_count(left.span(block)) for block in group.left)
    words_right = sum(right.word_count(right.span(block)) for block in group.right)
    return group.weight >= max(3, _MOVED * max(words, words_right))


def _in_order(
    kept: Sequence[Group],
    moved: Sequence[Group],
    blocks: Sequence[int],
    blocks_right: Sequence[int],
    repeats: set[int],
    repeats_right: set[int],
) -> Iterable[BlockRow]:
    """Rows in the order of the left; what only the right has stands after the row it follows there."""
    moved_at = {group.left[0]: group for group in moved}
    inside = {block for group in moved for block in group.left[1:]}
    elsewhere = {block for group in moved for block in group.right}
    place = {block: index for index, block in enumerate(blocks)}
    place_right = {block: index for index, block in enumerate(blocks_right)}
    begin, begin_right = 0, 0
    for group in [*kept, None]:
        until = place[group.left[0]] if group else len(blocks)
        until_right = place_right[group.right[0]] if group else len(blocks_right)
        for block in blocks[begin:until]:
            if block in moved_at:
                yield BlockRow(relation="moved", left=tuple(moved_at[block].left), right=tuple(moved_at[block].right))
            elif block not in inside:
                yield BlockRow(relation="repeated" if block in repeats else "left only", left=(block,), right=())
        for block in blocks_right[begin_right:until_right]:
            if block not in elsewhere:
                yield BlockRow(relation="repeated" if block in repeats_right else "right only", left=(), right=(block,))
        if group:
            begin, begin_right = place[group.left[-1]] + 1, place_right[group.right[-1]] + 1
            yield BlockRow(relation=_relation(group), left=tuple(group.left), right=tuple(group.right))


def _relation(group: Group) -> RelationOfRow:
    if len(group.left) == len(group.right) == 1:
        return "changed"
    return "split" if len(group.left) == 1 else "merged"
