"""What of an archive is read: nothing of an article that nobody has touched, and a clean build in several processes."""

import json
import os
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import fields, replace
from pathlib import Path
from typing import Any

import pytest

from sitegen.diagnostics import Diagnostic
from sitegen.engine import Lost, ProcessPool, Used
from sitegen.memo import LostValue, Memo, open_store
from sitegen.model import Block
from sitegen.pipeline import article_files, reading
from sitegen.pipeline.reading import ArticleMemo
from sitegen.pipeline.texts import with_texts
from sitegen.read import Archive, files, read_archive
from tests.build.small import FILES, small_archive
from tests.build.test_build import archive
from tests.build.test_unchanged import same_size_and_time


def settled() -> None:
    """Waits until the times of what was written can be relied on."""
    time.sleep(0.03)


def read(content: Path, cache: Path | None, memo: Callable[..., Memo] = Memo) -> tuple[Archive, tuple[Diagnostic, ...]]:
    with open_store(cache, "x") as store:
        found, told = read_archive(content, ArticleMemo(memo(store)))
        kept = with_texts(found.articles)
        store.forget_unused()
        return replace(found, articles=kept), told


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Names of the articles that were opened."""
    seen: list[str] = []
    real = article_files.read_article_bytes

    def spy(content: Path, entry: Any, context: Any) -> Any:
        seen.append(entry.relative)
        return real(content, entry, context)

    monkeypatch.setattr(article_files, "read_article_bytes", spy)
    return seen


def test_an_article_that_nobody_touched_is_not_opened(tmp_path: Path, opened: list[str]) -> None:
    """After an edit one file is opened; the archive and its messages are those of a fresh reading."""
    content = small_archive(tmp_path / "x")
    settled()
    read(content, tmp_path / "cache")
    assert len(set(opened)) == 10
    opened.clear()
    assert read(content, tmp_path / "cache") == read_archive(content)
    assert opened == []
    archive(content, lone=FILES["lone"].replace("burned", "glowed"))
    assert read(content, tmp_path / "cache") == read_archive(content)
    assert set(opened) == {"lone.md"}


def test_other_bytes_under_the_same_size_and_time_are_seen(tmp_path: Path) -> None:
    """The change time tells, which no program can set back."""
    content = small_archive(tmp_path / "x")
    settled()
    read(content, tmp_path / "cache")
    same_size_and_time(content / "lone.md", FILES["lone"].replace("burned", "glowed").encode())
    assert read(content, tmp_path / "cache") == read_archive(content)


@pytest.mark.parametrize("fresh", [True, False])
def test_times_that_are_too_fresh_are_not_relied_on(
    fresh: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As if the clock had not ticked between two writings: the bytes decide; undefended, the edit would be missed."""
    content = small_archive(tmp_path / "x")
    for module in (files, reading):
        monkeypatch.setattr(module, "identity_of", lambda _: "the same")
    monkeypatch.setattr(article_files, "is_settled", lambda *_: not fresh)
    read(content, tmp_path / "cache")
    archive(content, lone=FILES["lone"].replace("burned", "glowed"))
    assert (read(content, tmp_path / "cache") == read_archive(content)) is fresh


