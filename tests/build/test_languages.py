"""A site in several languages of the interface: whole in each, each page tied to the same in the others, nothing twice.

Control: a link that leaves the folder of its language is seen, and so is a page that a crawler is told of and is not.
"""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit
from xml.etree import ElementTree

import pytest
from lxml import html

from sitegen.pipeline.build import BuildOptions, BuildResult, build_site
from tests.build.test_build import archive, tree
from tests.build.test_language import COURIER, SAID, WIRE

HOME = "https://news.example/base/"
SETTINGS = f"""title = "The lamp archive"
base_url = "{HOME}"
notice = "All of it is invented."
interface_languages = ["ar", "vi"]
[translations.ar]
title = "أرشيف المصباح"
"""
DIRECTIONS = {"": ("en", "ltr"), "ar/": ("ar", "rtl"), "vi/": ("vi", "ltr")}
XHTML, SITEMAP = "{http://www.w3.org/1999/xhtml}", "{http://www.sitemaps.org/schemas/sitemap/0.9}"


def content(folder: Path, settings: str = SETTINGS) -> Path:
    made = archive(
        folder / "content",
        stories__lamp__wire=WIRE,
        stories__lamp__courier=COURIER,
        stories__lamp__story="---\ntitle: The lamp at Pell\n---\nWhat the editor noted.\n",
        sources__wire="---\nname: Coast Wire\n---\n",
        sources__courier="---\nname: Courier\n---\n",
        pages__imprint="---\ntitle: Imprint\n---\nKept at the pier.\n",
    )
    (made / "site.toml").write_text("pages = true\n" + settings, encoding="utf-8")
    return made


def build(archive_folder: Path, output: Path, cache: Path | None = None) -> BuildResult:
    return build_site(archive_folder, output, BuildOptions(workers=1, cache=cache))


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    folder = tmp_path_factory.mktemp("languages")
    assert build(content(folder), folder / "site").report
    return tree(folder / "site")


def pages(site: dict[str, bytes]) -> Iterator[tuple[str, str, html.HtmlElement]]:
    """Each page: its folder, its path below that, and its elements."""
    for path, page in site.items():
        if path.endswith(".html"):
            folder = next((name for name in DIRECTIONS if name and path.startswith(name)), "")
            parsed = html.document_fromstring(page, parser=html.HTMLParser(encoding="utf-8"))
            yield folder, path.removeprefix(folder), parsed


def alternates(page: html.HtmlElement) -> dict[str, str]:
    """The address of a page in each language."""
    return {link.get("hreflang"): link.get("href") for link in page.iterfind(".//link[@hreflang]")}


def path_of(address: str) -> str:
    path = urlsplit(address).path.removeprefix("/base/")
    return f"{path}index.html" if path.endswith("/") or not path else path


def strays(folder: str, page: html.HtmlElement) -> list[str]:
    """Links of a page that lead to pages of another language, but for those that say so."""
    links = (link for link in page.iterfind(".//a[@href]") if not link.get("hreflang"))
    paths = [path_of(link.get("href")) for link in links if link.get("href").startswith("/base/")]
    return [path for path in paths if path.endswith((".html", "feed.xml")) and not path.startswith(folder)] + [
        path for path in paths if not folder and path.startswith(("ar/", "vi/"))
    ]


def test_each_page_is_there_in_each_language(site: dict[str, bytes]) -> None:
    """With the language and direction of its folder, and links that stay there."""
    found = {folder: {path for each, path, _ in pages(site) if each == folder} for folder in DIRECTIONS}
    assert found[""] == found["ar/"] == found["vi/"]
    assert len(found[""]) > 10
    for folder, path, page in pages(site):
        assert (page.get("lang"), page.get("dir")) == DIRECTIONS[folder], path
        assert strays(folder, page) == [], path
        for link in page.iterfind(".//a[@href]"):
            if link.get("href").startswith("/base/"):
                assert path_of(link.get("href")) in site, (path, link.get("href"))


def test_a_stray_link_is_seen() -> None:
    """Control."""
    page = html.document_fromstring('<a href="/base/about/">x</a><a href="/base/ar/about/">y</a>')
    assert strays("ar/", page) == ["about/index.html"]
    assert strays("", page) == ["ar/about/index.html"]


def test_crawlers_are_told_of_each_page_in_each_language(site: dict[str, bytes]) -> None:
    """The same in the page and in the sitemap; every address is one of the site, and leads back."""
    told = {HOME + folder + path.removesuffix("index.html"): alternates(page) for folder, path, page in pages(site)}
    missing = {address for address, others in told.items() if not others}
    assert {urlsplit(address).path for address in missing} == {f"/base/{folder}404.html" for folder in DIRECTIONS}
    for address in told.keys() - missing:
        assert set(told[address]) == {"en", "ar", "vi", "x-default"}
        assert told[address]["x-default"] == told[address]["en"]
        assert address in told[address].values()
        for other in told[address].values():
            assert path_of(other) in site
            assert told[other] == told[address]
    listed = {
        url.findtext(f"{SITEMAP}loc"): {link.get("hreflang"): link.get("href") for link in url.iter(f"{XHTML}link")}
        for url in ElementTree.fromstring(site["sitemap-1.xml"])
    }
    assert len(listed) > 20
    assert all(told[address or ""] == others for address, others in listed.items())


def test_readers_are_led_to_the_page_in_another_language(site: dict[str, bytes]) -> None:
    """By links, each in its own language; from a page that is missing to the home page."""
    for folder, path, page in pages(site):
        links = page.xpath("//nav[@class='languages']//a")
        assert [(link.get("lang"), link.get("dir")) for link in links] == list(DIRECTIONS.values())
        target = "" if path == "404.html" else path.removesuffix("index.html")
        assert [link.get("href") for link in links] == [f"/base/{other}{target}" for other in DIRECTIONS]
        assert [link.get("lang") for link in links if link.get("aria-current")] == [DIRECTIONS[folder][0]]


