"""A story read from other copies than its base: which pages there are, what they say, and where they lead."""

import re
from pathlib import Path

import pytest

from sitegen.pipeline.build import BuildOptions, build_site

OPENING = "The weir at Tolm was opened on Friday by the keeper of the locks, who had come early."
HISTORY = "The gates had stood for 40 years and were last painted in the summer after the great flood."
COST = "The town will pay 300 crowns for new paint, and for the brushes that go with it."
DENIAL = "The mayor denied that the paint had been bought from her brother in Holm."
READER = "A reader of this paper sent a picture of the gates in snow, taken in her youth."
TEXTS = {
    "wire": [OPENING, HISTORY, COST, DENIAL],
    "courier": [OPENING, HISTORY, COST.replace("300", "350"), READER],
    "echo": [OPENING, HISTORY, COST, DENIAL],
    "post": [OPENING.replace("Friday", "Saturday"), HISTORY, COST, DENIAL, READER],
}


def build(folder: Path, *, rights: dict[str, str] | None = None, spines: bool = True) -> Path:
    for place, (name, sentences) in enumerate(TEXTS.items()):
        head = f"source: {name}\npublished: 2031-03-0{place + 1}\ntitle: The weir, {name}\nlanguage: en\n"
        head += f"rights: {(rights or {})[name]}\n" if name in (rights or {}) else ""
        for path, text in (
            (f"stories/weir/{name}.md", f"---\n{head}---\n" + "\n\n".join(sentences)),
            (f"sources/{name}.md", f"---\nname: The {name.title()}\n---\n"),
        ):
            (folder / "content" / path).parent.mkdir(parents=True, exist_ok=True)
            (folder / "content" / path).write_text(text, encoding="utf-8")
    (folder / "content/stories/weir/story.md").write_text("---\ntitle: The weir\nbase: weir-wire\n---\n", "utf-8")
    setting = 'base_url = "https://archive.example/"\n' + ("[comparing]\nfurther_spines = true\n" if spines else "")
    (folder / "content/site.toml").write_text(setting, "utf-8")
    result = build_site(folder / "content", folder / "site", BuildOptions(workers=1))
    assert result.report is not None, result.diagnostics
    return folder / "site"


def spines_of(site: Path) -> list[str]:
    return sorted(path.name for path in (site / "stories/weir/read").glob("*"))


def test_each_copy_that_differs_is_a_spine(tmp_path: Path) -> None:
    """A copy with the text of the base has no page of its own; each page has the sentences of its copy."""
    site = build(tmp_path)
    assert spines_of(site) == ["weir-courier", "weir-post"]
    page = (site / "stories/weir/read/weir-courier/index.html").read_text("utf-8")
    assert "The story read from the copy of The Courier" in page
    assert "350 crowns" in page
    assert len(re.findall(r'class="words[^"]*" id="s-', page)) >= 3
    assert "3 copies were compared" in page


def test_what_is_said_is_said_of_the_copy_that_is_read(tmp_path: Path) -> None:
    """Read from the Courier, the reader's picture is kept by the Post and gone from the others; the denial is added."""
    page = (build(tmp_path) / "stories/weir/read/weir-courier/index.html").read_text("utf-8")
    row = page[page.index("A reader of this paper") :]
    assert "kept 1 · gone 2" in row[: row.index("</summary>")]
    assert re.search(r'<p class="inset"[^>]*>Not in this text, and in [^:]*The Wire', page)


def test_a_spine_is_a_view_of_the_story(tmp_path: Path) -> None:
    """Its canonical address is the story's; no map of the site and no search lists it; story and article lead to it."""
    site = build(tmp_path)
    page = (site / "stories/weir/read/weir-post/index.html").read_text("utf-8")
    assert '<link rel="canonical" href="https://archive.example/stories/weir/">' in page
    assert "/read/" not in "".join(path.read_text("utf-8") for path in site.glob("sitemap*.xml"))
    address = 'href="/stories/weir/read/weir-post/"'
    assert address in (site / "stories/weir/index.html").read_text("utf-8")
    assert address in (site / "articles/weir-post/index.html").read_text("utf-8")
    assert 'href="/stories/weir/"' in page


@pytest.mark.parametrize("withheld", ["wire", "courier"])
def test_figures_only_is_no_spine_and_named_at_none(tmp_path: Path, withheld: str) -> None:
    """Which words such a copy has is not told on the page of another."""
    site = build(tmp_path, rights={withheld: "figures"})
    assert f"weir-{withheld}" not in spines_of(site)
    for name in spines_of(site):
        text = (site / "stories/weir/read" / name / "index.html").read_text("utf-8")
        body = text[text.index('class="spine"') :]
        assert f"The {withheld.title()}</a>" not in body


def test_there_are_none_unless_the_archive_asks_for_them(tmp_path: Path) -> None:
    """Each is a page and needs comparisons of its own."""
    assert spines_of(build(tmp_path, spines=False)) == []
