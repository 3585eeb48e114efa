"""Makes Jinja's environment from a theme that was read once, and renders pages with it.

Autoescape is on everywhere and undefined names are errors. `markup` is the one place that trusts a string: it is
for HTML that `read.sanitise` has passed, and templates call it as a filter by that name.
"""

import builtins
from collections.abc import Callable, Mapping
from typing import Any

import markupsafe
from jinja2 import DictLoader, Environment, StrictUndefined, nodes
from jinja2.compiler import CodeGenerator
from jinja2.compiler import Frame as Scope
from markupsafe import Markup, escape

from sitegen.changes.kinds import KINDS, Kind
from sitegen.model import File
from sitegen.render.assets import Theme
from sitegen.views.pages import Frame, Page, as_context


def markup(sanitised: str) -> Markup:
    """Marks a string as HTML. Only for what the sanitiser has passed."""
    return Markup(sanitised)


_inside: Callable[[str], str] = getattr(markupsafe, "_escape_inner", escape)
"""Escapes a plain string to a plain string, where markupsafe lends the function that it is built on."""


def escaped(value: Any) -> str:
    """As `escape`; what it returns is joined at once, and so needs not say that it is HTML: that took half the time."""
    kind = type(value)
    if kind is str:
        return _inside(value)
    return value if kind is Markup else str(value) if kind is int else escape(value)


class _Compiler(CodeGenerator):
    """Escapes all that is printed with `escaped`."""

    def _output_child_pre(self, node: nodes.Expr, frame: Scope, finalize: Any) -> None:
        if frame.eval_ctx.volatile or not frame.eval_ctx.autoescape or finalize.src is not None:
            super()._output_child_pre(node, frame, finalize)
        else:
            self.write("environment.escaped(")


class _Theme(Environment):
    """An environment whose templates get dataclasses alone, so that `a.b` is an attribute and nothing else.

    One that is missing is an AttributeError.
    """

    code_generator_class = _Compiler
    getattr = staticmethod(builtins.getattr)  # type: ignore[assignment]
    escaped = staticmethod(escaped)


def make_environment(templates: Mapping[str, str]) -> Environment:
    """An environment for the theme's templates, by name."""
    environment = _Theme(
        loader=DictLoader(dict(templates)),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        auto_reload=False,
        cache_size=-1,
    )
    environment.filters["markup"] = markup
    environment.globals["kind_classes"] = {kind.name: _classes(kind) for kind in KINDS}
    return environment


def _classes(kind: Kind) -> str:
    """The classes of what a change marks: its kind, and whether it matters or whispers."""
    looks = {"consequential": " matters", "style": " quiet"}
    return f"k-{kind.name}{looks.get(kind.group, '')}"


_MADE: dict[str, Environment] = {}
"""Environments by the digest of their theme: making one compiles every template."""


def render_template(theme: Theme, name: str, context: Mapping[str, Any]) -> str:
    """What a template of the theme makes of a context."""
    environment = _MADE.get(theme.digest)
    if environment is None:
        environment = _MADE[theme.digest] = make_environment(theme.templates)
    return environment.get_template(name).render(context)


def render_page(theme: Theme, frame: Frame, page: Page) -> File:
    """One page as the file it becomes."""
    return File(page.path, render_template(theme, page.template, as_context(frame, page)).encode("utf-8"))
