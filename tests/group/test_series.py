"""Forms that an outlet fills in again and again: parts of a series, copies of nothing."""

import random
from collections.abc import Callable, Iterator, Sequence
from datetime import date, timedelta

import pytest

from sitegen.config import Grouping
from sitegen.group import Grouped, group_articles
from sitegen.model import Article, Moment
from tests.conftest import MakeArticle
from tests.group.test_group import families, filler

MOODS = ("rose", "fell", "slipped", "climbed", "jumped", "sank")


def moment(day: int) -> Moment:
    return Moment(day=date(2031, 3, 1) + timedelta(days=day))


def market(seed: int) -> str:
    """A report of the exchange at Lorne, with figures of its own."""
    rng = random.Random(seed)

    def figure() -> str:
        return f"{rng.randint(1_000, 9_999):,}"

    return (
        f"The index of the exchange at Lorne {rng.choice(MOODS)} {rng.randint(11, 99)} points to {figure()} "
        "on the day. "
        f"Turnover came to {figure()} crowns, after {figure()} crowns on the day before, "
        "the exchange said in its note. "
        f"Of the shares that are traded most, those of the ferry line closed at {figure()} crowns apiece. "
        f"A barrel of herring was sold at {figure()} crowns in the hall by the quay, "
        f"and {figure()} barrels were landed. "
        f"The crown was quoted at {rng.randint(11, 99)} hundredths of a mark when the bell rang for the last time."
    )


def reports(article: MakeArticle, days: Iterator[int] | range, source: str = "courier") -> list[Article]:
    return [article(f"m{day:03}", market(day), title="Exchange", source=source, published=moment(day)) for day in days]


def group(*articles: Article) -> Grouped:
    return group_articles(articles, (), (), Grouping())


def test_a_daily_report_is_a_series_and_no_family(article: MakeArticle) -> None:
    """Five reports that fill in one form are five stories, each a part of a series with the first one's id."""
    grouped = group(*reports(article, range(5)), *(article(f"z{at}", filler(at)) for at in range(5)))
    assert {len(family) for family in families(grouped)} == {1}
    parts = {part.article: part for story in grouped.stories for part in story.parts}
    assert sorted(parts) == ["m000", "m001", "m002", "m003", "m004"]
    assert {(part.series, part.cadence, part.parts) for part in parts.values()} == {("m000", "daily", 5)}
    assert all(len(story.articles) == 1 for story in grouped.stories)


def test_a_year_of_a_report_is_a_series(article: MakeArticle) -> None:
    """More parts than the cap on document frequency make no crowd of copies; a week apart they are weekly."""
    grouped = group(*reports(article, range(0, 60 * 7, 7)))
    assert {len(family) for family in families(grouped)} == {1}
    cadences = {part.cadence for story in grouped.stories for part in story.parts}
    assert cadences == {"weekly"}


def test_an_edited_copy_of_a_report_is_no_part(article: MakeArticle) -> None:
    """Another outlet's copy of the day that changes one figure is a copy; that of another day is not."""
    days = reports(article, range(4))
    edited = article("copy", market(2).replace("crowns apiece", "crowns each"), source="echo", published=moment(2))
    grouped = group(*days, edited)
    assert {family for family in families(grouped) if len(family) > 1} == {frozenset({"m002", "copy"})}


def test_two_reports_are_no_series(article: MakeArticle) -> None:
    """Two that fill in one form are no copies, and nothing is said of a series."""
    grouped = group(*reports(article, range(2)))
    assert {len(family) for family in families(grouped)} == {1}
    assert not [part for story in grouped.stories for part in story.parts]


def court(seed: int) -> str:
    """A note of the court at Lorne, with persons, places and days of its own."""
    rng = random.Random(seed)
    name, place = ("".join(rng.choices("abdegiklmnorstuv", k=6)).capitalize() for _ in range(2))
    return (
        f"{name} {place[::-1].capitalize()}, {rng.randint(20, 80)}, of {place}, was before the bench for theft. "
        f"The defendant was fined {rng.randint(100, 900)} crowns and told to pay {rng.randint(20, 90)} crowns in costs "
        f"by the {rng.randint(2, 28)}th. The solicitor, {name[::-1].capitalize()} {name}, asked for time to pay. "
        "Anybody who was in the court may write to this paper."
    )


