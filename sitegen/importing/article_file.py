"""The article file that is made of what was found. Text only; shelf.py finds it a place.

Fields hold facts alone: what the page says of itself, what the capture recorded. Where each was read, and what was
seen and not taken, stands in comments, which a build passes over.
"""

import json
import re
from collections.abc import Sequence

from sitegen import __version__
from sitegen.formats.draft import Draft
from sitegen.read.decode import clean
from sitegen.read.fields import ARTICLE
from sitegen.text.ids import id_of_path

_NOT_A_WORD = re.compile(r"[^\w]+")
_APOSTROPHE = re.compile(r"(?<=\w)['’](?=\w)")
_LONGEST_NAME = 60
"""Bytes of a file's name; two of them stand in the name of a comparison."""
ORIGINAL = "# original: "
OUTLET = "# outlet: "
"""Before the name that a page gives its outlet, and the places where it does (hosts.py reads them)."""
RECORD = "# record: "
"""Before the unit and number of a record: `byte 17`, `row 3`, `article 2`."""
FENCE = "\n---\n"
"""Between the front matter of an article's file and its text."""


def article_text(draft: Draft, *, original: str, imported_from: str, size: int) -> str:
    """The whole file. `original` is the path of the original below the content folder."""
    fields = {statement.field: statement.value for statement in draft.statements}
    if draft.completeness_reason:
        fields["completeness"] = draft.completeness
        fields["completeness_reason"] = draft.completeness_reason
    fields["format"] = "text"
    lines = [f"{name}: {quoted(fields[name])}" for name in ARTICLE if name in fields]
    comments = provenance(draft, original=original, imported_from=imported_from, size=size)
    return "\n".join(["---", *lines, *comments, "---", "", body_text(draft.text), ""])


def body_text(lines: Sequence[str]) -> str:
    """The text below the front matter."""
    return "\n\n".join(lines) if _is_blocks(lines) else "\n".join(lines).strip("\n")


def provenance(draft: Draft, *, original: str, imported_from: str, size: int) -> list[str]:
    """Comment lines: where the file came from, and where each fact was read."""
    where = [f"{_place_comment(statement.field)}{statement.where}" for statement in draft.statements]
    text = [f"{_place_comment('text')}{_comment(draft.text_place)}"] if draft.text_place else []
    outlet = [f"{OUTLET}{_comment(draft.outlet)}, from {', '.join(draft.outlet_places)}"] if draft.outlet_places else []
    record = [f"{RECORD}{draft.record_unit} {draft.record}"] if draft.record is not None else []
    return [
        f"# added by sitegen {__version__} from {_comment(imported_from)}, {size:,} bytes",
        f"{ORIGINAL}{original}",
        *record,
        *where,
        *text,
        *outlet,
        *(f"# {_comment(remark)}" for remark in draft.remarks),
    ]


def _place_comment(field: str) -> str:
    """Before where a value was read; which source it is has a reason and no place."""
    return "# source: " if field == "source" else f"# {field}: from "


def with_provenance(lines: tuple[str, ...], comments: list[str]) -> str:
    """A text that has front matter of its own, with comments as the first lines of that."""
    return "\n".join([lines[0], *comments, *lines[1:]])


def name_of(text: str) -> str:
    """A file's name for a title: its first words, in any script; empty where it has none."""
    words = _NOT_A_WORD.sub("-", _APOSTROPHE.sub("", text)).replace("_", "-").strip("-").lower()
    name = ""
    for word in words.split("-"):
        longer = f"{name}-{word}" if name else word
        if len(longer.encode()) > _LONGEST_NAME:
            break
        name = longer
    name = name or words.encode()[:_LONGEST_NAME].decode("utf-8", "ignore")
    return id_of_path(name, _LONGEST_NAME + 20) if name else ""


def _is_blocks(lines: Sequence[str]) -> bool:
    """Whether each line is a block; texts that have empty lines or front matter of their own stay as they are."""
    return all(line.strip() for line in lines)


def quoted(value: str) -> str:
    """A YAML text; values are one printable line already, and JSON's texts are YAML's."""
    return value if re.fullmatch(r"[A-Za-z0-9][A-Za-z0-9_-]*", value) else json.dumps(value, ensure_ascii=False)


def _comment(text: str) -> str:
    """In one line and printable: names of files may hold anything."""
    return clean(" ".join(text.split()))


def field_value(lines: Sequence[str], field: str) -> str:
    """What a field says in the lines of front matter; empty where it is not there."""
    line = next((line for line in lines if line.startswith(f"{field}:")), "")
    value = line.partition(":")[2].strip()
    return value[1:-1].replace('\\"', '"') if value.startswith('"') and value.endswith('"') else value
