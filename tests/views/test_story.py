"""A story’s page: where it cannot list everything, and what it leads to."""

import json
import re
from pathlib import Path

import pytest
from click.testing import CliRunner

from sitegen.cli import main
from sitegen.pipeline.build import BuildOptions, build_site
from sitegen.views.stories import evidence
from sitegen.views.stories import page as story_page
from tests.group.test_reports import CHOIR, HARBOUR, HARBOUR_AGAIN
from tests.render.test_schemas import mistakes


def test_a_story_too_large_to_list_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The page names how many copies there are; a story that fits says nothing of the kind."""
    content = tmp_path / "content" / "stories" / "s"
    content.mkdir(parents=True)
    for name in "abcd":
        text = "The lighthouse at Holm was lit on Friday for the first time in nine years, the harbour office said."
        (content / f"{name}.txt").write_text(text, encoding="utf-8")
    page = tmp_path / "site" / "stories" / "s" / "index.html"
    build_site(content.parent.parent, page.parents[2], BuildOptions(workers=1, search=False))
    assert "of 4 copies" not in page.read_text(encoding="utf-8")
    monkeypatch.setattr(story_page, "LISTED_COPIES", 3)
    build_site(content.parent.parent, page.parents[2], BuildOptions(workers=1, search=False))
    assert "lists the first 3 of 4 copies" in page.read_text(encoding="utf-8")


def test_an_independent_text_says_how_it_stands(tmp_path: Path) -> None:
    """Beside copies it is said to hold too little of them, on the story's page and its own; alone, that it is alone."""
    pier = (
        "The pier at Marrowby was mended by fourteen men for nine hundred crowns, and the gulls have come back to it."
    )
    files = {
        "stories/s/a.txt": pier,
        "stories/s/b.txt": pier,
        "stories/s/c.txt": "Nobody asked what the harbour thinks of all this, least of all those who live from it.",
        "lone.txt": "A chess club received the next move of a game by post on Friday, eleven months late.",
    }
    for name, text in files.items():
        path = tmp_path / "content" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    build_site(tmp_path / "content", tmp_path / "site", BuildOptions(workers=1, search=False))
    pages = {
        path.parent.name: path.read_text(encoding="utf-8") for path in (tmp_path / "site/articles").glob("*/index.html")
    }
    said = "Too little of their text is in the copies above"
    assert said in (tmp_path / "site/stories/s/index.html").read_text(encoding="utf-8")
    assert not (tmp_path / "site/stories/lone").exists()
    assert "Independent: too little of its text" in pages["s-c"]
    assert "Independent:" not in pages["s-a"] + pages["lone"]
    assert "No other copy of it was found." in pages["lone"]


