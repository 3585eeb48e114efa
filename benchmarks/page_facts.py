"""What `add` says of the outlet, day and author of the real pages, beside labels, trafilatura and newspaper4k."""

import re
import tomllib
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sitegen.formats.draft import quiet
from sitegen.formats.webpages.metadata import read_metadata
from sitegen.formats.webpages.outlet_names import same_name

LABELS: Mapping[str, Mapping[str, Any]] = tomllib.loads(
    (Path(__file__).resolve().parents[1] / "tests/real/pages.toml").read_text("utf-8")
)
SECOND_READING: Mapping[str, Sequence[str]] = tomllib.loads(
    (Path(__file__).resolve().parents[1] / "tests/real/pages_second.toml").read_text("utf-8")
)["reading"]
"""Outlet, day and persons as another reading has them, which did not know the labels."""
COLLECTIVE = ["?"]
"""The label of an author who is no person."""
_SHORT_NAME = 8
"""Characters of a page's name by which the labels know it."""
_APART = re.compile(r"\s*[,;&]\s*|\s+and\s+")


@dataclass(frozen=True, slots=True, kw_only=True)
class PageFacts:
    """What an extractor says of a page; empty texts where it says nothing."""

    outlet: str = ""
    published: str = ""
    author: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class FactScore:
    """Of one field over all pages."""

    stated: int
    """Pages that state it."""
    right: int
    """Of those, the ones on which it was found."""
    wrong: tuple[str, ...]
    """Pages on which something else was found, or anything where nothing is stated."""


def own_facts(source: str) -> PageFacts:
    """By `add`."""
    from lxml import html

    with quiet():
        metadata = read_metadata(html.document_fromstring(source))
    values = {name: statement.value for name, statement in metadata.statements.items()}
    return PageFacts(
        outlet=metadata.outlet.name, published=values.get("published", ""), author=values.get("author", "")
    )


def trafilatura_facts(source: str) -> PageFacts:
    """By trafilatura and htmldate."""
    import trafilatura

    with quiet():
        document: Any = trafilatura.extract_metadata(source)
    if document is None:
        return PageFacts()
    return PageFacts(outlet=document.sitename or "", published=document.date or "", author=document.author or "")


def newspaper_article(source: str) -> Any:
    """A page as newspaper4k reads it; None in languages for which it lacks a segmenter. Raises ImportError."""
    from newspaper import Article

    with quiet():
        article = Article("https://example.org/")
        article.download(input_html=source)
        try:
            article.parse()
        except ImportError:
            return None
    return article


def newspaper_facts(source: str) -> PageFacts:
    """By newspaper4k, which names no outlet."""
    article = newspaper_article(source)
    if article is None:
        return PageFacts()
    day = article.publish_date
    return PageFacts(published=f"{day:%Y-%m-%d}" if day else "", author=", ".join(article.authors))


EXTRACTORS: Mapping[str, Callable[[str], PageFacts]] = {
    "add": own_facts,
    "trafilatura": trafilatura_facts,
    "newspaper4k": newspaper_facts,
}


def scores(facts: Mapping[str, PageFacts]) -> Mapping[str, FactScore]:
    """Of each field, against the labels; `facts` by the name of the page."""
    judged: dict[str, list[tuple[str, bool, bool, bool]]] = {"outlet": [], "published": [], "author": []}
    for name, page in facts.items():
        key = name[:_SHORT_NAME]
        outlets, days, authors = (LABELS[field][key] for field in ("outlet", "published", "author"))
        is_outlet = any(same_name(page.outlet, label) for label in outlets) if page.outlet else False
        judged["outlet"].append((key, True, bool(page.outlet), is_outlet))
        judged["published"].append((key, bool(days), bool(page.published), page.published[:10] in days))
        if authors != COLLECTIVE:
            persons = {_folded(person) for person in authors}
            judged["author"].append((key, bool(authors), bool(page.author), _persons(page.author) == persons))
    return {
        field: FactScore(
            stated=sum(is_stated for _, is_stated, _, _ in pages),
            right=sum(is_stated and is_right for _, is_stated, _, is_right in pages),
            wrong=tuple(
                key for key, is_stated, is_found, is_right in pages if is_found and not (is_stated and is_right)
            ),
        )
        for field, pages in judged.items()
    }


def disagreements() -> Mapping[str, tuple[str, ...]]:
    """Of each field the pages on which the second reading has something else than the labels.

    A desk or an account is no person, so that for authors `?` is as none.
    """
    differing: dict[str, list[str]] = {"outlet": [], "published": [], "author": []}
    for key, (outlet, day, authors) in SECOND_READING.items():
        if not any(same_name(outlet, label) for label in LABELS["outlet"][key]):
            differing["outlet"].append(key)
        if day not in (LABELS["published"][key] or [""]):
            differing["published"].append(key)
        labelled = {_folded(person) for person in LABELS["author"][key]} - {""}
        if {_folded(person) for person in authors.split(",")} - {""} != labelled:
            differing["author"].append(key)
    return {field: tuple(keys) for field, keys in differing.items()}


def _folded(name: str) -> str:
    return " ".join(re.findall(r"\w+", name.casefold()))


def _persons(text: str) -> set[str]:
    return {_folded(person) for person in _APART.split(text) if person}


def facts_table(pages: Sequence[tuple[str, str, str]]) -> str:
    """For people."""
    lines = [f"{'real pages':<14}{'field':<11}{'stated':>7}{'right':>7}{'share':>7}{'wrong':>7}"]
    for extractor, read in EXTRACTORS.items():
        try:
            facts = {name: read(source) for name, source, _ in pages}
        except ImportError:
            lines.append(f"{extractor:<14}not here")
            continue
        lines += _rows(extractor, scores(facts).items())
    agreed = ", ".join(f"{field} {len(SECOND_READING) - len(keys)}" for field, keys in disagreements().items())
    lines.append(f"labels: a second reading of {len(SECOND_READING)} pages agrees on {agreed}")
    return "\n".join(lines)


def _rows(extractor: str, fields: Iterable[tuple[str, FactScore]]) -> list[str]:
    return [
        f"{extractor:<14}{field:<11}{score.stated:>7}{score.right:>7}"
        f"{score.right / max(1, score.stated):>7.2f}{len(score.wrong):>7}"
        for field, score in fields
    ]
