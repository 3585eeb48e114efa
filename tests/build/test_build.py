"""The whole pipeline: the same bytes however it runs, and nothing published that should not be."""

import json
import os
import subprocess
import sys
from importlib.metadata import version
from pathlib import Path

import pytest

from sitegen.diagnostics import SitegenError
from sitegen.engine import choice
from sitegen.pipeline.build import BuildOptions, BuildResult, build_site
from tests.conftest import REPOSITORY

QUICK = BuildOptions(workers=1, search=False)


def tree(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def options(**values: object) -> BuildOptions:
    return BuildOptions(**{"workers": 1, "search": False, **values})  # type: ignore[arg-type]


def archive(folder: Path, **files: str) -> Path:
    """A small archive: names with `__` for `/`, without suffix."""
    for name, text in files.items():
        path = folder / (name.replace("__", "/") + ".md")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder


TEXT = "The lighthouse at Holm was lit on Friday for the first time in nine years, the harbour office told reporters.\n"


@pytest.fixture(scope="module")
def built(sample: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    output = tmp_path_factory.mktemp("built") / "site"
    assert build_site(sample, output, QUICK).report
    return output


def test_two_workers_give_the_same_bytes_as_one(
    sample: Path, built: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The engine does not show, whoever is ready first."""
    monkeypatch.setattr(choice, "_WORTH_PROCESSES", 0.0)
    made = build_site(sample, tmp_path / "site", options(workers=2)).report
    assert made
    assert made.stages["stories"].workers == 2
    assert tree(tmp_path / "site") == tree(built)


def test_hash_seed_locale_and_time_zone_do_not_show(sample: Path, built: Path, tmp_path: Path) -> None:
    """Another process with another seed, locale, zone and folder publishes the same bytes."""
    environment = {**os.environ, "PYTHONHASHSEED": "77", "LC_ALL": "C", "TZ": "Asia/Tokyo", "HOME": str(tmp_path)}
    command = [sys.executable, "-m", "sitegen", "build", str(sample), "--no-search", "--no-cache", "--workers", "1"]
    subprocess.run([*command, "--output", "elsewhere"], check=True, cwd=tmp_path, env=environment, capture_output=True)
    assert tree(tmp_path / "elsewhere") == tree(built)


def test_a_warm_cache_gives_the_same_bytes_as_none(sample: Path, built: Path, tmp_path: Path) -> None:
    """What is kept is what would be built."""
    told: dict[str, set[str]] = {"cold": set(), "warm": set(), "again": set()}
    for output, said in told.items():
        warm = options(cache=tmp_path / "cache", explain=lambda _, why, said=said: said.add(why.split(":")[0]))
        build_site(sample, tmp_path / ("warm" if output == "again" else output), warm)
    assert tree(tmp_path / "cold") == tree(tmp_path / "warm") == tree(built)
    assert told["cold"] == {"built", "made", "read", "written"}
    # Into an empty folder: what was found is remembered, pages are laid out anew.
    assert told["warm"] == {"made", "rendered", "written"}
    assert told["again"] == {"kept"}


def test_one_changed_word_rebuilds_its_own_story_only(tmp_path: Path) -> None:
    """The other story is kept, and the changed one shows the change."""
    content = archive(
        tmp_path / "content",
        a=TEXT,
        b="Nothing of that kind happened in Pell, where the lamp has burned ever since it was built.\n",
    )
    told: dict[str, str] = {}
    cached = options(cache=tmp_path / "cache", explain=lambda story, reason: told.update({story: reason.split(":")[0]}))
    build_site(content, tmp_path / "site", cached)
    archive(content, a=TEXT.replace("nine", "ten"))
    told.clear()
    build_site(content, tmp_path / "site", cached)
    assert (told["a"], told["b"]) == ("built", "kept")
    written = {path for path, reason in told.items() if reason == "written"}
    assert "articles/a/index.html" in written
    assert not [path for path in written if "/b" in path], "no page of the other story"
    assert b"in ten years" in (tmp_path / "site/articles/a/index.html").read_bytes()


@pytest.mark.parametrize("damage", [b"", b"not a database", b"SQLite format 3\0" + b"\0" * 200])
def test_a_damaged_cache_is_as_good_as_none(tmp_path: Path, damage: bytes) -> None:
    """It is made anew, and the site is what it would be."""
    content = archive(tmp_path / "content", a=TEXT)
    cached = options(cache=tmp_path / "cache")
    build_site(content, tmp_path / "clean", cached)
    (tmp_path / "cache" / "content.sqlite").write_bytes(damage)
    build_site(content, tmp_path / "after", cached)
    assert tree(tmp_path / "clean") == tree(tmp_path / "after")


def test_a_tampered_entry_is_not_believed(tmp_path: Path) -> None:
    """An entry that is not what was stored is built again."""
    import sqlite3
    from contextlib import closing

    content = archive(tmp_path / "content", a=TEXT)
    cached = options(cache=tmp_path / "cache")
    build_site(content, tmp_path / "clean", cached)
    with closing(sqlite3.connect(tmp_path / "cache" / "content.sqlite")) as connection:
        for key, value in connection.execute("SELECT key, value FROM entries").fetchall():
            changed = value.replace(b"lighthouse", b"lightbulbs")
            connection.execute("UPDATE entries SET value = ? WHERE key = ?", (changed, key))
        connection.commit()
    build_site(content, tmp_path / "after", cached)
    assert tree(tmp_path / "clean") == tree(tmp_path / "after")


def test_mistakes_leave_the_published_site_alone(tmp_path: Path) -> None:
    """An error in the content publishes nothing."""
    content = archive(tmp_path / "content", a=TEXT)
    build_site(content, tmp_path / "site", QUICK)
    before = tree(tmp_path / "site")
    archive(content, b=f"---\nsorce: x\n---\n{TEXT}")
    result = build_site(content, tmp_path / "site", QUICK)
    assert result.report is None
    assert [one.code for one in result.diagnostics] == ["unknown-field"]
    assert tree(tmp_path / "site") == before


def test_strict_refuses_warnings(tmp_path: Path) -> None:
    """With `--strict` a warning is enough; without, it is told and the site is published."""
    content = archive(tmp_path / "content", a=TEXT.replace("Holm", "Ho\x00lm"))
    assert build_site(content, tmp_path / "site", options(strict=True)).report is None
    relaxed = build_site(content, tmp_path / "site", QUICK)
    assert relaxed.report is not None
    assert relaxed.diagnostics


def test_a_page_that_is_no_longer_made_is_gone(tmp_path: Path) -> None:
    """Deleting an article deletes its page."""
    content = archive(
        tmp_path / "content", a=TEXT, b="A second text that says something else entirely about the town.\n"
    )
    build_site(content, tmp_path / "site", QUICK)
    (content / "b.md").unlink()
    result = build_site(content, tmp_path / "site", QUICK)
    assert not (tmp_path / "site/articles/b").exists()
    assert result.report
    assert result.report.removed > 0


def test_a_no_change_build_writes_nothing(sample: Path, built: Path) -> None:
    """The same content is not published twice."""
    result: BuildResult = build_site(sample, built, QUICK)
    assert result.report
    assert (result.report.written, result.report.removed) == (0, 0)


def test_output_inside_the_content_is_refused(tmp_path: Path) -> None:
    """Before anything is read."""
    content = archive(tmp_path / "content", a=TEXT)
    with pytest.raises(SitegenError) as refused:
        build_site(content, content / "public", QUICK)
    assert refused.value.diagnostics[0].code == "output-inside-content"


def test_a_path_in_the_base_address_is_in_every_link(sample: Path, tmp_path: Path) -> None:
    """A site below a path works: GitHub Pages serves it under the repository's name."""
    build_site(sample, tmp_path / "site", options(base_url="https://example.org/archive/"))
    page = (tmp_path / "site/index.html").read_text(encoding="utf-8")
    assert 'href="/archive/stories/ferry/"' in page
    assert 'href="/stories/' not in page
    assert "<loc>https://example.org/archive/stories/ferry/</loc>" in (tmp_path / "site/sitemap-1.xml").read_text()


def test_no_path_or_name_of_this_machine_is_published(built: Path) -> None:
    """Pages tell nothing of who made them and where."""
    secrets = [str(REPOSITORY).encode(), os.uname().nodename.encode(), str(Path.home()).encode() + b"/"]
    leaks = [
        path for path, content in tree(built).items() if any(secret in content for secret in secrets if len(secret) > 3)
    ]
    assert leaks == []


def test_the_manifest_says_what_the_site_was_made_with(built: Path) -> None:
    """The versions of the program and of the libraries that can change a page; NumPy has another on each Python."""
    manifest = json.loads((built / "manifest.json").read_text(encoding="utf-8"))
    assert manifest["libraries"] == {name: version(name) for name in manifest["libraries"]}
    assert {"babel", "jinja2", "markdown", "nh3", "regex"} <= set(manifest["libraries"])


def test_the_figures_article_is_nowhere(sample: Path, built: Path) -> None:
    """Of a text whose rights allow figures only, no sentence of its own is published in any file."""
    article = (sample / "stories/bakery/pressbasket.md").read_text(encoding="utf-8")
    body = article.split("---", 2)[2]
    own = "Of this text no sentence may be shown, so this one is grepped for."
    changed = built.parent / "changed"
    copy = built.parent / "content"
    if not copy.exists():
        import shutil

        shutil.copytree(sample, copy)
    (copy / "stories/bakery/pressbasket.md").write_text(article.replace(body, f"{body}\n\n{own}\n"), encoding="utf-8")
    build_site(copy, changed, QUICK)
    assert [path for path, content in tree(changed).items() if own.encode() in content] == []
    (copy / "stories/bakery/pressbasket.md").write_text(
        article.replace(body, f"{body}\n\n{own}\n").replace("rights: figures", "rights: full"), encoding="utf-8"
    )
    build_site(copy, changed, QUICK)
    assert [path for path, content in tree(changed).items() if own.encode() in content], (
        "control: with full rights it is"
    )


def test_every_story_of_the_archive_has_its_files(built: Path) -> None:
    """archive.json names pages and data that are there."""
    listed = json.loads((built / "data/archive.json").read_text(encoding="utf-8"))
    for story in listed["stories"]:
        assert (built / story["url"] / "index.html").is_file()
        has_page = story["url"].startswith("stories/")
        assert (built / f"data/stories/{story['id']}.json").is_file() == has_page
    assert {one["id"] for one in listed["articles"]} == {
        one for story in listed["stories"] for one in story["articles"]
    }
