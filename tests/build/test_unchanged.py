"""A build that has nothing to do: it says so without reading a text, and any change at all is noticed."""

import os
import shutil
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

import sitegen.pipeline.build
from sitegen.cli import main
from sitegen.pipeline import unchanged
from sitegen.pipeline.unchanged import BuildRequest, check_folders
from tests.build.test_build import TEXT, archive, tree
from tests.tiny_model import PAIRS, save_model


class Site:
    """An archive, its cache and its site, below one folder."""

    def __init__(self, folder: Path) -> None:
        self.content = archive(folder / "content", a=TEXT, b="Another text that says another thing about the town.\n")
        (self.content / "site.toml").write_text('title = "Holm"\n', encoding="utf-8")
        self.output, self.cache = folder / "out", folder / "cache"

    def build(self, *options: str) -> Result:
        arguments = ["build", str(self.content), "--output", str(self.output), "--cache", str(self.cache)]
        return CliRunner().invoke(main, [*arguments, "--workers", "1", "--no-search", *options], catch_exceptions=False)

    def known(self, *options: str | bool) -> bool:
        """Whether a build would say at once that nothing has changed."""
        asked = BuildRequest(
            content=self.content, output=self.output, cache=self.cache, options=options or ("", False, True)
        )
        return check_folders(asked).earlier is not None


@pytest.fixture
def site(tmp_path: Path) -> Site:
    made = Site(tmp_path)
    assert made.build().exit_code == 0
    assert made.known()
    return made


def test_a_no_change_build_reads_no_text_and_writes_nothing(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    """The second build never comes to the pipeline, says what the first said, and leaves every file as it was."""
    before = {path: path.stat() for path in [site.output, *site.output.rglob("*"), *site.cache.rglob("*")]}
    monkeypatch.setattr(sitegen.pipeline.build, "build_site", lambda *_: pytest.fail("was built"))
    result = site.build()
    assert result.output.splitlines()[-1].startswith("nothing changed: ")
    assert "2 articles in 2 stories, 0 comparisons" in result.output
    assert {path: path.stat() for path in [site.output, *site.output.rglob("*"), *site.cache.rglob("*")]} == before


def test_warnings_are_told_again(tmp_path: Path) -> None:
    """What a keeper should know does not go away because nothing changed; with `--strict` it still refuses."""
    site = Site(tmp_path)
    archive(site.content, c=TEXT.replace("Holm", "Ho\x00lm").replace("Friday", "Monday"))
    first, second = site.build(), site.build()
    assert "warning" in first.stderr
    assert second.stderr == first.stderr
    assert site.build("--strict").exit_code == 1


def same_size_and_time(path: Path, text: bytes) -> None:
    before = path.stat()
    path.write_bytes(text)
    assert path.stat().st_size == before.st_size
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))


def swap(one: Path, other: Path) -> None:
    one.rename(aside := one.with_suffix(".aside"))
    other.rename(one)
    aside.rename(other)


CHANGES: dict[str, Callable[[Site], object]] = {
    "a word": lambda site: archive(site.content, a=TEXT.replace("nine", "ten")),
    "a word of the same length, the time set back": lambda site: same_size_and_time(
        site.content / "a.md", TEXT.replace("nine", "five").encode()
    ),
    "two articles swapped": lambda site: swap(site.content / "a.md", site.content / "b.md"),
    "an article more": lambda site: archive(site.content, c=TEXT),
    "an article less": lambda site: (site.content / "b.md").unlink(),
    "an article renamed": lambda site: (site.content / "b.md").rename(site.content / "c.md"),
    "an article moved": lambda site: (
        (site.content / "x").mkdir() or (site.content / "b.md").rename(site.content / "x/b.md")
    ),
    "an article that became a pipe": lambda site: (site.content / "b.md").unlink() or os.mkfifo(site.content / "b.md"),
    "the settings": lambda site: (site.content / "site.toml").write_text('title = "Pell"\n', encoding="utf-8"),
    "a source": lambda site: archive(site.content, sources__wire="---\nname: Wire\n---\n"),
    "a page, the time set back": lambda site: same_size_and_time(
        site.output / "robots.txt", b"X" * (site.output / "robots.txt").stat().st_size
    ),
    "a page less": lambda site: (site.output / "robots.txt").unlink(),
    "a page's mode": lambda site: (site.output / "robots.txt").chmod(0o600),
    "a file of the keeper's": lambda site: (site.output / "CNAME").write_text("archive.example"),
    "the published folder gone": lambda site: shutil.rmtree(site.output),
    "what a killed build left": lambda site: (site.output.parent / ".out.sitegen-99").mkdir(),
    "the record": lambda site: (site.cache / "content.last").write_text("{}"),
    "the record, one byte": lambda site: (site.cache / "content.last").write_bytes(
        (site.cache / "content.last").read_bytes().replace(b'"files": ', b'"files": 1')
    ),
}


