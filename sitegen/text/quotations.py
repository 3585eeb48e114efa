"""Finds what stands inside quotation marks. Knows nothing of who is quoted, nor of other copies."""

from collections.abc import Iterable, Iterator

from sitegen.text.tokenized import Tokenized

_OPENING, _CLOSING = frozenset("“«„‹「『"), frozenset("”»‟›」』")
_FEWEST = 3
"""Words of the shortest quotation; fewer are a term or a title."""


def quotations(text: Tokenized, blocks: Iterable[int]) -> Iterator[tuple[str, ...]]:
    """The keys of the words of each quotation of three words and more; one ends at the latest with its block."""
    for block in blocks:
        said: list[str] = []
        depth, straight = 0, False
        for at in range(*text.span(block)):
            mark = text.tokens[at].text.strip()
            if mark == '"':
                straight = not straight
            elif mark == "“" and depth:
                depth -= 1  # German closes with what English opens with
            else:
                depth = max(0, depth + (mark in _OPENING) - (mark in _CLOSING))
            if depth or straight:
                said += [text.keys[at]] if text.words[at] else []
            elif said:
                yield from _long_enough(said)
                said = []
        yield from _long_enough(said)


def _long_enough(said: list[str]) -> Iterator[tuple[str, ...]]:
    if len(said) >= _FEWEST:
        yield tuple(said)
