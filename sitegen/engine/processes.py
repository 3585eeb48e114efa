"""Processes of this machine that wait for work. Knows nothing of what the work is, nor of who gets which part of it.

They are told what to do and given values over a pipe, and answer with results; one that dies tells what became of it.
What they have imported and compiled they have for the next work too.
"""

import multiprocessing
import signal
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from multiprocessing.connection import Connection, wait
from multiprocessing.context import ForkServerProcess
from multiprocessing.reduction import ForkingPickler
from typing import Any

from sitegen.diagnostics import Location, SitegenError, error
from sitegen.engine.protocol import Used, answer_of, used_here

_SECONDS = 5
"""Until a worker with nothing to do has ended."""
_ENDING = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)


@dataclass(frozen=True, slots=True)
class Job:
    """What is done with values."""

    function: Callable[[Any, Any], Any]
    shared: Any


@dataclass(slots=True)
class Worker:
    """A process and what it is at."""

    process: ForkServerProcess
    pipe: Connection
    working_on: list[int] = field(default_factory=list)
    """Indexes of the values it was given."""
    job: int = 0
    """Number of the job that it knows of."""
    cpu: float = 0.0
    """Seconds that it had taken when it was last asked."""
    started: bool = False
    dead: bool = False
    fate: str = ""

    def tell(self, number: int, packed: Any) -> None:
        """Sends what is to be done with the values that come, unless it knows."""
        if self.job == number:
            return
        self.job = number
        try:
            self.pipe.send_bytes(packed)
        except OSError:
            self.dead = True

    def give(self, batch: list[int], values: list[Any]) -> None:
        """Sends the values of those indexes."""
        self.working_on = batch
        try:
            self.pipe.send(values)
        except OSError:
            self.dead = True

    def used(self) -> Used | None:
        """What it took since it was last asked; None where it is dead or still starts."""
        if self.dead or not self.started:
            return None
        try:
            self.pipe.send(None)
            used: Used = self.pipe.recv()
        except (EOFError, OSError):
            self.dead = True
            return None
        before, self.cpu = self.cpu, used.cpu
        return Used(cpu=used.cpu - before, peak=used.peak)

    def taken(self) -> Iterator[tuple[int, Any]]:
        """What it has made, if it lives."""
        try:
            answer = self.pipe.recv()
        except (EOFError, OSError):
            self.dead = True
            return
        if isinstance(answer, BaseException):
            raise answer
        if not self.started:
            self.started = True
            return
        indexes, self.working_on = self.working_on, []
        yield from zip(indexes, answer, strict=True)


class Pool:
    """The processes that are alive."""

    def __init__(self, preloaded: Sequence[str] = ()) -> None:
        """`preloaded` names modules that each process has imported when it begins."""
        # forkserver: a fork of this process would copy its threads' locks, and spawn imports everything once a worker.
        self._context = multiprocessing.get_context("forkserver")
        self._preloaded = preloaded
        self._number, self._packed = 0, memoryview(b"")
        self.workers: list[Worker] = []

    @property
    def busy(self) -> bool:
        return any(worker.working_on for worker in self.workers)

    def begin(self, function: Callable[..., Any], shared: Any) -> None:
        """Says what is done with the values from now on."""
        # What it has imported its children need not.
        self._context.set_forkserver_preload([function.__module__, *self._preloaded])
        self._number, self._packed = self._number + 1, ForkingPickler.dumps(Job(function, shared))

    def give(self, worker: Worker, batch: list[int], values: list[Any]) -> None:
        """Sends the values of those indexes to a process."""
        worker.tell(self._number, self._packed)
        worker.give(batch, values)

    def idle(self) -> list[Worker]:
        """Those that have nothing to do."""
        return [worker for worker in self.workers if worker.started and not worker.working_on]

    def starting(self) -> list[Worker]:
        """Those that are not there yet."""
        return [worker for worker in self.workers if not worker.started]

    def start(self) -> None:
        """Starts one more. Raises SitegenError where the system refuses."""
        pipe, far_end = self._context.Pipe()
        process = self._context.Process(target=_work, args=(far_end,), daemon=True)
        with _uninterrupted():
            try:
                process.start()
                self.workers.append(Worker(process, pipe))
            except (OSError, EOFError) as failure:
                pipe.close()
                raise _not_started((getattr(failure, "strerror", None) or str(failure)).lower()) from failure
            finally:
                far_end.close()

    def ready(self) -> list[Worker]:
        """Waits for those that have something to say."""
        waiting = [worker for worker in self.workers if worker.working_on or not worker.started]
        speaking = wait([worker.pipe for worker in waiting])
        return [worker for worker in waiting if worker.pipe in speaking]

    def bury(self, worker: Worker) -> list[int]:
        """The values that a dead worker was at. Raises SitegenError for one that never came to life."""
        self.workers.remove(worker)
        worker.pipe.close()
        worker.process.join(1)
        worker.process.kill()
        worker.fate = _fate(worker.process.exitcode)
        if not worker.started:
            raise _not_started(worker.fate)
        return worker.working_on

    def used(self) -> list[Used]:
        """What each took since it was last asked."""
        return [used for worker in self.workers if (used := worker.used())]

    def dismiss(self) -> None:
        """Lets all go: who has nothing to do ends when nobody can ask any more."""
        for worker in self.workers:
            worker.pipe.close()
        for worker in self.workers:
            worker.process.join(_SECONDS)
        self.kill()

    def kill(self) -> None:
        """Ends what is left, at once: an error or Ctrl-C has ended the work."""
        for worker in self.workers:
            worker.process.kill()
            worker.process.join()
            worker.pipe.close()
        self.workers.clear()


@contextmanager
def _uninterrupted() -> Iterator[None]:
    """Keeps the signals that end a program until the block is done: half a process handed over ends in a traceback.

    What is started in the block never gets Ctrl-C. In a thread that is not the main one handlers cannot be set, and
    signals do not interrupt it.
    """
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    held: list[int] = []
    before = {number: signal.signal(number, lambda number, _: held.append(number)) for number in _ENDING}
    mask = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, mask)
        for number, handler in before.items():
            signal.signal(number, handler)
        for missed in held:
            signal.raise_signal(missed)


def _not_started(reason: str) -> SitegenError:
    message = f"a worker process could not be started: {reason}"
    return SitegenError(error("worker-died", message, Location(path="build"), hint="try again with `--workers 1`"))


def _work(pipe: Connection) -> None:
    """The life of a worker. It ends with its parent, whose end of the pipe then closes."""
    # Ctrl-C is the parent's to handle: a worker that dies of it would be taken for one that its value has killed.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    job: Job | None = None
    try:
        pipe.send(None)
        while True:
            message = pipe.recv()
            if isinstance(message, Job):
                job = message
            elif message is None:
                pipe.send(used_here())
            elif job is not None:
                pipe.send(answer_of(job.function, job.shared, message))
    except (EOFError, OSError):
        return


def _fate(code: int | None) -> str:
    if code is None or code >= 0:
        return f"its process ended with code {code}"
    if -code == signal.SIGKILL:
        return "its process was killed, most likely for want of memory"
    return f"its process was ended by signal {-code}"
