"""The benchmark scripts run, on 20 real articles; nothing here is about time."""

import json
import lzma
from pathlib import Path

import pytest
import yaml

from benchmarks.build_table import Measured, tables
from benchmarks.links import broken_links
from benchmarks.runs import run
from benchmarks.unpack import NEWS, quoted, unpack

needs_articles = pytest.mark.skipif(not NEWS.is_file(), reason="the real articles (shared/data/) are not here")
ROOT = "https://archive.example/"


def tree(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@needs_articles
def test_real_articles_build_into_a_site_without_broken_links(tmp_path: Path) -> None:
    """20 unpacked articles are built, every internal link of every page resolves, and a missing page is noticed."""
    run("unpack", str(tmp_path / "content"), "--first", "20")
    built = run("one", str(tmp_path / "content"), str(tmp_path / "site"), str(tmp_path / "cache"), "1")
    floors = run("floors", "20", str(tmp_path / "site"), str(tmp_path / "floor"))

    assert built.said["articles"] == 20
    assert built.peak > 10
    assert built.cpu > sum(one["cpu"] for one in built.said["stages"].values()) > 0
    assert broken_links(tmp_path / "site", ROOT) == []

    assert floors.said["bytes"] > 10_000
    lines = tables([Measured(size=20, clean=built)])
    assert any(line.split() == ["articles", "20"] for line in lines)

    page = next((tmp_path / "site" / "articles").iterdir()) / "index.html"
    page.unlink()
    assert any("no such file" in problem for problem in broken_links(tmp_path / "site", ROOT))


@needs_articles
def test_unpacking_is_deterministic(tmp_path: Path) -> None:
    """The same articles give the same bytes, and fewer articles a part of them."""
    for name, first in (("one", 5), ("two", 5), ("more", 8)):
        unpack(tmp_path / name, first)
    assert tree(tmp_path / "one") == tree(tmp_path / "two")
    assert tree(tmp_path / "one").items() <= tree(tmp_path / "more").items()


def test_dirty_fields_are_left_out_and_counted(tmp_path: Path) -> None:
    """A field that cannot be used is not mended; the text stays as it was scraped."""
    dirty = {"id": "a1", "outlet": "Ex: #1", "url": "javascript:x", "title": "a\x92b", "date": "8/9/19", "byline": " "}
    data = tmp_path / "data.jsonl.xz"
    with lzma.open(data, "wt", encoding="utf-8") as lines:
        lines.write(json.dumps({**dirty, "text": "One\x96two.\n\n---\n2017. was a year."}) + "\n")
    counted = unpack(tmp_path / "content", data=data)
    (article,) = (tmp_path / "content" / "articles").rglob("*.md")
    assert article.read_text("utf-8") == (
        '---\nsource: "ex-1"\nformat: "text"\n---\nOne\x96two.\n\n---\n2017. was a year.\n'
    )
    assert counted == {
        "author: empty": 1,
        "published: not an ISO date": 1,
        "text: control character (kept as scraped)": 1,
        "title: control character": 1,
        "url: not an http or https address": 1,
    }


@pytest.mark.parametrize("value", ["a: b # c", '"q" \\ \'', "---", "no", "\u2028\ufeff\u202e", "😀 & *x", " 012 "])
def test_a_quoted_scalar_is_read_as_it_was(value: str) -> None:
    """Whatever a title holds, YAML gives it back."""
    line = f"title: {quoted(value)}"
    assert yaml.safe_load(line) == yaml.load(line, yaml.CSafeLoader) == {"title": value}


@pytest.mark.parametrize(
    ("link", "problem"),
    [
        ("/repo/page/", ""),
        ("page/", ""),
        ("page/#there", ""),
        ("#here", ""),
        ("mailto:a@example.org", ""),
        ("https://elsewhere.example/x", ""),
        ("/repo/page", "no slash at the end"),
        ("/repo/Page/", "no such file"),
        ("page/#nowhere", "no such id in that page"),
        ("/page/", "leads out of the site"),
        ("../", "leads out of the site"),
    ],
)
def test_a_link_that_leads_nowhere_is_told(tmp_path: Path, link: str, problem: str) -> None:
    """Each way for a link to be wrong has its words, and a right one has none."""
    (tmp_path / "page").mkdir()
    (tmp_path / "page" / "index.html").write_text('<h1 id="there">x</h1>')
    (tmp_path / "index.html").write_text(f'<p id="here"><a href="{link}">x</a>')
    assert broken_links(tmp_path, "/repo/") == ([f"index.html: {link}: {problem}"] if problem else [])


def test_a_run_that_fails_says_so(tmp_path: Path) -> None:
    """A benchmark of a build that was refused would be a fast one."""
    (tmp_path / "empty").mkdir()
    with pytest.raises(RuntimeError, match=r"benchmarks\.one ended with 1"):
        run("one", str(tmp_path / "empty"), str(tmp_path / "site"), str(tmp_path / "cache"), "1")
