"""A published site checked from afar: every changed and missing file is found, by what a host really serves."""

import gzip
import subprocess
import sys
import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from sitegen.cli import main
from sitegen.publish.over_http import verify_address
from tests.conftest import REPOSITORY

PAGES = {"index.html": "home", "stories/a/index.html": "a", "data/ü.json": "{}", "404.html": "no", "_headers": "/*"}


class Quiet(SimpleHTTPRequestHandler):
    """Serves a folder, and says nothing."""

    protocol_version = "HTTP/1.1"

    def log_message(self, *_: object) -> None:
        pass

    def list_directory(self, _: Any) -> None:
        self.send_error(404)


class Compressing(Quiet):
    """A host that compresses, whatever was asked for."""

    def do_GET(self) -> None:
        path = Path(self.translate_path(self.path))
        found = path / "index.html" if path.is_dir() else path
        body = gzip.compress(found.read_bytes()) if found.is_file() else b""
        self.send_response(200 if body else 404)
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)


@pytest.fixture(params=[Quiet, Compressing])
def address(request: pytest.FixtureRequest, tmp_path: Path, build: Any) -> Iterator[str]:
    """Below a path, as a project's page stands on some hosts."""
    build(tmp_path / "www/archive", PAGES)
    (tmp_path / "www/archive/_headers").unlink()
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(request.param, directory=str(tmp_path / "www"))) as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}/archive/"
        server.shutdown()
        thread.join()


def test_a_whole_site_is_whole(address: str) -> None:
    """With or without a slash at the end; what a host keeps to itself is not missed."""
    for one in (address, address.rstrip("/")):
        found = verify_address(one)
        assert found.intact
        assert found.untracked == ()


def test_every_flipped_byte_is_found(address: str, tmp_path: Path) -> None:
    """Of every file, and whichever byte."""
    for path in PAGES:
        if path == "_headers":
            continue
        file = tmp_path / "www/archive" / path
        content = file.read_bytes()
        for at in range(len(content)):
            file.write_bytes(content[:at] + bytes([content[at] ^ 1]) + content[at + 1 :])
            assert verify_address(address).changed == (path,)
        for other in (content + b"x", content[:-1]):
            file.write_bytes(other)
            assert verify_address(address).changed == (path,)
        file.unlink()
        assert verify_address(address).missing == (path,)
        file.write_bytes(content)


def test_the_command(address: str, tmp_path: Path) -> None:
    """Exit code 0 as published, 1 with a line for each file that is not; 1 in words where there is no site."""
    whole = CliRunner().invoke(main, ["verify", address])
    assert (whole.exit_code, whole.stdout) == (0, f"{address} is as it was published\n")
    (tmp_path / "www/archive/index.html").write_text("hacked")
    (tmp_path / "www/archive/404.html").unlink()
    result = CliRunner().invoke(main, ["verify", address])
    assert (result.exit_code, result.stdout) == (1, "changed: index.html\nmissing: 404.html\n")
    nowhere = CliRunner().invoke(main, ["verify", f"{address}nowhere/"])
    assert nowhere.exit_code == 1
    assert "no-manifest" in nowhere.stderr
    unreachable = CliRunner().invoke(main, ["verify", "http://127.0.0.1:1/"])
    assert unreachable.exit_code == 1
    assert "unreachable" in unreachable.stderr


def test_a_build_does_not_import_what_asks_the_network() -> None:
    """Nor what seeks withheld words in a site: both are a twentieth of the start of a build."""
    program = "import sys, sitegen.cli.build, sitegen.pipeline.build; print(*sys.modules)"
    told = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True, cwd=REPOSITORY)
    modules = told.stdout.split()
    assert "sitegen.publish.generation" in modules
    assert not {"sitegen.publish.over_http", "sitegen.publish.leaks", "http.client"} & {*modules}
