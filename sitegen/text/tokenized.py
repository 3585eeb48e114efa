"""An article as one sequence of tokens that still knows its blocks."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import fields
from itertools import accumulate
from typing import Any, NamedTuple

from sitegen.frozen import dataclass
from sitegen.model import Block, Span, Token
from sitegen.text.footnotes import footnote_marks
from sitegen.text.tokens import tokenize, word_keys, words_in
from sitegen.text.values import read_values


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
    labels: tuple[str, ...] = ()
    """Row and column of each block that is a cell of a table; empty for any other."""

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

    __slots__ = ("_blocks", "_language", "_words_of")

    def __init__(self, blocks: Sequence[Block], language: str = "und") -> None:
        object.__setattr__(self, "_blocks", blocks)
        object.__setattr__(self, "_language", language)
        object.__setattr__(self, "_words_of", None)

    def __getattr__(self, name: str) -> Any:
        """Asked for a field that has no value yet: all of them get theirs, and are found from then on."""
        if name not in _FIELDS:
            raise AttributeError(name)
        made = tokenize_blocks(self._blocks, self._language)
        for one in _FIELDS:
            object.__setattr__(self, one, getattr(made, one))
        return getattr(made, name)

    def words_of(self, block: int) -> int:
        """How many tokens of a block are words."""
        if self._words_of is None:
            object.__setattr__(self, "_words_of", [_count(block) for block in self._blocks])
        return int(self._words_of[block])


def _count(block: Block) -> int:
    """How many words a block has, counted without making its tokens."""
    if block.role in UNCOUNTED:
        return 0
    return sum(words_in(text) for text, apart in _pieces(block) if not apart)


_FIELDS = frozenset(one.name for one in fields(Tokenized))


def tokenize_blocks(blocks: Sequence[Block], language: str = "und") -> Tokenized:
    """The tokens of an article's blocks. A figure, a date or a quantity is one token, however many its words are.

    `language` is a BCP 47 tag: it decides about keys, and about words that stand for values.
    """
    tokens: list[Token] = []
    keys: list[str] = []
    sizes: list[int] = []
    starts = [0]
    for block in blocks:
        of_block = _tokens_of(block, language)
        tokens += of_block.tokens
        keys += of_block.keys
        sizes += [0] * len(of_block.tokens) if block.role in UNCOUNTED else of_block.sizes
        starts.append(len(tokens))
    return Tokenized(
        tokens=tuple(tokens),
        keys=tuple(keys),
        words=tuple(map(bool, sizes)),
        counts=(0, *accumulate(sizes)),
        starts=tuple(starts),
        labels=tuple([block.label if block.role == "cell" else "" for block in blocks]),
    )


class _OfBlock(NamedTuple):
    """The tokens of a block by themselves."""

    tokens: tuple[Token, ...]
    keys: tuple[str, ...]
    sizes: tuple[int, ...]
    """How many words each holds, whatever the block's role."""


_BlockKey = tuple[str, str, int]
"""A language as it was given, a text, and where its label ends."""
_RECENT_TOKENS = 150_000
"""Tokens of the blocks that were asked for last; twice as many are held at the most, some 10 MiB."""


class RecentTokens:
    """The tokens of blocks that were asked for lately: copies of one text have most of their blocks in common, and
    grouping asks for the tokens of a text several times. Of 1,000 articles it spares half of all tokens.

    Two generations: what the younger one, once it is full, has not asked for again is forgotten.
    """

    def __init__(self) -> None:
        self._younger: dict[_BlockKey, _OfBlock] = {}
        self._older: dict[_BlockKey, _OfBlock] = {}
        self._count = 0

    def get(self, key: _BlockKey) -> _OfBlock | None:
        """Those of a block, where it was asked for lately."""
        of_block = self._younger.get(key)
        if of_block is None and (of_block := self._older.get(key)) is not None:
            self.add(key, of_block)
        return of_block

    def add(self, key: _BlockKey, of_block: _OfBlock) -> None:
        """Keeps those of a block."""
        self._count += len(of_block.tokens)
        if self._count > _RECENT_TOKENS:
            self._older, self._younger = self._younger, {}
            self._count = len(of_block.tokens)
        self._younger[key] = of_block

    def forget(self) -> None:
        """Keeps none of them."""
        self._younger, self._older, self._count = {}, {}, 0


RECENT = RecentTokens()


def _tokens_of(block: Block, language: str) -> _OfBlock:
    key = (language, block.text, block.label_end)
    of_block = RECENT.get(key)
    if of_block is None:
        tokens: list[Token] = []
        sizes: list[int] = []
        for text, apart in _pieces(block):
            if apart:
                _append_apart(tokenize(text, language), tokens, sizes)
            else:
                _append_values(tokenize(text, language), language, tokens, sizes)
        of_block = _OfBlock(tuple(tokens), tuple([token.key for token in tokens]), tuple(sizes))
        RECENT.add(key, of_block)
    return of_block


UNCOUNTED = frozenset({"caption", "crosshead", "pull quote", "notice", "credit", "prompt"})
"""Roles of blocks whose words are none of the report's, and are not counted."""
_APART = "\x01"
"""Before the key of a token that is no word of the text: in a label, or a mark of a footnote."""


def is_apart(key: str) -> bool:
    """Whether a key is that of a token in a label or of a mark of a footnote."""
    return key[:1] == _APART


def _pieces(block: Block) -> Iterator[tuple[str, bool]]:
    """The text of a block in pieces, each with whether it is no word of the text: its label, a mark of a footnote."""
    text, at = block.text, block.label_end
    if at:
        yield text[:at], True
    for start, end in footnote_marks(text) if "[" in text or not text.isascii() else ():
        if start >= at:
            if start > at:
                yield text[at:start], False
            yield text[start:end], True
            at = end
    if at < len(text) or not text:
        yield text[at:], False


def _append_apart(plain: tuple[Token, ...], tokens: list[Token], sizes: list[int]) -> None:
    tokens += [Token(token.text, _APART + token.key) for token in plain]
    sizes += [0] * len(plain)


def _append_values(plain: tuple[Token, ...], language: str, tokens: list[Token], sizes: list[int]) -> None:
    """Appends the tokens of a block, those of each value as one, and how many words each holds."""
    at = 0
    words = word_keys([token.key for token in plain])
    for start, end, value in read_values(plain, language):
        tokens += plain[at:start]
        sizes += words[at:start]
        tokens.append(Token("".join([token.text for token in plain[start:end]]), f"={value.key}", value))
        sizes.append(sum(words[start:end]))
        at = end
    tokens += plain[at:]
    sizes += words[at:]


def tokenize_line(text: str, language: str = "und") -> Tokenized:
    """The tokens of a text that is one block, such as a headline."""
    return tokenize_blocks((Block(id="b1", role="paragraph", text=text, line=1),), language)
