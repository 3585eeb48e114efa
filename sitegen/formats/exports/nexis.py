"""Exports of Nexis and Nexis Uni: several articles in one document, cut and read by their own field lines.

After what LexisNexisTools, R.temis and public exports show: in Nexis Uni's .docx and .rtf a headline, the outlet, the
day, `Copyright ...`, field lines (`Section:`, `Length: 112 words`, `Byline:`), `Body`, the text, `Load-Date:`, `End of
Document`; in the older .txt `3 of 20 DOCUMENTS`, outlet, day, headline, field lines in capitals, the text, a load date.
The files of this project's tests are of its own making; none was seen that a paying account exported.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from sitegen.formats.declared import day_of, declared
from sitegen.formats.draft import Draft, Statement, tidy
from sitegen.formats.format import Export
from sitegen.formats.webpages.completeness import judged_export
from sitegen.read.refusal import Refused

_END = re.compile(r"end of document$", re.IGNORECASE)
_NUMBERED = re.compile(r"\s*\d{1,6} (?:of|de|von) \d{1,6} (?:documents?|dokumente?n?)\s*$", re.IGNORECASE)
_FIELD = re.compile(
    r"(?P<name>rubrik|länge|autor|sprache|update|longueur|auteur|section|length|byline|dateline|load-date|language|publication-type|graphic|highlight|copyright"
    r"|document-type|journal-code|subject|classification|acc-no|notes|correction-date|type|organization|person|geographic"
    r"|company|ticker|industry|city|state|country|series|url|pub-type)\s*:\s*(?P<value>.*)$",
    re.IGNORECASE,
)
_SAME_AS = {
    "rubrik": "section", "länge": "length", "autor": "byline", "sprache": "language", "update": "load-date",
    "longueur": "length", "auteur": "byline",
}  # fmt: skip
"""Names of fields in German and French exports, and what they are called elsewhere."""
_ENDS_TEXT = re.compile(r"(?:classification|graphic|notes|load-date|correction)\s*:?$", re.IGNORECASE)
"""Headings that stand below a text by themselves."""
_COPYRIGHT = re.compile(r"(?:copyright|©)\b.{0,200}\d{4}", re.IGNORECASE)
_BODY = re.compile(r"(?:body|full text|volltext|texte intégral)\s*:?$", re.IGNORECASE)
_WORDS = re.compile(r"(?<![\d,.])(\d[\d,.]{0,15})\s{0,4}(?:words?|wörter|mots|palabras)", re.IGNORECASE)
_PAGE = re.compile(r"\b(?:pg|p|page|seite|s)\.?\s*([A-Z]?\d{1,4}[A-Z]?)\b", re.IGNORECASE)
_BELOW = ("load-date", "graphic", "subject", "classification", "publication-type", "language", "journal-code", "acc-no")
"""Fields that stand below a text; with the first of them it ends."""
_COVER = re.compile(
    r"\s*(?:date and time|job number|documents? \(|client/matter|search terms|\d{1,4}\. )", re.IGNORECASE
)
"""Lines of the page that says what was exported, and lists it."""
_HEAD_LINES = 12
"""Lines above an article's copyright, at most, that are its own."""
WHERE = "the export"


@dataclass(slots=True)
class _Parts:
    """The lines of one article of an export, by what they are."""

    above: list[str] = field(default_factory=list)
    """Lines above the fields: headline, outlet, day."""
    fields: dict[str, str] = field(default_factory=dict)
    text: list[str] = field(default_factory=list)
    is_ended: bool = False
    """Whether a line below the text was met."""


def is_nexis(lines: Sequence[str]) -> bool:
    """Whether a document is an export: what ends or begins its articles stands there, with field lines of theirs."""
    bounds = sum(1 for line in lines if _END.match(line.strip()) or _NUMBERED.match(line))
    names = {_field(line.strip())[0] for line in lines}
    return bounds > 0 and len(names & {"length", "load-date", "section", "byline", "publication-type"}) >= 2


def read_nexis(lines: Sequence[str]) -> Iterator[Draft | Refused]:
    """Each article of an export; one that is cut is refused with its number."""
    is_old = any(_NUMBERED.match(line) for line in lines)
    for number, (article, is_ended) in enumerate(_articles(lines, is_old), 1):
        if not is_ended:
            message = f"article {number:,} of this export ends without `End of Document`"
            yield Refused("cut-file", message, "export it again; the articles before it are whole")
            return
        yield _draft(number, _parts_old(article) if is_old else _parts_uni(article))


def _articles(lines: Sequence[str], is_old: bool) -> Iterator[tuple[list[str], bool]]:
    """The lines of each article, and whether its end was there. The cover of an export is none."""
    article: list[str] = []
    for line in lines:
        if is_old and _NUMBERED.match(line):
            if any(map(str.strip, article)) and _has_fields(article):
                yield article, True
            article = []
        elif not is_old and _END.match(line.strip()):
            yield _without_cover(article), True
            article = []
        else:
            article.append(line)
    if _has_fields(article):
        # The older exports end an article by the next one's number alone.
        yield (article, True) if is_old else (_without_cover(article), False)


