"""Where work runs: in this process or in a pool of processes. Knows nothing of what the work is.

An engine is one method, `map`: a function of one value over many values, results in the order of the values. The
function must be importable by name and pure; so the results do not depend on the engine.
"""

import multiprocessing
import os
import signal
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from typing import Protocol, TypeVar

from sitegen.diagnostics import Diagnostic, Location, SitegenError, error

Value = TypeVar("Value")
Result = TypeVar("Result")

_CHUNKS_A_WORKER = 8
"""Chunks each worker gets: few enough to be cheap to send, enough to even out long and short work."""
_LARGEST_CHUNK = 32


class Engine(Protocol):
    """Runs a function over values."""

    def map(self, function: Callable[[Value], Result], values: Sequence[Value]) -> Iterator[Result]:
        """The results in the order of the values. Raises what the function raises."""
        ...


class ThisProcess:
    """Runs everything here, one after the other."""

    def map(self, function: Callable[[Value], Result], values: Sequence[Value]) -> Iterator[Result]:
        """The results, each made when it is asked for."""
        return map(function, values)


class ProcessPool:
    """Runs in `workers` processes of this machine."""

    def __init__(self, workers: int) -> None:
        self._workers = workers

    def map(self, function: Callable[[Value], Result], values: Sequence[Value]) -> Iterator[Result]:
        """The results as the workers finish, in order.

        Raises SitegenError when a worker dies.
        """
        chunk = max(1, min(_LARGEST_CHUNK, len(values) // (self._workers * _CHUNKS_A_WORKER)))
        # forkserver: a fork of this process would copy its threads' locks, and spawn imports everything once a worker.
        context = multiprocessing.get_context("forkserver")
        try:
            # Workers leave Ctrl-C to this process: one that dies of it with a lock in its hand would hang the others.
            pool = ProcessPoolExecutor(self._workers, mp_context=context, initializer=_ignore_interrupts)
            try:
                yield from pool.map(function, values, chunksize=chunk)
            finally:
                pool.shutdown(cancel_futures=True)
        except BrokenProcessPool as failure:
            raise SitegenError(_worker_died()) from failure


def _ignore_interrupts() -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def engine_for(workers: int, tasks: int) -> Engine:
    """An engine for that many tasks; processes are not worth their start for a handful."""
    return ThisProcess() if workers <= 1 or tasks < 2 * workers else ProcessPool(workers)


def available_workers() -> int:
    """The cores this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _worker_died() -> Diagnostic:
    return error(
        "worker-died",
        "a worker process died, most likely for want of memory",
        Location(path="build"),
        hint="try again with `--workers 1`",
    )
