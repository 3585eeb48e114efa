"""Stock text: what is printed inside and under texts that have nothing else in common makes no copies."""

import random
from collections.abc import Sequence
from datetime import date

import pytest

from sitegen.config import Grouping
from sitegen.group import explain, group_articles, weigh
from sitegen.group import stories as stories_module
from sitegen.model import Article, Moment
from tests.conftest import MakeArticle
from tests.group.test_group import families, filler

BOX = (
    "Whoever walks the coast path from Skelby should know that the tide comes in behind the second groyne and that "
    "the ladder at the old battery was taken away after the winter, so that walkers turn back at the white post or "
    "wait six hours on the rocks. The warden keeps a flask, two blankets and a lamp in the hut above the steps, and "
    "the key is with the harbour office on weekdays and with the baker in the lane on any other day, feast days "
    "excepted."
)
SUBJECTS = ("mayor", "ferry", "orchard", "tunnel", "chapel", "barge", "school", "quarry", "market", "lantern", "clinic")


def subject(seed: int, words: int = 90) -> str:
    """A text about persons and things of its own, which come again and again."""
    rng = random.Random(seed)
    names = ["".join(rng.choices("abdegiklmnorstuv", k=7)).capitalize() for _ in range(9)]
    said = [rng.choice((*names, *names, *SUBJECTS, "said", "on", "the", "again")) for _ in range(words)]
    return " ".join(said) + "."


def archive(article: MakeArticle, carriers: int, *, source: str = "", box: str = BOX, day: int = 3) -> list[Article]:
    """Texts of one week, the first of which carry the box inside a paragraph of theirs; many strangers beside them."""
    when = Moment(day=date(2031, 3, day))
    carrying = [
        article(
            f"c{place}",
            subject(place, 60),
            f"{subject(place)} {box} {subject(place)}",
            source=source or f"o{place}",
            published=when,
        )
        for place in range(carriers)
    ]
    return [
        *carrying,
        *(article(f"z{place:02}", subject(100 + place), source="z", published=when) for place in range(50)),
    ]


def together(articles: Sequence[Article]) -> set[frozenset[str]]:
    """Families and stories of several articles."""
    grouped = group_articles(articles, (), (), Grouping())
    stories = {frozenset(story.articles) for story in grouped.stories}
    return {group for group in (*families(grouped), *stories) if len(group) > 1}


@pytest.mark.parametrize("carriers", [2, 3, 9])
@pytest.mark.parametrize("source", ["", "courier"], ids=["outlets of their own", "one outlet"])
def test_a_box_inside_paragraphs_joins_nothing(article: MakeArticle, source: str, carriers: int) -> None:
    """From two articles on, on one day, in many outlets or in one, whatever its length."""
    assert together(archive(article, carriers, source=source)) == set()
    assert together(archive(article, carriers, source=source, box=f"{BOX} {filler(7, 60)}")) == set()


def test_without_the_archive_it_would(article: MakeArticle, monkeypatch: pytest.MonkeyPatch) -> None:
    """Control: by pairs alone the texts of one day that carry a box are copies."""
    monkeypatch.setattr(stories_module, "stock_pairs", lambda *_: frozenset())
    assert frozenset({"c0", "c1"}) <= next(iter(together(archive(article, 3))))


def test_a_paragraph_that_is_about_one_of_the_two_was_taken(article: MakeArticle) -> None:
    """The other text goes on about something else, and yet it holds what the first one reports."""
    articles = archive(article, 0)
    taken = subject(1, 80)
    when = Moment(day=date(2031, 3, 3))
    first = article("a", subject(1), taken, subject(1, 60), source="post", published=when)
    other = article("b", subject(2), taken, subject(2, 60), source="echo", published=when)
    found = weigh([first, other, *articles], Grouping()).shared
    assert ("a", "b") in found.copies
    assert not found.stock


def test_an_editor_and_a_credit_are_believed(article: MakeArticle) -> None:
    """What is declared one story stays one, with a box or without."""
    articles = archive(article, 2)
    declared = [
        article(one.id, *(block.text for block in one.blocks), source=one.source, published=one.published, story="walk")
        for one in articles[:2]
    ]
    assert not weigh([*declared, *articles[2:]], Grouping()).shared.stock
    assert weigh(articles, Grouping()).shared.stock, "control: undeclared they share stock"


def test_what_is_learnt_holds_where_a_text_is_short(article: MakeArticle) -> None:
    """A note of a few words above a box says too little of what it is about; strangers have shown what the box is."""
    when = Moment(day=date(2031, 3, 3))
    articles = [*archive(article, 3), article("note", " ".join([subject(90, 14)] * 4), BOX, source="p", published=when)]
    evidence = weigh(articles, Grouping())
    assert not any("note" in family for family in evidence.families.groups if len(family) > 1)
    assert any("note" in pair for pair in evidence.shared.stock)


def test_why_says_that_it_is_stock(article: MakeArticle) -> None:
    """In words that a newcomer understands."""
    lines = explain(weigh(archive(article, 2), Grouping()), "c0", "c1")
    assert any("stock text, such as a box or a closing line" in line for line in lines)


def test_a_small_archive_is_judged_by_pairs(article: MakeArticle) -> None:
    """In a few texts every word is rare: nothing is learnt from them."""
    few = archive(article, 3)[:12]
    assert not weigh(few, Grouping()).shared.stock
