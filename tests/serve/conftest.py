"""A small site that is served, with what building it comes to in the test's hand."""

import hashlib
import json
import socket
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from types import MappingProxyType

import pytest

from sitegen.diagnostics import Diagnostic, SitegenError
from sitegen.serve import DeskSite, Styleguide, serve

PAGE = b"<!doctype html><html><body><h1>%s</h1></body></html>"


class Preview:
    """A running preview of `content`, one file of which is on the front page."""

    def __init__(
        self,
        folder: Path,
        root: str = "/",
        desk: DeskSite | None = None,
        address: str = "127.0.0.1",
        styleguide: Styleguide | None = None,
    ) -> None:
        self.root = root
        self.styleguide = styleguide
        self.desk, self.address = desk, address
        self.patience = 60 if desk else 5
        """Seconds for an answer: the desk reads pages, which takes a second where nothing else runs."""
        self.site = folder / "site"
        self.content = folder / "content"
        self.content.mkdir(parents=True)
        self.said: list[str] = []
        self.problems: tuple[Diagnostic, ...] = ()
        self.raises: tuple[Diagnostic, ...] = ()
        self.builds = 0
        self.stop = threading.Event()
        self._ready = threading.Event()
        self.files = {
            "404.html": PAGE % b"nothing here",
            "stories/a/index.html": PAGE % b"a story",
            "about.html": PAGE % b"about",
            "x.js": b"1",
            "search/index/x.json": b"{}",
            "y.strange": b"\x00",
            "stories/ä b/index.html": PAGE % b"umlaut",
        }

    def build(self) -> tuple[Diagnostic, ...]:
        self.builds += 1
        if self.raises:
            raise SitegenError(*self.raises)
        if any(one.severity == "error" for one in self.problems):
            return self.problems
        text = b"".join(one.read_bytes() for one in sorted(self.content.iterdir()))
        files = {**self.files, "index.html": PAGE % text}
        for path, content in files.items():
            (self.site / path).parent.mkdir(parents=True, exist_ok=True)
            (self.site / path).write_bytes(content)
        listed = [
            {"path": path, "size": len(content), "sha256": hashlib.sha256(content).hexdigest()}
            for path, content in files.items()
        ]
        (self.site / "manifest.json").write_text(json.dumps({"generator": "sitegen", "settings": {}, "files": listed}))
        return self.problems

    def say(self, line: str) -> None:
        self.said.append(line)
        self._ready.set()

    def run(self) -> None:
        serve(
            self.build,
            folder=self.site,
            watched=(self.content,),
            say=self.say,
            host=self.address,
            port=0,
            root=self.root,
            stop=self.stop,
            desk=self.desk,
            styleguide=self.styleguide,
        )

    def await_start(self) -> None:
        assert self._ready.wait(self.patience)

    @property
    def host(self) -> str:
        return self.said[0].split("/")[2]

    def raw(self, request: bytes) -> bytes:
        """Sends bytes and returns all that comes back."""
        with self.connected() as connection:
            connection.sendall(request)
            return b"".join(iter(lambda: connection.recv(65536), b""))

    def connected(self) -> socket.socket:
        return socket.create_connection(("127.0.0.1", int(self.host.split(":")[1])), timeout=self.patience)

    def get(self, target: str | bytes, *headers: str, method: str = "GET") -> tuple[int, dict[str, str], bytes]:
        """Status, headers by lower-case name, body."""
        target = target.encode() if isinstance(target, str) else target
        lines = "".join(f"{one}\r\n" for one in (f"Host: {self.host}", *headers) if one)
        answer = self.raw(method.encode() + b" " + target + b" HTTP/1.1\r\n" + lines.encode() + b"\r\n")
        head, _, body = answer.partition(b"\r\n\r\n")
        first, *rest = head.decode().split("\r\n")
        return int(first.split()[1]), {k.lower(): v for k, v in (one.split(": ", 1) for one in rest)}, body


Start = Callable[..., Preview]


@contextmanager
def starting(folder: Path) -> Iterator[Start]:
    """Starts previews, and ends them."""
    running: list[tuple[Preview, threading.Thread]] = []

    def run(
        text: str = "hello",
        root: str = "/",
        problems: tuple[Diagnostic, ...] = (),
        desk: DeskSite | None = None,
        address: str = "127.0.0.1",
        styleguide: Styleguide | None = None,
        more: Mapping[str, bytes] = MappingProxyType({}),
    ) -> Preview:
        preview = Preview(folder / str(len(running)), root, desk, address, styleguide)
        preview.files |= more
        (preview.content / "a.txt").write_text(text)
        preview.problems = problems
        thread = threading.Thread(target=preview.run)
        running.append((preview, thread))
        thread.start()
        preview.await_start()
        return preview

    try:
        yield run
    finally:
        for preview, thread in running:
            preview.stop.set()
            thread.join(5)
            assert not thread.is_alive()


@pytest.fixture
def start(tmp_path: Path) -> Iterator[Start]:
    """Starts a preview with `text` as its content, for a test that changes it."""
    with starting(tmp_path) as run:
        yield run


@pytest.fixture(scope="module")
def preview(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Preview]:
    """A preview that no test changes."""
    with starting(tmp_path_factory.mktemp("preview")) as run:
        yield run()
