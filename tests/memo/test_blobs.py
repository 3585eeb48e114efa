"""The cache: checksummed bytes by the hash of what made them, never believed, never needed."""

import re
import sqlite3
import tomllib
from contextlib import closing
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest

from sitegen.memo import LostValue, key_for, keys, open_store, pack, tool_digest, unpack
from tests.conftest import REPOSITORY


@dataclass(frozen=True)
class Sample:
    name: str
    day: date
    parts: tuple[int, ...] = ()


def test_what_was_put_is_got(tmp_path: Path) -> None:
    """Across two openings, as after two builds."""
    with open_store(tmp_path, "x") as store:
        store.put("k", b"value")
    with open_store(tmp_path, "x") as store:
        assert store.holds("k")
        assert store.get("k") == b"value"
        assert store.get("other") is None


def test_an_error_keeps_nothing(tmp_path: Path) -> None:
    """A build that failed leaves the cache as it was."""

    def fail() -> None:
        with open_store(tmp_path, "x") as store:
            store.put("k", b"value")
            raise RuntimeError

    with pytest.raises(RuntimeError):
        fail()
    with open_store(tmp_path, "x") as store:
        assert store.get("k") is None


def test_what_is_not_used_is_forgotten(tmp_path: Path) -> None:
    """The cache does not grow for ever."""
    with open_store(tmp_path, "x") as store:
        store.put("old", b"1")
    with open_store(tmp_path, "x") as store:
        store.put("new", b"2")
        store.forget_unused()
    with open_store(tmp_path, "x") as store:
        assert store.get("old") is None
        assert store.get("new") == b"2"


def test_without_a_folder_nothing_is_remembered() -> None:
    """`--no-cache` and a folder that cannot be written are the same to the caller."""
    with open_store(None, "x") as store:
        store.put("k", b"value")
        assert store.get("k") is None
    with open_store(Path("/proc/nowhere"), "x") as store:
        store.put("k", b"value")
        assert store.get("k") is None


def test_a_key_depends_on_every_value() -> None:
    """Any other text, date, number or order is another key; the same values are the same key."""
    sample = Sample("a", date(2031, 3, 3), (1, 2))
    assert key_for(sample, None, 1.5) == key_for(Sample("a", date(2031, 3, 3), (1, 2)), None, 1.5)
    others = [
        Sample("b", date(2031, 3, 3), (1, 2)),
        Sample("a", date(2031, 3, 4), (1, 2)),
        Sample("a", date(2031, 3, 3), (2, 1)),
    ]
    assert len({key_for(one) for one in [sample, *others]}) == 4


def test_packed_values_are_unpacked() -> None:
    """Header and contents come back; anything cut or altered is refused."""
    packed = pack({"a": [1, None]}, [b"one", b"", b"\0three"])
    assert unpack(packed) == ({"a": [1, None]}, (b"one", b"", b"\0three"))
    for damaged in (packed[:-1], packed + b"x", b"", b"\0" * 20, packed[:9]):
        with pytest.raises(LostValue):
            unpack(damaged)


def test_every_library_that_makes_pages_is_in_the_keys(monkeypatch: pytest.MonkeyPatch) -> None:
    """Another version of any library but those of the command line and the preview is another program."""
    declared = tomllib.loads((REPOSITORY / "pyproject.toml").read_text("utf-8"))["project"]["dependencies"]
    names = {re.split(r"[\[>=]", one)[0] for one in declared}
    assert names - {"click", "watchfiles"} <= set(keys._DEPENDENCIES)
    real = keys.version
    before = tool_digest.__wrapped__()
    assert tool_digest.__wrapped__() == before
    for library in keys._DEPENDENCIES:
        monkeypatch.setattr(keys, "version", lambda name, library=library: "99" if name == library else real(name))
        assert tool_digest.__wrapped__() != before, library
    monkeypatch.undo()
    for name, value in (("sys.version_info", (3, 99)), ("unicodedata.unidata_version", "99")):
        with monkeypatch.context() as patched:
            patched.setattr(name, value)
            assert tool_digest.__wrapped__() != before, name


