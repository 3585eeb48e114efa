"""Who took from whom: probabilities, and that nothing is said beyond them."""

import math
import random
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from itertools import permutations, product

import pytest

from benchmarks.one_story import paragraphs
from sitegen.findings.descent.arborescences import edge_probabilities, exponential
from sitegen.findings.descent.dating import order_of
from sitegen.findings.descent.departures import Departures
from sitegen.findings.descent.provenance import provenance_of
from sitegen.model import COPIED, LIKELY, Article, Credit, Edge, Moment, Outlet, Source
from sitegen.text.tokenized import tokenize_blocks
from tests.conftest import MakeArticle

TEXT = [" ".join(part) for part in paragraphs(random.Random(11))]
OWN = "The Courier has reported on delays at Lorne harbour since 2016 and will go on doing so as long as they last."
SOURCES = {
    "wire": Source(id="wire", name="Northern Wire", kind="agency"),
    "post": Source(id="post", name="Evening Post", kind="newspaper"),
    "courier": Source(id="courier", name="Harbour Courier", kind="newspaper"),
}
EDITED = [TEXT[0].replace(" the ", " a ", 2), *TEXT[1:5], OWN]


def on(day: int) -> Moment:
    return Moment(day=date(2031, 3, 1) + timedelta(day))


def credit(name: str, channel: str = "byline") -> tuple[Credit, ...]:
    return (Credit(name=name, phrase=name, line=1, channel=channel),)  # type: ignore[arg-type]


def edges_of(*articles: Article) -> dict[str, Edge]:
    by_id = {article.id: article for article in articles}
    texts = {name: tokenize_blocks(article.blocks) for name, article in by_id.items()}
    return {edge.child: edge for edge in provenance_of(list(by_id), by_id, texts, SOURCES).edges}


def test_two_of_one_day_tell_nothing_whatever_their_files_are_called(article: MakeArticle) -> None:
    """A tie is a tie: neither is the other's copy, by either name."""
    for names in permutations(("a", "b")):
        edges = edges_of(*(article(name, *TEXT, published=on(0), source=name) for name in names))
        assert all(edge.cannot_tell and not edge.likely_parent for edge in edges.values())
        assert edges["a"].probability == edges["a"].reverse


def test_days_apart_say_who_was_first(article: MakeArticle) -> None:
    """Two days and more say more than one, and a wrong year says less than nothing is known of it."""
    found = {}
    for apart in (1, 3, 4_000):
        edges = edges_of(
            article("wire", *TEXT, published=on(0), source="wire"),
            article("post", *EDITED, published=on(apart), source="post"),
        )
        found[apart] = edges["post"].probability
    assert found[3] >= 0.9
    assert found[1] >= 0.6
    bare = edges_of(
        article("courier", *TEXT, published=on(0), source="courier"),
        article("post", *EDITED, published=on(1), source="post"),
    )
    assert 0.6 <= bare["post"].probability < 0.9, "one day, and nothing else, is no certainty"
    assert found[4_000] < found[3]


def test_a_line_that_names_the_agency_outweighs_a_day(article: MakeArticle) -> None:
    """The agency's text was stamped a day later than the copy that credits it; without the credit it cannot be told."""
    for channel in ("field", "author", "byline", "dateline", "address"):
        edges = edges_of(
            article("wire", *TEXT, published=on(1), source="wire"),
            article("post", *EDITED, published=on(0), source="post", credits=credit("Northern Wire", channel)),
        )
        assert (edges["post"].likely_parent, edges["wire"].likely_parent) == ("wire", "")
        assert edges["post"].evidence[0].kind == "named"
    silent = edges_of(
        article("wire", *TEXT, published=on(1), source="wire"), article("post", *EDITED, published=on(0), source="post")
    )
    assert not silent["wire"].probability >= 0.9


def test_siblings_of_a_text_that_is_not_held_are_no_parent_and_child(article: MakeArticle) -> None:
    """Both credit the Guardian: neither is said to have copied the other, and the Guardian is told as not held."""
    copies = [
        article(name, *TEXT, published=on(day), source=name, credits=credit("The Guardian"))
        for name, day in (("post", 0), ("courier", 0))
    ]
    by_id = {copy.id: copy for copy in copies}
    texts = {name: tokenize_blocks(copy.blocks) for name, copy in by_id.items()}
    provenance = provenance_of(list(by_id), by_id, texts, SOURCES)
    assert provenance.unheld == ("The Guardian",)
    assert [edge.likely_parent for edge in provenance.edges] == ["", ""]
    alone = edges_of(*(replace(copy, credits=()) for copy in copies))
    assert provenance.edges[0].none_held > alone["post"].none_held, "control: without the credit, less"


