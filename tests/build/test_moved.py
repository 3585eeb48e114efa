"""A story that nobody declared has the id of its first article; what happens when an earlier one comes."""

from pathlib import Path

import pytest

from sitegen.pipeline.build import BuildResult
from tests.build.small import OPENING, build
from tests.build.test_build import archive

REST = "Forty people came, and the harbour office served tea to all of them until the rain began at nine."


def article(day: int, more: str = "") -> str:
    return f"---\npublished: 2031-04-{day:02}\nlanguage: en\n{more}---\n{OPENING}\n\n{REST}\n"


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """Two copies of one text, published together."""
    return archive(tmp_path / "content", wire=article(3), courier=article(4))


def warned(result: BuildResult) -> list[tuple[str, str]]:
    return [(one.location.path, one.message) for one in result.diagnostics if one.code == "story-moved"]


def test_an_earlier_article_moves_a_story_and_the_keeper_is_told(content: Path, tmp_path: Path) -> None:
    """The warning names the file, both addresses and what keeps the old one; what it asks for mends it."""
    site, cache = tmp_path / "site", tmp_path / "cache"
    assert warned(build(content, site, cache)) == []
    assert (site / "stories/wire/index.html").exists()
    archive(content, gazette=article(1))
    ((path, message),) = warned(build(content, site, cache))
    assert path == f"{content}/wire.md"
    assert "`stories/wire/`" in message
    assert "`stories/gazette/`" in message
    assert not (site / "stories/wire/index.html").exists()
    for name, day in (("wire", 3), ("courier", 4), ("gazette", 1)):
        archive(content, **{name: article(day, "story: wire\n")})
    build(content, site, cache)
    assert (site / "stories/wire/index.html").exists()


def test_what_a_keeper_meant_is_not_warned_of(content: Path, tmp_path: Path) -> None:
    """A later article, an article that is gone, and a story that was given a name."""
    site = tmp_path / "site"
    build(content, site)
    archive(content, gazette=article(9))
    assert warned(build(content, site)) == []
    (content / "wire.md").unlink()
    assert warned(build(content, site)) == []
    for name, day in (("courier", 4), ("gazette", 9)):
        archive(content, **{name: article(day, "story: lamp\n")})
    assert warned(build(content, site)) == []


def test_strict_publishes_no_story_that_moved(content: Path, tmp_path: Path) -> None:
    """The old site stands, and its addresses hold."""
    site = tmp_path / "site"
    build(content, site)
    archive(content, gazette=article(1))
    result = build(content, site, strict=True)
    assert warned(result)
    assert result.report is None
    assert (site / "stories/wire/index.html").exists()
