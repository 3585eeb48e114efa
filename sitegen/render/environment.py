"""Makes Jinja's environment from a theme that was read once, and renders pages with it.

Autoescape is on everywhere and undefined names are errors. `markup` is the one place that trusts a string: it is
for HTML that `read.sanitise` has passed or that examples.py cut from pages made here, and templates call it as a
filter by that name.

Words of the theme are messages of the catalogues: `{{ gettext("Search") }}`, and with what they are filled with,
`{{ ngettext("{count} word", "{count} words", block.words) }}`. An environment belongs to one theme and one language.
"""

import builtins
import json
from collections.abc import Callable, Mapping
from functools import partial
from types import MappingProxyType
from typing import Any

import markupsafe
from babel import Locale
from jinja2 import Environment, FunctionLoader, StrictUndefined, TemplateRuntimeError
from jinja2.sandbox import SandboxedEnvironment
from markupsafe import Markup, escape

from sitegen.changes.kinds import KINDS, Kind
from sitegen.diagnostics import Diagnostic
from sitegen.model import File
from sitegen.render.assets import Theme
from sitegen.render.compiling import FILTERS, SYNTAX, TemplateCompiler, compiled_before
from sitegen.render.own_templates import MissingField, template_mistakes, told_with_its_place
from sitegen.text.catalogues import Catalogue, catalogue_for
from sitegen.views.pages import Frame, Page, as_context

_NONE: Mapping[str, str] = MappingProxyType({})
_NO_FILES: Mapping[str, File] = MappingProxyType({})
_MOST_COUNTED = 200
"""Numbers up to which every form of a language for a whole number is met, but for those of millions."""


def markup(sanitised: str) -> Markup:
    """Marks a string as HTML. Only for what the sanitiser has passed, and for what is cut from finished pages."""
    return Markup(sanitised)


def script_data(text: str) -> Markup:
    """Marks JSON as what may stand in a `script` element: nothing in it can end that element or begin a comment."""
    return Markup(text.replace("<", "\\u003c"))


_inside: Callable[[str], str] = getattr(markupsafe, "_escape_inner", escape)
"""Escapes a plain string to a plain string, where markupsafe lends the function that it is built on."""


def escaped(value: Any) -> str:
    """As `escape`; what it returns is joined at once, and so needs not say that it is HTML: that took half the time."""
    kind = type(value)
    if kind is str:
        return _inside(value)
    return value if kind is Markup else str(value) if kind is int else escape(value)


class _Theme(Environment):
    """An environment whose templates get dataclasses alone, so that `a.b` is an attribute and nothing else.

    One that is missing is an AttributeError.
    """

    code_generator_class = TemplateCompiler
    getattr = staticmethod(builtins.getattr)  # type: ignore[assignment]
    escaped = staticmethod(escaped)

    def compile(self, source: Any, name: str | None = None, filename: str | None = None, *given: bool) -> Any:
        """As Jinja does, unless the template was compiled when the package was built."""
        before = None if given else compiled_before(name, source)
        if before is None:
            return super().compile(source, name, filename, *given)  # type: ignore[call-overload]
        return self._compile(before, filename or "<template>")


class _OwnTheme(SandboxedEnvironment):
    """The same for templates of an archive: they reach fields and nothing behind them. Values are frozen."""

    code_generator_class = TemplateCompiler
    escaped = staticmethod(escaped)


