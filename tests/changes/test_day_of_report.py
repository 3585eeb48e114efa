"""A date that became another, is gone or is new, and says something of what is reported.

Each case was told for sure before, of real texts, and was judged false or trivial by outside readers.
"""

from dataclasses import replace
from datetime import date

import pytest

from sitegen.changes.evidence import confidence
from sitegen.comparing import compare_articles
from sitegen.config import Comparing
from sitegen.model import Moment
from sitegen.recognise import recognise_blocks
from tests.changes.test_same_statement import FILL, changes
from tests.conftest import make_article

LEAD = "Anna Brook (1828 - May 23, 1906) built the mole. ¶ "
AFTER = "The fort held the sea road for long. ¶ "


def sure(left: str, right: str, language: str = "en") -> list[str]:
    """Kinds of what is told for sure of a value."""
    return [
        change.kind
        for change in changes(left, right, language)
        if change.is_consequential and change.kind in ("date", "figure")
    ]


@pytest.mark.parametrize(
    ("language", "left", "right"),
    [
        # The other text gives the day elsewhere, and the year with it.
        ("en", LEAD + "In the end Brook died there in 1906.", LEAD + "In the end Brook died there."),
        # The day on which a source was looked up.
        ("en", "The mole is old.{{cite|access-date=2018-08-05}}", "The mole is old.{{cite|access-date=2019-04-10}}"),
        ("en", "The mole is old. Retrieved 5 August 2018.", "The mole is old. Retrieved 10 April 2019."),
        ("de", "Die Mole ist alt. Abgerufen am 5. August 2018.", "Die Mole ist alt. Abgerufen am 10. April 2019."),
        ("ru", "Мол стар. Дата обращения: 5 августа 2018.", "Мол стар. Дата обращения: 10 апреля 2019."),
        ("pl", "Molo jest stare. [dostęp 2018-08-05]", "Molo jest stare. [dostęp 2019-04-10]"),
        # What a link leads to.
        ("en", "Brook ([[1828]] - [[2007|2005]]) built the mole.", "Brook ([[1828]] - [[2005]]) built the mole."),
        # So far from another day, without a number.
        ("en", AFTER + "Centuries later, in 1415, the port fell.", AFTER + "A century later, in 1415, the port fell."),
        # What is printed alike beside a sign that no font has.
        ("en", "They took 10\ufffd15 grams of salt a day.", "They took 10 to 15 grams of salt a day."),
    ],
)  # fmt: skip
def test_a_date_that_says_nothing_new_is_not_sure(language: str, left: str, right: str) -> None:
    """It is shown and not counted; the same with the sides exchanged."""
    assert sure(left, right, language) == []
    assert sure(right, left, language) == []


@pytest.mark.parametrize(
    ("left", "right"),
    [
        (
            LEAD + "In the end Brook died there in 1907.",
            LEAD + "In the end Brook died there.",
        ),
        ("The body was retrieved on 5 August 2018.", "The body was retrieved on 10 April 2019."),
        (AFTER + "A decade later, in 1415, the port fell.", AFTER + "A century later, in 1415, the port fell."),
    ],
)
def test_a_date_of_the_report_is_sure(left: str, right: str) -> None:
    """Control: another year, a day that is no reader's, another distance."""
    assert sure(left, right) == ["date"]


def test_a_weekday_told_from_a_later_day_is_not_sure() -> None:
    """`on Tuesday` is `last week` in a report of the week after."""
    texts = FILL + "The mole was shut on Tuesday by the crews.", FILL + "The mole was shut last week by the crews."
    assert not is_date_sure(texts, (3, 9))
    assert is_date_sure(texts, (9, 9))


def test_today_in_a_text_without_a_day_may_be_nowadays() -> None:
    """It is a date in a report of a day, and none in a page."""
    texts = FILL + "A number without end is one mark.", FILL + "A number without end is one mark today."
    assert not is_date_sure(texts, (None, None))
    assert is_date_sure(texts, (9, 9))


def is_date_sure(texts: tuple[str, str], days: tuple[int | None, int | None]) -> bool:
    """Whether a date is told for sure of two texts that were published on days of one month."""
    articles = [
        make_article(name, text, language="en", published=Moment(day=date(2024, 5, day)) if day else None)
        for name, text, day in zip("ab", texts, days, strict=True)
    ]
    left, right = (replace(article, blocks=recognise_blocks(article.blocks, "en")) for article in articles)
    dates = [change for change in compare_articles(left, right, Comparing()).changes if change.kind == "date"]
    return any(change.is_consequential for change in dates)


def test_a_date_in_a_sentence_of_another_report_is_not_sure(monkeypatch: pytest.MonkeyPatch) -> None:
    """Of two texts that are no copies one alone gives a day, in a sentence of which little is the other's."""
    rest = [
        "Seventy gulls sat on the old roof while nobody spoke of rain. ",
        "A tax on rope was argued over till dark. ",
    ]
    says = [
        "Mayor Ann Brook of Northport praised the crews of the harbour for their patience.",
        "On Tuesday, Mayor Ann Brook of Northport signed two deals on fish that no member of the council had read.",
    ]
    left, right = (own * 6 + " ¶ " + sentence for own, sentence in zip(rest, says, strict=True))
    assert sure(left, right) == []
    monkeypatch.setattr(confidence, "_is_of_a_sentence_of_another_text", lambda *_: False)
    assert sure(left, right) == ["date"]
