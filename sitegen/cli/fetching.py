"""Fetches pages that somebody asked for by name, and writes each down as a WARC: bytes, headers, time, address.

The only place that asks another host for anything, and the only one that imports httpx. What a capture says is read as
that of any other WARC. Politely: one request a host a second, a size limit, no cookies, no second try.
"""

import os
import time
from collections.abc import Iterator
from datetime import UTC, datetime
from importlib.util import find_spec
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urljoin, urlsplit

from sitegen import __version__
from sitegen.diagnostics import Diagnostic, Location
from sitegen.distribution import install_command
from sitegen.formats.draft import quiet
from sitegen.read.refusal import Refused
from sitegen.text.ids import id_of_path

if TYPE_CHECKING:
    import httpx

_PAUSE = 1.0
"""Seconds between two requests to one host."""
_CONNECT, _SILENCE, _WHOLE = 10.0, 20.0, 60.0
"""Seconds to wait for a connection, for the next bytes, and for a whole page."""
_MOST_REDIRECTS = 5
_PAGES = ("text/html", "application/xhtml+xml")
_LONGEST_NAME = 60


def not_fetched(refused: Refused, address: str) -> Diagnostic:
    """The error for the one who asked."""
    return Diagnostic(
        severity="error",
        code=refused.code,
        message=refused.message,
        location=Location(path=address),
        hint=refused.hint,
    )


class Fetcher:
    """Fetches one page after another, and waits between two of one host."""

    def __init__(self, folder: Path, most_bytes: int, pause: float = _PAUSE) -> None:
        if find_spec("httpx") is None or find_spec("warcio") is None:
            raise Refused("import-missing", "`httpx` is needed to fetch pages", install_command("import"))
        self._folder = folder
        self._most = most_bytes
        self._pause = pause
        self._asked: dict[str, float] = {}
        self.waits: list[float] = []
        """How long was waited before each request, in seconds."""

    def fetch(self, address: str) -> Path:
        """A WARC of the page at an address, in the folder.

        Raises Refused.
        """
        import httpx

        timeout = httpx.Timeout(_SILENCE, connect=_CONNECT)
        headers = {
            "User-Agent": f"sitegen/{__version__} (saves single pages that its user asks for)",
            "Accept": ", ".join(_PAGES),
            "Accept-Encoding": "gzip, deflate",
        }
        with httpx.Client(timeout=timeout, headers=headers, follow_redirects=False) as client:
            try:
                return self._followed(client, address)
            except httpx.InvalidURL as failure:
                hint = "write it in full, like `https://example.org/page`"
                raise Refused("bad-address", f"this is not an address: {failure}", hint) from None
            except httpx.TimeoutException:
                message = f"the server did not answer within {_SILENCE:.0f} seconds"
                raise Refused("not-fetched", message, "try again later, or save the page from a browser") from None
            except httpx.HTTPError as failure:
                reason = str(failure) or type(failure).__name__
                raise Refused("not-fetched", f"this cannot be fetched: {reason}", "check the address") from None

    def _followed(self, client: "httpx.Client", address: str) -> Path:
        current = address
        for _ in range(_MOST_REDIRECTS + 1):
            self._check(current)
            self._wait(urlsplit(current).netloc)
            when = datetime.now(UTC)
            with client.stream("GET", current) as response:
                if response.is_redirect and "location" in response.headers:
                    current = urljoin(current, response.headers["location"])
                    continue
                return self._kept(current, when, response)
        message = f"the server leads on more than {_MOST_REDIRECTS} times"
        raise Refused("not-fetched", message, "name the address at which the page is in the end")

    def _check(self, address: str) -> None:
        try:
            parts = urlsplit(address)
        except ValueError:
            parts = urlsplit("")
        if parts.scheme not in ("http", "https") or not parts.hostname or parts.username:
            hint = "write it in full and without a password, like `https://example.org/page`"
            raise Refused("bad-address", "this is not an http or https address that can be fetched", hint)

    def _wait(self, host: str) -> None:
        """Until a second has passed since the last request to the same host."""
        earlier = self._asked.get(host)
        rest = 0.0 if earlier is None else max(0.0, earlier + self._pause - time.monotonic())
        self.waits.append(rest)
        time.sleep(rest)
        self._asked[host] = time.monotonic()

    def _kept(self, address: str, when: datetime, response: "httpx.Response") -> Path:
        if response.status_code != 200:
            reason = f"{response.status_code} {response.reason_phrase}".strip()
            raise Refused("not-fetched", f"the server answers: {reason}", "check the address in a browser")
        kind = response.headers.get("content-type", "").partition(";")[0].strip().lower()
        if kind not in _PAGES:
            message = f"this is no HTML page: the server calls it `{kind or 'nothing'}`"
            raise Refused("not-a-page", message, "save the file and name it instead")
        body = b"".join(self._limited(response))
        folder = self._folder / str(len(self.waits))
        folder.mkdir()
        path = folder / f"{_name(address)}.warc.gz"
        with quiet():  # warcio leaves its temporary files to the collector, which complains
            _write_warc(path, address, when, response, body)
        return path

    def _limited(self, response: "httpx.Response") -> Iterator[bytes]:
        """The body as it is sent, no longer and no slower than is bearable."""
        until, size = time.monotonic() + _WHOLE, 0
        for chunk in response.iter_raw():
            size += len(chunk)
            if size > self._most:
                message = f"this page has more bytes than `limits.import_bytes`, {self._most:,}"
                raise Refused("too-big", message, "raise `import_bytes` under `[limits]` in site.toml")
            if time.monotonic() > until:
                message = f"this page was not whole after {_WHOLE:.0f} seconds"
                raise Refused("not-fetched", message, "try again later, or save the page from a browser")
            yield chunk


def _name(address: str) -> str:
    """What the capture is called, and an article without a title after it."""
    parts = urlsplit(address)
    name = f"{parts.hostname or ''} {parts.path}".replace("/", " ").strip()
    return id_of_path(name, _LONGEST_NAME) or "page"


def _write_warc(path: Path, address: str, when: datetime, response: "httpx.Response", body: bytes) -> None:
    """One response record, with the headers that came and the time it was asked for."""
    from warcio.statusandheaders import StatusAndHeaders
    from warcio.warcwriter import WARCWriter

    # Where the transport cut the body into chunks, they are joined here, so that no header may speak of them.
    sent = [(name, value) for name, value in response.headers.multi_items() if name.lower() != "transfer-encoding"]
    status = f"{response.status_code} {response.reason_phrase}".strip()
    headers = StatusAndHeaders(status, sent, protocol=response.http_version)
    dated = {"WARC-Date": when.strftime("%Y-%m-%dT%H:%M:%SZ")}
    with open(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
        writer = WARCWriter(file, gzip=True)
        about = {"software": f"sitegen/{__version__}", "format": "WARC File Format 1.1"}
        writer.write_record(writer.create_warcinfo_record(path.name, about))
        with BytesIO(body) as payload:
            record = writer.create_warc_record(
                address, "response", payload=payload, http_headers=headers, warc_headers_dict=dated
            )
            writer.write_record(record)
