"""Answers one request: whether it may be answered, which file is meant, and the headers around it.

Looks addresses up in what the board shows and never makes a path from one. Connections are left to `server`, what
reloading adds to a page to `reload`.
"""

import html
import os
import re
from http.server import BaseHTTPRequestHandler
from pathlib import Path, PurePosixPath
from urllib.parse import quote, unquote_to_bytes

from sitegen.serve.board import ServedSite
from sitegen.serve.building import STYLEGUIDE
from sitegen.serve.connections import Stage
from sitegen.serve.desk import DESK, DeskAnswer, form_length, is_own_form, read_form
from sitegen.serve.reload import EVENTS, RELOAD, SCRIPT, event, with_script
from sitegen.serve.server import Server

_TYPES = {
    ".html": "text/html; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".txt": "text/plain; charset=utf-8",
    ".csv": "text/csv; charset=utf-8",
    ".json": "application/json",
    ".xml": "application/xml",
    ".svg": "image/svg+xml",
    ".png": "image/png",
    ".jpg": "image/jpeg",
    ".webp": "image/webp",
    ".ico": "image/x-icon",
    ".woff2": "font/woff2",
    ".sqlite": "application/vnd.sqlite3",
}
"""Written out, as Python's own table is read from the machine. Anything else is application/octet-stream."""

_SECONDS_TO_ANSWER = 10
"""For one write: a page, or a sign of life in the stream of events."""


class Handler(BaseHTTPRequestHandler):
    """One request. HTTP/1.0, so that no connection outlives its answer but the event streams."""

    server: Server
    server_version = "sitegen"
    sys_version = ""
    timeout = _SECONDS_TO_ANSWER

    def do_GET(self) -> None:
        self.server.connections.becomes(self.connection, Stage.ANSWERED)
        site = self.server.board.site
        target = self.requestline.split()[1]
        address = _address(target)
        if not self._is_from_here():
            self._send(403, b"this preview answers only to its own address")
        elif address is None:
            self._send(400, b"no address of a page")
        elif address.startswith(DESK) and self.server.desk is not None:
            self._answer(self.server.desk.answer(address, None, self.server.token))
        elif address == EVENTS:
            self._stream()
        elif address == SCRIPT:
            self._send(200, RELOAD.encode(), _TYPES[".js"])
        elif self.server.styleguide is not None and _is_of_guide(site, address):
            self._guide(self.server.styleguide.beside(site), address, target)
        elif not site.build:
            self._send(503, with_script(_first_page(site), site.build), _TYPES[".html"])
        else:
            self._page(site, address, target)

    do_HEAD = do_GET

    def do_POST(self) -> None:
        """A form of the desk; nothing else can be sent."""
        desk, address = self.server.desk, _address(self.requestline.split()[1])
        length = form_length(self.headers)
        if desk is None or address is None or not address.startswith(DESK):
            self._send(501, b"nothing can be sent to this address")
        elif not self._is_from_here() or not is_own_form(self.headers, sorted(self.server.hosts)):
            self._send(403, b"forms are taken from the pages of this preview alone")
        elif length is None:
            self._send(413, b"this form is too long, or does not say how long it is")
        else:
            body = self.rfile.read(length)
            self.server.connections.becomes(self.connection, Stage.ANSWERED)
            form = read_form(body, self.server.token)
            if form is None or len(body) < length:
                self._send(403, b"this form is not of this preview; load its page again")
            else:
                self._answer(desk.answer(address, form, self.server.token))

    def _answer(self, answer: DeskAnswer) -> None:
        self._send(answer.status, answer.body, answer.kind, location=answer.location, policy=answer.policy)

    def log_message(self, format: str, *args: object) -> None:
        """Says nothing: the terminal is for the builds."""

    def _is_from_here(self) -> bool:
        """No page of another site may read the preview, whatever name it gave to this machine."""
        hosts = [value.lower() for value in self.headers.get_all("Host", [])]
        origins = [value.lower() for value in self.headers.get_all("Origin", [])]
        return (
            len(hosts) == 1
            and hosts[0] in self.server.hosts
            and all(origin == f"http://{hosts[0]}" for origin in origins)
            and (
                self.headers.get("Sec-Fetch-Site", "none") in ("none", "same-origin")
                or self.headers.get("Sec-Fetch-Dest") == "document"
            )
        )

    def _page(self, site: ServedSite, address: str, target: str) -> None:
        name = f"{address}index.html" if address.endswith("/") else address
        content = _content(site.files.get(name))
        if content is not None:
            self._file(200, name, content, site)
        elif f"{address}/index.html" in site.files:
            query = quote(target.partition("?")[2], safe="%&=+;:@/?!$'()*,~")
            self._send(301, b"", location=quote(f"{address}/") + (query and f"?{query}"))
        elif address == "/":
            self._send(302, b"", location=quote(site.root))
        else:
            name = _missing_page(site, address)
            self._file(404, name, _content(site.files.get(name)) or b"not found", site)

    def _guide(self, guide: ServedSite, address: str, target: str) -> None:
        if guide.problems:
            self._send(503, with_script(_first_page(guide), guide.build), _TYPES[".html"])
        else:
            self._page(guide, address, target)

    def _file(self, status: int, name: str, content: bytes, site: ServedSite) -> None:
        kind = _TYPES.get(PurePosixPath(name).suffix, "application/octet-stream")
        is_page = kind == _TYPES[".html"]
        self._send(status, with_script(content, site.build) if is_page else content, kind)

    def _stream(self) -> None:
        """Tells what is served now, then each change of it, as server-sent events."""
        board = self.server.board
        self.server.connections.becomes(self.connection, Stage.LISTENING)
        self._head(200, "text/event-stream")
        site, text = board.site, event(board.site)
        while not board.closed and self.command != "HEAD":
            self.wfile.write(text)
            site, before = board.next_after(site), site
            text = b":\n\n" if site is before else event(site)

    def _send(
        self, status: int, content: bytes, kind: str = _TYPES[".txt"], location: str = "", policy: str = ""
    ) -> None:
        self._head(status, kind, length=len(content), location=location, policy=policy)
        if self.command != "HEAD":
            self.wfile.write(content)

    def _head(self, status: int, kind: str, length: int | None = None, location: str = "", policy: str = "") -> None:
        self.send_response(status)
        headers = {
            "Content-Type": kind,
            "Content-Length": "" if length is None else str(length),
            "Location": location,
            "Cache-Control": "no-store",
            "X-Content-Type-Options": "nosniff",
            "Cross-Origin-Resource-Policy": "same-origin",
            "Content-Security-Policy": policy,
            "Referrer-Policy": "same-origin" if policy else "",
        }
        for name, value in headers.items():
            if value:
                self.send_header(name, value)
        self.end_headers()