def test_a_file_that_was_only_touched_is_not_parsed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the times differ its bytes are hashed, and that is all; the next time not even that."""
    content = small_archive(tmp_path / "x")
    read(content, tmp_path / "cache")
    os.utime(content / "lone.md", (1, 1))
    settled()
    monkeypatch.setattr(article_files, "parse_article", lambda *_: pytest.fail("was parsed"))
    read(content, tmp_path / "cache")
    monkeypatch.setattr(article_files, "read_article_bytes", lambda *_: pytest.fail("was opened"))
    read(content, tmp_path / "cache")


@pytest.mark.parametrize("kept", [True, False])
def test_processes_read_what_one_reads(kept: bool, sample: Path, tmp_path: Path) -> None:
    """Two workers give the same articles, texts and messages as none, with a cache and without."""
    cache = tmp_path / "cache" if kept else None
    engine = ProcessPool(2)
    assert read(sample, cache, lambda store: Memo(store, lambda _: engine)) == read_archive(sample)
    assert engine.used()
    engine.close()


class Losing:
    """An engine whose process dies of each article."""

    def used(self) -> list[Used]:
        return []

    def map(
        self, _function: Any, _shared: Any, values: Sequence[Any], _costs: Any, **_: Any
    ) -> Iterator[tuple[int, Lost]]:
        yield from ((index, Lost("its process was killed")) for index in range(len(values)))


def test_an_article_that_costs_its_process_is_named(tmp_path: Path) -> None:
    """It is no reason to publish without it."""
    content = small_archive(tmp_path / "x")
    _, told = read(content, tmp_path / "cache", lambda store: Memo(store, lambda _: Losing()))
    lost = [one for one in told if one.code == "unreadable"]
    assert {one.location.path.rpartition("/")[2] for one in lost} >= {"lone.md", "wire.md"}
    assert {one.severity for one in lost} == {"error"}
    assert "its process was killed" in lost[0].message


ROW = ["b1", "paragraph", "a", "", "", "", "", 0, -1, -1, ""]
"""A block as it is kept."""


def test_a_row_is_a_block() -> None:
    """Control: what the rows that are refused were made of is not refused."""
    assert article_files.blocks_from(json.dumps([ROW]).encode(), [1]) == (
        Block(id="b1", role="paragraph", text="a", line=1),
    )


def test_a_block_comes_back_with_all_its_fields() -> None:
    """What is kept of a block is all of it: each field has a value of its own, and has it again."""
    block = Block(
        id="b1",
        role="entry",
        label="é",
        label_end=1,
        place=(1, 2),
        text="é",
        line=7,
        html="<b>é</b>",
        furniture="menu",
        original="Ã©",
        within="- 2.+",
    )
    # Its place is two numbers, and its line lies beside the row.
    assert len(article_files._block_row(block)) == len(fields(Block))
    content = json.dumps([article_files._block_row(block)]).encode()
    assert article_files.blocks_from(content, [7]) == (block,)


@pytest.mark.parametrize(
    "row",
    [
        None,
        [],
        {"id": "b1"},
        ROW[:-1],
        [*ROW, ""],
        [*ROW[:7], True, *ROW[8:]],
        [*ROW[:1], "poster", *ROW[2:]],
        [*ROW[:1], ["paragraph"], *ROW[2:]],
        [*ROW[:-1], 0],
    ],
)
def test_what_is_no_block_is_refused(row: object) -> None:
    """A cache that somebody forged gives no block with fields that are missing or of another type."""
    with pytest.raises(LostValue):
        article_files.blocks_from(json.dumps([row]).encode(), [1])


@pytest.mark.parametrize("lines", [[], [1, 2], [True], ["1"], [None]])
def test_a_text_without_the_lines_of_its_blocks_is_refused(lines: list[object]) -> None:
    """So is one whose blocks stand nowhere."""
    with pytest.raises(LostValue):
        article_files.blocks_from(json.dumps([ROW]).encode(), lines)


def test_a_source_that_nobody_declares_is_told_although_its_articles_have_a_line_in_common(tmp_path: Path) -> None:
    """What recurs is set aside by source; of one that is not known no line is, and the build ended in a traceback."""
    content = tmp_path / "x"
    content.mkdir()
    for number in range(8):
        own = "\n\n".join(f"{word}{number} {word}x{number} wrote of {word}y{number}." for word in ("oak", "elm", "ash"))
        foot = "All that this paper prints of the harbour stands on one page, every day."
        text = f"---\ntitle: Piece {number}\nsource: nobody\n---\n{own}\n\n{foot}\n"
        (content / f"piece{number}.md").write_text(text)
    _, told = read(content, tmp_path / "cache")
    assert [one.code for one in told if one.severity == "error"] == ["unknown-source"] * 8
