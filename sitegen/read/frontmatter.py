"""Cuts the front matter from a file, and says what is wrong with its YAML. Knows no field; yamlfields.py reads them."""

import re

import yaml

from sitegen.config import Limits
from sitegen.diagnostics import Diagnostic
from sitegen.frozen import dataclass
from sitegen.read.lines import Mark, TextFile, error_at
from sitegen.read.yamlfields import Field, RefusedYaml, yaml_fields

_FENCE = re.compile(r"---[ \t]*")
_ODD_FENCE = re.compile(r"(?:--|-{4,}|[—–]+|- - -|\.\.\.)[ \t]*")
"""What is meant as a fence and is none: editors make a dash of hyphens, and YAML ends a document with `...`."""
_TOML_FIELD = re.compile(r"""([A-Za-z_]\w*)[ \t]*=[ \t]*["']?([^"'\n]*)""")
_JSON_FIELD = re.compile(r"""\{\s*"([A-Za-z_]\w*)"\s*:\s*"?([^"\n,{}\[\]]*)""")
_LONGEST_EXAMPLE = 200
"""Characters of an author's line that a hint writes in another way."""
_NOT_PLAIN = frozenset("\"'[]{}|>&*!%@`#,?-")
"""Characters that a plain value of YAML does not begin with, or begins with at its peril."""
_FIELD_LINE = re.compile(r"([A-Za-z][\w-]*):[ \t]+(\S.*?)[ \t]*")
_LOOKS_LIKE_A_FIELD = re.compile(r"[^\W\d]\w*[ \t]*:(\s|$)")


@dataclass(frozen=True, slots=True, kw_only=True)
class FrontMatter:
    """What stands between the `---` lines, and where the body begins."""

    fields: tuple[Field, ...] = ()
    body: int = 1
    """1-based line."""
    whole: bool = True
    """Whether it could be read to its end."""


def read_front_matter(file: TextFile, suffix: str, limits: Limits) -> tuple[FrontMatter, tuple[Diagnostic, ...]]:
    """The front matter of a file that may have none."""
    if not _FENCE.fullmatch(file.line(1)):
        problems = _other_kind(file, suffix)
        # Its lines are no text: with a mistake the article is left out.
        return FrontMatter(whole=not problems), problems
    end = next((number for number, line in enumerate(file.lines[1:], 2) if _FENCE.fullmatch(line)), 0)
    if suffix == ".txt" and not _is_meant(file.lines[1 : end - 1] if end else ()):
        return FrontMatter(), ()
    if not end:
        odd = next((number for number, line in enumerate(file.lines[1:], 2) if _ODD_FENCE.fullmatch(line)), 0)
        hint = (
            f"write three hyphens in line {odd}, which should end it: `---`"
            if odd
            else "end it with a line `---` before the text begins"
        )
        return FrontMatter(whole=False), (file.error("unclosed", "the front matter has no end", width=3, hint=hint),)
    text = "\n".join(file.lines[1 : end - 1]) + "\n"
    size = len(text.encode())
    if size > limits.front_matter_bytes:
        problem = _too_long(file, size, limits)
        return FrontMatter(body=end + 1, whole=False), (problem,)
    return _parsed(file, text, end + 1, limits)


def _is_meant(lines: tuple[str, ...]) -> bool:
    """Whether lines between `---` are fields and not text between two printed rules."""
    first = next((line for line in lines if line.strip() and not line.startswith("#")), "")
    return bool(_LOOKS_LIKE_A_FIELD.match(first))


def _other_kind(file: TextFile, suffix: str) -> tuple[Diagnostic, ...]:
    if suffix == ".txt":
        return ()
    if file.line(1).rstrip() == "+++":
        return (_in_yaml(file, "front matter between `+++` lines is not read", _TOML_FIELD.match(file.line(2)), 3),)
    if json_field := _JSON_FIELD.match("\n".join(file.lines[:3])):
        return (_in_yaml(file, "front matter in JSON is not read", json_field, 1),)
    return ()


def _in_yaml(file: TextFile, message: str, field: re.Match[str] | None, width: int) -> Diagnostic:
    """An error for front matter in another notation; `field` is its first, with its name and its value."""
    example = f"{field[1]}: {field[2]}" if field and len(field[0]) <= _LONGEST_EXAMPLE else "title: ..."
    hint = f"write it as YAML between `---` lines: `{example}`"
    return file.error("not-yaml", message, width=width, hint=hint)


def _too_long(file: TextFile, size: int, limits: Limits) -> Diagnostic:
    return file.error(
        "front-matter-too-long",
        f"the front matter has {size:,} bytes, and `limits.front_matter_bytes` is {limits.front_matter_bytes:,}",
        hint="move long notes into the body, or raise `front_matter_bytes` under `[limits]` in site.toml",
    )


