"""Forms that an outlet fills in again and again: parts of a series, copies of nothing."""

import random
from collections.abc import Iterator
from datetime import date, timedelta

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
