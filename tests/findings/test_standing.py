"""Who likely took from whom, and how."""

from collections.abc import Sequence
from datetime import date

from sitegen.config import Comparing
from sitegen.findings import Compared, compare_family, in_another_language
from sitegen.model import Article, Credit, Family, Moment, Source, Story
from sitegen.text.tokenized import tokenize_blocks
from tests.compare.test_pair import DENIAL, FERRY, INQUIRY, WEATHER
from tests.conftest import MakeArticle
from tests.families import comparing

WIRE = Source(id="northern-wire", name="Northern Wire", kind="agency")
TALE = "Nobody on the quay believed the first horn; by the third, half the town stood there in slippers and pyjamas."
OWN = "The Courier has reported on delays at Lorne harbour since 2016 and will go on doing so as long as they last."


def at(day: int) -> Moment:
    return Moment(day=date(2031, 3, day))


def compared_family(family: Family, articles: Sequence[Article]) -> Compared:
    by_id = {one.id: one for one in articles}
    texts = {one.id: tokenize_blocks(one.blocks) for one in articles}
    return compare_family(family, by_id, texts, {WIRE.id: WIRE}, Comparing(), comparing(by_id, texts, Comparing()))


def standings(*articles: Article) -> dict[str, tuple[str, str]]:
    family = Family(base=articles[0].id, base_reason="", copies=tuple(one.id for one in articles))
    compared = compared_family(family, articles)
    return {one.article: (one.relation, one.parent) for one in compared.standings}


def test_relations_are_told_apart(article: MakeArticle) -> None:
    """Verbatim, cut, edited, rewritten and translated are what they say."""
    base = article("wire", FERRY, DENIAL, INQUIRY, WEATHER, published=at(8))
    found = standings(
        base,
        article("same", FERRY, DENIAL, INQUIRY, WEATHER, published=at(9)),
        article("cut", FERRY, DENIAL, published=at(10)),
        article("edited", FERRY.replace("at least 40", "dozens of"), DENIAL, INQUIRY, OWN, published=at(11)),
        article("rewritten", TALE, TALE[::-1], WEATHER, published=at(12)),
        article("xlated", "Un ferry volvió a Lorne.", language="es", translation_of="wire", published=at(13)),
    )
    assert {name: relation for name, (relation, _) in found.items()} == {
        "wire": "base",
        "same": "verbatim",
        "cut": "cut",
        "edited": "edited",
        "rewritten": "rewritten",
        "xlated": "translated",
    }


def test_a_copy_of_a_copy_names_its_parent(article: MakeArticle) -> None:
    """A copy that shares an edit with another copy was taken from that one."""
    edited = (FERRY.replace("at least 40", "dozens of"), OWN, DENIAL)
    found = standings(
        article("wire", FERRY, DENIAL, INQUIRY, WEATHER, published=at(8)),
        article("courier", *edited, published=at(10)),
        article("echo", *edited, published=at(12)),
    )
    assert found["echo"][1] == "courier"
    assert found["courier"][1] == "wire"


def test_nothing_is_taken_from_a_later_copy(article: MakeArticle) -> None:
    """A likelier parent that was published later is none."""
    edited = (FERRY.replace("at least 40", "dozens of"), OWN, DENIAL)
    found = standings(
        article("wire", FERRY, DENIAL, INQUIRY, WEATHER, published=at(8)),
        article("echo", *edited, published=at(10)),
        article("courier", *edited, published=at(12)),
    )
    assert found["echo"][1] == "wire"


def test_credits_are_matched_by_name_and_initials(article: MakeArticle) -> None:
    """`NW` and `Northern Wire, via the Post` name Northern Wire; `Agencies` names nobody."""
    base = article("wire", FERRY, DENIAL, source=WIRE.id)
    copies = [
        article(name, FERRY, DENIAL, credits=(Credit(name=credit, phrase=credit, line=1),))
        for name, credit in (("a", "NW"), ("b", "Northern Wire, via the Post"), ("c", "Agencies"))
    ]
    family = Family(base="wire", base_reason="", copies=("wire", "a", "b", "c"))
    by_id = {one.id: one for one in [base, *copies]}
    compared = compared_family(family, tuple(by_id.values()))
    assert {one.article for one in compared.standings if one.credits_parent} == {"a", "b"}


def test_a_large_family_is_not_compared_pair_by_pair(article: MakeArticle) -> None:
    """Thirty copies make 435 pairs; each is compared with the base and its likeliest parent."""
    copies = [article(f"c{at:02}", FERRY, DENIAL) for at in range(12)]
    family = Family(base="c00", base_reason="", copies=tuple(one.id for one in copies))
    compared = compared_family(family, copies)
    assert len(compared.comparisons) == 11
    few = Family(base="c00", base_reason="", copies=tuple(one.id for one in copies[:4]))
    assert len(compared_family(few, copies).comparisons) == 6


def test_a_family_in_another_language_is_not_called_independent(article: MakeArticle) -> None:
    """An agency's report in two languages, a copy of each: nobody knows whether one translates the other."""
    spoken = {"a": "en", "b": "en", "c": "ru", "d": "ru", "e": "en"}
    articles = [article(name, FERRY, language=language) for name, language in spoken.items()]
    families = tuple(
        Family(base=copies[0], base_reason="", copies=copies) for copies in (("a", "b"), ("c", "d"), ("e",))
    )
    story = Story(id="s", title="s", families=families)
    assert in_another_language(story, articles) == {"c"}
    mixed = Family(base="c", base_reason="", copies=("c", "e"))
    assert not in_another_language(Story(id="s", title="s", families=(families[0], mixed)), articles), "control"