@pytest.mark.parametrize("days", [1, 3])
def test_two_that_print_a_third_outlets_text_under_its_name_are_siblings_days_apart_too(
    article: MakeArticle, days: int
) -> None:
    """The later one may have it from the agency: it cannot be told. Who names the earlier one took it there."""
    first = article("courier", *TEXT, published=on(0), source="courier", credits=credit("Fjord Agency", "dateline"))
    later = article("post", *EDITED, published=on(days), source="post", credits=credit("Fjord Agency", "dateline"))
    assert [edge.likely_parent for edge in edges_of(first, later).values()] == ["", ""]
    assert edges_of(replace(first, credits=()), replace(later, credits=()))["post"].likely_parent == "courier"
    named = replace(later, credits=(*later.credits, *credit("Harbour Courier")))
    assert edges_of(first, named)["post"].likely_parent == "courier"


@pytest.mark.parametrize(("giver", "days", "sure"), [("post", 1, False), ("post", 0, True), ("wire", 1, True)])
def test_who_names_a_paper_of_the_next_day_is_not_said_to_have_copied_it(
    article: MakeArticle, giver: str, days: int, sure: bool
) -> None:
    """What is quoted may be older than the page. An agency's page may be dated late, and on one day a name tells."""
    common = credit("The Guardian", "text")
    names = (*credit(SOURCES[giver].name, "text"), *common)
    edges = edges_of(
        article("courier", *TEXT, published=on(0), source="courier", credits=names),
        article(giver, *TEXT, published=on(days), source=giver, credits=common),
    )
    assert edges["courier"].likely_parent == giver
    assert (edges["courier"].probability >= COPIED) == sure


def test_a_part_in_common_says_of_neither_that_it_was_taken_from_none(article: MakeArticle) -> None:
    """Two papers of one day have a short paragraph in common: that they took it from nobody is not said of them.

    Controls: where both credit a wire that is not held that is whose text it likely is, and whom another copy follows
    is first.
    """
    strange = [[" ".join(part) for part in paragraphs(random.Random(seed))] for seed in (21, 22)]
    mine, theirs = [TEXT[0], *strange[0]], [TEXT[0], *strange[1]]
    edges = edges_of(
        article("courier", *mine, published=on(0), source="courier"),
        article("post", *theirs, published=on(0), source="post"),
    )
    assert all(edge.cannot_tell and not edge.likely_parent for edge in edges.values()), edges
    named = edges_of(
        article("courier", *mine, published=on(0), source="courier", credits=credit("The Guardian")),
        article("post", *theirs, published=on(1), source="post", credits=credit("The Guardian")),
    )
    assert all(edge.none_held >= LIKELY and edge.unheld == "The Guardian" for edge in named.values())
    followed = edges_of(
        article("wire", *mine, published=on(0), source="wire"),
        article("post", *theirs, published=on(1), source="post"),
        article("courier", *mine[:-1], published=on(5), source="courier", credits=credit("Northern Wire")),
    )
    assert followed["wire"].none_held >= LIKELY


@pytest.mark.parametrize(
    ("courier", "post", "unheld"),
    [
        (credit("The Guardian"), (), "The Guardian"),
        (credit("The Guardian", "text"), (), ""),
        (credit("The Guardian", "text"), credit("The Guardian", "text"), "The Guardian"),
        (credit("The Guardian", "text") + credit("Reuters", "text"),) * 2 + ("",),
        (credit("The Guardian", "text") + credit("Reuters"), credit("The Guardian", "text"), "Reuters"),
    ],
    ids=["a line", "a sentence", "a sentence of both", "two names of both", "a line beside it"],
)
def test_an_outlet_that_is_quoted_once_is_not_whose_text_it_is(
    article: MakeArticle, courier: tuple[Credit, ...], post: tuple[Credit, ...], unheld: str
) -> None:
    """A line says whose report it is; a sentence says whence a fact is, unless another copy says the same."""
    edges = edges_of(
        article("courier", *TEXT, published=on(0), source="courier", credits=courier),
        article("post", *EDITED, published=on(0), source="post", credits=post),
    )
    assert edges["courier"].unheld == unheld


