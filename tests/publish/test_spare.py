"""A site that is made of the generation before last: the same bytes as one that is made anew, whatever happened."""

import itertools
import os
import random
import shutil
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest

from sitegen.diagnostics import SitegenError
from sitegen.model import File
from sitegen.publish import Published, generation, old, open_generation
from sitegen.publish.switch import previous_of
from tests.publish.test_faults import CALLS, Watch, killed_at

ONE = {"index.html": "one", "a/index.html": "same", "a/b/index.html": "same", "gone/index.html": "one"}
TWO = {"index.html": "two", "a/index.html": "same", "a/b/index.html": "same", "gone/index.html": "one"}
THREE = {"index.html": "three", "a/index.html": "same", "a/b/index.html": "same", "new/index.html": "three"}


class Kept:
    """What one publication leaves for the next."""

    def __init__(self) -> None:
        self.content = b""

    def read(self) -> bytes:
        return self.content

    def write(self, content: bytes) -> None:
        self.content = content


def publish(output: Path, pages: Mapping[str, str], notes: Kept) -> Published:
    with open_generation(output, notes) as new:
        for path, text in pages.items():
            new.add(File(path, text.encode()))
        return new.publish({})


def two_sites(output: Path) -> Kept:
    """One site published over another, so that the next has what it needs."""
    notes = Kept()
    publish(output, ONE, notes)
    publish(output, TWO, notes)
    return notes


def pages_in(found: Mapping[str, bytes]) -> dict[str, str]:
    own = ("manifest.json", "CNAME", ".git/", "data/archive.sqlite")
    return {path: content.decode() for path, content in found.items() if not path.startswith(own)}


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Files whose bytes were looked at."""
    seen: list[str] = []
    real = generation.holds
    monkeypatch.setattr(generation, "holds", lambda path, *rest: seen.append(str(path)) or real(path, *rest))
    return seen


def test_what_is_the_same_is_neither_read_nor_linked(tmp_path: Path, tree: Any, read: list[str]) -> None:
    """The third site costs what differs: its folders are those of the first, and no byte of the second is read."""
    output = tmp_path / "out"
    notes = Kept()
    publish(output, ONE, notes)
    first = (output / "a").stat().st_ino
    publish(output, TWO, notes)
    read.clear()
    published = publish(output, THREE, notes)
    assert (published.written, published.removed) == (2, 1)
    assert read == []
    assert (output / "a").stat().st_ino == first
    assert pages_in(tree(output)) == THREE
    assert not (output / "gone").exists()
    assert pages_in(tree(previous_of(output))) == TWO
    assert sorted(one.name for one in tmp_path.iterdir()) == [".out.sitegen-previous", "out"]


def in_place(path: Path) -> None:
    before = path.stat()
    path.write_bytes(b"x" * before.st_size)
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))


DAMAGE: dict[str, Callable[[Path], object]] = {
    "a page altered, its size and time as before": lambda output: in_place(output / "a/index.html"),
    "a page taken away": lambda output: (output / "a/b/index.html").unlink(),
    "a page that became a link": lambda output: (
        (output / "a/index.html").unlink() or (output / "a/index.html").symlink_to("/etc/hostname")
    ),
    "a page nobody may read": lambda output: (output / "a/index.html").chmod(0o600),
    "a page before that was altered": lambda output: in_place(previous_of(output) / "a/index.html"),
    "a page before that was taken away": lambda output: (previous_of(output) / "a/b/index.html").unlink(),
    "a page before that was put there": lambda output: (previous_of(output) / "a/extra.html").write_text("x"),
    "a page before, at the top": lambda output: (previous_of(output) / "extra.html").write_text("x"),
    "the folder before, gone": lambda output: shutil.rmtree(previous_of(output)),
    "the folder before, a link": lambda output: (
        previous_of(output).rename(output.parent / "moved") and previous_of(output).symlink_to(output.parent / "moved")
    ),
    "nothing": lambda _: None,
}


@pytest.mark.parametrize("damage", DAMAGE)
def test_whatever_was_touched_is_mended(tmp_path: Path, tree: Any, damage: str) -> None:
    """Neither the site nor the one before is believed where somebody else has touched it."""
    output = tmp_path / "out"
    notes = two_sites(output)
    DAMAGE[damage](output)
    publish(output, THREE, notes)
    assert pages_in(tree(output)) == THREE
    assert (output / "a/index.html").stat().st_mode & 0o777 == (output / "index.html").stat().st_mode & 0o777


@pytest.mark.parametrize("name", ["seal_of", "spare_seal"])
def test_control_what_is_believed_unseen_is_found_out(
    name: str, tmp_path: Path, tree: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With a seal that always fits, an altered page stays, and the test above would see it."""
    for module in (generation, old):
        monkeypatch.setattr(module, name, lambda *_: "fits", raising=module is old)
    output = tmp_path / "out"
    notes = two_sites(output)
    DAMAGE["a page altered, its size and time as before" if name == "seal_of" else "a page before, at the top"](output)
    publish(output, THREE, notes)
    assert pages_in(tree(output)) != THREE


