"""Pages out of WARCs: what is whole is read, what is cut, changed or too big never passes."""

import gzip
import io
import json
import re

import pytest

from sitegen.config import Limits
from sitegen.formats.draft import Draft, FileNote
from sitegen.formats.format import ReadingContext
from sitegen.formats.inflate import Inflated
from sitegen.formats.registry import findings, format_of
from sitegen.formats.warc import Capture, OtherRecord, read_captures
from sitegen.read.refusal import Refused
from tests.formats.samples import ADDRESS, PARAGRAPHS, bomb, page, warc

PAGE = b"<html><body><p>The lamp on the mole was lit again on Friday.</p></body></html>"
OTHER = b"<html><body><p>The snail on level 2 has been found alive.</p></body></html>"
ONE, TWO = "https://a.example/1", "https://b.example/2"


def read(data: bytes, limits: Limits | None = None) -> list[Capture | Refused]:
    found = read_captures(io.BytesIO(data), limits or Limits())
    return [capture for capture in found if not isinstance(capture, OtherRecord)]


def pages(data: bytes) -> list[bytes]:
    return [one.data for one in read(data) if isinstance(one, Capture)]


def codes(data: bytes, limits: Limits | None = None) -> list[str]:
    return [one.code for one in read(data, limits) if isinstance(one, Refused)]


@pytest.mark.parametrize("zipped", [False, True])
def test_pages_are_read(zipped: bool) -> None:
    """Responses with status 200 that are HTML are pages; images, errors and redirects are passed over."""
    data = warc(
        (ONE, PAGE, {}),
        ("https://a.example/i.png", b"\x89PNG", {"Content-Type": "image/png"}),
        ("https://a.example/gone", b"<p>gone", {":status": "404 Not Found"}),
        (TWO, OTHER, {"Content-Type": "application/xhtml+xml; charset=ISO-8859-1"}),
        gzip=zipped,
    )
    found = read(data)
    assert all(isinstance(one, Capture) for one in found)
    assert [(one.data, one.address, one.charset) for one in found if isinstance(one, Capture)] == [
        (PAGE, ONE, "utf-8"),
        (OTHER, TWO, "ISO-8859-1"),
    ]
    assert {one.captured for one in found if isinstance(one, Capture)} == {"2031-06-05T08:00:00Z"}


def test_one_gzip_member_for_all_records_is_read_too() -> None:
    """Some tools zip a WARC as a whole."""
    assert pages(gzip.compress(warc((ONE, PAGE, {}), (TWO, OTHER, {})))) == [PAGE, OTHER]


@pytest.mark.parametrize("zipped", [False, True])
def test_no_cut_record_passes_as_whole(zipped: bool) -> None:
    """Cut at any byte, a WARC gives the pages before the cut exactly, nothing of the one that is cut, and is told."""
    data = warc((ONE, PAGE, {}), (TWO, OTHER, {}), gzip=zipped)
    begins = [found.start() for found in re.finditer(b"\x1f\x8b\x08" if zipped else b"WARC/1.0", data)]
    ends = {*begins[1:], *(end - more for end in (*begins[1:], len(data)) for more in range(5) if not zipped)}
    for end in range(1, len(data)):
        found = pages(data[:end])
        expected = [PAGE, OTHER][: sum(1 for one in (begins[2], len(data)) if end >= one - (0 if zipped else 4))]
        assert found == expected
        # A file that ends between two records does not show that there were more.
        assert bool(codes(data[:end])) == (end not in ends)


def test_a_reader_that_trusts_what_is_there_is_caught() -> None:
    """Control: warcio alone takes the cut record for a whole one."""
    from warcio.archiveiterator import ArchiveIterator

    data = warc((ONE, PAGE, {}))[:-40]
    read_by_warcio = [one.content_stream().read() for one in ArchiveIterator(io.BytesIO(data))]
    assert PAGE.startswith(read_by_warcio[-1])
    assert read_by_warcio[-1]
    assert (pages(data), codes(data)) == ([], ["cut-file"])


def test_every_flipped_byte_is_noticed_or_harmless() -> None:
    """Whichever byte of a gzipped WARC is changed, a page is as it was or is refused."""
    data = warc((ONE, PAGE, {}), (TWO, OTHER, {}), gzip=True)
    for place in range(len(data)):
        found = pages(data[:place] + bytes([data[place] ^ 0x20]) + data[place + 1 :])
        assert all(one in (PAGE, OTHER) for one in found)


def test_a_page_that_was_changed_is_refused_by_its_digest() -> None:
    """Bytes other than those the digest was made of are not imported; the next record is."""
    data = warc((ONE, PAGE, {}), (TWO, OTHER, {})).replace(b"lit again", b"put out !", 1)
    assert (pages(data), codes(data)) == ([OTHER], ["bad-digest"])


def test_what_the_capture_cut_is_refused() -> None:
    """WARC-Truncated, a payload shorter than its server said, a missing last chunk, a cut compressed body."""
    cut = warc((ONE, PAGE, {})).replace(b"WARC-Type: response", b"WARC-Type: response\r\nWARC-Truncated: length")
    assert codes(cut) == ["cut-record"]
    assert codes(warc((ONE, PAGE, {"Content-Length": "9999"}))) == ["cut-record"]
    chunked = b"%x\r\n%s\r\n" % (len(PAGE), PAGE)
    assert codes(warc((ONE, chunked, {"Transfer-Encoding": "chunked"}))) == ["cut-record"]
    zipped = gzip.compress(PAGE)
    assert codes(warc((ONE, zipped[:-9], {"Content-Encoding": "gzip"}))) == ["cut-record"]


