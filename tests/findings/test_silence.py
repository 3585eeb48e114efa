"""That a copy names no source is said where every channel was looked through, and nowhere else."""

from collections.abc import Mapping
from datetime import date

import pytest

from sitegen.config import Comparing
from sitegen.findings import compare_family
from sitegen.model import Article, CopyStanding, Credit, Family, Moment, Source
from sitegen.text.tokenized import tokenize_blocks
from tests.compare.test_pair import DENIAL, FERRY, INQUIRY, WEATHER
from tests.conftest import MakeArticle
from tests.families import comparing

SOURCES = {name: Source(id=name, name=name.title()) for name in ("wire", "post")}
SPEECH = "“The ferry will sail in the morning, whatever the weather is and whoever asks,” the captain Ida Moe has said."


def standing_of(base: Article, copy: Article, sources: Mapping[str, Source] = SOURCES) -> CopyStanding:
    articles = {"wire": base, "copy": copy}
    texts = {name: tokenize_blocks(article.blocks) for name, article in articles.items()}
    family = Family(base="wire", base_reason="", copies=("wire", "copy"))
    compared = compare_family(family, articles, texts, sources, Comparing(), comparing(articles, texts, Comparing()))
    return next(standing for standing in compared.standings if standing.article == "copy")


def on(day: int) -> Moment:
    return Moment(day=date(2031, 3, day))


def test_a_whole_copy_that_names_nobody_is_silent(article: MakeArticle) -> None:
    """Taken from another outlet that is known, days later, with no credit in any channel."""
    base = article("wire", FERRY, DENIAL, INQUIRY, WEATHER, source="wire", author="Ada Voss", published=on(1))
    standing = standing_of(
        base, article("copy", FERRY, DENIAL, INQUIRY, source="post", author="Jo Berg", published=on(4))
    )
    assert standing.parent == "wire"
    assert standing.silent


@pytest.mark.parametrize(
    "line",
    [
        "Jo Berg and agencies",
        "Uwe Tamm, mit Agenturmaterial",
        "Léa Roux (avec agences)",
        "وكالات",
        "Minh Thư (tổng hợp)",
    ],
)
def test_agencies_without_a_name_are_named(article: MakeArticle, line: str) -> None:
    """Who credits agencies in general names its source, though nobody knows which, and took it from no paper."""
    base = article("wire", FERRY, DENIAL, INQUIRY, WEATHER, source="wire", author="Ada Voss", published=on(1))
    standing = standing_of(base, article("copy", FERRY, DENIAL, INQUIRY, source="post", author=line, published=on(4)))
    assert (standing.parent, standing.silent) == ("", False)
    agency = {**SOURCES, "wire": Source(id="wire", name="Wire", kind="agency")}
    copy = article("copy", FERRY, DENIAL, INQUIRY, source="post", author=line, published=on(4))
    assert not standing_of(base, copy, agency).silent


def test_a_text_that_nobody_signs_may_have_been_given(article: MakeArticle) -> None:
    """A press release is printed by whoever is sent it: of a text without author nobody is accused."""
    base = article("wire", FERRY, DENIAL, INQUIRY, WEATHER, source="wire", published=on(1))
    copy = article("copy", FERRY, DENIAL, INQUIRY, source="post", author="Jo Berg", published=on(4))
    assert not standing_of(base, copy).silent


@pytest.mark.parametrize(
    "values",
    [
        {"credits": (Credit(name="Reuters", phrase="according to Reuters", line=1),)},
        {"completeness": "partial"},
        {"author": ""},
        {"source": ""},
        {"source": "wire"},
        {"published": None},
        {"published": on(1)},
        {"wall": True},
        {"version_of": "wire"},
    ],
    ids=lambda values: next(iter(values)),
)
def test_nothing_is_said_of_others(article: MakeArticle, values: dict[str, object]) -> None:
    """Who names anybody, lacks a part, whose author, outlet or day is not known, who follows its own text."""
    base = article("wire", FERRY, DENIAL, INQUIRY, WEATHER, source="wire", author="Ada Voss", published=on(1))
    given = {"source": "post", "author": "Jo Berg", "published": on(4), **values}
    assert not standing_of(base, article("copy", FERRY, DENIAL, INQUIRY, **given)).silent


def test_public_words_alone_accuse_nobody(article: MakeArticle) -> None:
    """What a person said in public is nobody's to credit; with narration (the control) it is."""
    base = article("wire", SPEECH, FERRY, WEATHER, source="wire", author="Ada Voss", published=on(1))
    speech = article("copy", SPEECH, DENIAL[::-1], INQUIRY[::-1], source="post", author="Jo Berg", published=on(4))
    assert not standing_of(base, speech).silent
    assert standing_of(base, article("copy", SPEECH, FERRY, source="post", author="Jo Berg", published=on(4))).silent


def test_days_that_speak_against_it_accuse_nobody(article: MakeArticle) -> None:
    """An agency's report that is dated after the copy of a paper: what the paper had then is not known."""
    sources = {**SOURCES, "wire": Source(id="wire", name="Wire", kind="agency")}
    copy = article("copy", FERRY, DENIAL, INQUIRY, source="post", author="Jo Berg", published=on(4))
    for day, silent in ((5, False), (3, True)):
        base = article("wire", FERRY, DENIAL, INQUIRY, WEATHER, source="wire", author="Ada Voss", published=on(day))
        standing = standing_of(base, copy, sources)
        assert standing.silent == silent, day


