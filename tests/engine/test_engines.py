"""One contract, every engine: each result with its value's index, and a value that cannot be done costs no other."""

import json
import multiprocessing
import os
import signal
import subprocess
import sys
import time
import traceback
from collections.abc import Iterator
from multiprocessing.context import ForkServerProcess
from pathlib import Path
from typing import Any

import pytest

from sitegen.diagnostics import Location, SitegenError, error
from sitegen.engine import Engine, Lost, ProcessPool, ThisProcess, are_worth_processes, pool, processes
from sitegen.engine.protocol import BATCH_SECONDS, batches_of
from tests.conftest import REPOSITORY


@pytest.fixture
def two() -> Iterator[ProcessPool]:
    engine = ProcessPool(2)
    yield engine
    engine.close()


@pytest.fixture(params=["here", "pool"])
def engine(request: pytest.FixtureRequest, two: ProcessPool) -> Engine:
    return ThisProcess() if request.param == "here" else two


def run(engine: Engine, function: Any, values: list[Any], shared: Any = None, cost: float = 1.0) -> dict[int, Any]:
    found = list(engine.map(function, shared, values, [cost] * len(values)))
    assert len({index for index, _ in found}) == len(found)
    return dict(found)


def multiply(shared: int, value: int) -> int:
    return shared * value


def refuse(_shared: None, value: int) -> int:
    raise ValueError(f"no {value}")


def die(_shared: None, value: int) -> int:
    if value % 5 == 3:
        os.kill(os.getpid(), signal.SIGKILL if value == 3 else signal.SIGSEGV)
    return value


def die_once(shared: str, value: int) -> int:
    mark = Path(shared) / str(value)
    if not mark.exists():
        mark.touch()
        os._exit(9)
    return value


def starve(_shared: None, value: int) -> int:
    if value == 1:
        raise MemoryError
    return value


def descend(_shared: None, value: int) -> int:
    return descend(_shared, value + 1) if value else 0


def note(shared: str, value: float) -> float:
    with open(shared, "a", encoding="utf-8") as file:
        file.write(f"{value}\n")
    return value


def test_every_value_has_its_result(engine: Engine) -> None:
    """Whatever the order they come in, and whatever batches they went in."""
    for cost in (0.001, 1.0):
        assert run(engine, multiply, list(range(40)), 3, cost) == {value: 3 * value for value in range(40)}


def test_no_values_no_results(engine: Engine) -> None:
    """An empty archive is no special case."""
    assert run(engine, multiply, [], 1) == {}


class Unmade(Exception):
    """An error that a pipe cannot take: made again from its text alone, it fails."""

    def __init__(self, first: str, second: int) -> None:
        super().__init__(f"{first} {second}")


def refuse_in_a_way_of_its_own(_shared: None, value: int) -> int:
    raise Unmade("refused", value)


@pytest.mark.parametrize(("function", "kind"), [(refuse, ValueError), (refuse_in_a_way_of_its_own, RuntimeError)])
def test_an_error_in_a_process_says_where_it_happened(two: ProcessPool, function: Any, kind: type[Exception]) -> None:
    """The line of the worker comes through the pipe, also for an error that cannot, and no value is called lost."""
    with pytest.raises(kind) as raised:
        run(two, function, [1, 2])
    assert f"in {function.__name__}" in "".join(traceback.format_exception(raised.value))


def test_what_the_function_raises_comes_through(engine: Engine) -> None:
    """An error in the work is the caller's to handle."""
    with pytest.raises(ValueError, match="no 1"):
        run(engine, refuse, [1])


def test_want_of_memory_costs_one_value(engine: Engine) -> None:
    """A value for which memory or stack does not suffice is lost, and the others are not."""
    assert run(engine, starve, [0, 1, 2]) == {0: 0, 1: Lost("there was not enough memory for it"), 2: 2}
    assert run(engine, descend, [1, 0]) == {0: Lost("it is nested too deep"), 1: 0}


@pytest.mark.parametrize("cost", [0.001, 1.0])
def test_a_dead_worker_costs_its_own_value(two: ProcessPool, cost: float) -> None:
    """A value that kills its process is lost, says how, and the rest is done; also those sent with it in one batch."""
    found = run(two, die, list(range(12)), cost=cost)
    assert found.pop(3) == Lost("its process was killed, most likely for want of memory")
    assert found.pop(8) == Lost(f"its process was ended by signal {signal.SIGSEGV}")
    assert found == {value: value for value in range(12) if value not in (3, 8)}