def test_an_outlet_that_was_inferred_is_not_its_own_source(article: MakeArticle) -> None:
    """A dateline that names the paper itself names nobody it took from, with or without brackets."""
    own = Outlet(name="Skelby Post (Online)", channel="copyright", phrase="© Skelby Post (Online)")
    for name, unheld in (("Skelby Post", ""), ("Skelby Echo", "Skelby Echo")):
        edges = edges_of(
            article("courier", *TEXT, published=on(0), outlet=own, credits=credit(name)),
            article("post", *EDITED, published=on(0), source="post"),
        )
        assert edges["courier"].unheld == unheld


@pytest.mark.parametrize(("site", "called"), [("Bell Online News", "Bell News"), ("Skelby Web", "Skelby")])
def test_a_site_that_names_its_outlet_names_no_source(article: MakeArticle, site: str, called: str) -> None:
    """A broadcaster's site cites the broadcaster: that is itself. Another outlet's name (control) is a source."""
    for name, unheld in ((called, ""), ("Holm News", "Holm News")):
        own = Outlet(name=site, channel="copyright", phrase=site)
        edges = edges_of(
            article("courier", *TEXT, published=on(0), outlet=own, credits=credit(name)),
            article("post", *EDITED, published=on(0), source="post"),
        )
        assert edges["courier"].unheld == unheld


@pytest.mark.parametrize(("channel", "is_against"), [("text", False), ("byline", True)])
def test_a_third_that_both_name_speaks_against_an_edge_in_a_line_alone(
    article: MakeArticle, channel: str, is_against: bool
) -> None:
    """A sentence that cites a third is carried on with the text; a line says whose text both print."""

    def edge(*credits: Credit) -> Edge:
        return edges_of(
            article("courier", *TEXT, published=on(0), source="courier", credits=credits),
            article("post", *EDITED, published=on(9), source="post", credits=credits),
        )["post"]

    named = edge(*credit("The Guardian", channel))
    assert ("both name" in {evidence.kind for evidence in named.evidence}) == is_against
    assert (named.probability >= COPIED) != is_against
    assert edge().probability >= COPIED, "control"


def test_whom_a_copy_quotes_after_its_parent_is_no_source_of_both(article: MakeArticle) -> None:
    """The post took the courier's text with what that one quotes; control: both of one day, neither from the other."""
    quoted = credit("The Guardian", "text")
    for day, unheld in ((9, ""), (0, "The Guardian")):
        edges = edges_of(
            article("courier", *TEXT, published=on(0), source="courier", credits=quoted),
            article(
                "post",
                *EDITED,
                published=on(day),
                source="post",
                credits=quoted + (credit("Harbour Courier") if day else ()),
            ),
        )
        assert edges["courier"].unheld == unheld


def test_an_agency_that_quotes_somebody_took_no_text(article: MakeArticle) -> None:
    """Its report is of one day with a paper's and both quote the Guardian: that says of neither whose text it is."""
    quoted = credit("The Guardian", "text")
    edges = edges_of(
        article("wire", *TEXT, published=on(0), source="wire", credits=quoted),
        article("post", *EDITED, published=on(0), source="post", credits=quoted),
    )
    assert [edges[name].unheld for name in ("wire", "post")] == ["", ""]


def test_an_edit_that_is_carried_on_leads_to_who_made_it(article: MakeArticle) -> None:
    """The echo has the courier's edit: it was taken from there and not from the wire."""
    edges = edges_of(
        article("wire", *TEXT, published=on(0), source="wire"),
        article("courier", *EDITED, published=on(2), source="courier"),
        article("echo", *EDITED[:-1], OWN + " More soon.", published=on(4), source="post"),
    )
    assert edges["echo"].likely_parent == "courier"
    assert edges["courier"].likely_parent == "wire"
    assert edges["wire"].none_held >= 0.9


def test_a_move_and_a_cut_are_inherited_too(article: MakeArticle) -> None:
    """Who prints the paragraphs in another order took them from who did so first."""
    moved = [TEXT[3], *TEXT[:3], *TEXT[4:]]
    edges = edges_of(
        article("a", *TEXT, published=on(0)),
        article("b", *moved, published=on(2)),
        article("c", *moved[:7], published=on(4)),
    )
    assert edges["c"].parent == "b"


