"""The five real documents read as an edition: what a reader finds in them, as far as it is found."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from benchmarks.story import SEEDS, links_of
from sitegen.comparing import compare_articles
from sitegen.config import Comparing
from sitegen.edition import Fact, StoryEdition
from sitegen.findings import compare_family, read_edition
from sitegen.model import Comparison, Unit
from sitegen.pipeline.build import group_folder
from sitegen.text.languages import languages_of
from sitegen.text.tokenized import tokenize_blocks

BASE = "004_c95c86079d7274f3"
REWRITE = "003_478985300681bf0c"
BLOG = "001_369c91b1ae523375"
VIETNAMESE = "000_f6e1e4043e1ec534"


@pytest.fixture(scope="module")
def edition(request: pytest.FixtureRequest) -> StoryEdition:
    seeds: Path = request.getfixturevalue("seeds")
    archive, grouped, _ = group_folder(seeds)
    story = next(found for found in grouped.stories if BASE in found.articles)
    articles = {text.id: text for text in archive.articles if text.id in story.articles}
    tags = languages_of([text.language for text in articles.values()])
    texts = {text.id: tokenize_blocks(text.blocks, tag) for text, tag in zip(articles.values(), tags, strict=True)}

    def compare(left: str, right: str, finest: Unit) -> Comparison:
        tokenized = (texts[left], texts[right])
        return compare_articles(articles[left], articles[right], Comparing(), tokenized=tokenized, finest=finest)

    compared = [compare_family(family, articles, texts, {}, Comparing(), compare) for family in story.families]
    return read_edition(story, articles, texts, compared)


@pytest.fixture(scope="module")
def facts(edition: StoryEdition) -> Mapping[str, Fact]:
    """The facts by what the base prints."""
    return {fact.stated[0].text: fact for fact in edition.families[0].facts}


def test_what_smugglers_were_paid_is_one_sum_in_four_forms(facts: Mapping[str, Fact]) -> None:
    """US$2,000, $2,000, USD 2,000 and 2.000 USD are the same: a difference of form is none."""
    fact = facts["US$2,000"]
    assert [stated.verdict for stated in fact.stated] == ["same-value"]
    assert {*fact.stated[0].copies} == {BASE, REWRITE, BLOG, VIETNAMESE}
    assert not fact.differs


def test_how_many_former_members_is_the_same_in_both_languages(facts: Mapping[str, Fact]) -> None:
    """As many as 300, and a Vietnamese text that says up to 300."""
    assert {*facts["as many as 300"].stated[0].copies} == {BASE, VIETNAMESE}
    assert not facts["as many as 300"].differs


def test_the_vietnamese_text_is_aligned_with_the_base(edition: StoryEdition) -> None:
    """Of twelve pairs of sentences that a reader finds, at least eight; and no more than four others."""
    alignment = next(one for one in edition.alignments if one.right == VIETNAMESE)
    links = links_of(alignment)
    assert len(links & SEEDS) >= 8
    assert len(links - SEEDS) <= 4


def test_a_rewrite_is_not_said_to_drop_what_it_may_say_otherwise(edition: StoryEdition) -> None:
    """The blog and the rewrite drop no sentence as far as is known."""
    for sentence in edition.families[0].survival:
        assert not {REWRITE, BLOG} & {*sentence.dropped}
