"""Caches that are damaged, forged, locked, lost or of another format: the site is what it would be without one."""

import random
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

import sitegen.pipeline.build
from sitegen.group.candidates import recalled
from sitegen.memo import Memo, Store, blobs, table
from sitegen.pipeline import article_files, fingerprint_segments, grouping, prints, reading, tasks, texts, unchanged
from sitegen.pipeline.reading import ArticleMemo
from sitegen.publish import standing
from tests.build.small import build, without_history
from tests.build.test_build import tree
from tests.build.test_faults import SOAK, Archive, site

__all__ = ["site"]


def damage(path: Path, chance: random.Random) -> None:
    """Spoils a file in one of the ways in which disks, people and other versions do."""
    content = bytearray(path.read_bytes())
    kind = chance.choice(["flip", "cut", "zero", "tail", "swap", "rows", "format"])
    if kind == "flip" or not content:
        for _ in range(chance.randrange(1, 30)):
            content[chance.randrange(len(content))] ^= 1 << chance.randrange(8)
    elif kind == "cut":
        del content[chance.randrange(len(content)) :]
    elif kind == "zero":
        at = chance.randrange(len(content))
        content[at : at + 4096] = bytes(len(content[at : at + 4096]))
    elif kind == "tail":
        content += chance.randbytes(500)
    if kind in ("flip", "cut", "zero", "tail"):
        path.write_bytes(content)
    elif path.suffix == ".sqlite":
        with closing(sqlite3.connect(path)) as connection:
            keys = sorted(key for (key,) in connection.execute("SELECT key FROM entries"))
            spoil(connection, kind, keys, chance)
            connection.commit()


def forge(path: Path, chance: random.Random) -> None:
    """Puts values of other entries, with right checksums, where they do not belong."""
    with closing(sqlite3.connect(path)) as connection:
        entries = dict(connection.execute("SELECT key, value FROM entries").fetchall())
        for key in chance.sample(sorted(entries), 5):
            value = entries[chance.choice(sorted(entries))]
            right = blobs._checksum(key, value)
            connection.execute("UPDATE entries SET value = ?, sha256 = ? WHERE key = ?", (value, right, key))
        connection.commit()


