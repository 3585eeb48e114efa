"""A story's edition as data: what it says, and what rights withhold of it."""

import json
from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest

from sitegen.config import Config
from sitegen.model import Article, Family, Moment, Story
from sitegen.read import read_theme, theme_folder
from sitegen.render import make_theme
from sitegen.story import StoryInput, build_story
from sitegen.views.common import make_frame
from tests.conftest import make_article
from tests.render.test_schemas import mistakes

Json = dict[str, Any]
OPENING = "A barge with 40 crates of pears ran aground near Holm on Monday, the harbour office said."
DENIAL = "The owner, the Pell Line, denied that the pilot had been asleep at the wheel."
QUOTE = "“I have seen worse groundings,” said the pilot, Jon Aske."
OWN = "Our reporter bought two kilograms of them and found every single one ripe."
PLAIN = "The barge was built at Pell and carries fruit in autumn and coal in winter, as it has done for years."
CHANGED = OPENING.replace("40 crates", "dozens of crates")


def story_of(*articles: Article) -> Json:
    """The file of a story of one family, the first article its base."""
    names = tuple(one.id for one in articles)
    family = Family(base=names[0], base_reason="declared", copies=names)
    config = Config(excerpt_share=0.6)
    theme = make_theme(read_theme(theme_folder()))
    frame = make_frame(config, css=theme.css.path, js=theme.js.path, icon=theme.icon.path, version="0")
    story = Story(id="s", title="s", families=(family,), declared=True)
    output = build_story(
        StoryInput(story=story, articles=articles, sources=(), config=config, frame=frame, theme=theme)
    )
    data = json.loads(next(file.content for file in output.files if file.path == "data/stories/s.json"))
    assert mistakes("story", data) == []
    return data


def edition(data: Json) -> Json:
    return {key: data[key] for key in ("collation", "facts", "survival", "alignments")}


def words(value: object) -> Iterator[str]:
    """Every string in a part of the data."""
    if isinstance(value, dict):
        for part in value.values():
            yield from words(part)
    elif isinstance(value, list):
        for part in value:
            yield from words(part)
    elif isinstance(value, str):
        yield value


def test_the_data_says_what_became_of_each_sentence() -> None:
    """Units with readings and ops, survival by rank, facts that differ first, and what leads."""
    data = story_of(make_article("a", OPENING, DENIAL, PLAIN, QUOTE), make_article("b", CHANGED, PLAIN, QUOTE, OWN))
    collation = data["collation"][0]
    assert [unit["text"] for unit in collation["units"]] == [OPENING, DENIAL, PLAIN, QUOTE, OWN]
    kinds = [unit["readings"][0]["kind"] for unit in collation["units"]]
    assert kinds == ["reworded", "dropped", "verbatim", "verbatim", "verbatim"]
    ops = collation["units"][0]["readings"][0]["ops"]
    assert "".join(op["left"] for op in ops) == OPENING
    assert "".join(op["right"] for op in ops) == CHANGED
    kinds = [sentence["kind"] for sentence in data["survival"]]
    assert kinds == ["denial", "figure", "background", "quotation"]
    assert data["survival"][0]["dropped"] == ["b"]
    assert data["facts"][0]["differs"]
    assert [stated["text"] for stated in data["facts"][0]["stated"]] == ["40", "dozens of"]
    assert collation["leading"][0]["kind"] == "lost denial"


def test_a_base_that_shows_figures_only_shows_counts_only() -> None:
    """No word, no id, no copy: only how many have what."""
    data = story_of(
        make_article("a", OPENING, DENIAL, PLAIN, QUOTE, rights="figures"),
        make_article("b", CHANGED, PLAIN, QUOTE, OWN),
    )
    units = data["collation"][0]["units"]
    assert [(unit["id"], unit["text"], unit["readings"]) for unit in units] == [(None, "", [])] * 4
    assert [unit["counts"]["dropped"] for unit in units] == [0, 1, 0, 0]
    assert data["facts"] == []
    assert {sentence["unit"] for sentence in data["survival"]} == {None}
    assert not any("pears" in text or "pilot" in text for text in words(edition(data)))


def test_a_copy_that_shows_figures_only_is_counted_and_not_named() -> None:
    """Beside the base's words nothing says what it prints."""
    first, later = (Moment(day=date(2031, 3, day)) for day in (1, 4))
    data = story_of(
        make_article("a", OPENING, DENIAL, PLAIN, QUOTE, published=first),
        make_article("b", CHANGED, PLAIN, QUOTE, OWN, rights="figures", published=later),
        make_article("c", OPENING, PLAIN, QUOTE, published=later),
    )
    units = data["collation"][0]["units"]
    assert len(units) == 4, "its own sentence is no unit"
    assert [unit["counts"]["dropped"] for unit in units] == [0, 2, 0, 0]
    named = [copy for unit in units for reading in unit["readings"] for copy in reading["copies"]]
    assert set(named) == {"c"}
    assert not any("dozens" in text or "reporter" in text for text in words(edition(data)))
    assert not any(fact["differs"] for fact in data["facts"])


def test_of_an_excerpt_stands_what_may_be_shown() -> None:
    """No run of a withheld sentence stands anywhere in the edition."""
    long = [
        f"Paragraph {number} tells of a thing that no other paper has told, in {number} hundred words."
        for number in range(2, 9)
    ]
    data = story_of(
        make_article("a", OPENING, DENIAL, PLAIN, QUOTE), make_article("b", CHANGED, *long, QUOTE, rights="excerpt")
    )
    shown = [
        piece["text"] for piece in next(one for one in data["articles"] if one["id"] == "b")["excerpt"] if piece["text"]
    ]
    printed = list(words(edition(data)))
    for sentence in long:
        assert any(sentence in piece for piece in shown) or not any(sentence in text for text in printed)


@pytest.mark.parametrize("count", [1, 2])
def test_a_story_of_few_texts(count: int) -> None:
    """One text has no collation; two that are the same have one in which all is kept."""
    data = story_of(*(make_article(name, OPENING, DENIAL) for name in "ab"[:count]))
    assert len(data["collation"]) == count - 1
    assert all(not sentence["dropped"] for sentence in data["survival"])


def test_of_many_copies_less_is_listed() -> None:
    """Up to 24 copies a reading says its ops; beyond, the comparisons do, and the file stays small."""
    for count, expected in ((24, True), (25, False)):
        copies = [make_article(f"c{place:02}", OPENING.replace("40", str(50 + place)), PLAIN) for place in range(count)]
        data = story_of(make_article("a", OPENING, PLAIN), *copies)
        readings = data["collation"][0]["units"][0]["readings"]
        assert len(readings) == count
        assert all(bool(reading["ops"]) is expected for reading in readings)
        assert len(data["survival"][0]["reworded"]) == (count if expected else 0)
        assert data["survival"][0]["counts"]["reworded"] == count
