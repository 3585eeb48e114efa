"""Pages that the editor wrote: an imprint, a privacy notice. They are pages where site.toml says so, else articles."""

import json
import re
from pathlib import Path

from sitegen.config import Config
from sitegen.pipeline.build import BuildOptions, BuildResult, build_site
from sitegen.read import proposals_for
from tests.build.test_build import tree

ARTICLE = "---\ntitle: The lamp is lit\npublished: 2031-04-01\n---\nThe lamp at Holm was lit on Friday, at last.\n"
IMPRINT = (
    "---\ntitle: Imprint\n---\nHolm Archive, 1 Pier Road, <script>alert(1)</script> Holm.\n\n"
    "## Who answers\n\nAda Brandt.\n"
)
METHOD = "---\nmenu: true\norder: 1\n---\n# How we collected\n\nBy hand, from [the papers](https://papers.example/).\n"


def content(folder: Path, settings: str = "pages = true\n", **pages: str) -> Path:
    """An archive of one article and some pages, by their names."""
    (folder / "pages").mkdir(parents=True, exist_ok=True)
    (folder / "site.toml").write_text(f'title = "Holm"\n{settings}', encoding="utf-8")
    (folder / "lamp.md").write_text(ARTICLE, encoding="utf-8")
    for name, text in (pages or {"imprint": IMPRINT, "method": METHOD}).items():
        (folder / "pages" / f"{name}.md").write_text(text, encoding="utf-8")
    return folder


def build(folder: Path, output: Path, cache: Path | None = None) -> BuildResult:
    """Built in this process, without search."""
    return build_site(folder, output, BuildOptions(workers=1, search=False, cache=cache))


def text_of(site: Path, path: str) -> str:
    return (site / path).read_text(encoding="utf-8")


def test_pages_are_pages(tmp_path: Path) -> None:
    """Each has an address of its own, prints its text as text, and is no article."""
    site = tmp_path / "site"
    assert build(content(tmp_path / "content"), site).diagnostics == ()
    imprint = text_of(site, "pages/imprint/index.html")
    assert "<h1><bdi>Imprint</bdi></h1>" in imprint
    assert "alert(1)" in imprint
    assert "<script>" not in imprint.partition("<main")[2]
    assert "Who answers</h2>" in imprint
    assert [article["id"] for article in json.loads(text_of(site, "data/archive.json"))["articles"]] == ["lamp"]
    assert "/pages/imprint/" in text_of(site, "sitemap-1.xml")


def test_every_page_leads_to_them(tmp_path: Path) -> None:
    """All stand at the foot of each page in their order; one that asks for it stands in the navigation too."""
    site = tmp_path / "site"
    build(content(tmp_path / "content"), site)
    for path in ("index.html", "articles/lamp/index.html", "404.html", "pages/method/index.html"):
        page = text_of(site, path)
        foot, nav = page.partition('<footer class="colophon">')[2], page.partition("<nav")[2].partition("</nav>")[0]
        assert foot.index("/pages/imprint/") < foot.index("/pages/method/")
        assert "/pages/method/" in nav
        assert "/pages/imprint/" not in nav
    assert 'href="/pages/method/" aria-current="page"' in text_of(site, "pages/method/index.html")


def test_a_heading_is_the_title(tmp_path: Path) -> None:
    """A page whose title is its first heading prints it once."""
    site = tmp_path / "site"
    build(content(tmp_path / "content"), site)
    page = text_of(site, "pages/method/index.html").partition("<main")[2]
    assert page.partition("</main>")[0].count("How we collected") == 1


def test_without_the_setting_they_are_articles(tmp_path: Path) -> None:
    """A folder of articles that is called `pages` loses nothing."""
    site = tmp_path / "site"
    build(content(tmp_path / "content", settings="", first=ARTICLE, second=ARTICLE), site)
    articles = json.loads(text_of(site, "data/archive.json"))["articles"]
    assert [article["id"] for article in articles] == ["lamp", "pages-first", "pages-second"]
    assert not (site / "pages").exists()


