"""Archives that would blow up, or join everything: a sane answer, and a warning that names the cause."""

import random
from dataclasses import replace
from datetime import date, timedelta

import numpy as np
import pytest

from sitegen.config import Grouping
from sitegen.group import Grouped, group_articles
from sitegen.group.candidates import fingerprints
from sitegen.group.candidates.fingerprints import Roster, find_candidates, runs_for
from sitegen.group.copies.links import Fingerprinted
from sitegen.group.words import read_words
from sitegen.model import Article, Moment
from tests.conftest import MakeArticle
from tests.group.test_arrays import postings_of
from tests.group.test_group import filler

COOKIES = (
    "We and our partners use cookies to store personalised ads "
    "in your browser. By clicking here you give your consent. "
    "Subscribers can log in without advertisers; please enable JavaScript and disable your adblocker."
)


def group(articles: list[Article]) -> Grouped:
    return group_articles(articles, (), (), Grouping())


def codes(grouped: Grouped) -> list[str]:
    return sorted({one.code for one in grouped.remarks})


def test_five_words_are_no_evidence(article: MakeArticle) -> None:
    """Articles of five words stand alone unless they are the same."""
    choose = random.Random(1)
    texts = [" ".join(choose.choices("abcdefghij", k=5)) for _ in range(300)]
    grouped = group([article(f"a{at}", text) for at, text in enumerate(dict.fromkeys(texts))])
    assert max(len(story.articles) for story in grouped.stories) <= 2


def test_many_copies_of_one_text_are_one_story_by_few_links(article: MakeArticle) -> None:
    """Far beyond the cap on frequency, exact or edited: one story, and links in proportion to the copies."""
    base = filler(5, 150).split()
    choose = random.Random(2)
    copies = []
    for at in range(600):
        words = base.copy()
        if at % 2:
            words[choose.randrange(150)] = "changed"
        copies.append(article(f"c{at:04}", " ".join(words)))
    grouped = group(copies)
    assert [len(story.articles) for story in grouped.stories] == [600]
    assert len(grouped.links) <= 3 * 600


def test_a_form_filled_in_again_and_again_is_no_story(article: MakeArticle) -> None:
    """Near-identical one-liners stay apart, and the warning says why."""
    lines = [
        article(f"g{at:04}", f"Gold closed at {1000 + at} dollars an ounce in Mard on day {at}") for at in range(400)
    ]
    grouped = group(lines)
    assert max(len(story.articles) for story in grouped.stories) <= 2
    assert codes(grouped) == ["one-form"]


def test_pairs_of_one_liners_grow_with_their_number_and_not_its_square() -> None:
    """100,000 of them make few candidates: postings beyond the cap tie each article to the next alone."""
    runs = runs_for(1, Grouping())
    words = [read_words(f"Gold closed at {at} dollars an ounce in Mard today").hashes for at in range(20_000)]
    own = [runs.of(one, np.full(len(one), at))[0] for at, one in enumerate(words)]
    few, many = (
        find_candidates(postings_of(own[:count]), Roster(slots=np.arange(count), sources=[""] * count), 24, 3)
        for count in (10_000, 20_000)
    )
    assert len(many.left) <= 2.3 * len(few.left) < 100_000


@pytest.mark.parametrize("longer_above", [20_000, 5])
def test_one_phrase_is_not_enough_to_align_two_texts(
    article: MakeArticle, monkeypatch: pytest.MonkeyPatch, longer_above: int
) -> None:
    """Strangers that share a phrase are not aligned, however large the archive; a quotation of 20 words is found."""
    monkeypatch.setattr(fingerprints, "_LONGER_ABOVE", longer_above)
    texts = [filler(place, 150) for place in range(40)]
    phrases = [" ".join(filler(1_000 + place, 6).split()[:6]) for place in range(20)]
    strangers = [f"{text} {phrases[place // 2]} {filler(500 + place, 30)}" for place, text in enumerate(texts)]
    quoting = f"{filler(2_000, 100)} {' '.join(texts[0].split()[10:30])} {filler(2_001, 100)}"
    articles = [article(f"a{place:02}", text) for place, text in enumerate([*strangers, quoting])]
    assert list(Fingerprinted(articles, Grouping()).worth_a_look()) == [(0, 40)]


