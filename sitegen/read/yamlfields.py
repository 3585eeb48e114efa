"""Reads YAML as keys and texts, each with its place, and refuses the rest of YAML. Knows no field and no file.

Works on the events of libyaml and not on its tree: events come one by one, so depth, aliases and tags are refused
before anything is built, and nothing recurses. `safe_load` fails us in five ways: it keeps the last of two equal
keys, makes False of `NO`, 80 of `1:20`, and lets ValueError and RecursionError through.
"""

import re
from collections.abc import Iterator

import yaml

from sitegen.frozen import dataclass
from sitegen.read.lines import Mark


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldValue:
    """A text of the front matter."""

    text: str
    mark: Mark


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """A key and what stands after it."""

    key: FieldValue
    values: tuple[FieldValue, ...]
    """One for a text, any number for a list."""
    is_list: bool

    @property
    def first(self) -> Mark:
        """Where its value begins; where its key stands when it has none."""
        return self.values[0].mark if self.values else self.key.mark


class RefusedYaml(Exception):
    """What the YAML may not hold, and where."""

    def __init__(self, code: str, message: str, mark: Mark, hint: str = "") -> None:
        super().__init__(message)
        self.code, self.message, self.mark, self.hint = code, message, mark, hint


def yaml_fields(text: str, depth: int) -> Iterator[Field]:
    """The fields of a text that stands from line 2 of its file on.

    Raises RefusedYaml for what may not stand there, and yaml.YAMLError for what is no YAML.
    """
    lines = text.split("\n")[:-1]
    if simple := [_SIMPLE.fullmatch(line) for line in lines if line.isprintable()]:
        matches = [match for match in simple if match]
        if len(matches) == len(lines):
            return iter([_simple_field(number, match) for number, match in enumerate(matches, start=2)])
    return _yaml_fields(text, depth)


_SIMPLE = re.compile(r"""([a-z][a-z_]{0,60}): ("[^"\\]*"|[A-Za-z0-9]+(?:[-_./ ][A-Za-z0-9]+)*)""")
"""A line of which libyaml, too, would say that it is a key and a text: most are, and it takes ten times as long."""


def _simple_field(number: int, match: re.Match[str]) -> Field:
    key, text = match.groups()
    return Field(
        key=FieldValue(text=key, mark=Mark(line=number, column=1, width=len(key))),
        values=(FieldValue(text=text.strip('"'), mark=Mark(line=number, column=match.start(2) + 1, width=len(text))),),
        is_list=False,
    )


def _yaml_fields(text: str, depth: int) -> Iterator[Field]:
    events = (_checked(event) for event in yaml.parse(text, Loader=yaml.CSafeLoader))
    first = next(
        (event for event in events if not isinstance(event, yaml.StreamStartEvent | yaml.DocumentStartEvent)), None
    )
    if first is None or isinstance(first, yaml.StreamEndEvent):
        return
    if not isinstance(first, yaml.MappingStartEvent):
        if isinstance(first, yaml.ScalarEvent) and not first.value:
            return
        raise RefusedYaml(
            "not-fields", "front matter must be lines of a field and its value", _mark(first), "write `title: ...`"
        )
    for event in events:
        if isinstance(event, yaml.MappingEndEvent):
            break
        yield _field(_key(event), events, depth)
    for event in events:
        if not isinstance(event, yaml.DocumentEndEvent | yaml.StreamEndEvent):
            raise RefusedYaml(
                "not-fields", "only one document may stand in the front matter", _mark(event), "remove it"
            )


def _field(key: FieldValue, events: Iterator[yaml.Event], depth: int) -> Field:
    event = next(events)
    if isinstance(event, yaml.ScalarEvent):
        return Field(key=key, values=(_value(event),), is_list=False)
    if isinstance(event, yaml.MappingStartEvent):
        _skip(event, events, depth)
        raise RefusedYaml(
            "not-a-text",
            f"`{key.text}` must be a text or a list of texts, and is a group of fields",
            key.mark,
            "put the value in quotation marks if it holds a colon",
        )
    values: list[FieldValue] = []
    for event in events:
        if isinstance(event, yaml.SequenceEndEvent):
            break
        if not isinstance(event, yaml.ScalarEvent):
            mark = _mark(event)
            _skip(event, events, depth)
            message = f"`{key.text}` must be a list of texts, and holds a list or a group"
            raise RefusedYaml("not-a-text", message, mark, "write each text after a `-` of its own")
        values.append(_value(event))
    return Field(key=key, values=tuple(values), is_list=True)


def _skip(event: yaml.Event, events: Iterator[yaml.Event], depth: int) -> None:
    """Passes over a list or group, refusing one that is nested too deep."""
    level = 1
    while level:
        if level > depth:
            message = f"this is nested deeper than `limits.front_matter_depth`, {depth}"
            raise RefusedYaml("too-deep", message, _mark(event), "write a text, or a list of texts")
        event = next(events)
        level += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)


def _checked(event: yaml.Event) -> yaml.Event:
    if isinstance(event, yaml.AliasEvent):
        raise RefusedYaml(
            "alias", "a value may not refer to another with `*`", _mark(event), "write the value out, or quote it"
        )
    if isinstance(event, yaml.NodeEvent) and event.anchor:
        raise RefusedYaml("alias", "a value may not be named with `&`", _mark(event), "put it in quotation marks")
    if isinstance(event, yaml.ScalarEvent | yaml.CollectionStartEvent) and event.tag:
        raise RefusedYaml("yaml-tag", "a value may not have a type with `!`", _mark(event), "put it in quotation marks")
    return event


def _key(event: yaml.Event) -> FieldValue:
    if not isinstance(event, yaml.ScalarEvent):
        raise RefusedYaml("not-fields", "the name of a field must be a word", _mark(event), "write `title: ...`")
    if event.value == "<<":
        raise RefusedYaml("merge-key", "fields may not be merged with `<<`", _mark(event), "write the fields out")
    return _value(event)


def _value(event: yaml.ScalarEvent) -> FieldValue:
    return FieldValue(text=event.value, mark=_mark(event))


def _mark(event: yaml.Event) -> Mark:
    """Where an event stands in the file, whose first line is the opening `---`."""
    start, end = event.start_mark, event.end_mark
    if start is None or end is None:
        return Mark(line=1, column=1)
    width = end.column - start.column if end.line == start.line else 1
    return Mark(line=start.line + 2, column=start.column + 1, width=max(1, width))
