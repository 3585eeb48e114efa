"""Processes of this machine that wait for work. Knows nothing of what the work is, nor of who gets which part of it.

They are given values over a pipe and answer with results; one that dies tells what became of it.
"""

import multiprocessing
import resource
import signal
import sys
import traceback
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from multiprocessing.connection import Connection, wait
from multiprocessing.context import ForkServerProcess
from types import NoneType
from typing import Any

from sitegen.diagnostics import Location, SitegenError, error

_PLAIN = (str, int, float, bytes, NoneType)
"""What goes through a pipe in any case."""


@dataclass(frozen=True, slots=True)
class Lost:
    """In place of a result that could not be had."""

    reason: str
    """What became of the process, for a message."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Used:
    """What a process took. One that died is not told of."""

    cpu: float
    """Seconds, user and system."""
    peak: float
    """MiB it held at its worst moment."""


@dataclass(slots=True)
class Worker:
    """A process and what it is at."""

    process: ForkServerProcess
    pipe: Connection
    at: list[int] = field(default_factory=list)
    """Indexes of the values it was given."""
    started: bool = False
    dead: bool = False
    fate: str = ""

    def give(self, batch: list[int], values: Sequence[Any]) -> None:
        self.at = batch
        try:
            self.pipe.send([values[one] for one in batch])
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
        at, self.at = self.at, []
        yield from zip(at, answer, strict=True)


class Pool:
    """The processes that are alive."""

    def __init__(self, function: Callable[..., Any], shared: Any, used: list[Used]) -> None:
        self._function, self._shared, self._used = function, shared, used
        # forkserver: a fork of this process would copy its threads' locks, and spawn imports everything once a worker.
        self._context = multiprocessing.get_context("forkserver")
        self._context.set_forkserver_preload([function.__module__])
        self.workers: list[Worker] = []

    @property
    def busy(self) -> bool:
        return any(worker.at for worker in self.workers)

    def start(self) -> None:
        pipe, other = self._context.Pipe()
        process = self._context.Process(target=_work, args=(other, self._function, self._shared), daemon=True)
        try:
            process.start()
        except (OSError, EOFError) as failure:
            pipe.close()
            raise _not_started((getattr(failure, "strerror", None) or str(failure)).lower()) from failure
        finally:
            other.close()
        self.workers.append(Worker(process, pipe))

    def ready(self) -> list[Worker]:
        """Waits for those that have something to say; one that idles is among them once there is work again."""
        waiting = [worker for worker in self.workers if worker.at or not worker.started]
        idle = [worker for worker in self.workers if worker.started and not worker.at]
        if not waiting:
            return []
        said = wait([worker.pipe for worker in waiting])
        for worker in idle:
            self._dismissed(worker)
        return [worker for worker in waiting if worker.pipe in said]

    def bury(self, worker: Worker) -> list[int]:
        """The values that a dead worker was at. Raises SitegenError for one that never came to life."""
        self.workers.remove(worker)
        worker.pipe.close()
        worker.process.join(1)
        worker.process.kill()
        worker.fate = _fate(worker.process.exitcode)
        if not worker.started:
            raise _not_started(worker.fate)
        return worker.at

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
            try:
                answer: Any = [result_of(function, shared, value) for value in batch]
            except Exception as failure:
                answer = _sendable(failure)
            pipe.send(answer)
        pipe.send(_used_by(resource.RUSAGE_SELF))
    except (EOFError, OSError):
        return


def _sendable(failure: Exception) -> Exception:
    """The error as the parent can have it, with where it happened: a traceback does not go through a pipe."""
    where = "".join(traceback.format_exception(failure))
    plain = type(failure).__module__ == "builtins" and all(isinstance(part, _PLAIN) for part in failure.args)
    if not plain and not isinstance(failure, SitegenError):
        # An error that cannot be made again in the parent would end this process without a word.
        return RuntimeError(where)
    failure.add_note(where)
    return failure


def result_of(function: Callable[[Any, Any], Any], shared: Any, value: Any) -> Any:
    try:
        return function(shared, value)
    except MemoryError:
        return Lost("there was not enough memory for it")
    except RecursionError:
        return Lost("it is nested too deep")


def _used_by(who: int) -> Used:
    found = resource.getrusage(who)
    return Used(
        cpu=found.ru_utime + found.ru_stime, peak=found.ru_maxrss / (1 << 20 if sys.platform == "darwin" else 1 << 10)
    )


def used_here() -> Used:
    """What this process has taken so far."""
    return _used_by(resource.RUSAGE_SELF)


def _fate(code: int | None) -> str:
    if code is None or code >= 0:
        return f"its process ended with code {code}"
    if -code == signal.SIGKILL:
        return "its process was killed, most likely for want of memory"
    return f"its process was ended by signal {-code}"
