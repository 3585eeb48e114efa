"""Uploads a published folder by its manifest, in an order in which every link works after each step.

Assets first, then pages that are new, then pages that have changed, then what leads to them, deletions, and the
manifest last. Assets of the generation before stay for one more: a reader may have its pages open. A file beside
the manifest says how far an upload has come, so that the next one goes on there, from any machine.

Where the site withholds what the destination shows, nothing of an earlier generation stays: whatever was uploaded
there once, by an upload that broke off too, is deleted, and the search folder is listed for files that no record names.
"""

import hashlib
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

from sitegen.diagnostics import Location, SitegenError, error
from sitegen.frozen import dataclass
from sitegen.publish.destination import Destination
from sitegen.publish.files import read_regular
from sitegen.publish.headers import headers_of, named_by_digest
from sitegen.publish.manifest import MANIFEST, Entry, Manifest, parse_manifest
from sitegen.publish.paths import check_path
from sitegen.publish.verify import STATE, parse_state, read_own_manifest, removed_paths, verify_folder
from sitegen.publish.withheld import (
    Showings,
    showings_from,
    shows_excerpts,
    tightened,
    widest,
)

_EVERY = 100
"""Files after which it is noted how far the upload has come ..."""
_NOTES = 20
"""... and how often at most: the note names all of them."""
_SEARCH = "search/index/"
_SEGMENTS = "search/segments.json"
"""Names the files of the search index, which must stand there before it."""
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
    site: Manifest
    """Of the folder that is uploaded."""
    shown: Showings
    """What the destination shows of each article until the upload has ended."""
    held: tuple[str, ...]
    """Ids of the articles of which the destination shows more than the site does."""
    removed: tuple[str, ...]
    """What was deleted there for the sake of withheld articles, by this upload and by those before."""
    begun: tuple[str, ...]
    """Paths at which, until the upload has ended, something else may stand than the manifest there says."""


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
    begun = set(_begun(state))
    missing = [one for one in ours.entries.values() if _wanted(one, old, begun, done)]
    for entry in missing:
        if entry.path not in old.entries and old.content and entry.path not in begun:
            _check_free(there, entry, shown)
    there_now = widest((old.shown, _begun_articles(state)))
    held = tightened(there_now, ours.articles) if ours.articles is not None else ()
    strays = _strays(there, ours, old, state, held)
    gone = {*old.entries, *_lingering(state), *begun, *strays} - {*ours.entries}
    if held:
        gone |= {*ours.withheld.paths} - {*removed_paths(state)}
    same = old.content == ours.content and not begun
    lingering = () if same or held else tuple(sorted(path for path in gone if _may_linger(path, old, ours)))
    return Plan(
        uploads=tuple(sorted(missing, key=lambda entry: (_turn(entry.path, old), entry.path))),
        deletions=tuple(sorted(strays if same else gone - {*lingering})),
        lingering=lingering,
        manifest=ours.content,
        same=same and not strays,
        site=ours,
        shown=widest((there_now, ours.shown)),
        held=held,
        removed=tuple(sorted({*removed_paths(state), *(gone if held else strays)} - ours.entries.keys())),
        begun=tuple(sorted({*begun, *strays, *(one.path for one in missing)})),
    )


def upload(site: Path, there: Destination, plan: Plan, progress: Callable[[str, int, int], None]) -> None:
    """Does what is planned. Raises SitegenError [upload-failed]; what readers see is whole even then."""
    if plan.same:
        return
    before = _state(there)
    target = _digest(plan.site.content)
    done = dict(before.get("done", {})) if before.get("manifest") == target else {}
    articles = [
        {"id": article, "share": showing.share} for article, showing in sorted(plan.shown.items()) if showing.share > 0
    ]
    note = {
        "manifest": target,
        "done": done,
        "lingering": _lingering(before),
        # What is to stay is named by no manifest any more, once the last step has been done and before it is noted.
        "begun": sorted({*plan.begun, *plan.lingering}),
        "articles": articles,
        "removed": _kept_removed(plan),
    }
    every = max(_EVERY, len(plan.uploads) // _NOTES)
    # First of all: should this upload break off and another site be the next, what it has put there is found again.
    _note(there, note)
    for number, entry in enumerate(plan.uploads, start=1):
        there.write(entry.path, _content(site, entry), headers_of(entry.path))
        done[entry.path] = entry.sha256
        progress("upload", number, len(plan.uploads))
        if number % every == 0:
            _note(there, note)
    for number, path in enumerate(plan.deletions, start=1):
        there.delete(path)
        progress("delete", number, len(plan.deletions))
    there.write(MANIFEST, plan.manifest, headers_of(MANIFEST))
    _note(there, {"lingering": list(plan.lingering), **({"removed": _kept_removed(plan)} if plan.removed else {})})


def _may_linger(path: str, old: Manifest, ours: Manifest) -> bool:
    """Whether a reader in mid-visit may still ask for it, and everything in it may still be read."""
    if path not in old.entries or not named_by_digest(path):
        return False
    return not path.startswith(_SEARCH) or not (shows_excerpts(old.shown) or shows_excerpts(ours.shown))


def _strays(
    there: Destination, ours: Manifest, old: Manifest, state: dict[str, Any], held: tuple[str, ...]
) -> set[str]:
    """Search files at the destination that no record names; looked for where something is withheld."""
    if not (held or _withholds(ours) or removed_paths(state)):
        return set()
    expected = {*ours.entries, *old.entries, *_lingering(state)}
    return {path for path in there.files(_SEARCH.rstrip("/")) if path not in expected and _is_fit(path)}


def _kept_removed(plan: Plan) -> list[str]:
    """Nothing once no article is withheld any more: what was removed for it may be public again."""
    return list(plan.removed) if plan.held or _withholds(plan.site) else []


def _withholds(site: Manifest) -> bool:
    """Whether a site shows less of any article than its text, or than it has shown."""
    return bool(site.withheld.articles) or any(showing.share < 1 for showing in site.shown.values())


def _wanted(entry: Entry, old: Manifest, begun: set[str], done: dict[str, str]) -> bool:
    """Whether it may not be there. An upload that broke off may have written over what the manifest says."""
    is_there = old.entries.get(entry.path) == entry and entry.path not in begun
    return not is_there and done.get(entry.path) != entry.sha256


def _turn(path: str, old: Manifest) -> int:
    if named_by_digest(path):
        return 0
    if path == _SEGMENTS:
        return 1
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
    return parse_state(there.read(STATE) or b"")


def _lingering(state: dict[str, Any]) -> list[str]:
    """What the upload before has left for this one to delete; nothing that leads elsewhere."""
    found = state.get("lingering", [])
    paths = [path for path in found if isinstance(path, str)] if isinstance(found, list) else []
    return [path for path in paths if _is_fit(path) and named_by_digest(path)]


def _begun(state: dict[str, Any]) -> list[str]:
    """What uploads that broke off may have left; earlier versions noted only what they had done."""
    listed = state.get("begun", [])
    paths = [*(listed if isinstance(listed, list) else []), *dict(state.get("done", {}))]
    return [path for path in paths if isinstance(path, str) and _is_fit(path)]


def _begun_articles(state: dict[str, Any]) -> Showings:
    """What an upload that broke off may have shown. Without digests, so that none passes for one that moved."""
    try:
        return showings_from(state.get("articles", []))
    except ValueError:
        return {}


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
