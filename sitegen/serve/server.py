"""Listens for connections: the one place that opens a socket, and says why it cannot.

Knows by which names it may be called. Who may stay connected is left to `connections`; what a request gets, and
whether it gets anything, to the handler that it is given.
"""

import errno
import socket
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from socketserver import TCPServer
from typing import Any

from sitegen.diagnostics import Location, SitegenError, error
from sitegen.serve.board import Board
from sitegen.serve.building import Styleguide
from sitegen.serve.connections import MOST, Connections
from sitegen.serve.desk import DeskSite, new_token


class Server(ThreadingHTTPServer):
    daemon_threads = True
    request_queue_size = MOST

    def __init__(
        self,
        host: str,
        port: int,
        board: Board,
        handler: type[BaseHTTPRequestHandler],
        desk: DeskSite | None,
        styleguide: Styleguide | None,
    ) -> None:
        self.board = board
        self.styleguide = styleguide
        self.desk = desk
        """None where the preview can be reached from other machines: whoever reads it could then change the archive."""
        self.token = new_token()
        self.address_family = socket.AF_INET6 if ":" in host else socket.AF_INET
        self.connections = Connections(_cut_off)
        super().__init__((host, port), handler)
        names = {"127.0.0.1", "localhost", "[::1]", bracketed(host).lower()}
        self.hosts = {f"{name}:{self.server_port}" for name in names} | (names if self.server_port == 80 else set())
        """What a request may call this server: another name means that a foreign page was pointed here."""

    def server_bind(self) -> None:
        """Without HTTPServer's search for a name, which asks the network."""
        TCPServer.server_bind(self)
        self.server_name, self.server_port = str(self.server_address[0]), int(self.server_address[1])

    def process_request(self, request: Any, client_address: Any) -> None:
        """In a thread of its own, for which another may have to end."""
        self.connections.add(request)
        try:
            super().process_request(request, client_address)
        except BaseException:
            self.connections.remove(request)
            raise

    def process_request_thread(self, request: Any, client_address: Any) -> None:
        try:
            super().process_request_thread(request, client_address)
        finally:
            self.connections.remove(request)

    def service_actions(self) -> None:
        """Called by `serve_forever` after each request and each `poll_interval`."""
        self.connections.end_late()

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A reader who leaves in the middle of an answer is no error."""
        if not isinstance(sys.exception(), OSError):
            super().handle_error(request, client_address)


def _cut_off(connection: socket.socket) -> None:
    with suppress(OSError):
        connection.shutdown(socket.SHUT_RDWR)


@contextmanager
def listening(
    host: str,
    port: int,
    board: Board,
    handler: type[BaseHTTPRequestHandler],
    desk: DeskSite | None = None,
    styleguide: Styleguide | None = None,
) -> Iterator[Server]:
    try:
        server = Server(host, port, board, handler, desk, styleguide)
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
    place = f"{bracketed(host)}:{port}"
    if isinstance(failure, OSError) and failure.errno == errno.EADDRINUSE:
        hint = "end the other program, or choose another port; --port 0 picks a free one"
        return _refused("port-in-use", f"port {port} is used by another program", place, hint)
    reason = (failure.strerror if isinstance(failure, OSError) else "") or str(failure)
    hint = "--host takes an address of this machine, --port a number from 1024 to 65535"
    return _refused("cannot-listen", f"cannot serve at {place}: {reason.lower()}", place, hint)


def _refused(code: str, message: str, place: str, hint: str) -> SitegenError:
    return SitegenError(error(code, message, Location(path=place), hint=hint))


def bracketed(host: str) -> str:
    return f"[{host}]" if ":" in host else host
