"""Several outlets have one text on one day: no page and no file says from which of them a later copy was taken."""

import json
import re
from pathlib import Path

import pytest

from sitegen.pipeline.build import BuildOptions, build_site
from tests.render.test_schemas import mistakes

OUTLETS = ("skarv", "tern", "tide")
TEXT = (
    "The swing bridge at Lorne stayed open for nine hours on Tuesday, and sixty lorries waited on either bank.",
    "A bolt of the turning gear had sheared, the harbour master wrote in a notice, and no spare was kept in the town.",
    "Fishermen carried the evening mail across in two boats, as their grandfathers had done before the bridge stood.",
    "The council will pay for a second bolt out of the fund for winter sand, if the ministry agrees before the frost.",
)


def built(folder: Path, later: int, *, first: str = "") -> Path:
    """The site of the three and `later` copies of days after; with `first` that one is of the day before all others."""
    content = folder / "content"
    (content / "sources").mkdir(parents=True)
    days = dict.fromkeys(OUTLETS, "2031-03-05")
    days |= {f"copy{place:02}": f"2031-03-{7 + place % 9:02}" for place in range(later)}
    if first:
        days[first] = "2031-03-01"
    for name, day in days.items():
        (content / "sources" / f"{name}.md").write_text(f"---\nname: {name.title()} Post\n---\n", encoding="utf-8")
        fields = f"title: The bridge\nlanguage: en\nsource: {name}\npublished: {day}\nstory: bridge"
        text = "\n\n".join(TEXT if name != "copy00" else TEXT[:3])
        (content / f"{name}.md").write_text(f"---\n{fields}\n---\n\n{text}\n", encoding="utf-8")
    (content / "site.toml").write_text('title = "Bridges"\nbase_url = "https://archive.example/"\n', encoding="utf-8")
    result = build_site(content, folder / "site", BuildOptions(workers=1, search=False, cache=None))
    assert result.report is not None, result.diagnostics
    return folder / "site"


def words(site: Path, path: str) -> str:
    text = re.sub(r"<[^>]+>", "", (site / path / "index.html").read_text(encoding="utf-8"))
    return " ".join(re.sub("[\u2068\u2069]", "", text).split())


@pytest.mark.parametrize("later", [1, 30], ids=["small family", "large family"])
def test_all_are_named_and_none_alone(tmp_path: Path, later: int) -> None:
    """Page, list, archive.json and the story's file agree; the control, where one was days before, names that one."""
    site = built(tmp_path / "tie", later)
    archive = json.loads((site / "data/archive.json").read_text(encoding="utf-8"))
    article = next(entry for entry in archive["articles"] if entry["id"] == "copy00")
    assert (article["parent"], article["one_of"]) == (None, list(OUTLETS))
    data = json.loads((site / "data/stories/bridge.json").read_text(encoding="utf-8"))
    assert not mistakes("archive", archive)
    assert not mistakes("story", data)
    edge = next(edge for edge in data["descent"] if edge["article"] == "copy00")
    assert (edge["said"], edge["one_of"]) == ("one of several", list(OUTLETS))
    assert edge["together"] >= 0.9 > 0.4 > edge["probability"]
    told = "from Skarv Post, Tern Post or Tide Post; from which cannot be told"
    assert f"Cut, copied {told}." in words(site, "articles/copy00")
    assert f"cut, copied {told}" in words(site, "stories/bridge").replace("Cut", "cut")
    for path in ("stories/bridge", ""):
        assert re.search(rf"articles? (likely )?took text {told}\.", words(site, path)), path
        # The other two of the three, and they alone.
        assert "Two articles share text with another; who took it from whom cannot be told." in words(site, path), path
    for path in ("stories/bridge", "articles/copy00", "sources/copy00", ""):
        assert not re.search(r"(copied|likely) from \w+ Post(?!,)", words(site, path)), path
    site = built(tmp_path / "first", later, first="tern")
    archive = json.loads((site / "data/archive.json").read_text(encoding="utf-8"))
    article = next(entry for entry in archive["articles"] if entry["id"] == "copy00")
    assert (article["parent"], article["one_of"]) == ("tern", [])
    assert "Cut, copied from Tern Post." in words(site, "articles/copy00")


def test_of_two_with_an_agencys_dispatch_the_earlier_day_is_not_denied(tmp_path: Path) -> None:
    """Which came first is known, and who took it from whom is not: both print the dispatch of an agency not held."""
    content = tmp_path / "content"
    (content / "sources").mkdir(parents=True)
    for name, day, printed in (("skarv", 5, TEXT), ("tern", 6, TEXT[:3])):
        (content / "sources" / f"{name}.md").write_text(f"---\nname: {name.title()} Post\n---\n", encoding="utf-8")
        fields = f"title: The bridge\nlanguage: en\nsource: {name}\npublished: 2031-03-{day:02}"
        text = "LORNE (Fjord Agency) - " + "\n\n".join(printed)
        (content / f"{name}.md").write_text(f"---\n{fields}\n---\n\n{text}\n", encoding="utf-8")
    result = build_site(content, tmp_path / "site", BuildOptions(workers=1, search=False, cache=None))
    assert result.report is not None, result.diagnostics
    story = next(path.name for path in (tmp_path / "site/stories").iterdir())
    told = words(tmp_path / "site", f"stories/{story}") + words(tmp_path / "site", "articles/tern")
    assert "who took it from whom cannot be told" in told
    assert "ho took it from whom cannot be determined" in told
    assert "hich came first" not in told
    assert "ikely from Skarv" not in told
