"""Very many copies of one text: what they cost is counted, and does not grow with the square of their number."""

import random
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

import pytest

from benchmarks.one_story import near, paragraphs
from sitegen.comparing import compare_articles
from sitegen.config import Comparing
from sitegen.findings import Budget, Compared, compare_family
from sitegen.findings.counted import runs_of, shares
from sitegen.findings.descent import largefamilies
from sitegen.findings.descent.largefamilies import LargeFamily
from sitegen.findings.descent.provenance import weigh
from sitegen.model import Article, Family, Moment
from sitegen.text.tokenized import Tokenized, tokenize_blocks
from tests.conftest import MakeArticle
from tests.families import comparing

TEXT = paragraphs(random.Random(7))


def joined(text: Sequence[Sequence[str]]) -> list[str]:
    return [" ".join(part) for part in text]


def near_copies(article: MakeArticle, count: int) -> list[Article]:
    """A text and near copies of it, each made of the first."""
    rng = random.Random(3)
    texts = [TEXT, *(near(TEXT, rng) for _ in range(count - 1))]
    return [article(f"c{place:04}", *joined(text)) for place, text in enumerate(texts)]


def evolving(article: MakeArticle, count: int) -> list[Article]:
    """A text, and copies each made of any one before it, with its changes: each has 40 words of its own."""
    rng = random.Random(5)
    texts = [joined(TEXT)]
    while len(texts) < count:
        words = "\n".join(rng.choice(texts)).split(" ")
        for _ in range(40):
            words[rng.randrange(len(words))] = f"w{rng.randrange(10**6)}"
        texts.append(" ".join(words).split("\n"))
    return [article(f"c{place:04}", *text) for place, text in enumerate(texts)]


def compared(articles: Sequence[Article], settings: Comparing, budget: Budget | None = None) -> Compared:
    family = Family(base=articles[0].id, base_reason="", copies=tuple(copy.id for copy in articles))
    texts = {copy.id: tokenize_blocks(copy.blocks) for copy in articles}
    by_id = {copy.id: copy for copy in articles}
    return compare_family(family, by_id, texts, {}, settings, comparing(by_id, texts, settings), budget)


def units(result: Compared) -> list[str]:
    return [comparison.unit for comparison in result.comparisons]


def test_near_copies_cost_no_more_comparisons_than_the_budget(article: MakeArticle) -> None:
    """Twice as many copies are read as much, step by step; with a budget for all (the control) twice as much."""
    settings = Comparing(story_tokens=9_000)
    read = []
    for count in (40, 80):
        budget = Budget(settings.story_tokens)
        result = compared(near_copies(article, count), settings, budget)
        read.append(budget.read)
        assert set(units(result)) == {"words", "sentences", "blocks"}
        assert len(result.counted) == count - 1 - len(result.comparisons)
        assert budget.spent
    longest = 2 * sum(len(sentence.split()) + 1 for part in TEXT for sentence in part)
    assert read[0] == read[1]
    assert all(9_000 <= tokens < 9_000 + longest for tokens in read[0].values())
    plenty = [Budget(10_000_000) for _ in range(2)]
    for count, budget in zip((40, 80), plenty, strict=True):
        assert not compared(near_copies(article, count), settings, budget).counted
    assert plenty[1].read["words"] > 1.8 * plenty[0].read["words"]


def test_the_first_pair_is_compared_as_finely_as_ever(article: MakeArticle) -> None:
    """However small the budget is, two copies are compared word by word, and nothing is said of a budget."""
    result = compared(near_copies(article, 2), Comparing(story_tokens=1))
    assert units(result) == ["words"]
    assert not result.comparisons[0].note
    assert not result.counted


def test_a_coarser_comparison_says_that_the_story_is_large(article: MakeArticle) -> None:
    """By sentences, by blocks: the note tells why; how a copy stands is not judged by the coarse rows."""
    result = compared(near_copies(article, 12), Comparing(story_tokens=1_500))
    notes = {comparison.unit: comparison.note for comparison in result.comparisons}
    assert "too many copies" in notes["sentences"]
    assert "Whole sentences" in notes["sentences"]
    assert "Whole paragraphs" in notes["blocks"]
    assert not notes["words"]
    assert {standing.relation for standing in result.standings[1:]} <= {"cut", "edited", "verbatim"}
    blocks = next(comparison for comparison in result.comparisons if comparison.unit == "blocks")
    assert blocks.measures.left_in_right < next(
        standing.kept or 0 for standing in result.standings if standing.article == blocks.right
    )


def test_what_is_only_counted_is_near_what_alignment_finds(article: MakeArticle) -> None:
    """Shares by runs of five words are at most those of an alignment, and at the least .15 below them."""
    copies = near_copies(article, 20)
    base = runs_of(tokenize_blocks(copies[0].blocks))
    for copy in copies[1:]:
        measures = compare_articles(copies[0], copy, Comparing()).measures
        kept, taken = shares(base, runs_of(tokenize_blocks(copy.blocks)))
        assert measures.left_in_right - 0.15 < kept <= measures.left_in_right + 0.001
        assert measures.right_in_left - 0.15 < taken <= measures.right_in_left + 0.001


