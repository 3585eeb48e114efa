"""An article as one sequence of tokens that still knows its blocks."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, fields
from itertools import accumulate
from typing import Any

from sitegen.model import Block, Span, Token
from sitegen.text.tokens import tokenize, word_keys, words_in


@dataclass(frozen=True, slots=True, kw_only=True)
class Tokenized:
    """All tokens of an article's blocks, furniture included, in reading order."""

    tokens: tuple[Token, ...]
    keys: tuple[str, ...]
    """The key of each token."""
    words: tuple[bool, ...]
    """Whether each token is a word or number."""
    counts: tuple[int, ...]
    """How many words stand before each token, and at the end how many there are."""
    starts: tuple[int, ...]
    """Index of each block's first token, and at the end the number of tokens."""

    def span(self, block: int) -> Span:
        """The tokens of a block."""
        return (self.starts[block], self.starts[block + 1])

    def block_of(self, token: int) -> int:
        """The block a token stands in."""
        return bisect_right(self.starts, token) - 1

    def text(self, span: Span, *, begin: int | None = None) -> str:
        """The tokens of a range as printed, with a line feed where one block ends and the next begins.

        `begin` is the first token of a longer text of which this is a piece, so that the pieces, joined, are that text.
        """
        start, end = span
        if start >= end:
            return ""
        first = self.block_of(start)
        if begin is None and end <= self.starts[first + 1]:
            return "".join([token.text for token in self.tokens[start:end]])
        begins_later = begin is not None and start > begin and start == self.starts[first]
        printed = ["\n"] if begins_later else []
        for block in range(first, self.block_of(end - 1) + 1):
            piece = self.tokens[max(start, self.starts[block]) : min(end, self.starts[block + 1])]
            printed += ["\n"] if block > first else []
            printed += [token.text for token in piece]
        return "".join(printed)

    def word_count(self, span: Span) -> int:
        """How many tokens of a range are words."""
        return self.counts[span[1]] - self.counts[span[0]] if span[0] < span[1] else 0

    def words_of(self, block: int) -> int:
        """How many tokens of a block are words."""
        return self.word_count(self.span(block))


class TokenizedLater(Tokenized):
    """The same, of which nothing is made until it is asked for. Most texts of an archive are compared with none, and
    of those only how many words their blocks have is wanted: that is told without.
    """

    __slots__ = ("_blocks", "_words_of")

    def __init__(self, blocks: Sequence[Block]) -> None:
        object.__setattr__(self, "_blocks", blocks)
        object.__setattr__(self, "_words_of", None)

    def __getattr__(self, name: str) -> Any:
        """Asked for a field that has no value yet: all of them get theirs, and are found from then on."""
        if name not in _FIELDS:
            raise AttributeError(name)
        made = tokenize_blocks(self._blocks)
        for one in _FIELDS:
            object.__setattr__(self, one, getattr(made, one))
        return getattr(made, name)

    def words_of(self, block: int) -> int:
        """How many tokens of a block are words."""
        if self._words_of is None:
            object.__setattr__(self, "_words_of", [words_in(one.text) for one in self._blocks])
        return int(self._words_of[block])


_FIELDS = frozenset(one.name for one in fields(Tokenized))


def tokenize_blocks(blocks: Sequence[Block]) -> Tokenized:
    """The tokens of an article's blocks."""
    tokens: list[Token] = []
    starts = [0]
    for block in blocks:
        tokens.extend(tokenize(block.text))
        starts.append(len(tokens))
    keys = tuple([token.key for token in tokens])
    words = word_keys(keys)
    return Tokenized(
        tokens=tuple(tokens),
        keys=keys,
        words=words,
        counts=(0, *accumulate(words)),
        starts=tuple(starts),
    )


def tokenize_line(text: str) -> Tokenized:
    """The tokens of a text that is one block, such as a headline."""
    return tokenize_blocks((Block(id="b1", kind="paragraph", text=text, line=1),))
