"""A story of very many copies, built: what its pages list, name and leave out, and that the cache changes nothing."""

import json
import re
from pathlib import Path
from typing import Any

import pytest

from benchmarks.one_story import write_story
from sitegen.memo import Store
from sitegen.pipeline import story as unit
from sitegen.pipeline.build import BuildOptions, BuildResult, build_site
from tests.build.small import without_history
from tests.build.test_build import tree
from tests.render.test_schemas import mistakes

ROW = re.compile(r'<span class="how">')


def build(folder: Path, *, cache: bool = False, site: str = "site", workers: int = 1) -> BuildResult:
    options = BuildOptions(workers=workers, search=False, cache=folder / "cache" if cache else None)
    result = build_site(folder / "content", folder / site, options)
    assert result.report is not None, result.diagnostics
    return result


def story(folder: Path, count: int, kind: str, settings: str = "") -> Path:
    write_story(folder / "content", count, kind)
    (folder / "content" / "site.toml").write_text(settings, encoding="utf-8")
    build(folder)
    return folder / "site"


def page(site: Path, path: str = "") -> str:
    return (site / "stories/ferry" / path / "index.html").read_text(encoding="utf-8")


def test_near_copies_stand_on_pages_of_forty(tmp_path: Path) -> None:
    """The story lists 40 of 120 copies and leads to two pages of the rest; each copy is a row of one page."""
    site = story(tmp_path, 120, "near")
    pages = [page(site), page(site, "copies/2"), page(site, "copies/3")]
    assert [len(ROW.findall(text)) for text in pages] == [40, 40, 40]
    assert not (site / "stories/ferry/copies/4").exists()
    assert "lists the first 40 of 120 copies" in pages[0]
    assert "/stories/ferry/copies/2/" in pages[0]
    assert "/stories/ferry/copies/3/" in pages[0]
    assert "/stories/ferry/copies/3/" in pages[1]
    assert "Harbour council votes" in pages[2], "its headline"
    listed = [
        name for text in pages for name in re.findall(r'<b class="siglum">\w+</b>\s*<a href="/articles/([^/]+)/"', text)
    ]
    assert sorted(listed) == sorted(f"articles-copy-{number:05}" for number in range(120))
    assert "/stories/ferry/copies/2/" in (site / "sitemap-1.xml").read_text(encoding="utf-8")


def test_identical_copies_are_one_row(tmp_path: Path) -> None:
    """The row says how many they are and leads to a list of all; one comparison shows them; the text is there once."""
    site = story(tmp_path, 300, "identical")
    text = page(site)
    assert len(ROW.findall(text)) == 1
    assert "the same text in 299 more copies" in text
    lists = [page(site, f"copies/{number}") for number in (2, 3)]
    assert [len(re.findall(r"<li><a href=\"/articles/", one)) for one in lists] == [250, 49]
    assert [one.parent.name for one in site.glob("stories/ferry/*--*/index.html")] == [
        "articles-copy-00000--articles-copy-00001"
    ]
    data = json.loads((site / "data/stories/ferry.json").read_text(encoding="utf-8"))
    assert {one.get("same_text_as") for one in data["articles"]} == {None, "articles-copy-00000"}
    assert sum(bool(one["blocks"]) for one in data["articles"]) == 1
    assert not mistakes("story", data)
    assert {one["relation"] for one in data["articles"]} == {"base", "verbatim"}
    last = (site / "articles/articles-copy-00299/index.html").read_text(encoding="utf-8")
    assert "the same text as" in last
    assert "articles-copy-00000--articles-copy-00001" in last


def test_the_page_says_what_was_not_compared(tmp_path: Path) -> None:
    """With a budget for few pairs: how many were compared coarsely, how many not, and why; with one for all, none."""
    site = story(tmp_path, 60, "near", "[comparing]\nstory_tokens = 5000\n")
    text = page(site)
    data = json.loads((site / "data/stories/ferry.json").read_text(encoding="utf-8"))
    counted = [one for one in data["articles"] if one.get("compared") is False]
    assert len(data["comparisons"]) + len(counted) == 59
    assert not mistakes("story", data)
    assert f"Not compared: {len(counted)} of 60 copies" in text
    assert "may read 5\u202f000 words and marks" in text
    assert "Compared by whole sentences or paragraphs" in text
    assert "not compared word by word" in text
    assert all(one["taken"] > 0.8 and one["kept"] > 0.5 and not one["blocks"] for one in counted)
    assert {one["relation"] for one in counted} <= {"verbatim", "cut", "edited"}
    (tmp_path / "content" / "site.toml").write_text("", encoding="utf-8")
    build(tmp_path)
    assert "Not compared" not in page(site)