@pytest.mark.parametrize("change", CHANGES)
def test_every_change_is_noticed(site: Site, change: str) -> None:
    """Whatever differs, the next build looks closely, and the one after it is at rest again."""
    CHANGES[change](site)
    assert not site.known()
    if change != "an article that became a pipe":
        assert site.build().exit_code == 0
        assert site.known()


def test_another_option_is_another_build(site: Site) -> None:
    """An address, `--strict` and `--no-search` are part of what was asked."""
    assert site.known("", False, True)
    assert not site.known("https://example.org/", False, True)
    assert not site.known("", True, True)
    assert not site.known("", False, False)
    asked = BuildRequest(
        content=site.content, output=site.output.with_name("other"), cache=site.cache, options=("", False, True)
    )
    assert check_folders(asked).earlier is None


@pytest.mark.parametrize("part", ["sitegen", "templates"])
def test_program_and_theme_are_inputs(site: Site, part: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A changed module, catalogue or template is a change like any other."""
    package = Path(unchanged.__file__).parent.parent
    for folder in ("sitegen", "templates"):
        shutil.copytree(package.parent / folder, tmp_path / "program" / folder)
    monkeypatch.setattr(unchanged, "__file__", str(tmp_path / "program/sitegen/pipeline/unchanged.py"))
    site.build()
    assert site.known()
    changed = next(one for one in (tmp_path / "program" / part).rglob("*.*") if "__pycache__" not in one.parts)
    changed.write_bytes(changed.read_bytes() + b"\n")
    assert not site.known()


@pytest.mark.parametrize("name", ["jinja2-99.dist-info", "anything-1.0.egg-info"])
def test_installed_libraries_are_inputs(site: Site, name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Another version of a library, or a library more, is a reason to look."""
    (tmp_path / "libraries" / name).mkdir(parents=True)
    monkeypatch.syspath_prepend(str(tmp_path / "libraries"))
    assert not site.known()


def test_a_model_is_an_input(tmp_path: Path) -> None:
    """Other vectors in the folder that site.toml names, beside the content, are noticed."""
    site = Site(tmp_path)
    (site.content / "site.toml").write_text('[grouping]\nmodel = "../tiny"\n', encoding="utf-8")
    save_model(tmp_path / "tiny")
    assert site.build().exit_code == 0
    assert site.known()
    save_model(tmp_path / "tiny", PAIRS[::-1])
    assert not site.known()


def test_python_and_its_tables_are_inputs(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    """Another Python, or the same with other Unicode tables, is a reason to look."""
    with monkeypatch.context() as patched:
        patched.setattr("sys.version", "3.99")
        assert not site.known()
    with monkeypatch.context() as patched:
        patched.setattr(unchanged.unicodedata, "unidata_version", "99.0")
        assert not site.known()
    assert site.known()


def test_a_file_that_was_only_touched_is_no_change(site: Site) -> None:
    """Where times differ the bytes decide: a fresh checkout of the same files is the same archive."""
    os.utime(site.content / "a.md", (1, 1))
    assert site.known()
    (site.content / "a.md").write_bytes((site.content / "a.md").read_bytes())
    assert site.known()


def test_times_that_are_too_fresh_are_not_relied_on(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file written at the moment of the build, or in the future, is told by its bytes; undefended, it is not."""
    for tick, noticed in ((10**18, True), (0, False)):
        site = Site(tmp_path / str(tick))
        monkeypatch.setattr(unchanged, "_wait_until_after", lambda _: None)
        monkeypatch.setattr(unchanged, "_TICK", tick)
        site.build()
        text = TEXT.replace("nine", "five")
        (site.content / "a.md").write_text(text, encoding="utf-8")
        real = unchanged._folder
        stale = unchanged._records(
            BuildRequest(content=site.content, output=site.output, cache=site.cache, options=("", False, True))
        )
        (record,) = stale.values()
        times = dict(zip(map(str, (site.content,)), record["times"], strict=False))
        # As if the file system's clock had not ticked between the two writings.
        monkeypatch.setattr(
            unchanged,
            "_folder",
            lambda folder, times=times, real=real: unchanged._Folder(times.get(str(folder), real(folder).times), 5),
        )
        assert site.known() is not noticed
        monkeypatch.setattr(unchanged, "_folder", real)


def test_a_clock_that_was_set_back_is_no_danger(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    """With every time in the future nothing is remembered on their word alone, and the site is right."""
    monkeypatch.setattr(unchanged.time, "time_ns", lambda: 1)
    archive(site.content, a=TEXT.replace("nine", "ten"))
    assert site.build().exit_code == 0
    assert not site.known()
    assert b"in ten years" in (site.output / "articles/a/index.html").read_bytes()


def test_a_change_during_the_build_is_noticed_afterwards(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A build whose content was edited meanwhile is not remembered as the last word on it."""
    site, real = Site(tmp_path), sitegen.pipeline.build.group_articles

    def edit(*values: object) -> object:
        archive(site.content, a=TEXT.replace("nine", "ten"))
        return real(*values)  # type: ignore[arg-type]

    monkeypatch.setattr(sitegen.pipeline.build, "group_articles", edit)
    site.build()
    assert b"in nine years" in (site.output / "articles/a/index.html").read_bytes()
    assert not site.known()
    monkeypatch.undo()
    site.build()
    assert b"in ten years" in (site.output / "articles/a/index.html").read_bytes()


def test_a_change_that_was_taken_back(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What was published during a passing edit is not taken for the site of the content before and after it."""
    site, real = Site(tmp_path), sitegen.pipeline.build.read_archive

    def edit(*values: object) -> object:
        archive(site.content, a=TEXT.replace("nine", "ten"))
        return real(*values)  # type: ignore[arg-type]

    monkeypatch.setattr(sitegen.pipeline.build, "read_archive", edit)
    site.build()
    assert b"in ten years" in (site.output / "articles/a/index.html").read_bytes()
    monkeypatch.undo()
    archive(site.content, a=TEXT)
    assert not site.known()
    site.build()
    assert b"in nine years" in (site.output / "articles/a/index.html").read_bytes()


def test_what_was_published_is_not_walked_again(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    """A publication knows what it left; of an edit of another size the content is looked at once."""
    looked_at: list[Path] = []
    real = unchanged._folder

    def look(folder: Path) -> unchanged._Folder:
        looked_at.append(folder)
        return real(folder)

    time.sleep(0.03)
    archive(site.content, a=TEXT.replace("nine", "eleven"))
    time.sleep(0.03)
    with monkeypatch.context() as patch:
        patch.setattr(unchanged, "_folder", look)
        patch.setattr(unchanged, "_published_at", lambda _: pytest.fail("it was walked"))
        assert site.build().exit_code == 0
    assert looked_at.count(site.content) == 1
    assert site.known()
    (site.output / "robots.txt").write_bytes((site.output / "robots.txt").read_bytes() + b"\n")
    assert not site.known()


@pytest.mark.parametrize("size", [len("nine"), len("eleven")])
def test_a_change_after_an_edit_that_was_taken_back(size: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever size the edit and the passing one had, their site is not taken for that of the content as it stands."""
    site, real = Site(tmp_path), sitegen.pipeline.build.read_archive
    site.build()
    edited = TEXT.replace("nine", "x" * size)
    time.sleep(0.03)
    archive(site.content, a=edited)
    time.sleep(0.03)

    def edit(*values: object) -> object:
        archive(site.content, a=TEXT.replace("nine", "ten"))
        return real(*values)  # type: ignore[arg-type]

    monkeypatch.setattr(sitegen.pipeline.build, "read_archive", edit)
    site.build()
    assert b"in ten years" in (site.output / "articles/a/index.html").read_bytes()
    monkeypatch.undo()
    archive(site.content, a=edited)
    assert not site.known()
    site.build()
    assert f"in {'x' * size} years".encode() in (site.output / "articles/a/index.html").read_bytes()


def test_without_a_cache_every_build_is_whole(site: Site) -> None:
    """`--no-cache` neither asks the record nor changes it."""
    before = tree(site.cache)
    assert "nothing changed" in site.build("--no-cache").output
    (site.output / "robots.txt").write_text("x")
    assert "1 new or changed" in site.build("--no-cache").output
    assert tree(site.cache) == before


def test_few_builds_are_remembered(site: Site) -> None:
    """The record does not grow for ever, and one archive may be built for several addresses in turn."""
    for number in range(unchanged._RECORDS + 3):
        site.build("--base-url", f"https://{number}.example/")
    asked = BuildRequest(content=site.content, output=site.output, cache=site.cache, options=())
    assert len(unchanged._records(asked)) == unchanged._RECORDS
