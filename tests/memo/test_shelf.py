"""The shelf gives back what was put there, and nothing else: what is damaged, swapped, foreign or half is not there."""

import json
import shutil
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray

from sitegen.memo import Columns, ColumnShelf, Entries, entry_key, open_shelf, shelf

NUMBERS = {
    "runs": np.arange(5_000, dtype=np.uint64) << np.uint64(40),
    "often": np.linspace(0, 3, 7).astype(np.float16),
    "none": np.empty(0, dtype=np.uint32),
}


def put(folder: Path, *segments: Columns, table: str = "runs", version: str = "1") -> None:
    """Puts segments on a shelf, one after another."""
    with open_shelf(folder, "x", version) as columns:
        for segment in segments:
            columns.append(table, segment)


def on_shelf(folder: Path, table: str = "runs", version: str = "1") -> Sequence[dict[str, "NDArray[Any]"]]:
    """What a later build finds."""
    with open_shelf(folder, "x", version) as columns:
        return [{name: np.array(array) for name, array in segment.items()} for segment in columns.segments(table)]


def files(folder: Path) -> list[Path]:
    """The segments of the shelf."""
    return sorted((folder / "x.shelf").glob("*.columns"))


def is_same(segment: Columns, other: Columns) -> bool:
    """Whether two segments have the same columns, of the same types."""
    return segment.keys() == other.keys() and all(
        segment[name].dtype == other[name].dtype and segment[name].tobytes() == other[name].tobytes()
        for name in segment
    )


def test_columns_come_back(tmp_path: Path) -> None:
    """Bit for bit, in the order in which they were put there, mapped and not to be written to."""
    put(tmp_path, NUMBERS)
    put(tmp_path, {"runs": np.arange(3, dtype=np.uint64)})
    first, second = on_shelf(tmp_path)
    assert is_same(first, NUMBERS)
    assert second["runs"].tolist() == [0, 1, 2]
    with open_shelf(tmp_path, "x", "1") as columns, pytest.raises(ValueError, match="read-only"):
        columns.segments("runs")[0]["runs"][0] = 1
    assert on_shelf(tmp_path, table="words") == []


def test_what_is_kept_is_not_written_again(tmp_path: Path) -> None:
    """Of a table whose last segments are merged the first ones stay the files that they are."""
    put(tmp_path, NUMBERS, {"runs": np.arange(3, dtype=np.uint64)})
    before = {file: file.stat().st_mtime_ns for file in files(tmp_path)}
    with open_shelf(tmp_path, "x", "1") as columns:
        columns.replace("runs", [{"runs": np.arange(4, dtype=np.uint64)}], 1)
    first, second = on_shelf(tmp_path)
    assert is_same(first, NUMBERS)
    assert second["runs"].tolist() == [0, 1, 2, 3]
    after = {file: file.stat().st_mtime_ns for file in files(tmp_path)}
    assert len(before.items() & after.items()) == 1


def test_what_is_replaced_is_removed(tmp_path: Path) -> None:
    """Garbage is bounded: a file that no table names any more goes when the build ends."""
    put(tmp_path, NUMBERS)
    before = files(tmp_path)
    (tmp_path / "x.shelf" / f"{'0' * 64}.columns.77").write_bytes(b"left by a build that died")
    with open_shelf(tmp_path, "x", "1") as columns:
        columns.replace("runs", [{"runs": np.arange(3, dtype=np.uint64)}])
        assert files(tmp_path) != before
    assert len(files(tmp_path)) == 1 == len(list((tmp_path / "x.shelf").glob("*.columns*")))
    assert files(tmp_path) != before


@pytest.mark.parametrize("at", [0, 20, 60, 300, 20_000, -1])
def test_a_damaged_segment_is_not_there(tmp_path: Path, at: int) -> None:
    """Whichever byte is another one, and so are the segments of its table: a table with a hole says something else."""
    put(tmp_path, NUMBERS, {"runs": np.arange(3, dtype=np.uint64)})
    put(tmp_path, NUMBERS, table="other")
    path = max(files(tmp_path), key=lambda file: (file.stat().st_size, file.name))
    content = bytearray(path.read_bytes())
    content[at] ^= 1
    path.write_bytes(content)
    tables = sorted(len(on_shelf(tmp_path, table)) for table in ("runs", "other"))
    assert tables in ([0, 1], [0, 2])


@pytest.mark.parametrize("size", [0, 10, 1_000, 40_000])
def test_half_a_segment_is_not_there(tmp_path: Path, size: int) -> None:
    """However much of it was written."""
    put(tmp_path, NUMBERS)
    (path,) = files(tmp_path)
    path.write_bytes(path.read_bytes()[:size])
    assert on_shelf(tmp_path) == []
    put(tmp_path, NUMBERS)
    assert is_same(on_shelf(tmp_path)[0], NUMBERS)


