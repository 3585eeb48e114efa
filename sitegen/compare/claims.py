"""What the blocks of two copies share: every run of keys once, cut where blocks end. Knows nothing of rows.

Shared runs are tiled over both texts (align.passages) before anything is paired, so that a word is claimed once and a
paragraph that stands twice does not pair crosswise.
"""

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence

from sitegen.align import Tile, shared_tiles
from sitegen.model import Span
from sitegen.text.tokenized import Tokenized

_LONG = 8
"""Words of a run that is no chance, whatever they are."""

Claims = Mapping[tuple[int, int], Sequence[Tile]]
"""By block of the left and block of the right what they share; tiles hold token indexes of the articles."""


def claim(
    left: Tokenized, right: Tokenized, lefts: Sequence[int], rights: Sequence[int], contents: frozenset[str]
) -> Claims:
    """What each pair of blocks shares, every word once; without pairs that share but a few stop-words.

    What both begin with, and end with, block for block, belongs together whatever else says the same.
    """
    start, end = _equal_ends(left, right, lefts, rights)
    claims = {pair: [_whole_block(left, right, *pair)] for pair in zip(lefts[:start], rights[:start], strict=True)}
    last, last_right = len(lefts) - end, len(rights) - end
    claims |= {pair: [_whole_block(left, right, *pair)] for pair in zip(lefts[last:], rights[last_right:], strict=True)}
    content = set(claims)
    lefts, rights = lefts[start:last], rights[start:last_right]
    keys, borders = _flat(left, lefts)
    keys_right, borders_right = _flat(right, rights)
    for start, start_right, length in shared_tiles(keys, keys_right):
        end = start + length
        while start < end:
            index, index_right = bisect_right(borders, start) - 1, bisect_right(borders_right, start_right) - 1
            step = min(end, borders[index + 1], start + borders_right[index_right + 1] - start_right) - start
            pair = (lefts[index], rights[index_right])
            first = left.starts[pair[0]] + start - borders[index]
            second = right.starts[pair[1]] + start_right - borders_right[index_right]
            claims.setdefault(pair, []).append((first, second, step))
            run = (first, first + step)
            if pair not in content and (has_content(left, run, contents) or left.word_count(run) >= _LONG):
                content.add(pair)
            start, start_right = start + step, start_right + step
    return {pair: tiles for pair, tiles in claims.items() if pair in content}


def _equal_ends(left: Tokenized, right: Tokenized, lefts: Sequence[int], rights: Sequence[int]) -> tuple[int, int]:
    """How many blocks both texts begin with, and how many of the rest both end with."""

    def equal(block: int, block_right: int) -> bool:
        return left.keys[slice(*left.span(block))] == right.keys[slice(*right.span(block_right))]

    most = min(len(lefts), len(rights))
    start = next((index for index in range(most) if not equal(lefts[index], rights[index])), most)
    rest = most - start
    return start, next((index for index in range(rest) if not equal(lefts[-1 - index], rights[-1 - index])), rest)


def _whole_block(left: Tokenized, right: Tokenized, block: int, block_right: int) -> Tile:
    start, end = left.span(block)
    return start, right.span(block_right)[0], end - start


def claimed_words(text: Tokenized, tiles: Iterable[Tile]) -> int:
    """How many words of the left the tiles hold."""
    return sum(text.word_count((start, start + length)) for start, _, length in tiles)


def has_content(text: Tokenized, span: Span, contents: frozenset[str]) -> bool:
    """Whether a range holds a word of content. `contents` are the keys of such words."""
    return not contents.isdisjoint(text.keys[slice(*span)])


def _flat(text: Tokenized, blocks: Sequence[int]) -> tuple[list[str], list[int]]:
    """The keys of some blocks in one list, and where each of them begins in it, and at last its length."""
    keys: list[str] = []
    borders = [0]
    for block in blocks:
        keys.extend(text.keys[slice(*text.span(block))])
        borders.append(len(keys))
    return keys, borders
