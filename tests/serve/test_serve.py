"""What the preview answers, and to whom."""

import itertools
import json
import os
import select
import signal
import socket
import subprocess
import sys
import textwrap
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest

from sitegen.diagnostics import Location, SitegenError, error, warning
from sitegen.serve import EVENTS, SCRIPT, connections, handler, serve
from sitegen.serve import preview as previewing
from sitegen.serve.connections import Stage

BROKEN = error(
    "unknown-field", "`<b>sorce</b>` is not a field", Location(path="a.md", line=3), hint="did you mean `source`?"
)


class Stream:
    """An event stream, read event by event."""

    def __init__(self, preview: Any) -> None:
        self._connection = preview.connected()
        self._connection.sendall(f"GET {EVENTS} HTTP/1.1\r\nHost: {preview.host}\r\n\r\n".encode())
        self._file = self._connection.makefile("rb")
        self.head = list(iter(lambda: self._file.readline().strip(), b""))

    def __enter__(self) -> "Stream":
        return self

    def __exit__(self, *_: object) -> None:
        self._file.close()
        self._connection.close()

    def next(self) -> Any:
        for line in self._file:
            if line.startswith(b"data: "):
                return json.loads(line.removeprefix(b"data: "))
        return None


def test_pages_are_served_as_a_static_host_would(preview: Any) -> None:
    """Folders answer with their index, without the slash by sending there; what is not there is a 404."""
    assert preview.get("/")[0] == 200
    assert b"a story" in preview.get("/stories/a/")[2]
    assert b"a story" in preview.get("/stories/a/index.html?x=1")[2]
    assert preview.get("/stories/a?x=1&y=%20")[:2][0] == 301
    assert preview.get("/stories/a?x=1&y=%20")[1]["location"] == "/stories/a/?x=1&y=%20"
    assert b"umlaut" in preview.get("/stories/%C3%A4%20b/")[2]
    assert preview.get("/stories/%C3%A4%20b")[1]["location"] == "/stories/%C3%A4%20b/"
    for missing in ("/stories/", "/Stories/a/", "/about", "/about.html/", "/index.html/", "/stories/a/index"):
        status, headers, body = preview.get(missing)
        assert status == 404, missing
        assert b"nothing here" in body
        assert headers["content-type"] == "text/html; charset=utf-8"


def test_head_has_no_body_and_other_methods_are_refused(preview: Any) -> None:
    """HEAD tells the length and sends nothing; nothing can be posted, and no preflight is answered."""
    status, headers, body = preview.get("/about.html", method="HEAD")
    assert (status, body) == (200, b"")
    assert int(headers["content-length"]) > 50
    assert preview.get(EVENTS, method="HEAD")[0] == 200
    for method in ("POST", "PUT", "DELETE", "OPTIONS", "CONNECT"):
        assert preview.get("/", method=method)[0] == 501


def test_headers(preview: Any) -> None:
    """Types are right on every machine, nothing is stored, and no other site is let in."""
    types = {
        "/": "text/html; charset=utf-8",
        "/x.js": "text/javascript; charset=utf-8",
        "/search/index/x.json": "application/json",
        "/y.strange": "application/octet-stream",
        "/manifest.json": "application/json",
        SCRIPT: "text/javascript; charset=utf-8",
    }
    for target, kind in types.items():
        _, headers, body = preview.get(target)
        assert headers["content-type"] == kind
        assert headers["cache-control"] == "no-store"
        assert headers["x-content-type-options"] == "nosniff"
        assert int(headers["content-length"]) == len(body)
        assert not [name for name in headers if name.startswith("access-control")]


def traversals() -> list[bytes]:
    """Ways to say `..` and `/`, put together."""
    ups = ["..", "%2e%2e", ".%2e", "%2E.", "..%00", "%252e%252e", "..;", "%c0%ae%c0%ae", ".. "]
    slashes = ["/", "//", "%2f", "%5c", "\\", "%255c", "%c0%af"]
    made = [
        f"/{start}{up}{slash}{up}{slash}secret"
        for up, slash, start in itertools.product(ups, slashes, ["", "stories/"])
    ]
    return [one.replace(" ", "%20").encode() for one in made]


