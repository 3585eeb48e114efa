"""The engine that runs in processes of this machine."""

from collections import deque
from collections.abc import Callable, Iterator, Sequence

from sitegen.engine.processes import Pool
from sitegen.engine.protocol import TRIES, Given, Lost, Result, Shared, Used, Value, as_is, batches_of


class ProcessPool:
    """Runs in `workers` processes of this machine, the costliest values first. They live until it is closed."""

    def __init__(self, workers: int, preloaded: Sequence[str] = ()) -> None:
        """`preloaded` names modules that the work needs; whatever process is the first to need it begins with them."""
        self._workers, self._pool = workers, Pool(preloaded)

    def map(
        self,
        function: Callable[[Shared, Value], Result],
        shared: Shared,
        values: Sequence[Given],
        costs: Sequence[float],
        *,
        load: Callable[[Given], Value] = as_is,
    ) -> Iterator[tuple[int, Result | Lost]]:
        """The results as they come. Raises SitegenError when no process can be started."""
        waiting = deque(batches_of(costs))
        tries = [0] * len(values)
        pool = self._pool
        pool.begin(function, shared)
        is_done = False
        try:
            while waiting or pool.busy:
                for worker in pool.idle():
                    if waiting:
                        batch = waiting.popleft()
                        pool.give(worker, batch, [load(values[index]) for index in batch])
                while len(waiting) > len(pool.starting()) and len(pool.workers) < self._workers:
                    pool.start()
                for worker in pool.ready():
                    yield from worker.taken()
                    if worker.dead:
                        dropped = list(pool.bury(worker))
                        retried = [index for index in dropped if _may_again(tries, index, alone=len(dropped) == 1)]
                        waiting.extendleft([index] for index in reversed(retried))
                        yield from ((index, Lost(worker.fate)) for index in dropped if index not in retried)
            is_done = True
        finally:
            if not is_done:
                pool.kill()

    @property
    def is_running(self) -> bool:
        """Whether it has processes."""
        return bool(self._pool.workers)

    def used(self) -> list[Used]:
        """What each process took since this was last asked."""
        return self._pool.used()

    def close(self) -> None:
        """Lets the processes go."""
        self._pool.dismiss()


def _may_again(tries: list[int], index: int, *, alone: bool) -> bool:
    """Whether a value that was being worked on when its process died is given to another one, alone."""
    tries[index] += alone
    return tries[index] < TRIES
