"""What became of a published site, asked over HTTP: each file of its manifest is fetched and compared.

Files that nobody published cannot be seen this way, except those that were removed for the sake of withheld articles:
the manifest names them, and a host that still answers for one is reported. Redirects are not followed: a file has one
address.
"""

import hashlib
import http.client
import threading
import zlib
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any, Literal
from urllib.parse import quote, urlsplit

from sitegen.diagnostics import Location, SitegenError, error
from sitegen.publish.manifest import MANIFEST, Entry, Manifest, parse_manifest
from sitegen.publish.verify import STATE, Verification, parse_state, removed_paths

_SECONDS = 30
_LARGEST_MANIFEST = 200_000_000
_AT_ONCE = 6
_GZIP_ADDS = 1000
"""Bytes by which a compressed file may be larger than it was."""
_FOR_THE_HOST = ("_headers", "_redirects", ".nojekyll")
"""Hosts read these and do not serve them."""
Outcome = Literal["whole", "changed", "missing"]


def verify_address(
    address: str,
    progress: Callable[[str, int, int], None] = lambda *_: None,
    look: Callable[[str, bytes], None] = lambda *_: None,
) -> Verification:
    """Fetches every file of the site at `address`, and shows `look` its path and its bytes.

    Raises SitegenError [no-manifest] or [unreachable].
    """
    site = _Site(address)
    try:
        return _verified(site, progress, look)
    finally:
        site.close()


def _verified(
    site: "_Site", progress: Callable[[str, int, int], None], look: Callable[[str, bytes], None]
) -> Verification:
    manifest = site.manifest()
    entries = [entry for entry in manifest.entries.values() if entry.path not in _FOR_THE_HOST]
    found: dict[str, Outcome] = {}
    with ThreadPoolExecutor(max_workers=_AT_ONCE) as pool:
        answers = zip(entries, pool.map(site.outcome, entries), strict=True)
        for number, (entry, (outcome, content)) in enumerate(answers, start=1):
            found[entry.path] = outcome
            look(entry.path, content)
            progress("verify", number, len(entries))
        removed = removed_paths(site.state(), manifest)
        served = [path for path, is_served in zip(removed, pool.map(site.serves, removed), strict=True) if is_served]
    return Verification(
        changed=tuple(sorted(path for path, outcome in found.items() if outcome == "changed")),
        missing=tuple(sorted(path for path, outcome in found.items() if outcome == "missing")),
        untracked=(),
        served=tuple(served),
    )


class _Site:
    """The files below an address, over one connection a thread."""

    def __init__(self, address: str) -> None:
        parts = urlsplit(address)
        try:
            self._host, self._port = parts.hostname or "", parts.port
        except ValueError as failure:
            raise self._unreachable(address, str(failure)) from failure
        self._secure = parts.scheme == "https"
        self._root = parts.path.rstrip("/") + "/"
        self._shown = address
        self._mine = threading.local()
        self._open: list[http.client.HTTPConnection] = []

    def close(self) -> None:
        """Ends all connections."""
        for connection in self._open:
            connection.close()

    def manifest(self) -> Manifest:
        status, content = self._fetched(MANIFEST, _LARGEST_MANIFEST)
        try:
            if status != 200:
                raise ValueError(f"the host answers {status}")
            return parse_manifest(content)
        except ValueError as failure:
            message = f"cannot tell what `{self._shown}` should hold: {MANIFEST}: {failure}"
            hint = "name the address at which the front page of the site stands"
            raise SitegenError(error("no-manifest", message, Location(path=self._shown), hint=hint)) from failure

    def state(self) -> dict[str, Any]:
        """What `upload` wrote down there; many hosts do not serve it."""
        status, content = self._fetched(STATE, _LARGEST_MANIFEST)
        return parse_state(content) if status == 200 else {}

    def outcome(self, entry: Entry) -> tuple[Outcome, bytes]:
        """What became of a file, and its bytes as far as they should go."""
        status, content = self._fetched(_as_asked(entry.path), entry.size + 1)
        if len(content) == entry.size and hashlib.sha256(content).hexdigest() == entry.sha256:
            return "whole", content
        return ("missing" if status in (404, 410) else "changed"), content

    def serves(self, path: str) -> bool:
        """Whether the host answers for a file as if it were there."""
        return self._fetched(_as_asked(path), 1)[0] == 200

    def _fetched(self, path: str, most: int) -> tuple[int, bytes]:
        for last in (False, True):
            try:
                return self._asked(path, most)
            except (OSError, http.client.HTTPException) as failure:
                self._mine.connection = None
                if last:
                    reason = getattr(failure, "strerror", None) or str(failure) or type(failure).__name__
                    raise self._unreachable(self._shown, reason) from failure
        raise AssertionError

    def _asked(self, path: str, most: int) -> tuple[int, bytes]:
        connection = getattr(self._mine, "connection", None)
        if connection is None:
            kind = http.client.HTTPSConnection if self._secure else http.client.HTTPConnection
            connection = self._mine.connection = kind(self._host, self._port, timeout=_SECONDS)
            self._open.append(connection)
        connection.request("GET", quote(self._root + path), headers={"Accept-Encoding": "identity"})
        answer = connection.getresponse()
        packed = answer.headers.get("Content-Encoding", "") == "gzip"
        content = answer.read(most + packed * _GZIP_ADDS)
        content = _inflated(content, most) if packed else content
        if not answer.isclosed():
            connection.close()
            self._mine.connection = None
        return answer.status, content

    def _unreachable(self, address: str, reason: str) -> SitegenError:
        message = f"`{address}` cannot be reached: {reason.lower()}"
        return SitegenError(error("unreachable", message, Location(path=address), hint="check the address"))


def _as_asked(path: str) -> str:
    """A page is asked for as readers ask for it: `stories/a/`, not `stories/a/index.html`."""
    return path.removesuffix("index.html") if f"/{path}".endswith("/index.html") else path


def _inflated(content: bytes, most: int) -> bytes:
    try:
        return zlib.decompressobj(wbits=31).decompress(content, most)
    except zlib.error:
        return b""