def test_a_worker_that_died_of_something_else_costs_nothing(two: ProcessPool, tmp_path: Path) -> None:
    """The first death may be chance (the system ran out of memory): a value is tried again, alone."""
    assert run(two, die_once, list(range(6)), str(tmp_path)) == {value: value for value in range(6)}


def test_control_without_another_try_it_would_be_lost(
    two: ProcessPool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With one try, every value that met a death is lost."""
    monkeypatch.setattr(pool, "TRIES", 1)
    found = run(two, die_once, list(range(6)), str(tmp_path))
    assert all(isinstance(one, Lost) for one in found.values())


def test_the_costliest_go_first(tmp_path: Path) -> None:
    """A long task that begins last keeps everyone waiting."""
    costs = [1.0, 5.0, 3.0, 4.0, 2.0]
    engine = ProcessPool(1)
    list(engine.map(note, str(tmp_path / "log"), costs, costs))
    engine.close()
    assert (tmp_path / "log").read_text().split() == ["5.0", "4.0", "3.0", "2.0", "1.0"]


def test_small_values_go_together() -> None:
    """Batches hold every value once, and none is longer than it should be."""
    costs = [0.01] * 23 + [0.2, 0.04]
    batches = list(batches_of(costs))
    assert sorted(index for batch in batches for index in batch) == list(range(25))
    assert batches[0] == [23]
    assert all(len(batch) == 1 or sum(costs[one] for one in batch) <= BATCH_SECONDS + 1e-9 for batch in batches)


def test_what_workers_took_is_told(two: ProcessPool) -> None:
    """Processor time and memory of each process, since it was last asked."""
    run(two, multiply, list(range(8)), 2)
    first = two.used()
    assert first
    assert all(one.cpu > 0 and one.peak > 1 for one in first)
    assert sum(one.cpu for one in two.used()) < sum(one.cpu for one in first)
    assert ThisProcess().used() == []


def process_of(_shared: None, _value: int) -> int:
    return os.getpid()


def test_processes_live_from_one_work_to_the_next(two: ProcessPool) -> None:
    """What they have imported and compiled is not done again, and what they do is what they were told last."""
    processes_used = set(run(two, process_of, list(range(6))).values())
    assert run(two, multiply, [1, 2, 3], 7) == {0: 7, 1: 14, 2: 21}
    assert set(run(two, process_of, list(range(6))).values()) & processes_used
    assert os.getpid() not in processes_used
    assert len(multiprocessing.active_children()) <= 2
    two.close()
    assert multiprocessing.active_children() == []


def test_after_an_error_the_next_work_has_processes(two: ProcessPool) -> None:
    """Nobody gets the answer to a question of before."""
    with pytest.raises(ValueError, match="no "):
        run(two, refuse, [1, 2, 3, 4])
    assert run(two, multiply, [1, 2, 3], 2) == {0: 2, 1: 4, 2: 6}


def test_a_pool_that_cannot_start_is_a_message(two: ProcessPool, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where no worker comes to life the build says so, with a way round it, instead of losing every story."""
    monkeypatch.setattr(processes, "_work", die_at_once)
    with pytest.raises(SitegenError) as told:
        run(two, multiply, [1, 2], 1)
    assert told.value.diagnostics[0].code == "worker-died"
    assert "--workers 1" in told.value.diagnostics[0].hint


@pytest.mark.parametrize("failure", [ConnectionRefusedError(111, "Connection refused"), EOFError("it ended")])
def test_a_process_that_the_system_refuses_is_a_message(
    two: ProcessPool, monkeypatch: pytest.MonkeyPatch, failure: Exception
) -> None:
    """As above, where there is not even a process: the server that starts them has died, or there are too many."""

    def refused(_: ForkServerProcess) -> None:
        raise failure

    monkeypatch.setattr(ForkServerProcess, "start", refused)
    with pytest.raises(SitegenError) as told:
        run(two, multiply, [1, 2], 1)
    assert told.value.diagnostics[0].code == "worker-died"
    assert "--workers 1" in told.value.diagnostics[0].hint


def die_at_once(*_: Any) -> None:
    os._exit(1)


def test_no_worker_outlives_its_parent() -> None:
    """Killed in the middle of the work, the parent leaves nobody behind once the work at hand is done."""
    code = (
        "import json, os, sys\n"
        "from tests.engine.test_engines import multiply\nfrom sitegen.engine import ProcessPool\n"
        "results = ProcessPool(2).map(multiply, 2, list(range(9)), [1.0] * 9)\n"
        "next(results)\nimport multiprocessing\n"
        "print(json.dumps([one.pid for one in multiprocessing.active_children()]), flush=True)\n"
        "os.kill(os.getpid(), 9)\n"
    )
    made = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    workers = json.loads(made.stdout)
    assert workers
    deadline = time.monotonic() + 20
    while any(Path(f"/proc/{one}").exists() for one in workers) and time.monotonic() < deadline:
        time.sleep(0.02)
    assert not [one for one in workers if Path(f"/proc/{one}").exists()]


def test_giving_up_ends_the_workers_at_once(two: ProcessPool) -> None:
    """An error in the middle (Ctrl-C) waits for no story that is still being compared."""
    results = two.map(sleep_after_one, None, [0, 1, 2], [3.0, 2.0, 1.0])
    next(results)
    results.close()  # type: ignore[attr-defined]
    assert multiprocessing.active_children() == []


def sleep_after_one(_shared: None, value: int) -> int:
    if value:
        time.sleep(600)
    return value


def interrupted_while_starting(number: int) -> str:
    """What a program says that gets a signal when a worker's process is there and not yet told what to do."""
    code = (
        "import os, signal, sys\nfrom multiprocessing import forkserver\n"
        "from sitegen.engine import ProcessPool\nfrom tests.engine.test_engines import multiply\n"
        "connect = forkserver.connect_to_new_process\n"
        "def connect_and_signal(files):\n"
        "    made = connect(files)\n"
        f"    os.kill(os.getpid(), {number})\n"
        "    return made\n"
        "if __name__ == '__main__':\n"
        "    forkserver.connect_to_new_process = connect_and_signal\n"
        f"    signal.signal({number}, lambda *_: sys.exit(3))\n"
        "    print(list(ProcessPool(2).map(multiply, 2, [1, 2], [1.0, 1.0])))\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False, cwd=REPOSITORY)
    assert (done.returncode, done.stdout) == (3, "")
    return done.stderr


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_a_signal_waits_for_a_worker_that_starts(number: int) -> None:
    """Half a process handed over would end in a traceback of its own, on the terminal of who asked to stop."""
    assert interrupted_while_starting(number) == ""


def is_imported(module: str, _: int) -> bool:
    return module in sys.modules


@pytest.mark.parametrize("preloaded", [["wave"], []])
def test_a_worker_begins_with_what_was_imported_before(preloaded: list[str]) -> None:
    """What the work needs is imported once, and not by each worker of each stage."""
    script = (
        "from sitegen.engine import ProcessPool\n"
        "from tests.engine.test_engines import is_imported\n"
        "if __name__ == '__main__':\n"
        f"    print(dict(sorted(ProcessPool(2, {preloaded}).map(is_imported, 'wave', [1, 2], [1.0, 1.0]))))\n"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True, cwd=REPOSITORY)
    assert done.stdout.strip() == str({0: bool(preloaded), 1: bool(preloaded)})


def test_processes_only_where_they_are_worth_it() -> None:
    """Little work, a single task or a single worker stays in this process."""
    assert not are_worth_processes(4, [0.01] * 10)
    assert not are_worth_processes(4, [10.0])
    assert not are_worth_processes(1, [1.0] * 1000)
    assert are_worth_processes(2, [1.0, 1.0])
    assert are_worth_processes(2, [0.1, 0.1], are_there=True)
    assert not are_worth_processes(2, [0.1, 0.1])
    assert not are_worth_processes(1, [1.0, 1.0], are_there=True)


def object_to(_: int, value: int) -> int:
    raise SitegenError(error("odd", f"{value} is odd", Location(path="a.md"), hint="add one"))


def test_a_message_comes_back_from_a_worker(two: ProcessPool) -> None:
    """What a function object_tos in another process is told here as it was told there."""
    with pytest.raises(SitegenError) as told:
        run(two, object_to, [1, 1], 0)
    assert told.value.diagnostics == (error("odd", "1 is odd", Location(path="a.md"), hint="add one"),)