def _parsed(file: TextFile, text: str, body: int, limits: Limits) -> tuple[FrontMatter, tuple[Diagnostic, ...]]:
    front, problems, failure = _attempt(file, text, body, limits)
    if failure and "mapping values are not allowed" in str(failure.problem):
        # Only now: a line inside a quotation of several lines may look like a field with a colon in its value.
        second, quieter, still = _attempt(file, "\n".join(map(_with_colons_quoted, text.split("\n"))), body, limits)
        if not still and second.whole:
            return second, quieter
    return front, problems


def _with_colons_quoted(line: str) -> str:
    """A line of a field whose plain value has a colon before a space, quoted: `title: Water: the bill`."""
    field = _FIELD_LINE.fullmatch(line)
    if not field or field[2][0] in _NOT_PLAIN or " #" in field[2] or not re.search(r":(?:[ \t]|$)", field[2]):
        return line
    return f"{field[1]}: {_quoted(field[2])}"


def _quoted(value: str) -> str:
    """A value in the quotation marks that leave it as it is."""
    if '"' not in value and "\\" not in value:
        return f'"{value}"'
    doubled = value.replace("'", "''")
    return f"'{doubled}'"


def _attempt(
    file: TextFile, text: str, body: int, limits: Limits
) -> tuple[FrontMatter, tuple[Diagnostic, ...], yaml.MarkedYAMLError | None]:
    """The fields of a text, what is wrong with them, and what the parser raised."""
    raised: yaml.MarkedYAMLError | None = None
    fields: list[Field] = []
    problems: list[Diagnostic] = []
    whole = False
    try:
        for field in yaml_fields(text, limits.front_matter_depth):
            earlier = next((known_field for known_field in fields if known_field.key.text == field.key.text), None)
            if earlier:
                problems.append(_twice(file, field, earlier))
            else:
                fields.append(field)
        whole = True
    except RefusedYaml as refusal:
        problems.append(error_at(file, refusal.mark, refusal.code, refusal.message, refusal.hint))
    except yaml.YAMLError as failure:
        raised = failure if isinstance(failure, yaml.MarkedYAMLError) else None
        problems.append(_not_yaml(file, failure))
    except (ValueError, RecursionError):
        problems.append(file.error("not-yaml", "this front matter is not valid YAML", width=3))
    return FrontMatter(fields=tuple(fields), body=body, whole=whole), tuple(problems), raised


def _twice(file: TextFile, field: Field, earlier: Field) -> Diagnostic:
    message = f"`{field.key.text}` stands twice, first on line {earlier.key.mark.line}"
    return error_at(file, field.key.mark, "duplicate-field", message, "remove one of them")


_YAML_HINTS = (
    (
        "mapping values are not allowed",
        "put the value in quotation marks if it holds a colon, and begin each field at the start of its line",
    ),
    ("could not find expected ':'", "write `field: value`, and indent the lines of a long value"),
    ("found character that cannot start any token", "put the value in quotation marks, and indent with spaces"),
    ("found unexpected end of stream", "close the quotation marks"),
    ("invalid Unicode character escape", "write the character itself"),
    ("found unknown escape character", "put the value in single quotation marks"),
    ("did not find expected alphabetic", "put the value in quotation marks"),
    ("did not find expected <document start>", "remove this line: nothing may follow the end of the fields"),
    ("did not find expected", "check the quotation marks and brackets of this line and the one before"),
)


def _not_yaml(file: TextFile, failure: yaml.YAMLError) -> Diagnostic:
    problem = str(getattr(failure, "problem", None) or getattr(failure, "reason", None) or "it cannot be read")
    # A quotation that nobody closed is found at the end of everything; the author wants to know where it began.
    marks = ("problem_mark", "context_mark") if "end of stream" not in problem else ("context_mark", "problem_mark")
    place = next((candidate for name in marks if (candidate := getattr(failure, name, None))), None)
    mark = Mark(line=place.line + 2, column=place.column + 1) if place else Mark(line=1, column=1)
    hint = _mended_line(file.line(mark.line), problem) or next(
        (hint for start, hint in _YAML_HINTS if start in problem), ""
    )
    return error_at(file, mark, "not-yaml", f"this is not valid YAML: {problem}", hint)


def _mended_line(line: str, problem: str) -> str:
    """A hint that writes out a line whose value is one text and was taken for more; empty where it may be otherwise."""
    field = _FIELD_LINE.fullmatch(line)
    if not field or len(line) > _LONGEST_EXAMPLE or field[2][0] not in '"@`%' or not line.isprintable():
        return ""
    if not problem.startswith(("found character that cannot start", "did not find expected key")):
        return ""
    value = field[2]
    # `"The "water" bill"`: where the second mark opens, the first and the last were meant to enclose the whole.
    if value[0] == value[-1] == '"' and value[value.find('"', 1) - 1] == " ":
        value = value[1:-1]
    return f"write `{field[1]}: {_quoted(value)}`"