def test_how_many_links_a_story_has_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where not all pairs are listed, the page names both numbers."""
    content = tmp_path / "content"
    content.mkdir()
    for name in "abc":
        text = "The lighthouse at Holm was lit on Friday for the first time in nine years, the harbour office said."
        (content / f"{name}.txt").write_text(text, encoding="utf-8")
    page = tmp_path / "site" / "stories" / "a" / "evidence" / "index.html"
    build_site(content, tmp_path / "site", BuildOptions(workers=1, search=False))
    assert "The strongest" not in page.read_text(encoding="utf-8")
    monkeypatch.setattr(evidence, "_EVIDENCE", 2)
    build_site(content, tmp_path / "site", BuildOptions(workers=1, search=False))
    assert "The strongest 2 of 3 pairs." in page.read_text(encoding="utf-8")


def test_a_text_in_another_language_is_not_called_independent(tmp_path: Path) -> None:
    """Nobody knows whether it is a translation; where that is declared, or the language is one, nothing is said."""
    pier = (
        "The pier at Marrowby was mended by fourteen men for nine hundred crowns, and the gulls have come back to it."
    )
    russian = "---\nlanguage: ru\n{}---\nПирс в Марроби починили четырнадцать человек за девятьсот крон.\n"
    files = {
        "stories/s/a.md": f"---\nlanguage: en\n---\n{pier}\n",
        "stories/s/b.md": f"---\nlanguage: en\n---\n{pier}\n",
        "stories/s/c.md": russian.format("source: vestnik\n"),
        "sources/vestnik.md": "---\nname: Vestnik\n---\n",
        "stories/t/a.md": f"---\nlanguage: en\n---\n{pier.replace('pier', 'quay')}\n",
        "stories/t/b.md": russian.format("translation_of: t-a\n").replace("Пирс", "Причал"),
    }
    for name, text in files.items():
        path = tmp_path / "content" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    build_site(tmp_path / "content", tmp_path / "site", BuildOptions(workers=1, search=False))
    story, control = ((tmp_path / f"site/stories/{one}/index.html").read_text(encoding="utf-8") for one in "st")
    assert "Three articles; one text is in another language, and nobody said whether it is a translation." in story
    assert "<h3>In another language</h3>" in story
    assert "<h3>Independent</h3>" not in story
    assert "another language" not in control
    article = (tmp_path / "site/articles/s-c/index.html").read_text(encoding="utf-8")
    assert "whether it is a translation is not known" in article
    assert "Independent:" not in article
    source = (tmp_path / "site/sources/vestnik/index.html").read_text(encoding="utf-8")
    assert "in another language" in source
    assert "independent" not in source
    told = CliRunner().invoke(main, ["group", str(tmp_path / "content")]).output
    assert "s-c  in another language, ru" in told


def test_nobody_is_blamed_who_had_nobody_to_name(tmp_path: Path) -> None:
    """Of copies whose origin is not known it is not said that they name no source; of others it is."""
    pier = (
        "The pier at Marrowby was mended by fourteen men for nine hundred crowns, and the gulls have come back to it."
    )
    pages = ("index.html", "about/index.html", "sources/index.html", "sources/post/index.html", "stories/s/index.html")
    told = []
    for name in ("", "source: wire\nauthor: Ada Voss\n"):
        content, site = tmp_path / f"content{len(name)}", tmp_path / f"site{len(name)}"
        files = {
            "stories/s/a.md": f"---\nlanguage: en\npublished: 2031-01-01\n{name}---\n{pier}\n",
            "stories/s/b.md": f"---\nlanguage: en\npublished: 2031-01-05\nsource: post\nauthor: Jo Berg\n---\n{pier}\n",
            "sources/wire.md": "---\nname: Coast Wire\n---\n",
            "sources/post.md": "---\nname: Post\n---\n",
        }
        for path, text in files.items():
            (content / path).parent.mkdir(parents=True, exist_ok=True)
            (content / path).write_text(text, encoding="utf-8")
        build_site(content, site, BuildOptions(workers=1, search=False))
        told.append("\n".join((site / page).read_text(encoding="utf-8") for page in pages))
    blame = ("name no source", "names no source", "name whom")
    assert [one for one in blame if one in told[0]] == []
    assert set(blame) == {words for words in blame if words in told[1]}, "control"


def test_related_stories_are_named_on_the_page_and_in_the_data(tmp_path: Path) -> None:
    """A story of the same people and places, twelve days later, is a link; one of strangers has no such list.

    An article that is a story of its own names them itself.
    """
    content = tmp_path / "content"
    content.mkdir()
    for name, day, text in (("first", 2, HARBOUR), ("later", 14, HARBOUR_AGAIN), ("choir", 2, CHOIR)):
        declared = f"story: {name}\n" if name != "later" else ""
        matter = f"---\ntitle: The {name} report\npublished: 2031-03-{day:02}\n{declared}---\n"
        (content / f"{name}.md").write_text(matter + text, encoding="utf-8")
    for number in range(40):
        words = " ".join(f"{letters}{number:02}" for letters in ("gull", "pier", "moss", "oak", "tin", "loom", "bell"))
        (content / f"z{number:02}.txt").write_text(f"The council said that {words} will be open.", encoding="utf-8")
    build_site(content, tmp_path / "site", BuildOptions(workers=1, search=False))
    page, alone = (
        (tmp_path / "site" / "stories" / name / "index.html").read_text(encoding="utf-8") for name in ("first", "choir")
    )
    assert "Related stories" in page
    assert 'href="/articles/later/"' in page[page.index("Related stories") :]
    assert "Related stories" not in alone
    assert 'href="/articles/first/"' in (tmp_path / "site/articles/later/index.html").read_text("utf-8")
    data = [json.loads((tmp_path / f"site/data/stories/{name}.json").read_text("utf-8")) for name in ("first", "choir")]
    assert data[0]["related"] == ["later"]
    assert data[1]["related"] == []
    assert mistakes("story", data[0]) == []


def test_a_standfirst_is_beside_those_of_the_other_copies(tmp_path: Path) -> None:
    """In the table of what is printed around the texts, and in the data; not where rights keep the words back."""
    text = "LORNE — A ferry turned back on Monday after its steering failed.\n\nNobody was hurt, the coastguard said.\n"
    for name, rights, above in (("a", "full", "Forty went round in circles"), ("b", "figures", "Fifty in circles")):
        path = tmp_path / "content/stories/s" / f"{name}.md"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"---\ntitle: Ferry {name}\nrights: {rights}\n---\n{above} for an hour\n\n{text}", "utf-8")
    build_site(tmp_path / "content", tmp_path / "site", BuildOptions(workers=1, search=False))
    data = json.loads((tmp_path / "site/data/stories/s.json").read_text("utf-8"))
    assert {entry["article"]: entry["standfirst"] for entry in data["headlines"]} == {
        "s-a": "Forty went round in circles for an hour",
        "s-b": "",
    }
    page = (tmp_path / "site/stories/s/evidence/index.html").read_text("utf-8")
    assert "Standfirst</th>" in page
    assert "Fifty" not in page
    assert "Forty went round in circles for an hour</td>" in page


@pytest.mark.parametrize(
    ("language", "chrome", "report"),
    [
        ("en", "Ok.\n\nDo you approve or disapprove of the mayor of Marrowby?", "The pier was mended by fourteen men."),
        (
            "fr",
            "D’accord.\n\nÊtes-vous pour ou contre la nouvelle jetée ?",
            "La jetée a été réparée par quatorze hommes.",
        ),
        ("ar", "حسنا.\n\nهل تؤيد بناء الرصيف الجديد في المدينة؟", "أصلح أربعة عشر رجلا الرصيف الغربي في المدينة."),
    ],
)
def test_chrome_does_not_open_a_story(tmp_path: Path, language: str, chrome: str, report: str) -> None:
    """A poll and a button above the text are not what happened; its first statement is."""
    for copy, day in (("a", 1), ("b", 4)):
        head = f"---\nlanguage: {language}\nstory: s\npublished: 2031-01-0{day}\n---\n"
        (tmp_path / f"content/{copy}.md").parent.mkdir(exist_ok=True)
        (tmp_path / f"content/{copy}.md").write_text(f"{head}{chrome}\n\n{report}\n", encoding="utf-8")
    build_site(tmp_path / "content", tmp_path / "site", BuildOptions(workers=1, search=False))
    page = (tmp_path / "site/stories/s/index.html").read_text(encoding="utf-8")
    quoted = re.search(r'<blockquote class="what"><p[^>]*><q>([^<]+)</q>', page)
    assert quoted
    assert quoted[1] == report
