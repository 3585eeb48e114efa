"""What is told as changed is one thing in one statement: what a sentence of consequence must have around it.

Each case was told otherwise before, as a change that no outlet made.
"""

from dataclasses import replace
from datetime import date

import pytest

from sitegen.comparing import compare_articles
from sitegen.config import Comparing
from sitegen.model import Change, Moment
from sitegen.recognise import recognise_blocks
from tests.conftest import make_article

FILL = "The ferry left the quay at dusk and the gulls followed it past the light. "


def changes(left: str, right: str, language: str = "en") -> tuple[Change, ...]:
    """The changes between two texts with ¶ between their paragraphs."""
    published = Moment(day=date(2024, 5, 3))
    articles = [
        make_article(name, *text.split(" ¶ "), language=language, published=published)
        for name, text in (("a", left), ("b", right))
    ]
    recognised = [replace(article, blocks=recognise_blocks(article.blocks, language)) for article in articles]
    return compare_articles(recognised[0], recognised[1], Comparing()).changes


def consequential(left: str, right: str, language: str = "en") -> list[tuple[str, str, str, str]]:
    """Kind, verdict and words of what is said for sure."""
    return [
        (change.kind, change.verdict, change.left, change.right)
        for change in changes(left, right, language)
        if change.is_consequential
    ]


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        # A range is one figure, and may leave out the thousands of its first end.
        (
            "The guard had 140,000 men along the river.",
            "The guard had 80-100,000 men along the river.",
            ("figure", "changed", "140,000", "80-100,000"),
        ),
        (
            "The guard had 15,000 men along the river.",
            "The guard had 15-20,000 men along the river.",
            ("figure", "rounded", "15,000", "15-20,000"),
        ),
        (
            "Of the crews 9% speak the old tongue at home.",
            "Of the crews 16% to 20% speak the old tongue at home.",
            ("figure", "changed", "9%", "16% to 20%"),
        ),
        # A length of time in several parts is one.
        (
            "The mole took two years, one month and three days to build.",
            "The mole took over two years to build.",
            ("figure", "rounded", "two years, one month and three days", "over two years"),
        ),
        # What is no unit belongs to its figure where a unit stood.
        (
            "The cook took 40 litres of milk on board.",
            "The cook took 40 jars of milk on board.",
            ("figure", "changed", "40 litres", "40 jars"),
        ),
        # Two years of a range are one date, and the short one says none without the other.
        (
            "There was a deficit of 1% (1998-99) in the budget.",
            "There was a deficit of 1% (2002-03) in the budget.",
            ("date", "changed", "1998-99", "2002-03"),
        ),
        (
            "There was a deficit of 1% (1998) in the budget.",
            "There was a deficit of 1% (1998-99) in the budget.",
            ("date", "rounded", "1998", "1998-99"),
        ),
        # A range that is turned round says something else.
        (
            "The council voted 3-5 on the new mole.",
            "The council voted 5 to 3 on the new mole.",
            ("figure", "changed", "3-5", "5 to 3"),
        ),
    ],
)
def test_a_value_is_told_whole(left: str, right: str, expected: tuple[str, str, str, str]) -> None:
    """One finding, with all of the value on both sides, and the same one with the sides exchanged."""
    assert consequential(left, right) == [expected]
    kind, verdict, before, after = expected
    assert consequential(right, left) == [(kind, verdict, after, before)]


@pytest.mark.parametrize(
    ("left", "right"),
    [
        # The clause of the year is another: what it is the year of changed.
        (
            "The painter taught on the quay until her retirement in 1988, as the register of the harbour says.",
            "The painter taught on the quay until her death in 2002, as the register of the harbour says.",
        ),
        # The other text has the figure as a part of another value.
        (
            "The great lizards died out at the end of that age, 65 mya.",
            "The great lizards died out at the end of that age, 65 million years ago.",
        ),
        (
            "The poll was taken from 28-July 1 with many a crew.",
            "The poll was taken from June 28-July 1 with many a crew.",
        ),
        # Codes and measures of a page count nothing.
        (
            "The book (isbn 1401400396) is kept by the harbour library.",
            "The book (isbn 1-4014-0040-6-2) is kept by the harbour library.",
        ),
        (
            "The map thumb|right|150px|of the old quay hangs there.",
            "The map thumb|right|200px|of the old quay hangs there.",
        ),
        # A typing error is no figure, and no hedge.
        ("There is more that one way to the light.", "There is more than one way to the light."),
        ("Crews found it extremly hard to moor there.", "Crews found it extremely hard to moor there."),
        # `today` may mean nowadays.
        ("Nowadays the boats only carry visitors to the light.", "Today the boats only carry visitors to the light."),
        # Denied on both sides, in other words.
        (
            "For this reason the skippers disfavour the new fee.",
            "For this reason the skippers do not favour the new fee.",
        ),
        (
            "The isles are thought to have had no contact with the people of the coast.",
            "The isles are thought to have been isolated from the people of the coast.",
        ),
        (
            "It is advised that lamp oil should not be given to the crew.",
            "It is advised that neither lamp oil nor tar should be given to the crew.",
        ),
        # A hedge that went with its verb from an adjective to an adverb.
        ("The alleged smuggler fled over the bridge.", "The smuggler allegedly fled over the bridge."),
    ],
)
def test_what_is_no_other_value_or_claim_is_no_change_of_consequence(left: str, right: str) -> None:
    """It may be shown as a difference, or as other words."""
    assert not consequential(left, right)
    assert not consequential(right, left)


