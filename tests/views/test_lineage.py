"""Who took it from whom, and when: what the drawing shows and the list beside it says."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from shutil import copytree

import pytest

from sitegen.model import Article, Moment
from sitegen.pipeline.build import BuildOptions, build_site
from sitegen.text.catalogues import ENGLISH
from sitegen.views.common import Site
from sitegen.views.lineage import lineage_part
from sitegen.views.lineage.axis import TimeAxis, time_axis
from sitegen.views.pages.lineage_view import LineagePart
from sitegen.views.stories import page as story
from sitegen.views.story_reading import StoryReading
from tests.conftest import make_article

FERRY = Path("stories/ferry/index.html")


def parts_of_build(content: Path, output: Path, monkeypatch: pytest.MonkeyPatch) -> dict[str, LineagePart | None]:
    """The part of each story of an archive, by the story's id."""
    parts: dict[str, LineagePart | None] = {}

    def kept(site: Site, reading: StoryReading) -> LineagePart | None:
        parts[reading.story.id] = lineage_part(site, reading)
        return parts[reading.story.id]

    monkeypatch.setattr(story, "lineage_part", kept)
    build_site(content, output, BuildOptions(workers=1, search=False, cache=False))
    return parts


@pytest.fixture(scope="module")
def parts(sample: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, LineagePart | None]]:
    """The parts of the sample archive."""
    with pytest.MonkeyPatch.context() as patch:
        yield parts_of_build(sample, tmp_path_factory.mktemp("site"), patch)


def moment(day: int, clock: str = "") -> Moment:
    date = datetime(2031, 3, day, tzinfo=UTC)
    hour, _, minute = clock.partition(":")
    return Moment(day=date.date(), time=date.replace(hour=int(hour), minute=int(minute)) if clock else None)


def axis_of(**moments: Moment | None) -> TimeAxis:
    articles: list[Article] = [make_article(name, "text", published=when) for name, when in moments.items()]
    return time_axis(articles, "en", ENGLISH)


def test_the_list_says_who_took_it_from_whom(parts: dict[str, LineagePart | None]) -> None:
    """In the sample the Pressbasket is copied from the agency; the Courier, which names nobody, likely, and so is the
    Observer; of the Echo it is not known."""
    ferry = parts["ferry"]
    assert ferry
    groups = {group.heading: {entry.article.label.text for entry in group.entries} for group in ferry.groups}
    assert groups["Likely not taken from another of these copies"] == {"Northern Wire"}
    assert {"Evening Post", "Pressbasket"} <= groups["Copied from Northern Wire"]
    assert {"LORNE OBSERVER", "Harbour Courier"} <= groups["Likely from Northern Wire"]
    assert {"La Baliza del Sund", "Tin Eo Biển"} <= groups["Translated or closely rewritten from Northern Wire"]
    assert groups["Likely taken from one of these copies; from which cannot be determined"] == {"Ostrey Echo"}
    assert "Tide Table" not in set.union(*groups.values())


def test_every_copy_of_the_list_has_a_mark_and_a_letter(parts: dict[str, LineagePart | None]) -> None:
    """Drawing and list hold the same copies; certainty is claimed of what was declared alone."""
    for part in filter(None, parts.values()):
        entries = [entry for group in part.groups for entry in group.entries]
        marks = sum(marks.path.count("M") for marks in part.drawing.marks if marks.kind != "unheld")
        assert marks == len(entries)
        assert len(part.drawing.letters_x.split()) == len(part.drawing.letters)
    ferry = parts["ferry"]
    assert ferry
    shares = {entry.article.label.text: entry.share for group in ferry.groups for entry in group.entries}
    assert shares["Pressbasket"] == "over 99\u202f%"
    assert shares["La Baliza del Sund"] == "100\u202f%"
    assert shares["Northern Wire"] == shares["Ostrey Echo"] == ""


