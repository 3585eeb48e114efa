"""Which engine runs the work of a build, and what its processes took."""

import os
from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from types import TracebackType
from typing import TYPE_CHECKING

from sitegen.engine.here import ThisProcess
from sitegen.engine.pool import ProcessPool
from sitegen.engine.protocol import Engine, Used

if TYPE_CHECKING:
    from sitegen.engine.cluster import DaskCluster

_WORTH_PROCESSES = 0.5
"""Seconds of work below which processes cost more than they save: each has its interpreter and imports to start."""
_WORTH_SENDING = 0.1
"""The same where the processes are there already."""
DASK = "dask"
"""The name of the engine that runs on a cluster; behind a colon the address of its scheduler."""


class Engines(AbstractContextManager["Engines"]):
    """The engines of one build. A cluster is connected to when the first work is due, and let go in the end.

    `name` is empty for whichever pays, or `here`, `pool`, `dask` or `dask:ADDRESS`. `workers` is a number of processes,
    0 for as many as there are cores. `identity` gives a hash of the program: a worker whose program has another one is
    refused. `preloaded` names modules that the work needs.
    """

    def __init__(self, name: str, workers: int, identity: Callable[[], str], preloaded: Sequence[str] = ()) -> None:
        self._name = name
        self._workers = workers or available_workers()
        self._identity = identity
        self._this_process, self._pool = ThisProcess(), ProcessPool(self._workers, preloaded)
        self._cluster: DaskCluster | None = None
        self._in_use: list[Engine] = []
        """Those that were made since somebody wanted to know what they used."""

    def make(self, costs: Sequence[float]) -> Engine:
        """An engine for values of those predicted seconds. Raises SitegenError where no cluster answers."""
        engine = self._chosen(costs)
        if engine not in self._in_use:
            self._in_use.append(engine)
        return engine

    def used(self) -> list[Used]:
        """What processes took since this was last asked."""
        engines, self._in_use = self._in_use, []
        return [used for engine in engines for used in engine.used()]

    def _chosen(self, costs: Sequence[float]) -> Engine:
        engine, _, address = self._name.partition(":")
        if engine == DASK and costs:
            if self._cluster is None:
                # Its libraries take a second to import.
                from sitegen.engine.cluster import connect

                self._cluster = connect(address, self._workers, self._identity)
            return self._cluster.engine
        workers = 1 if engine == "here" else self._workers
        is_worth_it = are_worth_processes(workers, costs, are_there=self._pool.is_running)
        return self._pool if engine == "pool" or is_worth_it else self._this_process

    def __exit__(
        self, kind: type[BaseException] | None, failure: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._pool.close()
        if self._cluster is not None:
            self._cluster.close()


def is_engine(name: str) -> bool:
    """Whether an engine is called so."""
    return name in ("here", "pool", DASK) or (name.startswith(f"{DASK}:") and len(name) > len(DASK) + 1)


def are_worth_processes(workers: int, costs: Sequence[float], *, are_there: bool = False) -> bool:
    """Whether values of those predicted seconds are done sooner by so many processes than by this one."""
    least = _WORTH_SENDING if are_there else _WORTH_PROCESSES
    return workers > 1 and len(costs) > 1 and sum(costs) >= least


def available_workers() -> int:
    """The cores this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
