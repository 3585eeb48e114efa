"""What is served now, and waiting for what is served next.

The one thing that the thread of the builds and those of the requests share. Knows nothing of HTTP; what to show is
left to `preview`, what to make of it to `handler`.
"""

import threading
from collections.abc import Mapping
from dataclasses import field
from pathlib import Path

from sitegen.frozen import dataclass

_SECONDS_BETWEEN_SIGNS = 5
"""How often an idle event stream is written to, which is how a closed tab is noticed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ServedSite:
    """What is served between two builds."""

    build: str = ""
    """Differs from that of any other good build, also of an earlier run; empty before the first."""
    root: str = "/"
    """Path of the site on its host, with a slash at both ends."""
    files: Mapping[str, Path] = field(default_factory=dict)
    """By decoded address, the root in front."""
    problems: tuple[str, ...] = ()
    """Why the last build failed; empty when the files are its own."""


class Board:
    """The site that is served now. Threads wait here for the next."""

    def __init__(self, site: ServedSite) -> None:
        self._changed = threading.Condition()
        self.site = site
        self.closed = False

    def show(self, site: ServedSite) -> None:
        with self._changed:
            self.site = site
            self._changed.notify_all()

    def close(self) -> None:
        with self._changed:
            self.closed = True
            self._changed.notify_all()

    def next_after(self, shown: ServedSite) -> ServedSite:
        """The next site, or the same when nothing happened for some seconds."""
        with self._changed:
            self._changed.wait_for(lambda: self.closed or self.site is not shown, _SECONDS_BETWEEN_SIGNS)
            return self.site
