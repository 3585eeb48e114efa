"""Reads a file that may be gzipped, member by member, within a ratio. A file that ends inside a member is told.

The readers of the standard library and of warcio end quietly where a member was cut, and inflate without bound.
"""

import zlib
from typing import BinaryIO

from sitegen.read.refusal import Refused

_CHUNK = 1 << 16
_RATIO_FROM = 1_000_000
"""Bytes from which the ratio counts; a page of nothing but spaces is small enough to be left alone."""
_GZIP = b"\x1f\x8b"
CUT_HINT = "fetch or copy the file again; the pages before the cut are whole"


class Inflated:
    """The bytes of a file, inflated if it is gzipped."""

    def __init__(self, file: BinaryIO, ratio: int) -> None:
        self._file = file
        self._ratio = ratio
        self._raw = file.read(_CHUNK)
        self._zipped = self._raw.startswith(_GZIP)
        self._member = zlib.decompressobj(31) if self._zipped else None
        self._into = self._out = 0
        self._ready = b""

    def read(self, size: int) -> bytes:
        """That many bytes; fewer only at the end.

        Raises Refused where a member is cut, damaged or inflates beyond the ratio.
        """
        parts: list[bytes] = []
        while size > 0:
            if not self._ready:
                self._ready = self._more()
            if not self._ready:
                break
            parts.append(self._ready[:size])
            self._ready = self._ready[size:]
            size -= len(parts[-1])
        return b"".join(parts)

    def line(self, longest: int) -> bytes:
        """Bytes up to and with the next line feed, at most that many."""
        parts: list[bytes] = []
        left = longest
        while left > 0:
            if not self._ready:
                self._ready = self._more()
            if not self._ready:
                break
            end = self._ready.find(b"\n", 0, left) + 1 or min(left, len(self._ready))
            parts.append(self._ready[:end])
            self._ready = self._ready[end:]
            left -= end
            if parts[-1].endswith(b"\n"):
                break
        return b"".join(parts)

    def skip_blank(self) -> tuple[int, bool]:
        """Passes over line ends: how many bytes, and whether the file, or a member of it, ends there.

        Of a member that ends the checksum is checked, which comes after its bytes.
        """
        skipped = 0
        while True:
            kept = self._ready.lstrip(b"\r\n")
            skipped += len(self._ready) - len(kept)
            self._ready = kept
            if kept or (self._zipped and self._member is None):
                return skipped, not kept
            self._ready = self._pull() if self._zipped else self._more()
            if not self._ready and not self._zipped:
                return skipped, True

    def _more(self) -> bytes:
        """Some bytes; none at the end of the file."""
        if not self._zipped:
            chunk, self._raw = self._raw, self._file.read(_CHUNK)
            return chunk
        inflated = b""
        while not inflated:
            if self._member is None:
                self._raw = self._raw or self._file.read(_CHUNK)
                if not self._raw:
                    return b""
                self._member, self._into, self._out = zlib.decompressobj(31), 0, 0
            inflated = self._pull()
        return inflated

    def _pull(self) -> bytes:
        """Some bytes of the member that was begun; it is None after its end."""
        assert self._member is not None
        self._raw = self._raw or self._file.read(_CHUNK)
        ended = not self._raw
        inflated = self._step(self._member)
        if self._member.eof:
            self._raw, self._member = self._member.unused_data, None
        elif ended and not inflated:
            raise Refused("cut-file", "this file ends in the middle of a gzip member", CUT_HINT)
        return inflated

    def _step(self, member: "zlib._Decompress") -> bytes:
        compressed = self._raw
        try:
            inflated = member.decompress(compressed, _CHUNK)
        except zlib.error:
            raise Refused("bad-gzip", "this is not gzip from here on, or was damaged", CUT_HINT) from None
        self._raw = member.unconsumed_tail
        self._into += len(compressed) - len(self._raw) - len(member.unused_data)
        self._out += len(inflated)
        if self._out > _RATIO_FROM and self._out > self._ratio * self._into:
            raise inflates(self._ratio)
        return inflated


def inflates(ratio: int) -> Refused:
    """What is said of a gzip bomb."""
    message = f"this inflates to more than {ratio:,} times its size, and `limits.warc_ratio` is {ratio:,}"
    return Refused("inflates", message, "raise `warc_ratio` under `[limits]` in site.toml, if you trust the file")
