"""What survives translation, and which texts it puts together."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

import pytest

from sitegen.align.anchors import anchors, folded, number_of
from sitegen.align.credited import credit_anchors
from sitegen.align.romanise import skeleton
from sitegen.config import Grouping
from sitegen.group import Anchored, explain, group_articles, make_anchors, reports, weigh
from sitegen.group.bilingual.across import Across
from sitegen.group.bilingual.bridges import Anchors
from sitegen.group.bilingual.weighed import Weighed
from sitegen.group.prints import Reader, whole_text
from sitegen.group.reports import among_languages
from sitegen.model import Article, Credit, Moment
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


def weighed(*articles: Article) -> Weighed:
    """What the first two share, in an archive of all."""
    return Across(make_anchors(articles), lambda at: whole_text(articles[at])).weighed(0, 1)


SHUFFLED = (
    "«Va mal desde 1926», dijo Oyelaran, de 58 años. El museo de Lisboa ofrecía un 37 % menos. "
    "El 14 de septiembre pagó 4.350 dólares por el reloj de Brackmoor, y lo enviará a Turquía."
)


def test_the_order_of_figures_and_names_counts(article: MakeArticle) -> None:
    """The same anchors say more in the order of the other text; and the reason says so, with figures."""
    one = article("a", ENGLISH)
    straight = weighed(one, article("b", SPANISH, language="es"))
    turned = weighed(one, article("b", SHUFFLED, language="es"))
    assert (straight.ordered, straight.placed) == (6, 7)
    assert turned.ordered < straight.ordered
    assert turned.order < straight.order
    assert straight.likeness > straight.cosine * straight.breadth
    assert straight.like_translation
    assert not turned.like_translation
    (link,) = group_articles([one, article("b", SPANISH, language="es")], (), (), Grouping()).links
    assert "6 of 7 rare figures and names stand in the same order, as in a translation" in link.reason
    assert "translat" not in turned.in_order


def test_a_city_and_its_country_are_one_thing(article: MakeArticle) -> None:
    """What both have is Havana, and Cuba is no second piece of evidence."""
    both = [article("a", "In Havana, Cuba, it rained."), article("b", "Llovió en La Habana, Cuba.", language="es")]
    found = weighed(*both)
    assert {"place CU"} < {name for name, _ in found.shared}
    assert found.rests_on == pytest.approx(1.0)


def test_a_telephone_number_is_one_thing(article: MakeArticle) -> None:
    """Whoever prints the same number under everything reports no piece of news with three figures in common."""
    both = [article("a", "Call 313-596-5200 now."), article("b", "Llame al 313-596-5200 ya.", language="es")]
    found = weighed(*both)
    assert len(found.shared) == 3
    assert (found.placed, found.rests_on) == (1, pytest.approx(1.0))


def test_days_alone_make_no_link(article: MakeArticle) -> None:
    """Two calendars have many small figures in common and nothing rare; --why says what is missing."""
    english = " ".join(f"On day {day} the ferry sails." for day in range(1, 10))
    spanish = " ".join(f"El día {day} cierra el mercado." for day in range(1, 10))
    both = [article("a", english), article("b", spanish, language="es")]
    assert weighed(*both).likeness > Grouping().anchors
    assert len(group(*both)) == 2
    told = "\n".join(explain(weigh(both, Grouping()), "a", "b"))
    assert "not enough" in told
    assert "rare figures and names: 0, 2 are asked for" in told


@pytest.mark.parametrize(
    ("printed", "other"),
    [("the Associated Press", "أسوشيتد برس"), ("Reuters", "路透社"), ("El Faro de Holm", "el faro de Holm")],
)
def test_a_credit_is_the_same_in_another_language(printed: str, other: str) -> None:
    """Agencies by their names in several languages, other outlets as they are written."""
    names = [credit_anchors([Credit(name=name, phrase="", line=1)]) for name in (printed, other)]
    assert names[0] == names[1] != frozenset()


def test_credits_to_one_source_count(article: MakeArticle) -> None:
    """Two reports that name one agency are more alike, and --why says whom both credit."""
    credit = (Credit(name="Reuters", phrase="according to Reuters", line=1),)
    other = (Credit(name="رويترز", phrase="", line=1),)
    plain = [article("a", ENGLISH), article("b", SPANISH, language="es")]
    credited = [article("a", ENGLISH, credits=credit), article("b", SPANISH, language="es", credits=other)]
    assert weighed(*credited).credits == ("reuters",)
    assert not weighed(*plain).credits
    assert sum(part for _, part in weighed(*credited).shared) > sum(part for _, part in weighed(*plain).shared)
    assert "both credit Reuters" in "\n".join(explain(weigh(credited, Grouping()), "a", "b"))


def test_why_shows_each_part_with_its_threshold(article: MakeArticle) -> None:
    """The verdict, what is common, what it rests on, what the order adds."""
    both = [article("a", ENGLISH), article("b", SPANISH, language="es")]
    told = "\n".join(explain(weigh(both, Grouping()), "a", "b"))
    for part in ("0.120 is asked for: enough", "in full from 5 on", "6 of 7 rare figures", "that adds", "both have"):
        assert part in told


def test_no_pair_is_more_alike_than_what_is_told_without_its_texts(article: MakeArticle) -> None:
    """What cannot reach the threshold is left out before its texts are read."""
    articles = [article("a", ENGLISH), article("b", SPANISH, language="es"), article("c", OTHER, language="es")]
    across = Across(make_anchors(articles), lambda at: whole_text(articles[at]))
    for pair in ((0, 1), (0, 2), (1, 2)):
        assert across.weighed(*pair).likeness <= across.most(*pair)
    assert Anchors(across, 0.11).likeness(0, 2, 1.0) == 0.0


@pytest.mark.parametrize(
    ("days", "read"),
    [
        ([10, 30, 60, 12, 200, 12], [0, 1, 3]),
        ([10, None, 60, 12, 200, 12], [0, 1, 3]),
        ([10, 30, 60, None, 200, 12], [0, 1, 2, 3, 4]),
    ],
)
def test_anchors_are_read_only_of_what_may_have_a_report_in_another_language(
    days: list[int | None], read: list[int]
) -> None:
    """Of the main language those near in time to one of another; all of it where that one has no day; none alone."""
    languages = ["en", "en", "en", "fr", "en", "und"]
    assert among_languages(languages, days, 21) == read
    assert among_languages(["en"] * 5 + ["und"], days, 21) == []


def test_a_translation_is_found_among_articles_that_nobody_reads(
    article: MakeArticle, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Two hundred articles of other months change nothing, and their anchors are never asked for."""
    asked: list[str] = []

    class Counting(Reader):
        def anchors(self, articles: Sequence[Article]) -> Iterator[Anchored]:
            asked.extend(one.id for one in articles)
            return make_anchors(articles)

    def on(day: int) -> Moment:
        return Moment(day=date(2031, 3, 1) + timedelta(day))

    far = [
        article(f"z{number:03}", f"The clerk of pier {number} counted {number + 70} gulls.", published=on(60 + number))
        for number in range(200)
    ]
    near = [article("a", ENGLISH, published=on(0)), article("b", SPANISH, language="es", published=on(1))]
    grouped = group_articles([*near, *far], (), (), Grouping(), Counting())
    assert frozenset("ab") in {frozenset(story.articles) for story in grouped.stories}
    assert asked == ["a", "b"]
    monkeypatch.setattr(reports, "_AROUND", 100)
    group_articles([*near, *far], (), (), Grouping(), Counting())
    assert len(asked) > 200, "control: with a wide reach they are read"
