"""Takes a theme apart: templates for Jinja, style sheets and scripts joined into one file each.

Assets carry a digest in their names, so that a host may keep them for ever and the pages of an
older generation keep theirs.
"""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass

from sitegen.model import File
from sitegen.text.catalogues import ENGLISH, catalogue_for, whole_languages

_KINDS = {"css": "assets/css/", "js": "assets/js/"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Theme:
    """A theme, read once for a whole build."""

    templates: Mapping[str, str]
    css: File
    js: File
    icon: File
    feed_css: File
    """Of feeds, which a browser shows as XML."""
    digest: str
    """SHA-256 of all it holds."""


def make_theme(files: Mapping[str, bytes]) -> Theme:
    """The theme in `files` (path below its folder -> bytes)."""
    templates = {path: data.decode("utf-8") for path, data in files.items() if path.endswith((".html", ".xml"))}
    whole = hashlib.sha256()
    for path in sorted(files):
        whole.update(path.encode() + b"\0" + files[path] + b"\0")
    return Theme(
        templates=templates,
        css=_joined(files, "css", _spoken_marks()),
        js=_joined(files, "js"),
        icon=_named("svg", files.get("assets/icon.svg", b"")),
        feed_css=_named("css", files.get("assets/feed.css", b""), "feed"),
        digest=whole.hexdigest(),
    )


def asset_files(theme: Theme) -> tuple[File, ...]:
    """The published assets."""
    return (theme.css, theme.js, theme.icon, theme.feed_css)


def _joined(files: Mapping[str, bytes], kind: str, more: str = "") -> File:
    """All files of one kind, in the order of their names."""
    parts = [files[path] for path in sorted(files) if path.startswith(_KINDS[kind]) and path.endswith("." + kind)]
    return _named(kind, b"\n".join(part.rstrip() for part in parts) + b"\n" + more.encode())


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
