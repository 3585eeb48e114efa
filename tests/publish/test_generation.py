"""What publishing leaves in the output folder."""

import os
import socket
from pathlib import Path
from typing import Any

import pytest

from sitegen.diagnostics import SitegenError
from sitegen.model import File
from sitegen.publish import files, foreign, generation, open_generation, switch

SITE = {"index.html": "one", "stories/a/index.html": "two", "assets/x.css": "three"}


def beside(output: Path) -> list[str]:
    """What stands beside the output and was not there for the test; the generation before may."""
    own = (output.name, f".{output.name}.sitegen-previous")
    return [one.name for one in output.parent.iterdir() if one.name not in own]


def test_first_site(tmp_path: Path, build: Any, tree: Any) -> None:
    """A new folder holds the files, the manifest and nothing else; nothing is left beside it."""
    output = tmp_path / "deep" / "out"
    assert build(output, SITE) == generation.Published(files=3, written=3, removed=0)
    found = tree(output)
    assert {path: text.decode() for path, text in found.items() if path != "manifest.json"} == SITE
    assert beside(output) == []


def test_next_site_takes_its_place(tmp_path: Path, build: Any, tree: Any) -> None:
    """Pages that are gone are gone; what was written and removed is counted."""
    output = tmp_path / "out"
    build(output, SITE)
    report = build(output, {"index.html": "one", "stories/b/index.html": "new", "assets/x.css": "changed"})
    assert report == generation.Published(files=3, written=2, removed=1)
    assert not (output / "stories" / "a").exists()
    assert tree(output)["assets/x.css"] == b"changed"
    assert beside(output) == []


def test_unchanged_file_is_the_same_file(tmp_path: Path, build: Any) -> None:
    """A file that did not change keeps its inode and time, so caches of hosts and readers stay warm."""
    output = tmp_path / "out"
    build(output, SITE)
    before = (output / "index.html").stat()
    build(output, {**SITE, "assets/x.css": "changed"})
    after = (output / "index.html").stat()
    assert (before.st_ino, before.st_mtime_ns) == (after.st_ino, after.st_mtime_ns)
    assert after.st_nlink == 2, "here and in the generation before"


def test_nothing_changed_nothing_switched(tmp_path: Path, build: Any) -> None:
    """The same site again leaves the very folder in place."""
    output = tmp_path / "out"
    build(output, SITE)
    before = output.stat().st_ino
    assert build(output, SITE) == generation.Published(files=3, written=0, removed=0)
    assert output.stat().st_ino == before
    build(output, SITE, title="other")
    assert output.stat().st_ino != before
    assert beside(output) == []


def damage_text(path: Path) -> None:
    path.write_text("eno")


def damage_by_link(path: Path) -> None:
    elsewhere = path.parent.parent / "elsewhere"
    path.rename(elsewhere)
    path.symlink_to(elsewhere)


def damage_mode(path: Path) -> None:
    path.chmod(0o600)


def damage_by_fifo(path: Path) -> None:
    path.unlink()
    os.mkfifo(path)


@pytest.mark.parametrize("damage", [damage_text, damage_by_link, damage_mode, damage_by_fifo, Path.unlink])
def test_altered_file_is_mended(tmp_path: Path, build: Any, damage: Any) -> None:
    """An old file altered since, even to the same size, is written anew and never linked."""
    output = tmp_path / "out"
    build(output, SITE)
    damage(output / "index.html")
    assert build(output, SITE).written == 1
    mended = output / "index.html"
    assert mended.read_text() == "one"
    assert not mended.is_symlink()
    assert mended.stat().st_mode & 0o777 == 0o644


