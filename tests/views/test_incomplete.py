"""Of a text that was imported incomplete nothing is said of what it lacks: no cut, no share kept, nothing gone."""

import json
from pathlib import Path

import pytest

from sitegen.pipeline.build import BuildOptions, build_site

PARAGRAPHS = (
    "The bridge at Marrowby was closed on Monday after a barge had struck its middle pier in the fog.",
    "Nobody was hurt, the harbour office said, but two cars stood on the deck until the afternoon.",
    "Engineers looked at the pier by boat and found a crack that was as long as a man is tall.",
    "The council will decide on Friday whether the tolls of the ferry are to be waived until the repair.",
)


def built(folder: Path, completeness: str) -> tuple[Path, dict[str, object]]:
    """A story whose second copy has half of the first, and is declared to be so complete."""
    content = folder / "content"
    (content / "sources").mkdir(parents=True)
    for source in ("gull", "heron"):
        (content / "sources" / f"{source}.md").write_text(f"---\nname: {source.title()}\n---\n", encoding="utf-8")
    matter = "---\nstory: s\npublished: 2031-03-0{day}\nsource: {source}\nlanguage: en\n{more}---\n"
    whole = matter.format(day=1, source="gull", more="") + "\n\n".join(PARAGRAPHS) + "\n"
    half = matter.format(day=2, source="heron", more=completeness) + "\n\n".join(PARAGRAPHS[:2]) + "\n"
    (content / "whole.md").write_text(whole, encoding="utf-8")
    (content / "half.md").write_text(half, encoding="utf-8")
    assert build_site(content, folder / "site", BuildOptions(workers=1, search=False)).report
    story = json.loads((folder / "site/data/stories/s.json").read_text("utf-8"))
    return folder / "site", {article["id"]: article for article in story["articles"]}["half"]


PAGES = ("stories/s/index.html", "stories/s/whole--half/index.html", "articles/half/index.html", "index.html")
CLAIMS = ("50 %", "50\u202f%", "53 %", "53\u202f%", "Cut from", "are gone", "is gone", "are also in ")


@pytest.mark.parametrize("page", PAGES)
def test_nothing_is_said_of_what_a_partial_text_lacks(tmp_path: Path, page: str) -> None:
    """Not on the story's page, nor beside the other copy, nor on its own, nor at home."""
    site, _ = built(tmp_path, "completeness: partial\n")
    text = (site / page).read_text("utf-8").partition("<main")[2].partition("How to read this page")[0]
    assert [claim for claim in CLAIMS if claim in text] == []


def test_the_data_says_what_a_partial_text_took_and_not_what_it_kept(tmp_path: Path) -> None:
    """As far as it goes it is the other's text."""
    _, half = built(tmp_path, "completeness: partial\n")
    assert (half["relation"], half["kept"], half["taken"]) == ("verbatim", None, 1.0)


def test_control_a_whole_text_was_cut(tmp_path: Path) -> None:
    """The same two texts, of which nobody says that one is incomplete."""
    site, half = built(tmp_path, "")
    assert half["relation"] == "cut"
    assert "Cut from" in (site / "stories/s/whole--half/index.html").read_text("utf-8")
