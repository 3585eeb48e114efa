"""Files that `sitegen add` refuses, whole or in part, each made new: some are bombs, some have no lawful name."""

import base64
import gzip
import io
import json
import warnings
import zipfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from tests.formats.samples import ADDRESS, PARAGRAPHS, bomb, book, docx, page, pdf, warc
from tests.formats.test_exports import factiva, factiva_page, uni
from tests.formats.test_tables import workbook

TEXT = " ".join(PARAGRAPHS)


@dataclass(frozen=True, slots=True, kw_only=True)
class BadFile:
    """A file as it is given to `add`."""

    name: str
    data: Callable[[], bytes]
    added: int = 0
    """Articles that are made of it all the same."""
    settings: str = ""
    """What site.toml says."""


def _csv(*rows: str) -> bytes:
    return "\n".join(["title,outlet,text", *rows, ""]).encode()


def _row(number: int, extra: str = "") -> str:
    return f'Report {number},The Courier,"Number {number}. {TEXT}"{extra}'


def _zip(*files: tuple[str, bytes]) -> bytes:
    out = io.BytesIO()
    with warnings.catch_warnings(), zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        warnings.simplefilter("ignore")  # of a name that is there twice
        for name, data in files:
            archive.writestr(zipfile.ZipInfo(name), data, zipfile.ZIP_DEFLATED)
    return out.getvalue()


def _link_zip() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        entry = zipfile.ZipInfo("link.txt")
        entry.external_attr = 0o120777 << 16
        archive.writestr(entry, "/etc/hostname")
    return out.getvalue()


def _encrypted_zip() -> bytes:
    data = bytearray(_zip(("a.txt", TEXT.encode())))
    for mark, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.index(mark) + offset] |= 1
    return bytes(data)


def _workbook_bomb() -> bytes:
    whole = io.BytesIO(workbook((("title", "text"), ("A", TEXT))))
    out = io.BytesIO()
    with zipfile.ZipFile(whole) as source, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as target:
        for entry in source.infolist():
            with target.open(entry.filename, "w", force_zip64=True) as member:
                member.write(source.read(entry))
                for _ in range(210 if entry.filename.endswith("sheet1.xml") else 0):
                    member.write(b" " * (1 << 20))
    return out.getvalue()


def _rtf(*lines: str, raw: bytes = b"") -> bytes:
    return b"{\\rtf1\\ansi " + raw + "".join(f"{line}\\par\n" for line in lines).encode("ascii", "replace") + b"}"


def _mail(depth: int) -> bytes:
    inner = b"Content-Type: text/plain; charset=utf-8\r\n\r\n" + TEXT.encode()
    for number in range(depth):
        edge = f"part{number}"
        head = f'Content-Type: multipart/mixed; boundary="{edge}"\r\n\r\n--{edge}\r\n'.encode()
        inner = head + inner + f"\r\n--{edge}--\r\n".encode()
    return b"From: desk@courier.example\r\nSubject: Bridge opens\r\nMIME-Version: 1.0\r\n" + inner


def _nexis(*articles: list[str], cut: int = 0) -> bytes:
    lines = [line for article in articles for line in article]
    return "\n".join(lines[: len(lines) - cut]).encode()


def _many_parts() -> bytes:
    edge = b"--part\r\nContent-Type: text/plain\r\n\r\na\r\n"
    return (
        b'From: a@b.example\r\nContent-Type: multipart/mixed; boundary="part"\r\n\r\n' + edge * 3_000 + b"--part--\r\n"
    )


def _length(value: bytes) -> bytes:
    return b"WARC/1.0\r\nWARC-Type: response\r\nContent-Length: " + value + b"\r\n\r\n" + b"x" * 40


