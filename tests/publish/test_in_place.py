"""A site that is put into the folder which a server holds open: it sees each generation, and kills and failures end."""

import itertools
import os
import signal
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from sitegen.diagnostics import SitegenError
from sitegen.model import File
from sitegen.publish import Published, Switching, inplace, open_generation, put_back, switch, verify_folder
from tests.publish.test_faults import CALLS, NEW, OLD, Watch, killed_at, whole
from tests.publish.test_spare import Kept, pages_in

SITES = (
    {"index.html": "1", "a/index.html": "same", "gone/index.html": "1", "only.txt": "1"},
    {"index.html": "2", "a/index.html": "same", "a/b/index.html": "2", "place": "a file"},
    {"index.html": "3", "a/index.html": "same", "a/b/index.html": "3", "place/index.html": "a folder"},
    {"index.html": "4", "a/index.html": "other", "new/index.html": "4"},
)


def publish(
    output: Path, pages: Mapping[str, str], notes: Kept | None = None, switching: Switching = "in-place"
) -> Published:
    with open_generation(output, notes, switching) as new:
        for path, text in pages.items():
            new.add(File(path, text.encode()))
        return new.publish({})


@contextmanager
def held(folder: Path) -> Iterator[int]:
    """A descriptor of a folder, as a server has that was started inside it, or into which it was mounted."""
    descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        yield descriptor
    finally:
        os.close(descriptor)


def seen_from(descriptor: int) -> dict[str, str]:
    """All pages below a held folder, by path relative to it."""
    pages = {}
    for where, _, names, inside in os.fwalk(".", dir_fd=descriptor):
        for name in names:
            with open(os.open(name, os.O_RDONLY, dir_fd=inside), "rb") as file:
                pages[os.path.normpath(f"{where}/{name}")] = file.read()
    return pages_in(pages)