def test_a_swapped_segment_is_not_there(tmp_path: Path) -> None:
    """One whole file under another's name; and one table's segment named as another's by whoever wrote the manifest."""
    put(tmp_path, NUMBERS)
    put(tmp_path, {"runs": np.arange(3, dtype=np.uint64)}, table="other")
    one, other = files(tmp_path)
    content = one.read_bytes()
    one.write_bytes(other.read_bytes())
    other.write_bytes(content)
    assert on_shelf(tmp_path) == on_shelf(tmp_path, "other") == []
    put(tmp_path, NUMBERS)
    put(tmp_path, {"runs": np.arange(3, dtype=np.uint64)}, table="other")
    listed = shelf._read_manifest(tmp_path / "x.shelf", "1")
    shelf._write_manifest(tmp_path / "x.shelf", "1", {"runs": listed["other"], "other": listed["runs"]})
    assert on_shelf(tmp_path) == on_shelf(tmp_path, "other") == []


def test_another_version_is_not_believed(tmp_path: Path) -> None:
    """What another program wrote says nothing to this one, and its files go."""
    put(tmp_path, NUMBERS)
    assert on_shelf(tmp_path, version="2") == []
    assert on_shelf(tmp_path) != []
    put(tmp_path, {"runs": np.arange(3, dtype=np.uint64)}, version="2")
    assert on_shelf(tmp_path) == []
    assert len(files(tmp_path)) == 1


@pytest.mark.parametrize(
    "content", [b"", b"{}", b"\xff" * 90, b"0" * 64 + b"\n{}", b'{"version": "1", "tables": {"runs": [["../x", ""]]}}']
)
def test_what_is_no_manifest_names_nothing(tmp_path: Path, content: bytes) -> None:
    """And the next build writes one."""
    put(tmp_path, NUMBERS)
    (tmp_path / "x.shelf" / "manifest.json").write_bytes(content)
    assert on_shelf(tmp_path) == []
    put(tmp_path, NUMBERS)
    assert len(on_shelf(tmp_path)) == 1


def test_no_name_leads_out_of_the_folder(tmp_path: Path) -> None:
    """A sealed manifest may name what it likes."""
    put(tmp_path, NUMBERS)
    (path,) = files(tmp_path)
    path.rename(tmp_path / path.name)
    shelf._write_manifest(tmp_path / "x.shelf", "1", {"runs": [shelf._Listed(f"../{path.name}", "-")]})
    assert on_shelf(tmp_path) == []


@pytest.mark.parametrize(
    "header",
    [
        ["runs", [["runs", "|O", 1]]],
        ["runs", [["runs", "<u8", -1]]],
        ["runs", [["runs", "<u8", 1 << 62]]],
        ["runs", [["runs", "<M8", 1]]],
        {"runs": 1},
        [["runs"], []],
    ],
)
def test_a_sealed_segment_of_another_shape_is_not_there(header: object) -> None:
    """No type that holds objects, no length that reaches beyond the file."""
    text = json.dumps(header).encode()
    head = shelf._MAGIC + len(text).to_bytes(8, "little") + text
    content = head + bytes(-len(head) % 64) + bytes(64)
    assert shelf._unpacked("runs", memoryview(content)) is None


def test_a_full_disk_leaves_what_was_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A build that cannot write goes on with what it has in memory; the next one finds the shelf of before."""
    put(tmp_path, NUMBERS)
    with monkeypatch.context() as patch, open_shelf(tmp_path, "x", "1") as columns:
        patch.setattr(shelf, "_write", full)
        columns.replace("runs", [{"runs": np.arange(3, dtype=np.uint64)}])
        columns.append("runs", {"runs": np.arange(4, dtype=np.uint64)})
        assert [len(segment["runs"]) for segment in columns.segments("runs")] == [3, 4]
        assert not columns.writable
    assert is_same(on_shelf(tmp_path)[0], NUMBERS)


def full(*_: object) -> None:
    """As a disk without space answers."""
    raise OSError(28, "No space left on device")


def test_a_file_cut_by_a_full_disk_is_removed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing half stays under a name that a later build could take for whole."""
    with monkeypatch.context() as patch, open_shelf(tmp_path, "x", "1") as columns:
        patch.setattr(Path, "replace", full)
        columns.append("runs", NUMBERS)
    assert list((tmp_path / "x.shelf").iterdir()) == []


def test_two_builds_with_one_shelf(tmp_path: Path) -> None:
    """Whoever ends last is believed; what it names and the other removed is not there, and no build reads half."""
    put(tmp_path, NUMBERS)
    with open_shelf(tmp_path, "x", "1") as one, open_shelf(tmp_path, "x", "1") as other:
        mapped = one.segments("runs")[0]
        other.replace("runs", [{"runs": np.arange(3, dtype=np.uint64)}])
        one.append("runs", {"runs": np.arange(4, dtype=np.uint64)})
        other.commit()
        assert is_same(mapped, NUMBERS), "it is still mapped"
    found = on_shelf(tmp_path)
    assert found == [] or [len(segment["runs"]) for segment in found] in ([3], [5_000, 4])