def test_a_negation_before_a_word_that_stayed_is_told() -> None:
    """Control: where nothing but the negation differs, one is told for sure."""
    stayed = ("The boats were not seen off the light.", "The boats were seen off the light.")
    assert [found[0] for found in consequential(*stayed)] == ["negation"]


def test_a_word_that_is_quoted_beside_a_negation_is_no_evidence_against_it() -> None:
    """`not legal` is quoted with its word, which stayed."""
    assert consequential("It was legal to fish there.", "It was not legal to fish there.") == [
        ("negation", "given", "", "not legal")
    ]


# Quotations

STATEMENT = "“We shall keep the ferry running all winter, whatever the council says.”"


@pytest.mark.parametrize(
    ("left", "right"),
    [
        # Two speakers, quoted at one place.
        (
            f"The mayor of the isles answered on the quay: {STATEMENT}",
            "The mayor of the isles answered on the quay: “Nobody here has asked me. Fees rose twice. That hurts.”",
        ),
        # Marks that quote nothing.
        (
            "The tide table is kept there.<ref name=ebb/> Crews use it.",
            'The tide table is kept there.<ref name="ebb"/> Crews use it.',
        ),
        # The same words of many others, and of another thing.
        (
            "He said crews had “a significant amount” of rope when the storm came.",
            "The fleet is known to own a significant amount of tar, and the storm came.",
        ),
        # Marks of another style.
        ('It was one of the five "classic" storms of the age.', "It was one of the five 'classic' storms of the age."),
    ],
)
def test_no_quotation_is_told_as_altered_that_is_none_or_another(left: str, right: str) -> None:
    """Neither side is said to have changed what somebody said."""
    assert not [found for found in consequential(left, right) if found[0] == "quotation"]
    assert not [found for found in consequential(right, left) if found[0] == "quotation"]


def test_a_sentence_of_a_quotation_that_both_have_is_gone_from_it() -> None:
    """Control: where the rest of the quotation stayed, the sentence is told as taken out of it."""
    whole = (
        "The mayor said: “We shall keep the ferry running all winter. Fees rose twice this year. We need her badly.”"
    )
    cut = whole.replace(" Fees rose twice this year.", "")
    assert [found[:2] for found in consequential(whole, cut)] == [("quotation", "withheld")]
    assert [found[:2] for found in consequential(cut, whole)] == [("quotation", "given")]


def test_what_a_reporter_puts_between_two_quotations_is_not_quoted() -> None:
    """The words of the reporter between two parts of a quotation are told by themselves, and not as taken from it."""
    parted = "“We shall keep her running,” the mayor said at noon. “The council can say what it wants,” he went on."
    joined = "“We shall keep her running. The council can say what it wants,” he went on."
    for change in changes(parted, joined):
        if change.kind == "quotation":
            assert "mayor" not in change.left


# Captions, notices and reports that share a formula


def test_what_differs_in_two_captions_is_no_change_of_the_report() -> None:
    """They may be captions of two pictures."""
    caption = "The ferry passes the light on the mole, May {}, 2024. (AP Photo/Ida Moe)"
    texts = [f"{FILL}{FILL} ¶ {caption.format(day)}" for day in (2, 3)]
    assert not consequential(*texts)
    sentence = "The ferry passed the light on the mole on May {}, 2024, with a crew of ten."
    assert consequential(*(f"{FILL}{FILL} ¶ {sentence.format(day)}" for day in (2, 3)))


OWN = (
    "Crews painted the lamps. Nets hung in rows. A baker sold rolls to those who waited there until late. ",
    "Snow fell inland. Two roads closed. The school sent pupils home with a note for parents about buses. ",
)
FORMULA = "The poll of crews was taken {}, with {} adults and {} skippers."


def test_a_formula_of_two_reports_changed_nothing() -> None:
    """How each of two polls was taken; control: in two copies of one report the figures changed."""
    polls = [FORMULA.format(*values) for values in (("Dec. 4", "1,553", "800"), ("Oct. 11", "1,195", "640"))]
    assert not consequential(*(f"{own * 3} ¶ {poll}" for own, poll in zip(OWN, polls, strict=True)))
    kinds = [found[0] for found in consequential(*(f"{OWN[0] * 3} ¶ {poll}" for poll in polls))]
    assert kinds.count("figure") == 2


@pytest.mark.parametrize(
    ("note", "is_told"),
    [
        ("Editor’s note: All of our reports on the storm are free to read.", False),
        ("Editor’s note: An earlier version of this report had the wrong depth.", True),
        ("Anmerkung der Redaktion: Die Autorin ist Mitglied des Vereins.", False),
        ("Correction: The mole is 40 metres long.", True),
    ],
)
def test_a_note_of_an_editor_is_a_correction_where_it_says_so(note: str, is_told: bool) -> None:
    """Who wrote a text, and that it is free, corrects nothing."""
    language = "de" if note.startswith("Anm") else "en"
    found = changes(f"{FILL}{FILL}", f"{FILL}{FILL} ¶ {note}", language)
    assert any(change.kind == "correction" for change in found) == is_told
    assert not any("(0 words)" in change.sentence for change in found)


def test_of_a_partial_text_it_is_said_that_nothing_is_said() -> None:
    """The note of a comparison names the side that is incomplete."""
    whole = make_article("a", f"{FILL}{FILL}")
    partial = replace(make_article("b", FILL), completeness="partial")
    lacking = "text is incomplete as it was saved: nothing is said of what it lacks."
    assert compare_articles(whole, partial, Comparing()).note == f"The right {lacking}"
    assert compare_articles(partial, whole, Comparing()).note == f"The left {lacking}"
    assert compare_articles(partial, partial, Comparing()).note.startswith("Both texts are incomplete")
    assert not compare_articles(whole, whole, Comparing()).note