def test_transfer_and_content_encodings_are_taken_off() -> None:
    """Chunks and gzip as a server sends them; a body whose tool took them off and left the headers is read as well."""
    both = {"Transfer-Encoding": "chunked", "Content-Encoding": "gzip"}
    zipped = gzip.compress(PAGE)
    chunked = b"".join(b"%x\r\n%s\r\n" % (len(part), part) for part in (zipped[:20], zipped[20:])) + b"0\r\n\r\n"
    assert pages(warc((ONE, chunked, both))) == [PAGE]
    assert pages(warc((ONE, PAGE, both))) == [PAGE]
    assert codes(warc((ONE, PAGE, {"Content-Encoding": "zstd"}))) == ["bad-warc"]


def test_bombs_stop_at_the_limit() -> None:
    """A file, and a body inside a record, that inflate beyond the ratio are refused long before they are inflated."""
    data = bomb(500 << 20)
    stream = Inflated(io.BytesIO(data), 100)
    with pytest.raises(Refused, match=r"`limits\.warc_ratio` is 100"):
        stream.read(600 << 20)
    assert stream._out < 4_000_000 + 100 * len(data)
    inner = warc((ONE, gzip.compress(b" " * (5 << 20)), {"Content-Encoding": "gzip"}))
    assert codes(inner) == ["inflates"]
    twice = gzip.compress(bomb(50 << 20))
    assert codes(twice) == ["bad-warc"]


def test_a_record_over_the_limit_is_refused_and_the_next_is_read() -> None:
    """The message names the setting; a record that claims terabytes allocates nothing."""
    limits = Limits(warc_record_bytes=1_000)
    data = warc((ONE, PAGE * 40, {}), (TWO, OTHER, {}))
    first, second = read(data, limits)
    assert isinstance(first, Refused)
    assert "`limits.warc_record_bytes` is 1,000" in first.message
    assert isinstance(second, Capture)
    claims = b"WARC/1.0\r\nWARC-Type: response\r\nContent-Length: 99000000000\r\n\r\nx"
    assert codes(claims) == ["record-too-long", "cut-file"]


@pytest.mark.parametrize("length", [b"-1", b"NaN", b"1e3", b"", b"12, 12", b"99999999999999999999"])
def test_a_length_that_is_no_number_is_refused(length: bytes) -> None:
    """Nobody can say where the next record begins, so reading ends there."""
    data = b"WARC/1.0\r\nWARC-Type: response\r\nContent-Length: " + length + b"\r\n\r\n<p>x\r\n\r\n"
    assert codes(data) == ["bad-warc"]


def test_a_wrong_length_is_noticed() -> None:
    """A length that is too small leaves bytes where a record should begin."""
    data = warc((ONE, PAGE, {})).replace(b"Content-Length: ", b"Content-Length: 1\r\nX-Was: ", 1)
    assert "bad-warc" in codes(data)


def test_a_wrong_length_gives_no_half_of_a_page() -> None:
    """Without a digest too, a page is taken only if its record ends where its length says."""
    http = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n"
    head = b"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://a.example/1\r\nContent-Length: %d\r\n\r\n"
    size = len(http + PAGE)
    assert pages(head % size + http + PAGE + b"\r\n\r\n") == [PAGE]
    for wrong in (size - 1, size - 20, size + 1):
        data = head % wrong + http + PAGE + b"\r\n\r\n" + warc((TWO, OTHER, {}))
        assert pages(data) == ([] if wrong < size else [PAGE + b"\r", OTHER])
        assert codes(data)[:1] == ["bad-warc"] or wrong > size


def test_what_is_no_warc_is_refused() -> None:
    """Anything else under the name."""
    for data in (b"<html>", b"\x1f\x8b\x08junk", b"PK\x03\x04", gzip.compress(b"text")):
        assert len(codes(data)) == 1
    assert codes(b"WARC/1.0\r\n" + b"A: b\r\n" * 20_000) == ["bad-warc"]


def test_a_page_in_the_answer_of_an_interface_is_read() -> None:
    """Its own address is not known: that of the interface is told, and taken for nothing."""
    answer = json.dumps({"id": 7, "parts": [{"html": page(head="")}]}).encode()
    interface = "https://advertiser.example/api/7"
    data = warc((interface, answer, {"Content-Type": "application/json; charset=utf-8"}))
    entry = format_of(".warc")
    assert entry
    (draft,) = findings(entry, io.BytesIO(data), ReadingContext(limits=Limits()))
    assert isinstance(draft, Draft)
    assert draft.text == PARAGRAPHS
    assert draft.value("url") == ""
    assert draft.value("captured") == "2031-06-05T08:00:00Z"
    assert any(interface in remark for remark in draft.remarks)


@pytest.mark.parametrize(
    "answer",
    [
        {"html": "<p>A piece of a page.</p>"},
        {"first": page(head=""), "second": page(head="").replace("Skelby", "Holm")},
        {"html": "it begins <html> and is no page"},
        [],
    ],
)
def test_other_answers_are_no_pages(answer: object) -> None:
    """Control: a piece of a page, or two pages of which none is known to be meant; the file says what it holds."""
    data = warc((ADDRESS, json.dumps(answer).encode(), {"Content-Type": "application/json"}))
    entry = format_of(".warc")
    assert entry
    (note,) = findings(entry, io.BytesIO(data), ReadingContext(limits=Limits()))
    assert isinstance(note, FileNote)
    assert "1 response of application/json" in note.text
