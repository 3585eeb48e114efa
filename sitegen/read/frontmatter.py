"""Cuts the front matter from a file and reads its YAML as keys and texts, each with its place. Knows no field.

Works on the events of libyaml and not on its tree: events come one by one, so depth, aliases and tags are refused
before anything is built, and nothing recurses. `safe_load` fails us in five ways: it keeps the last of two equal
keys, makes False of `NO`, 80 of `1:20`, and lets ValueError and RecursionError through.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

import yaml

from sitegen.config import Limits
from sitegen.diagnostics import Diagnostic
from sitegen.read.lines import Mark, TextFile, error_at

_FENCE = re.compile(r"---[ \t]*")
_LOOKS_LIKE_A_FIELD = re.compile(r"[^\W\d]\w*[ \t]*:(\s|$)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Value:
    """A text of the front matter."""

    text: str
    mark: Mark


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """A key and what stands after it."""

    key: Value
    values: tuple[Value, ...]
    """One for a text, any number for a list."""
    is_list: bool

    @property
    def first(self) -> Mark:
        """Where its value begins; where its key stands when it has none."""
        return self.values[0].mark if self.values else self.key.mark


@dataclass(frozen=True, slots=True, kw_only=True)
class FrontMatter:
    """What stands between the `---` lines, and where the body begins."""

    fields: tuple[Field, ...] = ()
    body: int = 1
    """1-based line."""
    whole: bool = True
    """Whether it could be read to its end."""


class _Refused(Exception):
    """What the YAML may not hold, and where."""

    def __init__(self, code: str, message: str, mark: Mark, hint: str = "") -> None:
        super().__init__(message)
        self.code, self.message, self.mark, self.hint = code, message, mark, hint


def read_front_matter(file: TextFile, suffix: str, limits: Limits) -> tuple[FrontMatter, tuple[Diagnostic, ...]]:
    """The front matter of a file that may have none."""
    if not _FENCE.fullmatch(file.line(1)):
        return FrontMatter(), _other_kind(file, suffix)
    end = next((number for number, line in enumerate(file.lines[1:], 2) if _FENCE.fullmatch(line)), 0)
    if suffix == ".txt" and not _is_meant(file.lines[1 : end - 1] if end else ()):
        return FrontMatter(), ()
    if not end:
        hint = "end it with a line `---` before the text begins"
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
    if suffix == ".txt" or file.line(1).rstrip() != "+++":
        return ()
    hint = "write it as YAML between `---` lines: `title: ...`"
    return (file.error("not-yaml", "front matter between `+++` lines is not read", width=3, hint=hint),)


def _too_long(file: TextFile, size: int, limits: Limits) -> Diagnostic:
    return file.error(
        "front-matter-too-long",
        f"the front matter has {size:,} bytes, and `limits.front_matter_bytes` is {limits.front_matter_bytes:,}",
        hint="move long notes into the body, or raise `front_matter_bytes` under `[limits]` in site.toml",
    )


def _parsed(file: TextFile, text: str, body: int, limits: Limits) -> tuple[FrontMatter, tuple[Diagnostic, ...]]:
    fields: list[Field] = []
    problems: list[Diagnostic] = []
    whole = False
    try:
        for field in _fields(text, limits.front_matter_depth):
            earlier = next((one for one in fields if one.key.text == field.key.text), None)
            if earlier:
                problems.append(_twice(file, field, earlier))
            else:
                fields.append(field)
        whole = True
    except _Refused as refusal:
        problems.append(error_at(file, refusal.mark, refusal.code, refusal.message, refusal.hint))
    except yaml.YAMLError as failure:
        problems.append(_not_yaml(file, failure))
    except (ValueError, RecursionError):
        problems.append(file.error("not-yaml", "this front matter is not valid YAML", width=3))
    return FrontMatter(fields=tuple(fields), body=body, whole=whole), tuple(problems)


def _fields(text: str, depth: int) -> Iterator[Field]:
    events = (_checked(event) for event in yaml.parse(text, Loader=yaml.CSafeLoader))
    first = next((one for one in events if not isinstance(one, yaml.StreamStartEvent | yaml.DocumentStartEvent)), None)
    if first is None or isinstance(first, yaml.StreamEndEvent):
        return
    if not isinstance(first, yaml.MappingStartEvent):
        if isinstance(first, yaml.ScalarEvent) and not first.value:
            return
        raise _Refused(
            "not-fields", "front matter must be lines of a field and its value", _mark(first), "write `title: ...`"
        )
    for event in events:
        if isinstance(event, yaml.MappingEndEvent):
            break
        yield _field(_key(event), events, depth)
    for event in events:
        if not isinstance(event, yaml.DocumentEndEvent | yaml.StreamEndEvent):
            raise _Refused("not-fields", "only one document may stand in the front matter", _mark(event))


def _field(key: Value, events: Iterator[yaml.Event], depth: int) -> Field:
    event = next(events)
    if isinstance(event, yaml.ScalarEvent):
        return Field(key=key, values=(_value(event),), is_list=False)
    if isinstance(event, yaml.MappingStartEvent):
        _skip(event, events, depth)
        raise _Refused(
            "not-a-text",
            f"`{key.text}` must be a text or a list of texts, and is a group of fields",
            key.mark,
            "put the value in quotation marks if it holds a colon",
        )
    values: list[Value] = []
    for event in events:
        if isinstance(event, yaml.SequenceEndEvent):
            break
        if not isinstance(event, yaml.ScalarEvent):
            mark = _mark(event)
            _skip(event, events, depth)
            message = f"`{key.text}` must be a list of texts, and holds a list or a group"
            raise _Refused("not-a-text", message, mark, "write each text after a `-` of its own")
        values.append(_value(event))
    return Field(key=key, values=tuple(values), is_list=True)


def _skip(event: yaml.Event, events: Iterator[yaml.Event], depth: int) -> None:
    """Passes over a list or group, refusing one that is nested too deep."""
    level = 1
    while level:
        if level > depth:
            message = f"this is nested deeper than `limits.front_matter_depth`, {depth}"
            raise _Refused("too-deep", message, _mark(event), "write a text, or a list of texts")
        event = next(events)
        level += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)


def _checked(event: yaml.Event) -> yaml.Event:
    if isinstance(event, yaml.AliasEvent):
        raise _Refused(
            "alias", "a value may not refer to another with `*`", _mark(event), "write the value out, or quote it"
        )
    if isinstance(event, yaml.NodeEvent) and event.anchor:
        raise _Refused("alias", "a value may not be named with `&`", _mark(event), "put it in quotation marks")
    if isinstance(event, yaml.ScalarEvent | yaml.CollectionStartEvent) and event.tag:
        raise _Refused("yaml-tag", "a value may not have a type with `!`", _mark(event), "put it in quotation marks")
    return event


def _key(event: yaml.Event) -> Value:
    if not isinstance(event, yaml.ScalarEvent):
        raise _Refused("not-fields", "the name of a field must be a word", _mark(event), "write `title: ...`")
    if event.value == "<<":
        raise _Refused("merge-key", "fields may not be merged with `<<`", _mark(event), "write the fields out")
    return _value(event)


def _value(event: yaml.ScalarEvent) -> Value:
    return Value(text=event.value, mark=_mark(event))


def _mark(event: yaml.Event) -> Mark:
    """Where an event stands in the file, whose first line is the opening `---`."""
    start, end = event.start_mark, event.end_mark
    if start is None or end is None:
        return Mark(line=1, column=1)
    width = end.column - start.column if end.line == start.line else 1
    return Mark(line=start.line + 2, column=start.column + 1, width=max(1, width))


def _twice(file: TextFile, field: Field, earlier: Field) -> Diagnostic:
    message = f"`{field.key.text}` stands twice, first on line {earlier.key.mark.line}"
    return error_at(file, field.key.mark, "duplicate-field", message, "remove one of them")


_YAML_HINTS = (
    ("mapping values are not allowed", "put the value in quotation marks if it holds a colon"),
    ("could not find expected ':'", "write `field: value`, and indent the lines of a long value"),
    ("found character that cannot start any token", "put the value in quotation marks, and indent with spaces"),
    ("found unexpected end of stream", "close the quotation marks"),
    ("did not find expected", "check the quotation marks and brackets of this line and the one before"),
)


def _not_yaml(file: TextFile, failure: yaml.YAMLError) -> Diagnostic:
    problem = str(getattr(failure, "problem", None) or getattr(failure, "reason", None) or "it cannot be read")
    # A quotation that nobody closed is found at the end of everything; the author wants to know where it began.
    marks = ("problem_mark", "context_mark") if "end of stream" not in problem else ("context_mark", "problem_mark")
    place = next((one for name in marks if (one := getattr(failure, name, None))), None)
    mark = Mark(line=place.line + 2, column=place.column + 1) if place else Mark(line=1, column=1)
    hint = next((hint for start, hint in _YAML_HINTS if start in problem), "")
    return error_at(file, mark, "not-yaml", f"this is not valid YAML: {problem}", hint)
