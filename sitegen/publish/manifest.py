"""manifest.json: every file of a generation with its size and SHA-256. Says which files of a folder are ours.

Holds no clock and no path of the machine it was made on, and does not list itself. A manifest that was read is
never used to make a path: its entries are only looked up.
"""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from json.encoder import encode_basestring as _text
from pathlib import Path
from typing import Any

from sitegen import __version__
from sitegen.publish.files import read_regular

MANIFEST = "manifest.json"
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


def render_manifest(
    settings: Mapping[str, object], entries: Iterable[Entry], libraries: Mapping[str, str] | None = None
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
    files = ",\n".join(
        f'  {{\n   "path": {_text(one.path)},\n   "size": {one.size},\n   "sha256": {_text(one.sha256)}\n  }}'
        for one in sorted(entries, key=lambda one: one.path)
    )
    lines.append(f' "files": [\n{files}\n ]' if files else ' "files": []')
    return ("{\n" + ",\n".join(lines) + "\n}\n").encode()


@lru_cache(maxsize=2)
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
    return Manifest(content=content, entries={one.path: one for one in entries})


def read_manifest(folder: Path) -> Manifest:
    """The manifest in `folder`. Raises OSError when there is none to read, ValueError when it is not ours."""
    return parse_manifest(read_regular(folder / MANIFEST))


def _entry(table: Any) -> Entry:
    match table:
        case {"path": str(path), "size": int(size), "sha256": str(sha256)}:
            return Entry(path=path, size=size, sha256=sha256)
    raise ValueError("an entry lacks its path, size or SHA-256")
