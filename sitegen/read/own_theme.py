"""Reads the files of an archive that take the place of the theme's: templates, style sheets, pictures, faces.

What a template may say is checked where it is rendered.
"""

import re
from pathlib import Path, PurePosixPath

from sitegen.config import LOOK_COLOURS, Config, place_of
from sitegen.diagnostics import Diagnostic, Location, error, warning
from sitegen.model import ThemeFile
from sitegen.read.contrast import contrast
from sitegen.read.files import Entry, read_bytes
from sitegen.read.lines import one_line
from sitegen.read.walk import ASSETS, TEMPLATES, entries_below

_LEAST_CONTRAST = 4.5
_TOKEN = re.compile(r"--(\w+): light-dark\((#[0-9a-fA-F]{6}), (#[0-9a-fA-F]{6})\);")
_MOST_BYTES = 2_000_000
"""Of one file: a page of the site weighs a hundredth of it."""
_PICTURES = (".svg", ".png", ".jpg", ".jpeg", ".webp", ".avif", ".gif", ".ico")
_FACES = (".woff2", ".woff")
_TEXTS = (".html", ".css", ".js")


def read_own_theme(content: Path, config: Config) -> tuple[tuple[ThemeFile, ...], tuple[Diagnostic, ...]]:
    """The files of `templates/` and `assets/` where site.toml says `theme = true`, and the logo it names."""
    problems: list[Diagnostic] = []
    files: list[ThemeFile] = []
    entries = [entry for folder in (TEMPLATES, ASSETS) for entry in entries_below(content, folder, problems)]
    for entry in entries if config.theme else ():
        path = PurePosixPath(entry.relative)
        allowed = (".html",) if path.parts[0] == TEMPLATES else _suffixes_of(path)
        if path.suffix.lower() not in allowed:
            problems.append(_not_of_a_theme(entry, path, allowed))
            continue
        files += _read(content, entry, path.relative_to(TEMPLATES) if path.parts[0] == TEMPLATES else path, problems)
    if config.look.logo:
        files += _logo(content, config.look.logo, problems)
    return tuple(files), tuple(problems)


def _suffixes_of(path: PurePosixPath) -> tuple[str, ...]:
    """What may stand in a folder of assets: style sheets and scripts have folders of their own."""
    folder = path.parts[1] if len(path.parts) > 2 else ""
    return {"css": (".css",), "js": (".js",)}.get(folder, (*_PICTURES, *_FACES))


def _read(content: Path, entry: Entry, path: PurePosixPath, problems: list[Diagnostic]) -> list[ThemeFile]:
    data, wrong = read_bytes(content, entry, _MOST_BYTES, "")
    problems += wrong
    if data is None:
        return []
    if path.suffix.lower() in _TEXTS:
        try:
            data.decode("utf-8")
        except UnicodeDecodeError as failure:
            line = data[: failure.start].count(b"\n") + 1
            message = "this file of the theme is not UTF-8"
            place = Location(path=entry.shown, line=line)
            problems.append(error("theme-not-utf-8", message, place, hint="save it as UTF-8"))
            return []
    return [ThemeFile(path=path.as_posix(), shown=entry.shown, content=data)]


def _logo(content: Path, name: str, problems: list[Diagnostic]) -> list[ThemeFile]:
    """The logo under the path `logo`, with the suffix that it has."""
    path = PurePosixPath(name)
    suffix = path.suffix.lower()
    place, line = _place_of_setting(content, "logo")
    entry = Entry(relative=name, shown=f"{content}/{name}", real=name)
    if path.is_absolute() or ".." in path.parts or suffix not in _PICTURES:
        message = f"`{one_line(name)}` is not the path of a picture in the content folder"
        problems.append(error("bad-logo", message, place, line=line, hint='write it like `logo = "assets/logo.svg"`'))
        return []
    if not (content / name).is_file():
        message = f"there is no file `{one_line(name)}` in the content folder"
        problems.append(error("bad-logo", message, place, line=line, hint="put the picture there, or remove this line"))
        return []
    return _read(content, Entry(relative=name, shown=entry.shown, real=name), PurePosixPath(f"logo{suffix}"), problems)


def hard_to_read(content: Path, config: Config, tokens: str) -> tuple[Diagnostic, ...]:
    """A warning for each colour of the settings that is too near to its background, in light or in dark.

    `tokens` is the style sheet with the theme's own colours.
    """
    theme_colours = {name: (light, dark) for name, light, dark in _TOKEN.findall(tokens)}
    colours = {**theme_colours, **{name: pair for name in LOOK_COLOURS if (pair := _pair(getattr(config.look, name)))}}
    problems = []
    for name in LOOK_COLOURS[1:]:
        contrasts = [contrast(colour, paper) for colour, paper in zip(colours[name], colours["paper"], strict=True)]
        setting = name if getattr(config.look, name) else "paper" if config.look.paper else ""
        if setting and min(contrasts) < _LEAST_CONTRAST:
            place, line = _place_of_setting(content, setting)
            scheme = "light" if contrasts[0] < _LEAST_CONTRAST else "dark"
            message = f"`{name}` on `paper` has a contrast of {min(contrasts):.1f} in {scheme}, too little to be read"
            hint = f"{_LEAST_CONTRAST} is the least (WCAG 2.2, 1.4.3): darker for light, lighter for dark"
            problems.append(warning("hard-to-read", message, place, line=line, hint=hint))
    return tuple(problems)


def _pair(value: str) -> tuple[str, str] | None:
    light, _, dark = value.partition(" ")
    return (light, dark or light) if light else None


def _place_of_setting(content: Path, setting: str) -> tuple[Location, str]:
    """Where site.toml sets it, with its line."""
    shown = str(content / "site.toml")
    read, _ = read_bytes(content, Entry(relative="site.toml", shown=shown, real="site.toml"), _MOST_BYTES, "")
    return place_of(read.decode("utf-8", "replace"), shown, setting) if read is not None else (Location(path=shown), "")


def _not_of_a_theme(entry: Entry, path: PurePosixPath, allowed: tuple[str, ...]) -> Diagnostic:
    return error(
        "not-of-a-theme",
        f"a file of {path.parent.as_posix()}/ must end in {' or '.join(allowed)}",
        Location(path=entry.shown),
        hint="remove it, or keep it outside templates/ and assets/",
    )
