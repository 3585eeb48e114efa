"""Web pages out of a WARC (ISO 28500), record by record.

Where a record begins and ends is read here, because a reader must not take a cut record for a whole one; what is
inside it (headers, digests) warcio reads. Only pages with status 200 count: requests, images, errors and revisits are
passed over, and so is JSON that holds no page.
"""

import io
import re
import zlib
from collections.abc import Iterator
from contextlib import redirect_stderr
from typing import Any, BinaryIO

from sitegen.config import Limits
from sitegen.formats.draft import needed, quiet
from sitegen.formats.inflate import CUT_HINT, Inflated, inflates
from sitegen.formats.json_pages import page_in_json
from sitegen.frozen import dataclass
from sitegen.read.refusal import Refused

_LONGEST_HEAD = 64_000
_PAGES = ("text/html", "application/xhtml+xml")
_JSON = re.compile(r"application/(?:[\w.+-]+\+)?json\b", re.IGNORECASE | re.ASCII)
_LENGTH = re.compile(rb"^content-length[ \t]*:[ \t]*(\d{1,15})[ \t]*\r?$", re.IGNORECASE | re.MULTILINE)
_CHUNK_SIZE = re.compile(rb"([0-9A-Fa-f]{1,8})[ \t]*(?:;[^\r\n]{0,1000})?\r\n")
_PIECE = 1 << 14
_CUT = "fetch the page again; a page that was cut is not imported"


