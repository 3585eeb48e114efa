"""Processes of this machine that wait for work. Knows nothing of what the work is, nor of who gets which part of it.

They are given values over a pipe and answer with results; one that dies tells what became of it.
"""

import multiprocessing
import signal
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from multiprocessing.connection import Connection, wait
from multiprocessing.context import ForkServerProcess
from typing import Any

from sitegen.diagnostics import Location, SitegenError, error
from sitegen.engine.protocol import Used, answer_of, used_here

_ENDING = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)


@dataclass(slots=True)
class Worker:
    """A process and what it is at."""

    process: ForkServerProcess
    pipe: Connection
    working_on: list[int] = field(default_factory=list)
    """Indexes of the values it was given."""
    started: bool = False
    dead: bool = False
    fate: str = ""

    def give(self, batch: list[int], values: list[Any]) -> None:
        """Sends the values of those indexes."""
        self.working_on = batch
        try:
            self.pipe.send(values)
        except OSError:
            self.dead = True

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

    def __init__(
        self, function: Callable[..., Any], shared: Any, used: list[Used], preloaded: Sequence[str] = ()
    ) -> None:
        self._function, self._shared, self._used = function, shared, used
        # forkserver: a fork of this process would copy its threads' locks, and spawn imports everything once a worker.
        self._context = multiprocessing.get_context("forkserver")
        # What it has imported its children need not: in a build of two stages, two workers each do so four times.
        self._context.set_forkserver_preload([function.__module__, *preloaded])
        self.workers: list[Worker] = []

    @property
    def busy(self) -> bool:
        return any(worker.working_on for worker in self.workers)

    def start(self) -> None:
        pipe, far_end = self._context.Pipe()
        process = self._context.Process(target=_work, args=(far_end, self._function, self._shared), daemon=True)
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
        """Waits for those that have something to say; one that idles is among them once there is work again."""
        waiting = [worker for worker in self.workers if worker.working_on or not worker.started]
        idle = [worker for worker in self.workers if worker.started and not worker.working_on]
        if not waiting:
            return []
        speaking = wait([worker.pipe for worker in waiting])
        for worker in idle:
            self._dismissed(worker)
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

    def dismiss(self) -> None:
        """Lets all go, and notes what they took."""
        for worker in list(self.workers):
            self._dismissed(worker)

    def _dismissed(self, worker: Worker) -> None:
        self.workers.remove(worker)
        try:
            if not worker.started:
                worker.pipe.recv()
            worker.pipe.send(None)
            self._used.append(worker.pipe.recv())
        except (EOFError, OSError):
            pass
        worker.pipe.close()
        worker.process.join()

    def kill(self) -> None:
        """Ends what is left, at once: an error or Ctrl-C has ended the work."""
        for worker in self.workers:
            worker.process.kill()
            worker.process.join()
            worker.pipe.close()


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


def _work(pipe: Connection, function: Callable[[Any, Any], Any], shared: Any) -> None:
    """The life of a worker. It ends with its parent, whose end of the pipe then closes."""
    # Ctrl-C is the parent's to handle: a worker that dies of it would be taken for one that its value has killed.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        pipe.send(None)
        while (batch := pipe.recv()) is not None:
            pipe.send(answer_of(function, shared, batch))
        pipe.send(used_here())
    except (EOFError, OSError):
        return


def _fate(code: int | None) -> str:
    if code is None or code >= 0:
        return f"its process ended with code {code}"
    if -code == signal.SIGKILL:
        return "its process was killed, most likely for want of memory"
    return f"its process was ended by signal {-code}"
