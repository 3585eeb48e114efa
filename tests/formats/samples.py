"""Files to import: a saved page, a WARC, documents. Outlets, people and events are invented."""

import io
import warnings
import zipfile
import zlib

from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

PARAGRAPHS = (
    "SKELBY, 4 June (NW) – The old lifting bridge at Skelby opened for the first time in eleven years on Tuesday, and "
    "then would not close again, the harbour office said.",
    "“We heard a bang like a dropped piano,” said Ina Orre, 61, who sells coffee on the quay. Forty lorries waited on "
    "either side until the evening.",
    "The repair of 2019 had cost 2.4 million crowns. Engineer Pål Vesterdal said a bolt no longer than a thumb had "
    "broken, and that he had asked for a better one at the time.",
    "The harbour office expects the bridge to be down by Thursday. Until then the ferry at Nordhavn runs every twenty "
    "minutes, and carries cars for nothing.",
)
JSON_LD = """{"@context": "https://schema.org", "@graph": [
 {"@type": "WebSite", "name": "The Skelby Advertiser"},
 {"@type": "NewsArticle", "headline": "Bridge opens, and stays open", "datePublished": "2031-06-04T09:12:00+02:00",
  "dateModified": "2031-06-04T11:00:00+02:00", "inLanguage": "en",
  "author": [{"@type": "Person", "name": "Ada Brandt"}, {"@type": "Organization", "name": "The Skelby Advertiser"}],
  "publisher": {"@type": "Organization", "name": "The Skelby Advertiser"},
  "mainEntityOfPage": "https://advertiser.example/news/bridge-opens"}]}"""
ADDRESS = "https://advertiser.example/news/bridge-opens"


def page(
    *, head: str | None = None, paragraphs: tuple[str, ...] = PARAGRAPHS, before: str = "", charset: str = "utf-8"
) -> str:
    """A newspaper's page: menu, article, comments, cookie notice, footer."""
    if head is None:
        head = (
            f'<script type="application/ld+json">{JSON_LD}</script>'
            f'<link rel="canonical" href="{ADDRESS}">'
            '<meta property="og:title" content="Bridge opens, and stays open - The Skelby Advertiser">'
            '<meta property="og:site_name" content="The Skelby Advertiser">'
        )
    body = "".join(f"<p>{one}</p>" for one in paragraphs)
    return f"""<!DOCTYPE html>{before}
<html lang="en"><head><meta charset="{charset}"><title>Bridge opens, and stays open | The Skelby Advertiser</title>
{head}</head><body>
<div class="cookie-banner"><p>We use cookies to keep this page alive. Accept all or choose.</p></div>
<header><nav><ul><li><a href="/">Home</a></li><li><a href="/sport">Sport</a></li><li><a href="/tides">Tides</a></li>
</ul></nav></header>
<main><article><h1>Bridge opens, and stays open</h1><p class="byline">By Ada Brandt</p>
<div class="article-body">{body}</div></article>
<aside class="related"><h3>Related</h3><ul><li><a href="/1">Bakery to close</a></li><li><a href="/2">Snail found</a>
</li></ul></aside>
<section id="comments" class="comments"><h2>3 comments</h2><div class="comment"><p>They should have asked my uncle, who
built the thing with his own hands and never once dropped a bolt.</p></div></section></main>
<footer><p>© The Skelby Advertiser. All rights reserved.</p></footer></body></html>"""


def warc(*records: tuple[str, bytes, dict[str, str]], gzip: bool = False) -> bytes:
    """A WARC of responses: address, payload, HTTP headers. `:status` among them is the status."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", ResourceWarning)  # warcio leaves its temporary files to the collector
        return _warc(records, gzip)


def _warc(records: tuple[tuple[str, bytes, dict[str, str]], ...], gzip: bool) -> bytes:
    out = io.BytesIO()
    writer = WARCWriter(out, gzip=gzip)
    writer.write_record(writer.create_warcinfo_record("test.warc", {"software": "test"}))
    for address, payload, given in records:
        headers = {"Content-Type": "text/html; charset=utf-8", **given}
        status = headers.pop(":status", "200 OK")
        http = StatusAndHeaders(status, list(headers.items()), protocol="HTTP/1.1")
        writer.write_record(
            writer.create_warc_record(
                address,
                "response",
                payload=io.BytesIO(payload),
                http_headers=http,
                warc_headers_dict={"WARC-Date": "2031-06-05T08:00:00Z"},
            )
        )
    return out.getvalue()


def bomb(size: int) -> bytes:
    """A gzipped WARC record that inflates to `size` bytes."""
    head = f"WARC/1.0\r\nWARC-Type: response\r\nContent-Length: {size}\r\n\r\n".encode()
    made = zlib.compressobj(9, zlib.DEFLATED, 31)
    return made.compress(head) + b"".join(made.compress(bytes(1 << 20)) for _ in range(size >> 20)) + made.flush()


def pdf(*lines: str, encrypted: bool = False) -> bytes:
    """A PDF of one page."""
    from pypdf import PdfWriter
    from pypdf.generic import DecodedStreamObject, DictionaryObject, NameObject

    writer = PdfWriter()
    sheet = writer.add_blank_page(width=600, height=800)
    shown = " ".join(f"({line}) Tj 0 -14 Td" for line in lines)
    stream = DecodedStreamObject()
    stream.set_data(f"BT /F1 12 Tf 20 780 Td {shown} ET".encode("latin-1"))
    font = DictionaryObject(
        {
            NameObject("/Type"): NameObject("/Font"),
            NameObject("/Subtype"): NameObject("/Type1"),
            NameObject("/BaseFont"): NameObject("/Helvetica"),
        }
    )
    fonts = DictionaryObject({NameObject("/F1"): font})
    sheet[NameObject("/Resources")] = DictionaryObject({NameObject("/Font"): fonts})
    sheet[NameObject("/Contents")] = writer._add_object(stream)
    if encrypted:
        writer.encrypt("secret", algorithm="RC4-128")
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def docx(*paragraphs: str, title: str = "") -> bytes:
    """A Word document."""
    import docx

    document = docx.Document()
    document.core_properties.title = title
    for one in paragraphs:
        document.add_paragraph(one)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def book(*chapters: bytes) -> bytes:
    """A book of pages (EPUB), whose package lists them from the last to the first."""
    names = [f"text/chapter {number}.xhtml" for number in range(len(chapters))]
    items = "".join(
        f'<item id="c{number}" href="{name.replace(" ", "%20")}" media-type="application/xhtml+xml"/>'
        for number, name in enumerate(names)
    )
    spine = "".join(f'<itemref idref="c{number}"/>' for number in reversed(range(len(chapters))))
    package = (
        f'<package xmlns:dc="http://purl.org/dc/elements/1.1/"><metadata><dc:title>Tuesday</dc:title><dc:creator>'
        f"A program</dc:creator></metadata><manifest>{items}</manifest><spine>{spine}</spine></package>"
    )
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", "application/epub+zip", zipfile.ZIP_STORED)
        archive.writestr(
            "META-INF/container.xml",
            '<container><rootfiles><rootfile full-path="OEBPS/content.opf"/></rootfiles></container>',
        )
        archive.writestr("OEBPS/content.opf", package)
        for name, chapter in zip(names, chapters, strict=True):
            archive.writestr(f"OEBPS/{name}", chapter)
    return out.getvalue()