def _address(target: str) -> str | None:
    """The decoded path of a request; None when no static host would have a page there."""
    path = target.partition("?")[0]
    if not path.startswith("/") or path.startswith("//") or re.search(r"#|(?i:%2f|%5c)", target):
        return None
    try:
        text = unquote_to_bytes(path.encode("latin-1")).decode()
    except UnicodeDecodeError:
        return None
    return None if re.search(r"[\x00-\x1f\x7f\\]", text) else text


def _content(path: Path | None) -> bytes | None:
    """None when there is no such file, or none any more, or something else lies in its place."""
    flags = os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC
    try:
        with open(path or "", "rb", opener=lambda name, _: os.open(name, flags)) as file:
            return file.read()
    except OSError:
        return None


def _first_page(site: ServedSite) -> bytes:
    text = html.escape("\n\n".join(site.problems) or "the first build is not done yet")
    return f'<!doctype html><html lang="en"><title>no site yet</title><body><pre>{text}</pre></body></html>'.encode()


def _is_of_guide(site: ServedSite, address: str) -> bool:
    """Whether the style guide answers: not where the archive has a page of its own at that address."""
    guide = f"{site.root}{STYLEGUIDE.removeprefix('/')}"
    return f"{address}/".startswith(guide) and f"{guide}index.html" not in site.files


def _missing_page(site: ServedSite, address: str) -> str:
    """The page for addresses that lead nowhere that is nearest: a further language of the interface has its own."""
    folder = address.removeprefix(site.root).partition("/")[0]
    name = f"{site.root}{folder}/404.html"
    return name if name in site.files else f"{site.root}404.html"
