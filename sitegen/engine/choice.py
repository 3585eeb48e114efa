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
DASK = "dask"
"""The name of the engine that runs on a cluster; behind a colon the address of its scheduler."""


class Engines(AbstractContextManager["Engines"]):
    """The engines of one build. A cluster is connected to when the first work is due, and let go in the end.

    `name` is empty for whichever pays, or `here`, `pool`, `dask` or `dask:ADDRESS`. `workers` is a number of processes,
    0 for as many as there are cores. `identity` gives a hash of the program: a worker whose program has another one is
    refused. `preloaded` names modules that the work needs.
    """

    def __init__(self, name: str, workers: int, identity: Callable[[], str], preloaded: Sequence[str] = ()) -> None:
        self._name, self._preloaded = name, preloaded
        self._workers = workers or available_workers()
        self._identity = identity
        self._engines: list[Engine] = []
        self._cluster: DaskCluster | None = None

    def make(self, costs: Sequence[float]) -> Engine:
        """An engine for values of those predicted seconds. Raises SitegenError where no cluster answers."""
        self._engines.append(self._chosen(costs))
        return self._engines[-1]

    def used(self) -> list[Used]:
        """What processes took since this was last asked."""
        engines, self._engines = self._engines, []
        return [used for engine in engines for used in engine.used]

    def _chosen(self, costs: Sequence[float]) -> Engine:
        engine, _, address = self._name.partition(":")
        if engine == DASK and costs:
            if self._cluster is None:
                # Its libraries take a second to import.
                from sitegen.engine.cluster import connect

                self._cluster = connect(address, self._workers, self._identity)
            return self._cluster.engine()
        if engine == "pool":
            return ProcessPool(self._workers, self._preloaded)
        return engine_for(1 if engine == "here" else self._workers, costs, self._preloaded)

    def __exit__(
        self, kind: type[BaseException] | None, failure: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._cluster is not None:
            self._cluster.close()


def is_engine(name: str) -> bool:
    """Whether an engine is called so."""
    return name in ("here", "pool", DASK) or (name.startswith(f"{DASK}:") and len(name) > len(DASK) + 1)


def engine_for(workers: int, costs: Sequence[float], preloaded: Sequence[str] = ()) -> Engine:
    """An engine for values of those predicted seconds; processes are not worth their start for little work."""
    small = workers <= 1 or len(costs) < 2 or sum(costs) < _WORTH_PROCESSES
    return ThisProcess() if small else ProcessPool(workers, preloaded)


def available_workers() -> int:
    """The cores this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
