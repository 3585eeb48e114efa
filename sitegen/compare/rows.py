"""Aligns the blocks of two copies into rows. Knows nothing of the words inside them; see words.py.

Shared runs are tiled over both texts first (align.passages), so that every word is claimed once; a block belongs to
the block that claims most of its words. What can be read in one order stays in place, the rest has moved. A block that
shares only stop-words with another is not changed: it is two blocks.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sitegen.align import heaviest_chain, shared_tiles
from sitegen.compare.repeats import repeated_blocks
from sitegen.model import RelationOfRow
from sitegen.text.stopwords import is_content
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


@dataclass(frozen=True, slots=True, kw_only=True)
class BlockRow:
    """A row without its ops."""

    relation: RelationOfRow
    left: tuple[int, ...]
    right: tuple[int, ...]


@dataclass(slots=True)
class _Group:
    """Blocks that belong in one row; grows while the edges are read."""

    left: list[int]
    right: list[int]
    weight: int


def align_blocks(
    left: Tokenized, right: Tokenized, blocks: Sequence[int], others: Sequence[int], stops: frozenset[str]
) -> tuple[BlockRow, ...]:
    """Rows in the order of the left text. Each of `blocks` (of the left) and `others` stands in exactly one row."""
    repeats, repeats_right = repeated_blocks(left, blocks), repeated_blocks(right, others)
    lefts = [block for block in blocks if block not in repeats]
    rights = [block for block in others if block not in repeats_right]
    groups = _groups(_claims(left, right, lefts, rights, stops), left, right, blocks, others)
    kept = [groups[index] for index in heaviest_chain([(one.left[0], one.right[0], one.weight) for one in groups])]
    kept = _consistent(kept)
    kept_ids = {id(group) for group in kept}
    moved = [group for group in groups if id(group) not in kept_ids and _far_enough(group, left, right)]
    kept += _alike_between(kept, moved, left, right, lefts, rights, stops)
    kept.sort(key=lambda group: group.left)
    return tuple(_in_order(kept, moved, blocks, others, repeats, repeats_right))


def _claims(
    left: Tokenized, right: Tokenized, lefts: Sequence[int], rights: Sequence[int], stops: frozenset[str]
) -> Counter[tuple[int, int]]:
    """Words each pair of blocks shares in tiles, every word counted once."""
    keys, owners = _flat(left, lefts)
    keys_right, owners_right = _flat(right, rights)
    claims: Counter[tuple[int, int]] = Counter()
    content: set[tuple[int, int]] = set()
    for start, start_right, length in shared_tiles(keys, keys_right):
        for step in range(length):
            key = keys[start + step]
            pair = (owners[start + step], owners_right[start_right + step])
            if any(map(str.isalnum, key)):
                claims[pair] += 1
                if pair not in content and is_content(key, stops):
                    content.add(pair)
    return Counter({pair: words for pair, words in claims.items() if pair in content})


def _flat(text: Tokenized, blocks: Iterable[int]) -> tuple[list[str], list[int]]:
    """The keys of some blocks in one list, and the block of each."""
    keys: list[str] = []
    owners: list[int] = []
    for block in blocks:
        start, end = text.span(block)
        keys.extend(text.keys[start:end])
        owners.extend([block] * (end - start))
    return keys, owners


def _groups(
    claims: Counter[tuple[int, int]], left: Tokenized, right: Tokenized, lefts: Sequence[int], rights: Sequence[int]
) -> list[_Group]:
    """One-to-one, one-to-many and many-to-one groups of neighbouring blocks, strongest claims first."""
    sizes = ({b: left.word_count(left.span(b)) for b in lefts}, {b: right.word_count(right.span(b)) for b in rights})
    of_left: dict[int, _Group] = {}
    of_right: dict[int, _Group] = {}
    groups: list[_Group] = []
    for (block, other), words in sorted(claims.items(), key=lambda claim: (-claim[1], claim[0])):
        size, size_right = sizes[0][block], sizes[1][other]
        group, group_right = of_left.get(block), of_right.get(other)
        if group is None and group_right is None:
            if words >= _ENOUGH_WORDS or words >= max(2, _CHANGED * min(size, size_right)):
                of_left[block] = of_right[other] = made = _Group([block], [other], words)
                groups.append(made)
        elif group and group_right is None and words >= _PART * size_right and _grows(group.left, group.right, other):
            group.right, group.weight = sorted([*group.right, other]), group.weight + words
            of_right[other] = group
        elif (
            group_right
            and group is None
            and words >= _PART * size
            and _grows(group_right.right, group_right.left, block)
        ):
            group_right.left, group_right.weight = sorted([*group_right.left, block]), group_right.weight + words
            of_left[block] = group_right
    return sorted(groups, key=lambda group: (group.left, group.right))


def _grows(one: Sequence[int], many: Sequence[int], block: int) -> bool:
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


def _alike_between(
    kept: Sequence[_Group],
    moved: Sequence[_Group],
    left: Tokenized,
    right: Tokenized,
    lefts: Sequence[int],
    rights: Sequence[int],
    stops: frozenset[str],
) -> list[_Group]:
    """Pairs short blocks that share no run of three keys but stand between the same neighbours."""
    taken = {block for group in [*kept, *moved] for block in group.left}
    taken_right = {block for group in [*kept, *moved] for block in group.right}
    found: list[_Group] = []
    edges = [*[(group.left[0], group.right[0], group.left[-1], group.right[-1]) for group in kept]]
    from_left, from_right = -1, -1
    for until, until_right, last, last_right in [*edges, (10**9, 10**9, 0, 0)]:
        free = [block for block in lefts if from_left < block < until and block not in taken]
        free_right = [block for block in rights if from_right < block < until_right and block not in taken_right]
        found += _pairs(left, right, free, free_right, stops)
        from_left, from_right = last, last_right
    return found


def _pairs(
    left: Tokenized, right: Tokenized, free: Sequence[int], free_right: Sequence[int], stops: frozenset[str]
) -> list[_Group]:
    found: list[_Group] = []
    begin = 0
    if len(free) * len(free_right) > 10_000:
        return found
    for block in free:
        bag = _content(left, block, stops)
        for at in range(begin, len(free_right)):
            bag_right = _content(right, free_right[at], stops)
            shared = (bag & bag_right).total()
            if shared and 2 * shared >= _LIKE * (bag.total() + bag_right.total()):
                found.append(_Group([block], [free_right[at]], shared))
                begin = at + 1
                break
    return found


def _content(text: Tokenized, block: int, stops: frozenset[str]) -> Counter[str]:
    start, end = text.span(block)
    words = zip(text.keys[start:end], text.words[start:end], strict=True)
    return Counter(key for key, word in words if word and is_content(key, stops))


def _in_order(
    kept: Sequence[_Group],
    moved: Sequence[_Group],
    blocks: Sequence[int],
    others: Sequence[int],
    repeats: frozenset[int],
    repeats_right: frozenset[int],
) -> Iterable[BlockRow]:
    """Rows in the order of the left; what only the right has stands after the row it follows there."""
    moved_at = {group.left[0]: group for group in moved}
    inside = {block for group in moved for block in group.left[1:]}
    elsewhere = {block for group in moved for block in group.right}
    at, other = 0, 0
    for group in [*kept, None]:
        until = blocks.index(group.left[0]) if group else len(blocks)
        until_right = others.index(group.right[0]) if group else len(others)
        for block in blocks[at:until]:
            if block in moved_at:
                yield BlockRow(relation="moved", left=tuple(moved_at[block].left), right=tuple(moved_at[block].right))
            elif block not in inside:
                yield BlockRow(relation="repeated" if block in repeats else "left only", left=(block,), right=())
        for block in others[other:until_right]:
            if block not in elsewhere:
                yield BlockRow(relation="repeated" if block in repeats_right else "right only", left=(), right=(block,))
        if group:
            at, other = blocks.index(group.left[-1]) + 1, others.index(group.right[-1]) + 1
            yield BlockRow(relation=_relation(group), left=tuple(group.left), right=tuple(group.right))


def _relation(group: _Group) -> RelationOfRow:
    if len(group.left) == len(group.right) == 1:
        return "changed"
    return "split" if len(group.left) == 1 else "merged"
