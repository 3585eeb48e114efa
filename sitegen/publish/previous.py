"""The generation before the one that stands, and the way back to it.

A folder beside the output, never in it, so that it is neither uploaded nor verified. Files that did not change are
names of the same bytes, so it costs what has changed since. There is one, and the next publication replaces it; one
that withholds what was shown deletes it.
"""

import hashlib
from collections.abc import Sequence
from pathlib import Path

from sitegen.diagnostics import Diagnostic, Location, SitegenError, error
from sitegen.model import File
from sitegen.publish.files import read_regular
from sitegen.publish.generation import Generation, Published, open_generation
from sitegen.publish.manifest import Entry, Manifest, read_manifest
from sitegen.publish.switch import Switching, previous_of
from sitegen.publish.trouble import told
from sitegen.publish.withheld import would_show_again

_NAMED = 20
"""Articles that a message names."""


def put_back(output: Path, switching: Switching = "exchange") -> Published:
    """Publishes the previous generation again; what stood until now is the previous one then.

    It is switched as a build is: whole or not at all, with the keeper's own files as they are now. Raises SitegenError
    [no-previous], [previous-withheld] where it shows, or was deleted as it showed, what is withheld now, [site-changed]
    where a file of it was altered, and all that `open_generation` does.
    """
    previous = previous_of(output.resolve())
    with open_generation(output, switching=switching) as generation:
        manifest = _manifest(previous, output, generation.standing)
        for entry in manifest.entries.values():
            _take(generation, previous, entry, output)
        return generation.publish_as(manifest.content)


def _manifest(previous: Path, output: Path, standing: Manifest) -> Manifest:
    withheld = standing.withheld
    try:
        manifest = read_manifest(previous)
    except (OSError, ValueError) as failure:
        if withheld.articles and not previous.exists():
            raise SitegenError(_withheld(output, withheld.articles, "was deleted, as it showed")) from failure
        message = f"there is no generation before the one at `{output}`"
        hint = f"one is kept in `{previous}` when `sitegen build` publishes over another"
        raise SitegenError(error("no-previous", message, Location(path=str(output)), hint=hint)) from failure
    if shown := would_show_again(withheld, standing.shown, manifest.shown):
        raise SitegenError(_withheld(output, shown, "shows"))
    return manifest


def _withheld(output: Path, articles: Sequence[str], how: str) -> Diagnostic:
    named = ", ".join(f"`{article}`" for article in articles[:_NAMED])
    more = f" and {len(articles) - _NAMED} more" if len(articles) > _NAMED else ""
    message = f"the generation before the one at `{output}` {how} what is withheld now: {named}{more}"
    hint = "bring the rest of the content back to what it was and build it again"
    return error("previous-withheld", message, Location(path=str(output)), hint=hint)


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
