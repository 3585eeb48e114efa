"""A headline that was only inferred from a raw text is text: where its rights withhold text, nobody reads it."""

import json
from pathlib import Path

import pytest

from sitegen.build import BuildOptions, build_site
from tests.build.withheld import readings_of, write

HEADLINE = "Zorvexqui of Skerry plumabdri the khowytfju once more"
BODY = "The ferry ran onto the bar of Skerry on Monday night with forty people and two horses on board of her."
OTHER = f"Aground again\n\n{BODY} Nobody was hurt.\n"


def built(folder: Path, rights: str, name: str, text: str) -> Path:
    settings = 'title = "Skerry"\nbase_url = "https://skerry.example/"\n'
    # As the base of its story it lends its title to the story, its feed entry and the lists.
    declared = f"---\nbase: true\npublished: 2031-03-04\n{f'rights: {rights}' if rights else ''}\n---\n"
    write(folder / "content", {"site.toml": settings, name: declared + text, "b.txt": OTHER})
    result = build_site(folder / "content", folder / "site", BuildOptions(workers=1))
    assert result.report is not None, result.diagnostics
    return folder / "site"


def words_of_headline_in(site: Path) -> list[str]:
    """Files and folders that have a word of it, in their bytes or in their name."""
    words = [word for word in HEADLINE.casefold().split() if len(word) > 8]
    found = []
    for path in sorted(one for one in site.rglob("*") if one.is_file()):
        name = path.relative_to(site).as_posix()
        texts = [name, *readings_of(name, path.read_bytes())]
        found += [name for text in texts if any(word in text.casefold() for word in words)]
    return sorted(set(found))


@pytest.mark.parametrize("rights", ["figures", "excerpt"])
def test_the_first_line_of_a_raw_text_is_not_published(rights: str, tmp_path: Path) -> None:
    """Not in a page, a title, an address, the feed, the search files, the data: the article is called by its file."""
    site = built(tmp_path, rights, "a.txt", f"{HEADLINE}\n\n{BODY}\n")
    assert words_of_headline_in(site) == []
    (data,) = (json.loads(path.read_bytes()) for path in (site / "data/stories").iterdir())
    assert {one["title"] for one in data["articles"]} == {"a", "Aground again"}


@pytest.mark.parametrize("rights", ["full", ""])
def test_it_is_published_where_the_text_is(rights: str, tmp_path: Path) -> None:
    """Control: the same line is found in pages, data, feed and search once the text may be shown."""
    found = words_of_headline_in(built(tmp_path, rights, "a.txt", f"{HEADLINE}\n\n{BODY}\n"))
    assert {"articles/a/index.html", "data/archive.json", "feed.xml"} <= set(found)
    assert any(name.startswith("search/index/") for name in found)


def test_a_headline_that_says_so_is_a_fact(tmp_path: Path) -> None:
    """One that is declared, or marked as a heading, is published beside withheld text."""
    declared = built(tmp_path / "1", "figures\ntitle: " + HEADLINE, "a.txt", BODY)
    marked = built(tmp_path / "2", "figures", "a.md", f"# {HEADLINE}\n\n{BODY}\n")
    for site in (declared, marked):
        assert "articles/a/index.html" in words_of_headline_in(site)
