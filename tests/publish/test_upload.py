"""Uploading a site: to a folder, to a store, at each step of it, and after it broke off."""

import json
import re
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from sitegen.cli import main
from sitegen.diagnostics import SitegenError
from sitegen.publish import open_destination, plan_upload, upload
from sitegen.publish.destination import Folder
from sitegen.publish.headers import headers_of
from sitegen.publish.verify import STATE
from tests.build.small import FILES, build, small_archive
from tests.build.test_build import archive


class Recorded(Folder):
    """A folder that notes what is done to it, and can break off."""

    def __init__(self, folder: Path, after: int = 10**9, each: Callable[[], object] = lambda: None) -> None:
        super().__init__(folder)
        self.done: list[tuple[str, str]] = []
        self._after, self._each = after, each

    def _step(self, what: str, path: str) -> None:
        if len(self.done) >= self._after:
            raise KeyboardInterrupt
        self.done.append((what, path))

    def write(self, path: str, content: bytes, headers: Any) -> None:
        self._step("write", path)
        super().write(path, content, headers)
        self._each()

    def delete(self, path: str) -> None:
        self._step("delete", path)
        super().delete(path)
        self._each()

    def paths(self, what: str = "write") -> list[str]:
        return [path for kind, path in self.done if kind == what and path != STATE]


def quiet(*_: object) -> None:
    pass


