"""The parts of a search index: each page in one of them, and a change costs one part."""

from collections.abc import Iterable
from pathlib import Path

import pytest

import sitegen.pipeline.build
from sitegen.model import File
from sitegen.reuse import search
from tests.build.small import FILES, build, small_archive
from tests.build.test_build import archive, tree


def test_one_changed_page_indexes_its_part_only(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The other parts come from the cache, and the index is that of a clean build."""
    monkeypatch.setattr(search, "PAGES_A_PART", 2)
    given: list[list[str]] = []
    real = sitegen.pipeline.build.index_pages

    def index(pages: Iterable[File]) -> tuple[File, ...]:
        listed = list(pages)
        given.append([page.path for page in listed])
        return real(listed)

    monkeypatch.setattr(sitegen.pipeline.build, "index_pages", index)
    content = small_archive(tmp_path / "content")
    build(content, tmp_path / "site", tmp_path / "cache", search=True)
    assert len(given) > 2
    pages = [page for part in given for page in part]
    assert len(pages) == len(set(pages))
    assert all(len(part) <= 6 for part in given)
    first, given[:] = list(given), []
    archive(content, lone=FILES["lone"].replace("burned", "glowed"))
    build(content, tmp_path / "site", tmp_path / "cache", search=True)
    assert given == [part for part in first if any("lone" in page for page in part)]
    build(content, tmp_path / "clean", search=True)
    assert tree(tmp_path / "clean") == tree(tmp_path / "site")


def test_a_page_stays_in_its_part(monkeypatch: pytest.MonkeyPatch) -> None:
    """Pages that are added move no other page, until there are twice as many parts."""
    monkeypatch.setattr(search, "PAGES_A_PART", 100)
    pages = [f"articles/a{number}/index.html" for number in range(800)]
    before, after = search._parts(pages[:500]), search._parts(pages[:790])
    assert len(before) == len(after) == 8
    assert all(set(one) <= set(other) for one, other in zip(before, after, strict=True))
    assert len(search._parts(pages[:100])) == 1
    assert search._parts([]) == [[]]
