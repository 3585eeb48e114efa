"""An end to work that does not end: CPU seconds of this process, looked at by the clock that counts them alone."""

import signal
import time
from collections.abc import Callable
from types import FrameType


class Spent(BaseException):
    """The work took more CPU time than it may; nothing in between shall catch it."""


def seconds_of(work: Callable[[], object], most: float) -> float:
    """CPU seconds that `work` takes in this process.

    Raises Spent where it would take more than `most`. `re` and `regex` look for signals while they search.
    """

    def stop(_number: int, _frame: FrameType | None) -> None:
        raise Spent

    before = signal.signal(signal.SIGPROF, stop)
    started = time.process_time()
    signal.setitimer(signal.ITIMER_PROF, most)
    try:
        work()
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)
    return time.process_time() - started