@dataclass(frozen=True, slots=True, kw_only=True)
class Capture:
    """A page as a record holds it."""

    data: bytes
    """As the server meant it: without transfer and content encoding."""
    address: str
    captured: str
    """When, as the record says it; empty where it does not."""
    charset: str
    """As the Content-Type header names it; empty where it does not."""
    offset: int
    """Where its record begins in the inflated file, in bytes."""
    is_text: bool = False
    """Whether it is the text that a crawler made of a page, and no page."""
    is_answer: bool = False
    """Whether it stood in the answer of an interface: the address is that of the interface, and not the page's."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OtherRecord:
    """A record that is no page."""

    kind: str
    """Its type and what it holds, for people."""


def read_captures(file: BinaryIO, limits: Limits) -> Iterator[Capture | OtherRecord | Refused]:
    """Each page of a WARC, or why it is not taken. After damage that hides where the next record begins, it ends."""
    needed("warcio")
    try:
        stream = Inflated(file, limits.warc_ratio)
        offset = 0
        while begun := _head(stream, offset):
            offset, head = begun
            length = _length(head, offset)
            content = b""
            is_long = length > limits.warc_record_bytes
            if is_long:
                if _may_be_page(head):
                    yield _too_long(offset, length, limits)
                _skip(stream, length, offset)
            elif len(content := stream.read(length)) < length:
                raise _cut(offset)
            blank, ends = stream.skip_blank()
            if not blank and not ends:
                message = f"the record at byte {offset} does not end where its length says"
                raise Refused("bad-warc", message, CUT_HINT)
            if not is_long:
                may_be_page = _may_be_page(head)
                capture = _capture(head, content, offset, limits) if may_be_page else None
                yield capture or OtherRecord(kind=_kind(head, content))
            offset += len(head) + length + blank
    except Refused as refused:
        yield refused


def _head(stream: Inflated, offset: int) -> tuple[int, bytes] | None:
    """Where the next record begins, and its headers up to and with the empty line; None at the end."""
    line = stream.line(_LONGEST_HEAD)
    while line and not line.strip(b"\r\n"):
        offset += len(line)
        line = stream.line(_LONGEST_HEAD)
    if not line:
        return None
    if not line.startswith(b"WARC/"):
        message = f"no WARC record begins at byte {offset}, where one should"
        raise Refused("bad-warc", message, CUT_HINT)
    lines = [line]
    size = len(line)
    while lines[-1].strip(b"\r\n"):
        line = stream.line(_LONGEST_HEAD - size)
        size += len(line)
        lines.append(line)
        if size >= _LONGEST_HEAD:
            message = f"the headers of the record at byte {offset} have more than {_LONGEST_HEAD:,} bytes"
            raise Refused("bad-warc", message, CUT_HINT)
        if not line.endswith(b"\n"):
            raise _cut(offset)
    return offset, b"".join(lines)


def _length(head: bytes, offset: int) -> int:
    match = set(_LENGTH.findall(head))
    if len(match) != 1 or len(re.findall(rb"(?im)^content-length[ \t]*:", head)) != 1:
        message = f"the record at byte {offset} does not say how long it is, or not in one number"
        raise Refused("bad-warc", message, CUT_HINT)
    return int(match.pop())


def _may_be_page(head: bytes) -> bool:
    return bool(re.search(rb"(?im)^warc-type[ \t]*:[ \t]*(?:response|resource|conversion)[ \t]*\r?$", head))


def _kind(head: bytes, content: bytes) -> str:
    """The type of a record and, of an answer, the media type of what it brought."""
    name = re.search(rb"(?im)^warc-type[ \t]*:[ \t]*([\w-]{1,30})", head)
    media = re.search(rb"(?im)^content-type[ \t]*:[ \t]*([\w.+-]{1,50}/[\w.+-]{1,50})", content[:_LONGEST_HEAD])
    parts = [part[1].decode("ascii", "replace") for part in (name, media) if part]
    return " of ".join(parts) or "record"


def _skip(stream: Inflated, length: int, offset: int) -> None:
    while length > 0:
        read = len(stream.read(min(length, 1 << 20)))
        if not read:
            raise _cut(offset)
        length -= read


def _cut(offset: int) -> Refused:
    return Refused("cut-file", f"this file ends in the middle of the record at byte {offset}", CUT_HINT)


def _too_long(offset: int, length: int, limits: Limits) -> Refused:
    most = limits.warc_record_bytes
    return Refused(
        "record-too-long",
        f"the record at byte {offset} has {length:,} bytes, and `limits.warc_record_bytes` is {most:,}",
        "raise `warc_record_bytes` under `[limits]` in site.toml",
    )


def _capture(head: bytes, content: bytes, offset: int, limits: Limits) -> Capture | Refused | None:
    """The page in one whole record; None where it is no page."""
    try:
        with quiet(), redirect_stderr(io.StringIO()):
            return _parsed(head + content + b"\r\n\r\n", offset, limits)
    except Refused as refused:
        return refused
    except Exception as failure:
        # warcio raises what its parsers raise (ValueError, IndexError, its own); the record is damaged whichever it is.
        message = f"the record at byte {offset} cannot be read: {type(failure).__name__}"
        return Refused("bad-warc", message, _CUT)


def _parsed(data: bytes, offset: int, limits: Limits) -> Capture | None:
    from warcio.archiveiterator import ArchiveIterator

    record: Any = next(iter(ArchiveIterator(io.BytesIO(data), check_digests=True)))
    payload = record.raw_stream.read()
    headers = record.rec_headers
    http = record.http_headers
    kind = (http.get_header("Content-Type") if http else headers.get_header("Content-Type")) or ""
    is_text = record.rec_type == "conversion" and kind.strip().lower().startswith("text/plain")
    if record.rec_type == "conversion" and not is_text:
        return None
    is_answer = bool(_JSON.match(kind.strip()))
    is_page = is_answer or kind.strip().lower().startswith(_PAGES)
    if not is_text and (not is_page or (http and http.get_statuscode() != "200")):
        return None
    if record.digest_checker.passed is False:
        message = f"the page at byte {offset} is not what its digest says: {'; '.join(record.digest_checker.problems)}"
        raise Refused("bad-digest", message, "fetch the page again; one that was changed is not imported")
    if reason := headers.get_header("WARC-Truncated"):
        raise Refused("cut-record", f"the page at byte {offset} was cut when it was captured ({reason})", _CUT)
    data = _body(payload, http, offset, limits) if http else payload
    if is_answer and (data := page_in_json(data) or b"") == b"":
        return None
    return Capture(
        data=data,
        address=_plain_address(headers.get_header("WARC-Target-URI") or ""),
        captured=headers.get_header("WARC-Date") or "",
        charset="utf-8" if is_answer else _charset(kind),
        offset=offset,
        is_text=is_text,
        is_answer=is_answer,
    )


def _plain_address(address: str) -> str:
    """The address of the page: tools that make texts of pages put a name of their own before it (`urn:text:...`)."""
    match = re.fullmatch(r"<?(?:urn:[a-z]+:\d{4,17}/)?(.*?)>?", address, re.IGNORECASE | re.DOTALL)
    return match[1] if match else address


def _charset(kind: str) -> str:
    match = re.search(r"charset\s*=\s*[\"']?([\w.:-]+)", kind, re.IGNORECASE | re.ASCII)
    return match[1] if match else ""


def _body(payload: bytes, http: Any, offset: int, limits: Limits) -> bytes:
    """The payload without its transfer and content encoding; some tools take them off and keep the headers."""
    if "chunked" in (http.get_header("Transfer-Encoding") or "").lower() and _CHUNK_SIZE.match(payload):
        payload = _unchunked(payload, offset)
    elif (stated := http.get_header("Content-Length") or "").isdecimal() and len(payload) < int(stated[:15]):
        message = f"the page at byte {offset} has {len(payload):,} bytes, and its server said {stated[:15]}"
        raise Refused("cut-record", message, _CUT)
    encoding = (http.get_header("Content-Encoding") or "identity").strip().lower()
    if encoding in ("gzip", "x-gzip", "deflate"):
        zipped = payload.startswith((b"\x1f\x8b", b"\x78"))
        return _inflated(payload, offset, limits) if zipped else payload
    if encoding == "br":
        return _unbrotli(payload, offset, limits)
    if encoding not in ("identity", "utf-8", "none", ""):
        hint = "capture it again without compression"
        raise Refused("bad-warc", f"the page at byte {offset} is encoded as `{encoding[:40]}`, which is not read", hint)
    return payload


def _unbrotli(payload: bytes, offset: int, limits: Limits) -> bytes:
    """A body compressed with Brotli (RFC 7932), piece by piece, so that a bomb ends at the limit."""
    needed("brotli", "brotli")
    import brotli

    most = min(limits.warc_record_bytes, max(limits.warc_ratio * len(payload), 1_000_000))
    decompressor = brotli.Decompressor()
    parts: list[bytes] = []
    size = 0
    try:
        for start in range(0, len(payload), _PIECE):
            parts.append(decompressor.process(payload[start : start + _PIECE], output_buffer_limit=most + 1))
            size += len(parts[-1])
            if size > most:
                raise inflates(limits.warc_ratio)
            while not decompressor.can_accept_more_data():
                parts.append(decompressor.process(b"", output_buffer_limit=most + 1))
                size += len(parts[-1])
                if size > most:
                    raise inflates(limits.warc_ratio)
    except brotli.error:
        # Some tools take the compression off and keep the header.
        if payload.lstrip()[:1] == b"<":
            return payload
        raise Refused("cut-record", f"the compressed page at byte {offset} is damaged", _CUT) from None
    if not decompressor.is_finished():
        raise Refused("cut-record", f"the compressed page at byte {offset} is cut", _CUT)
    return b"".join(parts)


def _unchunked(payload: bytes, offset: int) -> bytes:
    parts: list[bytes] = []
    place = 0
    while match := _CHUNK_SIZE.match(payload, place):
        size = int(match[1], 16)
        start = match.end()
        if size == 0:
            return b"".join(parts)
        parts.append(payload[start : start + size])
        place = start + size + 2
    raise Refused("cut-record", f"the page at byte {offset} lacks its last chunk", _CUT)


def _inflated(payload: bytes, offset: int, limits: Limits) -> bytes:
    member = zlib.decompressobj(47)
    most = min(limits.warc_record_bytes, max(limits.warc_ratio * len(payload), 1_000_000))
    try:
        capture = member.decompress(payload, most + 1)
    except zlib.error:
        raise Refused("cut-record", f"the compressed page at byte {offset} is damaged", _CUT) from None
    if len(capture) > most:
        raise inflates(limits.warc_ratio)
    if not member.eof:
        raise Refused("cut-record", f"the compressed page at byte {offset} is cut", _CUT)
    return capture
