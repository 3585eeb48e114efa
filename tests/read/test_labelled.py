"""What is read off openings and endings in six languages, against what a careful reader finds in them.

The articles of labelled.toml and labelled_second.toml are invented. Precision and recall are counted for each field
over all of them.
"""

import re
import tomllib
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from sitegen.config import Config
from sitegen.model import Article, Source
from sitegen.read import byline, credits, dates, furniture, outlets, read_article
from sitegen.read.fields import ARTICLE
from sitegen.read.outlets import bare

LEAST_PRECISION = 0.95
LEAST_RECALL = 0.85
FIELDS = ("author", "dateline", "date", "credit", "furniture")
NOT_CHROME = ("title", "byline", "date", "editor")
PROSE = {
    "en": "The council of the bay said on Monday that the price of water was going to rise again in spring, as it had "
    "before, and that nobody could tell for how long.",
    "es": "El consejo de la bahía comunicó el lunes que el precio del agua volverá a subir en primavera, como ya había "
    "subido antes, y que nadie sabe por cuánto tiempo.",
    "fr": "Le conseil de la baie a fait savoir lundi que le prix de l’eau allait encore augmenter au "
    "printemps, comme il "
    "l’avait déjà fait, et que nul ne savait pour combien de temps.",
    "de": "Der Rat der Bucht teilte am Montag mit, dass der Preis für Wasser im Frühling noch einmal steigen "
    "werde, wie "
    "schon zuvor, und dass niemand wisse, für wie lange.",
    "ar": "أعلن مجلس الخليج يوم الاثنين أن سعر الماء سيرتفع مرة أخرى في الربيع كما ارتفع من قبل، وأن أحدا لا "
    "يعرف إلى متى "
    "سيبقى على هذه الحال في المدينة والقرى المجاورة لها.",
    "vi": "Hội đồng vùng vịnh hôm thứ Hai cho biết giá nước sẽ còn tăng vào mùa xuân như đã từng tăng trước "
    "đây, và không ai "
    "biết giá sẽ giữ ở mức đó trong bao lâu nữa.",
}
"""Invented, one paragraph a language."""


def cases() -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = []
    for name in ("labelled.toml", "labelled_second.toml"):
        found += tomllib.loads(Path(__file__).with_name(name).read_text(encoding="utf-8"))["case"]
    return found


def read(case: dict[str, Any]) -> Article:
    """The article that a case is the opening or the ending of."""
    prose = PROSE[case["language"]]
    lines = [case["text"].strip("\n"), prose, prose[:-1] + "!"]
    if case["at"] == "ending":
        lines = [*lines[1:], lines[0]]
    article, problems = read_article("a.txt", "a.txt", "\n\n".join(lines).encode(), Config())
    assert article is not None
    assert not problems
    return article


def found_in(article: Article) -> dict[str, set[str]]:
    """What was read, a set of texts for each field."""
    return {
        "author": {article.author} - {""},
        "dateline": {article.dateline} - {""},
        "date": {article.published.iso} if article.published else set(),
        "credit": {bare(one.name) for one in article.credits},
        "furniture": {one.text for one in article.blocks if one.furniture and one.furniture not in NOT_CHROME},
    }


def wanted_of(case: dict[str, Any]) -> dict[str, set[str]]:
    single = {field: {case[field]} if field in case else set() for field in ("author", "dateline", "date")}
    credits = {bare(one) for one in case.get("credit", ())}
    return {**single, "credit": credits, "furniture": set(case.get("furniture", ()))}


def scores() -> dict[str, tuple[float, float]]:
    """Precision and recall of each field."""
    counts: Counter[tuple[str, str]] = Counter()
    for case in cases():
        found, wanted = found_in(read(case)), wanted_of(case)
        for field in FIELDS:
            counts[field, "right"] += len(found[field] & wanted[field])
            counts[field, "found"] += len(found[field])
            counts[field, "wanted"] += len(wanted[field])
    return {
        field: (
            counts[field, "right"] / max(1, counts[field, "found"]),
            counts[field, "right"] / max(1, counts[field, "wanted"]),
        )
        for field in FIELDS
    }


def test_the_set_is_wide() -> None:
    """Nearly two hundred cases, in six languages, each field in each of them."""
    listed = cases()
    assert len(listed) >= 190
    for language in PROSE:
        own = [wanted_of(case) for case in listed if case["language"] == language]
        assert all(sum(bool(one[field]) for one in own) >= 2 for field in FIELDS), language


def test_precision_and_recall() -> None:
    """What is read is right, and most of what stands there is read."""
    for field, (precision, recall) in scores().items():
        assert precision >= LEAST_PRECISION, (field, precision)
        assert recall >= LEAST_RECALL, (field, recall)


EMPTIED: tuple[tuple[str, tuple[tuple[object, str, object], ...]], ...] = (
    ("author", ((byline, "_INTRODUCED", re.compile("(?!)")),)),
    ("dateline", ((outlets, "_LAST_WORDS", frozenset()), (outlets, "_AGENCIES", frozenset()))),
    ("date", ((dates, "LANGUAGES", ("en",)),)),
    ("credit", ((credits, "_PHRASES_BEFORE", ()),)),
    ("furniture", ((furniture, "_LINES", {}),)),
)
"""A field, and the word lists without which it is not read well."""