def spoil(connection: sqlite3.Connection, kind: str, keys: list[str], chance: random.Random) -> None:
    """What somebody who knows the format could do."""
    one, other = chance.sample(keys, 2)
    if kind == "swap":
        for column in ("sha256", "value"):
            connection.execute(
                f"UPDATE entries SET {column} = (SELECT {column} FROM entries WHERE key = ?) WHERE key = ?",
                (other, one),
            )
    elif kind == "rows":
        for key in chance.sample(keys, len(keys) // 2):
            connection.execute("DELETE FROM entries WHERE key = ?", (key,))
    elif kind == "other":
        (value,) = connection.execute("SELECT value FROM entries WHERE key = ?", (other,)).fetchone()
        connection.execute(
            "UPDATE entries SET value = ?, sha256 = ? WHERE key = ?", (value, blobs._checksum(one, value), one)
        )
    else:
        connection.execute("PRAGMA user_version = 1")


@pytest.mark.parametrize("kind", ["wide", "at the same site"])
def test_damaged_caches(site: Archive, kind: str) -> None:
    """100 caches damaged in seven ways, the archive changed or not: what is published is the clean site."""
    site.edit(1)
    site.run()
    good = {one: one.read_bytes() for one in site.cache.rglob("*") if one.is_file()}
    chance = random.Random(kind)
    for number in range(SOAK // 2 or 60):
        for path, content in good.items():
            path.write_bytes(content)
        for path in chance.sample(sorted(good), chance.randrange(1, len(good) + 1)):
            if path.suffix in (".sqlite", ".last", ".columns", ".json"):
                damage(path, chance)
        if kind == "wide":
            shutil.rmtree(site.output)
        site.edit(number % 2)
        assert site.run() == 0, site.said
        assert site.which() == number % 2


def test_forged_caches(site: Archive) -> None:
    """Whoever can write the cache can put false texts into it, and no more: the build ends in words, and whole."""
    good = (site.cache / "content.sqlite").read_bytes()
    chance = random.Random(9)
    codes = set()
    for number in range(SOAK // 10 or 20):
        (site.cache / "content.sqlite").write_bytes(good)
        forge(site.cache / "content.sqlite", chance)
        site.edit(number % 2)
        codes.add(site.run())
        assert (site.output / "manifest.json").exists()
    assert codes <= {0, 1}


def forge_lines(connection: sqlite3.Connection, task: str, taken_from: str, put_to: str) -> None:
    """Gives one file what a task says of another, rightly checksummed."""
    rows = connection.execute("SELECT key, value FROM entries WHERE key LIKE ?", (f"{task}.lines.%",)).fetchall()
    shards = {key: blobs._inflated(value) or b"" for key, value in rows}
    lines = dict(line.split(b"\0", 1) for content in shards.values() for line in content.splitlines())
    names = {Path(name.decode()).name: name for name in lines}
    new = b"%b\0%b" % (names[put_to], lines[names[taken_from]])
    for key, content in shards.items():
        forged = b"=" + content.replace(b"%b\0%b" % (names[put_to], lines[names[put_to]]), new)
        right = blobs._checksum(key, forged)
        connection.execute("UPDATE entries SET value = ?, sha256 = ? WHERE key = ?", (forged, right, key))


def test_a_reading_of_another_file_is_seen(site: Archive) -> None:
    """What was read of one file, rightly checksummed and under the name of another, is not taken for that one."""
    with closing(sqlite3.connect(site.cache / "content.sqlite")) as connection:
        for task in ("read", "card"):
            forge_lines(connection, task, "lone.md", "short.md")
        (lone, short) = (
            connection.execute("SELECT key, value FROM entries WHERE key LIKE ?", (f"read:%/{name}.md",)).fetchone()
            for name in ("lone", "short")
        )
        right = blobs._checksum(short[0], lone[1])
        connection.execute("UPDATE entries SET value = ?, sha256 = ? WHERE key = ?", (lone[1], right, short[0]))
        connection.commit()
    # The same bytes: only the place of the file tells that they are another's.
    (site.content / "short.md").write_bytes((site.content / "lone.md").read_bytes())
    assert site.run() == 0
    build(site.content, site.output.parent / "clean")
    assert without_history(tree(site.output)) == without_history(tree(site.output.parent / "clean"))


def test_a_text_of_another_article_is_seen(site: Archive) -> None:
    """Readings that change places, each with a right checksum under the other's key, lead to a build without them."""
    with closing(sqlite3.connect(site.cache / "content.sqlite")) as connection:
        rows = connection.execute("SELECT key, value FROM entries WHERE key LIKE 'read:%'").fetchall()
        keys, values = [key for key, _ in rows], [value for _, value in rows]
        for key, value in zip(keys, values[1:] + values[:1], strict=True):
            right = blobs._checksum(key, value)
            connection.execute("UPDATE entries SET value = ?, sha256 = ? WHERE key = ?", (value, right, key))
        connection.execute("DELETE FROM entries WHERE key LIKE 'find.lines.%'")
        connection.commit()
    site.edit(1)
    assert site.run() == 0
    assert site.which() == 1
    assert "which is that of another; all was built anew" in site.said


def test_a_cache_of_another_format_is_made_anew(site: Archive) -> None:
    """What another version of sitegen kept is not read."""
    with closing(sqlite3.connect(site.cache / "content.sqlite")) as connection:
        connection.execute("PRAGMA user_version = 1")
        connection.execute("CREATE TABLE left_by_another (x)")
        connection.commit()
    site.edit(1)
    assert site.run() == 0
    assert site.which() == 1
    with closing(sqlite3.connect(site.cache / "content.sqlite")) as connection:
        assert connection.execute("SELECT name FROM sqlite_master WHERE name = 'left_by_another'").fetchall() == []


CARD = "the card of an article"
WARM_PATH = {
    CARD: (article_files, "_values"),
    "a file that has not changed": (reading, "_is_certain"),
    "an article on the shelf": (ArticleMemo, "_standing"),
    "a text that is loaded": (Memo, "packed"),
    "the blocks of a text": (texts, "blocks_of"),
    "a packed value": (article_files, "unpack"),
    "a value made of JSON": (tasks, "from_plain"),
    "a fingerprint": (fingerprint_segments, "_read"),
    "a verdict": (prints, "_verdict"),
    "the candidates of before": (recalled, "_recalled"),
    "a line of a task": (table.Lines, "get"),
    "what is due of an item": (table, "key_of"),
    "a remembered value": (table, "unpacked"),
    "the reason of a build": (table._Chain, "_why"),
    "what was published last": (standing, "parse_json"),
    "the look before a build": (unchanged, "_checked"),
}
"""Functions that a build after an edit runs through, each a place for a mistake."""
NOTHING_NEW = {"what belongs together": (grouping, "_unpacked"), "the kept grouping": (grouping, "from_plain")}
"""The same of a build that finds its content as it was and has lost its site."""


def entries(cache: Path) -> dict[str, bytes]:
    """All that a cache holds."""
    with closing(sqlite3.connect(cache / "content.sqlite")) as connection:
        return dict(connection.execute("SELECT key, value FROM entries"))


PLANTED = [
    *((place, KeyError("planted")) for place in (*WARM_PATH, *NOTHING_NEW)),
    *(
        ("the card of an article", kind("planted"))
        for kind in (ValueError, TypeError, AttributeError, ZeroDivisionError)
    ),
]


@pytest.mark.parametrize(("place", "mistake"), PLANTED)
def test_a_mistake_in_the_program_fails_the_build(
    site: Archive, monkeypatch: pytest.MonkeyPatch, place: str, mistake: Exception
) -> None:
    """Planted on the warm path it is raised, once, with where it happened; the cache and what is published stay."""
    holder, name = (WARM_PATH | NOTHING_NEW)[place]
    if place in WARM_PATH:
        site.edit(1)
    else:
        (site.cache / "content.last").unlink()
    calls = []

    def planted(*_: Any, **__: Any) -> None:
        calls.append(place)
        raise mistake

    kept = entries(site.cache)
    with monkeypatch.context() as patched:
        patched.setattr(holder, name, planted)
        with pytest.raises(type(mistake)) as raised:
            site.run()
    assert calls == [place]
    assert any(frame.name == "planted" for frame in raised.traceback)
    if place != "the look before a build":
        assert "mistake in sitegen" in " ".join(raised.value.__notes__)
    assert site.which() == 0
    assert entries(site.cache) == kept
    assert site.run() == 0
    assert site.which() == (place in WARM_PATH)


def test_control_a_cache_that_is_believed_is_found_out(site: Archive, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without checksums a spoilt entry would be published, and the comparison above would see it."""

    monkeypatch.setattr(blobs, "_checksum", lambda *_: b"")
    monkeypatch.setattr(table, "digest_of", lambda _: "believed")
    monkeypatch.setattr(unchanged, "check_folders", lambda request: unchanged.FolderCheck(request))
    shutil.rmtree(site.cache)
    shutil.rmtree(site.output)
    site.run()
    with closing(sqlite3.connect(site.cache / "content.sqlite")) as connection:
        for key, value in connection.execute("SELECT key, value FROM entries WHERE key LIKE 'find:%'").fetchall():
            spoilt = b"=" + (blobs._inflated(value) or b"").replace(b"Pell", b"Nell")
            connection.execute("UPDATE entries SET value = ? WHERE key = ?", (spoilt, key))
        connection.commit()
    shutil.rmtree(site.output)
    (site.cache / "content.last").unlink(missing_ok=True)
    site.run()
    assert site.which() is None


def test_a_cache_that_cannot_be_written(site: Archive, monkeypatch: pytest.MonkeyPatch) -> None:
    """A read-only cache folder makes a build slower and the same."""

    connect = sqlite3.connect

    def refuse(database: str, *options: Any, **named: Any) -> sqlite3.Connection:
        if database == ":memory:":
            return connect(database, *options, **named)
        raise sqlite3.OperationalError("attempt to write a readonly database")

    monkeypatch.setattr(sqlite3, "connect", refuse)
    monkeypatch.setattr(unchanged, "_write", lambda *_: (_ for _ in ()).throw(PermissionError()))
    site.edit(1)
    assert site.run() == 0
    assert site.which() == 1


def test_two_builds_with_one_cache(site: Archive, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """One that begins and ends while another is at work gets its own site, and so does the other."""
    inner = tmp_path / "beside" / "content"
    shutil.copytree(site.content, inner)
    real = sitegen.pipeline.build._grouped
    reports = []

    def group(*values: Any) -> Any:
        monkeypatch.setattr(sitegen.pipeline.build, "_grouped", real)
        reports.append(build(inner, tmp_path / "inner", site.cache).report)
        return real(*values)

    monkeypatch.setattr(sitegen.pipeline.build, "_grouped", group)
    site.edit(1)
    assert site.run() == 0
    assert site.which() == 1
    assert len(reports) == 1
    assert without_history(tree(tmp_path / "inner")) == site.sites[0]
    for number in (0, 1):
        site.edit(number)
        assert site.run() == 0
        assert site.which() == number


def test_a_cache_that_loses_what_it_had(site: Archive, monkeypatch: pytest.MonkeyPatch) -> None:
    """A text that was in the cache at the beginning of a build and is not in the middle is read from its file again.

    That is the one reason for a second try, and a note says so.
    """
    real = Store.get
    site.edit(1)
    with monkeypatch.context() as patched:
        patched.setattr(Store, "get", lambda store, key: None if key.startswith("read:") else real(store, key))
        assert site.run() == 0
    assert "note: the cache has lost or damaged the text of an article" in site.said
    assert site.which() == 1
    assert not (site.cache / "content.sqlite").exists()
    site.edit(0)
    assert site.run() == 0
    assert "note:" not in site.said
