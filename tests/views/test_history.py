"""Versions of one copy as its history: on each version's page and on that of the story, in the order of time."""

import re
from datetime import date
from pathlib import Path

import html5lib  # type: ignore[import-untyped]
import pytest

from sitegen.model import Article, Block, Moment
from sitegen.pipeline.build import BuildOptions, build_site
from sitegen.views.history import version_groups, version_numbers

TEXT = "The ferry of Lorne stayed in port on Monday, the harbour office said, and {more}\n\nNobody had asked the sheep."
ENDS = {
    "a": "it is to sail on Thursday.",
    "b": "it is to sail on Tuesday.",
    "c": "it is to sail on Wednesday.",
    "d": "no ship will sail at all before Friday.",
}
SEEN = {
    "a": "published: 2021-03-01\ncaptured: 2021-03-04",
    "b": "published: 2021-03-01",
    "c": "published: 2021-03-01\nupdated: 2021-03-02T10:00:00Z\ncaptured: 2021-03-03",
    "d": "published: 2021-03-01\ncaptured: 2021-03-06",
}


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """Four captures of one address, whose names are not in the order of time."""
    (tmp_path / "in" / "sources").mkdir(parents=True)
    (tmp_path / "in" / "sources" / "holm.md").write_text("---\nname: Holm Post\n---\n", encoding="utf-8")
    for name, end in ENDS.items():
        fields = f"title: Ferry {name}\nsource: holm\nurl: https://holm.example/ferry\n{SEEN[name]}"
        article = f"---\n{fields}\n---\n{TEXT.format(more=end)}\n"
        (tmp_path / "in" / f"{name}.md").write_text(article, encoding="utf-8")
    assert build_site(tmp_path / "in", tmp_path / "site", BuildOptions(workers=1, search=False)).report
    return tmp_path / "site"


def history(page: Path) -> list[tuple[str, str]]:
    """Headline and address of the comparison of each version that a page lists."""
    text = page.read_text(encoding="utf-8")
    parser = html5lib.HTMLParser()
    parser.parse(text)
    assert parser.errors == []
    listed = re.findall(r'<ol class="history">(.*?)</ol>', text, re.DOTALL)
    assert len(listed) == 1
    items = re.findall(r"<li>(.*?)</li>", listed[0], re.DOTALL)
    found = [(re.search(r"Ferry \w", one), re.search(r'class="go" href="([^"]+)"', one)) for one in items]
    return [(name[0] if name else "", link[1] if link else "") for name, link in found]


def test_in_the_order_of_time_with_each_comparison(site: Path) -> None:
    """The story and every version list b, c, a, d; each but the first leads to its comparison with the one before."""
    pages = [site / "stories" / "b" / "index.html", *(site / "articles" / one / "index.html" for one in ENDS)]
    for page in pages:
        found = history(page)
        assert [name for name, _ in found] == ["Ferry b", "Ferry c", "Ferry a", "Ferry d"]
        assert [link for _, link in found] == ["", "/stories/b/b--c/", "/stories/b/c--a/", "/stories/b/a--d/"]
        assert all((site / link.strip("/") / "index.html").is_file() for _, link in found[1:])


def test_each_says_when_and_what_changed(site: Path) -> None:
    """Every moment that is known, and the summary of the comparison; its own page does not link itself."""
    text = (site / "articles" / "c" / "index.html").read_text(encoding="utf-8")
    assert "published 1 March 2021 · updated 2 March 2021, 10:00 UTC · captured 3 March 2021" in text
    assert "“Tuesday” to “Wednesday”" in text
    assert "<b><bdi>Ferry c</bdi></b> (this page)" in text


def test_each_is_a_later_version(site: Path) -> None:
    """The relation of each to the one before is that of a version."""
    archive = (site / "data" / "archive.json").read_text(encoding="utf-8")
    assert archive.count('"relation": "version"') + archive.count('"relation":"version"') == 3