def test_every_module_and_catalogue_is_in_the_keys(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A changed, added or removed file of the program is another program."""
    package = tmp_path / "sitegen"
    for name in ("memo/keys.py", "views/a.py", "locales/vi.po"):
        (package / name).parent.mkdir(parents=True, exist_ok=True)
        (package / name).write_text(name)
    monkeypatch.setattr(keys, "__file__", str(package / "memo/keys.py"))
    seen = {tool_digest.__wrapped__()}
    for name in ("memo/keys.py", "views/a.py", "locales/vi.po", "views/new.py"):
        (package / name).write_text("changed")
        seen.add(tool_digest.__wrapped__())
    (package / "views/a.py").unlink()
    seen.add(tool_digest.__wrapped__())
    assert len(seen) == 6


def test_a_value_under_the_key_of_another_is_not_believed(tmp_path: Path) -> None:
    """Two entries that were swapped are whole and wrong."""
    with open_store(tmp_path, "x") as store:
        store.put("one", b"1")
        store.put("two", b"2")
    with closing(sqlite3.connect(tmp_path / "x.sqlite")) as connection:
        connection.execute("UPDATE entries SET key = CASE key WHEN 'one' THEN 'TWO' ELSE 'ONE' END")
        connection.execute("UPDATE entries SET key = lower(key)")
        connection.commit()
    with open_store(tmp_path, "x") as store:
        assert store.holds("one")
        assert store.get("one") is None
        assert store.get("two") is None


def test_a_file_that_turns_out_to_be_damaged_is_taken_away(tmp_path: Path) -> None:
    """A page of it that cannot be read: the next build begins anew instead of stumbling over it for ever."""
    for failure, left in ((sqlite3.OperationalError("locked"), True), (sqlite3.DatabaseError("malformed"), False)):
        with open_store(tmp_path, "x") as store:
            store.put("k", b"1")
            store._note(failure)
        assert (tmp_path / "x.sqlite").exists() is left


def test_a_cache_that_another_build_writes_is_waited_for_once(tmp_path: Path) -> None:
    """Two builds share a cache: the second reads what is there, and does not wait anew for each value it makes."""
    with open_store(tmp_path, "x") as store:
        store.put("k", b"1")
    with open_store(tmp_path, "x") as first, open_store(tmp_path, "x") as second:
        assert first.put("a", b"1")
        assert not second.put("b", b"1")
        assert not second._writable
        assert second.get("k") == b"1"
    with open_store(tmp_path, "x") as store:
        assert store.get("a") == b"1"


def test_a_damaged_file_may_hold_keys_that_are_no_text(tmp_path: Path) -> None:
    """What a flipped bit makes of a key is not taken for one, and does not end a build."""
    with open_store(tmp_path, "x") as store:
        store.put("k", b"1")
    with closing(sqlite3.connect(tmp_path / "x.sqlite")) as connection:
        connection.execute("INSERT INTO entries VALUES (NULL, x'00', x'00')")
        connection.execute("INSERT INTO entries VALUES (x'6b', x'00', x'00')")
        connection.commit()
    with open_store(tmp_path, "x") as store:
        assert store.holds("k")
        store.forget_unused()
    with open_store(tmp_path, "x") as store:
        assert store.get("k") is None


def test_a_file_whose_damage_cannot_be_told_is_made_anew(tmp_path: Path) -> None:
    """SQLite quotes what it cannot read, and bytes that are no text are no message."""
    with open_store(tmp_path, "x") as store:
        store.put("a", b"1")
    path = tmp_path / "x.sqlite"
    content = path.read_bytes()
    assert b"CREATE TABLE entries" in content
    path.write_bytes(content.replace(b"CREATE TABLE entries", b"CREAT\xe9 TABLE entries"))
    with open_store(tmp_path, "x") as store:
        assert store.get("a") is None
        assert store.put("a", b"2")