HOLM = Source(id="wire", name="Holm Times - News", home="https://www.holmtimes.example/")
NAMED = {
    "its name": "The ferry was first seen to turn by a reader of the Holm Times, who was on the pier.",
    "its address": "The ferry was first seen to turn, as a page of holmtimes.example has it, by a reader on the pier.",
    "its author": "The ferry was first seen to turn by Anna Holt, who was on the pier with a camera on that evening.",
    "nobody": "The ferry was first seen to turn by somebody who was on the pier with a camera on that evening.",
}


@pytest.mark.parametrize("named", NAMED)
def test_whoever_is_named_in_any_phrase_is_named(article: MakeArticle, named: str) -> None:
    """No phrase that says whose report it is need be known: the outlet, its host or its author stands in the text."""
    base = article("wire", FERRY, DENIAL, INQUIRY, source="wire", author="Anna Holt; Jo Moe", published=on(1))
    copy = article("copy", FERRY, DENIAL, INQUIRY, NAMED[named], source="post", author="Jo Berg", published=on(4))
    standing = standing_of(base, copy, {**SOURCES, "wire": HOLM})
    assert standing.parent == "wire"
    assert standing.silent == (named == "nobody")


def test_who_took_a_part_is_not_accused(article: MakeArticle) -> None:
    """A text that holds a fifth of another is no copy of it; one that holds all of it (control) is."""
    own = [f"{' '.join(f'{word}{at}' for at in range(60))}." for word in ("tar", "rope", "oar", "sail")]
    base = article("wire", FERRY, *own, source="wire", author="Ada Voss", published=on(1))
    part = article(
        "copy", FERRY, *(text.replace("a", "i") for text in own), source="post", author="Jo Berg", published=on(4)
    )
    standing = standing_of(base, part)
    assert standing.parent == "wire"
    assert not standing.carries
    assert not standing.silent
    assert standing_of(
        base, article("copy", FERRY, *own, DENIAL, source="post", author="Jo Berg", published=on(4))
    ).silent


def test_an_agency_has_nobody_to_name(article: MakeArticle) -> None:
    """Its page may be dated after the papers that print it: nobody says that it copied them, by its name alone."""
    sources = {"wire": Source(id="wire", name="Holm Post"), "post": Source(id="post", name="Reuters")}
    base = article("wire", FERRY, DENIAL, INQUIRY, WEATHER, source="wire", author="Ada Voss", published=on(1))
    copy = article("copy", FERRY, DENIAL, INQUIRY, source="post", author="Jo Berg", published=on(4))
    standing = standing_of(base, copy, sources)
    assert (standing.parent, standing.silent) == ("", False)
    paper = {**sources, "post": Source(id="post", name="Reuters", kind="newspaper")}
    assert standing_of(base, copy, paper).silent, "control: declared to be a newspaper"


@pytest.mark.parametrize("author", ["Harbour press office", "Пресс-служба порта", "Service de presse du port"])
def test_a_press_office_is_a_source(article: MakeArticle, author: str) -> None:
    """Who prints a release under the name of a press office has named its source, and took it from no paper."""
    base = article("wire", FERRY, DENIAL, INQUIRY, WEATHER, source="wire", author="Ada Voss", published=on(1))
    copy = article("copy", FERRY, DENIAL, INQUIRY, source="post", author=author, published=on(4))
    standing = standing_of(base, copy)
    assert (standing.parent, standing.silent) == ("", False)


@pytest.mark.parametrize(("author", "silent"), [("Jo Berg", True), ("NoW", False), ("Post newsroom", False)])
def test_initials_and_desks_are_no_signature(article: MakeArticle, author: str, silent: bool) -> None:
    """Initials may be an agency's, and a desk stands above what was sent to it."""
    base = article("wire", FERRY, DENIAL, INQUIRY, WEATHER, source="wire", author="Ada Voss", published=on(1))
    copy = article("copy", FERRY, DENIAL, INQUIRY, source="post", author=author, published=on(4))
    assert standing_of(base, copy).silent == silent


def test_initials_of_a_name_with_a_hyphen_name_it(article: MakeArticle) -> None:
    """`SD` is Sport-Dienst."""
    sources = {**SOURCES, "wire": Source(id="wire", name="Sport-Dienst", kind="agency")}
    base = article("wire", FERRY, DENIAL, INQUIRY, WEATHER, source="wire", published=on(1))
    credit = Credit(name="SD", phrase="SD", line=1, channel="author")
    copy = article("copy", FERRY, DENIAL, INQUIRY, source="post", author="SD", credits=(credit,), published=on(4))
    assert standing_of(base, copy, sources).credits_parent


@pytest.mark.parametrize("author", ["HW, Rob Tindle", "Bereg / Rob Tindle", "Rob Tindle (Harrow)"])
def test_a_short_name_of_the_outlet_in_a_line_names_it(article: MakeArticle, author: str) -> None:
    """Initials and a word of the other outlet's name, beside a person's, are no silence."""
    name = "Bereg News Agency" if "Bereg" in author else "Harrow Wire"
    sources = {**SOURCES, "wire": Source(id="wire", name=name, kind="agency")}
    base = article("wire", FERRY, DENIAL, INQUIRY, WEATHER, source="wire", published=on(1))
    copy = article("copy", FERRY, DENIAL, INQUIRY, source="post", author=author, published=on(4))
    assert not standing_of(base, copy, sources).silent
    silent = article("copy", FERRY, DENIAL, INQUIRY, source="post", author="Rob Tindle", published=on(4))
    assert standing_of(base, silent, sources).silent, "control"