def test_a_keepers_folder_costs_no_more_than_its_files(tmp_path: Path, tree: Any, read: list[str]) -> None:
    """With a folder of one's own in the output, such as `.git`, empty ones in it too, pages are not linked anew."""
    output = tmp_path / "out"
    notes = Kept()
    publish(output, ONE, notes)
    (output / ".git/refs/tags").mkdir(parents=True)
    (output / ".git/objects").mkdir()
    (output / ".git/objects/a").write_text("an object")
    publish(output, TWO, notes)
    publish(output, ONE, notes)
    publish(output, TWO, notes)
    first = (previous_of(output) / "a").stat().st_ino
    (output / ".git/refs/tags").rmdir()
    (output / ".git/objects/b").write_text("another")
    read.clear()
    publish(output, THREE, notes)
    assert (output / "a").stat().st_ino == first
    assert read == []
    assert pages_in(tree(output)) == THREE
    own = {str(one.relative_to(output)) for one in (output / ".git").rglob("*")}
    assert own == {".git/objects", ".git/objects/a", ".git/objects/b", ".git/refs"}
    publish(output, ONE, notes)
    assert {str(one.relative_to(output)) for one in (output / ".git").rglob("*")} == own


@pytest.mark.parametrize(
    "notes", [b"", b"{", b"[]", b'{"seal": 1, "differ": 3}', b'{"spare": "x", "folders": ["../.."]}']
)
def test_damaged_notes_are_no_notes(tmp_path: Path, tree: Any, notes: bytes) -> None:
    """What cannot be read, or says what is not so, costs time and nothing else."""
    output, kept = tmp_path / "out", Kept()
    publish(output, ONE, kept)
    publish(output, TWO, kept)
    kept.content = notes
    publish(output, THREE, kept)
    assert pages_in(tree(output)) == THREE


def test_a_keepers_files_come_and_go(tmp_path: Path, tree: Any) -> None:
    """A file of one's own stays while it is there, and is not brought back once it is gone."""
    output = tmp_path / "out"
    notes = two_sites(output)
    (output / "CNAME").write_text("mine")
    for pages in (THREE, TWO, ONE, THREE):
        publish(output, pages, notes)
        assert (output / "CNAME").read_text() == "mine"
        assert pages_in(tree(output)) == pages
    (output / "CNAME").unlink()
    (output / "own").mkdir()
    for pages in (TWO, ONE, THREE):
        publish(output, pages, notes)
        assert not (output / "CNAME").exists()
        assert (output / "own").is_dir()
    (output / "own").rmdir()
    for pages in (TWO, ONE, THREE):
        publish(output, pages, notes)
        assert not (output / "own").exists()


@pytest.mark.parametrize("seed", range(8))
def test_any_sequence_of_sites(seed: int, tmp_path: Path, tree: Any, build: Any) -> None:
    """Pages that come, go and change, names that are a file and then a folder: always the site that was asked for."""
    chance = random.Random(seed)
    names = ("index.html", "a", "a/b", "a/b/c", "d/e", "d/f/g", "h/i", "h/j/k/l")
    output, notes = tmp_path / "out", Kept()
    for number in range(10):
        pages: dict[str, str] = {}
        for name in chance.sample(names, chance.randrange(1, len(names))):
            if not any(one.startswith(f"{name}/") or name.startswith(f"{one}/") for one in pages):
                pages[name] = chance.choice(["x", "y"])
        if chance.random() < 0.1:
            notes = Kept()
        if chance.random() < 0.1:
            build(output, {"index.html": "by another"})
        publish(output, pages, notes)
        clean = tmp_path / f"clean{number}"
        build(clean, pages)
        assert tree(output) == tree(clean)
        assert {one for one in output.rglob("*") if one.is_dir()} == {
            output / one.relative_to(clean) for one in clean.rglob("*") if one.is_dir()
        }


@pytest.fixture
def watch(monkeypatch: pytest.MonkeyPatch) -> Watch:
    watching = Watch()
    monkeypatch.setattr(os, "fsync", lambda _: None)
    for name in (*CALLS, "lstat"):
        monkeypatch.setattr(os, name, watching.over(getattr(os, name)))
    return watching


def test_killed_at_any_call(tmp_path: Path, tree: Any, watch: Watch) -> None:
    """kill -9 before each call leaves the site that stood or the new one, and the next build needs no help."""
    seen = []
    for number in itertools.count(1):
        output = tmp_path / str(number) / "out"
        notes = two_sites(output)
        if not killed_at(number, watch, lambda: publish(output, THREE, notes)):  # noqa: B023
            break
        found = pages_in(tree(output))
        assert found in (TWO, THREE)
        seen.append(found == THREE)
        publish(output, THREE, notes)
        assert pages_in(tree(output)) == THREE
        assert {one.name for one in output.parent.iterdir()} <= {"out", ".out.sitegen-previous"}
    assert seen == sorted(seen)
    assert {True, False} == set(seen)


def test_any_call_fails(tmp_path: Path, tree: Any, watch: Watch) -> None:
    """Whichever call the system refuses, a whole site stands; only one that still stands is called unchanged."""

    def refuse() -> None:
        raise OSError(28, "no space left on device")

    ends = set()
    for number in itertools.count(1):
        output = tmp_path / str(number) / "out"
        notes = two_sites(output)
        watch.arm(number, refuse)
        try:
            publish(output, THREE, notes)
            end = "published"
        except SitegenError as refused:
            end = refused.diagnostics[0].code
        if not watch.fired:
            break
        ends.add(end)
        assert pages_in(tree(output)) == (TWO if end == "cannot-write" else THREE)
        publish(output, THREE, notes)
        assert pages_in(tree(output)) == THREE
    assert ends == {"cannot-write", "published"}
