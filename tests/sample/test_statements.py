"""What a reader says of the sample archive, held against the data that is published of it."""

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

import pytest

Json = dict[str, Any]
STATEMENTS = Path(__file__).parent / "statements.txt"
_KINDS = {"kept": "verbatim", "reworded": "reworded", "translated": "translated", "dropped": "dropped"}


class Statement(NamedTuple):
    """A line of the file."""

    is_true: bool
    story: str
    predicate: str
    subject: str
    """An article, or a kind of sentence."""
    words: str
    instead: str


def statements() -> Iterator[Statement]:
    for line in STATEMENTS.read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            sign, story, predicate, subject, words, *instead = line.split("|")
            yield Statement(sign == "+", story, predicate, subject, words, "".join(instead))


@pytest.fixture(scope="module")
def stories(sample_site: Path) -> Mapping[str, Json]:
    files = (sample_site / "data" / "stories").glob("*.json")
    return {path.stem: json.loads(path.read_text("utf-8")) for path in files}


def holds(story: Json, statement: Statement) -> bool:
    """Whether the data says what a statement says; of a sentence or value that is not there nothing holds."""
    if statement.predicate in ("said", "altered", "unquoted", "another"):
        return is_quoted_so(story, statement)
    if statement.predicate in ("parent", "independent", "untold"):
        return descends(next(edge for edge in story["descent"] if edge["article"] == statement.subject), statement)
    collation = story["collation"][0]
    units = [unit for unit in collation["units"] if statement.words in unit["text"] and not unit["added"]]
    if statement.predicate == "is":
        kinds = {sentence["unit"]: sentence["kind"] for sentence in story["survival"]}
        return any(kinds[unit["id"]] == statement.subject for unit in units)
    if statement.predicate == "adds":
        return any(
            unit["added"] and statement.words in unit["text"] and statement.subject in reading["copies"]
            for unit in collation["units"]
            for reading in unit["readings"]
        )
    if statement.predicate in ("gives", "same"):
        return any(
            states(stated, statement)
            for fact in story["facts"]
            if fact["stated"][0]["text"] == statement.words
            for stated in fact["stated"]
        )
    readings = [reading for unit in units for reading in unit["readings"] if statement.subject in reading["copies"]]
    if statement.predicate == "moved":
        return any(reading["moved"] for reading in readings)
    return any(reading["kind"] == _KINDS[statement.predicate] for reading in readings)


def is_quoted_so(story: Json, statement: Statement) -> bool:
    """Whether the ledger says so of a quotation with these words."""
    for entry in story["quotations"]:
        if not any(statement.words in copy["text"] for copy in entry["copies"]):
            continue
        if statement.predicate == "unquoted":
            return {"article": statement.subject, "fate": "dropped", "speaker": None, "verb": None} in entry[
                "unprinted"
            ]
        printed = next((copy for copy in entry["copies"] if copy["article"] == statement.subject), None)
        if printed is None:
            return False
        if statement.predicate == "said":
            return bool(printed["speaker"] == statement.instead)
        if statement.predicate == "another":
            return bool(printed["another_speaker"])
        return bool(printed["rendering"] == "altered")
    raise AssertionError(f"no quotation has {statement.words!r}")


def descends(edge: Json, statement: Statement) -> bool:
    """Whether an edge of the provenance says so."""
    if statement.predicate == "untold":
        return bool(edge["said"] == "cannot be told")
    if statement.predicate == "independent":
        return bool(edge["said"] == "none held")
    return bool(edge["parent"] == statement.instead)


def states(stated: Json, statement: Statement) -> bool:
    if statement.subject not in stated["copies"]:
        return False
    if statement.predicate == "same":
        return bool(stated["verdict"] in ("same-value", "converted"))
    return bool(stated["verdict"] in ("changed", "rounded") and stated["text"] == statement.instead)


@pytest.mark.parametrize("statement", list(statements()), ids=lambda statement: "-".join(map(str, statement[1:5])))
def test_the_data_says_what_a_reader_says(stories: Mapping[str, Json], statement: Statement) -> None:
    """Each statement is true of the data, or false, as it is of the archive."""
    assert holds(stories[statement.story], statement) is statement.is_true


def test_statements_are_many_and_half_of_them_false(stories: Mapping[str, Json]) -> None:
    """At least 120, between 40 and 60 % of them false, each about words that the base has."""
    listed = list(statements())
    assert len(listed) >= 120
    assert 0.4 <= sum(not statement.is_true for statement in listed) / len(listed) <= 0.6
    for statement in listed:
        texts = [unit["text"] for unit in stories[statement.story]["collation"][0]["units"]]
        assert any(statement.words in text for text in texts)


def test_a_wrong_reading_is_noticed(stories: Mapping[str, Json]) -> None:
    """Control: with the readings of another copy the statements no longer hold."""
    story = json.loads(json.dumps(stories["ferry"]).replace("ferry-harbour-courier", "nobody"))
    wrong = [
        statement
        for statement in statements()
        if statement.story == "ferry" and holds(story, statement) is not statement.is_true
    ]
    assert wrong
    assert all(statement.subject == "ferry-harbour-courier" for statement in wrong)
    assert any(statement.predicate == "altered" for statement in wrong)
