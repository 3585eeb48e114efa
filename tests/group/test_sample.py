"""The sample archive, with every declared story forgotten, is grouped as its authors declared."""

import tomllib
from dataclasses import replace
from pathlib import Path

from sitegen.config import Grouping
from sitegen.group import group_articles
from sitegen.read import read_archive
from tests.conftest import REPOSITORY

EXPECTED = tomllib.loads((REPOSITORY / "tests/sample/expected.toml").read_text(encoding="utf-8"))

MISSED = {"gazette-marble", "mask-the-long-view", "tide-table-steering"}
"""Three columns with no sentence of the reports: nothing but their authors says of what event they are."""


def test_the_sample_groups_as_declared(sample: Path) -> None:
    """Every story of several articles comes out whole, and no other does; what is missed stands alone."""
    archive, _ = read_archive(sample)
    bare = [replace(article, story="", path=article.path.replace("stories/", "")) for article in archive.articles]
    assert any(article.story for article in archive.articles), "control: stories were declared"
    grouped = group_articles(bare, (), archive.sources, archive.config.grouping)
    found = {frozenset(story.articles) for story in grouped.stories if len(story.articles) > 1}
    assert found == {frozenset(articles) - MISSED for articles in EXPECTED["stories"].values()}
    assert grouped.remarks == ()


def test_a_likeness_that_is_never_enough_loses_what_shares_no_text(sample: Path) -> None:
    """Control: without likeness, in one language or across them, the three reports of their own stand alone."""
    archive, _ = read_archive(sample)
    bare = [replace(article, story="") for article in archive.articles]
    settings = replace(Grouping(), likeness=1.0, anchors=1.0)
    grouped = group_articles(bare, (), archive.sources, settings)
    alone = {story.articles[0] for story in grouped.stories if len(story.articles) == 1}
    assert {"tide-table-steering", "gazette-marble", "mask-the-long-view"} <= alone


def test_what_only_quotes_is_a_copy_of_nothing(sample: Path) -> None:
    """Texts that share quotations alone are families of their own; the one that takes narration, too, is not."""
    archive, _ = read_archive(sample)
    grouped = group_articles(archive.articles, (), archive.sources, archive.config.grouping)
    sizes = {
        copy: len(family.copies) for story in grouped.stories for family in story.families for copy in family.copies
    }
    related = {article for article, relation in EXPECTED["relations"].items() if relation == "related"}
    assert {"bakery-radio-sund", "mask-harbour-courier"} <= related
    assert {sizes[article] for article in related} == {1}
    assert sizes["ferry-radio-sund"] > 1