def test_a_text_that_holds_another_of_its_day_is_not_said_to_be_its_parent(article: MakeArticle) -> None:
    """Two papers print one press release, one of them in full: neither took it from the other. An agency's is a source.

    Of versions of one outlet, and where a third copy shares an edit, the words tell more.
    """
    for day in (on(0), None):
        half = [text[: len(text) // 2].rsplit(". ", 1)[0].replace(" the ", " a ", 1) + "." for text in TEXT]
        pair = (article("post", *TEXT, published=day), article("tern", *half, published=day))
        for sources in (("post", "courier"), ("", "")):
            edges = edges_of(*(replace(one, source=source) for one, source in zip(pair, sources, strict=True)))
            assert edges["tern"].parent == "post"
            assert edges["tern"].cannot_tell
            assert not edges["tern"].has_parent
        wired = edges_of(replace(pair[0], source="wire"), replace(pair[1], source="courier"))
        assert wired["tern"].likely_parent == "post"
        own = edges_of(*(replace(one, source="post") for one in pair))
        assert own["tern"].probability > 0.6 > edges["tern"].probability


def test_text_alone_never_says_copied(article: MakeArticle) -> None:
    """Undated and uncredited, what was cut from one may have been added to the other."""
    edges = edges_of(*(article(name, *text) for name, text in (("a", TEXT), ("b", TEXT[:4]), ("c", TEXT[:3]))))
    assert max(edge.probability for edge in edges.values()) <= 0.85


def test_what_is_declared_is_believed(article: MakeArticle) -> None:
    """Also against days; a circle of declarations ends nothing."""
    edges = edges_of(
        article("a", *TEXT, published=on(9)), article("b", *TEXT, published=on(0), version_of="a"), article("c", *TEXT)
    )
    assert (edges["b"].parent, edges["b"].evidence[0].kind) == ("a", "declared")
    assert edges["b"].probability >= 0.9
    circle = edges_of(article("a", *TEXT, version_of="b"), article("b", *TEXT, version_of="a"))
    assert all(edge.probability < 0.6 for edge in circle.values())


def test_a_circle_of_credits_and_an_outlet_that_credits_itself_tell_nothing(article: MakeArticle) -> None:
    """Each names the other: no direction. Who names itself says who it is."""
    circle = edges_of(
        article("a", *TEXT, source="post", credits=credit("Harbour Courier")),
        article("b", *TEXT, source="courier", credits=credit("Evening Post")),
    )
    assert all(edge.cannot_tell for edge in circle.values())
    own = edges_of(
        article("a", *TEXT, source="post", credits=credit("Evening Post")), article("b", *TEXT, source="courier")
    )
    assert all(edge.cannot_tell for edge in own.values())


@pytest.mark.parametrize("count", [1, 2, 5])
def test_an_empty_text_and_a_lone_one_are_weighed(article: MakeArticle, count: int) -> None:
    """Nothing of a text may be left when furniture is set aside."""
    copies = [article(f"c{place}", "Menu", furniture=(0,)) for place in range(count)]
    assert len(edges_of(*copies)) == count


def test_the_order_of_the_files_changes_nothing(article: MakeArticle) -> None:
    """The same edges whatever the order in which copies are given."""
    copies = [
        article("a", *TEXT, published=on(0)),
        article("b", *EDITED, published=on(2)),
        article("c", *TEXT[:5], published=on(2)),
        article("d", *EDITED[:4]),
    ]
    expected = edges_of(*copies)
    for order in permutations(copies):
        assert {name: (edge.parent, edge.probability) for name, edge in edges_of(*order).items()} == {
            name: (edge.parent, edge.probability) for name, edge in expected.items()
        }


def test_a_rule_of_style_is_one_departure_however_often_it_was_followed(article: MakeArticle) -> None:
    """Every "the" replaced is one departure, three different words are three."""
    line = (
        "the boat left and the crew saw that the harbour was full of ice when the horn was heard "
        "by all people of that old town again"
    )
    copies = {
        "a": article("a", line),
        "house": article("house", line.replace("the ", "ye ")),
        "three": article("three", line.replace("boat", "ship").replace("harbour", "port").replace("town", "village")),
    }
    texts = {name: tokenize_blocks(copy.blocks) for name, copy in copies.items()}
    departures = Departures(list(copies), copies, texts)
    assert departures.of("house", "a").words == 4
    assert departures.of("house", "a").stretches == 1
    assert departures.of("three", "a").stretches == 3


def test_probabilities_are_those_of_all_ways_to_descend() -> None:
    """Against an enumeration of every forest of four copies; each copy's sum to 1."""
    rng = random.Random(2)
    weights = [[0.0 if row == column else rng.random() for column in range(4)] for row in range(4)]
    roots = [rng.random() for _ in range(4)]
    edges, alone = edge_probabilities(weights, roots)
    total, counted = 0.0, [[0.0] * 4 for _ in range(5)]
    for parents in product(range(5), repeat=4):
        if _is_forest(parents):
            weight = 1.0
            for child, parent in enumerate(parents):
                weight *= roots[child] if parent == 4 else weights[parent][child]
            total += weight
            for child, parent in enumerate(parents):
                counted[parent][child] += weight
    for child in range(4):
        assert alone[child] == pytest.approx(counted[4][child] / total)
        assert sum(edges[parent][child] for parent in range(4)) + alone[child] == pytest.approx(1)
        for parent in range(4):
            assert edges[parent][child] == pytest.approx(counted[parent][child] / total)


def _is_forest(parents: Sequence[int]) -> bool:
    for start in range(4):
        place, steps = start, 0
        while place != 4:
            place, steps = parents[place], steps + 1
            if steps > 4:
                return False
    return all(parent != child for child, parent in enumerate(parents))


def test_the_exponential_is_that_of_the_library() -> None:
    """To ten digits, without asking it: its last digits differ between machines."""
    for exponent in (-300.0, -20.5, -1.0, 0.0, 0.3, 1.0, 17.0):
        assert exponential(exponent) == pytest.approx(math.exp(exponent), rel=1e-10)


def test_order_is_as_precise_as_the_days(article: MakeArticle) -> None:
    """Bare days, hours with their offset, a day before its capture, an unknown one."""
    a, b = article("a", published=on(0)), article("b", published=on(1))
    assert (order_of(a, b).day, order_of(b, a).day, order_of(a, a).sign) == (1, -1, 0)
    assert order_of(a, article("c", published=on(2))).days == 1
    assert order_of(a, article("c", published=on(900))).years == 1
    assert order_of(a, article("c")).sign == 0
    assert order_of(article("c", published=on(9), captured=on(1)), a).sign == 0, "after its capture: not believed"


def test_an_archive_of_one_outlet_accuses_nobody(article: MakeArticle) -> None:
    """Its own reprints have parents by their days, and no name is evidence."""
    edges = edges_of(*(article(f"c{day}", *TEXT[: 9 - day], published=on(3 * day), source="post") for day in range(4)))
    assert {kind.kind for edge in edges.values() for kind in edge.evidence} & {"named", "cited", "agency"} == set()
    assert edges["c0"].none_held >= 0.9


def test_a_date_wrong_by_years_does_not_turn_a_family_around(article: MakeArticle) -> None:
    """A credited wire that a page dates nine years too late keeps its copies."""
    edges = edges_of(
        article("wire", *TEXT, published=on(3_300), source="wire"),
        article("post", *EDITED, published=on(1), source="post", credits=credit("Northern Wire")),
        article("courier", *TEXT[2:9], published=on(2), source="courier", credits=credit("Northern Wire")),
    )
    assert (edges["post"].likely_parent, edges["courier"].likely_parent) == ("wire", "wire")
    assert edges["wire"].likely_parent == ""


ORDERS = [tuple(names) for names in permutations(("herald", "tern", "tide"))]


@pytest.mark.parametrize("first", ORDERS)
@pytest.mark.parametrize("changed", [False, True], ids=["verbatim", "edited"])
def test_of_three_with_one_text_on_one_day_none_is_named(
    article: MakeArticle, first: tuple[str, ...], changed: bool
) -> None:
    """A later copy was taken from one of them; the probability is shared out, whatever their files are called."""
    child = EDITED if changed else TEXT
    edges = edges_of(
        *(article(name, *TEXT, published=on(0), source=name) for name in first),
        article("later", *child, published=on(4), source="later"),
    )
    edge = edges["later"]
    assert not edge.likely_parent
    assert sorted(edge.one_of) == sorted(first)
    assert 0.6 <= edge.together <= 1.0
    shares = [edge.probability, *(guess.probability for guess in edge.alternatives)]
    assert max(shares) - min(shares) <= 0.011
    assert abs(sum(shares) - edge.together) <= 0.03
    assert all(not edges[name].one_of and not edges[name].likely_parent for name in first)
    assert not any(edges[name].has_parent for name in first), "each of them may be the first"


def test_of_copies_with_one_text_the_first_is_named_where_something_tells_it(article: MakeArticle) -> None:
    """Days, an agency's trade, a credit of the others, a credit of the copy: each is enough, and nothing else is."""
    later = article("later", *EDITED, published=on(6), source="later")
    by_days = [article(name, *TEXT, published=on(day), source=name) for name, day in (("post", 3), ("courier", 0))]
    assert edges_of(*by_days, later)["later"].likely_parent == "courier"
    by_a_day = [article(name, *TEXT, published=on(day), source=name) for name, day in (("post", 1), ("courier", 0))]
    assert edges_of(*by_a_day, later)["later"].one_of
    by_trade = [article(name, *TEXT, published=on(0), source=name) for name in ("post", "courier", "wire")]
    assert edges_of(*by_trade, later)["later"].likely_parent == "wire"
    by_credit = [
        article("courier", *TEXT, published=on(0), source="courier"),
        article("post", *TEXT, published=on(0), source="post", credits=credit("Harbour Courier")),
    ]
    assert edges_of(*by_credit, later)["later"].likely_parent == "courier"
    naming = replace(later, credits=credit("Evening Post"))
    assert edges_of(*by_a_day, naming)["later"].likely_parent == "post"


def test_probability_of_one_text_is_shared_out_among_any_number(article: MakeArticle) -> None:
    """Property: of 2 to 12 holders of one day none has more than any other; together they have what one alone had."""
    later = article("later", *EDITED, published=on(4), source="later")
    alone = edges_of(article("h00", *TEXT, published=on(0), source="h00"), later)["later"].probability
    for count in range(2, 13):
        holders = [article(f"h{place:02}", *TEXT, published=on(0), source=f"h{place:02}") for place in range(count)]
        edge = edges_of(*holders, later)["later"]
        assert edge.one_of == tuple(holder.id for holder in holders), count
        assert edge.together >= min(alone, 0.85)
        assert abs(edge.probability - edge.together / count) <= 0.01


@pytest.mark.parametrize("rest", [1, 3, 6])
@pytest.mark.parametrize("kept", [4, 8])
def test_texts_that_differ_only_behind_the_end_of_a_copy_are_equally_near(
    article: MakeArticle, rest: int, kept: int
) -> None:
    """Of two of one day whose endings differ a copy that has neither ending says nothing; the control has one's."""
    endings = [" ".join(part) for part in paragraphs(random.Random(12))]
    texts = {"herald": TEXT, "tern": [*TEXT[:-1], *endings[:rest]]}
    printed = [article(name, *text, published=on(0), source=name) for name, text in texts.items()]
    edge = edges_of(*printed, article("later", *TEXT[:kept], published=on(4), source="later"))["later"]
    assert (edge.likely_parent, sorted(edge.one_of)) == ("", ["herald", "tern"])
    for name, text in texts.items():
        edge = edges_of(*printed, article("later", *text[2:], published=on(4), source="later"))["later"]
        assert edge.likely_parent == name


def test_who_mentions_the_author_of_the_other_text_is_said_to(article: MakeArticle) -> None:
    """Quoting an author by name is no credit that is weighed, and is printed; the same byline on both is neither."""
    post = article("post", *TEXT, published=on(0), source="post", author="Bram Ostel")
    quoting = [*TEXT[:4], OWN, "So far the analysis of Bram Ostel, which we recommend."]
    edge = edges_of(post, article("courier", *quoting, published=on(3), source="courier"))["courier"]
    assert ("mentioned", "Bram Ostel") in {(evidence.kind, evidence.detail) for evidence in edge.evidence}
    for control in (
        article("courier", *quoting[:-1], published=on(3), source="courier"),
        article("courier", *quoting[:-1], published=on(3), source="courier", author="Bram Ostel"),
    ):
        edge = edges_of(post, control)["courier"]
        assert "mentioned" not in {evidence.kind for evidence in edge.evidence}


def test_what_was_put_together_with_a_third_copy_is_not_taken_from_each_other(article: MakeArticle) -> None:
    """A paper makes one report of two agencies' dispatches, which share no text: neither is perhaps the other's."""
    edges = edges_of(
        article("wire", *TEXT[:3], published=on(0), source="wire"),
        article("other", *TEXT[3:6], published=on(0), source="other"),
        article("post", TEXT[0], TEXT[3], TEXT[1], TEXT[4], TEXT[5], published=on(1), source="post"),
    )
    for copy, beside in (("wire", "other"), ("other", "wire")):
        guesses = {edges[copy].parent, *(guess.parent for guess in edges[copy].alternatives)}
        assert beside not in guesses
        assert edges[copy].reverse < 0.9


GIVEN = {
    "a speech, by its salutation": ("en", "Ladies and gentlemen, the pier is open again, and so is the bar behind it."),
    "a speech, by its words": (
        "en",
        "I came to this pier as a child, and my father sold me my first rope on it. We mended what the sea broke.",
    ),
    "a letter": ("fr", "Chers amis, la jetée est rouverte, et avec elle la guinguette que la tempête avait emportée."),
    "a speech in German": ("de", "Meine Damen und Herren, der Steg ist wieder offen, und die Bar dahinter ebenso."),
    "a speech in Vietnamese": ("vi", "Kính thưa quý vị, cầu tàu đã mở cửa trở lại và quán nước phía sau cũng vậy."),
    "a speech in Arabic": ("ar", "السيدات والسادة، لقد فتح الرصيف أبوابه من جديد وكذلك المقهى الذي خلفه بعد العاصفة."),
}


@pytest.mark.parametrize("name", GIVEN)
def test_what_somebody_gave_to_several_is_nobodys_copy(article: MakeArticle, name: str) -> None:
    """A speech or a letter that two papers print days apart: each may have it from whoever spoke or wrote."""
    language, words = GIVEN[name]
    text = [words] * (1 + ("words" in name) * 3)
    post = article("post", *text, published=on(0), source="post", language=language)
    courier = article("courier", *text, published=on(4), source="courier", language=language)
    edge = edges_of(post, courier)["courier"]
    assert not edge.likely_parent
    named = replace(courier, credits=credit("Evening Post"))
    assert edges_of(post, named)["courier"].likely_parent == "post", "control: it says where it has it from"
    report = [paragraph for paragraph in TEXT if "“" not in paragraph]
    reported = [
        article(copy, *report, published=on(day), source=copy, language="en")
        for copy, day in (("post", 0), ("courier", 4))
    ]
    assert edges_of(*reported)["courier"].likely_parent == "post", "control: a report"


def test_a_headline_that_says_so_makes_a_document(article: MakeArticle) -> None:
    """`Full text` above a text without any word of a speaker's; the same under another headline is a report."""
    for title, parent in (("Full text of the mayor’s address", ""), ("Pier open again", "post")):
        edges = edges_of(
            article("post", *TEXT, published=on(0), source="post", title=title),
            article("courier", *TEXT, published=on(4), source="courier"),
        )
        assert edges["courier"].likely_parent == parent


def test_a_column_under_its_authors_name_is_not_said_to_be_copied(article: MakeArticle) -> None:
    """Two papers print one person's text under her name, days apart: both may have bought it."""
    for author, parent in (("Agnes Dray", ""), ("Jo Berg", "post")):
        edges = edges_of(
            article("post", *TEXT, published=on(0), source="post", author="Agnes Dray"),
            article("courier", *TEXT, published=on(4), source="courier", author=author),
        )
        assert edges["courier"].likely_parent == parent


def test_what_a_desk_printed_first_may_be_a_release(article: MakeArticle) -> None:
    """Three papers print a press release on three days; the first under the name of its desk."""
    for author, parents in (("Redacción", {""}), ("Sara Quintas", {"post", "courier"})):
        edges = edges_of(
            article("post", *TEXT, published=on(0), source="post", author=author),
            article("courier", *TEXT[:5], published=on(2), source="courier", author="Jo Berg"),
            article("bell", TEXT[0], *TEXT[2:5], published=on(4), source="bell", author="Redacción"),
        )
        assert {edges[copy].likely_parent for copy in ("courier", "bell")} <= parents
    assert edges["courier"].likely_parent == "post", "control"


def test_without_day_and_outlet_no_copy_is_said_to_be_the_first(article: MakeArticle) -> None:
    """Of two texts of which one lacks the end, each may be the first."""
    edges = edges_of(article("a", *TEXT), article("b", *TEXT[:4]))
    assert all(edge.none_held < LIKELY for edge in edges.values())
    dated = edges_of(article("a", *TEXT, published=on(0)), article("b", *TEXT[:4], published=on(4)))
    assert dated["a"].none_held >= LIKELY, "control"