def test_control_altered_file_would_be_linked(tmp_path: Path, build: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without reading the old bytes, the altered file would be published as if it were the page."""
    output = tmp_path / "out"
    build(output, SITE)
    damage_text(output / "index.html")
    monkeypatch.setattr(generation, "holds", lambda *_: True)
    build(output, {**SITE, "new.html": "x"})
    assert (output / "index.html").read_text() == "eno"


def test_folder_that_became_a_link_is_not_followed(tmp_path: Path, build: Any) -> None:
    """A folder of the old site that is now a link elsewhere is neither linked from nor written through."""
    output = tmp_path / "out"
    build(output, SITE)
    (output / "stories").rename(tmp_path / "elsewhere")
    (output / "stories").symlink_to(tmp_path / "elsewhere")
    inside = tmp_path / "elsewhere" / "a" / "index.html"
    with pytest.raises(SitegenError, match="not put there by sitegen"):
        build(output, SITE)
    assert inside.stat().st_nlink == 1


def test_foreign_files_stay(tmp_path: Path, build: Any) -> None:
    """What the keeper put there stays: files, links as links, empty folders, in our folders and in removed ones."""
    output = tmp_path / "out"
    build(output, SITE)
    (tmp_path / "secret").mkdir()
    (tmp_path / "secret" / "key").write_text("key")
    (output / "CNAME").write_text("example.org")
    (output / "stories" / "a" / "notes.txt").write_text("mine")
    (output / "way-out").symlink_to(tmp_path / "secret")
    (output / ".git" / "refs" / "tags").mkdir(parents=True, mode=0o700)
    with socket.socket(socket.AF_UNIX) as door:
        door.bind(str(output / "door"))
    build(output, {"index.html": "new"})
    assert (output / "CNAME").read_text() == "example.org"
    assert (output / "stories" / "a" / "notes.txt").read_text() == "mine"
    assert not (output / "stories" / "a" / "index.html").exists()
    assert (output / "way-out").is_symlink()
    assert (output / ".git" / "refs" / "tags").stat().st_mode & 0o777 == 0o700
    assert (tmp_path / "secret" / "key").stat().st_nlink == 1


def test_foreign_files_stay_where_nothing_can_be_linked(
    tmp_path: Path, build: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    """On a file system without hard links the same comes out, by copying."""
    output = tmp_path / "out"
    build(output, SITE)
    (output / "CNAME").write_text("example.org")
    (output / "way-out").symlink_to(tmp_path)
    for module in (foreign, generation):
        monkeypatch.setattr(module, "link", lambda *_: False)
    assert build(output, {**SITE, "new.html": "x"}).written == 1
    assert (output / "CNAME").read_text() == "example.org"
    assert (output / "way-out").is_symlink()
    assert build(output, {**SITE, "new.html": "x"}).written == 0


@pytest.mark.parametrize("mine", ["robots.txt", "data", "index.html/x"])
def test_foreign_file_is_never_overwritten(tmp_path: Path, build: Any, tree: Any, mine: str) -> None:
    """A page that would replace the keeper's own file is refused, and the old site stands."""
    output = tmp_path / "out"
    build(output, {"about.html": "x"})
    (output / mine).parent.mkdir(exist_ok=True)
    (output / mine).write_text("mine")
    before = tree(output)
    with pytest.raises(SitegenError) as refused:
        build(output, {"robots.txt": "ours", "data/archive.json": "{}", "index.html": "x"})
    assert refused.value.diagnostics[0].code == "foreign-in-the-way"
    assert tree(output) == before
    assert beside(output) == []


def test_same_foreign_file_is_adopted(tmp_path: Path, build: Any) -> None:
    """A file that holds just what the new page does is no conflict."""
    output = tmp_path / "out"
    build(output, {"about.html": "x"})
    (output / "robots.txt").write_text("ours")
    assert build(output, {"robots.txt": "ours"}).removed == 1


def test_folder_that_is_not_ours_is_not_taken_over(tmp_path: Path, build: Any, tree: Any) -> None:
    """Even unchecked, a folder with a manifest of someone else's loses nothing."""
    output = tmp_path / "out"
    output.mkdir()
    (output / "manifest.json").write_text('{"name": "my app"}')
    with pytest.raises(SitegenError, match="not put there by sitegen"):
        build(output, SITE)
    assert tree(output) == {"manifest.json": b'{"name": "my app"}'}


def test_link_is_published_through(tmp_path: Path, build: Any) -> None:
    """An output that is a link stays one; the folder it leads to gets the site."""
    (tmp_path / "disk").mkdir()
    (tmp_path / "out").symlink_to(tmp_path / "disk" / "site")
    for text in ("one", "two"):
        build(tmp_path / "out", {"index.html": text})
        assert (tmp_path / "out").is_symlink()
        assert (tmp_path / "disk" / "site" / "index.html").read_text() == text
    assert beside(tmp_path / "disk" / "site") == []


@pytest.mark.parametrize(("mask", "file", "folder"), [(0o022, 0o644, 0o755), (0o077, 0o600, 0o700)])
def test_umask_is_honoured(tmp_path: Path, build: Any, mask: int, file: int, folder: int) -> None:
    """Files are 644 and folders 755, less what the umask takes."""
    before = os.umask(mask)
    try:
        build(tmp_path / "out", SITE)
    finally:
        os.umask(before)
    modes = {one.relative_to(tmp_path): one.stat().st_mode & 0o777 for one in tmp_path.rglob("*")}
    assert all(mode == (folder if (tmp_path / path).is_dir() else file) for path, mode in modes.items())


def test_mode_of_the_folder_stays(tmp_path: Path, build: Any) -> None:
    """A folder that its keeper closed to others does not open with the next build."""
    output = tmp_path / "out"
    build(output, SITE)
    output.chmod(0o750)
    build(output, {"index.html": "new"})
    assert output.stat().st_mode & 0o777 == 0o750


def test_leaving_without_publishing_changes_nothing(tmp_path: Path, build: Any, tree: Any) -> None:
    """An error inside the block, or no call of publish, leaves the old site and nothing else."""
    output = tmp_path / "out"
    build(output, SITE)
    before = tree(tmp_path)
    with open_generation(output) as new:
        new.add(File("index.html", b"half"))
        assert (new.folder / "index.html").read_bytes() == b"half"
    with pytest.raises(ZeroDivisionError), open_generation(output) as new:
        new.add(File("index.html", b"%d" % (1 // 0)))
    assert tree(tmp_path) == before
    assert beside(output) == []


def test_collisions_and_bad_paths_are_refused(tmp_path: Path) -> None:
    """Two pages at one place are the archive's fault; a path out of the site is the program's."""
    with open_generation(tmp_path / "out") as new:
        new.add(File("a/index.html", b""))
        with pytest.raises(SitegenError, match=r"`A/index\.html` and `a/index\.html`"):
            new.add(File("A/index.html", b""))
        with pytest.raises(ValueError, match="relative"):
            new.add(File("../x", b""))
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("output_stands", [True, False])
def test_without_exchange_the_folders_change_by_turns(
    tmp_path: Path, build: Any, tree: Any, monkeypatch: pytest.MonkeyPatch, output_stands: bool
) -> None:
    """Where two names cannot be exchanged at once, two renames come to the same."""
    output = tmp_path / "out"
    if output_stands:
        build(output, {"old.html": "x"})
    monkeypatch.setattr(switch, "exchange", lambda *_: False)
    build(output, SITE)
    assert set(tree(output)) == {*SITE, "manifest.json"}
    assert beside(output) == []


def test_site_left_aside_is_put_back(tmp_path: Path, build: Any, tree: Any) -> None:
    """A build killed between the two renames left no site; the next one finds the old again and goes on from it."""
    output = tmp_path / "out"
    build(output, SITE)
    (output / "CNAME").write_text("mine")
    output.rename(tmp_path / ".out.sitegen-old")
    assert build(output, {**SITE, "index.html": "new"}).written == 1
    assert tree(output)["CNAME"] == b"mine"
    assert beside(output) == []


def test_leftovers_are_removed_and_nothing_else(tmp_path: Path, build: Any) -> None:
    """Folders of killed builds of this output go; what only looks like them, or is a link, stays."""
    output = tmp_path / "out"
    names = [".out.sitegen-123", ".out.sitegen-old", ".out.sitegen-12a", ".outer.sitegen-1", "out.sitegen-1"]
    for name in names:
        (tmp_path / name).mkdir()
    (tmp_path / ".out.sitegen-7").symlink_to(tmp_path / "out.sitegen-1")
    (tmp_path / ".out.sitegen-lock").write_text("99999 2020-01-01T00:00:00+00:00")
    output.mkdir()
    build(output, SITE)
    assert sorted(beside(output)) == sorted([*names[2:], ".out.sitegen-7"])


def test_files_and_folders_are_on_disk_before_the_switch(
    tmp_path: Path, build: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Every new file and every folder has been synced when the names are exchanged."""
    output = tmp_path / "out"
    build(output, SITE)
    log: list[str] = []
    monkeypatch.setattr(files, "sync", lambda path: log.append(path.name))
    monkeypatch.setattr(generation, "switch", lambda *_: log.append("switch"))
    build(output, {**SITE, "new/page.html": "x"})
    assert sorted(log[:-1]) == sorted(["page.html", "manifest.json", "new", "stories", "a", "assets", log[-2]])
    assert log[-1] == "switch"
