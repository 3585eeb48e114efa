"""What is so and tells a reader nothing is shown as a difference, and is no change of consequence.

Readers from outside called every third sentence of consequence right and not worth saying, two in three of those about
words inside quotation marks. Each kind of them, in our own words, beside what does tell something.
"""

import pytest

from benchmarks.truth_planted import single_article
from sitegen.changes import pair as pair_module
from sitegen.comparing import compare_articles
from sitegen.config import Config
from sitegen.model import SURE, Change

FILL = "The ferry left the quay at dusk and the gulls followed it past the light, as they had done all summer. ¶ "


def changes(left: str, right: str, language: str = "en") -> tuple[Change, ...]:
    """The changes of two articles; ¶ divides paragraphs."""
    return compare_articles(single_article(left, language), single_article(right, language), Config().comparing).changes


def consequential(left: str, right: str, language: str = "en") -> list[str]:
    """Kinds of the changes of consequence."""
    return [change.kind for change in changes(left, right, language) if change.is_consequential]


QUOTED = [
    ("en", "the boats that left", "the boats which left"),
    ("en", "a list of boats", "lists of boats"),
    ("en", "the old lighthouse keeper", "the old lighthouse keepr"),
    ("en", "they don't sail at night", "they do not sail at night"),
    ("en", "the harbour (office) was closed", "the harbour was closed"),
    ("en", "I think the pier is safe", "the pier is safe"),
    ("en", "we're sure of it", "we are sure of it"),
    ("en", "one who doesn't sail", "those who don't sail"),
    ("en", "the HM lied to us", "the harbour master lied to us"),
    ("en", "a damned lie", "a d****d lie"),
    ("de", "dass die Boote fahren", "dass die Boote fuhren"),
    ("es", "la barca de los pescadores", "la barca del pescador"),
    ("fr", "les bateaux dans la rade", "les bateaux de la rade"),
    ("ru", "старые лодки этого порта", "старая лодка этого порта"),
]


@pytest.mark.parametrize(("language", "left", "right"), QUOTED)
def test_another_form_inside_quotation_marks_tells_nothing(language: str, left: str, right: str) -> None:
    """A small word, a form, a slip, a gloss, an abbreviation: the same was said."""
    said = "“Everybody in the town knew about {} and kept silent for years,” Ada Moe said."
    assert consequential(FILL + said.format(left), FILL + said.format(right), language) == []
    assert changes(FILL + said.format(left), FILL + said.format(right), language)


TELLING = [
    ("the boats that left", "the boats that sank"),
    ("our boats", "their boats"),
    ("the boats", "the boats, which nobody had tested since the war,"),
    ("the boats of 1998", "the boats of 1999"),
]


@pytest.mark.parametrize(("left", "right"), TELLING)
def test_another_word_inside_quotation_marks_is_told(left: str, right: str) -> None:
    """Control: another thing was said, or a clause more."""
    said = "“Everybody in the town knew about {} and kept silent for years,” Ada Moe said."
    assert consequential(FILL + said.format(left), FILL + said.format(right))


def test_marks_around_a_term_are_style_and_around_a_statement_are_not() -> None:
    """`“harbour loophole”`; whoever puts a sentence in marks says that somebody else said it."""
    text = "Moe wants to close the {} before the winter, as the council has asked since May."
    assert consequential(FILL + text.format("harbour loophole"), FILL + text.format("“harbour loophole”")) == []
    text = "Moe wrote that {} in the spring."
    words = (
        "the council sold seven old boats to a friend of the mayor, burned all letters about the deal in the stove of "
        "the harbour office and told nobody in the town until winter came"
    )
    assert consequential(FILL + text.format(words), FILL + text.format(f"“{words}”")) == ["quotation"]
    # What somebody calls it is what somebody thinks, however short.
    text = "Moe called the plan {} at noon."
    assert consequential(FILL + text.format("a farce"), FILL + text.format("“a farce”")) == ["quotation"]


def test_most_of_a_quotation_is_the_quotation() -> None:
    """What it leaves out says something where it is a third of it."""
    boats = (
        "nobody had looked at the engines since the war, the lamps were broken, the nets had rotted in the cellar, and "
        "the crews drank every night"
    )
    long = f"“The boats were old, {boats},” Moe said."
    most = f"Moe said the boats were “old, {boats}.”"
    part = "Moe said “the crews drank every night.”"
    assert "quotation" not in consequential(FILL + long, FILL + most)
    assert "quotation" in consequential(FILL + long, FILL + part)


