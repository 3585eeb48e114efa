"""An upload to an object store, by `pytest tests/publish/s3_server.py` where `moto` and `s3fs` are installed.

They are in no lock file: moto asks for an older urllib3 than the library that reads pages. The same steps are tested in
memory in test_upload.py.
"""

from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

from sitegen.publish import open_destination
from tests.publish.test_upload import put, sites

__all__ = ["sites"]


def test_to_a_server_of_s3(sites: tuple[Path, Path], tree: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    """With types and cache headers, against a server on this machine."""
    server, s3fs = import_module("moto.server"), import_module("s3fs")
    for name in ("AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY"):
        monkeypatch.setenv(name, "test")
    running = server.ThreadedMotoServer(port=0)
    running.start()
    try:
        host, port = running.get_host_and_port()
        monkeypatch.setenv("AWS_ENDPOINT_URL", f"http://127.0.0.1:{port}")
        assert host
        store = s3fs.S3FileSystem()
        store.mkdir("bucket")
        for site in sites:
            put(site, open_destination("s3://bucket/archive"))
        store.invalidate_cache()
        for path, content in tree(sites[1]).items():
            assert store.cat_file(f"bucket/archive/{path}") == content
        assert not store.exists("bucket/archive/articles/short/index.html")
        head = store.call_s3("head_object", Bucket="bucket", Key="archive/index.html")
        assert head["ContentType"] == "text/html; charset=utf-8"
        assert head["CacheControl"] == "public, max-age=0, must-revalidate"
    finally:
        running.stop()