def make_environment(
    templates: Mapping[str, str],
    language: str = "en",
    from_archive: Mapping[str, str] = _NONE,
    pictures: Mapping[str, File] = _NO_FILES,
) -> Environment:
    """An environment for the theme's templates, by name, whose words are those of `language`.

    `from_archive` are those of the archive, each with its path: where there is one, all are rendered in a sandbox.
    """

    def source(name: str) -> tuple[str, str | None, None] | None:
        return (templates[name], from_archive.get(name, name), None) if name in templates else None

    environment: Environment = (_OwnTheme if from_archive else _Theme)(
        loader=FunctionLoader(source),
        undefined=MissingField if from_archive else StrictUndefined,
        auto_reload=False,
        cache_size=-1,
        **SYNTAX,
    )
    environment.filters |= dict(zip(FILTERS, (markup, script_data), strict=True))
    environment.globals["kind_classes"] = {kind.name: _classes(kind) for kind in KINDS}
    catalogue = catalogue_for(language)
    environment.globals["asset"] = partial(_address_of, pictures)
    environment.globals["gettext"] = _Messages(catalogue).gettext
    environment.globals["ngettext"] = _Messages(catalogue).ngettext
    environment.globals["number"] = catalogue.number
    environment.globals["listed"] = catalogue.listed
    environment.globals["counted_forms"] = partial(_counted_forms, catalogue)
    environment.globals["kind_names"] = {kind.name: catalogue.gettext(kind.tag) for kind in KINDS}
    return environment


def _address_of(pictures: Mapping[str, File], path: str) -> str:
    """The published path of a picture or face that the archive has in `assets/`."""
    if path not in pictures:
        raise TemplateRuntimeError(f"there is no file `assets/{path}`")
    return pictures[path].path


def _counted_forms(catalogue: Catalogue, singular: str, plural: str) -> str:
    """The forms of a message by CLDR's names of them, as JSON, for a script that counts: it fills `{count}` itself."""
    plural_form = Locale.parse(catalogue.locale).plural_form
    counts = {plural_form(count): count for count in range(_MOST_COUNTED, -1, -1)}
    forms = {name: catalogue.messages.ngettext(singular, plural, count) for name, count in sorted(counts.items())}
    return json.dumps(forms, ensure_ascii=False, separators=(",", ":"))


class _Messages:
    """The messages of a catalogue as HTML: what they are filled with is escaped, unless it is HTML itself."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue
        self._plain: dict[str, Markup] = {}

    def gettext(self, message: str, **values: Any) -> Markup:
        if values:
            return self._filled(self._catalogue.pattern(message), values)
        plain = self._plain.get(message)
        if plain is None:
            plain = self._plain[message] = escape(self._catalogue.gettext(message))
        return plain

    def ngettext(self, singular: str, plural: str, count: int, **values: Any) -> Markup:
        message = self._catalogue.messages.ngettext(singular, plural, count)
        return self._filled(message, {"count": self._catalogue.number(count), **values})

    @staticmethod
    def _filled(message: str, values: Mapping[str, Any]) -> Markup:
        return Markup(str(escape(message)).format_map(_Escaped(values)))


class _Escaped(dict[str, Any]):
    """Values as HTML, by the names of their placeholders."""

    def __getitem__(self, name: str) -> str:
        return escaped(super().__getitem__(name))


def _classes(kind: Kind) -> str:
    """The classes of what a change marks: its kind, and whether it matters or whispers."""
    looks = {"consequential": " matters", "style": " quiet"}
    return f"k-{kind.name}{looks.get(kind.group, '')}"


_MADE: dict[tuple[str, ...], Environment] = {}
"""Environments by the digest of their theme, their language and the paths of the archive's templates.

Templates are compiled when they are first rendered, unless they were when the package was built."""


def render_template(theme: Theme, language: str, name: str, context: Mapping[str, Any]) -> str:
    """What a template of the theme makes of a context, in the words of `language`."""
    key = (theme.digest, language, *theme.from_archive.values())
    environment = _MADE.get(key)
    if environment is None:
        environment = _MADE[key] = make_environment(theme.templates, language, theme.from_archive, theme.pictures)
    with told_with_its_place(theme):
        return environment.get_template(name).render(context)


def check_templates(theme: Theme) -> tuple[Diagnostic, ...]:
    """What is wrong in the templates that come from the archive; nothing is rendered."""
    if not theme.from_archive:
        return ()
    return template_mistakes(theme, make_environment(theme.templates, "en", theme.from_archive, theme.pictures))


def render_page(theme: Theme, frame: Frame, page: Page) -> File:
    """One page as the file it becomes."""
    html = render_template(theme, frame.language, page.template, as_context(frame, page))
    return File(f"{frame.folder}{page.path}", html.encode("utf-8"))
