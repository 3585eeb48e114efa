"""What the built sample archive says of its own articles, held against what a reader of them says."""

import csv
import json
import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest

from sitegen.pipeline.build import BuildOptions, build_site
from tests.conftest import REPOSITORY

EXPECTED = tomllib.loads((REPOSITORY / "tests/sample/expected.toml").read_text(encoding="utf-8"))
NEVER = EXPECTED["never"]


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The data folder of the built sample."""
    output = tmp_path_factory.mktemp("sample") / "site"
    built = build_site(REPOSITORY / "content", output, BuildOptions(search=False, workers=1))
    assert built.report is not None
    return output / "data"


@pytest.fixture(scope="module")
def articles(data: Path) -> Mapping[str, Mapping[str, Any]]:
    """What archive.json says of each article."""
    archive = json.loads((data / "archive.json").read_text(encoding="utf-8"))
    return {article["id"]: article for article in archive["articles"]}


@pytest.mark.parametrize(("article", "relation"), EXPECTED["relations"].items())
def test_a_copy_stands_as_a_reader_says(articles: Mapping[str, Any], article: str, relation: str) -> None:
    """Its relation is the one that was read in the texts."""
    assert articles[article]["relation"] == relation


@pytest.mark.parametrize(("article", "parent"), EXPECTED["parents"].items())
def test_a_copy_was_taken_from_the_text_a_reader_names(articles: Mapping[str, Any], article: str, parent: str) -> None:
    """Its likeliest parent is the text it was made from."""
    assert articles[article]["parent"] == parent


@pytest.mark.parametrize("article", EXPECTED["cannot_tell"]["parent"])
def test_where_nothing_tells_no_parent_is_named(articles: Mapping[str, Any], article: str) -> None:
    """Of a text that may come from any of several copies nobody is named."""
    assert articles[article]["parent"] is None


@pytest.mark.parametrize(("parent", "article"), NEVER["parent"])
def test_nobody_is_said_to_have_taken_a_text_that_they_did_not(
    articles: Mapping[str, Any], parent: str, article: str
) -> None:
    """No wrong parent is published."""
    assert articles[article]["parent"] != parent


@pytest.mark.parametrize(("one", "another"), NEVER["family"])
def test_texts_that_share_no_narration_are_no_copies(articles: Mapping[str, Any], one: str, another: str) -> None:
    """They stand in two families."""
    assert articles[one]["family"] != articles[another]["family"]


@pytest.mark.parametrize(("one", "another"), NEVER["story"])
def test_reports_of_two_events_are_two_stories(articles: Mapping[str, Any], one: str, another: str) -> None:
    """They stand in two stories."""
    assert articles[one]["story"] != articles[another]["story"]


@pytest.mark.parametrize(("article", "relation"), NEVER["relation"])
def test_a_copy_does_not_stand_as_nobody_would_say(articles: Mapping[str, Any], article: str, relation: str) -> None:
    """Its relation is not one that the texts rule out."""
    assert articles[article]["relation"] != relation


@pytest.mark.parametrize(("story", "count"), EXPECTED["independent"].items())
def test_the_independent_texts_of_a_story_are_counted(articles: Mapping[str, Any], story: str, count: int) -> None:
    """A story has so many texts that were made from no other."""
    families = {article["family"] for article in articles.values() if article["story"] == story}
    assert len(families) == count


def _credits(data: Path) -> Iterator[tuple[str, bool]]:
    for file in sorted((data / "stories").glob("*.json")):
        for article in json.loads(file.read_text(encoding="utf-8"))["articles"]:
            yield article["id"], bool(article["credits"])


@pytest.mark.parametrize("channel", ["names_no_source", "names_a_source"])
def test_credits_of_every_channel_are_read(data: Path, channel: str) -> None:
    """Who names a source in a field, a dateline, a tag or a sentence is known to, and who names none is too."""
    credited = dict(_credits(data))
    expected = channel == "names_a_source"
    assert [article for article in EXPECTED[channel]["articles"] if credited[article] != expected] == []


@pytest.fixture(scope="module")
def quotations(data: Path) -> Mapping[str, Mapping[str, str]]:
    """Of each quotation, by its first words in small letters, how each article renders it."""
    found = {}
    for file in sorted((data / "stories").glob("*.json")):
        for quotation in json.loads(file.read_text(encoding="utf-8"))["quotations"]:
            renderings = {copy["article"]: copy["rendering"] for copy in quotation["copies"]}
            found |= {copy["text"].casefold(): renderings for copy in quotation["copies"]}
    return found


def _rendered(quotations: Mapping[str, Mapping[str, str]], begins: str) -> Mapping[str, str]:
    found = [renderings for text, renderings in quotations.items() if text.startswith(begins.casefold())]
    assert found, f"no quotation begins with {begins}"
    return found[0]


@pytest.mark.parametrize("quotation", EXPECTED["quotations"], ids=lambda quotation: quotation["begins"][:20])
def test_public_words_are_one_object_with_who_prints_them(
    quotations: Mapping[str, Mapping[str, str]], quotation: Mapping[str, Any]
) -> None:
    """All who print it are known, and who put other words into it."""
    renderings = _rendered(quotations, quotation["begins"])
    assert sorted(renderings) == sorted(quotation["prints"])
    assert [article for article in quotation["prints"] if renderings[article] == "altered"] == quotation["altered"]


@pytest.mark.parametrize(("begins", "article"), NEVER["quotes"])
def test_nobody_is_said_to_print_what_they_do_not(
    quotations: Mapping[str, Mapping[str, str]], begins: str, article: str
) -> None:
    """Words that only others print."""
    assert article not in _rendered(quotations, begins)


@pytest.mark.parametrize(("begins", "article"), NEVER["alters"])
def test_nobody_is_said_to_alter_what_they_print_whole(
    quotations: Mapping[str, Mapping[str, str]], begins: str, article: str
) -> None:
    """Other marks around the same words are no other words."""
    assert _rendered(quotations, begins)[article] == "whole"


@pytest.mark.parametrize("article", NEVER["accused"])
def test_nobody_is_accused_who_names_a_source_or_took_no_text(data: Path, article: str) -> None:
    """No table says of it that it names nobody."""
    with (data / "articles.csv").open(encoding="utf-8", newline="") as lines:
        names = {row["id"]: row["names_parent"] for row in csv.DictReader(lines)}
    assert names[article] != "false"


@pytest.mark.parametrize(("story", "count"), EXPECTED["outlets"].items())
def test_the_outlets_of_a_story_are_counted(articles: Mapping[str, Any], story: str, count: int) -> None:
    """Two versions of one outlet are one; a text that nobody signs is one of its own."""
    printed = [(article["source"] or article["id"]) for article in articles.values() if article["story"] == story]
    assert len(set(printed)) == count


def test_half_of_what_is_stated_is_negative() -> None:
    """At least 80 statements on relations, parents, independence and public words, half of them of what is not so."""
    stated = [*EXPECTED["relations"], *EXPECTED["parents"], *EXPECTED["independent"], *EXPECTED["quotations"]]
    negative = [statement for statements in NEVER.values() for statement in statements]
    assert len(stated) + len(negative) >= 80
    assert 2 * len(negative) >= len(stated) + len(negative)
