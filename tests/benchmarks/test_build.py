"""The benchmark of builds: what is built, what it is held against and what is said of it; nothing is about time."""

import random
from pathlib import Path

import pytest

from benchmarks import copies
from benchmarks.article_pages import page_of
from benchmarks.build import compared, measure
from benchmarks.build_table import Edits, Floors, Measured, Same, tables
from benchmarks.build_targets import targets
from benchmarks.copies import archive, copied, pieces_of
from benchmarks.floor_pairs import pairs_of, scaled, spread
from benchmarks.runs import Run, run
from benchmarks.unpack import NEWS, Scraped, scraped_articles
from sitegen import __version__
from sitegen.read import read_archive, read_theme, theme_folder
from sitegen.render import make_theme
from sitegen.views.common import Site, make_frame

needs_articles = pytest.mark.skipif(not NEWS.is_file(), reason="the real articles (shared/data/) are not here")


@needs_articles
def test_two_articles_in_25_are_made_copies() -> None:
    """The same articles each time, real ones unchanged, and more of them begin as fewer do."""
    found = list(archive(60))
    assert found == list(archive(100))[:60]
    known = {one.id: one for one in [one for one, _ in zip(scraped_articles(), range(60), strict=False)]}
    made = [one for one in found if one.id not in known]
    assert [found.index(one) for one in made] == [23, 24, 48, 49]
    assert [one.id.rpartition("-")[2] for one in made] == ["cut1", "edited2", "quotes1", "cut2"]
    assert all(one == known[one.id] for one in found if one not in made)
    cut = made[0]
    original = known[cut.id.rpartition("-")[0]]
    assert original.text.startswith(cut.text)
    assert cut.outlet != ""
    assert "\n" in cut.text


@pytest.mark.parametrize("kind", copies.KINDS)
def test_a_copy_keeps_the_lines_of_its_text(kind: str) -> None:
    """Words are replaced, cut or quoted; the space behind them stays where the words do."""
    text = "".join(f"w{number}{chr(10) if number % 10 == 9 else ' '}" for number in range(200))
    assert "".join(pieces_of(text)) == text
    copy = "".join(copied(pieces_of(text), kind, random.Random(1), ["new"], ["strange "] * 240))
    if kind == "cut":
        assert text.startswith(copy)
        assert 60 <= len(copy.split()) <= 140
    elif kind == "edited":
        assert copy.count("\n") == text.count("\n")
        assert 30 < copy.split().count("new") < 90
    else:
        assert copy.count("“") == copy.count("”") == 3
        assert copy.split().count("strange") == 240


def test_an_archive_has_more_articles_than_there_are_real_ones(monkeypatch: pytest.MonkeyPatch) -> None:
    """When all have been used they come again with other words and names of their own."""
    few = tuple(
        Scraped(
            id=f"a{at}", outlet=f"o{at}", url="", title=f"Title {at}", date="", byline="",
            text=" ".join(f"the w{at * 100 + word}" for word in range(80)),
        )
        for at in range(30)
    )  # fmt: skip
    monkeypatch.setattr(copies, "scraped_articles", lambda: iter(few))
    copies._real.cache_clear()
    copies._by_rarity.cache_clear()
    copies._common_words.cache_clear()
    try:
        found = list(archive(150))
    finally:
        copies._real.cache_clear()
        copies._by_rarity.cache_clear()
        copies._common_words.cache_clear()
    assert len({one.id for one in found}) == 150
    assert len({one.text for one in found}) == 150
    again = next(one for one in found if one.id == "a3-1")
    assert again.text.split()[::2] == few[3].text.split()[::2]
    pairs = zip(again.text.split()[1::2], few[3].text.split()[1::2], strict=True)
    assert all(other != word for other, word in pairs)


def test_a_sample_is_scaled_to_the_whole() -> None:
    """Articles and pairs by their number, each kind by its own cost; the sample is spread and never larger."""
    found = {
        "articles": {"number": 1_000, "apiece": 0.003},
        "families": {"number": 200, "apiece": 0.05},
        "others": {"number": 10, "apiece": 2.0},
    }
    assert scaled(found, ("articles", "families")) == pytest.approx(13)
    assert scaled(found, ("articles", "families", "others")) == pytest.approx(33)
    assert spread(range(100), 4) == [0, 25, 50, 75]
    assert spread([1, 2], 4) == [1, 2]
    assert spread([], 4) == []


def test_pairs_are_those_of_families_and_the_others_of_stories() -> None:
    """Three copies and a report of its own: three pairs and three more; another story adds none across."""
    articles = [("a", "s", 1), ("b", "s", 1), ("c", "s", 1), ("d", "s", 2), ("e", "t", 1), ("f", "t", 1)]
    told = {"articles": [{"id": one, "story": story, "family": family} for one, story, family in articles]}
    within, between = pairs_of(told)
    assert within == [("a", "b"), ("a", "c"), ("b", "c"), ("e", "f")]
    assert between == [("a", "d"), ("b", "d"), ("c", "d")]


