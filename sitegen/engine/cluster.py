"""The engine that runs on a Dask cluster: one of this machine, or one that stands at an address.

Only this module imports Dask. The folder of the archive must be reachable for every worker under the same path.
"""

import logging
import socket
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from typing import Any
from uuid import uuid4

from sitegen.diagnostics import Location, SitegenError, error
from sitegen.distribution import install_command
from sitegen.engine.protocol import (
    TRIES,
    Given,
    Lost,
    Result,
    Shared,
    Used,
    Value,
    answer_of,
    as_is,
    batches_of,
    used_here,
)

try:
    import dask
    from distributed import Client, Future, KilledWorker, LocalCluster, WorkerPlugin, get_worker, wait
except ImportError as failure:
    raise SitegenError(
        error("engine-missing", "Dask is not installed", Location(path="build"), hint=install_command("cluster"))
    ) from failure

_TCP = "tcp://"
_SECONDS = 8
"""To wait for a scheduler and its first worker."""
_LOOK = 5
"""Seconds after which the workers are counted again, where nothing has finished."""
_WITHOUT_WORKERS = 60
"""Seconds for which a cluster may be without workers: one that died is started anew."""
_AHEAD = 3
"""Batches a worker that are on their way: more would only fill memory."""
_SETTINGS = {
    # A worker that dies costs its values one try, not Dask's three.
    "distributed.scheduler.allowed-failures": 0,
    "distributed.admin.tick.limit": "60s",
}


class DaskCluster:
    """A cluster that answers, for all stages of a build."""

    def __init__(self, client: Client, local: LocalCluster | None) -> None:
        self._client, self._local = client, local
        self.engine = DaskEngine(client)

    def close(self) -> None:
        """Lets the cluster go; one of this machine ends."""
        with suppress(OSError, TimeoutError):
            self._client.close()
        if self._local is not None:
            with suppress(OSError, TimeoutError):
                self._local.close()


class DaskEngine:
    """Runs on the workers of a cluster, the costliest values first."""

    def __init__(self, client: Client) -> None:
        self._client = client
        self._taken: dict[str, float] = {}
        """CPU seconds of each worker when it was last asked."""

    def map(
        self,
        function: Callable[[Shared, Value], Result],
        shared: Shared,
        values: Sequence[Given],
        costs: Sequence[float],
        *,
        load: Callable[[Given], Value] = as_is,
    ) -> Iterator[tuple[int, Result | Lost]]:
        """The results as they come."""
        waiting = deque(batches_of(costs))
        suspects: deque[int] = deque()
        tries = [0] * len(values)
        work = _SharedWork(function, shared)
        self._client.register_plugin(work, name=work.name)
        running: dict[Future, list[int]] = {}
        most = _AHEAD * max(1, self._workers())
        try:
            while waiting or running or suspects:
                alone = not waiting and not running
                if alone:
                    # A value that was on a worker when it died is suspected; alone with a worker, it is guilty or not.
                    waiting.append([suspects.popleft()])
                while waiting and len(running) < most:
                    batch = waiting.popleft()
                    sent = _Batch([load(values[index]) for index in batch])
                    running[self._client.submit(_answer, work.name, sent, pure=False)] = batch
                for future, failure in self._finished(running):
                    batch = running.pop(future)
                    if isinstance(failure, KilledWorker):
                        for index in batch:
                            tries[index] += alone
                            if tries[index] < TRIES:
                                suspects.append(index)
                            else:
                                yield index, Lost("its worker died")
                        continue
                    if failure is not None:
                        raise failure
                    answer: Any = future.result()
                    if isinstance(answer, Exception):
                        raise answer
                    yield from zip(batch, answer, strict=True)
        finally:
            for future in running:
                future.cancel()
            with suppress(OSError, TimeoutError):
                self._client.unregister_worker_plugin(work.name)

    def _workers(self) -> int:
        return len(self._client.scheduler_info(n_workers=-1)["workers"])

    def _finished(self, running: Iterable[Future]) -> list[tuple[Future, BaseException | None]]:
        """Those that have finished, with what they failed of; waits for one. Raises SitegenError without any worker."""
        waited = 0
        while True:
            with suppress(TimeoutError), self._client.as_current():
                ready, _ = wait(list(running), timeout=_LOOK, return_when="FIRST_COMPLETED")
                # One whose worker died since is computed again, and has not finished after all.
                return [(future, future.exception(timeout=_LOOK)) for future in ready]
            waited = 0 if self._workers() else waited + _LOOK
            if waited >= _WITHOUT_WORKERS:
                raise _refused("cluster-empty", "all workers of the cluster have ended", "start some and build again")

    def used(self) -> list[Used]:
        """What each worker took since this was last asked."""
        taken = []
        for worker, used in self._client.run(used_here, on_error="ignore").items():
            taken.append(Used(cpu=used.cpu - self._taken.get(worker, 0.0), peak=used.peak))
            self._taken[worker] = used.cpu
        return taken