def _has_fields(lines: Sequence[str]) -> bool:
    return any(_FIELD.match(line.strip()) or _COPYRIGHT.match(line.strip()) for line in lines)


def _without_cover(lines: list[str]) -> list[str]:
    """The lines from the headline on: a cover lists the articles, and says who exported them."""
    first = next((number for number, line in enumerate(lines) if _COPYRIGHT.match(line.strip())), 0)
    start = max(0, first - _HEAD_LINES)
    cover = [
        number for number in range(start, first) if _COVER.match(lines[number]) and not day_of(lines[number].strip())
    ]
    return lines[cover[-1] + 1 :] if cover else lines


def _parts_uni(lines: Sequence[str]) -> _Parts:
    parts = _Parts()
    body = next((number for number, line in enumerate(lines) if _BODY.match(line.strip())), None)
    for number, line in enumerate(lines):
        text = line.strip()
        if not text:
            if body is not None and number > body:
                parts.text.append("")
        elif body is None or number < body:
            _head_line(parts, text)
        elif number > body and not _below(parts, text):
            parts.text.append(text)
    if body is None:
        # A brief has no `Body` line: what stands below its last field is the text.
        fields = [number for number, line in enumerate(lines) if _FIELD.match(line.strip())]
        parts.text = [line.strip() for line in lines[(fields[-1] if fields else len(lines)) + 1 :]]
    return parts


def _field(text: str) -> tuple[str, str]:
    """The field that a line states, by its English name, and its value; empty where it states none."""
    match = _FIELD.match(text)
    name = match["name"].lower() if match else ""
    return _SAME_AS.get(name, name), match["value"].strip() if match else ""


def _head_line(parts: _Parts, text: str) -> None:
    name, value = _field(text)
    if name:
        parts.fields.setdefault(name, value)
    elif not _COPYRIGHT.match(text):
        parts.above.append(text)


def _below(parts: _Parts, text: str) -> bool:
    """Whether a line is a field below the text, or stands below one."""
    name, value = _field(text)
    if name in _BELOW:
        parts.fields.setdefault(name, value)
    parts.is_ended = parts.is_ended or name in _BELOW or bool(_ENDS_TEXT.match(text))
    return parts.is_ended


def _parts_old(lines: Sequence[str]) -> _Parts:
    """The older form: outlet and day, then the headline, then fields in capitals, then the text."""
    parts = _Parts()
    seen_fields = False
    for line in lines:
        text = line.strip()
        name, value = _field(text)
        if name and (text.partition(":")[0].isupper() or not seen_fields):
            seen_fields = True
            parts.fields.setdefault(name, value)
        elif "load-date" in parts.fields or _COPYRIGHT.match(text):
            continue
        elif not seen_fields:
            parts.above += [text] if text else []
        else:
            parts.text.append(text)
    return parts


def _draft(number: int, parts: _Parts) -> Draft | Refused:
    text = _paragraphs(parts.text)
    if not text:
        return Refused("no-article-text", f"article {number:,} of this export has no text", "leave it out")
    day = next((line for line in parts.above if day_of(line)), "")
    names = [line for line in parts.above if line != day]
    # The outlet stands right above its day; the headline is the first line, or what follows the day.
    place = parts.above.index(day) if day else 0
    outlet = parts.above[place - 1] if place else (names[1] if len(names) > 1 else "")
    title = next((line for line in names if line != outlet), "")
    statements: list[Statement] = []
    remarks: list[str] = []
    page = _PAGE.search(parts.fields.get("section", ""))
    for name, value in (
        ("title", title),
        ("published", day),
        ("author", parts.fields.get("byline", "")),
        ("dateline", parts.fields.get("dateline", "")),
        ("language", parts.fields.get("language", "").partition(";")[0]),
        ("page", page[1] if page else ""),
    ):
        statement, remark = declared(name, value, WHERE)
        statements += [statement] if statement else []
        remarks += [remark] if remark else []
    stated = _WORDS.search(parts.fields.get("length", ""))
    verdict = judged_export(text, int(re.sub(r"\D", "", stated[1])) if stated else 0)
    return Draft(
        text=text,
        statements=tuple(statements),
        outlet=tidy(outlet),
        remarks=tuple(remarks),
        completeness=verdict.value,
        completeness_reason=verdict.reason,
        record=number,
        record_unit="article",
    )


def _paragraphs(lines: Sequence[str]) -> tuple[str, ...]:
    """Paragraphs of a text: lines of print that empty lines part are joined, where most lines are short."""
    filled = [line for line in lines if line]
    is_wrapped = "" in lines and len(filled) > 3 and sum(len(line) < 90 for line in filled) > 0.9 * len(filled)
    if not is_wrapped:
        return tuple(filled)
    joined = " ".join(line or "\n" for line in lines).split("\n")
    return tuple(text for paragraph in joined if (text := " ".join(paragraph.split())))


EXPORT = Export(name="Nexis", is_lines=is_nexis, read_lines=read_nexis)
