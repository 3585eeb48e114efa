"""One contract, every engine: results in the order of the values, whatever order they were made in."""

import os
import time

import pytest

from sitegen.diagnostics import SitegenError
from sitegen.engine import Engine, ProcessPool, ThisProcess, engine_for

ENGINES: list[Engine] = [ThisProcess(), ProcessPool(2)]


def slow_first(value: int) -> int:
    time.sleep(0.2 if value == 0 else 0)
    return value * value


def refuse(value: int) -> int:
    raise ValueError(f"no {value}")


def die(value: int) -> int:
    os._exit(value + 3)


@pytest.mark.parametrize("engine", ENGINES)
def test_results_keep_the_order_of_the_values(engine: Engine) -> None:
    """The first value is the slowest, and its result is the first all the same."""
    assert list(engine.map(slow_first, range(12))) == [value * value for value in range(12)]


@pytest.mark.parametrize("engine", ENGINES)
def test_no_values_no_results(engine: Engine) -> None:
    """An empty archive is no special case."""
    assert list(engine.map(slow_first, [])) == []


@pytest.mark.parametrize("engine", ENGINES)
def test_what_the_function_raises_comes_through(engine: Engine) -> None:
    """An error in the work is the caller's to handle."""
    with pytest.raises(ValueError, match="no 1"):
        list(engine.map(refuse, [1]))


def test_a_dead_worker_is_a_message() -> None:
    """A worker that is killed ends the build with a sentence and a hint, not with a traceback."""
    with pytest.raises(SitegenError) as told:
        list(ProcessPool(2).map(die, [1, 2]))
    assert told.value.diagnostics[0].code == "worker-died"
    assert "--workers 1" in told.value.diagnostics[0].hint


def test_processes_only_where_they_are_worth_it() -> None:
    """A handful of tasks stays in this process."""
    assert isinstance(engine_for(4, 3), ThisProcess)
    assert isinstance(engine_for(1, 1000), ThisProcess)
    assert isinstance(engine_for(2, 100), ProcessPool)