@pytest.mark.parametrize(("field", "lists"), EMPTIED)
def test_the_word_lists_are_what_reads(
    field: str, lists: tuple[tuple[Any, str, object], ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Control: with a list emptied, its field fails the test above."""
    caches = (dates._months, dates._weekdays, dates._patterns, dates._weekday_pattern)
    for module, name, empty in lists:
        monkeypatch.setattr(module, name, empty)
    for one in caches:
        one.cache_clear()
    try:
        precision, recall = scores()[field]
        assert precision < LEAST_PRECISION or recall < LEAST_RECALL
    finally:
        for one in caches:
            one.cache_clear()


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("3 March 2031", "2031-03-03"),
        ("March 3rd, 2031", "2031-03-03"),
        ("2031-03-03", "2031-03-03"),
        ("1er avril 2031", "2031-04-01"),
        ("13.03.2031", "2031-03-13"),
        ("04.03.2031", "2031-03-04"),
        ("13/03/2031", "2031-03-13"),
        ("Tuesday, 03/04/2031", "2031-03-04"),
        ("martes 04/03/2031", "2031-03-04"),
        ("03/04/2031", ""),
        ("Sunday, 03/04/2031", ""),
        ("31 February 2031", ""),
        ("3 Sheep 2031", ""),
        ("٣ آذار ٢٠٣١", "2031-03-03"),
        ("3 tháng 3, 2031", "2031-03-03"),
        ("Updated 3 March 2031", ""),
        ("Updated 4 March 2031, published 3 March 2031", "2031-03-03"),
        ("In March 2031", ""),
    ],
)
def test_days(line: str, day: str) -> None:
    """A day is taken where it can be one only, in any of the languages; the day of a change is none of publication."""
    published = dates.take_dates(line).published
    assert (published.iso if published else "") == day


@pytest.mark.parametrize(
    "line",
    [
        "By the time it was over, nobody cared",
        "By Monday",
        "Von der Brücke, von der Straße",
        "Por el camino, por la playa",
        "كتب المزارعون رسالة إلى رئيسة البلدية",
        "Elections of 3 March 2031",
        "The Ferry Company, 3 March 2031",
        "Why We Left Holm - And Came Back",
    ],
)
def test_what_is_no_line_of_the_head(line: str) -> None:
    """Where a part of a line cannot be told, nothing is taken from it: it may be a headline."""
    assert byline.read_line(line, frozenset()) is None


def found_in_text(text: str) -> list[str]:
    article, _ = read_article("a.txt", "a.txt", f"{PROSE['en']} {text}".encode(), Config())
    assert article is not None
    return [one.name for one in article.credits]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("It was first seen on Channel 4, according to Channel 9 Holm.", ["Channel 9 Holm"]),
        ("Das sagte er dem „Holmer Boten“, wie der „Holmer Anzeiger“ berichtet.", ["Holmer Anzeiger"]),
        ("The mayor, according to the Bay Herald/Reuters, is gone.", ["the Bay Herald", "Reuters"]),
        ("The Associated Press contributed to this report.", ["The Associated Press"]),
        ("El dato lo ha adelantado El Diario de Holm y nadie lo niega.", ["El Diario de Holm"]),
        ("He called it a “concession,” CNN reported on Monday.", ["CNN"]),
        ("Il l’a confié à l’AFP lundi.", ["AFP"]),
        ("He spoke of bad “news” and the Pentagon reported it.", []),
    ],
)
def test_credits_in_a_text(text: str, names: list[str]) -> None:
    """Several with a bar between them, in quotation marks, with a number or an article in their name."""
    assert found_in_text(text) == names


@pytest.mark.parametrize("one", cases(), ids=lambda one: one["language"])
def test_the_search_by_places_finds_what_the_expression_finds(one: dict[str, Any]) -> None:
    """It is the faster way to the same places."""
    for text in (one["text"], one["text"].replace("\n", " "), f"İ {one['text']}"):
        before, after = credits._phrases_in(text)
        for pattern, places in (
            (credits._BEFORE_NAME, credits._places(credits._lower(text), before)),
            (credits._AFTER_NAME, credits._starts(text, after)),
        ):
            found = [match.span() for match in credits._found(pattern, text, sorted(places))]
            assert found == [match.span() for match in pattern.finditer(text)]


def test_a_name_of_no_outlet_is_kept_whole() -> None:
    """Without its article, and with nothing else taken from it: `Channel` does not lose its end to Spanish."""
    assert [bare(one) for one in ("The Bay Herald", "Channel 9", "El Correo", "„Der Bote“")] == [
        "bay herald",
        "channel 9",
        "correo",
        "bote",
    ]


def test_confidence() -> None:
    """A name that only sounds like an outlet's is likely; one that is known, or called one, is certain."""
    told = "He told the Bay Herald. She told Reuters. They told the Dockside. Theo báo Vịnh, giá tăng."
    sources = {"dock": Source(id="dock", name="The Dockside")}
    article, _ = read_article("a.txt", "a.txt", f"{PROSE['en']} {told}".encode(), Config(), sources)
    assert article is not None
    assert {one.name: one.confidence for one in article.credits} == {
        "the Bay Herald": "likely",
        "Reuters": "certain",
        "the Dockside": "certain",
        "Vịnh": "certain",
    }


def test_every_inference_is_documented() -> None:
    """Each field that was inferred anywhere in the set has its rule in docs/content.md, and no other field has one."""
    page = (Path(__file__).parents[2] / "docs" / "content.md").read_text(encoding="utf-8")
    told = page.partition("\n## What is inferred\n")[2].partition("\n## ")[0]
    documented = set(re.findall(r"^\| `(\w+)` \|", told, re.MULTILINE)) & set(ARTICLE)
    inferred = {name for case in cases() for name in read(case).inferred}
    assert inferred == documented - {"story", "version_of"}
