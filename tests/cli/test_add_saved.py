"""From pages as a browser saves them, a WARC and a scraped text to a site: nothing is edited by hand."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from sitegen.cli import main
from sitegen.model import Article
from sitegen.read import read_archive
from tests.formats.samples import warc

SAVED = Path(__file__).parent / "saved"


def run(*arguments: object) -> Result:
    return CliRunner().invoke(main, [*map(str, arguments)], catch_exceptions=False)


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An archive that `new` could have made, to which three pages, a WARC and a text were added."""
    folder = tmp_path_factory.mktemp("added")
    content = folder / "content"
    content.mkdir()
    page = (SAVED / "lamp-en.html").read_text(encoding="utf-8")
    # The same report as another outlet took it: its end cut, a number changed, nobody named.
    copied = page.replace("mole-mercury", "skelby-post").replace("Mole Mercury", "Skelby Post")
    copied = copied.replace("600 crowns", "900 crowns").replace("Tilda Roe", "Post staff")
    start, end = copied.index("<p>It will burn"), copied.index("</p>", copied.index("<p>It will burn")) + 4
    copied = copied[:start] + copied[end:]
    crawl = folder / "crawl.warc.gz"
    address = "https://www.skelby-post.example/news/2031/03/lamp-lit"
    crawl.write_bytes(warc((address, copied.encode(), {}), gzip=True))
    pages = sorted(SAVED.glob("*.html"))
    assert len(pages) == 3
    added = run("add", *pages, crawl, SAVED / "lamp.txt", "--content", content, "--sources")
    assert (added.exit_code, added.stderr) == (0, "")
    assert "5 articles added" in added.stdout
    return content


@pytest.fixture(scope="module")
def articles(archive: Path) -> dict[str, Article]:
    read, problems = read_archive(archive)
    assert problems == ()
    return {one.source or "scraped": one for one in read.articles}


def test_each_page_says_who_when_and_where(articles: dict[str, Article]) -> None:
    """Title, author, day, address, language and outlet as the page states them, none of them guessed."""
    facts = {
        name: (one.title, one.author, one.published.iso if one.published else "", one.language)
        for name, one in articles.items()
    }
    english = "Lamp of Marrowby lit again after nine years"
    assert facts["mole-mercury"] == (english, "Tilda Roe", "2031-03-07T18:40:00Z", "en-GB")
    assert facts["skelby-post"][:2] == (english, "Post staff")
    assert facts["tin-bến-cảng"] == (
        "Ngọn đèn Marrowby sáng trở lại sau chín năm",
        "Lữ Vân",
        "2031-03-08T09:30:00+07:00",
        "vi",
    )
    assert facts["بريد-الميناء"] == ("مصباح ماروبي يضيء من جديد", "سلمى الراوي", "2031-03-08T06:15:00+03:00", "ar")
    assert articles["بريد-الميناء"].url == "https://barid-almina.example/akhbar/4471"
    declared = articles["mole-mercury"].inferred
    assert "title" not in declared
    assert "published" not in declared


def test_each_text_is_whole_and_alone(articles: dict[str, Article]) -> None:
    """Every paragraph of the page is there; menus, cookies, related links, comments and footers are not."""
    for name, paragraphs in (("mole-mercury", 4), ("بريد-الميناء", 4), ("tin-bến-cảng", 4), ("skelby-post", 3)):
        body = [block for block in articles[name].body if block.role == "paragraph"]
        assert len(body) == paragraphs, name
    printed = " ".join(block.text for one in articles.values() for block in one.body)
    for chrome in ("partners", "Sign in", "proposed under", "خطب أبي", "cầu hôn", "Crane driver", "Advertisement", "©"):
        assert chrome not in printed, chrome


def test_what_was_added_builds(archive: Path, articles: dict[str, Article], tmp_path: Path) -> None:
    """Strictly; the copies find each other, their differences are told, and no original is published."""
    built = run("build", archive, "--output", tmp_path / "public", "--no-search", "--no-cache", "--strict")
    assert (built.exit_code, built.stderr) == (0, "")
    listed = json.loads((tmp_path / "public/data/archive.json").read_text(encoding="utf-8"))
    relations = {one["source"]: (one["relation"], one["parent"]) for one in listed["articles"]}
    ours = articles["mole-mercury"].id
    # Both appeared in one minute, one under a desk's name: an end that it lacks does not tell which of them was first.
    assert relations["skelby-post"] == ("edited", None)
    assert relations[""][1] == ours
    [story] = [one for one in listed["stories"] if ours in one["articles"]]
    told = json.loads((tmp_path / f"public/data/stories/{story['id']}.json").read_text(encoding="utf-8"))
    said = {one["article"]: one["said"] for one in told["descent"]}
    assert {said[one["id"]] for one in listed["articles"] if one["source"] == "skelby-post"} == {"cannot be told"}
    changed = [one for pair in told["comparisons"] for one in pair["changes"] if "900" in one["right"]]
    assert [(one["kind"], one["left"].split()[0]) for one in changed[:1]] == [("figure", "600")]
    assert not list((tmp_path / "public").rglob("_originals"))


def test_added_again_changes_nothing(archive: Path) -> None:
    """The same pages once more are told of as there already."""
    before = sorted(one.name for one in archive.rglob("*"))
    added = run("add", *sorted(SAVED.glob("*.html")), "--content", archive, "--sources")
    assert "0 articles added, 3 there already" in added.stdout
    assert sorted(one.name for one in archive.rglob("*")) == before
