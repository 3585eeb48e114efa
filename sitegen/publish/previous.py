"""The generation before the one that stands, and the way back to it.

A folder beside the output, never in it, so that it is neither uploaded nor verified. Files that did not change are
names of the same bytes, so it costs what has changed since. There is one, and the next publication replaces it.
"""

import hashlib
from pathlib import Path

from sitegen.diagnostics import Diagnostic, Location, SitegenError, error
from sitegen.model import File
from sitegen.publish.files import read_regular
from sitegen.publish.generation import Generation, Published, open_generation
from sitegen.publish.manifest import Entry, Manifest, read_manifest
from sitegen.publish.switch import Switching, previous_of
from sitegen.publish.trouble import told


def put_back(output: Path, switching: Switching = "exchange") -> Published:
    """Publishes the previous generation again; what stood until now is the previous one then.

    It is switched as a build is: whole or not at all, with the keeper's own files as they are now. Raises SitegenError
    [no-previous], [site-changed] where a file of it was altered, and all that `open_generation` does.
    """
    previous = previous_of(output.resolve())
    with open_generation(output, switching=switching) as generation:
        manifest = _manifest(previous, output)
        for entry in manifest.entries.values():
            _take(generation, previous, entry, output)
        return generation.publish_as(manifest.content)


def _manifest(previous: Path, output: Path) -> Manifest:
    try:
        return read_manifest(previous)
    except (OSError, ValueError) as failure:
        message = f"there is no generation before the one at `{output}`"
        hint = f"one is kept in `{previous}` when `sitegen build` publishes over another"
        raise SitegenError(error("no-previous", message, Location(path=str(output)), hint=hint)) from failure


def _take(generation: Generation, previous: Path, entry: Entry, output: Path) -> None:
    if generation.keep(entry):
        return
    with told(output):
        try:
            content = read_regular(previous / entry.path)
        except FileNotFoundError:
            raise SitegenError(_altered(previous, entry)) from None
    if hashlib.sha256(content).hexdigest() != entry.sha256:
        raise SitegenError(_altered(previous, entry))
    generation.add(File(entry.path, content))


def _altered(previous: Path, entry: Entry) -> Diagnostic:
    message = f"`{entry.path}` of the previous generation is not as it was published"
    hint = "bring the content back to what it was and build it again"
    return error("site-changed", message, Location(path=str(previous / entry.path)), hint=hint)
