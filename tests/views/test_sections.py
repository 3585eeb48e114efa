"""A comparison that is too long for one page: its sections are light, lose nothing and lead to one another."""

import gzip
import random
from collections.abc import Callable
from pathlib import Path

import pytest

from benchmarks.links import broken_links
from benchmarks.site.weights import elements_of
from sitegen.comparing import compare_articles
from sitegen.config import Comparing
from sitegen.pipeline.build import BuildOptions, build_site
from sitegen.text.catalogues import ENGLISH
from sitegen.views.lines import lines_of
from sitegen.views.pages import Line
from sitegen.views.sections import cutting, sections_of
from tests.conftest import make_article
from tests.views.readings import reading_of

NOUNS = ("ferry", "harbour", "lamp", "keeper", "ladder", "council", "bridge", "orchard", "baker", "tide", "market")
VERBS = ("mended", "painted", "counted", "moved", "closed", "opened", "rented", "measured", "lifted", "cleaned")
MOST_ELEMENTS, MOST_BYTES = 1_400, 25_000


def sentences(count: int, seed: int = 1) -> list[str]:
    """Sentences that nobody wrote, of eleven words each."""
    chance = random.Random(seed)
    return [
        f"The {chance.choice(NOUNS)} of the {chance.choice(NOUNS)} {chance.choice(VERBS)} a {chance.choice(NOUNS)} "
        f"beside {chance.choice(NOUNS)} {number}, {chance.choice(VERBS)} twice."
        for number in range(count)
    ]


def edited(plain: list[str], every: int = 1) -> list[str]:
    """The same sentences, with other words in each of so many."""
    return [
        text.replace(" beside ", " behind ").replace("twice", "thrice") if number % every == 0 else text
        for number, text in enumerate(plain)
    ]


def paragraphs(plain: list[str], length: int) -> list[str]:
    return [" ".join(plain[start : start + length]) for start in range(0, len(plain), length)]


LONG: dict[str, Callable[[], tuple[list[str], list[str]]]] = {
    "many changes": lambda: (paragraphs(sentences(500), 4), paragraphs(edited(sentences(500)), 4)),
    "one of two sentences changed": lambda: (
        paragraphs(sentences(600), 6),
        paragraphs(edited(sentences(600), 2), 6),
    ),
    "one endless paragraph": lambda: (paragraphs(sentences(450), 450), paragraphs(edited(sentences(450)), 450)),
    "long and the same": lambda: (paragraphs(sentences(1500), 5), paragraphs(edited(sentences(1500), 90), 5)),
    "one long addition": lambda: (
        [*paragraphs(sentences(8, 2), 4)],
        [*paragraphs(sentences(8, 2), 4), *paragraphs(sentences(1500), 1500)],
    ),
    "a paragraph that moved far": lambda: (
        [" ".join(sentences(4, 7)), *paragraphs(sentences(400), 4)],
        [*paragraphs(edited(sentences(400)), 4), " ".join(sentences(4, 7))],
    ),
}


def built(folder: Path, texts: tuple[list[str], list[str]]) -> Path:
    """The site of two copies with those texts."""
    story = folder / "content" / "stories" / "long"
    story.mkdir(parents=True)
    for day, (name, text) in enumerate(zip("ab", texts, strict=True), start=1):
        front = f"---\ntitle: A long report\npublished: 2031-03-0{day}\nlanguage: en\n---\n"
        (story / f"{name}.txt").write_text(front + "\n\n".join(text), encoding="utf-8")
    options = BuildOptions(workers=1, search=False)
    assert build_site(folder / "content", folder / "site", options).report
    return folder / "site"


@pytest.mark.parametrize("case", LONG)
def test_every_page_is_light(case: str, tmp_path: Path) -> None:
    """No page of the site, of an article either, is heavier than a telephone bears, and every link leads somewhere."""
    site = built(tmp_path, LONG[case]())
    pages = {path.relative_to(site).as_posix(): path.read_bytes() for path in site.rglob("*.html")}
    heavy = {
        path: (elements, size)
        for path, page in pages.items()
        if (elements := elements_of(page.decode())) > MOST_ELEMENTS or (size := len(gzip.compress(page))) > MOST_BYTES
    }
    assert heavy == {}
    assert sum("--" in path for path in pages) > 1
    assert broken_links(site, "/") == []


