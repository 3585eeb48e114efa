"""Patterns that are compiled when they are first used: to compile all of them is a fifth of the start of a build.

For patterns that a build may never reach. What a pattern means is left to the module that has it.
"""

import re
from collections.abc import Callable
from functools import cached_property, partial
from typing import Any, cast

import regex


class _LatePattern:
    """A pattern that is not compiled yet."""

    def __init__(self, compile_pattern: Callable[[str, int], Any], source: str, flags: int) -> None:
        self._compile = partial(compile_pattern, source, flags)
        self.pattern = source

    @cached_property
    def _compiled(self) -> Any:
        return self._compile()

    def __getattr__(self, name: str) -> Any:
        """What the compiled pattern has under a name; found here from then on, as fast as there."""
        if name.startswith("__"):
            raise AttributeError(name)
        attribute = getattr(self._compiled, name)
        setattr(self, name, attribute)
        return attribute


def late_pattern(source: str, flags: int = 0) -> "regex.Pattern[str]":
    """As `regex.compile`, when it is first asked to match."""
    return cast("regex.Pattern[str]", _LatePattern(regex.compile, source, flags))


def late_re(source: str, flags: int = 0) -> "re.Pattern[str]":
    """As `re.compile`, when it is first asked to match."""
    return cast("re.Pattern[str]", _LatePattern(re.compile, source, flags))
