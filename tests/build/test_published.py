"""What a publication leaves in the cache: one record an output, for as many as are remembered."""

from pathlib import Path

import pytest

from sitegen.memo import open_store
from sitegen.pipeline.published import Notes


def left(cache: Path, output: Path, content: bytes) -> bytes:
    """Writes a record as a build does; returns what was there before."""
    with open_store(cache, "a") as store:
        notes = Notes(store, output)
        before = notes.read()
        store.forget_unused()
        notes.write(content)
    return before


def test_each_output_has_its_record(tmp_path: Path) -> None:
    """A build for another output does not take the record of the first away."""
    outputs = [tmp_path / str(number) for number in range(3)]
    assert [left(tmp_path / "cache", one, one.name.encode()) for one in outputs] == [b"", b"", b""]
    assert [left(tmp_path / "cache", one, b"") for one in outputs] == [b"0", b"1", b"2"]


def test_the_records_are_few(tmp_path: Path) -> None:
    """The eight outputs that were published to last are remembered; the others leave nothing behind."""
    outputs = [tmp_path / str(number) for number in range(11)]
    for one in outputs:
        left(tmp_path / "cache", one, one.name.encode())
    with open_store(tmp_path / "cache", "a") as store:
        found = [Notes(store, one).read() for one in outputs[-8:]]
        Notes(store, tmp_path)
        store.forget_unused()
        assert len(store._keys) <= 10
    assert found == [one.name.encode() for one in outputs[-8:]]
    assert left(tmp_path / "cache", outputs[0], b"") == b""


@pytest.mark.parametrize("list_of_outputs", [b"{", b"3", b"[[", b"{}", b"[3, null]", b"\xff"])
def test_a_list_that_is_none_costs_nothing(tmp_path: Path, list_of_outputs: bytes) -> None:
    """Whatever stands in its place, the record of this output is read and written."""
    left(tmp_path / "cache", tmp_path, b"one")
    with open_store(tmp_path / "cache", "a") as store:
        store.put("published", list_of_outputs)
    with open_store(tmp_path / "cache", "a") as store:
        assert Notes(store, tmp_path).read() == b"one"
        Notes(store, tmp_path).write(b"two")
        assert Notes(store, tmp_path).read() == b"two"
