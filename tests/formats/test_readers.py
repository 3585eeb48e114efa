"""Each kind of file by itself: what it holds, what is left out of it and told, what is refused."""

import gzip
import hashlib
import io
import json
import zipfile
from collections.abc import Sequence
from pathlib import Path

import pytest

from sitegen.config import Limits
from sitegen.formats import registry
from sitegen.formats.draft import AddressOnly, Draft, FileNote, PassedPage
from sitegen.formats.format import FileStart, PageChoice, ReadingContext
from sitegen.read.refusal import Refused
from tests.formats.samples import ADDRESS, PARAGRAPHS, page, warc

LIMITS = Limits()


def read(suffix: str, data: bytes, choice: PageChoice | None = None, limits: Limits = LIMITS) -> list[object]:
    entry = registry.format_of(suffix)
    assert entry
    context = ReadingContext(limits=limits, choice=choice or PageChoice())
    return list(registry.findings(entry, io.BytesIO(data), context))


def draft_of(suffix: str, data: bytes) -> Draft:
    (draft,) = [finding for finding in read(suffix, data) if isinstance(finding, Draft)]
    return draft


def zipped(files: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return out.getvalue()


# The registry


def test_a_format_is_one_module(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A module that is put into the folder of readers is found with its suffix and reader; nothing else is edited."""
    module = '''
"""Memos: a line a paragraph."""
from sitegen.formats.draft import Draft
from sitegen.formats.format import Format


def _read(file, context):
    yield Draft(text=tuple(file.read().decode().split("|")))


FORMATS = (Format(name="a memo", suffixes=(".memo",), read=_read, begins=lambda start: start.text.startswith("memo")),)
'''
    package = tmp_path / "memos"
    package.mkdir()
    (package / "__init__.py").write_text("")
    (package / "memo.py").write_text(module)
    monkeypatch.syspath_prepend(str(tmp_path))
    (entry,) = registry.formats_in("memos", [str(package)])
    assert (entry.suffixes, entry.begins(FileStart(data=b"Memo|b"))) == ((".memo",), True)
    monkeypatch.setattr(registry, "FORMATS", (*registry.FORMATS, entry))
    assert registry.recognised("a.memo", FileStart(data=b"")) is entry
    (finding,) = registry.findings(entry, io.BytesIO(b"one|two"), ReadingContext(limits=LIMITS))
    assert isinstance(finding, Draft)
    assert finding.text == ("one", "two")


def test_no_suffix_belongs_to_two_formats() -> None:
    """Which of them read a file would hang on the order of their names."""
    suffixes = [suffix for entry in registry.FORMATS for suffix in entry.suffixes]
    assert sorted(suffixes) == sorted(set(suffixes))


@pytest.mark.parametrize(
    ("name", "data", "suffix"),
    [
        ("page.php", b"<!DOCTYPE html><html>", ".html"),
        ("page", b"\xef\xbb\xbf<!-- saved from url=(1)https://a.example/ -->\n<html>", ".html"),
        ("letter.doc", b"{\\rtf1 text}", ".rtf"),
        ("letter.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", ".doc"),
        ("scan.txt", b"%PDF-1.7", ".pdf"),
        ("feed.xml", b"<?xml version='1.0'?><rss version='2.0'>", ".rss"),
        ("news.xml", b"<?xml version='1.0'?><nitf>", ".nitf"),
        ("saved.txt", b"From: <Saved by Blink>\nMIME-Version: 1.0\nContent-Type: multipart/related;", ".mhtml"),
        ("note.txt", b"The bridge is open.", ".txt"),
        ("crawl.bin", b"WARC/1.0\r\n", ".warc"),
    ],
)
def test_the_content_goes_before_the_suffix(name: str, data: bytes, suffix: str) -> None:
    """Where it is plainly of another kind; else the suffix decides."""
    entry = registry.recognised(name, FileStart(data=data))
    assert entry
    assert entry.suffixes[0] == suffix


@pytest.mark.parametrize("suffix", [".doc", ".mobi", ".mbox", ".tar.gz", ".xls", ".jpg"])
def test_kinds_that_are_not_read_say_what_to_do(suffix: str) -> None:
    """With what the file is, and what to make of it."""
    with pytest.raises(Refused, match="which is not read") as refused:
        read(suffix, b"x")
    assert refused.value.hint


# Pages in other clothes


def mhtml(source: str, address: str = ADDRESS) -> bytes:
    body = source.encode()
    import quopri

    head = (
        f"From: <Saved by Blink>\r\nSnapshot-Content-Location: {address}\r\nSubject: Bridge\r\n"
        "Date: Wed, 5 Jun 2031 08:00:00 -0000\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n"
        '\ttype="text/html";\r\n\tboundary="--B"\r\n\r\n----B\r\nContent-Type: text/html\r\n'
        f"Content-Transfer-Encoding: quoted-printable\r\nContent-Location: {address}\r\n\r\n"
    )
    frame = "\r\n----B\r\nContent-Type: text/html\r\nContent-Location: https://ads.example/\r\n\r\n<p>Buy</p>\r\n"
    return head.encode() + quopri.encodestring(body) + frame.encode() + b"----B--\r\n"


def test_a_page_saved_as_one_file_is_read_with_its_address_and_moment() -> None:
    """The date of the file is when it was saved; frames are no article."""
    draft = draft_of(".mhtml", mhtml(page(head="")))
    assert (draft.text, draft.value("url"), draft.value("captured")) == (PARAGRAPHS, ADDRESS, "2031-06-05T08:00:00Z")
    assert draft.value("published") == ""


# Mail


def mail(head: str, text: str = "\n\n".join(PARAGRAPHS)) -> bytes:
    return f"{head}\nDate: Wed, 4 Jun 2031 09:00:00 +0200\nContent-Type: text/plain; charset=utf-8\n\n{text}\n".encode()


def test_a_newsletter_is_an_article_of_its_list() -> None:
    """Subject, day and sender of a mailing list are the article's."""
    head = "From: The Courier <news@courier.example>\nSubject: =?utf-8?q?Bridge_=C3=B6pens?=\nList-Id: <news.courier>"
    draft = draft_of(".eml", mail(head))
    assert (draft.outlet, draft.value("title")) == ("The Courier", "Bridge öpens")
    assert (draft.value("published"), draft.text) == ("2031-06-04T09:00:00+02:00", PARAGRAPHS)


def test_who_passes_an_article_on_has_not_published_it() -> None:
    """Neither outlet nor day is taken from a private or forwarded mail; both are told."""
    for head in (
        "From: Ada <ada@x.example>\nSubject: Bridge",
        "From: A <a@x.example>\nSubject: Fwd: Bridge\nList-Id: <l>",
    ):
        draft = draft_of(".eml", mail(head))
        assert (draft.outlet, draft.value("published"), draft.value("title")) == ("", "", "Bridge")
        assert "not taken for outlet and day" in draft.remarks[0]


def test_mails_in_a_mail_are_articles_of_their_own() -> None:
    """As many as it carries."""
    parts = [
        mail("From: The Courier <n@c.example>\nSubject: One\nList-Id: <l>"),
        mail("From: B <b@x.example>\nSubject: Two"),
    ]
    head = b"From: x@x.example\nSubject: both\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=B\n\n"
    inner = b"".join(b"--B\nContent-Type: message/rfc822\n\n" + part + b"\n" for part in parts)
    found = [finding for finding in read(".eml", head + inner + b"--B--\n") if isinstance(finding, Draft)]
    assert [(draft.value("title"), draft.record) for draft in found] == [("One", 1), ("Two", 2)]


def test_parts_without_end_are_refused_before_they_are_parsed() -> None:
    """Parts inside parts a thousand deep, and thousands beside each other."""
    deep = "".join(f"Content-Type: multipart/mixed; boundary=b{level}\n\n--b{level}\n" for level in range(1_000))
    wide = "Content-Type: multipart/mixed; boundary=b\n\n" + "--b\nContent-Type: text/plain\n\nx\n" * 3_000
    for data in (deep, wide):
        with pytest.raises(Refused):
            read(".eml", f"From: x\nSubject: y\n{data}".encode())


# Feeds


def feed(items: str) -> bytes:
    return (
        '<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>The Courier</title><language>en</language>'
        f"{items}</channel></rss>"
    ).encode()


ITEM = (
    "<item><title>Bridge &amp;amp; tunnel</title><link>https://c.example/b</link><dc:creator>Ada Brandt</dc:creator>"
    "<pubDate>Wed, 04 Jun 2031 07:00:00 GMT</pubDate><description>Short.</description>"
    f"<content:encoded><![CDATA[<p>{PARAGRAPHS[0]}</p><p>{PARAGRAPHS[1]}</p>]]></content:encoded></item>"
)
BARE = "<item><title>Pier</title><link>https://c.example/p</link><description>Short.</description></item>"


def test_an_entry_with_its_text_is_an_article_and_one_without_an_address() -> None:
    """A summary is no text: its address is told."""
    first, second, note = read(".rss", feed(ITEM + BARE))
    assert isinstance(first, Draft)
    assert (first.text, first.outlet, first.value("url")) == (PARAGRAPHS[:2], "The Courier", "https://c.example/b")
    assert (first.value("author"), first.value("published")[:10], first.value("language")) == (
        "Ada Brandt",
        "2031-06-04",
        "en",
    )
    assert second == AddressOnly(url="https://c.example/p", place="entry 2")
    assert isinstance(note, FileNote)
    assert "1 of 2 entries" in note.text


def test_atom_is_read_with_its_markup() -> None:
    """Content as XHTML, the alternate link, the author's name."""
    entry = (
        '<feed xmlns="http://www.w3.org/2005/Atom"><title>The Courier</title><entry><title>Bridge</title>'
        '<link rel="alternate" href="https://c.example/b"/><author><name>Ada Brandt</name></author>'
        '<published>2031-06-04T07:00:00Z</published><content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">'
        f"<p>{PARAGRAPHS[0]}</p><p>{PARAGRAPHS[1]}</p></div></content></entry></feed>"
    )
    draft = draft_of(".atom", entry.encode())
    assert (draft.text, draft.value("author"), draft.outlet) == (PARAGRAPHS[:2], "Ada Brandt", "The Courier")


def test_a_feed_that_breaks_off_gives_what_was_whole() -> None:
    """With the number of the entry; entities of its own are not resolved."""
    entry = registry.format_of(".rss")
    assert entry
    found = registry.findings(entry, io.BytesIO(feed(ITEM * 3)[:-400]), ReadingContext(limits=LIMITS))
    assert [next(found).record, next(found).record] == [1, 2]  # type: ignore[union-attr]
    with pytest.raises(Refused, match="entry 3"):
        list(found)
    bomb = '<!DOCTYPE rss [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'
    with_entity = feed(ITEM.replace("Bridge &amp;amp; tunnel", "&b;")).replace(b"?>", b"?>" + bomb.encode(), 1)
    assert "haha" not in draft_of(".rss", with_entity).value("title")


def test_a_long_feed_costs_the_memory_of_an_entry() -> None:
    """20,000 entries in less than 40 MiB more than nothing."""
    import tracemalloc

    data = feed("".join(BARE.replace("/p<", f"/{number}<") for number in range(20_000)))
    entry = registry.format_of(".rss")
    assert entry
    tracemalloc.start()
    count = sum(1 for _ in registry.findings(entry, io.BytesIO(data), ReadingContext(limits=LIMITS)))
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert (count, peak < 40 << 20) == (20_001, True)


# Documents


def odt(body: str) -> bytes:
    spaces = (
        'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
        'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" '
        'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:dc="http://purl.org/dc/elements/1.1/"'
    )
    inner = f"<office:body><office:text>{body}</office:text></office:body>"
    content = f"<office:document-content {spaces}>{inner}</office:document-content>"
    return zipped({"mimetype": b"application/vnd.oasis.opendocument.text", "content.xml": content.encode()})


def test_an_open_document_is_read_without_its_comments() -> None:
    """Headings, paragraphs, spans and rows are text; comments, footnotes and deletions are told."""
    body = (
        "<text:tracked-changes><text:changed-region><text:deletion><text:p>gone</text:p></text:deletion>"
        "</text:changed-region></text:tracked-changes>"
        f"<text:h>Bridge opens</text:h><text:p>{PARAGRAPHS[0]}<office:annotation><text:p>check this</text:p>"
        f"</office:annotation> And <text:span>more</text:span>.</text:p><text:p>{PARAGRAPHS[1]}</text:p>"
        "<table:table><table:table-row><table:table-cell><text:p>a</text:p></table:table-cell>"
        "<table:table-cell><text:p>b</text:p></table:table-cell></table:table-row></table:table>"
    )
    draft = draft_of(".odt", odt(body))
    assert draft.text == ("Bridge opens", f"{PARAGRAPHS[0]} And more.", PARAGRAPHS[1], "a | b")
    assert draft.remarks == ("tracked changes, of which deletions are left out: 1", "comments, left out: 1")


def test_lines_above_a_text_say_what_it_is() -> None:
    """Two at least, known ones, before an empty line; else the file is a text like any other."""
    text = "\n\n".join(PARAGRAPHS)
    draft = draft_of(".txt", f"Headline: Bridge opens\nSource: The Courier\nDate: 4 June 2031\n\n{text}\n".encode())
    assert (draft.outlet, draft.value("title"), draft.value("published")) == (
        "The Courier",
        "Bridge opens",
        "2031-06-04",
    )
    assert draft.text == PARAGRAPHS
    for head in ("Date: 4 June 2031\n\n", "Note: read this\nSource: me\n\n", "Headline: A\nSource: B\n"):
        assert draft_of(".txt", f"{head}{text}".encode()).text == ()


def test_a_list_of_addresses_is_no_text() -> None:
    """Each line is an address to fetch."""
    found = read(".txt", b"# harbour\nhttps://c.example/1\n\nhttps://c.example/2\n")
    assert [part.url for part in found if isinstance(part, AddressOnly)] == [
        "https://c.example/1",
        "https://c.example/2",
    ]


def test_nitf_is_read_by_its_elements() -> None:
    """Headline, byline, day and paragraphs of one report."""
    head = '<head><pubdata name="The Courier"/><docdata><date.issue norm="20310604"/></docdata></head>'
    above = "<body.head><hedline><hl1>Bridge</hl1></hedline><byline>By Ada Brandt</byline></body.head>"
    body = f"<body>{above}<body.content><p>{PARAGRAPHS[0]}</p></body.content></body>"
    draft = draft_of(".nitf", f"<nitf>{head}{body}</nitf>".encode())
    assert (draft.text, draft.outlet, draft.value("title")) == ((PARAGRAPHS[0],), "The Courier", "Bridge")
    assert draft.value("author") == "Ada Brandt"


# Captures

PAGES = (
    ("https://advertiser.example/news/bridge", page(head="").encode(), {}),
    ("https://courier.example/tide", page(head="", paragraphs=PARAGRAPHS[1:]).encode(), {}),
)


@pytest.mark.parametrize(
    "choice",
    [
        PageChoice(patterns=("https://courier.example/*",)),
        PageChoice(hosts=("courier.example",)),
        PageChoice(addresses=frozenset({"https://courier.example/tide"})),
    ],
)
def test_pages_are_chosen_by_pattern_host_and_list(choice: PageChoice) -> None:
    """The others are counted, and not as pages without an article."""
    found = read(".warc.gz", warc(*PAGES, gzip=True), choice)
    assert [part.value("url") for part in found if isinstance(part, Draft)] == ["https://courier.example/tide"]
    assert [part for part in found if isinstance(part, PassedPage)] == [PassedPage(url=PAGES[0][0], is_chosen=False)]


def wacz(listed: Sequence[str], data: bytes, digest: str = "") -> bytes:
    digest = digest or hashlib.sha256(data).hexdigest()
    package = {"profile": "data-package", "resources": [{"path": "archive/a.warc.gz", "hash": f"sha256:{digest}"}]}
    lines = [json.dumps({"format": "json-pages-1.0"}), *(json.dumps({"url": address}) for address in listed)]
    return zipped(
        {
            "datapackage.json": json.dumps(package).encode(),
            "pages/pages.jsonl": "\n".join(lines).encode(),
            "archive/a.warc.gz": data,
        }
    )


def test_a_wacz_gives_the_pages_of_its_list() -> None:
    """Or those that were asked for; its records are numbered as pages."""
    data = wacz([PAGES[0][0]], warc(*PAGES, gzip=True))
    (draft,) = [part for part in read(".wacz", data) if isinstance(part, Draft)]
    assert (draft.value("url"), draft.record, draft.record_unit) == (PAGES[0][0], 1, "page")
    (chosen,) = [
        part for part in read(".wacz", data, PageChoice(hosts=("courier.example",))) if isinstance(part, Draft)
    ]
    assert (chosen.value("url"), chosen.record) == (PAGES[1][0], 2)


def test_a_wacz_that_was_changed_is_refused() -> None:
    """Its own digest says so."""
    (refusal,) = [
        part for part in read(".wacz", wacz([], warc(*PAGES, gzip=True), "0" * 64)) if isinstance(part, Refused)
    ]
    assert refusal.code == "bad-digest"


def test_brotli_is_unpacked_within_bounds() -> None:
    """A page is read; a bomb, a cut body and another encoding are refused."""
    brotli = pytest.importorskip("brotli")
    headers = {"Content-Encoding": "br"}

    def refusal_or_text(body: bytes) -> object:
        (finding,) = read(".warc.gz", warc((ADDRESS, body, headers), gzip=True))
        return finding.code if isinstance(finding, Refused) else finding.text if isinstance(finding, Draft) else finding

    source = page(head="").encode()
    assert refusal_or_text(brotli.compress(source)) == PARAGRAPHS
    assert refusal_or_text(source) == PARAGRAPHS
    assert refusal_or_text(brotli.compress(bytes(200_000_000))) == "inflates"
    assert refusal_or_text(brotli.compress(source)[:-20]) == "cut-record"


def test_a_file_without_pages_says_what_it_holds() -> None:
    """Kinds of its records, counted."""
    data = warc(("https://c.example/api", b"{}", {"Content-Type": "application/json"}), gzip=True)
    (note,) = read(".warc.gz", data)
    assert isinstance(note, FileNote)
    assert "1 response of application/json" in note.text


# Exports


def europresse(*articles: tuple[str, str]) -> bytes:
    def article(title: str, outlet: str) -> str:
        body = "".join(f"<p>{line}</p>" for line in PARAGRAPHS)
        words = sum(len(line.split()) for line in PARAGRAPHS)
        return (
            f'<article><header><div class="rdp"><span class="DocPublicationName">{outlet}, no. 12</span>'
            f'<span class="DocHeader">Une, mercredi 4 juin 2031 {words} mots, p. 3</span></div>'
            f'<div class="titreArticle"><p class="titreArticleVisu">{title}</p></div>'
            f'<div class="docAuthors">Ada Brandt</div></header><section><div class="DocText clearfix">'
            f'<div class="docOcurrContainer">{body}</div></div></section><footer>© 2031</footer></article>'
        )

    return f"<html><body>{''.join(article(*entry) for entry in articles)}</body></html>".encode()


def test_europresse_is_cut_into_its_articles() -> None:
    """By the classes of its page: outlet, day, page, author, headline and text of each, and that it is unverified."""
    note, first, second = read(".html", europresse(("Le pont", "Le Courrier"), ("Le quai", "L’Avis")))
    assert isinstance(note, FileNote)
    assert "Europresse" in note.text
    assert isinstance(first, Draft)
    assert isinstance(second, Draft)
    assert (first.text, first.outlet, second.outlet) == (PARAGRAPHS, "Le Courrier", "L’Avis")
    assert {statement.field: statement.value for statement in first.statements} == {
        "title": "Le pont", "published": "2031-06-04", "author": "Ada Brandt", "page": "3",
    }  # fmt: skip
    assert first.completeness == "whole"


def proquest(number: int, title: str, outlet: str) -> list[str]:
    return [
        "_" * 60, "", f"Document {number} of 2", "", title, "", "Author: Brandt, Ada", "",
        f"Publication info: {outlet}; Skelby", "", "Abstract: Short.", "", f"Full text: {PARAGRAPHS[0]}", "",
        *[part for line in PARAGRAPHS[1:] for part in (line, "")],
        "Subject: Bridges", "", f"Title: {title}", "", f"Publication title: {outlet}; Skelby", "", "Pages: A.3", "",
        "Publication date: Jun 4, 2031", "", "Language of publication: English", "",
        f"ProQuest document ID: 99{number}", "", "Database: Newsstream", "",
    ]  # fmt: skip


def test_proquest_is_cut_into_its_articles() -> None:
    """By its field lines; one that is cut is refused with its number."""
    lines = [*proquest(1, "Bridge opens", "The Courier"), *proquest(2, "Pier closes", "Skelby Advertiser")]
    note, first, second = read(".txt", "\n".join(lines).encode())
    assert isinstance(note, FileNote)
    assert isinstance(first, Draft)
    assert isinstance(second, Draft)
    assert (first.text, first.outlet, second.outlet, second.value("title")) == (
        PARAGRAPHS, "The Courier", "Skelby Advertiser", "Pier closes",
    )  # fmt: skip
    assert (first.value("published"), first.value("author"), first.value("language")) == (
        "2031-06-04",
        "Brandt, Ada",
        "en",
    )
    cut = read(".txt", "\n".join(lines[: len(lines) * 3 // 4]).encode())
    assert isinstance(cut[-1], Refused)
    assert "article 2" in cut[-1].message


def test_gzip_is_no_suffix_of_its_own() -> None:
    """Control: what is gzipped and no WARC is unpacked before it is recognised."""
    assert registry.recognised("a.html.gz", FileStart(data=gzip.compress(b"x"))) is None