@pytest.mark.parametrize("settings", ["", "[comparing]\nstory_tokens = 5000\n"], ids=["all", "budget"])
def test_an_edit_in_a_large_story_leads_to_the_clean_site(tmp_path: Path, settings: str) -> None:
    """Built with the cache after one copy was changed, one added and one taken away; and by two workers."""
    story(tmp_path, 60, "near", settings)
    build(tmp_path, cache=True)
    articles = tmp_path / "content" / "articles"
    changed = articles / "copy-00031.md"
    changed.write_text(changed.read_text(encoding="utf-8") + "\nNobody saw it.\n", encoding="utf-8")
    (articles / "copy-00100.md").write_text((articles / "copy-00000.md").read_text(encoding="utf-8"), encoding="utf-8")
    (articles / "copy-00040.md").unlink()
    build(tmp_path, cache=True)
    build(tmp_path, site="clean")
    build(tmp_path, site="two", workers=2)
    assert without_history(tree(tmp_path / "site")) == tree(tmp_path / "clean") == tree(tmp_path / "two")


def test_a_large_story_is_rendered_for_another_output(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What was found of it is taken from the cache, and nothing is compared; where that is lost, it is found again."""
    story(tmp_path, 30, "near")
    build(tmp_path, cache=True)
    explained: list[tuple[str, str]] = []
    compared: list[object] = []
    real = unit.compare_articles

    def compare(*articles: Any, **settings: Any) -> Any:
        compared.append(articles)
        return real(*articles, **settings)

    monkeypatch.setattr(unit, "compare_articles", compare)

    def again(site: str) -> None:
        options = BuildOptions(
            workers=1, search=False, cache=tmp_path / "cache", explain=lambda *said: explained.append(said)
        )
        build_site(tmp_path / "content", tmp_path / site, options)

    again("again")
    assert ("ferry", "rendered: what it wrote is not there any more") in explained
    assert tree(tmp_path / "again") == tree(tmp_path / "site")
    assert compared == []
    again("again")
    assert ("ferry", "kept: nothing it depends on has changed") in explained
    get = Store.get
    monkeypatch.setattr(Store, "get", lambda store, key: None if key == "find:ferry" else get(store, key))
    again("lost")
    assert len(compared) > 20
    assert tree(tmp_path / "lost") == tree(tmp_path / "site")


def test_excerpts_of_copies_with_one_text_are_the_same(tmp_path: Path) -> None:
    """What may be shown of a copy that is no row of its own is what may be shown of the one whose text it has."""
    site = story(tmp_path, 30, "identical", 'rights = "excerpt"\n')
    changed = tmp_path / "content" / "articles" / "copy-00029.md"
    changed.write_text(changed.read_text(encoding="utf-8").replace(" the ", " 44 ", 3), encoding="utf-8")
    build(tmp_path)
    pages = [
        re.findall(r'<p id="b\d+".*', (site / f"articles/articles-copy-{number:05}/index.html").read_text("utf-8"))
        for number in (0, 1, 28)
    ]
    assert pages[0]
    assert pages[0] == pages[1] == pages[2]


def test_progress_names_the_story(tmp_path: Path) -> None:
    """Whoever waits is told the stage and whose turn it is, before its work begins."""
    write_story(tmp_path / "content", 3, "near")
    told: list[tuple[object, ...]] = []
    options = BuildOptions(workers=1, search=False)
    build_site(tmp_path / "content", tmp_path / "site", options, lambda *said: told.append(said))
    assert told.index(("stories", 0, 1, "ferry")) < told.index(("stories", 1, 1))
