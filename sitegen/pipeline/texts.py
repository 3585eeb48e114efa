"""The texts of articles and what their files declare, loaded when they are asked for; a few of each are held."""

from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from typing import Any, overload

from sitegen.frozen import replace
from sitegen.memo import Memo, Task
from sitegen.model import Article, Block
from sitegen.pipeline.article_files import blocks_of, declarations_of
from sitegen.read.article import Declarations

TextKey = tuple[Task[Any], str, str]
"""The task that read an article, the name of its item and the digest of its value."""
HELD = 16
"""Texts that are held after they were asked for: whoever asks for a block soon asks for the next."""


class StoredTexts:
    """Loads what was read. Raises LostValue where it is gone: the cache is damaged, or somebody has altered it."""

    def __init__(self, memo: Memo) -> None:
        self._memo = memo
        self.blocks = lru_cache(maxsize=HELD)(self._blocks)
        self.declarations = lru_cache(maxsize=HELD)(self._declarations)

    def packed(self, key: TextKey) -> bytes:
        """What was read, as it is remembered."""
        return self._memo.packed(*key)

    def _blocks(self, key: TextKey, with_lines: bool) -> tuple[Block, ...]:
        return blocks_of(self.packed(key), with_lines=with_lines)

    def _declarations(self, key: TextKey) -> Declarations:
        return declarations_of(self.packed(key))


class StoredText(Sequence[Block]):
    """The blocks of an article, loaded when they are asked for."""

    __slots__ = ("_key", "_texts", "_with_lines")

    def __init__(self, texts: StoredTexts, key: TextKey, *, with_lines: bool = True) -> None:
        """`with_lines`: whether it says where in its file each block stands."""
        self._texts, self._key, self._with_lines = texts, key, with_lines

    def _blocks(self) -> tuple[Block, ...]:
        return self._texts.blocks(self._key, self._with_lines)

    @overload
    def __getitem__(self, index: int) -> Block: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[Block, ...]: ...
    def __getitem__(self, index: int | slice) -> Block | tuple[Block, ...]:
        return self._blocks()[index]

    def __len__(self) -> int:
        return len(self._blocks())

    def __iter__(self) -> Iterator[Block]:
        return iter(self._blocks())

    def __eq__(self, blocks: object) -> bool:
        return self._blocks() == (blocks._blocks() if isinstance(blocks, StoredText) else blocks)

    def __hash__(self) -> int:
        return hash(self._blocks())

    def __reduce__(self) -> tuple[Callable[[bytes, bool], tuple[Block, ...]], tuple[bytes, bool]]:
        """In another process they are a plain tuple: it has no store. What is sent is unpacked there."""
        return _unpacked, (self._texts.packed(self._key), self._with_lines)


def _unpacked(packed: bytes, with_lines: bool) -> tuple[Block, ...]:
    return blocks_of(packed, with_lines=with_lines)


def with_texts(articles: Sequence[Article]) -> tuple[Article, ...]:
    """The articles with their texts in memory."""
    return tuple(replace(article, blocks=tuple(article.blocks)) for article in articles)
