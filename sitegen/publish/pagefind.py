"""Talks to the Pagefind program that comes inside the `pagefind_bin_extended` package. Never fetches one.

Its service takes base64 of JSON, closed by a comma, and answers the same way. The package's own Python wrapper
around that service (`pagefind.index.PagefindIndex`) was tried and failed: it sleeps 0.1 s before it reads each
answer (20 s for 200 pages, against 0.4 s), waits for ever when the program dies, and for ever when an answer is
longer than 2 MiB, which the files of 1,000 pages are.
"""

import base64
import json
import os
import subprocess
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import IO, Any

_CHUNK = 1 << 20


class PagefindError(Exception):
    """The program could not be run, died, or refused."""


class Index:
    """An index in the making, in the memory of the program."""

    def __init__(self, requests: IO[bytes], answers: IO[bytes]) -> None:
        self._requests = requests
        self._answers = answers
        self._rest = b""
        self._sent = 0
        self._id = self._ask("NewIndex", config=None)["index_id"]

    def add(self, url: str, html: str) -> None:
        """Indexes a page. The order of the calls decides the bytes of the index."""
        self._ask("AddFile", index_id=self._id, url=url, file_path=None, file_contents=html)

    def files(self) -> dict[str, bytes]:
        """All files of the index, by path relative to its folder."""
        answer = self._ask("GetFiles", index_id=self._id)
        return {one["path"]: base64.b64decode(one["content"]) for one in answer["files"]}

    def _ask(self, kind: str, **fields: object) -> Mapping[str, Any]:
        self._sent += 1
        message = {"message_id": self._sent, "payload": {"type": kind, **fields}}
        self._requests.write(base64.b64encode(json.dumps(message).encode()) + b",")
        self._requests.flush()
        payload: Mapping[str, Any] = json.loads(base64.b64decode(self._answer()))["payload"]
        if payload["type"] == "Error":
            raise PagefindError(str(payload.get("message")))
        return payload

    def _answer(self) -> bytes:
        parts = [self._rest]
        while b"," not in parts[-1]:
            part = os.read(self._answers.fileno(), _CHUNK)
            if not part:
                raise PagefindError("it ended without an answer")
            parts.append(part)
        last, _, self._rest = parts[-1].partition(b",")
        return b"".join(parts[:-1]) + last


@contextmanager
def new_index() -> Iterator[Index]:
    """Runs the program for the time of the block. Raises PagefindError."""
    try:
        # Here, as whoever publishes or verifies a site does not index it.
        from pagefind_bin_extended import get_executable  # type: ignore[import-untyped]

        program = get_executable()
        # A pagefind.toml in the folder and PAGEFIND_* variables are settings of the command, not of this site.
        settings = {name: value for name, value in os.environ.items() if not name.startswith("PAGEFIND_")}
        process = subprocess.Popen(
            [program, "--service"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            cwd=program.parent,
            env=settings,
        )
    except OSError as failure:
        raise PagefindError((failure.strerror or str(failure)).lower()) from failure
    assert process.stdin is not None
    assert process.stdout is not None
    try:
        with process:
            try:
                yield Index(process.stdin, process.stdout)
            finally:
                process.kill()
    except BrokenPipeError as failure:
        # Also from closing the pipe, when it died before it had read what waits in it.
        raise PagefindError("it ended too early") from failure
