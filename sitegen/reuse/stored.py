"""Stands for what was read of an article and stays in the cache until somebody asks for it."""

from collections.abc import Iterator, Sequence
from typing import Any, Protocol, overload

from sitegen.model import Block
from sitegen.reuse.readings import Head


class Keeper(Protocol):
    """Has the texts and heads of all articles."""

    def blocks(self, key: str, /) -> tuple[Block, ...]:
        """The text under a key."""
        ...

    def head(self, key: str, /) -> Head:
        """The head under a key."""
        ...


class StoredBlocks(Sequence[Block]):
    """The blocks of an article, fetched when they are asked for."""

    __slots__ = ("_shelf", "key")

    def __init__(self, shelf: Keeper, key: str) -> None:
        self._shelf, self.key = shelf, key

    def _blocks(self) -> tuple[Block, ...]:
        return self._shelf.blocks(self.key)

    @overload
    def __getitem__(self, at: int) -> Block: ...
    @overload
    def __getitem__(self, at: slice) -> tuple[Block, ...]: ...
    def __getitem__(self, at: int | slice) -> Block | tuple[Block, ...]:
        return self._blocks()[at]

    def __len__(self) -> int:
        return len(self._blocks())

    def __iter__(self) -> Iterator[Block]:
        return iter(self._blocks())

    def __eq__(self, other: object) -> bool:
        return self._blocks() == (other._blocks() if isinstance(other, StoredBlocks) else other)

    def __hash__(self) -> int:
        return hash(self._blocks())

    def __reduce__(self) -> tuple[type, tuple[list[Block]]]:
        """In another process they are a plain tuple: it has no shelf."""
        return tuple, (list(self._blocks()),)


class Later:
    """A part of a reading's head, fetched when something of it is asked for."""

    __slots__ = ("_key", "_part", "_shelf")

    def __init__(self, shelf: Keeper, key: str, part: str) -> None:
        self._shelf, self._key, self._part = shelf, key, part

    def __getattr__(self, name: str) -> Any:
        return getattr(getattr(self._shelf.head(self._key), self._part), name)
