"""The ledger of public words: who prints a statement, how each altered it, and who surely printed it first."""

from dataclasses import replace
from datetime import UTC, date, datetime

from sitegen.findings.publicwords import ledger
from sitegen.model import Article, Moment, PublicStatement
from sitegen.text.tokenized import tokenize_blocks
from tests.conftest import MakeArticle

SAID = "“We shall open the gates when the last rocket has been dried and counted,” said the master of the harbour."
CUT = "The master promised to open the gates “when the last rocket has been dried and counted”."
SPLIT = "“We shall open the gates,” said the master, “when the last rocket has been dried and counted.”"
ALTERED = "“We shall open the gates when the last firework has been dried and counted,” said the master."
ELSE = "“Flour does not come over the mountains by itself, you know,” a baker said."


def statements(*articles: Article) -> tuple[PublicStatement, ...]:
    return ledger(articles, {one.id: tokenize_blocks(one.blocks, one.language) for one in articles})


def at(day: int, hour: int | None = None) -> Moment:
    time = None if hour is None else datetime(2031, 3, day, hour, tzinfo=UTC)
    return Moment(day=date(2031, 3, day), time=time)


def test_a_statement_is_one_entry_with_all_its_prints(article: MakeArticle) -> None:
    """Whole, trimmed, altered: each print says what became of the words; what one article alone prints is no entry."""
    found = statements(article("a", SAID), article("b", CUT, ELSE), article("c", ALTERED), article("d", "No word."))
    assert len(found) == 1
    assert {one.article: one.rendering for one in found[0].prints} == {"a": "whole", "b": "trimmed", "c": "altered"}
    assert [one.words for one in found[0].prints if one.article == "b"] == [9]


def test_a_statement_that_is_broken_up_is_one(article: MakeArticle) -> None:
    """`said the master` between two halves makes no second statement; all its words are there."""
    found = statements(article("a", SAID), article("b", f"It rained. {SPLIT}"))
    assert [[(one.article, one.rendering) for one in each.prints] for each in found] == [
        [("a", "whole"), ("b", "trimmed")]
    ]


def test_a_speakers_turn_is_a_statement(article: MakeArticle) -> None:
    """Without quotation marks, where the block is what somebody says; words of narration are not."""
    plain = "We shall open the gates when the last rocket has been dried and counted."
    told = article("b", plain)
    turn = replace(told, blocks=tuple(replace(block, role="turn") for block in told.blocks))
    assert len(statements(article("a", SAID), turn)) == 1
    assert not statements(article("a", SAID), told), "control"


def test_the_earliest_print_is_told_where_it_is_sure(article: MakeArticle) -> None:
    """Not of a tie, of two days that may be one somewhere on Earth, nor where a print has no day."""

    def earliest(first: Moment | None, second: Moment | None) -> str:
        (found,) = statements(article("a", SAID, published=first), article("b", SAID, published=second))
        return found.earliest

    assert earliest(at(4), at(9)) == "a"
    assert earliest(at(9, 7), at(9, 6)) == "b"
    assert earliest(at(4), at(4)) == ""
    assert earliest(at(4), at(5)) == ""
    assert earliest(at(4), None) == ""


def test_many_prints_are_gathered_in_linear_work(article: MakeArticle) -> None:
    """Four hundred prints of one statement are one entry."""
    (found,) = statements(*(article(f"a{place:03}", SAID) for place in range(400)))
    assert len(found.prints) == 400
