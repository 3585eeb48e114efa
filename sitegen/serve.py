"""Shows a site while it is being worked on: on this machine only, built again and reloaded when a file changes.

Serves what the manifest of the last good build lists, looked up by address, and never makes a path from a request.
What building means, and where the private folder for it lies, is left to the caller. The script for reloading is
added to pages as they are sent; what `sitegen build` publishes has none.
"""

import errno
import html
import json
import os
import re
import secrets
import socket
import sys
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path, PurePosixPath
from socketserver import TCPServer
from typing import Any
from urllib.parse import quote, unquote_to_bytes

import watchfiles

from sitegen.diagnostics import Diagnostic, Location, SitegenError, error, has_errors

SCRIPT = "/.sitegen/reload.js"
EVENTS = "/.sitegen/events"
"""Reserved addresses, in front of whatever root the site has."""

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
    ".wasm": "application/wasm",
    ".sqlite": "application/vnd.sqlite3",
}
"""Written out, as Python's own table is read from the machine. Anything else is application/octet-stream."""

_CONNECTIONS = 100
_SECONDS_TO_ASK = 10
_SECONDS_BETWEEN_SIGNS = 5
"""How often an idle event stream is written to, which is how a closed tab is noticed."""

_MILLISECONDS_TO_LOOK = 50
"""How long Ctrl-C, and the first build, may have to wait for the watcher to come round."""

_RELOAD = """\
"use strict";
(() => {
  const shown = document.currentScript.dataset.build;
  const panel = document.createElement("pre");
  panel.id = "sitegen-problems";
  panel.setAttribute("role", "alert");
  panel.style.cssText = "position:fixed;inset:auto 0 0 0;max-height:60vh;overflow:auto;margin:0;padding:1rem;" +
    "background:#300;color:#fff;font:14px/1.5 monospace;white-space:pre-wrap;z-index:2147483647;text-align:left";
  panel.dir = "ltr";
  new EventSource("/.sitegen/events").onmessage = (event) => {
    const state = JSON.parse(event.data);
    panel.textContent = ["the last build failed; what you see is older", ...state.problems].join("\\n\\n");
    if (state.problems.length) document.body.append(panel);
    else if (state.build !== shown) location.reload();
    else panel.remove();
  };
})();
"""


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


def serve(
    build: Callable[[], tuple[Diagnostic, ...]],
    *,
    folder: Path,
    watched: tuple[Path, ...],
    say: Callable[[str], None],
    host: str = "127.0.0.1",
    port: int = 8000,
    root: str = "/",
    stop: threading.Event | None = None,
) -> None:
    """Builds, serves and builds again at each change below the folders `watched`, until Ctrl-C or `stop`.

    `build` publishes into `folder`; while it returns errors or raises SitegenError, the last good site is served and
    its pages show why. Port 0 picks a free one. `say` gets lines for the terminal. Raises SitegenError
    [port-in-use], [cannot-listen] or [cannot-watch].
    """
    board = _Board(ServedSite(root=root))
    with _listening(host, port, board) as server:
        try:
            for first in _occasions(watched, folder, stop or threading.Event()):
                board.show(_built(build, folder, board.site))
                if first:
                    _welcome(server, root, say)
                say(_outcome(board.site))
        except KeyboardInterrupt:
            return


def _welcome(server: "_Server", root: str, say: Callable[[str], None]) -> None:
    host = str(server.server_address[0])
    say(f"serving http://{_bracketed(host)}:{server.server_port}{root} until Ctrl-C")
    if not re.fullmatch(r"127\.[\d.]+|::1", host):
        say("warning: whoever can reach this address can read the preview")


def _outcome(site: ServedSite) -> str:
    if not site.problems:
        return f"built: {len(site.files)} files"
    return f"not built, problems: {len(site.problems)}" + ("; still showing the last good site" if site.build else "")