def test_what_cannot_be_determined_has_a_mark_of_its_own(parts: dict[str, LineagePart | None]) -> None:
    """The Echo alone is drawn as doubtful, its possible parents dotted and named with their probabilities."""
    ferry = parts["ferry"]
    assert ferry
    assert {marks.kind: marks.path.count("M") for marks in ferry.drawing.marks} == {"copy": 12, "base": 1, "doubt": 1}
    echo = next(entry for group in ferry.groups for entry in group.entries if "Echo" in entry.article.label.text)
    assert echo.notes
    assert echo.notes[0].startswith("perhaps from Northern Wire (")
    assert next(line.path.count("M") for line in ferry.drawing.lines if line.kind == "possible") == 2


def test_reports_that_share_no_text_have_no_descent(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A story of independent reports draws nothing; control: with a copy of one of them it does."""
    folder = tmp_path / "content" / "stories" / "s"
    folder.mkdir(parents=True)
    pier = "The pier at Marrowby was mended by fourteen men for nine hundred crowns, and the gulls came back to it."
    (folder / "a.txt").write_text(pier, encoding="utf-8")
    (folder / "b.txt").write_text("Nobody asked what the harbour thinks of all this, least of all the gulls.")
    assert parts_of_build(tmp_path / "content", tmp_path / "site", monkeypatch) == {"s": None}
    (folder / "c.txt").write_text(pier, encoding="utf-8")
    assert parts_of_build(tmp_path / "content", tmp_path / "site", monkeypatch)["s"] is not None


def test_an_hour_is_claimed_of_no_copy_that_has_none() -> None:
    """A copy of which the day alone is known has a column called so, and the axis says that it may be misplaced."""
    axis = axis_of(a=moment(3, "08:40"), b=moment(3), c=moment(3, "19:00"), d=moment(4))
    assert [label.label for label in axis.columns] == ["08:40", "19:00", "no hour", "no hour"]
    assert [label.label for label in axis.spans] == ["3 Mar 2031", "4 Mar 2031"]
    assert axis.column_of == {"a": 0, "b": 2, "c": 1, "d": 3}
    assert (axis.has_days_alone, axis.is_hourly) == (True, True)
    apart = axis_of(a=moment(3, "08:40"), d=moment(4))
    assert not apart.has_days_alone


def test_a_copy_without_a_day_is_in_no_day() -> None:
    """It has a column of its own after all others, and says so."""
    axis = axis_of(a=None, b=moment(3))
    assert axis.spans[axis.column_of["a"]].label == "day not known"
    assert axis.column_of == {"a": 1, "b": 0}
    assert not axis.is_hourly


def test_many_moments_are_drawn_by_days() -> None:
    """What would need more columns than a page holds is divided more coarsely."""
    hours = {f"h{hour}": moment(3 + hour // 12, f"{8 + hour % 12}:00") for hour in range(20)}
    axis = axis_of(**hours)
    assert [label.label for label in axis.columns] == ["Mar 3", "Mar 4"]
    assert not axis.is_hourly


def test_the_drawing_is_mirrored_where_the_page_runs_from_right_to_left(
    sample: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In Arabic the earliest copy is on the right, as far from the edge as it is from the left in English."""
    content = tmp_path / "content"
    copytree(sample / "stories" / "bell", content / "stories" / "bell")
    copytree(sample / "sources", content / "sources")
    settings = (sample / "site.toml").read_text("utf-8").replace('language = "en"', 'language = "ar"')
    (content / "site.toml").write_text(settings, encoding="utf-8")
    arabic = parts_of_build(content, tmp_path / "arabic", monkeypatch)["bell"]
    (content / "site.toml").unlink()
    english = parts_of_build(content, tmp_path / "english", monkeypatch)["bell"]
    assert arabic
    assert english
    xs = [[int(x) for x in part.drawing.letters_x.split()] for part in (arabic, english)]
    assert xs[0] == [arabic.drawing.width - x for x in xs[1]]