def test_an_archive_of_nothing_but_notices(article: MakeArticle) -> None:
    """No story of cookie notices; each is named."""
    grouped = group([article(f"n{at}", f"{COOKIES} {filler(at, 3)}") for at in range(12)])
    assert {len(story.articles) for story in grouped.stories} == {1}
    assert codes(grouped) == ["only-notice"]
    assert len(grouped.remarks) == 12


def test_one_title_everywhere_joins_nothing(article: MakeArticle) -> None:
    """A headline that all have says nothing."""
    grouped = group([article(f"t{at}", filler(at), title="Breaking news from the coast") for at in range(60)])
    assert {len(story.articles) for story in grouped.stories} == {1}


def test_a_date_that_cannot_be_is_not_used(article: MakeArticle) -> None:
    """Year 1, or after its own capture: two copies still meet, and the warning names the date."""
    text = filler(4)
    articles = [
        article("a", text, published=Moment(day=date(1, 1, 1)), source="wire"),
        article("b", text, published=Moment(day=date(2031, 5, 1)), source="echo"),
        article(
            "c",
            filler(9),
            published=Moment(day=date(2031, 5, 9)),
            captured=Moment(day=date(2031, 5, 1)),
        ),
    ]
    grouped = group(articles)
    assert {frozenset(story.articles) for story in grouped.stories} == {frozenset("ab"), frozenset("c")}
    assert [one.code for one in grouped.remarks] == ["unlikely-date", "unlikely-date"]


def test_one_article_that_quotes_fifty_others_joins_none(article: MakeArticle) -> None:
    """A digest does not make one story of what it quotes; its links stay, and the warning names it."""
    texts = [filler(at, 90) for at in range(50)]
    digest = article("digest", *texts)
    grouped = group([digest, *(article(f"a{at}", text) for at, text in enumerate(texts))])
    assert {len(story.articles) for story in grouped.stories} == {1}
    assert len(grouped.links) == 50
    assert codes(grouped) == ["digest"]


def test_no_articles_and_empty_articles(article: MakeArticle) -> None:
    """Nothing in, nothing out."""
    assert group([]).stories == ()
    assert len(group([article("a", ""), article("b", "…")]).stories) == 2


def reports_of(article: MakeArticle, subject: str, day: date, count: int = 3, story: str = "") -> list[Article]:
    """Reports of one event in words of their own: they share names and no passage."""
    names = filler(len(subject), 12).title()
    return [
        article(
            f"{subject}{at}",
            f"{names} {filler(100 * len(subject) + at, 60)}",
            published=Moment(day=day + timedelta(days=at % 2)),
            story=story,
        )
        for at in range(count)
    ]