def test_nothing_outside_the_site_is_served(start: Any) -> None:
    """Whatever the way to say `..`, no byte of a file that the manifest does not list comes back."""
    preview = start()
    secret = b"top secret"
    (preview.site.parent / "secret").write_bytes(secret)
    (preview.site / "secret").write_bytes(secret)
    (preview.site / "stories" / "secret").write_bytes(secret)
    others = [b"/secret", b"/stories/secret", str(preview.site.parent / "secret").encode(), b"/./secret", b"/%73ecret"]
    for target in [*traversals(), *others]:
        status, _, body = preview.get(target)
        assert status in (400, 404), target
        assert secret not in body


@pytest.mark.parametrize(
    "target",
    [
        "//", "//about.html", "//evil.example/", "/\x00", "/%00", "/about.html%00", "/a%0d%0aSet-Cookie:x",
        "/about.html#x",
        "http://127.0.0.1/about.html", "*", "about.html", "/stories%2fa%2findex.html", "/%ff", "/stories/a%5c",
    ],
)  # fmt: skip
def test_odd_targets_are_refused(preview: Any, target: str) -> None:
    """What a static host would not take for a page is not one here."""
    status, headers, _ = preview.get(target)
    assert status in (400, 404)
    assert "location" not in headers


def test_requests_that_are_none(preview: Any) -> None:
    """Rubbish, endless lines and silence do not stop it from serving."""
    for rubbish in (b"\r\n\r\n", b"\x16\x03\x01\x02", b"GET\r\n\r\n", b"GET /\r\n\r\n", b"GET / HTTP/9.9\r\n\r\n"):
        with preview.connected() as connection:
            connection.sendall(rubbish)
    assert preview.get("/" + "a" * 70_000)[0] == 414
    assert preview.get("/")[0] == 200


def test_link_in_the_site_is_not_followed(start: Any) -> None:
    """A page that has become a link since the build is not read through it."""
    preview = start()
    (preview.site / "x.js").unlink()
    (preview.site / "x.js").symlink_to("/etc/hostname")
    assert preview.get("/x.js")[0] == 404


