"""Exports of Factiva (.rtf, .html, .txt): articles of field lines, each begun by a code of two or three letters.

After Factiva's published list of field codes and the readers of tm.plugin.factiva: HD headline, BY author, WC words, PD
day, SN outlet, SC its code, PG page, LA language, CY copyright, LP lead paragraph, TD text, AN accession number, which
`Document XXXX000020310602...` repeats at the end. The files of this project's tests are of its own making; none was
seen that a paying account exported.
"""

import re
from collections.abc import Iterator, Sequence

from sitegen.formats.declared import declared
from sitegen.formats.draft import Draft, Statement, quiet, tidy
from sitegen.formats.format import Export
from sitegen.formats.webpages.completeness import judged_export
from sitegen.formats.webpages.page_blocks import page_blocks
from sitegen.read.refusal import Refused

_LISTED_CODES = """
    SE HD BY CR WC PD ET SN SC ED PG VOL LA CY LP TD ART CO IN NS RE IPD IPC PUB AN RF CT CX NGC GC CLM DLN
"""
_CODES = frozenset(_LISTED_CODES.split())
_LINE = re.compile(r"(?P<code>[A-Z]{2,3})(?:\s*$|\s+(?P<value>\S.*)$)")
_ARTICLE = re.compile(r"div\.article [a-z]{2}Article$")
_SAMPLE = 20_000
"""Characters at both ends of a page in which Factiva names itself."""
_DOCUMENT = re.compile(r"Document [A-Za-z0-9]{10,40}$")
_WORDS = re.compile(r"\d[\d,.]*")
_FIELDS = (
    ("HD", "title"), ("PD", "published"), ("BY", "author"), ("LA", "language"), ("PG", "page"), ("CR", "credit"),
)  # fmt: skip
WHERE = "the export"


def is_factiva(lines: Sequence[str]) -> bool:
    """Whether a document is an export: the codes that each of its articles has stand there."""
    codes = {code for line in lines if (code := _code(line.strip())[0])}
    return {"HD", "SN", "PD"} <= codes and bool(codes & {"TD", "LP"})


def page_lines(source: str) -> tuple[str, ...]:
    """The lines of a page that Factiva saved, a cell of its table a line; empty for any other page.

    Raises Refused where it holds several articles and not their codes, by which they could be cut.
    """
    if "factiva" not in source[:_SAMPLE].lower() and "factiva" not in source[-_SAMPLE:].lower():
        return ()
    from lxml import html

    with quiet():
        blocks = page_blocks(html.document_fromstring(source))
    lines = tuple(block.text for block in blocks)
    if is_factiva(lines):
        return lines
    articles = {
        number
        for block in blocks
        for element, number in zip(block.path, block.ancestors, strict=True)
        if _ARTICLE.match(element)
    }
    if len(articles) > 1:
        hint = "export it as `Article Format: Full Article/Report plus Indexing`"
        raise Refused("several-articles", f"this export holds {len(articles)} articles without their codes", hint)
    return ()


def read_factiva(lines: Sequence[str]) -> Iterator[Draft | Refused]:
    """Each article of an export; one that is cut is refused with its number."""
    number = 0
    fields: dict[str, list[str]] = {}
    code = ""
    for line in lines:
        text = line.strip()
        if _DOCUMENT.match(text):
            if fields:
                number += 1
                yield _draft(number, fields)
            fields, code = {}, ""
            continue
        begun, value = _code(text)
        if begun == "HD" and "HD" in fields:
            # Exports that leave the document's line out begin the next article with its headline.
            number += 1
            yield _draft(number, fields)
            fields = {}
        if begun:
            code = begun
            fields.setdefault(code, [])
            text = value
        if code and text:
            fields[code].append(text)
    if "AN" in fields or ("TD" in fields and number == 0):
        yield _draft(number + 1, fields)
    elif fields:
        message = f"article {number + 1:,} of this export is cut: it has no end"
        yield Refused("cut-file", message, "export it again; the articles before it are whole")


def _code(text: str) -> tuple[str, str]:
    """The code that a line begins with and what follows it; empty where it begins with none."""
    match = _LINE.match(text)
    return (match["code"], match["value"] or "") if match and match["code"] in _CODES else ("", "")


def _draft(number: int, fields: dict[str, list[str]]) -> Draft | Refused:
    text = (*fields.get("LP", ()), *fields.get("TD", ()))
    if not text:
        return Refused("no-article-text", f"article {number:,} of this export has no text", "leave it out")
    statements: list[Statement] = []
    remarks: list[str] = []
    for code, name in _FIELDS:
        statement, remark = declared(name, " ".join(fields.get(code, ())), WHERE)
        statements += [statement] if statement else []
        remarks += [remark] if remark else []
    stated = _WORDS.search(" ".join(fields.get("WC", ())))
    verdict = judged_export(text, int(re.sub(r"\D", "", stated[0])) if stated else 0)
    return Draft(
        text=text,
        statements=tuple(statements),
        outlet=tidy(" ".join(fields.get("SN", ()))),
        remarks=tuple(remarks),
        completeness=verdict.value,
        completeness_reason=verdict.reason,
        record=number,
        record_unit="article",
    )


EXPORT = Export(name="Factiva", is_lines=is_factiva, read_lines=read_factiva, page_lines=page_lines)
