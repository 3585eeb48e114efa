"""manifest.json, and what `verify` finds by it."""

import json
import os
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from click.testing import CliRunner

from sitegen.cli import main
from sitegen.diagnostics import SitegenError
from sitegen.publish import Verification, verify, verify_folder

SCHEMA = Path(__file__).parents[2] / "docs" / "schema" / "manifest.schema.json"
SITE = {"index.html": "one", "stories/ä/index.html": "two", "empty.txt": "", "a-b": "x", "a/b": "y"}


@pytest.fixture
def site(tmp_path: Path, build: Any) -> Path:
    output = tmp_path / "out"
    build(output, SITE, title="Archiv ü", limits={"b": 1, "a": 2})
    return output


def test_manifest_follows_its_schema(site: Path) -> None:
    """The published manifest is what docs/schema says; a broken one is not."""
    schema = json.loads(SCHEMA.read_text())
    jsonschema.Draft202012Validator.check_schema(schema)
    check = jsonschema.Draft202012Validator(schema)
    manifest = json.loads((site / "manifest.json").read_text())
    check.validate(manifest)
    for path in ("../x", "/x", "a\\b", "a/./b"):
        assert not check.is_valid({**manifest, "files": [{**manifest["files"][0], "path": path}]})


def test_manifest_reads_like_this(tmp_path: Path, build: Any) -> None:
    """Sorted, readable, with a final newline; no clock, no path of the machine, not itself."""
    build(tmp_path / "out", {"ü.txt": "x", "b.txt": ""}, title="ü", base_url="https://example.org/")
    assert (tmp_path / "out" / "manifest.json").read_text() == (
        '{\n "generator": "sitegen 0.1.0",\n "libraries": {},\n "settings": {\n'
        '  "base_url": "https://example.org/",\n  "title": "ü"\n },\n'
        ' "files": [\n  {\n   "path": "b.txt",\n   "size": 0,\n'
        '   "sha256": "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"\n  },\n'
        '  {\n   "path": "ü.txt",\n   "size": 1,\n'
        '   "sha256": "2d711642b726b04401627ca9fbac32f5c8530fb1903cc4db02258717921a4881"\n  }\n ]\n}\n'
    )


def test_manifest_does_not_depend_on_the_order(tmp_path: Path, build: Any) -> None:
    """The same files and settings in another order give the same bytes."""
    build(tmp_path / "a", SITE, one=1, two={"x": 1, "y": 2})
    build(tmp_path / "b", dict(reversed(SITE.items())), two={"y": 2, "x": 1}, one=1)
    assert (tmp_path / "a" / "manifest.json").read_bytes() == (tmp_path / "b" / "manifest.json").read_bytes()


def test_untouched_site_verifies(site: Path) -> None:
    """Right after publishing, nothing is changed, missing or untracked."""
    assert verify_folder(site) == Verification(changed=(), missing=(), untracked=())
    assert verify_folder(site).intact


def test_every_changed_byte_is_found(site: Path) -> None:
    """Flipping any byte of any file, or adding one, names that file and no other."""
    for path in SITE:
        content = (site / path).read_bytes()
        altered = [bytes([*content[:n], content[n] ^ 1, *content[n + 1 :]]) for n in range(len(content))]
        for one in (*altered, content + b"x"):
            (site / path).write_bytes(one)
            assert verify_folder(site) == Verification(changed=(path,), missing=(), untracked=())
        (site / path).write_bytes(content)


def test_control_without_the_hash_nothing_is_found(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """With the comparison switched off, a changed page passes."""
    (site / "index.html").write_text("eno")
    monkeypatch.setattr(verify, "_is_whole", lambda *_: True)
    assert verify_folder(site).intact


def test_missing_and_untracked_are_found(site: Path, tmp_path: Path) -> None:
    """Files that went, that came, and links put in the place of files or folders."""
    (site / "empty.txt").unlink()
    (site / "CNAME").write_text("mine")
    (site / "a-b").unlink()
    (site / "a-b").symlink_to("a/b")
    os.rename(site / "stories", tmp_path / "elsewhere")
    (site / "stories").symlink_to(tmp_path / "elsewhere")
    assert verify_folder(site) == Verification(
        changed=("a-b",), missing=("empty.txt", "stories/ä/index.html"), untracked=("CNAME", "stories")
    )


def test_file_that_became_something_else(site: Path) -> None:
    """A folder or a FIFO in the place of a page is a change, and does not hang."""
    (site / "index.html").unlink()
    (site / "index.html").mkdir()
    (site / "a-b").unlink()
    os.mkfifo(site / "a-b")
    assert verify_folder(site).changed == ("a-b", "index.html")


def test_manifest_cannot_lead_outside(site: Path, tmp_path: Path) -> None:
    """A manifest that lists a file outside the folder is not followed there."""
    (tmp_path / "secret").write_text("x")
    manifest = json.loads((site / "manifest.json").read_text())
    manifest["files"].append({**manifest["files"][0], "path": "../secret"})
    (site / "manifest.json").write_text(json.dumps(manifest))
    assert verify_folder(site).missing == ("../secret",)


@pytest.mark.parametrize("content", [None, "", "{}", "[]", '{"generator": "sitegen 1", "files": [1]}', "[" * 99_999])
def test_folder_without_a_manifest_is_told(tmp_path: Path, content: str | None) -> None:
    """There is nothing to verify against, and the hint says which folder to name."""
    if content is not None:
        (tmp_path / "manifest.json").write_text(content)
    with pytest.raises(SitegenError) as refused:
        verify_folder(tmp_path)
    (problem,) = refused.value.diagnostics
    assert problem.code == "no-manifest"
    assert "--output" in problem.hint


def test_a_name_that_commands_a_terminal_is_written_out(tmp_path: Path, build: Any) -> None:
    """`sitegen verify` names an untracked file without obeying it."""
    build(tmp_path / "out", {"index.html": "a"})
    (tmp_path / "out" / "x\x1b[2J\u202ey").write_text("b")
    printed = CliRunner().invoke(main, ["verify", str(tmp_path / "out")], catch_exceptions=False).output
    assert "untracked: x‹U+001B›[2Jy" in printed