def test_an_archive_without_days_finds_the_copies_of_one_with_them(article: MakeArticle) -> None:
    """Nothing known of any day parts no copies and joins no strangers."""
    copies = [article(f"c{at}", filler(at // 3), source=f"s{at}") for at in range(30)]
    grouped = group(copies)
    assert sorted(len(story.articles) for story in grouped.stories) == [3] * 10
    dated = [replace(copy, published=Moment(day=date(2031, 5, 1 + at // 3))) for at, copy in enumerate(copies)]
    assert [story.articles for story in group(dated).stories] == [story.articles for story in grouped.stories]


def test_an_archive_of_one_day_is_not_one_story(article: MakeArticle) -> None:
    """That all is of one day says nothing of what belongs together."""
    day = Moment(day=date(2031, 5, 1))
    grouped = group([article(f"c{at}", filler(at // 2), published=day) for at in range(40)])
    assert {len(story.articles) for story in grouped.stories} == {2}


def test_days_that_are_wrong_by_years_part_no_copies(article: MakeArticle) -> None:
    """Every second copy is dated ten years too early: whole copies stay together."""
    days = [date(2031 - 10 * (at % 2), 5, 1) for at in range(20)]
    grouped = group([article(f"c{at}", filler(at // 2), published=Moment(day=day)) for at, day in enumerate(days)])
    assert {len(story.articles) for story in grouped.stories} == {2}


def test_an_archive_of_one_outlet(article: MakeArticle) -> None:
    """What an outlet prints twice is a family, the rest stands alone."""
    texts = [filler(at) for at in range(30)]
    grouped = group([article(f"o{at}", text, source="post") for at, text in enumerate([*texts, texts[0], texts[1]])])
    assert sorted(len(story.articles) for story in grouped.stories) == [1] * 28 + [2, 2]


def test_two_bases_that_are_declared_make_one_family_with_one_base(article: MakeArticle) -> None:
    """The earlier of the two is read against; neither is lost."""
    text = filler(7)
    days = {"a": 3, "b": 1, "c": 2}
    copies = [
        article(name, text, base=name in "ac", published=Moment(day=date(2031, 5, day))) for name, day in days.items()
    ]
    (story,) = group(copies).stories
    (family,) = story.families
    assert family.base == "c"
    assert family.base_reason == group(copies[:1] + copies[1:2]).stories[0].families[0].base_reason
    assert sorted(family.copies) == ["a", "b", "c"]


def test_a_statement_that_is_an_article_of_its_own_is_nobodys_copy(article: MakeArticle) -> None:
    """An article that is a quotation and no more is linked with who quotes it, and in no family."""
    said = f"“{filler(3, 60)},” said the mate."
    others = [article(f"r{at}", filler(at + 50, 80), said, filler(at + 90, 80)) for at in range(4)]
    grouped = group([article("said", said), *others])
    assert {len(family.copies) for story in grouped.stories for family in story.families} == {1}
    assert {link.kind for link in grouped.links} <= {"quotations", "likeness"}


def test_five_hundred_outlets_of_one_report_are_one_family(article: MakeArticle) -> None:
    """A story has no size at which what all print becomes boilerplate."""
    text = filler(5, 200)
    copies = [article(f"c{at:03}", text, filler(at + 1000, 12), source=f"s{at}") for at in range(500)]
    assert [len(story.families) for story in group(copies).stories] == [1]


def test_a_declared_story_of_two_events_stays_one_and_says_what_speaks_against_it(article: MakeArticle) -> None:
    """The keeper is right, and is told of the part that shares nothing and is weeks apart."""
    fire = reports_of(article, "fire", date(2031, 3, 1), story="lido")
    flood = reports_of(article, "flooded", date(2031, 5, 1), 2, story="lido")
    grouped = group([*fire, *flood, *(article(f"z{at}", filler(at + 500, 60)) for at in range(20))])
    assert [len(story.articles) for story in grouped.stories if story.id == "lido"] == [5]
    (told,) = grouped.remarks
    assert (told.code, told.severity, told.location.path) == ("two-events", "warning", flood[0].path)
    assert "this article and 1 more share no text with the others; 60 days and more are between them" in told.message


@pytest.mark.parametrize("days", [7, None])
def test_of_reports_of_about_one_day_or_none_nothing_is_said(article: MakeArticle, days: int | None) -> None:
    """Reports of one event may share no word; days that are not known speak against nothing."""
    first = date(2031, 3, 1)
    second = Moment(day=first + timedelta(days=days)) if days else None
    grouped = group(
        [
            article("a", filler(1), story="lido", published=Moment(day=first)),
            article("b", filler(2), story="lido", published=second),
        ]
    )
    assert grouped.remarks == ()