def _occasions(watched: tuple[Path, ...], folder: Path, stop: threading.Event) -> Iterator[bool]:
    """True once the folders are being watched, then False after each change. What `folder` holds is no change."""
    usual, own = watchfiles.DefaultFilter(), str(folder.resolve())
    changes = watchfiles.watch(
        *(path for path in watched if path.exists()),
        watch_filter=lambda change, path: usual(change, path) and not path.startswith(own + os.sep),
        stop_event=stop,
        rust_timeout=_MILLISECONDS_TO_LOOK,
        yield_on_timeout=True,
    )
    first = True
    try:
        for changed in changes:
            if first or changed:
                yield first
                first = False
    except (OSError, RuntimeError) as failure:
        hint = "set WATCHFILES_FORCE_POLLING=1 where the system cannot tell of changes"
        raise _refused("cannot-watch", f"changes cannot be watched: {failure}", "serve", hint) from failure


def _built(build: Callable[[], tuple[Diagnostic, ...]], folder: Path, before: ServedSite) -> ServedSite:
    try:
        found = build()
        failed = has_errors(found)
    except SitegenError as refused:
        found, failed = refused.diagnostics, True
    if failed:
        return replace(before, problems=tuple(map(_in_words, found)))
    return ServedSite(build=secrets.token_hex(8), root=before.root, files=_listed(folder, before.root))


def _listed(folder: Path, root: str) -> dict[str, Path]:
    """The files of a site by their addresses, as its manifest has them."""
    paths = [one["path"] for one in json.loads((folder / "manifest.json").read_bytes())["files"]]
    inside = [path for path in paths if not path.startswith("/") and ".." not in path.split("/")]
    return {f"{root}{path}": folder / path for path in ("manifest.json", *inside)}


def _in_words(one: Diagnostic) -> str:
    hint = f"\nhint: {one.hint}" if one.hint else ""
    return f"{one.location}: {one.severity}: {one.message} [{one.code}]{hint}"


def _refused(code: str, message: str, place: str, hint: str) -> SitegenError:
    return SitegenError(error(code, message, Location(path=place), hint=hint))


def _bracketed(host: str) -> str:
    return f"[{host}]" if ":" in host else host


