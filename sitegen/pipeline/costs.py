"""What the stages of a build take. Knows neither what a stage does nor their order."""

import resource
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from typing import Protocol

from sitegen.engine import Used, used_here
from sitegen.model import StageCost


class Progress(Protocol):
    """Who is told how far a build is."""

    def __call__(self, stage: str, count_done: int, of: int, story: str = "", /) -> None:
        """The stage, how much of it is done and how much there is, 0 of 0 when that is not known; and the story whose
        turn it is, where the stage works on stories one after another."""


@dataclass(slots=True)
class Stages:
    """What each stage took, and whom to tell."""

    progress: Progress
    taken: dict[str, StageCost]

    @contextmanager
    def stage(self, name: str) -> Iterator[None]:
        """Measures what happens inside, child processes that were waited for included."""
        self.progress(name, 0, 0)
        wall, cpu, children = time.perf_counter(), time.process_time(), _cpu_of_children()
        yield
        self.taken[name] = StageCost(
            wall=time.perf_counter() - wall,
            cpu=time.process_time() - cpu,
            children=_cpu_of_children() - children,
            peak=used_here().peak,
        )

    def workers(self, name: str, used: Sequence[Used]) -> None:
        """Adds processes that nobody can wait for but their own parent."""
        before = self.taken[name]
        cpu = before.children + sum(process.cpu for process in used)
        peak = max([process.peak for process in used], default=0.0)
        self.taken[name] = replace(before, children=cpu, workers=len(used), worker_peak=peak)


def _cpu_of_children() -> float:
    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    return usage.ru_utime + usage.ru_stime
