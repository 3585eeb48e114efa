"""What makes two texts copies of one, and what an outlet prints again."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from sitegen.config import Grouping
from sitegen.group import explain, weigh
from sitegen.group.copies.digests import find_digests
from sitegen.model import Article, Credit, Moment
from tests.conftest import MakeArticle
from tests.group.test_group import families, filler, group, linked

HARBOUR = (
    "The harbour of Mard was closed on Monday after a crane had dropped a crate of fireworks between two tankers, and "
    "the pilots refused to bring in the evening boat."
)
PUMP = (
    "Divers who went down at noon found that the crate had burst, that its load had drifted under the quay, and that "
    "the pump which should have drained the basin had been sold in the spring."
)
STATEMENT = (
    "“Nothing that lies in the basin can burn, and nobody was in danger at any time,” the master of the harbour said. "
    "“We shall open the gates when the last rocket has been dried and counted.”"
)
OWN = (
    "Meanwhile the bakers of the lower town complained that no flour had come in, and that the herring which they had "
    "been given instead would not rise."
)


def moment(day: int) -> Moment:
    return Moment(day=date(2031, 3, 1) + timedelta(days=day))


def test_paragraphs_taken_from_a_report_make_a_copy(article: MakeArticle) -> None:
    """Two paragraphs of narration in a report that goes on in words of its own."""
    assert families(group(article("a", HARBOUR, PUMP, STATEMENT), article("b", HARBOUR, PUMP, OWN))) == {
        frozenset("ab")
    }


def test_one_statement_in_two_reports_makes_none(article: MakeArticle) -> None:
    """They are linked as reports that quote the same words; years apart they are two stories."""
    left = article("a", HARBOUR, STATEMENT, published=moment(0))
    right = article("b", OWN, filler(3, 40), STATEMENT, published=moment(700))
    grouped = group(left, right)
    assert [link.kind for link in grouped.links] == ["quotations"]
    assert len(grouped.stories) == 2


def test_a_text_that_is_only_a_quotation_is_a_copy_of_nothing(article: MakeArticle) -> None:
    """Two outlets that print one statement and not a word beside it both heard it."""
    grouped = group(article("a", STATEMENT, source="echo"), article("b", STATEMENT, source="courier"))
    assert {len(family) for family in families(grouped)} == {1}


def credit(name: str) -> tuple[Credit, ...]:
    return (Credit(name=name, phrase="according to", line=1),)


@pytest.mark.parametrize("name", ["The Sund Observer", ""])
def test_two_rewrites_that_credit_one_text_are_a_family(article: MakeArticle, name: str) -> None:
    """Quotations and some narration, where both credit an outlet that the archive does not hold; else they are not."""
    shared = "The crane at Mard had stood on the northern quay since the flood and was painted every other year."
    texts = [
        article(one, f"Mard {filler(at, 70)}", shared, STATEMENT, filler(at + 9, 40)) for at, one in enumerate("ab")
    ]
    told = [replace(one, credits=credit(name) if name else ()) for one in texts]
    assert (frozenset("ab") in families(group(*told))) == bool(name)


def test_an_outlet_that_prints_its_background_again_makes_no_family(article: MakeArticle) -> None:
    """A third of a text is the outlet's own background; two outlets that share as much are copies."""
    for source, copies in (("courier", False), ("echo", True)):
        left = article("a", HARBOUR, filler(1, 30), filler(2, 50), source="courier", published=moment(0))
        right = article("b", HARBOUR, filler(3, 30), filler(4, 50), source=source, published=moment(1))
        named = [
            replace(one, blocks=(*one.blocks, replace(one.blocks[0], id="x", text="Mard"))) for one in (left, right)
        ]
        grouped = group(*named)
        assert (frozenset("ab") in families(grouped)) == copies
        assert linked(grouped) == {("a", "b")}


def test_a_digest_chains_nothing(article: MakeArticle) -> None:
    """News in brief takes the opening of three reports: it is no copy, stands alone, and names the three."""
    reports = [
        article("fire", HARBOUR, "The crane at Mard belongs to the town, which will sell it.", published=moment(0)),
        article("bread", OWN, "The bakers have asked the mayor for yeast and for an apology.", published=moment(0)),
        article(
            "lamp",
            "The lighthouse of Holm was lit on Sunday for the first time in nine years, by a boy who had found the key "
            "in a teapot.",
            "The boy from Holm got a watch for it. The teapot was filled, and the lamp burned until the morning.",
            published=moment(0),
        ),
    ]
    brief = article("brief", *(report.blocks[0].text for report in reports), published=moment(1))
    grouped = group(*reports, brief)
    assert {len(family) for family in families(grouped)} == {1}
    digests = [digest for story in grouped.stories for digest in story.digests]
    assert [(one.article, one.sources, one.stories) for one in digests] == [("brief", ("bread", "fire", "lamp"), 3)]
    assert {len(story.articles) for story in grouped.stories} == {1}
    assert [remark.code for remark in grouped.remarks] == ["digest"]


def test_halves_of_one_report_make_it_no_digest() -> None:
    """What stands in a text as a whole may be cut from it; what stands in it in part was taken up by it."""
    cuts = {("half", "whole"): (1.0, 0.5), ("rest", "whole"): (1.0, 0.5)}
    assert find_digests(cuts, lambda *_: True) == {}
    parts = {("half", "whole"): (0.5, 0.5), ("rest", "whole"): (0.5, 0.5)}
    assert find_digests(parts, lambda *_: True) == {"whole": ("half", "rest")}
    assert find_digests(parts, lambda *_: False) == {}, "both are about one thing"


def test_a_text_that_drifts_is_no_family_from_end_to_end(article: MakeArticle) -> None:
    """Each of twenty texts shares most with the next one; each family has a text with which all of it share some."""
    parts = [filler(seed, 30) for seed in range(23)]
    texts = [article(f"d{at:02}", *parts[at : at + 4]) for at in range(20)]
    gathered = families(group(*texts))
    assert any(len(family) > 2 for family in gathered)
    for family in gathered:
        places = [int(member[1:]) for member in family]
        assert any(all(abs(place - exemplar) < 4 for place in places) for exemplar in places)


def why(*articles: Article) -> str:
    return "\n".join(explain(weigh(articles, Grouping()), "a", "b"))


def test_it_is_explained_in_plain_words(article: MakeArticle) -> None:
    """How many shared words are narration, how many public, and what follows from it."""
    copied = why(article("a", HARBOUR, PUMP, STATEMENT), article("b", HARBOUR, PUMP, OWN))
    assert "says that one was taken from the other, or both from one text" in copied
    quoted = why(article("a", HARBOUR, STATEMENT), article("b", OWN, STATEMENT))
    assert "quoting the same words proves only that both heard them" in quoted
    assert "30 are public words" in quoted
