"""Exports of Nexis and Factiva: as many articles as they hold, with the fields that stand above each."""

import io
from collections.abc import Sequence

import pytest

from sitegen.config import Limits
from sitegen.formats.draft import Draft, FileNote
from sitegen.formats.exports.factiva import is_factiva, read_factiva
from sitegen.formats.exports.nexis import is_nexis, read_nexis
from sitegen.formats.format import ReadingContext
from sitegen.formats.registry import findings, format_of
from sitegen.formats.rtf import rtf_lines
from sitegen.read.refusal import Refused
from tests.formats.samples import PARAGRAPHS

WORDS = sum(len(line.split()) for line in PARAGRAPHS)


def uni(title: str, outlet: str, length: int = WORDS, text: Sequence[str] = PARAGRAPHS) -> list[str]:
    """An article as Nexis Uni prints it."""
    return [
        title, outlet, "June 4, 2031 Wednesday", f"Copyright 2031 {outlet} All Rights Reserved",
        "Section: NEWS; Pg. 3", f"Length: {length} words", "Byline: By Ada Brandt", "Body", "", *text, "",
        "Load-Date: June 5, 2031", "End of Document",
    ]  # fmt: skip


def old(number: int, title: str, outlet: str) -> list[str]:
    """An article as the older export prints it, in lines of print."""
    text = [piece for line in PARAGRAPHS for piece in (line[:60], line[60:120], line[120:], "")]
    return [
        f"                              {number} of 2 DOCUMENTS", "", f"                        {outlet}", "",
        "                        June 4, 2031 Wednesday", "", title, "", "BYLINE: Ada Brandt",
        "SECTION: NEWS; Pg. 12", f"LENGTH: {WORDS} words", "", *text, "LOAD-DATE: June 5, 2031", "",
        "LANGUAGE: ENGLISH", "PUBLICATION-TYPE: Newspaper", f"Copyright 2031 {outlet}",
    ]  # fmt: skip


def factiva(title: str, outlet: str, number: int) -> list[str]:
    """An article as Factiva prints it."""
    return [
        f"HD  {title}", "BY  By Ada Brandt", f"WC  {WORDS} words", "PD  4 June 2031", f"SN  {outlet}", "SC  SKAD",
        "PG  3", "LA  English", "CY  Copyright 2031.", "", "LP", PARAGRAPHS[0], "", "TD", *PARAGRAPHS[1:], "",
        "IN  iferry : Ferries", "PUB  Skelby Press", f"AN  Document SKAD0000203106040000{number}", "",
        f"Document SKAD0000203106040000{number}", "",
    ]  # fmt: skip


def articles(several: Sequence[Draft | Refused]) -> list[Draft]:
    assert all(isinstance(draft, Draft) for draft in several), several
    return [draft for draft in several if isinstance(draft, Draft)]


def fields(draft: Draft) -> dict[str, str]:
    return {statement.field: statement.value for statement in draft.statements}


EXPECTED = {"published": "2031-06-04", "author": "Ada Brandt", "page": "3"}


def test_nexis_uni_is_cut_into_its_articles() -> None:
    """Headline, outlet, day, author and page of each; field lines are no text; the load date is no day of the paper."""
    lines = [*uni("Bridge opens", "The Courier"), "", *uni("Bridge is open", "Skelby Advertiser")]
    assert is_nexis(lines)
    first, second = articles(list(read_nexis(lines)))
    assert fields(first) == {"title": "Bridge opens", **EXPECTED}
    assert (first.outlet, first.text, first.record, first.record_unit) == ("The Courier", PARAGRAPHS, 1, "article")
    assert (second.outlet, second.value("title"), second.text) == ("Skelby Advertiser", "Bridge is open", PARAGRAPHS)


def test_what_stands_below_a_text_is_none() -> None:
    """Nexis Uni prints subjects under a heading of their own, and what pictures show."""
    below = ["Graphic", "The bridge at noon", "Classification", "Language: ENGLISH", "Subject: BRIDGES (90%)"]
    lines = uni("Bridge opens", "The Courier")
    place = lines.index("Load-Date: June 5, 2031")
    (draft,) = articles(list(read_nexis([*lines[:place], *below, *lines[place:]])))
    assert (draft.text, draft.value("language")) == (PARAGRAPHS, "en")


