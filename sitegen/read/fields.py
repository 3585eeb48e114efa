"""The fields of an article, a source and a story: which there are and what each may hold. Reads no file.

A field that is wrong is told and left out; the others keep their values, so that one run tells every mistake.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial
from types import MappingProxyType
from typing import Any, get_args

from sitegen.config import Limits
from sitegen.diagnostics import Diagnostic
from sitegen.frozen import dataclass
from sitegen.model import Completeness, Rights, SourceKind, TextFormat
from sitegen.read.decode import UNPRINTABLE, clean
from sitegen.read.frontmatter import FrontMatter
from sitegen.read.hints import nearest
from sitegen.read.lines import Mark, TextFile, error_at, one_line, warning_at
from sitegen.read.synonyms import ADVICE, READ_AS, folded
from sitegen.read.values import RefusedValue, address, choice, country, flag, language, moment
from sitegen.read.yamlfields import Field
from sitegen.text.ids import id_of_path

_NOT_IN_ID = re.compile(r"[^\w.-]")
_LINE_ENDS = re.compile("[\x85\u2028\u2029]")
_BY = re.compile(r"^by:?\s+(?=\S)", re.IGNORECASE)


def _names(text: str) -> tuple[str, ...]:
    return tuple(name for name in (one_line(one) for one in text.split(",")) if name)


def _story(text: str, longest: int = Limits().id_bytes) -> str:
    name = one_line(text)
    if name == id_of_path(name, longest):
        return name
    meant = id_of_path(_NOT_IN_ID.sub(" ", name), longest)
    hint = f"letters, digits, `-`, `_` and `.` may stand in it, like `{meant}`"
    raise RefusedValue("bad-id", f"`{name}` cannot be the id of a story", hint)


Parser = Callable[[str], Any]

ARTICLE: Mapping[str, Parser] = MappingProxyType(
    {
        "title": one_line,
        "source": one_line,
        "url": address,
        "archived": address,
        "published": moment,
        "updated": moment,
        "captured": moment,
        "author": one_line,
        "editor": one_line,
        "credit": one_line,
        "dateline": one_line,
        "language": language,
        "story": _story,
        "base": flag,
        "translation_of": one_line,
        "version_of": one_line,
        "not_with": _names,
        "license": one_line,
        "completeness": lambda text: choice(text, get_args(Completeness)),
        "completeness_reason": one_line,
        "rights": lambda text: choice(text, get_args(Rights)),
        "withdrawn": flag,
        "format": lambda text: choice(text, get_args(TextFormat)),
        "page": one_line,
        "tags": _names,
        "notes": str.strip,
    }
)


def _folder(text: str) -> str:
    name = one_line(text).removeprefix("./").rstrip("/")
    if not name or "\\" in name or name.startswith("/") or ".." in name.split("/"):
        message = f"`{one_line(text)[:80]}` is no folder below the content folder"
        raise RefusedValue("bad-folder", message, "write it like `texts/daily-anchor`, as seen from the content folder")
    return name


SOURCE: Mapping[str, Parser] = MappingProxyType(
    {
        "name": one_line,
        "kind": lambda text: choice(text, get_args(SourceKind)),
        "home": address,
        "country": country,
        "language": language,
        "folder": _folder,
        "furniture": lambda text: tuple(one for line in text.splitlines() if (one := one_line(line))),
        "rights": lambda text: choice(text, get_args(Rights)),
    }
)


def _order(text: str) -> int:
    if not re.fullmatch(r"-?\d{1,4}", text.strip(), re.ASCII):
        raise RefusedValue("bad-number", f"`{one_line(text)[:40]}` is not a whole number", "write it like `2`")
    return int(text)


PAGE: Mapping[str, Parser] = MappingProxyType({"title": one_line, "language": language, "menu": flag, "order": _order})
STORY: Mapping[str, Parser] = MappingProxyType({"title": one_line, "summary": one_line, "base": one_line})
_LISTS = ("tags", "not_with", "furniture")
_PERSONS = ("author", "editor")
"""Fields of one text that may name several."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fields:
    """The values that could be taken, and where each stands."""

    values: Mapping[str, Any]
    """By field."""
    marks: Mapping[str, Mark]
    """By field; and for each text of a list by `field: text`."""


def article_fields(longest: int) -> Mapping[str, Parser]:
    """Those of an article, where an id may have so many bytes."""
    return {**ARTICLE, "story": partial(_story, longest=longest)}