PAGE = page().encode()
ROOF = "<article hidden><h1>School gets a roof</h1>" + f"<p>{PARAGRAPHS[1]}</p><p>{PARAGRAPHS[2]}</p></article>"
MINUTES = "".join(f"<p>{text} So say the minutes of hall {hall}.</p>" for hall in range(6) for text in PARAGRAPHS)
CAPTURE = warc((ADDRESS, PAGE, {}))
BAD_FILES: Mapping[str, BadFile] = {
    # tables
    "table-3-columns-then-5": BadFile(name="a.csv", data=lambda: _csv(_row(1), _row(2, ",x,y"), _row(3)), added=2),
    "table-with-nul-bytes": BadFile(name="a.csv", data=lambda: _csv(_row(1)).replace(b"Courier", b"Cou\0rier")),
    "table-with-a-cell-beyond-the-limit": BadFile(
        name="a.csv",
        data=lambda: _csv(_row(1), 'Two,The Courier,"' + "word " * 100_000),
        added=1,
        settings="[limits]\narticle_bytes = 100_000\n",
    ),
    "table-that-closes-no-quotation-mark": BadFile(
        name="a.csv", data=lambda: _csv(_row(1), f'Two,The Courier,"{TEXT}'), added=1
    ),
    "table-of-one-column": BadFile(name="a.csv", data=lambda: b"text\nA word.\n"),
    "table-with-two-columns-of-a-name": BadFile(name="a.csv", data=lambda: b"text,text\na,b\n"),
    "table-without-text": BadFile(name="a.csv", data=lambda: b"colour,weight\nred,2\n"),
    "table-in-two-encodings": BadFile(
        name="a.csv", data=lambda: _csv(_row(1), _row(2)) + "Drei,Der Bote,Grüße aus Köln\n".encode("latin-1"), added=2
    ),
    "table-row-without-text": BadFile(name="a.csv", data=lambda: _csv(_row(1), "Two,The Courier,"), added=1),
    "json-that-breaks-off": BadFile(name="a.json", data=lambda: json.dumps([{"text": TEXT}]).encode()[:-40]),
    "json-without-a-list": BadFile(name="a.json", data=lambda: b'"a word"'),
    "json-lines-with-a-bad-line": BadFile(
        name="a.jsonl", data=lambda: (json.dumps({"title": "A", "text": TEXT}) + '\n{"title": \n').encode(), added=1
    ),
    "workbook-bomb": BadFile(name="a.xlsx", data=_workbook_bomb),
    "workbook-without-rows": BadFile(name="a.xlsx", data=lambda: workbook(())),
    "workbook-that-is-none": BadFile(name="a.xlsx", data=lambda: b"PK\x03\x04 nothing"),
    "workbook-of-formulas": BadFile(
        name="a.xlsx", data=lambda: workbook((("title", "text"), ("A", '=CONCATENATE("a","b")')))
    ),
    # zips
    "zip-in-a-zip": BadFile(
        name="a.zip", data=lambda: _zip(("a.zip", _zip(("b.txt", TEXT.encode()))), ("c.txt", TEXT.encode()))
    ),
    "zip-path-that-leaves": BadFile(name="a.zip", data=lambda: _zip(("../../a.txt", TEXT.encode()))),
    "zip-path-from-the-root": BadFile(name="a.zip", data=lambda: _zip(("/etc/a.txt", TEXT.encode()))),
    "zip-with-a-link": BadFile(name="a.zip", data=_link_zip),
    "zip-with-a-name-twice": BadFile(name="a.zip", data=lambda: _zip(("a.txt", b"one"), ("a.txt", b"two"))),
    "zip-bomb": BadFile(name="a.zip", data=lambda: _zip(("a.txt", b" " * (50 << 20)))),
    "zip-encrypted": BadFile(name="a.zip", data=_encrypted_zip),
    "zip-cut": BadFile(name="a.zip", data=lambda: _zip(("a.txt", TEXT.encode()))[:-10]),
    "tar": BadFile(name="a.tar", data=lambda: b"\0" * 1024),
    "gzip-in-gzip": BadFile(
        name="a.txt.gz", data=lambda: gzip.compress(gzip.compress(TEXT.encode(), mtime=0), mtime=0)
    ),
    "gzip-cut": BadFile(name="a.txt.gz", data=lambda: gzip.compress(TEXT.encode(), mtime=0)[:-20]),
    "gzip-damaged": BadFile(name="a.txt.gz", data=lambda: b"\x1f\x8b\x08\x00 nothing of the kind"),
    # exports
    "nexis-cut-in-its-second-article": BadFile(
        name="a.txt",
        added=1,
        data=lambda: _nexis(uni("Bridge opens", "The Courier"), uni("Bridge shut", "The Post"), cut=3),
    ),
    "factiva-cut": BadFile(
        name="a.txt",
        added=1,
        data=lambda: _nexis(factiva("Bridge opens", "The Courier", 1), factiva("Bridge shut", "The Post", 2), cut=12),
    ),
    "factiva-page-without-its-codes": BadFile(
        name="a.html",
        data=lambda: factiva_page(factiva("A", "The Courier", 1), factiva("B", "The Post", 2), coded=False),
    ),
    # documents
    "rtf-with-raw-bytes": BadFile(name="a.rtf", data=lambda: _rtf(*PARAGRAPHS, raw=b"\\bin40 " + b"\0" * 40)),
    "rtf-nested-too-deep": BadFile(name="a.rtf", data=lambda: b"{\\rtf1 " + b"{" * 3_000 + b"}" * 3_000 + b"}"),
    "rtf-that-is-none": BadFile(name="a.rtf", data=lambda: b"no rich text"),
    "word-document-cut": BadFile(name="a.docx", data=lambda: docx(*PARAGRAPHS)[:-200]),
    "pdf-encrypted": BadFile(name="a.pdf", data=lambda: pdf("The bridge opened.", encrypted=True)),
    "pdf-of-pictures": BadFile(name="a.pdf", data=lambda: pdf()),
    "pdf-that-is-none": BadFile(name="a.pdf", data=lambda: b"%PDF-1.7 nothing"),
    "book-cut": BadFile(name="a.epub", data=lambda: book(PAGE)[:-200]),
    "book-without-pages": BadFile(
        name="a.epub",
        data=lambda: _zip(("mimetype", b"application/epub+zip"), ("META-INF/container.xml", b"<container/>")),
    ),
    "book-with-a-bomb": BadFile(name="a.epub", data=lambda: book(PAGE, b"<html>" + b" " * (200 << 20)), added=1),
    "book-of-kindle": BadFile(name="a.mobi", data=lambda: b"\0" * 60 + b"BOOKMOBI"),
    "word-of-1997": BadFile(name="a.doc", data=lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 512),
    "picture": BadFile(name="a.png", data=lambda: b"\x89PNG\r\n\x1a\n" + b"\0" * 64),
    "nothing-known": BadFile(name="a.qqq", data=lambda: b"\x01\x02\x03"),
    # mails and feeds
    "mail-nested-too-deep": BadFile(name="a.eml", data=lambda: _mail(200)),
    "mail-of-many-parts": BadFile(name="a.eml", data=_many_parts),
    "mail-without-text": BadFile(name="a.eml", data=lambda: b"From: a@b.example\r\nSubject: x\r\n\r\n"),
    "feed-that-breaks-off": BadFile(
        name="a.rss", data=lambda: b"<rss version='2.0'><channel><title>x</title><item><title>y"
    ),
    "feed-without-entries": BadFile(name="a.rss", data=lambda: b"<rss version='2.0'><channel></channel></rss>"),
    # captures
    "warc-bomb": BadFile(name="a.warc.gz", data=lambda: bomb(60 << 20)),
    "warc-cut": BadFile(name="a.warc", data=lambda: CAPTURE[:-900]),
    "warc-with-a-negative-length": BadFile(name="a.warc", data=lambda: _length(b"-5")),
    "warc-with-a-length-of-99-gigabytes": BadFile(name="a.warc", data=lambda: _length(b"99000000000")),
    "warc-with-a-wrong-digest": BadFile(
        name="a.warc", data=lambda: CAPTURE.replace(b"dropped piano", b"falling piano")
    ),
    "warc-of-another-encoding": BadFile(
        name="a.warc", data=lambda: warc((ADDRESS, PAGE, {"Content-Encoding": "zstd"}))
    ),
    "warc-of-a-page-that-breaks-off": BadFile(
        name="a.warc",
        data=lambda: warc((ADDRESS, gzip.compress(PAGE, mtime=0)[:-40], {"Content-Encoding": "gzip"})),
    ),
    "wacz-without-a-warc": BadFile(
        name="a.wacz", data=lambda: _zip(("datapackage.json", b"{}"), ("pages/pages.jsonl", b""))
    ),
    # pages
    "page-of-two-articles-and-more": BadFile(
        name="a.html",
        data=lambda: (
            page().replace("</article>", f"</article>{ROOF}", 1).replace("</main>", f"</main><div>{MINUTES}</div>")
        ).encode(),
    ),
    "page-without-an-article": BadFile(name="a.html", data=lambda: b"<!doctype html><title>x</title><p>Nothing much."),
    "page-in-no-encoding": BadFile(
        name="a.html", data=lambda: b"<!doctype html><meta charset=utf-8><p>" + bytes(range(128, 160)) * 40
    ),
    "page-nested-too-deep": BadFile(name="a.html", data=lambda: b"<!doctype html>" + b"<table><tr><td>" * 2_000 + PAGE),
    "page-of-many-tags": BadFile(name="a.html", data=lambda: b"<!doctype html><body>" + b"<b>x</b>" * 60_000),
    "page-with-a-tag-of-many-attributes": BadFile(
        name="a.html",
        data=lambda: b"<!doctype html><p " + b" ".join(b"a%d" % number for number in range(30_000)) + b">x",
    ),
    "page-that-is-a-challenge": BadFile(
        name="a.html",
        data=lambda: (
            b"<!doctype html><title>Just a moment...</title><h1>Checking if the site connection is secure</h1>"
            b"<p>The courier needs to review the security of your connection before you may proceed to it.</p>"
        ),
    ),
    "page-saved-as-one-file-without-a-page": BadFile(
        name="a.mhtml",
        data=lambda: b"MIME-Version: 1.0\r\nContent-Type: image/png\r\n\r\n" + base64.b64encode(b"x" * 99),
    ),
    "text-with-nul-bytes": BadFile(name="a.txt", data=lambda: b"A word\0 and another.\n"),
    "text-beyond-the-limit": BadFile(
        name="a.txt", data=lambda: (TEXT + "\n").encode() * 40, settings="[limits]\narticle_bytes = 10_000\n"
    ),
    "text-in-two-encodings": BadFile(
        name="a.txt", data=lambda: f"Grüße aus Köln. {TEXT}\n".encode() + b"Gr\xfc\xdfe aus K\xf6ln \x81\x8d.\n"
    ),
    "file-beyond-the-limit": BadFile(name="a.html", data=lambda: PAGE, settings="[limits]\nimport_bytes = 1_000\n"),
    "file-of-nothing": BadFile(name="a.html", data=lambda: b""),
}
