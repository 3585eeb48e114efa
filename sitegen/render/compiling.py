"""Compiles the theme's templates to Python source: when the package is built, or else when a page is rendered.

To compile those of one story takes .25 CPU seconds, a fifth of a build after an edit. What was compiled beforehand is
part of the package, as trusted as its code, and used for just the same template under the same version of Jinja; the
cache holds none. Imports nothing of the package, since it also runs before there is one (`hatch_build.py`).
"""

import hashlib
import inspect
import json
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any

import jinja2
from jinja2 import Environment, nodes
from jinja2.compiler import CodeGenerator
from jinja2.compiler import Frame as Scope

COMPILED = "_templates.json"
"""A file of the package, made when that is built; a checkout that was not installed has none."""
SYNTAX: Mapping[str, Any] = {
    "autoescape": True,
    "trim_blocks": True,
    "lstrip_blocks": True,
    "keep_trailing_newline": True,
}
"""What decides how a template is read."""
FILTERS = ("markup", "script_data")
"""Those that are the theme's own: Jinja refuses a template with one that it does not know."""


class TemplateCompiler(CodeGenerator):
    """Escapes all that is printed with `escaped` of the environment."""

    def _output_child_pre(self, node: nodes.Expr, frame: Scope, finalize: Any) -> None:
        if frame.eval_ctx.volatile or not frame.eval_ctx.autoescape or finalize.src is not None:
            super()._output_child_pre(node, frame, finalize)
        else:
            self.write("environment.escaped(")


class _Plain(Environment):
    code_generator_class = TemplateCompiler


def compile_theme(sources: Mapping[str, str]) -> bytes:
    """The content of the file `COMPILED` for templates by their names."""
    environment = _Plain(**SYNTAX)
    environment.filters |= dict.fromkeys(FILTERS, _not_yet)
    code = {
        name: [_digest(sources[name]), environment.compile(sources[name], name, name, raw=True)]
        for name in sorted(sources)
    }
    return json.dumps({"compiler": _compiler(), "templates": code}).encode()


def _not_yet(_: object) -> str:
    """In the place of a filter, which Jinja may try on what is constant; then it leaves that for the rendering."""
    raise NotImplementedError


def compiled_before(name: str | None, source: str) -> str | None:
    """The Python source that a template was compiled to when the package was built; None where it has changed since."""
    digest, code = _compiled().get(name or "", ("", None))
    return code if code is not None and digest == _digest(source) else None


@cache
def _compiled() -> Mapping[str, tuple[str, str]]:
    try:
        compiled = json.loads(_content())
    except (OSError, ValueError):
        return {}
    templates: Mapping[str, tuple[str, str]] = compiled["templates"] if compiled["compiler"] == _compiler() else {}
    return templates


def _content() -> bytes:
    return files("sitegen").joinpath(COMPILED).read_bytes()


def _compiler() -> str:
    """Of all besides a template that decides what it is compiled to."""
    return f"{jinja2.__version__} {_digest(inspect.getsource(TemplateCompiler) + repr([dict(SYNTAX), FILTERS]))}"


def _digest(source: str) -> str:
    return hashlib.sha256(source.encode("utf-8", "surrogatepass")).hexdigest()
