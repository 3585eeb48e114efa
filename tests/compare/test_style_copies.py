"""A copy that differs in style alone is the same text to every stage: comparison, relations, passages and grouping."""

from collections.abc import Iterator

import pytest

from sitegen.comparing import compare_articles
from sitegen.config import Comparing, Grouping
from sitegen.findings import compare_family
from sitegen.group import group_articles
from sitegen.model import STYLE, Family
from sitegen.text import keys, tokens
from sitegen.text.tokenized import TokenizedLater
from tests.compare.style_copies import COPIES
from tests.conftest import make_article
from tests.families import comparing


def measures_of(language: str, other: str = "") -> Iterator[float]:
    """How much of each stands in the other, both ways round."""
    articles = [make_article(name, text, language=language) for name, text in zip("ab", COPIES[language], strict=True)]
    if other:
        articles[1] = make_article("b", COPIES[language][1], language=other)
    for left, right in (articles, articles[::-1]):
        measures = compare_articles(left, right, Comparing()).measures
        yield measures.left_in_right
        yield measures.right_in_left


def test_there_are_twenty_languages() -> None:
    """Two copies in each, which are not the same signs."""
    assert len(COPIES) > 20
    assert all(text != copy for text, copy in COPIES.values())


@pytest.mark.parametrize("language", COPIES)
def test_all_of_a_copy_in_another_style_is_kept(language: str) -> None:
    """100 % in both directions, and nothing of substance is told."""
    assert set(measures_of(language)) == {1.0}
    pair = [make_article(name, text, language=language) for name, text in zip("ab", COPIES[language], strict=True)]
    changes = compare_articles(*pair, Comparing()).changes
    assert [change for change in changes if change.kind not in STYLE] == []


@pytest.mark.parametrize("language", COPIES)
def test_it_is_verbatim_in_its_family(language: str) -> None:
    """The relation on the site says so."""
    articles = {
        name: make_article(name, text, language=language) for name, text in zip("ab", COPIES[language], strict=True)
    }
    texts = {name: TokenizedLater(article.blocks, language) for name, article in articles.items()}
    family = Family(base="a", base_reason="declared", copies=("a", "b"))
    standing = compare_family(
        family, articles, texts, {}, Comparing(), comparing(articles, texts, Comparing())
    ).standings[1]
    assert standing.relation == "verbatim"


@pytest.mark.parametrize("language", COPIES)
def test_it_is_grouped_with_its_source(language: str) -> None:
    """Grouping finds the copy, and takes all of it for shared."""
    articles = [make_article(name, text, language=language) for name, text in zip("ab", COPIES[language], strict=True)]
    stories = group_articles(articles, (), (), Grouping()).stories
    assert len(stories) == 1
    assert len(stories[0].families) == 1


def test_an_unknown_language_is_read_as_the_other_is() -> None:
    """A copy whose language nobody knows is read in that of its counterpart; Serbian has several names."""
    for language in ("en", "de", "sr", "zh", "tr"):
        assert set(measures_of(language, "und")) == {1.0}
    assert set(measures_of("sr", "hr")) == {1.0}


def test_a_key_without_spelling_is_seen(monkeypatch: pytest.MonkeyPatch) -> None:
    """Control: without the folding of scripts and spellings the copies are not kept in full."""
    monkeypatch.setattr(keys, "fold_script", lambda key, _: key)
    monkeypatch.setattr(keys, "SPELLINGS", {})
    monkeypatch.setattr(tokens, "_MADE", {})
    failing = [language for language in COPIES if set(measures_of(language)) != {1.0}]
    assert len(failing) >= 15
