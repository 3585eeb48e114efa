"""Families that would be told wrongly: circles of credits, outlets that credit themselves, copies without number."""

from collections import Counter
from collections.abc import Sequence
from datetime import date

from sitegen.config import Comparing
from sitegen.findings import Compared, compare_family
from sitegen.model import COPIED, Article, Credit, Family, Moment, Source
from sitegen.text.tokenized import tokenize_blocks
from tests.compare.test_pair import DENIAL, FERRY, INQUIRY, WEATHER
from tests.conftest import MakeArticle
from tests.families import comparing

DAY = Moment(day=date(2031, 3, 1))
TEXT = (FERRY, DENIAL, INQUIRY, WEATHER)
NAMES = {"post": "Holm Post", "gull": "The Gull", "echo": "Pell Echo"}


def compared(copies: Sequence[Article], sources: dict[str, Source]) -> Compared:
    """The family of some copies, the first its base."""
    articles = {copy.id: copy for copy in copies}
    texts = {name: tokenize_blocks(copy.blocks) for name, copy in articles.items()}
    family = Family(base=copies[0].id, base_reason="", copies=tuple(articles))
    return compare_family(family, articles, texts, sources, Comparing(), comparing(articles, texts, Comparing()))


def outlets(names: dict[str, str]) -> dict[str, Source]:
    return {outlet: Source(id=outlet, name=name) for outlet, name in names.items()}


def credit(outlet: str) -> tuple[Credit, ...]:
    return (Credit(name=NAMES[outlet], phrase=f"By {NAMES[outlet]}", line=1, channel="byline"),)


def test_of_a_circle_of_credits_nothing_is_sure(article: MakeArticle) -> None:
    """Three copies of one day and one text, each credits the next: nobody copied for sure, and somebody was first."""
    following = {"post": "gull", "gull": "echo", "echo": "post"}
    copies = [
        article(name, *TEXT, source=name, published=DAY, credits=credit(other)) for name, other in following.items()
    ]
    family = compared(copies, outlets(NAMES))
    assert all(edge.probability < COPIED for edge in family.provenance.edges)
    assert any(not edge.likely_parent or edge.none_held > 0.3 for edge in family.provenance.edges)
    assert not any(standing.silent for standing in family.standings)
    straight = compared([copies[0], article("gull", *TEXT, source="gull", published=DAY)], outlets(NAMES))
    assert straight.provenance.edges[0].probability >= COPIED, "control: one of them alone credits the other"


def test_who_credits_itself_names_nobody(article: MakeArticle) -> None:
    """Its own name is no source: the copy has the parent that days give it, and does not say whom it took from."""
    copies = [
        article("post", *TEXT, source="post", published=DAY),
        article("gull", *TEXT[:3], source="gull", published=Moment(day=date(2031, 3, 4)), credits=credit("gull")),
    ]
    family = compared(copies, outlets(NAMES))
    assert family.provenance.unheld == ()
    (taken,) = [standing for standing in family.standings if standing.article == "gull"]
    assert (taken.parent, taken.credits_parent) == ("post", False)


def test_of_two_thousand_copies_of_one_day_none_is_the_source(article: MakeArticle) -> None:
    """All are verbatim, of none it is known from whom it was taken, and none is said to name no source."""
    count = 2_000
    copies = [article(f"c{at:04}", *TEXT, source=f"s{at}", author="Jo Berg", published=DAY) for at in range(count)]
    family = compared(copies, outlets({f"s{at}": f"Outlet {at} Post" for at in range(count)}))
    assert Counter(standing.relation for standing in family.standings) == {"verbatim": count - 1, "base": 1}
    assert not any(standing.parent or standing.silent for standing in family.standings)
