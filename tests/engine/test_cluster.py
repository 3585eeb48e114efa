"""A build on a Dask cluster: the same bytes as anywhere, and a worker that dies costs its own values."""

import os
import signal
import socket
import time
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from sitegen.cli import main
from sitegen.diagnostics import SitegenError
from sitegen.engine import Lost
from sitegen.engine.cluster import DaskCluster, connect
from sitegen.memo import tool_digest
from sitegen.pipeline import stories
from sitegen.pipeline.build import BuildOptions, build_site
from sitegen.pipeline.story import StoryFindings, StoryInput, find_story

# Dask's own: sockets and event loops that it leaves to the garbage collector, and what it tells of its next version.
pytestmark = [
    pytest.mark.filterwarnings("ignore::ResourceWarning"),
    pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning"),
]

_STARTING = 10
"""Seconds that imports and the reading of settings may take on a busy machine."""


@pytest.fixture(scope="module")
def cluster() -> Iterator[DaskCluster]:
    """A cluster of this machine."""
    connected = connect("", 2, tool_digest)
    yield connected
    connected.close()


def multiply(shared: int, value: int) -> int:
    return shared * value


def refuse(_shared: None, value: int) -> int:
    raise ValueError(f"no {value}")


def die_at_three(_shared: None, value: int) -> int:
    if value == 3:
        os.kill(os.getpid(), signal.SIGKILL)
    return value


def die_once(shared: str, value: int) -> int:
    mark = Path(shared) / str(value)
    if value == 1 and not mark.exists():
        mark.touch()
        os.kill(os.getpid(), signal.SIGKILL)
    return value


def run(cluster: DaskCluster, function: Any, shared: Any, values: list[int]) -> dict[int, Any]:
    return dict(cluster.engine.map(function, shared, values, [1.0] * len(values)))


def test_each_value_has_its_result(cluster: DaskCluster) -> None:
    """As with every engine; what the workers took is known afterwards."""
    engine = cluster.engine
    assert dict(engine.map(multiply, 3, list(range(40)), [0.01] * 40)) == {value: 3 * value for value in range(40)}
    used = engine.used()
    assert used
    assert all(worker.peak > 1 for worker in used)


def test_an_error_of_the_work_comes_through(cluster: DaskCluster) -> None:
    """It is the caller's to handle, and says where it happened."""
    with pytest.raises(ValueError, match="no 1") as raised:
        run(cluster, refuse, None, [1])
    assert "in refuse" in "".join(raised.value.__notes__)


def test_a_value_that_ends_its_worker_is_lost_alone(cluster: DaskCluster) -> None:
    """The others are done by workers that live."""
    results = run(cluster, die_at_three, None, list(range(6)))
    assert results.pop(3) == Lost("its worker died")
    assert results == {value: value for value in range(6) if value != 3}


def test_a_worker_that_died_of_something_else_costs_nothing(cluster: DaskCluster, tmp_path: Path) -> None:
    """Its values are tried again."""
    assert run(cluster, die_once, str(tmp_path), list(range(6))) == {value: value for value in range(6)}


def bytes_of(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


def find_or_die_once(mark: str, config: Any, given: StoryInput, before: object) -> StoryFindings:
    """The first story ends its process."""
    with suppress(FileExistsError):
        Path(mark).touch(exist_ok=False)
        os.kill(os.getpid(), signal.SIGKILL)
    return find_story(config, given, before)


@pytest.mark.parametrize(("engine", "workers"), [("pool", 1), ("pool", 5), ("dask", 2)])
def test_every_engine_gives_the_same_bytes(
    engine: str, workers: int, sample: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Every stage runs on its workers, of which one is killed; what is published is what one process makes."""
    expected = build_site(sample, tmp_path / "here", BuildOptions(engine="here", search=True)).report
    mark = tmp_path / "mark"
    monkeypatch.setattr(stories, "FIND", replace(stories.FIND, make=partial(find_or_die_once, str(mark))))
    options = BuildOptions(engine=engine, workers=workers, search=True, cache=tmp_path / "cache")
    report = build_site(sample, tmp_path / "there", options).report
    assert expected is not None
    assert report is not None
    assert mark.exists()
    assert report.left_out == 0
    assert all(report.stages[stage].workers for stage in ("read", "stories", "search"))
    assert bytes_of(tmp_path / "here") == bytes_of(tmp_path / "there")


@pytest.mark.parametrize("listens", [False, True], ids=["refuses", "says nothing"])
def test_an_address_that_nobody_answers_at_is_a_message(listens: bool, sample: Path, tmp_path: Path) -> None:
    """The build ends within ten seconds with what to look at, and publishes nothing."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        if listens:
            taken.listen()
        address = f"tcp://127.0.0.1:{taken.getsockname()[1]}"
        options = ["--output", str(tmp_path / "site"), "--no-cache", "--engine", f"dask:{address}"]
        begin = time.perf_counter()
        result = CliRunner().invoke(main, ["build", str(sample), *options])
    assert result.exit_code == 1
    assert f"no cluster answers at `{address}`" in result.output
    assert time.perf_counter() - begin < 10 + _STARTING
    assert not (tmp_path / "site").exists()


def other_program() -> str:
    return str(os.getpid())


def test_a_worker_with_another_program_is_refused_by_its_address() -> None:
    """Its pages would differ."""
    with pytest.raises(SitegenError) as refused:
        connect("", 1, other_program)
    (diagnostic,) = refused.value.diagnostics
    assert diagnostic.code == "cluster-differs"
    assert "tcp://127.0.0.1" in diagnostic.message


@pytest.mark.parametrize("name", ["spark", "dask:", "Dask"])
def test_what_is_no_engine_is_wrong_usage(sample: Path, name: str) -> None:
    """Refused before any work, with the names there are."""
    result = CliRunner().invoke(main, ["build", str(sample), "--engine", name])
    assert result.exit_code == 2
    assert "here, pool, dask" in result.output