class _Board:
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

    def next_after(self, seen: ServedSite) -> ServedSite:
        """The next site, or the same when nothing happened for some seconds."""
        with self._changed:
            self._changed.wait_for(lambda: self.closed or self.site is not seen, _SECONDS_BETWEEN_SIGNS)
            return self.site


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    request_queue_size = _CONNECTIONS

    def __init__(self, host: str, port: int, board: _Board) -> None:
        self.board = board
        self.address_family = socket.AF_INET6 if ":" in host else socket.AF_INET
        self._free = threading.BoundedSemaphore(_CONNECTIONS)
        super().__init__((host, port), _Handler)
        names = {"127.0.0.1", "localhost", "[::1]", _bracketed(host).lower()}
        self.hosts = {f"{name}:{self.server_port}" for name in names} | (names if self.server_port == 80 else set())
        """What a request may call this server: another name means that a foreign page was pointed here."""

    def server_bind(self) -> None:
        """Without HTTPServer's search for a name, which asks the network."""
        TCPServer.server_bind(self)
        self.server_name, self.server_port = str(self.server_address[0]), int(self.server_address[1])

    def process_request(self, request: Any, client_address: Any) -> None:
        """Turns away more than a hundred connections at once, each of which would be a thread."""
        if self._free.acquire(blocking=False):
            super().process_request(request, client_address)
        else:
            self.shutdown_request(request)

    def process_request_thread(self, request: Any, client_address: Any) -> None:
        try:
            super().process_request_thread(request, client_address)
        finally:
            self._free.release()

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A reader who leaves in the middle of an answer is no error."""
        if not isinstance(sys.exception(), OSError):
            super().handle_error(request, client_address)


@contextmanager
def _listening(host: str, port: int, board: _Board) -> Iterator[_Server]:
    try:
        server = _Server(host, port, board)
    except (OSError, OverflowError) as failure:
        raise _cannot_listen(host, port, failure) from failure
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
    thread.start()
    try:
        yield server
    finally:
        board.close()
        server.shutdown()
        server.server_close()
        thread.join()


def _cannot_listen(host: str, port: int, failure: Exception) -> SitegenError:
    place = f"{_bracketed(host)}:{port}"
    if isinstance(failure, OSError) and failure.errno == errno.EADDRINUSE:
        hint = "end the other program, or choose another port; --port 0 picks a free one"
        return _refused("port-in-use", f"port {port} is used by another program", place, hint)
    reason = (failure.strerror if isinstance(failure, OSError) else "") or str(failure)
    hint = "--host takes an address of this machine, --port a number from 1024 to 65535"
    return _refused("cannot-listen", f"cannot serve at {place}: {reason.lower()}", place, hint)


class _Handler(BaseHTTPRequestHandler):
    """One request. HTTP/1.0, so that no connection outlives its answer but the event streams."""

    server: _Server
    server_version = "sitegen"
    sys_version = ""
    timeout = _SECONDS_TO_ASK

    def do_GET(self) -> None:
        site = self.server.board.site
        target = self.requestline.split()[1]
        address = _address(target)
        if not self._is_from_here():
            self._send(403, b"this preview answers only to its own address")
        elif address is None:
            self._send(400, b"no address of a page")
        elif address == EVENTS:
            self._stream()
        elif address == SCRIPT:
            self._send(200, _RELOAD.encode(), _TYPES[".js"])
        elif not site.build:
            self._send(503, _with_script(_first_page(site), site.build), _TYPES[".html"])
        else:
            self._page(site, address, target)

    do_HEAD = do_GET

    def log_message(self, format: str, *args: object) -> None:
        """Says nothing: the terminal is for the builds."""

    def _is_from_here(self) -> bool:
        """No page of another site may read the preview, whatever name it gave to this machine."""
        hosts = [one.lower() for one in self.headers.get_all("Host", [])]
        origins = [one.lower() for one in self.headers.get_all("Origin", [])]
        return (
            len(hosts) == 1
            and hosts[0] in self.server.hosts
            and all(one == f"http://{hosts[0]}" for one in origins)
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
            name = f"{site.root}404.html"
            self._file(404, name, _content(site.files.get(name)) or b"not found", site)

    def _file(self, status: int, name: str, content: bytes, site: ServedSite) -> None:
        kind = _TYPES.get(PurePosixPath(name).suffix, "application/octet-stream")
        is_page = kind == _TYPES[".html"]
        self._send(status, _with_script(content, site.build) if is_page else content, kind)

    def _stream(self) -> None:
        """Tells what is served now, then each change of it, as server-sent events."""
        board = self.server.board
        self._head(200, "text/event-stream")
        site, text = board.site, _event(board.site)
        while not board.closed and self.command != "HEAD":
            self.wfile.write(text)
            site, before = board.next_after(site), site
            text = b":\n\n" if site is before else _event(site)

    def _send(self, status: int, content: bytes, kind: str = _TYPES[".txt"], location: str = "") -> None:
        self._head(status, kind, length=len(content), location=location)
        if self.command != "HEAD":
            self.wfile.write(content)

    def _head(self, status: int, kind: str, length: int | None = None, location: str = "") -> None:
        self.send_response(status)
        headers = {
            "Content-Type": kind,
            "Content-Length": "" if length is None else str(length),
            "Location": location,
            "Cache-Control": "no-store",
            "X-Content-Type-Options": "nosniff",
            "Cross-Origin-Resource-Policy": "same-origin",
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


def _with_script(page: bytes, build: str) -> bytes:
    """The page with the script for reloading: a file of its own, as the page's policy allows no other."""
    script = f'<script src="{SCRIPT}" data-build="{build}" defer></script>'.encode()
    body, end, rest = page.rpartition(b"</body>")
    return body + script + end + rest if end else page + script


def _first_page(site: ServedSite) -> bytes:
    text = html.escape("\n\n".join(site.problems) or "the first build is not done yet")
    return f'<!doctype html><html lang="en"><title>no site yet</title><body><pre>{text}</pre></body></html>'.encode()


def _event(site: ServedSite) -> bytes:
    return f"data: {json.dumps({'build': site.build, 'problems': site.problems})}\n\n".encode()
