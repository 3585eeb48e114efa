"""`sitegen add --fetch`: one page is asked for, politely, and kept as it came; against a server on this machine."""

import gzip
import threading
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from sitegen.cli import main
from sitegen.cli.fetching import Fetcher
from sitegen.read import read_archive
from sitegen.read.refusal import Refused
from tests.formats.samples import PARAGRAPHS, page

pytest.importorskip("httpx")

Answer = Callable[[BaseHTTPRequestHandler], None]
HTML = page(head="").encode()


def answer(body: bytes = HTML, status: int = 200, kind: str = "text/html; charset=utf-8", **headers: str) -> Answer:
    def send(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(status)
        for name, value in {"Content-Type": kind, "Content-Length": str(len(body)), **headers}.items():
            handler.send_header(name.replace("_", "-"), value)
        handler.end_headers()
        handler.wfile.write(body)

    return send


def cut(handler: BaseHTTPRequestHandler) -> None:
    """Promises more than it sends."""
    answer(HTML, Content_Length=str(len(HTML) + 1000))(handler)


def endless(handler: BaseHTTPRequestHandler) -> None:
    handler.send_response(200)
    handler.send_header("Content-Type", "text/html")
    handler.end_headers()
    try:
        for _ in range(2_000):
            handler.wfile.write(b"<p>on and on</p>" * 1_000)
    except OSError:
        pass


PAGES: dict[str, Answer] = {
    "/bridge": answer(),
    "/gone": answer(b"<p>Gone</p>", 404),
    "/moved": answer(b"", 301, Location="/bridge"),
    "/round": answer(b"", 302, Location="/round"),
    "/away": answer(b"", 302, Location="file:///etc/passwd"),
    "/picture": answer(b"\x89PNG", kind="image/png"),
    "/untyped": answer(HTML, kind=""),
    "/squeezed": answer(gzip.compress(HTML), Content_Encoding="gzip"),
    "/bomb": answer(gzip.compress(b"<p>boom</p>" * 2_000_000), Content_Encoding="gzip"),
    "/empty": answer(b"<html><body><nav>Menu</nav></body></html>"),
    "/cut": cut,
    "/endless": endless,
}


class Server(BaseHTTPRequestHandler):
    asked: list[tuple[str, dict[str, str]]]

    def do_GET(self) -> None:
        self.asked.append((self.path, dict(self.headers)))
        PAGES.get(self.path, PAGES["/gone"])(self)

    def log_message(self, *_: object) -> None:
        """Nothing."""


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    monkeypatch.setenv("NO_PROXY", "*")
    monkeypatch.setattr("sitegen.cli.fetching._PAUSE", 0.0)
    monkeypatch.setattr(Server, "asked", [], raising=False)
    with ThreadingHTTPServer(("127.0.0.1", 0), Server) as running:
        running.daemon_threads = True
        thread = threading.Thread(target=running.serve_forever, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{running.server_port}"
        running.shutdown()
        thread.join()


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    (tmp_path / "archive").mkdir()
    (tmp_path / "archive/note.txt").write_text("The museum is closed today, since the keeper has lost the key to it.\n")
    return tmp_path / "archive"


def run(*arguments: object) -> Result:
    return CliRunner().invoke(main, [*map(str, arguments)], catch_exceptions=False)


def test_a_fetched_page_becomes_an_article_that_builds(server: str, archive: Path, tmp_path: Path) -> None:
    """With its address, the time it was asked for, and the answer with its headers kept as a WARC."""
    added = run("add", "--fetch", f"{server}/bridge", "--content", archive)
    assert (added.exit_code, added.stderr) == (0, "")
    assert f"added from {server}/bridge" in added.stdout
    [article] = [one for one in read_archive(archive)[0].articles if one.id != "note"]
    assert article.url == f"{server}/bridge"
    assert article.captured is not None
    assert [block.text for block in article.body] == list(PARAGRAPHS)
    [original] = (archive / "_originals").iterdir()
    kept = gzip.decompress(original.read_bytes())
    assert original.name.endswith(".warc.gz")
    assert b"Server: BaseHTTP" in kept or b"server: BaseHTTP" in kept
    assert HTML in kept
    built = run("build", archive, "--output", tmp_path / "public", "--no-search", "--no-cache", "--strict")
    assert (built.exit_code, built.stderr) == (0, "")


def test_nothing_is_fetched_unasked(server: str, archive: Path) -> None:
    """Without the flag an address is wrong usage, and no request is made."""
    added = run("add", f"{server}/bridge", "--content", archive)
    assert added.exit_code == 2
    assert "--fetch" in added.stderr
    assert Server.asked == []


def test_it_says_who_asks_and_sends_nothing_else(server: str, archive: Path) -> None:
    """One request, with the tool's name, no cookies, no referrer and nothing about the reader."""
    run("add", "--fetch", f"{server}/bridge", "--content", archive)
    [(path, headers)] = Server.asked
    assert path == "/bridge"
    assert headers["User-Agent"].startswith("sitegen/")
    assert headers.keys() <= {"Host", "Accept", "Accept-Encoding", "Connection", "User-Agent"}


def test_redirects_are_followed_and_counted(server: str, archive: Path) -> None:
    """The address is the one at the end; one that leads round, or to no web address, is refused."""
    run("add", "--fetch", f"{server}/moved", "--content", archive)
    assert {one.url for one in read_archive(archive)[0].articles} >= {f"{server}/bridge"}
    for path, message in (("/round", "leads on more than 5 times"), ("/away", "not an http or https address")):
        added = run("add", "--fetch", f"{server}{path}", "--content", archive)
        assert added.exit_code == 1
        assert message in added.stderr
        assert f"{server}{path}:1:1: error" in added.stderr


@pytest.mark.parametrize(
    ("path", "message"),
    [
        ("/gone", "the server answers: 404 Not Found [not-fetched]"),
        ("/picture", "this is no HTML page: the server calls it `image/png` [not-a-page]"),
        ("/untyped", "this is no HTML page: the server calls it `nothing` [not-a-page]"),
        ("/cut", "this cannot be fetched: "),
        ("/endless", "more bytes than `limits.import_bytes`, 20,000,000 [too-big]"),
        ("/empty", "0 articles added"),
        ("/bomb", "ratio"),
    ],
)
def test_what_is_no_page_is_refused(server: str, archive: Path, path: str, message: str) -> None:
    """With the reason; no article and no original is left, and the other addresses are added."""
    added = run("add", "--fetch", f"{server}{path}", f"{server}/bridge", "--content", archive)
    assert message in added.output.replace("1 article added, 1 page without an article passed over", "0 articles added")
    assert "Traceback" not in added.output
    assert len(read_archive(archive)[0].articles) == 2
    assert len(list((archive / "_originals").iterdir())) == 1


def test_a_squeezed_page_is_read(server: str, archive: Path) -> None:
    """A body that came with gzip is kept as it came, and read."""
    assert run("add", "--fetch", f"{server}/squeezed", "--content", archive).exit_code == 0
    assert len(read_archive(archive)[0].articles) == 2


def test_nobody_answers(archive: Path) -> None:
    """A port nobody listens on, and a host that does not exist, are told of in a line."""
    added = run("add", "--fetch", "http://127.0.0.1:9/", "--content", archive)
    assert added.exit_code == 1
    assert "this cannot be fetched" in added.stderr


@pytest.mark.parametrize("address", ["ftp://a.example/x", "http://user:secret@a.example/", "http://", "http://[::1"])
def test_what_is_no_address_is_refused(archive: Path, address: str) -> None:
    """No other scheme, no password, no broken host."""
    added = run("add", "--fetch", address, "--content", archive)
    assert added.exit_code == 1
    assert "[bad-address]" in added.stderr


def test_one_host_is_asked_once_a_second(server: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Between two requests to one host, redirects among them, the rest of a second is waited; between two hosts not."""
    slept: list[float] = []
    monkeypatch.setattr("sitegen.cli.fetching.time.sleep", slept.append)
    fetcher = Fetcher(tmp_path, 1_000_000, pause=100.0)
    fetcher.fetch(f"{server}/bridge")
    fetcher.fetch(f"{server}/moved")
    assert slept[0] == 0
    assert all(90 < one <= 100 for one in slept[1:])
    assert len(slept) == 3
    with pytest.raises(Refused):
        fetcher.fetch(server.replace("127.0.0.1", "localhost") + "/gone")
    assert slept[3] == 0
