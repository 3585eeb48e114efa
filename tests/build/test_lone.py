"""An article that shares nothing with any other has one page, and no file more."""

import json
from pathlib import Path

import pytest

from sitegen.text import tokenized
from tests.build.small import build, small_archive
from tests.build.test_build import archive


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("lone")
    content = small_archive(folder / "content")
    note = content / "stories" / "pell" / "story.md"
    note.parent.mkdir()
    note.write_text("---\ntitle: Pell\n---\nWhat the editor knows of it.\n", encoding="utf-8")
    (note.parent / "courier.md").write_text(
        "---\ntitle: Pell stays\n---\nThe ferry stayed in Pell.\n", encoding="utf-8"
    )
    assert build(content, folder / "site").report
    return folder / "site"


def test_a_lone_article_has_its_page_and_nothing_else(site: Path) -> None:
    """No page of a story, no data file of a story."""
    assert (site / "articles/lone/index.html").is_file()
    assert not (site / "stories/lone").exists()
    assert not (site / "data/stories/lone.json").exists()


def test_its_page_leads_to_no_story(site: Path) -> None:
    """The page says that the article stands alone, and names no story that it could lead to."""
    assert "stories/lone" not in (site / "articles/lone/index.html").read_text("utf-8")


def test_the_data_of_the_archive_says_where_it_is(site: Path) -> None:
    """Its story is listed with the address of the article."""
    stories = {story["id"]: story for story in json.loads((site / "data/archive.json").read_text("utf-8"))["stories"]}
    assert stories["lone"]["url"] == "articles/lone/"
    assert stories["lamp"]["url"] == "stories/lamp/"


def test_a_declared_story_of_one_article_keeps_its_page(site: Path) -> None:
    """What the editor wrote of it stands nowhere else."""
    assert "What the editor knows of it." in (site / "stories/pell/index.html").read_text("utf-8")
    assert (site / "data/stories/pell.json").is_file()


def test_feed_and_sitemap_name_the_article(site: Path) -> None:
    """Each address that they list is there."""
    assert "/articles/lone/" in (site / "sitemap-1.xml").read_text("utf-8")
    assert all("stories/lone" not in (site / name).read_text("utf-8") for name in ("feed.xml", "sitemap-1.xml"))


def test_its_words_are_counted_and_not_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What words mean is asked for where two texts are compared, and takes longer than all else of a lone article."""
    text = "---\ntitle: A quay\n---\nThe quay at Sundby was closed on 3 May, after two lamps fell into the water.\n"
    content = archive(tmp_path / "content", quay=text)
    monkeypatch.setattr(tokenized, "tokenize_blocks", lambda *_, **__: pytest.fail("its values were read"))
    assert build(content, tmp_path / "site").report
    assert (tmp_path / "site/articles/quay/index.html").is_file()