@pytest.fixture(scope="module")
def sites(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """A site, and the next one: a page changed, one gone, one new, another style."""
    folder = tmp_path_factory.mktemp("sites")
    content = small_archive(folder / "content")
    build(content, folder / "old")
    archive(content, lone=FILES["lone"].replace("burned", "glowed"), more=FILES["found__one"])
    (content / "short.md").unlink()
    (content / "site.toml").write_text('title = "Holm"\nlanguage = "de"\n', encoding="utf-8")
    build(content, folder / "new")
    return folder / "old", folder / "new"


def put(site: Path, there: Any) -> None:
    upload(site, there, plan_upload(site, there, "there"), quiet)


def without_state(tree: dict[str, bytes]) -> dict[str, bytes]:
    return {path: content for path, content in tree.items() if path != STATE}


def test_a_site_arrives_whole(sites: tuple[Path, Path], tmp_path: Path, tree: Any) -> None:
    """What stands there is the site; the same again uploads nothing."""
    there = Recorded(tmp_path / "www")
    put(sites[0], there)
    assert without_state(tree(tmp_path / "www")) == tree(sites[0])
    again = Recorded(tmp_path / "www")
    put(sites[0], again)
    assert again.done == []


def test_only_what_differs_is_uploaded(sites: tuple[Path, Path], tmp_path: Path, tree: Any) -> None:
    """In order: new pages, changed pages, what leads to them, deletions, the manifest."""
    put(sites[0], Folder(tmp_path / "www"))
    there = Recorded(tmp_path / "www")
    put(sites[1], there)
    old, new = tree(sites[0]), tree(sites[1])
    assert set(there.paths()) == {path for path in new if old.get(path) != new[path]}
    # Since an article is gone, nothing that may show it lingers, whatever its name.
    assert set(there.paths("delete")) == {path for path in old if path not in new}
    order = there.done
    assert order[-2:] == [("write", "manifest.json"), ("write", STATE)]
    first_deletion = next(at for at, one in enumerate(order) if one[0] == "delete")
    assert {one for one in order[first_deletion:] if one[0] == "write"} == {
        ("write", "manifest.json"),
        ("write", STATE),
    }
    assert order.index(("write", "articles/more/index.html")) < order.index(("write", "articles/lone/index.html"))
    assert order.index(("write", "articles/lone/index.html")) < order.index(("write", "index.html"))
    assert without_state(tree(tmp_path / "www")).keys() >= new.keys()


def test_after_each_step_every_link_works(sites: tuple[Path, Path], tmp_path: Path) -> None:
    """Whoever reads while a site is uploaded, or after it broke off, meets no dead link."""
    put(sites[0], Folder(tmp_path / "www"))
    seen: list[Any] = []
    there = Recorded(tmp_path / "www", each=lambda: seen.append(reachable_dead_links(tmp_path / "www")))
    put(sites[1], there)
    assert len(seen) > 20
    assert [one for one in seen if one] == []


def reachable_dead_links(folder: Path) -> set[str]:
    """Addresses that a reader who begins at the front page comes to, and that are not there."""
    waiting, known, dead = ["index.html"], {"index.html"}, set()
    while waiting:
        page = waiting.pop()
        if not (folder / page).is_file():
            dead.add(page)
            continue
        if not page.endswith(".html"):
            continue
        for address in re.findall(r'(?:href|src)="(/[^"#?]*)', (folder / page).read_text("utf-8")):
            path = address[1:] + ("index.html" if address.endswith("/") else "")
            if path not in known:
                known.add(path)
                waiting.append(path)
    return dead


def test_control_another_order_has_dead_links(
    sites: tuple[Path, Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """By name alone the front page leads to pages that are not there yet, and the walk above finds them."""
    monkeypatch.setattr("sitegen.publish.transfer._turn", lambda path, old: 0 if path in old.entries else 1)
    put(sites[0], Folder(tmp_path / "www"))
    seen: list[Any] = []
    put(sites[1], Recorded(tmp_path / "www", each=lambda: seen.append(reachable_dead_links(tmp_path / "www"))))
    assert [one for one in seen if one]


def test_an_upload_that_broke_off_goes_on(
    sites: tuple[Path, Path], tmp_path: Path, tree: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    """At any step: the next upload does the rest, and not again what was noted."""
    monkeypatch.setattr("sitegen.publish.transfer._EVERY", 5)
    put(sites[0], Folder(tmp_path / "whole"))
    whole = Recorded(tmp_path / "whole")
    put(sites[1], whole)
    for after in range(0, len(whole.done), 7):
        there = tmp_path / str(after)
        put(sites[0], Folder(there))
        first = Recorded(there, after)
        with pytest.raises(KeyboardInterrupt):
            put(sites[1], first)
        second = Recorded(there)
        put(sites[1], second)
        assert len(set(first.paths()) & set(second.paths())) <= 5
        found = without_state(tree(there))
        assert {path: found[path] for path in tree(sites[1])} == tree(sites[1])


def test_old_assets_stay_for_one_generation(sites: tuple[Path, Path], tmp_path: Path) -> None:
    """A reader has a page of the old site open: its style stays until the upload after the next."""
    old, new = tmp_path / "old", tmp_path / "new"
    for site, style in ((old, "a"), (new, "b")):
        shutil.copytree(sites[0], site)
        rename_asset(site, style)
    www = tmp_path / "www"
    put(old, Folder(www))
    put(new, Folder(www))
    assert sorted(one.name for one in (www / "assets").iterdir() if "style" in one.name) == [
        "style-a.css",
        "style-b.css",
    ]
    put(old, Folder(www))
    put(new, Folder(www))
    put(sites[0], Folder(www))
    put(sites[1], Folder(www))
    assert not (www / "assets/style-a.css").exists()


def rename_asset(site: Path, style: str) -> None:
    """Adds a style of its own to a site, and lists it."""
    import hashlib

    manifest = json.loads((site / "manifest.json").read_bytes())
    path, content = f"assets/style-{style}.css", style.encode()
    (site / path).write_bytes(content)
    manifest["files"].append({"path": path, "size": 1, "sha256": hashlib.sha256(content).hexdigest()})
    (site / "manifest.json").write_text(json.dumps(manifest))


def code(action: Callable[[], object]) -> str:
    with pytest.raises(SitegenError) as refused:
        action()
    return refused.value.diagnostics[0].code


def test_a_foreign_place_is_left_alone(sites: tuple[Path, Path], tmp_path: Path) -> None:
    """Files without a manifest of ours, or a manifest that is not, are somebody else's."""
    www = tmp_path / "www"
    www.mkdir()
    (www / "thesis.doc").write_text("years of work")
    assert code(lambda: put(sites[0], Folder(www))) == "destination-not-ours"
    for text in ("{", '{"generator": "hugo"}'):
        (www / "manifest.json").write_text(text)
        assert code(lambda: put(sites[0], Folder(www))) == "destination-not-ours"
    assert (www / "thesis.doc").read_text() == "years of work"


def test_a_foreign_file_is_not_overwritten(sites: tuple[Path, Path], tmp_path: Path) -> None:
    """A keeper's own file stays, and one in the way of a new page is told of before anything is done."""
    www = tmp_path / "www"
    put(sites[0], Folder(www))
    (www / "CNAME").write_text("archive.example")
    (www / "articles/more").mkdir()
    (www / "articles/more/index.html").write_text("mine")
    there = Recorded(www)
    assert code(lambda: put(sites[1], there)) == "foreign-in-the-way"
    assert there.done == []
    shutil.rmtree(www / "articles/more")
    put(sites[1], Folder(www))
    assert (www / "CNAME").read_text() == "archive.example"


@pytest.mark.parametrize("path", ["../outside", "/etc/x", "a/../../outside", "assets/../../outside"])
def test_a_hostile_manifest_deletes_nothing_outside(sites: tuple[Path, Path], tmp_path: Path, path: str) -> None:
    """What stands at the destination is not trusted with a path."""
    (tmp_path / "outside").write_text("precious")
    www = tmp_path / "www"
    put(sites[0], Folder(www))
    manifest = json.loads((www / "manifest.json").read_bytes())
    manifest["files"].append({"path": path, "size": 1, "sha256": "0"})
    (www / "manifest.json").write_text(json.dumps(manifest))
    assert code(lambda: put(sites[1], Folder(www))) == "destination-not-ours"
    put_state = {"lingering": [path]}
    shutil.copy(sites[0] / "manifest.json", www / "manifest.json")
    (www / STATE).write_text(json.dumps(put_state))
    put(sites[1], Folder(www))
    assert (tmp_path / "outside").read_text() == "precious"


def test_a_link_inside_the_folder_is_not_followed(sites: tuple[Path, Path], tmp_path: Path) -> None:
    """A folder of the site that is a link elsewhere is not written through."""
    www, elsewhere = tmp_path / "www", tmp_path / "elsewhere"
    put(sites[0], Folder(www))
    shutil.move(www / "articles", elsewhere)
    (www / "articles").symlink_to(elsewhere)
    before = sorted(elsewhere.rglob("*"))
    assert code(lambda: put(sites[1], Folder(www))) == "upload-failed"
    assert sorted(elsewhere.rglob("*")) == before


def test_a_site_that_was_changed_is_not_uploaded(sites: tuple[Path, Path], tmp_path: Path) -> None:
    """What is uploaded is what was built."""
    shutil.copytree(sites[0], tmp_path / "site")
    (tmp_path / "site/index.html").write_text("x")
    assert code(lambda: put(tmp_path / "site", Folder(tmp_path / "www"))) == "site-changed"
    assert not (tmp_path / "www").exists()


def test_the_command(sites: tuple[Path, Path], tmp_path: Path) -> None:
    """A dry run does nothing and says what would be done; then it is done; then there is nothing to do."""
    arguments = ["publish", str(tmp_path / "www"), "--site", str(sites[0])]
    dry = CliRunner().invoke(main, [*arguments, "--dry-run"])
    assert dry.exit_code == 0
    assert "upload: index.html" in dry.stdout
    assert not (tmp_path / "www").exists()
    assert "uploaded" in CliRunner().invoke(main, arguments).stdout
    assert "nothing to upload" in CliRunner().invoke(main, arguments).stdout
    verified = CliRunner().invoke(main, ["verify", str(tmp_path / "www")])
    assert verified.exit_code == 0
    assert "untracked" not in verified.stdout
    refused = CliRunner().invoke(main, ["publish", "nowhere://x", "--site", str(sites[0])])
    assert refused.exit_code == 1
    assert "destination-unknown" in refused.stderr


def test_types_and_times() -> None:
    """Pages are asked for again each time; what is named by its digest is kept for a year."""
    assert headers_of("stories/a/index.html").content_type == "text/html; charset=utf-8"
    assert headers_of("stories/a/index.html").cache_control == "public, max-age=0, must-revalidate"
    assert headers_of("assets/site.1a.css").cache_control == "public, max-age=31536000, immutable"
    assert headers_of("a.strange").content_type == "application/octet-stream"
    assert "immutable" in headers_of("search/index/1a.json").cache_control
    assert "immutable" not in headers_of("search/segments.json").cache_control
    assert headers_of("feed.xml").content_type == "application/atom+xml; charset=utf-8"
    assert headers_of("_headers").content_type == "application/octet-stream"


@pytest.fixture
def memory() -> Iterator[Any]:
    fsspec = pytest.importorskip("fsspec", reason="fsspec is not installed")
    files = fsspec.filesystem("memory")
    yield files
    files.store.clear()


def test_to_any_address_of_fsspec(sites: tuple[Path, Path], memory: Any, tree: Any) -> None:
    """A store in memory holds the site after two uploads, and is refused when it is somebody else's."""
    for site in sites:
        put(site, open_destination("memory://bucket/archive"))
    new = tree(sites[1])
    for path, content in new.items():
        assert memory.cat_file(f"/bucket/archive/{path}") == content
    assert not memory.exists("/bucket/archive/articles/short/index.html")
    memory.pipe_file("/other/file", b"x")
    assert code(lambda: put(sites[0], open_destination("memory://other"))) == "destination-not-ours"


def test_a_store_that_fails_is_told(sites: tuple[Path, Path], memory: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever its library raises becomes a message with the file and a next step."""

    def refuse(*_: Any, **__: Any) -> None:
        raise RuntimeError("Slow Down")

    monkeypatch.setattr(type(memory), "pipe_file", refuse)
    with pytest.raises(SitegenError) as told:
        put(sites[0], open_destination("memory://bucket"))
    (problem,) = told.value.diagnostics
    assert problem.code == "upload-failed"
    assert "slow down" in problem.message
    assert "goes on where" in problem.hint
