"""Finds the blocks that a text prints a second time: a preview above the paywall, a standfirst repeated."""

from collections.abc import Sequence
from itertools import compress

from sitegen.text.tokenized import Tokenized

_WORDS = 8
"""A shorter block may stand twice by chance: a place, a caption, a refrain."""


def repeated_blocks(text: Tokenized, blocks: Sequence[int]) -> dict[int, int]:
    """Of `blocks`, those that another one says again, word for word, or begins with; and that other one.

    The earlier printing is the repetition: what is repeated is a preview, and the full text follows it.
    """
    repeated: dict[int, int] = {}
    later: dict[tuple[str, ...], int] = {}
    for block in reversed(blocks):
        start, end = text.span(block)
        words = tuple(compress(text.keys[start:end], text.words[start:end]))
        if len(words) < _WORDS:
            continue
        opening = words[:_WORDS]
        earlier = later.get(opening)
        if earlier is None:
            later[opening] = block
        elif _says_all(text, earlier, words):
            repeated[block] = earlier
    return repeated


def _says_all(text: Tokenized, earlier: int, words: tuple[str, ...]) -> bool:
    start, end = text.span(earlier)
    full = tuple(compress(text.keys[start:end], text.words[start:end]))
    return full[: len(words)] == words
