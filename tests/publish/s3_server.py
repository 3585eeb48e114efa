"""Uploads to a server of S3 on this machine: `make test-s3`, which CI runs too.

They need an environment of their own: the library that reads pages pins what the library of S3 cannot use. So nothing
is imported here but publishing.
"""

import socket
import time
import urllib.request
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

from sitegen.diagnostics import SitegenError
from sitegen.publish import open_destination, plan_upload, upload

OLD = {
    "index.html": "<p>old",
    "articles/lone/index.html": "<p>lone",
    "articles/short/index.html": "<p>gone in the next",
    "articles/ä b/index.html": "<p>a name that is no ASCII",
    "assets/site.0a1b2c3d4e5f.css": "p {}",
    "feed.xml": "<feed/>",
}
NEW = {
    **{path: text for path, text in OLD.items() if "short" not in path and "css" not in path},
    "index.html": "<p>new",
    "articles/more/index.html": "<p>more",
    "assets/site.5e4d3c2b1a00.css": "p { color: red }",
}
PLACE = "s3://bucket/archive"


@pytest.fixture
def store(monkeypatch: pytest.MonkeyPatch) -> Iterator[Any]:
    """A file system of S3 with an empty bucket, on a server that answers while the test runs."""
    server, s3fs = import_module("moto.server"), import_module("s3fs")
    for name in ("AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY"):
        monkeypatch.setenv(name, "test")
    running = server.ThreadedMotoServer(ip_address="127.0.0.1", port=0)
    running.start()
    try:
        address = f"http://127.0.0.1:{running.get_host_and_port()[1]}"
        urllib.request.urlopen(f"{address}/moto-api/reset", data=b"").close()
        monkeypatch.setenv("AWS_ENDPOINT_URL", address)
        s3fs.S3FileSystem.clear_instance_cache()
        files = s3fs.S3FileSystem(skip_instance_cache=True)
        files.mkdir("bucket")
        yield files
    finally:
        running.stop()


@pytest.fixture
def sites(tmp_path: Path, build: Any) -> tuple[Path, Path]:
    for name, pages in (("old", OLD), ("new", NEW)):
        build(tmp_path / name, pages)
    return tmp_path / "old", tmp_path / "new"


def put(site: Path, steps: int = 10**9) -> None:
    there = open_destination(PLACE)

    def progress(*_: object) -> None:
        nonlocal steps
        steps -= 1
        if steps < 0:
            raise KeyboardInterrupt

    upload(site, there, plan_upload(site, there, PLACE), progress)


def found(store: Any) -> dict[str, bytes]:
    store.invalidate_cache()
    paths = store.find("bucket/archive")
    return {path.removeprefix("bucket/archive/"): store.cat_file(path) for path in paths}


def test_two_generations(store: Any, sites: tuple[Path, Path], tree: Any) -> None:
    """What stands there is the site, and after the next upload the next; nothing is uploaded twice."""
    for site in sites:
        put(site)
        assert {path: found(store)[path] for path in tree(site)} == tree(site)
    assert not store.exists("bucket/archive/articles/short/index.html")
    assert store.exists("bucket/archive/assets/site.0a1b2c3d4e5f.css"), "for one generation more"
    assert plan_upload(sites[1], open_destination(PLACE), PLACE).same


def test_types_and_cache_headers(store: Any, sites: tuple[Path, Path]) -> None:
    """The server tells readers what each file is and how long it may be kept."""
    put(sites[0])
    page = store.call_s3("head_object", Bucket="bucket", Key="archive/index.html")
    assert page["ContentType"] == "text/html; charset=utf-8"
    assert page["CacheControl"] == "public, max-age=0, must-revalidate"
    style = store.call_s3("head_object", Bucket="bucket", Key="archive/assets/site.0a1b2c3d4e5f.css")
    assert style["ContentType"] == "text/css; charset=utf-8"
    assert "immutable" in style["CacheControl"]


def test_an_upload_that_broke_off_goes_on(store: Any, sites: tuple[Path, Path], tree: Any) -> None:
    """At whatever step, from another machine too: the next one makes it whole."""
    put(sites[0])
    for steps in range(4):
        with pytest.raises(KeyboardInterrupt):
            put(sites[1], steps)
        assert found(store)["manifest.json"] == tree(sites[0])["manifest.json"], "which says that it is not done"
    put(sites[1])
    assert {path: found(store)[path] for path in tree(sites[1])} == tree(sites[1])


def test_somebody_elses_bucket_is_left_alone(store: Any, sites: tuple[Path, Path]) -> None:
    """Files and no manifest of ours: refused, and not a byte changes."""
    store.pipe_file("bucket/archive/thesis.doc", b"years of work")
    with pytest.raises(SitegenError) as refused:
        put(sites[0])
    assert refused.value.diagnostics[0].code == "destination-not-ours"
    assert found(store) == {"thesis.doc": b"years of work"}


def test_a_server_that_is_not_there_is_told(
    store: Any, sites: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    """In words, with a next step."""
    with socket.create_server(("127.0.0.1", 0)) as nobody:
        port = nobody.getsockname()[1]
    monkeypatch.setenv("AWS_ENDPOINT_URL", f"http://127.0.0.1:{port}")
    monkeypatch.setenv("AWS_MAX_ATTEMPTS", "1")
    type(store).clear_instance_cache()
    monkeypatch.setattr(time, "sleep", lambda _: None)
    with pytest.raises(SitegenError) as told:
        put(sites[0])
    assert told.value.diagnostics[0].code in ("upload-failed", "destination-unknown")
