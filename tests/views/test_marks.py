"""A block cut into runs: nothing is lost, and both ends of a moved sentence lead to each other."""

from sitegen.comparing import compare_articles, tokenize_pair
from sitegen.config import Comparing
from sitegen.model import Article, Comparison
from sitegen.views.kept import Kept
from sitegen.views.marks import cut_into_runs, is_sentence_move, marks_of
from sitegen.views.pages import Run
from tests.conftest import MakeArticle

FIRST = "The ferry turned back to Lorne on Monday after its steering failed in heavy swell."
MOVED = "Nobody on board was hurt, the coastguard said in the evening."
THIRD = "The operator denied that any alarm had been ignored by the crew."


def side(which: str, article: Article, comparison: Comparison, kept: Kept, shown: frozenset[int]) -> list[Run]:
    marks, text = marks_of(comparison.changes, which, kept), kept.texts[which == "right"]
    return [
        run
        for block in range(len(article.blocks))
        for run in cut_into_runs(text, text.span(block), marks, which, shown)
    ]


def both(left: Article, right: Article, shown: frozenset[int] = frozenset({0, 1})) -> tuple[list[Run], list[Run]]:
    comparison = compare_articles(left, right, Comparing())
    assert any(is_sentence_move(change) for change in comparison.changes)
    kept = Kept.of(comparison, tokenize_pair(left, right))
    return side("left", left, comparison, kept, shown), side("right", right, comparison, kept, shown)


def test_both_ends_lead_to_each_other_also_where_the_sentence_begins_with_an_edit(article: MakeArticle) -> None:
    """The first piece that is no edit carries the link; each end's link is the other's id."""
    edited = MOVED.replace("Nobody", "None of those")
    left, right = both(article("a", f"{FIRST} {MOVED}", THIRD), article("b", FIRST, f"{THIRD} {edited}"))
    ends = [next(run for run in runs if run.anchor) for runs in (left, right)]
    assert ends[0].href == f"#{ends[1].anchor}"
    assert ends[1].href == f"#{ends[0].anchor}"
    assert [run.text for run in left if run.mark == "del"] == ["Nobody"]


def test_no_link_leads_to_a_row_that_is_not_shown(article: MakeArticle) -> None:
    """Where rights keep one end back, the other is marked as moved and leads nowhere."""
    left, right = both(article("a", f"{FIRST} {MOVED}", THIRD), article("b", FIRST, f"{THIRD} {MOVED}"), frozenset({0}))
    assert [run.href for run in (*left, *right) if run.mark == "moved"] == ["", ""]


def test_runs_joined_are_the_text(article: MakeArticle) -> None:
    """However the marks fall."""
    one, other = article("a", f"{FIRST} {MOVED}", THIRD), article("b", FIRST, f"{THIRD} {MOVED}")
    left, right = both(one, other)
    assert "".join(run.text for run in left) == "".join(block.text for block in one.blocks)
    assert "".join(run.text for run in right) == "".join(block.text for block in other.blocks)
