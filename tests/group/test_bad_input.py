"""Archives that would blow up, or join everything: a sane answer, and a warning that names the cause."""

import random
from datetime import date

import numpy as np

from sitegen.config import Grouping
from sitegen.group import Grouped, group_articles
from sitegen.group.fingerprints import Roster, find_candidates, runs_for
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
