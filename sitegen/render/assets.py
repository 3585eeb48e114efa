"""Takes a theme apart: templates for Jinja, style sheets joined into one file, scripts into one for each kind of page.

Assets carry a digest in their names, so that a host may keep them for ever and the pages of an
older generation keep theirs.
"""

import hashlib
import re
from collections.abc import Iterable, Mapping
from dataclasses import field

from sitegen.config import Appearance
from sitegen.frozen import dataclass
from sitegen.model import File, ThemeFile
from sitegen.render.look import look_css
from sitegen.render.shrinking import shrunk_css, shrunk_js
from sitegen.text.catalogues import ENGLISH, catalogue_for, whole_languages

_AS_IT_IS = Appearance()
_URL = re.compile(r"""url\(\s*(["']?)(?:\.\./|/?assets/)?([^"'()\s]+)\1\s*\)""")
_PAGES, _SEARCH = "pages", "search"
"""Folders of scripts: of every page but that of the search, and of that alone. Others are in the script of both."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Theme:
    """A theme, read once for a whole build."""

    templates: Mapping[str, str]
    """By name. An original that the archive has replaced stands under `theme/` and its name."""
    css: File
    js: File
    """The script of every page but that of the search."""
    search_js: File
    icon: File
    feed_css: File
    """Of feeds, which a browser shows as XML."""
    digest: str
    """SHA-256 of all it holds."""
    from_archive: Mapping[str, str] = field(default_factory=dict)
    """The templates that come from the archive, by name, each with its path as messages have it."""
    pictures: Mapping[str, File] = field(default_factory=dict)
    """Pictures and faces of the archive by their paths below `assets/`."""
    logo: File | None = None
    faces: Mapping[str, bytes] = field(default_factory=dict)
    """Files of the face of share cards, by its weights; empty where there are none."""


def make_theme(
    built_in: Mapping[str, bytes], archive_files: Iterable[ThemeFile] = (), look: Appearance = _AS_IT_IS
) -> Theme:
    """The theme in `built_in` (path below its folder -> bytes), with the files of the archive in their places."""
    replacing = {file.path: file for file in archive_files}
    logo = next((file for path, file in replacing.items() if path.startswith("logo.")), None)
    files = {**built_in, **{path: file.content for path, file in replacing.items() if file is not logo}}
    templates = {path: data.decode("utf-8") for path, data in files.items() if path.endswith((".html", ".xml"))}
    replaced = [path for path in replacing if path in built_in and path in templates]
    templates |= {f"theme/{path}": built_in[path].decode("utf-8") for path in replaced}
    pictures = {
        path.removeprefix("assets/"): _named(path.rpartition(".")[2], file.content)
        for path, file in sorted(replacing.items())
        if path.startswith("assets/") and not path.endswith((".css", ".js")) and path != "assets/icon.svg"
    }
    sha256 = hashlib.sha256()
    for path, data in sorted({**files, **{f"theme/{path}": built_in[path] for path in replaced}}.items()):
        sha256.update(path.encode() + b"\0" + data + b"\0")
    css = _with_addresses(_joined(files, "css", more=f"{_spoken_marks()}{look_css(look)}"), pictures)
    named_logo = _named(logo.path.rpartition(".")[2], logo.content) if logo else None
    sha256.update((css.path + (named_logo.path if named_logo else "")).encode())
    return Theme(
        templates=templates,
        css=css,
        js=_joined(files, "js", but=_SEARCH),
        search_js=_joined(files, "js", but=_PAGES, name="search"),
        icon=_named("svg", files.get("assets/icon.svg", b"")),
        feed_css=_named("css", files.get("assets/feed.css", b""), "feed"),
        digest=sha256.hexdigest(),
        from_archive={path: file.shown for path, file in replacing.items() if path in templates},
        pictures=pictures,
        logo=named_logo,
    )


def asset_files(theme: Theme) -> tuple[File, ...]:
    """The published assets, each once."""
    files = (
        theme.css,
        theme.js,
        theme.search_js,
        theme.icon,
        theme.feed_css,
        *theme.pictures.values(),
        *([theme.logo] if theme.logo else []),
    )
    return tuple({file.path: file for file in files}.values())


def _with_addresses(css: File, pictures: Mapping[str, File]) -> File:
    """The style sheet, whose `url(...)` name pictures and faces by their paths below `assets/`."""
    if not pictures:
        return css

    def address(named: re.Match[str]) -> str:
        file = pictures.get(named[2])
        # The style sheet stands in the same folder.
        return f"url({file.path.rpartition('/')[2]})" if file else named[0]

    return _named("css", _URL.sub(address, css.content.decode("utf-8")).encode())


def _joined(files: Mapping[str, bytes], kind: str, but: str = "", more: str = "", name: str = "site") -> File:
    """All files of one kind but those below the folder `but`, in the order of their names."""
    folder = f"assets/{kind}/"
    paths = [path for path in files if path.startswith(folder) and path.endswith(f".{kind}")]
    kept = sorted((path for path in paths if not but or not path.startswith(f"{folder}{but}/")), key=_file_name)
    shrink = shrunk_css if kind == "css" else shrunk_js
    texts = [*(files[path].decode("utf-8") for path in kept), more]
    return _named(kind, "".join(f"{text}\n" for text in map(shrink, texts) if text).encode(), name)


def _file_name(path: str) -> tuple[str, str]:
    return path.rpartition("/")[2], path


def _spoken_marks() -> str:
    """What is said before `del` and `ins` to those whose reader passes over their roles, in every language.

    Generated content comes from a style sheet alone, so the messages of the catalogues go there.
    """
    rules = []
    for language in whole_languages():
        catalogue = catalogue_for(language)
        selector = ":root" if catalogue is ENGLISH else f":root:lang({language})"
        deleted, inserted = catalogue.gettext("deleted:"), catalogue.gettext("inserted:")
        rules.append(f'{selector} {{ --said-deleted: "{deleted} "; --said-inserted: "{inserted} "; }}')
    return f"@layer tokens {{ {' '.join(rules)} }}\n"


def _named(kind: str, content: bytes, name: str = "site") -> File:
    return File(f"assets/{name}.{hashlib.sha256(content).hexdigest()[:10]}.{kind}", content)
