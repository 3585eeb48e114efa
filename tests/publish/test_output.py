"""Which folders are refused before any work is done."""

import errno
import json
import os
from pathlib import Path

import pytest

from sitegen.diagnostics import SitegenError
from sitegen.publish import check_output


def code_for(out: Path, content: Path) -> str:
    try:
        check_output(out, content)
    except SitegenError as refused:
        (problem,) = refused.diagnostics
        assert problem.hint
        assert str(out) in problem.message
        return problem.code
    return ""


@pytest.fixture
def content(tmp_path: Path) -> Path:
    folder = tmp_path / "content"
    folder.mkdir()
    return folder


def test_absent_and_empty_folders_are_fine(tmp_path: Path, content: Path) -> None:
    """A folder that is not there, in folders that are not there, or that holds nothing, may be published to."""
    (tmp_path / "empty").mkdir()
    assert code_for(tmp_path / "empty", content) == ""
    assert code_for(tmp_path / "a" / "b", content) == ""


def test_own_folder_is_fine_and_a_foreign_one_is_not(tmp_path: Path, content: Path) -> None:
    """Only a manifest that says sitegen wrote it makes a folder with files ours."""
    out = tmp_path / "out"
    out.mkdir()
    (out / "thesis.doc").write_text("years of work")
    assert code_for(out, content) == "output-not-ours"
    for text in ("{", "[]", '{"generator": "hugo"}', '{"generator": "sitegen 1"}', "[" * 100_000):
        (out / "manifest.json").write_text(text)
        assert code_for(out, content) == "output-not-ours", text
    (out / "manifest.json").write_text(json.dumps({"generator": "sitegen 0.1.0", "settings": {}, "files": []}))
    assert code_for(out, content) == ""


def test_manifest_that_is_a_link_does_not_count(tmp_path: Path, content: Path) -> None:
    """A link called manifest.json is not followed to find out whose folder it is."""
    mine = tmp_path / "mine.json"
    mine.write_text(json.dumps({"generator": "sitegen 0.1.0", "settings": {}, "files": []}))
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "manifest.json").symlink_to(mine)
    assert code_for(tmp_path / "out", content) == "output-not-ours"


def test_content_and_output_must_stand_apart(tmp_path: Path, content: Path) -> None:
    """Neither may be, hold or lie in the other; links and dots do not hide it."""
    (tmp_path / "link").symlink_to(content)
    assert code_for(content, content) == "output-is-content"
    assert code_for(tmp_path / "link", content) == "output-is-content"
    assert code_for(content / "public", content) == "output-inside-content"
    assert code_for(tmp_path / "link" / "a" / ".." / "public", content) == "output-inside-content"
    assert code_for(tmp_path, content) == "content-inside-output"
    assert code_for(tmp_path / "content-site", content) == ""


def test_root_home_files_and_loops_are_unsafe(tmp_path: Path, content: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody means to publish over the whole disk, a home folder or a file."""
    home = tmp_path / "home"
    home.mkdir()
    monkeypatch.setenv("HOME", str(home))
    (tmp_path / "file").write_text("")
    (tmp_path / "loop").symlink_to(tmp_path / "loop")
    for out in (Path("/"), home, tmp_path / "file", tmp_path / "loop"):
        assert code_for(out, content) == "output-unsafe", out
    assert code_for(home / "site", content) == ""


def test_mount_point_is_unsafe(tmp_path: Path, content: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A mounted folder cannot be renamed, so it is refused before the work and not after it."""
    mounted = tmp_path / "volume"
    mounted.mkdir()
    assert code_for(mounted, content) == ""
    monkeypatch.setattr(os.path, "ismount", lambda path: path == mounted)
    assert code_for(mounted, content) == "output-unsafe"


def test_link_to_a_folder_is_followed(tmp_path: Path, content: Path) -> None:
    """An output that is a link is as good or bad as what it leads to."""
    (tmp_path / "real").mkdir()
    (tmp_path / "out").symlink_to(tmp_path / "real")
    assert code_for(tmp_path / "out", content) == ""
    (tmp_path / "real" / "thesis.doc").write_text("")
    assert code_for(tmp_path / "out", content) == "output-not-ours"


def test_folder_that_cannot_be_looked_at_is_unsafe(
    tmp_path: Path, content: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What may not be read cannot be judged, and is told in words."""

    def refuse(_: Path) -> bool:
        raise PermissionError(errno.EACCES, "Permission denied")

    monkeypatch.setattr(Path, "is_dir", refuse)
    (tmp_path / "out").mkdir()
    assert code_for(tmp_path / "out", content) == "output-unsafe"
