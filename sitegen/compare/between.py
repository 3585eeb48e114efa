"""Pairs blocks that share less than others but stand between the same neighbours. Knows nothing of their words' order.

There the same line is enough, however short; a phrase; a part of the words of content; or a few of them that are too
rare in the two texts to meet by chance.
"""

from bisect import bisect_left
from collections import Counter, deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain

from sitegen.align import heaviest_chain
from sitegen.compare.claims import Claims
from sitegen.compare.groups import Group
from sitegen.compare.rarity import Rarity, thousandths
from sitegen.compare.words import match_keys
from sitegen.model import Span
from sitegen.text.tokenized import Tokenized

_LIKE = 0.5
"""Likeness (Dice) of the content words of two short blocks between the same neighbours."""
_LIKE_ENOUGH, _ENOUGH_SHARED = 0.25, 3
"""The same where they share so many words of content."""
_PHRASE = 4
"""Words of a shared run that makes two blocks between the same neighbours one row."""
_PLACES = 16
"""A word that stands in more blocks than this says nothing about any two of them."""
_LIKE_RARE = 0.15
"""Likeness where the words shared are rare ..."""
_CHANCE = -5_000
"""... so that two such blocks share them by chance no more often than this (a logarithm, in thousandths)."""


def alike_between(
    kept: Sequence[Group],
    moved: Sequence[Group],
    left: Tokenized,
    right: Tokenized,
    lefts: Sequence[int],
    rights: Sequence[int],
    claims: Claims,
    rarity: Rarity,
) -> list[Group]:
    """Pairs blocks that share less than others but stand between the same neighbours."""
    phrases = _phrases(left, claims)
    return [
        group
        for free, free_right in _gaps(kept, moved, lefts, rights)
        for group in _pairs(left, right, free, free_right, phrases, rarity)
    ]


def equal_between(
    kept: Sequence[Group],
    moved: Sequence[Group],
    left: Tokenized,
    right: Tokenized,
    blocks: Sequence[int],
    blocks_right: Sequence[int],
) -> list[Group]:
    """Pairs blocks that say the same between the same neighbours, however short, and repetitions that both print."""
    return [
        Group([free[start + step]], [free_right[start_right + step]], 0)
        for free, free_right in _gaps(kept, moved, blocks, blocks_right)
        for start, start_right, length in match_keys(_keys(left, free), _keys(right, free_right))
        for step in range(length)
    ]


def equal_anywhere(
    kept: Sequence[Group],
    moved: Sequence[Group],
    left: Tokenized,
    right: Tokenized,
    lefts: Sequence[int],
    rights: Sequence[int],
) -> list[Group]:
    """Pairs what is left of blocks that say the same, wherever they are: the entries of a list in another order.

    As many of a line as both texts have, in order. Linear in the blocks.
    """
    taken = {block for group in [*kept, *moved] for block in group.left}
    taken_right = {block for group in [*kept, *moved] for block in group.right}
    places: dict[str, deque[int]] = {}
    free_right = [block for block in rights if block not in taken_right and right.words_of(block)]
    for key, block in zip(_keys(right, free_right), free_right, strict=True):
        places.setdefault(key, deque()).append(block)
    free = [block for block in lefts if block not in taken and left.words_of(block)]
    return [
        Group([block], [places[key].popleft()], 0)
        for key, block in zip(_keys(left, free), free, strict=True)
        if places.get(key)
    ]


def _keys(text: Tokenized, blocks: Iterable[int]) -> list[str]:
    """One key for each block."""
    return ["\x1f".join(text.keys[slice(*text.span(block))]) for block in blocks]


def _gaps(
    kept: Sequence[Group], moved: Sequence[Group], lefts: Sequence[int], rights: Sequence[int]
) -> Iterator[tuple[Sequence[int], Sequence[int]]]:
    """The blocks of both sides that stand between two kept groups and in none; `kept` in order of the left."""
    taken = {block for group in [*kept, *moved] for block in group.left}
    taken_right = {block for group in [*kept, *moved] for block in group.right}
    free = [block for block in lefts if block not in taken]
    free_right = [block for block in rights if block not in taken_right]
    position, position_right = 0, 0
    for until, until_right in [*[(group.left[0], group.right[0]) for group in kept], (1 << 60, 1 << 60)]:
        end, end_right = bisect_left(free, until, position), bisect_left(free_right, until_right, position_right)
        if position < end and position_right < end_right:
            yield free[position:end], free_right[position_right:end_right]
        position, position_right = end, end_right


def _phrases(left: Tokenized, claims: Claims) -> dict[int, dict[int, int]]:
    """By block of the left and block of the right the words of their longest shared run, where it is a phrase."""
    words_by_pair: dict[int, dict[int, int]] = {}
    for (block, block_right), tiles in claims.items():
        words = max(left.word_count((start, start + length)) for start, _, length in tiles)
        if words >= _PHRASE:
            words_by_pair.setdefault(block, {})[block_right] = words
    return words_by_pair


def _pairs(
    left: Tokenized,
    right: Tokenized,
    free: Sequence[int],
    free_right: Sequence[int],
    phrases: Mapping[int, Mapping[int, int]],
    rarity: Rarity,
) -> list[Group]:
    """Blocks whose words of content are alike, or that share a phrase, in one order."""
    bags = {block: _content(right, block, rarity) for block in free_right}
    where: dict[str, list[int]] = {}
    for block, bag in bags.items():
        for key in bag:
            where.setdefault(key, []).append(block)
    where = {key: places for key, places in where.items() if len(places) <= _PLACES}
    sizes = {block: bag.total() for block, bag in bags.items()}
    alike: list[Group] = []
    for block in free:
        bag = _content(left, block, rarity)
        telling = Counter({key: count for key, count in bag.items() if key in where})
        repeated = telling.total() - len(telling)
        shared_words = {
            block_right: words for block_right, words in phrases.get(block, {}).items() if block_right in bags
        }
        for block_right, shared in Counter(chain.from_iterable([where[key] for key in telling])).items():
            size = bag.total() + sizes[block_right]
            if block_right in shared_words or 2 * (shared + repeated) < _LIKE_RARE * size:
                continue
            keys = list((telling & bags[block_right]).elements())
            if _are_alike(keys, (bag.total(), sizes[block_right]), len(free) * len(free_right), rarity):
                shared_words[block_right] = len(keys)
        alike += [Group([block], [block_right], words) for block_right, words in shared_words.items()]
    return [
        alike[index] for index in heaviest_chain([(group.left[0], group.right[0], group.weight) for group in alike])
    ]


def _are_alike(shared: Sequence[str], sizes: Span, pairs: int, rarity: Rarity) -> bool:
    """Whether two blocks of so many words of content, of which they share some, are one that was changed.

    `pairs` are those that could be made between the same neighbours: of many, one is alike by chance.
    """
    likeness = 2 * len(shared) / sum(sizes)
    if likeness >= (_LIKE if len(shared) < _ENOUGH_SHARED else _LIKE_ENOUGH):
        return True
    # Two words of many are too few, however rare: paragraphs of one report share its matter.
    if likeness < (_LIKE_RARE if len(shared) >= _ENOUGH_SHARED else _LIKE_ENOUGH):
        return False
    meetings = sum([rarity.shares[key] for key in shared]) + len(shared) * thousandths(max(sizes) + 1)
    return meetings + thousandths(pairs) <= _CHANCE


def _content(text: Tokenized, block: int, rarity: Rarity) -> Counter[str]:
    start, end = text.span(block)
    return Counter([key for key in text.keys[start:end] if key in rarity.content])