def take_fields(
    file: TextFile, front: FrontMatter, table: Mapping[str, Parser], what: str
) -> tuple[Fields, tuple[Diagnostic, ...]]:
    """Parses each field by `table`. `what` names the thing described: `an article`."""
    values: dict[str, Any] = {}
    marks: dict[str, Mark] = {}
    problems: list[Diagnostic] = []
    fields: dict[str, Field] = {field.key.text: field for field in front.fields if field.key.text in table}
    for written in front.fields:
        field = written
        if written.key.text not in table:
            name = _meant(written.key.text, table, what)
            problems.append(_foreign(file, written, name, fields.get(name), table, what))
            if not name or name in fields:
                continue
            field = fields[name] = _as_meant(written, name)
        name = field.key.text
        problems += _unprintable(file, field)
        try:
            value = _parsed(field, table[name])
        except RefusedValue as refusal:
            problems.append(error_at(file, field.first, refusal.code, refusal.message, refusal.hint))
            continue
        if value not in ("", (), None):
            values[name] = value
            marks[name] = field.first
            marks.update({f"{name}: {one_line(one.text)}": one.mark for one in field.values if field.is_list})
    return Fields(values=values, marks=marks), tuple(problems)


def _foreign(
    file: TextFile, field: Field, meant: str, beside: Field | None, table: Mapping[str, Parser], what: str
) -> Diagnostic:
    """What to say of a name that is not ours: which field it is read as, which it repeats, or what to do about it."""
    shown = one_line(clean(field.key.text))
    if beside:
        message = f"`{shown}` means `{meant}`, which is given on line {beside.key.mark.line}"
        return error_at(file, field.key.mark, "duplicate-field", message, "remove one of them")
    if meant:
        message = f"`{shown}` is not a field of {what}, and is read as `{meant}`"
        return warning_at(file, field.key.mark, "read-as-meant", message, f"write `{meant}`")
    # By meaning first: by spelling `subtitle` would be `title`.
    advice = ADVICE[what].get(folded(field.key.text))
    near = "" if advice else nearest(field.key.text, table) or nearest(folded(field.key.text), READ_AS[what])
    listed = f"the fields of {what} are: {', '.join(table)}"
    hint = advice or (f"did you mean `{READ_AS[what].get(near, near)}`?" if near else listed)
    return error_at(file, field.key.mark, "unknown-field", f"`{shown}` is not a field of {what}", hint)


def _meant(written: str, table: Mapping[str, Parser], what: str) -> str:
    """The field that a name which is none can only mean; empty where it may mean several, or none."""
    name = folded(written)
    return name if name in table else READ_AS[what].get(name, "")


def _as_meant(field: Field, name: str) -> Field:
    """A field under the name that it means. A list of one text is that text; a byline loses its `By`."""
    values = field.values
    if name == "author":
        values = tuple(replace(value, text=_BY.sub("", value.text, count=1)) for value in values if value.text)
    is_list = field.is_list and (name in _LISTS or len(values) != 1)
    return replace(field, key=replace(field.key, text=name), values=values or field.values, is_list=is_list)


def _parsed(field: Field, parse: Parser) -> Any:
    """The value of a field; None when nothing stands there."""
    texts = [_LINE_ENDS.sub("\n", clean(one.text)) for one in field.values]
    if field.key.text in _LISTS:
        return (
            tuple(dict.fromkeys(one_line(text) for text in texts if text.strip())) if field.is_list else parse(texts[0])
        )
    if field.is_list:
        joined = f"{field.key.text}: {', '.join(one_line(text) for text in texts)}"
        hint = f"write `{joined}`" if field.key.text in _PERSONS and texts else "write it in one line"
        raise RefusedValue("not-a-text", f"`{field.key.text}` must be one text, and is a list", hint)
    return parse(texts[0]) if texts[0].strip() else None


def _unprintable(file: TextFile, field: Field) -> list[Diagnostic]:
    """Escapes such as `\\x1b` bring characters that the text of the file could not hold."""
    return [
        warning_at(
            file,
            value.mark,
            "unprintable",
            f"an unprintable character, U+{ord(found[0]):04X}, shown as U+FFFD",
            "remove it, unless the outlet printed it",
        )
        for value in field.values
        if (found := UNPRINTABLE.search(value.text))
    ]
