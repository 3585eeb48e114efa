"""An article as one sequence of tokens that still knows its blocks."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate

from sitegen.model import Block, Span, Token
from sitegen.text.tokens import tokenize, word_keys


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
