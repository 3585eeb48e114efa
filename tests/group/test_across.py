"""What survives translation, and which texts it puts together."""

import pytest

from sitegen.align.anchors import anchors, folded, number_of
from sitegen.align.romanise import skeleton
from sitegen.config import Grouping
from sitegen.group import group_articles
from sitegen.model import Article
from tests.conftest import MakeArticle

ENGLISH = (
    "Marta Oyelaran paid US$4,350 for the clock of Brackmoor on "
    "14 September, 37 percent more than the museum in Lisbon "
    "had offered. She will ship it to Turkey. “It has been wrong since 1926,” said Oyelaran, who is 58."
)
SPANISH = (
    "Marta Oyelaran, de 58 años, pagó 4.350 dólares por el reloj de "
    "Brackmoor el 14 de septiembre, un 37 % más de lo que "
    "ofrecía el museo de Lisboa. Lo enviará a Turquía. «Va mal desde 1926», dijo Oyelaran."
)
OTHER = (
    "El puerto de Lisboa cerró el martes por la niebla, y "
    "doce barcos esperan frente a la costa. El capitán Tomé Arrais "
    "dijo que en 1998 duró nueve días. Turquía ha enviado un remolcador."
)


@pytest.mark.parametrize(
    ("printed", "value"),
    [
        ("2,000", "2000"),
        ("2.000", "2000"),
        ("2 000", "2000"),
        ("1,5", "1.5"),
        ("1.5", "1.5"),
        ("٢٠٠٠", "2000"),
        ("007", "7"),
    ],
)
def test_a_figure_is_the_same_however_it_is_written(printed: str, value: str) -> None:
    """Groups of three digits are thousands; other digits after the last mark are decimals."""
    assert number_of(printed) == value


def test_anchors_are_the_same_in_two_languages() -> None:
    """Figures, percentages, dates by CLDR's months, countries, cities and names."""
    common = anchors(ENGLISH, "en").keys() & anchors(SPANISH, "es").keys()
    assert {"4350", "37%", "58", "1926", "d 9-14", "place TR", "place Europe/Lisbon", "name oyelaran"} <= common


def test_dates_of_other_languages() -> None:
    """By the names of months, and by the signs of East Asia."""
    assert "d 9-14" in anchors("Am 14. September begann es.", "de")
    assert "d 9-14" in anchors("9月14日开始。", "zh")
    assert "d 9-14" in anchors("It began on September 14.", "en")


@pytest.mark.parametrize(
    ("one", "other"), [("النصرة", "nusra"), ("إدلب", "idlib"), ("Москва", "moskva"), ("Ведомости", "vedomosti")]
)
def test_names_in_other_scripts_have_the_same_consonants(one: str, other: str) -> None:
    """Vowels come and go; what is left is the same."""
    assert skeleton(one) == skeleton(other) != ""


def test_marks_fall_off() -> None:
    """A name is written with marks in one language and without in another."""
    assert folded("Łódź") == "lodz"
    assert folded("Đặng") == "dang"


def group(*articles: Article) -> set[frozenset[str]]:
    grouped = group_articles(articles, (), (), Grouping())
    return {frozenset(story.articles) for story in grouped.stories}


def test_a_translation_is_found_and_another_event_is_not(article: MakeArticle) -> None:
    """One story in two languages, with the anchors as evidence; the fog in Lisbon stays apart."""
    articles = [article("a", ENGLISH), article("b", SPANISH, language="es"), article("c", OTHER, language="es")]
    assert group(*articles) == {frozenset("ab"), frozenset("c")}
    (link,) = group_articles(articles, (), (), Grouping()).links
    assert link.kind == "anchors"
    assert {"4350", "Oyelaran"} <= {one.text for one in link.evidence}


def test_not_with_and_declared_stories_hold_across_languages(article: MakeArticle) -> None:
    """A keeper's word is stronger than any anchor."""
    parted = [article("a", ENGLISH, not_with=("b",)), article("b", SPANISH, language="es")]
    assert len(group(*parted)) == 2
    declared = [article("a", ENGLISH, story="one"), article("b", SPANISH, language="es", story="two")]
    assert len(group(*declared)) == 2