def test_without_versions_there_is_no_history(tmp_path: Path) -> None:
    """Control: an article alone has no such section."""
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.md").write_text(f"---\ntitle: Ferry\n---\n{TEXT.format(more='more')}\n", encoding="utf-8")
    build_site(tmp_path / "in", tmp_path / "site", BuildOptions(workers=1, search=False))
    assert 'class="history"' not in (tmp_path / "site" / "articles" / "a" / "index.html").read_text(encoding="utf-8")


def article(name: str, version_of: str, captured: str = "") -> Article:
    moment = Moment(day=date.fromisoformat(captured)) if captured else None
    block = Block(id="b1", role="paragraph", text="x", line=1)
    return Article(
        id=name, path=name, title=name, version_of=version_of, captured=moment, blocks=(block,), digest="", size=1
    )


def test_where_no_date_is_known_the_keeper_is_followed() -> None:
    """By what each is a version of; a circle does not hang, and an article elsewhere is no version."""
    ones = {one.id: one for one in (article("c", ""), article("a", "c"), article("b", "a"), article("z", "gone"))}
    assert [[one.id for one in group] for group in version_groups(ones)] == [["c", "a", "b"]]
    ring = {one.id: one for one in (article("a", "b"), article("b", "a"))}
    assert [[one.id for one in group] for group in version_groups(ring)] == [["a", "b"]]


def page(site: Path, address: str) -> str:
    """The words of a page, without its marks."""
    text = (site / address / "index.html").read_text(encoding="utf-8")
    shown = re.sub(r"(?s)<script.*?</script>", "", text)
    return " ".join(re.sub(r"<[^>]+>", "", shown).split())


def test_each_has_a_number_wherever_it_is_named(site: Path) -> None:
    """On the story's page, in the comparisons of an article, and above a comparison, whose heading names the outlet."""
    assert all(f"Holm Post ({number})" in page(site, "stories/b") for number in (1, 2, 3, 4))
    assert "Holm Post (1)" in page(site, "articles/c")
    compared = page(site, "stories/b/b--c")
    assert "those of Holm Post (1)" in compared
    assert "What Holm Post changed in its own text" in compared
    assert "captured 3 March 2021" in compared


def test_no_number_where_nothing_was_seen_twice() -> None:
    """Control: an outlet's article alone is called by its outlet."""
    assert version_numbers({"a": article("a", ""), "b": article("b", "")}) == {}
    assert version_numbers({"a": article("a", ""), "b": article("b", "a")}) == {"a": 1, "b": 2}


def test_a_version_is_no_copy_of_another_outlet(site: Path) -> None:
    """Nobody is told to have taken a text, or to have named no source, for what an outlet changed in its own."""
    said = page(site, "stories/b")
    assert "Four articles; all from one text." in said or "One outlet reported it; all from one text." in said
    assert "saying so" not in said
    assert "name no source" not in said


def test_a_copy_of_a_version_is_counted(tmp_path: Path) -> None:
    """Control: what another outlet took is counted, and it alone."""
    (tmp_path / "in" / "sources").mkdir(parents=True)
    for outlet, name in (("holm", "Holm Post"), ("gull", "The Gull")):
        (tmp_path / "in" / "sources" / f"{outlet}.md").write_text(f"---\nname: {name}\n---\n", encoding="utf-8")
    more = "the sheep that were to cross were driven home along the old cattle road before it was dark."
    for name, fields in (
        ("a", "source: holm\nauthor: Ada Voss\npublished: 2021-03-01"),
        ("b", "source: holm\nauthor: Ada Voss\npublished: 2021-03-02\nversion_of: a"),
        ("c", "source: gull\nauthor: Jo Berg\npublished: 2021-03-05"),
    ):
        text = f"---\ntitle: Ferry {name}\n{fields}\n---\n{TEXT.format(more=more)}\n"
        (tmp_path / "in" / f"{name}.md").write_text(text, encoding="utf-8")
    build_site(tmp_path / "in", tmp_path / "site", BuildOptions(workers=1, search=False))
    said = page(tmp_path / "site", "stories/a")
    assert "One copy carries Holm Post’s text; one names no source." in said
    assert said.count("names no source") == 2, "in the answer, and in the line of that copy"
