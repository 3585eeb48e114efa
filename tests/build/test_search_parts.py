"""The segments of a search index: each page in one of them, and a change costs one segment."""

from collections.abc import Callable
from pathlib import Path

import pytest

from sitegen.model import File
from sitegen.pipeline import tasks
from sitegen.search import PageWords, SearchedPage, SegmentPlan
from tests.build.small import FILES, build, small_archive
from tests.build.test_build import archive, tree


def test_one_changed_page_indexes_its_segment_only(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The other segments come from the cache, as do the words of other pages; the index is that of a clean build."""
    monkeypatch.setattr("sitegen.search.index.PAGES_A_SEGMENT", 2)
    given: list[list[str]] = []
    read: list[str] = []
    real, words = tasks.segment_files, tasks.words_of_page

    def make(plan: SegmentPlan, words_of: Callable[[SearchedPage], PageWords]) -> tuple[File, ...]:
        given.append([page.path for page in plan.pages])
        return real(plan, words_of)

    def words_of_page(html: str) -> PageWords:
        read.append(html)
        return words(html)

    monkeypatch.setattr(tasks, "segment_files", make)
    monkeypatch.setattr(tasks, "words_of_page", words_of_page)
    content = small_archive(tmp_path / "content")
    build(content, tmp_path / "site", tmp_path / "cache", search=True)
    assert len(given) > 2
    pages = [page for segment in given for page in segment]
    assert len(pages) == len(set(pages)) == len(read)
    first, given[:], read[:] = list(given), [], []
    archive(content, lone=FILES["lone"].replace("burned", "glowed"))
    build(content, tmp_path / "site", tmp_path / "cache", search=True)
    assert given == [segment for segment in first if any("lone" in page for page in segment)]
    assert len(read) == 1
    build(content, tmp_path / "clean", search=True)
    assert tree(tmp_path / "clean") == tree(tmp_path / "site")
