"""The small archives of the real inputs: what belongs together, what quotes the same words, what is a digest."""

import tomllib
from typing import Any

import pytest

from benchmarks.corpus import DATA
from sitegen.group import Grouped, group_articles
from sitegen.read import read_archive

FOLDER = DATA / "cases"
pytestmark = pytest.mark.skipif(not FOLDER.is_dir(), reason="the real texts (shared/data/) are not here")
ARCHIVES = ("groups", "groups-undated")


def grouped(name: str) -> Grouped:
    archive, _ = read_archive(FOLDER / name)
    return group_articles(archive.articles, archive.notes, archive.sources, archive.config.grouping)


def expected(name: str) -> dict[str, Any]:
    tables = tomllib.loads((FOLDER / "expected.toml").read_text("utf-8"))
    found: dict[str, Any] = tables["groups"][name]
    return found


def sets(groups: list[list[str]]) -> frozenset[frozenset[str]]:
    return frozenset(map(frozenset, groups))


@pytest.mark.parametrize("name", ARCHIVES)
def test_families_are_copies_of_one_text(name: str) -> None:
    """No essay is a copy of another that quotes the same charter, no note of another that has the same tail."""
    families = frozenset(frozenset(family.copies) for story in grouped(name).stories for family in story.families)
    assert families == sets(expected(name)["families"])


@pytest.mark.parametrize("name", ARCHIVES)
def test_stories_are_events(name: str) -> None:
    """A digest joins none of the stories that it takes from, and a quotation or a tail without a day no two reports."""
    stories = frozenset(frozenset(story.articles) for story in grouped(name).stories)
    assert stories <= sets(expected(name)["stories"])


@pytest.mark.parametrize("name", ARCHIVES)
def test_a_digest_names_its_sources(name: str) -> None:
    """With a report of each of its stories."""
    digests = {one.article: set(one.sources) for story in grouped(name).stories for one in story.digests}
    assert digests == {article: set(sources) for article, sources in expected(name)["digest_of"].items()}


@pytest.mark.parametrize("name", ARCHIVES)
def test_a_shared_quotation_is_a_link_of_its_own_kind(name: str) -> None:
    """The two essays quote the same words."""
    kinds = {(link.left, link.right): link.kind for link in grouped(name).links}
    assert kinds["essay-1", "essay-2"] == "quotations"
