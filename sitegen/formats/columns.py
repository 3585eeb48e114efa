"""Which column of a table is which field of an article, and a row as a draft. Knows no file format.

Columns are guessed by their names alone, with those that Media Cloud, news-please, fundus and other programs give them;
a map that an editor wrote goes before every guess. What a row holds is declared by whoever made the table.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from sitegen.formats.declared import day_of, declared
from sitegen.formats.draft import AddressOnly, Draft, Statement, tidy
from sitegen.formats.markup import is_markup, markup_lines
from sitegen.formats.webpages.completeness import judged_lines
from sitegen.frozen import dataclass
from sitegen.read.fields import ARTICLE
from sitegen.read.refusal import Refused
from sitegen.read.synonyms import READ_AS, folded

TEXT, OUTLET = "text", "outlet"
"""What a map has beside the fields of an article: the text itself, and the name of the outlet as a reader knows it."""
_TEXT_NAMES = """
    text body content fulltext full_text article_text article_body maintext main_text plaintext plain_text story_text
    content_text content_html articlebody article
"""
_OUTLET_NAMES = """
    outlet media_name source_name publication publisher newspaper paper site_name source media source_domain domain
"""
_FIRST_OF = {TEXT: tuple(_TEXT_NAMES.split()), OUTLET: tuple(_OUTLET_NAMES.split())}
_PUBLISHED = (
    "published",
    "date_publish",
    "publishing_date",
    "publish_date",
    "pub_date",
    "published_at",
    "date_published",
    "date",
)
_LONGEST_CELL = 32_767
"""Characters of a cell of a spreadsheet; a text that is as long was cut by the program that wrote it."""
_GUESSED = (
    *("title", "url", "archived", "published", "updated", "captured", "author", "editor", "credit", "dateline"),
    *("language", "license", "page", "tags"),
)
"""Fields that a column may be guessed for. Those that say how articles belong together are taken by a map alone."""
_MOST_PARTS = 10_000
_COLUMN = "column `{}`"
"""Where a value of a row was read, as its article says."""
_COLUMN_NAME = re.compile(r"column `(.+)`")
_OFFERED = ("title", "author", "credit", "published", "updated", "url", "language")
"""Fields for which an editor is shown the values of other columns."""
_MOST_OFFERED = 8
"""Columns that are offered for a field; a crawl has sixty."""
_LONGEST_OFFERED = 200
"""Characters of a value that may be a title, a name, a day or an address; a longer one is a text."""
_LANGUAGE_TAG = re.compile(r"[a-z]{2,3}(?:[-_][A-Za-z]{2,4})?")
_NAMED = re.compile(r"[^\W\d_]{2}")
"""What a title or name holds, and a number does not."""

ColumnMap = Mapping[str, str]
"""The column of each field: fields of an article, TEXT and OUTLET."""


def fields_of_map() -> tuple[str, ...]:
    """The names that a map may have."""
    return (TEXT, OUTLET, *(name for name in ARTICLE if name not in ("source", "format")))


def guessed_map(columns: Sequence[str], declared_map: ColumnMap) -> ColumnMap:
    """The map of a table's columns: what was given, and for other fields the column whose name can only mean them.

    Raises Refused where a given column is not there, or no column is the text.
    """
    if missing := [column for column in declared_map.values() if column not in columns]:
        hint = f"its columns are: {', '.join(columns[:40])}"
        raise Refused("bad-map", f"this table has no column `{tidy(missing[0])}`, which the map names", hint)
    free = {folded(column): column for column in reversed(columns) if column not in declared_map.values()}
    columns_of = dict(declared_map)
    for field, names in (*_FIRST_OF.items(), ("published", _PUBLISHED)):
        column = next((free[name] for name in names if name in free), "")
        if field not in columns_of and column:
            columns_of[field] = column
            del free[folded(column)]
    for name, column in reversed(free.items()):
        field = name if name in ARTICLE else READ_AS["an article"].get(name, "")
        if field in _GUESSED and field not in columns_of:
            columns_of[field] = column
    if TEXT not in columns_of and "url" not in columns_of:
        hint = f"its columns are: {', '.join(columns[:40])}; name that of the text with `--map`"
        raise Refused("no-text-column", "no column of this table is the text of its articles", hint)
    return columns_of


def described_map(columns: ColumnMap, header: Sequence[str]) -> str:
    """A map for people, with the columns that are left."""
    taken = ", ".join(f"{field} from `{tidy(column)}`" for field, column in columns.items())
    left = [tidy(column) for column in header if column not in columns.values()]
    return f"columns: {taken}" + (f"; not taken: {', '.join(left[:40])}" if left else "")


@dataclass(frozen=True, slots=True, kw_only=True)
class TableRow:
    """One row of a table."""

    number: int
    """As the program that shows it counts, from 1; the header is a row too."""
    values: Mapping[str, Any]
    """By column."""


def row_findings(
    row: TableRow, columns: ColumnMap, row_numbers: frozenset[int] | None
) -> Iterator[Draft | AddressOnly | Refused]:
    """What a row is; of a row that is asked for by its number also what its other columns hold, of others nothing."""
    if row_numbers is None:
        yield row_finding(row, columns)
    elif row.number in row_numbers:
        finding = row_finding(row, columns)
        yield replace(finding, candidates=_candidates(row, columns)) if isinstance(finding, Draft) else finding


def column_of(place: str) -> str:
    """The column that a place names, by which an article says where a value of it was read; empty for other places."""
    named = _COLUMN_NAME.fullmatch(place)
    return named[1] if named else ""


def _candidates(row: TableRow, columns: ColumnMap) -> tuple[Statement, ...]:
    """What columns hold that a field could take: those first whose name means the field."""
    values = {
        column: _one_line(value)
        for column, value in row.values.items()
        if column != columns.get(TEXT) and len(str(value)) <= _LONGEST_OFFERED
    }
    return tuple(statement for field in _OFFERED for statement in _offered(field, values))


def _offered(field: str, values: Mapping[str, str]) -> list[Statement]:
    ordered = sorted(values, key=lambda column: READ_AS["an article"].get(folded(column), folded(column)) != field)
    statements = (declared(field, values[column], _COLUMN.format(tidy(column)))[0] for column in ordered)
    return [statement for statement in statements if statement and _may_be(field, statement.value)][:_MOST_OFFERED]


def _may_be(field: str, value: str) -> bool:
    """Whether a value looks like what a field holds: front matter would take any word for a title or a language."""
    if field == "language":
        return bool(_LANGUAGE_TAG.fullmatch(value))
    if field in ("title", "author", "credit"):
        return bool(_NAMED.search(value)) and "://" not in value and not day_of(value)
    return True


def row_finding(row: TableRow, columns: ColumnMap) -> Draft | AddressOnly | Refused:
    """The article of a row, its address where it has no text, or why it is neither."""
    text = flat_text(row.values.get(columns.get(TEXT, "")))
    is_full = len(text) == _LONGEST_CELL
    lines = markup_lines(text) if is_markup(text) else tuple(line.strip() for line in text.splitlines())
    if not any(lines):
        if address := declared("url", _one_line(row.values.get(columns.get("url", ""))), "")[0]:
            return AddressOnly(url=address.value, place=f"row {row.number:,}")
        where = f"`{tidy(columns[TEXT])}`" if TEXT in columns else "any column"
        return Refused("no-article-text", f"row {row.number:,} has no text in {where}", "leave it out")
    statements, remarks = [], []
    for field, column in columns.items():
        if field in (TEXT, OUTLET):
            continue
        value = _one_line(row.values.get(column))
        statement, remark = declared(field, value, _COLUMN.format(tidy(column)))
        statements += [statement] if statement else []
        remarks += [remark] if remark else []
    verdict = judged_lines(lines)
    reason = "the text is as long as a cell may be" if is_full else _locked(row)
    return Draft(
        text=lines,
        statements=tuple(statements),
        text_place=_COLUMN.format(tidy(columns[TEXT])),
        outlet=_one_line(row.values.get(columns.get(OUTLET, ""))),
        remarks=tuple(remarks),
        completeness="partial" if reason else verdict.value,
        completeness_reason=reason or verdict.reason,
        record=row.number,
        record_unit="row",
    )


def _locked(row: TableRow) -> str:
    """Why a text is partial by what its crawler saw: fundus writes `free_access`, and false before a paywall."""
    return "its crawler met a paywall (`free_access` is false)" if row.values.get("free_access") is False else ""


def flat_text(value: Any) -> str:
    """The text in a value of a table or of JSON: a list is paragraphs, of an object the values in their order."""
    return "\n\n".join(part for part in _parts(value) if part.strip())


def _parts(value: Any) -> Iterator[str]:
    waiting = [value]
    left = _MOST_PARTS
    while waiting and left:
        left -= 1
        part = waiting.pop(0)
        if isinstance(part, str):
            yield part
        elif isinstance(part, list):
            waiting[:0] = part
        elif isinstance(part, dict):
            waiting[:0] = part.values()


def _one_line(value: Any) -> str:
    """A value as one line: a list of names is several, an object with a name is that name."""
    if isinstance(value, list):
        return ", ".join(filter(None, (_one_line(part) for part in value[:50])))
    if isinstance(value, dict):
        return _one_line(value.get("name", ""))
    return "" if value is None or isinstance(value, bool) else tidy(str(value))
