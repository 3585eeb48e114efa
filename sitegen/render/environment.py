"""Makes Jinja's environment from a theme that was read once, and renders pages with it.

Autoescape is on everywhere and undefined names are errors. `markup` is the one place that trusts a string: it is
for HTML that `read.sanitise` has passed, and templates call it as a filter by that name.
"""

from collections.abc import Mapping
from typing import Any

from jinja2 import DictLoader, Environment, StrictUndefined
from markupsafe import Markup

from sitegen.model import File
from sitegen.render.assets import Theme
from sitegen.views.pages import Frame, Page, as_context


def markup(sanitised: str) -> Markup:
    """Marks a string as HTML. Only for what the sanitiser has passed."""
    return Markup(sanitised)


def make_environment(templates: Mapping[str, str]) -> Environment:
    """An environment for the theme's templates, by name."""
    environment = Environment(
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
    return environment


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