def test_folders_are_the_same_byte_for_byte(tmp_path: Path) -> None:
    """Another byte, a file too many and a file too few are each told."""
    for side in ("one", "other"):
        for name in ("a/x", "a/y", "z"):
            path = tmp_path / side / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(name)
    assert compared(tmp_path / "one", tmp_path / "other") == Same(files=3, different=())
    (tmp_path / "one" / "a" / "x").write_text("a/X")
    (tmp_path / "one" / "more").write_text("")
    (tmp_path / "one" / "z").unlink()
    assert compared(tmp_path / "one", tmp_path / "other") == Same(files=2, different=("a/x", "more", "z"))


def _run(cpu: float, said: object = None) -> Run:
    return Run(said=said, cpu=cpu, wall=cpu, peak=400, own_peak=250)


def test_what_was_to_be_reached_stands_beside_what_was() -> None:
    """Of each thing the figure of the largest archive, judged; nothing is said of what was not measured."""
    counts = {"articles": 1, "stories": 1, "comparisons": 1, "files": 1, "written": 0, "stages": {}}
    apiece = {"number": 100, "sample": 1, "apiece": 1.0}
    floors = Floors(
        least=_run(1, {"render": 1.0, "write": 1.0, "bytes": 1}),
        pairs=_run(1, {"articles": {**apiece, "apiece": 0.0}, "families": apiece, "others": apiece}),
        alone=_run(9),
    )
    same = Same(files=5, different=())
    edits = Edits(
        with_search=_run(3, counts),
        without=_run(0.9, counts),
        two=_run(10, counts),
        clean=_run(18, counts),
        same=same,
        same_without=Same(files=5, different=("x",)),
    )
    small = Measured(size=1_000, clean=_run(1, counts), again=_run(9, counts))
    large = Measured(
        size=10_000,
        clean=_run(20, counts),
        again=_run(0.2, counts),
        half=_run(9, counts),
        edits=edits,
        floors=floors,
        pages=_run(8, {"start": 1.0, "read": 1.0, "page": 5.0, "write": 1.0}),
        peers={"hugo": {"clean": 10.0, "again": 9.0, "peak": 100.0}, "pelican": None},
    )
    found = {one.what: one.good for one in targets([small, large])}
    assert found == {
        "10,000: first build, plain diff of all pairs of families": False,
        "10,000: first build, plain diff of all pairs of stories": True,
        "10,000: first build, nothing compared": True,
        "10,000: article pages alone, hugo": True,
        "10,000: nothing changed": True,
        "10,000: one article changed, no search": False,
        "10,000: one article changed, with search": True,
        "10,000: changed and clean the same, with search": True,
        "10,000: changed and clean the same, no search": False,
        "10,000: peak memory, our own process": True,
        "10,000: peak memory, search program too": False,
        "10,000: two workers against one, by the clock": True,
        "10,000: time(2n)/time(n)": False,
    }
    assert targets([Measured(size=1)]) == []
    lines = tables([small, large])
    assert any(line.split() == ["CPU", "seconds", "9.00", "0.20"] for line in lines)
    assert any("no: 1 differ" in line for line in lines)
    assert any(line.split() == ["pelican", "-", "not", "here"] for line in lines)


@needs_articles
def test_an_edited_archive_is_held_against_a_clean_build(tmp_path: Path) -> None:
    """A few articles, one of them edited: written anew are some files, and all bytes are those of a clean build.

    The floor finds the pairs of that site and says how many it made.
    """
    found = Measured(size=25)
    measure(found, tmp_path, frozenset({"edits"}))
    assert found.clean is not None
    assert found.edits is not None
    assert found.clean.said["comparisons"] == 3
    assert found.edits.same.different == found.edits.same_without.different == ()
    assert 0 < found.edits.with_search.said["written"] < found.edits.same.files / 2
    assert found.peers == {}

    said = run("floor_pairs", str(tmp_path / "content"), str(tmp_path / "site")).said
    assert said["articles"]["number"] == said["articles"]["sample"] == 25
    assert said["families"]["number"] == said["families"]["sample"] == 3
    assert min(one["apiece"] for one in said.values() if one["number"]) > 0


@needs_articles
def test_the_page_that_is_measured_is_the_page_that_is_published(tmp_path: Path) -> None:
    """Byte for byte, for articles that stand alone."""
    content = tmp_path / "content"
    run("archive", str(content), "25", "--alone")
    built = run("one", str(content), str(tmp_path / "site"), str(tmp_path / "cache"), "1")
    assert built.said["stories"] == 25
    assert built.said["comparisons"] == 0
    found, _ = read_archive(content)
    theme = make_theme(read_theme(theme_folder()))
    frame = make_frame(found.config, css=theme.css.path, js=theme.js.path, icon=theme.icon.path, version=__version__)
    site = Site(config=found.config, frame=frame, sources={one.id: one for one in found.sources})
    pages = [page_of(article, site, theme) for article in found.articles]
    assert [page.path for page in pages if (tmp_path / "site" / page.path).read_bytes() != page.content] == []

    said = run("article_pages", str(content), str(tmp_path / "pages")).said
    assert said["pages"] == len(list((tmp_path / "pages").rglob("*.html"))) == 25
