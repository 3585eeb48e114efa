"""Patterns that are compiled when they are first used: to compile the longest takes as long as to import numpy.

For long patterns that most runs never reach. What a pattern means is left to the module that has it.
"""

from functools import cached_property
from typing import Any, cast

import regex


class _LatePattern:
    """A pattern of `regex` with the methods that the program asks for."""

    def __init__(self, source: str, flags: int) -> None:
        self._source, self._flags = source, flags

    @cached_property
    def _compiled(self) -> "regex.Pattern[str]":
        return regex.compile(self._source, self._flags)

    @cached_property
    def match(self) -> Any:
        return self._compiled.match

    @cached_property
    def fullmatch(self) -> Any:
        return self._compiled.fullmatch

    @cached_property
    def search(self) -> Any:
        return self._compiled.search


def late_pattern(source: str, flags: int = 0) -> "regex.Pattern[str]":
    """As `regex.compile`, when it is first asked to match."""
    return cast("regex.Pattern[str]", _LatePattern(source, flags))
