"""Gathers blocks that belong in one row, one to one, one to many or many to one. Knows nothing of their order.

A block belongs to the block that claims most of its words (claims.py). One that shares only stop-words with another is
in no group with it.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from sitegen.text.tokenized import Tokenized

_CHANGED = 0.2
"""Share of the shorter block's words claimed by the other that makes them one row; wikidiff2 starts there too."""
_PART = 0.5
"""Share of a block's words that makes it a part of a split or merged one."""
_ENOUGH_WORDS = 8
"""Claimed words that make two blocks one row whatever their length: a kept quotation inside a rewritten paragraph."""
_TWINS_AT_MOST = 1_000_000
"""Looks taken for the better of two equal printings; a text that repeats itself more than that is no prose."""


@dataclass(slots=True)
class Group:
    """Blocks that belong in one row; grows while claims are read."""

    left: list[int]
    right: list[int]
    weight: int


def gather(
    claims: Mapping[tuple[int, int], int],
    left: Tokenized,
    right: Tokenized,
    lefts: Sequence[int],
    rights: Sequence[int],
) -> list[Group]:
    """One-to-one, one-to-many and many-to-one groups of neighbouring blocks, strongest claims first."""
    sizes = ({b: left.word_count(left.span(b)) for b in lefts}, {b: right.word_count(right.span(b)) for b in rights})
    of_left: dict[int, Group] = {}
    of_right: dict[int, Group] = {}
    groups: list[Group] = []
    parts: list[tuple[int, int, int]] = []
    for (block, block_right), words in sorted(claims.items(), key=lambda claim: (-claim[1], claim[0])):
        size, size_right = sizes[0][block], sizes[1][block_right]
        if block not in of_left and block_right not in of_right:
            if words >= _ENOUGH_WORDS or words >= max(min(3, size, size_right), _CHANGED * min(size, size_right)):
                of_left[block] = of_right[block_right] = new_group = Group([block], [block_right], words)
                groups.append(new_group)
        elif words >= _PART * (size_right if block in of_left else size):
            parts.append((block, block_right, words))
    while _grown(parts, of_left, of_right):
        pass
    return sorted(groups, key=lambda group: (group.left, group.right))


def _grown(parts: Sequence[tuple[int, int, int]], of_left: dict[int, Group], of_right: dict[int, Group]) -> bool:
    """Whether a group took another block in; a later part may stand beside it only then."""
    grown = False
    for block, block_right, words in parts:
        group, group_right = of_left.get(block), of_right.get(block_right)
        if group and group_right is None and _may_take(group.left, group.right, block_right):
            group.right, group.weight = sorted([*group.right, block_right]), group.weight + words
            of_right[block_right] = group
            grown = True
        elif group_right and group is None and _may_take(group_right.right, group_right.left, block):
            group_right.left, group_right.weight = sorted([*group_right.left, block]), group_right.weight + words
            of_left[block] = group_right
            grown = True
    return grown


def _may_take(blocks: Sequence[int], taken: Sequence[int], block: int) -> bool:
    """Whether a group of one block against some may take another: nothing may stand between them.

    The ops of a row run from its first token to its last, and furniture is in no row.
    """
    return len(blocks) == 1 and any(abs(member - block) == 1 for member in taken)


def with_twins(groups: Sequence[Group], text: Tokenized, repeats: dict[int, int], side: int) -> list[Group]:
    """The groups, each with that of two equal printings of its block that crosses less; the other repeats it.

    `repeats` are the blocks of one side (0 left, 1 right) that are said again, and where.
    """
    twins = {full: early for early, full in repeats.items() if _equal_words(text, early, full)}
    if not twins or len(twins) * len(groups) > _TWINS_AT_MOST:
        return list(groups)
    reaches = [(group.left[0], group.left[-1], group.right[0], group.right[-1], group.weight) for group in groups]
    settled: list[Group] = []
    for place, group in enumerate(groups):
        blocks = group.right if side else group.left
        early = twins.get(blocks[0]) if len(blocks) == 1 else None
        if early is not None:
            twin = Group(group.left, [early], group.weight) if side else Group([early], group.right, group.weight)
            rest = [*reaches[:place], *reaches[place + 1 :]]
            if _crossed(twin, rest) < _crossed(group, rest):
                del repeats[early]
                repeats[blocks[0]] = early
                group = twin
        settled.append(group)
    return sorted(settled, key=lambda group: (group.left, group.right))


def _crossed(group: Group, rest: Iterable[tuple[int, int, int, int, int]]) -> int:
    """The weight of the groups that cannot be read in one order with this one.

    Each of `rest` is the first and the last block of a group, on the left and on the right, and its weight.
    """
    first, last, first_right, last_right = group.left[0], group.left[-1], group.right[0], group.right[-1]
    return sum(
        weight
        for start, end, start_right, end_right, weight in rest
        if not ((last < start and last_right < start_right) or (first > end and first_right > end_right))
    )


def _equal_words(text: Tokenized, block: int, twin: int) -> bool:
    return text.word_count(text.span(block)) == text.word_count(text.span(twin))
