"""Stories that would break a page: one copy, equal copies, no days, few rights, no prose, a language nobody listed.

All in one archive, with everything an archive can ask for: further spines, files for other programs.
"""

import json
from collections.abc import Mapping
from pathlib import Path

import pytest
from lxml import etree, html

from sitegen.pipeline.build import BuildOptions, build_site

SCHEMA = Path(__file__).parents[1] / "render" / "tei.rng"
OPENING = "The kiln at Marrow burned for nine days before anybody saw that the door was open."
SECRET = "Quillon Hasp denied on Tuesday that the potters had been told to look away from it."
COST = "Some 4,300 tiles were lost, and the guild has put their worth at 860 crowns."
QUOTE = "“We counted the tiles twice and then we counted the potters,” said Orla Venn."
OTHER = "A goat was seen on the roof of the drying shed, and nobody has claimed it."
POEM = "Pears on the water\nPears in the wind\nWho will eat them\nWho will begin"
LIST = "- nine days of fire\n- 4,300 tiles\n- one goat\n- one door"
TABLE = "| Tiles | Worth |\n|---|---|\n| 4,300 | 860 crowns |\n| 12 | 3 crowns |"
ESPERANTO = (
    "La forno en Marrow brulis naŭ tagojn antaŭ ol iu vidis, ke la pordo estas malfermita.",
    "Ĉirkaŭ 4.300 kaheloj perdiĝis, kaj la gildo taksis ilian valoron je 860 kronoj.",
    "«Ni kalkulis la kahelojn dufoje kaj poste ni kalkulis la potistojn», diris Orla Venn.",
)
PROSE = "\n\n".join((OPENING, SECRET, COST, QUOTE))
STORIES: Mapping[str, Mapping[str, tuple[str, str]]] = {
    "alone": {"a": ("", PROSE)},
    "equal": dict.fromkeys("abcd", ("", PROSE)),
    "undated": {"a": ("", PROSE), "b": ("", PROSE.replace("nine", "ten")), "c": ("", f"{OPENING}\n\n{COST}")},
    "withheld": {"a": ("rights: figures\n", PROSE), "b": ("", PROSE), "c": ("", f"{OPENING}\n\n{OTHER}")},
    "excerpt": {"a": ("rights: excerpt\n", PROSE), "b": ("", PROSE.replace("860", "680")), "c": ("", PROSE)},
    "unlisted": {
        "a": ("", PROSE),
        "b": ("language: eo\ntranslation_of: unlisted-a\n", "\n\n".join(ESPERANTO)),
        "c": ("", PROSE.replace("nine", "ten")),
    },
    "both": {
        "a": ("translation_of: both-b\n", PROSE),
        "b": ("language: eo\ntranslation_of: both-a\n", "\n\n".join(ESPERANTO)),
    },
    "apart": {
        "a": ("", OPENING),
        "b": ("", f"{COST}\n\n{OTHER}\n\n{QUOTE}"),
        "c": ("", f"{COST}\n\n{OTHER}\n\n{QUOTE}"),
    },
    "page-lines": {
        "a": ("", PROSE),
        "b": ("", f"Marrow 4 °C, wind north-west 6\n\nSign in | Subscribe\n\n{PROSE}\n\n{OTHER}"),
    },
    "poem": {
        name: ("format: markdown\n", POEM.replace("Pears", pears)) for name, pears in (("a", "Pears"), ("b", "Plums"))
    },
    "list": {name: ("format: markdown\n", LIST.replace("nine", days)) for name, days in (("a", "nine"), ("b", "ten"))},
    "table": {
        name: ("format: markdown\n", TABLE.replace("860", worth)) for name, worth in (("a", "860"), ("b", "680"))
    },
}


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The archive, built."""
    folder = tmp_path_factory.mktemp("bad")
    for story, articles in STORIES.items():
        base = f"base: {story}-a\n"
        for name, (fields, text) in articles.items():
            path = folder / f"content/stories/{story}/{name}.md"
            path.parent.mkdir(parents=True, exist_ok=True)
            language = "" if "language" in fields else "language: en\n"
            day = "" if story == "undated" else f"published: 2031-04-0{'abcd'.index(name) + 1}\n"
            head = f"title: {story} {name}\nsource: outlet-{name}\n{language}{day}{fields}"
            path.write_text(f"---\n{head}---\n\n{text}\n", "utf-8")
        (path.parent / "story.md").write_text(f"---\ntitle: The {story} story\n{base}---\n", "utf-8")
    for name in "abcd":
        path = folder / f"content/sources/outlet-{name}.md"
        path.parent.mkdir(exist_ok=True)
        path.write_text(f"---\nname: Outlet {name.upper()}\n---\n", "utf-8")
    settings = "edition_files = true\n[comparing]\nfurther_spines = true\n"
    (folder / "content/site.toml").write_text(settings, "utf-8")
    result = build_site(folder / "content", folder / "site", BuildOptions(workers=1))
    assert result.report, result.diagnostics
    return folder / "site"


def pages_of(site: Path, story: str) -> list[Path]:
    return sorted((site / "stories" / story).rglob("index.html"))


@pytest.mark.parametrize("story", [name for name in STORIES if name != "alone"])
def test_the_pages_of_a_story_stand(site: Path, story: str) -> None:
    """Each has one heading and leads nowhere that is not there; its data and its TEI are whole."""
    pages = pages_of(site, story)
    assert pages
    for page in pages:
        document = html.document_fromstring(page.read_text("utf-8"))
        assert len(document.cssselect("h1")) == 1
        for link in document.cssselect("main a[href^='/']"):
            path = site / link.get("href").partition("#")[0].lstrip("/")
            assert (path / "index.html").exists() or path.is_file(), link.get("href")
    json.loads((site / f"data/stories/{story}.json").read_text("utf-8"))
    tei = site / f"data/stories/{story}/tei.xml"
    if tei.exists():
        etree.RelaxNG(etree.parse(str(SCHEMA))).assertValid(etree.parse(str(tei)))


def test_a_declared_story_of_one_article_is_its_page_alone(site: Path) -> None:
    """No spines, no evidence, no files for other programs."""
    assert [page.parent.name for page in pages_of(site, "alone")] == ["alone"]
    assert not (site / "data/stories/alone").exists()


def test_equal_copies_are_no_spines_and_lose_nothing(site: Path) -> None:
    """What all have is kept by all."""
    assert not (site / "stories/equal/read").exists()
    text = (site / "stories/equal/index.html").read_text("utf-8")
    assert "kept by all 3" in text
    assert "gone" not in text[text.index('class="spine"') : text.index('id="copies"')]


def test_no_word_of_a_base_of_figures_is_on_a_page_of_its_story(site: Path) -> None:
    """Nor in a file for other programs; the copy whose rights are full prints them as its own."""
    pages = [page for page in pages_of(site, "withheld") if "withheld-b" not in page.as_posix()]
    assert len(pages) > 1
    for page in [*pages, site / "articles/withheld-a/index.html"]:
        assert "Quillon" not in page.read_text("utf-8"), page
    assert not (site / "data/stories/withheld").exists()
    assert "Quillon" in (site / "articles/withheld-b/index.html").read_text("utf-8"), "control"


def test_a_translation_into_a_language_that_nobody_listed_is_read(site: Path) -> None:
    """By its figures and names; it has a page beside the text, and what is missing there is not guessed."""
    data = json.loads((site / "data/stories/unlisted.json").read_text("utf-8"))
    kinds = {
        unit["text"][:8]: reading["kind"]
        for unit in data["collation"][0]["units"]
        for reading in unit["readings"]
        if "unlisted-b" in reading["copies"]
    }
    assert kinds[COST[:8]] == "translated"
    assert kinds[SECRET[:8]] in ("dropped", "unknown")


def test_copies_that_share_nothing_with_the_base_are_not_said_to_drop_it(site: Path) -> None:
    """Two reports that have each other's text, beside a third of another."""
    text = (site / "stories/apart/index.html").read_text("utf-8")
    assert "Not in <a" not in text


def test_a_line_of_the_page_is_no_addition(site: Path) -> None:
    """What a copy alone has, without the mark of a sentence, is not said to be added; a sentence is."""
    text = (site / "stories/page-lines/index.html").read_text("utf-8")
    insets = [inset.text_content() for inset in html.document_fromstring(text).cssselect(".inset")]
    assert any(OTHER in inset for inset in insets)
    assert not any("Sign in" in inset or "north-west" in inset for inset in insets)
