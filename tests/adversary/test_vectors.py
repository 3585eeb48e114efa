"""Two copies that differ inside and around attacks: no piece of a comparison becomes markup, and nothing runs."""

from pathlib import Path

import pytest

from tests.adversary.vectors import BESIDE, Duel, built, duel, lost_lines, opened_faults, parsed_faults
from tests.browser.conftest import Files, need_chromium
from tests.browser.test_hostile import careless

pytestmark = pytest.mark.browser

STORIES, EACH = 9, 8


@pytest.fixture(scope="module")
def attacked(seed: int) -> Duel:
    return duel(seed, STORIES, EACH)


@pytest.fixture(scope="module")
def site(attacked: Duel, tmp_path_factory: pytest.TempPathFactory) -> Files:
    files, faults = built(tmp_path_factory.mktemp("duel"), attacked.files)
    assert faults == []
    return files


def test_no_piece_becomes_markup(seed: int, site: Files) -> None:
    """A parser that is not the browser's sees elements and attributes of the theme alone."""
    assert sum("--" in path for path in site) == STORIES
    assert (seed, parsed_faults(site)) == (seed, [])


def test_both_sides_are_read_as_written(seed: int, site: Files, attacked: Duel) -> None:
    """The pieces of each side, joined, are what that copy prints."""
    assert len(attacked.lines) >= 4
    assert (seed, lost_lines(site, attacked.lines)) == (seed, [])


def test_nothing_runs_in_chromium(seed: int, site: Files) -> None:
    """Every comparison and story is opened without a policy, and every element is poked."""
    assert (seed, opened_faults(site, need_chromium(), "stories/")) == (seed, [])


def test_careless_pages_are_reported(tmp_path: Path) -> None:
    """Control: the same by a tool that has lost its escaping; both parsers see it, and it runs."""
    with careless():
        files, faults = built(tmp_path, duel(3, 3, EACH).files)
    assert faults == []
    assert len(parsed_faults(files)) > 10
    assert any(" ran " in fault for fault in opened_faults(files, need_chromium(), "--"))


def test_lost_words_are_reported(site: Files, attacked: Duel) -> None:
    """Control: a line that no copy prints."""
    article = next(iter(attacked.lines))
    assert len(lost_lines(site, {article: ("a line of nobody",)})) == 1


def test_each_way_to_stand_beside_is_used() -> None:
    """Halves, holes, exchanged, glued and so on: all of them within a few seeds."""
    assert len(BESIDE) == 10
    assert len({text for seed in range(3) for text in duel(seed, 3, 4).files.values()}) > 15
