"""What every engine does, and what a value is when it could not be worked on."""

import resource
import sys
import traceback
from collections.abc import Callable, Iterator, Sequence
from types import NoneType
from typing import Any, Protocol, TypeVar

from sitegen.diagnostics import SitegenError
from sitegen.frozen import dataclass

Given = TypeVar("Given")
Value = TypeVar("Value")
Shared = TypeVar("Shared")
Result = TypeVar("Result")

TRIES = 2
"""Workers that a value may end: the first may have died of something else."""
BATCH_SECONDS = 0.05
"""Predicted work that is sent at once: small values would spend their time on the way."""
_PLAIN = (str, int, float, bytes, NoneType)
"""What can be sent to another process in any case."""


@dataclass(frozen=True, slots=True)
class Lost:
    """In place of a result that could not be had."""

    reason: str
    """What became of the process, for a message."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Used:
    """What a process took. One that died is not counted."""

    cpu: float
    """Seconds, user and system."""
    peak: float
    """MiB it held at its worst moment."""


def as_is(value: Any) -> Any:
    """The value itself."""
    return value


class Engine(Protocol):
    """Runs a function over values."""

    def map(
        self,
        function: Callable[[Shared, Value], Result],
        shared: Shared,
        values: Sequence[Given],
        costs: Sequence[float],
        *,
        load: Callable[[Given], Value] = as_is,
    ) -> Iterator[tuple[int, Result | Lost]]:
        """The results in any order, each with the index of its value. `costs` are predicted seconds.

        `load` is called here, when a value is on its turn, and gives what the function receives: of many values only
        those on their way are in memory. `shared` goes to every process once. Raises what the function raises.
        """
        ...

    def used(self) -> list[Used]:
        """What each process besides this one took since this was last asked."""
        ...


def result_of(function: Callable[[Any, Any], Any], shared: Any, value: Any) -> Any:
    """What a function makes of a value; Lost where memory or stack does not suffice."""
    try:
        return function(shared, value)
    except MemoryError:
        return Lost("there was not enough memory for it")
    except RecursionError:
        return Lost("it is nested too deep")


def answer_of(function: Callable[[Any, Any], Any], shared: Any, batch: Sequence[Any]) -> list[Any] | Exception:
    """The results of a batch, or the error that one of its values raised, as another process can have it."""
    try:
        return [result_of(function, shared, value) for value in batch]
    except Exception as failure:
        return _sendable(failure)


def _sendable(failure: Exception) -> Exception:
    """The error with where it happened: a traceback does not go to another process."""
    where = "".join(traceback.format_exception(failure))
    is_plain = type(failure).__module__ == "builtins" and all(isinstance(part, _PLAIN) for part in failure.args)
    if not is_plain and not isinstance(failure, SitegenError):
        # An error that cannot be made again in the parent would end this process without a word.
        return RuntimeError(where)
    failure.add_note(where)
    return failure


def batches_of(costs: Sequence[float]) -> Iterator[list[int]]:
    """Indexes of values, the costliest first, small ones together."""
    batch: list[int] = []
    total = 0.0
    for index in sorted(range(len(costs)), key=lambda index: (-costs[index], index)):
        if batch and total + costs[index] > BATCH_SECONDS:
            yield batch
            batch, total = [], 0.0
        batch.append(index)
        total += costs[index]
    if batch:
        yield batch


def used_by(process: int) -> Used:
    """What `resource` says of RUSAGE_SELF or RUSAGE_CHILDREN."""
    usage = resource.getrusage(process)
    return Used(
        cpu=usage.ru_utime + usage.ru_stime, peak=usage.ru_maxrss / (1 << 20 if sys.platform == "darwin" else 1 << 10)
    )


def used_here() -> Used:
    """What this process has taken so far."""
    return used_by(resource.RUSAGE_SELF)
