"""The style guide of an archive's theme: the specimen built by the same pipeline, and one page cut from its pages.

A preview shows it; nothing of it is ever published. Files are read and written by read/specimen.py.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path, PurePosixPath

from sitegen import __version__
from sitegen.config import Config, in_each_language
from sitegen.diagnostics import Diagnostic, Location, SitegenError, error
from sitegen.model import File, ThemeFile
from sitegen.pipeline.build import BuildOptions, build_site, theme_of
from sitegen.read.archive import read_sources
from sitegen.read.contrast import contrast
from sitegen.read.own_theme import read_own_theme
from sitegen.read.specimen import read_pages, write_files, write_specimen
from sitegen.read.theme import read_theme, theme_folder
from sitegen.render import Theme, render_page
from sitegen.render.examples import Example, Makers, fewest_examples, find_examples
from sitegen.render.look import look_css
from sitegen.render.selectors import root_tokens, styled_classes
from sitegen.views.common import Site, make_frame, make_head
from sitegen.views.pages import Page
from sitegen.views.pages.styleguide_view import (
    PageExample,
    ScriptedClass,
    SheetExamples,
    StyledClass,
    StyleguideView,
    Swatch,
    ThemeExample,
    TokenSample,
)

SPECIMEN = "specimen/"
"""Where the specimen's site stands below the style guide."""
_STYLE = "styleguide.css"
_PAPER = "paper"
_SHEETS, _SCRIPTS = "assets/css/", "assets/js/"
_COLOURS = re.compile(r"light-dark\((#[0-9a-fA-F]{6}), (#[0-9a-fA-F]{6})\)")
_MOST_PLACES = 3
"""Templates that are named for a class: some classes are everywhere."""
_FACE = re.compile(r"(?:serif|sans-serif|monospace)$")


def build_styleguide(
    content: Path, folder: Path, home: str, starter: Mapping[str, Mapping[str, str]]
) -> tuple[Diagnostic, ...]:
    """Builds the style guide of the archive in `content` at `folder`; what keeps it from that is in the theme.

    Its page is `index.html` there, and the specimen a published site in the folder `specimen`. `home` is the address of
    the guide, `starter` the files of a starter archive by language. Raises SitegenError where nothing could be built.
    """
    config, _, _ = read_sources(content)
    own_theme, _ = read_own_theme(content, config)
    texts, site = folder / "texts", folder / "specimen"
    try:
        language = config.main_language.partition("-")[0]
        write_specimen(texts, config, own_theme, home + SPECIMEN, starter.get(language, starter["en"]))
        problems = tuple(problem for problem in _built(texts, site) if problem.severity == "error")
        if problems:
            return tuple(_of_archive(problem, texts, content) for problem in problems)
        specimen, _, _ = read_sources(texts)
        theme, _ = theme_of(texts, specimen)
        write_files(folder, _guide_files(specimen, theme, own_theme, read_pages(site), home))
    except OSError as failure:
        reason = (failure.strerror or str(failure)).lower()
        place = Location(path=str(failure.filename or folder))
        raise SitegenError(error("unreadable", f"the style guide cannot be made: {reason}", place)) from failure
    return ()


def _built(texts: Path, site: Path) -> tuple[Diagnostic, ...]:
    try:
        # In this process: the preview's own build may need the others.
        return build_site(texts, site, BuildOptions(engine="here")).diagnostics
    except SitegenError as refused:
        return refused.diagnostics


def _of_archive(problem: Diagnostic, texts: Path, content: Path) -> Diagnostic:
    """What is wrong, at the file of the archive that was copied into the specimen."""
    path = problem.location.path.replace(str(texts), str(content), 1)
    return replace(problem, location=replace(problem.location, path=path))