@pytest.mark.parametrize(("left", "right", "expected"), [("", "", 0), ("a b", "", 0), ("a b", "a b", 1), ("a", "b", 0)])
def test_texts_shorter_than_a_run_are_counted_whole(left: str, right: str, expected: float) -> None:
    """Two words are shared if both texts are these two words; an empty text shares nothing."""

    def text(line: str) -> Tokenized:
        return tokenize_blocks([]) if not line else tokenize_blocks(make(line))

    def make(line: str) -> tuple:  # type: ignore[type-arg]
        from tests.conftest import make_article

        return make_article("a", line).blocks

    assert shares(runs_of(text(left)), runs_of(text(right))) == (expected, expected)


def test_identical_copies_are_compared_once(article: MakeArticle) -> None:
    """Of 30 or 300 copies of one text the second is compared with the first; all are verbatim beside it.

    Nobody dated them, so none of them is said to be another's copy.
    """
    for count in (30, 300):
        result = compared([article(f"c{place:03}", *joined(TEXT)) for place in range(count)], Comparing())
        assert [(comparison.left, comparison.right) for comparison in result.comparisons] == [("c000", "c001")]
        assert len(result.alike) == count - 1
        assert {(one.relation, one.against, one.kept) for one in result.standings[1:]} == {("verbatim", "c000", 1.0)}
        assert {one.parent for one in result.standings} == {""}
        assert not result.counted


def test_identical_copies_of_one_text_were_taken_from_the_first_of_them(article: MakeArticle) -> None:
    """Where days tell which came first; the control, of one day, is told nothing."""
    for apart, expected in ((3, {"c00"}), (0, {""})):
        copies = [
            article(f"c{place:02}", *joined(TEXT), published=Moment(day=date(2031, 3, 1) + timedelta(apart * place)))
            for place in range(30)
        ]
        assert {one.parent for one in compared(copies, Comparing()).standings[1:]} == expected


def test_what_a_keeper_declared_has_a_comparison_of_its_own(article: MakeArticle) -> None:
    """A version with the very text of another copy is compared with what it is a version of."""
    copies = [article(f"c{place:02}", *joined(TEXT)) for place in range(30)]
    copies.append(article("later", *joined(TEXT), version_of="c07"))
    result = compared(copies, Comparing())
    assert ("c07", "later") in {(comparison.left, comparison.right) for comparison in result.comparisons}
    assert not {"later", "c07"} & set(result.alike)


def test_neighbours_in_a_large_family_are_those_that_weighing_all_finds(
    article: MakeArticle, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Of 60 copies, each made of some other before it, at least 50 get the parent that weighing all pairs finds.

    The control: with no holder remembered, they do not.
    """
    copies = [
        replace(copy, published=Moment(day=date(2031, 1, 1) + timedelta(2 * place)))
        for place, copy in enumerate(evolving(article, 60))
    ]
    articles, texts = {copy.id: copy for copy in copies}, {copy.id: tokenize_blocks(copy.blocks) for copy in copies}

    def found() -> list[str]:
        search = LargeFamily(list(articles), articles, texts, {}, list(articles))
        return [search.edge(copy).parent for copy in articles]

    quick, every = found(), [edge.parent for edge in weigh(list(articles), articles, texts, {}).edges()]
    assert len(set(every)) > 8, "not all are of the base"
    assert sum(a == b for a, b in zip(quick[1:], every[1:], strict=True)) >= 50
    monkeypatch.setattr(largefamilies, "_HOLDERS", 0)
    assert sum(a == b for a, b in zip(found()[1:], every[1:], strict=True)) < 40


def test_looking_for_parents_grows_with_the_copies(article: MakeArticle) -> None:
    """Pairs that are weighed double with the copies; of all pairs there are four times as many."""

    def weighed(count: int) -> int:
        copies = evolving(article, count)
        texts = {copy.id: tokenize_blocks(copy.blocks) for copy in copies}
        ids = [copy.id for copy in copies]
        search = LargeFamily(ids, {copy.id: copy for copy in copies}, texts, {}, ids)
        for copy in ids:
            search.edge(copy)
        return search.weighed

    assert weighed(52) < 2.5 * weighed(26)


def test_a_story_of_five_hundred_outlets_says_only_what_days_carry(article: MakeArticle) -> None:
    """Each took the wire's text days later: all were taken from it. On one day (the control) nobody was."""
    for apart in (3, 0):
        copies = [
            replace(copy, source=f"s{place}", published=Moment(day=date(2031, 1, 1) + timedelta(apart * bool(place))))
            for place, copy in enumerate(near_copies(article, 500))
        ]
        result = compared(copies, Comparing(story_tokens=20_000))
        parents = [standing.parent for standing in result.standings[1:]]
        assert len(result.provenance.edges) == 500
        assert (parents.count("c0000") >= 400) == bool(apart)
        assert apart or not any(standing.silent for standing in result.standings)
