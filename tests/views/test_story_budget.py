"""A story's page keeps to its size, whatever the number of copies: elements, bytes, one line for equal copies."""

import json
import re
from pathlib import Path

import pytest

from benchmarks.site.weights import elements_of, gzipped
from sitegen.pipeline.build import BuildOptions, build_site
from sitegen.views.stories import synopsis

SENTENCES = 40
PLACES = ["pier", "harbour", "market", "bridge", "school", "library", "station", "chapel", "mill", "garden"]
PEOPLE = ["Ada Brandt", "Joren Vask", "Mats Orrin", "Petra Halvard", "Ida Moe"]
ACTIONS = ["mended", "painted", "closed", "opened", "measured", "rented", "cleaned", "inspected", "rebuilt", "moved"]


def sentence(number: int) -> str:
    place, action = PLACES[number % 10], ACTIONS[number * 7 % 10]
    who = PEOPLE[number % 5]
    if number % 6 == 5:
        return f"“The {place} was {action} in {1960 + number} and nobody asked us about it,” said {who} on that day."
    return f"The {place} number {number + 13} was {action} by {who} for {200 + 17 * number} crowns that same week."


def copy(number: int, count: int) -> str:
    """A copy: one in four is the base's text; the others drop, reword or add."""
    sentences = [sentence(index) for index in range(SENTENCES)]
    if number % 4:
        for index in range(number % 7, SENTENCES, 9):
            sentences[index] = sentences[index].replace("that same week", f"in week {number % 11 + 20}")
        del sentences[10 + number % 13]
        if number % 3 == 0:
            sentences.insert(
                5, f"Reader {number} wrote to this paper about the {PLACES[number % 10]} and its long past."
            )
    paragraphs = [" ".join(sentences[first : first + 3]) for first in range(0, len(sentences), 3)]
    day = number * 20 // count + 1
    return f"---\nsource: outlet-{number}\npublished: 2031-03-{day:02}\ntitle: Works, report {number % 9}\n---\n" + (
        "\n\n".join(paragraphs)
    )


def story(folder: Path, count: int) -> str:
    """The page of a story of that many copies."""
    for number in range(count):
        for name, text in (
            (f"stories/works/copy-{number:03}.md", copy(number, count)),
            (f"sources/outlet-{number}.md", f"---\nname: The Outlet {number}\n---\n"),
        ):
            path = folder / "content" / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
    build_site(folder / "content", folder / "site", BuildOptions(workers=1, search=False))
    return (folder / "site/stories/works/index.html").read_text(encoding="utf-8")


@pytest.mark.parametrize(("count", "elements", "size"), [(15, 800, 16_000), (200, 1_400, 25_000)])
def test_a_page_keeps_to_its_size(tmp_path: Path, count: int, elements: int, size: int) -> None:
    """Of a base of 40 sentences: at most so many elements and bytes; all sentences are there, each with its anchor."""
    text = story(tmp_path, count)
    assert elements_of(text) <= elements
    assert gzipped(text.encode()) <= size
    assert len(set(re.findall(r'id="(s-[0-9a-f]{10})"', text))) >= SENTENCES
    assert ("the same text in" in text) is (count > 100), "equal copies are joined where there are many"
    assert len(re.findall(r'<span class="how">', text)) <= 40
    columns = (tmp_path / "site/stories/works/synopsis/index.html").read_text(encoding="utf-8")
    assert elements_of(columns) <= 1_400


def test_columns_that_are_cut_say_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the rows end before the text does, the page says where the rest is; else it does not."""
    words = "as far as one page may hold it. <a href"
    story(tmp_path / "whole", 4)
    assert words not in (tmp_path / "whole/site/stories/works/synopsis/index.html").read_text(encoding="utf-8")
    monkeypatch.setattr(synopsis, "_ELEMENTS", 200)
    story(tmp_path / "cut", 4)
    page = (tmp_path / "cut/site/stories/works/synopsis/index.html").read_text(encoding="utf-8")
    assert f'{words}="/stories/works/#text">' in page
    assert elements_of(page) <= 350


def test_the_files_of_a_story_are_few(tmp_path: Path) -> None:
    """Beside its comparisons: the page, the columns, the evidence, the data, the feed."""
    story(tmp_path, 4)
    site = tmp_path / "site"
    files = [path.relative_to(site).as_posix() for path in site.rglob("*works*/**/*") if path.is_file()]
    pages = sorted(name for name in files if "--" not in name and name.startswith("stories/"))
    assert pages == [
        "stories/works/evidence/index.html",
        "stories/works/feed.xml",
        "stories/works/index.html",
        "stories/works/synopsis/index.html",
    ]


def test_each_lost_sentence_names_who_lacks_it(tmp_path: Path) -> None:
    """The reading leads to the comparison in which it is gone; the base's own sentence is quoted as what happened."""
    text = story(tmp_path, 4)
    gone = re.search(r"Not in <a href=\"/stories/works/[^\"]+--[^\"]+#[^\"]+\">The Outlet \d</a>", text)
    assert gone
    what = re.search(r'<blockquote class="what"><p><q>([^<]+)</q>', text)
    assert what
    assert what[1] == sentence(0)


def test_the_head_of_a_crowd_leaves_out_what_is_true_of_few(tmp_path: Path) -> None:
    """One in twenty or fewer that were taken from none of the others are told in the list alone."""
    page = story(tmp_path, 200)
    described = re.search(r'<p class="taken">(.*?)</p>', page)
    assert described is not None
    descent = json.loads((tmp_path / "site/data/stories/works.json").read_text(encoding="utf-8"))["descent"]
    from_none = [edge for edge in descent if edge["said"] == "none held"]
    assert 1 < len(from_none) <= 200 // 20, "control: there are some beside the first"
    assert "likely took text from one of the copies each; from which cannot be told." in described[1]
    assert "from none of them" not in described[1]
