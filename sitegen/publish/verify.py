"""What became of a published folder since: changed, missing and untracked files. Writes nothing, follows no link.

The manifest is taken at its word. Whoever can change a page can change the manifest too, so keep a copy of it
elsewhere if that matters.
"""

import hashlib
import json
from pathlib import Path
from typing import Any

from sitegen.diagnostics import Location, SitegenError, error
from sitegen.frozen import dataclass
from sitegen.publish.files import read_regular, walk
from sitegen.publish.manifest import MANIFEST, Entry, Manifest, read_manifest

STATE = ".sitegen-upload.json"
"""What `upload` keeps beside the manifest; no page and no file of a keeper's."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Verification:
    """How a folder differs from its manifest. Paths are relative to it, sorted."""

    changed: tuple[str, ...]
    """Not the bytes that were published, or no longer a file."""
    missing: tuple[str, ...]
    untracked: tuple[str, ...]
    """Files and links that were not published; a keeper's own are among them."""
    served: tuple[str, ...] = ()
    """Files that were removed for the sake of withheld articles, and are there all the same."""

    @property
    def intact(self) -> bool:
        """Whether every published file is there, unchanged."""
        return not self.changed and not self.missing

    @property
    def is_clean(self) -> bool:
        """Whether it is intact, and nothing stands in it that was removed."""
        return self.intact and not self.served


def verify_folder(folder: Path) -> Verification:
    """Reads every file of `folder`. Raises SitegenError [no-manifest] when nothing says what it should hold."""
    manifest = read_own_manifest(folder)
    try:
        kinds = dict(walk(folder))
    except OSError as failure:
        raise _unreadable(folder, failure) from failure
    listed = manifest.entries
    ours = {*listed, MANIFEST, STATE}
    removed = removed_paths(_state_of(folder), manifest)
    return Verification(
        changed=tuple(sorted(path for path in listed if path in kinds and not _is_whole(folder, listed[path]))),
        missing=tuple(sorted(path for path in listed if path not in kinds)),
        untracked=tuple(sorted(p for p in kinds if kinds[p] != "folder" and p not in ours)),
        served=tuple(path for path in removed if kinds.get(path, "folder") != "folder"),
    )


def parse_state(content: bytes) -> dict[str, Any]:
    """What `upload` wrote down; nothing where that is damaged."""
    try:
        state = json.loads(content or b"{}")
    except (ValueError, RecursionError):
        return {}
    return state if isinstance(state, dict) and isinstance(state.get("done", {}), dict) else {}


def removed_paths(state: dict[str, Any], manifest: Manifest | None = None) -> tuple[str, ...]:
    """What must not be served any more, by what `upload` wrote down and a manifest, sorted. Paths are not checked."""
    listed = state.get("removed", [])
    removed = {path for path in listed if isinstance(path, str)} if isinstance(listed, list) else set()
    if manifest is None:
        return tuple(sorted(removed))
    return tuple(sorted({*removed, *manifest.withheld.paths} - manifest.entries.keys()))


def _state_of(folder: Path) -> dict[str, Any]:
    try:
        return parse_state(read_regular(folder / STATE))
    except OSError:
        return {}


def _is_whole(folder: Path, entry: Entry) -> bool:
    try:
        content = read_regular(folder / entry.path)
    except OSError:
        return False
    return len(content) == entry.size and hashlib.sha256(content).hexdigest() == entry.sha256


def read_own_manifest(folder: Path) -> Manifest:
    """The manifest of a published folder. Raises SitegenError [no-manifest]."""
    try:
        return read_manifest(folder)
    except (OSError, ValueError) as failure:
        raise _unreadable(folder, failure) from failure


def _unreadable(folder: Path, failure: Exception) -> SitegenError:
    reason = failure.strerror if isinstance(failure, OSError) and failure.strerror else str(failure)
    message = f"cannot tell what `{folder}` should hold: {MANIFEST}: {reason.lower()}"
    hint = "name the folder that `sitegen build --output` wrote"
    return SitegenError(error("no-manifest", message, Location(path=str(folder)), hint=hint))
