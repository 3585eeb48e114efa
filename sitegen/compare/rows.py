"""Aligns the blocks of two copies into rows. Knows nothing of the words inside them; see words.py.

A block belongs to the block that claims most of its words (claims.py). What can be read in one order stays in place,
the rest has moved. A block that shares only stop-words with another is not changed: it is two blocks.
"""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from sitegen.align import Tile, heaviest_chain
from sitegen.compare.claims import Claims, claim, claimed_words
from sitegen.compare.rarity import Rarity
from sitegen.compare.repeats import repeated_blocks
from sitegen.compare.words import match_keys
from sitegen.model import RelationOfRow
from sitegen.text.tokenized import Tokenized

_CHANGED = 0.2
"""Share of the shorter block's words claimed by the other that makes them one row; wikidiff2 starts there too."""
_MOVED = 0.4
"""The same at another place in the text: a weaker likeness would point at strangers."""
_PART = 0.5
"""Share of a block's words that makes it a part of a split or merged one."""
_ENOUGH_WORDS = 8
"""Claimed words that make two blocks one row whatever their length: a kept quotation inside a rewritten paragraph."""
_LIKE = 0.5
"""Likeness (Dice) of the content words of two short blocks between the same neighbours."""
_LIKE_ENOUGH, _ENOUGH_SHARED = 0.25, 3
"""The same where they share so many words of content."""
_PHRASE = 4
"""Words of a shared run that makes two blocks between the same neighbours one row."""
_TWINS_AT_MOST = 1_000_000
"""Looks taken for the better of two equal printings; a text that repeats itself more than that is no prose."""
_PLACES = 16
"""A word that stands in more blocks than this says nothing about any two of them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BlockRow:
    """A row without its ops."""

    relation: RelationOfRow
    left: tuple[int, ...]
    right: tuple[int, ...]
    anchors: tuple[Tile, ...] = ()
    """Shared runs inside it that can be read in one order; token indexes of both articles."""


@dataclass(slots=True)
class _Group:
    """Blocks that belong in one row; grows while the edges are read."""

    left: list[int]
    right: list[int]
    weight: int


def align_blocks(
    left: Tokenized, right: Tokenized, blocks: Sequence[int], others: Sequence[int], rarity: Rarity
) -> tuple[tuple[BlockRow, ...], tuple[Tile, ...]]:
    """Rows in the order of the left text, and all that was found shared, in order of the left.

    Each of `blocks` (of the left) and `others` stands in exactly one row.
    """
    repeats, repeats_right = repeated_blocks(left, blocks), repeated_blocks(right, others)
    lefts = [block for block in blocks if block not in repeats]
    rights = [block for block in others if block not in repeats_right]
    claims = claim(left, right, lefts, rights, rarity.content)
    groups = _groups({pair: claimed_words(left, found) for pair, found in claims.items()}, left, right, blocks, others)
    groups = _with_twins(groups, left, repeats, 0)
    groups = _with_twins(groups, right, repeats_right, 1)
    kept = [groups[index] for index in heaviest_chain([(one.left[0], one.right[0], one.weight) for one in groups])]
    kept = _consistent(kept)
    kept_ids = {id(group) for group in kept}
    moved = [group for group in groups if id(group) not in kept_ids and _far_enough(group, left, right)]
    kept.sort(key=lambda group: group.left)
    kept += _equal_between(kept, moved, left, right, blocks, others)
    for group in kept:
        for block, other in zip(group.left, group.right, strict=False):
            repeats.pop(block, None)
            repeats_right.pop(other, None)
    kept.sort(key=lambda group: group.left)
    kept += _alike_between(kept, moved, left, right, lefts, rights, claims, rarity)
    kept.sort(key=lambda group: group.left)
    rows = [
        replace(row, anchors=_anchors(row, claims)) if row.left and row.right else row
        for row in _in_order(kept, moved, blocks, others, set(repeats), set(repeats_right))
    ]
    return tuple(rows), tuple(sorted(tile for found in claims.values() for tile in found))


def _anchors(row: BlockRow, claims: Claims) -> tuple[Tile, ...]:
    found = [tile for block in row.left for other in row.right for tile in claims.get((block, other), ())]
    return tuple(found[index] for index in heaviest_chain(found))


def _groups(
    claims: Mapping[tuple[int, int], int],
    left: Tokenized,
    right: Tokenized,
    lefts: Sequence[int],
    rights: Sequence[int],
) -> list[_Group]:
    """One-to-one, one-to-many and many-to-one groups of neighbouring blocks, strongest claims first."""
    sizes = ({b: left.word_count(left.span(b)) for b in lefts}, {b: right.word_count(right.span(b)) for b in rights})
    of_left: dict[int, _Group] = {}
    of_right: dict[int, _Group] = {}
    groups: list[_Group] = []
    parts: list[tuple[int, int, int]] = []
    for (block, other), words in sorted(claims.items(), key=lambda found: (-found[1], found[0])):
        size, size_right = sizes[0][block], sizes[1][other]
        if block not in of_left and other not in of_right:
            if words >= _ENOUGH_WORDS or words >= max(min(3, size, size_right), _CHANGED * min(size, size_right)):
                of_left[block] = of_right[other] = made = _Group([block], [other], words)
                groups.append(made)
        elif words >= _PART * (size_right if block in of_left else size):
            parts.append((block, other, words))
    while _grown(parts, of_left, of_right):
        pass
    return sorted(groups, key=lambda group: (group.left, group.right))


def _grown(parts: Sequence[tuple[int, int, int]], of_left: dict[int, _Group], of_right: dict[int, _Group]) -> bool:
    """Whether a group took another block in; a later part may stand beside it only then."""
    grown = False
    for block, other, words in parts:
        group, group_right = of_left.get(block), of_right.get(other)
        if group and group_right is None and _may_take(group.left, group.right, other):
            group.right, group.weight = sorted([*group.right, other]), group.weight + words
            of_right[other] = group
            grown = True
        elif group_right and group is None and _may_take(group_right.right, group_right.left, block):
            group_right.left, group_right.weight = sorted([*group_right.left, block]), group_right.weight + words
            of_left[block] = group_right
            grown = True
    return grown


def _may_take(one: Sequence[int], many: Sequence[int], block: int) -> bool:
    """Whether a group of one block against some may take another: nothing may stand between them.

    The ops of a row run from its first token to its last, and furniture is in no row.
    """
    return len(one) == 1 and any(abs(member - block) == 1 for member in many)


def _consistent(chain: Sequence[_Group]) -> list[_Group]:
    """The chain without groups that reach into the one before: their first blocks are in order, their last are not."""
    kept: list[_Group] = []
    for group in chain:
        if not kept or (kept[-1].left[-1] < group.left[0] and kept[-1].right[-1] < group.right[0]):
            kept.append(group)
    return kept


def _far_enough(group: _Group, left: Tokenized, right: Tokenized) -> bool:
    """Whether a group out of order is alike enough to be called moved."""
    words = sum(left.word_count(left.span(block)) for block in group.left)
    words_right = sum(right.word_count(right.span(block)) for block in group.right)
    return group.weight >= max(3, _MOVED * max(words, words_right))


def _with_twins(groups: Sequence[_Group], text: Tokenized, repeats: dict[int, int], side: int) -> list[_Group]:
    """The groups, each with that of two equal printings of its block that crosses less; the other repeats it.

    `repeats` are the blocks of one side (0 left, 1 right) that are said again, and where.
    """
    twins = {full: early for early, full in repeats.items() if _equal_words(text, early, full)}
    if not twins or len(twins) * len(groups) > _TWINS_AT_MOST:
        return list(groups)
    settled: list[_Group] = []
    for group in groups:
        blocks = group.right if side else group.left
        early = twins.get(blocks[0]) if len(blocks) == 1 else None
        if early is not None:
            twin = _Group(group.left, [early], group.weight) if side else _Group([early], group.right, group.weight)
            others = [other for other in groups if other is not group]
            if _crossed(twin, others) < _crossed(group, others):
                del repeats[early]
                repeats[blocks[0]] = early
                group = twin
        settled.append(group)
    return sorted(settled, key=lambda group: (group.left, group.right))


def _crossed(group: _Group, others: Iterable[_Group]) -> int:
    """The weight of the groups that cannot be read in one order with this one."""
    return sum(other.weight for other in others if not _in_one_order(group, other))


def _equal_words(text: Tokenized, one: int, other: int) -> bool:
    return text.word_count(text.span(one)) == text.word_count(text.span(other))


def _in_one_order(one: _Group, other: _Group) -> bool:
    before = one.left[-1] < other.left[0] and one.right[-1] < other.right[0]
    return before or (one.left[0] > other.left[-1] and one.right[0] > other.right[-1])


def _alike_between(
    kept: Sequence[_Group],
    moved: Sequence[_Group],
    left: Tokenized,
    right: Tokenized,
    lefts: Sequence[int],
    rights: Sequence[int],
    claims: Claims,
    rarity: Rarity,
) -> list[_Group]:
    """Pairs blocks that share less than others but stand between the same neighbours."""
    phrases = _phrases(left, claims)
    return [
        group
        for free, free_right in _gaps(kept, moved, lefts, rights)
        for group in _pairs(left, right, free, free_right, phrases, rarity)
    ]


def _equal_between(
    kept: Sequence[_Group],
    moved: Sequence[_Group],
    left: Tokenized,
    right: Tokenized,
    blocks: Sequence[int],
    others: Sequence[int],
) -> list[_Group]:
    """Pairs blocks that say the same between the same neighbours, however short, and repetitions that both print."""
    return [
        _Group([free[start + step]], [free_right[start_right + step]], 0)
        for free, free_right in _gaps(kept, moved, blocks, others)
        for start, start_right, length in match_keys(_keys(left, free), _keys(right, free_right))
        for step in range(length)
    ]


def _keys(text: Tokenized, blocks: Iterable[int]) -> list[str]:
    """One key for each block."""
    return ["\x1f".join(text.keys[slice(*text.span(block))]) for block in blocks]


def _gaps(
    kept: Sequence[_Group], moved: Sequence[_Group], lefts: Sequence[int], rights: Sequence[int]
) -> Iterator[tuple[Sequence[int], Sequence[int]]]:
    """The blocks of both sides that stand between two kept groups and in none; `kept` in order of the left."""
    taken = {block for group in [*kept, *moved] for block in group.left}
    taken_right = {block for group in [*kept, *moved] for block in group.right}
    free = [block for block in lefts if block not in taken]
    free_right = [block for block in rights if block not in taken_right]
    at, other = 0, 0
    for until, until_right in [*[(group.left[0], group.right[0]) for group in kept], (1 << 60, 1 << 60)]:
        end, end_right = bisect_left(free, until, at), bisect_left(free_right, until_right, other)
        if at < end and other < end_right:
            yield free[at:end], free_right[other:end_right]
        at, other = end, end_right


def _phrases(left: Tokenized, claims: Claims) -> dict[int, dict[int, int]]:
    """By block of the left and block of the right the words of their longest shared run, where it is a phrase."""
    found: dict[int, dict[int, int]] = {}
    for (block, other), tiles in claims.items():
        words = max(left.word_count((at, at + length)) for at, _, length in tiles)
        if words >= _PHRASE:
            found.setdefault(block, {})[other] = words
    return found


def _pairs(
    left: Tokenized,
    right: Tokenized,
    free: Sequence[int],
    free_right: Sequence[int],
    phrases: Mapping[int, Mapping[int, int]],
    rarity: Rarity,
) -> list[_Group]:
    """Blocks whose words of content are alike, or that share a phrase, in one order."""
    bags = {block: _content(right, block, rarity) for block in free_right}
    where: dict[str, list[int]] = {}
    for block, bag in bags.items():
        for key in bag:
            where.setdefault(key, []).append(block)
    alike: list[_Group] = []
    for block in free:
        bag = _content(left, block, rarity)
        shared: Counter[int] = Counter()
        for key, count in bag.items():
            places = where.get(key, ())
            if len(places) <= _PLACES:
                for other in places:
                    shared[other] += min(count, bags[other][key])
        size = bag.total()
        found = {other: words for other, words in phrases.get(block, {}).items() if other in bags}
        for other, words in shared.items():
            like = _LIKE if words < _ENOUGH_SHARED else _LIKE_ENOUGH
            if other not in found and 2 * words >= like * (size + bags[other].total()):
                found[other] = words
        alike += [_Group([block], [other], words) for other, words in found.items()]
    return [alike[index] for index in heaviest_chain([(one.left[0], one.right[0], one.weight) for one in alike])]


def _content(text: Tokenized, block: int, rarity: Rarity) -> Counter[str]:
    start, end = text.span(block)
    return Counter([key for key in text.keys[start:end] if key in rarity.content])


def _in_order(
    kept: Sequence[_Group],
    moved: Sequence[_Group],
    blocks: Sequence[int],
    others: Sequence[int],
    repeats: set[int],
    repeats_right: set[int],
) -> Iterable[BlockRow]:
    """Rows in the order of the left; what only the right has stands after the row it follows there."""
    moved_at = {group.left[0]: group for group in moved}
    inside = {block for group in moved for block in group.left[1:]}
    elsewhere = {block for group in moved for block in group.right}
    place = {block: index for index, block in enumerate(blocks)}
    place_right = {block: index for index, block in enumerate(others)}
    at, other = 0, 0
    for group in [*kept, None]:
        until = place[group.left[0]] if group else len(blocks)
        until_right = place_right[group.right[0]] if group else len(others)
        for block in blocks[at:until]:
            if block in moved_at:
                yield BlockRow(relation="moved", left=tuple(moved_at[block].left), right=tuple(moved_at[block].right))
            elif block not in inside:
                yield BlockRow(relation="repeated" if block in repeats else "left only", left=(block,), right=())
        for block in others[other:until_right]:
            if block not in elsewhere:
                yield BlockRow(relation="repeated" if block in repeats_right else "right only", left=(), right=(block,))
        if group:
            at, other = place[group.left[-1]] + 1, place_right[group.right[-1]] + 1
            yield BlockRow(relation=_relation(group), left=tuple(group.left), right=tuple(group.right))


def _relation(group: _Group) -> RelationOfRow:
    if len(group.left) == len(group.right) == 1:
        return "changed"
    return "split" if len(group.left) == 1 else "merged"