def test_notes_of_one_form_join_nothing(article: MakeArticle) -> None:
    """Two court notes with other persons, places and sums are no copies, in one outlet or in two."""
    for source in ("courier", "echo"):
        notes = [
            article("a", court(1), source="courier", published=moment(1)),
            article("b", court(2), source=source, published=moment(9)),
        ]
        assert {len(family) for family in families(group(*notes))} == {1}
    same = article("c", court(1), source="echo", published=moment(2))
    assert frozenset("ac") in families(group(notes[0], same)), "control: one note in two outlets"


def test_versions_of_one_report_are_no_form(article: MakeArticle) -> None:
    """Control: what declares itself a later version is one, whatever figures changed."""
    first, second = reports(article, range(2))
    later = article("later", second.blocks[0].text, source="courier", published=moment(1), version_of=first.id)
    assert frozenset({first.id, "later"}) in families(group(first, later))


Words = tuple[int, str, str]
"""What a day puts into a report: a figure and two expressions."""


def english_weather(figure: int, wind: str, sky: str) -> str:
    return (
        f"A {wind} wind will blow over the bay of Tarn today, and the sky stays {sky}, says the harbour office. At "
        f"noon the thermometer at the pier should show {figure} degrees.\n\nSmall boats are asked to keep behind the "
        "breakwater. The ferries to Ullin run as usual, and the coast road is open. Whoever goes out should listen to "
        "the harbour radio before."
    )


def french_weather(figure: int, wind: str, sky: str) -> str:
    return (
        f"Un vent {wind} soufflera aujourd’hui sur la baie de Tarne et le ciel restera {sky}, annonce la capitainerie. "
        f"À midi, le thermomètre de la jetée devrait indiquer {figure} degrés.\n\nLes petites embarcations sont priées "
        "de rester derrière la digue. Les bacs vers Ulline circulent normalement et la route côtière est ouverte. "
        "Quiconque prend la mer écoutera d’abord la radio du port."
    )


def german_market(figure: int, change: str, supply: str) -> str:
    return (
        "Der Markt am Alten Hafen war am Morgen gut besucht, und die Händler zeigten sich zufrieden. Für das Kilo "
        f"Dorsch wurden {figure} Kronen verlangt, {change} als am Vortag.\n\nButt und Hering waren {supply} zu haben. "
        "Der nächste Markttag beginnt wie immer um sechs Uhr, die Zufahrt über die Speicherstraße bleibt für "
        "Lieferwagen frei."
    )


RECURRING: tuple[tuple[str, Callable[[int, str, str], str], tuple[Words, Words, Words]], ...] = (
    ("en", english_weather, ((14, "fresh westerly", "grey"), (17, "light southerly", "bright"), (11, "cold", "dark"))),
    ("fr", french_weather, ((14, "d’ouest", "gris"), (17, "du sud", "dégagé"), (11, "du nord", "orageux"))),
    ("de", german_market, ((31, "etwas weniger", "reichlich"), (37, "mehr", "kaum"), (28, "viel weniger", "genug"))),
)


def issues(article: MakeArticle, language: str, titles: Sequence[str] = ("The bay",) * 3) -> list[Article]:
    """Three days of a report that has one figure."""
    report, days = next((report, days) for code, report, days in RECURRING if code == language)
    return [
        article(f"w{day}", report(*words), title=title, source="courier", language=language, published=moment(day))
        for day, (words, title) in enumerate(zip(days, titles, strict=True))
    ]


@pytest.mark.parametrize("language", [language for language, *_ in RECURRING])
def test_a_recurring_report_of_one_figure_is_a_series(article: MakeArticle, language: str) -> None:
    """One outlet, one title, three days, and one figure and some words that differ: no text was edited, in any
    language."""
    grouped = group(*issues(article, language))
    assert {len(family) for family in families(grouped)} == {1}
    parts = [part for story in grouped.stories for part in story.parts]
    assert [(part.series, part.cadence, part.parts) for part in parts] == [("w0", "daily", 3)] * 3
    unlike = group(*issues(article, language, ("The bay", "Of the sea", "On the pier")))
    assert {len(family) for family in families(unlike)} == {3}, "control: nothing says that they are one report"


def test_titles_that_name_their_days_are_those_of_issues(article: MakeArticle) -> None:
    """Two issues whose titles differ in the day that they name are no copies, though two are no series."""
    titles = ("The bay on 1 March", "The bay on 2 March", "The bay on 3 March")
    grouped = group(*issues(article, "en", titles)[:2])
    assert {len(family) for family in families(grouped)} == {1}
    assert {len(family) for family in families(group(*issues(article, "en")[:2]))} == {2}, "control: one title"


