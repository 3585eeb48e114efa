"""A model of meaning beside what survives translation: it adds links and takes none away."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

import numpy as np
import pytest

from sitegen.config import Grouping
from sitegen.group import Grouped, explain, group_articles, weigh
from sitegen.group.bilingual.meaning import Meaning, Vector
from sitegen.model import Article
from tests.conftest import MakeArticle
from tests.group.test_across import ENGLISH, SPANISH


@dataclass(frozen=True)
class Fake:
    """A model that knows the first letter of an article's last line, and turns it into an angle."""

    name: str = "fake"
    digest: str = "0"

    def vectors(self, texts: Iterable[str]) -> Iterator[Vector]:
        for text in texts:
            angle = (ord(text.splitlines()[-1][0]) - ord("A")) / 10
            yield np.array([np.cos(angle), np.sin(angle)], dtype=np.float32)


def grouped(*articles: Article, model: Fake | None = None, **settings: float) -> Grouped:
    return group_articles(articles, (), (), replace(Grouping(), **settings), model=model)  # type: ignore[arg-type]


def stories(found: Grouped) -> set[frozenset[str]]:
    return {frozenset(story.articles) for story in found.stories}


def test_a_model_adds_a_link_with_its_name(article: MakeArticle) -> None:
    """Two texts without one common anchor; the reason names the model and both figures."""
    both = [article("a", "Alpha comes.", language="qaa"), article("b", "Alba viene.", language="qab")]
    assert len(stories(grouped(*both))) == 2
    found = grouped(*both, model=Fake())
    assert stories(found) == {frozenset("ab")}
    (link,) = found.links
    assert (link.kind, link.strength, link.evidence) == ("meaning", 1.0, ())
    assert link.reason == "alike by 1.00 in meaning, says the model fake; 0.70 is enough"


def test_a_model_takes_nothing_away(article: MakeArticle) -> None:
    """What it finds unlike stays together where anchors say so, and the link is the anchors'."""
    both = [article("a", ENGLISH), article("b", "Zzz. " + SPANISH, language="es")]
    found = grouped(*both, model=Fake())
    assert stories(found) == {frozenset("ab")}
    assert [link.kind for link in found.links] == ["anchors"]


def test_a_pair_that_both_find_is_linked_once(article: MakeArticle) -> None:
    """With the evidence of the anchors, which a person can check."""
    both = [article("a", ENGLISH), article("b", SPANISH, language="es")]
    alike = replace(Fake(), name="agrees")
    assert grouped(*both, model=alike, model_likeness=0.01).links == grouped(*both).links


def test_what_is_not_alike_enough_stays_apart(article: MakeArticle) -> None:
    """`model_likeness` decides; cos(.8) is .697."""
    both = [article("a", "Alpha.", language="qaa"), article("b", "Iota.", language="qab")]
    assert len(stories(grouped(*both, model=Fake()))) == 2
    assert len(stories(grouped(*both, model=Fake(), model_likeness=0.69))) == 1


def test_one_language_is_left_to_words(article: MakeArticle) -> None:
    """A model is asked for pairs of two languages only, also where there are others."""
    three = [article(name, f"Alpha {name}.", language="qaa") for name in "ab"]
    found = grouped(*three, article("c", "Zeta.", language="qab"), model=Fake())
    assert len(stories(found)) == 3


def test_keepers_and_days_hold_against_a_model(article: MakeArticle) -> None:
    """`not_with` and declared stories are stronger than any likeness."""
    barred = [article("a", "Alpha.", language="qaa", not_with=("b",)), article("b", "Alba.", language="qab")]
    declared = [article("a", "Alpha.", language="qaa", story="x"), article("b", "Alba.", language="qab", story="y")]
    for both in (barred, declared):
        assert len(stories(grouped(*both, model=Fake()))) == 2


def test_why_names_the_model(article: MakeArticle) -> None:
    """Beside the figures of the anchors, with its own threshold and verdict."""
    both = [article("a", "Alpha.", language="qaa"), article("b", "Alba.", language="qab")]
    told = explain(weigh(both, Grouping(), model=Fake()), "a", "b")
    assert "across languages (qaa and qab): 1.000 in meaning, says the model fake; 0.700 is asked for: enough" in told
    assert any("by figures, dates, names" in line for line in told)


@pytest.mark.parametrize("days", [[None] * 300, [at // 10 for at in range(300)], [7] * 150 + [None] * 150])
def test_neighbours_are_found_in_any_batch(days: list[int | None]) -> None:
    """Each article has one twin in the other language, wherever it stands among the others; both name each other."""
    count = 150
    angles = np.arange(count) * (2 * np.pi / count)
    one = np.stack([np.cos(angles), np.sin(angles)], axis=1).astype(np.float32)
    vectors = np.repeat(one, 2, axis=0)
    found = Meaning(vectors, ["qaa", "qab"] * count, "m", 0.999999)
    pairs = found.likely_pairs(days)
    assert {(2 * at, 2 * at + 1) for at in range(count)} <= set(pairs)
    assert all(left < right and (left + right) % 2 for left, right in pairs)
    assert len(pairs) <= 4 * count


def test_days_far_apart_are_not_compared() -> None:
    """Of dated articles only those of some weeks meet; the undated meet all."""
    vectors = np.ones((3, 1), dtype=np.float32)
    found = Meaning(vectors, ["qaa", "qab", "qab"], "m", 0.5)
    assert found.likely_pairs([100, 200, None]) == ((0, 2),)
    assert found.likely_pairs([100, 130, None]) == ((0, 1), (0, 2))


def test_what_is_near_to_everything_is_linked_with_few() -> None:
    """Each must be among the four nearest of the other: a digest is the nearest of many, and has few nearest itself."""
    angles = np.arange(8) / 20
    vectors = np.stack([np.cos(angles), np.sin(angles)], axis=1).astype(np.float32)
    found = Meaning(vectors, ["qaa", *["qab"] * 7], "m", 0.5)
    assert found.likely_pairs([None] * 8) == ((0, 1), (0, 2), (0, 3), (0, 4))
