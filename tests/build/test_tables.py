"""The tables of a large archive: in shards, of which an edit makes one again, and what rights withhold is in none."""

import shutil
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from sitegen.pipeline import shards, sheets
from sitegen.pipeline.build import BuildOptions, build_site
from sitegen.publish.leaks import in_search_of
from sitegen.tables import BY_NAME, TABLES, FormerDatabase, Row, make_database, read_sheet
from tests.build.withheld import FILES, write
from tests.conftest import make_article


@pytest.fixture
def archive(tmp_path: Path, sample: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The sample archive, of which a shard may hold little."""
    monkeypatch.setattr("sitegen.pipeline.sheets.SHARD", 600_000)
    shutil.copytree(sample, tmp_path / "content")
    return tmp_path / "content"


def built(archive: Path, output: Path, cache: Path | None) -> dict[str, bytes]:
    assert build_site(archive, output, BuildOptions(workers=1, search=False, cache=cache)).report
    return {path.name: path.read_bytes() for path in (output / "data").glob("*.*")}


def stories_of(files: dict[str, bytes], table: str) -> list[set[object]]:
    """The stories of each file of a table, by the order of the files."""
    column = BY_NAME[table].names.index("story")
    names = sorted(name for name in files if name.startswith(f"{table}-") or name == f"{table}.csv")
    return [{row[column] for row in read_sheet(BY_NAME[table], files[name])} for name in names]


def test_a_large_archive_is_cut_into_shards(archive: Path, tmp_path: Path) -> None:
    """Each table but that of outlets stands in as many files as there are shards; a story is in one of them."""
    files = built(archive, tmp_path / "site", None)
    assert {len(stories_of(files, table.name)) for table in TABLES if "story" in table.names} == {4}
    assert [name for name in files if name.startswith("sources")] == ["sources.csv"]
    shards = stories_of(files, "articles")
    assert all(shards[left].isdisjoint(shards[right]) for left in range(4) for right in range(left))
    assert len(set().union(*shards)) == 11
    assert all(inner <= outer for inner, outer in zip(stories_of(files, "changes"), shards, strict=True))


def test_an_edit_makes_its_shard_again_and_no_other(
    archive: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """After an edit the files are those of a build that knows nothing, and the data of other stories is not read."""
    before = built(archive, tmp_path / "site", tmp_path / "cache")
    article = next((archive / "stories" / "bell").glob("*press*"))
    article.write_text(article.read_text("utf-8").replace("bell", "belfry", 1), "utf-8")
    made: list[int] = []
    make = shards.make_sheets

    def noted(sources: Any, shard: shards.Shard, before: object) -> shards.ShardSheets:
        made.append(shard.number)
        return make(sources, shard, before)

    monkeypatch.setattr(sheets, "SHEETS", replace(sheets.SHEETS, make=noted))
    after = built(archive, tmp_path / "site", tmp_path / "cache")
    made_again = [*made]
    assert after == built(archive, tmp_path / "anew", None)
    changed = {name for name in after if after[name] != before.get(name)}
    shard = next(number for number, stories in enumerate(stories_of(after, "articles")) if "bell" in stories)
    assert changed
    assert {name for name in changed if name.endswith(".csv")} <= {f"{table.name}-{shard}.csv" for table in TABLES}
    assert made_again == [shard]


def test_withheld_words_are_in_no_cell(tmp_path: Path) -> None:
    """Of a text of figures nothing stands in a table but its figures; of an excerpt what the data file shows."""
    output = tmp_path / "site"
    assert build_site(write(tmp_path / "content", FILES), output, BuildOptions(workers=1, search=False)).report
    texts = list(read_sheet(BY_NAME["texts"], (output / "data/texts.csv").read_bytes()))
    rows = {
        article: [row for row in texts if row[1] == article] for article in ("pier-wire", "pier-gazette", "pier-post")
    }
    assert all(row[6] for row in rows["pier-wire"]), "control: the words of a text that may be shown are there"
    assert {bool(row[6]) for row in rows["pier-gazette"]} == {True, False}
    assert [row[6] for row in rows["pier-post"] if row[6]] == []
    assert sum(int(str(row[7])) for row in rows["pier-post"]) > 100
    changes = list(read_sheet(BY_NAME["changes"], (output / "data/changes.csv").read_bytes()))
    assert [row[9:11] for row in changes if row[2] == "pier-post" and row[3] == "text" and any(row[9:11])] == []


def test_a_database_that_is_too_large_is_not_in_the_site(
    archive: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A site holds it up to a size; whether it is left out is found again without making it."""
    monkeypatch.setattr("sitegen.pipeline.sheets.LARGEST", 1_000_000)
    assert not {"archive.sqlite", "datasette.json"} & built(archive, tmp_path / "site", None).keys()
    monkeypatch.setattr("sitegen.pipeline.sheets.LARGEST", 20 << 20)
    files = built(archive, tmp_path / "site", None)
    assert {"archive.sqlite", "datasette.json"} <= files.keys()
    assert len(files["archive.sqlite"]) > 1_000_000


def test_a_withheld_word_in_a_database_is_found() -> None:
    """Control of the search for leaks: a text that stands in the pages of a database in pieces is seen there."""
    words = "Nine grey herons walked along the frozen canal before the lamps were lit, and nobody counted them. "
    row: Row = ("s", "a", 1, "b1", "paragraph", "en", words * 100, 0)
    content = make_database([(BY_NAME["texts"], [row])])
    secret = make_article("a", words * 100, rights="figures")
    search = in_search_of([secret], [], [], 0.3)
    search.look("data/archive.sqlite", content)
    assert [leak.path for leak in search.leaks()] == ["data/archive.sqlite"]
    clean = in_search_of([secret], [], [], 0.3)
    clean.look("data/archive.sqlite", make_database([]))
    assert clean.leaks() == ()


def test_an_edit_makes_the_lines_of_its_story_and_no_others(
    archive: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The rest is cut out of the files that stand, and the bytes are those of a clean build: after any edit."""
    made: list[str] = []
    stale: list[frozenset[str] | None] = []
    rows_of, database_of = shards.story_rows, shards.make_database

    def noted_rows(summary: Any, texts: Any, data: Any) -> Any:
        made.append(summary.id)
        return rows_of(summary, texts, data)

    def noted_database(tables: Any, former: FormerDatabase | None = None) -> bytes:
        stale.append(former.stale if former else None)
        return database_of(tables, former)

    monkeypatch.setattr(shards, "story_rows", noted_rows)
    monkeypatch.setattr(shards, "make_database", noted_database)
    output, cache = tmp_path / "site", tmp_path / "cache"
    built(archive, output, cache)
    assert (len(made), stale) == (11, [None])
    copy = archive / "stories" / "bell" / "one-more.txt"
    first = next((archive / "stories" / "bell").glob("*press*")).read_text("utf-8").rpartition("---\n")[2]
    for text in (first, f"{first}\nThe ringers went home.\n", ""):
        made.clear()
        stale.clear()
        if text:
            copy.write_text(text, "utf-8")
        else:
            copy.unlink()
        after = built(archive, output, cache)
        # A text more in the archive makes words of others more common: what is said of those may change too.
        assert "bell" in made
        assert len(made) < 5
        assert stale == [frozenset(made)]
        assert after == built(archive, tmp_path / "anew", None)


def test_lines_are_cut_out_of_no_other_file(archive: Path, tmp_path: Path) -> None:
    """Where a file that stands is not the one that was made, nothing is taken from it."""
    output, cache = tmp_path / "site", tmp_path / "cache"
    built(archive, output, cache)
    for path in [output / "data" / "archive.sqlite", *(output / "data").glob("texts*.csv")]:
        content = path.read_bytes()
        path.write_bytes(content.replace(b"the", b"teh"))
        assert path.read_bytes() != content or b"," not in content.partition(b"\n")[2]
    article = next((archive / "stories" / "bell").glob("*press*"))
    article.write_text(article.read_text("utf-8").replace("bell", "belfry", 1), "utf-8")
    assert built(archive, output, cache) == built(archive, tmp_path / "anew", None)
