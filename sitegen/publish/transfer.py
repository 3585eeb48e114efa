"""Uploads a published folder by its manifest, in an order in which every link works after each step.

Assets first, then pages that are new, then pages that have changed, then what leads to them, deletions, and the
manifest last. Assets of the generation before stay for one more: a reader may have its pages open. A file beside
the manifest says how far an upload has come, so that the next one goes on there, from any machine.
"""

import hashlib
import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sitegen.diagnostics import Location, SitegenError, error
from sitegen.publish.destination import Destination
from sitegen.publish.files import read_regular
from sitegen.publish.headers import headers_of, named_by_digest
from sitegen.publish.manifest import MANIFEST, Entry, Manifest, parse_manifest
from sitegen.publish.paths import check_path
from sitegen.publish.verify import STATE, read_own_manifest, verify_folder

_EVERY = 100
"""Files after which it is noted how far the upload has come."""
_LEADING = ("index.html", "data/archive.json", "feed.xml", "sitemap.xml", "robots.txt", "_headers", "404.html")


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """What an upload has to do."""

    uploads: tuple[Entry, ...]
    """In order."""
    deletions: tuple[str, ...]
    lingering: tuple[str, ...]
    """Assets that are of no use any more and stay until the next upload."""
    manifest: bytes
    same: bool
    """Whether the site stands there already."""


def plan_upload(site: Path, there: Destination, shown: str) -> Plan:
    """Compares a published folder with what is at the destination. Changes nothing.

    Raises SitegenError when the folder is not as it was published, or the destination is somebody else's.
    """
    if not verify_folder(site).intact:
        message = f"`{site}` is not as it was published"
        hint = f"`sitegen verify {site}` tells what was changed; build it again"
        raise SitegenError(error("site-changed", message, Location(path=str(site)), hint=hint))
    ours, old, state = read_own_manifest(site), _manifest_there(there, shown), _state(there)
    resumed = state if state.get("manifest") == _digest(ours.content) else {}
    done = {str(path): str(sha256) for path, sha256 in dict(resumed.get("done", {})).items()}
    missing = [one for one in ours.entries.values() if _wanted(one, old, done)]
    for entry in missing:
        if entry.path not in old.entries and old.content and entry.path not in done:
            _check_free(there, entry, shown)
    gone = {*old.entries, *_lingering(state)} - {*ours.entries}
    same = old.content == ours.content
    lingering = () if same else tuple(sorted(path for path in gone if path in old.entries and named_by_digest(path)))
    return Plan(
        uploads=tuple(sorted(missing, key=lambda entry: (_turn(entry.path, old), entry.path))),
        deletions=() if same else tuple(sorted(gone - {*lingering})),
        lingering=lingering,
        manifest=ours.content,
        same=same,
    )


def upload(site: Path, there: Destination, plan: Plan, progress: Callable[[str, int, int], None]) -> None:
    """Does what is planned. Raises SitegenError [upload-failed]; what readers see is whole even then."""
    if plan.same:
        return
    before = _state(there)
    target = _digest(plan.manifest)
    done = dict(before.get("done", {})) if before.get("manifest") == target else {}
    lingering = _lingering(before)
    for number, entry in enumerate(plan.uploads, start=1):
        there.write(entry.path, _content(site, entry), headers_of(entry.path))
        done[entry.path] = entry.sha256
        progress("upload", number, len(plan.uploads))
        if number % _EVERY == 0:
            _note(there, {"manifest": target, "done": done, "lingering": lingering})
    for number, path in enumerate(plan.deletions, start=1):
        there.delete(path)
        progress("delete", number, len(plan.deletions))
    there.write(MANIFEST, plan.manifest, headers_of(MANIFEST))
    _note(there, {"lingering": list(plan.lingering)})


def _wanted(entry: Entry, old: Manifest, done: dict[str, str]) -> bool:
    return old.entries.get(entry.path) != entry and done.get(entry.path) != entry.sha256


def _turn(path: str, old: Manifest) -> int:
    if named_by_digest(path) or path.startswith("pagefind/"):
        return 1 if path.endswith("-entry.json") else 0
    if path in _LEADING or path.startswith(("page/", "sitemap-")):
        return 4
    return 3 if path in old.entries else 2


def _content(site: Path, entry: Entry) -> bytes:
    content = read_regular(site / entry.path)
    if hashlib.sha256(content).hexdigest() != entry.sha256:
        message = f"`{entry.path}` was changed during the upload"
        raise SitegenError(error("site-changed", message, Location(path=str(site / entry.path)), hint="build again"))
    return content


def _manifest_there(there: Destination, shown: str) -> Manifest:
    """Of the site that stands there. Raises SitegenError [destination-not-ours]."""
    content = there.read(MANIFEST)
    try:
        if content is not None:
            manifest = parse_manifest(content)
            for path in manifest.entries:
                check_path(path)  # a path that leads elsewhere would be deleted there
            return manifest
        if there.is_empty() or _state(there):
            return Manifest()
        reason = f"no {MANIFEST} of sitegen's"
    except ValueError as failure:
        reason = f"a {MANIFEST} that is not sitegen's: {failure}"
    message = f"`{shown}` holds files, but {reason}"
    hint = "name an empty place, or empty this one yourself"
    raise SitegenError(error("destination-not-ours", message, Location(path=shown), hint=hint))


def _check_free(there: Destination, entry: Entry, shown: str) -> None:
    found = there.read(entry.path)
    if found is not None and _digest(found) != entry.sha256:
        message = f"`{entry.path}` at `{shown}` was not put there by sitegen, and the new site has a page of that name"
        hint = "move it away, or rename the article or story that makes the page"
        raise SitegenError(error("foreign-in-the-way", message, Location(path=shown), hint=hint))


def _state(there: Destination) -> dict[str, Any]:
    try:
        found = json.loads(there.read(STATE) or b"{}")
    except (ValueError, RecursionError):
        return {}
    return found if isinstance(found, dict) and isinstance(found.get("done", {}), dict) else {}


def _lingering(state: dict[str, Any]) -> list[str]:
    """What the upload before has left for this one to delete; nothing that leads elsewhere."""
    found = state.get("lingering", [])
    paths = [path for path in found if isinstance(path, str)] if isinstance(found, list) else []
    return [path for path in paths if _is_fit(path) and named_by_digest(path)]


def _is_fit(path: str) -> bool:
    try:
        check_path(path)
    except ValueError:
        return False
    return True


def _note(there: Destination, state: dict[str, Any]) -> None:
    there.write(STATE, (json.dumps(state) + "\n").encode(), headers_of(STATE))


def _digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()