def test_german_exports_name_their_fields_in_german() -> None:
    """`Autor`, `Rubrik`, `Länge` and a day in German words."""
    lines = uni("Brücke öffnet sich", "Der Kurier")
    swapped = {"June 4, 2031 Wednesday": "4. Juni 2031 Mittwoch", "Byline: By Ada Brandt": "Autor: Von Ada Brandt"}
    german = [swapped.get(line, line).replace("Section: NEWS; Pg.", "Rubrik: POLITIK; S.") for line in lines]
    german = [line.replace(f"Length: {WORDS} words", f"Länge: {WORDS} Wörter") for line in german]
    (draft,) = articles(list(read_nexis(german)))
    assert fields(draft) == {"title": "Brücke öffnet sich", **EXPECTED}
    assert draft.completeness == "whole"


def test_older_nexis_is_cut_into_its_articles_and_its_lines_joined() -> None:
    """The number begins an article; lines of print are paragraphs again."""
    lines = [*old(1, "Bridge opens", "The Courier"), *old(2, "Bridge is open", "Skelby Advertiser")]
    assert is_nexis(lines)
    first, second = articles(list(read_nexis(lines)))
    assert fields(first) == {"title": "Bridge opens", **EXPECTED, "page": "12", "language": "en"}
    assert (first.outlet, len(first.text)) == ("The Courier", len(PARAGRAPHS))
    assert (second.outlet, second.value("title")) == ("Skelby Advertiser", "Bridge is open")


def test_a_stated_length_is_a_witness() -> None:
    """A text much shorter than the export says is partial; one that is longer is whole."""
    short, long = articles(list(read_nexis([*uni("A", "B", WORDS * 2), *uni("A", "B", WORDS - 20)])))
    assert (short.completeness, long.completeness) == ("partial", "whole")


def test_an_export_that_is_cut_says_in_which_article() -> None:
    """The articles before it are whole."""
    lines = [*uni("Bridge opens", "The Courier"), *uni("Bridge is open", "Skelby Advertiser")[:11]]
    whole, cut = list(read_nexis(lines))
    assert isinstance(whole, Draft)
    assert isinstance(cut, Refused)
    assert "article 2" in cut.message


def test_a_cover_is_no_article() -> None:
    """Nexis Uni lists the articles on a page before them."""
    cover = ["Date and Time: Thursday, June 5, 2031", "Job Number: 71", "Documents (2)", "1. Bridge opens", "2. Bridge"]
    first, _ = articles(list(read_nexis([*cover, *uni("Bridge opens", "The Courier"), *uni("Bridge", "B")])))
    assert (first.value("title"), first.outlet) == ("Bridge opens", "The Courier")


def test_factiva_is_cut_into_its_articles() -> None:
    """By the codes that begin its fields."""
    lines = [*factiva("Bridge opens", "The Courier", 1), *factiva("Bridge is open", "Skelby Advertiser", 2)]
    assert is_factiva(lines)
    first, second = articles(list(read_factiva(lines)))
    assert fields(first) == {"title": "Bridge opens", **EXPECTED, "language": "en"}
    assert (first.outlet, first.text, first.completeness) == ("The Courier", PARAGRAPHS, "whole")
    assert (second.outlet, second.record) == ("Skelby Advertiser", 2)


def test_a_cut_factiva_export_says_in_which_article() -> None:
    """As that of Nexis."""
    lines = [*factiva("Bridge opens", "The Courier", 1), *factiva("Bridge is open", "Skelby Advertiser", 2)[:12]]
    whole, cut = list(read_factiva(lines))
    assert isinstance(whole, Draft)
    assert isinstance(cut, Refused)
    assert "article 2" in cut.message