def test_two_statements_of_one_speaker_are_two() -> None:
    """They share `I don't know how`; control: the quotation that goes on before and behind."""
    left = "“We were mending nets and could not hide. I don't know how you guard every boat of an island,” Moe said."
    right = "“We had oars against a gun. I don't know how many shots there were before the lamp went out,” Moe said."
    assert "quotation" not in consequential(FILL + left, FILL + right)
    quoted = "“We were mending nets on the pier. {}I don't know how you guard boats,” Moe said."
    whole, less = quoted.format("We had oars against a long gun. "), quoted.format("")
    assert consequential(FILL + whole, FILL + less) == ["quotation"]


HEDGES = [
    ("en", "The boats are very old.", "The boats are old."),
    ("en", "The lamp was expected to be lit on Monday.", "The lamp should be lit on Monday."),
    ("en", "Old boats can sink in a storm.", "Old boats may sink in a storm."),
    ("de", "Die Boote sind sehr alt.", "Die Boote sind alt."),
    ("fr", "Les bateaux sont très vieux.", "Les bateaux sont vieux."),
    ("es", "Las barcas son muy viejas.", "Las barcas son viejas."),
]


@pytest.mark.parametrize(("language", "left", "right"), HEDGES)
def test_stress_and_the_same_degree_change_no_claim(language: str, left: str, right: str) -> None:
    """`very old`, `old`; control: `may be old`."""
    assert consequential(FILL + left, FILL + right, language) == []
    assert consequential(FILL + "The boats may be old.", FILL + "The boats are old.") == ["hedge"]


def test_what_appears_somewhere_is_no_guess() -> None:
    """`appears in the list` says where; control: `appears old`."""
    assert "hedge" not in consequential(
        FILL + "The name occurs in the list of boats.", FILL + "The name appears in the list of boats."
    )
    assert consequential(FILL + "The boat is older.", FILL + "The boat appears older.") == ["hedge"]


def test_a_slip_in_a_name_and_more_of_it_are_no_other_name() -> None:
    """`Ostbery`; control: another name."""
    text = "The council of the town heard {} for two hours about the pier."
    assert consequential(FILL + text.format("Holm Ostberg"), FILL + text.format("Holm Ostbery")) == []
    assert consequential(FILL + text.format("Holm Ostberg"), FILL + text.format("Holm Quillon")) == ["name"]


def test_said_alone_names_nobody() -> None:
    """Control: who said it."""
    text = "The boats were sold in the spring{} and nobody in the town had been asked."
    assert consequential(FILL + text.format(", said,"), FILL + text.format("")) == []
    assert consequential(FILL + text.format(", the council said,"), FILL + text.format("")) == ["attribution"]


def test_a_correction_of_another_article_is_not_lacking() -> None:
    """A report of the same affair has nothing to correct; control: a state of the same article."""
    rows = [f"The crew of boat {name} mended its nets on the pier and sold {name} to the inn." for name in "abcdefgh"]
    others = [f"Snow fell upon the {name} farms while the carts of {name} waited at the mill." for name in "abcdefgh"]
    notice = "Correction: An earlier version of this article misstated the name of the harbour master."
    article, another = " ¶ ".join(rows), " ¶ ".join(rows[:2] + others)
    assert "correction" in consequential(f"{article} ¶ {notice}", article)
    assert "correction" not in consequential(f"{article} ¶ {notice}", another)


def test_without_the_tests_of_the_kinds_each_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    """Control: what tells nothing is said for sure where nobody asks whether it does."""
    said = "“Everybody in the town knew about {} and kept silent for years,” Ada Moe said."
    left, right = FILL + said.format(QUOTED[0][1]), FILL + said.format(QUOTED[0][2])
    unsure = [change for change in changes(left, right) if change.kind == "quotation"]
    assert unsure
    assert all(change.confidence < SURE for change in unsure)
    monkeypatch.setattr(pair_module, "_TELLS_NOTHING", 1.0)
    assert consequential(left, right) == ["quotation"]
