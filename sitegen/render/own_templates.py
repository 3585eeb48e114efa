"""Tells what is wrong in a template of an archive, with its file and line.

Before a build, what can be choices without a page: its syntax, the names of other templates, the fields of `site` and
`page`. While it renders, the rest: a template that fails stops the build, and nothing is published.
"""

import difflib
import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import fields, is_dataclass
from types import NoneType, TracebackType, UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

from jinja2 import Environment, StrictUndefined, TemplateError, TemplateSyntaxError, nodes

from sitegen.diagnostics import Diagnostic, Location, SitegenError, error
from sitegen.render.assets import Theme
from sitegen.views.pages import AloneView, Frame, View

_INLINE = re.compile(
    r"""<style\b|<script(?![^<>]*(?:\bsrc=|application/ld\+json))|\s(?:style|on[a-z]+)\s*=\s*["']""", re.IGNORECASE
)
"""What the policy of the pages stops a browser from obeying."""


class MissingField(StrictUndefined):
    """What a template asks for and no value has: an error that names what there is."""

    @property
    def _undefined_message(self) -> str:
        """As a person would say it."""
        name, value = str(self._undefined_name), self._undefined_obj
        if is_dataclass(value):
            choices = _field_names(type(value))
            return f"`{type(value).__name__}` has no field `{name}`{_suggestion(name, choices)}"
        return f"there is no `{name}` here"


def _field_names(kind: type) -> list[str]:
    """The fields and properties of a value of the pages."""
    properties = [name for name, part in vars(kind).items() if isinstance(part, property) and name[:1] != "_"]
    return sorted([*(field.name for field in fields(kind)), *properties])


def _suggestion(name: str, choices: list[str]) -> str:
    """What follows a message about a name that is not there: its hint."""
    close = difflib.get_close_matches(name, choices, n=1)
    return f"; did you mean `{close[0]}`?" if close else f"; there is {', '.join(choices)}"


@contextmanager
def told_with_its_place(theme: Theme) -> Iterator[None]:
    """Raises SitegenError where a template of the archive fails, with its line. Other errors are mistakes of ours."""
    try:
        yield
    except SitegenError:
        raise
    except Exception as failure:
        if not theme.from_archive:
            raise
        place = _place(failure, failure.__traceback__, theme)
        if place is None:
            raise
        raise SitegenError(_failed(theme, place, str(failure) or type(failure).__name__)) from failure


def _place(failure: Exception, trace: TracebackType | None, theme: Theme) -> tuple[str, int] | None:
    """The innermost template of the archive that was at work, and its line."""
    by_path = {shown: name for name, shown in theme.from_archive.items()}
    if isinstance(failure, TemplateSyntaxError) and failure.filename in by_path:
        return by_path[failure.filename], failure.lineno
    place = None
    while trace is not None:
        path = trace.tb_frame.f_code.co_filename
        place = (by_path[path], trace.tb_lineno) if path in by_path else place
        trace = trace.tb_next
    return place


def _failed(theme: Theme, place: tuple[str, int], message: str) -> Diagnostic:
    name, number = place
    lines = theme.templates[name].splitlines()
    message, _, hint = message.partition("; ")
    return error(
        "template-failed",
        f"this template cannot be rendered: {message}",
        Location(path=theme.from_archive[name], line=number),
        line=lines[number - 1] if 0 < number <= len(lines) else "",
        hint=hint or "docs/theme.md lists what a template receives; without this file the theme's own is used",
    )


def template_mistakes(theme: Theme, environment: Environment) -> tuple[Diagnostic, ...]:
    """What is wrong in the archive's templates, as far as that can be choices before a page is made."""
    return tuple(problem for name in sorted(theme.from_archive) for problem in _mistakes(theme, environment, name))


def _mistakes(theme: Theme, environment: Environment, name: str) -> Iterator[Diagnostic]:
    source = theme.templates[name]
    try:
        tree = environment.parse(source, name, theme.from_archive[name])
        environment.compile(source, name, theme.from_archive[name])
    except TemplateSyntaxError as failure:
        yield _failed(theme, (name, failure.lineno), failure.message or "its syntax is wrong")
        return
    except TemplateError as failure:
        yield _failed(theme, (name, 1), str(failure))
        return
    for reference in tree.find_all((nodes.Extends, nodes.Include, nodes.Import, nodes.FromImport)):
        target = reference.template  # type: ignore[attr-defined]
        if isinstance(target, nodes.Const) and target.value not in theme.templates:
            message = f"there is no template `{target.value}`{_suggestion(str(target.value), sorted(theme.templates))}"
            yield _failed(theme, (name, reference.lineno), message)
    for node in tree.find_all(nodes.Getattr):
        kinds = _kinds_of(node.node)
        if kinds and not any(node.attr in _field_names(kind) for kind in kinds):
            choices = sorted({field for kind in kinds for field in _field_names(kind)})
            spoken = _spoken(node.node)
            message = f"`{spoken}` has no field `{node.attr}`{_suggestion(node.attr, choices)}"
            yield _failed(theme, (name, node.lineno), message)
    for number, line in enumerate(source.splitlines(), start=1):
        if _INLINE.search(line):
            message = "its pages allow no style or script inside them; put them into assets/css/ and assets/js/"
            yield _failed(theme, (name, number), message)


def _spoken(node: nodes.Node) -> str:
    return f"{_spoken(node.node)}.{node.attr}" if isinstance(node, nodes.Getattr) else str(getattr(node, "name", ""))


_ROOTS: Mapping[str, tuple[type, ...]] = {"site": (Frame,), "page": (*get_args(View), AloneView)}


def _kinds_of(node: nodes.Node) -> tuple[type, ...]:
    """What a chain of fields from `site` or `page` may be; empty where that cannot be choices."""
    if isinstance(node, nodes.Name):
        return _ROOTS.get(node.name, ())
    if not isinstance(node, nodes.Getattr):
        return ()
    hints = [get_type_hints(kind).get(node.attr) for kind in _kinds_of(node.node)]
    kinds = [_kinds_in(hint) for hint in hints if hint is not None]
    return tuple(dict.fromkeys(kind for group in kinds for kind in group)) if kinds and all(kinds) else ()


def _kinds_in(hint: Any) -> tuple[type, ...]:
    """The dataclasses that a field may hold; empty where it may hold anything else."""
    kinds = get_args(hint) if get_origin(hint) in (Union, UnionType) else (hint,)
    kinds = tuple(kind for kind in kinds if kind is not NoneType)
    return kinds if all(isinstance(kind, type) and is_dataclass(kind) for kind in kinds) else ()
