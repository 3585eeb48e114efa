"""A published site as it stands in its folder, each file checked against the manifest when it is read."""

import hashlib
from pathlib import Path

from sitegen.diagnostics import Location, SitegenError, error
from sitegen.publish.files import read_regular
from sitegen.publish.manifest import Manifest
from sitegen.publish.verify import read_own_manifest


class PublishedSite:
    """The site that `sitegen build` wrote into a folder. Raises SitegenError [no-manifest] for any other folder."""

    def __init__(self, folder: Path) -> None:
        self.manifest: Manifest = read_own_manifest(folder)
        self._folder = folder

    def __contains__(self, path: object) -> bool:
        return path in self.manifest.entries

    def read(self, path: str) -> bytes:
        """The bytes of a file below the root. Raises SitegenError [site-changed] where it is not what was published."""
        entry = self.manifest.entries.get(path)
        if entry is None:
            raise self._changed(path, "is no file of this site")
        try:
            content = read_regular(self._folder / path)
        except OSError as failure:
            raise self._changed(path, (failure.strerror or str(failure)).lower()) from failure
        if hashlib.sha256(content).hexdigest() != entry.sha256:
            raise self._changed(path, "is not as it was published")
        return content

    def _changed(self, path: str, reason: str) -> SitegenError:
        place = Location(path=str(self._folder / path))
        return SitegenError(error("site-changed", f"`{path}`: {reason}", place, hint="build the site again"))
