"""Which column of a table is which field of an article, and a row as a draft. Knows no file format.

Columns are guessed by their names alone, with those that Media Cloud, news-please, fundus and other programs give them;
a map that an editor wrote goes before every guess. What a row holds is declared by whoever made the table.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from sitegen.formats.declared import declared
from sitegen.formats.draft import AddressOnly, Draft, tidy
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
        statement, remark = declared(field, value, f"column `{tidy(column)}`")
        statements += [statement] if statement else []
        remarks += [remark] if remark else []
    verdict = judged_lines(lines)
    reason = "the text is as long as a cell may be" if is_full else _locked(row)
    return Draft(
        text=lines,
        statements=tuple(statements),
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
