"""A standfirst is known by where it is printed, and nothing else is taken for one."""

import pytest

from sitegen.model import Block
from sitegen.text.standfirst import standfirst_block

ABOVE = "Forty passengers went round in circles for an hour; nobody was hurt"
OPENING = "LORNE, 3 March (NW) — A ferry turned back on Monday after its steering failed."
REST = "The coastguard sent a lifeboat, and the boat came home stern first."
BYLINE = "=By Signe Aldous"


def blocks(*texts: str) -> tuple[Block, ...]:
    """Paragraphs; those that begin with `=` are a byline, those with `#` a title."""
    kinds = {"=": "byline", "#": "title"}
    return tuple(
        Block(id=f"b{index}", role="paragraph", text=text.lstrip("=#"), line=index, furniture=kinds.get(text[0], ""))
        for index, text in enumerate(texts, 1)
    )


@pytest.mark.parametrize(
    ("texts", "index"),
    [
        (("#Ferry turns back", ABOVE, BYLINE, OPENING, REST), 1),
        ((ABOVE, OPENING, REST), 0),
        ((BYLINE, ABOVE, OPENING, REST), 1),
        ((OPENING, REST), None),
        ((BYLINE, OPENING, REST), None),
        ((ABOVE, REST), None),
        ((ABOVE, REST, BYLINE, OPENING), None),
        ((f"{ABOVE} " * 9, BYLINE, OPENING), None),
        ((ABOVE, BYLINE), None),
    ],
    ids=["byline", "dateline", "between", "none", "byline first", "neither", "two", "long", "no text"],
)
def test_a_standfirst_is_between_headline_and_byline_or_dateline(texts: tuple[str, ...], index: int | None) -> None:
    """One short paragraph above a byline or dateline, with a text below it; of any other nothing is said."""
    assert standfirst_block(blocks(*texts), "LORNE, 3 March (NW)") == index


def test_without_a_dateline_the_first_sentence_is_none() -> None:
    """A text that names no place at its beginning begins with its text."""
    assert standfirst_block(blocks(ABOVE, REST), "") is None
