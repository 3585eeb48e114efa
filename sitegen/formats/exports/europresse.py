"""Exports of Europresse, a page that holds each article in an `article` element, cut by its classes.

After three open readers of such pages (europarser of CERES, EuropresseToLexico, tm.plugin.europresse): the outlet in
`DocPublicationName`, the day and page in `DocHeader`, the headline in `titreArticle`, authors in `docAuthors`, the text
in `docOcurrContainer` or `DocText`. The files of this project's tests are of its own making; none was seen that a
paying account exported.
"""

import re
from collections.abc import Iterator, Sequence
from typing import Any

from sitegen.formats.declared import declared
from sitegen.formats.draft import Draft, Statement, quiet, tidy
from sitegen.formats.format import Export
from sitegen.formats.webpages.completeness import judged_export
from sitegen.formats.webpages.page_blocks import page_blocks
from sitegen.read.dates import take_dates
from sitegen.read.refusal import Refused

_MARKS = ("DocPublicationName", "docOcurrContainer")
_AFTER_OUTLET = re.compile(r"(?:\(|,? no\. ?|,? n° ?|\s[-–]\s|  |;).*$", re.IGNORECASE)
_PAGE = re.compile(r"\bp(?:age)?s?\.? ?([A-Z]?\d{1,4})", re.IGNORECASE)
_WORDS = re.compile("(?<![\\d])(\\d{1,3}(?:[\u00a0\u202f]\\d{3}){0,2}|\\d{1,6}) (?:mots|words)", re.IGNORECASE)
_COPYRIGHT = re.compile(r"(?:©|tous droits réservés|all rights reserved)", re.IGNORECASE)
_LONGEST_HEAD = 3_000


def read_europresse(source: str) -> Sequence[Draft | Refused]:
    """The articles of a page that Europresse saved; empty for any other page."""
    if not all(mark in source for mark in _MARKS):
        return ()
    from lxml import html

    with quiet():
        tree = html.document_fromstring(source)
        return [_article(element, number) for number, element in enumerate(tree.iter("article"), 1)]


def _article(article: Any, number: int) -> Draft | Refused:
    container = next(_of_class(article, "docOcurrContainer"), None)
    container = next(_of_class(article, "DocText"), None) if container is None else container
    lines = () if container is None else tuple(block.text for block in page_blocks(container) if not block.hidden)
    if not lines:
        return Refused("no-article-text", f"article {number:,} of this export has no text", "leave it out")
    head = " ".join(
        _text(element) for name in ("DocHeader", "sm-margin-TopNews") for element in _of_class(article, name)
    )
    head = head[:_LONGEST_HEAD]
    day = take_dates(re.sub(r"[•·|]", ", ", head)).published
    page = _PAGE.search(head)
    values = (
        ("title", _first(article, "titreArticle") or _first(article, "titreArticleVisu")),
        ("published", day.day.isoformat() if day else ""),
        ("author", _first(article, "docAuthors")),
        ("page", page[1] if page else ""),
    )
    statements: list[Statement] = []
    remarks: list[str] = []
    for name, value in values:
        statement, remark = declared(name, value, "the export")
        statements += [statement] if statement else []
        remarks += [remark] if remark else []
    stated = _WORDS.search(head)
    verdict = judged_export(lines, int(re.sub(r"\D", "", stated[1])) if stated else 0)
    return Draft(
        text=tuple(line for line in lines if not _COPYRIGHT.match(line)),
        statements=tuple(statements),
        outlet=_AFTER_OUTLET.sub("", _first(article, "DocPublicationName")).strip(),
        remarks=tuple(remarks),
        completeness=verdict.value,
        completeness_reason=verdict.reason,
        record=number,
        record_unit="article",
    )


def _of_class(article: Any, name: str) -> Iterator[Any]:
    return (element for element in article.iter() if name in str(element.get("class") or "").split())


def _text(element: Any) -> str:
    return tidy(" ".join("".join(element.itertext()).split()))


def _first(article: Any, name: str) -> str:
    return next((text for element in _of_class(article, name) if (text := _text(element))), "")


EXPORT = Export(
    name="Europresse", is_lines=lambda _lines: False, read_lines=lambda _lines: iter(()), read_page=read_europresse
)