def test_without_sections_the_page_is_heavy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Control: the same comparison on one page is above both bounds."""
    monkeypatch.setattr(cutting, "_ELEMENTS", 10**9)
    monkeypatch.setattr(cutting, "_BYTES", 10**9)
    monkeypatch.setattr(cutting, "_CUT_ELEMENTS", 10**9)
    monkeypatch.setattr(cutting, "_CUT_BYTES", 10**9)
    site = built(tmp_path, LONG["many changes"]())
    (page,) = (path.read_bytes() for path in site.rglob("*.html") if "--" in path.as_posix())
    assert elements_of(page.decode()) > MOST_ELEMENTS
    assert len(gzip.compress(page)) > MOST_BYTES


def texts_of(lines: list[Line], which: str) -> str:
    return "".join(
        run.text for line in lines for paragraph in getattr(line, which).paragraphs for run in paragraph.runs
    )


def merged_text(lines: list[Line]) -> str:
    """What the right copy has in the rows that are shown as one text."""
    return "".join(
        run.text
        for line in lines
        for paragraph in line.merged
        for piece in paragraph.pieces
        for run in piece.runs
        if run.mark != "del"
    )


@pytest.mark.parametrize("case", [name for name in LONG if name != "a paragraph that moved far"])
def test_sections_lose_nothing(case: str) -> None:
    """Joined, the sections print both texts whole and in order, and each change is told in one of them."""
    left, right = (make_article(name, *text) for name, text in zip("ab", LONG[case](), strict=True))
    comparison = compare_articles(left, right, Comparing())
    reading = reading_of(left, right, comparison)
    sections = sections_of(comparison, (reading.left_text, reading.right_text))
    assert len(sections.parts) > 1
    parts = lines_of(reading, ENGLISH, sections)
    lines = [line for part in parts for line in part]
    assert texts_of(lines, "left") == "".join(block.text for block in left.blocks)
    assert texts_of(lines, "right") == "".join(block.text for block in right.blocks)
    assert len({line.id for line in lines}) == len(lines)
    numbers = sections.numbers(comparison)
    assert set(numbers) == {change.id for change in comparison.changes}
    told = {remark.change: number for number, part in enumerate(parts, 1) for line in part for remark in line.remarks}
    assert told == {change: number for change, number in numbers.items() if change in told}
    assert list(told.values()) == sorted(told.values())


def test_a_cut_row_is_merged_as_the_whole_row_is() -> None:
    """A paragraph that is cut has in all its pieces the merged text that it has on one page."""
    left, right = (make_article(name, *text) for name, text in zip("ab", LONG["one endless paragraph"](), strict=True))
    reading = reading_of(left, right)
    whole = lines_of(reading, ENGLISH, cutting.undivided(reading.comparison.rows))
    parts = lines_of(reading, ENGLISH, sections_of(reading.comparison, (reading.left_text, reading.right_text)))
    pieces = [line for part in parts for line in part]
    assert len(pieces) > len(whole[0])
    assert merged_text(pieces).split() == merged_text(list(whole[0])).split()


def test_a_short_comparison_is_one_page() -> None:
    """What is short enough is not cut."""
    left, right = (make_article(name, *text) for name, text in (("a", sentences(40)), ("b", edited(sentences(40), 4))))
    reading = reading_of(left, right)
    assert len(sections_of(reading.comparison, (reading.left_text, reading.right_text)).parts) == 1


def test_a_section_says_which_it_is(tmp_path: Path) -> None:
    """Each section names its place and its changes, counts on from the one before, and leads on."""
    site = built(tmp_path, LONG["many changes"]())
    folder = next(path for path in (site / "stories" / "long").iterdir() if "--" in path.name)
    first, second = ((folder / name).read_text(encoding="utf-8") for name in ("index.html", "2/index.html"))
    assert ", part 2 of " in second.partition("</title>")[0]
    assert f'href="/stories/long/{folder.name}/" rel="prev">Previous part' in second
    assert f'href="/stories/long/{folder.name}/2/" rel="next">Next part' in first
    numbers = [int(item.partition('"')[0]) for page in (first, second) for item in page.split('<li value="')[1:]]
    assert sorted(numbers) == list(range(1, len(numbers) + 1))


def test_a_moved_paragraph_leads_to_its_section(tmp_path: Path) -> None:
    """Where the other end of what moved is in another section, its link names the page."""
    site = built(tmp_path, LONG["a paragraph that moved far"]())
    folder = next(path for path in (site / "stories" / "long").iterdir() if "--" in path.name)
    first = (folder / "index.html").read_text(encoding="utf-8")
    assert f'<p class="pointer"><a href="/stories/long/{folder.name}/' in first
