"""Where work runs: in this process or in a pool of processes. Knows nothing of what the work is.

An engine is one method, `map`: a function of one value over many values. The function must be importable by name and
pure, and every result says which value it belongs to; so what comes of it does not depend on the engine. A value that
ends its process, or for which memory does not suffice, is `Lost` and costs no other value anything.
"""

import os
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from typing import Protocol, TypeVar

from sitegen.pool import Lost, Pool, Used, result_of, used_here

__all__ = ["Engine", "Lost", "ProcessPool", "ThisProcess", "Used", "available_workers", "engine_for", "used_here"]

Value = TypeVar("Value")
Shared = TypeVar("Shared")
Result = TypeVar("Result")

_WORTH_PROCESSES = 0.5
"""Seconds of work below which processes cost more than they save: each has its interpreter and imports to start."""
_BATCH = 0.05
"""Seconds of work sent at once: small values would spend their time in the pipe."""
_TRIES = 2
"""Processes that a value may end: the first may have died of something else."""


class Engine(Protocol):
    """Runs a function over values."""

    used: list[Used]
    """One a process besides this one, known when the results are through."""

    def map(
        self,
        function: Callable[[Shared, Value], Result],
        shared: Shared,
        values: Sequence[Value],
        costs: Sequence[float],
    ) -> Iterator[tuple[int, Result | Lost]]:
        """The results in any order, each with the index of its value. `costs` are predicted seconds.

        `shared` goes to every process once. Raises what the function raises.
        """
        ...


class ThisProcess:
    """Runs everything here, one after the other."""

    def __init__(self) -> None:
        self.used: list[Used] = []

    def map(
        self,
        function: Callable[[Shared, Value], Result],
        shared: Shared,
        values: Sequence[Value],
        costs: Sequence[float],  # noqa: ARG002
    ) -> Iterator[tuple[int, Result | Lost]]:
        """The results, each made when it is asked for."""
        for index, value in enumerate(values):
            yield index, result_of(function, shared, value)


class ProcessPool:
    """Runs in `workers` processes of this machine, the costliest values first."""

    def __init__(self, workers: int) -> None:
        self._workers = workers
        self.used: list[Used] = []

    def map(
        self,
        function: Callable[[Shared, Value], Result],
        shared: Shared,
        values: Sequence[Value],
        costs: Sequence[float],
    ) -> Iterator[tuple[int, Result | Lost]]:
        """The results as they come. Raises SitegenError when no process can be started."""
        waiting = deque(_batches(costs))
        tries = [0] * len(values)
        pool = Pool(function, shared, self.used)
        try:
            while waiting or pool.busy:
                while waiting and len(pool.workers) < self._workers:
                    pool.start()
                for worker in pool.ready():
                    yield from worker.taken()
                    if worker.dead:
                        lost = list(pool.bury(worker))
                        again = [one for one in lost if _may_again(tries, one, alone=len(lost) == 1)]
                        waiting.extendleft([one] for one in reversed(again))
                        yield from ((one, Lost(worker.fate)) for one in lost if one not in again)
                    elif waiting:
                        worker.give(waiting.popleft(), values)
            pool.dismiss()
        finally:
            pool.kill()


def _batches(costs: Sequence[float]) -> Iterator[list[int]]:
    """Indexes, the costliest first, small ones together."""
    batch: list[int] = []
    total = 0.0
    for index in sorted(range(len(costs)), key=lambda index: (-costs[index], index)):
        if batch and total + costs[index] > _BATCH:
            yield batch
            batch, total = [], 0.0
        batch.append(index)
        total += costs[index]
    if batch:
        yield batch


def _may_again(tries: list[int], index: int, *, alone: bool) -> bool:
    """Whether a value that was being worked on when its process died is given to another one, alone."""
    tries[index] += alone
    return tries[index] < _TRIES


def engine_for(workers: int, costs: Sequence[float]) -> Engine:
    """An engine for tasks of those predicted seconds; processes are not worth their start for little work."""
    small = workers <= 1 or len(costs) < 2 or sum(costs) < _WORTH_PROCESSES
    return ThisProcess() if small else ProcessPool(workers)


def available_workers() -> int:
    """The cores this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