def test_a_copy_of_one_issue_is_in_a_family_with_that_alone(article: MakeArticle) -> None:
    """Who prints the report of the second day shares the form with all of them, and copied that of the second."""
    days = issues(article, "en")
    text = english_weather(17, "light southerly", "bright").replace("should show", "is to show")
    grouped = group(*days, article("x", text, title="The bay", source="echo", published=moment(1)))
    assert {family for family in families(grouped) if len(family) > 1} == {frozenset({"w1", "x"})}


def test_a_report_printed_again_with_a_new_toll_is_no_issue(article: MakeArticle) -> None:
    """Three days of one title, and all figures but one stay: versions of one text."""
    tolls = [
        article(
            f"v{day}",
            f"Rescuers searched the slopes above Karrow for {night} after the landslide that buried part of the "
            f"village. The council said {toll} people were still missing. Its head said that 40 houses had been "
            "destroyed and that the road from Peel would be closed for two weeks. The army has sent 120 men and three "
            "helicopters. The slope had been declared safe in 2024 by an engineer from Lorne.",
            title="Landslide at Karrow",
            source="courier",
            published=moment(day),
        )
        for day, (toll, night) in enumerate(((23, "a second night"), (19, "one more night"), (16, "a further night")))
    ]
    assert {len(family) for family in families(group(*tolls))} == {3}


def spanish_weather(figure: int, sky: str, wind: str) -> str:
    return (
        f"El servicio meteorológico prevé para hoy {sky} en la costa de Cea, con una máxima de {figure} grados y una "
        f"mínima de {figure - 9}. El viento soplará {wind}.\n\nLa bandera de las playas del Puerto se izará a las "
        "diez. Se recomienda consultar el parte antes de salir a la mar y evitar el espigón."
    )


def russian_market(figure: int, result: str, change: str) -> str:
    return (
        f"Торги на бирже Лунска завершились {result}. Индекс «Север» закрылся на отметке {figure} пункта, за день он "
        f"изменился на {change} процента.\n\nОсновные торги проходили в первой половине дня. Биржа работает по "
        "будням, следующая сессия начнётся в десять часов. Сведения предоставлены площадкой."
    )


SPANISH: tuple[Words, ...] = (
    (21, "cielos despejados", "flojo del sur"),
    (18, "chubascos", "fuerte del noroeste"),
    (19, "niebla matinal", "en calma"),
    (23, "nubes altas", "moderado del este"),
)
RUSSIAN: tuple[Words, ...] = ((1412, "ростом", "0,8"), (1398, "снижением", "1,0"), (1399, "без изменений", "0,1"))


@pytest.mark.parametrize(
    ("language", "report", "days", "title"),
    [("es", spanish_weather, SPANISH, "El tiempo"), ("ru", russian_market, RUSSIAN, "Итоги торгов {day} апреля")],
)
def test_what_an_outlet_prints_each_day_makes_a_series_however_much_of_it_is_its_own(
    article: MakeArticle, language: str, report: Callable[[int, str, str], str], days: tuple[Words, ...], title: str
) -> None:
    """Sentences of three days are the outlet's stock and count for no copy; four days' weather was one event in four
    independent texts."""
    parts = [
        article(
            f"w{day}",
            report(*words),
            title=title.format(day=day + 1),
            source="courier",
            language=language,
            published=moment(day),
        )
        for day, words in enumerate(days)
    ]
    grouped = group(*parts, *(article(f"z{at}", filler(at)) for at in range(8)))
    assert {part.article for story in grouped.stories for part in story.parts} == {part.id for part in parts}
    assert all(len(story.articles) == 1 for story in grouped.stories)


def test_a_paper_that_prints_an_agencys_report_each_day_has_that_days_text(article: MakeArticle) -> None:
    """Four days of an agency's weather, each printed by a paper: four stories of two copies."""
    papers = [("met", "El tiempo"), ("faro", "El tiempo en Cea")]
    printed = [
        article(f"{paper}{day}", spanish_weather(*words), title=title, source=paper, published=moment(day))
        for day, words in enumerate(SPANISH)
        for paper, title in papers
    ]
    grouped = group(*printed)
    assert set(families(grouped)) == {frozenset({f"met{day}", f"faro{day}"}) for day in range(4)}
    assert all(len(story.articles) == 2 for story in grouped.stories)