def test_what_fails_keeps_the_shelf(tmp_path: Path) -> None:
    """A build that ends with an error has changed nothing."""
    put(tmp_path, NUMBERS)

    def fail() -> None:
        with open_shelf(tmp_path, "x", "1") as columns:
            columns.replace("runs", [{"runs": np.arange(3, dtype=np.uint64)}])
            raise RuntimeError

    with pytest.raises(RuntimeError):
        fail()
    assert is_same(on_shelf(tmp_path)[0], NUMBERS)


def test_a_copied_shelf_is_hashed_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file that is known by its identity is not read to be hashed; one that was copied is, and then is known."""
    put(tmp_path, NUMBERS)
    monkeypatch.setattr(shelf, "is_settled", lambda *_: True)
    put(tmp_path, NUMBERS, table="second")
    shutil.copytree(tmp_path / "x.shelf", tmp_path / "copy" / "x.shelf")
    hashed = []
    real = shelf.hashlib.sha256

    def sha256(content: object = b"") -> Any:
        if isinstance(content, memoryview):
            hashed.append(len(content))
        return real(content)  # type: ignore[arg-type]

    monkeypatch.setattr(shelf.hashlib, "sha256", sha256)
    for expected in (1, 0):
        hashed.clear()
        assert is_same(on_shelf(tmp_path / "copy", "second")[0], NUMBERS)
        assert len(hashed) == expected


def test_without_a_folder_nothing_is_kept() -> None:
    """And everything works as long as the build does."""
    with open_shelf(None, "x", "1") as columns:
        columns.append("runs", NUMBERS)
        assert is_same(columns.segments("runs")[0], NUMBERS)
        assert not columns.writable


def test_entries_come_back_and_what_nobody_asks_for_goes(tmp_path: Path) -> None:
    """A value is kept as long as every build asks for it."""
    keys = [entry_key("x", bytes([number])) for number in range(3)]
    for known in ([None, None, None], [["é\n", 0], ["é\n", 1], None], [["é\n", 0], None, None]):
        with open_shelf(tmp_path, "x", "1") as columns:
            entries = Entries(columns, "entries")
            values = [entries.get(keys[0]), entries.get(keys[1]) if known[1] or not known[0] else None]
            assert values == known[:2]
            for number in range(2 if known[0] is None else 0):
                entries.put(keys[number], ["é\n", number])
                assert entries.get(keys[number]) == ["é\n", number]
            entries.keep()
    with open_shelf(tmp_path, "x", "1") as columns:
        assert Entries(columns, "entries").get(keys[1]) is None


def test_the_parts_of_a_key_are_kept_apart() -> None:
    """Where one ends is part of it."""
    assert entry_key("x", b"ab", b"c") != entry_key("x", b"a", b"bc")
    assert entry_key("x", b"ab") != entry_key("y", b"ab")


def test_entries_that_did_not_change_are_not_written(tmp_path: Path) -> None:
    """A build in which nothing has changed writes nothing."""
    key = entry_key("x")
    for written in (1, 0):
        (tmp_path / "x.shelf").mkdir(exist_ok=True)
        columns = ColumnShelf(tmp_path / "x.shelf", "1")
        entries = Entries(columns, "entries")
        if entries.get(key) is None:
            entries.put(key, 7)
        entries.keep()
        assert columns._changed is bool(written)
        columns.commit()


def test_memory_that_was_given_back_is_read_again(tmp_path: Path) -> None:
    """Columns are what they were, whether they were opened or written in this build."""
    numbers = np.arange(100_000, dtype=np.uint64)
    with open_shelf(tmp_path, "x", "1") as shelf:
        shelf.append("table", {"numbers": numbers})
        shelf.release()
        assert np.array_equal(shelf.segments("table")[0]["numbers"], numbers)
    with open_shelf(tmp_path, "x", "1") as shelf:
        (columns,) = shelf.segments("table")
        assert columns["numbers"].sum() == numbers.sum()
        shelf.release()
        assert np.array_equal(columns["numbers"], numbers)


def test_a_segment_is_written_before_the_next_is_made(tmp_path: Path) -> None:
    """So that no two are held at once."""
    with open_shelf(tmp_path, "x", "1") as shelf:

        def made() -> Iterator[Columns]:
            for number in range(3):
                assert len(list(tmp_path.rglob("*.columns"))) == number
                yield {"numbers": np.full(10, number, dtype=np.uint64)}

        shelf.replace("table", made())
        assert [int(columns["numbers"][0]) for columns in shelf.segments("table")] == [0, 1, 2]