@pytest.fixture(params=[True, False], ids=["exchange", "by turns"])
def system(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> bool:
    """Whether the system can exchange two names at once."""
    if not request.param:
        monkeypatch.setattr(switch, "exchange", lambda *_: False)
    return bool(request.param)


@pytest.mark.usefixtures("system")
@pytest.mark.parametrize("kept", [True, False], ids=["with notes", "without"])
def test_who_holds_the_folder_sees_each_generation(tmp_path: Path, tree: Any, kept: bool) -> None:
    """Over four sites, and the way back; what stands is what an exchange puts there, and so is the site before."""
    output, other = tmp_path / "out", tmp_path / "other"
    notes, others = (Kept(), Kept()) if kept else (None, None)
    for folder, how, whose in ((output, "in-place", notes), (other, "exchange", others)):
        publish(folder, SITES[0], whose, how)  # type: ignore[arg-type]
        (folder / "CNAME").write_text("mine")
    with held(output) as descriptor:
        for site in SITES[1:]:
            publish(output, site, notes)
            publish(other, site, others, "exchange")
            assert seen_from(descriptor) == site
            assert tree(output) == tree(other)
            assert tree(switch.previous_of(output)) == tree(switch.previous_of(other))
            assert verify_folder(output).intact
        put_back(output, "in-place")
        assert seen_from(descriptor) == SITES[2]
        assert pages_in(tree(switch.previous_of(output))) == SITES[3]
    assert {one.name for one in tmp_path.iterdir() if "other" not in one.name} == {"out", ".out.sitegen-previous"}


def test_control_an_exchange_is_missed_by_who_holds_the_folder(tmp_path: Path) -> None:
    """By default the holder is left with the site before, each second time."""
    output, notes = tmp_path / "out", Kept()
    publish(output, SITES[0], notes, "exchange")
    with held(output) as descriptor:
        seen = []
        for site in SITES[1:]:
            publish(output, site, notes, "exchange")
            seen.append(seen_from(descriptor) == site)
    assert seen == [False, True, False]


def test_the_site_before_is_used_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The next site is made of the one before last, as after an exchange, so that a build costs what has changed."""
    output, notes = tmp_path / "out", Kept()
    for site in SITES[:3]:
        publish(output, site, notes)
    used: list[str] = []
    real = os.link
    monkeypatch.setattr(os, "link", lambda old, new, **how: used.append(str(old)) or real(old, new, **how))
    with open_generation(output, notes, "in-place") as new:
        for path, text in SITES[3].items():
            new.add(File(path, text.encode()))
        assert new._spare() is not None
        new.publish({})
    assert [path for path in used if path.endswith("a/index.html")] == []


def test_a_page_is_there_at_any_moment(tmp_path: Path) -> None:
    """Whoever reads while the entries change places finds the old page or the new one, whole."""
    output, notes = tmp_path / "out", Kept()
    pages = [{"index.html": str(number) * 5000, "a/index.html": str(number) * 5000} for number in range(2)]
    publish(output, pages[0], notes)
    seen: set[str] = set()
    stop = threading.Event()
    failures: list[OSError] = []

    def read(descriptor: int) -> None:
        while not stop.is_set():
            for path in pages[0]:
                try:
                    with open(os.open(path, os.O_RDONLY, dir_fd=descriptor), encoding="utf-8") as file:
                        seen.add(file.read())
                except OSError as failure:
                    failures.append(failure)

    with held(output) as descriptor:
        reader = threading.Thread(target=read, args=(descriptor,))
        reader.start()
        for number in range(1, 30):
            publish(output, pages[number % 2], notes)
        stop.set()
        reader.join()
    assert failures == []
    assert seen <= {page["index.html"] for page in pages}


@pytest.fixture
def watch(monkeypatch: pytest.MonkeyPatch, system: bool) -> Watch:
    watching = Watch()
    monkeypatch.setattr(os, "fsync", lambda _: None)
    for name in CALLS:
        monkeypatch.setattr(os, name, watching.over(getattr(os, name)))
    if system:
        monkeypatch.setattr(switch, "exchange", watching.over(switch.exchange))
    return watching


@pytest.mark.parametrize("kept", [True, False], ids=["with notes", "without"])
def test_killed_at_any_call(tmp_path: Path, tree: Any, watch: Watch, kept: bool) -> None:
    """A mix stands only beside a journal, and the next publication completes the switch, whatever it is itself."""
    states, journals = [], 0
    for number in itertools.count(1):
        output = tmp_path / str(number) / "out"
        notes = Kept() if kept else None
        if kept:
            publish(output, NEW, notes)
        publish(output, OLD, notes)
        (output / "CNAME").write_text("mine")
        if not killed_at(number, watch, lambda: publish(output, NEW, notes)):  # noqa: B023
            break
        state, journal = whole(tree(output)), inplace._journal(output).exists()
        assert state or journal
        states.append(state)
        with open_generation(output):
            journals += journal
        assert whole(tree(output)) == ("new" if journal else state)
        if journal:
            assert whole(tree(switch.previous_of(output))) == "old"
        publish(output, NEW, notes)
        assert whole(tree(output)) == "new"
        assert (output / "CNAME").read_text() == "mine"
        assert {one.name for one in output.parent.iterdir()} <= {"out", ".out.sitegen-previous"}
    assert journals > 3
    assert {"old", "", "new"} == set(states)
    assert [state for state in states if state] == sorted((one for one in states if one), key=("old", "new").index)


def test_control_without_the_journal_a_mix_would_stay(
    tmp_path: Path, tree: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The next publication would find files that nobody listed, and keep them as the keeper's own."""
    output = tmp_path / "out"
    publish(output, OLD)
    watch = Watch()
    monkeypatch.setattr(switch, "exchange", watch.over(switch.exchange))
    assert killed_at(2, watch, lambda: publish(output, NEW))
    inplace._journal(output).unlink()
    with open_generation(output):
        assert whole(tree(output)) == ""


def test_any_call_fails(tmp_path: Path, tree: Any, watch: Watch) -> None:
    """Whichever call the system refuses, one whole site stands, and it is the old one when that is what is said."""

    def refuse() -> None:
        raise OSError(28, "no space left on device")

    ends = set()
    for number in itertools.count(1):
        output = tmp_path / str(number) / "out"
        publish(output, OLD)
        watch.arm(number, refuse)
        try:
            publish(output, NEW)
            end = "new"
        except SitegenError:
            end = "old"
        if not watch.fired:
            break
        watch.arm(0, refuse)
        assert whole(tree(output)) == end, number
        ends.add(end)
        publish(output, NEW)
        assert whole(tree(output)) == "new"
        assert {one.name for one in output.parent.iterdir()} <= {"out", ".out.sitegen-previous"}
    assert ends == {"old", "new"}


@pytest.mark.usefixtures("system")
def test_ctrl_c_on_the_way_is_undone(tmp_path: Path, tree: Any) -> None:
    """Interrupted between two entries, the old site stands again."""
    output = tmp_path / "out"
    publish(output, OLD)
    real = inplace._take
    taken: list[str] = []

    def take(new: Path, target: Path, step: Any) -> None:
        real(new, target, step)
        taken.append(step.name)
        if len(taken) == 2:
            os.kill(os.getpid(), signal.SIGINT)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(inplace, "_take", take)
        with pytest.raises(KeyboardInterrupt):
            publish(output, NEW)
    assert len(taken) >= 4
    assert whole(tree(output)) == "old"
    assert [one.name for one in tmp_path.iterdir()] == ["out"]


@pytest.mark.parametrize(
    "journal",
    [
        "",
        "[]",
        "{}",
        '{"new": "../x", "steps": []}',
        '{"new": ".out.sitegen-previous", "steps": [["../secret", 0]]}',
        '{"new": ".out.sitegen-previous", "steps": [["index.html", "x"]]}',
        '{"new": ".out.sitegen-77", "steps": [["index.html", 77]]}',
    ],
)
def test_a_journal_of_somebody_else_leads_nowhere(tmp_path: Path, tree: Any, journal: str) -> None:
    """What is no journal, or names what is not there, changes nothing and is taken away."""
    output = tmp_path / "out"
    publish(output, OLD)
    (tmp_path / "secret").write_text("mine")
    inplace._journal(output).write_text(journal)
    with open_generation(output):
        pass
    assert whole(tree(output)) == "old"
    assert {one.name for one in tmp_path.iterdir()} == {"out", "secret"}