def test_sentences_are_in_the_language_of_their_page(site: dict[str, bytes]) -> None:
    """Of pages and feeds; data are written once, in the first language."""
    comparison = "stories/lamp/lamp-wire--lamp-courier/index.html"
    for folder, (language, _) in DIRECTIONS.items():
        assert SAID[language] in site[f"{folder}{comparison}"].decode()
        assert SAID[language] in site[f"{folder}feed.xml"].decode()
    assert SAID["en"] in site["data/stories/lamp.json"].decode()


def test_nothing_else_is_there_twice(site: dict[str, bytes]) -> None:
    """Assets, data, the search index and what hosts read stand at the root."""
    for folder in ("ar/", "vi/"):
        kinds = {Path(path).suffix for path in site if path.startswith(folder)}
        assert kinds == {".html", ".xml", ".json"}
        feeds = {path for path in site if path.startswith(folder) and path.endswith((".xml", ".json"))}
        assert all(Path(path).stem == "feed" for path in feeds)
    assert "404\n" in site["_redirects"].decode()


def test_what_the_editor_wrote_says_its_language(site: dict[str, bytes]) -> None:
    """Title, notice, titles of stories, notes and pages are English on an Arabic page, unless they are translated."""
    home = html.document_fromstring(site["ar/index.html"].decode())
    assert home.xpath("string(//h1)") == "أرشيف المصباح"
    assert not home.xpath("//h1//@lang")
    vietnamese = html.document_fromstring(site["vi/index.html"].decode())
    assert vietnamese.xpath("//h1/a/@lang") == ["en"]
    for path, words in (
        ("index.html", "All of it is invented."),
        ("stories/lamp/index.html", "The lamp at Pell"),
        ("stories/lamp/index.html", "What the editor noted."),
        ("pages/imprint/index.html", "Kept at the pier."),
        ("pages/imprint/index.html", "Imprint"),
    ):
        page = html.document_fromstring(site[f"ar/{path}"].decode())
        (element, *_) = page.xpath(f"//body//*[text()[contains(., '{words}')]]")
        tongues = element.xpath("ancestor-or-self::*/@lang")
        assert tongues[-1] == "en", (path, words)


def test_the_search_of_each_language_reads_one_index(site: dict[str, bytes]) -> None:
    """Values stand in it by their names, which each page says in its own words."""
    (form,) = html.document_fromstring(site["ar/search/index.html"].decode()).xpath("//form[@data-find]")
    assert (form.get("data-index"), form.get("data-root")) == ("/base/search/", "/base/ar/")
    head = json.loads(site[f"search/index/{json.loads(site['search/segments.json'])['segments'][0]}.json"])
    names = json.loads(form.get("data-names"))
    for facet in ("language", "relation", "kinds"):
        assert head["names"][facet]
        assert all(re.search("[ء-ي]", names[facet][value]) for value in head["names"][facet])


def test_one_language_changes_nothing(tmp_path: Path) -> None:
    """The setting that names the first language again makes the site that is made without it."""
    trees = []
    for name, more in (("without", ""), ("with", 'interface_languages = ["en"]\n')):
        build(content(tmp_path / name, f'base_url = "{HOME}"\n{more}'), tmp_path / name / "site")
        trees.append(tree(tmp_path / name / "site"))
    assert trees[0] == trees[1]
    assert not any(path.startswith(("ar/", "en/", "_redirects")) for path in trees[0])
    assert b"hreflang" not in b"".join(trees[0].values())


def test_a_build_after_an_edit_is_a_clean_one(tmp_path: Path) -> None:
    """Pages of each language are kept by themselves: of an article, of settings, of a language that comes or goes."""
    folder = content(tmp_path)
    steps = [
        lambda: None,
        lambda: archive(folder, stories__lamp__courier=COURIER.replace("Sixty", "Ninety")),
        lambda: (folder / "site.toml").write_text(SETTINGS.replace("invented", "made up"), "utf-8"),
        lambda: (folder / "site.toml").write_text(SETTINGS.replace('"ar", "vi"', '"vi"'), "utf-8"),
        lambda: (folder / "site.toml").write_text(SETTINGS, "utf-8"),
    ]
    for number, step in enumerate(steps):
        step()
        build(folder, tmp_path / "site", tmp_path / "cache")
        build(folder, tmp_path / f"clean{number}")
        kept, clean = tree(tmp_path / "site"), tree(tmp_path / f"clean{number}")
        assert kept.keys() == clean.keys()
        assert {path for path in kept if kept[path] != clean[path]} <= {"manifest.json"}


@pytest.mark.parametrize(
    ("settings", "code", "part"),
    [
        ('interface_languages = ["ja"]\n', "language-incomplete", "its pages are left out"),
        ('[translations.ar]\ntitle = "x"\n', "translation-unused", "of no language"),
        (
            'interface_languages = ["ar"]\n[translations.ar]\ntitel = "x"\n',
            "unknown-setting",
            "`translations.ar.titel`",
        ),
        ("translations = 3\n", "bad-setting", "must be a table for each language"),
    ],
)
def test_what_cannot_be_is_told(settings: str, code: str, part: str, tmp_path: Path) -> None:
    """A language without a catalogue, words for none, words that are none."""
    result = build(content(tmp_path, settings), tmp_path / "site")
    (problem,) = result.diagnostics
    assert problem.code == code
    assert part in problem.message