def test_control_joining_paths_would_leak(start: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    """With addresses joined to the folder instead of looked up, the file beside the site comes back."""
    preview = start()

    class Joined(dict[str, Path]):
        def get(self, key: str, *_: Any) -> Any:
            return Path(os.path.normpath(f"{preview.site}{key}"))

    (preview.site.parent / "secret").write_bytes(b"top secret")
    monkeypatch.setattr(previewing, "listed", lambda *_: Joined())
    (preview.content / "a.txt").write_text("again")
    while len(preview.said) < 3:
        time.sleep(0.02)
    assert preview.get("/%2e%2e/secret")[2] == b"top secret"


@pytest.mark.parametrize(
    "host", ["evil.example", "127.0.0.1", "127.0.0.1:1", "localhost.evil.example:{port}", "", "[::1]"]
)
def test_foreign_host_is_refused(preview: Any, host: str) -> None:
    """A name that was made to point here (DNS rebinding) gets nothing."""
    port = preview.host.split(":")[1]
    request = f"GET / HTTP/1.1\r\nHost: {host.format(port=port)}\r\n\r\n" if host else "GET / HTTP/1.0\r\n\r\n"
    answer = preview.raw(request.encode())
    assert b" 403 " in answer
    assert b"hello" not in answer


def test_own_hosts_are_served(preview: Any) -> None:
    """The names of this machine are fine, in any case; two of them at once are not."""
    port = preview.host.split(":")[1]
    for name in ("127.0.0.1", "localhost", "LOCALHOST", "[::1]"):
        assert b" 200 " in preview.raw(f"GET / HTTP/1.1\r\nHost: {name}:{port}\r\n\r\n".encode())
    assert preview.get("/", f"Host: {preview.host}")[0] == 403


@pytest.mark.parametrize(
    "header",
    [
        "Origin: http://evil.example",
        "Origin: null",
        "Origin: https://{host}",
        "Sec-Fetch-Site: cross-site",
        "Sec-Fetch-Site: same-site",
    ],
)
@pytest.mark.parametrize("target", ["/", EVENTS])
def test_foreign_origin_is_refused(preview: Any, header: str, target: str) -> None:
    """A page of another site can neither read pages nor listen to the events."""
    status, headers, body = preview.get(target, header.format(host=preview.host))
    assert status == 403
    assert b"hello" not in body
    assert "access-control-allow-origin" not in headers


def test_control_unchecked_it_would_answer_anyone(preview: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    """With the check switched off, the foreign host gets the page."""
    monkeypatch.setattr(handler.Handler, "_is_from_here", lambda _: True)
    assert b"hello" in preview.raw(b"GET / HTTP/1.1\r\nHost: evil.example\r\n\r\n")


def test_link_from_elsewhere_may_lead_here(preview: Any) -> None:
    """Following a link from another site shows the page; that site cannot read it."""
    assert preview.get("/", "Sec-Fetch-Site: cross-site", "Sec-Fetch-Dest: document")[0] == 200
    assert preview.get("/", f"Origin: http://{preview.host}", "Sec-Fetch-Site: same-origin")[0] == 200


def test_script_is_added_in_sending_only(preview: Any) -> None:
    """Pages carry the script, before the end of the body; the files do not, nor does anything that is no page."""
    body = preview.get("/about.html")[2]
    assert body.count(SCRIPT.encode()) == 1
    assert body.endswith(b"defer></script></body></html>")
    assert b"script" not in (preview.site / "about.html").read_bytes()
    assert preview.get("/x.js")[2] == b"1"
    script = preview.get(SCRIPT)[2]
    assert b"innerHTML" not in script
    assert b"eval" not in script


def test_change_is_built_and_told(start: Any) -> None:
    """Saving a file rebuilds the site and sends the new build to the open pages."""
    preview = start()
    with Stream(preview) as stream:
        assert b"Content-Type: text/event-stream" in stream.head
        before = stream.next()
        assert before["problems"] == []
        assert before["build"].encode() in preview.get("/")[2]
        (preview.content / "a.txt").write_text("changed")
        after = stream.next()
        assert after["problems"] == []
        assert after["build"] != before["build"]
        page = preview.get("/")[2]
        assert b"changed" in page
        assert after["build"].encode() in page


def test_failed_build_keeps_the_last_good_site(start: Any) -> None:
    """While the content is wrong the old pages stay and the events say what is wrong; once mended, it goes on."""
    preview = start()
    with Stream(preview) as stream:
        before = stream.next()
        preview.problems = (BROKEN,)
        (preview.content / "a.txt").write_text("changed")
        failed = stream.next()
        assert failed["build"] == before["build"]
        assert failed["problems"] == [
            "a.md:3:1: error: `<b>sorce</b>` is not a field [unknown-field]\nhint: did you mean `source`?"
        ]
        assert b"hello" in preview.get("/")[2]
        with Stream(preview) as late:
            assert late.next() == failed
        preview.problems = ()
        (preview.content / "a.txt").write_text("mended")
        assert stream.next()["problems"] == []
        assert b"mended" in preview.get("/")[2]
    assert preview.said[2] == "not built, problems: 1; still showing the last good site"


def test_build_that_raises_is_a_failed_build(start: Any) -> None:
    """A SitegenError is shown like any other problem."""
    preview = start()
    with Stream(preview) as stream:
        stream.next()
        preview.raises = (BROKEN,)
        (preview.content / "a.txt").write_text("changed")
        assert "[unknown-field]" in stream.next()["problems"][0]


def test_warnings_do_not_stop_a_build(start: Any) -> None:
    """What is only a warning is no problem of the page."""
    preview = start(problems=(warning("odd", "it is odd", Location(path="a.md")),))
    with Stream(preview) as stream:
        assert stream.next()["problems"] == []


def test_first_build_that_fails_is_shown_escaped(start: Any) -> None:
    """With no good site yet, every address shows what is wrong, as text, and waits for the first good build."""
    preview = start(problems=(BROKEN,))
    status, _, body = preview.get("/stories/a/")
    assert status == 503
    assert b"&lt;b&gt;sorce&lt;/b&gt;" in body
    assert b"<b>" not in body
    assert SCRIPT.encode() in body
    with Stream(preview) as stream:
        assert stream.next()["build"] == ""
        preview.problems = ()
        (preview.content / "a.txt").write_text("mended")
        assert stream.next()["build"] != ""
    assert preview.get("/")[0] == 200


def test_own_output_is_no_change(tmp_path: Path) -> None:
    """What a build writes does not set off the next, even when it writes inside a watched folder."""
    folder, stop = tmp_path / "site", threading.Event()
    occasions = previewing._occasions((tmp_path,), folder, stop)
    assert next(occasions) is True
    folder.mkdir()
    (folder / "index.html").write_text("x")
    threading.Timer(0.5, stop.set).start()
    assert [path for path in occasions if (folder / "never").exists()] == []


def test_root_of_the_site(start: Any) -> None:
    """A site for a path of its host is served below that path, and the bare address leads there."""
    preview = start(root="/archive/")
    assert b"hello" in preview.get("/archive/")[2]
    assert preview.get("/")[:2][0] == 302
    assert preview.get("/")[1]["location"] == "/archive/"
    assert preview.get("/archive")[1]["location"] == "/archive/"
    assert preview.get("/stories/a/")[0] == 404
    assert preview.said[0] == f"serving http://{preview.host}/archive/ until Ctrl-C"


def test_port_that_is_taken_is_told(preview: Any, tmp_path: Path) -> None:
    """The message comes before any build, and says how to get another port."""
    port = int(preview.host.split(":")[1])
    with pytest.raises(SitegenError) as refused:
        serve(lambda: pytest.fail("built"), folder=tmp_path, watched=(), say=print, port=port)
    (problem,) = refused.value.diagnostics
    assert problem.code == "port-in-use"
    assert str(port) in problem.message
    assert "--port 0" in problem.hint


@pytest.mark.parametrize(("host", "port"), [("256.1.1.1", 0), ("203.0.113.1", 0), ("127.0.0.1", 70_000)])
def test_address_that_is_not_ours_is_told(tmp_path: Path, host: str, port: int) -> None:
    """An address of another machine, or no address, is an error with a hint."""
    with pytest.raises(SitegenError) as refused:
        serve(lambda: (), folder=tmp_path, watched=(), say=print, host=host, port=port)
    assert refused.value.diagnostics[0].code == "cannot-listen"
    assert refused.value.diagnostics[0].hint


class Drips(threading.Thread):
    """Clients that send a line of a request now and then, and never its last."""

    def __init__(self, preview: Any, count: int) -> None:
        super().__init__(daemon=True)
        self.clients = [preview.connected() for _ in range(count)]
        for client in self.clients:
            client.sendall(b"GET / HTTP/1.1\r\nHost: " + preview.host.encode() + b"\r\n")
        self.stop = threading.Event()
        self.start()

    def run(self) -> None:
        while not self.stop.wait(0.05):
            for client in self.clients:
                with suppress(OSError):
                    client.sendall(b"X-Drip: 1\r\n")

    def ended(self) -> int:
        """How many the server has cut off."""
        readable, _, _ = select.select(self.clients, [], [], 0)
        return len(readable)


@pytest.fixture
def drips() -> Iterator[Callable[[Any, int], Drips]]:
    begun: list[Drips] = []

    def begin(preview: Any, count: int) -> Drips:
        begun.append(Drips(preview, count))
        return begun[-1]

    yield begin
    for one in begun:
        one.stop.set()
        one.join()
        for client in one.clients:
            client.close()


def test_clients_that_drip_block_nobody(start: Any, drips: Any) -> None:
    """Three hundred that never end their request, three times the places there are: every reader is answered."""
    preview = start()
    held = drips(preview, 3 * connections.MOST)
    assert [preview.get("/")[0] for _ in range(20)] == [200] * 20
    assert held.ended() >= 2 * connections.MOST


def test_a_request_has_a_deadline(start: Any, drips: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    """A line now and then is no reason to wait for ever: who asks for too long is cut off, who listens stays."""
    monkeypatch.setattr(connections, "SECONDS_TO_ASK", 1)
    preview = start()
    with Stream(preview) as listener:
        assert listener.next()["problems"] == []
        held = drips(preview, 10)
        # Not for long: a hundred lines are more than the parser of the head takes, which would end them too.
        for _ in range(200):
            if held.ended() == 10:
                break
            time.sleep(0.02)
        assert held.ended() == 10
        preview.problems = (BROKEN,)
        (preview.content / "a.txt").write_text("again")
        assert listener.next()["problems"] != []


def test_control_without_a_deadline_and_without_giving_way_drips_block(
    start: Any, drips: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With a limit for each read alone, and the newcomer turned away, a hundred such clients are all that is served."""
    monkeypatch.setattr(connections.Connections, "end_late", lambda _: None)
    monkeypatch.setattr(connections.Connections, "_end", lambda *_: (_ for _ in ()).throw(ConnectionError()))
    preview = start()
    held = drips(preview, connections.MOST)
    with pytest.raises((IndexError, ConnectionError)):
        preview.get("/")
    assert held.ended() == 0


def test_who_gives_way() -> None:
    """First who asks, the oldest before the younger, then who listens, then who is being answered."""
    seconds = iter(range(1000))
    ended: list[int] = []
    places = connections.Connections(ended.append, clock=lambda: float(next(seconds)))
    for number in range(connections.MOST):
        places.add(number)
    for number in set(range(connections.MOST)) - {7, 9}:
        places.becomes(number, Stage.LISTENING if number == 3 else Stage.ANSWERED)
    for newcomer in range(1000, 1005):
        places.add(newcomer)
        places.becomes(newcomer, Stage.ANSWERED)
    assert ended == [7, 9, 3, 0, 1]


def test_ctrl_c_ends_it(tmp_path: Path) -> None:
    """Ctrl-C, with a page listening to the events, ends it within two seconds, without a word, with code 0."""
    program = f"""
        import json, pathlib
        from sitegen.serve import serve
        folder = pathlib.Path({str(tmp_path)!r})
        def build():
            (folder / "manifest.json").write_text(json.dumps({{"files": []}}))
            return ()
        serve(build, folder=folder, watched=(folder,), say=lambda line: print(line, flush=True), port=0)
    """
    process = subprocess.Popen(
        [sys.executable, "-W", "error", "-c", textwrap.dedent(program)],
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
    )  # fmt: skip
    with process:
        assert process.stdout is not None
        host = process.stdout.readline().split("/")[2]
        process.stdout.readline()
        with socket.create_connection(("127.0.0.1", int(host.split(":")[1])), timeout=5) as listening:
            listening.sendall(f"GET {EVENTS} HTTP/1.1\r\nHost: {host}\r\n\r\n".encode())
            assert b"200" in listening.recv(100)
            began = time.monotonic()
            process.send_signal(signal.SIGINT)
            out, err = process.communicate(timeout=5)
        assert time.monotonic() - began < 2
    assert (out, err, process.returncode) == ("", "", 0)