def factiva_page(*several: Sequence[str], coded: bool = True) -> bytes:
    """A page as Factiva saves it: a table an article, its codes in cells of their own, or none."""
    bodies = []
    for lines in several:
        rows = "".join(
            f"<tr><td><b>{line[:3].strip()}</b></td><td>{line[3:].strip()}</td></tr>"
            if line[:2].isupper() and line[:3].strip() in ("HD", "BY", "WC", "PD", "SN", "LA", "AN", "PG")
            else f"<tr><td>{line}</td></tr>"
            for line in lines
            if line and (coded or len(line) > 60)
        )
        bodies.append(f'<div class="article enArticle"><table>{rows}</table></div>')
    return f"<html><head><title>Factiva</title></head><body>{''.join(bodies)}</body></html>".encode()


def read_html(data: bytes) -> list[Draft | Refused | FileNote]:
    page_format = format_of(".html")
    assert page_format
    found = findings(page_format, io.BytesIO(data), ReadingContext(limits=Limits()))
    return [finding for finding in found if isinstance(finding, Draft | Refused | FileNote)]


def test_a_page_that_factiva_saved_is_cut_into_its_articles() -> None:
    """By the codes in its cells; without them it is refused with the number, and never one article."""
    two = (factiva("Bridge opens", "The Courier", 1), factiva("Bridge is open", "Skelby Advertiser", 2))
    note, first, second = read_html(factiva_page(*two))
    assert isinstance(note, FileNote)
    assert isinstance(first, Draft)
    assert isinstance(second, Draft)
    assert (first.value("title"), first.outlet, first.text) == ("Bridge opens", "The Courier", PARAGRAPHS)
    assert (second.value("title"), second.outlet) == ("Bridge is open", "Skelby Advertiser")
    with pytest.raises(Refused, match="holds 2 articles"):
        read_html(factiva_page(*two, coded=False))


def test_a_text_that_speaks_of_documents_is_no_export() -> None:
    """Control: a report with the words of an export, and one in capitals."""
    assert not is_nexis(["It was the end of document", "End of Document", *PARAGRAPHS])
    assert not is_nexis(["Length: the bridge has 80 metres", "Section: none", *PARAGRAPHS])
    assert not is_factiva(["HD is what the sign said.", "TD", *PARAGRAPHS])


RTF = (
    r"{\rtf1\ansi\ansicpg1252{\fonttbl{\f0 Times New Roman;}}{\*\generator Word;}{\info{\title No text}}"
    r"\pard Caf\'e9 on the quay\par {\pict\pngblip 89504e47}\b Bold\b0  \ldblquote word\rdblquote\par "
    r"\u8364?5 \emdash  Ng\u432?\u7901?i\~b\'e2n\par \{braces\}\line second}"
)


def test_rtf_is_read_as_its_paragraphs() -> None:
    """Letters of its code page and of Unicode; fonts, pictures and its properties are no text."""
    lines = rtf_lines(RTF.encode())
    assert lines == (
        "Café on the quay", "Bold “word”", "€5 — Người\u00a0bân", "{braces}", "second",
    )  # fmt: skip


def test_objects_and_pictures_of_rtf_are_no_text() -> None:
    """Neither the bytes of a spreadsheet and a picture nor what stands for them on paper; the lines around stay."""
    embedded = (
        r"{\object\objemb{\*\objclass Excel.Sheet.12}{\*\objdata 0105000002000000}{\result {\pict\wmetafile8 0100}}}"
    )
    data = rf"{{\rtf1\ansi The ferry runs.\par {embedded}\par {{\pict\pngblip 89504e47}}The bridge stays open.\par}}"
    assert [line for line in rtf_lines(data.encode()) if line.strip()] == ["The ferry runs.", "The bridge stays open."]


@pytest.mark.parametrize("data", [b"no rtf", b"{\\rtf1" + b"{" * 100_000, b"{\\rtf1 \\bin5 abcde}"])
def test_bad_rtf_is_refused(data: bytes) -> None:
    """None, one without end of nesting, one with raw bytes."""
    with pytest.raises(Refused):
        rtf_lines(data)