def _guide_files(
    config: Config, theme: Theme, own_theme: Sequence[ThemeFile], pages: Mapping[str, str], home: str
) -> Iterator[File]:
    """The page of the guide, and its style sheet."""
    built_in = read_theme(theme_folder())
    assets = {**built_in, **{file.path: file.content for file in own_theme}}
    sheets = {
        PurePosixPath(path).name: assets[path].decode("utf-8")
        for path in sorted(assets)
        if path.startswith(_SHEETS) and path.endswith(".css")
    }
    scripts = {
        PurePosixPath(path).name: assets[path].decode("utf-8") for path in sorted(assets) if path.startswith(_SCRIPTS)
    }
    tokens = list(root_tokens("".join(sheets.values()) + look_css(config.look)))
    main, *further = in_each_language(config)
    in_main = {
        f"{config.root}{address}": page
        for address, page in pages.items()
        if not any(address.startswith(translated.folder) for translated in further)
    }
    frame = make_frame(
        main,
        css=theme.css.path,
        js=theme.js.path,
        icon=theme.icon.path,
        version=__version__,
        logo=theme.logo.path if theme.logo else "",
    )
    site = Site(config=main, frame=frame, sources={})
    title = site.catalogue.gettext("Style guide")
    head = make_head(site, title, title, "")
    head = replace(head, robots="noindex", canonical=home, languages=(), alternates=())
    classes = _first_sheets(sheets)
    examples = find_examples(in_main, classes)
    makers = Makers(theme.templates)
    view = StyleguideView(
        head=head,
        style=f"{config.root.removesuffix(SPECIMEN)}{_STYLE}",
        paper=f"--{_PAPER}",
        swatches=_swatches(dict(tokens)),
        faces=tuple(TokenSample(name=name, value=value) for name, value in _lengths_or_faces(tokens, faces=True)),
        sizes=tuple(TokenSample(name=name, value=value) for name, value in _lengths_or_faces(tokens, faces=False)),
        sheets=tuple(
            SheetExamples(id=sheet.removesuffix(".css"), sheet=sheet, examples=shown)
            for sheet in sheets
            if (shown := _examples([name for name in classes if classes[name] == sheet], examples, makers))
        ),
        kinds=tuple(
            PageExample(name=name, makers=_named(makers.of(name)), href=examples[name].page)
            for name in classes
            if name in examples and not examples[name].html
        ),
        without_example=tuple(
            ScriptedClass(name=_spoken(name), sheet=sheet, maker=_script(name, scripts))
            for name, sheet in classes.items()
            if name not in examples
        ),
    )
    guide = render_page(theme, frame, Page(url="", template="styleguide.html", view=view))
    yield guide
    yield File(_STYLE, built_in[f"assets/{_STYLE}"] + _samples(tokens).encode())


def _swatches(tokens: Mapping[str, str]) -> tuple[Swatch, ...]:
    colours = {name: values.groups() for name, value in tokens.items() if (values := _COLOURS.fullmatch(value))}
    papers = colours[_PAPER]
    return tuple(
        Swatch(
            name=name,
            light=light,
            dark=dark,
            on_light=f"{contrast(light, papers[0]):.1f} : 1",
            on_dark=f"{contrast(dark, papers[1]):.1f} : 1",
        )
        for name, (light, dark) in colours.items()
    )


def _lengths_or_faces(tokens: Sequence[tuple[str, str]], *, faces: bool) -> Iterator[tuple[str, str]]:
    """The tokens that are no colours: lists of faces, or lengths."""
    for name, value in dict(tokens).items():
        if not _COLOURS.fullmatch(value) and not value.startswith('"') and bool(_FACE.search(value)) == faces:
            yield name, value


def _samples(tokens: Sequence[tuple[str, str]]) -> str:
    """A rule for each face and size: the policy of pages allows no style inside them."""
    faces = (f".in-{name} {{ font-family: var(--{name}); }}" for name, _ in _lengths_or_faces(tokens, faces=True))
    sizes = (
        f".at-{name} {{ font-size: min(var(--{name}), 3.5rem); }} .of-{name} {{ inline-size: var(--{name}); }}"
        for name, _ in _lengths_or_faces(tokens, faces=False)
    )
    return "\n".join((*faces, *sizes, ""))


def _first_sheets(sheets: Mapping[str, str]) -> dict[str, str]:
    """The classes that the theme styles by themselves, each with the first sheet that does."""
    classes: dict[str, str] = {}
    for sheet, rules in sheets.items():
        for name in styled_classes(rules):
            classes.setdefault(name, sheet)
    return classes


def _examples(names: Sequence[str], examples: Mapping[str, Example], makers: Makers) -> tuple[ThemeExample, ...]:
    return tuple(
        ThemeExample(
            id=f"class-{shown[0].removesuffix('#')}",
            classes=tuple(StyledClass(name=_spoken(name), makers=_named(makers.of(name))) for name in shown),
            html=example.html,
            page=example.page,
        )
        for shown, example in fewest_examples(names, examples)
    )


def _spoken(name: str) -> str:
    return f"{name.removesuffix('#')}1 …" if name.endswith("#") else name


def _named(places: Sequence[str]) -> str:
    return ", ".join(places[:_MOST_PLACES]) + (" …" if len(places) > _MOST_PLACES else "")


def _script(name: str, scripts: Mapping[str, str]) -> str:
    """The script that writes the class."""
    written = re.compile(rf"[\"'`. ]{re.escape(name)}[\"'`. ]")
    return next((script for script, source in scripts.items() if written.search(source)), "")
