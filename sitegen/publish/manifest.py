"""manifest.json: every file of a generation with its size and SHA-256. Says which files of a folder are ours.

Holds no clock, no path of the machine it was made on and no text of an article, and does not list itself. A manifest
that was read is never used to make a path: its entries are only looked up. `withheld` alone depends on what was
published before: it is there after a take-down, and names what must not be served any more.
"""

import json
from collections.abc import Iterable, Mapping
from dataclasses import field, replace
from functools import lru_cache
from json.encoder import encode_basestring as _text
from pathlib import Path
from typing import Any

from sitegen import __version__
from sitegen.frozen import dataclass
from sitegen.publish.files import read_regular
from sitegen.publish.withheld import Showing, Showings, Withheld, showings_from, showings_of_pages, withheld_from

MANIFEST = "manifest.json"
_ARTICLES = "articles"
GENERATOR = f"sitegen {__version__}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One file of a generation."""

    path: str
    """Relative to the site's root, `/` between its parts."""
    size: int
    """Bytes."""
    sha256: str
    """Hexadecimal, lower case."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Manifest:
    """What a folder says of itself. Without entries for a folder that is empty, absent or not ours."""

    content: bytes = b""
    """As it stands on disk."""
    entries: Mapping[str, Entry] = field(default_factory=dict)
    """By path."""
    articles: Showings | None = None
    """What is shown of each article; None where it does not say, as earlier versions did not."""
    withheld: Withheld = field(default_factory=Withheld)

    @property
    def shown(self) -> Showings:
        """What is shown of each article; where the manifest does not say, as much as its pages could show."""
        return showings_of_pages(self.entries) if self.articles is None else self.articles


def render_manifest(
    settings: Mapping[str, object],
    entries: Iterable[Entry],
    libraries: Mapping[str, str] | None = None,
    articles: Showings | None = None,
    withheld: Withheld | None = None,
) -> bytes:
    """The manifest as it is published. `settings` must be what JSON can hold, `libraries` are versions by name."""
    # Laid out as json.dumps(indent=1) would; that takes a second for some ten thousand files.
    told = {
        "libraries": dict(sorted((libraries or {}).items())),
        "settings": json.loads(json.dumps(dict(settings), sort_keys=True, allow_nan=False)),
    }
    lines = [f' "generator": {_text(GENERATOR)}']
    for name, value in told.items():
        laid_out = json.dumps(value, ensure_ascii=False, indent=1).replace("\n", "\n ")
        lines.append(f' "{name}": {laid_out}')
    if articles is not None:
        listed = ",\n".join(_article_line(article, articles[article]) for article in sorted(articles))
        lines.append(f' "{_ARTICLES}": [\n{listed}\n ]' if listed else f' "{_ARTICLES}": []')
    if withheld and withheld.articles:
        lines.append(_withheld_lines(withheld))
    files = ",\n".join(
        f'  {{\n   "path": {_text(one.path)},\n   "size": {one.size},\n   "sha256": {_text(one.sha256)}\n  }}'
        for one in sorted(entries, key=lambda one: one.path)
    )
    lines.append(f' "files": [\n{files}\n ]' if files else ' "files": []')
    return ("{\n" + ",\n".join(lines) + "\n}\n").encode()


def with_withheld(manifest: Manifest, withheld: Withheld) -> Manifest:
    """The same manifest where other articles and paths are withheld; every other byte stays."""
    if withheld == manifest.withheld:
        return manifest
    text = manifest.content.decode()
    old = f"{_withheld_lines(manifest.withheld)},\n" if manifest.withheld.articles else ""
    new = f"{_withheld_lines(withheld)},\n" if withheld.articles else ""
    before, files, after = text.partition(' "files": [')
    if old and not before.endswith(old):
        raise ValueError("it is not laid out as sitegen does")
    content = (before.removesuffix(old) + new + files + after).encode()
    return replace(manifest, content=content, withheld=withheld)


def _article_line(article: str, showing: Showing) -> str:
    digest = f', "sha256": {_text(showing.sha256)}' if showing.sha256 else ""
    return f'  {{"id": {_text(article)}, "share": {showing.share:g}{digest}}}'


def _withheld_lines(withheld: Withheld) -> str:
    told = {"articles": list(withheld.articles), "paths": list(withheld.paths)}
    laid_out = json.dumps(told, ensure_ascii=False, indent=1).replace("\n", "\n ")
    return f' "withheld": {laid_out}'


@lru_cache(maxsize=3)
def parse_manifest(content: bytes) -> Manifest:
    """Raises ValueError when `content` is no manifest that sitegen wrote."""
    try:
        table = json.loads(content)
    except RecursionError as failure:
        raise ValueError("it is nested too deep") from failure
    if not isinstance(table, dict) or not str(table.get("generator", "")).startswith("sitegen"):
        raise ValueError("it does not say that sitegen wrote it")
    files = table.get("files")
    if not isinstance(files, list):
        raise ValueError("it lists no files")
    entries = [_entry(one) for one in files]
    return Manifest(
        content=content,
        entries={one.path: one for one in entries},
        articles=showings_from(table["articles"]) if "articles" in table else None,
        withheld=withheld_from(table.get("withheld")),
    )


def read_manifest(folder: Path) -> Manifest:
    """The manifest in `folder`. Raises OSError when there is none to read, ValueError when it is not ours."""
    return parse_manifest(read_regular(folder / MANIFEST))


def shown_at(folder: Path) -> Showings:
    """What a generation shows of each article; nothing where there is none.

    Only that part of its manifest is parsed where it can be: all of it takes a third of a second for ten thousand
    articles, and every build asks.
    """
    try:
        content = read_regular(folder / MANIFEST)
        _, opened, rest = content.partition(f'\n "{_ARTICLES}": [\n'.encode())
        listed, closed, _ = rest.partition(b"\n ]")
        return showings_from(json.loads(b"[%b]" % listed)) if opened and closed else parse_manifest(content).shown
    except (OSError, ValueError, RecursionError):
        return {}


def manifest_or_none(folder: Path) -> Manifest | None:
    """The manifest in `folder`, where there is one of ours that can be read."""
    try:
        return read_manifest(folder)
    except (OSError, ValueError):
        return None


def _entry(table: Any) -> Entry:
    match table:
        case {"path": str(path), "size": int(size), "sha256": str(sha256)}:
            return Entry(path=path, size=size, sha256=sha256)
    raise ValueError("an entry lacks its path, size or SHA-256")
