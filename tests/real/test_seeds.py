"""The five raw documents this project was created for, read, grouped and compared as they are."""

import json
import tomllib
from pathlib import Path
from typing import Any

import pytest

from benchmarks.links import broken_links
from sitegen.group import group_articles
from sitegen.pipeline.build import BuildOptions, build_site
from sitegen.read import read_archive

BASE, EDITED, QUOTING = "004_c95c86079d7274f3", "001_369c91b1ae523375", "003_478985300681bf0c"
EVENT_APART = "002_a2bba785a0cfcc40"
TRANSLATED = "000_f6e1e4043e1ec534"


@pytest.fixture(scope="module")
def site(seeds: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The seeds, built with no editing and no configuration."""
    output = tmp_path_factory.mktemp("seeds") / "site"
    result = build_site(seeds, output, BuildOptions(workers=1))
    assert result.report
    assert [one for one in result.diagnostics if one.severity == "error"] == []
    return output


@pytest.fixture(scope="module")
def expected(seeds: Path) -> dict[str, Any]:
    return tomllib.loads((seeds / "expected.toml").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def story(site: Path) -> dict[str, Any]:
    return next(
        found
        for path in (site / "data/stories").glob("*.json")
        if len((found := json.loads(path.read_text(encoding="utf-8")))["articles"]) > 1
    )


def test_one_story_of_three_and_the_other_event_apart(site: Path) -> None:
    """001, 003 and 004 stand together; 002 does not."""
    listed = json.loads((site / "data/archive.json").read_text(encoding="utf-8"))
    stories = [set(one["articles"]) for one in listed["stories"]]
    assert any({BASE, EDITED, QUOTING} <= one for one in stories)
    assert {EVENT_APART} in stories


def test_the_stories_are_those_that_a_reader_finds(seeds: Path, expected: dict[str, Any]) -> None:
    """The Vietnamese text joins its English copies, with evidence; the Arabic report of another event does not."""
    archive, _ = read_archive(seeds)
    grouped = group_articles(archive.articles, (), (), archive.config.grouping)
    found = {frozenset(story.articles) for story in grouped.stories}
    assert found == {
        frozenset(expected["stories"]["guardian-defectors"]),
        frozenset(expected["stories"]["alone"]),
    }
    link = next(one for one in grouped.links if (one.left, one.right) == (TRANSLATED, BASE))
    assert link.kind == "anchors"
    assert {"2000", "Idlib", "300"} <= {one.text for one in link.evidence}


def test_base_and_relations(story: dict[str, Any], expected: dict[str, Any]) -> None:
    """The fullest text is the base; 001 edits it, 003 quotes it."""
    assert story["base"] == expected["relations"]["base"]
    relations = {one["id"]: one["relation"] for one in story["articles"]}
    assert relations[EDITED] == expected["relations"][EDITED]
    assert relations[QUOTING] == expected["relations"][QUOTING]
    assert relations[TRANSLATED] == expected["relations"][TRANSLATED]


def test_the_translation_is_said_with_its_evidence(story: dict[str, Any], site: Path) -> None:
    """000 is very probably a translation or close rewriting of 004: figures and names in one order, and one credit."""
    edge = next(edge for edge in story["descent"] if edge["article"] == TRANSLATED)
    assert (edge["parent"], edge["said"]) == (BASE, "likely")
    evidence = {one["kind"]: one for one in edge["evidence"]}
    assert evidence["anchors"]["count"] >= 10
    assert evidence["both name"]["detail"] == "Guardian"
    assert evidence["length"]["count"] in range(50, 80)
    page = (site / f"articles/{TRANSLATED}/index.html").read_text(encoding="utf-8")
    assert "Very probably a translation or close rewriting of" in page
    assert "figures and names that both have are in the same order" in page
    assert "Both credit Guardian." in page


def test_nobody_is_said_to_have_copied_what_nobody_dated(story: dict[str, Any]) -> None:
    """Neither 001 nor 003 is dated: none is said to be a copy, and both credit a text that is not held."""
    edges = {edge["article"]: edge for edge in story["descent"]}
    assert all(edges[copy]["said"] != "copied" for copy in (EDITED, QUOTING, BASE))
    assert "The Guardian" in {name.replace("the", "The") for name in story["unheld"]}


def between(story: dict[str, Any], left: str, right: str) -> dict[str, Any]:
    return next(one for one in story["comparisons"] if (one["left"], one["right"]) == (left, right))


def test_every_expected_change_is_found_with_its_kind(story: dict[str, Any], expected: dict[str, Any]) -> None:
    """As changes inside otherwise equal text, not as one replaced paragraph."""
    changes = between(story, BASE, EDITED)["changes"]
    for wanted in expected["changes"]:
        found = [
            one
            for one in changes
            if one["left"] in wanted["base"] and one["right"] in wanted["copy"] and one["left"] and one["right"]
        ]
        assert [one["kind"] for one in found] == [wanted["kind"]], wanted


def test_the_repeated_opening_is_set_aside(story: dict[str, Any], expected: dict[str, Any]) -> None:
    """001 prints its preview twice: the first printing is repeated, the second is compared."""
    comparison = between(story, BASE, EDITED)
    blocks = next(one["blocks"] for one in story["articles"] if one["id"] == EDITED)
    lines = {block["id"]: block["line"] for block in blocks}
    repeated = [lines[block] for row in comparison["rows"] if row["relation"] == "repeated" for block in row["right"]]
    assert repeated == expected["repeated"][EDITED]
    assert comparison["measures"]["longest_run"] >= 40


def test_every_link_leads_somewhere(site: Path) -> None:
    """No page points at a file that is not there."""
    assert broken_links(site, "/") == []
