"""Texts that more articles have than the cap on document frequency: one family, found in linear work."""

import random
from collections.abc import Iterable, Sequence

import numpy as np
import pytest

from benchmarks.one_story import near, paragraphs
from sitegen.config import Grouping
from sitegen.group import Grouped, Question, Verdict, group_articles
from sitegen.group.candidates import crowds
from sitegen.group.candidates.crowds import find_crowds
from sitegen.group.copies import links as links_module
from sitegen.group.copies.links import Fingerprinted
from sitegen.group.prints import Reader, make_fingerprints
from sitegen.model import Article
from tests.conftest import MakeArticle
from tests.group.test_group import filler

TEXT = paragraphs(random.Random(7))


class Counting(Reader):
    """Aligns, and counts how often."""

    def __init__(self) -> None:
        self.aligned = 0

    def verdicts(self, questions: Iterable[Question]) -> Iterable[Verdict]:
        for verdict in super().verdicts(questions):
            self.aligned += 1
            yield verdict


def copies(article: MakeArticle, count: int, *, alike: bool, **values: object) -> list[Article]:
    rng = random.Random(3)
    texts = [TEXT if alike or not place else near(TEXT, rng) for place in range(count)]
    return [article(f"c{place:04}", *(" ".join(part) for part in text), **values) for place, text in enumerate(texts)]


def grouped(articles: Sequence[Article]) -> tuple[Grouped, int]:
    """What belongs together, and how many pairs were aligned."""
    printer = Counting()
    return group_articles(articles, (), (), Grouping(), printer), printer.aligned


@pytest.mark.parametrize("alike", [True, False], ids=["identical", "near"])
@pytest.mark.parametrize("story", ["", "ferry"], ids=["found", "declared"])
def test_a_crowd_is_one_family(article: MakeArticle, story: str, alike: bool) -> None:
    """150 copies of one text are one family of one story, whether anybody said so or not."""
    result, _ = grouped(copies(article, 150, alike=alike, story=story))
    assert [len(family.copies) for family in result.stories[0].families] == [150]


@pytest.mark.parametrize("count", [2, 3, 10, 24, 25, 26, 33, 40, 50, 90, 300, 2_000])
def test_copies_that_were_cut_in_different_places_are_one_family(article: MakeArticle, count: int) -> None:
    """Each less up to three of its twelve paragraphs, from two copies to two thousand; nothing else joins them."""
    rng = random.Random(count)
    whole = [filler(seed, 40) for seed in range(12)]
    texts = []
    for place in range(count):
        cut = set(rng.sample(range(12), rng.randint(0, 3)))
        kept = [text for at, text in enumerate(whole) if at not in cut]
        texts.append(article(f"c{place:04}", *kept, source=f"outlet{place}"))
    result, _ = grouped([*texts, *(article(f"z{at}", filler(at + 50)) for at in range(9))])
    assert sorted(len(family.copies) for story in result.stories for family in story.families) == [*[1] * 9, count]


@pytest.mark.parametrize("alike", [True, False], ids=["identical", "near"])
def test_alignments_do_not_grow_with_a_crowd(
    article: MakeArticle, alike: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Four times the copies: hardly more pairs are aligned. The control: without crowds four times as many are."""
    few, many = (grouped(copies(article, count, alike=alike))[1] for count in (60, 240))
    assert 24 <= few <= many <= 24 + 24

    empty = crowds.Crowds(root={}, shown=frozenset(), counted=(), most=24)
    monkeypatch.setattr(links_module, "find_crowds", lambda *_: empty)
    few, many = (grouped(copies(article, count, alike=alike))[1] for count in (60, 240))
    assert many > 3 * few


def test_two_stories_with_one_text_are_a_family_each(article: MakeArticle) -> None:
    """What a keeper put into two stories stays there, and is gathered in each."""
    half = [one.id for one in copies(article, 120, alike=True)][::2]
    articles = [
        article(one.id, *(block.text for block in one.blocks), story="a" if one.id in half else "b")
        for one in copies(article, 120, alike=False)
    ]
    result, _ = grouped(articles)
    assert [(story.id, [len(family.copies) for family in story.families]) for story in result.stories] == [
        ("a", [60]),
        ("b", [60]),
    ]


def test_a_barred_copy_stays_out(article: MakeArticle) -> None:
    """`not_with` the first copy keeps an article out of its family."""
    articles = [*copies(article, 60, alike=True)]
    articles[40] = article("c0040", *(block.text for block in articles[40].blocks), not_with=("c0000",))
    result, _ = grouped(articles)
    families = {family.copies for story in result.stories for family in story.families}
    assert ("c0040",) in families
    assert max(map(len, families)) == 59


def test_what_many_print_under_their_own_texts_makes_no_crowd(article: MakeArticle) -> None:
    """A footer in 60 articles is most of none of them."""
    footer = " ".join(TEXT[0])
    result, _ = grouped([article(f"f{place:02}", filler(place), footer) for place in range(60)])
    assert {len(story.articles) for story in result.stories} == {1}


def test_a_short_text_that_a_keeper_put_together_is_one_family(article: MakeArticle) -> None:
    """Sixty copies of two lines in one declared story; found in as many files by themselves they pass for a form."""
    lines = "The lighthouse at Holm was lit on Friday for the first time in nine years, the harbour office said."
    told, _ = grouped([article(f"s{place:02}", lines, story="lamp") for place in range(60)])
    assert [len(family.copies) for family in told.stories[0].families] == [60]
    assert not told.remarks
    alone, _ = grouped([article(f"s{place:02}", lines) for place in range(60)])
    assert [remark.code for remark in alone.remarks] == ["one-form"]


def test_counted_runs_are_what_both_have(article: MakeArticle) -> None:
    """A crowd's counts are those of the texts themselves, and enough of the longer one."""
    articles = copies(article, 60, alike=False)
    archive = Fingerprinted(articles, Grouping())
    runs = [set(text.runs.tolist()) for text in make_fingerprints(articles, archive._runs)]
    forms = np.zeros(len(archive.candidates.left), dtype=bool)
    counted = find_crowds(archive.candidates, forms, [""] * 60, Grouping().twin_share, 5).counted
    assert len(counted) >= 50
    for hub, copy, shared, few in counted:
        # The last bits of a hash make place for the owner, so that two runs may pass for one.
        assert abs(shared - len(runs[hub] & runs[copy])) <= 1
        assert abs(few - min(len(runs[hub]), len(runs[copy]))) <= 1
        assert shared >= 0.6 * max(len(runs[hub]), len(runs[copy])) - 1