class _SharedWork(WorkerPlugin):
    """What all values of a stage share. Each worker has it once, those too that start in place of one that died."""

    def __init__(self, function: Callable[[Any, Any], Any], shared: Any) -> None:
        self.name = f"sitegen-{uuid4().hex}"
        self.function, self.shared = function, shared


class _Batch:
    """Values on their way. No list or dataclass: Dask looks into those and makes them anew."""

    def __init__(self, values: Sequence[Any]) -> None:
        self.values = values


def _answer(name: str, batch: _Batch) -> list[Any] | Exception:
    """What a worker makes of a batch."""
    work = get_worker().plugins[name]
    return answer_of(work.function, work.shared, batch.values)


def connect(address: str, workers: int, identity: Callable[[], str]) -> DaskCluster:
    """The cluster whose scheduler stands at an address; without one, a cluster of this machine.

    Raises SitegenError where none answers, where it has no worker, or where a worker runs another program.
    """
    dask.config.set(_SETTINGS)
    logging.getLogger("distributed").setLevel(logging.CRITICAL)
    local = None
    try:
        if address.startswith(_TCP):
            _await_greeting(address.removeprefix(_TCP))
        if not address:
            local = LocalCluster(
                n_workers=workers,
                threads_per_worker=1,
                processes=True,
                host="127.0.0.1",
                dashboard_address="127.0.0.1:0",
                scheduler_kwargs={"dashboard": False},
                memory_limit=None,
                silence_logs=logging.CRITICAL,
            )
        client = Client(local or address, timeout=_SECONDS, set_as_default=False)
    except (OSError, TimeoutError, ValueError) as failure:
        raise _refused(
            "cluster-silent", f"no cluster answers at `{address}`", "see that its scheduler runs"
        ) from failure
    cluster = DaskCluster(client, local)
    try:
        client.wait_for_workers(1, timeout=_SECONDS)
        _check_programs(client, identity)
    except TimeoutError as failure:
        cluster.close()
        raise _refused("cluster-empty", f"the cluster at `{address}` has no worker", "start some") from failure
    except SitegenError:
        cluster.close()
        raise
    return cluster


def _await_greeting(place: str) -> None:
    """Waits until whatever listens there says something, as a scheduler does to whoever connects. Raises OSError.

    A client of Dask waits without end for one that accepts a connection and says nothing.
    """
    host, _, port = place.rpartition(":")
    with socket.create_connection((host.strip("[]"), int(port)), timeout=_SECONDS) as connection:
        if not connection.recv(1):
            raise ConnectionError("it hung up")


def _check_programs(client: Client, identity: Callable[[], str]) -> None:
    """Raises SitegenError where a worker runs another version of the program."""
    program_here = identity()
    for worker, program in sorted(client.run(identity, on_error="return").items()):
        if program != program_here:
            message = f"the worker at `{worker}` has another version of sitegen, of Python or of a library"
            raise _refused("cluster-differs", message, "install the same on every machine")


def _refused(code: str, message: str, hint: str) -> SitegenError:
    return SitegenError(error(code, message, Location(path="build"), hint=hint))
