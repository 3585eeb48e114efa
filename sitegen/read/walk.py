"""Lists what stands in a content folder and what each file is for. Opens no file.

Left alone: hidden files and folders, folders named `public` or with a leading `_`, what a browser saved beside a page,
`README.md` at the top, and every file whose suffix is not one of an article's.
"""

import os
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Literal

from sitegen.diagnostics import Diagnostic, Location, error
from sitegen.frozen import dataclass
from sitegen.read.decode import UNPRINTABLE
from sitegen.read.files import Entry, not_followed, unreadable
from sitegen.record import CORRECTIONS, EDITIONS

Role = Literal["config", "source", "story", "article", "record"]
SUFFIXES = (".md", ".markdown", ".txt", ".html", ".htm")
_SETTINGS = "site.toml"
TEMPLATES, ASSETS = "templates", "assets"
"""Folders of files that take the place of the theme's, where site.toml says so."""
_SOURCE_SUFFIXES = (".md", ".markdown")


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing:
    """The files of a content folder by what they are for, each sorted by path."""

    config: tuple[Entry, ...]
    sources: tuple[Entry, ...]
    stories: tuple[Entry, ...]
    articles: tuple[Entry, ...]
    records: tuple[Entry, ...]
    """Of editions and of corrections."""


def list_content(content: Path) -> tuple[Listing, tuple[Diagnostic, ...]]:
    """Everything below `content` that is to be read."""
    by_role: dict[Role, list[Entry]] = {"config": [], "source": [], "story": [], "article": [], "record": []}
    problems: list[Diagnostic] = []
    for entry in _entries(content, problems):
        role = _role(entry, problems)
        if role:
            by_role[role].append(entry)
    config, sources, stories, articles, records = (
        tuple(sorted(entries, key=lambda entry: entry.relative)) for entries in by_role.values()
    )
    listing = Listing(config=config, sources=sources, stories=stories, articles=articles, records=records)
    return listing, tuple(problems)


def with_pages(listing: Listing) -> tuple[Listing, tuple[Entry, ...], tuple[Diagnostic, ...]]:
    """A listing whose `pages/` are the editor's pages and no articles, and those pages; what else is there is told."""
    inside = [entry for entry in listing.articles if entry.relative.startswith("pages/")]
    pages = tuple(entry for entry in inside if _is_page(entry.relative))
    not_pages = tuple(_not_a_page(entry) for entry in inside if entry not in pages)
    articles = tuple(entry for entry in listing.articles if not entry.relative.startswith("pages/"))
    return replace(listing, articles=articles), pages, not_pages


def without_theme(listing: Listing) -> Listing:
    """A listing in which no file of `templates/` or `assets/` is an article."""
    of_theme = (f"{TEMPLATES}/", f"{ASSETS}/")
    return replace(
        listing, articles=tuple(entry for entry in listing.articles if not entry.relative.startswith(of_theme))
    )


def entries_below(content: Path, folder: str, problems: list[Diagnostic]) -> list[Entry]:
    """Every file below a folder of the content folder, sorted; none where there is no such folder."""
    if not os.path.isdir(os.path.join(content, folder)):
        return []
    return sorted(_entries(content, problems, folder), key=lambda entry: entry.relative)


def _is_page(relative: str) -> bool:
    return relative.count("/") == 1 and split_suffix(relative)[1] in _SOURCE_SUFFIXES


def _not_a_page(entry: Entry) -> Diagnostic:
    return error(
        "not-a-page",
        "a file below pages/ must be a page of the site, since site.toml says `pages = true`",
        Location(path=entry.shown),
        hint="write pages as `pages/<name>.md`, and keep articles outside pages/",
    )


def split_suffix(relative: str) -> tuple[str, str]:
    """A path without its suffix, and the suffix in lower case; only suffixes of articles count."""
    for suffix in SUFFIXES:
        if relative.lower().endswith(suffix):
            return relative[: -len(suffix)], suffix
    return relative, ""


def story_folder(relative: str) -> str:
    """Name of the folder below stories/ that a file stands in; empty when it stands in none."""
    parts = relative.split("/")
    return parts[1] if len(parts) > 2 and parts[0] == "stories" else ""


def _entries(content: Path, problems: list[Diagnostic], begin: str = "") -> Iterator[Entry]:
    real_root = os.path.realpath(content)
    waiting = [begin]
    while waiting:
        folder = waiting.pop()
        try:
            with os.scandir(os.path.join(content, folder)) as listing:
                listed = sorted(listing, key=lambda item: item.name)
        except OSError as failure:
            problems.append(unreadable(_shown(content, folder), failure))
            continue
        pages = {
            f"{stem}_files"
            for item in listed
            for stem, dot, end in [item.name.rpartition(".")]
            if end in ("html", "htm")
        }
        for item in listed:
            relative = f"{folder}/{item.name}" if folder else item.name
            if item.name.startswith("."):
                continue
            if item.is_dir(follow_symlinks=False):
                if item.name != "public" and not item.name.startswith("_") and item.name not in pages:
                    waiting.append(relative)
            elif entry := _file(content, real_root, relative, item, problems):
                yield entry


def _file(
    content: Path, real_root: str, relative: str, item: os.DirEntry[str], problems: list[Diagnostic]
) -> Entry | None:
    shown = _shown(content, relative)
    real = relative
    if item.is_symlink():
        target = os.path.realpath(item.path)
        inside = target.startswith(real_root.rstrip(os.sep) + os.sep)
        if not inside or os.path.isdir(target):
            if split_suffix(relative)[1] or relative == _SETTINGS or os.path.isdir(target):
                problems.append(not_followed(shown))
            return None
        real = os.path.relpath(target, real_root).replace(os.sep, "/")
    return Entry(relative=relative, shown=shown, real=real)


def _role(entry: Entry, problems: list[Diagnostic]) -> Role | None:
    relative = entry.relative
    if relative == _SETTINGS:
        return "config"
    if relative in (EDITIONS, CORRECTIONS):
        return "record"
    suffix = split_suffix(relative)[1]
    if not suffix or relative.casefold() == "readme.md":
        return None
    if UNPRINTABLE.search(relative) or any(char in relative for char in "\n\t\u2028\u2029\u0085"):
        problems.append(_bad_name(entry))
        return None
    parts = relative.split("/")
    if parts[0] == "sources":
        if len(parts) == 2 and suffix in _SOURCE_SUFFIXES:
            return "source"
        problems.append(_not_a_source(entry))
        return None
    return "story" if len(parts) == 3 and parts[0] == "stories" and parts[2].casefold() == "story.md" else "article"


def _shown(content: Path, relative: str) -> str:
    """How messages name a path; bytes that are no UTF-8 are written out."""
    folder = "" if str(content) == "." else f"{str(content).rstrip('/')}/"
    path = f"{folder}{relative}" if relative else str(content)
    return path.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")


def _bad_name(entry: Entry) -> Diagnostic:
    return error(
        "bad-name",
        "the name of this file holds a control character or bytes that are not UTF-8",
        Location(path=entry.shown),
        hint="rename the file",
    )


def _not_a_source(entry: Entry) -> Diagnostic:
    return error(
        "not-a-source",
        "a file below sources/ must describe a source",
        Location(path=entry.shown),
        hint="describe the outlet in `sources/<id>.md`, and keep articles outside sources/",
    )
