"""Every threshold that a page states is the one that the program decides by."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from sitegen import thresholds
from sitegen.changes import shifts
from sitegen.changes.quotes import quotationmatch
from sitegen.compare import groups, moves, repeats, rows
from sitegen.config import Config
from sitegen.formats.webpages import completeness
from sitegen.model import CARRIES
from sitegen.read import legacy, plain
from sitegen.text.catalogues import ENGLISH
from sitegen.views import method
from tests.conftest import REPOSITORY

CONTENT = (REPOSITORY / "docs" / "content.md").read_text("utf-8")
PERCENTAGE = re.compile(r"\d+(?:\.\d+)?[ \u00a0\u202f]?%")
MEASURED = ("On 197 invented openings", "Measured on 102 labelled pages")
"""Beginnings of paragraphs that say what was measured and hold no threshold."""
SHARES: tuple[tuple[str, tuple[float, ...]], ...] = (
    ("at least {} of the lines that follow do not begin with a capital", (plain._GOES_ON,)),
    ("at least {} of the kept words stand outside quotation marks", (thresholds.NARRATED,)),
    ("every byte is a character, and {} of those beyond ASCII", (1 - legacy._MOST_ODD,)),
    ("and {} of its letters beyond ASCII are the language's", (1 - legacy._MOST_FOREIGN,)),
    (
        "`taken` and `kept` are both at least {}, nothing was moved, split or merged, and at most {} of its words",
        (thresholds.ALL, thresholds.SLIPS),
    ),
    ("As `verbatim`, with `kept` below {}.", (thresholds.ALL,)),
    (
        "`kept` or `taken` is at least {}, and at most {} of its words replaced others",
        (thresholds.MUCH, thresholds.REPLACED),
    ),
    ("at least {} of the kept words stand inside quotation marks", (thresholds.QUOTED,)),
    ("or {} of the shorter one's", (groups._CHANGED,)),
    ("stayed and are {} of the shorter one's", (quotationmatch._SHARE,)),
    ("share at least {} of the longer one's words", (rows._MOVED,)),
    ("with {} of its words in common", (moves._ALIKE,)),
    ("than was found, which has less than {} of it", (completeness.LEAST_STATED,)),
    (
        "more than {} of the words that stand where the article does were not taken, or {} of the page's are a text",
        (completeness.MOST_MISSING, completeness.MOST_ELSEWHERE),
    ),
)
"""Statements of docs/content.md with the shares they hold."""
COUNTS: tuple[tuple[str, tuple[int, ...]], ...] = (
    ("they share at least {} words", (groups._ENOUGH_WORDS,)),
    ("A paragraph of at least {} words that the text prints again", (repeats._WORDS,)),
    ("Two quotations are one, altered, where {} of their words of content stayed", (quotationmatch._FEWEST_STAYED,)),
    ("a sentence of at least {} words", (moves._WORDS,)),
    ("or up to {} words inside their sentence", (shifts._UP_TO,)),
)
"""The same for numbers of words, which the page writes out up to twelve."""
WRITTEN = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"]


def written(count: int) -> str:
    return WRITTEN[count] if count < len(WRITTEN) else str(count)


def variants(statement: str, counts: Iterable[int]) -> set[str]:
    """A statement with its numbers in figures, and with those written out that may be."""
    counts = tuple(counts)
    return {statement.format(*counts), statement.format(*map(written, counts))}


def shares_of(statement: str, shares: Iterable[float]) -> str:
    return statement.format(*(f"{share * 100:g} %" for share in shares))


@pytest.mark.parametrize(("statement", "shares"), SHARES)
def test_a_share_in_the_docs_is_that_of_the_program(statement: str, shares: tuple[float, ...]) -> None:
    """Whoever changes a threshold is told which sentence states it."""
    assert shares_of(statement, shares) in CONTENT


@pytest.mark.parametrize(("statement", "counts"), COUNTS)
def test_a_number_of_words_in_the_docs_is_that_of_the_program(statement: str, counts: tuple[int, ...]) -> None:
    """The same for counts."""
    assert any(text in CONTENT for text in variants(statement, counts)), variants(statement, counts)


def unstated(text: str) -> Iterator[str]:
    """Percentages of a text that no statement accounts for; examples in code and measurements aside."""
    for statement, shares in SHARES:
        text = text.replace(shares_of(statement, shares), "")
    paragraphs = [part for part in text.split("\n") if not part.startswith(MEASURED)]
    for paragraph in paragraphs:
        yield from PERCENTAGE.findall(re.sub(r"`[^`]*`", "", paragraph))


def test_every_percentage_in_the_docs_comes_from_the_program() -> None:
    """No share stands in docs/content.md that is not held against its value here."""
    assert [*unstated(CONTENT)] == []


def test_a_share_that_nobody_checks_is_seen() -> None:
    """Control: a threshold that differs from the program's, or is new, is found; an example in code is none."""
    assert [*unstated("at least 45 % of the kept words stand inside quotation marks")] == ["45 %"]
    assert [*unstated("| `half`, `50 %` | at least 12.5 % of it |")] == ["12.5 %"]


def test_the_method_page_writes_no_threshold_out() -> None:
    """Every percentage of the page is made from a value: none stands in its source."""
    source = Path(method.__file__).read_text("utf-8")
    assert PERCENTAGE.findall(source) == []
    made = {ENGLISH.percent(share) for name, share in vars(thresholds).items() if name.isupper()}
    stated = [share for _, meaning in method.relation_meanings(ENGLISH) for share in PERCENTAGE.findall(meaning)]
    assert len(stated) == 5
    assert set(stated) <= made


def test_the_method_page_states_the_settings_of_the_archive() -> None:
    """Control: another setting is another percentage on the page."""

    def stated(config: Config) -> set[str]:
        return {share for term in method.rules_of(config, ENGLISH) for share in PERCENTAGE.findall(term.meaning)}

    grouping = replace(Config().grouping, copy_share=0.07, short_share=0.45)
    assert stated(replace(Config(), grouping=grouping)) == {ENGLISH.percent(share) for share in (0.07, 0.45, CARRIES)}
