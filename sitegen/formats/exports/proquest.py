"""Exports of ProQuest in text or RTF: articles between lines of underscores, each of field lines (`Full text: ...`).

After two open readers (pq_parser of the University of Minnesota, the parser of Alex Hanna) and ProQuest's published
list of fields: `Title`, `Author`, `Publication title`, `Publication date`, `Publication info`, `Pages`, `Full text`,
`Language of publication`, `Document URL`, `ProQuest document ID`. The files of this project's tests are of its own
making; none was seen that a paying account exported.
"""

import re
from collections.abc import Iterator, Sequence

from sitegen.formats.declared import declared
from sitegen.formats.draft import Draft, Statement, tidy
from sitegen.formats.format import Export
from sitegen.formats.webpages.completeness import judged_lines
from sitegen.read.refusal import Refused

_RULE = re.compile(r"_{20,}$")
_DOCUMENT = re.compile(r"document \d{1,6} of \d{1,6}$", re.IGNORECASE)
_LISTED_FIELDS = """
    title|author|publication title|publication date|publication info|publication year|publication subject|pages|page
    full text|abstract|links|language of publication|document url|proquest document id|copyright|last updated|database
    subject|location|people|company / organization|section|dateline|place of publication|country of publication
    publisher|issn|source type|document type|volume|issue|first page|identifier / keyword|classification|credit
    illustration|number of pages|document feature|column|edition|business indexing term|e-issn|alternate title|dateline
"""
_NAMES = frozenset(name.strip() for line in _LISTED_FIELDS.splitlines() for name in line.split("|") if name.strip())
_FIELD = re.compile(r"([A-Z][A-Za-z/ -]{2,30}): ?(.*)$")
_FIELDS = (
    ("title", "title"), ("author", "author"), ("published", "publication date"), ("page", "pages"),
    ("page", "first page"), ("language", "language of publication"), ("dateline", "dateline"), ("credit", "credit"),
)  # fmt: skip
_MARKS = frozenset({"full text", "proquest document id"})
_NOT_HELD = re.compile(r"(?:not available|none available|n'est pas disponible)\.?", re.IGNORECASE)


def is_proquest(lines: Sequence[str]) -> bool:
    """Whether a document is an export: the fields that each of its articles has stand there."""
    names = {_field(line)[0] for line in lines}
    return names >= _MARKS and bool(names & {"publication title", "publication info"})


def read_proquest(lines: Sequence[str]) -> Iterator[Draft | Refused]:
    """Each article of an export; one whose text it does not hold is refused with its number."""
    number = 0
    for article in _articles(lines):
        fields, head = _fields(article)
        if not fields:
            continue
        number += 1
        # What ends an article is its number in the database; without it, the file breaks off.
        if "proquest document id" not in fields and "database" not in fields:
            message = f"article {number:,} of this export is cut: it has no `ProQuest document ID`"
            yield Refused("cut-file", message, "export it again; the articles before it are whole")
            return
        yield _draft(number, fields, head)


def _articles(lines: Sequence[str]) -> Iterator[list[str]]:
    article: list[str] = []
    for line in lines:
        if _RULE.match(line.strip()) or _DOCUMENT.match(line.strip()):
            yield article
            article = []
        else:
            article.append(line.strip())
    yield article


def _field(line: str) -> tuple[str, str]:
    match = _FIELD.match(line.strip())
    name = match[1].lower().strip() if match else ""
    return (name, match[2].strip()) if match and name in _NAMES else ("", "")


def _fields(article: Sequence[str]) -> tuple[dict[str, list[str]], str]:
    """The lines of each field, and the headline above the first."""
    fields: dict[str, list[str]] = {}
    name = head = ""
    for line in article:
        begun, value = _field(line)
        # Inside a text a paragraph may begin like a field; what follows the text stands below an empty line.
        if begun and not (name == "full text" and fields[name] and fields[name][-1]):
            name = begun
            fields.setdefault(name, [])
            line = value
        if not name:
            head = head or line
        elif line or name == "full text":
            fields[name].append(line)
    return fields, head


def _draft(number: int, fields: dict[str, list[str]], head: str) -> Draft | Refused:
    text = tuple(line for line in fields.get("full text", ()) if line)
    if not text or (len(text) == 1 and _NOT_HELD.fullmatch(text[0])):
        return Refused("no-article-text", f"article {number:,} of this export has no full text", "leave it out")
    values = {name: " ".join(filter(None, lines)) for name, lines in fields.items()}
    values.setdefault("title", head)
    statements: dict[str, Statement] = {}
    remarks: list[str] = []
    for field, name in _FIELDS:
        statement, remark = declared(field, values.get(name, ""), "the export")
        if statement:
            statements.setdefault(field, statement)
        remarks += [remark] if remark else []
    verdict = judged_lines(text)
    outlet = values.get("publication title") or values.get("publication info", "").partition(";")[0].partition(",")[0]
    return Draft(
        text=text,
        statements=tuple(statements.values()),
        outlet=tidy(re.sub(r"[;(\[].*$", "", outlet)),
        remarks=tuple(remarks),
        completeness=verdict.value,
        completeness_reason=verdict.reason,
        record=number,
        record_unit="article",
    )


EXPORT = Export(name="ProQuest", is_lines=is_proquest, read_lines=read_proquest)
