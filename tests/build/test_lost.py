"""A story that cannot be built: it is left out and named, the others are published, and the next build tries again."""

import os
import signal
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from sitegen.cli import main
from sitegen.engine import choice
from sitegen.pipeline import stories, tasks
from sitegen.pipeline.story import StoryFindings, find_story
from tests.build.small import build, small_archive
from tests.build.test_build import tree


def find_or_die(config: Any, given: Any, before: object) -> StoryFindings:
    if given.story.id == "lone":
        os.kill(os.getpid(), signal.SIGKILL)
    return find_story(config, given, before)


def find_or_starve(config: Any, given: Any, before: object) -> StoryFindings:
    if given.story.id == "lone":
        raise MemoryError
    return find_story(config, given, before)


@pytest.fixture
def content(tmp_path: Path) -> Path:
    return small_archive(tmp_path / "content")


def test_a_story_whose_process_dies_is_left_out(content: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Killed in a worker, it is missing; every page that does not list it is what it would be."""
    build(content, tmp_path / "whole")
    monkeypatch.setattr(stories, "FIND", replace(tasks.FIND, make=find_or_die))
    monkeypatch.setattr(choice, "are_worth_processes", lambda _, costs, **__: len(costs) > 1)
    result = build(content, tmp_path / "site")
    assert result.report
    assert result.report.left_out == 1
    (told,) = [one for one in result.diagnostics if one.code == "story-left-out"]
    assert told.location.path == f"{content}/lone.md"
    assert "`lone`" in told.message
    assert "killed" in told.message
    whole, found = tree(tmp_path / "whole"), tree(tmp_path / "site")
    assert not [path for path in found if "lone" in path]
    own = [path for path in found if path.startswith(("stories/", "articles/", "data/stories/"))]
    assert len(own) > 5
    assert all(found[path] == whole[path] for path in own)


def test_want_of_memory_leaves_one_story_out(content: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """In one process as in several: exit code 0 with a warning, 1 with `--strict`; nothing is remembered of it."""
    monkeypatch.setattr(stories, "FIND", replace(tasks.FIND, make=find_or_starve))
    (content / "controls.md").unlink()
    arguments = ["build", str(content), "--output", str(tmp_path / "site"), "--workers", "1", "--no-search"]
    refused = CliRunner().invoke(main, [*arguments, "--strict"])
    assert refused.exit_code == 1
    assert not (tmp_path / "site").exists()
    result = CliRunner().invoke(main, arguments)
    assert result.exit_code == 0
    assert "warning: the story `lone` could not be built and is left out: there was not enough memory" in result.stderr
    monkeypatch.undo()
    result = CliRunner().invoke(main, arguments)
    assert "left out" not in result.stderr
    assert (tmp_path / "site/stories/lone").is_dir() or (tmp_path / "site/articles/lone").is_dir()