def test_a_changed_page_is_made_anew(tmp_path: Path) -> None:
    """With a cache, a page that was edited, renamed or removed leaves the site that a build without one makes."""
    folder, site, cache = content(tmp_path / "content"), tmp_path / "site", tmp_path / "cache"
    build(folder, site, cache)
    for number, (name, text) in enumerate(
        (("imprint", IMPRINT.replace("Pier", "Quay")), ("imprint", IMPRINT.replace("Imprint", "Who we are")))
    ):
        (folder / "pages" / f"{name}.md").write_text(text, encoding="utf-8")
        build(folder, site, cache)
        build(folder, tmp_path / f"clean-{number}")
        assert tree(site) == tree(tmp_path / f"clean-{number}")
    assert "Who we are" in text_of(site, "articles/lamp/index.html")
    (folder / "pages" / "imprint.md").unlink()
    build(folder, site, cache)
    assert not (site / "pages" / "imprint").exists()
    assert "Who we are" not in text_of(site, "articles/lamp/index.html")


def test_a_page_named_like_a_story(tmp_path: Path) -> None:
    """A page and an article of one name have addresses of their own, and so has a page called like a number."""
    folder = content(tmp_path / "content", lamp=IMPRINT, **{"2": METHOD})
    site = tmp_path / "site"
    assert build(folder, site).diagnostics == ()
    assert "Pier Road" in text_of(site, "pages/lamp/index.html")
    assert "Pier Road" not in text_of(site, "articles/lamp/index.html")
    assert "By hand" in text_of(site, "pages/2/index.html")


def test_check_proposes_what_the_files_ask_for(tmp_path: Path) -> None:
    """Pages and files of a theme without their settings are noted; articles, and settings that say no, are not."""
    pages = content(tmp_path / "pages", settings="")
    (note,) = proposals_for(pages, Config())
    assert "`pages = true`" in note
    assert proposals_for(content(tmp_path / "no", settings="pages = false\n"), Config()) == ()
    assert proposals_for(content(tmp_path / "articles", settings="", one=ARTICLE), Config()) == ()
    (pages / "templates").mkdir()
    (pages / "templates" / "home.html").write_text("<p>", encoding="utf-8")
    assert "templates/home.html" in proposals_for(pages, Config())[1]


def test_links_into_the_site_keep_their_address(tmp_path: Path) -> None:
    """From the root, to another page by its file, or relative; below any path of the site. Articles have none."""
    links = "[a](/articles/lamp/) [b](method.md#who) [c](../method/) [d](https://x.example/) [e](//y.example/) [f](?q)"
    pages = {"imprint": f"---\ntitle: Imprint\n---\nSee {links}.\n", "method": METHOD}
    folder = content(tmp_path / "content", 'pages = true\nbase_url = "https://x.example/deep/"\n', **pages)
    (folder / "lamp.md").write_text(ARTICLE + "\nSee [the lamp](/articles/lamp/) of Holm.\n", encoding="utf-8")
    site = tmp_path / "site"
    assert build(folder, site).report
    page = text_of(site, "pages/imprint/index.html").partition("<main")[2]
    addresses = re.findall('<a href="([^"]*)"', page.partition("</main>")[0])
    assert addresses == [
        "../../articles/lamp/",
        "../method/#who",
        "../method/",
        "https://x.example/",
        "//y.example/",
        "?q",
    ]
    assert "../../articles/" not in text_of(site, "articles/lamp/index.html")


def test_headings_keep_their_level(tmp_path: Path) -> None:
    """The highest is the second of the page, and the others stand as far below it as they did."""
    text = "---\ntitle: Imprint\n---\n## Who\n\nAda.\n\n### *Where*\n\nHolm.\n\n#### When\n\nNow.\n\n## Why\n\nSo.\n"
    site = tmp_path / "site"
    build(content(tmp_path / "content", imprint=text), site)
    page = text_of(site, "pages/imprint/index.html").partition("<main")[2]
    assert re.findall(r"<h([2-6])>", page) == ["2", "3", "4", "2"]


def test_they_are_searched(tmp_path: Path) -> None:
    """By what they say, under their own titles."""
    site = tmp_path / "site"
    build_site(content(tmp_path / "content"), site, BuildOptions(workers=1))
    rows = [json.loads(path.read_text("utf-8")) for path in sorted((site / "search/index").glob("*.json"))]
    titles = {row[0]: row[1] for file in rows if isinstance(file, list) for row in file}
    assert titles["pages/imprint/"] == "Imprint"
    terms = {term for file in rows if isinstance(file, dict) for term in file.get("terms", ())}
    assert {"answers", "papers"} <= terms
