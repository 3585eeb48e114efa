"""The generation before is kept, once, beside the output; and there is a way back to it."""

from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from sitegen.cli import main
from sitegen.diagnostics import SitegenError
from sitegen.publish import Published, put_back, switch, verify_folder

OLD = {"index.html": "old", "stories/a/index.html": "same", "gone/index.html": "old"}
NEW = {"index.html": "new", "stories/a/index.html": "same", "stories/b/index.html": "new"}
NEWEST = {"index.html": "newest", "stories/a/index.html": "same"}


@pytest.fixture
def output(tmp_path: Path, build: Any) -> Path:
    for pages in (OLD, NEW):
        build(tmp_path / "out", pages)
    return tmp_path / "out"


def pages(tree: Any, folder: Path) -> dict[str, str]:
    return {path: content.decode() for path, content in tree(folder).items() if path != "manifest.json"}


def test_the_site_before_is_kept_once(output: Path, tree: Any, build: Any) -> None:
    """Beside the output, whole, never in it; a publication replaces it, a build that changes nothing does not."""
    previous = output.with_name(".out.sitegen-previous")
    assert pages(tree, previous) == OLD
    assert verify_folder(previous).intact
    assert verify_folder(output).untracked == ()
    build(output, NEW)
    assert pages(tree, previous) == OLD
    build(output, NEWEST)
    assert pages(tree, previous) == NEW
    assert sorted(one.name for one in output.parent.iterdir()) == [previous.name, "out"]


def test_a_first_site_has_none_before_it(tmp_path: Path, build: Any) -> None:
    """A folder that was empty is no generation."""
    (tmp_path / "out").mkdir()
    build(tmp_path / "out", OLD)
    assert [one.name for one in tmp_path.iterdir()] == ["out"]


def test_what_did_not_change_is_kept_without_cost(output: Path) -> None:
    """The two generations share the bytes of a file that is the same in both."""
    assert (output / "stories/a/index.html").samefile(
        output.with_name(".out.sitegen-previous") / "stories/a/index.html"
    )


@pytest.mark.parametrize("exchange", [True, False])
def test_the_way_back_and_forth(output: Path, tree: Any, exchange: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    """The site before stands again, with the keeper's files as they are now; once more, and it is undone."""
    if not exchange:
        monkeypatch.setattr(switch, "exchange", lambda *_: False)
    (output / "CNAME").write_text("mine")
    before = tree(output)
    assert put_back(output) == Published(files=3, written=2, removed=1)
    assert pages(tree, output) == {**OLD, "CNAME": "mine"}
    assert verify_folder(output).intact
    put_back(output)
    assert tree(output) == before
    assert sorted(one.name for one in output.parent.iterdir()) == [".out.sitegen-previous", "out"]


def test_without_one_there_is_no_way_back(tmp_path: Path, build: Any, tree: Any) -> None:
    """It is refused in words, and the site stands."""
    build(tmp_path / "out", OLD)
    with pytest.raises(SitegenError) as refused:
        put_back(tmp_path / "out")
    assert refused.value.diagnostics[0].code == "no-previous"
    assert pages(tree, tmp_path / "out") == OLD


@pytest.mark.parametrize("damage", [lambda one: one.write_text("dlo"), Path.unlink])
def test_one_that_was_altered_is_not_published(output: Path, tree: Any, damage: Any) -> None:
    """Every file of it is checked before anything is switched."""
    damage(output.with_name(".out.sitegen-previous") / "gone/index.html")
    with pytest.raises(SitegenError) as refused:
        put_back(output)
    assert refused.value.diagnostics[0].code == "site-changed"
    assert pages(tree, output) == NEW


def test_a_link_in_its_place_is_left_alone(output: Path, build: Any, tmp_path: Path, tree: Any) -> None:
    """What is no folder of ours is neither followed nor removed."""
    previous = output.with_name(".out.sitegen-previous")
    previous.rename(tmp_path / "elsewhere")
    previous.symlink_to(tmp_path / "elsewhere")
    build(output, NEWEST)
    assert previous.is_symlink()
    assert pages(tree, tmp_path / "elsewhere") == OLD
    assert pages(tree, output) == NEWEST


def test_the_command(output: Path) -> None:
    """It says what stands now and what comes next; without a site before it ends with 1."""
    result = CliRunner().invoke(main, ["rollback", str(output)])
    assert result.exit_code == 0
    assert "the site before stands at" in result.stdout
    assert (output / "index.html").read_text() == "old"
    refused = CliRunner().invoke(main, ["rollback", str(output.parent / "none")])
    assert refused.exit_code == 1
    assert "[no-previous]" in refused.stderr
